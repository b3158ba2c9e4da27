"""Common nouns: people, bodies, facilities, and all else as a topic."""

from __future__ import annotations

import re

from detente.reading.nouns.groups import (
    collective,
    end,
    group,
    is_counted,
    is_end,
    is_ordinal,
    is_pointing,
    one_more,
    pointing,
)
from detente.reading.nouns.mention import Mention, without_article
from detente.reading.nouns.offices import apposed_name, called_body, described_name, holder, office
from detente.reading.nouns.phrases import Phrases
from detente.reading.parsing.words import Word
from detente.records import FillerKind

_POINTED = frozenset({"the", "this", "that", "these", "those", "its", "their"})
_COUNTRY = frozenset({"country", "nation", "state", "republic"})


def common(p: Phrases, w: Word, lo: int, hi: int) -> Mention | None:
    """The mention of a common noun, a number or a pointing word."""
    if (body := called_body(p, w, lo, hi)) is not None:
        return body
    if is_counted(p, w):
        return collective(p, w, lo, hi)
    if is_ordinal(p, w, lo):
        return one_more(p, w, lo, hi)
    if is_end(p, w, lo):
        return end(p, w, lo)
    if is_pointing(p, w):
        return pointing(p, w, lo, hi)
    lex, plural = p.lex, _plural(w)
    human = w.lemma in lex["nouns.human"]
    named = w.lemma in lex["nouns.either"] and apposed_name(p, w) is not None
    if (
        (w.lemma in lex["nouns.body"] or (plural and w.lemma in lex["nouns.metonym"]))
        and not (human and plural)
        and not named
    ):
        return _named_body(p, w, lo, hi)
    if named or human or w.lemma in lex["nouns.office"] or w.low.endswith(("ists", "activist")):
        return _of_so_many(p, w, lo, hi) or _people(p, w, lo, hi)
    return _aged(p, w, lo, hi) or _thing(p, w, lo, hi)


def _plural(w: Word) -> bool:
    return w.tag in {"NNS", "NNPS"} or w.lemma != w.low


def _named_body(p: Phrases, w: Word, lo: int, hi: int) -> Mention:
    """ "the court", "the ministry of justice of X", "the country"."""
    text, state, tail = p.text(lo, hi), p.state_in(lo, hi), p.of_tail(w)
    if tail > hi and p.state_in(w.i, tail) is not None:
        hi, text, state = tail, p.text(lo, tail), state or p.state_in(lo, tail)
    elif (of := p.of(w)) is not None and of.hit is not None and of.hit.kind == "body" and of.hi > hi:
        hi, text = of.hi, p.text(lo, of.hi)  # "the human rights office of the United Nations"
    if state is None and w.i == hi and w.i + 2 < len(p.s) and p.s[w.i + 1].low == "in" and _plural(w):
        state = p.state_in(w.i + 2, w.i + 2)  # "authorities in Chad"
    m = Mention(
        w.i, lo, hi, "organisation", without_article(text), text, w.lemma, plural=_plural(w), state=state,
        definite=p.s[lo].low == "the",
    )  # fmt: skip
    if w.lemma in _COUNTRY and not _plural(w) and p.s[lo].low in {"the", "this", "that"} and state is None:
        m.anaphor = "country"
    return m


def _people(p: Phrases, w: Word, lo: int, hi: int) -> Mention:
    """Somebody by what they are, or by name where the name stands beside it."""
    if w.lemma in p.lex["nouns.office"] and p.of_tail(w) > hi:
        return office(p, w, lo, hi)
    plural = _plural(w)
    named = None if plural else apposed_name(p, w) or described_name(p, w)
    if plural:
        hi = max(hi, _of_body(p, w), _of_origin(p, w))
    text, state = p.text(lo, hi), p.state_in(_behind_body(p, w, lo), hi)
    if named is not None:
        return holder(named, w, lo, hi, text, state, titles=(*named.titles, w.text))
    return group(p, w, lo, hi, text, state=state, plural=plural)


def _behind_body(p: Phrases, w: Word, lo: int) -> int:
    """ "Two American University teachers": the nation in the name of a body, no state's own, is its own."""
    lex, words = p.lex, p.s.words[lo : w.i]
    bodies = lex["nouns.body"] - lex["nouns.official"] - lex["nouns.keeper"]
    named = [k.i for k in words if k.text[:1].isupper() and k.lemma.lower() in bodies and k.i > lo]
    return named[-1] + 1 if named else lo


