"""The shape of a term: who is given how long, and what lengths of time are none of a court's."""

from __future__ import annotations

import re

from detente.language.numbers import FoundQuantity
from detente.reading.clauses.arguments import Arguments, is_passive, subject
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.parsing.words import Sentence, Word

_ALLOWS = frozenset({"give", "get", "receive"})
_GETTING = frozenset({"get", "receive", "serve", "face", "risk", "do", "draw", "incur"})
_GIVING = frozenset({"hand", "give", "impose", "pass"})
_BEFORE_A_NOUN = frozenset({"compound", "nummod", "npadvmod", "amod", "nmod", "poss", "quantmod", "advmod"})
_RELATES = frozenset({"after", "before", "later", "ago", "earlier", "since"})
_ENDS = r"(?=\W*(?:$|[,;.]|\b(?:for|on|over|at|by|and|after|last|in)\b))"
_LIFE = re.compile(
    r"\b(?:death|life)[ -](?:long )?"
    r"(?:sentences?|terms?|imprisonment|penalt(?:y|ies)|in|behind|without|with|plus)\b"
    rf"|(?:^\W*|\b(?:to|for|him|her|them) )(?:life|death){_ENDS}"
    r"|\blong (?:sentences?|terms?)\b"
    r"|\b(?:suspended|prison|jail|custodial|non-custodial) (?:sentence|term)"
)
_LIKE_IT = re.compile(
    r"^\W*(?:the|an?) (?:very )?(?:same|similar|identical|equal|like|longer|shorter|heavier|lighter|harsher"
    r"|stiffer|maximum|minimum|stiff|heavy|harsh|lengthy) (?:[\w-]+ ){0,2}?(?:sentences?|terms?)\b"
    r"(?! of office)"
)
"""A term told beside another: "got the same term"."""
_BEARING = frozenset({
    "serve", "complete", "finish", "begin", "start", "face", "receive", "get", "draw", "have", "escape",
    "avoid", "await", "appeal", "end", "resume", "do", "spend", "near", "earn", "continue",
})  # fmt: skip
_SEEKS = frozenset({"seek", "want", "propose", "recommend"})
_GETS = frozenset({"get", "receive", "draw", "give", "hand", "incur", "serve"})
_MORE = re.compile(
    r"^\W*(?:(?:another|a further|an additional|an extra) [\w-]+"
    r"(?=\W*(?:$|[,;.]|\b(?:in|for|on|over|after|by|last)\b))"
    r"|[\w-]+ more\b(?! \w+s\b))"
)


