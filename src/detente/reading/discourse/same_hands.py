"""The same people in the same hands: who another sentence tells to have held, tried or freed them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.language.gazetteer import gazetteer
from detente.reading.clauses.draft import Draft
from detente.reading.discourse.captors import was_handed_over
from detente.reading.discourse.in_their_hands import abducted, are_hostages
from detente.reading.frames.exchanges import deed, one_sides
from detente.reading.frames.whose_state import state_of
from detente.reading.lexicon import Lexicon
from detente.records import HANDS, HOLDERS, LET_GO, UNSTATED, Filler, FillerKind

_POWERS = frozenset({"state", "organisation"})
_STAYS = frozenset({"onward", "facility_move", "refuse_to_leave", "remains"})
_SENT_OFF = frozenset({"deport", "handover"})
_NEW = frozenset({"a", "an", "another"})
_GIVEN = "release.swap_other_side"
_Key = tuple[str, str]
_Hand = tuple[str, FillerKind]


def same_hands(drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """Say in whose hands people were where the report tells it of the very same people: always inferred.

    "Chad freed nine Danes. The nine had been arrested in May and landed in Oslo": arrested by Chad, and come
    from there. The same people are the same names, one group of one name, as many of one noun, or the only
    one of a noun ("a carpenter … the carpenter"); where it tells of two hands, nothing is filled in.
    Uncounted people given for others may come into the hands of those who give the others.
    """
    told: dict[_Key, set[_Hand]] = {}
    met: set[str] = set()
    new: set[int] = set()
    lawless, given, taken = in_lawless_hands(drafts, lexicon), one_sides(drafts), abducted(drafts)
    for d in drafts:
        _beside_organs(d, lexicon)
        if _is_another(d, met):
            new.add(id(d))
            continue
        for hand in _hands(d):
            for key in (key for unit in (*_groups(d, lexicon), *_persons(d)) for key in unit):
                told.setdefault(key, set()).add(hand)
    for d in drafts if told else ():
        if d.rule != _GIVEN and id(d) not in new and (d.type in HANDS or d.type == "TRANSFER"):
            groups = [] if d.quantity is None and deed(d) in given else _groups(d, lexicon)
            held = _by_one(groups, told) or _by_one(_persons(d), told)
            captive = are_hostages(d) or not taken.isdisjoint(d.names("person", "group"))
            captive = captive and held is not None and held[1] == "state"
            ours = not captive  # they were not in the hands of the state where a band held them
            ours = ours and not (lawless and d.type in LET_GO)
            if held is None or not ours or was_handed_over(d, held[0], drafts):
                continue
            if held[0] not in d.names("to"):
                _put(d, Filler(*held, None, True), drafts)


def _is_another(d: Draft, met: set[str]) -> bool:
    """ "The man is held in Chad. *A man* of that name was arrested in Mali": he is not the one told of."""
    people = [m for m in d.slots.get("people", ()) if m.kind == "group" and not m.plural]
    known = any(m.noun in met and not m.definite and d.sentence[m.lo].low in _NEW for m in people)
    met |= {m.noun for m in people}
    return known


def in_lawless_hands(drafts: Sequence[Draft], lexicon: Lexicon) -> bool:
    """ "After nine months in the hands of smugglers": where those held them, no state freed them."""
    holders = [m for d in drafts if d.type in HOLDERS for m in d.slots.get(HANDS[d.type], ())]
    return any(m.state is None and m.noun in lexicon["nouns.lawless nouns.armed_body"] for m in holders)


def _beside_organs(d: Draft, lexicon: Lexicon) -> None:
    """ "A Lima court", "police in Lima": beside them stands whose they are, inferred."""
    role = HANDS.get(d.type, "")
    acting = d.slots.get(role, ())
    organs = [m for m in acting if m.kind == "organisation" and m.noun in lexicon["nouns.custodian"]]
    states = {state_of(m) for m in organs}
    state = states.pop() if organs and len(organs) == len(acting) and len(states) == 1 else None
    if state is not None and not any(f.kind == "state" for f in d.roles.get(role, ())):
        d.add(role, Filler(state, "state", None, True))


def _put(d: Draft, by: Filler, drafts: Sequence[Draft]) -> None:
    role = HANDS.get(d.type)
    if role is not None and d.names(role) in ([], [UNSTATED]) and not _placed_elsewhere(d, by.name):
        d.roles[role] = [by]
    leaves = d.type in LET_GO and d.sub not in _STAYS and by.kind == "state" and not _states(d)
    if leaves and _of_another_power(d, role or "", by.name):
        return
    if leaves and not (d.type == "TRANSFER" and _goes_on(d, by.name, drafts)):
        d.add("from", by)


def _of_another_power(d: Draft, role: str, state: str) -> bool:
    """ "Let go by the West": not from the state where one of them may have been held; a court is at home."""
    organs = d.mentions.lex["nouns.custodian nouns.court"]
    told = (f.name for f in d.roles.get(role, ()) if f.kind in _POWERS and f.name != UNSTATED)
    others = [name for name in told if not organs & set(name.casefold().split())]
    return bool(others) and state not in others


def _placed_elsewhere(d: Draft, state: str) -> bool:
    """ "Arrested in Chad", of one whom another state freed: by whom, it does not say."""
    return any(state_of(m) not in {None, state} for m in d.slots.get("place", ()) if d.type in HOLDERS)


def _states(d: Draft) -> set[str]:
    return {f.name for f in d.roles.get("from", ()) if f.kind == "state"}


def _hands(d: Draft) -> set[_Hand]:
    """The states and bands that a draft tells as holding, having tried or freeing its people."""
    undone = d.stand.mode == "hypothetical" or (d.stand.mode == "denied" and d.type != "RELEASE")
    if undone or (are_hostages(d) and "detainer" not in d.roles):
        return set()
    role = HANDS.get(d.type, "")
    acting = d.roles.get(role, ())
    found = {f.name for f in acting if f.kind == "state"}
    found |= {m.state for m in d.slots.get(role, ()) if m.state and m.kind == "organisation"}
    if d.type in LET_GO and (d.type != "TRANSFER" or d.sub in _SENT_OFF):
        found |= _states(d)
    if d.type in HOLDERS and not found and not acting and d.sub != "abduct":
        places = {state for m in d.slots.get("place", ()) if (state := state_of(m)) is not None}
        found |= places if d.sentence[d.trigger].lemma != "arrest" else set()
    hands: set[_Hand] = {(name, "state") for name in found}
    return hands | {(f.name, f.kind) for f in acting if f.kind == "organisation" and _is_band(f.name)}


def _is_band(name: str) -> bool:
    """A body that is no state's and no union's: "Hamas"."""
    return any(h.kind == "body" and not h.code for h in gazetteer().find(name)[:1])


def _by_one(units: Sequence[Sequence[_Key]], told: dict[_Key, set[_Hand]]) -> _Hand | None:
    """The one hand that held all of them."""
    found = [set().union(*(told.get(key, ()) for key in unit)) for unit in units]
    one = set[_Hand]().union(*found)
    return next(iter(one)) if found and all(found) and len(one) == 1 else None


def _goes_on(d: Draft, state: str, drafts: Sequence[Draft]) -> bool:
    """Have they left that state by another journey, told of the same people with another end?"""
    people, ends = set(d.names("person", "group")), set(d.names("to"))
    others = (x for x in drafts if x.type == "TRANSFER" and x is not d and state in x.names("from"))
    return any(set(x.names("to")) - ends and people & set(x.names("person", "group")) for x in others)


def _persons(d: Draft) -> list[list[_Key]]:
    return [[("name", name.casefold())] for name in d.names("person")]


def _groups(d: Draft, lexicon: Lexicon) -> list[list[_Key]]:
    """The keys of each group: by its name, its noun and number, or its noun alone where it is one."""
    people = [m for m in d.slots.get("people", ()) if m.kind == "group"]
    units = [[("name", name.casefold())] for name in d.names("group")]
    if len(units) == 1 and len(people) == 1 and people[0].anaphor is None:
        units[0] += _by_noun(people[0].noun, d, lexicon, one=not people[0].plural)
    return units


def _by_noun(noun: str, d: Draft, lexicon: Lexicon, *, one: bool) -> Iterator[_Key]:
    q = d.quantity
    if q is not None and q.exact and q.lo is not None and q.lo > 1:
        yield noun, f"{q.lo:g}"
    elif one and noun not in lexicon["nouns.anybody nouns.held"]:
        yield noun, "one"
