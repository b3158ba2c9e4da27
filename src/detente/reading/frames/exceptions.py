"""Who is told apart from all others: "all but X were freed", "not X but Y", "nobody except X"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from msgspec.structs import replace as changed

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import PROPER, SUBJECTS, Sentence, Word
from detente.reading.shapes.in_one_list import as_many_behind
from detente.records import Quantity

_CALLINGS = frozenset({"DT", "PRP$", "JJ", "NN", "NNP"})
_AGAIN = frozenset({"for", "to", "of"})
_ALL = frozenset({"all", "everyone", "everybody"})
_ONE = Quantity(1, 1, exact=True)
_FAR = 8
"""Words behind a *not* in which the *but* that answers it is looked for."""


class Told(NamedTuple):
    """Those whom the deed is told of, and those who are told apart from them."""

    people: list[Mention]
    apart: list[Mention]
    instead: bool = False  # "not X but Y": what is denied of the one is told of the other


def told_apart(scene: Scene, people: list[Mention], trigger: int) -> Told:
    """Part those who stand behind a word of exception, with whoever is joined to them.

    Args:
        scene: the sentence.
        people: whom a deed is told of, as the parse has it.
        trigger: the word that tells the deed.
    """
    s, lex = scene.s, scene.lex
    words = lex["closed.except closed.except_all closed.except_part"]
    if not people or all(w.low not in words for w in s.words):
        return Told(people, [])
    left_out = [i for p in people if (i := _left_out(scene, p)) is not None]
    people = [_all_but(scene, p) for p in people]
    others = _named_beside(scene, people, trigger)
    people = [*people, *others]
    first = {p.head: _before(scene, p) for p in people if p.anaphor in {None, "number"}}
    marks = {head: mark for head, i in first.items() if (mark := _mark(scene, i)) is not None}
    marks |= {p.head: "except" for p in people if p.head in first and _named_behind(scene, first[p.head])}
    apart = [p for p in people if p.head in marks or any(j in marks for j in _joined_to(s, p.head))]
    apart = [p for p in apart if p.head in marks or not _contrasted(scene, p)]
    if not apart:
        apart = [p for i in left_out for p in _who_is_left(scene, i)]
    if not apart:
        return Told(people, [])
    own = _of_their_own(scene, apart, trigger)
    if own:
        return Told(own, [])
    rest = [p for p in people if p not in apart]
    instead = any(marks.get(p.head) == "not" for p in apart) and any(_contrasted(scene, p) for p in rest)
    if not rest:
        whole = (scene.ms.at(i) for i in range(min(first[p.head] for p in apart if p.head in first) + 1))
        groups = [w for w in whole if w is not None and w.kind == "group" and w not in apart]
        groups = [w for w in groups if _mark(scene, w.lo - 1) is None] or groups  # "all but *one*, X"
        left_out += [i for w in groups[-1:] if (i := _left_out(scene, w)) is not None]
        rest = [_all_but(scene, w) for w in groups[-1:]]
        none = [w for w in groups if s[w.lo].low in lex["closed.nobody"] and rest[0].head <= w.hi]
        rest = [replace(w, negative=True) for w in none[:1]] or rest  # "none of *them* bar X"
    if len(rest) == 1 and s[rest[0].lo].low in _ALL and not instead and not left_out:
        fewer = _less(rest[0].quantity, [p.quantity or _ONE for p in apart])
        rest = [replace(rest[0], quantity=fewer)]
    return Told(rest, apart, instead)


def _of_their_own(scene: Scene, apart: list[Mention], trigger: int) -> list[Mention]:
    """ "All but X, who died in prison", "save X, jailed in May": of whom alone a clause on a name is told."""
    s = scene.s
    top = s[trigger]
    while top.dep in {"conj", "xcomp", "ccomp"} and top.head != top.i:
        top = s[top.head]
    if top.dep not in {"relcl", "acl"}:
        return []
    lo = min(s.subtree(top.i))
    before = [p for p in apart if p.head < lo]
    last = max((p.head for p in before), default=None)
    if last is None or any(s[i].tag[:2] in {"NN", "CD", "VB"} for i in range(last + 1, lo)):
        return []
    return [p for p in before if p.head == last or _plural_clause(s, top)]


def _plural_clause(s: Sentence, verb: Word) -> bool:
    """ "Who were arrested": is it told of more than one?"""
    return any(k.low in {"were", "are", "have"} for k in s.kids(verb.i, "aux", "auxpass"))


def _left_out(scene: Scene, p: Mention) -> int | None:
    """The number behind "all but": "all but *one* of the 25"."""
    s, lex, i = scene.s, scene.lex, p.lo + 1
    if p.kind != "group" or s[p.lo].low not in _ALL or p.lo != p.head or i + 2 >= len(s):
        return None
    if s[i].low not in lex["closed.except closed.except_all"]:
        return None
    i += 2 if s[i + 1].low == "for" else 1
    return i if s[i].tag == "CD" else None


def _all_but(scene: Scene, p: Mention) -> Mention:
    """ "All but one of the 25" are 24; "all but three prisoners" are not three."""
    s, i = scene.s, _left_out(scene, p)
    out = None if i is None else scene.ms.number_in(i, i)
    if i is None or out is None:
        return p
    end = next((w.i for w in s.words[i + 1 :] if w.tag[:1] == "V" or w.tag in {",", ".", "MD"}), len(s))
    whole = scene.ms.number_in(i + 2, end - 1) if s[i + 1].low == "of" and end > i + 2 else None
    left = None if whole is None else _less(whole.quantity, [out.quantity])
    said = s.span_text(p.lo, end - 1) if whole is not None else s.span_text(p.lo, i)
    # not all of those told before
    return replace(p, name=said, text=said, noun="", quantity=left, anaphor=None, definite=False)


def _who_is_left(scene: Scene, i: int) -> list[Mention]:
    """ "All but *two*, *X and Y*, were freed": who the number stands for."""
    own, out = scene.ms.at(i), scene.ms.number_in(i, i)
    if named := as_many_behind(scene, i, None if out is None else out.quantity):
        return named
    return [own] if own is not None and own.head == i and own.kind == "group" else []


def _less(whole: Quantity | None, parts: Iterable[Quantity]) -> Quantity | None:
    """What is left of a whole (CODEBOOK §5, T − Σ parts); None where a bound is not told."""
    for part in parts:
        if whole is None or whole.lo is None or part.lo is None or part.hi is None:
            return None
        hi = None if whole.hi is None else whole.hi - part.lo
        soft = part.soft_lo or part.soft_hi
        lo = max(0, whole.lo - part.hi)
        whole = changed(whole, lo=lo, hi=hi, exact=False, soft_lo=whole.soft_lo or soft,
                               soft_hi=whole.soft_hi or soft)  # fmt: skip
    return whole


def _named_beside(scene: Scene, people: list[Mention], trigger: int) -> list[Mention]:
    """Persons behind a word of exception in the clause of the deed: "apart from X all were freed"."""
    s, heads = scene.s, {p.head for p in people}
    out: list[Mention] = []
    for w in s.words:
        if w.tag not in PROPER or w.dep == "compound" or w.i in heads:
            continue
        m = scene.ms.at(w.i)
        if m is None or m.head != w.i or m.kind != "person" or _verb(scene, m) != trigger:
            continue
        joined = any(x.head in _joined_to(s, w.i) for x in out)
        i = _before(scene, m)
        marked = _mark(scene, i) is not None and (s[i].low != "not" or s[i - 1].low == "but")
        if joined or marked or _named_behind(scene, i):
            out.append(m)
    return out


def _named_behind(scene: Scene, i: int) -> bool:
    """ "All but one of the nine, X": does a comma end here that stands behind those excepted by number?"""
    s = scene.s
    if i < 2 or s[i].text not in {",", ":", "–", "—", "-"}:
        return False
    number = next(
        (k for k in range(i - 1, max(0, i - _FAR), -1) if s[k].tag == "CD" and s[k - 1].low != "the"), 0
    )
    plain = all(s[k].tag in {"IN", "DT", "CD", "NN", "NNS", "PRP", "JJ"} for k in range(number + 1, i))
    return number > 0 and plain and _mark(scene, number - 1) == "except"


def _verb(scene: Scene, m: Mention) -> int | None:
    """The verb above a name; no word of exception that the model takes for one: "freed, *save* X"."""
    verb = scene.s.verb_of(m.head)
    apart = verb is not None and verb == _before(scene, m) and _mark(scene, verb) is not None
    return scene.s.verb_of(verb) if apart and verb is not None else verb


def without(drafts: list[Draft], apart: list[Mention]) -> list[Draft]:
    """The drafts that are left of somebody, when those told apart are taken out."""
    heads, names = {p.head for p in apart}, {p.name for p in apart}
    for d in drafts:
        told = d.slots.get("people", ())
        d.slots["people"] = [p for p in told if p.head not in heads and p.name not in names]
    return [d for d in drafts if d.slots["people"]]


def _before(scene: Scene, p: Mention) -> int:
    """The word before a name with its article, callings and titles; -1 where these open the sentence."""
    s, lex = scene.s, scene.lex
    stop = lex["closed.except closed.except_all"]
    parts = p.name.replace("-", " - ").split()  # "Hans-Joachim Orlu" is four words
    lo = max(0, p.head + 1 - len(parts)) if p.kind == "person" else p.lo
    while lo > 0 and s[lo - 1].tag in _CALLINGS and s[lo - 1].low not in stop:
        lo -= 1
    again = lo > 2 and s[lo - 1].low in _AGAIN and s[lo - 2].low == "not" and s[lo - 3].low == "but"
    return lo - 1 - again  # "pardons for forty, but not *for* eight"


def _mark(scene: Scene, i: int) -> str | None:
    """Does a word of exception end here: "except", "apart from", "but" behind all or none, "not"?"""
    if i < 0:
        return None
    s, lex = scene.s, scene.lex
    low, before = s[i].low, s[i - 1].low if i else ""
    if low == "not":  # "freed was not X" denies the deed; "not X but Y" and "all but not X" part the people
        apart = before in lex["closed.not_behind"] | {"and"} or any(
            w.low == "but" for w in s.words[i + 2 : i + _FAR]
        )
        return "not" if apart else None
    if low in lex["closed.except"] or lex.pattern("except_pair").search(f"{before} {low}"):
        return "except"
    if before == "," and low in lex["closed.except_aside"]:
        return "except"
    if low not in lex["closed.except_all"]:
        return None
    near = s.words[max(0, i - 4) : i]
    every = next((w.i for w in near if w.low in lex["closed.every"] or w.low == "no"), None)
    return "except" if every is not None and not _clause_of_its_own(s, every, i) else None


def _clause_of_its_own(s: Sentence, every: int, but: int) -> bool:
    """ "All the talks failed but nine men were freed": a *but* between two clauses excepts nobody."""
    verb = any(w.tag in {"VBD", "VBZ", "VBP", "VBN"} for w in s.words[every:but])
    return verb and any(
        w.dep in SUBJECTS and w.head > w.i for w in s.words[but + 1 : but + 5] if w.tag[:1] != "W"
    )


def not_all(scene: Scene, p: Mention) -> bool:
    """ "Not all of the nine", "not every miner": what is told of all of them is denied."""
    s, i = scene.s, p.lo
    i -= s[i].low != "not"
    every = scene.lex["closed.every"] - scene.lex["closed.nobody"]
    return 0 <= i < len(s) - 1 and s[i].low == "not" and s[i + 1].low in every


def _joined_to(s: Sentence, i: int) -> list[int]:
    """The words that a word is joined to, nearest first."""
    found = []
    while s[i].dep == "conj" and s[i].head != i:
        i = s[i].head
        found.append(i)
    return found


def _contrasted(scene: Scene, p: Mention) -> bool:
    """Does it stand behind a *but* that follows a *not*?"""
    s, i = scene.s, _before(scene, p)
    return i >= 0 and s[i].low == "but" and any(w.low == "not" for w in s.words[max(0, i - 6) : i])
