"""One workspace for many askers: it works in a thread of its own, and what it settled is shared.

A workspace belongs to one thread. Every question is put to it in that thread, in order; states are
frozen, so that all askers may read the same one. Uploads are read by a second workspace over the
same ledger, so that nobody waits for a long reading.
"""

from __future__ import annotations

import gc
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import msgspec

from detente.records import Answer
from detente.views.serving.kept import Kept, KeptView
from detente.views.serving.view import View

if TYPE_CHECKING:
    from detente.settings import Settings
    from detente.workspace import Workspace

P = ParamSpec("P")
T = TypeVar("T")
PATIENCE = 0.02
"""For how many seconds an asker waits for what came last, before the state before it is shown."""
HELD = 8
"""How many views beside the latest are kept."""
Key = tuple[str, str | None, str | None]


class Room:
    """A workspace in a thread of its own; it is opened when first used."""

    def __init__(self, open_: Callable[[], Workspace]) -> None:
        self._open = open_
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="room")
        self._workspace: Workspace | None = None

    def submit(self, work: Callable[[Workspace], T]) -> Future[T]:
        """Put it in the queue."""
        return self._pool.submit(self._run, work)

    def call(self, work: Callable[[Workspace], T]) -> T:
        """Put it in the queue and wait for the answer."""
        return self.submit(work).result()

    def _run(self, work: Callable[[Workspace], T]) -> T:
        if self._workspace is None:
            self._workspace = self._open()
        return work(self._workspace)

    def close(self) -> None:
        """Finish what is in the queue and let go of the ledger; a second time does nothing."""
        if self._workspace is not None:
            self._pool.submit(self._workspace.close).result()
            self._workspace = None
        self._pool.shutdown()


class Desk:
    """Answers for everybody who asks; see the head of this module.

    Args:
        ledger: the ledger's file; None: memory, where only what is uploaded is held.
        settings: see :mod:`detente.settings`.
        paths: reports that are read into memory at the start, where there is no ledger.
        clearance: the most sensitive that its views may hold.
    """

    def __init__(
        self,
        ledger: str | None,
        settings: Settings,
        *,
        paths: tuple[str, ...] = (),
        clearance: str = "sealed",
    ) -> None:
        self.settings = settings
        self.ledger = ledger

        def opened() -> Workspace:
            from detente.workspace import open_workspace

            kept = settings if ledger is not None else msgspec.structs.replace(settings, ledger="")
            workspace = open_workspace(ledger, settings=kept, create=False, clearance=clearance)
            if paths:
                workspace.read(paths)
            return workspace

        self.room = Room(opened)
        self.writers = Room(opened) if ledger is not None else self.room
        self._lock = Lock()
        self._coming: Future[View] | None = None
        self._latest: View | None = None
        self._made: View | None = None  # the latest that was made of a settle: the next is made of it
        self._mark: str | None = None  # the end of the ledger up to which the latest goes
        self._kept = Kept(None if paths else ledger, settings, clearance)
        self._others: OrderedDict[Key, View] = OrderedDict()

    # -- what stands -------------------------------------------------------------------------

    def view(self, as_of: str | None = None, known_by: str | None = None) -> View:
        """The state on these days, set up for pages and answers.

        While what came last is still being settled, the state before it is shown; each view says
        which head of the ledger it rests on.

        Raises:
            InputError: no such day.
        """
        if as_of is None and known_by is None:
            return self._newest()
        return self.room.call(lambda workspace: self._other(workspace, as_of, known_by))

    def _newest(self) -> View:
        with self._lock:
            if self._coming is None or self._coming.done():
                self._coming = self.room.submit(self._renew)
            coming, latest = self._coming, self._latest
        if isinstance(latest, KeptView) and latest.spoilt:
            latest = None
        try:
            return coming.result(None if latest is None else PATIENCE)
        except Late:
            return latest if latest is not None else coming.result()

    def _renew(self, workspace: Workspace) -> View:
        mark, first = workspace.mark(), self._latest is None
        if self._latest is not None and mark == self._mark:
            return self._latest
        if first and (kept := self._kept.get(mark)) is not None:
            self._latest, self._mark = kept, mark
            self.room.submit(self._in_full)
            return kept
        self._latest = self._settled(workspace)
        self._mark = mark if workspace.mark() == mark else None  # it may have grown meanwhile
        if first and self._mark is not None:
            self._kept.put(mark, self._latest)
        return self._latest

    def _in_full(self, workspace: Workspace) -> None:
        """Settle what was kept, so that questions and what comes find all at hand."""
        if isinstance(self._latest, KeptView):
            self._mark = None
            self._renew(workspace)

    def _settled(self, workspace: Workspace) -> View:
        head = workspace.head()
        kept = isinstance(self._latest, KeptView)
        if self._latest is not None and not kept and self._latest.head == head:
            return self._latest  # what came is nothing that may be seen here
        before, self._made = self._made, None  # nothing is known where it breaks off
        with _undisturbed():
            state, news = workspace.state(), workspace.news()
            self._made = view = View(
                state, workspace.articles(), head=head, quote=self.settings.quote, before=before, news=news
            ).warmed(self._latest)
        return view

    def _other(self, workspace: Workspace, as_of: str | None, known_by: str | None) -> View:
        key = (workspace.head(), as_of, known_by)
        if key not in self._others:
            self._others[key] = _made(workspace, *key)
        self._others.move_to_end(key)
        while len(self._others) > HELD:
            self._others.popitem(last=False)
        return self._others[key]

    def coming(self) -> Future[View]:
        """The state with all that has been appended by now, when it is settled."""
        with self._lock:
            self._coming = coming = self.room.submit(self._renew)
        return coming

    def fresh(self) -> View:
        """The state with all that has been appended by now, however long that takes."""
        return self.coming().result()

    # -- questions ---------------------------------------------------------------------------

    def ask(self, name: str, as_of: str | None, known_by: str | None, given: dict[str, str]) -> Answer:
        """One of the forty questions; see ``Workspace.ask``."""
        filters = {f"{key}_" if key == "from" else key: value for key, value in given.items()}
        return self.room.call(lambda w: w.ask(name, as_of=as_of, known_by=known_by, **filters))

    def write(self, work: Callable[[Workspace], T]) -> T:
        """Have a person's word kept; when this returns, every view shows it."""
        done = self.writers.call(work)
        self.fresh()
        return done

    def close(self) -> None:
        """Let go of the ledger; what was settled last is kept for the next start."""
        if self._latest is not None and self._mark is not None:
            self._kept.put(self._mark, self._latest)
        for room in {id(r): r for r in (self.writers, self.room)}.values():
            room.close()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Memory is not looked through for rubbish meanwhile: that keeps every page waiting, and finds none.

    What comes to be stays until it is let go, and is not looked through later either: a list of a million
    claims takes a tenth of a second. Rubbish of before is looked for first, in what came since the last time.
    """
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _made(workspace: Workspace, head: str, as_of: str | None, known_by: str | None) -> View:
    state = workspace.state(as_of=as_of, known_by=known_by)
    return View(state, workspace.articles(known_by=known_by), head=head, quote=workspace.settings.quote)
