"""Who stands in one list with those of whom a verb tells, where the parse loses some of them."""

from __future__ import annotations

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.nouns.mention import Mention, surname
from detente.reading.parsing.words import PROPER, SUBJECTS, Sentence
from detente.reading.shapes.rolls import Run, list_before, list_behind, name_of, relative_clauses, runs
from detente.records import Quantity

_TYPES = frozenset({"RELEASE", "CLEMENCY", "DETAIN", "SENTENCE", "TRANSFER"})
_PLURAL = frozenset({"were", "are", "have"})
_SINGULAR = frozenset({"was", "is", "has"})
_AUX = frozenset({"aux", "auxpass"})
_EACH = frozenset({"all", "both", "each"})
_JOINTS = frozenset({",", "and", "&"})
_TOLD = frozenset({"VBN", "VBD", "VBZ", "VBP"})
_DASHES = frozenset({"-", "–", "—", "--"})
_TELLS_MORE = frozenset(
    {"IN", "DT", "JJ", "NN", "NNP", "NNS", "RB", "HYPH", "VBN", "``", "''", "POS", ":", "CD"}
)
_TERMS = frozenset({"life", "death"})
_ELSE = frozenset({"after", "before", "while", "when", "but", ";"})
"""What is told behind these is told of others than before them."""


def in_one_list(scene: Scene, d: Draft, people: list[Mention]) -> list[Mention]:
    """Persons named in one list with the people of a draft, and none of them yet.

    Args:
        scene: the sentence.
        d: the draft.
        people: whom the parse gives.

    Returns:
        Their mentions; none where the list names more than are counted.
    """
    if d.type not in _TYPES or d.args is None or not people:
        return []
    s, v = scene.s, d.trigger
    found: list[Run] = []
    if any(p.head < v for p in people):
        found = _before(scene, v, people) if not d.nominal else []
        if not found and len(people) == 1 and not d.nominal:
            found = _apposed(scene, people[0], _end_before(s, v))
        if d.type == "SENTENCE":
            found += _terms(scene, v)
    elif all(p.anaphor is None and (p.kind == "person" or not (p.plural or p.quantity)) for p in people):
        found = _behind(scene, v, people)
    elif len(people) == 1:
        found = _apposed(scene, people[0])
    have = {surname(p.name) for p in d.slots["people"] if p.kind == "person"}
    new = [person_at(scene, r) for r in found if s[r.hi].text.casefold() not in have]
    if any(_too_many(p, [*(x for x in d.slots["people"] if x.kind == "person"), *new]) for p in people):
        return []
    d.widen(*(m.lo for m in new if m.head < v))
    return new


def attached(scene: Scene, d: Draft) -> list[Mention]:
    """ "X and Y, captured in May, and Z, captured in June": those before the comma, back to the last detail.

    Args:
        scene: the sentence.
        d: the draft; its trigger is a participle that stands behind names.

    Returns:
        Mentions of all of them; none where it stands otherwise.
    """
    s, v = scene.s, d.trigger
    if d.type not in _TYPES or d.nominal or s[v].tag not in {"VBN", "VBD"} or v < 3:
        return []
    comma = v - 2 if s[v - 1].low in _EACH else v - 1
    if s[comma].tag != "," or s.kids(v, *SUBJECTS, *_AUX) or any(k.i > v for k in s.kids(v, "dobj")):
        return []
    found = runs(s, _detail_before(s, comma), comma - 1, scene.lex, scene.ms.names)
    if not found or not _ends_list(s, found[-1].hi, comma):
        return []
    row = [found[-1]]
    for r in reversed(found[:-1]):
        between = {w.low for w in s.words[r.hi + 1 : row[0].lo]}
        if not between <= _JOINTS or (len(row) == 1 and "and" not in between):
            break
        row.insert(0, r)
    parted = len(found) == 1 and s[max(0, _detail_before(s, comma) - 1)].text == ";"
    return [person_at(scene, r) for r in row] if len(row) > 1 or parted else []


