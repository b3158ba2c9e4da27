"""Frames of people: detained, sentenced, held, pardoned, freed, moved, harmed."""

from __future__ import annotations

import re

from detente.reading.draft import Draft
from detente.reading.mentions import Mention
from detente.reading.modality import Stand
from detente.reading.scene import Match, Scene
from detente.records import Filler, Quantity

_TO = ("to", "into", "for", "onto", "towards", "toward")
_AT = ("in", "at", "aboard", "via")
_FROM = ("from", "of")
_CUSTODY = re.compile(r"\b(\w+)\s+(?:custody|prisons?|jails?|detention|captivity|camps?|cells?|hands)\b")
NEAR_REST = re.compile(r"\bothers?\b|\brest\b|\bremaind", re.I)


def fill(scene: Scene, m: Match) -> list[Draft] | str:
    """Drafts of a match about people, or why it is none."""
    rule, s = m.rule, scene.s
    why = _description(scene, m)
    if why:
        return why
    people = [p for p in m.patients if scene.human(p) or rule.patient == "any"]
    doubt = 0.0
    if not people and m.args.passive and rule.type in {"RELEASE", "CLEMENCY", "TRANSFER"} and rule.patient == "human":
        people, doubt = _left_of(scene, m), 0.2
    if not people and not rule.patient_optional:
        what = m.patients[0].text if m.patients else "nobody"
        return f"“{what}” is no person"
    stand = scene.modality.of_noun(s, m.noun.i) if m.noun is not None else scene.modality.of_verb(s, m.args.trigger)
    if any(p.negative for p in people):
        stand.set("denied", None)
    why = _refused(scene, m, stand)
    if why:
        return why
    if rule.shape == "deal_for":
        stand.set("intended", None)
    if rule.id == "release.not_on_list":
        stand.set("denied", m.args.trigger)
    drafts = [_draft(scene, m, part, stand) for part in _parts(people)]
    for d in drafts:
        d.doubt += doubt
        _places(scene, m, d)
        _handed_to_state(d)
        if rule.type == "SENTENCE":
            _penalty(scene, m, d)
    if rule.id == "transfer.go" and all(not d.slots.get("to") for d in drafts) and s[m.args.trigger].lemma not in {"leave", "depart", "take"}:
        return "it does not say where to"
    if rule.needs_place and all(not d.slots.get("to") and not d.slots.get("from") for d in drafts):
        return "it does not say where to"
    if rule.type == "TRANSFER":
        drafts += _gapped(scene, m, drafts[0])
    if rule.type == "RELEASE":
        drafts += _other_side(scene, m, drafts[0])
        drafts += _reciprocal(scene, m, drafts[0])
    return drafts


_TIME_WORDS = re.compile(r"\b(?:in|since|on|last|this|early|late|by|during|until|before|after) (?:\w+ ){0,2}?(?:(?:19|20)\d\d|Jan\w*|Feb\w*|Mar(?:ch)?|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*|year|month|week|\w+day)\b|\b(?:years?|months?|weeks?|days?)\b", re.I)


def _description(scene: Scene, m: Match) -> str | None:
    """A clause that only says which people are meant ("those released", "all who were held") tells no event."""
    s, rule = scene.s, m.rule
    w = s[m.args.trigger]
    if m.noun is not None or w.dep not in {"acl", "relcl", "advcl", "conj", "ccomp", "pcomp"}:
        return None
    up = w
    while up.dep == "conj" and up.head != up.i:
        up = s[up.head]
    if up.dep not in {"acl", "relcl"}:
        return None
    head = s[up.head]
    pointing = head.low in {"those", "everyone", "everybody", "all", "anyone", "someone", "who", "them", "these", "each", "one"}
    if pointing and rule.type in {"RELEASE", "CLEMENCY", "TRANSFER", "DETAIN", "SENTENCE", "CUSTODY_STATE"}:
        return "it only says which people are meant"
    if rule.type in {"DETAIN", "SENTENCE", "CUSTODY_STATE"}:
        below = s.subtree(w.i)
        told = _TIME_WORDS.search(s.span_text(w.i, max(below)))
        mention = scene.ms.at(head.i)
        if mention is not None and mention.kind == "group" and not told:
            return "it only says which people are meant, and no time"
    return None


