"""Names that one sentence gives for people whom another tells as a group: "One of the four, Ada Orlu, …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from detente.reading.clauses.draft import Draft
from detente.reading.discourse.antecedents import OF_CUSTODY
from detente.reading.discourse.roster_names import Roster, all_told, named_person
from detente.reading.discourse.told_alone import ToldAlone
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention, surname
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import PROPER, SUBJECTS, Sentence, Word
from detente.records import FREED, Filler

_CALLING = 3
_FAR = 3
"""So many sentences back "them" still points."""


def rosters(
    page: Sequence[tuple[Sentence, Mentions]],
    drafts: Sequence[Draft],
    lexicon: Lexicon,
    listed: Sequence[Roster] = (),
) -> None:
    """Let groups have the members whom other sentences name: always inferred.

    Whom the text tells as held yet is no member of the freed, whatever group he was of.

    Args:
        page: sentences in order.
        drafts: all of the document, in order.
        lexicon: patterns and word classes.
        listed: names that stand one a line.
    """
    told = [d for d in drafts if d.type in OF_CUSTODY]
    groups = [d for d in told if _group(d) is not None]
    places = {id(s): n for n, (s, _) in enumerate(page)} if told else {}
    held = {surname(x) for d in drafts if keeps(d) for x in d.names("person")}
    let_go = (d for d in drafts if d.type in FREED and d.stand.mode == "performed")
    out = {surname(x) for d in let_go for x in d.names("person")}
    alone = ToldAlone(page, told, lexicon)
    for d in told:
        for r in _the_one(page, d, places):
            enter(d, r, held, own=True)
    if not groups:
        return
    for r in (*_in_full(groups, places), *all_told(page, lexicon), *listed):
        first = _whose(r, groups, places)
        for d in groups if first is not None else ():
            if _elsewhere(d, first, r, places):
                continue
            same = d is first or (first is not None and same_group(d, first)) or _part_of(d, r)
            same = same or (r.part and first is not None and first.quantity == d.quantity)
            if same or _bare(d, r, groups, places) or _so_called(d, r):
                lost = alone.of(d, r.names, _starts(first)) if first is not None and d is not first else set()
                lost = lost | out if d.type == "CUSTODY_STATE" else lost  # who was let go is not held yet
                enter(d, r, held, lost, own=d is first)


def keeps(d: Draft, *beside: str) -> bool:
    """Does it tell people as held to this day, or a draft of these types that it befell them?"""
    denied = d.stand.mode == "denied"
    kept = d.type in {"CUSTODY_STATE", *beside} or d.sub == "remains"  # whose body comes home was not freed
    return denied if d.type in FREED else kept and not denied


def enter(d: Draft, r: Roster, held: set[str], lost: Set[str] = frozenset(), *, own: bool) -> None:
    """Add the names to a draft's people, as far as it is told of all of the group."""
    if d.type == "TRANSFER" and not own and not r.every:
        return  # where a group went is not where each of another telling went
    freed = d.type in FREED and d.stand.mode != "denied"
    have = {surname(name) for name in d.names("person")}
    out = {*have, *lost, *(held if freed else ())}
    new = [x for x in r.names if surname(x) not in out]
    q = d.quantity
    beside = 0 if _words(d) & {"other", "others"} else len(have)  # "two others along with X: Y and Z"
    if not new or (q is not None and q.hi is not None and beside + len(new) > q.hi):
        return
    d.add("person", *(Filler(name, "person", None, True) for name in new))
    if d.exhaustive is None and not r.every:
        d.exhaustive = False


# ── which group ──
def _group(d: Draft) -> Mention | None:
    """The group that a draft is told of, where it is one of several people."""
    found = (m for m in d.slots.get("people", ()) if m.kind == "group" or m.anaphor == "they")
    return next((m for m in found if m.plural or m.quantity is not None or m.anaphor == "they"), None)


