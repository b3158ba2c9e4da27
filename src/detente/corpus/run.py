"""A run over a corpus: what is missing is done, what is done stays."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from detente.corpus.engines import engine_of
from detente.corpus.inputs import Shard, shards_of
from detente.corpus.jobs import Engine, Outcome
from detente.corpus.manifest import Done, Run, done_path, get, held, put, run_of
from detente.corpus.tables import TABLES, issue_row, write
from detente.corpus.work import Task, reader_of
from detente.ledger import utc_now
from detente.records import Issue
from detente.records.base import Record

LIMIT = 4_000_000
"""Bytes of one document beyond which it is passed over."""


class Report(Record, frozen=True, kw_only=True):
    """What a run came to, over all shards of the folder that were asked for."""

    shards: int = 0  # asked for
    done: int = 0  # whole by now
    before: int = 0  # of these, done by an earlier run
    documents: int = 0
    articles: int = 0
    relevant: int = 0
    claims: int = 0
    issues: int = 0
    failed: int = 0  # inputs that gave no article
    quarantined: tuple[str, ...] = ()  # first path of each shard that killed its worker
    broken: tuple[str, ...] = ()  # what went wrong with shards that can be tried again
    interrupted: bool = False


Tick = Callable[[Report], None]
"""Called with the report so far, each time a shard is done."""


def read_corpus(
    inputs: Sequence[str],
    out: str | Path,
    *,
    now: Callable[[], str] = utc_now,
    workers: int = 1,
    scheduler: str | None = None,
    engine: Engine | None = None,
    reader: str = "rules",
    limit: int | None = None,
    sample: float = 1.0,
    document_limit: int = LIMIT,
    dry_run: bool = False,
    tick: Tick = lambda report: None,
) -> Report:
    """Read inputs into ``out``. Ctrl-C finishes the shards in hand; the next run goes on from there.

    Args:
        inputs: files, folders, globs, addresses of object stores.
        out: a folder: new, or that of an earlier run.
        now: the clock, UTC; what it says at the first run stands in the documents.
        workers: processes on this machine; 0: none, one shard after the other here.
        scheduler: the address of a Dask scheduler instead.
        engine: another engine instead of either.
        reader: name of the reader.
        limit: only this many shards.
        sample: share of the articles, the same ones every time.
        document_limit: bytes of one document.
        dry_run: only say what would be done.
        tick: told of the progress.

    Raises:
        InputError: nothing to read, or ``out`` is something else's.
    """
    folder = Path(out)
    shards = shards_of(inputs, out=folder)[:limit]
    wanted = Run(reader=reader_of(reader).ref, now=now(), limit=document_limit, sample=sample)
    if dry_run:
        return Report(shards=len(shards), before=sum(done_path(folder, s).exists() for s in shards))
    run = run_of(folder, wanted)
    with held(folder):
        return _run(shards, run, folder, engine or engine_of(workers, scheduler), tick)


def _run(shards: Sequence[Shard], run: Run, folder: Path, engine: Engine, tick: Tick) -> Report:
    _sweep(folder)
    before = [get(path, Done) for shard in shards if (path := done_path(folder, shard)).exists()]
    report = Report(shards=len(shards), before=len(before))
    for done in before:
        report = _with(report, done)
    tick(report)
    due = {s.name: s for s in shards if not done_path(folder, s).exists()}
    tasks = (Task(shard=s, run=run, out=str(folder)) for s in due.values())
    return _all(engine, tasks, due, folder, report, tick)


def _all(
    engine: Engine, tasks: Iterator[Task], due: dict[str, Shard], folder: Path, report: Report, tick: Tick
) -> Report:
    try:
        with closing(engine(tasks)) as outcomes:
            for outcome in outcomes:
                report = _met(report, outcome, due[outcome.name], folder)
                tick(report)
    except KeyboardInterrupt:
        return _counted(folder, report, interrupted=True)
    return report


def _met(report: Report, outcome: Outcome[Done], shard: Shard, folder: Path) -> Report:
    if outcome.done is not None:
        return _with(report, outcome.done)
    told = outcome.error or ""
    if "worker died" not in told:
        return _changed(report, broken=(*report.broken, f"{shard.paths[0]}: {told}"))
    return _with(report, quarantine(shard, folder, told))


def quarantine(shard: Shard, folder: Path, why: str) -> Done:
    """Leave a shard aside for good, with an issue that says so."""
    message = (
        f"{shard.paths[0]}: expected to get through bytes {shard.start} to {shard.end or shard.size}; {why}; "
        f"it is left aside; remove manifest/{shard.name}.json to try it again"
    )
    issue = Issue(stage="reading", code="shard-quarantined", message=message, path=shard.paths[0], fatal=True)
    for table in TABLES:
        rows = [issue_row(issue)] if table == "issues" else []
        write(folder / table / f"{shard.name}.parquet", table, rows)
    done = Done(shard=shard, issues=1, failed=1, quarantined=True)
    put(done_path(folder, shard), done)
    return done


def _counted(folder: Path, report: Report, *, interrupted: bool) -> Report:
    """The report after an interrupt: shards that were in hand were finished meanwhile."""
    finished = [get(path, Done) for path in sorted((folder / "manifest").glob("*.json"))]
    fresh = Report(shards=report.shards, before=report.before, broken=report.broken, interrupted=interrupted)
    for done in finished:
        fresh = _with(fresh, done)
    return fresh


def _with(report: Report, done: Done) -> Report:
    left = (*report.quarantined, done.shard.paths[0]) if done.quarantined else report.quarantined
    return _changed(
        report, done=report.done + 1, documents=report.documents + done.documents,
        articles=report.articles + done.articles, relevant=report.relevant + done.relevant,
        claims=report.claims + done.claims, issues=report.issues + done.issues,
        failed=report.failed + done.failed, quarantined=left,
    )  # fmt: skip


def _changed(report: Report, **fields: object) -> Report:
    from msgspec.structs import replace

    return replace(report, **fields)


def _sweep(folder: Path) -> None:
    """Remove what a killed run left half-written."""
    for part in [*folder.glob(".*.part"), *folder.glob("*/.*.part")]:
        part.unlink(missing_ok=True) if part.is_file() else shutil.rmtree(part, ignore_errors=True)
