"""Swaps: what each side gives, and what is told of both or of a third."""

from __future__ import annotations

from tests import ledgers

from detente.pipeline import Settler


def test_a_total_of_both_sides_is_no_give_of_one() -> None:
    """ "The two exchanged four": the total is shown, each side gives its own two."""
    deal = ledgers.deal(
        """
        = a 2026-01-19 Post
        all: RELEASE/swap_release | releaser Varland; Osmia | group prisoners | count 4
        one: RELEASE/swap_release | releaser Varland | group Osmians | count 2
        two: RELEASE/swap_release | releaser Osmia | group Varlanders | count 2
        """
    )
    assert deal.released.quantity is not None
    assert deal.released.quantity.lo == 4
    assert [g.quantity and g.quantity.lo for s in deal.sides for g in s.gives] == [2, 2]


def test_a_swap_told_beside_a_release_draws_in_nobody_elses() -> None:
    """A tie that names both acts is whole: what a third state did that week is another matter."""
    state = ledgers.state(
        """
        = a 2026-05-05 Post
        news: RELEASE | releaser Brenland | group miners | count 3 | on 2026-05-04
        one: RELEASE/swap_release | releaser Varland | person Lena Marr | on 2026-05-03
        two: RELEASE/swap_release | person Ivo Brandt | on 2026-05-03
        tie: LINKAGE | class L2 | cue in a swap | ties one, two
        """
    )
    (deal,) = state.deals
    assert [s.party.name for s in deal.sides] == ["Varland"]
    assert ledgers.names(deal.persons_freed) == ["Ivo Brandt", "Lena Marr"]


def test_more_than_the_one_side_freed_is_told_of_all() -> None:
    """ "Twenty-four were freed" is no give of the state that is told to have freed sixteen."""
    deal = ledgers.deal(
        """
        = a 2026-03-05 Northern Wire
        all: RELEASE/swap_release | releaser Varland* | group prisoners | count 24 | on 2026-03-04
        one: RELEASE/swap_release | releaser Varland | group people | count 16 | on 2026-03-04
        two: RELEASE/swap_release | releaser Osmia | group agents | count 8 | on 2026-03-04
        tie: LINKAGE | class L2 | cue swapped | ties one, two
        """
    )
    assert [g.quantity and g.quantity.lo for s in deal.sides for g in s.gives] == [8, 16]
    assert deal.released.quantity is not None
    assert deal.released.quantity.lo == 24


def test_a_total_told_as_the_one_side_s_release_is_no_count_of_it() -> None:
    """Two reports tell one release, with the sixteen of the one side and with the twenty-six of both.

    Seventeen are no total of sixteen and ten, but another count of the sixteen.
    """
    text = """
        = a 2026-03-05 Northern Wire
        all: RELEASE/swap_release | releaser Varland* | group prisoners | count {} | on 2026-03-04
        her: RELEASE/swap_release | releaser Varland | person Lena Marr | on 2026-03-04
        him: RELEASE/swap_release | releaser Varland | person Jon Holt | on 2026-03-04
        = b 2026-06-01 Monthly
        one: RELEASE/swap_release | releaser Varland | group prisoners | count 16
        her2: RELEASE/swap_release | releaser Varland | person Lena Marr
        him2: RELEASE/swap_release | releaser Varland | person Jon Holt
        two: RELEASE/swap_release | releaser Osmia | group agents | count 10
        tie: LINKAGE | class L2 | cue swapped | ties one, two
        """
    deal = ledgers.deal(text.format(26))
    assert len({c for s in deal.sides for g in s.gives for c in g.performed}) == 6
    assert [g.quantity and g.quantity.lo for s in deal.sides for g in s.gives] == [10, 16]
    assert deal.released.quantity is not None
    assert deal.released.quantity.lo == 26
    other = ledgers.deal(text.format(17))
    assert other.released.quantity is None
    assert {g.verdict for s in other.sides for g in s.gives} == {"single-source", "contested"}


def test_others_who_could_not_be_exchanged_deny_no_exchange() -> None:
    """ "Three more could not be exchanged" says nothing against the swap of the others."""
    text = """
    = a 2026-05-05 Post
    one: RELEASE/swap_release | releaser Varland | group Osmians | count 38
    two: RELEASE/swap_release | releaser Osmia | group Varlanders | count 27
    rest: RELEASE/swap_release denied | releaser Varland | group more Osmians | count 3
    """
    deal = ledgers.deal(text)
    assert deal.conflicts == ()


