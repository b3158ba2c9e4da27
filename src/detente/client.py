"""A desk at an address, with the methods of the workspace: what is asked here is answered there.

No model is loaded and no ledger opened: records come over HTTP as they are in the workspace.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import httpx
import msgspec

from detente.errors import DetenteError, InputError, LedgerBusyError, LedgerError, UnknownNameError
from detente.records import Answer, Article, Claim, Issue, State
from detente.records.base import Field, Record
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
    new: int = 0
    error: str | None = None


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

    def claims(self, *, as_of: str | None = None, known_by: str | None = None) -> Iterator[Claim]:
        """Every claim, fetched as it is needed."""
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

    def article(self, wanted: str) -> Article:
        """The report with this SHA-256 or id, as text."""
        return self._get(f"/articles/{_part(wanted)}", Article)

    def issues(self) -> tuple[Issue, ...]:
        """What a person should know about the data, the first thousand."""
        return self._get("/issues", tuple[Issue, ...], limit=str(PAGE))

    # -- into it -----------------------------------------------------------------------------

    def read(self, paths: Sequence[str]) -> ReadReport:
        """Send each file and wait until it is read; a file that was sent before is known there.

        Raises:
            InputError: a file cannot be read here, or not there.
        """
        jobs = [self._upload(Path(path)) for path in paths]
        return ReadReport(
            outcomes=tuple(outcome for job in jobs for outcome in job.outcomes),
            new=sum(job.new for job in jobs),
        )

    def _upload(self, path: Path) -> _Job:
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise InputError(f"{path}: expected a file that can be read; found: {error.strerror}") from error
        job = msgspec.json.decode(_checked(self._http.post("/documents", content=raw)).content, type=_Job)
        if job.status not in ("done", "failed"):
            job = self._over(job)
        if job.status == "failed" and not job.outcomes:
            raise InputError(f"{path}: {job.error}")
        return job

    def _over(self, job: _Job) -> _Job:
        """The job at its end, by its events."""
        with self._http.stream("GET", f"/jobs/{job.id}/events", timeout=None) as stream:
            for line in stream.iter_lines():
                if line.startswith("data: "):
                    job = msgspec.json.decode(line[6:], type=_Job)
        return job

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
