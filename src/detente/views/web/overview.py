"""The first page: what changed last, what is contested, deals by state, what is promised and unseen."""

from __future__ import annotations

from itertools import groupby, islice
from typing import NamedTuple

from detente.records import Claim, Conflict, Deal, Give
from detente.views.serving import Report, View
from detente.views.web.deals import title

NEWEST = 12
"""How many reports the first page shows."""
CONFLICTS = 12
"""How many conflicts; the page of each deal has all of its own."""
MAIN = ("RELEASE", "CLEMENCY", "SANCTION_EASE", "SANCTION_IMPOSE", "TRANSFER", "DETAIN", "TALKS")
"""By which of its claims a report is shown, the first that it has."""


class News(NamedTuple):
    """A report, and the act it tells first."""

    report: Report
    lead: Claim | None


class Open(NamedTuple):
    """A promise of which no performance was seen."""

    deal: Deal
    party: str
    give: Give


class Overview(NamedTuple):
    """All that the page sets."""

    news: tuple[News, ...]
    deals: tuple[tuple[str, tuple[Deal, ...]], ...]  # by state
    conflicts: tuple[Conflict, ...]
    more_conflicts: int
    promises: tuple[Open, ...]
    titles: dict[str, str]


def overview(view: View) -> Overview:
    """What the first page shows."""
    deals = tuple(view.deals.values())
    return Overview(
        news=tuple(News(r, _lead(r)) for r in islice(view.reports.latest(), NEWEST)),
        deals=_by_state(deals),
        conflicts=tuple(view.conflicts[:CONFLICTS]),
        more_conflicts=max(0, len(view.conflicts) - CONFLICTS),
        promises=tuple(
            Open(deal, side.party.name, give)
            for deal in deals for side in deal.sides for give in side.gives
            if give.promised and not give.performed
        ),
        titles={deal.id: title(deal) for deal in deals},
    )  # fmt: skip


def _lead(report: Report) -> Claim | None:
    for kind in MAIN:
        found = next((c for c in report.claims if c.type == kind and c.span.kind != "heading"), None)
        if found is not None:
            return found
    return report.claims[0] if report.claims else None


def _by_state(deals: tuple[Deal, ...]) -> tuple[tuple[str, tuple[Deal, ...]], ...]:
    ordered = sorted(deals, key=lambda d: (d.state, d.date.end or "", d.id))
    return tuple((state, tuple(found)) for state, found in groupby(ordered, key=lambda d: d.state))