def _detail_before(s: Sentence, comma: int) -> int:
    """Behind the last semicolon, colon or verb, and behind what this verb tells of those before it."""
    told = (w for w in reversed(s.words[:comma]) if w.tag in _TOLD or w.text in {";", ":"})
    last = next((w.i for w in told), -1)
    joins = (w.i for w in s.words[last + 1 : comma] if w.low == "and" and s[w.i - 1].tag == ",")
    return next(joins, last) + 1 if last >= 0 and s[last].tag in {"VBN", "VBD"} else last + 1


def _ends_list(s: Sentence, last: int, comma: int) -> bool:
    """Do the names end at the comma, or at what they all are: "X and Y, *sergeants*, captured …"?"""
    aside = s.words[last + 2 : comma]
    return last + 1 == comma or (s[last + 1].tag == "," and all(w.tag in {"NNS", "JJ", "DT"} for w in aside))


def _behind(scene: Scene, v: int, people: list[Mention]) -> list[Run]:
    """ "arrested X, a nurse, his driver, Y, and Z": the list from the verb on, or from the first of them."""
    s = scene.s
    names = {surname(p.name) for p in people}
    verb = s[s[v].head]
    told = s[v].dep in SUBJECTS and verb.i > v  # "the pardon of X and Y was signed"
    end = min([verb.i, *(k.i for k in s.kids(verb.i, *_AUX) if k.i > v)]) - 1 if told else None
    for start in (v + 1, min(p.lo for p in people)):
        last = end if end is not None else list_behind(s, start, scene.lex)
        found = runs(s, start, last, scene.lex, scene.ms.names)
        if any(p.lo <= r.hi <= p.hi or s[r.hi].text.casefold() in names for p in people for r in found):
            heads, others = {p.head for p in people}, set[int]()
            for r in found:
                joined = r.lo > 1 and s[r.lo - 1].low == "and" and r.lo - 2 in others
                if r.hi not in heads and (joined or _of_another(scene, r, heads)):
                    others.add(r.hi)
            return [r for r in found if r.hi not in others]
    return []


def _of_another(scene: Scene, r: Run, heads: set[int]) -> bool:
    """ "X, an aide to the mayor, *Y*", "X, who was held by a guard, *Y*": another's name."""
    s, human = scene.s, scene.lex["nouns.human nouns.office nouns.kinship nouns.held"]
    nouns = [s[r.lo - 2]] if r.lo > 1 and s[r.lo - 1].tag == "," else []
    up = s[r.hi]
    while up.dep in {"appos", "conj"} and up.head < up.i and up.head not in heads:
        up = s[up.head]
        nouns.append(up)
    told = (w for w in nouns if w.dep == "pobj" and w.tag in {"NN", "NNS"} and w.i not in heads)
    return any(w.lemma in human for w in told)


def _apposed(scene: Scene, group: Mention, end: int | None = None) -> list[Run]:
    """ "pardoned two Swedes, the reporter X and a cook, Y, who …": as many names as are counted."""
    s, q = scene.s, group.quantity
    if group.plural and group.hi + 1 < len(s) and s[group.hi + 1].tag in PROPER:  # "the miners X and Y"
        start = group.hi + 1
        found = runs(s, start, list_behind(s, start, scene.lex), scene.lex, scene.ms.names)
        return found if found and found[0].lo == start else []
    if q is None or not q.exact or group.hi + 2 >= len(s):
        return []
    start = _list_opens(s, group)
    last = list_behind(s, start, scene.lex) if end is None else end - 1
    found = runs(s, start, last, scene.lex, scene.ms.names)
    return found if len(found) == q.lo == q.hi else []


