"""Speakers told by the order of the words where the parse has lost them: ", her brother Walid tweeted."."""

from __future__ import annotations

from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import Sentence, Word

_IN_NAME = frozenset({"DT", "PRP$", "PRP", "POS", "CD", "HYPH", "CC"})
_LINKING = frozenset({"of", "for", "in", "from", "at", "to", "on", "with"})
_BETWEEN = frozenset({"has", "had", "have", "later", "also", "meanwhile", "then", "therefore", "earlier"})
_BEHIND = frozenset(
    {"in", "on", "at", "by", "to", "from", "via", "through", "without", "with", "under", "during"}
)
_WHEN = frozenset(
    {"today", "yesterday", "late", "early", "earlier", "later", "this", "last", "here", "afterwards"}
)
_STOPS = frozenset({".", ",", ":", "''", "``", "-RRB-"})
_BEFORE_CLAUSE = frozenset({
    "after", "before", "while", "when", "as", "since", "although", "though", "despite", "following", "during",
    "if", "once", "because", "in", "at", "on",
})  # fmt: skip
_TOLD = frozenset({"tell", "inform", "assure"})
_QUOTED = frozenset({"quote", "cite", "report"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_INNER = frozenset({"CC", "WRB", "WDT", "WP"})
"""What opens a further clause, of which alone a source right behind it tells."""
_FARTHEST = 24
"""So many words a speaker's name with its office may be long."""


def segment(s: Sentence, v: int) -> tuple[int, int]:
    """First and last word of what stands between the semicolons around a word."""
    if ";" not in s.text:
        return 0, len(s) - 1
    marks = [w.i for w in s if w.text == ";"]
    lo = max((i + 1 for i in marks if i < v), default=0)
    return lo, min((i - 1 for i in marks if i > v), default=len(s) - 1)


def trailing(s: Sentence, lex: Lexicon, v: int) -> tuple[int, Word] | None:
    """Head of the speaker named behind a clause, and the verb of saying: ", his press service reports.".

    Args:
        s: the sentence.
        lex: verbs of reporting.
        v: a word of the clause.
    """
    lo, hi = segment(s, v)
    for w in s.words[v + 1 : hi + 1]:
        if not _reports(s, lex, w) or not _ends(s, w, hi):
            continue
        comma = _comma(s, w.i, v)
        if comma is None or not _is_clause(s, lo, comma) or _says_more(s, w, comma):
            continue
        return _head(s, comma, _before_verb(s, w.i)), w
    return None


def _reports(s: Sentence, lex: Lexicon, w: Word) -> bool:
    if _quoted_as(s, w) is not None:
        return True
    if w.lemma not in lex["verbs.report"] or w.tag in {"VBG", "MD", "JJ"}:
        return False
    return w.tag in {"VBD", "VBZ", "VBP", "VBN", "NNS", "NN"} and not any(
        k.dep in {"nsubj", "det", "amod"} and k.i > w.i for k in s.kids(w.i)
    )


def _quoted_as(s: Sentence, w: Word) -> int | None:
    """ "…, the prosecutor was quoted as *saying*": where the verb begins that tells whose words they are."""
    passive = w.low == "saying" and w.i > 2 and s[w.i - 1].low == "as" and s[w.i - 2].lemma in _QUOTED
    return w.i - 3 if passive and s[w.i - 3].lemma == "be" else None


def _says_more(s: Sentence, w: Word, comma: int) -> bool:
    """ "…, and the minister told parliament that the ban stays": a clause of its own."""
    opens = s[comma + 1].tag == "CC"
    return opens or any(k.i > w.i and k.dep in {"ccomp", "xcomp"} for k in s.kids(w.i))


def _ends(s: Sentence, w: Word, hi: int) -> bool:
    """Does nothing follow but when, where and to whom it was said?"""
    if w.i >= hi:
        return True
    after = s[w.i + 1]
    if after.tag in _STOPS or after.low in _BEHIND or after.low in _WHEN or after.ent in {"DATE", "TIME"}:
        return True
    return w.lemma in _TOLD and after.tag[:2] in {"NN", "DT", "PR", "JJ"}


def _before_verb(s: Sentence, i: int) -> int:
    """The last word of the speaker's name before a verb."""
    quoted = _quoted_as(s, s[i])
    i = (quoted if quoted is not None else _before_relative(s, i)) - 1
    while i > 0 and (s[i].low in _BETWEEN or (s[i].tag == "RB" and s[i].low.endswith("ly"))):
        i -= 1
    return i - 1 if s[i].tag == "," else i


def _before_relative(s: Sentence, verb: int) -> int:
    """ ", the judge who jailed them said": where a clause about the speaker begins, else the verb."""
    told = (r for k in s.kids(verb, "nsubj") for r in s.kids(k.i, "relcl") if k.i < r.i < verb)
    starts = [s.subtree(r.i)[0] for r in told]
    return min((i for i in starts if s[i].low in {"who", "that"}), default=verb)


def _comma(s: Sentence, verb: int, v: int) -> int | None:
    """The comma before the speaker: the nearest, or the one before an office with the name apposed."""
    i = _before_verb(s, verb)
    found = _run(s, i, v)
    if found is None:
        return None
    other = _run(s, found - 1, v)
    opens = other is not None and s[other + 1].tag in {"DT", "PRP$"}
    named = s[found + 1].tag in {"NNP", "NNPS"} or s[found + 1].tag == "DT"
    return other if opens and named and other is not None and other > v else found


def _run(s: Sentence, i: int, v: int) -> int | None:
    """The comma at which the noun phrase that ends at ``i`` begins."""
    if i <= v or s[i].tag[:2] not in {"NN", "PR"}:
        return None
    for j in range(i, max(v, i - _FARTHEST), -1):
        w = s[j]
        if w.tag in {",", "''"} or (w.text in {'"', "”", "'"} and w.dep == "punct"):
            return j if j < i else None
        seen = "by" in {w.low, s[j + 1].low} and "VBN" in {w.tag, s[j - 1].tag}  # "a letter seen by …"
        if not (w.tag[:2] in {"NN", "JJ"} or w.tag in _IN_NAME or w.low in _LINKING or seen):
            return None
    return None


def _head(s: Sentence, comma: int, last: int) -> int:
    """The head of the name, or of the office before a name that is apposed."""
    inner = next((j for j in range(last, comma, -1) if s[j].tag == ","), None)
    lo = comma + 1 if inner is None or s[inner + 1].tag not in {"NNP", "NNPS"} else inner + 1
    i = lo
    while i < last and s[i + 1].low not in _LINKING and s[i + 1].tag not in {"POS", ",", "VBN"}:
        i += 1
    if i < last and s[i + 1].tag == "POS":
        return last
    return i


def _is_clause(s: Sentence, lo: int, comma: int) -> bool:
    """Does a whole clause stand before the comma, and no mere "after the talks"?"""
    words = s.words[lo:comma]
    if not any(w.tag in _FINITE for w in words):
        return False
    first = next((w for w in words if w.text[:1].isalnum()), None)
    if first is None or first.low not in _BEFORE_CLAUSE or any(w.tag == "," for w in words):
        return True
    above = s[first.head]
    return first.dep == "prep" and above.i < comma and above.tag in {*_FINITE, "VBN"}


def opens_inner(s: Sentence, at: int) -> bool:
    """Stands a source here behind what opens a further clause and a comma: "where, according to …"?"""
    return at > 1 and s[at - 1].tag == "," and s[at - 2].tag in _INNER


def according(s: Sentence, v: int) -> tuple[int, str] | None:
    """Head and cue of who is named by "according to" or "per" beside a clause, within semicolons."""
    lo, hi = segment(s, v)
    for w in s.words[lo : hi + 1]:
        cited = w.low == "according" and w.i + 2 <= hi and s[w.i + 1].low == "to"
        if not cited and not (w.low == "per" and w.dep == "prep" and w.i > v):
            continue
        opens = w.i == next((x.i for x in s.words[lo:] if x.text[:1].isalnum()), lo)
        closes = (
            w.i > v + 1
            and s[w.i - 1].tag in {",", "''"}
            and not opens_inner(s, w.i)
            and not any(
                x.tag == "," and s[x.i + 1].tag in {"CC", "IN", "WDT", "WP", "VBD"} for x in s.words[w.i : hi]
            )
        )
        if not (opens or closes):
            continue
        for o in (x for x in s.words[w.i : hi + 1] if x.dep == "pobj" and x.head in {w.i, w.i + 1}):
            named = o.i + 1 <= hi and s[o.i + 1].tag == "NNP" and s[o.i + 1].head in {w.i, w.i + 1}
            return (o.i + 1 if named else o.i), s.span_text(w.i, w.i + cited)
    return None
