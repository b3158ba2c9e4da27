"""What stands: out of everything that was kept, one article and one reading for each document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

from msgspec.structs import replace

from detente.errors import InputError
from detente.ledger import Appended, decode, entries_of, entry_of
from detente.ledger.entries import Kept
from detente.ledger.journal import KINDS, Head, is_day
from detente.records import Article, Assertion, Coding, Document, Entry, Issue, Judgement, Reading, Retraction
from detente.records.base import Record, content_hash
from detente.workspace.collecting import Result, outcome_of
from detente.workspace.reports import ReadReport

SETTLED = ("article", "reading", "judgement", "coding", "retraction", "assertion")
"""The kinds of entries that a settle rests on."""


class Keeper(Protocol):
    """What the workspace asks of a journal."""

    def append(self, entries: Iterable[Entry]) -> Appended:
        """Append what is not there yet."""
        ...

    def read(
        self, *, known_by: str | None = None, kinds: Collection[str] | None = None, after: int = 0
    ) -> Iterator[Entry]:
        """The entries in the order in which they were appended; those alone whose number is greater."""
        ...

    def get(self, key: str, *, kind: str | None = None) -> Entry | None:
        """The entry of this key."""
        ...

    def head(self) -> Head:
        """The last entry's number and hash."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class Memory:
    """A keeper that forgets when the process ends: what the workspace has without a ledger."""

    def __init__(self, today: str) -> None:
        self._entries: dict[tuple[str, str], Entry] = {}
        self._today = today

    def append(self, entries: Iterable[Entry]) -> Appended:
        """Keep what is not there yet."""
        given, before = tuple(entries), len(self._entries)
        for entry in given:
            if (entry.kind, entry.key) not in self._entries:
                numbered = replace(entry, seq=len(self._entries) + 1, known=entry.known or self._today)
                self._entries[entry.kind, entry.key] = numbered
        new = len(self._entries) - before
        return Appended(new, len(given) - new)

    def read(
        self, *, known_by: str | None = None, kinds: Collection[str] | None = None, after: int = 0
    ) -> Iterator[Entry]:
        """The entries in the order in which they came."""
        for entry in tuple(self._entries.values())[after:]:
            known = known_by is None or (entry.known or self._today) <= known_by
            if known and (kinds is None or entry.kind in kinds):
                yield entry

    def get(self, key: str, *, kind: str | None = None) -> Entry | None:
        """The entry of this key."""
        kinds = KINDS if kind is None else (kind,)
        return next((self._entries[k, key] for k in kinds if (k, key) in self._entries), None)

    def head(self) -> Head:
        """The number of entries; the hash is that of their keys."""
        return Head(len(self._entries), content_hash(*self._entries))

    def close(self) -> None:
        """Nothing is open."""


