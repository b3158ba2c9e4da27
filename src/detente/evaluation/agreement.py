"""Do two coders agree? Krippendorff's α over what two claim sets say of the same texts.

α = 1 − (observed disagreement / disagreement expected by chance), from coincidences within units, so
that a missing value costs nothing (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability").
The codebook (§7) publishes from .80, calls .67 to .80 tentative, and below that mends the rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from detente.evaluation.gold import Gold, GoldText, by_text
from detente.evaluation.matching import AGENTS, locate, mode_of, sentence_ends, touched
from detente.evaluation.names import Names
from detente.evaluation.tallies import Tally
from detente.records import Claim
from detente.records.base import Field, Record

V = TypeVar("V", bound=Hashable)
PUBLISH, TENTATIVE = 0.80, 0.67
NOTHING = "none"


def nominal(one: Hashable, other: Hashable) -> float:
    """Names are the same or they are not."""
    return float(one != other)


def interval(one: float, other: float) -> float:
    """Numbers differ by the square of what lies between them."""
    return float((one - other) ** 2)


def alpha(units: Iterable[Sequence[V | None]], distance: Callable[[V, V], float]) -> float | None:
    """Krippendorff's α.

    Args:
        units: for each unit what each coder said; None: nothing.
        distance: :func:`nominal` or :func:`interval`, or any squared difference.

    Returns:
        1 is agreement, 0 is chance; None where no two values differ: without variation there is
        nothing that agreement could be told from.

    Example:
        >>> alpha([("a", "a"), ("b", "b"), ("a", "b"), ("b", None)], nominal)
        0.4444444444444444
    """
    seen, total, observed = Counter[V](), 0, 0.0
    for unit in units:
        values = [value for value in unit if value is not None]
        if len(values) > 1:
            seen.update(values)
            total += len(values)
            observed += sum(distance(a, b) for a in values for b in values) / (len(values) - 1)
    expected = sum(n * m * distance(a, b) for a, n in seen.items() for b, m in seen.items())
    return None if expected == 0 else 1 - (total - 1) * observed / expected


class FieldAgreement(Field, frozen=True):
    """α of one field over the units that both coders filled."""

    alpha: float | None
    units: int
    word: str  # publish, tentative, mend the rule; "no variation" where α is not defined


class Agreement(Record, frozen=True, kw_only=True):
    """Two claim sets over the same texts."""

    texts: int
    spans: Tally  # claims of the one that the other has too: same type, same sentence
    fields: dict[str, FieldAgreement]


def compare(gold: Gold, one: Iterable[Claim], other: Iterable[Claim]) -> Agreement:
    """How far two readers, or a reader and a person, agree on the texts of a gold set.

    ``type`` has a unit for each sentence (all types told in it); the other fields have one for each
    pair of claims of one type in one sentence.
    """
    left, right = by_text(gold, one), by_text(gold, other)
    types: list[tuple[str, str]] = []
    pairs: list[tuple[Claim, Claim]] = []
    sizes = Counter[str]()
    for text in gold.texts:
        a, b = _Coded(text, left[text.id]), _Coded(text, right[text.id])
        types += zip(a.types(), b.types(), strict=True)
        pairs += a.pairs(b)
        sizes.update(left=len(a.claims), right=len(b.claims))
    n = len(pairs)
    return Agreement(
        texts=len(gold.texts),
        spans=Tally.of_counts(n, sizes["left"] - n, sizes["right"] - n),
        fields={"type": _field(types, nominal), **dict(_fields(pairs))},
    )


class _Coded:
    """One coder's claims of one text, by sentence."""

    def __init__(self, text: GoldText, claims: Sequence[Claim]) -> None:
        ends = sentence_ends(text.text)
        self.sentences = len(ends)
        self.claims = claims
        self.at = [touched(ends, locate(text.text, c.span.exact, c.span)) for c in claims]

    def types(self) -> list[str]:
        """For each sentence the types told in it."""
        told: list[set[str]] = [set() for _ in range(self.sentences)]
        for claim, at in zip(self.claims, self.at, strict=True):
            for number in at:
                told[number].add(claim.type)
        return ["+".join(sorted(names)) or NOTHING for names in told]

    def pairs(self, other: _Coded) -> Iterator[tuple[Claim, Claim]]:
        """Claims of one type in one sentence, one to one, those with most words in common first."""
        scored = sorted(
            (-_common(a, b), i, j)
            for i, a in enumerate(self.claims)
            for j, b in enumerate(other.claims)
            if a.type == b.type and self.at[i] & other.at[j]
        )
        used: set[tuple[str, int]] = set()
        for _, i, j in scored:
            if not {("left", i), ("right", j)} & used:
                used |= {("left", i), ("right", j)}
                yield self.claims[i], other.claims[j]


def _common(a: Claim, b: Claim) -> int:
    return min(a.span.end, b.span.end) - max(a.span.start, b.span.start)


def _fields(pairs: Sequence[tuple[Claim, Claim]]) -> Iterator[tuple[str, FieldAgreement]]:
    for name, value in NOMINAL.items():
        yield name, _field([(value(a), value(b)) for a, b in pairs], nominal)
    for name, number in NUMBERS.items():
        yield name, _field([(number(a), number(b)) for a, b in pairs], interval)


def _field(units: Sequence[tuple[V | None, V | None]], distance: Callable[[V, V], float]) -> FieldAgreement:
    both = [unit for unit in units if None not in unit]
    found = alpha(both, distance)
    return FieldAgreement(None if found is None else round(found, 4), len(both), _word(found))


def _word(found: float | None) -> str:
    if found is None:
        return "no variation"
    return "publish" if found >= PUBLISH else "tentative" if found >= TENTATIVE else "mend the rule"


def _name(names: Sequence[str]) -> str:
    """The first name as words that compare; UNSTATED and nothing are both nothing."""
    return " ".join(sorted(Names().tokens(names[0]))) if names else NOTHING


def _innermost(claim: Claim) -> str:
    return _name([link.name for link in claim.attribution[-1:]])


NOMINAL: dict[str, Callable[[Claim], str | None]] = {
    "sub": lambda claim: claim.sub,
    "mode": lambda claim: mode_of(claim) or claim.mode,
    "step": lambda claim: claim.step,
    "agent": lambda claim: _name(claim.names(*AGENTS)),
    "attribution": _innermost,
}
NUMBERS: dict[str, Callable[[Claim], float | None]] = {
    "count, lower": lambda claim: None if claim.quantity is None else claim.quantity.lo,
    "count, upper": lambda claim: None if claim.quantity is None else claim.quantity.hi,
}
