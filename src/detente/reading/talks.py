"""Frames of talks, mandates and steps between states."""

from __future__ import annotations

import re

from detente.language.durations import durations
from detente.reading.draft import Draft
from detente.reading.mentions import Mention
from detente.reading.scene import Match, Scene
from detente.reading.talk_shapes import parties
from detente.records import Filler

_TOPIC = re.compile(
    r"\b(?:focus(?:ed|ing|es)? on|about|discussing|on|over|to discuss|concerning|devoted to)\s+((?:the |a |an )?[\w’' -]{4,80}?)(?=[,.;]|\s+(?:and (?:said|that)|with|between|in|after|before|that|which|who|on|at)\b|$)",
    re.I,
)  # fmt: skip


def fill(scene: Scene, m: Match) -> list[Draft] | str:
    """Drafts of a match about talks, mandates or diplomatic steps, or why it is none."""
    why = _unfit(scene, m)
    if why:
        return why
    rule, s = m.rule, scene.s
    stand = (
        scene.modality.of_noun(s, m.noun.i)
        if m.noun is not None
        else scene.modality.of_verb(s, m.args.trigger)
    )
    chain, certain = scene.sources.chain(s, scene.ms, m.args.trigger)
    d = Draft(rule.id, rule.type, s, scene.ms, m.args.trigger, m.args.trigger, m.args.trigger, sub=rule.sub, source=rule,
              stand=stand, args=m.args, attribution=chain, scope_certain=certain, nominal=m.noun is not None)  # fmt: skip
    d.hedges += stand.hedges
    d.widen(*m.args.used)
    if rule.sub == "mediate" and not re.search(
        r"\b(?:talks|negotiations?|meetings?|rounds?)\b", s.span_text(m.args.trigger, len(s) - 1)
    ):
        return [_mediator(scene, m, d)]
    if rule.type == "TALKS":
        _talks(scene, m, d)
    elif rule.type == "MANDATE":
        _mandate(scene, m, d)
    else:
        _step(scene, m, d)
    for people in d.slots.values():
        for p in people:
            d.widen(p.lo, p.hi)
    return [d]


def _mediator(scene: Scene, m: Match, d: Draft) -> Draft:
    """Who stood between the sides, where no round of talks is told: a role, dated by its document."""
    d.type, d.sub, d.rule = "ATTRIBUTE", "role", "attribute.mediator"
    d.stand.mode = "background" if d.stand.mode == "performed" else d.stand.mode
    d.put("subject", *m.agents)
    d.add("value", Filler("mediator", "value"))
    for p in m.agents:
        d.widen(p.lo, p.hi)
    return d


def _unfit(scene: Scene, m: Match) -> str | None:
    rule, s = m.rule, scene.s
    if rule.patient == "official" and not any(_official(scene, p) for p in m.patients):
        return f"“{m.patients[0].text if m.patients else 'nobody'}” holds no office"
    if rule.patient == "party":
        able = parties(scene, m.patients) or parties(scene, scene.mentions(m.args.preps.get("with", [])))
        if not able and not m.agents:
            return "it does not say with whom"
        if rule.id == "talks.meet" and (not able or not parties(scene, m.agents)) and not (len(m.agents) > 1):
            return "it does not say who meets whom"
        plain = [p for p in able if p.kind == "group" and not _official(scene, p)]
        if rule.id == "talks.meet" and able and len(plain) == len(able):
            return "those met hold no office"
    if rule.patient == "place":
        if not any(p.kind in {"state", "place"} or p.city for p in m.patients):
            return "no place is visited"
        if not any(_official(scene, p) for p in m.agents):
            return "nobody of office visits"
    if rule.id == "mandate.reports" and not any(p.kind == "person" for p in m.patients):
        return "nobody is named"
    if (
        rule.id == "mandate.reports"
        and s[m.args.trigger].lemma == "report"
        and not re.search(r"^\W*to (?:the|his|her) \w+", m.args.after)
    ):
        return "something is reported"
    return None


def _official(scene: Scene, p: Mention) -> bool:
    words = {scene.s[i].lemma for i in range(max(0, p.lo - 1), p.hi + 1)}
    below = {scene.s[i].lemma for i in scene.s.subtree(p.head)}
    return bool((words | below) & scene.lex["nouns.office"]) or bool(p.titles)


