"""Swaps: what each side gives, and what is told of both or of a third."""

from __future__ import annotations

from tests import ledgers


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
