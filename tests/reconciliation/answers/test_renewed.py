"""Indexes that went on from state to state give the answers of indexes that are made anew."""

from __future__ import annotations

import random

import pytest
from benchmarks.world import World
from msgspec.structs import replace

from detente.pipeline import Settler
from detente.reconciliation.answers import DIFFS, QUESTIONS, Shelf, ask
from detente.records import Article, Reading, State, to_builtins

PAIRS = list(World(3, states=4).reports(500))


def _filters(state: State, chance: random.Random, takes: tuple[str, ...]) -> dict[str, str]:
    names = {
        "country": sorted({s.party.name for d in state.deals for s in d.sides}),
        "person": [p.name for p in state.people],
        "record": [c.id for c in state.claims],
    }
    key = next((k for k in names if k in takes and names[k]), None)
    return {} if key is None or chance.random() < 0.2 else {key: chance.choice(names[key])}


@pytest.mark.parametrize("seed", range(3))
def test_a_shelf_that_was_renewed_answers_as_a_new_one(seed: int) -> None:
    """Every question, after reports that come, go, and come again with fewer claims."""
    chance, settler, held = random.Random(seed), Settler(), dict[str, tuple[Reading, Article]]()
    pairs, shelf, renewed = chance.sample(PAIRS, 16), None, 0
    while pairs:
        fresh: dict[str, tuple[Reading | None, Article | None]] = {}
        for reading, article in [pairs.pop() for _ in range(min(len(pairs), chance.randint(1, 4)))]:
            fresh[reading.document.sha256] = held[reading.document.sha256] = reading, article
        sha = chance.choice(sorted(held))
        if sha not in fresh and chance.random() < 0.5:
            reading, article = held.pop(sha)
            fresh[sha] = None, None
            pairs += (
                [(replace(reading, claims=reading.claims[::2]), article)] if chance.random() < 0.4 else []
            )
        state = settler.renew(fresh)
        moved, old = settler.moved, shelf
        shelf = Shelf(state, settler.ground)
        if old is not None and moved is not None and old.ground is settler.ground:
            shelf, renewed = old.renewed(state, moved), renewed + 1
        for question in QUESTIONS:
            if question.name not in DIFFS:
                given = _filters(state, chance, question.filters)
                found, anew = ask(question.name, shelf, given), ask(question.name, state, given)
                assert to_builtins(found) == to_builtins(anew), (question.name, given)
    assert renewed > 2