def _of_body(p: Phrases, w: Word) -> int:
    """ "guerrillas of the Mountain Front": the last word of the body that they are said to be of."""
    of = p.of(w)
    named = of is not None and of.kind == "organisation" and of.hit is None and of.state is None
    if of is None or not named:
        return w.i
    name = of.name.removeprefix("so-called ")  # "fighters of the so-called Northern Front"
    return of.hi if of.text[:1].isupper() | name[:1].isupper() else w.i


_CHILDREN = re.compile(
    r"[- ]of[- ](?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
    r"(?! (?:of|the|those|them|(?!was\b|is\b|has\b)\w+s)\b)"
)
_ORIGIN = frozenset({"origin", "nationality", "descent", "citizenship", "ethnicity"})


def _of_origin(p: Phrases, w: Word) -> int:
    """ "twenty persons of Armenian origin": the last word of what they are said to be by birth."""
    found = [j for j in p.s.objects(w.i, frozenset({"of"})) if p.s[j].lemma in _ORIGIN]
    return found[0] if found and found[0] - w.i < 5 and p.state_in(w.i, found[0]) is not None else w.i


def _of_so_many(p: Phrases, w: Word, lo: int, hi: int) -> Mention | None:
    """ "the mother of two", "the dad-of-three": a person told before."""
    behind = p.s.text[w.end - p.s.start :]
    if p.s[lo].low != "the" or w.lemma not in p.lex["nouns.parent"] or not _CHILDREN.match(behind):
        return None
    text, anaphor = p.text(lo, hi), p.lex.pronouns.get(w.lemma, "he")
    return Mention(w.i, lo, hi, "person", text, text, w.low, human=True, anaphor=anaphor, definite=True)


def _aged(p: Phrases, w: Word, lo: int, hi: int) -> Mention | None:
    """ "the 34-year-old": a person told before."""
    if w.low != "old" or w.i <= lo or all(p.s[k].low != "year" for k in range(lo, w.i)):
        return None
    text = p.text(lo, hi)
    return Mention(w.i, lo, hi, "person", text, text, w.low, human=True, anaphor="he", definite=True)


def _name_before(p: Phrases, w: Word, lo: int) -> int | None:
    """ "Oslo airport", "Aalborg air base": where the place's name stands before what it is."""
    name = w.i - 1
    while name > lo and p.s[name].low in p.lex["closed.landing_of"]:
        name -= 1
    return name if name >= lo and p.s[name].tag == "NNP" else None


def _thing(p: Phrases, w: Word, lo: int, hi: int) -> Mention:
    text, state, plural = p.text(lo, hi), p.state_in(lo, hi), _plural(w)
    named = None if plural else apposed_name(p, w)
    if named is not None:
        return holder(named, w, lo, hi, text, state, titles=named.titles)
    jail = w.lemma in p.lex["nouns.clinic"] and any(  # "a prison hospital"
        k.lemma in p.lex["nouns.facility"] for k in p.s.kids(w.i, "compound")
    )
    kind: FillerKind = "facility" if jail or w.lemma in p.lex["nouns.facility"] else "topic"
    if w.lemma in p.lex["nouns.landing"] and (name := _name_before(p, w, lo)) is not None:
        hit = p.hit_at(name)
        kind, state = "place", (hit.actor or hit.name) if hit is not None and state is not None else None
    if state is not None and w.lemma in p.lex["nouns.district"]:
        kind, tail = "place", p.of_tail(w, frozenset({"of"}))
        if tail > w.i + 1 and p.s[tail].tag == "NNP":  # "the Danish city of Aarhus"
            return Mention(
                w.i,
                lo,
                tail,
                kind,
                p.text(w.i + 2, tail),
                p.text(lo, tail),
                w.lemma,
                state=state,
                definite=True,
            )
    return Mention(
        w.i, lo, hi, kind, without_article(text), text, w.lemma, plural=plural, state=state,
        definite=p.s[lo].low in _POINTED, negative=p.s[lo].low == "no",
    )  # fmt: skip
