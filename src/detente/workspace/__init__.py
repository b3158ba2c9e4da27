"""The façade: all wiring is here, and the views call nothing else.

In come paths, days and ids; out come records. :func:`open_workspace` binds sources, a reader and a
ledger to a clock; without a ledger it works in memory and keeps nothing.

>>> workspace = open_workspace()
>>> workspace.codebook("release")[0].code
'D5'
>>> workspace.state().deals
()
"""

from detente.ledger import Verification
from detente.workspace.collecting import Result, Tick, outcome_of
from detente.workspace.finding import FoundReport
from detente.workspace.keeping import checked_day
from detente.workspace.reports import Outcome, Quoted, ReadReport, Trace
from detente.workspace.room import Workspace, open_workspace
from detente.workspace.warm import News

__all__ = [
    "FoundReport", "News", "Outcome", "Quoted", "ReadReport", "Result", "Tick", "Trace", "Verification",
    "Workspace", "checked_day", "open_workspace", "outcome_of",
]  # fmt: skip
