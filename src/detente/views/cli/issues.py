"""``detente issues``: what a person should know about the data."""

from __future__ import annotations

from detente.views.cli.guard import shows
from detente.views.cli.options import Json, Ledger, PathsInstead
from detente.views.cli.printing import json_lines, sections
from detente.views.cli.room import end, room_over


@shows(
    "detente issues --ledger news.detente",
    "detente issues examples/*.txt --json",
)
def issues(paths: PathsInstead = None, ledger: Ledger = None, json: Json = False) -> None:
    """List what a person should know about the inputs.

    Files that failed, dates that are missing, sentences that were not understood.
    """
    from detente.views.dossier.texts import of_issues

    with room_over(paths, ledger, even_empty=True) as (workspace, report):
        found = workspace.issues() if report is None else report.issues
        if json:
            json_lines(found)
        else:
            sections([of_issues(found)])
        end(report)
