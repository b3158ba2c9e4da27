"""Persons by what they are: the office beside the name, the title before it, the description behind it."""

from __future__ import annotations

import re

from detente.reading.nouns.mention import Mention, without_article
from detente.reading.nouns.phrases import Phrases
from detente.reading.nouns.seen_names import PARTICLES, is_title
from detente.reading.parsing.words import PROPER, Word

_NEAR = 6  # a name stands at most this many words behind the office it belongs to
_INITIAL = re.compile(r"[A-Z]\.")
_CLOSING = frozenset({",", ".", ":", "VBD", "VBZ", "''", "``", "-RRB-"})
_JOINING = frozenset({"of", "for", "and", "without", "against", "the", "across", "to", "in"})
_INDEFINITE = frozenset({"a", "an", "the", "another"})


def office(p: Phrases, w: Word, lo: int, hi: int) -> Mention:
    """ "the Minister of Justice, Mr X", "President X's envoy": the holder where named, else the office."""
    hi = max(hi, p.of_tail(w))
    text, state = p.text(lo, hi), p.state_in(lo, hi)
    named = apposed_name(p, w, within=hi - w.i + _NEAR)
    if named is not None:
        return holder(named, w, lo, hi, text, state, titles=(*named.titles, w.text))
    return Mention(
        w.i, lo, hi, "group", without_article(text), text, w.lemma, human=True, definite=True, state=state,
        plural=w.tag == "NNPS",
    )  # fmt: skip


def holder(
    named: Mention, w: Word, lo: int, hi: int, text: str, state: str | None, *, titles: tuple[str, ...]
) -> Mention:
    """The person named beside the phrase ``lo`` to ``hi`` that describes them."""
    return Mention(
        w.i, lo, hi, "person", named.name, text, w.lemma,
        human=True, definite=True, titles=titles, state=state,
    )  # fmt: skip


def body(p: Phrases, w: Word, lo: int, hi: int) -> Mention:
    """ "the Ministry of Foreign Affairs of X": a body with what its name goes on to say."""
    hi = max(hi, p.of_tail(w))
    text = p.text(lo, hi)
    state = p.state_in(lo, hi)
    name = without_article(p.text(_own_name(p, w, lo), hi))
    return Mention(w.i, lo, hi, "organisation", name, text, w.lemma, definite=True, state=state)


def _own_name(p: Phrases, w: Word, lo: int) -> int:
    """ "Mali's Cotton Board" is the Cotton Board; a ministry is called after its state."""
    owner = p.s.kid(w.i, "poss")
    if owner is None or w.lemma in p.lex["nouns.official"] or p.state_in(lo, owner.i) is None:
        return lo
    mark = p.s.kid(owner.i, "case")
    first = mark.i + 1 if mark is not None else lo
    return first if first <= w.i and p.s[first].tag in PROPER else lo


def called_body(p: Phrases, w: Word, lo: int, hi: int) -> Mention | None:
    """ "the rights group Kell Watch", "Aid group Hands Across Borders": a body by its noun and its name."""
    bodies = p.lex["nouns.naming_body"]
    end: int | None = None
    if w.lemma in bodies and w.tag == "NN":
        named = next((k for k in p.s.kids(w.i, "appos") if k.tag in PROPER), None)
        first = p.s.np(named.i)[0] if named is not None else w.i
        end = named.i if named is not None and first == w.i + 1 and p.s[first].text[:1].isupper() else None
    elif w.i > lo and w.tag in {"NNS", "NN"} and w.text[:1].isupper():
        noun = p.s[w.i - 1]
        end = w.i if noun.lemma in bodies and noun.tag == "NN" and noun.dep == "compound" else None
    if end is None:
        return None
    end = _last_of_name(p, end)
    text = p.text(lo, end)
    return Mention(
        w.i, lo, end, "organisation", without_article(text), text, w.lemma, definite=True,
        state=p.state_in(lo, w.i),
    )  # fmt: skip


def _last_of_name(p: Phrases, end: int) -> int:
    """The name of a body goes on over small words between capitals: "Hands *Across* Borders"."""
    while end + 1 < len(p.s):
        small = 2 if p.s[end + 1].low in _JOINING and end + 2 < len(p.s) else 1
        if not (p.s[end + small].text[:1].isupper() and p.s[end + small].tag in {*PROPER, "NN", "NNS", "IN"}):
            return end
        end += small
    return end


