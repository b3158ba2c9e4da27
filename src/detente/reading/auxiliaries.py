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
