"""Shapes of measures: an easing told as a noun or refused, a licence that allows, a ban that lapsed."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

from detente.language.gazetteer import gazetteer
from detente.reading.clauses.arguments import Arguments, subject
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.parsing.words import Sentence, Word
from detente.tables import parsed

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
_WILL = frozenset({"will", "would", "wo", "shall", "'ll", "’ll"})
_TOO = frozenset({"still", "also", "already"})
_NUMBERED = re.compile(r"(?=\S*\d)[A-Z]{0,5}[\w/.-]*")
"""The number of an instrument."""


@cache
def _table() -> dict[str, Any]:
    raw = resources.files("detente.reading").joinpath("data", "en", "frames", "2-sanctions.toml").read_bytes()
    return parsed(raw)


@cache
def words(name: str) -> frozenset[str]:
    """The word list of this name in ``2-sanctions.toml``."""
    return frozenset(_table()["words"][name].split())


def named(w: Word, name: str) -> bool:
    """Is this word of the list of this name, in the singular or the plural?"""
    known = words(name)
    return w.lemma in known or w.low in known or w.low.removesuffix("s") in known


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of this name in ``2-sanctions.toml``."""
    return re.compile(_table()["patterns"][name], re.IGNORECASE)


def for_later(s: Sentence, v: int) -> bool:
    """ "Decided to lift them next year", "from 1 July", "but changed its mind": it is not done by that.

    Args:
        s: the sentence.
        v: what was decided.
    """
    behind = s.text[s[v].end - s.start :]
    day = pattern("decided_for_later").search(behind)
    past = next((w.start - s[v].end for w in s.words[v + 1 :] if w.tag in {"VBN", "VBD"}), len(behind))
    return (day is not None and day.start() < past) or pattern("decided_in_vain").search(s.text) is not None


@cache
def speaks_for(place: str) -> str | None:
    """The union of states whose seat this city is, where the city's own state imposes no measures."""
    union: str | None = _table()["seats"].get(place)
    return union


@cache
def what_is_barred(noun: str) -> str | None:
    """What a "flight ban" or a "visa ban" is on: flights, visas."""
    barred: dict[str, str] = _table()["barred"]
    return barred.get(noun)


def whose_list(text: str) -> str | None:
    """Whose list of sanctions a text names: "the SDN List", "the Swiss list".

    In "took the Swiss company off the list" it is not said.
    """
    lists: dict[str, str] = _table()["lists"]
    called = (state for state, names in lists.items() if re.search(rf"\b(?:{names})\b", text))
    if (found := next(called, None)) is not None or "list" not in text:
        return found
    hits = (h for h in gazetteer().find(text) if h.kind == "demonym" and h.code != "EU")
    return next((h.name for h in hits if pattern("state_list").match(text[h.end :])), None)


def imposes(name: str) -> bool:
    """Is this a power whose name before "sanctions program" says whose programme it is?"""
    return name in _table()["powers"]["names"]


def told_by(s: Sentence, n: int) -> list[int]:
    """Heads of who is behind a noun: "by X", "X's"."""
    by = [
        j for k in s.kids(n, "prep") if k.low == "by" for p in s.kids(k.i, "pobj") for j in s.conjuncts(p.i)
    ]
    return by + [k.i for k in s.kids(n, "poss")]


def _objects_of(s: Sentence, n: int, preps: frozenset[str]) -> list[int]:
    return [
        j for k in s.kids(n, "prep") if k.low in preps for p in s.kids(k.i, "pobj") for j in s.conjuncts(p.i)
    ]