def apposed_name(p: Phrases, w: Word, *, within: int = _NEAR) -> Mention | None:
    """ "the special envoy, John Coale": the person named beside an office."""
    for k in p.s.kids(w.i, "appos"):
        if k.tag in PROPER and k.i - w.i <= within:
            found = p.at(k.i)
            if found is not None and found.kind == "person":
                return found
    return _behind_tail(p, w) if w.lemma in p.lex["nouns.office"] and w.tag in {"NN", "NNP"} else None


def _behind_tail(p: Phrases, w: Word) -> Mention | None:
    """ "the rapporteur of the Parliament, Ilze Krastina,": the name that the parse hangs on the body."""
    last = p.of_tail(w)
    if last == w.i or last + 3 >= len(p.s) or p.s[last + 1].tag != ",":
        return None
    end = last + 2
    while end < len(p.s) and (p.s[end].tag in PROPER or p.s[end].low in PARTICLES):
        end += 1
    if end - last < 4 or (end < len(p.s) and p.s[end].tag not in _CLOSING):
        return None
    found = p.at(end - 1)
    return found if found is not None and found.kind == "person" else None


def described_name(p: Phrases, w: Word) -> Mention | None:
    """ "Marc F., an American teacher": the person whom the noun describes."""
    up = p.s[w.head]
    named = w.dep == "appos" and up.tag in PROPER and up.i < w.i
    if named and p.s[p.s.np(w.i)[0]].low in _INDEFINITE:
        found = p.at(up.i)
        return found if found is not None and found.kind == "person" else None
    return None


def name_start(p: Phrases, w: Word, lo: int) -> tuple[int, tuple[str, ...]]:
    """Where the personal name in a phrase begins, and the titles before it."""
    first = w.i
    while first > lo and (_goes_on(p, w, first, lo) or _is_given_too(p, w, first)):
        first -= 1
    while first < w.i and p.s[first].low in {"-", "de", "al"}:
        first += 1
    titles = tuple(p.s[k].text for k in range(lo, first) if _is_title(p, p.s[k]))
    return first, titles


def _is_given_too(p: Phrases, w: Word, first: int) -> bool:
    """ "General Prince Holt": before one bare name it is a name like any other, or as good as one."""
    return first == w.i and p.s[first - 1].text in {"Prince", "Princess"} and w.tag in PROPER


def _goes_on(p: Phrases, w: Word, first: int, lo: int) -> bool:
    """Does the word before ``first`` still belong to the name that ends at ``w``?"""
    before = p.s[first - 1]
    if _INITIAL.fullmatch(before.text):
        return True
    if before.tag not in PROPER and not (before.low in PARTICLES and first - 1 > lo):
        return False
    if _is_title(p, before) or not (before.low == "-" or before.text[:1].isalpha()):
        return False
    if before.dep == "pobj" and p.s[before.head].low == "of" and before.head == before.i - 1:
        return False  # "Secretary of State Ada Orlu"
    if before.tag == "NNPS" and before.lemma.lower() in p.lex["nouns.human"]:
        return False  # "Kell Bloggers Ada Orlu and Ben Roth"
    if before.ent == "DATE" and before.low not in p.lex["nouns.calendar"] and first - 1 > lo:
        return p.s[first - 2].lemma in p.lex["nouns.human"]  # "writer Saday Orlu", taken for a Saturday
    if before.text.islower() and before.low not in PARTICLES:
        return False  # "the comedian Ada Orlu", taken whole for a name
    hit = p.hit_at(before.i)
    if hit is not None and hit.kind in {"demonym", "state", "body"}:
        return False
    if hit is not None and hit.kind == "people" and p.s[first].tag in PROPER and first != w.i:
        return False
    joined = p.s[first].low in PARTICLES and p.s[first].low != "-"  # "Angelo dela Cruz", cut in two
    return joined or before.ent_id == w.ent_id or w.ent_id < 0 or before.ent_id < 0


def _is_title(p: Phrases, w: Word) -> bool:
    return is_title(w, p.lex) or w.lemma in p.lex["nouns.office"]
