"""How well a value is supported: independent voices, their weight, and the verdict words of CODEBOOK §7."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from detente.reconciliation.ground import Ground
from detente.records import Claim, Credibility, Verdict

PRIORS: Final = {"A": 0.95, "B": 0.85, "C": 0.70, "D": 0.50, "E": 0.30, "F": 0.50}
"""Mean of the Beta prior for each Admiralty letter; a source nobody graded is F."""
UNGRADED: Final = "F"
STRONG: Final = frozenset("ABC")
CERTAIN: Final = 0.75
"""Below this probability of the leading value a dissent makes it contested."""
REFUTED: Final = 0.9
"""From this probability of a denial by two strong voices a value is refuted."""

Grades = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Side:
    """One value and the claims that state it."""

    groups: frozenset[str]
    strong: int  # groups graded C or better
    weights: tuple[float, ...]  # one for each group
    letters: frozenset[str] = frozenset()  # the best of each group
    decisive: bool = False

    @property
    def weight(self) -> float:
        """All its voices together."""
        return sum(self.weights)


@dataclass(frozen=True, slots=True)
class Ballot:
    """The best claim of one origin group for a value, with its letter and weight."""

    claim: Claim
    letter: str
    weight: float


def ballots(ground: Ground, claims: Sequence[Claim], grades: Grades) -> dict[str, Ballot]:
    """One vote for each origin group, in order: its claim of most weight; copies weigh once."""
    best: dict[str, Ballot] = {}
    for claim in claims:
        letter = grade(claim, grades)
        vote = Ballot(claim, letter, claim.confidence * PRIORS[letter])
        group = ground.group(claim)
        known = best.get(group)
        if known is None or (vote.weight, known.letter) > (known.weight, vote.letter):
            best[group] = vote
    return {group: best[group] for group in sorted(best)}


def side(ground: Ground, claims: Sequence[Claim], grades: Grades) -> Side:
    """The voices behind one value and their weight; copies of one report weigh once."""
    weights: dict[str, float] = {}
    letters: dict[str, str] = {}
    decisive = False
    for claim in claims:
        group, letter = ground.group(claim), grade(claim, grades) if grades else UNGRADED
        weight, known = claim.confidence * PRIORS[letter], letters.get(group)
        if known is None:
            weights[group], letters[group] = weight, letter
        else:
            weights[group], letters[group] = max(weights[group], weight), min(known, letter)
        decisive = decisive or is_decisive(claim)
    return Side(
        groups=frozenset(weights),
        strong=sum(letter in STRONG for letter in letters.values()),
        weights=tuple([weights[group] for group in sorted(weights)]),
        letters=frozenset(letters.values()),
        decisive=decisive,
    )


def grade(claim: Claim, grades: Grades) -> str:
    """The letter of the publisher, or of the innermost source where that one is graded."""
    inner = claim.attribution[-1].name if claim.attribution else ""
    return grades.get(inner) or grades.get(claim.document.publisher or "") or UNGRADED


def is_decisive(claim: Claim) -> bool:
    """Is it the instrument itself that speaks of its legal effect?"""
    done = claim.mode == "performed" and claim.step not in (None, "announced", "agreed", "unspecified")
    return done and claim.type.startswith("SANCTION_") and bool(claim.names("instrument"))


def verdict(told: Side, *against: Side) -> Verdict:
    """The verdict word of a value that ``told`` states and ``against`` disputes."""
    return judged(told, *against)[0]


def judged(told: Side, *against: Side) -> tuple[Verdict, str]:
    """The verdict word, and the rule that gave it."""
    if not told.groups:
        return "unknown", "no claim"
    if told.decisive:
        return "confirmed", "an instrument speaks of its own effect"
    dissent = [s for s in against if s.groups]
    if any(s.decisive for s in dissent):
        return "refuted", "an instrument says otherwise"
    if any(s.strong > 1 and _share(s, told, dissent) >= REFUTED for s in dissent):
        return "refuted", f"two voices graded A to C deny it, P at least {REFUTED}"
    if any(s.strong for s in dissent):
        return "contested", "a voice graded A to C says otherwise"
    if dissent and leading(told, dissent) < CERTAIN:
        return "contested", f"others say otherwise, P below {CERTAIN}"
    if len(told.groups) == 1:
        return "single-source", "one independent voice"
    if told.strong > 1:
        return "confirmed", "two or more independent voices graded A to C, none of A to C against"
    return "supported", "two or more independent voices, fewer than two graded A to C"


def credibility(told: Side, *against: Side) -> Credibility:
    """The Admiralty digit (CODEBOOK §7)."""
    dissent = [s for s in against if s.groups]
    if not told.groups:
        return 6
    if told.decisive:
        return 1
    if any(s.decisive for s in dissent):
        return 5
    strong = [s for s in dissent if s.strong]
    if told.strong > 1 and not strong:
        return 1
    if not dissent and len(told.groups) == 1 and told.letters & set("AB"):
        return 2
    outweighed = any(s.weight > told.weight for s in strong)
    return 4 if outweighed or told.letters <= set("DE") else 3


def leading(told: Side, dissent: Sequence[Side]) -> float:
    """Probability of the told value among the stated ones and one unseen (CODEBOOK §7)."""
    return probabilities((told, *dissent))[0]


def probabilities(values: Sequence[Side]) -> tuple[float, ...]:
    """Of each stated value; what is left to one is that of a value nobody told."""
    scores = [score(v, len(values)) for v in values]
    total = sum(math.exp(s) for s in scores) + 1
    return tuple(math.exp(s) / total for s in scores)


def _share(one: Side, told: Side, dissent: Sequence[Side]) -> float:
    return leading(one, [told, *(s for s in dissent if s is not one)])


def score(value: Side, values: int) -> float:
    """Of one of so many stated values: the sum over its groups of ``max(0, ln(n·w/(1−w)))``."""
    n = max(2, values)
    weights = (min(0.99, w) for w in value.weights if w)
    return sum(max(0.0, math.log(n * w / (1 - w))) for w in weights)
