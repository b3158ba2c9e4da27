"""The same bytes and the same version give the same claims: everywhere, every time."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec

from tests.views.cli.running import EXAMPLES, ROOT, run_apart


def _claims(folder: Path, seed: str) -> list[bytes]:
    """The claims of the examples read in this folder, without the path they were read from."""
    names = [Path(name).name for name in EXAMPLES]
    done = run_apart("claims", *names, "--json", cwd=folder, env={"PYTHONHASHSEED": seed})
    assert (done.code, done.err) == (0, "")
    rows = [msgspec.json.decode(line) for line in done.out.splitlines()]
    for row in rows:
        del row["document"]["path"]
    return [msgspec.json.encode(row) for row in rows]


def _state(folder: Path, seed: str) -> str:
    names = [Path(name).name for name in EXAMPLES]
    return "".join(
        run_apart("show", what, *names, "--json", cwd=folder, env={"PYTHONHASHSEED": seed}).out
        for what in ("deals", "people", "counts")
    )


def _copied(folder: Path) -> Path:
    for name in EXAMPLES:
        shutil.copy(ROOT / name, folder)
    return folder


def test_two_runs_two_folders_two_hash_seeds_give_the_same_claims(tmp_path: Path) -> None:
    """Byte for byte, but for the path."""
    here, there = _claims(ROOT / "examples", "1"), _claims(_copied(tmp_path), "4242")
    assert here == there != []


def test_the_state_is_the_same_under_two_hash_seeds(tmp_path: Path) -> None:
    """Deals, people and counts, byte for byte."""
    folder = _copied(tmp_path)
    assert _state(folder, "1") == _state(folder, "4242") != ""


def test_a_report_read_alone_gives_the_claims_it_gives_in_company(tmp_path: Path) -> None:
    """What stands beside it in the batch colours nothing."""
    folder = _copied(tmp_path)
    names = [Path(name).name for name in EXAMPLES]
    together = run_apart("claims", *names, "--json", cwd=folder).out
    alone = "".join(run_apart("claims", name, "--json", cwd=folder).out for name in names)
    assert together == alone
