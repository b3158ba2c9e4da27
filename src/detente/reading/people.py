"""Names told as parts of a group: in apposition, in lists, behind "including" and "among them"."""

from __future__ import annotations

import re

from detente.reading.draft import Draft
from detente.reading.mention import Mention
from detente.reading.scene import Scene
from detente.reading.words import Sentence

_MOST_NAMES = 12
"""Longer lists of names are no apposition."""


def members(scene: Scene, d: Draft, people: list[Mention]) -> None:
    """Names told as parts of the people: in apposition, after a colon, behind "including" or "among them"."""
    s, ms = scene.s, scene.ms
    found: list[Mention] = []
    for p in people:
        for j in _apposed(s, p.head, whole=p.kind == "group"):
            found += [m for m in scene.mentions([j]) if _is_name(scene, m) and m.head == j]
        if p.kind == "group":
            behind = [m for j in _including(s, p.head) if (m := ms.at(j)) is not None and m.kind == "person"]
            found += behind
            d.hedges += ["including"] if behind and "including" not in d.hedges else []
            found += _after_colon(scene, p)
            found += _listed_behind(scene, p)
    if any(p.kind == "group" for p in people):
        found += _among_them(scene, d)
    found += [m for m in scene.mentions(_as_was(s, d.trigger)) if m.kind == "person"]
    for m in found:
        if all(m.head != p.head for p in d.slots["people"]) and s[m.head].tag in {"NNP", "NNPS"}:
            d.put("people", m)
            d.exhaustive = False


def _is_name(scene: Scene, m: Mention) -> bool:
    """A person by name, also where the small model takes the name for a body's."""
    scene.human(m)  # looks whether it is one
    return m.anaphor is None and m.kind == "person"


def _apposed(s: Sentence, head: int, *, whole: bool) -> list[int]:
    """Names in apposition; to a name only where they run on to an "and" (a list, not a description)."""
    todo, out = [head], []
    while todo:
        for k in s.kids(todo.pop(), "appos", "conj"):
            out.append(k.i)
            todo.append(k.i)
    joined = any(s.kid(i, "cc") is not None for i in [head, *out])
    return sorted(out) if whole or (joined and any(s[i].dep == "conj" for i in out)) else []


def _listed_behind(scene: Scene, p: Mention) -> list[Mention]:
    """ "Two skippers fined last year, Ada Orlu and Ben Roth, have paid": as many names as are counted."""
    q, s = p.quantity, scene.s
    if q is None or not q.exact or q.lo is None or not 2 <= q.lo <= _MOST_NAMES:
        return []
    comma = next((w.i for w in s.words[p.hi + 1 :] if w.tag == ","), None)
    if comma is None or any(w.tag in {":", "MD"} or w.tag[:2] == "CC" for w in s.words[p.hi + 1 : comma]):
        return []
    out: list[Mention] = []
    for w in s.words[comma + 1 :]:
        if w.tag not in {"NNP", "NNPS", ",", "CC", "CD"}:
            break
        m = scene.ms.at(w.i)
        if w.tag.startswith("NNP") and m is not None and m.head == w.i and m.hi == w.i and _is_name(scene, m):
            out.append(m)
    joined = any(w.low == "and" for w in s.words[comma : (out[-1].head if out else comma)])
    return out if joined and len(out) == q.lo else []


def _after_colon(scene: Scene, p: Mention) -> list[Mention]:
    """ "three hostages: X, 28, Y, a nurse, and Z"."""
    s = scene.s
    colon = next((w.i for w in s.words if w.i > p.hi and w.text == ":"), None)
    if colon is None:
        return []
    out = []
    for w in s.words[colon + 1 :]:
        if w.tag not in {"NNP", "NNPS"} or w.dep in {"compound", "poss", "nmod", "amod"}:
            continue
        m = scene.ms.at(w.i)
        inside = any(u.dep in {"relcl", "acl", "prep", "advcl"} and u.i > colon for u in [w, *s.up(w.i)])
        if m is not None and m.kind == "person" and m.head == w.i and (not inside or _with_age(s, w.i)):
            out.append(m)
    return out


def _with_age(s: Sentence, i: int) -> bool:
    """ "X, 28,": so names stand in lists, whatever the model hangs them on."""
    return i + 2 < len(s) and s[i + 1].text == "," and s[i + 2].tag == "CD" and s[i + 2].text.isdigit()


def _as_was(s: Sentence, verb: int) -> list[int]:
    """ "X was freed, as was Y": the same is told of Y."""
    found: list[int] = []
    for k in s.kids(verb, "advcl", "conj"):
        mark = s.kid(k.i, "mark", "advmod")
        if k.lemma == "be" and k.i > verb and mark is not None and mark.low in {"as", "so"}:
            found += [j for n in s.kids(k.i, "nsubj", "attr") for j in s.conjuncts(n.i)]
    return found


def _including(s: Sentence, head: int) -> list[int]:
    found: list[int] = []
    for w in s.words:
        if w.low in {"including", "namely"} and head < w.i < head + 25:
            for k in s.kids(w.i, "pobj", "dobj", "pcomp"):
                found += s.conjuncts(k.i)
                found += [c.i for j in s.conjuncts(k.i) for c in s.kids(j, "appos") if c.tag == "NNP"]
    return found


def _among_them(scene: Scene, d: Draft) -> list[Mention]:
    """ "…, the opposition figure X among them", "among them the poet X and the engineer Y"."""
    s, ms = scene.s, scene.ms
    match = re.search(r"\bamong (?:them|those)\b|\bone of them\b", s.text, re.I)
    if match is None:
        return []
    at = s.start + match.start()
    before = [w.i for w in s.words if w.end <= at]
    after = [w.i for w in s.words if w.start >= s.start + match.end()]
    out: list[Mention] = []
    tail = s.text[match.end() :].lstrip(" ,")
    if after and tail and not tail.startswith("."):
        last = after[0]
        for i in after:
            m = ms.at(i)
            if (s[i].tag.startswith("V") and s[i].tag != "VBN") or i - last > 7:
                break
            if (
                m is not None
                and m.kind == "person"
                and m.anaphor is None
                and s[i].dep not in {"compound", "poss"}
                and m.head == i
            ):
                out.append(m)
                last = i
    elif before:
        lead = s.text[: match.start()].rstrip(" ,")
        comma = max(lead.rfind(","), lead.rfind("—"), 0)
        out = [
            m
            for i in before
            if s[i].start - s.start >= comma
            and (m := ms.at(i)) is not None
            and m.kind == "person"
            and m.anaphor is None
            and s[i].dep not in {"compound", "poss"}
        ]
    return [m for m in out if s[m.head].tag == "NNP"]
