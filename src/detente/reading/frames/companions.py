"""Whom a deed befalls together with somebody: "X, along with two nurses, was freed", "with his brother Y"."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.clauses.scene import Scene
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Word
from detente.reading.shapes.in_one_list import person_at
from detente.reading.shapes.rolls import list_behind, runs

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
        above = s[w.head].head if s[w.head].low == "with" else w.head
        if above not in near and above not in heads:
            continue
        if w.low in _BESIDE or above != w.head:
            found = [k.i for k in s.kids(w.i if above == w.head else w.head, "pobj")]
        else:
            found = s.objects(w.i, {"with"}) or s.objects(w.head, {"with"})
        for m in scene.mentions([j for i in found for j in s.conjuncts(i)]):
            named = m.kind == "person" and m.anaphor is None
            counted = m.kind == "group" and m.quantity is not None and m.quantity.exact and scene.human(m)
            if (named or counted) and m.head not in heads and all(m.head != x.head for x in out):
                out.append(m)
        with_ = (
            w if w.low in _BESIDE else next((k for k in s.words[w.i + 1 : w.i + 2] if k.low == "with"), None)
        )
        out += _listed(scene, with_.i + 1, [*heads, *(x.head for x in out)]) if with_ is not None else []
    return out + _of_their_own(scene, verb, [*heads, *(x.head for x in out)])


def _listed(scene: Scene, start: int, known: list[int]) -> list[Mention]:
    """The names behind "together with", where the parse hangs them elsewhere."""
    s = scene.s
    found = runs(s, start, list_behind(s, start, scene.lex), scene.lex)
    return [person_at(scene, r) for r in found if r.hi not in known]


def _of_their_own(scene: Scene, verb: int, known: list[int]) -> list[Mention]:
    """ "was arrested with his brother, Y": with whom of their own, by name."""
    s = scene.s
    kin = scene.lex["nouns.kinship nouns.fellow"]
    out: list[Mention] = []
    for w in s.kids(verb, "prep"):
        owner = s[w.i + 1] if w.low == "with" and w.i > verb and w.i + 1 < len(s) else None
        noun = _noun(s.words[w.i + 1 : w.i + 7]) if owner is not None and owner.tag == "PRP$" else None
        if noun is not None and noun.lemma in kin:
            out += _listed(scene, w.i + 1, known)
    return out


def _noun(words: Sequence[Word]) -> Word | None:
    """The last common noun before a name or a mark: "his younger brother, …", "her fellow student …"."""
    last = None
    for w in words:
        if w.tag in {"NNP", "NNPS", ",", "IN"}:
            break
        last = w if w.tag in {"NN", "NNS"} else last
    return last
