"""Whom a measure is aimed at: a list, by its commas, and what it is told to strike."""

from __future__ import annotations

from dataclasses import replace

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.frames.people import members
from detente.reading.parsing.words import PROPER, Sentence
from detente.reading.shapes.sanction_shapes import named

_INSIDE = frozenset(
    {"DT", "PRP$", "CD", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "NN", "NNS", *PROPER}
)
_BEFORE_NOUN = frozenset({"DT", "JJ", "VBN", "VBG"})
_OF_THEIRS = frozenset({"his", "her", "their"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def goes_on(s: Sentence, i: int) -> list[int]:
    """ "sanctions on Ira Holt, *his wife* and *nine firms*": the heads of a list behind its first word.

    A list is closed by "and", and no verb stands behind it: "sanctions on Mali, Togo and Chad said" tells
    who spoke. What stands between commas and is neither a name, nor several, nor somebody's, is an aside.

    Args:
        s: the sentence.
        i: the first word of the list.
    """
    out: list[int] = []
    at, closed = _past(s, i), False
    while not closed and at + 1 < len(s):
        if s[at].text == ",":
            at += 1
        elif s[at].low != "and" or not out:
            return []
        closed = s[at].low == "and"
        at += closed
        head = _head(s, at)
        if head is None or s[at].tag == "VBG" or s[at].low == "thanks":
            return []  # "…, joining Togo and Chad", "…, thanks to Togo and Chad"
        if s[head].tag in PROPER and s[at].tag in PROPER and _ends_in_name(s, i, at):
            return []  # "banks in Togo, Chad and Mali": they may all be where the banks are
        if _is_listed(s, at, head):
            out.append(head)
        elif closed:
            return []
        at = _past(s, head)
    return out if closed and (at >= len(s) or s[at].tag not in _FINITE) else []


def struck(s: Sentence, i: int) -> list[int]:
    """ "the measures that strike the mining sector", "bans which weigh on officers": the heads.

    Args:
        s: the sentence.
        i: the noun of the measure.
    """
    out: list[int] = []
    for v in (k for k in s.kids(i, "relcl", "acl") if named(k, "strikes")):
        behind = s.kids(v.i, "dobj") + [
            o for k in s.kids(v.i, "prep") if k.low == "on" for o in s.kids(k.i, "pobj")
        ]
        out += [j for o in behind for j in s.conjuncts(o.i)]
    return out


def _ends_in_name(s: Sentence, i: int, at: int) -> bool:
    """Does a name that hangs on another word stand before this comma or "and"?"""
    last = next(j for j in range(at - 1, i - 1, -1) if s[j].tag not in {",", "CC"})
    return last != i and s[last].tag in PROPER and s[last].dep == "pobj"


def _past(s: Sentence, head: int) -> int:
    """The place behind a phrase and what hangs right behind it: "judges *of the court*"."""
    at = head + 1
    while at < len(s) and s[at].dep == "prep" and s[at].head == head:
        behind = s.kid(at, "pobj")
        if behind is None:
            return at
        at = behind.i + 1
    return at


def _head(s: Sentence, at: int) -> int | None:
    """The last noun of the phrase that begins here; of "45" between commas the number itself."""
    end = at
    while end < len(s) and s[end].tag in _INSIDE:
        if s[end].tag in _BEFORE_NOUN and end > at and s[end - 1].tag[:2] == "NN":
            break  # "firms *linked* to X"
        end += 1
    nouns = [j for j in range(at, end) if s[j].tag[:2] == "NN"]
    aged = end == at + 1 and s[at].tag == "CD"
    return nouns[-1] if nouns and nouns[-1] == end - 1 else at if aged else None


def _is_listed(s: Sentence, lo: int, head: int) -> bool:
    """A name, several, or somebody of theirs; "the judge" and "Orlu's wife" may say who was just named."""
    own = any(s[j].tag == "POS" or s[j].low == "its" for j in range(lo, head))
    if s[head].tag in {"NNS", "NNPS"}:
        return True
    named = s[head].tag == "NNP" and s[lo].tag == "NNP"
    return not own and (named or s[lo].low in _OF_THEIRS)


def put_members(scene: Scene, d: Draft) -> None:
    """ "struck six officers from the list, among them Ada Orlu": those of a group told by name, too."""
    groups = [x for x in d.slots.get("target", ()) if x.kind == "group" and x.human]
    if groups:
        inner = replace(d, slots={"people": list(groups)}, hedges=list(d.hedges))
        members(scene, inner, groups)
        d.put("target", *(m for m in inner.slots["people"] if m.kind == "person"))
