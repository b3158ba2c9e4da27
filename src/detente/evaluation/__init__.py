"""Gold and claims → figures: how well a reader reads, and a gate that keeps it so.

In come annotated texts (:func:`load_gold`) and the claims that a reader, or a person, made of
them; out goes a :class:`Score`: events found, modes, counts, roles, sources, what was told as done
and was not, whether a confidence of .8 is right eight times in ten. Two claim sets are compared by
Krippendorff's α. :mod:`~detente.evaluation.gate` pins floors beside a hash of the gold,
:mod:`~detente.evaluation.report` writes the tables of ``docs/evaluation.md``,
:mod:`~detente.evaluation.calibrate` fits the confidences a reader starts from.

What is measured does not do the measuring: sentences and words are cut here by rules of their own.
"""

from detente.evaluation.agreement import Agreement, alpha, compare, interval, nominal
from detente.evaluation.calibration import Calibration, Judged, calibration
from detente.evaluation.gate import Gate, check, load_gate, pass_gate
from detente.evaluation.gold import Gold, GoldEvent, GoldText, as_lines, load_claims, load_gold
from detente.evaluation.report import put_into, tables
from detente.evaluation.score import Score, score
from detente.evaluation.tallies import Share, Tally, wilson_low

__all__ = [
    "Agreement", "Calibration", "Gate", "Gold", "GoldEvent", "GoldText", "Judged", "Score", "Share", "Tally",
    "alpha", "as_lines", "calibration", "check", "compare", "interval", "load_claims", "load_gate",
    "load_gold", "nominal", "pass_gate", "put_into", "score", "tables", "wilson_low",
]  # fmt: skip
