"""A process of its own for reading what was sent: no report can keep a page waiting, or take the desk down.

It is given bytes and gives back results. It has no ledger, and is ended when one report takes too long.
"""

from __future__ import annotations

import io
import signal
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from detente.errors import DetenteError, InputError, LedgerBusyError, UnknownNameError
from detente.records import SentenceTrace
from detente.workspace.collecting import Result, Tick

if TYPE_CHECKING:
    from detente.settings import Settings
    from detente.workspace import Workspace

PATIENCE = 180.0
"""Seconds that one report may take; what takes longer is for ``detente read``, which nobody waits for."""
_SPAWN = get_context("spawn")
_READ, _INSPECT = "read", "inspect"


Told = Result | SentenceTrace | str
"""What the process says: results and traces, and the path of each document that is done."""


class ReaderProcess:
    """Reads in a process that is started when it is first needed, and again after it was ended."""

    def __init__(
        self,
        settings: Settings,
        *,
        patience: float = PATIENCE,
        serve: Callable[[Connection, Settings], None] | None = None,
    ) -> None:
        self._settings = msgspec.structs.replace(settings, ledger="")
        self._patience, self._serve = patience, serve or answer
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._lock = Lock()

    def read(
        self, raw: bytes, tick: Tick = lambda path: None, *, reader: str | None = None
    ) -> Iterator[Result]:
        """What is made of these bytes, as it is done.

        Raises:
            InputError: one report took too long, or was more than a process can bear.
            UnknownNameError: no such reader.
            LedgerBusyError: it is at work for somebody else.
        """
        for told in self._asked(_READ, raw, reader):
            if isinstance(told, str):
                tick(told)
            elif isinstance(told, Result):
                yield told

    def inspect(self, raw: bytes, *, reader: str | None = None) -> tuple[SentenceTrace, ...]:
        """What the reader sees in each sentence of a text.

        Raises:
            InputError: it took too long, or was more than a process can bear.
            UnknownNameError: no such reader, or it cannot tell.
            LedgerBusyError: it is at work for somebody else.
        """
        return tuple(t for t in self._asked(_INSPECT, raw, reader) if isinstance(t, SentenceTrace))

    def _asked(self, what: str, raw: bytes, reader: str | None) -> Iterator[Told]:
        if not self._lock.acquire(blocking=False):
            raise LedgerBusyError("expected a reader that is free; found it at work; ask again in a moment")
        try:
            yield from self._all_told(what, raw, reader)
        finally:
            self._lock.release()

    def _all_told(self, what: str, raw: bytes, reader: str | None) -> Iterator[Told]:
        pipe, over = self._started(), False
        try:
            pipe.send((what, reader))
            pipe.send_bytes(raw)
            while (told := self._told(pipe)) is not None:
                if isinstance(told, DetenteError):
                    over = True
                    raise told
                yield told
            over = True
        except (EOFError, OSError) as error:
            self.close()
            raise InputError(
                "expected a report that can be read; found one at which reading came to a sudden end; "
                "send it in parts"
            ) from error
        finally:
            if not over:
                self.close()  # what it still has to say is not for the next one

    def _told(self, pipe: Connection) -> Told | DetenteError | None:
        if not pipe.poll(self._patience):
            self.close()
            raise InputError(
                f"expected a report that is read within {self._patience:g} seconds; found one that takes "
                "longer; send it in parts, or give it to `detente read`"
            )
        told: Told | DetenteError | None = pipe.recv()
        return told

    def _started(self) -> Connection:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            self.close()
            self._pipe, theirs = _SPAWN.Pipe()
            self._process = _SPAWN.Process(target=self._serve, args=(theirs, self._settings), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe

    def close(self) -> None:
        """End the process; a second time does nothing."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if process is not None:
            process.kill()
            process.join()
        if pipe is not None:
            pipe.close()


def answer(pipe: Connection, settings: Settings) -> None:
    """What the process does until nobody is at the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the desk, which ends us
    from detente.workspace import open_workspace

    with open_workspace(settings=settings) as workspace:
        while True:
            try:
                what, reader = pipe.recv()
                raw = pipe.recv_bytes()
            except EOFError:
                return
            try:
                for told in _made(workspace, what, raw, reader, pipe.send):
                    pipe.send(told)
            except (InputError, UnknownNameError) as error:
                pipe.send(error)
            else:
                pipe.send(None)


def _made(
    workspace: Workspace, what: str, raw: bytes, reader: str | None, tick: Tick
) -> Iterable[Result | SentenceTrace]:
    if what == _INSPECT:
        return workspace.inspect("-", reader=reader, stdin=io.BytesIO(raw))
    return workspace.look(["-"], reader=reader, stdin=io.BytesIO(raw), tick=tick)
