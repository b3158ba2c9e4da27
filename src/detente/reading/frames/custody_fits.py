"""Whether a rule of arrests, terms or states of custody fits the tense and those who act."""

from __future__ import annotations

import re

from detente.reading.clauses.arguments import subject
from detente.reading.clauses.scene import Match, Scene
from detente.reading.clauses.stand import Stand
from detente.reading.nouns.mention import Mention

_OVER = frozenset({"over", "back", "across", "up"})
_NOT_IN_CUSTODY = frozenset({"back", "up", "down", "off"})
_SOFT = frozenset({"take", "remove", "escort"})
_SO_LONG = re.compile(
    r"\bsince\b|\bfor (?:[\w-]+ ){0,4}?(?:years?|months?|weeks?|days?|hours?|nights?|decades?|long)\b"
)


def no_custody(scene: Scene, m: Match, stand: Stand) -> str | None:
    """Why a rule of arrests, terms or states of custody does not fit the tense or those who act."""
    rule, after = m.rule, m.args.after
    if rule.negated and stand.mode != "denied":
        return "it is not denied"
    if rule.id == "detain.hold" and (m.args.passive or not m.agents or stand.present):
        return "nobody is told to hold them"
    if rule.id == "detain.held_for" and stand.present:
        return "it tells a state of today"
    if rule.type == "DETAIN" and m.args.passive and _still(scene, m):
        return "it tells a state of today"
    if rule.id == "custody.still" and not _still(scene, m):
        return "they are not told to be held still"
    named = any(
        p.kind == "person" for p in m.patients
    )  # "Tom Hale is being held back over a fine": in prison
    if rule.type in {"DETAIN", "CUSTODY_STATE"} and not named and _held_otherwise(scene, m.args.trigger):
        return "who is held back or up is in nobody's hands"
    if rule.type == "DETAIN" and any(_no_hand(scene, i) for i in _holds(scene, m)):
        return "what holds them is no hand"
    if rule.agent_kind == "state" and not any(a.kind == "state" for a in m.agents):
        return "no state receives them"
    if rule.agent_kind == "court" and not _is_tried(scene, m):
        return "neither a court nor an offence is named"
    if rule.id == "detain.held_since" and stand.present and not _SO_LONG.search(after):
        return "it tells a state of today"
    if rule.type == "SENTENCE" and m.agents and not any(_can_judge(scene, a) for a in m.agents):
        return "no court or authority is named"
    if rule.id == "detain.pick_up" and stand.present and m.args.passive:
        return "it tells a state of today"
    if rule.id == "detain.dragged_from" and _merely_off(scene, m):
        return "who is taken off is not held"
    if rule.patient == "captor" and m.agents and not any(_is_captor(scene, a) for a in m.agents):
        return "those who act take nobody into custody"
    if rule.id == "release.hand_over" and not _handed(scene, m):
        return "nothing is handed over"
    if rule.id == "transfer.is_in" and any(k.low == "still" for k in scene.s.kids(m.args.trigger, "advmod")):
        return "who is still there has not gone"
    if rule.id == "transfer.is_in" and scene.lex.pattern("for_so_long").search(after):
        return "who has been there for long has not gone there"
    if rule.present and not stand.present:
        return "it tells the past, not a state"
    if rule.id == "custody.hold" and scene.lex.pattern("holds_a_meeting").search(after):
        return "what is held is no person"
    return None


def _merely_off(scene: Scene, m: Match) -> bool:
    """ "twelve passengers were taken off the plane": by nobody, and of custody nothing is said."""
    soft = scene.s[m.args.trigger].lemma in _SOFT and not m.agents
    return soft and not any(w.low in scene.lex["worlds.custody"] for w in scene.s.words)


def _still(scene: Scene, m: Match) -> bool:
    """ "are still jailed", not "are still being jailed"."""
    kids = scene.s.kids(m.args.trigger)
    now = any(k.low in {"is", "are", "’s", "'s", "’re", "'re"} for k in kids if k.dep == "auxpass")
    return now and any(k.low == "still" and k.i < m.args.trigger for k in kids)


def _holds(scene: Scene, m: Match) -> list[int]:
    """What is said to hold them: the subject of "held", what comes after "by", "on" or "in" of "was held"."""
    if m.args.passive:
        return [i for p in ("by", "on", "in") for i in m.args.preps.get(p, ())]
    return subject(scene.s, m.args.trigger)[0]


def _held_otherwise(scene: Scene, v: int) -> bool:
    """ "held back", "held up", "held down", right behind the verb: not "held up to nine people"."""
    s = scene.s
    particle = (k for k in s.kids(v, "prt", "advmod") if k.i == v + 1 and k.low in _NOT_IN_CUSTODY)
    return s[v].lemma == "hold" and any(not s.kids(k.i) for k in particle)


def _no_hand(scene: Scene, i: int) -> bool:
    """Snow, traffic, an illness, a film: they hold people up, and hold nobody in custody."""
    return scene.s[i].lemma in scene.lex["nouns.no_hand"]


def _is_captor(scene: Scene, a: Mention) -> bool:
    """Police, soldiers, gunmen, or a state; not whoever takes somebody away."""
    known = scene.lex["nouns.captor"]
    s = scene.s
    clause = s[s[a.head].head]
    if s[a.head].tag in {"WP", "WDT"} and clause.dep == "relcl":  # "the rebels, who had taken them"
        whose = scene.ms.at(clause.head)
        return whose is not None and _is_captor(scene, whose)
    named = a.anaphor is None and a.kind in {"state", "organisation"}
    return named or a.anaphor == "they" or any({s[i].lemma, s[i].low} & known for i in range(a.lo, a.hi + 1))


def _is_tried(scene: Scene, m: Match) -> bool:
    """ "a court jailed X", "X was jailed for fraud": not "jailed for a week", nor "police jailed X"."""
    s, lex = scene.s, scene.lex
    for a in m.agents:
        words = {s[i].lemma for i in range(a.lo, a.hi + 1)}
        if words & lex["nouns.court"]:
            return True
        if words & lex["nouns.captor"]:
            return False
    spans = {s[i].i for q in scene.ms.numbers for i in s.at(s.start + q.start, s.start + q.end)}
    why = [i for i in m.args.preps.get("for", []) if i > m.args.trigger]
    return any(not spans & set(s.np(i)) and s[i].lemma not in lex["nouns.span"] for i in why)


def _can_judge(scene: Scene, a: Mention) -> bool:
    words = {scene.s[i].lemma for i in range(a.lo, a.hi + 1)}
    lex = scene.lex
    return a.kind not in {"group"} or a.plural or bool(words & lex["nouns.official nouns.body"])


def _handed(scene: Scene, m: Match) -> bool:
    """ "handed over", "gave back", "handed to the Red Cross": not "handed a suspended sentence"."""
    s, v = scene.s, m.args.trigger
    particle = any(
        k.low in _OVER and s.kid(k.i, "pobj") is None for k in s.kids(v, "prt", "advmod", "prep")
    )  # not "given two life terms over a theft"
    behind = any(k.low in _OVER for p in m.args.patient for k in s.kids(p, "prt", "advmod"))
    return particle or behind or any(_is_body(scene, i) for i in m.args.preps.get("to", []))


def _is_body(scene: Scene, i: int) -> bool:
    mention = scene.ms.at(i)
    known = mention is not None and mention.hit is not None and mention.hit.kind == "body"
    return known or scene.s[i].lemma in scene.lex["nouns.receiver"]
