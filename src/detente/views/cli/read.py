"""``detente read``: read, keep, print the dossier."""

from __future__ import annotations

from detente.views.cli.guard import shows
from detente.views.cli.options import Json, Ledger, Paths, Reader
from detente.views.cli.printing import json_lines, sections
from detente.views.cli.room import end, progress, room, tell


@shows(
    "detente read examples/*.txt                      three reports together",
    "detente read news/ --ledger news.detente         keep what was read; again changes nothing",
    "curl -s https://example.org/a.html | detente read -",
    "detente read articles.jsonl --json               what became of each article",
)
def read(paths: Paths, ledger: Ledger = None, reader: Reader = None, json: Json = False) -> None:
    """Read reports and print what they say together.

    They are appended to the ledger, where there is one; reading a report again changes nothing. An
    input that cannot be read never stops the others. After Ctrl-C, what was finished is kept. With
    --json: for each input one object with its claims counted and its issues.
    """
    from detente.views.dossier import dossier

    with room(ledger, create=True) as workspace:
        with progress(workspace, paths) as tick:
            report = workspace.read(paths, reader=reader, tick=tick)
        tell(report)
        if json:
            json_lines(report.outcomes)
        elif report.done and not report.interrupted:
            sections(dossier(workspace.state(), quote=workspace.settings.quote))
        end(report)
