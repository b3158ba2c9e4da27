"""A desk at an address, with the methods of the workspace: what is asked here is answered there.

No model is loaded and no ledger opened: records come over HTTP as they are in the workspace.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, TypeVar

import httpx
import msgspec

from detente.codebook import EventType
from detente.errors import DetenteError, InputError, LedgerBusyError, LedgerError, UnknownNameError
from detente.ledger import Verification
from detente.records import Answer, Article, Claim, Issue, SentenceTrace, State
from detente.records.base import Field, Record
from detente.workspace import collecting
from detente.workspace.collecting import Tick
from detente.workspace.reports import Outcome, ReadReport, Trace

T = TypeVar("T")
PAGE = 1000
"""How many records are fetched at a time."""
KINDS: dict[int, type[DetenteError]] = {
    404: UnknownNameError, 413: InputError, 422: InputError, 503: LedgerBusyError,
}  # fmt: skip
"""Each status is the error that the workspace raises; any other is the ledger's."""


class Asked(Field, frozen=True):
    """One of the forty questions, as the desk lists it."""

    name: str
    numbers: tuple[int, ...]
    asks: str
    filters: tuple[str, ...]


class _Job(Record, frozen=True, kw_only=True):
    """What the client looks at in an upload's job."""

    id: str
    status: str
    outcomes: tuple[Outcome, ...] = ()
    done: int = 0
    new: int = 0
    error: str | None = None

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.status in ("done", "failed")


