"""Where the freed went, as the whole document tells it: always inferred."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.frames.nations import nations_told
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.records import FREED, Filler

_MOVED = frozenset({"TRANSFER", "RELEASE"})
_WORD = re.compile(r"[\w’'-]+")
_OF_NATIONS = frozenset({"RELEASE", "TRANSFER", "DETAIN", "CLEMENCY", "CUSTODY_STATE", "SENTENCE"})


def destinations(drafts: Sequence[Draft]) -> None:
    """A release or pardon leads where the text says that the very same people were taken: `to`, inferred.

    The same people are one group of one name, or one person, or as many of one noun; nobody's destination is
    taken from a group's.
    """
    moved: dict[tuple[str, ...], list[Draft]] = {}
    for x in drafts:
        if x.type == "TRANSFER" and x.names("to"):
            for people in _told_as(x):
                moved.setdefault(people, []).append(x)
    for d in drafts:
        if d.type not in FREED or d.names("to"):
            continue
        ways = [
            x
            for people in _told_as(d)
            for x in moved.get(people, ())
            if x.stand.mode == d.stand.mode
            and (x.quantity is None or d.quantity is None or x.quantity == d.quantity)
        ]
        if len({tuple(x.names("to")) for x in ways}) == 1:
            for f in ways[0].roles["to"]:
                d.add("to", Filler(f.name, f.kind, f.entity, True))


def _told_as(d: Draft) -> Iterator[tuple[str, ...]]:
    """By what a draft's people are known again: by their names, and a group by its noun and exact number."""
    names = tuple(d.names("person", "group"))
    if names:
        yield names
    people, q = d.slots.get("people", []), d.quantity
    alone = len(people) == 1 and people[0].kind == "group" and people[0].anaphor is None
    if alone and q is not None and q.exact and q.lo is not None:
        yield people[0].noun, str(q.lo)


_HOME = frozenset({"home", "homeland", "homelands", "motherland", "fatherland"})


def homeward(drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """ "The Indian fishermen reached home": home is the state whose people they are said to be.

    Said there or elsewhere in the report, where it tells "the fishermen" and "the ten" of one nation alone;
    and who brings people home brings them to his own.
    """
    told: dict[str, set[str]] = {}
    known = nations_told(drafts)
    for d in (x for x in drafts if x.type in _OF_NATIONS):
        for m in (m for m in d.slots.get("people", ()) if m.state is not None):
            for key in _keys(m, d):
                told.setdefault(key, set()).add(m.state or "")
    for d in drafts:
        if d.type not in _MOVED or d.names("to") or d.args is None:
            continue
        words = _WORD.findall(d.args.after.lower())[:6]
        lemma = d.sentence[d.trigger].lemma
        back = "back" in words[:1] and lemma in lexicon["verbs.returning"]
        if not (_HOME & {*words} or back or lemma == "repatriate" or _with_kin(words, lexicon)):
            continue
        movers = {m.state for m in d.slots.get("mover", ()) if m.state is not None and m.kind != "facility"}
        people = [m for m in d.slots.get("people", ()) if m.kind == "group"]
        states = {m.state for m in people if m.state is not None} or _nations(people, d, told)
        states = states or {known[name] for name in d.names("group") if name in known}
        if not states and lemma == "bring" and len(movers) == 1:
            states = movers
        for state in sorted(states):
            d.add("to", Filler(state, "state", None, True))


def _with_kin(words: Sequence[str], lexicon: Lexicon) -> bool:
    """ "Back with their families": at home."""
    near = words[2:] if words[:1] == ["back"] and words[1:2] in (["with"], ["among"]) else []
    return any(lexicon.forms.get(w, w) in lexicon["nouns.kinship"] for w in near)


def _nations(people: Iterable[Mention], d: Draft, told: dict[str, set[str]]) -> set[str]:
    """The one nation that the report tells of such people, or of so many."""
    found = [told[key] for m in people for key in _keys(m, d) if key in told]
    return set(found[0]) if found and len(set().union(*found)) == 1 else set()


def _keys(m: Mention, d: Draft) -> Iterator[str]:
    """A group's noun, and its exact number."""
    if m.kind != "group":
        return
    if m.anaphor is None and m.noun:
        yield m.noun
    q = m.quantity or d.quantity
    if q is not None and q.exact and q.lo is not None and q.lo > 1:
        yield str(q.lo)
