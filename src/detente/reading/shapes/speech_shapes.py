"""Shapes of speech: who binds himself, who asks whom for what, who judges what."""

from __future__ import annotations

import re

from detente.reading.clauses.arguments import Arguments
from detente.reading.clauses.auxiliaries import called_upon
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.parsing.words import Word
from detente.reading.shapes.demand_shapes import ACTS, DEMAND_SHAPES, acts
from detente.reading.shapes.feeling_shapes import FEELING_SHAPES
from detente.reading.shapes.parties import saying, speakers

_MUST = frozenset({"must", "should", "ought"})
_QUOTES = frozenset({"``", "''", '"', "“", "”", "'"})
_OPENS = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "CD", "PDT"})
_VAGUE = frozenset(
    {"various", "several", "some", "many", "other", "different", "unknown", "unclear", "whatever"}
)
_PAST = frozenset({"VBD", "VBN"})


# ── commitments ──
def _commit(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "agreed on an exchange with its neighbour"; what it agreed to do is told by that verb."""
    if any(k.dep == "xcomp" for k in scene.s.kids(a.trigger)):
        return "what is agreed is told by its own verb"
    objects = scene.mentions([j for p in ("on", "to") for j in a.preps.get(p, [])])
    return Match(rule, a, scene.mentions(a.agent), objects) if objects else "it does not say to what"


def _rejoice(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "rejoiced at the release": what is rejoiced at stands behind a preposition."""
    over = [j for p in ("at", "over", "about", "in") for j in a.preps.get(p, []) if j > a.trigger]
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(over[:1]))


def _access(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "promised to let observers into its jails": what is promised is no act of ours, and a promise."""
    if scene.modality.of_verb(scene.s, a.trigger).mode == "denied":
        return "nothing is promised"
    return Match(rule, a, scene.mentions(a.agent), [])


# ── demands ──
CLAUSAL = frozenset({"urge", "must", "deadline", "want", "warn_unless"})
"""Shapes whose demand is told by a clause below the verb."""


def _call_for(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "called for the release of X", "appealed for", "pressed for"."""
    objects = a.preps.get("for", [])
    if not objects or a.passive:
        return "nothing is called for"
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(objects))


