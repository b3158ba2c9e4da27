"""Where from and where to, also where the verb is left out."""

from __future__ import annotations

import re

from detente.reading.draft import Draft
from detente.reading.mentions import Mention
from detente.reading.scene import Match, Scene
from detente.reading.words import Sentence
from detente.records import Filler

_CUSTODY = re.compile(r"\b(\w+)\s+(?:custody|prisons?|jails?|detention|captivity|camps?|cells?|hands)\b")


# ── where from, where to ──
def places(scene: Scene, m: Match, d: Draft) -> None:
    kind = m.rule.type
    preps = dict(m.args.preps)
    if m.noun is not None:
        preps = _noun_preps(scene, m)
    verb = scene.s[m.args.trigger].lemma
    motion = kind in {"TRANSFER", "RELEASE"}
    for prep, heads in preps.items():
        for i in heads:
            place = scene.ms.at(i)
            lodged = (
                place is not None
                and place.kind == "facility"
                and place.lo < place.head
                and (prep in {"from", "of"} or kind in {"DETAIN", "CUSTODY_STATE", "HARM"})
            )
            if place is None or not (is_place(place) or lodged or place.anaphor == "country"):
                continue
            if (
                (
                    motion
                    and (
                        prep in {"to", "into", "onto", "towards", "toward", "aboard"}
                        or (prep == "for" and verb in {"leave", "depart", "take", "head", "fly"})
                    )
                )
                or (motion and prep in {"inside", "within"} and place.anaphor == "country")
                or (
                    motion
                    and prep in {"in", "at"}
                    and kind == "TRANSFER"
                    and verb in {"arrive", "land", "be", "touch", "come", "receive", "reach"}
                )
            ):
                _put_place(d, "to", place)
            elif prep in {"from"} or (prep == "of" and verb in {"walk", "come", "get"}):
                _put_place(d, "from", place)
            elif prep in {"in", "at"} and kind in {"DETAIN", "CUSTODY_STATE", "SENTENCE", "HARM"}:
                _put_place(d, "place", place)
            elif (
                prep in {"in"}
                and kind in {"RELEASE", "CLEMENCY"}
                and i in m.args.preps.get("in", [])
                and _close(scene.s, i, m.args.trigger)
            ):
                _put_place(d, "place", place)
                if place.kind == "state" and "from" not in d.slots and kind == "RELEASE":
                    _put_place(d, "from", place)
    if kind in {"DETAIN", "CUSTODY_STATE"} and "place" not in d.slots:
        for a in m.agents:
            for k in scene.s.kids(a.head, "prep"):
                if k.low in {"in", "at", "near"}:
                    for place in scene.mentions([o.i for o in scene.s.kids(k.i, "pobj")]):
                        if is_place(place):
                            _put_place(d, "place", place)
    if verb in {"leave", "exit", "depart"} and kind in {"TRANSFER", "RELEASE"}:
        for j in m.args.patient:
            place = scene.ms.at(j)
            if place is not None and (is_place(place) or place.kind == "facility"):
                _put_place(d, "from", place)
    if verb in {"reach", "enter"} and kind == "TRANSFER":
        for j in m.args.patient:
            place = scene.ms.at(j)
            if place is not None and is_place(place):
                _put_place(d, "to", place)
    if re.search(r"\bhome\b", m.args.after[:40]) and kind == "TRANSFER" and "to" not in d.slots:
        d.slots.setdefault("home", [])
    if kind == "RELEASE" and "from" not in d.slots:
        _held_by(scene, m, d)


def _close(s: Sentence, i: int, trigger: int) -> bool:
    """Does "in X" hang on the verb itself, or on its particle?"""
    above = s[s[i].head].head
    return above == trigger or (
        s[above].head == trigger and s[above].dep in {"xcomp", "prt", "advmod", "oprd", "ccomp", "acomp"}
    )


def _held_by(scene: Scene, m: Match, d: Draft) -> None:
    """ "freed from Russian custody", "let out of a Belarusian jail"."""
    for match in _CUSTODY.finditer(m.args.after):
        at = scene.s[m.args.trigger].end + 1 + match.start()
        for i in scene.s.at(at, at + len(match.group(1))):
            hit = scene.ms.hit_at(i)
            if hit is not None and hit.kind in {"demonym", "state"}:
                d.add("from", Filler(hit.actor or hit.name, "state"))
                return


