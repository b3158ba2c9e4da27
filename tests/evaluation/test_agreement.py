"""Krippendorff's α: the published example, its properties, and two claim sets compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evaluation import alpha, compare, interval, nominal
from tests.evaluation.samples import claim_of, gold_of, text_of

X = None
FOUR_OBSERVERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, X, X, X),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, X, 3),
    (X, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, X),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, X),
)
"""Krippendorff 2011, section C: four observers, twelve units, missing data."""


def test_alpha_is_what_krippendorff_publishes() -> None:
    """Nominal .743, interval .849; the last unit, told by one observer alone, plays no part."""
    units = list(zip(*FOUR_OBSERVERS, strict=True))
    assert alpha(units, nominal) == pytest.approx(0.743, abs=0.0005)
    assert alpha(units, interval) == pytest.approx(0.849, abs=0.0005)


def test_alpha_of_two_observers_is_what_krippendorff_publishes() -> None:
    """Section A, binary data, two observers, ten units: 1 − 19·4/(14·6) = .095."""
    one, two = (0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0)
    assert alpha(list(zip(one, two, strict=True)), nominal) == pytest.approx(0.095, abs=0.0005)


def test_alpha_needs_variation() -> None:
    """All the same, or nothing to pair: α is not defined, and is not called 1."""
    assert alpha([(1, 1), (1, 1)], nominal) is None
    assert alpha([(1, None), (None, 2)], nominal) is None
    assert alpha(list[tuple[int, int]](), interval) is None


VALUES = st.lists(st.integers(0, 5), min_size=2, max_size=20).filter(lambda v: len(set(v)) > 1)


@given(VALUES, st.integers(2, 4))
def test_identical_coders_have_alpha_one(values: list[int], coders: int) -> None:
    """However many coders say the same of units that differ, α = 1, on both scales."""
    units = [(value,) * coders for value in values]
    assert alpha(units, nominal) == 1
    assert alpha(units, interval) == 1


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=15))
def test_alpha_knows_no_order(units: list[tuple[int, int]]) -> None:
    """Neither the order of units nor that of coders counts, and α is never above 1."""
    turned = [(b, a) for a, b in reversed(units)]
    found = alpha(units, nominal)
    assert alpha(turned, nominal) == (None if found is None else pytest.approx(found))
    assert found is None or found <= 1 + 1e-12


TEXT = text_of("a", "Osmia freed 12 men.\nVarland will free 3 women.\nTalks went on.\n")
ONE = [
    claim_of(TEXT, "Osmia freed 12 men", "RELEASE", quantity=12, roles={"releaser": "Osmia"}),
    claim_of(
        TEXT, "Varland will free 3 women", "RELEASE", "promised", quantity=3, roles={"releaser": "Varland"}
    ),
    claim_of(TEXT, "Talks went on", "TALKS"),
]


def test_two_coders_are_compared_field_by_field() -> None:
    """The second takes the promise for a deed and leaves out the talks.

    ``type``: three lines, RELEASE/RELEASE, RELEASE/RELEASE, TALKS/none, and an empty end:
    none/none. Coincidences: RELEASE 4, none 3, TALKS 1, n = 8; observed 2, expected
    64 − 16 − 9 − 1 = 38; α = 1 − 7·2/38 = .6315.
    ``mode``: asserted/asserted, planned/asserted: 3 and 1 of 4; observed 2, expected 6; α = 1 − 3·2/6 = 0.
    Claims: 2 of 3 against 2 of 2: F1 .8.
    """
    deed = claim_of(TEXT, "Varland will free 3 women", "RELEASE", quantity=3, roles={"releaser": "Varland"})
    found = compare(gold_of(TEXT), ONE, [ONE[0], deed])
    assert found.fields["type"].alpha == pytest.approx(0.6316, abs=1e-4)
    assert (found.fields["mode"].alpha, found.fields["mode"].word) == (0.0, "mend the rule")
    assert (found.fields["count, lower"].alpha, found.fields["count, lower"].word) == (1.0, "publish")
    assert (found.fields["agent"].alpha, found.fields["agent"].units) == (1.0, 2)
    assert found.fields["sub"].word == "no variation"
    assert found.spans.f1 == 0.8


def test_a_coder_agrees_with_himself() -> None:
    """The same claims twice: every field that varies has α = 1, and no claim is left over."""
    found = compare(gold_of(TEXT), ONE, ONE)
    assert {f.alpha for f in found.fields.values() if f.alpha is not None} == {1.0}
    assert found.spans.f1 == 1.0
