"""Whether a sentence gave any claim is found without a look at every claim."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from detente.reading.covered import Covered

SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda x: (x[0], x[0] + x[1])))


@given(SPANS)
def test_it_answers_as_a_look_at_every_span_would(spans: list[tuple[int, int]]) -> None:
    """Any spans, overlapping or not, in any order; any stretch."""
    covered = Covered(spans)
    for start, length in product(range(14), range(1, 5)):
        end = start + length
        assert covered.touches(start, end) == any(a < end and b > start for a, b in spans)


def test_it_reads_each_span_once() -> None:
    """A thousand questions cost no further look at the spans."""
    read: list[int] = []

    def spans() -> Iterator[tuple[int, int]]:
        for i in range(100):
            read.append(i)
            yield i, i + 1

    covered = Covered(spans())
    assert all(covered.touches(i % 100, i % 100 + 1) for i in range(1000))
    assert len(read) == 100
