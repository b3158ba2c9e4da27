"""``detente corpus …``: many articles, shard by shard, into Parquet; and from there into a ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Annotated

import typer

from detente.errors import InputError
from detente.views.cli.guard import FAILED, INTERRUPTED, shows, stop
from detente.views.cli.options import Json, Ledger
from detente.views.cli.options import Reader as ReaderName
from detente.views.cli.printing import json_lines
from detente.views.cli.room import counting, room, settings

if TYPE_CHECKING:
    from rich.progress import Progress

    from detente.corpus import Report

Workers = Annotated[int, typer.Option("--workers", min=0, help="Processes; 0: only this one.")]
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="ADDRESS", help="Of Dask, or ray://… of Ray.", show_default=False),
]
Folder = Annotated[str, typer.Argument(metavar="DIR", help="The folder of the output.")]


@shows(
    "detente corpus read news/*.jsonl.gz --out corpus --workers 2",
    "detente corpus read s3://bucket/2026/ --out corpus --scheduler tcp://head:8786",
    "detente corpus read crawl.warc.gz --out corpus --sample 0.01       one article in a hundred",
    "detente corpus read news/ --out corpus --dry-run",
)
def read(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files, folders, globs, addresses.")
    ],
    out: Annotated[str, typer.Option("--out", metavar="DIR", help="A new folder, or an earlier run's.")],
    workers: Workers = 1,
    scheduler: Scheduler = None,
    reader: ReaderName = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="Only the first N shards.", show_default=False)
    ] = None,
    sample: Annotated[
        float, typer.Option("--sample", min=0, max=1, help="Share of the articles, always the same ones.")
    ] = 1.0,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be read.")] = False,
    json: Json = False,
) -> None:
    """Read a corpus into Parquet: DIR/articles, DIR/claims, DIR/issues, one file each a shard.

    Inputs are text, HTML, .jsonl (.gz, .zst), Parquet, WARC and WACZ, in folders, by glob or in an object
    store. What is done is skipped, so the same command goes on after a stop. Ctrl-C finishes the shards in
    hand. A shard that kills its worker three times is left aside, and an issue says so.
    """
    corpus = _corpus()
    chosen = settings()
    with _bar() as tick:
        report = corpus.read_corpus(
            inputs, out, workers=workers, scheduler=scheduler, reader=reader or chosen.reader,
            limit=limit, sample=sample, document_limit=chosen.limit, dry_run=dry_run, tick=tick,
        )  # fmt: skip
    json_lines([report]) if json else typer.echo(_told(report, dry_run))
    for trouble in (*report.quarantined, *report.broken):
        typer.echo(f"detente: {trouble}: see {out}/issues", err=True)
    if report.interrupted:
        stop(f"stopped by Ctrl-C; {report.done} of {report.shards} shards are done", INTERRUPTED)
    if report.failed or report.broken or report.quarantined:
        raise typer.Exit(FAILED)


@shows(
    "detente corpus load corpus --ledger news.detente",
    "detente corpus load corpus --ledger postgresql://desk@db.example/news",
)
def load(out: Folder, ledger: Ledger = None, json: Json = False) -> None:
    """Append the relevant articles of a corpus to a ledger, with their bytes and readings.

    Doing it again changes nothing. Articles without a claim stay in the corpus.
    """
    corpus = _corpus()
    with room(ledger, create=True) as workspace, counting("articles") as tick:
        told = workspace.take(lambda journal: corpus.load(out, journal, tick=tick))
    json_lines([told]) if json else typer.echo(f"{told.new} entries new, {told.known} known already")


@shows(
    "detente corpus families corpus --workers 2",
    "detente corpus families corpus --json       how many; the members stand in DIR/families",
)
def families(
    out: Folder,
    workers: Workers = 1,
    scheduler: Scheduler = None,
    json: Json = False,
) -> None:
    """Find which relevant articles of a corpus give one text: copies, cuts, rewrites, one wire's text.

    DIR/families has a row for each member, with how it is tied. What is done is kept after a stop; new shards
    make it anew.
    """
    with _steps() as (begin, tick):
        found = _corpus().find_families(out, workers=workers, scheduler=scheduler, tick=tick, begin=begin)
    json_lines([found]) if json else typer.echo(
        f"{found.families:,} families of {found.members:,} articles; {found.articles:,} are relevant"
    )


@shows(
    "detente corpus happenings corpus --workers 2",
    "detente corpus happenings corpus --scheduler tcp://head:8786",
    "detente corpus happenings corpus --json       how many; the claims of each stand in DIR/happenings",
)
def happenings(
    out: Folder,
    workers: Workers = 1,
    scheduler: Scheduler = None,
    json: Json = False,
) -> None:
    """Find which claims of a corpus tell one happening, as a ledger of the same claims would.

    DIR/happenings has a row for each claim of one, with type, status, days and why they are one. What is done
    is kept after a stop, and Ctrl-C finishes the jobs in hand; new shards make it anew.
    """
    with _steps() as (begin, tick):
        found = _corpus().find_happenings(out, workers=workers, scheduler=scheduler, tick=tick, begin=begin)
    json_lines([found]) if json else typer.echo(
        f"{found.happenings:,} happenings, told {found.tellings:,} times; {found.retold:,} by several reports"
    )


@shows("detente corpus status corpus", "detente corpus status corpus --json       one object a shard")
def status(out: Folder, json: Json = False) -> None:
    """What was read into a folder: by which reader, how many, what was left aside."""
    manifest = _corpus().manifest_of(Path(out))
    if json:
        json_lines([manifest.run, *manifest.done])
        return
    run = manifest.run.reader
    typer.echo(f"reader {run.name} {run.version} ({run.config}), begun {manifest.run.now}")
    for name in ("documents", "articles", "relevant", "claims", "issues", "failed", "quarantined"):
        typer.echo(f"{name:12}{sum(getattr(one, name) for one in manifest.done):>12,}")
    typer.echo(f"{'shards':12}{len(manifest.done):>12,}")


COMMANDS = (read, load, families, happenings, status)


def _corpus() -> ModuleType:
    """The packages of a corpus, or what to install.

    Raises:
        InputError: they are not there.
    """
    try:
        from detente import corpus
    except ImportError as error:
        raise InputError(
            f"expected the packages of a corpus; found none ({error.name}); install detente[corpus]"
        ) from error
    return corpus


def _told(report: Report, dry_run: bool) -> str:
    if dry_run:
        return f"{report.shards} shards, {report.before} of them done"
    return (
        f"{report.done} of {report.shards} shards, {report.articles:,} articles, "
        f"{report.relevant:,} relevant, {report.claims:,} claims, {report.issues:,} issues, "
        f"{report.failed:,} inputs failed"
    )


@contextmanager
def _bar() -> Iterator[Callable[[Report], None]]:
    """A bar with rate, time left and issues so far on standard error; nothing where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda report: None
        return
    with _progress() as bar:
        task = bar.add_task("", total=None)

        def tick(report: Report) -> None:
            rate = report.articles / max(bar.tasks[0].elapsed or 0, 1)
            said = f"{report.articles:,} articles ({rate:,.0f}/s), {report.issues:,} issues"
            bar.update(task, total=report.shards, completed=report.done, description=said)

        yield tick


@contextmanager
def _steps() -> Iterator[tuple[Callable[[str, int], None], Callable[[int], None]]]:
    """A bar for each step, with its jobs and the time left; nothing where nobody watches."""
    if not sys.stderr.isatty():
        yield (lambda step, jobs: None), (lambda jobs: None)
        return
    with _progress() as bar:
        task = bar.add_task("", total=None)
        yield (
            lambda step, jobs: bar.reset(task, total=jobs, description=step),
            lambda jobs: bar.advance(task, jobs),
        )


def _progress() -> Progress:
    from rich import progress
    from rich.console import Console

    columns = (
        progress.BarColumn(), progress.MofNCompleteColumn(), progress.TimeElapsedColumn(),
        progress.TimeRemainingColumn(), progress.TextColumn("{task.description}"),
    )  # fmt: skip
    return progress.Progress(*columns, console=Console(stderr=True), transient=True)
