"""Reports that somebody takes back, or that are called false: what they tell did not happen."""

from __future__ import annotations

from detente.reading.clauses.arguments import is_passive
from detente.reading.clauses.auxiliaries import told_past
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import PROPER, SUBJECTS, Sentence, Word
from detente.records import Mode

_DEFINITE = frozenset({"the", "these", "those", "this", "that", "its", "his", "her", "their", "all", "both"})
_BESIDE = frozenset({"relcl", "acl", "advcl"})
_ASKED = frozenset({"when", "where", "why", "how", "whether", "who", "what"})


def untrue_that(s: Sentence, lexicon: Lexicon) -> int | None:
    """The *that* of "it is not true, the envoy said, that they were freed".

    Args:
        s: the sentence.
        lexicon: the pattern ``untrue_that``.
    """
    match = lexicon.pattern("untrue_that").search(s.text)
    return None if match is None else s.at(s.start + match.end() - 1, s.start + match.end())[0]


def called_untrue(s: Sentence, v: int, lexicon: Lexicon) -> bool:
    """Is it the verb of what "it is untrue that" tells, and of no clause beside it?

    Not "the miners, who were arrested", "when she left", ": they are still held", ", and he was freed".

    Args:
        s: the sentence.
        v: the verb.
        lexicon: the pattern ``untrue_that``.
    """
    that = untrue_that(s, lexicon)
    if that is None or v < that or any(w.text in {";", ":"} for w in s.words[that:v]):
        return False
    for w in (s[v], *s.up(v)):
        if w.i < that or any(k.i == that for k in s.kids(w.i, "mark")):
            return True
        asked = w.dep == "ccomp" and any(k.low in _ASKED for k in s.kids(w.i, "advmod", "mark"))
        if w.dep in _BESIDE or asked or _joined_anew(s, w, that):
            return False
    return True


def _joined_anew(s: Sentence, verb: Word, that: int) -> bool:
    """ ", and he was freed on Friday", ", but it did arrest them": a main clause, and no second *that*."""
    who = s.kid(verb.i, *SUBJECTS)
    first = min(s.subtree(who.i)) if who is not None else 0
    joins = [w.i for w in s.words[that:first] if w.dep == "cc" and s[w.i - 1].text == ","]
    if not joins or not any(w.tag[:1] == "V" for w in s.words[that : joins[-1]]):
        return False  # "that Ada, Ben, and Ira were freed"
    return not any(w.tag[:1] == "V" or w.low == "that" for w in s.words[joins[-1] : first])


def untrue(s: Sentence, v: int, lexicon: Lexicon) -> Mode | None:
    """What "it is untrue that" says of a verb.

    "That the miners were freed for money": the money is denied, and whether the miners, who are known,
    were freed is left open, as in "that they were freed when he came".

    Args:
        s: the sentence.
        v: the verb.
        lexicon: the patterns ``untrue_that`` and ``beside_the_deed``.

    Returns:
        The mode; None where it says nothing of it.
    """
    if not called_untrue(s, v, lexicon):
        return None
    deed = s[v]
    whom = s.kids(deed.i, "nsubjpass" if is_passive(s, deed.i) else "dobj")
    behind = [k for w in (deed, *whom) for k in s.kids(w.i, "prep", "advcl", "xcomp") if k.i > deed.i]
    known = any(
        k.tag in PROPER or k.tag == "PRP" or any(x.low in _DEFINITE for x in s.kids(k.i)) for k in whom
    )
    if not known or not told_past(s, deed):
        return "denied"
    texts = [s.span_text(min(s.subtree(k.i)), max(s.subtree(k.i))) for k in behind]
    left_open = any(lexicon.pattern("beside_the_deed").search(text) for text in texts)
    return "hypothetical" if left_open else "denied"


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
