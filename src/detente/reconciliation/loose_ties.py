"""Which happenings a tie speaks of where its own report tells no act: found in other reports.

"Nothing had been exchanged for the 31 men", a minister says in a report that tells of no release; another
report, of the same days, tells that 31 men of his country were let go. A tie is put to a happening by the
people it names, by their number and what they are called beside a country or body in common, or, weakest, by
the only step of its kind. "The twelve crewmen" are known again for a fortnight where no country is named.
Where two happenings would do as well, it is put to none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from detente.language.gazetteer import gazetteer
from detente.language.numbers import quantities
from detente.language.plurals import singular
from detente.language.scripts import fold
from detente.reconciliation.ground import Ground
from detente.reconciliation.words import lexicon
from detente.records import UNSTATED, Claim, Event
from detente.records.windows import Window, day

FAMILIES: Final = {
    "RELEASE": "people", "CLEMENCY": "people", "TRANSFER": "people",
    "SANCTION_EASE": "relief", "DIPLOMATIC_STEP": "relief",
}  # fmt: skip
BEFORE: Final = 45
"""Days before a report within which what it ties happened, or was promised."""
AFTER: Final = 1
LONG: Final = 100
"""A happening that is dated within more days than this may have been at any time."""
LATELY: Final = 14
"""Days for which as many people of one calling are known again with no country named."""
NAMED, COUNTED, ONLY, AGAIN = 3, 2, 1, -1
"""What puts a tie to a happening: a person; a number or noun of people; the only step of its kind."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WHO = ("person", "group", "subject")
_NAMING = ("organisation", "place", "facility")


class Group(NamedTuple):
    """People by what they are called, and by how many they are where that is told exactly."""

    nouns: frozenset[str]
    number: float | None  # two or more


class Traits(NamedTuple):
    """By what an end of a tie and a happening are compared."""

    people: frozenset[tuple[str, ...]]  # names, as folded words
    groups: frozenset[Group]
    around: frozenset[str]  # states and bodies
    steps: frozenset[str] = frozenset()  # of a tie: words for acts
    lead: frozenset[str] = frozenset()  # of a tie: states and bodies named in its own words

    def keys(self, first: date, last: date) -> Iterator[str]:
        """Under which a tie and a happening meet, month by month."""
        for month in dict.fromkeys(_months(first, last)):
            yield from (f"{month} name:{name[-1]}" for name in sorted(self.people))
            yield from (f"{month} at:{one}" for one in sorted(self.around))
            yield from (f"{month} {g.number:g} {n}" for g in self.groups if g.number for n in sorted(g.nouns))


def is_loose(claim: Claim) -> bool:
    """Does a claim tie acts, or deny it, and say in words alone of what?"""
    tied = claim.linkage is not None and claim.linkage.class_ != "L1" and claim.type == "LINKAGE"
    return tied and claim.mode not in ("background", "hypothetical") and bool(claim.roles.get("about"))


def said_of(ground: Ground, claim: Claim) -> Traits:
    """What a loose tie says of its ends, and what its report and its speakers are of."""
    fillers = claim.roles.get("about", ())
    texts = [f.name for f in fillers if f.kind != "person"]
    parties = [ground.filler(p).name for p in sorted(ground.parties(claim, "party"))]
    own = frozenset(_around((*(a.name for a in claim.attribution), *parties), texts))
    publisher = claim.document.publisher or ""
    return Traits(
        people=frozenset(_name(f.name) for f in fillers if f.kind in ("person", "organisation")),
        groups=frozenset(Group(_nouns(f.name), _number(f.name)) for f in fillers if f.kind == "group"),
        around=own | frozenset(_around((publisher,))),
        steps=frozenset(w for t in texts for w in _words(t)) & _step_words(),
        lead=own,
    )


def traits(ground: Ground, event: Event) -> Traits:
    """What the claims of a happening say of it."""
    claims = ground.of([event])
    fillers = [f for c in claims for fs in c.roles.values() for f in fs if f.name != UNSTATED]
    who = [f for c in claims for r in _WHO for f in c.roles.get(r, ())]
    texts = [f.name for f in fillers if f.kind == "group"]
    names = [f.name for f in fillers if f.kind in ("state", *_NAMING)]
    names += [a.name for c in claims for a in c.attribution] + [ground.filler(event.agent).name]
    names += [c.document.publisher or "" for c in claims]
    named = [Group(_nouns(f.name), _number(f.name)) for f in who if f.kind == "group"]
    return Traits(
        people=frozenset(_name(f.name) for f in who if f.kind == "person"),
        groups=frozenset(named),
        around=frozenset(_around(names, texts)),
    )


