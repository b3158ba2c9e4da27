"""How a command gets its workspace: settings and environment are read here and nowhere below."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer

from detente.errors import InputError
from detente.settings import Settings, load_settings

if TYPE_CHECKING:
    from detente.records import Issue
    from detente.workspace import ReadReport, Tick, Workspace


def settings() -> Settings:
    """Those of DETENTE_SETTINGS, else of ./detente.toml, else those that ship."""
    named = os.environ.get("DETENTE_SETTINGS")
    here = Path("detente.toml")
    return load_settings(named or (here if here.exists() else None))


@contextmanager
def room(ledger: str | None = None, *, create: bool = False) -> Iterator[Workspace]:
    """A workspace over the ledger that was asked for, else the settings', else memory."""
    from detente.workspace import open_workspace

    if ledger == "":
        raise InputError("--ledger: expected the name of a file; found none; is a variable empty?")
    with open_workspace(ledger, settings=settings(), create=create) as workspace:
        yield workspace


def named(ledger: str | None) -> str:
    """The ledger that was asked for, else the settings'.

    Raises:
        InputError: neither names one.
    """
    found = ledger or settings().ledger
    if not found:
        raise InputError("expected a ledger; found none; give --ledger FILE or an address")
    return str(found)


@contextmanager
def room_in_memory() -> Iterator[Workspace]:
    """A workspace that keeps nothing, whatever ledger the settings name."""
    from detente.workspace import open_workspace

    with open_workspace(settings=msgspec.structs.replace(settings(), ledger="")) as workspace:
        yield workspace


@contextmanager
def room_over(
    paths: Sequence[str] | None, ledger: str | None, *, even_empty: bool = False
) -> Iterator[tuple[Workspace, ReadReport | None]]:
    """A workspace over these paths, read into memory; without paths, over a ledger.

    Where no report could be read there is nothing to tell: unless the caller wants it ``even_empty``,
    it ends here, with the exit code that says so.

    Raises:
        InputError: neither was given.
    """
    if not paths:
        if ledger is None and not settings().ledger:
            raise InputError(
                "expected a ledger (--ledger FILE) or paths to read; found neither; give one of them"
            )
        with room(ledger) as workspace:
            yield workspace, None
        return
    with room_in_memory() as workspace:
        with progress(workspace, paths) as tick:
            report = workspace.read(paths, tick=tick)
        tell(report)
        if report.interrupted or not (report.done or even_empty):
            end(report)
        yield workspace, report


@contextmanager
def progress(workspace: Workspace, paths: Sequence[str]) -> Iterator[Tick]:
    """A bar on standard error over several inputs; nothing where nobody watches."""
    total = workspace.count(paths) if sys.stderr.isatty() else 1
    if total == 1:
        yield lambda path: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda path: bar.update(task, advance=1, description=Path(path).name[:40])


@contextmanager
def counting(what: str) -> Iterator[Callable[[int], None]]:
    """How many are done so far, on standard error; nothing where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda number: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), MofNCompleteColumn(), TextColumn(what), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda number: bar.update(task, advance=number)


def tell(report: ReadReport) -> None:
    """What a person should know about the inputs, on standard error."""
    for outcome in report.outcomes:
        complain(outcome.issues, aside=outcome.status == "skipped")


def complain(issues: Iterable[Issue], *, aside: bool = False) -> None:
    """Each fatal issue, and of an input left aside every one, as a line on standard error."""
    for issue in issues:
        if issue.fatal or aside:
            typer.echo(f"detente: {issue.message}", err=True)


def end(report: ReadReport | None) -> None:
    """The exit code of a read: 130 where it was interrupted, 1 where some inputs failed or none was read."""
    from detente.views.cli.guard import FAILED, INTERRUPTED, stop

    if report is None:
        return
    if report.interrupted:
        stop(f"stopped by Ctrl-C; {len(report.done)} finished before it", INTERRUPTED)
    if report.failed:
        stop(f"{len(report.failed)} of {len(report.outcomes)} inputs failed", FAILED)
    if not report.done:
        stop("no report was read", FAILED)
