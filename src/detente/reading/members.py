"""What a text says of the members of a group: their nationalities, and who is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.language.numbers import bare_plural
from detente.reading.arguments import subject
from detente.reading.draft import Draft
from detente.reading.drafting import record
from detente.reading.mentions import Mention
from detente.reading.scene import Scene
from detente.records import Filler, Quantity

# ── "Among the 123 are citizens of several countries, including at least one U.S. citizen" ──
_NATION = re.compile(r"\b(?:citizens?|nationals?|foreigners?|passport holders)\b", re.I)


def nationalities(scene: Scene) -> Iterator[Draft]:
    """Drafts of ATTRIBUTE for the nations that members of a group belong to."""
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
        d = record(scene, "attribute.member_nation", "ATTRIBUTE", lo, hi, sub="nationality", mode="asserted")
        q = number or inside
        d.quantity = q.quantity if q is not None and q.kind == "count" else m.quantity or _softly_plural(m)
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


def _softly_plural(m: Mention) -> Quantity | None:
    """Two or more, softly, where a bare plural stands."""
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


def memberships(scene: Scene) -> Iterator[Draft]:
    """Drafts of ATTRIBUTE and RELEASE for those told to be among the released."""
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
    d = record(
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
        r = record(scene, "release.member", "RELEASE", lo, hi, sub="release", mode="performed")
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