def test_who_is_freed_and_stays_in_the_country_is_free() -> None:
    """ "Freed in the swap, she chose to stay" contests nothing; whoever is taken back is not free."""
    freed = """
    = a 2026-05-05 Post
    one: RELEASE/swap_release | releaser Varland | person Lena Marr
    two: RELEASE/swap_release | releaser Osmia | person Ivo Brandt
    stays: TRANSFER/refuse_to_leave denied | person Lena Marr
    """
    taken = freed + "again: DETAIN/re_detain | detainer Varland | person Lena Marr"
    assert ledgers.names(ledgers.deal(freed).persons_freed) == ["Ivo Brandt", "Lena Marr"]
    assert ledgers.deal(freed).conflicts == ()
    assert ledgers.names(ledgers.deal(taken).persons_freed) == ["Ivo Brandt"]


SUM = """
    = a 2026-03-05 Northern Wire
    sum: RELEASE/swap_release | releaser Varland; Osmia | group soldiers | count 30 | on 2026-03-04
    = b 2026-03-06 Dorn Post
    one: RELEASE/swap_release | releaser {} | group soldiers | count {} | on 2026-03-04
    tie: LINKAGE | class L2 | cue in a swap | party {} | ties one
"""


def test_a_sum_of_both_sides_and_one_side_s_release_are_one_exchange() -> None:
    """One report gives the sum, another whom one side let go: one deal, the other side's number open."""
    deal = ledgers.deal(SUM.format("Osmia", 12, "Varland; Osmia"))
    assert [(s.party.name, [g.quantity and g.quantity.lo for g in s.gives]) for s in deal.sides] == [
        ("Osmia", [12]),
        ("Varland", [None]),
    ]
    assert deal.released.quantity is not None
    assert deal.released.quantity.lo == 30


def test_a_sum_is_counted_for_both_sides_together() -> None:
    """ "Varland and Osmia exchanged 30 soldiers": no 30 is said to be freed by one of them."""
    counts = ledgers.state(SUM.format("Osmia", 12, "Varland; Osmia")).counts
    told = {(c.population, c.quantity.lo if c.quantity else None, c.verdict) for c in counts}
    assert told == {
        ("released by Osmia and Varland", 30, "single-source"),
        ("released by Osmia", 12, "single-source"),
    }


def test_an_exchange_with_a_third_side_is_another() -> None:
    """What Osmia gave Brenland that day is no part of what it exchanged with Varland."""
    state = ledgers.state(SUM.format("Osmia", 12, "Osmia; Brenland"))
    sides = [sorted(s.party.name for s in d.sides) for d in state.deals]
    assert sorted(sides) == [["Brenland", "Osmia"], ["Osmia", "Varland"]]


def test_more_than_the_sum_or_of_another_week_is_another_exchange() -> None:
    """Forty are no part of thirty, and ten days lie between two exchanges."""
    later = SUM.replace("2026-03-06 Dorn", "2026-03-15 Dorn").replace("count {} | on 2026-03-04", "count {}")
    assert len(ledgers.state(SUM.format("Osmia", 40, "Varland; Osmia")).deals) == 2
    assert len(ledgers.state(later.format("Osmia", 12, "Varland; Osmia")).deals) == 2


def test_a_sum_comes_to_its_parts_report_by_report() -> None:
    """Whichever report comes first, the state is that of all at once."""
    text = SUM.format("Osmia", 12, "Varland; Osmia")
    readings = ledgers.readings(text)
    for first in (0, 1):
        settler = Settler()
        settler.settle(readings[first : first + 1])
        assert settler.settle(readings).deals == ledgers.state(text).deals


def test_a_sum_that_the_sides_do_not_make_is_shown() -> None:
    """ "The two exchanged 30", 12 by the one and 15 by the other: a sum that fails; with 18 it holds.

    "About 15" makes no sum, and neither does one side alone.
    """
    text = SUM.format("Osmia", 12, "Varland; Osmia")
    other = text + "    two: RELEASE | releaser Varland | group miners | count {} | on 2026-03-04\n"
    (found,) = ledgers.deal(other.format("15")).conflicts
    assert (found.kind, found.sentence) == (
        "part_whole",
        "exchanged: 12 (Osmia) + 15 (Varland) = 27, not 30 (Northern Wire, 2026-03-05).",
    )
    for count in ("18", "s13..s17"):
        assert ledgers.deal(other.format(count)).conflicts == ()
    assert ledgers.deal(text).conflicts == ()