def ends(ground: Ground, claim: Claim, near: Iterable[Event]) -> frozenset[str]:
    """The happenings that a loose tie speaks of.

    Args:
        ground: what is known.
        claim: the tie.
        near: happenings that it has a name, state or body in common with.

    Returns:
        their ids, of each type those that fit best; none of a type where several fit as well.
    """
    said, told = said_of(ground, claim), day(claim.document.published)
    if told is None:
        return frozenset()
    found: dict[str, list[_Row]] = defaultdict(list)
    for event in near:
        apart = _days_before(ground, event, told)
        fits = _fit(said, ground.once(traits, event), event, ground) if apart is not None else 0
        if fits == AGAIN and apart is not None:
            fits = COUNTED if apart <= LATELY else 0
        if fits and apart is not None:
            found[FAMILIES[event.type]].append(_Row(fits, apart, event.type, event.id))
    return frozenset(i for rows in found.values() for i in _chosen(rows))


class _Row(NamedTuple):
    fits: int
    apart: int  # days
    type_: str
    event: str


def _chosen(rows: list[_Row]) -> Iterator[str]:
    """Of one family: all of a named person; of each type the nearest of those that fit best."""
    best = max(row.fits for row in rows)
    like = [row for row in rows if row.fits == best]
    if best == NAMED:
        yield from (row.event for row in like)
    elif best == COUNTED:
        for type_ in {row.type_ for row in like}:
            days = sorted(row.apart for row in like if row.type_ == type_)
            if days[1:2] != days[:1]:
                yield from (r.event for r in like if r.type_ == type_ and r.apart == days[0])
    elif len(like) == 1:
        yield like[0].event


def _fit(said: Traits, told: Traits, event: Event, ground: Ground) -> int:
    if any(set(one) <= set(two) or set(two) <= set(one) for one in said.people for two in told.people):
        return NAMED
    if not said.around & told.around:
        return AGAIN if _may_be_near(said, told) and _is_told_again(said, told) else 0
    if any(_is_one_group(one, two) for one in said.groups for two in told.groups):
        return COUNTED
    named = FAMILIES[event.type] == "people" and (said.people or said.groups)
    return ONLY if not named and said.lead & told.around and _is_step(said, event, ground) else 0


def _may_be_near(said: Traits, told: Traits) -> bool:
    """Where nothing is named by both: does one of the two name no state at all?"""
    left, right = ({n for n in t.around if gazetteer().state(n)} for t in (said, told))
    return not left or not right


def _is_told_again(said: Traits, told: Traits) -> bool:
    """ "The twelve crewmen", and twelve crewmen: as many, of one calling."""
    pairs = ((one, two) for one in said.groups for two in told.groups if one.number and two.number)
    return any(one.number == two.number and one.nouns & two.nouns for one, two in pairs)


def _is_one_group(left: Group, right: Group) -> bool:
    if left.number and right.number:
        return left.number == right.number and bool(
            left.nouns & right.nouns or not (left.nouns and right.nouns)
        )
    return bool(left.nouns & right.nouns)


def _is_step(said: Traits, event: Event, ground: Ground) -> bool:
    family = FAMILIES[event.type]
    if family == "relief" and said.steps & lexicon()["licences"]:
        return any(c.step == "licensed" for c in ground.of([event]))
    return bool(said.steps & lexicon()[f"{family}_steps"])


def _days_before(ground: Ground, event: Event, told: date) -> int | None:
    """How long before the report a happening was, or was promised; None where it is out of reach."""
    window = _window(ground, event)
    if window is None or not told - timedelta(BEFORE) <= window[1]:
        return None
    return max(0, (told - window[1]).days) if window[0] <= told + timedelta(AFTER) else None


def _window(ground: Ground, event: Event) -> Window | None:
    """When it was, or when it was promised."""
    if event.status != "to_come":
        return ground.days(event)
    days = [d for c in ground.of([event]) if (d := day(c.document.published))]
    return (min(days), max(days)) if days else None