def _urge(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "urged him to free them", "asked the mission not to forget", "insists that X be freed"."""
    s = scene.s
    what = asked(scene, a.trigger)
    if what is None or not _wanted(scene, what):
        return "nothing is asked for"
    before = s[a.trigger].lemma == "tell" and what.i < a.trigger and s.kid(what.i, "nsubj") is not None
    if before or (s[a.trigger].lemma in {"tell", "ask"} and a.passive):
        return "somebody is told something"
    upon = called_upon(s, a.trigger, scene.lex["verbs.calling"])
    told = a.patient if upon is None else [k.i for k in s.kids(upon.i, "nsubj", "nsubjpass")]
    told = told or [j for k in s.kids(what.i, "nsubj") for j in _who_is_to(scene, what, k)]
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(told))


def _who_is_to(scene: Scene, what: Word, who: Word) -> list[int]:
    """ "demanded that Oslo publish the terms": a state or body that is to do it is asked."""
    found = scene.ms.at(who.i)
    able = found is not None and found.kind in {"state", "organisation"} and found.anaphor is None
    return scene.s.conjuncts(who.i) if able and what.dep == "ccomp" else []


def asked(scene: Scene, v: int) -> Word | None:
    """The clause of what is asked; behind "appealed to X" the small model takes it for a purpose."""
    s = scene.s
    what = s.kid(v, "xcomp", "ccomp")
    if (
        what is None
        and s[v].lemma in {"appeal", "call", "plead"}
        and any(k.low in {"to", "on"} for k in s.kids(v, "prep"))
    ):
        what = next((k for k in s.kids(v, "advcl") if any(x.low == "to" for x in s.kids(k.i, "aux"))), None)
    return what or called_upon(s, v, scene.lex["verbs.calling"])


def _wanted(scene: Scene, what: Word) -> bool:
    helping = scene.s.kids(what.i, "aux", "auxpass")
    modal = any(k.tag == "MD" for k in helping)
    subjunctive = not modal and any(k.tag == "VB" for k in helping)
    bare = what.tag == "VB" and not modal
    one = [k for k in scene.s.kids(what.i, "nsubj") if k.tag in {"NN", "NNP"} and not scene.s.kids(k.i, "cc")]
    bare = bare or (what.tag == "VBP" and not helping and bool(one))  # "that Oslo publish its terms"
    return bare or subjunctive or any(k.low in _MUST or k.low == "to" for k in helping)


def _must(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the envoy said Minsk must free them all": an act of ours that somebody is told to do."""
    s = scene.s
    what = s.kid(a.trigger, "ccomp")
    if what is None or not acts(scene, what):
        return "no act of ours is asked for"
    if not any(k.low in scene.lex["closed.must"] for k in s.kids(what.i, "aux")):
        return "it is told, not asked for"
    heads = [j for k in s.kids(what.i, "nsubj", "nsubjpass") for j in s.conjuncts(k.i)]
    passive = s.kid(what.i, "nsubjpass") is not None
    return Match(rule, a, scene.mentions(a.agent), [] if passive else scene.mentions(heads))


def _imperative(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "Free my father, Amal wrote in a letter to the emir": a bare verb opens what is said."""
    s = scene.s
    start = next((w.i for w in s.words if w.text not in _QUOTES and not w.tag.startswith("-")), 0)
    first = s[start]
    known = first.lemma in scene.lex.lemmas and first.low == first.lemma
    bare = first.tag == "VB" or (
        known and first.lemma in scene.lex.by_verb and first.tag in {"JJ", "NN", "NNP", "VBP"}
    )
    behind = start + 2 if start + 1 < len(s) and s[start + 1].tag == "RP" else start + 1  # "Keep up the …"
    if (
        not bare
        or behind >= len(s)
        or s[behind].tag not in _OPENS
        or s.kid(start, "nsubj", "aux") is not None
    ):
        return "no order opens the sentence"
    if first.lemma == "let" and s[start + 1].low in {"me", "us"}:
        return "it asks for leave to speak"
    if first.head == start + 1 and s[start + 1].tag in {"NNS", "NNP"} and first.tag != "VB":
        return "the first word belongs to a name"
    comma = _comma_before(scene, start, a.trigger)
    if comma is None:
        return "the order is not what is said"
    between = [i for i in range(comma + 1, a.trigger) if s[i].tag.startswith(("NN", "PRP"))]
    speaker = between[-1:] or _behind_verb(scene, a)
    people = speakers(scene, scene.mentions(speaker), said=True)
    told = [] if not between else [i for i in a.patient if i > a.trigger]
    return Match(rule, a, people, scene.mentions(told)) if people else "nobody is told to say it"


def _comma_before(scene: Scene, start: int, v: int) -> int | None:
    """The comma or quote that parts what is said from who says it; nothing but the speaker stands between."""
    s = scene.s
    for i in range(v - 1, start, -1):
        if s[i].tag in {",", "''", "``"} or s[i].text in _QUOTES or s[i].text in {"!", "?"}:
            return i
        if s[i].tag.startswith("V") and s[i].dep in {"ROOT", "conj", "xcomp"}:
            return None
    return None


def _behind_verb(scene: Scene, a: Arguments) -> list[int]:
    """The speaker behind the verb: "…, said the minister", which may be parsed as its object."""
    s = scene.s
    behind = [k.i for k in s.kids(a.trigger, "nsubj", "dobj", "npadvmod") if k.i > a.trigger]
    return [j for i in behind[:1] for j in s.conjuncts(i)]


def _deadline(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "gave the junta 48 hours to free the crew", "gave Minsk until Friday"."""
    s = scene.s
    given = [m for m in scene.mentions(a.patient) if m.kind in {"person", "state", "organisation", "group"}]
    dative = scene.mentions([k.i for k in s.kids(a.trigger, "dative")])
    who = [m for m in [*dative, *given] if m.kind in {"person", "state", "organisation", "group"}]
    agents = scene.mentions(a.agent)
    if a.passive:
        agents, who = scene.mentions(a.agent), scene.mentions(a.patient)
    return Match(rule, a, agents, who[:1]) if who else "nobody is given a term"


_UNTIL = (
    r"\b(?:without|unless|until|before)\b(?! (?:(?:next|last|early|late|this) )?(?:\w+day|month|week|year|now"
    r"|then|recently|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
"""A condition, and no date: "until Monday" is only a time."""


def _no_without(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "No more relief without more names", "there will be no visas until every student is out"."""
    s, n = scene.s, scene.s[a.trigger]
    told = re.search(rf"\bno (?:more |further )?(?:\w+ )?{re.escape(n.low)}\b[^.;]*?{_UNTIL}", s.text, re.I)
    if told is None:
        return "no condition is told"
    said = saying(scene, n.i)
    for w in [n, *s.up(n.i)]:
        if said is not None and w.i == said[0].i:
            break
        if w.tag in _PAST and w.i != n.i and s.kid(w.i, "aux") is None:
            return "it tells what was, not what must be"
    return Match(rule, a, [], [], noun=n)


# ── statements ──
def _hope(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "we hope the embassy will open again": what is wished for, of ours, by a clause or infinitive."""
    s = scene.s
    what = s.kid(a.trigger, "ccomp", "xcomp")
    if what is None:
        return "nothing is hoped for"
    return Match(rule, a, scene.mentions(a.agent), [])


def _called(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "called the list a lottery", "described the trial as a farce": an object with a judgement of it."""
    s = scene.s
    if a.passive:
        return "it does not say who judges"
    named = s.kid(a.trigger, "oprd", "xcomp", "ccomp")
    as_what = bool(a.preps.get("as")) or re.search(r"\bas\b", a.after) is not None
    if named is None and not as_what and not (len(a.patient) > 1 or s.kid(a.trigger, "dative")):
        return "nothing is called anything"
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(a.patient[:1]))


def _ground(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "had been let go for humanitarian reasons": the ground of an act of ours."""
    s, n = scene.s, scene.s[a.trigger]
    if n.dep != "pobj" or s[n.head].low not in {"for", "on"}:
        return "it is the ground of nothing"
    told = s.kids(n.i, "amod", "compound", "poss", "nmod", "prep")
    told = [k for k in told if k.dep != "prep" or k.low == "of"]
    if all(k.low in _VAGUE for k in told):
        return "it does not say which ground"
    above = list(s.up(n.i))
    said = saying(scene, n.i)
    act = next(
        (w for w in above if w.tag.startswith("V") and (said is None or w.i != said[0].i) and acts(scene, w)),
        None,
    )
    return Match(rule, a, [], [], noun=n) if act is not None else "no act of ours has it for its ground"


def _assess(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the step marks a notable shift": a judgement in the object."""
    s = scene.s
    if a.passive or s.kid(a.trigger, "ccomp") is not None:
        return "its object is no noun"
    below = s.span_text(a.trigger, a.end)
    turn = re.search(r"\b(?:shift|turn|change|step|breakthrough|departure|thaw|milestone|progress)\b", below)
    if not (scene.lex.pattern("evaluation").search(below) or turn) or not a.patient:
        return "it judges nothing"
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(a.patient))


def _assess_clause(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the timing suggests that both want a thaw": a judgement in a clause; ``then`` says of what."""
    if a.passive or scene.s.kid(a.trigger, "ccomp") is None:
        return "it says no clause"
    return Match(rule, a, scene.mentions(a.agent), [])


def _opinion(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s = scene.s
    clause = s.kid(a.trigger, "ccomp")
    if clause is None:
        return "it says no sentence"
    below = s.subtree(clause.i)
    text = s.span_text(below[0], below[-1])
    judging = s[clause.i].lemma in {"be", "remain", "stay", "become", "mark", "look"}
    if not judging or not scene.lex.pattern("opinion").search(text):
        return "it tells a fact, not a judgement"
    return Match(rule, a, scene.mentions(a.agent), [])


def _is_welcome(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "The release of 40 villagers is welcome": a deed of ours, judged by its own clause."""
    s = scene.s
    be = s[s[a.trigger].head]
    deeds = [
        k for k in s.kids(be.i, "nsubj") if any(r.type in ACTS for r in scene.lex.by_noun.get(k.lemma, ()))
    ]
    if be.lemma not in {"be", "remain"} or not deeds:
        return "no deed is welcome"
    return Match(rule, a, [], [], noun=deeds[0])


def _superlative(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s, n = scene.s, scene.s[a.trigger]
    start, _ = s.np(n.i)
    up = n
    while up.dep in {"pobj", "prep"} and up.head != up.i and up.i - up.head < 8:
        up = s[up.head]
        start = min(start, up.i)
    text = s.span_text(max(0, start - 3), n.i)
    ranked = re.search(r"\b(?:largest|biggest|greatest|broadest|widest|highest|first|most)\b", text, re.I)
    if ranked is None or not scene.lex.pattern("superlative").search(text):
        return "nothing is ranked"
    return Match(rule, a, [], [], noun=n)


def _evaluation(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s, n = scene.s, scene.s[a.trigger]
    lo, _ = s.np(n.i)
    text = s.span_text(lo, n.i)
    beside = n.dep in {"appos", "npadvmod", "attr", "oprd", "conj"} or (lo > 0 and s[lo - 1].tag == ",")
    if not (beside or (n.dep == "pobj" and s[n.head].low == "as")) or not scene.lex.pattern(
        "evaluation"
    ).search(text):
        return "it judges nothing"
    return Match(rule, a, [], [], noun=n)


def _aim(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s, n = scene.s, scene.s[a.trigger]
    verb = s[n.head] if n.dep == "nsubj" else None
    if verb is None or verb.lemma != "be" or not s.kids(verb.i, "xcomp", "ccomp", "attr", "acomp"):
        return "no aim is told"
    return Match(rule, a, [], [], noun=n)


SPEECH_SHAPES = {
    "commit": _commit, "access": _access, "call_for": _call_for, "urge": _urge, "must": _must,
    "imperative": _imperative, "rejoice": _rejoice,
    "deadline": _deadline, "no_without": _no_without, "hope": _hope, "called": _called, "ground": _ground,
    "assess": _assess, "assess_clause": _assess_clause, "opinion": _opinion, "superlative": _superlative,
    "is_welcome": _is_welcome,
    "evaluation": _evaluation, "aim": _aim, **DEMAND_SHAPES, **FEELING_SHAPES,
}  # fmt: skip
"""Shape → the function that finds who speaks and of what, or says why the rule does not fit."""