def connect(
    url: str, *, token: str | None = None, timeout: float = 60.0, transport: httpx.BaseTransport | None = None
) -> Client:
    """A client of the desk at this address. Close it, or use it in a ``with``.

    Args:
        url: as ``detente serve`` printed it.
        token: of an account, where the desk has accounts.
        timeout: seconds to wait for an answer.
        transport: how requests are sent; None: over the network.

    Raises:
        InputError: nothing answers there.
    """
    headers = {"Accept": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    return Client(httpx.Client(base_url=url, headers=headers, timeout=timeout, transport=transport))


class Client:
    """What a workspace can do, done at an address. Made by :func:`connect`."""

    def __init__(self, http: httpx.Client) -> None:
        self._http = http
        self.health()

    def health(self) -> str:
        """What the ledger ends with.

        Raises:
            InputError: nothing answers at the address.
        """
        return self._get("/health", dict[str, str])["head"]

    # -- from what is kept -------------------------------------------------------------------

    def state(self, *, as_of: str | None = None, known_by: str | None = None) -> State:
        """What the reports together support: see ``Workspace.state``."""
        return self._get("/state", State, as_of=as_of, known_by=known_by)

    def ask(
        self, name: str, *, as_of: str | None = None, known_by: str | None = None, **filters: str | None
    ) -> Answer:
        """One of the forty questions: see ``Workspace.ask``."""
        given = {key.rstrip("_"): value for key, value in filters.items()}
        return self._get(f"/ask/{_part(name)}", Answer, as_of=as_of, known_by=known_by, **given)

    def questions(self) -> tuple[Asked, ...]:
        """The questions that can be asked, in their order."""
        return self._get("/questions", tuple[Asked, ...])

    def claims(
        self,
        paths: Sequence[str] | None = None,
        *,
        reader: str | None = None,
        as_of: str | None = None,
        known_by: str | None = None,
    ) -> Iterator[Claim]:
        """The claims of these inputs, read there and kept by nobody: see ``Workspace.claims``.

        Without paths: every claim of the ledger, fetched as it is needed.
        """
        for path in paths or ():
            for _, raw in sent(path, None):
                yield from self._looked("claims", raw, list[Claim], reader)
        if paths is None:
            yield from self._all(as_of, known_by)

    def _all(self, as_of: str | None, known_by: str | None) -> Iterator[Claim]:
        cursor: str | None = None
        while True:
            answer = self._answer("/claims", as_of=as_of, known_by=known_by, limit=str(PAGE), cursor=cursor)
            yield from msgspec.json.decode(answer.content, type=list[Claim])
            cursor = answer.headers.get("Detente-Next")
            if cursor is None:
                return

    def trace(self, wanted: str) -> Trace:
        """From the id of a record to words and bytes: see ``Workspace.trace``."""
        return self._get(f"/trace/{_part(wanted)}", Trace)

    def article(self, path: str, *, stdin: BinaryIO | None = None) -> Article:
        """The first report at this path, as text; without such a file: of this SHA-256 or id."""
        if path != "-" and not os.path.lexists(path):
            return self._get(f"/articles/{_part(path)}", Article)
        _, raw = next(iter(sent(path, stdin)))
        return self._looked("article", raw, Article)

    def inspect(self, what: str, *, reader: str | None = None) -> tuple[SentenceTrace, ...]:
        """What the reader there sees in each sentence of a report here, or of a text given as it is."""
        at = os.path.lexists(what) or collecting.like_a_path(what)
        raw = next(iter(sent(what, None)))[1] if at else what.encode(errors="replace")
        return self._looked("sentences", raw, tuple[SentenceTrace, ...], reader)

    def codebook(self, name: str | None = None) -> tuple[EventType, ...]:
        """All types of the codebook there, or the one of this name: see ``Workspace.codebook``."""
        if name is None:
            return self._get("/codebook", tuple[EventType, ...])
        return (self._get(f"/codebook/{_part(name)}", EventType),)

    def verify(self, *, noted: str | None = None, fast: bool = False) -> Verification:
        """Whether the ledger's chain holds, and where it breaks: see ``Workspace.verify``."""
        return self._get("/verify", Verification, noted=noted, fast="true" if fast else None)

    def check(self) -> tuple[Issue, ...]:
        """Whether what the ledger keeps makes sense: see ``Workspace.check``."""
        return self._get("/check", tuple[Issue, ...])

    def issues(self) -> tuple[Issue, ...]:
        """What a person should know about the data, the first thousand."""
        return self._get("/issues", tuple[Issue, ...], limit=str(PAGE))

    # -- into it -----------------------------------------------------------------------------

    def read(
        self,
        paths: Sequence[str],
        *,
        reader: str | None = None,
        stdin: BinaryIO | None = None,
        tick: Tick = lambda path: None,
    ) -> ReadReport:
        """Send each file and wait until it is read; a file that was sent before is known there.

        Args:
            paths: files, folders, ``-`` for standard input.
            reader: the reader's name; None: that of the desk's settings.
            stdin: what ``-`` reads; None: the process's own.
            tick: called with the path of each file whenever one of its documents is done.

        Raises:
            InputError: a file cannot be read here, or not there.
            UnknownNameError: no such reader.
        """
        found: list[Outcome] = []
        new = 0
        for name, raw in (one for path in paths for one in sent(path, stdin)):
            job = self._upload(name, raw, reader, tick)
            found += (
                msgspec.structs.replace(o, path=f"{name}{o.path.removeprefix('-')}") for o in job.outcomes
            )
            new += job.new
        return ReadReport(outcomes=tuple(found), new=new)

    def _upload(self, name: str, raw: bytes, reader: str | None, tick: Tick) -> _Job:
        asked = {} if reader is None else {"reader": reader}
        answer = self._http.post("/documents", content=raw, params=asked)
        job = msgspec.json.decode(_checked(answer).content, type=_Job)
        job = job if job.over else self._over(job, lambda: tick(name))
        if job.status == "failed" and not job.outcomes:
            raise InputError(f"{name}: {job.error}")
        return job

    def _over(self, job: _Job, tick: Callable[[], None]) -> _Job:
        """The job at its end, by its events."""
        done = 0
        with self._http.stream("GET", f"/jobs/{job.id}/events", timeout=None) as stream:
            for line in stream.iter_lines():
                if line.startswith("data: "):
                    job = msgspec.json.decode(line[6:], type=_Job)
                    for _ in range(done, job.done):
                        tick()
                    done = job.done
        return job

    def _looked(self, what: str, raw: bytes, kind: type[T], reader: str | None = None) -> T:
        asked = {} if reader is None else {"reader": reader}
        answer = self._http.post(f"/look/{what}", content=raw, params=asked)
        return msgspec.json.decode(_checked(answer).content, type=kind)

    # -- the wire ----------------------------------------------------------------------------

    def _get(self, path: str, kind: type[T], **given: str | None) -> T:
        return msgspec.json.decode(self._answer(path, **given).content, type=kind)

    def _answer(self, path: str, **given: str | None) -> httpx.Response:
        asked = {key: value for key, value in given.items() if value is not None}
        try:
            return _checked(self._http.get(path, params=asked))
        except httpx.TransportError as error:
            raise InputError(
                f"{self._http.base_url}: expected a desk that answers; found: {error}; "
                "is `detente serve` running?"
            ) from error

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def sent(path: str, stdin: BinaryIO | None) -> Iterator[tuple[str, bytes]]:
    """What is sent for a path: standard input, a file, or every file of a folder that is not hidden.

    Raises:
        InputError: it cannot be read.
    """
    try:
        if path == "-":
            yield "-", (stdin or sys.stdin.buffer).read()
        elif Path(path).is_dir():
            inside = (p for p in sorted(Path(path).rglob("*")) if p.is_file())
            shown = (p for p in inside if not any(x.startswith(".") for x in p.relative_to(path).parts))
            yield from ((str(p), p.read_bytes()) for p in shown)
        else:
            yield path, Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"{path}: expected a file that can be read; found: {error.strerror}") from error


def _part(text: str) -> str:
    """A name as one part of an address."""
    from urllib.parse import quote

    return quote(text, safe="") or "-"


def _checked(answer: httpx.Response) -> httpx.Response:
    """The answer, if it is one.

    Raises:
        DetenteError: it is a problem, with the words of the desk.
    """
    if answer.is_success:
        return answer
    try:
        told: Any = msgspec.json.decode(answer.content)["detail"]
    except (msgspec.DecodeError, KeyError, TypeError):
        told = f"expected an answer of a desk; found status {answer.status_code}; check the address"
    raise KINDS.get(answer.status_code, LedgerError)(str(told))
