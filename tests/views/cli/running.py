"""How the tests run the command: in this process, or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from typer.testing import CliRunner

from detente.views.cli.app import build

ROOT = Path(__file__).parent.parent.parent.parent
EXAMPLES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "examples").glob("*.txt"))
APP = build()
COMMAND = (sys.executable, "-m", "detente")


class Ran(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Standard output as JSON, one object a line."""
        return [msgspec.json.decode(line) for line in self.out.splitlines()]


def run(*arguments: str, text: str | None = None) -> Ran:
    """The command in this process: quick, since the model is loaded once."""
    done = CliRunner().invoke(APP, arguments, input=text, prog_name="detente", env={"DETENTE_DEBUG": "1"})
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Ran(done.exit_code, done.stdout, done.stderr)


def spawn(*arguments: str, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
    """The command in a process of its own, started and not waited for."""
    return subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=cwd,
        env={**_clean(), **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run_apart(*arguments: str, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> Ran:
    """The command in a process of its own, to its end."""
    process = spawn(*arguments, cwd=cwd, env=env)
    out, err = process.communicate(timeout=120)
    return Ran(process.returncode, out, err)


def _clean() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("DETENTE_")}
