"""What is told of anybody, or as a rule: explainers, habits, definitions, shares (CODEBOOK §3)."""

from __future__ import annotations

import re

from detente.reading.clauses.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import PROPER, Sentence, Word

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NOW = frozenset({"VBZ", "VBP"})
_EACH = frozenset({"each", "every"})
_COMPARED = frozenset({"more", "fewer"})
_SOME = frozenset({"most", "many", "few"})
_TOLD = frozenset({"stated", "anchored"})
_TABLE = 4
"""So many words of tables say that a text reports the figures of a year or a quarter."""
_ANY = frozenset({"a", "an", "any", "every", "each"})


def general(d: Draft, lexicon: Lexicon) -> str | None:
    """Why a draft tells what happens in general, and of nobody; None where it may be a deed.

    Args:
        d: the draft.
        lexicon: word classes.
    """
    if _more_than(d):
        return "it is a comparison"
    if d.stand.mode != "performed":
        return None
    if d.nominal:
        asked = _asked_of_any(d.sentence, d.trigger)
        verb = d.sentence.verb_of(d.trigger)
        if verb is not None and (_usual(d.sentence, verb, lexicon) or _customary(d, verb, lexicon)):
            return "it is told as what is usual"
        if verb is not None and _bare(d.sentence, d.sentence[d.trigger]) and _under_a_rule(d, verb, lexicon):
            return "it is told of anybody"
        return "it is a definition" if asked or _defined(d.sentence, d.trigger) else None
    if _usual(d.sentence, d.trigger, lexicon):
        return "it is told as what is usual"
    if of_anybody(d, lexicon):
        return "it is told of anybody"
    if _of_most(d):
        return "it is told as what is usual"
    return "it is a share of all" if _counted_in(d, lexicon) else None


def in_a_table(d: Draft, figures: int, lexicon: Lexicon) -> str | None:
    """Why a release is one of a year's figures: "some 2,300 were released on parole over the year".

    Args:
        d: the draft.
        figures: how many words of tables and yearly reports stand in its text.
        lexicon: word classes.
    """
    day = d.time is not None and d.time.precision in {"day", "instant"} and d.time.basis in _TOLD
    named = any(m.kind == "person" and m.anaphor is None for m in d.slots.get("people", ()))
    if figures < _TABLE or day or named or any(_acts(d, m.head) for m in d.slots.get("releaser", ())):
        return None
    return "it is a figure of a year or a quarter"


def _acts(d: Draft, head: int) -> bool:
    """ "The king released 300": whoever does it by a deed of his own, be it in a year of figures."""
    return d.sentence[head].dep in {"nsubj", "pobj"}


def _of_most(d: Draft) -> bool:
    """ "Most students who are detained are freed within a day", "fewer prisoners are being released"."""
    s, v = d.sentence, d.trigger
    helpers = s.kids(v, "aux", "auxpass")
    now = bool(helpers) and all(k.lemma == "be" and (k.tag in _NOW or k.low == "being") for k in helpers)
    if not now or any(w.tag in PROPER for w in s.words[1:]):
        return False
    lasting = any(k.low == "being" for k in helpers)
    few = _COMPARED if lasting else _COMPARED | _SOME
    return any(s[m.lo].low in few and (m.quantity is None or not lasting) for m in d.slots.get("people", ()))


def of_anybody(d: Draft, lexicon: Lexicon) -> bool:
    """ "A suspect is released on bail": in the present, of one who is nobody, with no name and no figure."""
    s = d.sentence
    told = _in_the_present(s, d.trigger) or _must(s, d.trigger)
    times = lexicon["nouns.moment"]  # "is released after 48 hours"
    if not told or any(w.tag in PROPER or (w.tag == "CD" and s[w.head].lemma not in times) for w in s.words):
        return False
    return any(_is_anybody(s, s[m.head], lexicon) for m in d.slots.get("people", ()))


def _is_anybody(s: Sentence, w: Word, lexicon: Lexicon) -> bool:
    """ "A suspect", "every inmate"; "prisoners" with nothing before it, of whom something may be or must."""
    if w.lemma not in lexicon["nouns.in_general"]:
        return False
    bare = w.tag == "NNS" and not s.kids(w.i, "det", "amod", "nummod", "poss", "compound", "appos")
    ruled = any(k.tag == "MD" for k in s.kids(w.head, "aux")) and w.dep in {"nsubj", "nsubjpass"}
    return (w.tag == "NN" and any(k.low in _ANY for k in s.kids(w.i, "det"))) or (bare and ruled)


