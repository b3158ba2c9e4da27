"""Names told as parts of a group: in apposition, in lists, behind "including" and "among them"."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import PROPER, SUBJECTS, Sentence
from detente.reading.shapes.in_one_list import as_many_behind, attached, in_one_list, nearer_whole, person_at
from detente.reading.shapes.rolls import in_another_clause, is_byname, list_before, list_behind, runs

_MOST_NAMES = 12
_AS_WAS = frozenset({"be", "do", "have"})
_GAP = 7
_RANKS = frozenset({"first", "last", "next", "only", "another", "youngest", "oldest"})
_NOT_AMONG = re.compile(
    r"\bnot (?:(?:among|one of|part of)\b[^,;:]*|(?!only\b)(?-i:[a-z]+ ){0,3})$"
    r"|\bnot, [^,;:]{1,30}, (?-i:[a-z]+ ){0,3}$"
    r"|\b(?:all|everyone) (?:but|bar|save|except(?: for)?) [\w-]+, (?:[^,;:]+(?:,| and) )*"
    r"(?-i:[a-z]+ ){0,3}$",
    re.I,
)
_NOT_BEFORE = re.compile(r"\b(?:not|none|nor|never)\s+$", re.I)
_THERE = frozenset({"to", "in", "at", "near", "from"})
_LISTED = frozenset({"conj", "appos", "dobj", "pobj", "nsubj", "attr", "dep", "npadvmod"})
"""Longer lists of names are no apposition."""


def members(scene: Scene, d: Draft, people: list[Mention]) -> None:
    """Names told as parts of the people: in apposition, after a colon, behind "including" or "among them"."""
    s, ms = scene.s, scene.ms
    if own := attached(scene, d):
        d.slots["people"] = own
        return
    found: list[Mention] = []
    for p in people:
        if p.kind == "person" and _described(s, d.trigger, p.head):
            continue  # "X, who was held in Chad, Y and Z": Chad held X
        for j in _apposed(s, p.head, whole=p.kind == "group"):
            if p.kind == "person" and p.head < d.trigger < j:
                continue  # "X and nine others were traded for Y, Z": told behind the verb of others
            found += [m for m in scene.mentions([j]) if _is_name(scene, m) and m.head == j]
        if p.kind == "group":
            called = [*_predicated(s, p.head), *_called(s, p.head), *_presented(s, p.head)]
            found += [m for m in scene.mentions(called) if _is_name(scene, m)] + _known_as(scene, p)
            behind = [m for j in _including(scene, p) if (m := ms.at(j)) is not None and m.kind == "person"]
            behind += [m for m in _running_on(scene, behind) if m not in behind]
            found += behind
            d.hedges += ["including"] if behind and "including" not in d.hedges else []
            found += _after_colon(scene, p)
            found += _included(scene, p)
            found += _listed_behind(scene, p)
            d.put("people", *as_many_behind(scene, p.head, p.quantity))
    if any(p.kind == "group" for p in people):
        found += _among_them(scene, d)
    alike = [m for m in scene.mentions(_as_was(s, d.trigger)) if scene.human(m) and m.kind == "person"]
    for m in alike:
        d.widen(m.lo, m.hi)
    found += alike
    d.put("people", *(m for p in people for m in _is_one_of(scene, p)))
    says = _speakers(scene, d.trigger)
    for m in found:
        lead = s.text[: s[m.lo].start - s.start]
        if _NOT_AMONG.search(lead):
            continue  # "nine monks, not among them X, were freed"
        if in_another_clause(s, d.trigger, m.head, scene.lex) or m.name in says or _of_a_body(scene, m):
            continue
        if is_title_alone(scene, m) or is_byname(s, m.lo):
            continue
        if all(m.head != p.head for p in d.slots["people"]) and s[m.head].tag in {"NNP", "NNPS"}:
            d.put("people", m)
            d.exhaustive = False
    listed = [m for m in in_one_list(scene, d, people) if not _has_said(scene, m)]
    d.put("people", *(m for m in listed if not _NOT_AMONG.search(s.text[: s[m.lo].start - s.start])))
    if all(p.kind == "person" for p in people):
        d.put("people", *_joined(scene, d, people))


def _described(s: Sentence, v: int, head: int) -> bool:
    """Does the verb stand in a clause that describes this one name?"""
    clause = next((w for w in [s[v], *s.up(v)] if w.dep in {"relcl", "acl"}), None)
    return clause is not None and clause.head == head


def is_title_alone(scene: Scene, p: Mention) -> bool:
    """ "Gen." before a name, which the model takes for somebody else."""
    titles = scene.lex["nouns.title"]
    s, point = scene.s, p.head + 1 < len(scene.s) and scene.s[p.head + 1].text == "."
    behind = p.head + 2 if point else p.head + 1  # the model may part the point from "Fr."
    before = behind < len(s) and s[behind].tag == "NNP"
    titled = p.kind == "person" and p.name.lower().rstrip(".") in titles
    return before and titled and (point or p.name.endswith("."))


def _of_a_body(scene: Scene, m: Mention) -> bool:
    """ "four journalists of the newspaper Iwacu": the name is the newspaper's."""
    at = scene.s.np(m.head)[0] - 1
    named = at > 1 and scene.s[at].tag[:2] == "NN" and scene.s[at].dep in {"pobj", "conj"}
    lemma = scene.s[at].lemma if named else ""
    bodies = ("nouns.outlet", "nouns.body", "nouns.firm", "nouns.naming_body")
    return lemma not in scene.lex["nouns.human"] and any(lemma in scene.lex[x] for x in bodies)


