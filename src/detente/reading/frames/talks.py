"""Frames of talks; mandates and steps between states have modules of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.language.durations import FoundDuration, durations
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.false_reports import in_false_report
from detente.reading.clauses.scene import Match, Scene
from detente.reading.frames import mandates, steps
from detente.reading.nouns.mentions import Mention
from detente.reading.parsing.words import PROPER
from detente.reading.shapes.parties import as_place, kin, official, parties, partners, side
from detente.reading.shapes.shapes import shape_of
from detente.reading.shapes.talk_shapes import measure_of, worked_out
from detente.records import UNSTATED, Filler

_TOPIC = re.compile(
    r"\b(?:focus(?:ed|ing|es)? on|about|discuss(?:ing|ed)?|on|over|to discuss|concerning|devoted to)\s+"
    r"((?:the |a |an )?[\w’' -]{4,80}?)"
    r"(?=[,.;]|\s+(?:and (?:said|that)|with|between|in|after|before|that|which|who|on|at|for)\b|$)",
    re.I,
)  # fmt: skip
_NO_TOPIC = re.compile(
    r"(?:the )?(?:early |late |next |last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|\w+ \d|\d"
    r"|the (?:sidelines|margins|phone|telephone|weekend|eve|line)\b"
    r"|(?:tele)?phone\b|video\b|behalf\b|an? (?:\w+ )?(?:visit|trip|tour|mission)\b|board\b|condition\b"
    r"|one |two |three |several |(?:\w+ )?(?:hours?|days?|weeks?)\b",
    re.I,
)  # fmt: skip
_NOT_ITS_LENGTH = re.compile(r"^\W*(?:ago|later|after|before|earlier|old)\b", re.I)
_ANOTHER_TIME = re.compile(r"\b(?:in|within|every|last|past|next|since)\W+(?:the )?$", re.I)
_ROUND = re.compile(r"\b(?:talks|negotiations?|meetings?|rounds?)\b")
_PHONE = re.compile(r"\b(?:tele)?phon\w*|\bcall\b|\bvideo (?:link|call|conference)")
_MANY = re.compile(
    r"\b(?:three|four|five|six)-(?:way|party|nation)|trilateral|quadrilateral|multilateral|multi-party", re.I
)
_MEETING = re.compile(r"\b(?:meetings?|conversations?|discussions?)\b", re.I)
"""Nouns for talk among anybody: shareholders have meetings too."""
_NEAR = 60
"""Characters between a trigger and the length of time that may still be its own."""


def fill(scene: Scene, m: Match) -> list[Draft] | str:
    """Drafts of a match about talks, mandates or diplomatic steps, or why it is none."""
    if m.rule.type == "MANDATE":
        return mandates.fill(scene, m, _draft(scene, m))
    if m.rule.type == "DIPLOMATIC_STEP":
        return steps.fill(scene, m, _draft(scene, m))
    why = _unfit(scene, m) or _told_by_its_verb(scene, m)
    if why:
        return why
    d = _draft(scene, m)
    if m.rule.shape == "called_off":
        d.stand.set("denied", m.args.trigger)
    if m.rule.sub == "mediate":
        _mediated(scene, m, d)
    else:
        _talks(scene, m, d)
    for people in d.slots.values():
        for p in people:
            d.widen(p.lo, p.hi)
    return [d]


def _draft(scene: Scene, m: Match) -> Draft:
    rule, s, t = m.rule, scene.s, m.args.trigger
    above = s.verb_of(t) if m.noun is not None else t
    out_of_it = m.noun is not None and worked_out(scene, m.noun, above)  # what is worked out is no aim
    noun = m.noun is not None and not out_of_it
    stand = scene.modality.of_noun(s, t) if noun or above is None else scene.modality.of_verb(s, above)
    if noun and in_false_report(s, t, scene.lex):
        stand.set("denied", None)
    chain, certain = scene.sources.chain(s, scene.ms, t)
    d = Draft(rule.id, rule.type, s, scene.ms, t, t, t, sub=rule.sub, source=rule, stand=stand,
              args=m.args, attribution=chain, scope_certain=certain, nominal=m.noun is not None)  # fmt: skip
    d.hedges += stand.hedges
    d.widen(*m.args.used, *([above, *s.np(t)] if out_of_it and above is not None else []))
    return d


# ── what is no talks ──
def _unfit(scene: Scene, m: Match) -> str | None:
    if m.rule.patient == "official":
        received = [p for p in m.patients if p.kind in {"person", "group", "organisation"}]
        if not any(official(scene, p, below=False) for p in received):
            return f"“{m.patients[0].text if m.patients else 'nobody'}” holds no office"
    if m.rule.agent_kind == "official" and m.rule.patient == "any":
        return None if any(official(scene, p) for p in m.agents) else "nobody of office visits"
    if m.rule.patient == "party":
        return _unmet(scene, m)
    if m.rule.id == "talks.hold" and all(_MEETING.search(scene.text(p)) for p in m.patients):
        everyone = [*m.agents, *scene.mentions([j for p in m.patients for j in _at_table(scene, p.head)])]
        if not any(p.kind in {"person", "state"} or official(scene, p) for p in everyone):
            return "nobody of office meets"
    if m.rule.patient == "place":
        if not any(p.kind in {"state", "place"} or p.city for p in m.patients):
            return "no place is visited"
        named = any(p.kind == "person" for p in m.agents) and _ROUND.search(m.args.after) is not None
        if not named and not any(official(scene, p) for p in m.agents):
            return "nobody of office visits"
    return None


def _unmet(scene: Scene, m: Match) -> str | None:
    """Why nobody meets anybody: a relative at the gate, a crowd, a side that is not told."""
    sides = parties(scene, m.agents)
    met = parties(scene, m.patients) or partners(scene, scene.mentions(m.args.preps.get("with", [])))
    if any(kin(scene, p) for p in met) and not met[1:]:
        return "a relative is met"
    if any(kin(scene, p) for p in sides) and not any(official(scene, p) for p in met):
        return "a relative meets somebody"
    if m.rule.id == "talks.phone" and not any(official(scene, p) or side(scene, p) for p in [*sides, *met]):
        return None if any(p.kind == "state" for p in met) else "nobody of office is called up"
    if m.rule.shape != "transitive":
        return None if met or m.agents else "it does not say with whom"
    if not sides or (not met and len(m.agents) < 2 and not any(side(scene, p) for p in sides)):
        return "it does not say who meets whom"
    if met and all(p.anaphor == "i" for p in met) and not any(official(scene, p) for p in sides):
        return "somebody calls on who tells of it"
    if met and all(p.kind == "group" and not official(scene, p) for p in met):
        return "those met hold no office"
    return None


def _told_by_its_verb(scene: Scene, m: Match) -> str | None:
    """ "held talks", "met for talks": the verb tells the noun's talks with more of its roles."""
    s = scene.s
    if m.noun is None or m.rule.shape == "mediate_noun":
        return None
    verb = s.verb_of(m.noun.i)
    path = [m.noun, *s.up(m.noun.i)]
    between = path[: next((k for k, w in enumerate(path) if w.i == verb), 0)]
    below = s.kid(verb, "xcomp") if verb is not None and s[verb].lemma == "be" else None
    carried = {"pobj", "prep", "dobj", "nsubjpass", "conj", *(["nsubj"] if below is not None else [])}
    if verb is None or any(w.dep not in carried for w in between):
        return None
    if any(w.dep == "prep" and w.low not in {"of", "for", "in"} for w in between):
        return None
    told = s[verb] if below is None else below  # "talks are to be held"
    for rule in scene.lex.by_verb.get(told.lemma, ()):
        if rule.type == "TALKS":
            found = shape_of(scene, rule, scene.arguments(told.i))
            if not isinstance(found, Match) or _unfit(scene, found) is not None:
                continue
            if rule.shape != "mediate" or found.args.preps.get("between") or _at_table(scene, m.noun.i):
                return f"{rule.id} tells it"
    return None


