"""The quantity table of the codebook and the grammar that reads numbers say the same."""

from __future__ import annotations

import pytest

from detente.codebook import codebook
from detente.codebook.shapes import QuantitySample

SAMPLES = [sample for rule in codebook().quantities for sample in rule.samples]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.text)
def test_the_grammar_of_numbers_gives_the_bounds_of_the_table(sample: QuantitySample) -> None:
    """Each wording of the table comes out of the grammar with the same ends, hard or soft."""
    from detente.language.numbers import quantities

    found = [found.quantity for found in quantities(sample.text) if found.kind == "count"]
    assert [(q.lo, q.hi, q.soft_lo, q.soft_hi) for q in found] == [
        (sample.lo, sample.hi, sample.soft_lo, sample.soft_hi)
    ]


def test_most_rows_of_the_table_have_a_wording_to_try() -> None:
    """A row without one is a share, a remainder or a bare plural: those need the text around them."""
    bare = [rule.name for rule in codebook().quantities if not rule.samples]
    assert bare == ["bare plural", "share of a whole", "all and the rest"]
