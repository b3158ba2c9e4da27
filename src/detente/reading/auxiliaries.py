"""What stands right beside a verb: its auxiliaries, a bare imperative, a *yet*."""

from __future__ import annotations

from detente.reading.arguments import is_passive
from detente.reading.words import Sentence, Word


def yet(s: Sentence, head: Word, cur: Word) -> bool:
    """ "has yet to free": it is not done."""
    return any(k.low == "yet" for k in (*s.kids(head.i), *s.kids(cur.i)))


def auxiliaries(s: Sentence, v: int) -> set[str]:
    """The auxiliaries of a verb: its own, or those it shares with the verb it is joined to."""
    w, head = s[v], s[s[v].head]
    lows = {k.low for k in s.kids(v, "aux", "auxpass")}
    if lows or w.dep != "conj" or not head.tag.startswith("V"):
        return lows
    gapped = is_passive(s, v) and s.kid(v, "nsubj", "nsubjpass") is not None
    return {k.low for k in s.kids(head.i, "aux")} if gapped or w.tag in {"VB", "VBN"} else lows


def bare(s: Sentence, w: Word) -> bool:
    """Has the verb neither auxiliary nor subject?"""
    return s.kid(w.i, "aux", "auxpass", "nsubj", "nsubjpass") is None


def opens(s: Sentence, v: int) -> bool:
    """Does the verb open the sentence or a quotation: an imperative?"""
    before = [w for w in s.words[:v] if w.tag not in {"``", "''", "UH", "RB", ":", ","}]
    return not before or s[v - 1].tag == "``"


def of_others(s: Sentence, cur: Word, head: Word, lemma: str) -> bool:
    """ "wants Y to free them", "wants them freed", "they need to be freed": who acts is not who wants."""
    if lemma == "need" and is_passive(s, cur.i):
        return True
    own = s.kid(cur.i, "nsubj", "nsubjpass") or s.kid(head.i, "dobj")
    return own is not None and head.i < own.i < cur.i


def gapped(s: Sentence, v: int) -> int | None:
    """ "204 are to be freed, 61 freed early": the verb whose *are to be* a bare number shares."""
    who = s.kid(v, "nsubj", "nsubjpass")
    if s[v].tag not in {"VBN", "VBD"} or who is None or who.tag != "CD" or s.kid(v, "aux", "auxpass", "dobj"):
        return None
    return next(
        (w.i for w in reversed(s.words[: who.i]) if w.lemma == s[v].lemma and s.kid(w.i, "aux", "auxpass")),
        None,
    )