def _left_of(scene: Scene, m: Match) -> list[Mention]:
    """The nearest people before a passive whose subject the parse missed."""
    s = scene.s
    for i in range(m.args.trigger - 1, -1, -1):
        if s[i].tag in {":", ";"}:
            return []
        found = scene.ms.at(i)
        if found is not None and found.head == i and s[i].dep not in {"compound", "poss", "amod", "det"} and scene.human(found):
            if found.kind == "person" and found.anaphor is None or found.quantity is not None:
                return [found]
    return []


def _handed_to_state(d: Draft) -> None:
    """Handed over *to a state* is a movement; handed over, and no more said, leaves custody."""
    if d.rule == "release.hand_over" and any(p.kind in {"state", "place"} for p in d.slots.get("to", ())):
        d.type, d.alt_type, d.sub = "TRANSFER", "RELEASE", "handover"
        d.slots["mover"] = d.slots.pop("releaser", [])


_EACH = re.compile(r"\beach (?:side|of|other|country|party)?\b|\bboth sides\b|\bapiece\b|\b\d+[- ]for[- ]\d+\b|\bone-for-one\b", re.I)


def _reciprocal(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """"150 from each side": two releases, one of each party (READING 18)."""
    s = scene.s
    if not _EACH.search(s.text):
        return []
    parties: list[Mention] = []
    for w in s.words:
        found = scene.ms.at(w.i)
        if found is not None and found.head == w.i and found.kind == "state" and w.dep not in {"compound", "amod", "nmod"}:
            between = w.dep in {"nsubj", "conj"} or (w.dep == "pobj" and s[w.head].low in {"between", "by", "with", "and"})
            if between and all(found.name != p.name for p in parties):
                parties.append(found)
    if len(parties) != 2:
        return []
    first.slots["releaser"] = [parties[0]]
    d = Draft("release.reciprocal", "RELEASE", s, scene.ms, m.args.trigger, first.lo, first.hi, sub="swap_release", source=m.rule,
              stand=_copy(first.stand), attribution=list(first.attribution), scope_certain=first.scope_certain)  # fmt: skip
    d.put("releaser", parties[1])
    d.put("people", *[p for p in first.slots.get("people", []) if p.kind == "group"])
    d.quantity = first.quantity
    first.sub = "swap_release"
    return [d]


def _refused(scene: Scene, m: Match, stand: Stand) -> str | None:
    """Rules for refusals want one, rules for the present want no past; others do not mind."""
    rule, s, v = m.rule, scene.s, m.args.trigger
    if rule.refused:
        above = next((u for u in s.up(v) if u.tag.startswith("V")), None)
        if not (above is not None and above.lemma in {"refuse", "decline"} and stand.mode == "denied") and not (
            stand.mode == "denied" and any(k.low in {"would", "will"} for k in s.kids(v, "aux"))
        ):
            return "nobody refuses"
        stand.mode, stand.polarity, stand.factuality = "performed", "+", "CT"
    if rule.present and not stand.present:
        return "it tells the past, not a state"
    if rule.id == "custody.hold" and re.search(r"^\W*(?:\w+\W+){0,3}?(?:talks|rally|meeting|press|hands|responsib)", m.args.after):
        return "what is held is no person"
    return None


def _parts(people: list[Mention]) -> list[list[Mention]]:
    """Groups with counts of their own are claims of their own; all others are told together."""
    counted = [p for p in people if p.quantity is not None and p.kind == "group"]
    if len(counted) < 2:
        return [people]
    rest = [p for p in people if p not in counted]
    return [[counted[0], *rest], *([p] for p in counted[1:])]


def _draft(scene: Scene, m: Match, people: list[Mention], stand: Stand) -> Draft:
    rule, s = m.rule, scene.s
    trigger = m.args.trigger
    chain, certain = scene.sources.chain(s, scene.ms, trigger)
    d = Draft(rule.id, rule.type, s, scene.ms, trigger, trigger, trigger, sub=rule.sub, alt_type=rule.alt_type,
              source=rule, stand=_copy(stand), args=m.args, attribution=chain, scope_certain=certain,
              voluntariness=rule.voluntariness, nominal=m.noun is not None)  # fmt: skip
    if rule.shape == "recount":
        d.attribution = [a for x in m.agents[:1] if (a := scene.sources.as_link(s, scene.ms, x.head, s[trigger].text)) is not None]
    else:
        d.put(rule.agent_role, *m.agents)
    d.put("people", *people)
    for p in [*m.agents, *people]:
        d.widen(p.lo, p.hi)
    d.widen(*m.args.used)
    if stand.governor is not None and s[stand.governor].tag.startswith(("V", "MD")):
        d.widen(stand.governor)
    d.hedges += stand.hedges
    d.quantity = next((p.quantity for p in people if p.quantity is not None), None)
    _members(scene, d, people)
    return d


def _copy(stand: Stand) -> Stand:
    return Stand(stand.mode, stand.polarity, stand.factuality, stand.governor, stand.condition, list(stand.hedges),
                 stand.modifier, stand.perfect, stand.present)  # fmt: skip


# ── members: "including X", "X among them", "three hostages: X, Y and Z" ──
_MEMBERS = re.compile(
    r"(?:,|\(|—|–|-)?\s*(?:including|among (?:them|those|these)|such as|like|namely|most notably|notably)\b:?\s*|:\s*|,\s+both\b|,\s+", re.I
)  # fmt: skip
_AMONG = re.compile(r"\b(?:is|are|was|were)? ?(?:among (?:them|those)|one of them|part of the group|included)\b", re.I)


def _members(scene: Scene, d: Draft, people: list[Mention]) -> None:
    s, ms = scene.s, scene.ms
    for p in people:
        for k in s.kids(p.head, "appos"):
            for j in s.conjuncts(k.i):
                m = ms.at(j)
                if m is not None and m.kind == "person" and m.anaphor is None and p.kind == "group":
                    d.put("people", m)
                    d.exhaustive = False
                    d.widen(m.lo, m.hi)
        if p.kind == "group":
            for j in _including(s, p.head):
                m = ms.at(j)
                if m is not None and m.kind == "person":
                    d.put("people", m)
                    d.exhaustive = False
                    d.hedges += [h for h in ("including",) if h not in d.hedges]
    if any(p.kind == "group" for p in people):
        for m in _among_them(scene, d):
            d.put("people", m)
            d.exhaustive = False


def _including(s: object, head: int) -> list[int]:
    from detente.reading.words import Sentence

    assert isinstance(s, Sentence)
    found: list[int] = []
    for w in s.words:
        if w.low in {"including", "namely"} and w.i > head and w.i - head < 25:
            inside = {k.head for k in s.words if k.i == w.i}
            if w.head == head or inside & set(s.subtree(head)) or w.i > head:
                for k in s.kids(w.i, "pobj", "dobj", "pcomp"):
                    found += s.conjuncts(k.i)
    return found


def _among_them(scene: Scene, d: Draft) -> list[Mention]:
    """"…, the opposition figure X among them", "among them the poet X and the engineer Y"."""
    s, ms = scene.s, scene.ms
    match = re.search(r"\bamong (?:them|those)\b|\bone of them\b", s.text, re.I)
    if match is None:
        return []
    at = s.start + match.start()
    before = [w.i for w in s.words if w.end <= at]
    after = [w.i for w in s.words if w.start >= s.start + match.end()]
    out: list[Mention] = []
    tail = s.text[match.end() :].lstrip(" ,")
    if after and tail and not tail.startswith("."):
        out = [m for i in after if (m := ms.at(i)) is not None and m.kind == "person" and m.anaphor is None and s[i].dep not in {"compound", "poss"} and m.head == i]
    elif before:
        lead = s.text[: match.start()].rstrip(" ,")
        comma = max(lead.rfind(","), lead.rfind("—"), 0)
        out = [m for i in before if s[i].start - s.start >= comma and (m := ms.at(i)) is not None and m.kind == "person" and m.anaphor is None and s[i].dep not in {"compound", "poss"}]
    return [m for m in out if s[m.head].tag == "NNP"]


# ── where from, where to ──
def _places(scene: Scene, m: Match, d: Draft) -> None:
    kind = m.rule.type
    if kind == "HARM":
        return
    preps = dict(m.args.preps)
    if m.noun is not None:
        preps = _noun_preps(scene, m)
    verb = scene.s[m.args.trigger].lemma
    motion = kind in {"TRANSFER", "RELEASE"}
    for prep, heads in preps.items():
        for i in heads:
            place = scene.ms.at(i)
            if place is None or not (_is_place(place) or place.anaphor == "country"):
                continue
            if motion and (prep in {"to", "into", "onto", "towards", "toward", "aboard"} or (prep == "for" and verb in {"leave", "depart", "take", "head", "fly"})):
                _put_place(d, "to", place)
            elif motion and prep in {"inside", "within"} and place.anaphor == "country":
                _put_place(d, "to", place)
            elif motion and prep in {"in", "at"} and kind == "TRANSFER" and verb in {"arrive", "land", "be", "touch", "come", "receive", "reach"}:
                _put_place(d, "to", place)
            elif prep in {"from"} or (prep == "of" and verb in {"walk", "come", "get"}):
                _put_place(d, "from", place)
            elif prep in {"in", "at"} and kind in {"DETAIN", "CUSTODY_STATE", "SENTENCE"}:
                _put_place(d, "place", place)
            elif prep in {"in"} and kind in {"RELEASE", "CLEMENCY"} and i in m.args.preps.get("in", []) and scene.s[scene.s[i].head].head == m.args.trigger:
                _put_place(d, "place", place)
                if place.kind == "state" and "from" not in d.slots and kind == "RELEASE":
                    _put_place(d, "from", place)
    if verb in {"leave", "exit", "depart"} and kind == "TRANSFER":
        for j in m.args.patient:
            place = scene.ms.at(j)
            if place is not None and _is_place(place):
                _put_place(d, "from", place)
    if verb in {"reach", "enter"} and kind == "TRANSFER":
        for j in m.args.patient:
            place = scene.ms.at(j)
            if place is not None and _is_place(place):
                _put_place(d, "to", place)
    if re.search(r"\bhome\b", m.args.after[:40]) and kind == "TRANSFER" and "to" not in d.slots:
        d.slots.setdefault("home", [])
    if kind == "RELEASE" and "from" not in d.slots:
        _held_by(scene, m, d)


def _held_by(scene: Scene, m: Match, d: Draft) -> None:
    """"freed from Russian custody", "let out of a Belarusian jail"."""
    for match in _CUSTODY.finditer(m.args.after):
        at = scene.s[m.args.trigger].end + 1 + match.start()
        for i in scene.s.at(at, at + len(match.group(1))):
            hit = scene.ms.hit_at(i)
            if hit is not None and hit.kind in {"demonym", "state"}:
                d.add("from", Filler(hit.actor or hit.name, "state"))
                return


def _is_place(m: Mention) -> bool:
    return m.kind in {"state", "place"} or (m.kind == "facility" and m.text[:1].isupper()) or m.city or (m.kind == "organisation" and m.name in {"European Union"})


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


def _gapped(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """"nine were taken to Lithuania, and 114 to Ukraine": counts whose verb stands in the clause before."""
    s, ms = scene.s, scene.ms
    out: list[Draft] = []
    used = {j for p in first.slots.get("people", []) for j in range(p.lo, p.hi + 1)}
    for w in s.words:
        if w.i <= m.args.trigger or w.low not in {"to", "into", "for"} or w.i in range(first.lo, first.hi + 1):
            continue
        before, after = w.i - 1, next((i for i in range(w.i + 1, min(w.i + 4, len(s))) if (p := ms.at(i)) is not None and _is_place(p)), None)
        if after is None or before in used:
            continue
        group = ms.at(before)
        if group is None or group.kind != "group" or (group.quantity is None and group.anaphor is None):
            continue
        place = ms.at(after)
        if place is None or not NUMBER_OR_REST(s[before].tag, group):
            continue
        d = Draft(m.rule.id, m.rule.type, s, ms, w.i, group.lo, place.hi, sub=m.rule.sub, source=m.rule,
                  stand=_copy(first.stand), args=None, attribution=list(first.attribution), scope_certain=first.scope_certain)  # fmt: skip
        d.put(m.rule.agent_role, *first.slots.get(m.rule.agent_role, []))
        d.put("people", group)
        d.put("to", place)
        d.quantity = group.quantity
        out.append(d)
    return out + _coordinated_places(scene, m, first)


def NUMBER_OR_REST(tag: str, group: Mention) -> bool:
    """Is this bare number or "the rest" the subject of a gapped clause?"""
    return tag in {"CD", "NNS", "NN", "DT", "NNPS"} and (group.quantity is not None or group.anaphor in {"rest", "others"})


def _coordinated_places(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """"going to Lithuania and possibly other EU countries": a place hedged on its own is a claim of its own."""
    s = scene.s
    places = first.slots.get("to", [])
    out: list[Draft] = []
    for place in list(places):
        follow = s.text[s[place.hi].end - s.start :]
        match = re.match(r",? and (possibly|perhaps|maybe|probably|reportedly|apparently|potentially) (?:to )?", follow)
        if match is None:
            continue
        start = s[place.hi].end + match.end()
        heads = [w.i for w in s.words if w.start >= start and w.tag in {"NNS", "NNP", "NN", "NNPS"}]
        head = next((i for i in heads if i + 1 >= len(s) or s[i + 1].tag not in {"NN", "NNS", "NNP", "NNPS"}), None)
        target = scene.ms.at(head) if head is not None else None
        if target is None:
            continue
        opening = next(w.i for w in s.words if w.start >= s[place.hi].end and w.low == "and")
        d = Draft(m.rule.id, m.rule.type, s, scene.ms, m.args.trigger, opening, target.hi, sub=m.rule.sub, source=m.rule,
                  stand=_copy(first.stand), attribution=list(first.attribution), scope_certain=first.scope_certain)  # fmt: skip
        d.stand.factuality = "PS" if match.group(1) in scene.lex["closed.weak_hedge"] else "PR"
        d.hedges = [match.group(1)]
        d.put("people", *[p for p in first.slots.get("people", []) if p.anaphor in {"others", "rest"}])
        d.add("to", Filler(target.name, target.kind if target.kind == "state" else "group"))
        first.slots["to"] = [p for p in first.slots["to"] if p.head != target.head]
        first.hi = min(first.hi, place.hi)
        out.append(d)
    return out


def _other_side(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """"Griner had been traded for Viktor Bout", "freed … in a swap for X": the other side's release."""
    if m.rule.sub != "swap_release" and not re.search(r"\b(?:swap|exchange|trade|in return for)\b", scene.s.text):
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
        if w.low in {"return", "exchange"} and w.dep == "pobj" and m.args.trigger in {u.i for u in s.up(w.i)} | {m.args.trigger}:
            for k in s.kids(w.i, "prep"):
                if k.low == "for":
                    heads += [j for p in s.kids(k.i, "pobj") for j in s.conjuncts(p.i)]
    people = [p for p in scene.mentions(list(dict.fromkeys(heads))) if scene.human(p) and (p.kind == "person" or p.quantity is not None or p.plural)]
    people = [p for p in people if all(p.head != q.head for q in first.slots.get("people", []))]
    if not people:
        return []
    d = Draft("release.swap_other_side", "RELEASE", s, scene.ms, m.args.trigger, people[0].lo, people[-1].hi, sub="swap_release", source=m.rule,
              stand=_copy(first.stand), attribution=list(first.attribution), scope_certain=first.scope_certain)  # fmt: skip
    d.put("people", *people)
    d.quantity = next((p.quantity for p in people if p.quantity is not None), None)
    d.widen(m.args.trigger)
    return [d]


# ── terms ──
def _penalty(scene: Scene, m: Match, d: Draft) -> None:
    s = scene.s
    here = s[m.args.trigger].start - s.start
    found = [q for q in scene.ms.numbers if q.kind == "duration" and (q.start > here or m.noun is not None)]
    close = [q for q in found if abs(q.start - here) < 90 and not re.search(r"\b(?:ago|after|spent|nearly all)\b", s.text[max(0, q.start - 7) : q.start])]
    if close:
        q = min(close, key=lambda q: abs(q.start - here))
        d.penalty = q.quantity
        for i in s.at(s.start + q.start, s.start + q.end):
            d.widen(i)
    elif re.search(r"\b(?:to|for) (life|death)\b", m.args.after):
        word = re.search(r"\b(?:to|for) (life|death)\b", m.args.after)
        d.penalty = Quantity(None, None, cue=word.group(1) if word else "", unit=word.group(1) if word else None)
    if d.quantity is not None and d.penalty is not None and d.quantity.cue == d.penalty.cue:
        d.quantity = None
    offence = next((j for p in ("for", "of", "with", "on", "over") for j in m.args.preps.get(p, [])), None)
    if offence is not None:
        what = scene.ms.at(offence)
        if what is not None and what.kind in {"topic", "organisation", "event"} and what.noun not in {"year", "month"}:
            d.put("offence", what)