def _list_opens(s: Sentence, group: Mention) -> int:
    """Behind the comma or colon after the group, or the dash after more of it: "four in the case - X, …"."""
    at = group.hi + 1
    while at + 1 < len(s) and s[at].tag in _TELLS_MORE and not (s[at].text in _DASHES and _apart(s, at)):
        at += 1
    dashed = at < len(s) and s[at].text in _DASHES
    return (at if dashed else group.hi + 1) + 1 if dashed or s[group.hi + 1].tag in {",", ":"} else len(s)


def _apart(s: Sentence, i: int) -> bool:
    return s[i - 1].end < s[i].start < s[i].end < s[i + 1].start


def _too_many(group: Mention, persons: list[Mention]) -> bool:
    """Are more persons named behind a group than it counts: "two Danes, X, Y and Z"?"""
    q = group.quantity if group.kind == "group" else None
    named = {p.name for p in persons if p.head > group.head}
    return q is not None and q.exact and q.hi is not None and len(named) > q.hi


def _before(scene: Scene, v: int, people: list[Mention]) -> list[Run]:
    """ "X, a nurse, the driver Y and Z were freed": the list that ends at the first of the verbs."""
    s = scene.s
    end = _end_before(s, v)
    start = list_before(s, end, scene.lex)
    parts = [k for k in range(start, end) if s[k].text == ";"]
    if start and parts and s[parts[-1] + 1].low != "and":
        start = parts[-1] + 1  # "a court tried X and Y; the Danes, Z and V, were freed"
    joined = any(s[k].low == "and" for k in range(start, end))
    if s[end].low not in _PLURAL and not (s[end].low not in _SINGULAR and joined):
        return []
    named = runs(s, start, end - 1, scene.lex, scene.ms.names)
    behind = (w.low for w in s.words[named[-1].hi + 1 : end] if w.tag == "WP") if named else iter(())
    if (who := next(behind, "")) and (who == "whom" or s[end].low not in _PLURAL):
        return []  # "X and Y, *who* had been jailed": of Y alone
    inside = relative_clauses(s)  # "X, whose sons were freed, and Y"
    told = any(start <= p.head < end and p.head not in inside for p in people)
    if len(named) == 1 and s[end].low in _PLURAL and all(p.kind == "person" for p in people):
        named += _second(scene, named[0].hi, end)
    beside = len(named) == 1 and any(_beside(s, p, named[0]) for p in people)
    return named if told and (len(named) > 1 or beside) else []


def _end_before(s: Sentence, v: int) -> int:
    """The first word of the verb, with its auxiliaries."""
    end = min([v, *(k.i for k in s.kids(v) if k.dep in _AUX and k.i < v)])
    while end and s[end - 1].tag in {"RB", "VBD", "VBP", "VBZ", "MD", "VBN"} and s[end - 1].head in {v, end}:
        end -= 1
    return end


def _second(scene: Scene, first: int, end: int) -> list[Run]:
    """ "X of the weekly Dawn and *Y* of Radio North were freed": of one alone no plural is said."""
    s = scene.s
    joints = [k for k in range(first + 1, end) if s[k].low == "and"]
    found = runs(s, joints[-1] + 1, end - 1, scene.lex, scene.ms.names) if joints else []
    return found[:1]


def _beside(s: Sentence, group: Mention, r: Run) -> bool:
    """ "two men, X and a cook, were …", "X, and two clerks were …": a group that the one name runs on to."""
    if not group.plural:
        return False
    if r.hi < group.lo:
        return (
            s.span_text(r.hi + 1, group.lo - 1).strip() in {"and", ", and"} if r.hi + 1 < group.lo else False
        )
    between = s.words[group.hi + 1 : r.lo]
    return bool(between) and between[0].tag in {",", ":"} and all(w.tag[:1] != "V" for w in between)