def _speakers(scene: Scene, v: int) -> set[str]:
    """ "arrested two nurses, the minister, X, said": who says so stands before the verb of saying."""
    s = scene.s
    said = (w for w in s.words[v + 1 :] if w.tag in {"VBD", "VBZ"} and w.lemma in scene.lex["verbs.report"])
    before = (w.i - 2 if s[w.i - 1].tag == "," else w.i - 1 for w in said)
    return {m.name for m in scene.mentions([i for i in before if i > v]) if m.kind == "person"}


def _has_said(scene: Scene, m: Mention) -> bool:
    """ "…, said X, and six others were moved": who says so stands behind the verb of saying."""
    s = scene.s
    verb = s[s[m.head].head]
    return s[m.head].dep == "nsubj" and verb.i < m.lo and verb.lemma in scene.lex["verbs.report"]


def _joined(scene: Scene, d: Draft, people: list[Mention]) -> list[Mention]:
    """ "the printer X and two colleagues": who is joined to the name that stands in apposition."""
    s = scene.s
    if s[d.trigger].dep in {"acl", "relcl"}:
        return []  # "the printer X, jailed in May, and two colleagues": they were not
    heads = [k.i for p in people for k in s.kids(p.head, "appos")]
    found = scene.mentions([j for i in heads for j in _apposed(s, i, whole=True)])
    counted = [m for m in found if m.kind == "group" and m.quantity is not None and scene.human(m)]
    return [m for m in counted if s[m.lo - 1].low == "and" and all(m.head != p.head for p in people)]


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


def _predicated(s: Sentence, head: int) -> list[int]:
    """ "The two men freed were the miners Ada Orlu and Ben Roth": names that say who they are."""
    verb = s[s[head].head]
    if verb.lemma != "be" or s[head].dep != "nsubj" or s.kid(verb.i, "neg") is not None:
        return []
    said = [j for k in s.kids(verb.i, "attr") if k.i > verb.i for j in s.conjuncts(k.i)]
    return said + [j for i in said for k in s.kids(i, "appos") for j in s.conjuncts(k.i)]


