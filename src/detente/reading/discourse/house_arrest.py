"""Who leaves a cell for house arrest is not freed; who is freed and driven off goes to no other prison."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.clauses.draft import Draft, by_sentence
from detente.reading.nouns.mention import surname

_DONE = frozenset({"performed", "background"})


def into_house_arrest(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without releases into house arrest: "was let out of jail and put under house arrest".

    Args:
        drafts: all of the document.

    Returns:
        Those that stand.

    Example:
        >>> into_house_arrest([])
        []
    """
    held = [d for d in drafts if _at_home(d)]
    if not held:
        return list(drafts)
    gone = {
        id(d)
        for told in by_sentence(drafts).values()
        for d in told
        if d.type == "RELEASE" and any(_then(d, x) for x in held if x.sentence is d.sentence)
    }
    confined = {surname(m.name) for x in held for m in x.slots.get("people", ()) if m.kind == "person"}
    gone |= {id(d) for d in drafts if d.rule == "release.is_home" and _named(d) & confined}
    return [d for d in drafts if id(d) not in gone]


def _named(d: Draft) -> set[str]:
    """Surnames of those whom it tells of, also where it calls them *he* or *she*."""
    return {surname(name) for name in d.names("person")}


def _at_home(d: Draft) -> bool:
    """Is it told of people under house arrest, put there or left there?"""
    state = d.type == "CUSTODY_STATE" and d.args is not None and "house arrest" in d.args.after
    return d.stand.mode != "denied" and (state or (d.type == "DETAIN" and d.sub == "house_arrest"))


def _then(d: Draft, x: Draft) -> bool:
    """Is the second told right behind the first, of the same people, by a verb joined to its verb?"""
    s = d.sentence
    joined = s[x.trigger].dep == "conj" and s[x.trigger].head == d.trigger
    return joined and bool({m.head for m in d.slots["people"]} & {m.head for m in x.slots["people"]})


def out_of_the_gate(drafts: Sequence[Draft]) -> None:
    """ "He was driven from the prison straight to Oslo": whoever is told as freed is moved to no prison.

    Args:
        drafts: all of the document; the journey of a freed person to a town gets the kind of such journeys.
    """
    freed = {
        surname(n) for d in drafts if d.type == "RELEASE" and d.stand.mode in _DONE for n in d.names("person")
    }
    for d in drafts:
        to = d.slots.get("to", ())
        town = bool(to) and all(m.kind != "facility" for m in to)
        who = {surname(n) for n in d.names("person")}
        if d.type == "TRANSFER" and d.sub == "facility_move" and town and who and who <= freed:
            d.sub = "cross_border"
