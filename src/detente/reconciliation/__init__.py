"""What the reports together support: counts, deals, people, measures, and what cannot all be true.

In comes a :class:`~detente.records.Resolution`; out goes a :class:`~detente.records.State`, for any
day (``as_of``) as known on any day (``known_by``). A state is a view: it is built from claims each
time and never stored as truth. Derived values say what they are derived from and are no evidence.
"""

from detente.reconciliation.reconcile import reconcile

__all__ = ["reconcile"]
