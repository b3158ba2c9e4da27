"""Frames of people: detained, sentenced, held, pardoned, freed, moved, harmed."""

from __future__ import annotations

import re

from detente.reading.draft import Draft
from detente.reading.mention import Mention
from detente.reading.modality import Stand
from detente.reading.movement import gapped, places
from detente.reading.people import members
from detente.reading.scene import Match, Scene
from detente.reading.sides import gapped_agents, other_side, reciprocal
from detente.records import Quantity


def fill(scene: Scene, m: Match) -> list[Draft] | str:
    """Drafts of a match about people, or why it is none."""
    rule, s = m.rule, scene.s
    why = _description(scene, m)
    if why:
        return why
    people = [p for p in m.patients if scene.human(p)]
    if rule.patient == "any":
        people = _owners(scene, m.patients, m.args.preps.get("against", [])) or [
            p for p in m.patients if rule.shape == "recount"
        ]
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
        places(scene, m, d)
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
    if rule.id == "transfer.noun" and all(not d.slots.get("to") and not d.slots.get("from") for d in drafts):
        return "it does not say where to"
    if rule.needs_place and all(not d.slots.get("to") and not d.slots.get("from") for d in drafts):
        return "it does not say where to"
    if rule.type == "TRANSFER" or rule.id == "release.hand_over":
        drafts += gapped(scene, m, drafts[0])
    elif m.noun is None:
        drafts += gapped_agents(scene, m, drafts[0])
    if rule.type == "RELEASE":
        drafts += other_side(scene, m, drafts[0])
        drafts += reciprocal(scene, m, drafts[0])
    return drafts


def _owners(scene: Scene, things: list[Mention], against: list[int]) -> list[Mention]:
    """Whose term, conviction or custody: "the pastor's custody", "the conviction of nurse A. B."."""
    s = scene.s
    out = [x for x in scene.mentions(against) if scene.human(x)]
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


_TIME_WORDS = re.compile(
    r"\b(?:in|since|on|last|this|early|late|by|during|until|before|after) (?:\w+ ){0,3}?(?:(?:19|20)\d\d|Jan\w*|Feb\w*|Mar(?:ch)?|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*|year|month|week|\w+day)\b|\b(?:years?|months?|weeks?|days?)\b",
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
            if (found.kind == "person" and found.anaphor is None) or found.quantity is not None:
                return [found]
    return []


def _handed_to_state(d: Draft) -> None:
    """Handed over *to a state* is a movement; handed over, and no more said, leaves custody."""
    if d.rule == "release.hand_over" and any(p.kind in {"state", "place"} for p in d.slots.get("to", ())):
        d.type, d.alt_type, d.sub = "TRANSFER", "RELEASE", "handover"
        d.slots["mover"] = d.slots.pop("releaser", [])


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
    if rule.type == "SENTENCE" and m.agents and not any(_can_judge(scene, a) for a in m.agents):
        return "no court or authority is named"
    if rule.present and not stand.present:
        return "it tells the past, not a state"
    if rule.id == "custody.hold" and re.search(
        r"^\W*(?:\w+\W+){0,3}?(?:talks|rally|meeting|press|hands|responsib)", m.args.after
    ):
        return "what is held is no person"
    return None


def _can_judge(scene: Scene, a: Mention) -> bool:
    words = {scene.s[i].lemma for i in range(a.lo, a.hi + 1)}
    lex = scene.lex
    return a.kind not in {"group"} or a.plural or bool(words & (lex["nouns.official"] | lex["nouns.body"]))


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
    members(scene, d, people)
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
    cut = re.search(r"\bto (\w+)\W*$", m.args.after) if m.rule.id == "sentence.cut" else None
    number = scene.ms.number_in(m.args.end, m.args.end) if cut is not None else None
    if number is not None and close:
        q = number.quantity
        d.penalty = Quantity(q.lo, q.hi, exact=q.exact, cue=q.cue, unit=close[-1].quantity.unit)
    elif close:
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
