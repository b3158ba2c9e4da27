"""What is done as it was promised or asked for, where no report says by whom."""

from __future__ import annotations

import pytest
from tests import ledgers

from detente.records import Give

PROMISE = """
= a 2026-02-02 Post
give: RELEASE promised | releaser Varland | group 90 Osmian fishermen | count 90
| to Osmia | says the ministry, official
"""
DONE = """
= b 2026-02-20 Harbour Wire
home: RELEASE | releaser UNSTATED | group 58 of our 90 | count 58
no: RELEASE denied | releaser Osmia | group nobody
"""


def gives(text: str) -> list[tuple[str, Give]]:
    """Each party's gives, of deals and candidates."""
    found = ledgers.state(text)
    sides = (s for d in (*found.deals, *found.candidates) for s in d.sides)
    return [(s.party.name, g) for s in sides for g in s.gives]


def kept(text: str) -> bool:
    """Is Varland's promise told as done by some of the promised?"""
    return [(p, g.quantity and g.quantity.lo, g.compliance) for p, g in gives(text) if g.performed] == [
        ("Varland", 58, "2")
    ]


def test_some_of_as_many_as_were_promised_are_those_who_were_promised() -> None:
    """ "58 of our 90 are home": of the ninety whom a state promised to free; the promise is half kept."""
    assert kept(PROMISE + DONE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("58 of our 90", "58 people"),
        ("58 of our 90", "58 of our 80"),
        ("2026-02-20", "2026-09-20"),
        ("2026-02-20", "2026-01-20"),
        ("releaser Osmia", "releaser Kell"),
        ("releaser UNSTATED", "releaser Kell"),
    ],
)
def test_other_numbers_days_states_and_agents_keep_no_promise(old: str, new: str) -> None:
    """No whole, another whole, too late, too early, no state in common, or somebody else who let them go."""
    assert not kept(PROMISE + DONE.replace(old, new))


def test_one_outlet_that_tells_both_is_enough_in_common() -> None:
    """It tells its readers of the people it told of before."""
    assert kept(PROMISE + DONE.replace("releaser Osmia", "releaser Kell").replace("Harbour Wire", "Post"))


STEP = """
= a 2026-02-02 Post
free: RELEASE/swap_release | releaser Osmia | person Lena Marr | on 2026-02-01
open: DIPLOMATIC_STEP/open promised | actor Varland | what embassy | place Dorn
tie: LINKAGE | class L2 | cue in return for | ties free, open
= b 2026-03-04 Harbour Wire
done: DIPLOMATIC_STEP/open | actor UNSTATED | what embassy | place Dorn | on 2026-03-03
"""


def test_a_door_that_opens_where_it_was_to_open_keeps_the_promise() -> None:
    """ "The embassy in Dorn has reopened": of another town, or another door, nothing was promised."""

    def opened(text: str) -> list[str]:
        return [p for p, g in gives(text) if g.kind == "diplomatic" and g.performed]

    assert opened(STEP) == ["Varland"]
    for there in ("what embassy | place Kolm | on", "what consulate | place Dorn | on", "what embassy | on"):
        assert opened(STEP.replace("what embassy | place Dorn | on", there)) == [], there


CONDITION = """
= a 2026-02-02 Post
ease: SANCTION_EASE conditional | authority Osmia | target Kolm Wool (organisation) | step unspecified
| condition If Lena Marr comes home | says the foreign minister, official
"""
FREED = """
= b 2026-03-04 Harbour Wire
freed: RELEASE | releaser UNSTATED | person Lena Marr | on 2026-03-03
"""


def test_who_makes_relief_depend_on_somebody_s_freedom_ties_the_two() -> None:
    """ "If she comes home, we lift it": the side's own words (CODEBOOK §6, L3), before anybody is free."""
    (deal,) = ledgers.state(CONDITION).candidates
    assert [(row.class_, row.cue, row.polarity) for row in deal.linkage] == [
        ("L3", "If Lena Marr comes home", "+")
    ]
    (deal,) = ledgers.state(CONDITION.replace("Lena Marr comes home", "the courts agree")).candidates
    assert deal.linkage == ()


def test_whose_freedom_relief_depends_on_is_freed_and_the_condition_is_met() -> None:
    """By whomever: it is of the same offer. A namesake's freedom, or that of long after, meets nothing."""
    for freed, state in (
        (FREED, "met"),
        (FREED.replace("Lena Marr", "Ivo Marr"), "open"),
        (FREED.replace("2026-03", "2026-12"), "open"),
    ):
        deals = ledgers.state(CONDITION + freed).candidates
        assert [c.state for d in deals for c in d.conditions] == [state], freed
