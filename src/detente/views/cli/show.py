"""``detente show``: deals, people, measures, counts, conflicts or events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from detente.views.cli.guard import shows
from detente.views.cli.options import AsOf, Json, KnownBy, Ledger, PathsInstead
from detente.views.cli.printing import json_lines, sections
from detente.views.cli.room import end, room_over

if TYPE_CHECKING:
    from detente.records import State
    from detente.views.dossier import Section

What = Literal["deals", "people", "measures", "counts", "conflicts", "events"]


@shows(
    "detente show deals --ledger news.detente",
    "detente show people examples/*.txt                         no ledger needed",
    "detente show measures --ledger news.detente --as-of 2026-03-20",
    "detente show counts --ledger news.detente --known-by 2026-03-15 --json",
)
def show(
    what: Annotated[What, typer.Argument(help="What to show.")],
    paths: PathsInstead = None,
    ledger: Ledger = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    json: Json = False,
) -> None:
    """Show deals, people, measures, counts, conflicts or events.

    That is what the reports together support: as of one day, as known on another. Among the deals stand
    those that nobody calls one and that are only told beside one another: their state is "rumoured".
    """
    with room_over(paths, ledger) as (workspace, report):
        state = workspace.state(as_of=as_of, known_by=known_by)
        if json:
            json_lines((*state.deals, *state.candidates) if what == "deals" else getattr(state, what))
        else:
            sections(_sections(what, state, workspace.settings.quote) or _none(what))
        end(report)


def _sections(what: What, state: State, quote: int) -> Sequence[Section]:
    from detente.views import dossier

    book = dossier.Book(state, quote=quote)
    found: dict[What, Callable[[], Iterable[Section]]] = {
        "deals": lambda: [
            s for deal in (*state.deals, *state.candidates) for s in dossier.of_deal(deal, book)
        ],
        "people": lambda: dossier.of_people(state.people, book),
        "measures": lambda: dossier.of_measures(state.measures, book),
        "counts": lambda: dossier.of_counts(state.counts, book),
        "conflicts": lambda: dossier.of_conflicts(state.conflicts, book),
        "events": lambda: dossier.of_events(state.events, book),
    }
    return [section for section in found[what]() if not section.empty]


def _none(what: What) -> Sequence[Section]:
    from detente.views.dossier import Line, Section

    return [
        Section(
            title=f"No {what}", lines=(Line(text=f"the reports support no {what}; this is no proof of none"),)
        )
    ]
