"""What a text says persons are: offices, honours, nationalities, descriptions, mandates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.draft import Draft
from detente.reading.drafting import record
from detente.reading.labels import labels
from detente.reading.members import memberships, nationalities
from detente.reading.mentions import Mention
from detente.reading.scene import Scene
from detente.records import Filler

_ENVOY = re.compile(r"\b(?:envoy|representative|deputy|negotiator|emissary)\b", re.I)
_HONOUR = re.compile(r"\b(?:laureate|prize|award|winner|medal|hero)\b", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def attributes(scene: Scene) -> Iterator[Draft]:
    """Drafts of ATTRIBUTE, MANDATE and RECOGNITION in a sentence."""
    s = scene.s
    for w in s.words:
        if w.tag in {"NNP", "NNPS"}:
            m = scene.ms.at(w.i)
            if (
                m is not None
                and m.kind == "person"
                and m.head == w.i
                and s[w.i].dep != "compound"
                and m.anaphor is None
            ):
                yield from _person(scene, m)
    yield from labels(scene)
    yield from nationalities(scene)
    yield from memberships(scene)


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
    if start > m.lo:
        yield from _before(scene, m, start)
    for k in s.kids(m.head, "appos"):
        if not (
            k.tag.startswith("NN") and s.kid(k.i, "det", "poss", "amod", "compound", "nummod") is not None
        ):
            continue
        yield from _apposition(scene, m, k.i)
    head = s[m.head]
    if head.dep == "appos":
        noun = scene.ms.at(head.head)
        if (
            noun is not None
            and noun.kind in {"person", "group", "topic", "organisation"}
            and not noun.plural
            and s[head.head].tag == "NN"
        ):
            owner = s.kid(head.head, "poss")
            if owner is not None and _ENVOY.search(s[head.head].text):
                yield _mandate(scene, m, owner.i, s.span_text(owner.i + 1, noun.hi), noun.lo, m.hi)
            else:
                yield from _describe(scene, m, noun.lo, noun.hi, extra=True)
    for k in s.kids(m.head, "relcl"):
        yield from _relative(scene, m, k.i)
    if head.dep in {"nsubj"} and s[head.head].lemma == "be" and not s.kids(head.head, "neg", "aux"):
        yield from _copula(scene, m, head.head)


def _before(scene: Scene, m: Mention, start: int) -> Iterator[Draft]:
    s = scene.s
    lo = m.lo
    while lo < start and s[lo].low in {"the", "a", "an", ","}:
        lo += 1
    if lo >= start:
        return
    text = s.span_text(lo, start - 1)
    hit = scene.ms.hit_at(lo)
    if start - 1 == lo and hit is not None and hit.kind in {"demonym", "state"}:
        d = record(scene, "attribute.nationality", "ATTRIBUTE", lo, m.hi, sub="nationality")
        _fill(d, m, text, "value")
        yield d
        return
    if re.fullmatch(r"(?i)(?:mr|mrs|ms|miss|dr|sir)\.?", text) or s[lo].low in {"her", "his", "their"}:
        return
    owner = next((k for k in s.kids(m.head, "poss")), None)
    if owner is not None and _ENVOY.search(text):
        yield _mandate(scene, m, owner.i, text, lo, m.hi)
        return
    yield from _describe(scene, m, lo, start - 1, widen=True)


def _describe(
    scene: Scene, m: Mention, lo: int, hi: int, *, widen: bool = False, extra: bool = False
) -> Iterator[Draft]:
    s = scene.s
    while lo < hi and s[lo].low in {"the", "a", "an"}:
        lo += 1
    text = s.span_text(lo, hi)
    if not re.search(r"[a-z]", text):
        return
    sub = _sub_of(scene, lo, hi, text)
    d = record(
        scene,
        f"attribute.{sub}",
        "ATTRIBUTE",
        lo,
        m.hi if widen else hi,
        sub=sub,
        mode="background" if sub in {"office", "honour"} else "evaluated" if _judges(text) else "background",
    )
    if extra:
        d.widen(m.lo, m.hi)
    _fill(d, m, text, "office" if sub == "office" else "value")
    yield d


def _judges(text: str) -> bool:
    return (
        re.search(
            r"\b(?:prominent|key|leading|notorious|famous|well-known|top|outspoken|senior|veteran|respected)\b",
            text,
            re.I,
        )
        is not None
    )


def _sub_of(scene: Scene, lo: int, hi: int, text: str) -> str:
    if _HONOUR.search(text):
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
    lo = min(below)
    text = s.span_text(lo, hi)
    owner = s.kid(i, "poss")
    if _ENVOY.search(s.span_text(lo, i)) and owner is not None:
        yield _mandate(scene, m, owner.i, s.span_text(owner.i + 1, hi), lo, max(hi, m.hi))
        return
    while lo < hi and s[lo].low in {"a", "an", "the"}:
        lo += 1
    sub = _sub_of(scene, lo, hi, text)
    d = record(
        scene,
        f"attribute.{sub}",
        "ATTRIBUTE",
        min(below),
        hi,
        sub=sub,
        mode="evaluated" if _judges(text) else "background",
    )
    _fill(d, m, s.span_text(lo, hi), sub)
    yield d
    for k in s.kids(i, "acl", "relcl"):
        yield from _relative(scene, m, k.i)


def _mandate(scene: Scene, m: Mention, owner: int, text: str, lo: int, hi: int) -> Draft:
    s = scene.s
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


def _relative(scene: Scene, m: Mention, v: int) -> Iterator[Draft]:
    """ "who played a leading role in …", "honored for decades of work …"."""
    s = scene.s
    w = s[v]
    if not re.match(
        r"(?:play|honou?r|found|establish|award|win|won|lead|led|serve|head|chair|know|co-found)", w.low
    ) or (
        w.lemma in {"serve"}
        and re.search(r"\b(?:years?|months?|sentence|term)\b", s.span_text(v, max(s.subtree(v))))
    ):
        return
    lo, hi = min(j for j in s.subtree(v) if s[j].tag not in {"WP", "WDT"}), max(s.subtree(v))
    while s[hi].tag in {",", "."}:
        hi -= 1
    text = s.span_text(lo, hi)
    sub = "role" if re.search(r"\brole\b", text) else "description"
    d = record(scene, f"attribute.{sub}", "ATTRIBUTE", lo, hi, sub=sub)
    _fill(d, m, text, "value")
    yield d


def _copula(scene: Scene, m: Mention, verb: int) -> Iterator[Draft]:
    s = scene.s
    for attr in (i for k in s.kids(verb, "attr") for i in s.conjuncts(k.i)):
        lo, hi = s.np(attr)
        if not s[attr].tag.startswith("NN"):
            continue
        hit = next(
            (
                h
                for i in range(lo, attr + 1)
                if (h := scene.ms.hit_at(i)) is not None and h.kind in {"demonym", "state", "people"}
            ),
            None,
        )
        if hit is not None:
            d = record(scene, "attribute.nationality", "ATTRIBUTE", m.lo, hi, sub="nationality")
            first = next(i for i in range(lo, attr + 1) if scene.ms.hit_at(i) is hit)
            _fill(d, m, s[first].text, "value")
            yield d
            lo = first + 1
        if lo <= attr:
            while lo < attr and s[lo].low in {"a", "an", "the"}:
                lo += 1
            text = s.span_text(lo, hi)
            sub = _sub_of(scene, lo, hi, text)
            first_word = m.lo if attr == s.kids(verb, "attr")[0].i else lo
            d = record(scene, f"attribute.{sub}", "ATTRIBUTE", first_word, hi, sub=sub)
            _fill(d, m, text, "value")
            yield d
        for k in s.kids(attr, "acl", "relcl"):
            yield from _relative(scene, m, k.i)
