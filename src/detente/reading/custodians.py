"""In whose custody people were, and where they went, as the whole document tells it: always inferred."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.language.gazetteer import gazetteer
from detente.reading.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.mention import Mention
from detente.reading.mentions import Mentions
from detente.reading.words import Sentence
from detente.records import UNSTATED, Filler

_FREEING = ("releaser", "granter")
_HOLDER = {"DETAIN": "detainer", "SENTENCE": "authority", "CUSTODY_STATE": "holder"}
_UNDONE = frozenset({"denied", "hypothetical"})
_GAOLERS = re.compile(r"\b(?:prisons?|penitentiary|correction(?:s|al)|penal|jails?) ", re.I)
_SENT_OFF = frozenset({"deport", "handover"})


def states_of_persons(sentences: Sequence[tuple[Sentence, Mentions]]) -> dict[str, str]:
    """Whose president or minister a person is called: "Belarusian President X", "Y, president of Z"."""
    out: dict[str, str] = {}
    for s, ms in sentences:
        for w in s.words:
            if w.tag != "NNP" or w.dep == "compound":
                continue
            m = ms.at(w.i)
            if m is None or m.kind != "person":
                continue
            state = m.state if m.titles else None
            for k in s.kids(m.head, "appos"):
                office = ms.at(k.i)
                if office is not None and k.lemma in ms.lex["nouns.office"]:
                    state = state or office.state or _state_of(s, ms, k.i)
            if state is not None:
                out.setdefault(_surname(m.name), state)
    return out


def _state_of(s: Sentence, ms: Mentions, i: int) -> str | None:
    for k in s.kids(i, "prep"):
        if k.low == "of":
            for p in s.kids(k.i, "pobj"):
                m = ms.at(p.i)
                if m is not None and m.kind == "state":
                    return m.name
    return None


# ── where people were held ──
def state_of(m: Mention) -> str | None:
    """The state that a mention is, is of, or lies in."""
    if m.state is not None and m.kind in {"state", "organisation", "place", "facility"}:
        return m.state
    if m.hit is None or not m.hit.code:
        return None
    info = gazetteer().state(m.hit.code)
    return None if info is None else info.name


def held_in(drafts: Sequence[Draft]) -> None:
    """Who is arrested, tried or held in a state is so by it; who is freed had been held where the text says.

    Abductors are no authorities: of those taken by them no state is the holder.
    """
    told: dict[str, set[str]] = {}
    for d in drafts:
        role = _HOLDER.get(d.type)
        if role is None or d.sub == "abduct" or d.stand.mode in _UNDONE:
            continue
        places = {state for m in d.slots.get("place", ()) if (state := state_of(m)) is not None}
        if len(places) == 1 and not d.names(role):
            d.add(role, _inferred(places))
        holders = {f.name for f in d.roles.get(role, ()) if f.kind == "state"}
        for name in d.names("person"):
            told.setdefault(_surname(name), set()).update(holders or places)
    for d in drafts:
        if d.type != "RELEASE" or d.names("from") or d.names("group"):
            continue
        states = [told.get(_surname(name), set()) for name in d.names("person")]
        if states and len(states[0]) == 1 and all(found == states[0] for found in states):
            d.add("from", _inferred(states[0]))


def _inferred(states: set[str]) -> Filler:
    """The one state of a set, as a filler that does not stand where it is told."""
    (state,) = states
    return Filler(state, "state", None, True)


def _surname(name: str) -> str:
    return name.split()[-1].casefold()


def told_by_gaolers(drafts: Sequence[Draft]) -> None:
    """ "Nine were released, Cyprus's prison service said": they were held by whose service it is."""
    for d in drafts:
        if d.type != "RELEASE" or d.names("from") or d.names("releaser"):
            continue
        for a in d.attribution[-1:]:
            hits = gazetteer().find(a.name) if _GAOLERS.search(a.name) else []
            states = {h.actor or h.name for h in hits if h.kind in {"state", "demonym"}}
            if len(states) == 1:
                d.add("from", _inferred(states))


# ── who frees, and from where ──
def custodian(d: Draft, states: dict[str, str]) -> set[str]:
    """The states whose custody a release tells of: its releaser's, or where it says the people were held."""
    fillers = [f for r in _FREEING for f in d.roles.get(r, ())]
    told = {f.name for f in fillers if f.kind == "state" and f.name != UNSTATED}
    told |= {states[_surname(f.name)] for f in fillers if f.kind == "person" and _surname(f.name) in states}
    mentions = [m for r in _FREEING for m in d.slots.get(r, ())]
    return told | {m.state for m in mentions if m.state is not None and m.kind != "person"}


def custody_of(drafts: Sequence[Draft], states: dict[str, str]) -> None:
    """A release leaves the custody of its releaser: `from`, inferred, where the text does not say it."""
    for d in drafts:
        if d.type == "RELEASE" and not d.names("from"):
            for state in sorted(custodian(d, states)):
                d.add("from", Filler(state, "state", None, True))
        elif d.type == "TRANSFER" and d.sub in _SENT_OFF and not d.names("from"):
            senders = {found for m in d.slots.get("mover", ()) if (found := state_of(m)) is not None}
            if len(senders) == 1 and not senders & set(d.names("to")):
                d.add("from", _inferred(senders))


