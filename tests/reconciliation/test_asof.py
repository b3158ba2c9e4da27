"""Two clocks: what held on a day, as known on a day; nothing looks ahead."""

from __future__ import annotations

import pytest
from tests import ledgers

from detente.reconciliation.asof import stands
from detente.records import Claim

TWO = """
= a 2026-03-05 Post
freed: RELEASE | releaser Varland | person Lena Marr | on 2026-03-05
tie: LINKAGE | class L2 | cue in return for | ties freed
= b 2026-03-20 Daily
held: CUSTODY_STATE/held asserted | person Lena Marr | as_of 2026-03-17
not: RELEASE denied | person Lena Marr | on 2026-03-05
"""


def claim(line: str, day: str = "2026-03-05") -> Claim:
    """One claim."""
    return ledgers.readings(f"= a {day} Post\n{line}")[0].claims[0]


@pytest.mark.parametrize(
    ("line", "as_of", "known_by", "expected"),
    [
        ("x: RELEASE | on 2026-03-05", None, None, True),
        ("x: RELEASE | on 2026-03-05", "2026-03-04", None, False),
        ("x: RELEASE | on 2026-03-05", "2026-03-05", "2026-03-05", True),
        ("x: RELEASE | on 2026-03-01", None, "2026-03-04", False),
        ("x: RELEASE | on ?2026-03-05", "2026-03-04", None, False),
        ("x: RELEASE", "2026-03-05", None, True),
        ("x: RELEASE promised | on 2026-07-31", "2026-03-06", None, True),
        ("x: RELEASE promised | on 2026-07-31", "2026-03-04", None, False),
        ("x: CUSTODY_STATE | as_of 2026-03-01", "2026-03-02", None, True),
        ("x: CUSTODY_STATE | as_of 2026-03-01", "2026-02-28", None, False),
    ],
)
def test_a_claim_stands_from_its_day_and_from_its_publication(
    line: str, as_of: str | None, known_by: str | None, expected: bool
) -> None:
    """Valid time for as_of, the report's own date for known_by."""
    assert stands(claim(line), as_of=as_of, known_by=known_by) is expected


def test_an_undated_report_is_known_on_no_day() -> None:
    """Without a date of publication it counts only where no day of knowledge is asked for."""
    undated = claim("x: RELEASE | on 2026-03-05", "undated")
    assert stands(undated, as_of=None, known_by=None)
    assert not stands(undated, as_of=None, known_by="2030-01-01")


@pytest.mark.parametrize(
    ("published", "day", "known"), [("2026-03", "2026-03-30", False), ("2026-03", "2026-04-01", True)]
)
def test_a_report_dated_to_a_month_is_known_when_the_month_is_over(
    published: str, day: str, known: bool
) -> None:
    """The last day it may have been published on."""
    assert stands(claim("x: RELEASE", published), as_of=None, known_by=day) is known


def test_what_is_learnt_later_changes_nothing_earlier() -> None:
    """As known before the second report, the state is that of the first report alone."""
    first = TWO.split("= b")[0]
    earlier, alone = ledgers.state(TWO, known_by="2026-03-10"), ledgers.state(first, known_by="2026-03-10")
    assert earlier == alone
    assert ledgers.names(earlier.deals[0].persons_freed) == ["Lena Marr"]


def test_what_is_learnt_later_changes_the_same_day_seen_from_later() -> None:
    """Same day in the world, other day of knowledge: she was not freed."""
    deal = ledgers.state(TWO, known_by="2026-03-26").deals[0]
    assert (ledgers.names(deal.persons_freed), ledgers.names(deal.persons_not_freed)) == ([], ["Lena Marr"])
    assert deal.persons_not_freed[0].verdict == "contested"
