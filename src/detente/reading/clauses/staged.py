"""What a plan or a deal lays down, step by step in the present tense, is still to be done (CODEBOOK A1)."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import SUBJECTS, Sentence, Word
from detente.records import Mode

_UNDER = frozenset({"under", "to"})
_NOW = frozenset({"VBZ", "VBP"})
_TODAY = frozenset({"today", "now", "tonight"})


def as_of_now(s: Sentence, v: int) -> bool:
    """ "frees", "are exchanged": a verb of the simple present, and not "has freed", "is being freed"?

    Args:
        s: the sentence.
        v: the verb.
    """
    helpers = s.kids(v, "aux", "auxpass")
    if any(w.low in _TODAY for w in s.words):
        return False
    if not helpers:
        return s[v].tag in _NOW
    return s[v].tag == "VBN" and all(k.lemma == "be" and k.tag in _NOW for k in helpers)


def laid_down(s: Sentence, v: int, lexicon: Lexicon) -> Mode | None:
    """ "Under the agreement, Chad frees 40": how what a text says in the present stands; None elsewhere.

    Not of a headline: there the deal stands behind ("Chad frees 40 under a deal").

    Args:
        s: the sentence.
        v: the verb.
        lexicon: word classes.
    """
    w = s[v]
    if not as_of_now(s, v):
        return None
    first = w
    while first.dep == "conj" and s[first.head].tag[:1] == "V":
        first = s[first.head]
    who = s.kid(first.i, *SUBJECTS)
    for k in s.kids(first.i, "prep"):
        if k.low not in _UNDER | {"according"} or who is None or k.i > who.i:
            continue
        for text in _objects(s, k):
            if text.lemma in lexicon["nouns.agreement"]:
                return "agreed"
            if text.lemma in lexicon["nouns.laid_down_in"]:
                return "intended"
    return None


def _objects(s: Sentence, prep: Word) -> list[Word]:
    carriers = [prep, *s.kids(prep.i, "prep")]
    return [s[i] for c in carriers for i in (k.i for k in s.kids(c.i, "pobj"))]


def sets_out(s: Sentence, lexicon: Lexicon) -> bool:
    """ "The plan has three steps", "proposes a swap in stages": do the steps of it follow?

    Args:
        s: the sentence.
        lexicon: word classes.
    """
    root = next((w for w in s.words if w.dep == "ROOT"), None)
    verbs = [w for w in s.words if w.lemma in lexicon["verbs.holding_steps"] and w.tag in _NOW]
    if root is None or not verbs or not any(w.low in lexicon["closed.staged"] for w in s.words):
        return False
    texts = lexicon["nouns.laid_down_in nouns.agreement"] - lexicon["closed.staged"]
    return any(w.lemma in texts and w.head in {v.i for v in verbs} for w in s.words)


def goes_on(s: Sentence) -> bool:
    """Is its main verb told in the simple present: so a further step?

    Args:
        s: the sentence.
    """
    root = next((w for w in s.words if w.dep == "ROOT"), None)
    return root is not None and any(as_of_now(s, w.i) for w in (root, *s.kids(root.i, "ccomp")))


def done_since(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with "Under the deal, Chad also frees 40" as done in a report of people freed under it.

    Args:
        drafts: all of the document.
    """
    done = {d.type for d in drafts if d.stand.mode == "performed" and not as_of_now(d.sentence, d.trigger)}
    agreed = (d for d in drafts if d.stand.mode == "agreed" and d.type in done)
    told = [d for d in agreed if d.stand.governor == d.trigger and as_of_now(d.sentence, d.trigger)]
    for d in told:
        d.stand.mode, d.stand.factuality = "performed", "CT"
    at = {(id(d.sentence), d.trigger) for d in told}
    return [d for d in drafts if d.type != "COMMIT" or (id(d.sentence), d.trigger) not in at]
