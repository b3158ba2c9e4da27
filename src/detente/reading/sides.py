"""The other side of a swap, and sides told with the verb left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.draft import Draft
from detente.reading.mention import Mention
from detente.reading.scene import Match, Scene
from detente.reading.words import Word
from detente.records import Filler

_EACH = re.compile(
    r"\beach\b|\bboth sides\b|\bapiece\b"
    r"|\b\d+[- ]for[- ]\d+\b|\bone-for-one\b",
    re.I,
)
_SWAP = re.compile(r"\b(?:swap|exchange|trade|in return for)\b")
_AGAINST = frozenset({"for", "against"})


def gapped_agents(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """ "Cuba freed eleven, Nicaragua four and Venezuela none": who and how many, the verb left out."""
    s, out = scene.s, []
    for w in s.words:
        if not _gapped_agent(scene, w, after=m.args.trigger + 1):
            continue
        number = scene.ms.number_in(w.i + 1, w.i + 1)
        agent = scene.ms.at(w.i)
        if number is None:
            continue
        d = Draft(
            m.rule.id, m.rule.type, s, scene.ms, w.i, w.i, w.i + 1, sub=m.rule.sub, source=m.rule,
            stand=first.stand.copy(), attribution=list(first.attribution), scope_certain=first.scope_certain,
        )  # fmt: skip
        if agent is not None:
            d.put(m.rule.agent_role, agent)
        d.quantity = number.quantity
        if number.quantity.hi == 0:
            d.stand.set("denied", None)
        d.add("group", Filler(s[w.i + 1].text, "group"))
        out.append(d)
    return out


def _gapped_agent(scene: Scene, w: Word, *, after: int) -> bool:
    """A state with a bare count right behind it, and nothing after that but the next of them."""
    s = scene.s
    if w.i <= after or w.i + 1 >= len(s):
        return False
    hit, number = scene.ms.hit_at(w.i), scene.ms.number_in(w.i + 1, w.i + 1)
    if hit is None or hit.kind not in {"state", "capital"}:
        return False
    if number is None or number.kind != "count" or s[w.i + 1].tag not in {"CD", "NN", "DT"}:
        return False
    return w.i + 2 >= len(s) or s[w.i + 2].tag in {",", ".", "CC"}


def reciprocal(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """ "150 from each side": two releases, one of each party (READING 18)."""
    parties = _two_states(scene) if _EACH.search(scene.s.text) else []
    if len(parties) != 2:
        return []
    first.slots["releaser"] = [parties[0]]
    first.sub = "swap_release"
    d = _other_release(scene, m, first, "release.reciprocal", first.lo, first.hi)
    d.put("releaser", parties[1])
    d.put("people", *[p for p in first.slots.get("people", []) if p.kind == "group"])
    d.quantity = first.quantity
    return [d]


def _two_states(scene: Scene) -> list[Mention]:
    """States that act in the sentence, each once."""
    s = scene.s
    parties: list[Mention] = []
    for w in s.words:
        found = scene.ms.at(w.i)
        if found is None or found.head != w.i or found.kind != "state":
            continue
        acts = w.dep in {"nsubj", "conj"} or (
            w.dep == "pobj" and s[w.head].low in {"between", "by", "with", "and"}
        )
        if acts and all(found.name != p.name for p in parties):
            parties.append(found)
    return parties


def other_side(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """ "Griner had been traded for Viktor Bout", "freed … in a swap for X": the other side's release."""
    if m.rule.sub != "swap_release" and not _SWAP.search(scene.s.text):
        return []
    heads = dict.fromkeys(_given_for(scene, m))
    if not any(p.quantity is not None for p in first.slots.get("people", ())):
        heads |= dict.fromkeys(_sums(scene, m, first))
    have = {q.head for q in first.slots.get("people", [])}
    people = [
        p
        for p in scene.mentions(list(heads))
        if scene.human(p)
        and (p.kind == "person" or p.quantity is not None or p.plural)
        and p.head not in have
    ]
    if not people:
        return []
    d = _other_release(scene, m, first, "release.swap_other_side", people[0].lo, people[-1].hi)
    d.put("people", *people)
    d.quantity = next((p.quantity for p in people if p.quantity is not None), None)
    d.widen(m.args.trigger)
    return [d]


def _sums(scene: Scene, m: Match, first: Draft) -> list[int]:
    """ "swapped captives, 63 soldiers for 48 rebels": the first sum is told as freed, the other for it.

    Returns:
        Heads of the people told behind *for*; the draft gets those before it.
    """
    s = scene.s
    for w in s.words[m.args.trigger + 1 :]:
        before, behind = scene.ms.at(w.head), [k.i for k in s.kids(w.i, "pobj")]
        if w.low != "for" or before is None or before.quantity is None or not behind:
            continue
        given = scene.ms.at(behind[0])
        if given is None or given.quantity is None or not scene.human(before) or not scene.human(given):
            continue
        if s[w.head].i > m.args.trigger and before.kind == "group":
            first.put("people", *scene.mentions(s.conjuncts(w.head)))
            first.quantity = before.quantity
            first.widen(before.lo, before.hi)
            return behind
    return []


def _given_for(scene: Scene, m: Match) -> Iterator[int]:
    """Heads of what stands behind "for": on the verb, on the swap, on "in return" or "in exchange"."""
    s = scene.s
    yield from m.args.preps.get("for", [])
    yield from m.args.preps.get("against", [])
    for w in s.words:
        if w.lemma in scene.lex["nouns.swap"] and w.tag.startswith("NN"):
            yield from s.objects(w.i, _AGAINST)
            yield from s.objects(w.head if s[w.head].low in {"in", "as"} else w.i, _AGAINST)
    for w in s.words:
        if w.low in {"return", "exchange"} and w.dep == "pobj":
            yield from s.objects(w.i, {"for"})


def _other_release(scene: Scene, m: Match, first: Draft, rule: str, lo: int, hi: int) -> Draft:
    return Draft(
        rule, "RELEASE", scene.s, scene.ms, m.args.trigger, lo, hi, sub="swap_release", source=m.rule,
        stand=first.stand.copy(), attribution=list(first.attribution), scope_certain=first.scope_certain,
    )  # fmt: skip
