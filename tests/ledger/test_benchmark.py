"""The benchmark runs, so that its figures can be taken again at any time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_benchmark_of_the_ledger_runs() -> None:
    """Small, it gives a figure for each thing a ledger does, one writing while four read among them."""
    command = [sys.executable, "-m", "benchmarks.ledger", "--rows", "200", "--batch", "50", "--json"]
    done = subprocess.run(
        [*command, "--seconds", "0.5"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    figures = json.loads(done.stdout)
    assert {"append, new, a second", "written while four read, a second"} <= figures.keys()
    assert all(value > 0 for value in figures.values())
