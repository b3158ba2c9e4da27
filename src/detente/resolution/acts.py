"""What kind of happening a claim tells, who acts in it, and how it is told."""

from __future__ import annotations

from typing import Final

from detente.records import DONE, UNSTATED, Claim, Filler
from detente.records.links import EventStatus

FAMILIES: Final = {
    "RELEASE": "free",
    "CLEMENCY": "free",  # pardon and release of the same people are two acts of one happening
    "TRANSFER": "move",
    "DETAIN": "take",
    "SENTENCE": "try",
    "CUSTODY_STATE": "hold",
    "HARM": "harm",
    "SANCTION_EASE": "ease",
    "SANCTION_IMPOSE": "impose",
    "SANCTION_KEEP": "keep",
    "TALKS": "talks",
    "DIPLOMATIC_STEP": "step",
}
"""Type families in which two claims may tell one happening."""

ALONE: Final = frozenset({"COMMIT", "DEMAND", "STATEMENT", "MANDATE"})
"""Event types whose claims stand alone unless the reader ties them."""

AGENT_ROLES: Final = {
    "RELEASE": ("releaser",),
    "CLEMENCY": ("granter",),
    "TRANSFER": ("mover",),
    "DETAIN": ("detainer",),
    "SENTENCE": ("authority",),
    "CUSTODY_STATE": ("holder",),
    "HARM": ("alleged_actor",),
    "SANCTION_EASE": ("authority",),
    "SANCTION_IMPOSE": ("authority",),
    "SANCTION_KEEP": ("authority",),
    "DIPLOMATIC_STEP": ("actor",),
    "COMMIT": ("committer",),
    "DEMAND": ("demander",),
    "STATEMENT": ("speaker",),
    "MANDATE": ("agent",),
}
SAID_DONE: Final = DONE | {"announced"}
TO_COME: Final = frozenset({"agreed", "promised", "intended", "demanded", "conditional", "hypothetical"})


def status_of(claim: Claim) -> EventStatus:
    """How a claim tells its happening; denial outweighs the rest."""
    if claim.mode == "denied" or claim.polarity == "-":
        return "denied"
    if claim.mode == "background":
        return "past"
    if claim.mode in TO_COME:
        return "to_come"
    return "done" if claim.mode in SAID_DONE else "told"


def agents_of(claim: Claim) -> tuple[Filler, ...]:
    """The fillers that act in a claim; where nobody is named, the state out of whose custody it is."""
    named = _fillers(claim, AGENT_ROLES.get(claim.type, ()))
    if FAMILIES.get(claim.type) not in ("free", "move"):
        return named
    held_by = tuple(f for f in _fillers(claim, ("from",)) if f.kind == "state")
    if not all(f.inferred for f in named):
        return named
    said = tuple(f for f in held_by if not f.inferred)
    states = tuple(f for f in named if f.kind == "state")
    return said or states or held_by or named  # "they" may be anybody; out of whose cells is said


def people_of(claim: Claim) -> tuple[Filler, ...]:
    """The named persons that a claim is about."""
    return tuple(f for f in _fillers(claim, ("person",)) if f.kind == "person")


def is_whole(claim: Claim) -> bool:
    """Does the claim count a group, and not only name a member of it?"""
    if claim.quantity is None:
        return bool(claim.roles.get("group")) and not people_of(claim)
    lo = claim.quantity.lo
    return not people_of(claim) or bool(claim.roles.get("group")) or lo is None or lo > len(people_of(claim))


def _fillers(claim: Claim, roles: tuple[str, ...]) -> tuple[Filler, ...]:
    return tuple(f for r in roles for f in claim.roles.get(r, ()) if f.name != UNSTATED)
