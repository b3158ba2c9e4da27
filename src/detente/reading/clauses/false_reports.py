"""Reports that somebody takes back, or that are called false: what they tell did not happen."""

from __future__ import annotations

import re

from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import SUBJECTS, Sentence, Word

_UNTRUE = re.compile(r"\W*it (?:is|was) (?:not true|untrue|false|a lie),[^,.;]*, that\b", re.I)


def opened_untrue(s: Sentence, v: int) -> bool:
    """ "It is not true, the envoy said, that they were freed": with who says so in between.

    Args:
        s: the sentence.
        v: the deed.
    """
    match = _UNTRUE.match(s.text)
    return match is not None and s.start + match.end() <= s[v].start


def by_mistake(s: Sentence, head: Word, lexicon: Lexicon) -> bool:
    """ "wrongly reported", "said in error": is who says it mistaken?

    Args:
        s: the sentence.
        head: the verb of saying.
        lexicon: word classes.
    """
    if head.lemma not in lexicon["verbs.report"]:
        return False
    below = {k.low for k in s.kids(head.i, "advmod")}
    behind = s.span_text(head.i, len(s) - 1)
    return bool(below & lexicon["closed.wrongly"]) or lexicon.pattern("by_mistake").search(behind) is not None


def deed_mistaken(s: Sentence, deed: Word, lexicon: Lexicon) -> bool:
    """ "said they had detained them by mistake": behind a clause of its own the deed was wrong.

    Args:
        s: the sentence.
        deed: the verb of what was done.
        lexicon: word classes.
    """
    clause = s.kid(deed.i, *SUBJECTS) is not None
    return clause and lexicon.pattern("by_mistake").search(s.span_text(deed.i, len(s) - 1)) is not None


def in_false_report(s: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Does a word stand in what a false report says: "claims that talks led to it are untrue"?"""
    return any(u.tag.startswith("NN") and false_report(s, u, lexicon) for u in s.up(i))


def false_report(s: Sentence, noun: Word, lexicon: Lexicon) -> bool:
    """ "fake news of", "a report that … turned out to be untrue", "corrected its claim that …".

    Args:
        s: the sentence.
        noun: the word for the report.
        lexicon: word classes.
    """
    if noun.lemma in lexicon["nouns.hoax"] or any(
        k.low in lexicon["closed.false"] for k in s.kids(noun.i, "amod", "compound")
    ):
        return True
    if noun.lemma not in lexicon["nouns.report"]:
        return False
    verb = s[noun.head]
    if noun.dep in {"dobj", "nsubjpass"} and verb.lemma in lexicon["verbs.taking_back"]:
        return True
    named = noun.dep in {"dobj", "oprd"} and verb.lemma in lexicon["verbs.terming"]
    if named and _termed_false(s, noun, lexicon):
        return True
    if noun.dep != "nsubj":
        return False
    if lexicon.pattern("not_true").match(s.span_text(verb.i, len(s) - 1)):
        return s.kid(verb.i, "neg") is not None
    if verb.lemma not in lexicon["verbs.turning_out"]:
        return False
    below = [verb, *s.kids(verb.i, "xcomp"), *(k for k in s.kids(verb.i, "advcl") if k.lemma == "be")]
    said = [k for w in below for k in s.kids(w.i, "acomp", "attr", "oprd")]
    return any(k.low in lexicon["closed.false"] or k.lemma in lexicon["nouns.hoax"] for k in [*below, *said])


def _termed_false(s: Sentence, report: Word, lexicon: Lexicon) -> bool:
    """ "called reports that they were freed nonsense": the parser hangs the verdict on any verb before."""
    verdicts = (
        w
        for w in s.words[report.i + 1 :]
        if w.dep in {"oprd", "attr", "acomp"}
        or (w.dep == "pobj" and s[w.head].low == "as")
        or (w.dep == "dobj" and s.kid(w.head, "auxpass") is not None)
    )
    return any(w.low in lexicon["closed.false"] or w.lemma in lexicon["nouns.hoax"] for w in verdicts)
