"""What is denied is quoted with the words that deny it: "far from being freed, X", not "being freed, X"."""

from __future__ import annotations

from collections.abc import Iterable

from detente.reading.clauses.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import Word

_BEFORE, _BEHIND, _NEAR = 8, 10, 3


def with_what_denies(drafts: Iterable[Draft], lexicon: Lexicon) -> None:
    """Let the spans of what is denied or doubted reach the word that denies it.

    Args:
        drafts: with their words and how they stand.
        lexicon: word classes.
    """
    for d in drafts:
        if d.stand.mode in {"denied", "hypothetical"}:
            d.widen(d.trigger, *_denying(d, lexicon))


def _denying(d: Draft, lexicon: Lexicon) -> list[int]:
    s, denied = d.sentence, d.stand.mode == "denied"
    if any(_says_no(w, lexicon) or _says_false(w, lexicon) for w in s.words[d.lo : d.hi + 1]):
        return []
    for w in reversed(s.words[max(0, d.lo - (_BEFORE if denied else _NEAR)) : d.lo]):
        if w.low in {";", ":", "but"}:
            break
        if _says_no(w, lexicon):
            return [w.i]
    for w in s.words[d.hi + 1 : d.hi + 1 + _BEHIND] if denied else ():
        if w.low in {";", ":", "and", "but"}:
            break
        if _says_false(w, lexicon):
            return [w.i]
    return []


def _says_no(w: Word, lexicon: Lexicon) -> bool:
    no = lexicon["closed.negation closed.nobody closed.except"]
    return w.low in no | lexicon["closed.denying"]


def _says_false(w: Word, lexicon: Lexicon) -> bool:
    return w.low in lexicon["closed.false"] or w.lemma in lexicon["nouns.hoax"]