def _whose(r: Roster, groups: Sequence[Draft], places: dict[int, int]) -> Draft | None:
    """The draft whose group the names are told to be of: the latest that fits."""
    told = [d for d in groups if places[id(d.sentence)] <= r.sentence and _starts(d) <= r.start]
    if r.apart:
        told = [d for d in told if places[id(d.sentence)] == r.sentence]
    if r.deed:
        told = [d for d in told if d.type in r.deed and d.stand.mode != "denied"]
        return told[-1] if told else None
    if r.rest:
        return next((d for d in reversed(told) if _has_the_rest(d, r)), None)
    if r.part:
        return next((d for d in reversed(told) if d.type != "TRANSFER" and _holds(d, r)), None)
    if r.number is not None and not r.noun and told and as_many_twice(told[-1], r.number):
        return None  # "freed two Danes and charged two others. The two, X and Y, face life"
    if r.next:
        told = [d for d in told if places[id(d.sentence)] >= r.sentence - 1]
    if r.number is not None:
        loose = told if r.noun in groups[0].mentions.lex["nouns.in_question"] else []
        told = [d for d in told if _counts(d, r) or _part_of(d, r)]
        if not told and r.every and r.noun and len(r.names) == r.number and not (r.apart or r.stays):
            return next((d for d in groups if _counts(d, r)), None)  # they are told of further on
        near = [d for d in loose if r.sentence - _FAR <= places[id(d.sentence)]]
        told = told or [d for d in near if d.quantity is not None and not d.quantity.exact]
        told = [d for d in told if r.noun or not _is_bare(d)] or told
    elif r.noun:  # not "named the suspects as X and Y", where hostages are told of
        same = [d for d in told if _noun(d) == r.noun or (r.called and r.noun in _words(d))]
        told = same or [d for d in told if r.state is not None and _nation(d) == r.state]
    else:
        told = [d for d in told if r.sentence - _FAR <= places[id(d.sentence)] and _ends(d) < r.start]
        told = [d for d in told if d.type != "TRANSFER" or (r.every and _as_many(d, r))]
        last = [d for d in told if d.sentence is told[-1].sentence]
        if not all(same_group(d, last[0]) for d in last):
            last = [d for d in last if _is_subject(d)]
        told = last if all(same_group(d, last[0]) for d in last) else []
    return told[-1] if told else None


def as_many_twice(d: Draft, number: int) -> bool:
    """Does its sentence count so many more than once?"""
    counted = (n.quantity for n in d.mentions.numbers if n.kind == "count")
    return sum(q.lo == number == q.hi for q in counted) > 1


def _elsewhere(d: Draft, first: Draft | None, r: Roster, places: dict[int, int]) -> bool:
    """ "The three Danes, X, Y and Z, remain in Chad. Togo freed *three Danish clerks*": told of others."""
    here = places[id(d.sentence)]
    if (r.apart and here != r.sentence) or (r.deed and d.type in FREED and d.type not in r.deed):
        return True
    later = here > r.sentence and d is not first
    return later and (r.stays or bool(_words(d) & d.mentions.lex["nouns.of_more"]))


def _holds(d: Draft, r: Roster) -> bool:
    """Is it told of a number that has room for the names?"""
    q = d.quantity
    return q is not None and q.exact and q.lo is not None and q.lo == q.hi and q.lo >= len(r.names)


def _has_the_rest(d: Draft, r: Roster) -> bool:
    """ "One of six whom they freed is X. *The others*: Y and Z": some are named, with room for these."""
    q, have = d.quantity, d.names("person")
    return bool(have) and _holds(d, r) and q is not None and (q.lo or 0) >= len(have) + len(r.names)


def _is_subject(d: Draft) -> bool:
    """Is its group what its sentence tells of: "*Five Danes* came home, for whom two coffins were given"?"""
    m = _group(d)
    w = d.sentence[m.head] if m is not None and m.head < len(d.sentence) else None
    return w is not None and w.dep in SUBJECTS and d.sentence[w.head].dep == "ROOT"


def _starts(d: Draft) -> int:
    return d.sentence[d.lo].start


def _ends(d: Draft) -> int:
    m = _group(d)
    return d.sentence[m.hi if m is not None else d.hi].end


def _counts(d: Draft, r: Roster) -> bool:
    """Are they so many, called by the same noun where both have one?"""
    q = d.quantity
    if q is None or not q.lo == r.number == q.hi:
        return False
    m = _group(d)
    nation = r.state is not None and m is not None and m.state == r.state
    return nation or not r.noun or _noun(d) in {r.noun, ""} or r.noun in _words(d)


def _part_of(d: Draft, r: Roster) -> bool:
    """Are so many of them told apart in its own sentence: "forty were freed, *nine of them* soldiers"?"""
    s = d.sentence
    parts = (
        n for n in d.mentions.numbers if n.kind == "count" and n.quantity.lo == r.number == n.quantity.hi
    )
    return any(re.match(r" of (?:them|whom)\b", s.text[n.end :]) for n in parts)


