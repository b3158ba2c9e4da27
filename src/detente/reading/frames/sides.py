"""The other side of a swap, and sides told with the verb left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Match, Scene
from detente.reading.frames.movement import where_held
from detente.reading.frames.people import members
from detente.reading.nouns.groups import ANYBODY
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Sentence, Word
from detente.reading.shapes.noun_shapes import counted_in_turn
from detente.records import Filler

_EACH = re.compile(
    r"\beach\b|\b(?:both|either) sides?\b|\bapiece\b|\b(?:a|per) side\b"
    r"|\b\d+[- ]for[- ]\d+\b|\bone-for-one\b",
    re.I,
)
_PER_SIDE = re.compile(
    r"\W*(?:[\w’-]+ ){0,3}?"
    r"(?:(?:from|for|by|on|of) (?:each|either|both|every)\b|apiece\b|each\b|(?:a|per) side\b)",
    re.I,
)
_JOINING = frozenset({"and", ",", ";", "while", "but"})
_SWAP = re.compile(r"\b(?:swap|exchange|trade|in return for)\b")
_DASHES = frozenset({"—", "–", "-", "--"})
_AGAINST = frozenset({"for", "against"})


def gapped_agents(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """ "Cuba freed eleven, Nicaragua four and Venezuela none": who and how many, the verb left out."""
    s, out = scene.s, []
    for w in s.words[m.args.trigger + 2 :]:
        at = _gapped_agent(scene, w)
        number = scene.ms.number_in(at, at) if at is not None else None
        agent = scene.ms.at(w.i)
        if at is None or number is None:
            continue
        people = _counted_by(scene, at)
        d = Draft(
            m.rule.id, m.rule.type, s, scene.ms, w.i, w.i, at, sub=m.rule.sub, source=m.rule,
            stand=first.stand.copy(), attribution=list(first.attribution), scope_certain=first.scope_certain,
        )  # fmt: skip
        if agent is not None:
            d.put(m.rule.agent_role, agent)
        d.quantity = number.quantity
        if number.quantity.hi == 0:
            d.stand.set("denied", None)
        d.add("group", Filler(s.span_text(at, people.hi if people is not None else at), "group"))
        out.append(d)
    return out


def by_turns(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """ "The release of nine Danes by Chad and two Chadians by Norway": each party, and whom it lets go."""
    s, n, out = scene.s, m.noun, []
    for k in s.kids(n.i, "conj") if n is not None else ():
        by = scene.mentions([j for x in (k.i, n.i if n else k.i) for j in s.objects(x, {"by"}) if j > k.i])
        people = scene.mentions([k.i]) if counted_in_turn(scene, k.i) else []
        if not by or not people:
            continue
        d = Draft(
            m.rule.id, m.rule.type, s, scene.ms, k.i, people[0].lo, by[0].hi, sub=m.rule.sub, source=m.rule,
            stand=first.stand.copy(), attribution=list(first.attribution), scope_certain=first.scope_certain,
        )  # fmt: skip
        d.put(m.rule.agent_role, by[0])
        d.put("people", *people)
        d.quantity = people[0].quantity
        out.append(d)
    return out


def told_by_another(scene: Scene, p: Mention) -> bool:
    """ "freed nine Danes and Denmark six Poles": whom a party behind the verb frees."""
    return any(_gapped_agent(scene, scene.s[i]) is not None for i in range(p.lo, p.hi + 1))


def _gapped_agent(scene: Scene, w: Word) -> int | None:
    """Where the count stands of a party that acts in its turn, and nothing behind it but those counted."""
    s, at = scene.s, _behind_aside(scene.s, w.i + 1)
    hit, number = scene.ms.hit_at(w.i), scene.ms.number_in(at, at) if at < len(s) else None
    state = hit is not None and hit.kind in {"state", "capital"}
    if number is None or number.kind != "count" or s[at].tag not in {"CD", "NN", "DT"} or w.tag == "PRP$":
        return None  # "X and her two sons"
    people = _counted_by(scene, at)
    if state and at == w.i + 1 and people is None:
        return at if at + 1 >= len(s) or s[at + 1].tag in {",", ".", "CC"} else None
    party = scene.ms.at(w.i)
    opening = w.i if state else party.lo if party is not None else 0
    joined = opening > 0 and s[opening - 1].low in _JOINING
    acts = state or (party is not None and party.hi == w.i and party.definite and party.quantity is None)
    return at if people is not None and joined and acts else None


def _behind_aside(s: Sentence, i: int) -> int:
    """ "Libya, an hour later, seven", "Libya — seven": the word behind an aside, else the word itself."""
    if i < len(s) - 1 and s[i].text in _DASHES:
        return i + 1
    if i >= len(s) or s[i].tag != ",":
        return i
    return next((j + 1 for j in range(i + 2, min(i + 7, len(s) - 1)) if s[j].tag == ","), i)


def _counted_by(scene: Scene, at: int) -> Mention | None:
    """The people whose count this word is: "seven Chadian fishermen"."""
    for i in range(at + 1, min(at + 6, len(scene.s))):
        p = scene.ms.at(i)
        if p is not None and p.head == i and p.kind == "group" and p.lo <= at and scene.human(p):
            return p
    return None


def reciprocal(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """ "150 from each side": two releases, one of each party (READING 18)."""
    parties = _two_parties(scene, m) if _EACH.search(scene.s.text) else []
    if len(parties) != 2:
        return []
    first.slots["releaser"] = [parties[0]]
    first.sub = "swap_release"
    _share(scene, first)
    d = _other_release(scene, m, first, "release.reciprocal", first.lo, first.hi)
    d.put("releaser", parties[1])
    d.put("people", *[p for p in first.slots.get("people", []) if p.kind == "group"])
    d.add("group", *first.roles.get("group", ()))
    d.quantity = first.quantity
    return [d]


def _share(scene: Scene, first: Draft) -> None:
    """ "38 conscripts, nineteen from each side": the share of a side is what each of the two frees."""
    s = scene.s
    for q in scene.ms.numbers:
        if q.kind == "count" and _PER_SIDE.match(s.text[q.end :]) and q.quantity != first.quantity:
            words = s.at(s.start + q.start, s.start + q.end)
            people = scene.ms.at(words[-1]) or _counted_by(scene, words[0])
            first.slots["people"] = [p for p in first.slots.get("people", ()) if p.kind == "person"]
            if people is not None and people.human:
                first.slots["people"].insert(0, people)
            else:
                first.add("group", Filler(q.quantity.cue, "group"))
            first.widen(words[0], words[-1])
            first.quantity = q.quantity


def _two_parties(scene: Scene, m: Match) -> list[Mention]:
    """The two states that act in the sentence, else the two subjects of the verb."""
    states = _two_states(scene)
    return states if len(states) == 2 or len(m.agents) != 2 else m.agents


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
    """ "Marr had been traded for Ivo Brandt", "freed … in a swap for X": the other side's release."""
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
        and p.noun not in ANYBODY
        and (p.kind == "person" or p.quantity is not None or p.plural)
        and p.head not in have
    ]
    if not people:
        return []
    d = _other_release(scene, m, first, "release.swap_other_side", people[0].lo, people[-1].hi)
    d.put("people", *people)
    d.quantity = next((p.quantity for p in people if p.quantity is not None), None)
    members(scene, d, people)
    d.widen(m.args.trigger)
    where_held(scene, d)
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
    if m.rule.type == "RELEASE":  # a pardon for somebody frees nobody else
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
