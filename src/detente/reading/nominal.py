"""Modes of events told as nouns: "the release of X is near", "do more for the release of X"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from detente.reading.lexicon import Lexicon
from detente.reading.stand import Stand
from detente.reading.words import Sentence, Word
from detente.records import Mode

Tables = Mapping[str, Mapping[str, frozenset[str]]]
_ORDER: tuple[Mode, ...] = ("promised", "agreed", "intended", "demanded", "hypothetical", "denied")
_AIMED = frozenset({"for", "on", "about", "over", "to", "of", "towards", "toward"})
"""Prepositions that carry what their verb says over to the noun behind them."""
_NOBODY = frozenset({"nothing", "nobody", "none"})


class OfVerb(Protocol):
    """What reads verbs."""

    def of_verb(self, s: Sentence, v: int) -> Stand:
        """The stand of a verb."""

    def phrasal(self, s: Sentence, v: Word) -> str:
        """The lemma with its particle."""


def nominal_stand(s: Sentence, n: int, lexicon: Lexicon, tables: Tables, verbs: OfVerb) -> Stand:
    """The stand of an event told as a noun, without its hedges.

    Args:
        s: the sentence.
        n: the noun.
        lexicon: word classes.
        tables: the tables of ``modes.toml``.
        verbs: reads the verb above it.
    """
    stand = Stand()
    for k in s.kids(n, "amod", "compound", "det", "nummod"):
        for mode in ("hypothetical", "intended"):
            if k.low in tables["modifiers"].get(mode, ()):
                stand.set(mode, k.i)
        if k.low == "no":
            stand.set("denied", k.i)
    cur = s[n]
    for _ in range(8):
        if cur.head == cur.i:
            break
        head = s[cur.head]
        if head.tag.startswith("V"):
            _under_verb(s, cur, head, stand, lexicon, tables, verbs)
            break
        if head.tag.startswith("NN") and cur.dep in {"prep", "pobj", "compound"}:
            _take(tables["noun_governors"], head.lemma, head.i, stand)
        cur = head
    return stand


def _take(table: Mapping[str, frozenset[str]], word: str, at: int, stand: Stand) -> None:
    for mode in _ORDER:
        if word in table.get(mode, ()):
            stand.set(mode, at)


def _under_verb(
    s: Sentence, cur: Word, head: Word, stand: Stand, lex: Lexicon, tables: Tables, verbs: OfVerb
) -> None:
    lemma = verbs.phrasal(s, head)
    prep = cur.low if cur.dep in {"prep", "agent"} else ""
    direct = cur.dep in {"dobj", "nsubjpass", "conj", "attr"} or prep in _AIMED
    if direct and not (prep == "for" and lemma in lex["verbs.thank"]):
        for mode in ("demanded", "promised", "agreed", "denied", "hypothetical", "intended"):
            kept = (
                prep and mode in {"promised", "agreed", "denied"} and not (prep == "on" and mode == "agreed")
            )
            kept = kept or (prep == "to" and mode == "hypothetical")  # "tied the release to talks"
            if lemma in tables["verbs"].get(mode, ()) and not kept:
                stand.set(mode, head.i)
    if prep == "without" or (cur.dep == "nsubj" and lemma in lex["lemmas.failing"]):
        stand.set("denied", head.i)
    if prep == "of" and any(k.low in _NOBODY for k in s.kids(head.i, "nsubj")):
        stand.set("denied", head.i)  # "nothing came of the release"
    _predicate(s, cur, head, stand, tables)
    inner = verbs.of_verb(s, head.i)
    carried = cur.dep in {"dobj", "nsubjpass", "nsubj", "conj", "attr"} or prep in {
        "for",
        "towards",
        "toward",
    }
    if inner.mode != "performed" and carried and head.lemma not in lex["verbs.report"]:
        stand.set(inner.mode, inner.governor)
        stand.condition = stand.condition or inner.condition


def _predicate(s: Sentence, cur: Word, head: Word, stand: Stand, tables: Tables) -> None:
    """ "The release is near", "the aim is the release", "made the release a condition"."""
    if head.lemma == "be" and cur.dep == "nsubj":
        for k in s.kids(head.i, "acomp", "attr", "prep"):
            _take(tables["predicates"], k.lemma, k.i, stand)
            for p in s.kids(k.i, "pobj") if k.dep == "prep" else ():
                _take(tables["predicates"], p.lemma, p.i, stand)
    elif head.lemma == "be" and cur.dep == "attr":
        for k in s.kids(head.i, "nsubj"):
            _take(tables["noun_governors"], k.lemma, k.i, stand)
            _take(tables["predicates"], k.lemma, k.i, stand)
    elif head.lemma == "make":
        for k in (*s.kids(head.i, "oprd", "ccomp", "dobj"), *s.kids(cur.i, "appos")):
            _take(tables["predicates"], k.lemma, k.i, stand)
