"""What a text says people are: offices, honours, nationalities, descriptions, labels, mandates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.arguments import subject
from detente.reading.draft import Draft
from detente.reading.mentions import Mention
from detente.reading.modality import Stand
from detente.reading.scene import Scene
from detente.records import Attribution, Filler, Mode, TypeName

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
    yield from _labels(scene)
    yield from _members_by_nation(scene)
    yield from _memberships(scene)


def _make(
    scene: Scene, rule: str, type_: TypeName, lo: int, hi: int, *, sub: str | None = None, mode: Mode = "background"
) -> Draft:
    chain, certain = scene.sources.chain(scene.s, scene.ms, lo if lo == hi else hi)
    d = Draft(
        rule,
        type_,
        scene.s,
        scene.ms,
        hi,
        lo,
        hi,
        sub=sub,
        attribution=chain if mode == "asserted" else [],
        scope_certain=certain,
    )
    d.stand = Stand(mode)
    return d


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
        d = _make(scene, "attribute.nationality", "ATTRIBUTE", lo, m.hi, sub="nationality")
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
    d = _make(
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
    d = _make(
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
    d = _make(scene, "mandate.described", "MANDATE", min(lo, owner), hi, sub="described_as")
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
    d = _make(scene, f"attribute.{sub}", "ATTRIBUTE", lo, hi, sub=sub)
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
            d = _make(scene, "attribute.nationality", "ATTRIBUTE", m.lo, hi, sub="nationality")
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
            d = _make(scene, f"attribute.{sub}", "ATTRIBUTE", first_word, hi, sub=sub)
            _fill(d, m, text, "value")
            yield d
        for k in s.kids(attr, "acl", "relcl"):
            yield from _relative(scene, m, k.i)


# ── labels that somebody must own ──
def _labels(scene: Scene) -> Iterator[Draft]:
    s = scene.s
    pattern = scene.lex.pattern("label")
    for match in pattern.finditer(s.text):
        words = s.at(s.start + match.start(), s.start + match.end())
        head = words[-1]
        described = _described(scene, words[0])
        subject = scene.ms.at(head)
        lo, hi = (
            (min(words[0], subject.lo), words[-1])
            if subject is not None and subject.head == head
            else (words[0], words[-1])
        )
        d = _make(scene, "recognition.label", "RECOGNITION", lo, hi, mode="asserted")
        d.label = match.group(0)
        if described is not None:
            verb, speakers, whom = described
            d.rule = "recognition.described"
            d.lo = min(verb, *(p.lo for p in speakers)) if speakers else verb
            d.attribution = [_as_source(scene, speakers)] if speakers else d.attribution
            d.put("recogniser", *speakers)
            if whom is not None:
                d.put("subject", whom)
            adverb = next((k for k in s.kids(verb, "advmod") if k.low in scene.lex["closed.hedge"]), None)
            if adverb is not None:
                d.hedges.append(adverb.text)
                d.widen(adverb.i)
        if not d.slots.get("subject"):
            if subject is None:
                continue
            if s[head].dep == "compound" or subject.negative:
                continue
            d.put("subject", subject)
        yield d


def _as_source(scene: Scene, speakers: list[Mention]) -> Attribution:
    s = scene.s
    names = tuple(scene.sources.name(s, p) for p in speakers)
    text = s.span_text(speakers[0].lo, speakers[-1].hi)
    return Attribution(
        text, scene.sources.kind(s, speakers[-1]), "described", False, names if len(names) > 1 else ()
    )


def _described(scene: Scene, i: int) -> tuple[int, list[Mention], Mention | None] | None:
    """ "described by X as political prisoners", "whom X regards as …", "considered Y by X"."""
    s = scene.s
    for u in s.up(i):
        if u.tag.startswith("V"):
            if not re.match(
                r"(?:describ|regard|consider|recogni[sz]|deem|call|label|class|view|see|say|list|treat|designat)",
                u.low,
            ):
                return None
            a = scene.arguments(u.i)
            speakers = [
                p
                for p in scene.mentions(a.agent)
                if p.kind in {"group", "organisation", "person", "state"} and p.anaphor != "who"
            ]
            whom = next(
                (p for p in scene.mentions(a.patient) if scene.human(p) and i not in range(p.lo, p.hi + 1)),
                None,
            )
            if not speakers and not (a.passive):
                return None
            return u.i, speakers, whom
    return None


# ── "Among the 123 are citizens of several countries, including at least one U.S. citizen" ──
_NATION = re.compile(r"\b(?:citizens?|nationals?|foreigners?|passport holders)\b", re.I)


def _members_by_nation(scene: Scene) -> Iterator[Draft]:
    s = scene.s
    opening = re.search(
        r"\b(?:among|include[sd]?|including|of) (?:the|those|them|whom)\b|\binclud\w+\b|\bamong (?:them|those|the)\b|\bone of the (?:freed|released)\b",
        s.text,
        re.I,
    )
    if opening is None:
        return
    for w in s.words:
        m = scene.ms.at(w.i)
        if (
            m is None
            or m.kind != "group"
            or m.head != w.i
            or s[w.i].dep in {"compound", "poss", "amod"}
            or w.start < s.start + opening.start()
        ):
            continue
        by_state = m.hit is not None or m.state is not None or _NATION.search(m.text)
        if not by_state or m.definite or m.anaphor is not None:
            continue
        if (
            s[w.i].dep == "pobj"
            and s[s[w.i].head].low == "of"
            and _NATION.search(s.span_text(0, max(0, s[w.i].head - 1))[-14:])
        ):
            continue
        lo, hi = m.lo, m.head
        if hi + 2 < len(s) and s[hi + 1].low in {"of", "from"}:
            of = next(
                (
                    i
                    for i in range(hi + 2, min(hi + 7, len(s)))
                    if s[i].tag in {"NNS", "NNP", "NNPS", "NN"}
                    and (i + 1 >= len(s) or s[i + 1].tag not in {"NN", "NNS", "NNP", "NNPS"})
                ),
                None,
            )
            hi = of if of is not None else hi
        number = next(
            (
                q
                for q in scene.ms.numbers
                if s.start + q.start <= s[lo].start
                and s.start + q.end >= s[lo].start - 1
                and q.kind == "count"
            ),
            None,
        )
        inside = scene.ms.number_in(lo, hi)
        if not (_NATION.search(m.text) or (m.hit is not None or m.state is not None)):
            continue
        d = _make(scene, "attribute.member_nation", "ATTRIBUTE", lo, hi, sub="nationality", mode="asserted")
        q = number or inside
        d.quantity = q.quantity if q is not None and q.kind == "count" else m.quantity or (scene_plural(m))
        if q is not None:
            for i in s.at(s.start + q.start, s.start + q.end):
                d.widen(i)
            if q.quantity.cue:
                d.hedges += [
                    h for h in ("at least", "several", "multiple") if q.quantity.cue.lower().startswith(h)
                ]
        d.add("value", Filler(s.span_text(d.lo, d.hi), "value"))
        d.slots["freed"] = []
        yield d


def scene_plural(m: Mention):
    """Two or more, softly, where a bare plural stands."""
    from detente.language.numbers import bare_plural

    return bare_plural(m.text.split()[0]) if m.plural else None


# ── "Those released include X and Y" ──
_IS_AMONG = re.compile(
    r"\b(?:is|are|was|were) (?:also |both |all )?(?:among|one of|part of|in) (?:the (?:group of )?|those |them\b|(?:\w+ ){0,4}?)[^.;]*?\b(?:released|freed|let (?:go|out)|pardoned|swapped|detainees freed)\b", re.I
)  # fmt: skip
_INVERTED = re.compile(
    r"\bamong (?:the|those)\b(?: \w+){0,4}? (?:released|freed|let (?:go|out)|pardoned|swapped|exchanged)(?: (?!is|are|was|were)\w+){0,5}? (?:is|are|was|were)\b", re.I
)  # fmt: skip
_INCLUDE = re.compile(
    r"\b(?:those|the) (?:\w+ ){0,2}?(?:released|freed|let go|pardoned|swapped|exchanged|let out)(?: \w+){0,4}? (?:also )?(?:include[sd]?|are|were)\b",
    re.I,
)


def _memberships(scene: Scene) -> Iterator[Draft]:
    s = scene.s
    inverted = _INCLUDE.search(s.text) or _INVERTED.search(s.text)
    straight = None if inverted is not None else _IS_AMONG.search(s.text)
    match = inverted or straight
    if match is None or re.search(r"\b(?:not|no longer|n[’']t)\b", match.group(0)):
        return
    words = s.at(s.start + match.start(), s.start + match.end())
    verb = words[-1] if inverted is not None else words[0]
    people = _named_behind(scene, verb) if inverted is not None else _named_before(scene, verb)
    if not people:
        return
    d = _make(
        scene, "attribute.membership", "ATTRIBUTE", words[0], words[-1], sub="membership", mode="asserted"
    )
    d.put("subject", *people)
    value = s.span_text(words[0], verb - 1) if inverted is not None else s.span_text(verb + 1, words[-1])
    d.add("value", Filler(value, "group"))
    d.exhaustive = False
    d.hedges.append(s[verb].text if inverted is not None else "among")
    yield d
    for m in people:
        lo, hi = (words[0] if m is people[0] else m.lo, m.hi) if inverted is not None else (m.lo, words[-1])
        r = _make(scene, "release.member", "RELEASE", lo, hi, sub="release", mode="performed")
        r.trigger = words[-1]
        r.attribution, r.scope_certain = scene.sources.chain(s, scene.ms, verb)
        r.put("people", m)
        r.exhaustive = False
        r.hedges.append(s[verb].text if inverted is not None else "among")
        yield r


def _named_behind(scene: Scene, verb: int) -> list[Mention]:
    s = scene.s
    roles = {"dobj", "conj", "attr", "appos", "nsubj", "oprd", "pobj", "ROOT", "dep"}
    people = [
        m
        for i in range(verb + 1, len(s))
        if (m := scene.ms.at(i)) is not None
        and m.kind == "person"
        and m.head == i
        and m.anaphor is None
        and s[i].dep in roles
        and s[i].tag in {"NNP", "NNPS"}
    ]
    return [
        m
        for m in people
        if not any(
            u.dep in {"relcl", "acl", "poss", "prep"} for u in [s[m.head], *s.up(m.head)] if u.i > verb
        )
    ]


def _named_before(scene: Scene, verb: int) -> list[Mention]:
    s = scene.s
    heads, _ = subject(s, verb)
    heads = [
        j
        for h in heads
        for j in [
            h,
            *(k.i for k in s.kids(h, "appos") for _ in (0,)),
            *(c for k in s.kids(h, "appos") for c in s.conjuncts(k.i)),
        ]
    ]
    people = [m for m in scene.mentions(sorted(dict.fromkeys(heads))) if m.kind == "person"]
    return people
