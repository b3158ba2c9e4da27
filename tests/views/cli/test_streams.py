"""Shells and locales as they come: closed streams, no letters beyond ASCII, names that are no UTF-8."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import msgspec
import pytest

from tests.views.cli.running import COMMAND, EXAMPLES, ROOT, run, run_apart

GOOD = "DORN, January 5, 2026 (Osmian Press) - Varland freed 12 prisoners on Monday, officials said.\n"
ASCII = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}


def _shell(line: str) -> subprocess.CompletedProcess[bytes]:
    command = ["bash", "-c", f"{' '.join(COMMAND)} {line}"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False)


@pytest.mark.parametrize("command", [("codebook", "RELEASE"), ("claims", EXAMPLES[0])])
def test_a_locale_without_our_letters_loses_letters_and_no_lines(command: tuple[str, ...]) -> None:
    """What has no byte there is a question mark; every line is printed, and the exit code is 0."""
    plain, done = run_apart(*command), run_apart(*command, env=ASCII)
    assert (done.code, done.err) == (0, "")
    assert done.out == plain.out.encode("ascii", "replace").decode()


def test_what_is_exported_is_utf_8_in_every_locale() -> None:
    """A program that reads it need not know where it was written."""
    plain, done = run_apart("export", *EXAMPLES), run_apart("export", *EXAMPLES, env=ASCII)
    assert "Espérance" in done.out
    assert done.out == plain.out


def test_closed_streams_are_empty_ones() -> None:
    """No output to write to and no input to read from end as they should, without a fault."""
    assert _shell("codebook >&-").returncode == 0
    assert _shell("codebook --json >&-").returncode == 0
    done = _shell("read - <&-")
    assert (done.returncode, b"an empty file" in done.stderr) == (1, True)


def test_a_name_that_is_no_utf_8_is_read_and_shown_with_escapes(tmp_path: Path) -> None:
    """The file is opened by its bytes; what is kept and printed is text."""
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "w", encoding="utf-8") as file:
        file.write(GOOD)
    path, ledger = os.fsdecode(name), str(tmp_path / "l.detente")
    done = run_apart("read", path, "--ledger", ledger, "--json")
    assert (done.code, done.rows[0]["path"][-9:]) == (0, "caf\\xe9.txt"[-9:])
    assert run("show", "events", "--ledger", ledger, "--json").rows
    (claim,) = (msgspec.json.decode(line) for line in run_apart("claims", path, "--json").out.splitlines())
    assert claim["document"]["path"].endswith("caf\\xe9.txt")
    missing = run_apart("read", f"{path}.gone", "--json")
    assert (missing.code, missing.rows[0]["status"]) == (1, "failed")


def test_a_narrow_terminal_wraps_and_breaks_nothing() -> None:
    """The line under a title is never longer than the terminal."""
    from rich.console import Console

    from detente.views.cli.printing import draw
    from detente.views.dossier import Line, Section

    console = Console(width=20, color_system=None, record=True, file=open(os.devnull, "w"))  # noqa: SIM115
    draw(console, [Section(title="Deal: Burundi and United States", level=0, lines=(Line(text="a"),))])
    lines = console.export_text().splitlines()
    assert max(map(len, lines)) <= 20
    assert [line for line in lines if line.startswith("=")] == ["=" * 20]