def _included(scene: Scene, p: Mention) -> list[Mention]:
    """ "The demonstrators who were seized included the writer Ada Orlu": names behind the verb."""
    s = scene.s
    clause = next((w for w in s.up(p.head) if w.dep == "relcl"), None) if s[p.head].tag[:1] == "W" else None
    head = s[p.head] if clause is None else s[clause.head]
    verb = s[head.head]
    if verb.lemma != "include" or verb.tag == "VBG" or head.dep != "nsubj" or s.kid(verb.i, "neg"):
        return []
    last = list_behind(s, verb.i + 1, scene.lex)
    return [person_at(scene, r) for r in runs(s, verb.i + 1, last, scene.lex, scene.ms.names)]


def _presented(s: Sentence, head: int) -> list[int]:
    """ "Ada Orlu was the last of them to be freed": who is told to be the one."""
    verb, words = s[s[head].head], s.words[s.np(head)[0] : head + 1]
    ranked = any(w.low in _RANKS or w.tag in {"JJS", "RBS"} for w in words)
    named = verb.lemma == "be" and s[head].dep == "attr" and s.kid(verb.i, "neg") is None
    return [k.i for k in s.kids(verb.i, "nsubj") if k.i < verb.i] if named and ranked else []


def _is_one_of(scene: Scene, p: Mention) -> list[Mention]:
    """ "Ada Orlu, one of nine clerks jailed in May", "Ada Orlu was among the clerks whom they jailed"."""
    s, prep = scene.s, scene.s[scene.s[p.head].head]
    if p.kind == "group" and s[p.head].low == "one" and s[p.head].dep == "appos" and s[prep.i].tag in PROPER:
        return [m for m in scene.mentions([prep.i]) if _is_name(scene, m)]  # "X, one of nine clerks freed"
    if p.kind != "group" or s[p.head].dep != "pobj" or prep.low not in {"of", "among"}:
        return []
    one = s[prep.head]
    if prep.low == "of" and (one.low != "one" or one.dep not in {"appos", "attr"}):
        return []
    above = one if prep.low == "among" else s[one.head]
    heads = [above.i] if above.tag in PROPER else []
    if prep.low == "among" and prep.i > 1 and s[prep.i - 1].tag == ",":
        heads = [prep.i - 2]  # "Ada Orlu, among the nine clerks jailed in May, …"
    if above.lemma == "be" and not any(k.tag == "MD" or k.dep == "neg" for k in s.kids(above.i)):
        heads = [k.i for k in s.kids(above.i, "nsubj") if k.i < prep.i]
    return [m for m in scene.mentions(heads) if _is_name(scene, m)]


def _called(s: Sentence, head: int) -> list[int]:
    """ "X, another Dane who was held": the name beside the noun."""
    name = s[s[head].head]
    there = name.dep == "pobj" and s[name.head].low in _THERE  # "after a visit to Dorn, nine monks"
    return [name.i] if s[head].dep == "appos" and not there else []


def _known_as(scene: Scene, p: Mention) -> list[Mention]:
    """ "A woman known as X", "a monk named Ole": of one person also a name of one word that is no body's."""
    s, out = scene.s, list[Mention]()
    one = not p.plural and (p.state is not None or p.noun in scene.lex["nouns.human"])
    for v in (k.i for k in s.kids(p.head, "acl") if k.lemma in {"know", "identify", "call", "name"}):
        for m in scene.mentions([*(k.i for k in s.kids(v, "oprd", "dobj")), *s.objects(v, {"as"})]):
            word = m.kind == "organisation" and m.hit is None and m.lo == m.hi and m.text.istitle()
            named = scene.ms.put(replace(m, kind="person", human=True)) if one and word else m
            out += [named] if _is_name(scene, named) else []
    return out


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
        named = w.tag.startswith("NNP") and w.dep not in {"compound", "nmod"} and m is not None
        if named and m is not None and m.head == w.i and m.hi == w.i and _is_name(scene, m):
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
            if w.tag == "''":
                break  # the quotation ends, and with it the list
            continue
        m = scene.ms.at(w.i)
        verb = s[w.head]
        told = verb.tag[:1] == "V" and verb.lemma not in scene.lex["verbs.report"]
        if w.dep in SUBJECTS and told and verb.i > w.i:
            return _as_many(scene, p, colon)  # "not all were freed: X was kept": a clause, and no list
        if w.dep == "dobj" and told and any(k.i > colon for k in s.kids(verb.i, "nsubj")):
            break  # "a nurse is safe: the police seized X"
        inside = any(u.dep in {"relcl", "acl", "prep", "advcl"} and u.i > colon for u in [w, *s.up(w.i)])
        if m is not None and m.kind == "person" and m.head == w.i and (not inside or _with_age(s, w.i)):
            out.append(m)
    return [] if _of_a_nearer(scene, p, colon, len(out)) else out


