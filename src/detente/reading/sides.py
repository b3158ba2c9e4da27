"""The other side of a swap, and sides told with the verb left out."""

from __future__ import annotations

import re

from detente.reading.draft import Draft
from detente.reading.mention import Mention
from detente.reading.scene import Match, Scene
from detente.records import Filler


def gapped_agents(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """ "Cuba freed eleven, Nicaragua four and Venezuela none": who and how many, the verb left out."""
    s, ms, out = scene.s, scene.ms, []
    for w in s.words:
        if w.i <= m.args.trigger + 1 or w.i + 1 >= len(s):
            continue
        hit = ms.hit_at(w.i)
        number = ms.number_in(w.i + 1, w.i + 1)
        if (
            hit is None
            or hit.kind not in {"state", "capital"}
            or number is None
            or number.kind != "count"
            or s[w.i + 1].tag not in {"CD", "NN", "DT"}
        ):
            continue
        if w.i + 2 < len(s) and s[w.i + 2].tag not in {",", ".", "CC"}:
            continue
        d = Draft(m.rule.id, m.rule.type, s, ms, w.i, w.i, w.i + 1, sub=m.rule.sub, source=m.rule, stand=first.stand.copy(),
                  attribution=list(first.attribution), scope_certain=first.scope_certain)  # fmt: skip
        agent = ms.at(w.i)
        if agent is not None:
            d.put(m.rule.agent_role, agent)
        d.quantity = number.quantity
        if number.quantity.hi == 0:
            d.stand.set("denied", None)
        d.add("group", Filler(s[w.i + 1].text, "group"))
        out.append(d)
    return out


_EACH = re.compile(
    r"\beach (?:side|of|other|country|party)?\b|\bboth sides\b|\bapiece\b|\b\d+[- ]for[- ]\d+\b|\bone-for-one\b",
    re.I,
)


def reciprocal(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """ "150 from each side": two releases, one of each party (READING 18)."""
    s = scene.s
    if not _EACH.search(s.text):
        return []
    parties: list[Mention] = []
    for w in s.words:
        found = scene.ms.at(w.i)
        if (
            found is not None
            and found.head == w.i
            and found.kind == "state"
            and w.dep not in {"compound", "amod", "nmod"}
        ):
            between = w.dep in {"nsubj", "conj"} or (
                w.dep == "pobj" and s[w.head].low in {"between", "by", "with", "and"}
            )
            if between and all(found.name != p.name for p in parties):
                parties.append(found)
    if len(parties) != 2:
        return []
    first.slots["releaser"] = [parties[0]]
    d = Draft("release.reciprocal", "RELEASE", s, scene.ms, m.args.trigger, first.lo, first.hi, sub="swap_release", source=m.rule,
              stand=first.stand.copy(), attribution=list(first.attribution), scope_certain=first.scope_certain)  # fmt: skip
    d.put("releaser", parties[1])
    d.put("people", *[p for p in first.slots.get("people", []) if p.kind == "group"])
    d.quantity = first.quantity
    first.sub = "swap_release"
    return [d]


def other_side(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """ "Griner had been traded for Viktor Bout", "freed … in a swap for X": the other side's release."""
    if m.rule.sub != "swap_release" and not re.search(
        r"\b(?:swap|exchange|trade|in return for)\b", scene.s.text
    ):
        return []
    s = scene.s
    heads = [j for j in m.args.preps.get("for", [])] + [j for j in m.args.preps.get("against", [])]
    for w in s.words:
        if w.lemma in scene.lex["nouns.swap"] and w.tag.startswith("NN"):
            for k in s.kids(w.i, "prep"):
                if k.low in {"for", "against"}:
                    heads += [j for p in s.kids(k.i, "pobj") for j in s.conjuncts(p.i)]
            for k in s.kids(w.head if s[w.head].low in {"in", "as"} else w.i, "prep"):
                if k.low in {"for", "against"}:
                    heads += [j for p in s.kids(k.i, "pobj") for j in s.conjuncts(p.i)]
    for w in s.words:
        if (
            w.low in {"return", "exchange"}
            and w.dep == "pobj"
            and m.args.trigger in {u.i for u in s.up(w.i)} | {m.args.trigger}
        ):
            for k in s.kids(w.i, "prep"):
                if k.low == "for":
                    heads += [j for p in s.kids(k.i, "pobj") for j in s.conjuncts(p.i)]
    people = [
        p
        for p in scene.mentions(list(dict.fromkeys(heads)))
        if scene.human(p) and (p.kind == "person" or p.quantity is not None or p.plural)
    ]
    people = [p for p in people if all(p.head != q.head for q in first.slots.get("people", []))]
    if not people:
        return []
    d = Draft("release.swap_other_side", "RELEASE", s, scene.ms, m.args.trigger, people[0].lo, people[-1].hi, sub="swap_release", source=m.rule,
              stand=first.stand.copy(), attribution=list(first.attribution), scope_certain=first.scope_certain)  # fmt: skip
    d.put("people", *people)
    d.quantity = next((p.quantity for p in people if p.quantity is not None), None)
    d.widen(m.args.trigger)
    return [d]
