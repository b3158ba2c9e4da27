"""A question about other days, settled from the reports that bear on it, is answered as from all."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from benchmarks.drafts import READER
from benchmarks.world import World

from detente.ledger import entry_of, open_journal
from detente.reconciliation.answers import WIDE
from detente.records import Coding, Entry, Judgement, Reading, Retraction, Verdict4, to_builtins
from detente.settings import load_settings
from detente.workspace import Workspace, open_workspace
from tests.rough import Rough

NOW = "2026-01-31T08:00:00Z"


def _ledger(path: Path, world: World, claims: int) -> list[Reading]:
    """A ledger of invented reports; to the rough ones people said a word when all had been read."""
    pairs = list(world.reports(claims))
    with open_journal(path, now=lambda: NOW) as journal:
        journal.append(entry_of(record) for reading, article in pairs for record in (article, reading))
        if isinstance(world, Rough):
            journal.append(_words([reading for reading, _ in pairs], world.chance))
    return [reading for reading, _ in pairs]


def _words(readings: list[Reading], chance: random.Random) -> Iterator[Entry]:
    """Reports taken back, claims found to be misread, happenings and people told to be two, or one."""
    some = [reading for reading in chance.sample(readings, 20) if len(reading.claims) > 1]
    for number, reading in enumerate(some):
        document, was = reading.document.sha256, chance.choice(reading.claims)
        if number < 5:
            yield entry_of(Retraction(id=f"rtr_{number}", target=document, author="ira", made=NOW))
        elif number < 10:
            yield entry_of(
                Coding(id=f"cod_{number}", kind="rejection", author="ira", made=NOW, reason="no", was=was)
            )
        else:
            other = chance.choice(chance.choice(readings).claims)
            verdict: Verdict4 = "same" if chance.random() < 0.5 else "different"
            yield entry_of(
                Judgement(
                    id=f"jdg_{number}", about="event", left=was.id, right=other.id, verdict=verdict,
                    author="ira", made=NOW,
                )
            )  # fmt: skip


def _open(path: Path) -> Workspace:
    settings = msgspec.structs.replace(load_settings(), reader=READER.name)
    return open_workspace(path, settings=settings, now=lambda: NOW)


def _pairs(days: list[str], chance: random.Random) -> Iterator[tuple[str | None, str | None]]:
    yield None, chance.choice(days[len(days) // 2 :])
    yield chance.choice(days), None
    yield chance.choice(days), chance.choice(days)


@pytest.mark.parametrize(
    "world", [World(5, states=9), Rough(2, states=40, surnames=200)], ids=["dense", "rough"]
)
def test_part_of_the_reports_answers_as_all_of_them(world: World, tmp_path: Path) -> None:
    """Every question of a country, a person or a record, on days drawn at random, to the last byte."""
    path, chance = tmp_path / "l.detente", random.Random(5)
    days = sorted({r.document.published or "" for r in _ledger(path, world, 1200)})
    with _open(path) as warm, _open(path) as whole:
        state = warm.state()
        parties = {s.party.name for d in state.deals for s in d.sides if s.party.kind == "state"}
        for held, known in _pairs(days, chance):
            whole.state(as_of=held, known_by=known)  # at hand: the other asks all of it
            asked = {
                "country": chance.choice(sorted(parties)),
                "person": chance.choice(state.people).name,
                "record": chance.choice(state.claims).id,
            }
            for question in (q for q in warm.questions() if q.name not in WIDE | {"diff"}):
                for key, value in asked.items():
                    if key in question.filters:
                        given = {key: value}
                        part, all_ = (
                            w.ask(question.name, as_of=held, known_by=known, **given) for w in (warm, whole)
                        )
                        assert to_builtins(part) == to_builtins(all_), (question.name, given, held, known)
