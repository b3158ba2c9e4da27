"""What each agreement and each contradiction weighs, and how the sum becomes a verdict.

The weights are few and stand in one table, so that a person can check a verdict with a pencil. A
comparison keeps the rules it went by and the words they were applied to; the sentences a person
reads are made when somebody asks for them, since of the pairs compared few are ever looked at.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Literal

import msgspec

from detente.language.names.grading import Grade

Verdict = Literal["same", "different", "unsure"]

SAME = 0.75
DIFFERENT = 0.35
"""At or above the first the verdict is *same*, below the second *different*."""

START = -2.5
"""What has to be outweighed."""

_SAYS: dict[Grade, str] = {
    "exact": "written alike", "marks": "alike but for marks", "family": "forms of one given name",
    "reading": "one reading in two romanisations", "slavic": "one East Slavic name in two romanisations",
    "sound": "alike in sound across scripts", "initial": "an initial fits", "near": "a letter apart",
    "missing": "given on one side only", "none": "do not agree",
}  # fmt: skip


class Rule(msgspec.Struct, frozen=True, gc=False):
    """A way in which parts of two names agree or do not, and what that weighs."""

    name: str  # "surname:reading", "given:family", "patronymic:none", "gender"
    says: str
    weight: float


class Reason(msgspec.Struct, frozen=True, gc=False):
    """One thing that agrees or speaks against, and how much it weighs."""

    rule: str
    what: str  # the words, and what they show
    weight: float


Finding = tuple[Rule, str, str]
"""A rule and the two words it was applied to; an empty one where a side has none."""


class Comparison(msgspec.Struct, frozen=True, gc=False):
    """How far two names agree, and why."""

    score: float  # 0 to 1
    verdict: Verdict
    findings: tuple[Finding, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Every agreement and every contradiction, as a person reads it."""
        return tuple(_reason(*finding) for finding in self.findings)


def _reason(rule: Rule, x: str, y: str) -> Reason:
    words = f"{x} / {y}" if x and y else x or y
    return Reason(rule.name, f"{words}: {rule.says}" if words else rule.says, rule.weight)


def _rules(part: str, weights: dict[Grade, float]) -> dict[Grade, Rule]:
    return {grade: Rule(f"{part}:{grade}", _SAYS[grade], weight) for grade, weight in weights.items()}


GIVEN = _rules("given", {
    "exact": 2.2, "marks": 2.1, "family": 2.0, "reading": 1.9, "slavic": 1.9, "sound": 1.6, "initial": 0.4,
    "near": -0.4, "missing": -0.3, "none": -5.0,
})  # fmt: skip
SURNAME = _rules("surname", {
    "exact": 3.0, "marks": 3.0, "family": 1.0, "reading": 2.7, "slavic": 2.6, "sound": 2.0, "initial": -0.5,
    "near": 0.8, "missing": -2.0, "none": -6.0,
})  # fmt: skip
PATRONYMIC = _rules("patronymic", {"slavic": 1.2, "none": -4.0})
MIDDLE = _rules("middle", {
    **dict.fromkeys(("exact", "marks", "family", "reading", "slavic", "sound"), 0.4),
    "initial": 0.2, "missing": -0.2, "near": -5.0, "none": -5.0,
})  # fmt: skip
GENDER = Rule("gender", "a man's and a woman's surname", -2.0)
JOINED = Rule("surname:exact", "the whole name written together", 4.0)
NO_SURNAME = Rule("surname:none", "no surname stands on both sides", SURNAME["none"].weight)
_NO_PART = Rule("surname:none", "no part of the names agrees", SURNAME["none"].weight)
_CHARACTERS = Rule("characters:none", "written with other characters", -6.0)

NOTHING = Comparison(0.0, "different", ((_NO_PART, "", ""),))
OTHER_CHARACTERS = Comparison(0.0, "different", ((_CHARACTERS, "", ""),))


def total(findings: Iterable[Finding]) -> float:
    """The sum of the weights."""
    return START + sum([rule.weight for rule, _, _ in findings])


def judged(findings: Iterable[Finding]) -> Comparison:
    """The findings with their score and verdict."""
    kept = tuple(findings)
    score = round(1 / (1 + math.exp(-total(kept))), 3)
    verdict: Verdict = "same" if score >= SAME else "different" if score < DIFFERENT else "unsure"
    return Comparison(score, verdict, kept)
