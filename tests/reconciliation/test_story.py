"""One invented bargain in five reports, known on two days: a correction, a licence, a man not freed."""

from __future__ import annotations

import pytest
from tests import ledgers

from detente.records import Deal, State

STORY = """
= w1 2026-04-09 Coast Wire
out: RELEASE | releaser Varland | group prisoners | count 30 | on 2026-04-09 | says Osmian diplomat, official
who: RELEASE | releaser Varland | person Ada Roth; Tom Lind | on 2026-04-09 | says Osmian diplomat, official
ease: SANCTION_EASE agreed | authority Osmia | target Salt Trust (organisation) | sector salt | step agreed
tie: LINKAGE | class L2 | cue in exchange for | ties out, ease
stay: SANCTION_KEEP asserted | authority Osmia | topic the arms embargo | says Osmian diplomat, official
talk: TALKS/visit | participants Ira Holt; UNSTATED | place Dorn
sent: MANDATE/described_as background | agent Ira Holt | principal Osmia (state) | office special envoy
help: TALKS/mediate | mediator Sutland
= v1 2026-04-09 Varland Agency
mercy: CLEMENCY/pardon | granter Varland | group citizens | count 31 | on 2026-04-08
names: CLEMENCY/pardon | granter Varland | person Ada Roth; Tom Lind; Eva Korn | on 2026-04-08
not: LINKAGE denied | no exchange | class L2 | cue no bargain of any kind | ties mercy | says palace, official
= n1 2026-04-09 Cell Watch
out: RELEASE | releaser Varland | group political prisoners | count 28 | on 2026-04-09
bren: TRANSFER/cross_border | group freed | count 20 | to Brenland | on 2026-04-09
nord: TRANSFER/cross_border | group the others | to Norrland
roth: TRANSFER/cross_border | person Ada Roth | to Brenland | on 2026-04-09
still: CUSTODY_STATE/held asserted | group political prisoners | count 212 | as_of 2026-04-09
korn: RELEASE denied | person Eva Korn | on 2026-04-09
= w2 2026-04-10 Coast Wire
fix: RELEASE | releaser Varland | group prisoners | count 28 | on 2026-04-09 | says Osmian diplomat, official
= r1 2026-04-30 Quarterly Review
lic: SANCTION_EASE | authority Osmia | target Salt Trust (organisation) | sector salt | step licensed
| instrument Licence 12 | on 2026-04-28
lind: CUSTODY_STATE/held asserted | person Tom Lind | facility Old Fort | as_of 2026-04-27
| says Mia Lind!, witness
lind2: RELEASE denied | person Tom Lind | on 2026-04-09 | says Mia Lind!, witness
"""


@pytest.fixture(scope="module")
def first() -> State:
    """As known the day after."""
    return ledgers.state(STORY, known_by="2026-04-10")


@pytest.fixture(scope="module")
def later() -> State:
    """As known three weeks after."""
    return ledgers.state(STORY, known_by="2026-05-01")


def one(state: State) -> Deal:
    """Its one deal."""
    (deal,) = state.deals
    return deal


def test_the_wire_that_corrects_itself_and_the_list_agree(first: State) -> None:
    """28, by two voices; 30 stays listed with none; 31 is how many were pardoned."""
    deal = one(first)
    assert deal.released.quantity is not None
    assert (deal.released.quantity.lo, deal.released.quantity.hi, deal.released.verdict) == (
        28,
        28,
        "supported",
    )
    assert {a.quantity.lo: a.groups for a in deal.released.alternatives} == {28: 2, 30: 0}
    assert [(g.kind, g.quantity and g.quantity.lo) for s in deal.sides for g in s.gives] == [
        ("release", 28),
        ("clemency", 31),
        ("sanction_step", None),
    ]


def test_the_others_are_the_rest(first: State) -> None:
    """28 less 20: eight to Norrland, derived; nobody is left over."""
    rows = [(d.place, d.quantity and d.quantity.lo, d.derived) for d in one(first).destinations]
    assert rows == [("Brenland", 20, False), ("Norrland", 8, True)]


def test_who_was_freed_is_not_who_was_pardoned(first: State) -> None:
    """Eva Korn was pardoned and not freed; Ada Roth's own way is told, Tom Lind's is not."""
    deal = one(first)
    assert [(p.name, p.location) for p in deal.persons_freed] == [
        ("Ada Roth", "abroad(Brenland)"),
        ("Tom Lind", "unknown"),
    ]
    assert ledgers.names(deal.persons_not_freed) == ["Eva Korn"]


def test_beside_the_acts_stand_who_talked_what_stays_and_who_is_inside(first: State) -> None:
    """Envoy and mediator, the embargo, the monitor's count."""
    deal = one(first)
    assert ledgers.names(deal.brokers) == ["Ira Holt", "Sutland"]
    assert [(k.authority, k.what) for k in deal.kept] == [("Osmia", "the arms embargo")]
    assert [(r.source, r.quantity and r.quantity.lo) for r in deal.remaining] == [("Cell Watch", 212)]


def test_the_tie_and_its_denial_stand_side_by_side(first: State) -> None:
    """Nobody wins: both are shown, and a sentence names both."""
    deal = one(first)
    assert [(t.class_, t.polarity) for t in deal.linkage] == [("L2", "+"), ("L2", "-")]
    assert any("no bargain of any kind" in c.sentence for c in deal.conflicts)


def test_three_weeks_later_half_the_promise_is_kept_and_one_man_is_found_inside(later: State) -> None:
    """Licensed is 2; Tom Lind is held in one report, freed in another: told as not freed, contested."""
    deal = one(later)
    (ease,) = [g for s in deal.sides for g in s.gives if g.kind == "sanction_step"]
    assert (ease.step, ease.compliance) == ("licensed", "2")
    assert {p.name: p.verdict for p in deal.persons_not_freed} == {
        "Eva Korn": "single-source",
        "Tom Lind": "contested",
    }
    (lind,) = [p for p in later.people if p.name == "Tom Lind"]
    assert (lind.tracks.custody.state, lind.tracks.custody.verdict, lind.tracks.legal.state) == (
        "imprisoned",
        "contested",
        "pardoned",
    )
    assert [(m.legal.state, m.announced.state) for m in later.measures if m.sector] == [
        ("licensed", "easing_said")
    ]


def test_what_was_known_first_is_known_still(first: State) -> None:
    """The later reports change nothing of what was known on the earlier day."""
    early = STORY.split("= r1")[0]
    assert ledgers.state(early, known_by="2026-04-10") == first
