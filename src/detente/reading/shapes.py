"""Does a rule's shape hold here: what its agent and patient are, or why it does not fit."""

from __future__ import annotations

import re

from detente.reading.arguments import Arguments, subject
from detente.reading.grace_shapes import GRACE_SHAPES, gives_itself
from detente.reading.lexicon import Rule
from detente.reading.measure_shapes import MEASURE_SHAPES
from detente.reading.mention import Mention
from detente.reading.noun_shapes import NOUN_SHAPES
from detente.reading.scene import Match, Scene
from detente.reading.talk_shapes import TALK_SHAPES


def shape_of(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """The match, or why the rule does not fit."""
    s = scene.s
    after = a.after
    if (
        rule.then is not None
        and s[a.trigger].lemma not in rule.bare
        and rule.shape not in {"noun"}
        and not rule.then.search(after)
    ):
        return "the words after the trigger do not fit"
    if rule.unless is not None and rule.unless.search(
        after or s.span_text(a.trigger, len(s) - 1)[len(s[a.trigger].text) :]
    ):
        return "the words after the trigger speak of something else"
    if rule.require is not None and not rule.require.search(s.text):
        return "a word that it needs is not in the sentence"
    handler = _SHAPES.get(rule.shape)
    match = handler(scene, rule, a) if handler is not None else _transitive(scene, rule, a)
    if isinstance(match, str):
        return match
    if rule.object is not None and not any(rule.object.search(scene.text(m)) for m in match.patients):
        return "its object does not fit"
    return match


def _transitive(scene: Scene, rule: Rule, a: Arguments) -> Match:
    """Subject and object; "20 prisoners released" without an object tells whom, not who."""
    agents, patients = scene.mentions(a.agent), scene.mentions(a.patient)
    bare = not patients and not a.passive and scene.s[a.trigger].tag in {"VBN", "VBD"}
    if bare and rule.patient == "human" and agents and all(m.kind == "group" and m.human for m in agents):
        return Match(rule, a, [], agents)
    if rule.patient == "human" and not any(scene.human(m) for m in patients):
        patients = scene.mentions([k.i for k in scene.s.kids(a.trigger, "dative")]) or patients
    return Match(rule, a, agents, patients)


def _intransitive(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    if a.passive:
        return "passive where the subject itself moves"
    w = scene.s[a.trigger]
    if w.dep in {"ccomp", "xcomp"} and scene.s[w.head].lemma in {"allow", "permit", "enable"}:
        return "the verb above tells it"
    return Match(rule, a, [], [x for m in scene.mentions(a.agent) for x in _aboard(scene, m)])


def _aboard(scene: Scene, m: Mention) -> list[Mention]:
    """ "A jet with the five Americans", "buses carrying 90 men": whom a vehicle carries; else who moves."""
    s, lex = scene.s, scene.lex
    if s[m.head].lemma not in lex["nouns.vehicle"]:
        return [m]
    heads = s.objects(m.head, {"with", "of", "for"})
    for k in s.kids(m.head, "acl", "relcl"):
        if k.lemma in {"carry", "bring", "transport", "hold", "take"}:
            heads += [j for o in s.kids(k.i, "dobj") for j in s.conjuncts(o.i)]
    return scene.mentions(heads)


def _either(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    if a.passive or not a.patient or scene.s[a.trigger].lemma in {"be", "remain", "stay"}:
        subjects = a.patient if a.passive else a.agent
        return Match(rule, a, scene.mentions(a.agent) if a.passive else [], scene.mentions(subjects))
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(a.patient))


def _passive(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    if not a.passive:
        return "active, so it tells a state"
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(a.patient))


def _copula(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s = scene.s
    w = s[a.trigger]
    verb = w.i if w.lemma == "be" else w.head
    if s[verb].lemma not in {"be", "remain", "become"} or (
        s[verb].lemma == "be" and s[verb].dep in {"aux", "auxpass"}
    ):
        return "no copula"
    heads, _ = subject(s, verb)
    return Match(rule, scene.arguments(verb) if verb != a.trigger else a, [], scene.mentions(heads))


def _grant(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "granted clemency to X", "X was granted a pardon", "gave X amnesty"."""
    s = scene.s
    thing = re.compile(r"^(?:pardons?|clemency|amnesty|reprieves?|parole)$")
    to = [j for p in ("to", "for") for i in a.preps.get(p, [])[:1] for j in s.conjuncts(i)]
    others = [i for i in a.patient if not thing.match(s[i].low)]
    objects = [*a.patient, *(k.i for k in s.kids(a.trigger, "dobj", "oprd"))]
    if a.passive and any(s[i].low == "parole" for i in a.patient):
        return "a parole by itself is no act of grace"
    if not any(thing.match(s[i].low) for i in objects):
        return "no pardon is given"
    if gaining := [] if a.passive else gives_itself(scene, a):
        return Match(rule, a, scene.mentions(a.preps.get("from", [])), scene.mentions(gaining))
    patients = [m for m in scene.mentions(to) if scene.human(m)] or scene.mentions(others)
    dative = [k.i for k in s.kids(a.trigger, "dative") if k.tag != "IN" and k.tag != "TO"]
    return Match(rule, a, scene.mentions(a.agent), patients or scene.mentions(dative))


def _term(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "gave her nine years", "given 18 years", "is serving 19.5 years", "jailed for ten days"."""
    s = scene.s
    lemma = s[a.trigger].lemma
    numbers = [
        q for q in scene.ms.numbers if q.kind == "duration" and q.start + s.start >= s[a.trigger].start
    ]
    life = re.search(r"\b(life|death)\b(?: (?:sentence|imprisonment|in prison|term|penalty))?", a.after)
    if not numbers and not life:
        return "no term is told"
    gap = s.text[s[a.trigger].end - s.start : numbers[0].start] if numbers else ""
    if numbers and (
        len(gap.split()) > 6 or re.search(r"[,;]|\b(?:ago|after|before|since|within|next|last|first)\b", gap)
    ):
        return "the length of time belongs to something else"
    if numbers and s[a.trigger].lemma == "give" and re.match(r"\s+to \w+", s.text[numbers[0].end :]):
        return "it is a time to do something in"
    if lemma in {"get", "receive", "serve", "face", "do", "draw", "incur"}:
        return Match(rule, a, [], scene.mentions(a.patient if a.passive else a.agent))
    heads = [i for i in a.patient if (m := scene.ms.at(i)) is not None and scene.human(m)]
    dative = [k.i for k in s.kids(a.trigger, "dative")]
    if not a.passive and not heads and lemma in {"give", "hand", "impose", "award"}:
        behind = [j for p in ("to", "on") for j in a.preps.get(p, [])]
        heads = [i for i in behind if (m := scene.ms.at(i)) is not None and scene.human(m)]
    if a.passive or heads or dative:
        return Match(rule, a, scene.mentions(a.agent), scene.mentions(heads or dative))
    return "nobody is given the term"


def _list_total(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s = scene.s
    if not re.search(r"\blists?\b|\bregister\b|\bcount (?:of|stood|stands|is|was)\b|\btally\b", s.text):
        return "no list is spoken of"
    if not re.search(r"\b(?:at|of|has|have|had|names?|counts?|lists?|stood)\b", s.text):
        return "no total is told"
    if not any(q.kind == "count" and (q.quantity.exact or q.quantity.lo != 2) for q in scene.ms.numbers):
        return "no number is told"  # a bare "people" is no total
    return Match(rule, a, [], scene.mentions(a.patient or a.agent))


def _unseen(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s = scene.s
    negated = re.search(
        r"\b(?:nobody|no one|not|never|n[’']t|nothing)\b", s.span_text(0, min(len(s) - 1, a.end)), re.I
    )
    if not negated or not re.search(
        r"\bsince\b|\bfrom\b|\bfor (?:more than |over )?\w+ (?:years?|months?|weeks?|days?)", a.after
    ):
        return "nobody is told to be unseen"
    people = [m for m in scene.mentions(a.patient or a.agent) if scene.human(m) and not m.negative]
    return Match(rule, a, [], people) if people else "nobody is told to be unseen"


_SHAPES = {
    "intransitive": _intransitive, "either": _either, "passive": _passive, "copula": _copula,
    "grant": _grant, "term": _term, "list_total": _list_total, "unseen": _unseen,
    **NOUN_SHAPES, **TALK_SHAPES, **GRACE_SHAPES, **MEASURE_SHAPES,
}  # fmt: skip