def _months(first: date, last: date) -> Iterator[str]:
    month = first.year * 12 + first.month - 1
    while month <= last.year * 12 + last.month - 1:
        yield f"{month // 12}-{month % 12 + 1}"
        month += 1


class Near:
    """Happenings and loose ties by what they may have in common and by month, kept event by event.

    Nothing is looked at before the first loose tie comes.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._ahead = set[str]()  # events that were not looked at
        self._events: dict[str, set[str]] = defaultdict(set)  # key → events
        self._keys: dict[str, tuple[str, ...]] = {}  # event → its keys
        self._ties: dict[str, set[str]] = defaultdict(set)  # key → reports
        self._reports: dict[str, tuple[str, ...]] = {}  # report → keys of its loose ties

    def put(self, events: Iterable[str]) -> set[str]:
        """Look at these events again.

        Returns:
            the reports with loose ties that may be put to one of them, or were.
        """
        self._ahead.update(events)
        return self._look() if self._reports else set()

    def _look(self) -> set[str]:
        found = set[str]()
        for event_id in self._ahead:
            keys = (*self._keys.get(event_id, ()), *self._put_out_and_in(event_id))
            found.update(*(self._ties.get(key, ()) for key in keys))
        self._ahead.clear()
        return found

    def _put_out_and_in(self, event_id: str) -> tuple[str, ...]:
        for key in self._keys.pop(event_id, ()):
            self._events[key].discard(event_id)
        event = self._ground.events.get(event_id)
        if event is None or event.type not in FAMILIES or event.status not in ("done", "to_come"):
            return ()
        window = _window(self._ground, event)
        if window is None or (window[1] - window[0]).days > LONG:
            return ()
        keys = tuple(self._ground.once(traits, event).keys(*window))
        for key in keys:
            self._events[key].add(event_id)
        self._keys[event_id] = keys
        return keys

    def forget(self, document: str) -> None:
        """A report that has no loose ties, or will be looked at again."""
        for key in self._reports.pop(document, ()):
            self._ties[key].discard(document)

    def of(self, claim: Claim) -> frozenset[str]:
        """The happenings that a loose tie speaks of; its report is known by its keys from now on."""
        told, document = day(claim.document.published), claim.document.sha256
        if told is None:
            return frozenset()
        self._look()
        keys = tuple(said_of(self._ground, claim).keys(told - timedelta(BEFORE), told + timedelta(AFTER)))
        self._reports[document] = (*self._reports.get(document, ()), *keys)
        for key in keys:
            self._ties[key].add(document)
        near = sorted({e for key in keys for e in self._events.get(key, ())})
        return ends(self._ground, claim, (self._ground.events[i] for i in near))


# ── words ──
def _name(name: str) -> tuple[str, ...]:
    return tuple(_words(name)) or (fold(name),)


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


@lru_cache(maxsize=65536)
def _nouns(text: str) -> frozenset[str]:
    """What people are called, in the singular; "people" and "prisoners" tell nobody apart."""
    words = map(singular, _words(text))
    return frozenset(w for w in words if not all(part in lexicon()["anybody"] for part in w.split("-")))


@lru_cache(maxsize=16384)
def _number(text: str) -> float | None:
    found = [q.quantity for q in quantities(text) if q.kind == "count"]
    exact = [q.lo for q in found if q.lo is not None and q.lo == q.hi and q.lo > 1]
    return exact[0] if len(exact) == 1 else None


def _around(names: Iterable[str], texts: Iterable[str] = ()) -> Iterator[str]:
    """The states that names and phrases carry, and the names themselves."""
    for name in names:
        own = fold(name).removeprefix("the ")
        yield from (*_states_in(name), *((own,) if name and name != UNSTATED else ()))
    for text in texts:
        yield from _states_in(text)


@lru_cache(maxsize=65536)
def _states_in(name: str) -> frozenset[str]:
    hits = gazetteer().find(name)
    return frozenset(fold(n) for h in hits for n in (h.actor, h.name if h.kind != "office" else None) if n)


def _step_words() -> frozenset[str]:
    words: Mapping[str, frozenset[str]] = lexicon()
    return words["people_steps"] | words["relief_steps"] | words["licences"]
