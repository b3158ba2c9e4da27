"""Settled bit by bit, a state is what it is when settled at once."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from benchmarks.world import World
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests import ledgers

from detente.reconciliation import reconcile
from detente.reconciliation.settled import Settled
from detente.records import Article, Judgement, Reading, State, to_builtins
from detente.resolution import Resolver, resolve

Pair = tuple[Reading, Article]
WORLD = list(World(11, states=4).reports(700))


def _same(found: State, pairs: Sequence[Pair], judgements: Sequence[Judgement] = ()) -> None:
    scratch = reconcile(resolve([r for r, _ in pairs], [a for _, a in pairs], judgements))
    for name in State.__struct_fields__:
        assert to_builtins(getattr(found, name)) == to_builtins(getattr(scratch, name)), name


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_after_every_report_that_comes_or_goes_the_state_is_that_of_a_settle_from_scratch(
    data: st.DataObject,
) -> None:
    """Reports come in any order, some at once, and some are taken back."""
    chance = random.Random(data.draw(st.integers(0, 2**32)))
    pairs = chance.sample(WORLD, 14)
    settled, held = Settled(), list[Pair]()
    while pairs:
        for _ in range(min(len(pairs), chance.randint(1, 4))):
            held.append(pairs.pop())
        if chance.random() < 0.3 and len(held) > 1:
            held.pop(chance.randrange(len(held)))
        found = settled.settle(resolve([r for r, _ in held], [a for _, a in held]))
        _same(found, held)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_told_what_shifted_the_state_is_that_of_a_settle_from_scratch(data: st.DataObject) -> None:
    """Reports come, go and come again with other words; now and then a resolution is left out."""
    chance = random.Random(data.draw(st.integers(0, 2**32)))
    pairs, resolver, settled = chance.sample(WORLD, 14), Resolver(), Settled()
    held, gone = list[Pair](), list[Pair]()
    for _ in range(10):
        chance.shuffle(held)
        held += [pairs.pop() for _ in range(min(len(pairs), chance.randint(0, 3)))]
        if held and chance.random() < 0.4:
            gone.append(held.pop(chance.randrange(len(held))))
        elif gone and chance.random() < 0.4:
            reading, article = gone.pop()
            held.append((replace(reading, claims=reading.claims[: len(reading.claims) // 2]), article))
        resolution = resolver.resolve([r for r, _ in held], [a for _, a in held])
        if chance.random() < 0.8:
            _same(settled.settle(resolution, shift=resolver.shift), held)


def _neighbours() -> list[Pair]:
    """Reports of the two states of which most is told: they hang together most."""
    told = [(r, a) for r, a in WORLD if any(n.startswith(("Va", "Do", "Ka", "Ba")) for c in r.claims
            for n in c.names("releaser", "authority"))]  # fmt: skip
    return (told or WORLD)[:24]


@pytest.mark.parametrize("seed", range(4))
def test_reports_of_one_deal_come_one_by_one(seed: int) -> None:
    """Bargains join, split and take in performances, and nothing of the older state is left behind."""
    pairs = _neighbours()
    random.Random(seed).shuffle(pairs)
    settled = Settled()
    for number in range(1, len(pairs) + 1):
        found = settled.settle(resolve([r for r, _ in pairs[:number]], [a for _, a in pairs[:number]]))
    _same(found, pairs)
    for number in range(len(pairs) - 1, 10, -1):
        found = settled.settle(resolve([r for r, _ in pairs[:number]], [a for _, a in pairs[:number]]))
    _same(found, pairs[:11])


def test_a_judgement_changes_who_is_who_and_the_records_with_it() -> None:
    """People who are judged one, and then no more, leave the record as it was."""
    pairs = WORLD[:20]
    first = resolve([r for r, _ in pairs], [a for _, a in pairs])
    people = [e for e in first.entities if e.kind == "person"]
    keys = [f"person:{e.name.casefold()}" for e in people[:2]]
    judged = Judgement(
        id="jdg_1", about="entity", left=keys[0], right=keys[1], verdict="same", made="2026-01-01"
    )
    settled = Settled()
    for judgements in ((), (judged,), ()):
        found = settled.settle(resolve([r for r, _ in pairs], [a for _, a in pairs], judgements))
        _same(found, pairs, judgements)


BACK = """
    = a 2026-01-02 Post
    r: RELEASE | releaser Varland | group prisoners | count 46 | on 2026-01-01
    e: SANCTION_EASE | authority Osmia | target Varland | sector potash | on 2026-01-01 | step licensed
    l: LINKAGE | class L2 | cue in exchange for | ties r, e | party Varland; Osmia

    = b 2026-03-03 Daily
    x: SANCTION_IMPOSE/reimpose | authority Osmia | target Varland | sector potash | on 2026-03-02
"""


def test_a_measure_put_back_by_a_later_report_reverses_what_was_given() -> None:
    """The report of it hangs together with the deal by nothing but the measure."""
    readings = ledgers.readings(BACK)
    settled = Settled()
    before = settled.settle(resolve(readings[:1]))
    assert [g.compliance for d in before.deals for s in d.sides for g in s.gives] == ["3", "3"]
    after = settled.settle(resolve(readings))
    _same(after, [(r, Article(document=r.document, text="")) for r in readings])
    assert "R" in [g.compliance for d in after.deals for s in d.sides for g in s.gives]
    _same(
        settled.settle(resolve(readings[:1])),
        [(readings[0], Article(document=readings[0].document, text=""))],
    )