def _sanction_noun(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the lifting of sanctions on X", "sanctions relief for X", "over 350 designations"."""
    s, n = scene.s, a.trigger
    of = _objects_of(s, n, frozenset({"of", "from", "in"}))
    if not of and s[n].dep == "dobj" and s[n].lemma == "relief":
        of = _objects_of(s, s[n].head, frozenset({"from"}))  # "gave the bank relief from sanctions"
    measures = [p for p in scene.mentions(of) if scene.is_sanction(p)]
    compound = any(k.lemma in scene.lex["nouns.sanction_sure"] for k in s.kids(n, "compound", "nmod"))
    told = scene.heard.any and scene.s.kid(n, "det") is not None and _is_told_of(s, n)
    if not measures and not compound and not named(s[n], "self_evident") and not told:
        return "no measure is eased or imposed"
    verb = s.verb_of(n)
    if (
        verb is not None
        and (named(s[verb], "takes_back") or refusal(s, verb) is not None)
        and _is_its_object(s, n)
    ):
        return "it is taken back, not given"
    if (
        rule.type == "SANCTION_IMPOSE"
        and verb is not None
        and named(s[verb], "eases")
        and _is_its_object(s, n)
    ):
        return "it is eased, not imposed"
    if s[n].dep == "pobj" and s[s[n].head].low in {"on", "about", "over", "for", "to", "as"}:
        given = pattern("in_return").search(s.span_text(0, n)) is not None
        asked = s[s[n].head].low == "for" and verb is not None and s[verb].lemma in scene.lex["verbs.demand"]
        built = s[s[n].head].low == "on" and verb is not None and s[verb].lemma == "build"
        agreed = s[s[n].head].low == "to" and verb is not None and s[verb].lemma in scene.lex["verbs.agree"]
        if not (asked or built or agreed) and (not given or s[s[n].head].low != "for"):
            return "it is only spoken about"
    if s[n].dep == "nsubj" and verb is not None and named(s[verb], "stays"):
        return "it stays"
    if s[n].lemma == "suspension" and any(
        named(w, "lapses") and w.i > n for w in s.words if w.tag[:2] == "VB"
    ):
        return "it ends"
    agents = told_by(s, n)
    if not agents and verb is not None and s[verb].lemma in scene.lex["verbs.agree"]:
        agents = subject(s, verb)[0]  # "agreed to the easing of sanctions"
    if not agents and verb is not None and named(s[verb], "brings"):
        agents = subject(s, verb)[0] if s[n].dep == "dobj" else scene.arguments(verb).agent
    return Match(rule, a, scene.mentions(agents), measures, noun=s[n])


def _is_told_of(s: Sentence, n: int) -> bool:
    """ "The suspension was announced": the easing told before, by its noun alone."""
    alone = s.kid(n, "prep", "amod", "compound") is None and any(k.low == "the" for k in s.kids(n, "det"))
    verb = s.verb_of(n)
    return alone and verb is not None and named(s[verb], "tells") and s[n].dep in {"nsubjpass", "dobj"}


def _is_its_object(s: Sentence, n: int) -> bool:
    return s[n].dep in {"dobj", "nsubjpass"}


# ── an easing that is refused ──
def _no_easing(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "no easing was under discussion", "ruled out any relief", "slammed the door on any easing"."""
    s, n = scene.s, scene.s[a.trigger]
    verb = s.verb_of(n.i)
    if verb is None or not (_none_is_told(s, n, verb) or _is_ruled_out(s, n, verb)):
        return "no easing is refused"
    if pattern("condition").search(s.text):
        return "a condition is told"
    measures = [
        p
        for p in scene.mentions(_objects_of(s, n.i, frozenset({"of", "from", "on", "in"})))
        if scene.is_sanction(p)
    ]
    compound = any(k.lemma in scene.lex["nouns.sanction"] for k in s.kids(n.i, "compound", "nmod"))
    if not measures and not compound and (n.tag != "NN" or pattern("eased_otherwise").search(s.text)):
        return "no sanctions are spoken of"
    agents = told_by(s, n.i) or ([] if _is_denied(s, n) else subject(s, verb)[0])
    return Match(rule, a, scene.mentions(agents), measures, noun=n)


def _is_denied(s: Sentence, n: Word) -> bool:
    return any(k.low in {"no", "neither"} for k in s.kids(n.i, "det", "neg", "advmod"))


def _none_is_told(s: Sentence, n: Word, verb: int) -> bool:
    """ "no easing is planned", "there will be no relief", "there is no talk of easing"."""
    over = s[s[n.head].head] if n.dep == "pobj" else None
    matter = over is not None and named(over, "matter") and _is_denied(s, over)
    return matter or (_is_denied(s, n) and named(s[verb], "happens"))


def _is_ruled_out(s: Sentence, n: Word, verb: int) -> bool:
    before = s.span_text(verb, n.i)
    negated = any(k.low in _NEGATIONS for k in s.kids(verb, "neg"))
    return not negated and pattern("rules_out").search(before) is not None


def _refused(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "will not lift", "refused to lift", "has no plans to drop", "is not ready to ease"."""
    if refusal(scene.s, a.trigger) is None:
        return "nobody refuses"
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(a.patient))


def refusal(s: Sentence, v: int) -> int | None:
    """The word by which the act of ``v`` is refused; None where it is only not (yet) done."""
    for at in _chain(s, v):
        w = s[at]
        if _says_will_not(s, at) or (at != v and _declines(s, w)):
            return at
    return None


def _chain(s: Sentence, v: int) -> list[int]:
    """The verb, those it is joined to without a subject of its own, and what governs it as infinitive."""
    out = [v]
    for u in s.up(v):
        w = s[out[-1]]
        if w.dep == "conj" and s.kid(w.i, "nsubj", "nsubjpass", "aux") is not None:
            break
        if w.dep not in {"xcomp", "acl", "pcomp", "pobj", "prep", "conj", "ccomp"} or (
            w.dep == "ccomp" and s.kid(w.i, "nsubj", "nsubjpass")
        ):
            break
        out.append(u.i)
    return out


def _says_will_not(s: Sentence, v: int) -> bool:
    lows = {k.low for k in s.kids(v)}
    if any(k.low == "no" for j in s.kids(v, "nsubj", "nsubjpass") for k in s.kids(j.i, "det")):
        lows.add("not")
    auxes = {k.low for k in s.kids(v, "aux")}
    return bool(auxes & _WILL) and bool(lows & (_NEGATIONS - {"no"})) and "have" not in auxes


def _declines(s: Sentence, w: Word) -> bool:
    negated = any(k.low in _NEGATIONS for k in s.kids(w.i))
    if w.tag.startswith("NN"):
        return (named(w, "intention") and negated) or named(w, "refusal")
    if named(w, "refuses"):
        return not negated
    above = any(k.low in _NEGATIONS for k in s.kids(w.head)) if w.dep in {"acomp", "xcomp"} else False
    return (negated or above) and named(w, "readiness")


# ── licences, lapses, what stays ──
_BY_WAY = re.compile(r"\b(?:by way of|in|as an?)(?: \w+)? derogation\b", re.I)
_MAY = re.compile(r"\bmay\b(?! not\b)")


def _licence_allows(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "a general licence authorises repairs until June", "the waiver lets the bank pay"."""
    s, n = scene.s, scene.s[a.trigger]
    if n.dep in {"compound", "nmod"} and _NUMBERED.fullmatch(s[n.head].text):
        n = s[n.head]  # "licence AB/2026/17 permits": the model takes the number for the head
    verb = s.verb_of(n.i)
    taken_for_noun = n.dep == "compound" and named(s[n.head], "allows")
    if n.lemma == "derogation" and _BY_WAY.search(s.text) and _MAY.search(s.text):
        return Match(rule, a, [], [p for p in [scene.ms.at(n.i)] if p is not None], noun=n)
    if n.dep in {"dobj", "pobj", "nsubjpass", "compound"} and not taken_for_noun:
        return "what the licence does is told by its verb"
    if not pattern("licensing").search(s.text):
        return "the licence is of another kind"
    tail = s.span_text(n.i, len(s) - 1)
    if not pattern("allows").search(tail):
        return "it does not say what is allowed"
    if verb is not None and any(k.dep == "neg" for k in s.kids(verb)) and named(s[verb], "allows"):
        return "it does not allow it"
    return Match(rule, a, [], [p for p in [scene.ms.at(n.i)] if p is not None], noun=n)


def _not_renewed(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "decided not to renew", "will not extend", "were not prolonged": told as settled, not as open."""
    s, v = scene.s, a.trigger
    if any(k.low in {"yet", "nor", "neither"} for k in s.kids(v)):
        return "it is still open"
    negated = any(k.low in _NEGATIONS for k in s.kids(v))
    auxes = {k.low for k in s.kids(v, "aux", "auxpass")}
    settled = auxes & (_WILL | {"did", "was", "were"}) and not auxes & {"has", "have", "had"}
    decided = s[v].dep == "xcomp" and named(s[s[v].head], "settles")
    if not (negated and (settled or decided)):
        return "it does not say that it ends"
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(a.patient))


def _lapsed(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the visa bans on the generals lapsed": the subject, also where the model took *bans* for a verb."""
    s, w = scene.s, scene.s[a.trigger]
    heads = [] if w.dep == "acl" else a.agent
    lost = w.dep == "acl" or not any(scene.is_sanction(p) for p in scene.mentions(heads))
    if lost and rule.step == "expired":  # of talks on sanctions, too, it can be told that they end
        heads = [i for i in _words_left(s, w.i, 7) if s[i].lemma in scene.lex["nouns.sanction"]][:1] or heads
    return Match(rule, a, [], scene.mentions(heads))


def _stays(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the embargo stays": the subject, or the measure right before the verb where the model lost it."""
    if a.passive:
        return "passive where the subject itself stays"
    s, v = scene.s, a.trigger
    if s[v].lemma == "be" and any(k.low == "had" for k in s.kids(v, "aux")):
        return "it tells what was before"
    heads = a.agent
    own = [k.i for k in s.kids(v, "nsubj", "nsubjpass") if k.lemma in scene.lex["nouns.sanction"]]
    heads = own or [_over(s, h, v) for h in heads] or _subject_before(scene, v)
    if (
        all(h > v for h in heads)
        and v
        and s[v].lemma != "be"
        and s[v - 1].lemma in scene.lex["nouns.sanction"]
    ):
        heads = [v - 1]
    return Match(rule, a, [], scene.mentions(heads))


def _over(s: Sentence, h: int, v: int) -> int:
    """ "restrictions on the export of goods, which remain": the measure, not what it is on."""
    if s[v].dep != "relcl":
        return h
    over = [w for w in s.up(h) if w.tag[:2] == "NN" and w.i > s[h].i - 9]
    return next((w.i for w in over if named(w, "plain_measures")), h)


def _subject_before(scene: Scene, v: int) -> list[int]:
    """ "Other designations, among them those of two firms, remain": a subject that the parse has lost."""
    s = scene.s
    if s.kid(v, "nsubj") is not None or s[v].dep in {"relcl", "xcomp", "aux", "auxpass"}:
        return []
    for w in s.words[:v]:
        if w.tag[:1] == "V" or w.text == ";":
            return []
        if (
            w.lemma in scene.lex["nouns.sanction"]
            and w.tag in {"NNS", "NN"}
            and w.dep not in {"compound", "pobj"}
        ):
            return [w.i]
    return []


def _listed(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "is still on the list": of sanctions, where the sentence or what was told before speaks of them."""
    s = scene.s
    if s[a.trigger].lemma == "be" and not any(k.low in _TOO for k in s.kids(a.trigger, "advmod")):
        return "it does not say that it stays"
    if pattern("of_sanctions").search(s.text) is None and not scene.heard.any:
        return "no list of sanctions is spoken of"
    if any(s[h].lemma in scene.lex["nouns.listed"] for h in a.agent):
        return "it is listed on an exchange"
    found = _stays(scene, rule, a)
    if isinstance(found, Match):  # "stay listed by Chad"
        by = [j for k in s.kids(a.trigger) if k.tag == "VBN" for j in s.objects(k.i, {"by"}, deps=("agent",))]
        found.agents.extend(scene.mentions(by))
    return found


def _so_does(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "remain in force, and so does the embargo", "as do the entry bans": it stays as the other does."""
    s, v = scene.s, a.trigger
    above = next((w for w in s.up(v) if named(w, "stays")), None)
    if not v or s[v - 1].low not in {"so", "as"} or above is None or above.i > v:
        return "nothing is said of it that was said of another"
    if s.kids(above.i, "neg", "aux") or s.kids(v, "neg"):
        return "it is not told to stay now"
    a.used |= {v - 1}
    own = [k.i for k in s.kids(v, "nsubj", "dobj", "attr") if k.i > v]
    return Match(rule, a, [], scene.mentions([j for i in own for j in s.conjuncts(i)]))


def _by_instrument(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "a directive forbids banks to settle payments": a text orders others to act."""
    s = scene.s
    agents = scene.mentions(a.agent)
    if not any(named(s[i], "instrument") for i in a.agent):
        return "it is no order of a text"
    return Match(rule, a, agents, scene.mentions(a.patient))


def _words_left(s: Sentence, i: int, most: int) -> list[int]:
    """Words before this one, nearest first, back to a comma."""
    out: list[int] = []
    for j in range(i - 1, max(-1, i - 1 - most), -1):
        if s[j].tag in {",", ":", "."}:
            break
        out.append(j)
    return out


SANCTION_SHAPES = {
    "sanction_noun": _sanction_noun, "no_easing": _no_easing,
    "refused": _refused, "licence_allows": _licence_allows, "lapsed": _lapsed, "stays": _stays,
    "by_instrument": _by_instrument, "listed": _listed, "so_does": _so_does, "not_renewed": _not_renewed,
}  # fmt: skip
"""Shape → the function that finds authority and measure, or says why the rule does not fit."""