# ── roles ──
def _mediated(scene: Scene, m: Match, d: Draft) -> None:
    """Who stood between the sides; where no sides and no round are told it is a role, not talks."""
    s = scene.s
    between = partners(scene, scene.mentions(m.args.preps.get("between", [])))
    together = m.rule.id == "talks.bring_together"
    if not between and not together and not _ROUND.search(s.span_text(m.args.trigger, len(s) - 1)):
        d.type, d.sub, d.rule = "ATTRIBUTE", "role", "attribute.mediator"
        d.stand.mode = "background" if d.stand.mode == "performed" else d.stand.mode
        d.put("subject", *m.agents)
        d.add("value", Filler("mediator", "value"))
        return
    d.put("mediator", *m.agents)
    d.put("participants", *m.agents)
    d.put("between", *parties(scene, m.patients), *between)


def _talks(scene: Scene, m: Match, d: Draft) -> None:
    host = m.rule.sub == "host"
    if host:
        d.put("host", *m.agents)
    people = [] if host and m.rule.object is not None else parties(scene, m.agents)
    if m.rule.patient != "place":
        people += [p for p in parties(scene, m.patients) if m.rule.object is None or host]
        for i in [m.args.trigger, *(p.head for p in m.patients)]:
            people += partners(scene, scene.mentions(_at_table(scene, i)))
        people += partners(
            scene, scene.mentions([j for p in ("with", "between") for j in m.args.preps.get(p, [])])
        )
    else:
        people += partners(scene, scene.mentions(m.args.preps.get("with", [])))
    if m.noun is not None:
        people = list(m.agents)
    seen: dict[int, Mention] = {p.head: p for m in reversed(people) for p in reversed(_by_name(scene, m))}
    d.put("participants", *sorted(seen.values(), key=lambda p: p.head))
    if not seen:
        d.add("participants", Filler(UNSTATED, "unstated"))
    d.slots["place"] = list(_places(scene, m))
    d.put("mediator", *_chaired(scene, m))
    if m.noun is not None and measure_of(scene, m.noun).i < m.noun.i:
        d.widen(*scene.s.np(measure_of(scene, m.noun).i))
    _topic(scene, m, d)
    _length(scene, m, d)
    d.sub = _sub(scene, m, d)


