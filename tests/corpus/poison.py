"""Workers that die of what they read."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from detente.corpus.engines import Outcome, tried
from detente.corpus.work import Task


def dies(task: Task) -> Outcome:
    """A shard with ``poison`` in its name kills its worker each time; with ``once``, the first time only."""
    name = Path(task.shard.paths[0])
    mark = name.with_suffix(".died")
    if "poison" in name.name or ("once" in name.name and not mark.exists()):
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return tried(task)
