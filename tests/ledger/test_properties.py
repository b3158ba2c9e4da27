"""Properties of every journal, over histories that nobody thought of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count, pairwise
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.ledger import Journal, open_journal
from detente.records import Entry
from tests.fakes import MemoryJournal
from tests.ledger.samples import entry, ticking

days = st.dates(date(2024, 1, 1), date(2026, 12, 31)).map(date.isoformat)
entries = st.builds(
    lambda key, known, kind, text: entry(key, known=known, kind=kind, body=b'{"t":"%s"}' % text.encode()),
    st.text("abcdef", min_size=1, max_size=2),
    st.none() | days,
    st.sampled_from(["issue", "judgement", "reading"]),
    st.text("ab\u2019é\U0001f54a", max_size=5),
)
histories = st.lists(st.lists(entries, max_size=6), max_size=6)
stores = pytest.mark.parametrize("store", ["memory", "sqlite", "postgresql"])
examples = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(autouse=True)
def _addresses(request: pytest.FixtureRequest) -> None:
    """Where new databases come from, for the examples of a property."""
    if "postgresql" in request.node.name:
        ADDRESSES["postgresql"] = request.getfixturevalue("server").fresh


ADDRESSES: dict[str, Callable[[], str]] = {}


@contextmanager
def opened(store: str) -> Iterator[Journal]:
    """An empty journal of this store."""
    with TemporaryDirectory() as folder:
        address = ADDRESSES.get(store, lambda: f"{folder}/l")
        with MemoryJournal() if store == "memory" else open_journal(address(), now=ticking()) as journal:
            yield journal


def contents(journal: Journal) -> list[tuple[object, ...]]:
    """What is kept, without numbers, times and hashes."""
    return [(e.kind, e.key, bytes(e.body), e.valid, e.known) for e in journal.read()]


def fill(journal: Journal, history: list[list[Entry]]) -> None:
    """Append batch by batch."""
    for batch in history:
        journal.append(batch)


@stores
@examples
@given(history=histories, cuts=st.lists(st.integers(0, 36), max_size=5))
def test_any_batching_gives_the_same_entries(store: str, history: list[list[Entry]], cuts: list[int]) -> None:
    """How the entries were cut into appends leaves no trace in what is kept."""
    flat = [e for batch in history for e in batch]
    ends = [0, *sorted(min(cut, len(flat)) for cut in cuts), len(flat)]
    other = [flat[a:b] for a, b in pairwise(ends)]
    with opened(store) as one, opened(store) as two:
        fill(one, history)
        fill(two, other)
        assert contents(one) == contents(two)


@stores
@examples
@given(history=histories)
def test_appending_twice_changes_nothing(store: str, history: list[list[Entry]]) -> None:
    """The second time everything is known, and the head stays where it was."""
    with opened(store) as journal:
        fill(journal, history)
        head, stats = journal.head(), journal.stats()
        for batch in history:
            assert journal.append(batch).new == 0
        assert (journal.head(), journal.stats()) == (head, stats)
        assert journal.verify().ok


@stores
@examples
@given(history=histories, day=days)
def test_known_by_never_looks_ahead(store: str, history: list[list[Entry]], day: str) -> None:
    """What was known by a day is the same whatever became known after it."""
    with opened(store) as journal, opened(store) as narrow:
        fill(journal, history)
        seen = list(journal.read(known_by=day))
        assert all((e.known or "") <= day for e in seen)
        everything = list(journal.read())
        assert seen == [e for e in everything if (e.known or "") <= day]
        narrow.append(seen)
        assert [(e.kind, e.key) for e in narrow.read(known_by=day)] == [(e.kind, e.key) for e in seen]


@examples
@given(history=histories)
def test_both_stores_seal_alike(history: list[list[Entry]]) -> None:
    """The same history at the same times gives the same hashes, wherever it is kept."""
    with TemporaryDirectory() as folder:
        memory = MemoryJournal(ticking())
        with open_journal(f"{folder}/l", now=ticking()) as journal:
            fill(memory, history)
            fill(journal, history)
            assert list(memory.read()) == list(journal.read())
            assert memory.stats() == journal.stats()
            assert memory.verify() == journal.verify()


@stores
@examples
@given(history=histories)
def test_what_was_recorded_by_a_time_is_a_prefix(store: str, history: list[list[Entry]]) -> None:
    """With a clock that goes forward, an audit of a moment sees the ledger as it was then."""
    times = (f"2026-01-31T08:00:{n:02}Z" for n in count())
    with opened(store) as journal:
        journal._now = lambda: next(times)  # type: ignore[attr-defined]
        heads = {}
        for batch in history:
            journal.append(batch)
            heads[journal.head().seq] = [e.key for e in journal.read()]
        everything = list(journal.read())
        for e in everything:
            seen = [x.key for x in journal.read(recorded_by=e.recorded)]
            assert seen == [x.key for x in everything[: len(seen)]]
            assert heads[len(seen)] == seen
