"""The deal page: who gives what for what, the sum of the freed, the course of things, the evidence."""

from __future__ import annotations

from typing import NamedTuple

from detente.records import Claim, Deal, Give, Side
from detente.views import dossier
from detente.views.dossier import Section, words
from detente.views.dossier.deals import COMPLIANCE
from detente.views.dossier.sums import sums_of
from detente.views.serving import View
from detente.views.web.axes import Axis, axis, ends
from detente.views.web.bars import Bar, bar

BELOW = (
    "What happened", "Reactions and demands", "What stays in force", "Who is still inside",
    "Where sources disagree", "What is unknown",
)  # fmt: skip
"""Sections of the dossier that the page sets as lists; it draws the others itself."""


class Concession(NamedTuple):
    """A row of the table of give and take."""

    side: Side
    give: Give
    promised: tuple[Claim, ...]
    performed: tuple[Claim, ...]
    gap: str
    sources: str


class Moment(NamedTuple):
    """A claim on the line of days: when it happened, and when it was printed."""

    claim: Claim
    start: float | None
    end: float | None
    printed: float | None


class Course(NamedTuple):
    """The course of a deal."""

    axis: Axis
    lanes: tuple[tuple[str, tuple[Moment, ...]], ...]


class DealPage(NamedTuple):
    """All that the page sets."""

    deal: Deal
    title: str
    rows: tuple[Concession, ...]
    silent: tuple[str, ...]  # parties of whom nothing is reported
    bars: tuple[Bar, ...]
    course: Course | None
    sections: tuple[Section, ...]


def deal_page(deal: Deal, view: View) -> DealPage:
    """What the page of a deal shows."""
    sections = {section.title: section for section in dossier.of_deal(deal, view.book)}
    return DealPage(
        deal=deal,
        title=title(deal),
        rows=tuple(_concession(side, give, view) for side in deal.sides for give in side.gives),
        silent=tuple(words.names([side.party]) for side in deal.sides if not side.gives),
        bars=tuple(bar(found) for found in sums_of(deal, view.book)),
        course=course(view.book.of(deal.claims)),
        sections=tuple(sections[name] for name in BELOW if name in sections),
    )


def title(deal: Deal) -> str:
    """Who deals with whom.

    >>> from detente.records import Filler, Released, Time
    >>> sides = (Side(party=Filler("Osmia", "state")), Side(party=Filler("Varland", "state")))
    >>> rest = {"state": "announced", "date": Time(None, None), "released": Released(quantity=None)}
    >>> title(Deal(id="deal_1", sides=sides, **rest))
    'Osmia and Varland'
    """
    told = words.parties(deal.sides)
    return told[:1].upper() + told[1:]


def _concession(side: Side, give: Give, view: View) -> Concession:
    sources = view.book.sources((*give.performed, *give.promised)) or view.book.plain("; ".join(give.by))
    return Concession(
        side, give, view.book.of(give.promised), view.book.of(give.performed), gap(give), sources
    )


def gap(give: Give) -> str:
    """What is still open of a concession, in words; silence is said to be silence."""
    if give.promised and not give.performed and give.compliance == "U":
        return "nothing reported yet"
    return COMPLIANCE[give.compliance]


LANES = (
    ("freed, pardoned, moved", ("RELEASE", "CLEMENCY", "TRANSFER")),
    ("held, charged, harmed", ("DETAIN", "SENTENCE", "CUSTODY_STATE", "HARM")),
    ("sanctions", ("SANCTION_EASE", "SANCTION_IMPOSE", "SANCTION_KEEP")),
    ("talks and promises", ("TALKS", "MANDATE", "DIPLOMATIC_STEP", "COMMIT")),
    ("words", ("STATEMENT", "DEMAND", "LINKAGE")),
)


def course(claims: tuple[Claim, ...]) -> Course | None:
    """Claims by kind on one line of days; None where no day is known."""
    found = axis(day for claim in claims for day in (*(ends(claim.time) or ()), claim.document.published))
    if found is None:
        return None
    lanes = (
        (name, tuple(_moment(claim, found) for claim in claims if claim.type in types))
        for name, types in LANES
    )
    return Course(found, tuple((name, told) for name, told in lanes if told))


def _moment(claim: Claim, days: Axis) -> Moment:
    bounds = ends(claim.time)
    printed = claim.document.published
    sure = claim.time is not None and claim.time.basis != "publication_bound"
    return Moment(
        claim,
        days.x(bounds[0]) if bounds and sure else None,
        days.x(bounds[1]) if bounds and sure else None,
        days.x(printed) if printed else None,
    )
