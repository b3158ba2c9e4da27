"""The workspace: sources, a reader and a ledger bound to a clock. The only place that wires them."""

from __future__ import annotations

import difflib
import io
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import TracebackType
from typing import BinaryIO

from detente.codebook import EventType, codebook
from detente.errors import InputError, LedgerError, UnknownNameError
from detente.ledger import Appended, Head, Journal, Stats, Verification, check, copy, open_journal, utc_now
from detente.reading import READERS, Inspector, Reader
from detente.reconciliation import answers
from detente.reconciliation.explain import supports
from detente.records import Answer, Article, Claim, Deal, Issue, SentenceTrace, State
from detente.registry import Registry
from detente.settings import Settings, load_settings
from detente.workspace import collecting, keeping, tracing
from detente.workspace.coding import Coder
from detente.workspace.collecting import Result, Tick
from detente.workspace.finding import Finder
from detente.workspace.judging import Judge
from detente.workspace.keeping import Keeper, Memory, Standing, checked_day
from detente.workspace.reports import ReadReport, Trace
from detente.workspace.warm import News, Warm
from detente.workspace.withholding import ALL, checked_clearance


def open_workspace(
    ledger: str | os.PathLike[str] | None = None,
    *,
    settings: Settings | None = None,
    now: Callable[[], str] = utc_now,
    create: bool = True,
    readers: Registry[Reader] = READERS,
    clearance: str = ALL,
) -> Workspace:
    """A room to work in. Close it, or use it in a ``with``.

    Args:
        ledger: the file that keeps what is read. None: the settings' ledger; none there either: memory.
        settings: see :mod:`detente.settings`; None: those that ship.
        now: the clock: UTC as ``2025-01-31T08:00:00Z``.
        create: make the ledger where there is none; False: that is an error.
        readers: the table of readers.
        clearance: the most sensitive that may be seen; see :mod:`detente.workspace.withholding`.

    Raises:
        LedgerError: it cannot be opened.

    Example:
        >>> with open_workspace() as workspace:
        ...     workspace.state().claims
        ()
    """
    chosen = settings if settings is not None else load_settings()
    path = ledger if ledger is not None else chosen.ledger or None
    journal = None if path is None else open_journal(path, now=now, create=create)
    return Workspace(journal, settings=chosen, now=now, readers=readers, clearance=clearance)


