"""Pronouns as mentions: whom *he*, *they* or *who* may point back to is left to the document."""

from __future__ import annotations

from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Word
from detente.records import FillerKind

_SHE = frozenset({"she", "her", "hers", "herself"})
_SPEAKER = frozenset({"i", "we", "us", "me", "my", "our"})
_RELATIVE = frozenset({"who", "whom", "whose", "that", "which"})


def pronoun(w: Word, lexicon: Lexicon) -> Mention | None:
    """The mention of a pronoun; None where it points to nothing we follow."""
    plural = w.low in lexicon["closed.plural_pronoun"]
    if not plural and w.low not in lexicon["closed.singular_pronoun"]:
        return _other(w)
    anaphor = "they" if plural else "she" if w.low in _SHE else "he"
    kind: FillerKind = "group" if plural else "person"
    return _of_word(w, kind, anaphor, human=True, plural=plural, definite=True)


def is_pronoun(name: str, lexicon: Lexicon) -> bool:
    """Does it say of nobody who they are?"""
    low = name.lower()
    pointing = lexicon["closed.plural_pronoun closed.singular_pronoun"]
    return low in pointing or low in _SPEAKER


def _other(w: Word) -> Mention | None:
    if w.low in {"it", "its"}:
        return _of_word(w, "organisation", "it")
    if w.low in _RELATIVE:
        return _of_word(w, "group", "who", human=w.low.startswith("who"))
    if w.low in _SPEAKER:
        return _of_word(w, "person", "i", human=True)
    return None


def _of_word(
    w: Word,
    kind: FillerKind,
    anaphor: str,
    *,
    human: bool = False,
    plural: bool = False,
    definite: bool = False,
) -> Mention:
    m = Mention(w.i, w.i, w.i, kind, w.text, w.text, w.low, human=human, plural=plural, anaphor=anaphor)
    m.definite = definite
    return m
