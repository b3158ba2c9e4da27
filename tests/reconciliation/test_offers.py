"""What an offer says beside its gives: that they are tied, and who is still inside."""

from __future__ import annotations

from tests import ledgers

OFFER = """
= a 2026-02-02 Post
give: RELEASE conditional | releaser Varland | group miners | count 40
| condition if Osmia lifts the salt ban | says the prime minister, official
take: SANCTION_EASE conditional | authority Osmia | target Varland | sector salt
| words Osmia lifts the salt ban | step unspecified
ask: RELEASE demanded | releaser Varland | group all 112 people | count 112 | person Lena Marr
call: DEMAND/call | demander Open Doors | content ask
"""


def test_who_sets_a_condition_ties_the_two_acts() -> None:
    """ "We free them if you lift it": tied in the words of the side that offers (CODEBOOK §6, L3)."""
    (deal,) = ledgers.state(OFFER).candidates
    assert [(row.class_, row.by, row.cue, row.polarity) for row in deal.linkage] == [
        ("L3", "the prime minister", "if Osmia lifts the salt ban", "+")
    ]


def test_a_reporter_who_tells_the_condition_ties_them_too() -> None:
    """Nobody of a side is told to say it: L2."""
    (deal,) = ledgers.state(OFFER.replace(" | says the prime minister, official", "")).candidates
    assert [row.class_ for row in deal.linkage] == ["L2"]


def test_what_only_its_own_side_is_to_do_ties_nobody() -> None:
    """ "We free them if the courts agree": no other party's act."""
    own = OFFER.replace("authority Osmia", "authority Varland")
    (deal,) = ledgers.state(own).candidates
    assert deal.linkage == ()


def test_whose_release_is_asked_for_is_inside() -> None:
    """A demand for all of a counted group says how many its owner counts, and names no one as free."""
    (deal,) = ledgers.state(OFFER).candidates
    assert [(r.source, r.quantity and r.quantity.lo) for r in deal.remaining] == [("Open Doors", 112)]
    assert ledgers.names(deal.persons_not_freed) == ["Lena Marr"]
    assert deal.persons_freed == ()


FREED = """
= b 2026-03-04 Harbour Wire
free: RELEASE/swap_release | releaser Varland | group miners | count 9 | person Lena Marr | on 2026-03-03
ask: RELEASE demanded | releaser Varland | group all 64 miners | count 64 | person Lena Marr; Ivo Brandt
call: DEMAND/call | demander Open Doors | content ask
"""


def test_who_was_freed_was_asked_for_before() -> None:
    """The demand outweighs no release, and how many it counted may be those before it."""
    deal = ledgers.deal(FREED)
    assert ledgers.names(deal.persons_freed) == ["Lena Marr"]
    assert ledgers.names(deal.persons_not_freed) == ["Ivo Brandt"]
    assert deal.remaining == ()
    rest = ledgers.deal(FREED.replace("all 64 miners", "the remaining 64 miners"))
    assert [r.quantity and r.quantity.lo for r in rest.remaining] == [64]


def test_who_should_be_freed_by_another_is_no_matter_of_this_bargain() -> None:
    """ "Osmia, too, must free its prisoners": they are none of Varland's."""
    other = FREED.replace("RELEASE demanded | releaser Varland", "RELEASE demanded | releaser Brenland")
    assert ledgers.deal(other).persons_not_freed == ()


def test_a_promised_release_is_queued_and_is_no_deal() -> None:
    """ "Varland will free 40 miners": nothing is tied to it yet; what is only intended is not even queued."""
    text = "= a 2026-02-02 Post\ngive: RELEASE {} | releaser Varland | group miners | count 40"
    told = {mode: ledgers.state(text.format(mode)) for mode in ("promised", "intended")}
    assert {mode: (len(s.deals), len(s.candidates)) for mode, s in told.items()} == {
        "promised": (0, 1),
        "intended": (0, 0),
    }


def test_who_hosted_the_talks_is_beside_the_release_though_told_in_passing() -> None:
    """ "Thanked Osmia, who hosted the talks": a third party beside a release makes a candidate."""
    text = """
    = a 2026-02-02 Post
    free: RELEASE | releaser Varland | group miners | count 40
    host: TALKS/host background | host Osmia
    """
    told = {mode: ledgers.state(text.replace("background", mode)) for mode in ("background", "intended")}
    assert {mode: len(s.candidates) for mode, s in told.items()} == {"background": 1, "intended": 0}
