"""Reliability and lower bounds, against figures worked out by hand and published ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evaluation import Judged, Share, Tally, calibration, wilson_low
from detente.evaluation.tallies import together


@pytest.mark.parametrize(
    ("right", "of", "low"), [(81, 263, 0.2553), (15, 148, 0.0624), (0, 20, 0.0), (1, 29, 0.0061)]
)
def test_lower_bounds_are_newcombes(right: int, of: int, low: float) -> None:
    """Newcombe 1998, table I, method 3 (score, without continuity correction)."""
    assert wilson_low(right, of) == pytest.approx(low, abs=0.00006)


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_lower_bound_is_under_its_share(right: int, of: int) -> None:
    """Never above the share, never below nought, and more of the same share raises it."""
    right = min(right, of)
    low = wilson_low(right, of)
    assert 0 <= low <= right / of
    assert wilson_low(2 * right, 2 * of) >= low


def test_the_error_is_the_weighted_gap() -> None:
    """Bin .9: two claims, one right, gap .4; bin .5: two claims at .5 and .56, both right, gap .47.

    (2·.4 + 2·.47)/4 = .435; .56 lies in the bin from .5, the mean there is .53.
    """
    claims = [
        Judged("A", 0.9, True),
        Judged("A", 0.9, False),
        Judged("A", 0.5, True),
        Judged("B", 0.56, True),
    ]
    found = calibration(claims)
    assert found.error == 0.435
    assert [(b.lo, b.claims, b.confidence, b.right) for b in found.bins] == [
        (0.5, 2, 0.53, 1.0),
        (0.9, 2, 0.9, 0.5),
    ]
    assert (found.claims, found.right) == (4, 3)


@pytest.mark.parametrize(("confidence", "lo"), [(0.0, 0.0), (0.29, 0.2), (0.3, 0.3), (0.7, 0.7), (1.0, 0.9)])
def test_a_bin_holds_its_lower_end(confidence: float, lo: float) -> None:
    """.3 lies in [.3, .4), whatever its binary digits; 1 in the last bin."""
    assert calibration([Judged("A", confidence, True)]).bins[0].lo == lo


def test_nothing_judged_is_no_error() -> None:
    """Without claims there is no bin and no error."""
    assert (calibration([]).error, calibration([]).bins) == (0.0, ())


@given(st.lists(st.tuples(st.integers(0, 100), st.booleans()), max_size=40))
def test_bins_hold_every_claim_once(pairs: list[tuple[int, bool]]) -> None:
    """The bins' claims add up, and the error lies between 0 and 1, in any order."""
    claims = [Judged("A", n / 100, right) for n, right in pairs]
    found = calibration(claims)
    assert sum(b.claims for b in found.bins) == len(claims)
    assert 0 <= found.error <= 1
    assert calibration(claims[::-1]) == found


def test_shares_and_tallies_are_cut_not_rounded() -> None:
    """2/3 is .6666; F1 of 2 found, 1 false, 1 missed is 4/6; none of nothing is no share."""
    assert Share.of_counts(2, 3).share == 0.6666
    assert Share.of_counts(0, 0).share is None
    tally = Tally.of_counts(2, 1, 1)
    assert (tally.precision, tally.recall, tally.f1) == (0.6666, 0.6666, 0.6666)
    assert together([tally, Tally.of_counts(1, 0, 0)]) == Tally.of_counts(3, 1, 1)
    assert together([]) == Tally.of_counts(0, 0, 0)
