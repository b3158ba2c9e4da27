"""``docs/cli.md`` out of the help texts: ``python -m detente.views.cli.page``."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from detente.views.cli.app import COMMANDS, GROUPS, members

HEAD = """# The command line

Written by `make docs` from `--help`; change the words there. `python -m detente` is the same command.
"""


def page() -> Iterator[str]:
    """The page, part by part."""
    yield HEAD
    yield _block()
    for words in names():
        yield f"\n## detente {' '.join(words)}\n\n"
        yield _block(*words)


def names() -> Iterator[tuple[str, ...]]:
    """Every command, as the words that call it."""
    for name in COMMANDS:
        yield (name,)
    for group in GROUPS:
        yield (group,)
        for command in members(group):
            yield group, command.__name__


def _block(*command: str) -> str:
    return f"```\n$ {' '.join(('detente', *command, '--help'))}\n{_help(*command)}```\n"


def _help(*command: str) -> str:
    """What a person sees who asks for help in a terminal of 100 columns."""
    code = "import os; os.environ['COLUMNS'] = '100'; from detente.views.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, *command, "--help"], capture_output=True, text=True, check=True
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"


if __name__ == "__main__":
    sys.stdout.writelines(page())
