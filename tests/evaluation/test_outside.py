"""Where an outside scorer of the same format is at hand, both give the same figures."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from detente.evaluation import Gold, Score, load_gold, score
from detente.records import Claim, to_json
from tests.evaluation.samples import perfect

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("DETENTE_SHARED") or ROOT.parent / "shared")
SCORER = SHARED / "tools" / "score_reading.py"
SETS = {"ours": ROOT / "gold" / "stories", "theirs": SHARED / "gold" / "stories"}


def spoilt(claims: tuple[Claim, ...]) -> list[Claim]:
    """Right claims made wrong by their number: left out, or with another mode, type, count, agent, source."""
    out = []
    for number, claim in enumerate(claims):
        if number % 7 == 0:
            continue
        changes: dict[int, dict[str, Any]] = {
            1: {"mode": "performed"},
            2: {"type": "RELEASE"},
            3: {"quantity": None},
            4: {"roles": {}},
            5: {"attribution": (), "mode": "background"},
        }
        out.append(msgspec.structs.replace(claim, **changes.get(number % 7, {})))
    return out


def outside(folder: Path, claims: list[Claim], tmp_path: Path) -> dict[str, Any]:
    """What the other scorer says."""
    path = tmp_path / "claims.jsonl"
    path.write_bytes(b"".join(to_json(claim) + b"\n" for claim in claims))
    command = [sys.executable, str(SCORER), "--json", "--texts", str(folder / "texts")]
    command += ["--gold", str(folder / "gold.jsonl"), "--claims", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def counts(ours: Score) -> dict[str, Any]:
    """Our figures that both give, under the other's names."""
    return {
        "documents": ours.texts,
        "types": {n: (t.found, t.false, t.missed) for n, t in ours.types.items()},
        "told_as_done": {"n": ours.told_as_done.n, "of": ours.told_as_done.of},
        "false_alarms": {"claims": ours.false_alarms.n, "in_texts": ours.false_alarms.of},
        "spans_not_in_text": ours.spans_not_in_text,
        "fields": {
            **{n: (s.right, s.of) for n, s in ours.fields.items()},
            "held as freed": (ours.held_as_freed.n, ours.held_as_freed.of),
        },
    }


def theirs_in_our_shape(found: dict[str, Any]) -> dict[str, Any]:
    """The other's figures, cut to what is compared."""
    types = {n: (t["tp"], t["fp"], t["fn"]) for n, t in found["types"].items()}
    fields = {n: (f["right"], f["of"]) for n, f in found["fields"].items()}
    keys = ("documents", "told_as_done", "false_alarms", "spans_not_in_text")
    return {**{key: found[key] for key in keys}, "types": types, "fields": fields}


def near_and_far(fields: dict[str, Any]) -> dict[str, Any]:
    """Near and far together: what stands for a state is ours to know better, so an event may be near here."""
    joined: dict[str, Any] = {}
    for name, (right, of) in fields.items():
        before = joined.get(name.removesuffix(" (far)"), (0, 0))
        joined[name.removesuffix(" (far)")] = (before[0] + right, before[1] + of)
    return joined


@pytest.mark.skipif(not SCORER.exists(), reason="no outside scorer at hand")
@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("spoil", [False, True], ids=["perfect", "spoilt"])
def test_both_scorers_agree(name: str, spoil: bool, tmp_path: Path) -> None:
    """Detection, told as done, alarms and every field; of two equal claims each may take the other one."""
    gold: Gold = load_gold(SETS[name])
    right = perfect(gold.texts)
    claims = spoilt(right) if spoil else list(right)
    ours, theirs = counts(score(gold, claims)), theirs_in_our_shape(outside(SETS[name], claims, tmp_path))
    mine, others = near_and_far(ours.pop("fields")), near_and_far(theirs.pop("fields"))
    assert ours == theirs
    assert {name: of for name, (_, of) in mine.items()} == {name: of for name, (_, of) in others.items()}
    near = 1 + len(gold.texts) // 100
    assert all(abs(right - others[name][0]) <= near for name, (right, _) in mine.items())