def _chaired(scene: Scene, m: Match) -> list[Mention]:
    """ "meetings chaired by the judge Ada Orlu": who sits over the talks, and for no side."""
    s = scene.s
    nouns = [m.noun.i] if m.noun is not None else [p.head for p in m.patients]
    over = [k for n in nouns for k in s.kids(n, "acl", "relcl") if k.lemma in scene.lex["verbs.chairing"]]
    by = [j for k in over for j in s.objects(k.i, {"by"}, deps=("agent", "prep"))]
    return [p for p in scene.mentions(by) if p.kind in {"person", "organisation", "state"}]


def _by_name(scene: Scene, m: Mention) -> list[Mention]:
    """ "Foreign ministers X and Y": those whose names stand right behind their office, else the phrase."""
    names = [j for k in scene.s.kids(m.head, "appos") if k.i > m.head for j in scene.s.conjuncts(k.i)]
    called = m.kind == "group" and m.plural and scene.s[m.head].lemma in scene.lex["nouns.office"]
    close = called and bool(names) and scene.s[m.head + 1].tag in PROPER
    persons = [x for x in scene.mentions(names) if x.kind == "person"] if close else []
    return persons if len(persons) > 1 else [m]


def _at_table(scene: Scene, i: int) -> list[int]:
    s = scene.s
    return [
        j for k in s.subtree(i) if s[k].low in {"with", "between"} and s[k].dep == "prep"
        for o in s.kids(k, "pobj") for j in s.conjuncts(o.i)
    ]  # fmt: skip


def _sub(scene: Scene, m: Match, d: Draft) -> str | None:
    """The kind of contact that the words themselves tell, else the rule's."""
    s = scene.s
    if _PHONE.search(s.text):
        return "phone"
    if len(d.slots.get("participants", ())) > 2 or _MANY.search(s.text):
        return "multilateral"
    at = {p.state or p.name for p in d.slots["place"] if p.state or p.kind == "state"}
    home = {p.state or (p.name if p.kind == "state" else None) for p in d.slots.get("participants", ())}
    if m.rule.sub != "host" and at and len(home) > 1 and None not in home and not at & home:
        return "third_place"
    return m.rule.sub


def _places(scene: Scene, m: Match) -> Iterator[Mention]:
    s = scene.s
    preps = ("in", "at", "to", "into")
    around = [m.args.trigger, *(p.head for p in m.patients)]
    if m.noun is not None:
        around += [w.i for w in list(s.up(m.noun.i))[:4] if w.low != "from"]
    heads = [j for p in preps for j in m.args.preps.get(p, [])]
    for k in (k for p in m.patients for k in s.kids(p.head, "relcl") if k.lemma in {"hold", "take", "begin"}):
        heads += [p.i for x in s.kids(k.i, "prep") if x.low in preps for p in s.kids(x.i, "pobj")]
    for n in around:
        heads += [p.i for k in s.kids(n, "prep") if k.low in preps for p in s.kids(k.i, "pobj")]
    if m.rule.patient == "place":
        heads += [p.head for p in m.patients]
    if m.rule.shape == "spend":  # "in Muscat discussing": the name may be parsed as who discusses
        heads += [w.i + 1 for w in s.words[m.args.trigger : -1] if w.low == "in" and s[w.i + 1].tag == "NNP"]
    for mention in scene.mentions(list(dict.fromkeys(heads))):
        place = as_place(scene, mention)
        if place is not None:
            yield place


def _topic(scene: Scene, m: Match, d: Draft) -> None:
    s = scene.s
    at = s[min(d.lo, m.args.trigger)].start - s.start
    while (found := _TOPIC.search(s.text, at)) is not None:
        at = found.start(1)
        if _NO_TOPIC.match(found.group(1)):
            continue
        d.topic = found.group(1).strip()
        d.add("topic", Filler(d.topic, "topic"))
        for i in s.at(s.start + at, s.start + at + len(d.topic)):
            d.widen(i)
        return


def _length(scene: Scene, m: Match, d: Draft) -> None:
    s = scene.s
    here = s[m.args.trigger].start - s.start
    for length in durations(s.text):
        if abs(length.start - here) < _NEAR and _lasts(s.text, length):
            d.duration = length.iso
            d.add("duration", Filler(s.text[length.start : length.end], "value"))
            for i in s.at(s.start + length.start, s.start + length.end):
                d.widen(i)
            return


def _lasts(text: str, length: FoundDuration) -> bool:
    """Is it how long they talked, and not an ordinal ("a second round") or how long ago it was?"""
    other = _ANOTHER_TIME.search(text[: length.start]) or _NOT_ITS_LENGTH.match(text[length.end :])
    return not length.iso.endswith("S") and other is None
