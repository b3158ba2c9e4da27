"""Whom a deed befalls together with somebody: "X, along with two nurses, was freed"."""

from __future__ import annotations

from detente.reading.mention import Mention
from detente.reading.scene import Scene

_WITH = frozenset({"along", "together"})
_BESIDE = frozenset({"alongside"})


def beside(scene: Scene, people: list[Mention], verb: int) -> list[Mention]:
    """Those joined to the people by "along with", "together with" or "alongside": by name, or counted.

    Args:
        scene: the sentence.
        people: whom the deed is told of.
        verb: the word that tells it.

    Returns:
        Whoever is none of them yet.
    """
    s = scene.s
    marks = [w for w in s.words if w.low in _WITH or w.low in _BESIDE]
    heads = {p.head for p in people}
    near = {
        verb,
        *(k.i for k in s.kids(verb, "acomp", "oprd", "prt", "advmod")),
    }  # "was set *free* along with"
    out: list[Mention] = []
    for w in marks:
        if w.head not in near and w.head not in heads:
            continue
        if w.low in _BESIDE:
            found = [k.i for k in s.kids(w.i, "pobj")]
        else:
            found = s.objects(w.i, {"with"}) or s.objects(w.head, {"with"})
        for m in scene.mentions([j for i in found for j in s.conjuncts(i)]):
            named = m.kind == "person" and m.anaphor is None
            counted = m.kind == "group" and m.quantity is not None and m.quantity.exact and scene.human(m)
            if (named or counted) and m.head not in heads and all(m.head != x.head for x in out):
                out.append(m)
    return out
