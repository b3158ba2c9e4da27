"""A view made of the one before it holds what one holds that is made anew."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from benchmarks.world import World

from detente.ledger import entry_of, open_journal, utc_now
from detente.records import Retraction
from detente.settings import load_settings
from detente.views.serving import Desk
from detente.views.serving.view import View

PAIRS = list(World(7, states=4).reports(400))
MADE = "2026-01-01T08:00:00Z"


def _held(view: View) -> tuple[object, ...]:
    return (
        dict(view.claims), dict(view.told), list(view.reports.items()), view.deals, view.people,
        view.measures, view.sensitive, view.days, view.head,
    )  # fmt: skip


def _found(view: View) -> list[tuple[object, ...]]:
    words = ("released prisoners", "potash", "special envoy", PAIRS[0][0].claims[0].span.exact.split()[0])
    names = [view.state.people[0].name] if view.state.people else []
    return [view.index.search(word) for word in (*words, *names)]


@pytest.mark.parametrize("seed", range(3))
def test_what_came_before_plays_no_part(seed: int, tmp_path: Path) -> None:
    """Reports come and are taken back; views that are still held keep what they held."""
    chance, path, older = random.Random(seed), str(tmp_path / "news.detente"), list[tuple[View, object]]()
    with open_journal(path, now=utc_now) as journal:
        pairs = chance.sample(PAIRS, 18)
        journal.append(entry_of(record) for record in reversed(pairs.pop()))
        desk = Desk(path, load_settings())
        for number in range(10):
            for pair in [pairs.pop() for _ in range(min(len(pairs), chance.randint(0, 3)))]:
                journal.append(entry_of(record) for record in reversed(pair))
            shown = desk.fresh()
            if number % 4 == 3 and shown.state.claims:
                sha = chance.choice(shown.state.claims).document.sha256
                gone = Retraction(id=f"rtr_{sha[:16]}", target=sha, author="ira", made=MADE)
                journal.append([entry_of(gone)])
                shown = desk.fresh()
            anew = View(shown.state, shown.articles, head=shown.head, quote=80)
            assert _held(shown) == _held(anew)
            assert _found(shown) == _found(anew)
            older.append((shown, _held(shown)))
        assert all(_held(view) == held for view, held in older)
        desk.close()
