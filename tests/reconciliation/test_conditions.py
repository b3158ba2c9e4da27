"""A condition is met by an act that is told as done, and by nothing else."""

from __future__ import annotations

import pytest
from tests import ledgers

OFFER = """
= a 2026-02-02 Post
offer: SANCTION_EASE agreed | authority Osmia | target Varland | sector salt
| condition if Lena Marr comes home
swap: LINKAGE | class L2 | cue in return for | ties offer
"""
FREED = """
= b 2026-03-04 Harbour Wire
freed: RELEASE/swap_release | releaser Varland | person Lena Marr | on 2026-03-03
ease: SANCTION_EASE agreed | authority Osmia | target Varland | sector salt
tie: LINKAGE | class L2 | cue in return for | ties freed, ease
"""


def test_a_condition_is_open_while_nothing_is_told() -> None:
    """Silence meets none and fails none."""
    (condition,) = ledgers.deal(OFFER).conditions
    assert (condition.text, condition.state) == ("if Lena Marr comes home", "open")


def test_whose_freedom_was_asked_for_is_free() -> None:
    """Met since the report of the release, with that report among its claims; open as known before."""
    (condition,) = ledgers.deal(OFFER + FREED).conditions
    assert condition.state == "met"
    assert ledgers.ids(OFFER + FREED)["freed"] in condition.claims
    (before,) = ledgers.deal(OFFER + FREED, known_by="2026-03-01").conditions
    assert before.state == "open"


def test_the_freedom_of_another_meets_no_condition() -> None:
    """Not even of one who bears the same family name."""
    (condition,) = ledgers.deal(OFFER + FREED.replace("Lena Marr", "Ivo Marr")).conditions
    assert condition.state == "open"


def test_a_condition_whose_person_died_has_failed() -> None:
    """What can no longer come about."""
    died = FREED.replace("person Lena Marr", "person Ivo Brandt") + "dead: HARM/death | person Lena Marr\n"
    (condition,) = ledgers.deal(OFFER + died).conditions
    assert condition.state == "failed"


@pytest.mark.parametrize(("freed", "state"), [(40, "met"), (12, "open")])
def test_a_part_of_those_asked_for_is_not_enough(freed: int, state: str) -> None:
    """Forty were asked for: twelve leave the condition open, forty meet it."""
    (condition,) = ledgers.deal(
        f"""
        = a 2026-02-02 Post
        asked: RELEASE conditional | releaser Varland | group miners | count 40
        | words Varland frees forty miners
        ease: SANCTION_EASE agreed | authority Osmia | target Varland | sector salt
        | condition if Varland frees forty miners
        tie: LINKAGE | class L2 | cue in return for | ties ease, asked
        = b 2026-03-04 Harbour Wire
        freed: RELEASE | releaser Varland | group miners | count {freed} | on 2026-03-03
        """
    ).conditions
    assert condition.state == state


def test_what_others_ask_for_is_no_promise_of_who_should_do_it() -> None:
    """ "Ease nothing until the others are out": nobody offered to let the others out."""
    text = FREED + "others: RELEASE conditional | releaser Varland | group the others | condition until\n"
    deal = ledgers.deal(text)
    assert deal.conditions == ()
    (give,) = [g for s in deal.sides if s.party.name == "Varland" for g in s.gives]
    assert give.promised == ()


def test_an_offer_that_nobody_took_up_is_a_candidate_with_its_condition() -> None:
    """ "We will free eleven if patrols stop" is no bargain yet; an offer of nobody named is none."""
    offer = """
    = a 2026-07-08 Herald
    o: RELEASE conditional | releaser Varland | group guards | count 11 | condition if patrols stop
    """
    state = ledgers.state(offer)
    assert state.deals == ()
    (found,) = state.candidates
    assert (found.state, [(c.text, c.state) for c in found.conditions]) == (
        "rumoured",
        [("if patrols stop", "open")],
    )
    assert ledgers.state(offer.replace("| releaser Varland ", "")).candidates == ()


def test_an_offer_that_was_taken_up_is_part_of_its_bargain() -> None:
    """No candidate beside the deal."""
    state = ledgers.state(OFFER)
    assert (len(state.deals), state.candidates) == (1, ())
