"""A workspace that was open all along says what one says that is opened anew."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.world import World

from detente.ledger import entry_of, open_journal, utc_now
from detente.reconciliation.settled import Settled
from detente.records import Coding, Entry, Retraction, State, to_builtins
from detente.resolution.reports import Reports
from detente.resolution.voices import Voices
from detente.workspace import Workspace, open_workspace

PAIRS = list(World(5, states=4).reports(500))


def _said(workspace: Workspace) -> dict[str, object]:
    state = workspace.state()
    return {name: to_builtins(getattr(state, name)) for name in State.__struct_fields__}


@pytest.mark.parametrize("seed", range(3))
def test_whatever_came_since_it_was_opened_plays_no_part(seed: int, tmp_path: Path) -> None:
    """Reports, texts alone, other readings, retractions and words of people: all come while it is open."""
    chance, path = random.Random(seed), str(tmp_path / "news.detente")
    pairs = chance.sample(PAIRS, 16)
    with open_journal(path, now=utc_now) as journal, open_workspace(path) as warm:
        for number in range(12):
            for reading, article in [pairs.pop() for _ in range(min(len(pairs), chance.randint(0, 2)))]:
                journal.append([entry_of(article)] if chance.random() < 0.3 else [])
                journal.append([entry_of(reading), *([entry_of(article)] if chance.random() < 0.8 else [])])
            journal.append(_words(warm.state(), chance, number))
            if chance.random() < 0.7:
                with open_workspace(path) as fresh:
                    assert _said(warm) == _said(fresh)


@pytest.mark.parametrize("step", [Reports.put, Voices.put, Settled._settle_people, Settled._conflicts])
def test_after_a_settle_that_broke_off_nothing_is_missing(
    step: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it broke off, be it by a key that somebody pressed: the next settle has all reports."""
    owner = next(kind for kind in (Reports, Voices, Settled) if step in vars(kind).values())
    path = str(tmp_path / "news.detente")
    with open_journal(path, now=utc_now) as journal, open_workspace(path) as warm:
        for pairs in (PAIRS[:20], PAIRS[20:30]):
            journal.append(entry_of(record) for pair in pairs for record in reversed(pair))
            with monkeypatch.context() as patch:
                patch.setattr(owner, step.__name__, _broken)
                with pytest.raises(KeyboardInterrupt):
                    warm.state()
            with open_workspace(path) as fresh:
                assert _said(warm) == _said(fresh)


def _broken(*_: object) -> None:
    raise KeyboardInterrupt


def _words(state: State, chance: random.Random, number: int) -> list[Entry]:
    """Now and then a person takes a report back, or, late, says that a claim is misread."""
    if not state.claims or chance.random() < 0.5:
        return []
    claim, made = chance.choice(state.claims), "2026-01-01T08:00:00Z"
    if number < 8:
        sha = claim.document.sha256
        return [entry_of(Retraction(id=f"rtr_{sha[:16]}", target=sha, author="ira", made=made))]
    coding = Coding(
        id=f"cod_{number}", kind="rejection", author="ira", made=made, reason="misread", was=claim
    )
    return [entry_of(coding)]
