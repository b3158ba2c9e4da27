"""Frames of people: detained, sentenced, held, pardoned, freed, moved, harmed."""

from __future__ import annotations

import re

from detente.reading.draft import Draft
from detente.reading.mentions import Mention
from detente.reading.modality import Stand
from detente.reading.scene import Match, Scene
from detente.reading.words import Sentence
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
    people = [p for p in m.patients if scene.human(p)]
    if rule.patient == "any":
        people = _owners(scene, m.patients) or [p for p in m.patients if rule.shape == "recount"]
    doubt = 0.0
    if (
        not people
        and m.args.passive
        and rule.type in {"RELEASE", "CLEMENCY", "TRANSFER"}
        and rule.patient == "human"
    ):
        people, doubt = _left_of(scene, m), 0.2
    if not people and not rule.patient_optional and rule.patient != "any":
        what = m.patients[0].text if m.patients else "nobody"
        return f"“{what}” is no person"
    stand = (
        scene.modality.of_noun(s, m.noun.i)
        if m.noun is not None
        else scene.modality.of_verb(s, m.args.trigger)
    )
    if any(p.negative for p in people):
        stand.set("denied", None)
    why = _refused(scene, m, stand)
    if why:
        return why
    if rule.shape == "deal_for":
        stand.set("intended", None)
    if rule.id == "release.not_on_list":
        stand.set("denied", m.args.trigger)
    drafts = [_draft(scene, m, part, stand) for part in (_parts(people) or [[]])]
    for d in drafts:
        d.doubt += doubt
        _shade(scene, m, d)
        _places(scene, m, d)
        _handed_to_state(d)
        if rule.type == "SENTENCE":
            _penalty(scene, m, d)
    homeward = re.match(r"\W*(?:safely )?(?:back|home)\b", m.args.after) and all(
        p.anaphor is not None or p.quantity is not None for p in people
    )
    if rule.id in {"transfer.go", "transfer.move"} and homeward:
        return drafts
    if (
        rule.id == "transfer.go"
        and all(not d.slots.get("to") for d in drafts)
        and s[m.args.trigger].lemma not in {"leave", "depart", "take"}
    ):
        return "it does not say where to"
    if rule.needs_place and all(not d.slots.get("to") and not d.slots.get("from") for d in drafts):
        return "it does not say where to"
    if rule.type == "TRANSFER":
        drafts += _gapped(scene, m, drafts[0])
    elif m.noun is None:
        drafts += _gapped_agents(scene, m, drafts[0])
    if rule.type == "RELEASE":
        drafts += _other_side(scene, m, drafts[0])
        drafts += _reciprocal(scene, m, drafts[0])
    return drafts


def _owners(scene: Scene, things: list[Mention]) -> list[Mention]:
    """Whose term, conviction or custody: "the pastor's custody", "the conviction of nurse A. B."."""
    s, out = scene.s, []
    for p in things:
        heads = [k.i for k in s.kids(p.head, "poss")]
        heads += [
            j
            for k in s.kids(p.head, "prep")
            if k.low in {"of", "for", "against", "from"}
            for o in s.kids(k.i, "pobj")
            for j in s.conjuncts(o.i)
        ]
        out += [x for x in scene.mentions(heads) if scene.human(x)]
    return out


_HEDGED = re.compile(
    r"^(at least|more than|over|nearly|almost|about|around|some|roughly|approximately|up to|at most|no more than|no fewer than|fewer than|under|as many as|an estimated)\b",
    re.I,
)


def _shade(scene: Scene, m: Match, d: Draft) -> None:
    """What the clause adds to the rule: the hedge of a number, bail or parole, an instrument for an agent."""
    if d.quantity is not None and (hedge := _HEDGED.match(d.quantity.cue)):
        d.hedges.append(hedge.group(1))
    if m.rule.type == "RELEASE" and re.search(r"\bon (?:bail|parole)\b", m.args.after):
        d.sub = "bail" if "bail" in m.args.after else d.sub
    if m.rule.id == "clemency.grant" and re.search(r"\bparole\b", m.args.after):
        d.sub = "parole"
    elif m.rule.id == "clemency.grant" and re.search(r"\bamnesty\b", m.args.after):
        d.sub = "amnesty"
    role = m.rule.agent_role
    things = [a for a in d.slots.get(role, []) if a.kind == "topic"]
    if things:
        d.slots[role] = [a for a in d.slots[role] if a.kind != "topic"]
        d.put(
            "instrument",
            *[
                a
                for a in things
                if re.search(
                    r"\b(?:decree|order|law|act|pardon|amnesty|list|deal|edict|ukase)\b", a.text, re.I
                )
            ],
        )
        for a in things:
            for k in scene.s.kids(a.head, "prep"):
                if k.low == "of":
                    d.put(
                        role,
                        *[
                            x
                            for x in scene.mentions([o.i for o in scene.s.kids(k.i, "pobj")])
                            if x.kind in {"person", "state", "organisation", "group"}
                        ],
                    )


