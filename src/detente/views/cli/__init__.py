"""The command line: one command per file, each parses, calls the workspace and renders.

Exit codes: 0, all was done; 1, some inputs failed (the others were read), or none was read; 2, it
could not be done as asked (misuse, a ledger or settings that cannot be used); 130, stopped by Ctrl-C.
"""

import gc
import sys

__all__ = ["main"]


_RUBBISH = (100_000, 10, 10)
"""So many new objects before rubbish is looked for: a start makes them by the thousand, and keeps them."""


def main() -> None:
    """Run the command that the process was started with."""
    gc.set_threshold(*_RUBBISH)
    try:
        from detente.views.cli.app import build
        from detente.views.cli.printing import take_streams

        take_streams()
        build(*sys.argv[1:2])(prog_name="detente")
    except KeyboardInterrupt:
        raise SystemExit(130) from None
