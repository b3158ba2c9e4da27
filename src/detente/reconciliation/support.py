"""How well a value is supported: independent voices, their weight, and the verdict words of CODEBOOK §7."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from detente.reconciliation.ground import Ground
from detente.records import Claim, Verdict

PRIORS: Final = {"A": 0.95, "B": 0.85, "C": 0.70, "D": 0.50, "E": 0.30, "F": 0.50}
"""Mean of the Beta prior for each Admiralty letter; a source nobody graded is F."""
STRONG: Final = frozenset("ABC")
CERTAIN: Final = 0.75
"""Below this probability of the leading value a dissent makes it contested."""

Grades = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Side:
    """One value and the claims that state it."""

    groups: frozenset[str]
    strong: int  # groups graded C or better
    weight: float
    decisive: bool = False


def side(ground: Ground, claims: Sequence[Claim], grades: Grades) -> Side:
    """The voices behind one value and their weight; copies of one report weigh once."""
    best: dict[str, float] = {}
    strong: set[str] = set()
    for claim in claims:
        letter = grade(claim, grades)
        group = ground.group(claim)
        best[group] = max(best.get(group, 0.0), claim.confidence * PRIORS[letter])
        strong |= {group} if letter in STRONG else set()
    return Side(frozenset(best), len(strong), sum(best.values()), any(is_decisive(c) for c in claims))


def grade(claim: Claim, grades: Grades) -> str:
    """The letter of the publisher, or of the innermost source where that one is graded."""
    inner = claim.attribution[-1].name if claim.attribution else ""
    return grades.get(inner) or grades.get(claim.document.publisher or "") or "F"


def is_decisive(claim: Claim) -> bool:
    """Is it the instrument itself that speaks of its legal effect?"""
    legal = claim.type.startswith("SANCTION_") and bool(claim.names("instrument"))
    return (
        legal and claim.step not in (None, "announced", "agreed", "unspecified") and claim.mode == "performed"
    )


def verdict(told: Side, *against: Side) -> Verdict:
    """The verdict word of a value that ``told`` states and ``against`` disputes."""
    if not told.groups:
        return "unknown"
    if told.decisive:
        return "confirmed"
    dissent = [s for s in against if s.groups]
    if dissent and (any(s.strong for s in dissent) or leading(told, dissent) < CERTAIN):
        return "contested"
    if len(told.groups) > 1:
        return "confirmed" if told.strong > 1 else "supported"
    return "single-source"


def leading(told: Side, dissent: Sequence[Side]) -> float:
    """Probability of the told value among the stated ones and one unseen (CODEBOOK §7)."""
    values = (told, *dissent)
    n = max(2, len(values))
    scores = [_score(v, n) for v in values]
    total = sum(math.exp(s) for s in scores) + 1
    return math.exp(scores[0]) / total


def _score(value: Side, n: int) -> float:
    if not value.groups:
        return 0.0
    mean = min(0.99, value.weight / len(value.groups))
    return len(value.groups) * max(0.0, math.log(n * mean / (1 - mean))) if mean else 0.0