def _terms(scene: Scene, v: int) -> list[Run]:
    """ "X got eight years; Y, the director, seven; and Z, a cameraman, five": a term behind each name."""
    s = scene.s
    last = list_behind(s, v + 1, scene.lex)
    named = [r for r in runs(s, v + 1, last, scene.lex, scene.ms.names) if _opens(s, r)]
    out: list[Run] = []
    end, told = last + 1, False
    for r in reversed(named):
        joined = told and s.span_text(r.hi + 1, end - 1).strip() in {"and", ",", ", and"}
        told = joined or _has_term(s, r.hi + 1, end)
        out += [r] if told else []
        end = r.lo
    return out[::-1]


def _opens(s: Sentence, r: Run) -> bool:
    i = r.lo
    while i and s[i - 1].tag in {"DT", "JJ", "NN", "NNS", "NNP", "PRP$", "POS"}:
        i -= 1
    return bool(i) and (s[i - 1].tag in {",", ":"} or s[i - 1].low == "and")


def _has_term(s: Sentence, lo: int, hi: int) -> bool:
    """A number that is no age, or "life"."""
    for w in s.words[lo:hi]:
        age = w.i == lo + 1 and s[lo].text == "," and w.i + 1 < hi and s[w.i + 1].text == ","
        if w.low in _TERMS or (w.tag == "CD" and not (age and w.text.isdigit())):
            return True
    return False


def person_at(scene: Scene, r: Run) -> Mention:
    """The mention at a name, as a person whatever the model takes it for."""
    s, m = scene.s, scene.ms.at(r.hi)
    if m is not None and m.kind == "person" and m.head == r.hi and m.anaphor is None and r.kin < 0:
        return m
    text = s.span_text(r.lo, r.hi)
    name = scene.ms.names.whole(text) if r.kin < 0 else name_of(s, r)
    made = Mention(r.hi, r.lo, r.hi, "person", name, text, s[r.hi].low, human=True, definite=True)
    return scene.ms.put(made)


def as_many_behind(scene: Scene, i: int, count: Quantity | None) -> list[Mention]:
    """ "*Two, X and Y,* stayed in jail": as many names behind a number as it says, each a person.

    Args:
        scene: the sentence.
        i: the number.
        count: how many it says.
    """
    s, end = scene.s, i + 1
    if s[i].tag != "CD" or count is None or end >= len(s) or s[end].tag != ",":
        return []
    verb = next((w.i for w in s.words[end:] if w.tag[:1] == "V" or w.tag == "MD"), len(s))
    last = next((w.i for w in reversed(s.words[end + 1 : verb]) if w.tag == ","), end)
    named = runs(s, end + 1, last - 1, scene.lex, scene.ms.names)
    return [person_at(scene, r) for r in named] if len(named) == count.lo else []


def nearer_whole(scene: Scene, group: Mention, cue: int) -> bool:
    """ "freed nine men, but seized two others, including X": whom word ``cue`` takes for parts of others.

    They are counted, or stand in a clause of their own; "two women and seven men" are the nine.
    """
    s, apart = scene.s, False
    for w in s.words[group.hi + 1 : cue]:
        joined = w.tag in _TOLD and any(k.low in {"and", "or"} for k in s.words[max(0, w.i - 3) : w.i])
        apart = apart or joined or w.low in _ELSE or w.lemma in scene.lex["verbs.report"]
        m = scene.ms.at(w.i)
        if m is None or m.head != w.i or m.kind != "group" or not scene.human(m):
            continue
        own = apart or (w.dep in SUBJECTS and w.head > cue)
        if own and (m.plural or m.quantity is not None):
            return True
        if m.quantity is not None and not _is_part(s, group.head, w.i):
            return True
    return False


def _is_part(s: Sentence, whole: int, i: int) -> bool:
    """ "nine men, two monks and seven clerks", "nine men, two of them monks"."""
    up = s[i]
    while up.i != whole and up.dep in {"appos", "conj"}:
        up = s[up.head]
    return up.i == whole or s.span_text(i + 1, min(i + 2, len(s) - 1)).casefold() in {"of them", "of whom"}