def _under_a_rule(d: Draft, verb: int, lexicon: Lexicon) -> bool:
    """ "A foreigner can be deported on release": what may befall anybody."""
    s = d.sentence
    subjects = s.kids(verb, "nsubj", "nsubjpass")
    people = {m.head for m in d.slots.get("people", ())}
    may = any(k.tag == "MD" for k in s.kids(verb, "aux")) and people <= {w.i for w in subjects}
    return may and any(k.low in _ANY for w in subjects for k in s.kids(w.i, "det"))


def _must(s: Sentence, v: int) -> bool:
    """ "A person released on bail *must* come back"."""
    verb = s.verb_of(s[v].head) if s[v].dep in {"acl", "relcl"} else None
    return verb is not None and any(k.tag == "MD" for k in s.kids(verb, "aux"))


def _asked_of_any(s: Sentence, n: int) -> bool:
    """ "Is an amnesty the same thing?"."""
    return s.text.rstrip().endswith("?") and any(k.low in _ANY for k in s.kids(n, "det"))


def _in_the_present(s: Sentence, v: int) -> bool:
    """ "is released", "arrest", "allows one to be released": not "is being released", "has released"."""
    helpers = s.kids(v, "aux", "auxpass")
    if any(k.low == "to" for k in helpers) or (s[v].tag == "VB" and not helpers):
        return s[s[v].head].tag in _NOW
    if not helpers:
        return s[v].tag in _NOW
    return all(k.lemma == "be" and k.tag in _NOW for k in helpers)


def _more_than(d: Draft) -> bool:
    """ "More people are jailed than freed"; not "freed more than nine people"."""
    s = d.sentence
    compared = (m for m in d.slots.get("people", ()) if s[m.lo].low in _COMPARED and m.quantity is None)
    return any(w.low == "than" and w.i > m.hi for m in compared for w in s.words)


def _usual(s: Sentence, v: int, lexicon: Lexicon) -> bool:
    """ "were often released on bail", "an amnesty is normally granted to many", "are freed every year"."""
    if any(k.low in lexicon["closed.usually"] for k in s.kids(v, "advmod")):
        return True
    times = [k for k in s.kids(v, "npadvmod") if k.lemma in lexicon["nouns.moment nouns.season"]]
    return _in_the_present(s, v) and any(x.low in _EACH for k in times for x in s.kids(k.i, "det"))


def _customary(d: Draft, v: int, lexicon: Lexicon) -> bool:
    """ "Mass amnesties are common on holidays": of the noun in the plural, and no deed."""
    s, n = d.sentence, d.sentence[d.trigger]
    plain = n.dep == "nsubj" and n.tag == "NNS" and s.kid(n.i, "det", "poss") is None
    said = s[v].lemma == "be" and _in_the_present(s, v)
    return plain and said and any(k.lemma in lexicon["closed.customary"] for k in s.kids(v, "acomp", "attr"))


def _defined(s: Sentence, n: int) -> bool:
    """ "Parole is the early release of prisoners": a noun with no article, and what it is."""
    be = s[s[n].head]
    if s[n].dep != "attr" or be.lemma != "be" or be.tag not in _NOW:
        return False
    return any(_bare(s, k) for k in s.kids(be.i, "nsubj"))


def _bare(s: Sentence, w: Word) -> bool:
    return w.tag in {"NN", "NNP"} and s.kid(w.i, "det", "poss", "compound") is None


def _counted_in(d: Draft, lexicon: Lexicon) -> bool:
    """ "The number of prisoners being released": a share or number of them, and no figure says which."""
    s = d.sentence
    if any(w.tag == "CD" and not _YEAR.match(w.text) for w in s.words):
        return False
    heads = (s[s[m.head].head] for m in d.slots.get("people", ()) if s[m.head].dep == "pobj")
    return any(k.low == "of" and s[k.head].lemma in lexicon["nouns.share"] for k in heads)