def swap_sides(drafts: Sequence[Draft]) -> None:
    """ "38 Poles were exchanged for 27 Finns": each side frees the other's people and gets its own."""
    for other in drafts:
        if other.rule != "release.swap_other_side":
            continue
        for first in drafts:
            same = first.sentence is other.sentence and first.trigger == other.trigger and first is not other
            mine, theirs = (_nations(first), _nations(other)) if same else (set(), set())
            if len(mine) == len(theirs) == 1 and mine != theirs and first.type == "RELEASE":
                _side(first, by=theirs, to=mine)
                _side(other, by=mine, to=theirs)


def _nations(d: Draft) -> set[str]:
    return {m.state for m in d.slots.get("people", ()) if m.kind == "group" and m.state is not None}


def _side(d: Draft, *, by: set[str], to: set[str]) -> None:
    if d.names("releaser") in ([], [UNSTATED]):
        d.roles["releaser"] = [_inferred(by)]
        if not d.names("from"):
            d.add("from", _inferred(by))
        if not d.names("to"):
            d.add("to", _inferred(to))


def at_home(d: Draft, drafts: Sequence[Draft]) -> bool:
    """Are these people of a state that frees others in a swap, or hostages: freed by somebody else, then?"""
    people = [m for m in d.slots.get("people", ()) if m.kind == "group"]
    if any(m.noun in {"hostage", "captive", "abductee"} for m in people):
        return True
    swap = any(x.sub == "swap_release" or x.linkage is not None for x in drafts)
    named = {
        f.name
        for x in drafts
        if x.type in {"RELEASE", "CLEMENCY"}
        for r in _FREEING
        for f in x.roles.get(r, ())
    }
    return swap and any(m.state in named for m in people if m.state is not None)


def main_custody(drafts: Sequence[Draft], states: dict[str, str], lexicon: Lexicon) -> None:
    """The one state in whose custody the people of the document were, for what does not say it.

    Only where every release that says so names the same state, or, where none does, all arrests, trials and
    states of custody; swaps have two sides and are left alone, and so are hostages.
    """
    home = _home(drafts, states)
    if home is None or any(d.sub == "abduct" and d.stand.mode not in _UNDONE for d in drafts):
        return
    here = Filler(home, "state", None, True)
    for d in drafts:
        if d.type == "TRANSFER" and home not in d.names("to"):
            if not d.names("from"):
                d.add("from", here)
            if d.sub in _SENT_OFF and d.names("mover") in ([], [UNSTATED]):
                d.roles["mover"] = [here]
        elif d.type == "RELEASE" and d.sub != "swap_release" and not at_home(d, drafts):
            if not d.names("from"):
                d.add("from", here)
            _add_state(d, "releaser", here, lexicon)
        elif d.type == "CLEMENCY":
            _add_state(d, "granter", here, lexicon)
        elif d.type in _HOLDER and not d.names(_HOLDER[d.type]) and not _elsewhere(d, home):
            d.add(_HOLDER[d.type], here)


def _elsewhere(d: Draft, home: str) -> bool:
    """Does it say that they are held or were taken in another state?"""
    return any(state not in (None, home) for state in map(state_of, d.slots.get("place", ())))


def _home(drafts: Sequence[Draft], states: dict[str, str]) -> str | None:
    freed: set[str] = set()
    held: set[str] = set()
    for d in drafts:
        if d.type in {"RELEASE", "CLEMENCY"} and d.stand.mode != "denied":
            freed |= custodian(d, states) | {f.name for f in d.roles.get("from", ()) if f.kind == "state"}
        elif d.type in _HOLDER and d.stand.mode not in _UNDONE:
            held |= {f.name for f in d.roles.get(_HOLDER[d.type], ()) if f.kind == "state"}
    told = freed or held
    return next(iter(told)) if len(told) == 1 else None


def _add_state(d: Draft, role: str, here: Filler, lexicon: Lexicon) -> None:
    """The state where nobody is told to act, and beside "the government" or "a court" of no named state."""
    if d.names(role) in ([], [UNSTATED]):
        d.roles[role] = [here]
        return
    acting = d.slots.get(role, ())
    if acting and all(
        m.noun in lexicon["nouns.official"] and m.state is None and m.hit is None for m in acting
    ):
        d.add(role, here)


# ── where they went ──
def destinations(drafts: Sequence[Draft]) -> None:
    """A release leads where the text says that the very same people were taken: `to`, inferred.

    The same people are one group of one name, or one person; nobody's destination is taken from a group's.
    """
    for d in drafts:
        if d.type != "RELEASE" or d.names("to"):
            continue
        ways = [
            x
            for x in drafts
            if x.type == "TRANSFER" and x.names("to") and x.stand.mode == d.stand.mode
            and x.names("person", "group") == d.names("person", "group") != []
            and (x.quantity is None or d.quantity is None or x.quantity == d.quantity)
        ]  # fmt: skip
        if len({tuple(x.names("to")) for x in ways}) == 1:
            for f in ways[0].roles["to"]:
                d.add("to", Filler(f.name, f.kind, f.entity, True))


def homeward(drafts: Sequence[Draft]) -> None:
    """ "The Indian fishermen reached home": home is the state whose people they are said to be."""
    for d in drafts:
        if d.type not in {"TRANSFER", "RELEASE"} or d.names("to") or d.args is None:
            continue
        words = d.args.after.lower().split()[:6]
        if "home" in words or (d.sentence[d.trigger].lemma == "repatriate"):
            for m in d.slots.get("people", ()):
                if m.kind == "group" and m.state is not None:
                    d.add("to", Filler(m.state, "state", None, True))