def is_place(m: Mention) -> bool:
    return (
        m.kind in {"state", "place"}
        or (m.kind == "facility" and m.text[:1].isupper())
        or m.city
        or (m.kind == "organisation" and m.name in {"European Union"})
    )


def _put_place(d: Draft, role: str, place: Mention) -> None:
    if any(p.head == place.head for p in d.slots.get(role, ())):
        return
    d.put(role, place)
    d.widen(place.lo, place.hi)


def _noun_preps(scene: Scene, m: Match) -> dict[str, list[int]]:
    s = scene.s
    out: dict[str, list[int]] = {}
    todo = [m.args.trigger, *(p.head for p in m.patients)]
    for i in todo:
        for k in s.kids(i, "prep"):
            for p in s.kids(k.i, "pobj"):
                out.setdefault(k.low, []).extend(s.conjuncts(p.i))
    return out


def gapped(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """ "nine were taken to Lithuania, and 114 to Ukraine": counts whose verb stands in the clause before."""
    s, ms = scene.s, scene.ms
    out: list[Draft] = []
    used = {j for p in first.slots.get("people", []) for j in range(p.lo, p.hi + 1)}
    for w in s.words:
        if (
            w.i <= m.args.trigger
            or w.low not in {"to", "into", "for"}
            or w.i in range(first.lo, first.hi + 1)
        ):
            continue
        before, after = (
            w.i - 1,
            next(
                (
                    i
                    for i in range(w.i + 1, min(w.i + 4, len(s)))
                    if (p := ms.at(i)) is not None and is_place(p)
                ),
                None,
            ),
        )
        if after is None or before in used:
            continue
        group = ms.at(before)
        if group is None or group.kind != "group" or (group.quantity is None and group.anaphor is None):
            continue
        place = ms.at(after)
        if place is None or not _number_or_rest(s[before].tag, group):
            continue
        d = Draft(m.rule.id, m.rule.type, s, ms, w.i, group.lo, place.hi, sub=m.rule.sub, source=m.rule,
                  stand=first.stand.copy(), args=None, attribution=list(first.attribution), scope_certain=first.scope_certain)  # fmt: skip
        d.put(m.rule.agent_role, *first.slots.get(m.rule.agent_role, []))
        d.put("people", group)
        d.put("to", place)
        d.quantity = group.quantity
        out.append(d)
    return out + _coordinated_places(scene, m, first)


def _number_or_rest(tag: str, group: Mention) -> bool:
    """Is this bare number or "the rest" the subject of a gapped clause?"""
    return tag in {"CD", "NNS", "NN", "DT", "NNPS"} and (
        group.quantity is not None or group.anaphor in {"rest", "others"}
    )


def _coordinated_places(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """ "going to Lithuania and possibly other EU countries": a place hedged on its own is a claim of its own."""
    s = scene.s
    places = first.slots.get("to", [])
    out: list[Draft] = []
    for place in list(places):
        follow = s.text[s[place.hi].end - s.start :]
        match = re.match(
            r",? and (possibly|perhaps|maybe|probably|reportedly|apparently|potentially) (?:to )?", follow
        )
        if match is None:
            continue
        start = s[place.hi].end + match.end()
        heads = [w.i for w in s.words if w.start >= start and w.tag in {"NNS", "NNP", "NN", "NNPS"}]
        head = next(
            (i for i in heads if i + 1 >= len(s) or s[i + 1].tag not in {"NN", "NNS", "NNP", "NNPS"}), None
        )
        target = scene.ms.at(head) if head is not None else None
        if target is None:
            continue
        opening = next(w.i for w in s.words if w.start >= s[place.hi].end and w.low == "and")
        d = Draft(m.rule.id, m.rule.type, s, scene.ms, m.args.trigger, opening, target.hi, sub=m.rule.sub, source=m.rule,
                  stand=first.stand.copy(), attribution=list(first.attribution), scope_certain=first.scope_certain)  # fmt: skip
        d.stand.factuality = "PS" if match.group(1) in scene.lex["closed.weak_hedge"] else "PR"
        d.hedges = [match.group(1)]
        d.put("people", *[p for p in first.slots.get("people", []) if p.anaphor in {"others", "rest"}])
        d.add("to", Filler(target.name, target.kind if target.kind == "state" else "group"))
        first.slots["to"] = [p for p in first.slots["to"] if p.head != target.head]
        first.hi = min(first.hi, place.hi)
        out.append(d)
    return out