def _bare(d: Draft, r: Roster, groups: Sequence[Draft], places: dict[int, int]) -> bool:
    """ "Holt was traded for five captains: X, …. *The five* were flown out": as many, told next."""
    here = places[id(d.sentence)]
    if not _is_bare(d) or not r.every or not _counts(d, r):
        return False
    between = (x for x in groups if r.sentence < places[id(x.sentence)] < here and _noun(x))
    return 0 <= here - r.sentence <= _FAR and all(x.quantity != d.quantity for x in between)


def _is_bare(d: Draft) -> bool:
    """ "The five", and no noun that says of whom: they were told before."""
    m = _group(d)
    return m is not None and m.anaphor == "number"


def _so_called(d: Draft, r: Roster) -> bool:
    """ "The three Danes, X, Y and Z, …. It freed *three Danish clerks*": as many of that noun or nation."""
    return r.every and bool(r.noun) and bool(_noun(d)) and r.number is not None and _counts(d, r)


def _as_many(d: Draft, r: Roster) -> bool:
    q = d.quantity
    return q is not None and q.lo == len(r.names) == q.hi


def _noun(d: Draft) -> str:
    m = _group(d)
    return m.noun if m is not None and m.anaphor is None else ""


def _nation(d: Draft) -> str | None:
    m = _group(d)
    return m.state if m is not None else None


def _words(d: Draft) -> set[str]:
    m = _group(d)
    return {d.sentence[i].lemma for i in range(m.lo, m.hi + 1)} if m is not None else set()


def same_group(left: Draft, right: Draft) -> bool:
    """One group: by one name, or by one noun and one exact number."""
    if set(left.names("group")) & set(right.names("group")):
        return left.quantity is None or right.quantity is None or left.quantity == right.quantity
    counted = left.quantity is not None and left.quantity.exact and left.quantity == right.quantity
    return counted and bool(_noun(left)) and _noun(left) == _noun(right)


# ── which names ──
def _in_full(groups: Iterable[Draft], places: dict[int, int]) -> Iterator[Roster]:
    """Groups of whom their own sentence names as many as it counts."""
    for d in groups:
        names, q = [f.name for f in d.roles.get("person", ()) if not f.inferred], d.quantity
        if q is not None and q.exact and q.lo == len(names) > 1:
            others = bool(_words(d) & {"other", "others", "remaining"})
            yield Roster(
                places[id(d.sentence)], _starts(d) + 1, tuple(names), len(names), _noun(d), every=True,
                apart=others,
            )  # fmt: skip


def _the_one(page: Sequence[tuple[Sentence, Mentions]], d: Draft, places: dict[int, int]) -> Iterator[Roster]:
    """ "A poet and two teachers were freed. *The poet, Ada Orlu*, …": the name behind the same noun."""
    m = next((m for m in d.slots.get("people", ()) if m.kind == "group" and m.noun), None)
    if m is None or m.plural or m.noun in d.mentions.lex["nouns.anybody"] or d.names("person"):
        return
    first = places[id(d.sentence)] + 1
    for number, (s, ms) in enumerate(page[first : first + _FAR], first):
        for w in s.words if m.noun in s.text else ():
            lo = s.np(w.i)[0]
            if w.lemma == m.noun and w.i and s[lo].lemma == "the" and w.i - lo < _CALLING:
                named = _behind(s, ms, w, next_told=number == first and lo == 0)
                if named is not None:
                    yield Roster(number, w.start, (ms.names.whole(named.name),), 1, m.noun, every=True)
                    return


def _behind(s: Sentence, ms: Mentions, w: Word, *, next_told: bool) -> Mention | None:
    """ "The poet, Ada Orlu, …"; "the poet Ada Orlu" may be new, but where the next sentence opens so.

    No name of who says so ("the poet, Ada Orlu said").
    """
    apart = w.i + 1 < len(s.words) and s[w.i + 1].text == ","
    at = end = w.i + 2 if apart else w.i + 1
    while end < len(s.words) and s[end].tag in PROPER:
        end += 1
    m = named_person(s, ms, end - 1) if end > at else None
    aside = end < len(s.words) and s[end].tag in {",", "-LRB-"}
    return m if m is not None and (aside if apart else next_told) else None
