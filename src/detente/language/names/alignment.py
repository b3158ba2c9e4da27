"""Which word of one name stands for which of the other."""

from __future__ import annotations

from detente.language.names.grading import Context, grade
from detente.language.names.words import Word, word

Words = tuple[Word, ...]
Pair = tuple[Word | None, Word | None]


def align(left: Words, right: Words, context: Context) -> list[Pair]:
    """First with first, then the rest in order, as many agreeing as can; None where one has no match."""
    if len(left) == len(right) == 2:
        return [(left[0], right[0]), (left[1], right[1])]
    left, right = _rejoin(left, right, context)
    return [(left[0], right[0]), *_pair_rest(left[1:], right[1:], context)]


def is_joined(words: Words, one: Word, context: Context) -> bool:
    """Whether the words written together are the one ("Mohammad Reza", "Mohammadreza")."""
    if len(one.text) < 4:
        return False
    both = word("".join([w.text for w in words]))
    return grade(both, one, context) in ("exact", "marks", "reading", "family")


def _rejoin(left: Words, right: Words, context: Context) -> tuple[Words, Words]:
    """Put two words together where the other name writes them as one."""
    if len(left) == len(right):
        return left, right
    if len(left) > len(right):
        right, left = _rejoin(right, left, context)
        return left, right
    for i in range(len(right) - 1):
        pair = right[i : i + 2]
        if len(right) > len(left) and len(pair) == 2 and any(is_joined(pair, w, context) for w in left):
            right = (*right[:i], word(pair[0].text + pair[1].text), *right[i + 2 :])
    return left, right


def _pair_rest(left: Words, right: Words, context: Context) -> list[Pair]:
    pairs: list[Pair] = []
    i = j = 0
    while i < len(left) or j < len(right):
        step = _step(left[i:], right[j:], context)
        pairs.append((left[i] if step != "right" else None, right[j] if step != "left" else None))
        i, j = i + (step != "right"), j + (step != "left")
    return pairs


def _step(left: Words, right: Words, context: Context) -> str:
    """Take a word of both, or pass over one that has no match on the other side."""
    if not left or not right:
        return "left" if left else "right"
    if _agree(left[0], right[0], context):
        return "both"
    if len(right) > 1 and _agree(left[0], right[1], context):
        return "right"
    return "left" if len(left) > 1 and _agree(left[1], right[0], context) else "both"


def _agree(a: Word, b: Word, context: Context) -> bool:
    return grade(a, b, context) not in ("none", "near")
