"""A tie told in a report without acts is put to the happenings that other reports tell."""

from __future__ import annotations

import random

import pytest
from tests import ledgers

from detente.reconciliation import reconcile
from detente.reconciliation.settled import Settled
from detente.records import State, to_builtins
from detente.resolution import resolve

FREED = """
= r1 2026-10-06 Dorn Matin
freed: RELEASE | releaser Norway | group 31 Kenyan sailors | count 31 | on 2026-10-05
"""
EASED = """
= r2 2026-10-07 Bergen Post
ease: SANCTION_EASE | authority Norway | target Kenya | sector tea | step licensed | on 2026-10-06
"""
OTHERS = """
= r4 2026-10-02 Oslo Brief
freed: RELEASE | releaser Peru | group 31 Chilean sailors | count 31 | on 2026-10-01
"""


def tie(about: str, *, class_: str = "L2", day: str = "2026-10-08", more: str = "") -> str:
    """A report that tells a tie and nothing else."""
    return f"""
    = r3 {day} Nairobi Mirror
    tie: LINKAGE asserted | class {class_} | cue a trade | about {about} {more}
    """


def tied(text: str) -> list[set[str]]:
    """What every deal ties together, by the types of its claims."""
    state = ledgers.state(text)
    return [{c.type for c in state.claims if c.id in d.claims} for d in state.deals]


@pytest.mark.parametrize(
    "about",
    ["31 men (group)", "sailors (group)", "31 Kenyan sailors (group)", "the Kenyan sailors (group)"],
)
def test_the_people_it_speaks_of_are_those_who_were_freed(about: str) -> None:
    """By their number or by what they are called, beside a country that both reports have in common."""
    assert tied(FREED + OTHERS + tie(about)) == [{"LINKAGE", "RELEASE"}]


@pytest.mark.parametrize(
    "about",
    [
        "30 men (group)",  # another number
        "31 pastors (group)",  # other people
        "prisoners (group)",  # anybody
        "31 Chilean sailors (group)",  # of another country, and nothing told of Chile by its report
    ],
)
def test_other_people_are_not_meant(about: str) -> None:
    """Then it makes no deal."""
    found = ledgers.state(FREED + tie(about))
    assert [d for d in found.deals if "Chilean" not in about] == []


def test_no_country_in_common_is_no_tie() -> None:
    """Two groups of one number are common."""
    assert ledgers.state(OTHERS + tie("31 men (group)")).deals == ()


@pytest.mark.parametrize("day", ["2026-10-03", "2027-03-01"])
def test_what_lies_months_before_or_ahead_is_not_meant(day: str) -> None:
    """Nobody speaks of what has not happened yet."""
    assert ledgers.state(FREED + tie("31 men (group)", day=day)).deals == ()


def test_somebody_named_needs_no_country() -> None:
    """A name is enough, in full or in part."""
    freed = "= a 2026-10-06 Post\nfreed: RELEASE | releaser Norway | person Lena Marr | on 2026-10-05"
    assert tied(freed + tie("Marr (person)")) == [{"LINKAGE", "RELEASE"}]
    assert ledgers.state(freed + tie("Orlu (person)")).deals == ()


def test_of_two_groups_alike_the_nearer_is_meant_and_of_two_as_near_none() -> None:
    """Where it is open which is meant, nothing is tied."""
    before = FREED.replace("r1 2026-10-06", "r0 2026-09-20").replace("2026-10-05", "2026-09-19")
    other = "= r5 2026-10-06 Post\nfreed: RELEASE | releaser Oman | group Kenyan sailors | on 2026-10-05"
    assert len(tied(before + FREED + tie("sailors (group)"))) == 1
    assert ledgers.state(FREED + other + tie("sailors (group)")).deals == ()


def test_a_licence_is_the_only_licence_there_is() -> None:
    """A step by its noun alone: in a country that the tie's own words or its speaker name."""
    said = "licence (topic) | says Norwegian officials, official"
    assert tied(EASED + tie(said)) == [{"LINKAGE", "SANCTION_EASE"}]
    assert ledgers.state(EASED + tie("licence (topic)")).deals == ()
    assert ledgers.state(EASED.replace("licensed", "suspended") + tie(said)).deals == ()
    two = EASED.replace("r2", "r6").replace("2026-10-0", "2026-09-1").replace("tea", "coal")
    assert ledgers.state(EASED + two + tie(said)).deals == ()


def test_both_ends_are_found_and_a_denial_stands_beside() -> None:
    """One deal of three reports; who denies it is heard."""
    state = ledgers.state(
        FREED
        + EASED
        + tie("31 men (group); licence (topic)", more="| party Norway")
        + """
        = r7 2026-10-09 Oslo Brief
        no: LINKAGE denied | class L2 | cue no swap | about sailors (group) | says the ministry, official
        """
    )
    (deal,) = state.deals
    assert {g.kind for s in deal.sides for g in s.gives} == {"release", "sanction_step"}
    assert [t.polarity for t in deal.linkage] == ["+", "-"]
    assert set(deal.documents) == {"r1", "r2", "r3", "r7"}


def test_a_report_that_tells_acts_itself_speaks_of_these() -> None:
    """Its tie is not put to what others tell."""
    own = """
    = r3 2026-10-08 Nairobi Mirror
    freed: RELEASE | releaser Kenya | group 31 poachers | count 31 | on 2026-10-07
    tie: LINKAGE asserted | class L2 | cue a trade | about sailors (group)
    """
    (deal,) = ledgers.state(FREED + own).deals
    assert [s.party.name for s in deal.sides if s.gives] == ["Kenya"]


@pytest.mark.parametrize("seed", range(6))
def test_reports_may_come_in_any_order_and_go_again(seed: int) -> None:
    """Settled bit by bit, the state is that of a settle from scratch."""
    texts = FREED + EASED + OTHERS + tie("31 men (group); licence (topic)", more="| party Norway")
    readings = ledgers.readings(texts)
    random.Random(seed).shuffle(readings)
    settled, found = Settled(), State()
    for number in (*range(1, len(readings) + 1), *range(len(readings) - 1, 0, -1)):
        held = readings[:number]
        found = settled.settle(resolve(held))
        assert to_builtins(found) == to_builtins(reconcile(resolve(held)))
    assert len(found.deals) <= 1


@pytest.mark.parametrize(
    ("about", "day", "publisher", "deals"),
    [
        ("31 sailors (group)", "2026-10-08", "Coast Mirror", 1),
        ("31 men (group)", "2026-10-08", "Coast Mirror", 0),  # as many of anybody
        ("30 sailors (group)", "2026-10-08", "Coast Mirror", 0),
        ("31 sailors (group)", "2026-11-08", "Coast Mirror", 0),  # a month later
        ("31 sailors (group)", "2026-10-08", "Lisbon Mirror", 0),  # by a report of another country
    ],
)
def test_as_many_of_one_calling_are_known_again_for_a_fortnight(
    about: str, day: str, publisher: str, deals: int
) -> None:
    """Where nothing is named by both, and no other country by either."""
    text = f"""
    = r3 {day} {publisher}
    tie: LINKAGE asserted | class L2 | cue a trade | about {about}
    """
    assert len(ledgers.state(FREED + text).deals) == deals
