"""Fits the confidences that a reader starts from: a probability for each type, a penalty for each doubt.

    logit P(right) = logit p(type) − Σ penalties of the doubts that the claim shows

``p(type)`` comes from the claims of the type that show no doubt, drawn towards the mean of all such
claims as if eight more had been seen at that mean (Beta-binomial). A penalty is the one number that
makes the claims that show its doubt as often right as expected, drawn towards nought and never below
it: a doubt raises no confidence. Types that gold cannot judge get the mean. All is deterministic: a
fixed number of sweeps, bisection, and two decimals in the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp, log
from pathlib import Path

from detente.errors import InputError
from detente.evaluation.calibration import Judged, calibration
from detente.evaluation.gold import Gold, by_text
from detente.evaluation.matching import match
from detente.evaluation.sheet import judge
from detente.evaluation.tallies import cut, wilson_low
from detente.records import Claim
from detente.records.base import Field, Record

DOUBTS = ("nominal", "uncertain", "hedged", "inferred")
"""A noun tells it; the source may not reach it; told as probable or possible; a filler stands elsewhere."""
STRENGTH = 8.0  # how many claims the mean weighs
RIDGE = 2.0  # how strongly a penalty is drawn to nought
FOLDS = 5
_SWEEPS, _HALVINGS, _HIGHEST = 20, 40, 4.0
_LEAST, _MOST = 0.05, 0.99


class Sample(Field, frozen=True):
    """A judged claim with the doubts it shows and the text it is of."""

    type: str
    doubts: tuple[str, ...]
    right: bool
    text: str = ""


class TypeConfidence(Field, frozen=True):
    """How often a claim of a type that shows no doubt is right."""

    p: float
    low: float  # Wilson lower bound of all claims of the type
    claims: int
    right: int


class Confidences(Record, frozen=True, kw_only=True):
    """What a reader starts from."""

    default: float  # for types that gold cannot judge
    types: dict[str, TypeConfidence]
    penalties: dict[str, float]  # in logit

    def of(self, type_: str, doubts: Iterable[str]) -> float:
        """The confidence of a claim of this type with these doubts."""
        base = self.types[type_].p if type_ in self.types else self.default
        return _bounded(_logistic(_logit(base) - sum(self.penalties[doubt] for doubt in doubts)))


def doubts_of(claim: Claim, nominal_rules: frozenset[str]) -> tuple[str, ...]:
    """The doubts that a claim shows, in their order."""
    shown = {
        "nominal": claim.rule in nominal_rules,
        "uncertain": not claim.scope_certain,
        "hedged": claim.factuality in ("PR", "PS"),
        "inferred": any(filler.inferred for fillers in claim.roles.values() for filler in fillers),
    }
    return tuple(doubt for doubt in DOUBTS if shown[doubt])


def nominal_rules() -> frozenset[str]:
    """The rules of the default reader whose trigger is a noun."""
    from detente.reading.lexicon import lexicon

    return frozenset(rule.id for rule in lexicon().rules if rule.nouns)


def samples(gold: Gold, claims: Iterable[Claim], nominal: frozenset[str]) -> tuple[Sample, ...]:
    """Every claim that gold can judge, with its doubts."""
    sorted_out = by_text(gold, claims)
    return tuple(
        Sample(told.claim.type, doubts_of(told.claim, nominal), judged.right, text.id)
        for text in gold.texts
        for told, judged in judge(match(text, sorted_out[text.id]))
    )


def fit(found: Sequence[Sample]) -> Confidences:
    """The confidences that fit these claims.

    Raises:
        InputError: there is no claim to fit to.
    """
    if not found:
        raise InputError("expected claims that gold can judge; found none; give gold that the reader reads")
    names = sorted({sample.type for sample in found})
    mean, bases = _bases(found, names, frozenset(DOUBTS))
    costly = frozenset(doubt for doubt, cost in _penalties(found, bases).items() if cost > 0)
    mean, bases = _bases(found, names, costly)  # a doubt that costs nothing is none
    penalties = _penalties(found, bases)
    return Confidences(
        default=round(mean, 2),
        types={name: _confidence(bases[name], [s for s in found if s.type == name]) for name in names},
        penalties={doubt: round(value, 2) for doubt, value in penalties.items()},
    )


def _bases(
    found: Sequence[Sample], names: Sequence[str], doubts: frozenset[str]
) -> tuple[float, dict[str, float]]:
    """The share that is right of claims without these doubts: of all types, and of each."""
    plain = [sample for sample in found if not doubts & set(sample.doubts)]
    mean = _bounded(_shrunk(plain, 0.5, 2.0))
    return mean, {n: _bounded(_shrunk([s for s in plain if s.type == n], mean, STRENGTH)) for n in names}


def _confidence(p: float, found: Sequence[Sample]) -> TypeConfidence:
    right = sum(sample.right for sample in found)
    return TypeConfidence(round(p, 2), cut(wilson_low(right, len(found)), 2), len(found), right)


def _shrunk(found: Sequence[Sample], mean: float, strength: float) -> float:
    return (sum(sample.right for sample in found) + strength * mean) / (len(found) + strength)


def _penalties(found: Sequence[Sample], bases: Mapping[str, float]) -> dict[str, float]:
    """Each in turn with the others held, until all fit together."""
    penalties = dict.fromkeys(DOUBTS, 0.0)
    for _ in range(_SWEEPS):
        for doubt in DOUBTS:
            held = [sample for sample in found if doubt in sample.doubts]
            penalties[doubt] = _penalty([_shown(s, bases, penalties, doubt) for s in held])
    return penalties


def _shown(
    sample: Sample, bases: Mapping[str, float], penalties: Mapping[str, float], without: str
) -> tuple[float, bool]:
    """The claim's logit without one of its doubts, and whether it is right."""
    others = sum(penalties[doubt] for doubt in sample.doubts if doubt != without)
    return _logit(bases[sample.type]) - others, sample.right


