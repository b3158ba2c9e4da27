"""What somebody may see: cut out before anything is resolved, so that no record, count or error tells of it.

Whoever may not see everything sees the words of claims and no text around them, no title and no address:
for every report alike, so that nothing shows where something was left out. What overlaps withheld words is
withheld with them; so is what names a person of whom nothing tells that may be seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from msgspec.structs import replace

from detente.errors import InputError
from detente.records import Claim, DocumentRef, Judgement, Reading, Sensitivity
from detente.records.hidden import Beside
from detente.workspace.keeping import Standing

LEVELS: tuple[str, ...] = get_args(Sensitivity)
"""From what everybody may see to what hardly anybody may."""
ALL = LEVELS[-1]
"""The clearance under which nothing is withheld."""


def checked_clearance(clearance: str) -> str:
    """The level as it was given.

    Raises:
        InputError: it is none.
    """
    if clearance not in LEVELS:
        raise InputError(f"clearance: expected one of {', '.join(LEVELS)}; found {clearance!r}")
    return clearance


def seen_with(stands: Standing, clearance: str) -> Standing:
    """What stands for somebody with this clearance; with the highest, all of it."""
    if clearance == ALL:
        return stands
    most = LEVELS.index(clearance)
    hidden = _hidden(stands, most)
    readings = tuple(_seen(reading, most, hidden) for reading in stands.readings)
    left = tuple(
        new for old, new in zip(stands.readings, readings, strict=True) if new.claims or not old.claims
    )
    shown = {claim.id for reading in left for claim in reading.claims}
    codings = tuple(
        c for c in stands.codings if all(_fits(x, most, hidden) for x in (c.was, c.claim) if x is not None)
    )
    documents = {reading.document.sha256 for reading in left}
    return replace(
        stands,
        readings=tuple(_without_pointers(reading, shown) for reading in left),
        articles=tuple(a for a in stands.articles if a.document.sha256 in documents),
        codings=tuple(
            replace(c, was=c.was and bare(c.was), claim=c.claim and bare(c.claim)) for c in codings
        ),
        judgements=_judgements(stands.judgements, left, shown),
    )


def _hidden(stands: Standing, most: int) -> Beside:
    """What is withheld and what goes with it; what a person raised counts as raised."""
    coded = (x for c in stands.codings for x in (c.was, c.claim) if x is not None)
    every = (*(c for r in stands.readings for c in r.claims), *coded)
    hidden = [claim for claim in every if LEVELS.index(claim.sensitivity) > most]
    return Beside(hidden, (claim for claim in every if LEVELS.index(claim.sensitivity) <= most))


def _fits(claim: Claim, most: int, hidden: Beside) -> bool:
    return LEVELS.index(claim.sensitivity) <= most and not hidden.has(claim)


def _seen(reading: Reading, most: int, hidden: Beside) -> Reading:
    claims = tuple(bare(claim) for claim in reading.claims if _fits(claim, most, hidden))
    return replace(reading, document=_bare(reading.document), claims=claims)


def bare(claim: Claim) -> Claim:
    """The claim without the text around it and without its report's address."""
    span = replace(claim.span, prefix="", suffix="")
    return replace(claim, span=span, document=_bare(claim.document))


def _bare(document: DocumentRef) -> DocumentRef:
    return replace(document, id=f"doc_{document.sha256[:16]}", path="-", url=None)


def _without_pointers(reading: Reading, shown: set[str]) -> Reading:
    """Claims that point to what is not shown point to nothing."""
    return replace(reading, claims=tuple(_pointing(claim, shown) for claim in reading.claims))


def _pointing(claim: Claim, shown: set[str]) -> Claim:
    content = tuple(i for i in claim.content if i in shown)
    link = claim.linkage
    if link is not None:
        link = replace(link, to=tuple(i for i in link.to if i in shown))
    return replace(claim, content=content, linkage=link)


def _judgements(
    judgements: Iterable[Judgement], readings: Iterable[Reading], shown: set[str]
) -> tuple[Judgement, ...]:
    """People's words on names and claims that are all shown."""
    names = {
        f"{reading.document.sha256}#{filler.name}"
        for reading in readings for claim in reading.claims
        for fillers in claim.roles.values() for filler in fillers
    }  # fmt: skip
    known = names | shown
    return tuple(j for j in judgements if j.left in known and j.right in known)