class Workspace(Coder, Finder, Judge):
    """What a person can do with Detente. Made by :func:`open_workspace`."""

    def __init__(
        self,
        journal: Journal | None,
        *,
        settings: Settings,
        now: Callable[[], str],
        readers: Registry[Reader],
        clearance: str = ALL,
    ) -> None:
        self.settings, self._whole = settings, checked_clearance(clearance) == ALL
        self._journal = journal
        self._keeper: Keeper = Memory(now()[:10]) if journal is None else journal
        self._warm = Warm(self._keeper, settings, clearance)
        self._now, self._table = now, readers
        self._readers: dict[str, Reader] = {}

    # -- from paths --------------------------------------------------------------------------

    def read(
        self,
        paths: Sequence[str],
        *,
        reader: str | None = None,
        stdin: BinaryIO | None = None,
        tick: Tick = lambda path: None,
    ) -> ReadReport:
        """Read and append, a batch at a time; an input that fails never stops the others.

        Ctrl-C ends it early: what was finished by then is kept, and the report says so.

        Args:
            paths: files, folders, ``-`` for standard input.
            reader: the reader's name; None: the settings'.
            stdin: what ``-`` reads; None: the process's own.
            tick: called with the path of each document that is done.

        Raises:
            UnknownNameError: no such reader.
            LedgerError: the ledger cannot be written; earlier batches are in it.
        """
        report, batch = ReadReport(), list[Result]()
        try:
            for result in self.look(paths, reader=reader, stdin=stdin, tick=tick):
                batch.append(result)
                if len(batch) >= self.settings.batch:
                    report, batch = self.keep(batch, after=report), []
        except KeyboardInterrupt:
            report = ReadReport(outcomes=report.outcomes, new=report.new, interrupted=True)
        return self.keep(batch, after=report)

    def look(
        self,
        paths: Sequence[str],
        *,
        reader: str | None = None,
        stdin: BinaryIO | None = None,
        tick: Tick = lambda path: None,
    ) -> Iterator[Result]:
        """Read without keeping: all that is made of each input, as it is done."""
        found = self._collect(paths, stdin)
        return collecting.read_all(found, self._reader(reader), batch=self.settings.batch, tick=tick)

    def keep(self, results: Sequence[Result], *, after: ReadReport | None = None) -> ReadReport:
        """Append what was made of inputs, in one piece; the report goes on from the one before."""
        return keeping.keep(self._keeper, results, after or ReadReport())

    def claims(self, paths: Sequence[str], *, reader: str | None = None) -> Iterator[Claim]:
        """The claims of these inputs, in the order of the texts; nothing is kept."""
        for result in self.look(paths, reader=reader):
            if result.reading is not None:
                yield from result.reading.claims

    def article(self, path: str, *, stdin: BinaryIO | None = None) -> Article:
        """The first report at this path, as text.

        Raises:
            InputError: there is none.
        """
        found = self._collect([path], stdin)
        for result in map(collecting.with_article, found):
            if result.article is not None:
                return result.article
            if any(issue.fatal for issue in result.issues):
                raise InputError(result.issues[-1].message)
        raise InputError(f"expected a report at {path}; found none; give the path of a text or page")

    def inspect(
        self, what: str, *, reader: str | None = None, stdin: BinaryIO | None = None
    ) -> tuple[SentenceTrace, ...]:
        """What the reader sees in each sentence of a report, or of a text given as it is.

        Raises:
            UnknownNameError: this reader cannot tell.
        """
        chosen = self._reader(reader)
        if not isinstance(chosen, Inspector):
            raise UnknownNameError(f"expected a reader that can be inspected; {chosen.ref.name} cannot")
        return chosen.inspect(self._article_or_text(what, stdin))

    def count(self, paths: Iterable[str]) -> int | None:
        """How many inputs these paths hold; None where only reading tells."""
        return collecting.count(paths, now=self._now())

    # -- from what is kept -------------------------------------------------------------------

    def state(self, *, as_of: str | None = None, known_by: str | None = None) -> State:
        """What the reports together support: deals, people, measures, counts, conflicts, events.

        Args:
            as_of: a day: what held on it. None: what holds last.
            known_by: a day: only reports that could be known by its end.

        Raises:
            InputError: no such day.
        """
        return self._warm.shelf(as_of, known_by).state

    def ask(
        self, name: str, *, as_of: str | None = None, known_by: str | None = None, **filters: str | None
    ) -> Answer:
        """One of the forty questions, answered from what the reports together support.

        Args:
            name: of the question: ``"released"``, ``"adds-up"``; :meth:`questions` lists them.
            as_of: a day: what held on it. None: what holds last.
            known_by: a day: only reports that could be known by its end.
            filters: ``country``, ``sector``, ``person``, ``record``, ``from_``, ``to``. Of ``diff`` and
                ``list-changes`` the last two are days of knowledge; elsewhere they bound what happened.

        Raises:
            UnknownNameError: no such question, or it takes no such filter.

        Example:
            >>> with open_workspace() as workspace:
            ...     workspace.ask("released", country="Osmia").verdict
            'unknown'
        """
        given = {key.rstrip("_"): value for key, value in filters.items() if value is not None}
        for key in ("from", "to"):
            checked_day(key, given.get(key))
        answers.question(name)
        if name not in answers.DIFFS:
            return answers.ask(name, self._warm.shelf_for(name, given, as_of, known_by), given)
        first, last = given.get("from"), given.get("to") or known_by
        before = self._warm.shelf_for(name, given, as_of, first).state if first else None
        return answers.ask(name, self._warm.shelf_for(name, given, as_of, last), given, before=before)

    def deals(
        self,
        wanted: str | None = None,
        *,
        country: str | None = None,
        since: str | None = None,
        as_of: str | None = None,
        known_by: str | None = None,
    ) -> tuple[Deal, ...]:
        """The deals, those alone of a country, since a day, or the one of an id or its beginning.

        Raises:
            UnknownNameError: no deal, or several, of that id.
        """
        day, shelf = checked_day("since", since), self._warm.shelf(as_of, known_by)
        near = shelf.deals({} if country is None else {"country": country})
        found = tuple(d for d in near if day is None or (d.date.end or "9") >= day)
        if wanted is None:
            return found
        same = tuple(d for d in (*found, *shelf.state.candidates) if d.id.startswith(wanted))
        if len(same) != 1 or len(wanted) < tracing.SHORTEST:
            raise UnknownNameError(f"expected the id of one deal; found {len(same)} for {wanted!r}")
        return same

    def questions(self) -> tuple[answers.Question, ...]:
        """The questions that can be asked, in their order."""
        return answers.QUESTIONS

    def trace(self, wanted: str) -> Trace:
        """From the id of a record, or its first characters, to voices and weights, words and bytes.

        Raises:
            UnknownNameError: no such id, or several begin so.
        """
        state = self.state()
        found = tracing.find(state, wanted)
        documents = keeping.documents(self._keeper, {claim.document.sha256 for claim in found.claims})
        articles = {a.document.sha256: a for a in self._standing(None).articles}
        behind = supports(state, found.record)
        context = self.settings.context if self._whole else 0
        return tracing.trace_of(found, articles, documents, context=context, supports=behind)

    def articles(self, *, known_by: str | None = None) -> dict[str, Article]:
        """The reports that stand, as texts, by the hash of their bytes."""
        return {a.document.sha256: a for a in self._standing(known_by).articles} if self._whole else {}

    def head(self) -> str:
        """What the ledger ends with: it changes with every entry that may be seen, and with nothing else."""
        return keeping.head(self._keeper) if self._whole else keeping.head_of(self._standing(None))

    def mark(self) -> str:
        """The end of the whole ledger; for whoever keeps what was settled, never to be shown."""
        return keeping.head(self._keeper)

    def news(self) -> News | None:
        """What is another in the latest state than when this was last asked; None: anything may be.

        For one who keeps what was made of a state, and makes it anew from the next.
        """
        return self._warm.news()

    def issues(self) -> tuple[Issue, ...]:
        """What a person should know about the data, in the order in which it was found."""
        return keeping.issues(self._keeper) if self._whole else ()

    def verify(self, *, noted: str | None = None, fast: bool = False) -> Verification:
        """Whether the ledger's chain holds, and where it breaks.

        Args:
            noted: a head's hash, noted earlier and elsewhere: it must lie on the chain.
            fast: look only at the end and at the numbers.

        Raises:
            LedgerError: there is no ledger.
        """
        return self._kept().verify(noted=noted, fast=fast)

    def stats(self) -> Stats:
        """How much the ledger holds.

        Raises:
            LedgerError: there is no ledger.
        """
        return self._kept().stats()

    def take(self, bring: Callable[[Journal], Appended]) -> Appended:
        """Let something that brings entries in bulk append them to the ledger.

        Raises:
            LedgerError: there is no ledger, or it cannot be written.
        """
        return bring(self._kept())

    def copy_to(self, ledger: str, *, tick: Callable[[int], None] = lambda entries: None) -> Head:
        """Bring another ledger, empty or an earlier copy, to where this one is: a file or a server's.

        Raises:
            LedgerError: there is no ledger, or the other cannot be written.
            LedgerBrokenError: the other is not an earlier state of this one.
        """
        with open_journal(ledger, now=self._now) as target:
            return copy(self._kept(), target, tick=tick)

    def backup(self, path: str, *, tick: Callable[[int], None] = lambda entries: None) -> Verification:
        """A copy in one new file: written aside, verified, then given its name. Others may write meanwhile.

        Raises:
            LedgerError: there is no ledger, or the file is there already.
        """
        if os.path.lexists(path):
            raise LedgerError(f"{path}: expected the name of a new file; found one; name another")
        aside = f"{path}.part"
        with open_journal(aside, now=self._now) as target:
            copy(self._kept(), target, tick=tick)
            told = target.verify()
        if told.ok:
            os.replace(aside, path)
        return told

    def check(self) -> tuple[Issue, ...]:
        """Whether what the ledger keeps makes sense: its keys, its spans, its clocks.

        Raises:
            LedgerError: there is no ledger.
        """
        return check(self._kept())

    # -- beside both -------------------------------------------------------------------------

    def codebook(self, name: str | None = None) -> tuple[EventType, ...]:
        """All event and record types, or the one of this name.

        Raises:
            UnknownNameError: no such type.
        """
        types = codebook().types
        if name is None:
            return tuple(types.values())
        wanted = name.upper().replace("-", "_")
        for kind in types.values():
            if wanted in (kind.name, kind.code):
                return (kind,)
        near = difflib.get_close_matches(wanted, types, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(types)}"
        raise UnknownNameError(f"expected a type of the codebook; found {name!r}; {hint}")

    def close(self) -> None:
        """Let go of the ledger; a second time does nothing."""
        self._keeper.close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- wiring ------------------------------------------------------------------------------

    def _reader(self, name: str | None) -> Reader:
        wanted = name or self.settings.reader
        if wanted not in self._readers:
            self._readers[wanted] = self._table.get(wanted)()
        return self._readers[wanted]

    def _kept(self) -> Journal:
        if self._journal is None:
            raise LedgerError("expected a ledger to verify; found none; name it with --ledger")
        return self._journal

    def _collect(self, paths: Iterable[str], stdin: BinaryIO | None) -> Iterator[Result]:
        return collecting.collect(paths, now=self._now(), limit=self.settings.limit, stdin=stdin)

    def _standing(self, known_by: str | None) -> Standing:
        return self._warm.standing(known_by)

    def _article_or_text(self, what: str, stdin: BinaryIO | None) -> Article:
        """What stands there, or is written like a path, is one; anything else is a text."""
        if os.path.lexists(what) or collecting.like_a_path(what):
            return self.article(what, stdin=stdin)
        return self.article("-", stdin=io.BytesIO(what.encode(errors="replace")))
