"""What the API and the pages share: one workspace made safe for many askers, uploads, headers.

In come clocks and uploaded bytes; out come :class:`View` s (a state with its indexes, as of one day,
as known on another) and :class:`Job` s. Neither door knows the other; both know this.
"""

from detente.views.serving.desk import Desk
from detente.views.serving.gate import Alone, Gate, Team
from detente.views.serving.jobs import Job, Jobs
from detente.views.serving.view import Report, View

__all__ = ["Alone", "Desk", "Gate", "Job", "Jobs", "Report", "Team", "View"]
