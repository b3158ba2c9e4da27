"""By what claims and people are looked up, and how many there are of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Final

from detente.language.gazetteer import gazetteer
from detente.language.names import prepare
from detente.language.scripts import fold
from detente.reconciliation.ground import Ground
from detente.reconciliation.words import has_word
from detente.records import Claim, PersonStatus

HOLDERS: Final = ("releaser", "from", "mover", "holder", "detainer", "granter", "authority", "place")
"""Roles in which a country stands that holds people, or lets them go."""
FREERS: Final = ("releaser", "from", "mover")


class Tally:
    """How many claims there are of each kind, counted report by report."""

    def __init__(self, of: Callable[[Claim], str], reports: Mapping[str, tuple[Claim, ...]]) -> None:
        self._of = of
        self._counted: dict[str, Counter[str]] = {}
        self.total = Counter[str]()
        for document, claims in reports.items():
            self.put(document, claims)

    def put(self, document: str, claims: Iterable[Claim]) -> None:
        """Let these be the claims of a report, whatever they were before."""
        for kind, number in self._counted.pop(document, Counter[str]()).items():
            self.total[kind] -= number
            if not self.total[kind]:
                del self.total[kind]
        now = Counter(map(self._of, claims))
        self.total.update(now)
        if now:
            self._counted[document] = now


def types_of(claim: Claim) -> Iterable[str]:
    """Its type, and with its sub-type."""
    return (claim.type,) if claim.sub is None else (claim.type, f"{claim.type}/{claim.sub}")


def countries_of(ground: Ground, claim: Claim) -> Iterable[str]:
    """Its type with each country that any of its names stands for."""
    return {f"{claim.type} {country(name)}" for name in names_of(ground, claim)}


def names_of(ground: Ground, claim: Claim) -> set[str]:
    """All names that a claim has to do with."""
    event = ground.event_of.get(claim.id)
    names = {f.name for fillers in claim.roles.values() for f in fillers}
    names |= {ground.filler(p).name for p in ground.parties(claim, *claim.roles)}
    names |= {link.name for link in claim.attribution} | {claim.document.publisher or claim.document.id}
    return names | ({ground.filler(event.agent).name} if event is not None and event.agent else set())


def roles_of(claim: Claim) -> tuple[str, ...]:
    """Where a claim would say who holds the person, or let the person go."""
    return HOLDERS if claim.type in ("CUSTODY_STATE", "DETAIN", "SENTENCE", "CLEMENCY", "HARM") else FREERS


def silent_of(ground: Ground, claim: Claim) -> Iterable[str]:
    """Of a person, and without a word of who holds or frees: "person"; of a count of people held: "stock"."""
    if claim.roles.get("person") and not claim.names(*roles_of(claim)):
        yield "person"
    if claim.type == "CUSTODY_STATE" and claim.quantity is not None and not ground.parties(claim, "holder"):
        yield "stock"


def rulings_of(ground: Ground, claim: Claim) -> Iterable[str]:
    """Of a measure that is aimed at no country by name: the authorities."""
    if not claim.type.startswith("SANCTION_") or any(
        f.kind == "state" for f in claim.roles.get("target", ())
    ):
        return ()
    event = ground.event_of.get(claim.id)
    return ground.parties(claim, "authority") or {(event.agent if event else None) or ""}


def superlatives_of(claim: Claim) -> Iterable[str]:
    """That it says something is the largest, the first."""
    told = claim.type == "STATEMENT" and claim.mode == "evaluated"
    return ("told",) if told and has_word("superlatives", claim.span.exact) else ()


def mandates_of(claim: Claim) -> Iterable[str]:
    """Who it says speaks for another or holds an office."""
    if claim.type != "MANDATE" and (claim.type, claim.sub) != ("ATTRIBUTE", "office"):
        return ()
    return {f.entity or f.name for r in ("agent", "subject") for f in claim.roles.get(r, ())}


def by_name(people: Iterable[PersonStatus]) -> list[PersonStatus]:
    """People in the order of a state."""
    return sorted(people, key=lambda p: (p.name, p.entity))


def name_keys(person: PersonStatus) -> Iterable[str]:
    """What a person may be looked up by."""
    return {key for name in _forms(person) for key in keys_of(name)}


def _forms(person: PersonStatus) -> tuple[str, ...]:
    return person.name, *(n.form for n in person.names)


@lru_cache(maxsize=1 << 17)
def keys_of(name: str) -> frozenset[str]:
    """What two names that may be one have in common: a word, or a key of their sound."""
    return frozenset({f"word {w}" for w in fold(name).split()} | {f"key {k}" for k in prepare(name).keys})


@lru_cache(maxsize=1 << 17)
def country(name: str) -> str:
    """One name for a country, whatever form it is written in.

    >>> country("US") == country("United States") == country("American citizen")
    True
    """
    state = gazetteer().state(name)
    if state is not None:
        return state.name
    hits = gazetteer().find(name)
    found = (gazetteer().state(h.actor or h.name) for h in hits if h.kind in ("state", "demonym", "people"))
    return next((s.name for s in found if s is not None), fold(name).removeprefix("the "))
