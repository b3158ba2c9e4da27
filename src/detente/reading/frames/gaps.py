"""Movements whose verb stands in the clause before: "nine were taken to Lithuania, and 114 to Ukraine"."""

from __future__ import annotations

import re

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Match, Scene
from detente.reading.frames.movement import from_the_whole, is_place, unknown_place
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Word
from detente.records import Filler

_OTHER_WAY = re.compile(
    r"\b(?:and|with|,) (?P<who>[\w-]+) (?:going |coming )?(?:in )?the (?:other|opposite) (?:way|direction)\b"
)
_HEDGED_PLACE = re.compile(
    r",? and (possibly|perhaps|maybe|probably|reportedly|apparently|potentially) (?:to )?"
)
_NOUNS = frozenset({"NNS", "NNP", "NN", "NNPS"})


def gapped(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """ "nine were taken to Lithuania, and 114 to Ukraine": counts whose verb stands in the clause before."""
    used = {j for p in first.slots.get("people", []) for j in range(p.lo, p.hi + 1)}
    out: list[Draft] = []
    for w in scene.s.words[m.args.trigger + 1 :]:
        if w.low not in {"to", "into", "for"} or first.lo <= w.i <= first.hi or w.i - 1 in used:
            continue
        start = _behind_origin(scene, w)
        at = start - 1 if start is not None else w.i - 1
        place, group = _place_behind(scene, w), scene.ms.at(at)
        if place is None or group is None or at in used or not _number_or_rest(scene.s[at].tag, group):
            continue
        d = Draft(
            m.rule.id, "TRANSFER", scene.s, scene.ms, w.i, group.lo, place.hi, sub="cross_border",
            source=m.rule, stand=first.stand.copy(),
            attribution=list(first.attribution), scope_certain=first.scope_certain,
        )  # fmt: skip
        d.put("mover", *first.slots.get(m.rule.agent_role, []))
        d.put("people", group)
        d.put("to", place)
        if start is not None and (origin := _place_behind(scene, scene.s[start])) is not None:
            d.put("from", origin)
        d.quantity = group.quantity
        from_the_whole(scene, d)
        out.append(d)
    return out + _other_way(scene, m, first) + _coordinated_places(scene, m, first)


def _behind_origin(scene: Scene, w: Word) -> int | None:
    """ "69 to Aden and *30 from Aden to Sanaa*": where *from* stands, if a place is told before *to*."""
    s = scene.s
    return next(
        (i for i in range(w.i - 1, max(0, w.i - 5), -1) if s[i].low == "from" and s[i - 1].tag == "CD"), None
    )


def _place_behind(scene: Scene, w: Word) -> Mention | None:
    """The place that a preposition names in the three words behind it."""
    for i in range(w.i + 1, min(w.i + 4, len(scene.s))):
        if scene.s[i].dep == "compound" and scene.s[i].head == i + 1:
            continue  # "La" of "La Mesilla"
        place = scene.ms.at(i)
        if place is not None and (is_place(place) or _told_place(scene, place)):
            return place
    return None


def _told_place(scene: Scene, place: Mention) -> bool:
    """ "41 to Halden and *nine to Brevik*": what is no place to any list is one beside another."""
    return unknown_place(scene, place, carried=True, told=True)


def _number_or_rest(tag: str, group: Mention) -> bool:
    """Is this bare number or "the rest" the subject of a gapped clause?"""
    told = group.quantity is not None or group.anaphor in {"rest", "others"}
    these = group.human and group.definite and group.plural  # "and the rebels to Kampala"
    return group.kind == "group" and tag in {"CD", "NNS", "NN", "DT", "NNPS"} and (told or these)


def _other_way(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """ "131 were flown from Aden to Sanaa and *75 the other way*": from there to here."""
    s = scene.s
    found = _OTHER_WAY.search(s.text, s[m.args.trigger].end - s.start)
    if found is None or not first.slots.get("from") or not first.slots.get("to"):
        return []
    words = s.at(s.start + found.start("who"), s.start + found.end())
    group = scene.ms.at(words[0])
    if group is None or group.quantity is None or any(p.head == words[0] for p in first.slots["people"]):
        return []
    d = Draft(
        m.rule.id, "TRANSFER", s, scene.ms, words[-1], words[0], words[-1], sub="cross_border",
        source=m.rule, stand=first.stand.copy(),
        attribution=list(first.attribution), scope_certain=first.scope_certain,
    )  # fmt: skip
    d.put("mover", *first.slots.get(m.rule.agent_role, []))
    d.put("people", group)
    d.put("from", *first.slots["to"])
    d.put("to", *first.slots["from"])
    d.quantity = group.quantity
    return [d]


def _coordinated_places(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """ "going to Lithuania and possibly other EU countries": a place with a hedge of its own is a claim."""
    s = scene.s
    out: list[Draft] = []
    for place in list(first.slots.get("to", [])):
        match = _HEDGED_PLACE.match(s.text[s[place.hi].end - s.start :])
        target = _hedged_place(scene, s[place.hi].end + match.end()) if match is not None else None
        if match is None or target is None:
            continue
        opening = next(w.i for w in s.words if w.start >= s[place.hi].end and w.low == "and")
        d = Draft(
            m.rule.id, m.rule.type, s, scene.ms, m.args.trigger, opening, target.hi, sub=m.rule.sub,
            source=m.rule, stand=first.stand.copy(),
            attribution=list(first.attribution), scope_certain=first.scope_certain,
        )  # fmt: skip
        d.stand.factuality = "PS" if match.group(1) in scene.lex["closed.weak_hedge"] else "PR"
        d.hedges = [match.group(1)]
        d.put("people", *[p for p in first.slots.get("people", []) if _of_no_number(p)])
        d.add("to", Filler(target.name, target.kind if target.kind == "state" else "group"))
        first.slots["to"] = [p for p in first.slots["to"] if p.head != target.head]
        first.hi = min(first.hi, place.hi)
        out.append(d)
    return out


def _of_no_number(p: Mention) -> bool:
    """ "The others", "a few": some of them may have gone to each of two places."""
    return p.anaphor in {"others", "rest"} or (p.quantity is not None and not p.quantity.exact)


def _hedged_place(scene: Scene, start: int) -> Mention | None:
    """The first noun phrase that begins at this character or later."""
    s = scene.s
    heads = [w.i for w in s.words if w.start >= start and w.tag in _NOUNS]
    head = next((i for i in heads if i + 1 >= len(s) or s[i + 1].tag not in _NOUNS), None)
    return scene.ms.at(head) if head is not None else None
