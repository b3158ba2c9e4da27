"""The benchmark runs, so that its figures can be taken again at any time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "ledger.py"


def test_the_benchmark_of_the_ledger_runs() -> None:
    """Small, it gives a figure for each thing a ledger does."""
    command = [sys.executable, str(SCRIPT), "--rows", "200", "--batch", "50", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures = json.loads(done.stdout)
    assert "append, new" in figures
    assert all(value > 0 for value in figures.values())
