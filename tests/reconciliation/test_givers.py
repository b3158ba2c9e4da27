"""Who gives what in a bargain, where a side has no name, an answer fails to come, or money is given."""

from __future__ import annotations

from tests import ledgers


def test_a_bargain_whose_only_giver_nobody_names_is_one() -> None:
    """ "Ten will be freed under an accord": a side of no name promises; order in time makes none of it."""
    text = """
    = a 2026-03-24 Relay
    p: RELEASE promised | group growers | count 10
    l: LINKAGE | class L2 | cue under an accord | ties p
    """
    (deal,) = ledgers.state(text).deals
    assert [
        (s.party.name, [g.promised_quantity and g.promised_quantity.lo for g in s.gives]) for s in deal.sides
    ] == [("UNSTATED", [10])]
    after = ledgers.state(text.replace("class L2 | cue under an accord", "class L1 | cue after"))
    assert (after.deals, after.candidates) == ((), ())


def test_an_act_that_nobody_answered_is_tied_to_nothing() -> None:
    """ "Osmia let nobody go in return": no bargain."""
    text = """
    = a 2026-04-21 Relay
    x: RELEASE | releaser Varland | group fishermen | count 58 | on 2026-04-20
    n: RELEASE denied | releaser Osmia | group nobody
    l: LINKAGE | class L3 | cue in return | ties x, n
    """
    assert ledgers.state(text).deals == ()
    assert len(ledgers.state(text.replace("RELEASE denied", "RELEASE promised")).deals) == 1


def test_a_sum_that_is_unblocked_is_money() -> None:
    """No sector of trade is called "40 million dollars"."""
    text = """
    = a 2026-02-18 Relay
    x: RELEASE | releaser Varland | group traders | count 88 | on 2026-02-16
    y: SANCTION_EASE promised | authority Osmia | sector 40 million dollars
    l: LINKAGE | class L2 | cue in return for | ties x, y
    """
    assert [g.kind for s in ledgers.deal(text).sides for g in s.gives] == ["release", "money"]
    salt = ledgers.deal(text.replace("40 million dollars", "salt"))
    assert [g.kind for s in salt.sides for g in s.gives] == ["release", "sanction_step"]


def test_what_somebody_was_only_asked_about_is_no_promise() -> None:
    """ "Asked whether the men had been traded": nobody offers anything."""
    text = """
    = a 2026-02-18 Relay
    x: RELEASE | releaser Varland | group traders | count 88 | on 2026-02-16
    w: RELEASE hypothetical | releaser Varland | group men | count 3
    y: SANCTION_EASE promised | authority Osmia | sector salt
    l: LINKAGE | class L2 | cue in return for | ties x, y, w
    """
    assert [(g.kind, bool(g.promised)) for s in ledgers.deal(text).sides for g in s.gives] == [
        ("release", False),
        ("sanction_step", True),
    ]
    promised = ledgers.deal(text.replace("hypothetical", "promised"))
    assert len([g for s in promised.sides for g in s.gives]) == 3


def test_a_sum_that_was_moved_is_given() -> None:
    """No instrument is needed for money that has arrived; what is only agreed stays a promise."""
    text = """
    = a 2026-02-18 Relay
    x: RELEASE | releaser Varland | group traders | count 88 | on 2026-02-16
    y: SANCTION_EASE | authority Osmia | sector 40 million dollars | step unspecified
    l: LINKAGE | class L2 | cue in return for | ties x, y
    """

    def sums(text: str) -> list[tuple[int, int]]:
        gives = [g for s in ledgers.deal(text).sides for g in s.gives if g.kind == "money"]
        return [(len(g.promised), len(g.performed)) for g in gives]

    assert sums(text) == [(0, 1)]
    assert sums(text.replace("SANCTION_EASE |", "SANCTION_EASE promised |")) == [(1, 0)]