def _penalty(held: Sequence[tuple[float, bool]]) -> float:
    """Where expected and seen balance, against the ridge; the balance falls as the penalty grows."""
    low, high = 0.0, _HIGHEST
    if _balance(held, low) <= 0:
        return 0.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _balance(held, middle) > 0 else (low, middle)
    return low


def _balance(held: Sequence[tuple[float, bool]], penalty: float) -> float:
    return sum(_logistic(logit - penalty) - right for logit, right in held) - RIDGE * penalty


def _logit(p: float) -> float:
    return log(p / (1 - p))


def _logistic(x: float) -> float:
    return 1 / (1 + exp(-x))


def _bounded(p: float) -> float:
    return min(_MOST, max(_LEAST, p))


def unseen_error(found: Sequence[Sample]) -> float:
    """The calibration error on texts that a fit has not seen: five folds, by text."""
    texts = sorted({sample.text for sample in found})
    fold = {text: number % FOLDS for number, text in enumerate(texts)}
    judged: list[Judged] = []
    for number in range(FOLDS):
        seen = [s for s in found if fold[s.text] != number]
        held = [s for s in found if fold[s.text] == number]
        if seen and held:
            fitted = fit(seen)
            judged += [Judged(s.type, round(fitted.of(s.type, s.doubts), 2), s.right) for s in held]
    return calibration(judged).error


def as_toml(confidences: Confidences, *, gold: Gold, error: float) -> str:
    """The table a reader reads: ``[type.NAME] p``, ``[feature]`` penalties in logit."""
    lines = [
        "# How often a claim is right. Written by `detente eval GOLD --confidence FILE`; do not edit.",
        "# logit P = logit p(type) - the penalties of the doubts it shows; a type not listed: default.",
        f"# Fitted to the {len(gold.texts)} texts of gold {gold.sha256[:12]}.",
        f"# Calibration error on texts not seen by the fit, {FOLDS} folds: {error:.3f}.",
        "",
        "[default]",
        f"p = {confidences.default:.2f}",
    ]
    for name, one in confidences.types.items():
        lines += [
            "",
            f"[type.{name}]",
            f"p = {one.p:.2f}",
            f"low = {one.low:.2f} # of all its claims, 95 % sure",
        ]
        lines += [f"claims = {one.claims}", f"right = {one.right}"]
    lines += ["", "[feature]", *(f"{doubt} = {value:.2f}" for doubt, value in confidences.penalties.items())]
    return "\n".join(lines) + "\n"


def write(
    path: str | Path, gold: Gold, claims: Iterable[Claim], nominal: frozenset[str] | None = None
) -> Confidences:
    """Fit to this gold and write the table.

    Args:
        path: where to; a file there is replaced.
        gold: annotated texts.
        claims: the reader's claims of them.
        nominal: ids of the rules that a noun triggers; None: the default reader's.

    Raises:
        InputError: nothing to fit to, or the table cannot be written.
    """
    found = samples(gold, claims, nominal_rules() if nominal is None else nominal)
    fitted = fit(found)
    table = as_toml(fitted, gold=gold, error=unseen_error(found))
    try:
        Path(path).write_text(table, encoding="utf-8")
    except OSError as error:
        raise InputError(f"expected to write {path}; found {error.strerror}; give another path") from error
    return fitted
