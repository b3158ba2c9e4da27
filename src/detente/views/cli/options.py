"""Arguments and options that several commands share: one wording, one meaning."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.errors import InputError

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders, .jsonl of articles, or - for standard input."),
]
PathsInstead = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH...]", help="Read these in memory instead of a ledger.", show_default=False),
]
Ledger = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="FILE",
        envvar="DETENTE_LEDGER",
        help="The ledger: a file or postgresql://… Without it: the one of detente.toml.",
        show_default=False,
    ),
]
Reader = Annotated[
    str | None,
    typer.Option("--reader", metavar="NAME", help="Another reader than the settings'.", show_default=False),
]
Json = Annotated[
    bool, typer.Option("--json", help="One JSON object a line on standard output, nothing else.")
]


def _day(text: str | None) -> str | None:
    """Refused before anything is read."""
    if text is None:
        return None
    from detente.workspace import checked_day

    try:
        return checked_day("the option", text)
    except InputError as error:
        raise typer.BadParameter(str(error)) from error


AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="What held on this day (YYYY-MM-DD).",
        show_default=False,
        callback=_day,
    ),
]
KnownBy = Annotated[
    str | None,
    typer.Option(
        "--known-by",
        metavar="DATE",
        help="Only reports known by the end of this day.",
        show_default=False,
        callback=_day,
    ),
]