class Standing(Record, frozen=True, kw_only=True):
    """What a settle rests on."""

    readings: tuple[Reading, ...] = ()
    articles: tuple[Article, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    codings: tuple[Coding, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    retracted: frozenset[str] = frozenset()


def standing(records: Iterable[Kept], *, reader: str) -> Standing:
    """For each document its newest article, and its newest reading by ``reader`` (else by any).

    What was taken back is left out.

    Args:
        records: what is kept, in the order in which it was appended.
        reader: the name of the reader.
    """
    latest = Latest(reader)
    for record in records:
        latest.put(record)
    return latest.standing()


def cut(stands: Standing, documents: Collection[str]) -> Standing:
    """What stands of these documents, with people's words on them."""
    return replace(
        stands,
        readings=tuple(r for r in stands.readings if r.document.sha256 in documents),
        articles=tuple(a for a in stands.articles if a.document.sha256 in documents),
        codings=tuple(c for c in stands.codings if c.about.document.sha256 in documents),
    )


class Latest:
    """What stands, kept record by record: see :func:`standing`."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self._readings: dict[str, Reading] = {}
        self._articles: dict[str, Article] = {}
        self._words: list[Kept] = []  # what people said, in its order
        self.gone: frozenset[str] = frozenset()  # what was taken back

    def put(self, record: Kept) -> None:
        """Take in what came next."""
        if isinstance(record, Article):
            self._articles[record.document.sha256] = record
        elif isinstance(record, Reading):
            _prefer(self._readings, record, self._reader)
        elif isinstance(record, Judgement | Coding | Assertion | Retraction):
            self._words.append(record)
            if isinstance(record, Retraction):
                self.gone = retracted(r for r in self._words if isinstance(r, Retraction))

    def of(self, document: str) -> tuple[Reading | None, Article | None]:
        """The reading and the text of a document that stand."""
        if document in self.gone:
            return None, None
        return self._readings.get(document), self._articles.get(document)

    def standing(self) -> Standing:
        """All that stands."""
        gone, words = self.gone, self._words
        readings, articles = self._readings, self._articles
        if gone:
            readings = {sha: r for sha, r in readings.items() if sha not in gone}
            articles = {sha: a for sha, a in articles.items() if sha not in gone}
        return Standing(
            readings=tuple(readings.values()),
            articles=tuple(articles.values()),
            judgements=tuple(j for j in words if isinstance(j, Judgement) and j.id not in gone),
            codings=tuple(
                c for c in words if isinstance(c, Coding) and not {c.id, c.about.document.sha256} & gone
            ),
            assertions=tuple(a for a in words if isinstance(a, Assertion) and a.id not in gone),
            retracted=gone,
        )


def retracted(retractions: Iterable[Retraction]) -> frozenset[str]:
    """What is taken back, by retractions that are not themselves taken back; their order plays no part."""
    against: dict[str, list[Retraction]] = {}
    for retraction in retractions:
        against.setdefault(retraction.target, []).append(retraction)

    def gone(target: str) -> bool:  # an id is a hash of what it names: no circle is possible
        return any(not gone(r.id) for r in against.get(target, ()))

    return frozenset(target for target in against if gone(target))


def _prefer(readings: dict[str, Reading], reading: Reading, reader: str) -> None:
    held = readings.get(reading.document.sha256)
    if held is None or reading.reader.name == reader or held.reader.name != reader:
        readings[reading.document.sha256] = reading


def issues(keeper: Keeper) -> tuple[Issue, ...]:
    """Every issue that was kept."""
    found = (decode(entry) for entry in keeper.read(kinds=("issue",)))
    return tuple(issue for issue in found if isinstance(issue, Issue))


def head(keeper: Keeper) -> str:
    """The hash of the last entry, and how many there are."""
    last = keeper.head()
    return f"{last.seq}-{last.hash[:16]}"


def head_of(stands: Standing) -> str:
    """A mark of what somebody may see: it changes with that, and with nothing else."""
    claims = sorted(claim.id for reading in stands.readings for claim in reading.claims)
    told = sorted((*(c.id for c in stands.codings), *(j.id for j in stands.judgements)))
    return content_hash(claims, told)[:16]


def documents(keeper: Keeper, wanted: Collection[str]) -> dict[str, Document]:
    """The documents with these hashes, bytes and all."""
    found: dict[str, Document] = {}
    for entry in keeper.read(kinds=("document",)):
        document = decode(entry)
        if isinstance(document, Document) and document.sha256 in wanted:
            found.setdefault(document.sha256, document)
    return found


def entries(result: Result) -> tuple[Entry, ...]:
    """What is kept of a result; of an input that gave no document, why."""
    if result.document is not None:
        return entries_of(result.document, result.article, result.reading, result.issues)
    return tuple(entry_of(issue) for issue in result.issues if issue.fatal and issue.code != "no-input")


def keep(keeper: Keeper, results: Sequence[Result], report: ReadReport) -> ReadReport:
    """Append what was made of these inputs; the report with their outcomes at its end."""
    made = [entries(result) for result in results]
    held = [is_held(keeper, found) for found in made]
    appended = keeper.append(entry for found in made for entry in found)
    outcomes = tuple(outcome_of(r, held=h) for r, h in zip(results, held, strict=True))
    return ReadReport(
        outcomes=report.outcomes + outcomes, new=report.new + appended.new, interrupted=report.interrupted
    )


def is_held(keeper: Keeper, found: Iterable[Entry]) -> bool:
    """Whether the ledger has this reading already."""
    readings = [entry for entry in found if entry.kind == "reading"]
    return bool(readings) and all(keeper.get(e.key, kind=e.kind) is not None for e in readings)


def checked_day(name: str, text: str | None) -> str | None:
    """The day as it was given.

    Raises:
        InputError: it is no day.

    >>> checked_day("as of", "2025-01-31"), checked_day("as of", None)
    ('2025-01-31', None)
    """
    if text is not None and not is_day(text):
        raise InputError(f"{name}: expected a day like 2025-01-31; found {text!r}")
    return text
