"""From a document to a reading, and from readings to a state: the pure line through the stages.

Nothing here reads a file, a clock or a ledger; a workspace does that and calls these two.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

import msgspec

from detente import articles as reports
from detente.reconciliation.asof import is_known, standing
from detente.reconciliation.coded import coded
from detente.reconciliation.ground import Ground
from detente.reconciliation.rows import Moved
from detente.reconciliation.settled import Settled
from detente.records import (
    Article,
    Assertion,
    Coding,
    Document,
    Issue,
    Judgement,
    ReaderRef,
    Reading,
    Shift,
    State,
)
from detente.resolution import Resolver


class Reader(Protocol):
    """What finds claims in articles."""

    @property
    def ref(self) -> ReaderRef:
        """Its name, version and configuration."""
        ...

    def read(self, articles: Sequence[Article]) -> Iterator[tuple[Reading, tuple[Issue, ...]]]:
        """One reading per article, in order, with what a person should know."""
        ...


def read_document(
    document: Document, reader: Reader
) -> tuple[Article | None, Reading | None, tuple[Issue, ...]]:
    """The text of a document, what the reader found in it, and every issue met on the way.

    Args:
        document: bytes with what came with them.
        reader: any reader.

    Returns:
        article and reading, None where the stage could make nothing of its input, and the issues.
    """
    article, issues = reports.read(document)
    if article is None:
        return None, None, issues
    for reading, more in reader.read([article]):
        return article, reading, (*issues, *more)
    return article, None, issues


def settle(
    readings: Sequence[Reading],
    articles: Sequence[Article] = (),
    judgements: Sequence[Judgement] = (),
    codings: Sequence[Coding] = (),
    assertions: Sequence[Assertion] = (),
    *,
    as_of: str | None = None,
    known_by: str | None = None,
    reader: ReaderRef | None = None,
    grades: Mapping[str, str] | None = None,
) -> State:
    """What the readings together support, on one day, as known on another.

    What stands is cut out before anything is resolved, so that nothing later can colour it. The
    order of the arguments' items plays no part.

    Args:
        readings: any number per document; one of them is used.
        articles: the texts, where at hand: by their words copies are found.
        judgements: people's words on who is who.
        codings: people's claims and corrections, those taken back left out.
        assertions: what is expected of the record, to be checked.
        as_of: ISO date in the world; None is the latest.
        known_by: ISO date of knowledge; None is all.
        reader: use this reader's reading where a document has one; None is the newest.
        grades: Admiralty letter per source name.
    """
    return Settler(grades=grades).settle(
        readings, articles, judgements, codings, assertions, as_of=as_of, known_by=known_by, reader=reader
    )


class Settler:
    """Settles again and again; what did not change since the last time is kept.

    Args:
        grades: Admiralty letter per source name.
        known: another, from which is taken over what it found of the very same; it must not be settled
            anew meanwhile.
        within: the reports that are settled here of those the other knows, where not all are; of what more
            of them tell there no record is made.

    >>> Settler().settle([]).deals
    ()
    """

    def __init__(
        self,
        grades: Mapping[str, str] | None = None,
        known: Settler | None = None,
        within: Collection[str] | None = None,
    ) -> None:
        self._resolver: Resolver = Resolver(known.resolver if known else None)
        self._settled: Settled = Settled(grades, known._settled if known else None, within)
        self._readings: dict[str, Reading] = {}
        self._texts: dict[str, Article] = {}

    @property
    def resolver(self) -> Resolver:
        """Who is who, as settled last."""
        return self._resolver

    @property
    def shift(self) -> Shift | None:
        """What the last settle found in the place of what the one before it had found."""
        return self._resolver.shift

    @property
    def moved(self) -> Moved | None:
        """What the last settle looked at again; None: everything."""
        return self._settled.moved

    @property
    def ground(self) -> Ground:
        """The claims of the last state with their indexes, until the next settle."""
        return self._settled.ground

    def bargains(self, document: str) -> tuple[str, ...]:
        """The reports whose acts may belong to one bargain with those of this one, itself among them."""
        return self._settled.quarter(document)

    def settle(
        self,
        readings: Sequence[Reading],
        articles: Sequence[Article] = (),
        judgements: Sequence[Judgement] = (),
        codings: Sequence[Coding] = (),
        assertions: Sequence[Assertion] = (),
        *,
        as_of: str | None = None,
        known_by: str | None = None,
        reader: ReaderRef | None = None,
    ) -> State:
        """What :func:`settle` gives, from all of its arguments: what came before plays no part."""
        chosen = chosen_of(readings, articles, codings, as_of=as_of, known_by=known_by, reader=reader)
        self._readings = {r.document.sha256: r for r in chosen}
        self._texts = {sha: a for a in articles if (sha := a.document.sha256) in self._readings}
        return self._resettled(judgements, assertions, as_of, known_by)

    def renew(
        self,
        fresh: Mapping[str, tuple[Reading | None, Article | None]],
        judgements: Sequence[Judgement] = (),
        assertions: Sequence[Assertion] = (),
    ) -> State:
        """What :meth:`settle` gives after these documents came in the place of what they were.

        Args:
            fresh: document → the reading and the text that stand, None where none does.
            judgements: all of them.
            assertions: all of them.
        """
        for document, (reading, text) in fresh.items():
            if reading is None:
                self._readings.pop(document, None)
            else:
                self._readings[document] = reading
            if text is None or reading is None:
                self._texts.pop(document, None)
            else:
                self._texts[document] = text
        return self._resettled(judgements, assertions, None, None)

    def _resettled(
        self,
        judgements: Sequence[Judgement],
        assertions: Sequence[Assertion],
        as_of: str | None,
        known_by: str | None,
    ) -> State:
        resolver = self._resolver
        resolution = resolver.resolve(tuple(self._readings.values()), tuple(self._texts.values()), judgements)
        return self._settled.settle(
            resolution, assertions, as_of=as_of, known_by=known_by, shift=resolver.shift
        )


def chosen_of(
    readings: Sequence[Reading],
    articles: Sequence[Article] = (),
    codings: Sequence[Coding] = (),
    *,
    as_of: str | None = None,
    known_by: str | None = None,
    reader: ReaderRef | None = None,
) -> list[Reading]:
    """One reading of each document, as people corrected it, with the claims that stand on these days."""
    known = [r for r in readings if is_known(r.document.published, known_by)]
    said = [c for c in codings if is_known(c.about.document.published, known_by)]
    spoken = coded(one_per_document(known, reader), articles, said).readings
    return [_standing(r, as_of, known_by) for r in spoken]


def _standing(reading: Reading, as_of: str | None, known_by: str | None) -> Reading:
    if as_of is None and known_by is None:
        return reading
    return msgspec.structs.replace(reading, claims=standing(reading.claims, as_of=as_of, known_by=known_by))


def one_per_document(readings: Sequence[Reading], reader: ReaderRef | None = None) -> tuple[Reading, ...]:
    """One reading of each document: the asked reader's, else the newest version's."""
    best: dict[str, Reading] = {}
    for reading in sorted(readings, key=lambda r: (r.reader.name, r.reader.config, r.document.path)):
        known = best.get(reading.document.sha256)
        if known is None or _rank(reading, reader) > _rank(known, reader):
            best[reading.document.sha256] = reading
    return tuple(best[sha] for sha in sorted(best))


def _rank(reading: Reading, reader: ReaderRef | None) -> tuple[bool, tuple[tuple[int, str], ...]]:
    """Asked for, then newer; of equals the first in the order of names and paths stays."""
    return reading.reader == reader, _version(reading.reader.version)


def _version(text: str) -> tuple[tuple[int, str], ...]:
    """Version numbers compare as numbers.

    >>> _version("0.10.0") > _version("0.9.1")
    True
    """
    return tuple((int(p), "") if p.isdigit() else (-1, p) for p in text.split("."))
