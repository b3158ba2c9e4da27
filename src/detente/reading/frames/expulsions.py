"""Who was sent out by force, told in other words: papers taken from those who go, "it was an expulsion"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.shapes.drafting import record

_TAKING = frozenset({"took", "taken", "tore", "torn", "confiscated", "seized", "destroyed", "withheld"})
_PAPERS = frozenset({"passport", "passports"})
_CALLED = re.compile(
    r"\b(?:it|this|that) was (?:an? |nothing but an? )?(?:\w+ )?(?P<noun>expulsion|deportation|banishment)\b",
    re.IGNORECASE,
)
_GONE = frozenset({"RELEASE", "TRANSFER"})
_TAKEN, _NAMED = "transfer.papers_taken", "transfer.called_expulsion"
_BEFORE = 600
"""So many characters further on, "it" is no longer how they left."""


def expulsions(scene: Scene) -> Iterator[Draft]:
    """Drafts of TRANSFER: whose papers were taken, and a journey that somebody calls an expulsion."""
    yield from _papers_taken(scene)
    match = _CALLED.search(scene.s.text)
    if match is not None:
        words = scene.s.at(scene.s.start + match.start(), scene.s.start + match.end())
        d = record(scene, _NAMED, "TRANSFER", words[0], words[-1], sub="deport", mode="asserted")
        d.trigger, d.voluntariness = words[-1], "stated_forced"
        yield d


def _papers_taken(scene: Scene) -> Iterator[Draft]:
    """ "Guards took the passports of all nine": a torn passport is a bar to coming back (CODEBOOK D6)."""
    s = scene.s
    for w in s.words:
        verb = s[w.head]
        if w.low not in _PAPERS or verb.low not in _TAKING or w.dep not in {"dobj", "nsubjpass"}:
            continue
        owners = [k.i for k in s.kids(w.i, "poss")] or s.objects(w.i, frozenset({"of", "from"}))
        owners = owners or s.objects(verb.i, frozenset({"from"}))
        people = [m for m in scene.mentions(owners) if scene.human(m)]
        stand = scene.modality.of_verb(s, verb.i)
        if not people or stand.mode != "performed":
            continue
        d = record(scene, _TAKEN, "TRANSFER", *sorted((verb.i, w.i)), sub="exile_bar", mode="asserted")
        d.trigger, d.stand = verb.i, stand
        d.attribution, d.scope_certain = scene.sources.chain(s, scene.ms, verb.i)
        d.put("people", *people)
        d.put("mover", *scene.mentions(scene.arguments(verb.i).agent))
        d.widen(*(i for m in (*people, *d.slots["mover"]) for i in (m.lo, m.hi)))
        d.quantity = next((m.quantity for m in people if m.quantity is not None), None)
        yield d


def of_those_who_left(drafts: Sequence[Draft]) -> list[Draft]:
    """Papers count where their owners are told to leave; "it" is how those told of before left.

    Who calls a journey an expulsion tells a fact, and gives no mere opinion of it.

    Args:
        drafts: all of the document, in order.

    Returns:
        The drafts that stand.
    """
    gone = [d for d in drafts if d.rule not in {_TAKEN, _NAMED} and d.type in _GONE and _is_done(d)]
    out, called = list[Draft](), set[int]()
    for d in drafts:
        if d.rule == _TAKEN and not gone:
            continue
        if d.rule == _NAMED:
            before = [x for x in (*gone, *out) if _is_before(x, d)]
            if not before:
                continue
            _as_told(d, max(before, key=lambda x: (x.sentence.start, x.trigger)))
            called.add(id(d.sentence))
        out.append(d)
    return [d for d in out if d.type != "STATEMENT" or d.stance != "assess" or id(d.sentence) not in called]


def _is_done(d: Draft) -> bool:
    return d.stand.mode in {"performed", "asserted"} and d.stand.polarity == "+"


def _is_before(x: Draft, d: Draft) -> bool:
    near = 0 < d.sentence.start - x.sentence.start < _BEFORE
    return x.type in _GONE and x.rule != _NAMED and near and bool(x.names("person", "group"))


def _as_told(d: Draft, before: Draft) -> None:
    """The people of the journey that is meant, as they were told."""
    d.quantity = before.quantity
    d.slots["people"] = list(before.slots.get("people", ()))
    for role in ("person", "group"):
        d.add(role, *before.roles.get(role, ()))
