"""Does a rule's shape hold here: what its agent and patient are, or why it does not fit."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.reading.clauses.arguments import Arguments, subject
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.nouns.mention import Mention
from detente.reading.shapes.death_shapes import DEATH_SHAPES
from detente.reading.shapes.grace_shapes import GRACE_SHAPES, gives_itself
from detente.reading.shapes.harm_shapes import HARM_SHAPES
from detente.reading.shapes.idiom_shapes import IDIOM_SHAPES
from detente.reading.shapes.measure_shapes import MEASURE_SHAPES
from detente.reading.shapes.named_prisons import still_in
from detente.reading.shapes.noun_shapes import NOUN_SHAPES
from detente.reading.shapes.parties import kin, saying
from detente.reading.shapes.seen_inside import seen_inside
from detente.reading.shapes.swap_shapes import SWAP_SHAPES
from detente.reading.shapes.talk_shapes import TALK_SHAPES
from detente.reading.shapes.term_shapes import TERM_SHAPES
from detente.reading.shapes.unseen_shapes import UNSEEN_SHAPES
from detente.reading.shapes.withheld_shapes import WITHHELD_SHAPES


def shape_of(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """The match, or why the rule does not fit."""
    s = scene.s
    after = a.after
    if (
        rule.then is not None
        and s[a.trigger].lemma not in rule.bare
        and rule.shape not in {"noun"}
        and not rule.then.search(after, within=s.text)
    ):
        return "the words after the trigger do not fit"
    if rule.unless is not None and rule.unless.search(
        after or s.span_text(a.trigger, len(s) - 1)[len(s[a.trigger].text) :], within=s.text
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


def _transitive(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """Subject and object; "20 prisoners released" without an object tells whom, not who."""
    agents, patients = scene.mentions(a.agent), scene.mentions(a.patient)
    if (
        rule.patient == "human"
        and (told := _of_the_clause_above(scene, rule, a, agents, patients)) is not None
    ):
        return told
    if rule.patient == "human" and _things_before(scene, a):
        return "what it befalls are things told just before"
    bare = not patients and not a.passive and scene.s[a.trigger].tag in {"VBN", "VBD"}
    if bare and rule.patient == "human" and agents and all(m.kind == "group" and m.human for m in agents):
        return Match(rule, a, [], agents)
    if rule.patient == "human" and not any(scene.human(m) for m in patients):
        patients = scene.mentions([k.i for k in scene.s.kids(a.trigger, "dative")]) or patients
        patients = patients or _before_particle(scene, a)
    return Match(rule, a, agents, patients)


def _of_the_clause_above(
    scene: Scene, rule: Rule, a: Arguments, agents: list[Mention], patients: list[Mention]
) -> Match | str | None:
    """ "cards that the hostages swapped" frees nobody; "got her freed" frees her, by who got it."""
    w = scene.s[a.trigger]
    thing = scene.ms.at(w.head) if w.dep in {"acl", "relcl"} and not patients else None
    if thing is not None and not scene.human(thing):
        return "what it befalls is a thing"
    small = w.dep == "ccomp" and w.tag in {"VBN", "VBD"} and scene.s.kid(w.i, "mark", "aux") is None
    if small and agents and scene.s[w.head].lemma in scene.lex["lemmas.causing"]:
        return Match(rule, a, scene.mentions(subject(scene.s, w.head)[0]), agents)
    return None


def _things_before(scene: Scene, a: Arguments) -> bool:
    """ "froze the accounts and released them": *them* is what the verb before it befell."""
    s, w = scene.s, scene.s[a.trigger]
    own = [k for k in s.kids(w.i, "dobj") if k.low == "them"]
    kept = s[w.head].lemma in scene.lex["verbs.withholding"]
    if w.dep != "conj" or not own or not kept or s.kid(w.i, "nsubj", "nsubjpass") is not None:
        return False
    before = [k.i for k in s.kids(w.head, "dobj") if k.tag in {"NNS", "NNPS"}]
    things = scene.mentions(before)
    return bool(things) and not any(scene.human(m) for m in things)


def _ends_custody(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "lifted his house arrest"; "freed the last 46, ending four years of detention" tells it once."""
    w = scene.s[a.trigger]
    above = scene.lex.by_verb.get(scene.s[w.head].lemma, ()) if w.dep == "advcl" and w.tag == "VBG" else ()
    if any(r.type == "RELEASE" for r in above):
        return "the verb above it tells it"
    return _transitive(scene, rule, a)


def _before_particle(scene: Scene, a: Arguments) -> list[Mention]:
    """ "let 70 prisoners *out*": the parser hangs the people on the particle."""
    s = scene.s
    particles = [
        k.i for k in s.kids(a.trigger, "prt", "advmod") if k.i > a.trigger and k.low in {"out", "go"}
    ]
    heads = [k.i for p in particles for k in s.kids(p, "npadvmod") if k.i > a.trigger]
    return [m for m in scene.mentions(heads) if scene.human(m)]


