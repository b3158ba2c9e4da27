"""A question about other days, settled from the reports that bear on it, is answered as from all."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
from benchmarks.drafts import READER
from benchmarks.world import World

from detente.ledger import entry_of, open_journal
from detente.records import to_builtins
from detente.settings import load_settings
from detente.workspace import Workspace, open_workspace

SEED, CLAIMS, PAIRS = 5, 1200, 5


def _ledger(path: Path) -> list[str]:
    """A ledger of invented reports; the days of their publication."""
    pairs = list(World(SEED, states=9).reports(CLAIMS))
    with open_journal(path, now=lambda: "2026-01-31T08:00:00Z") as journal:
        for reading, article in pairs:
            journal.append([entry_of(article), entry_of(reading)])
    return sorted({r.document.published or "" for r, _ in pairs})


def _open(path: Path) -> Workspace:
    settings = msgspec.structs.replace(load_settings(), reader=READER.name)
    return open_workspace(path, settings=settings, now=lambda: "2026-01-31T08:00:00Z")


def test_part_of_the_reports_answers_as_all_of_them(tmp_path: Path) -> None:
    """Every question with a country or a person, on pairs of days drawn at random, to the last byte."""
    path, chance = tmp_path / "l.detente", random.Random(SEED)
    days = _ledger(path)
    with _open(path) as warm, _open(path) as whole:
        state = warm.state()
        countries = sorted({s.party.name for d in state.deals for s in d.sides})
        people = [p.name for p in state.people]
        for _ in range(PAIRS):
            held, known = chance.choice([None, chance.choice(days)]), chance.choice(days[len(days) // 4 :])
            for key, value in (("country", chance.choice(countries)), ("person", chance.choice(people))):
                whole.state(as_of=held, known_by=known)  # at hand: the other asks all of it
                for question in (q for q in warm.questions() if key in q.filters and q.kind != "diff"):
                    part, all_ = (
                        w.ask(question.name, as_of=held, known_by=known, **{key: value})
                        for w in (warm, whole)
                    )
                    assert to_builtins(part) == to_builtins(all_), (question.name, key, value, held, known)
