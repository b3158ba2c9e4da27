"""Who is inside, by whose list: one list goes on where its owner once leaves out who holds them."""

from __future__ import annotations

from tests import ledgers

from detente.reconciliation.answers import ask

LISTS = """
= a 2026-03-05 Cell Watch
one: CUSTODY_STATE/list_total asserted | group prisoners | count 380 | as_of 2026-03-05 | holder Varland
| definition_owner Cell Watch
= b 2026-03-20 Daily
two: CUSTODY_STATE/list_total asserted | group prisoners | count 381 | as_of 2026-03-19
| definition_owner Cell Watch
"""


def test_a_list_that_names_no_holder_is_the_one_its_owner_keeps() -> None:
    """380 by one report and 381 by the next are one list, with its last total."""
    (row,) = [r for r in ask("still-inside", ledgers.state(LISTS)).rows if r.main]
    assert (row.cells["list"], row.cells["as_of"]) == ("Cell Watch", "2026-03-19")
    assert row.cells["earlier"] == ("380 (2026-03-05)",)


def test_another_owners_list_stays_its_own() -> None:
    """Two owners' totals are never one (CODEBOOK §8.14)."""
    text = LISTS.replace("= b", "= c").replace("two:", "three:").replace('Cell Watch\n"', "")
    other = text.splitlines()[-1].replace("Cell Watch", "Exile Desk")
    rows = ask("still-inside", ledgers.state("\n".join([*text.splitlines()[:-1], other]))).rows
    assert {r.cells["list"] for r in rows if r.main} == {"Cell Watch", "Exile Desk"}


def test_the_days_between_end_with_the_day_that_is_told() -> None:
    """Seen inside on the 17th, reported on the 20th: the report's own day bounds it and is none."""
    text = """
    = a 2026-03-05 Daily
    out: RELEASE | person Lena Marr | releaser Varland | on 2026-03-05
    who: ATTRIBUTE/description | subject Lena Marr | value engineer
    = b 2026-03-20 Weekly
    no: RELEASE denied | person Lena Marr | releaser Varland
    she: ATTRIBUTE/description | subject Lena Marr | value engineer
    in: CUSTODY_STATE/held asserted | person Lena Marr | as_of 2026-03-17
    """
    (row,) = ask("freed-and-held", ledgers.state(text)).rows
    assert row.cells["days_between"] == 12