def _talks(scene: Scene, m: Match, d: Draft) -> None:
    s = scene.s
    if m.rule.sub == "mediate":
        d.put("mediator", *m.agents)
        d.put("participants", *m.agents)
        for p in parties(scene, [*m.patients, *scene.mentions(m.args.preps.get("between", []))]):
            d.put("between", p)
        return
    agents = m.agents
    partners = [
        *m.patients,
        *scene.mentions([j for p in ("with", "between") for j in m.args.preps.get(p, [])]),
    ]
    if m.rule.id == "talks.visit":
        partners = []
    people = parties(scene, [*agents, *partners])
    d.put(
        "participants",
        *[p for p in people if p.head not in {q.head for q in d.slots.get("participants", [])}],
    )
    if m.rule.id == "talks.hold":
        _inner_parties(scene, m, d)
    _where(scene, m, d)
    tail = s.text[s[min(d.lo, m.args.trigger)].start - s.start :]
    topic = _TOPIC.search(tail)
    if topic is not None and not re.match(
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\w+ \d", topic.group(1), re.I
    ):
        d.topic = topic.group(1).strip()
        at = s[min(d.lo, m.args.trigger)].start + topic.start(1)
        d.add("topic", Filler(d.topic, "topic"))
        for i in s.at(at, at + len(d.topic)):
            d.widen(i)
    for length in durations(s.text):
        gap = abs(length.start - (s[m.args.trigger].start - s.start))
        if gap < 60 and re.search(r"\b(?:of|for|spent|two-day|three-day)?\s*$", s.text[: length.start]):
            d.duration = length.iso
            d.add("duration", Filler(s.text[length.start : length.end], "value"))
            for i in s.at(s.start + length.start, s.start + length.end):
                d.widen(i)
            break
    if re.search(r"\b(?:tele)?phone|\bcall\b", s.text):
        d.sub = "phone"


def _inner_parties(scene: Scene, m: Match, d: Draft) -> None:
    s = scene.s
    for p in m.patients:
        for i in s.subtree(p.head):
            if s[i].low in {"with", "between"}:
                for o in s.kids(i, "pobj"):
                    found = parties(scene, scene.mentions(s.conjuncts(o.i)))
                    have = {q.head for q in d.slots.get("participants", [])}
                    d.put("participants", *[q for q in found if q.head not in have])
    d.slots["participants"] = [
        q for q in d.slots.get("participants", []) if q.head not in {p.head for p in m.patients}
    ]


def _where(scene: Scene, m: Match, d: Draft) -> None:
    s = scene.s
    heads = [*m.args.preps.get("in", []), *m.args.preps.get("at", []), *m.args.preps.get("to", [])]
    around = [
        m.args.trigger,
        *([s[m.args.trigger].head] if m.noun is not None else []),
        *(p.head for p in m.patients),
    ]
    for n in around:
        for k in s.kids(n, "prep"):
            if k.low in {"in", "at", "to"}:
                heads += [p.i for p in s.kids(k.i, "pobj")]
    if m.rule.id == "talks.visit":
        heads += [p.head for p in m.patients]
    for i in dict.fromkeys(heads):
        place = scene.ms.at(i)
        if place is not None and (place.kind in {"state", "place", "facility"} or place.city):
            d.put("place", place)


def _mandate(scene: Scene, m: Match, d: Draft) -> None:
    s = scene.s
    people = [p for p in m.patients if p.kind in {"person", "group"}]
    d.put("agent", *people)
    d.put("principal", *m.agents)
    if m.rule.id == "mandate.reports":
        for p in ("to", "of", "for"):
            d.put("principal", *scene.mentions(m.args.preps.get(p, [])))
    office = re.search(
        r"\b(?:special |chief |deputy |foreign |peace )*(?:envoy|representative|ambassador|deputy|minister|negotiator|mediator|spokes\w+|adviser|advisor|aide|coordinator)\b(?: (?:for|to|on) [A-Z][\w’' ]{2,30})?",
        s.text,
    )
    if office is not None and m.rule.id != "mandate.reports":
        d.add("office", Filler(office.group(0), "office"))
        for i in s.at(s.start + office.start(), s.start + office.end()):
            d.widen(i)


def _step(scene: Scene, m: Match, d: Draft) -> None:
    d.put("actor", *[a for a in m.agents if a.kind in {"state", "organisation", "person"}])
    for p in m.patients:
        d.add("kind", Filler(p.name, "topic"))
        d.widen(p.lo, p.hi)
    for prep in ("with", "from", "to", "in"):
        for x in scene.mentions(m.args.preps.get(prep, [])):
            if x.kind in {"state", "place"}:
                d.put("counterpart" if prep != "in" else "place", x)
