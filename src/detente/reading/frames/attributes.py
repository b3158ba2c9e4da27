"""What a text says persons are: offices, honours, nationalities, descriptions, mandates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.language.dates import times
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.frames.labels import labels
from detente.reading.frames.listed_parts import listed_parts
from detente.reading.nouns.mentions import Mention
from detente.reading.parsing.words import in_a_list
from detente.reading.shapes.drafting import record
from detente.reading.shapes.go_betweens import go_betweens
from detente.reading.shapes.members import kinds, memberships, nationalities, passports
from detente.reading.shapes.still_held import not_freed, still_held
from detente.records import Filler

_OPENING = frozenset({"a", "an", "the", ","})


def attributes(scene: Scene) -> Iterator[Draft]:
    """Drafts of ATTRIBUTE, MANDATE and RECOGNITION in a sentence, and of RELEASE for listed members."""
    for w in scene.s.words:
        m = scene.ms.at(w.i)
        if m is None or m.kind != "person" or m.head != w.i or w.dep == "compound":
            continue
        if w.tag in {"NNP", "NNPS"} and m.anaphor is None:
            yield from _person(scene, m)
        elif m.anaphor in {None, "he", "she"}:
            yield from _said_of_subject(scene, m, sure=m.anaphor is None)
    yield from labels(scene)
    yield from nationalities(scene)
    yield from passports(scene)
    yield from _births(scene)
    yield from kinds(scene)
    yield from listed_parts(scene)
    yield from memberships(scene)
    yield from go_betweens(scene)
    yield from still_held(scene)
    yield from not_freed(scene)


def _births(scene: Scene) -> Iterator[Draft]:
    """ "Lena Marr, born on 3 May 1980": the day that tells her from others of her name."""
    s = scene.s
    for match in scene.lex.pattern("born").finditer(s.text):
        words = s.at(s.start + match.start("words"), s.start + match.end("words"))
        before = s.at(s.start + match.start("tie") - 1, s.start + match.start("tie"))
        m = scene.ms.at(before[0]) if before else None
        if m is not None and m.kind == "person" and m.anaphor is None:
            d = record(scene, "attribute.description", "ATTRIBUTE", words[0], words[-1], sub="description")
            _fill(d, m, match.group("words"), "value")
            yield d


def _said_of_subject(scene: Scene, m: Mention, *, sure: bool = True) -> Iterator[Draft]:
    """What the clause whose subject this is says of them; of a pronoun only what is no mere description."""
    s = scene.s
    head = s[m.head]
    if head.dep not in {"nsubj", "nsubjpass"} or s.kids(head.head, "neg", "aux"):
        return
    found: Iterator[Draft] = iter(())
    if s[head.head].lemma == "be":
        found = _copula(scene, m, head.head)
    elif scene.lex.pattern("served_as").match(s[head.head].low):
        found = _served(scene, m, head.head)
    yield from (d for d in found if sure or d.sub != "description")


def _person(scene: Scene, m: Mention) -> Iterator[Draft]:
    s = scene.s
    first = m.hi - len(m.name.split()) + 1
    start = next(
        (
            i
            for i in range(m.lo, m.hi + 1)
            if s[i].start >= s[m.head].end - len(s.span_text(m.lo, m.head))
            and s.span_text(i, m.head) == m.name
        ),
        first,
    )
    if start > m.lo and m.name in m.text:
        yield from _before(scene, m, start)
    for k in s.kids(m.head, "appos"):
        if k.tag in {"NN"} and k.lemma in scene.lex["nouns.office"] and s.kid(k.i, "prep") is not None:
            yield from _apposition(scene, m, k.i)
            continue
        named = scene.ms.at(k.i) if k.tag in {"NNP", "NNPS"} else None
        listed = k.low not in scene.lex["nouns.office nouns.human"] and k.i in in_a_list(s, m.head)[1:]
        if named is not None and named.kind == "person" and (named.name == m.name or listed):
            continue  # "X, Y and Z": the next of a list
        if not (
            k.tag.startswith("NN") and s.kid(k.i, "det", "poss", "amod", "compound", "nummod") is not None
        ):
            continue
        yield from _apposition(scene, m, k.i)
    head = s[m.head]
    if head.dep == "appos" and not any(w.tag[:1] == "V" for w in s.words[head.head + 1 : m.lo]):
        noun = scene.ms.at(head.head)
        if (
            noun is not None
            and noun.kind in {"person", "group", "topic", "organisation"}
            and not noun.plural
            and s[head.head].tag == "NN"
        ):
            owner = s.kid(head.head, "poss")
            if owner is not None and scene.lex.pattern("envoy").search(s[head.head].text):
                yield _mandate(scene, m, owner.i, s.span_text(owner.i + 1, noun.hi), noun.lo, m.hi)
            else:
                yield from _describe(scene, m, noun.lo, noun.hi, extra=True)
    for k in s.kids(m.head, "relcl"):
        yield from _relative(scene, m, k.i)
    yield from _said_of_subject(scene, m)


def _before(scene: Scene, m: Mention, start: int) -> Iterator[Draft]:
    s = scene.s
    lo = m.lo
    while lo < start and s[lo].low in _OPENING:
        lo += 1
    if lo >= start or s[lo].tag == "PRP":
        return
    text = s.span_text(lo, start - 1)
    hit = scene.ms.hit_at(lo)
    if start - 1 == lo and hit is not None and hit.kind in {"demonym", "state"}:
        d = record(scene, "attribute.nationality", "ATTRIBUTE", lo, m.hi, sub="nationality")
        _fill(d, m, text, "value")
        yield d
        return
    if re.fullmatch(r"(?i)(?:mr|mrs|ms|miss|dr|sir)\.?", text) or s[lo].low in {
        "her",
        "his",
        "their",
        "whose",
    }:
        return
    owner = next((k for k in s.kids(m.head, "poss")), None)
    if owner is not None and scene.lex.pattern("envoy").search(text):
        yield _mandate(scene, m, owner.i, text, lo, m.hi)
        return
    yield from _describe(scene, m, lo, start - 1, widen=True)


def _describe(
    scene: Scene, m: Mention, lo: int, hi: int, *, widen: bool = False, extra: bool = False
) -> Iterator[Draft]:
    s = scene.s
    while lo < hi and s[lo].low in _OPENING:
        lo += 1
    text = s.span_text(lo, hi)
    if not re.search(r"[a-z]", text) or text.endswith(m.name):
        return
    sub = _sub_of(scene, lo, hi, text)
    d = record(
        scene,
        f"attribute.{sub}",
        "ATTRIBUTE",
        lo,
        m.hi if widen else hi,
        sub=sub,
        mode="background"
        if sub in {"office", "honour"}
        else "evaluated"
        if _judges(scene, text)
        else "background",
    )
    if extra:
        d.widen(m.lo, m.hi)
    _fill(d, m, text, "office" if sub == "office" else "value")
    yield d


def _judges(scene: Scene, text: str) -> bool:
    return scene.lex.pattern("judging").search(text) is not None


def _sub_of(scene: Scene, lo: int, hi: int, text: str) -> str:
    if scene.lex.pattern("honour").search(text):
        return "honour"
    words = {scene.s[i].lemma for i in range(lo, hi + 1)}
    if words & scene.lex["nouns.office"]:
        return "office"
    return "description"


def _fill(d: Draft, m: Mention, value: str, kind: str) -> None:
    d.put("subject", m)
    d.add("value", Filler(value, "office" if kind == "office" else "value"))


def _apposition(scene: Scene, m: Mention, i: int) -> Iterator[Draft]:
    s = scene.s
    below = [j for j in s.subtree(i) if not any(u.dep in {"relcl"} for u in [s[j], *s.up(j)] if u.i > i)]
    hi = i
    inside = set(below)
    while hi + 1 in inside and s[hi + 1].tag not in {",", ";", "-LRB-"}:
        hi += 1
    first = lo = min(below, default=i)
    if hi > lo and all(w.ent == "PERSON" for w in s.words[lo : hi + 1]):
        return  # "five nuns: X, Y and Z": the next of a list
    text = s.span_text(lo, hi)
    owner = s.kid(i, "poss")
    if scene.lex.pattern("envoy").search(s.span_text(lo, i)) and owner is not None:
        yield _mandate(scene, m, owner.i, s.span_text(owner.i + 1, hi), lo, max(hi, m.hi))
        return
    while lo < hi and s[lo].low in _OPENING:
        lo += 1
    if scene.lex.pattern("nation_noun").fullmatch(s[i].text):
        yield from _predicate(scene, m, i, from_subject=False)
        return
    sub = _sub_of(scene, lo, hi, text)
    d = record(
        scene,
        f"attribute.{sub}",
        "ATTRIBUTE",
        first,
        hi,
        sub=sub,
        mode="evaluated" if _judges(scene, text) else "background",
    )
    if m.hi + 2 == first and s[m.hi + 1].tag == ",":
        d.widen(max(m.lo, m.head - len(m.name.split()) + 1))  # "Ada Orlu, a nurse"
    _fill(d, m, s.span_text(lo, hi), sub)
    _date(scene, d, hi)
    yield d
    for k in s.kids(i, "acl", "relcl"):
        yield from _relative(scene, m, k.i)


def _mandate(scene: Scene, m: Mention, owner: int, text: str, lo: int, hi: int) -> Draft:
    principal = scene.ms.at(owner)
    d = record(scene, "mandate.described", "MANDATE", min(lo, owner), hi, sub="described_as")
    d.put("agent", m)
    if principal is not None:
        d.put("principal", principal)
        d.widen(principal.lo)
    office = re.sub(r"^[’']s?\s+", "", text).strip(" ,")
    office = office.split(m.name)[0].strip(" ,")
    d.add("office", Filler(office or text, "office"))
    d.widen(m.lo, m.hi)
    return d


# ── "who led the strike", "who was minister until 2019", "served as ambassador" ──
def _relative(scene: Scene, m: Mention, v: int) -> Iterator[Draft]:
    """What a relative clause or participle tells of the person before it."""
    s, lex = scene.s, scene.lex
    w = s[v]
    if w.lemma == "be" and w.dep == "relcl" and not s.kids(v, "neg", "aux"):
        yield from _copula(scene, m, v)
        return
    served = list(_served(scene, m, v)) if lex.pattern("served_as").match(w.low) else []
    yield from served
    role = lex.pattern("role_verb").match(w.low)
    if served or not (role or lex.pattern("deed_verb").match(w.low)):
        return
    hi = max(s.subtree(v))
    while s[hi].tag in {",", "."}:
        hi -= 1
    if lex.pattern("no_role").match(s.span_text(v, hi)) or s.kids(v, "neg"):
        return
    lo = min(j for j in s.subtree(v) if s[j].tag not in {"WP", "WDT"})
    text = s.span_text(lo, hi)
    sub = "role" if role else "honour" if lex.pattern("honour").search(text) else "description"
    if sub == "description" and w.lemma == "receive":
        return  # "who received nine years", "who received visitors"
    d = record(scene, f"attribute.{sub}", "ATTRIBUTE", lo, hi, sub=sub)
    _fill(d, m, text, "value")
    yield d


def _served(scene: Scene, m: Mention, v: int) -> Iterator[Draft]:
    """ "served as defence minister until 2021": the office or part behind "as", dated."""
    s = scene.s
    for p in (p for k in s.kids(v, "prep") if k.low == "as" for p in s.kids(k.i, "pobj")):
        lo, hi = s.np(p.i)
        while lo < hi and s[lo].low in _OPENING:
            lo += 1
        sub = "office" if s[p.i].lemma in scene.lex["nouns.office"] else "role"
        d = record(scene, f"attribute.{sub}", "ATTRIBUTE", v, hi, sub=sub)
        _fill(d, m, s.span_text(lo, hi), sub)
        _date(scene, d, hi)
        yield d


# ── "X is a British citizen", "X was foreign minister from 2015 to 2019" ──
def _copula(scene: Scene, m: Mention, verb: int) -> Iterator[Draft]:
    s = scene.s
    first = True
    for attr in (i for k in s.kids(verb, "attr") for i in s.conjuncts(k.i)):
        if not s[attr].tag.startswith("NN"):
            continue
        yield from _predicate(scene, m, attr, from_subject=first)
        first = False
        for k in s.kids(attr, "acl", "relcl"):
            yield from _relative(scene, m, k.i)


def _predicate(scene: Scene, m: Mention, attr: int, *, from_subject: bool) -> Iterator[Draft]:
    """The nation and the rest of what a person is said to be."""
    s = scene.s
    lo, hi = s.np(attr)
    nation = next((i for i in range(lo, attr + 1) if _is_nation(scene, i)), None)
    office = s[attr].lemma in scene.lex["nouns.office"]
    start = min(m.lo, lo) if from_subject else lo
    citizen = scene.lex.pattern("nation_noun").fullmatch(s[attr].text) is not None
    if nation is not None and not office:
        d = record(scene, "attribute.nationality", "ATTRIBUTE", start, hi, sub="nationality")
        _fill(d, m, s[nation].text, "value")
        yield d
        lo = nation + 1
    elif citizen:
        yield from _citizen_of(scene, m, attr, start)
    if lo > attr or citizen:
        return
    while lo < attr and s[lo].low in _OPENING:
        lo += 1
    text = s.span_text(lo, hi)
    sub = _sub_of(scene, lo, hi, text)
    d = record(scene, f"attribute.{sub}", "ATTRIBUTE", start if from_subject else lo, hi, sub=sub)
    _fill(d, m, text, sub)
    _date(scene, d, hi)
    yield d


def _is_nation(scene: Scene, i: int) -> bool:
    hit = scene.ms.hit_at(i)
    return hit is not None and hit.kind in {"demonym", "state", "people"}


def _citizen_of(scene: Scene, m: Mention, i: int, lo: int) -> Iterator[Draft]:
    """ "a dual national of Iran and Sweden": each state that is named."""
    s = scene.s
    heads = [p.i for k in s.kids(i, "prep") if k.low == "of" for p in s.kids(k.i, "pobj")]
    states = [n for n in scene.mentions([j for h in heads for j in s.conjuncts(h)]) if n.kind == "state"]
    if states:
        hi = max(n.hi for n in states)
        d = record(scene, "attribute.nationality", "ATTRIBUTE", lo, hi, sub="nationality")
        d.put("subject", m)
        d.add("value", *(Filler(n.name, "state") for n in states))
        yield d


def _date(scene: Scene, d: Draft, hi: int) -> None:
    """From when until when: the time told right behind the words, or the year of a prize before them."""
    s = scene.s
    dated = scene.lex.pattern("dated")
    behind = s[hi].end - s.start
    stop = re.search(r"[,;:]", s.text[behind:])
    end = behind + stop.start() if stop is not None else len(s.text)
    for t in times(s.text, anchor=None):
        held = behind <= t.start < end and dated.match(s.text[t.start : t.end])
        prize = d.sub == "honour" and t.adjectival and s[d.lo].start <= s.start + t.start < s[hi].end
        if held or prize:
            d.time = t.time
            d.widen(*s.at(s.start + t.start, s.start + t.end))
            return