def term_noun(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "a sentence of 26 years", "his 25-year sentence"."""
    s, n = scene.s, scene.s[a.trigger]
    if n.low == "sentencing" and (found := _sentencing_of(scene, rule, a)) is not None:
        return found
    below = s.subtree(n.i)
    text = s.span_text(below[0], below[-1])
    if not re.search(r"\b(?:\d[\d.]*|\w+)[- ](?:years?|months?)\b|\blife\b", text):
        return "no term is told"
    owners = [k.i for k in s.kids(n.i, "poss")]
    verb = s.verb_of(n.i)
    if n.dep == "dobj" and s[n.head].lemma in _GETS and subject(s, n.head)[0]:
        return "the verb above it tells it"
    if verb is not None and n.dep in {"dobj", "pobj"} and s[verb].lemma in scene.lex["verbs.demand"] | _SEEKS:
        behind = s.objects(n.i, {"for", "against"}) + s.objects(verb, {"for", "against"})
        whom = [m for m in scene.mentions(behind) if scene.human(m)]
        return Match(rule, a, [], whom, noun=n)  # "prosecutors seek 10 years for her"
    if not owners and verb is not None and _bears(s, verb, n):
        owners = subject(s, verb)[0]
    return Match(rule, a, [], scene.mentions(owners), noun=n)


def _bears(s: Sentence, verb: int, term: Word) -> bool:
    """ "Completed a nine-year sentence": who does so got it, and not who "commuted" or "read out" one."""
    if term.dep == "dobj" or s[verb].lemma in _BEARING:
        return s[verb].lemma in _BEARING
    return is_passive(s, verb) or s.kid(verb, "dobj") is None


_TO_A_TERM = re.compile(r"\bto (?:prison|jail|death|life|\w+ (?:more )?(?:years?|months?|days)|\d+)\b")


def _sentencing_of(scene: Scene, rule: Rule, a: Arguments) -> Match | None:
    """ "condemned the court's sentencing of two editors to prison": told as a noun, with whom it befell."""
    s = scene.s
    whom = [m for m in scene.mentions(s.objects(a.trigger, {"of"})) if scene.human(m)]
    verb = s.verb_of(a.trigger)
    blamed = verb is not None and s[verb].lemma in scene.lex["verbs.criticise"]
    if not whom or not (blamed or _TO_A_TERM.search(s.text[s[a.trigger].end - s.start :])):
        return None
    owners = scene.mentions([k.i for k in s.kids(a.trigger, "poss")])
    return Match(rule, a, owners, whom, noun=s[a.trigger])


def _term(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "gave her nine years", "given 18 years", "is serving 19.5 years", "jailed for ten days"."""
    s = scene.s
    lemma = s[a.trigger].lemma
    if any(k.lemma in scene.lex["nouns.word"] for k in s.kids(a.trigger, "dobj")):
        return "word is had, no term"
    numbers = [
        q for q in scene.ms.numbers if q.kind == "duration" and q.start + s.start >= s[a.trigger].start
    ]
    life = _LIFE.search(a.after) or _LIKE_IT.search(a.after) or _more_of_them(scene, a)
    if _of_the_term(scene, a):
        whom = [k.i for k in s.kids(a.trigger, "dobj", "dative")] + a.preps.get("to", [])
        return Match(rule, a, scene.mentions(a.agent), [m for m in scene.mentions(whom) if scene.human(m)])
    if not numbers and not life:
        return "no term is told"
    gap = s.text[s[a.trigger].end - s.start : numbers[0].start] if numbers else ""
    if numbers and (
        len(gap.split()) > 6 or re.search(r"[,;]|\b(?:ago|after|before|since|within|next|last|first)\b", gap)
    ):
        return "the length of time belongs to something else"
    if numbers and lemma in _ALLOWS and re.match(r"\s+to (?!serve|be|spend)\w+", s.text[numbers[0].end :]):
        return "it is a time to do something in"
    if numbers and not life and (_of_no_penalty(scene, a, numbers[0]) or _in_office(scene, a, gap)):
        return "what lasts so long is no penalty"
    if lemma in _GETTING:
        return Match(rule, a, [], scene.mentions(a.patient if a.passive else a.agent))
    heads = [i for i in a.patient if (m := scene.ms.at(i)) is not None and scene.human(m)]
    dative = [k.i for k in s.kids(a.trigger, "dative")]
    if not a.passive and not heads and lemma in scene.lex["verbs.passing_on"]:
        behind = [j for p in ("to", "on", "for") for j in a.preps.get(p, [])]
        heads = [i for i in behind if (m := scene.ms.at(i)) is not None and scene.human(m)]
    if a.passive or heads or dative:
        return Match(rule, a, scene.mentions(a.agent), scene.mentions(heads or dative))
    return "nobody is given the term"


def _more_of_them(scene: Scene, a: Arguments) -> re.Match[str] | None:
    """ "Sentenced to nine years, he was handed five more": years, as those told before."""
    before = scene.s[a.trigger].start - scene.s.start
    told = any(q.kind == "duration" and q.start < before for q in scene.ms.numbers)
    found = _MORE.search(a.after) if told else None
    numbers = found is not None and any(
        scene.s[i].tag == "CD" for i in range(a.trigger + 1, min(a.trigger + 4, len(scene.s)))
    )
    return found if numbers else None


def _of_the_term(scene: Scene, a: Arguments) -> bool:
    """ "the term the judge handed her": the term stands before the clause that gives it."""
    w = scene.s[a.trigger]
    given = w.lemma in _GIVING and w.dep == "relcl"
    return given and scene.s[w.head].lemma in {"term", "sentence", "punishment"}


def _of_no_penalty(scene: Scene, a: Arguments, q: FoundQuantity) -> bool:
    """ "a one-year contract", "a million hours of overtime", "nine months after divorcing"."""
    s = scene.s
    words = s.at(s.start + q.start, s.start + q.end)
    if not words:
        return False
    unit = s[words[-1]]
    related = unit.dep == "npadvmod" and s[unit.head].low in _RELATES and unit.head > unit.i
    if related and s.kid(a.trigger, "dobj") is not None:
        return True  # not "gave the clerk nine years after a closed trial"
    if unit.i + 1 < len(s) and s[unit.i + 1].low == "off":
        return True
    named = _named_by(scene, unit)
    known = scene.lex["nouns.penalty nouns.span nouns.facility"]
    if unit.lemma in {"hour", "minute"}:
        of = [s[j] for j in s.objects(unit.i, {"of"})]
        return not any(w.lemma in known for w in [*named, *of])
    return any(not {w.lemma, w.low} & known for w in named)


def _named_by(scene: Scene, unit: Word) -> list[Word]:
    """The noun that a length of time stands before: "a nine-month *suspension*"."""
    s, w = scene.s, unit
    while w.dep in _BEFORE_A_NOUN and s[w.head].i > unit.i and s[w.head].tag[:1] in {"N", "J", "H"}:
        w = s[w.head]
    return [w] if w.i != unit.i and w.tag[:2] == "NN" else []


def _in_office(scene: Scene, a: Arguments, gap: str) -> bool:
    """ "served in the Parliament for 12 years", "served two years as mayor": no term of a court."""
    s = scene.s
    if s[a.trigger].lemma != "serve" or re.search(r"\b(?:sentences?|terms?|time)\b", gap):
        return False
    known = scene.lex["nouns.penalty nouns.facility"]
    where = [m for p in ("in", "on", "with", "at") for m in scene.mentions(a.preps.get(p, []))]
    in_prison = any({s[m.head].lemma, s[m.head].low} & known or m.kind == "facility" for m in where)
    if a.preps.get("as") or (re.search(r"\bfor\b", gap) and not in_prison):
        return True
    return not in_prison and any(m.kind in {"topic", "organisation"} for m in where)


def _death_row(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "a doctor on death row since 2017", "has been under sentence of death": sentenced before."""
    s, n = scene.s, scene.s[a.trigger]
    prep = s[n.head]
    on_row = n.lemma == "row" and prep.low == "on" and s[n.i - 1].low == "death"
    under = prep.low == "under" and any(s[j].low == "death" for j in s.objects(n.i, {"of"}))
    if n.dep != "pobj" or not (on_row or under):
        return "no sentence of death is told"
    above = s[prep.head]
    if any(k.dep == "neg" or k.low in scene.lex["closed.to_come"] for k in s.kids(above.i)):
        return "it is not said that they are"
    heads = subject(s, above.i)[0] if above.tag.startswith("V") else [above.i]
    return Match(rule, a, [], scene.mentions(heads), noun=n)


def _taken_in(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "Police took in four members", "were taken in by agents"; a state that takes them in shelters them."""
    takers = scene.mentions(a.agent)
    if not takers or any(m.kind == "state" for m in takers):
        return "nobody who arrests takes them in"
    return Match(rule, a, takers, scene.mentions(a.patient or a.preps.get("in", [])))


TERM_SHAPES = {"term": _term, "death_row": _death_row, "taken_in": _taken_in}
"""Shape → the function that finds who is given a term or taken in, or says why the rule does not fit."""
