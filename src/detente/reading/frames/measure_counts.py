"""How many a measure is aimed at, by what its targets tell of their number."""

from __future__ import annotations

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.nouns.groups import people_count
from detente.reading.parsing.words import Sentence
from detente.records import Quantity


def how_many(scene: Scene, d: Draft) -> Quantity | None:
    """How many are listed or taken off: of "ten judges and two firms" the ten; "X, Y and Z, three firms".

    Of "Dorn Metals and nine ships" ten.

    Args:
        scene: the sentence.
        d: the draft with its targets in their slots.
    """
    s, targets = scene.s, d.slots.get("target", [])
    told = {
        x.head: x.quantity or people_count(scene.ms.number_in(s.np(x.head)[0], x.hi))
        for x in targets
        if x.anaphor is None or x.quantity is not None
    }
    counted = [q for q in told.values() if q is not None and q.hi != 1]
    if counted:
        single = [q for h, q in told.items() if q is not None or s[h].tag != "NNS"]  # "518 people and firms"
        named = sum(q is None or q.cue.lower() in {"a", "an"} for q in single)
        first = counted[0]
        named -= len(_its_own(s, first, told))
        if not named or len(counted) > 1 or not first.exact or first.lo is None:
            return first
        many = int(first.lo) + named
        return Quantity(many, many, exact=True, cue=s.span_text(min(told), max(told)))
    heads = {x.head for x in targets}
    apposed = [k.i for i in heads for k in s.kids(i, "appos") if k.tag == "NNS" and k.i not in heads]
    called = (people_count(scene.ms.number_in(s.np(i)[0], i)) for i in apposed)
    return next((q for q in called if q is not None and q.exact and q.lo == len(heads)), None)


def _its_own(s: Sentence, q: Quantity, told: dict[int, Quantity | None]) -> list[int]:
    """ "Two firms, Dorn Agro and Dorn Metals": the names behind a number that they make up."""
    counted = next(h for h, x in told.items() if x is q)
    behind = [h for h, x in told.items() if h > counted and x is None]
    apposed = counted + 1 < len(s) and s[counted + 1].tag == ","
    return behind if apposed and len(behind) == q.lo else []
