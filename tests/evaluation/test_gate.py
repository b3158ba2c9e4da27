"""Floors rise by themselves and fall only when somebody says so; other gold is noticed."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from detente.errors import InputError
from detente.evaluation import Score, check, load_gate, pass_gate, score
from detente.evaluation.gate import as_toml, ceilings_of, floors_of, gate_of
from tests.evaluation.samples import perfect
from tests.evaluation.test_score import ALARM, DONE, GOLD, RIGHT

GOOD = score(GOLD, perfect(GOLD.texts))
POOR = score(GOLD, [RIGHT, DONE, ALARM])
OTHER_GOLD = msgspec.structs.replace(GOOD, sha256="1" * 64)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A gate that the poor score passes exactly."""
    pass_gate(tmp_path / "floors.toml", POOR, write=True)
    return tmp_path / "floors.toml"


def test_a_first_gate_is_what_was_reached(path: Path) -> None:
    """F1 2/3 is the floor .666, one told as done the ceiling; the score that made it passes it."""
    gate = load_gate(path)
    assert gate.floors["events.f1"] == 0.666
    assert gate.ceilings["told_as_done"] == 1
    assert gate.gold.sha256 == GOLD.sha256
    assert pass_gate(path, POOR) == ()


def test_floors_rise_by_themselves_with_write(path: Path) -> None:
    """A better score raises floors and lowers ceilings; without --write nothing is written."""
    before = path.read_bytes()
    assert pass_gate(path, GOOD) == ()
    assert path.read_bytes() == before
    assert pass_gate(path, GOOD, write=True) == ()
    assert load_gate(path).floors["events.f1"] == 1.0
    assert load_gate(path).ceilings["told_as_done"] == 0


def test_a_worse_score_fails_and_changes_nothing(path: Path) -> None:
    """Every figure that fell is told with both values, --write or not; the file stays as it is."""
    pass_gate(path, GOOD, write=True)
    before = path.read_bytes()
    for write in (False, True):
        failed = pass_gate(path, POOR, write=write)
        assert "events.f1: expected at least 1.0; found 0.666" in failed
        assert "told_as_done: expected at most 0.0; found 1" in failed
    assert path.read_bytes() == before


def test_a_floor_is_lowered_only_by_its_flag(path: Path) -> None:
    """--write --lower-floor takes what was reached; --lower-floor alone is refused."""
    pass_gate(path, GOOD, write=True)
    with pytest.raises(InputError, match="--write"):
        pass_gate(path, POOR, lower_floor=True)
    assert pass_gate(path, POOR, write=True, lower_floor=True) == ()
    assert load_gate(path).floors["events.f1"] == 0.666


def test_other_gold_needs_its_flag(path: Path) -> None:
    """Another hash fails before anything is compared; --accept-gold takes it, and floors still hold."""
    assert [line.split(":")[0] for line in pass_gate(path, OTHER_GOLD)] == ["gold"]
    assert [line.split(":")[0] for line in pass_gate(path, OTHER_GOLD, write=True)] == ["gold"]
    assert pass_gate(path, OTHER_GOLD, write=True, accept_gold=True) == ()
    assert load_gate(path).gold.sha256 == "1" * 64
    worse = msgspec.structs.replace(POOR, sha256="2" * 64)
    assert "gold" not in "".join(pass_gate(path, worse, write=True, accept_gold=True)[:1]).split(":")[0]
    assert load_gate(path).gold.sha256 == "1" * 64


def test_a_figure_that_vanished_counts_as_nought() -> None:
    """No detention is found any more, so its field has no share: the floor is not reached."""
    gate = msgspec.structs.replace(gate_of(GOOD), floors={"fields.sector": 0.9})
    assert check(gate, GOOD) == ("fields.sector: expected at least 0.9; found 0.0",)


def test_a_gate_goes_through_its_file_unchanged(path: Path) -> None:
    """What is written is what is read."""
    gate = gate_of(GOOD)
    path.write_text(as_toml(gate), "utf-8")
    assert load_gate(path) == gate
    assert set(gate.floors) == set(floors_of(GOOD))
    assert set(gate.ceilings) == set(ceilings_of(GOOD))


@pytest.mark.parametrize("text", ["floors = [", "[gold]\nname = 1\n", "\udcff"])
def test_a_broken_gate_is_told(tmp_path: Path, text: str) -> None:
    """No TOML, other TOML, no text: one message; no file at all says how to make one."""
    (tmp_path / "gate.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(InputError, match="mend it"):
        load_gate(tmp_path / "gate.toml")
    with pytest.raises(InputError, match="--write makes one"):
        load_gate(tmp_path / "none.toml")


def test_an_unwritable_gate_is_told(tmp_path: Path) -> None:
    """No such folder: one message, no traceback."""
    with pytest.raises(InputError, match="give another path"):
        pass_gate(tmp_path / "nowhere" / "gate.toml", GOOD, write=True)


@pytest.mark.parametrize("reached", [GOOD, POOR], ids=["good", "poor"])
def test_a_score_passes_the_gate_made_of_it(reached: Score) -> None:
    """Cutting decimals never makes a score fail its own floors."""
    assert check(gate_of(reached), reached) == ()
