"""Questions put to a state, and their answers: rows with a verdict and everything they rest on.

In come a :class:`~detente.records.State`, the name of a question and its filters; out goes an
:class:`~detente.records.Answer`. No model, no prose: a row holds what claims state or what a named
rule derives from them, and where nothing is held the answer is ``unknown``, says which track is
missing and what was looked at. A question is one function and one line of the table.

>>> from detente.records import State
>>> ask("adds-up", State()).verdict
'unknown'
"""

from detente.reconciliation.answers.answer import ask, question
from detente.reconciliation.answers.shelf import Shelf
from detente.reconciliation.answers.table import BY_NAME, DIFFS, FILTERS, QUESTIONS, WIDE, Question

__all__ = ["BY_NAME", "DIFFS", "FILTERS", "QUESTIONS", "WIDE", "Question", "Shelf", "ask", "question"]
