"""Parts of a counted group told in a list behind it: "1,204 prisoners: 1,010 men and 194 women"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import SUBJECTS
from detente.reading.shapes.drafting import record
from detente.records import Filler

_OPENS = frozenset({":", ",", "-LRB-"})
_JOINS = frozenset({"and", ",", "plus"})


def listed_parts(scene: Scene) -> Iterator[Draft]:
    """Drafts of ATTRIBUTE for men, women, children and nationals counted behind those they are part of."""
    groups = _counted(scene)
    for i, first in enumerate(groups):
        row = _row(scene, groups[i:])
        whole = _whole(scene, groups[:i], row)
        if whole is None and i:
            row = _sum_of(scene, groups[i - 1], groups[i:])
            whole = groups[i - 1] if row else None
        if whole is None or (i and _row(scene, groups[i - 1 :])[1:2] == [first]):
            continue
        for part in row:
            yield _part(scene, whole, part)


def whole_alone(drafts: Sequence[Draft], told: Sequence[Draft]) -> list[Draft]:
    """Acts without those that the list would tell again of its parts: 61 people are no 61, 50 and 11.

    Args:
        drafts: the acts of a sentence.
        told: what is told of people in it.
    """
    parts = {(d.lo, d.hi) for d in told if d.rule == "attribute.listed_part"}
    wholes = {(m.lo, m.hi) for d in told if d.rule == "attribute.listed_part" for m in d.slots["subject"]}
    of_all = {(d.rule, d.trigger) for d in drafts if wholes & _people(d)}
    return [d for d in drafts if (d.rule, d.trigger) not in of_all or not parts & _people(d)]


def _people(d: Draft) -> set[tuple[int, int]]:
    return {(m.lo, m.hi) for m in d.slots.get("people", ())}


def _counted(scene: Scene) -> list[Mention]:
    found = ((w, scene.ms.at(w.i)) for w in scene.s.words if w.dep != "nummod")
    return [m for w, m in found if m is not None and _is_counted(m, w.i)]


def _is_counted(m: Mention, i: int) -> bool:
    return m.kind == "group" and m.head == i and m.quantity is not None and m.quantity.lo is not None


def _row(scene: Scene, groups: list[Mention]) -> list[Mention]:
    """As many as stand side by side, joined by commas and "and"; empty where it is only one."""
    row: list[Mention] = []
    for m in groups:
        between = scene.s.words[row[-1].hi + 1 : m.lo] if row else []
        if not _is_part(scene, m) or len(between) > 2 or any(w.low not in _JOINS for w in between):
            break
        row.append(m)
    return row if len(row) > 1 else []


def _sum_of(scene: Scene, whole: Mention, groups: list[Mention]) -> list[Mention]:
    """ "ten men, four soldiers and six officers": those behind the comma that together are as many."""
    row: list[Mention] = []
    left = whole.quantity.lo if whole.quantity and whole.quantity.exact else None
    last = whole
    for m in groups:
        between = scene.s.words[last.hi + 1 : m.lo]
        joined = 0 < len(between) < 3 and all(w.low in _JOINS | {":"} for w in between)
        joined = joined and (bool(row) or (len(between) == 1 and scene.s[m.head].dep not in SUBJECTS))
        if left is None or not joined or not m.quantity or not m.quantity.exact or not scene.human(m):
            break
        left, last = left - (m.quantity.lo or 0), m
        row.append(m)
        if left == 0 and len(row) > 1:
            return row
    return []


def _is_part(scene: Scene, m: Mention) -> bool:
    """By sex, age or nation alone: "195 women", "twelve Danes", and not "nine women journalists"."""
    plain = m.lo + 1 >= m.head or m.text.split()[-1].lower() in scene.lex["nouns.parted"]
    nation = m.state is not None and scene.s[m.head].text[:1].isupper()
    return plain and not m.definite and (m.noun in scene.lex["nouns.parted"] or nation)


def _whole(scene: Scene, before: list[Mention], row: list[Mention]) -> Mention | None:
    """The last counted people before the mark that opens the list: more than any of its parts."""
    s = scene.s
    mark = s[max(0, row[0].lo - 1)] if row else None
    if mark is None or mark.tag not in _OPENS or mark.text == ";" or s[row[0].head].dep in SUBJECTS:
        return None  # "…, 50 men and 11 women were held": they are told of by themselves
    most = max(m.quantity.lo or 0 for m in row if m.quantity)
    wholes = [m for m in before if scene.human(m) and m.quantity and (m.quantity.lo or 0) > most]
    return wholes[-1] if wholes and not _is_part(scene, wholes[-1]) else None


def _part(scene: Scene, whole: Mention, part: Mention) -> Draft:
    sub = "nationality" if part.state is not None else "description"
    d = record(scene, "attribute.listed_part", "ATTRIBUTE", part.lo, part.hi, sub=sub, mode="asserted")
    d.put("subject", whole)
    d.quantity = part.quantity
    d.lo, d.hi = part.lo, part.hi
    d.add("value", Filler(scene.s[part.head].text, "value"))
    return d