def _of_a_nearer(scene: Scene, p: Mention, colon: int, many: int) -> bool:
    """ "traded nine men for two captains: X and Y": of as many who stand nearer to the colon."""
    found = (scene.ms.at(i) for i in range(colon - 1, p.hi, -1))
    m = next((m for m in found if m is not None and m.kind == "group" and m.quantity is not None), None)
    exact = m is not None and m.quantity is not None and m.quantity.exact and m.quantity.lo == many
    return exact and m is not None and m.quantity != p.quantity and scene.human(m)


def _as_many(scene: Scene, p: Mention, colon: int) -> list[Mention]:
    """ "Three were not let go: X, Y and Z are kept inside": of whom the next clause tells, where as many."""
    s, q = scene.s, p.quantity
    verb = next((w.i for w in s.words[colon + 1 :] if w.tag in {"VBD", "VBP"}), None)
    acts = any(w.dep == "nsubj" and w.head == verb for w in s.words) and not any(
        w.dep in {"auxpass", "attr", "acomp"} and w.head == verb for w in s.words
    )  # "for two pilots: X and Y brokered it"
    if verb is None or acts or q is None or not q.exact or not 2 <= (q.lo or 0) <= _MOST_NAMES:
        return []
    found = runs(s, colon + 1, verb - 1, scene.lex, scene.ms.names)
    return [person_at(scene, r) for r in found] if len(found) == q.lo else []


def _with_age(s: Sentence, i: int) -> bool:
    """ "X, 28,": so names stand in lists, whatever the model hangs them on."""
    return i + 2 < len(s) and s[i + 1].text == "," and s[i + 2].tag == "CD" and s[i + 2].text.isdigit()


def _as_was(s: Sentence, verb: int) -> list[int]:
    """ "X was freed, as was Y", "X walked free, as did Y": the same is told of Y."""
    found: list[int] = []
    for k in s.kids(verb, "advcl", "conj"):
        mark = s.kid(k.i, "mark", "advmod")
        if k.lemma in _AS_WAS and k.i > verb and mark is not None and mark.low in {"as", "so"}:
            named = [j for n in s.kids(k.i, "nsubj", "attr", "dobj") for j in s.conjuncts(n.i)]
            found += [*named, *(n.i for j in named for n in s.kids(j, "appos") if n.tag in PROPER)]
    return found


def _including(scene: Scene, p: Mention) -> list[int]:
    s, found = scene.s, list[int]()
    for w in s.words[p.head + 1 : p.head + 25]:
        such = w.low == "as" and s[w.i - 1].low == "such"
        such = such and all(k.tag not in {"NNS", "NNPS"} for k in s.words[p.head + 1 : w.i])
        names = w.low in {"including", "namely"} and s[w.i - 1].low != "not"
        names = names or (w.low == "like" and s[w.i - 1].tag == "," and not p.definite)
        if (such or names) and not nearer_whole(scene, p, w.i):
            for k in s.kids(w.i, "pobj", "dobj", "pcomp"):
                found += s.conjuncts(k.i)
                found += [c.i for j in s.conjuncts(k.i) for c in s.kids(j, "appos") if c.tag == "NNP"]
        if w.low == "notably" and s[w.i - 1].tag in {",", ":"} and not nearer_whole(scene, p, w.i):
            listed = runs(s, w.i + 1, list_behind(s, w.i + 1, scene.lex), scene.lex, scene.ms.names)
            found += [person_at(scene, r).head for r in listed]
    return found