def _intransitive(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    if a.passive:
        return "passive where the subject itself moves"
    w = scene.s[a.trigger]
    if w.dep in {"ccomp", "xcomp"} and scene.s[w.head].lemma in {"allow", "permit", "enable"}:
        return "the verb above tells it"
    return Match(rule, a, [], [x for m in scene.mentions(a.agent) for x in _aboard(scene, m)])


def _on_foot(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "The prisoners left Chad": the journey of a plane that carries them is told by its own rule."""
    if any(scene.s[i].lemma in scene.lex["nouns.vehicle"] for i in a.agent):
        return "a vehicle carries them"
    return _intransitive(scene, rule, a)


def _lives(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "lives in Kenya", "is recovering in Nairobi": told as of now, and not of years ago."""
    w = scene.s[a.trigger]
    now = {k.low for k in scene.s.kids(w.i, "aux")} & {"is", "are", "has", "have", "'s", "’s"}
    if w.tag not in {"VBZ", "VBP"} and not now:
        return "it tells no state of today"
    return _intransitive(scene, rule, a)


def _leaves_name(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "left Dornhall the same evening": a name that is no country's and no town's may be a prison's."""
    if any(scene.ms.hit_at(i) is not None for i in a.patient):
        return "a country or a town is left"
    return _intransitive(scene, rule, a)


def _one_night(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "slept at home on Monday"; "sleeps at home" may be a house arrest, "… when police came" is no end."""
    s = scene.s
    if s[a.trigger].tag != "VBD" or any(k.i > a.trigger for k in s.kids(a.trigger, "advcl")):
        return "it tells of no one night"
    return _intransitive(scene, rule, a)


def _inmates(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "Her client was first through the gate": no guard, no lawyer and no relative; no mayor's term."""
    found = _intransitive(scene, rule, a)
    if isinstance(found, Match):
        lex = scene.lex
        others = lex["nouns.gaoler nouns.witness nouns.official nouns.office nouns.attending nouns.kinship"]
        told = ({scene.s[i].lemma for i in range(m.lo, m.hi + 1)} for m in found.patients)
        found.patients = [m for m, ws in zip(found.patients, told, strict=True) if not ws & others]
    return found


def _inverted(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "To Niger went the bodies of three others": the subject stands behind its verb."""
    before = any(k.i < a.trigger for k in scene.s.kids(a.trigger, "prep"))
    if a.agent or not a.patient or not before:
        return "its subject stands before it"
    return Match(rule, a, [], scene.mentions(a.patient))


def _leaves_place(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the sixty left the facilities": people of no calling; "nine diplomats" leave an office."""
    found = _intransitive(scene, rule, a)
    if isinstance(found, Match):
        found.patients = [m for m in found.patients if _of_no_calling(scene, m)]
        return found if found.patients else "it does not say that they were held"
    return found


def _of_no_calling(scene: Scene, m: Mention) -> bool:
    words = {scene.s[i].lemma for i in range(m.lo, m.hi + 1)}
    named = words & scene.lex["nouns.anybody nouns.held"]
    return bool(named) or (m.anaphor is not None and m.quantity is not None)


def _aboard(scene: Scene, m: Mention) -> list[Mention]:
    """ "A jet with the five Americans", "buses carrying 90 men": whom a vehicle carries; else who moves."""
    s, lex = scene.s, scene.lex
    if s[m.head].lemma not in lex["nouns.vehicle"]:
        return [m]
    of = s.objects(m.head, {"of"})
    heads = s.objects(m.head, {"with", "for"}) + of + [j for i in of for j in s.objects(i, {"with"})]
    heads = heads or s.objects(s[m.head].head, {"with"})
    beside = [k for k in s.kids(s[m.head].head, "advcl") if k.tag == "VBG"]  # "took off carrying 90 men"
    for k in (*s.kids(m.head, "acl", "relcl"), *(beside if s[m.head].dep == "nsubj" else [])):
        if k.lemma in {"carry", "bring", "transport", "hold", "take"}:
            heads += [j for o in s.kids(k.i, "dobj") for j in s.conjuncts(o.i)]
    return scene.mentions(heads or [k.i for k in s.kids(m.head, "poss")])  # "their plane landed in Oslo"


def _carried(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "Was followed by a flight to Oslo carrying nine men": where no verb of its own says that it went."""
    s, w = scene.s, scene.s[a.trigger]
    ride = s[w.head]
    if w.tag != "VBG" or w.dep != "acl" or ride.lemma not in scene.lex["nouns.vehicle"]:
        return "no vehicle carries anybody"
    if ride.dep in {"nsubj", "nsubjpass", "conj"}:
        return "the verb above tells whether it went"
    people = scene.mentions([j for o in s.kids(w.i, "dobj") for j in s.conjuncts(o.i)])
    return Match(rule, a, [], people, noun=ride)  # "expects a flight carrying them": as its flight stands


def _either(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    if a.passive or not a.patient or scene.s[a.trigger].lemma in {"be", "remain", "stay"}:
        subjects = a.patient if a.passive else a.agent
        return Match(rule, a, scene.mentions(a.agent) if a.passive else [], scene.mentions(subjects))
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(a.patient))


def _passive(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    if not a.passive:
        return "active, so it tells a state"
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(a.patient))


def _driven_away(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "driven away in two vans": the vehicle is part of what is told."""
    found = _passive(scene, rule, a)
    if isinstance(found, Match):
        found.agents = [m for m in found.agents if not kin(scene, m)]  # "met by relatives and driven off"
        rides = [i for p in ("in", "on", "aboard") for i in a.preps.get(p, []) if i > a.trigger]
        a.used |= {i for i in rides if scene.s[i].lemma in scene.lex["nouns.vehicle"]}
    return found


def _copula(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s = scene.s
    w = s[a.trigger]
    verb = w.i if w.lemma == "be" else w.head
    if s[verb].lemma not in {"be", "remain", "become"} or (
        s[verb].lemma == "be" and s[verb].dep in {"aux", "auxpass"}
    ):
        return "no copula"
    heads, _ = subject(s, verb)
    people = [x for m in scene.mentions(heads) for x in _aboard(scene, m)]
    return Match(rule, scene.arguments(verb) if verb != a.trigger else a, [], people)


def _grant(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "granted clemency to X", "X was granted a pardon", "gave X amnesty"."""
    s = scene.s
    thing = re.compile(r"^(?:pardons?|clemency|amnesty|reprieves?|parole)$")
    behind = a.preps.get("to", [])[:1] or a.preps.get("for", [])[:1]
    whom = s[a.trigger].dep == "relcl" and any(s[i].low == "whom" for i in behind)
    to = [s[a.trigger].head] if whom else [j for i in behind for j in s.conjuncts(i)]
    to = [i for i in to if s[s[s[i].head].head].low not in {"return", "exchange"}]
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


_INSIDE = re.compile(
    r"\b(?:in|inside) (?:[\w’\x27-]+ ){0,3}?(?:prisons?|jails?|cells|custody|detention"
    r"|captivity|camps|gaols?)\b|\bbehind bars\b"
)


def _there_are(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "There are 180 political prisoners", "there are 40 miners in its jails", "there are none"."""
    s = scene.s
    there = s.kid(a.trigger, "expl")
    if there is None or any(k.tag == "MD" for k in s.kids(a.trigger, "aux")):
        return "it does not say that there are any"
    a.used.add(there.i)
    found = scene.mentions([k.i for k in s.kids(a.trigger, "attr", "nsubj", "dobj")])
    if any(m.noun == "none" and m.whole is None for m in found):
        if not scene.heard.held_just_now or not scene.heard.held_by_name:
            return "none of whom was not told just before"
        said = saying(scene, a.trigger)  # by itself "there are none" says nothing
        a.used |= {said[0].i, *subject(s, said[0].i)[0]} if said is not None else set()
        return Match(rule, a, [], [replace(m, name=scene.heard.held_by_name) for m in found])
    inside = _INSIDE.search(a.after) is not None
    held = [
        m
        for m in found
        if scene.human(m)
        and m.plural
        and (m.noun in scene.lex["nouns.held"] or (inside and m.quantity is not None))
    ]
    return Match(rule, a, [], held) if held else "it does not say that they are held"


def _list_total(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s = scene.s
    if s[a.trigger].dep in {"aux", "auxpass"}:
        return "it only helps another verb"
    if not re.search(r"\blists?\b|\bregister\b|\bcount (?:of|stood|stands|is|was)\b|\btally\b", s.text):
        return "no list is spoken of"
    if not re.search(r"\b(?:at|of|has|have|had|names?|counts?|lists?|stood)\b", s.text):
        return "no total is told"
    if not any(q.kind == "count" and (q.quantity.exact or q.quantity.lo != 2) for q in scene.ms.numbers):
        return "no number is told"  # a bare "people" is no total
    return Match(rule, a, [], scene.mentions(a.patient or a.agent))


_SHAPES = {
    "intransitive": _intransitive, "lives": _lives, "either": _either, "passive": _passive, "copula": _copula,
    "driven_away": _driven_away, "on_foot": _on_foot, "carried": _carried, "leaves_name": _leaves_name,
    "one_night": _one_night, "inmates": _inmates, "there_are": _there_are,
    "leaves_place": _leaves_place, "inverted": _inverted,
    "ends_custody": _ends_custody,
    "grant": _grant, "list_total": _list_total,
    **UNSEEN_SHAPES,
    "seen_inside": seen_inside, "still_in": still_in,
    **NOUN_SHAPES, **TALK_SHAPES, **GRACE_SHAPES, **DEATH_SHAPES, **HARM_SHAPES, **MEASURE_SHAPES,
    **SWAP_SHAPES, **IDIOM_SHAPES, **TERM_SHAPES, **WITHHELD_SHAPES,
}  # fmt: skip