def _gapped_agents(scene: Scene, m: Match, first: Draft) -> list[Draft]:
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
        d = Draft(m.rule.id, m.rule.type, s, ms, w.i, w.i, w.i + 1, sub=m.rule.sub, source=m.rule, stand=_copy(first.stand),
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


_TIME_WORDS = re.compile(
    r"\b(?:in|since|on|last|this|early|late|by|during|until|before|after) (?:\w+ ){0,2}?(?:(?:19|20)\d\d|Jan\w*|Feb\w*|Mar(?:ch)?|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*|year|month|week|\w+day)\b|\b(?:years?|months?|weeks?|days?)\b",
    re.I,
)


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
    pointing = head.low in {
        "those",
        "everyone",
        "everybody",
        "all",
        "anyone",
        "someone",
        "who",
        "them",
        "these",
        "each",
        "one",
        "other",
        "others",
    }
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
        if (
            found is not None
            and found.head == i
            and s[i].dep not in {"compound", "poss", "amod", "det"}
            and scene.human(found)
        ):
            if found.kind == "person" and found.anaphor is None or found.quantity is not None:
                return [found]
    return []


def _handed_to_state(d: Draft) -> None:
    """Handed over *to a state* is a movement; handed over, and no more said, leaves custody."""
    if d.rule == "release.hand_over" and any(p.kind in {"state", "place"} for p in d.slots.get("to", ())):
        d.type, d.alt_type, d.sub = "TRANSFER", "RELEASE", "handover"
        d.slots["mover"] = d.slots.pop("releaser", [])


_EACH = re.compile(
    r"\beach (?:side|of|other|country|party)?\b|\bboth sides\b|\bapiece\b|\b\d+[- ]for[- ]\d+\b|\bone-for-one\b",
    re.I,
)


def _reciprocal(scene: Scene, m: Match, first: Draft) -> list[Draft]:
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
        if not (
            above is not None and above.lemma in {"refuse", "decline"} and stand.mode == "denied"
        ) and not (stand.mode == "denied" and any(k.low in {"would", "will"} for k in s.kids(v, "aux"))):
            return "nobody refuses"
        stand.mode, stand.polarity, stand.factuality = "performed", "+", "CT"
    if rule.id == "detain.hold" and (m.args.passive or not m.agents or stand.present):
        return "nobody is told to hold them"
    if (
        rule.id == "detain.held_since"
        and stand.present
        and not re.search(r"\b(?:since|for \w+)\b", m.args.after)
    ):
        return "it tells a state of today"
    if rule.present and not stand.present:
        return "it tells the past, not a state"
    if rule.id == "custody.hold" and re.search(
        r"^\W*(?:\w+\W+){0,3}?(?:talks|rally|meeting|press|hands|responsib)", m.args.after
    ):
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
        d.attribution = [
            a
            for x in m.agents[:1]
            if (a := scene.sources.as_link(s, scene.ms, x.head, s[trigger].text)) is not None
        ]
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
_AMONG = re.compile(
    r"\b(?:is|are|was|were)? ?(?:among (?:them|those)|one of them|part of the group|included)\b", re.I
)


def _members(scene: Scene, d: Draft, people: list[Mention]) -> None:
    """Names told as parts of the people: in apposition, after a colon, behind "including" or "among them"."""
    s, ms = scene.s, scene.ms
    found: list[Mention] = []
    for p in people:
        for j in _apposed(s, p.head, whole=p.kind == "group"):
            found += [
                m for m in scene.mentions([j]) if m.kind == "person" and m.anaphor is None and m.head == j
            ]
        if p.kind == "group":
            behind = [m for j in _including(s, p.head) if (m := ms.at(j)) is not None and m.kind == "person"]
            found += behind
            d.hedges += ["including"] if behind and "including" not in d.hedges else []
            found += _after_colon(scene, p)
    if any(p.kind == "group" for p in people):
        found += _among_them(scene, d)
    for m in found:
        if all(m.head != p.head for p in d.slots["people"]) and s[m.head].tag in {"NNP", "NNPS"}:
            d.put("people", m)
            d.exhaustive = False


def _apposed(s: Sentence, head: int, *, whole: bool) -> list[int]:
    """Names in apposition; to a name only where they run on to an "and" (a list, not a description)."""
    todo, out = [head], []
    while todo:
        for k in s.kids(todo.pop(), "appos", "conj"):
            out.append(k.i)
            todo.append(k.i)
    joined = any(s.kid(i, "cc") is not None for i in [head, *out])
    return sorted(out) if whole or (joined and any(s[i].dep == "conj" for i in out)) else []


def _after_colon(scene: Scene, p: Mention) -> list[Mention]:
    """ "three hostages: X, 28, Y, a nurse, and Z"."""
    s = scene.s
    colon = next((w.i for w in s.words if w.i > p.hi and w.text == ":"), None)
    if colon is None:
        return []
    out = []
    for w in s.words[colon + 1 :]:
        if w.tag not in {"NNP", "NNPS"} or w.dep in {"compound", "poss", "nmod", "amod"}:
            continue
        m = scene.ms.at(w.i)
        inside = any(u.dep in {"relcl", "acl", "prep", "advcl"} and u.i > colon for u in [w, *s.up(w.i)])
        if m is not None and m.kind == "person" and m.head == w.i and not inside:
            out.append(m)
    return out


def _including(s: Sentence, head: int) -> list[int]:
    found: list[int] = []
    for w in s.words:
        if w.low in {"including", "namely"} and head < w.i < head + 25:
            for k in s.kids(w.i, "pobj", "dobj", "pcomp"):
                found += s.conjuncts(k.i)
                found += [c.i for j in s.conjuncts(k.i) for c in s.kids(j, "appos") if c.tag == "NNP"]
    return found


def _among_them(scene: Scene, d: Draft) -> list[Mention]:
    """ "…, the opposition figure X among them", "among them the poet X and the engineer Y"."""
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
        last = after[0]
        for i in after:
            m = ms.at(i)
            if s[i].tag.startswith("V") and s[i].tag != "VBN" or i - last > 7:
                break
            if (
                m is not None
                and m.kind == "person"
                and m.anaphor is None
                and s[i].dep not in {"compound", "poss"}
                and m.head == i
            ):
                out.append(m)
                last = i
    elif before:
        lead = s.text[: match.start()].rstrip(" ,")
        comma = max(lead.rfind(","), lead.rfind("—"), 0)
        out = [
            m
            for i in before
            if s[i].start - s.start >= comma
            and (m := ms.at(i)) is not None
            and m.kind == "person"
            and m.anaphor is None
            and s[i].dep not in {"compound", "poss"}
        ]
    return [m for m in out if s[m.head].tag == "NNP"]


# ── where from, where to ──
def _places(scene: Scene, m: Match, d: Draft) -> None:
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
            if place is None or not (_is_place(place) or lodged or place.anaphor == "country"):
                continue
            if motion and (
                prep in {"to", "into", "onto", "towards", "toward", "aboard"}
                or (prep == "for" and verb in {"leave", "depart", "take", "head", "fly"})
            ):
                _put_place(d, "to", place)
            elif motion and prep in {"inside", "within"} and place.anaphor == "country":
                _put_place(d, "to", place)
            elif (
                motion
                and prep in {"in", "at"}
                and kind == "TRANSFER"
                and verb in {"arrive", "land", "be", "touch", "come", "receive", "reach"}
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
                        if _is_place(place):
                            _put_place(d, "place", place)
    if verb in {"leave", "exit", "depart"} and kind in {"TRANSFER", "RELEASE"}:
        for j in m.args.patient:
            place = scene.ms.at(j)
            if place is not None and (_is_place(place) or place.kind == "facility"):
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


def _is_place(m: Mention) -> bool:
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


def _gapped(scene: Scene, m: Match, first: Draft) -> list[Draft]:
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
                    if (p := ms.at(i)) is not None and _is_place(p)
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
    close = [
        q
        for q in found
        if abs(q.start - here) < 90
        and not re.search(r"\b(?:ago|after|spent|nearly all)\b", s.text[max(0, q.start - 7) : q.start])
    ]
    if close:
        q = close[-1] if m.rule.id == "sentence.cut" else min(close, key=lambda q: abs(q.start - here))
        d.penalty = q.quantity
        for i in s.at(s.start + q.start, s.start + q.end):
            d.widen(i)
    elif re.search(r"\b(?:to|for) (life|death)\b", m.args.after):
        word = re.search(r"\b(?:to|for) (life|death)\b", m.args.after)
        d.penalty = Quantity(
            None, None, cue=word.group(1) if word else "", unit=word.group(1) if word else None
        )
    if d.quantity is not None and d.penalty is not None and d.quantity.cue == d.penalty.cue:
        d.quantity = None
    offence = next((j for p in ("for", "of", "with", "on", "over") for j in m.args.preps.get(p, [])), None)
    if offence is not None:
        what = scene.ms.at(offence)
        if (
            what is not None
            and what.kind in {"topic", "organisation", "event"}
            and what.noun not in {"year", "month"}
        ):
            d.put("offence", what)
