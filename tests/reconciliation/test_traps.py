"""The traps of CODEBOOK §5 and what else a sum can hide: shown as sentences, never repaired."""

from __future__ import annotations

import msgspec
import pytest
from tests import ledgers

from detente.pipeline import settle
from detente.reconciliation.days import is_cumulative
from detente.records import Conflict, Count, Precision, Time


def counts(text: str) -> dict[str, Count]:
    """The counts of a ledger by population."""
    return {c.population: c for c in ledgers.state(text).counts}


def bounds(count: Count) -> tuple[object, object]:
    """Its ends."""
    return (count.quantity.lo, count.quantity.hi) if count.quantity else (None, None)


def about(text: str, what: str) -> Conflict:
    """The one conflict about something."""
    (found,) = [c for c in ledgers.state(text).conflicts if c.about == what]
    return found


def test_all_pardons_since_a_month_before_are_not_this_release() -> None:
    """156 pardoned since November stand beside the 123 of this week, and contest nothing."""
    text = """
    = a 2026-02-20 Agency
    now: RELEASE | releaser Varland | group prisoners | count 123 | on 2026-02-19
    all: CLEMENCY/pardon background | granter Varland | group prisoners | count 156 | on 2025-11-01/2026-02-19
    """
    found = counts(text)
    assert bounds(found["released by Varland"]) == (123, 123)
    assert found["released by Varland"].verdict == "single-source"
    (total,) = [c for p, c in found.items() if p.startswith("pardoned by Varland since")]
    assert (bounds(total), total.since) == ((156, 156), "2025-11-01")


def test_two_sums_since_one_month_by_two_owners_are_two_and_no_conflict() -> None:
    """430 by one desk and 569 by another differ by definition (CODEBOOK §8.14)."""
    text = """
    = a 2026-02-20 Post
    one: RELEASE background | releaser Varland | group prisoners | count 430 | on 2024-07-01/2026-02-19
    | says Desk A!, ngo
    two: RELEASE background | releaser Varland | group prisoners | count 569 | on 2024-07-01/2026-02-19
    | says Desk B!, ngo
    """
    state = ledgers.state(text)
    sums = {c.owner: bounds(c) for c in state.counts if c.since}
    assert sums == {"Desk A": (430, 430), "Desk B": (569, 569)}
    assert state.conflicts == ()


def test_men_and_women_that_miss_the_total_by_one_are_a_sentence() -> None:
    """968 and 168 make 1,136, not 1,135; nobody is taken off."""
    text = """
    = a 2026-02-20 Post
    all: CLEMENCY/pardon | granter Varland | group prisoners | count 1135 | on 2026-02-19
    men: ATTRIBUTE/description | subject prisoners (group) | value men | count 968
    women: ATTRIBUTE/description | subject prisoners (group) | value women | count 168
    """
    found = about(text, "pardoned")
    assert found.kind == "part_whole"
    assert found.sentence == (
        "pardoned: 968 men (Post, 2026-02-20) + 168 women (Post, 2026-02-20) = 1136, "
        "not 1135 (Post, 2026-02-20)."
    )
    (row,) = counts(text).values()
    assert [p.quantity.lo for p in row.parts if p.quantity] == [968, 168]
    assert bounds(row) == (1135, 1135)


def test_nationals_who_overlap_are_never_summed() -> None:
    """Seven citizens of one state and six of another may share two: of ten, that is no conflict."""
    text = """
    = a 2026-02-20 Post
    all: RELEASE | releaser Varland | group prisoners | count 10 | on 2026-02-19
    one: ATTRIBUTE/nationality | subject prisoners (group) | value Polish | count 7
    two: ATTRIBUTE/nationality | subject prisoners (group) | value Kenyan | count 6
    """
    assert ledgers.state(text).conflicts == ()


def test_pardoned_and_crossed_are_two_counts() -> None:
    """52 pardoned and 51 over the border: neither corrects the other."""
    text = """
    = a 2026-02-20 Post
    grace: CLEMENCY/pardon | granter Varland | group prisoners | count 52 | on 2026-02-19
    move: TRANSFER/cross_border | group prisoners | count 51 | to Osmia | on 2026-02-19
    """
    state = ledgers.state(text)
    assert bounds(counts(text)["pardoned by Varland"]) == (52, 52)
    assert "released by Varland" not in counts(text)
    assert state.conflicts == ()


def test_two_numbers_for_one_place_say_what_each_leaves_of_the_whole() -> None:
    """A desk sees at once which of them closes the sum, by whom, and what would settle it."""
    text = """
    = a 2025-12-13 Source A
    all: RELEASE | releaser Varland | group prisoners | count 123 | on 2025-12-13
    tie: LINKAGE | class L2 | cue in return for | ties all
    one: TRANSFER/cross_border | group prisoners | count 114 | to Osmia
    two: TRANSFER/cross_border | group others | count 9 | to Kenya
    = b 2025-12-14 Source B
    again: RELEASE | releaser Varland | group prisoners | count 123 | on 2025-12-13
    less: TRANSFER/cross_border | group others | count 8 | to Kenya
    """
    found = about(text, "to Kenya")
    assert found.sentence == (
        "to Kenya: 8 (Source B, 2025-12-14) or 9 (Source A, 2025-12-13); "
        "114 + 8 = 122 leaves 1 of 123 unplaced; 114 + 9 = 123 leaves 0 of 123 unplaced."
    )
    assert found.settled_by
    assert len(found.claims) == 2