def _running_on(scene: Scene, found: list[Mention]) -> list[Mention]:
    """ "including the poet X, Y, and lawyer Z, according to …": names up to the next clause."""
    s, out = scene.s, list[Mention]()
    if not found:
        return out
    last = found[0].head
    for w in s.words[found[0].head + 1 :]:
        if w.tag in {"MD", "WP", "WDT", ":"} or w.low in {"according", "after", "as"} or w.i - last > _GAP:
            break
        if w.tag[:1] == "V" and w.tag not in {"VBN", "VBG"}:
            break
        m = scene.ms.at(w.i)
        named = w.tag == "NNP" and m is not None and m.head == w.i and m.anaphor is None
        if named and m is not None and m.kind == "person" and w.dep in _LISTED:
            out.append(m)
            last = w.i
    return out


def whole_before(scene: Scene, people: list[Mention], verb: int) -> Mention | None:
    """ "Nine monks, the abbot X among them, were freed": all nine, though the model sees X alone."""
    s = scene.s
    match = re.search(r",[^,;.]*\bamong (?:them|whom),", s.text)
    if match is None or len(people) != 1 or people[0].kind != "person":
        return None
    at, end = s.start + match.start(), s.start + match.end()
    name, comma = s[people[0].head], s.at(at, at + 1)
    if not (at < name.start < end <= s[verb].start) or not comma or comma[0] < 1:
        return None
    whole = scene.ms.at(comma[0] - 1)
    counted = whole is not None and whole.kind == "group" and whole.quantity is not None
    return whole if counted and whole is not None and scene.human(whole) else None


def _among_them(scene: Scene, d: Draft) -> list[Mention]:
    """ "…, the opposition figure X among them", "among them the poet X and the engineer Y"."""
    s, ms = scene.s, scene.ms
    match = re.search(r"\bamong (?:them|those)\b|\bone of them\b", s.text, re.I)
    if match is None or _NOT_BEFORE.search(s.text[: match.start()]):
        return []
    at = s.start + match.start()
    groups = [p for p in d.slots.get("people", ()) if p.kind == "group"]
    if match.start() and groups and all(s[p.lo].start > at for p in groups):
        return []  # "freed four, among them X, in exchange for seven": he is none of the seven
    whole = max((p for p in groups if s[p.lo].start < at), key=lambda p: p.hi, default=None)
    cue = next((w.i for w in s.words if w.start >= at), len(s))
    if whole is not None and nearer_whole(scene, whole, cue):
        return []  # "freed seven in return for four Danes, among them X": he is one of the four
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
            own = m is not None and m.head == i and s[i].dep not in {"compound", "poss"}
            if own and m is not None and m.kind == "person" and m.anaphor is None:
                out.append(m)
                last = i
        named = runs(s, after[0], list_behind(s, after[0], scene.lex), scene.lex, ms.names)
        listed = [person_at(scene, r) for r in named]
        heads = {m.head for m in listed}
        out = [m for m in out if m.head in heads or m.lo < m.head or not listed]
        out += [m for m in listed if m.head not in {x.head for x in out}]
    elif before:
        lead = s.text[: match.start()].rstrip(" ,")
        comma = max(lead.rfind(","), lead.rfind("—"), 0)
        named = runs(s, max(list_before(s, cue, scene.lex), d.trigger + 1), cue - 1, scene.lex, ms.names)
        out = [person_at(scene, r) for r in named if len(named) > 1]
        out += [
            m
            for i in before
            if s[i].start - s.start >= comma
            and (m := ms.at(i)) is not None
            and m.kind == "person"
            and m.anaphor is None
            and s[i].dep not in {"compound", "poss"}
        ]
    return [m for m in out if s[m.head].tag == "NNP"]
