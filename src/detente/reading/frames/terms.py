"""How long a sentence is, and what for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.language.numbers import FoundQuantity
from detente.reading.clauses.arguments import clause
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Match, Scene
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import PROPER, Sentence
from detente.reading.shapes.drafting import record
from detente.records import Quantity

_NEAR = 90  # characters between the trigger and the length of its term
_ELSEWHERE = re.compile(r"\b(?:ago|after|spent|nearly all)\b")
_CUT_TO = re.compile(r"\bto (\w+)\W*$")
_FOR_EVER = re.compile(r"\b(?:to|for) (life|death)\b")
_LENGTHS = frozenset({"duration", "count"})
_UNDONE = frozenset({"quash", "appeal"})
_TIMES = frozenset({"year", "month", "week", "day", "date", "occasion"})
_CHARGED = ("for", "of", "with", "on", "over")


def penalty(scene: Scene, m: Match, d: Draft) -> None:
    """Fill the penalty of a draft from the lengths of time near its trigger, and its offence."""
    close = _terms_near(scene, m)
    number = _cut_to(scene, m)
    if number is not None and close:
        q = number.quantity
        d.penalty = Quantity(q.lo, q.hi, exact=q.exact, cue=q.cue, unit=close[-1].quantity.unit)
    elif close:
        _take(scene, m, d, close)
    elif (word := _FOR_EVER.search(m.args.after)) is not None:
        d.penalty = Quantity(None, None, cue=word.group(1), unit=word.group(1))
    if d.quantity is not None and d.penalty is not None and d.quantity.cue == d.penalty.cue:
        d.quantity = None
    _offence(scene, m, d)


def apiece(scene: Scene, told: Sequence[Draft]) -> Iterator[Draft]:
    """ "Gave them 24 years: 15 for Ada Orlu and nine for Ben Roth": a term for each, in the unit told once.

    Args:
        scene: the sentence.
        told: what its verbs gave; without a sentence passed nobody was given a term.
    """
    s = scene.s
    if s.text.count(" for ") < 2:
        return
    base = next((d for d in reversed(told) if d.type == "SENTENCE" and d.stand.mode != "denied"), None)
    if base is None or any(d.type == "SENTENCE" and d.sub in _UNDONE for d in told):
        return  # "quashed the sentences of both: nine years for X and six for Y"
    unit = next((q.quantity.unit for q in scene.ms.numbers if q.kind == "duration"), None)
    each = list(_for_each(scene)) if unit is not None else []
    known = {m.name for d in told if d.type == "SENTENCE" for m in d.slots.get("people", ())}
    for number, m in each if len(each) > 1 else ():
        if m.name in known:
            continue
        d = record(scene, "sentence.apiece", "SENTENCE", s.at(s.start + number.start, s.end)[0], m.hi)
        d.sub, d.stand = "sentence", base.stand.copy()
        d.attribution, d.scope_certain = list(base.attribution), base.scope_certain
        d.put("authority", *base.slots.get("authority", ()))
        d.put("people", m)
        q = number.quantity
        d.penalty = Quantity(q.lo, q.hi, exact=q.exact, cue=q.cue, unit=unit)
        yield d


def _for_each(scene: Scene) -> Iterator[tuple[FoundQuantity, Mention]]:
    """The numbers that stand before "for X", each with the one it is for."""
    s, ends = scene.s, {scene.s.start + q.end: q for q in scene.ms.numbers if q.kind in _LENGTHS}
    for w in s.words[1:-1]:
        number = ends.get(s[w.i - 1].end) if w.low == "for" else None
        last = w.i + 1
        while last + 1 < len(s) and s[last].tag in PROPER and s[last + 1].tag in PROPER:
            last += 1
        m = scene.ms.at(last) if number is not None and s[last].tag in PROPER else None
        if number is not None and m is not None and m.kind == "person" and m.anaphor is None:
            yield number, m


def _terms_near(scene: Scene, m: Match) -> list[FoundQuantity]:
    s = scene.s
    here = s[m.args.trigger].start - s.start
    return [
        q
        for q in scene.ms.numbers
        if q.kind == "duration"
        and (q.start > here or m.noun is not None)
        and abs(q.start - here) < _NEAR
        and not _ELSEWHERE.search(s.text[max(0, q.start - 7) : q.start])
    ]


def _cut_to(scene: Scene, m: Match) -> FoundQuantity | None:
    """ "cut from nine years to seven": the bare number at the end of the clause."""
    if m.rule.id != "sentence.cut" or _CUT_TO.search(m.args.after) is None:
        return None
    last = m.args.end
    while scene.s[last].tag in {".", ",", "''"}:
        last -= 1
    return scene.ms.number_in(last, last)


def _take(scene: Scene, m: Match, d: Draft, close: list[FoundQuantity]) -> None:
    s = scene.s
    here = s[m.args.trigger].start - s.start
    term = close[-1] if m.rule.id == "sentence.cut" else min(close, key=lambda q: abs(q.start - here))
    d.penalty = term.quantity
    for i in s.at(s.start + term.start, s.start + term.end):
        d.widen(i)


def _offence(scene: Scene, m: Match, d: Draft) -> None:
    heads = (j for p in _CHARGED for j in m.args.preps.get(p, []))
    head = next((j for j in heads if scene.s[j].ent not in {"DATE", "TIME"}), None)
    what = scene.ms.at(head) if head is not None else None
    if what is not None and what.kind in {"topic", "organisation", "event"} and what.noun not in _TIMES:
        d.put("offence", _whole(what, scene.s))
        d.widen(what.hi)


def _whole(what: Mention, s: Sentence) -> Mention:
    """ "grave crimes against the state", "spreading false news": with what hangs on the word."""
    if s[what.head].tag == "VBG":
        dated = {
            i
            for k in s.kids(what.head, "prep", "npadvmod")
            if {s[j].ent for j in s.subtree(k.i)} & {"DATE", "TIME"}
            for i in s.subtree(k.i)
        }  # "spreading false news on Monday": when, and no part of it
        last = max({what.head, *clause(s, what.head, keep_ccomp=False)} - dated)
        return replace(what, name=s.span_text(what.head, max(last - (s[last].tag == ","), what.hi)))
    behind = [i for k in s.kids(what.head, "prep") if k.low == "against" for i in s.subtree(k.i)]
    return replace(what, name=f"{what.name} {s.span_text(behind[0], behind[-1])}") if behind else what