def test_copies_behind_a_number_are_one_independent_voice_in_the_sentence() -> None:
    """Three reports quote one man for 480; the ministry says 48."""
    text = "\n".join(
        f"= r{i} 2026-02-0{i} Site {i}\nx{i}: RELEASE | releaser Varland | group rebels | count 480 "
        f"| on 2026-02-01 | says Ivo Brandt!, official"
        for i in (2, 3, 4)
    )
    text += (
        "\n= m 2026-02-05 Gazette\ny: RELEASE | releaser Varland | group rebels | count 48 | on 2026-02-01"
    )
    days = "; ".join(f"Ivo Brandt, 2026-02-0{i}" for i in (2, 3, 4))
    assert f"480 ({days}; 1 independent) or 48 (" in about(text, "released").sentence


def test_bodies_are_a_count_of_their_own() -> None:
    """112 given back dead are nobody freed."""
    text = """
    = a 2026-02-20 Post
    dead: TRANSFER/remains | mover Varland | group soldiers | count 112 | on 2026-02-19 | to Osmia
    """
    assert {p: bounds(c) for p, c in counts(text).items()} == {"remains handed over by Varland": (112, 112)}


def test_a_promise_bears_the_day_it_was_promised_for() -> None:
    """Forty by the end of July."""
    text = """
    = a 2026-07-04 Post
    p: RELEASE promised | releaser Varland | group captives | count 40 | on 2026-07-31
    l: LINKAGE | class L2 | cue in exchange for | ties p
    """
    (give,) = [g for s in ledgers.deal(text).sides for g in s.gives]
    assert (give.due, give.compliance) == ("2026-07-31", "U")


def test_a_year_dates_a_release_roughly_and_makes_no_sum() -> None:
    """ "Three were freed in 2014" is one release of that year."""
    readings = ledgers.readings(
        "= a 2026-12-01 Post\nx: RELEASE background | releaser Varland | group bloggers | count 3"
    )
    (claim,) = readings[0].claims
    year = msgspec.structs.replace(claim, time=Time("2014-01-01", "2014-12-31", "year", "stated"))
    (count,) = settle([msgspec.structs.replace(readings[0], claims=(year,))]).counts
    assert (count.population, count.since) == ("released by Varland", None)


def test_whether_somebody_was_freed_is_told_in_both_sides_words_once() -> None:
    """Freed by one and not by another: each side's words, no conflict that another holds in it."""
    text = """
    = a 2026-03-10 Agency
    free: RELEASE | releaser Varland | group nine men | person Lena Marr | count 9
    tie: LINKAGE | class L2 | cue in return for | ties free
    = b 2026-03-12 Post
    no: RELEASE denied | releaser Varland | person Lena Marr
    in: CUSTODY_STATE/held asserted | holder Varland | person Lena Marr | as_of 2026-03-12
    """
    conflict = about(text, "Lena Marr")
    freed, _, held = conflict.sentence.partition(") or not (")
    assert freed.startswith("Lena Marr: freed (“")
    assert (freed.count("”, Agency, 2026-03-10"), held.count("”, Post, 2026-03-12")) == (1, 2)


@pytest.mark.parametrize(
    ("start", "end", "precision", "sum_"),
    [
        ("2026-01-01", "2026-06-30", "month", True),  # "since January"
        ("2026-01-01", "2026-06-30", "year", True),  # "since the start of the year"
        ("2025-01-01", "2026-02-20", "year", True),  # "since 2025"
        ("2025-01-01", "2025-12-31", "year", False),  # "in 2025"
        ("2026-01-01", "2026-01-31", "month", False),  # "in January"
        ("2025-06-01", "2025-08-31", "season", False),  # "in the summer"
        ("2026-02-01", "2026-02-20", "month", False),  # "since February", this month
    ],
)
def test_a_month_or_year_that_goes_on_to_the_report_is_a_sum(
    start: str, end: str, precision: Precision, sum_: bool
) -> None:
    """ "In 2025" dates a happening roughly; "since 2025" counts several releases."""
    (reading,) = ledgers.readings(
        "= a 2026-02-20 Post\nfreed: RELEASE background | releaser Varland | group clerks | count 40"
    )
    claim = msgspec.structs.replace(reading.claims[0], time=Time(start, end, precision, "anchored"))
    assert is_cumulative(claim) is sum_


def test_a_release_is_dated_by_its_own_day_and_not_by_the_pardons() -> None:
    """Twelve pardoned on Wednesday, eleven seen to come out on Thursday: each number has its day."""
    found = counts(
        """
        = a 2026-02-20 Agency
        pardon: CLEMENCY/pardon | granter Varland | group 12 bakers | count 12 | on 2026-02-18
        out: RELEASE | releaser Varland | group 12 bakers | count 12 | on 2026-02-19
        """
    )
    assert {p: c.as_of for p, c in found.items()} == {
        "pardoned by Varland": "2026-02-18",
        "released by Varland": "2026-02-19",
    }


def test_who_is_named_one_by_one_bears_out_a_count_and_makes_none() -> None:
    """ "Ana Dorn and Omar Lind were freed" is a second voice for two, and no voice for three."""
    text = """
    = a 2026-02-20 Agency
    many: RELEASE | releaser Varland | group geologists | count 2 | on 2026-02-19
    = b 2026-02-20 Post
    names: RELEASE | releaser Varland | group Geologists | person Ana Dorn; Omar Lind | on 2026-02-19
    """
    (two,) = counts(text)["released by Varland"].alternatives
    assert two.groups == 2
    (three,) = counts(text.replace("count 2", "count 3"))["released by Varland"].alternatives
    assert three.groups == 1
    assert "released by Varland" not in counts(text.replace("| count 2 ", ""))
