"""The seed as a careful person codes it, through resolution and reconciliation, judged by its own scorer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from detente.pipeline import settle
from detente.records import Claim, FillerKind, Reading, to_builtins

SHARED = Path(os.environ.get("DETENTE_SHARED", Path(__file__).parents[3] / "shared"))
CLAIMS = SHARED / "gold" / "seed" / "perfect_claims.jsonl"


def reading() -> Reading:
    """The coded claims as one reading; kinds of fillers that are none of ours are values."""
    claims = []
    for line in CLAIMS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        row["document"].setdefault("path", "seed.txt")
        for filler in (f for fillers in row["roles"].values() for f in fillers):
            filler["kind"] = filler["kind"] if filler["kind"] in get_args(FillerKind) else "value"
        claims.append(msgspec.convert(row, Claim, strict=False))
    return Reading(document=claims[0].document, reader=claims[0].reader, claims=tuple(claims))


@pytest.mark.skipif(not CLAIMS.exists(), reason="the shared gold is not beside the repository")
def test_perfect_claims_of_the_seed_give_every_derived_row_and_break_none(tmp_path: Path) -> None:
    """DERIVE 6 of 6, MUST-NOT 18 of 18, by the acceptance tool itself."""
    deals = tmp_path / "deals.jsonl"
    rows = [json.dumps(to_builtins(deal)) for deal in settle([reading()]).deals]
    deals.write_text("\n".join(rows), encoding="utf-8")
    tool, article = SHARED / "tools" / "score_seed.py", SHARED / "gold" / "seed" / "perfect_article.json"
    command = [
        sys.executable,
        str(tool),
        "--claims",
        str(CLAIMS),
        "--article",
        str(article),
        "--deals",
        str(deals),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
