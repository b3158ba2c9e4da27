"""In whose custody people were, as the whole document tells it: always inferred."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from detente.language.gazetteer import gazetteer
from detente.reading.clauses.draft import Draft
from detente.reading.discourse.in_their_hands import are_abducted, are_hostages, holds_too
from detente.reading.discourse.own_prisoners import own_prisoners
from detente.reading.frames.exchanges import deed, exchangers, exchanging, one_sides, sides_of_bargains
from detente.reading.frames.journeys import tried_where_flown
from detente.reading.frames.nations import at_odds, nations, nations_told
from detente.reading.frames.whose_state import state_of
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import shared_surnames, surname
from detente.records import FREED, HOLDERS, LET_GO, UNSTATED, Filler

_FREEING = ("releaser", "granter")
_UNDONE = frozenset({"denied", "hypothetical"})
_GOVERNMENT = re.compile(r"[A-ZÀ-Þ].*\b(?:government|regime|junta|administration)$")
_SENT_OFF = frozenset({"deport", "handover"})


def held_in(drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """Who is arrested, tried or held in a state is so by it; who is freed or forgiven had been held there.

    Abductors are no authorities: of those taken by them no state is the holder.
    """
    told, now = dict[str, set[str]](), dict[str, set[str]]()  # where he once was, and where he is
    for d in drafts:
        role = HOLDERS.get(d.type)
        if role is None or d.sub == "abduct" or d.stand.mode in _UNDONE:
            continue
        places = {state for m in d.slots.get("place", ()) if (state := state_of(m)) is not None}
        if len(places) == 1:
            _add_state(d, role, _inferred(places), lexicon)
        holders = _states(d, role) | {
            m.state for m in d.slots.get(role, ()) if m.state and m.kind == "organisation"
        }
        for name in d.names("person"):
            by_name = now if d.type == "CUSTODY_STATE" else told
            by_name.setdefault(surname(name), set()).update(holders or places)
    before = {x: told[x] for x in shared_surnames(n for d in drafts for n in d.names("person")) & {*told}}
    told |= {x: found | before.get(x, set()) for x, found in now.items() if found}
    _held_before(drafts)
    _freed_there(drafts, told, frozenset({"RELEASE"}))
    left: dict[str, set[str]] = {}
    for d in drafts:
        if d.type == "RELEASE":
            for name in d.names("person"):
                left.setdefault(surname(name), set()).update(_states(d, "from"))
    _freed_there(
        drafts, {name: told.get(name) or left[name] for name in left} | told, frozenset({"CLEMENCY"})
    )


def _held_before(drafts: Sequence[Draft]) -> None:
    """ "Nine sailors captured by Chad were handed over": they had been in its hands."""
    held: dict[int, list[Draft]] = {}
    for x in drafts:
        said = [f for f in x.roles.get("detainer", ()) if f.kind == "state" and not f.inferred]
        if x.type == "DETAIN" and x.stand.mode not in _UNDONE and len(said) == 1:
            held.setdefault(id(x.sentence), []).append(x)
    for d in (d for d in drafts if held and d.type == "RELEASE" and not d.names("from")):
        heads = {m.head for m in d.slots.get("people", ())}
        for x in held.get(id(d.sentence), ()):
            described = x.sentence[x.trigger].dep in {"acl", "relcl"}
            if described and heads & {m.head for m in x.slots.get("people", ())} and not d.names("from"):
                d.add("from", _inferred({f.name for f in x.roles["detainer"] if not f.inferred}))


def moved_out(drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """Who is freed, and is moved out of a state that frees people here, was let go by that state.

    "Of the nine freed from Polish custody three went to Chad. Two of those three are X and Y."
    """
    freeing = {
        x for d in drafts if d.type == "RELEASE" and d.stand.mode == "performed" for x in _states(d, "from")
    }
    told: dict[str, set[str]] = {}
    for d in drafts:
        if d.type == "TRANSFER" and d.stand.mode == "performed":
            for name in d.names("person"):
                told.setdefault(surname(name), set()).update(_states(d, "from") & freeing)
    for d in _freed_there(drafts, told, frozenset({"RELEASE"})):
        _add_state(d, "releaser", _inferred(_states(d, "from")), lexicon)


def _freed_there(drafts: Sequence[Draft], told: dict[str, set[str]], types: Set[str]) -> list[Draft]:
    """Let those named in drafts of these types have been in the one state that holds all of them."""
    found = []
    for d in drafts:
        if d.type not in types or d.names("from") or (d.type == "RELEASE" and d.names("group")):
            continue
        if d.rule == "release.swap_other_side" and _arrested_only(d, drafts):
            continue
        states = [told.get(surname(name), set()) for name in d.names("person")]
        if states and (by := _states(d, "releaser")) and by.isdisjoint(states[0]):
            continue  # "Kenya holds X. Before that Chad freed him"
        if states and len(states[0]) == 1 and all(found == states[0] for found in states):
            d.add("from", _inferred(states[0]))
            found.append(d)
    return found


def _arrested_only(d: Draft, drafts: Sequence[Draft]) -> bool:
    """ "Freed for X, who was arrested in Cyprus": whoever gave him up, nothing tells that Cyprus held him."""
    names = set(d.names("person"))
    told = [x for x in drafts if x.type in HOLDERS and names & set(x.names("person"))]
    return bool(told) and all(x.sentence[x.trigger].lemma == "arrest" for x in told)


def _inferred(states: set[str]) -> Filler:
    """The one state of a set, as a filler that does not stand where it is told."""
    (state,) = states
    return Filler(state, "state", None, True)


def custodian(d: Draft, states: dict[str, str], bands: Set[str] = frozenset()) -> set[str]:
    """The states whose custody a release tells of: its releaser's, or where it says the people were held."""
    fillers = [f for r in _FREEING for f in d.roles.get(r, ())]
    told = {f.name for f in fillers if f.kind == "state" and f.name != UNSTATED}
    told |= {states[surname(f.name)] for f in fillers if f.kind == "person" and surname(f.name) in states}
    mentions = [m for r in _FREEING for m in d.slots.get(r, ()) if m.name not in bands]
    return told | {m.state for m in mentions if m.state is not None and m.kind != "person"}


def custody_of(drafts: Sequence[Draft], states: dict[str, str], bands: Set[str], lexicon: Lexicon) -> None:
    """A release leaves the custody of its releaser: `from`, inferred, where the text does not say it.

    Who forgives forgives his own: a pardon tells whose penalty it ends, and nobody's way out (CODEBOOK §8.1).
    """
    for d in drafts:
        if d.type in FREED and not _states(d, "from"):
            for state in sorted(custodian(d, states, bands)):
                d.add("from", Filler(state, "state", None, True))
        elif d.type == "TRANSFER" and not d.names("from") and (d.sub in _SENT_OFF or _by_keepers(d, lexicon)):
            senders = {found for m in d.slots.get("mover", ()) if (found := state_of(m)) is not None}
            if len(senders) == 1 and not senders & set(d.names("to")):
                d.add("from", _inferred(senders))
        elif d.sub in _SENT_OFF and d.names("mover") == [UNSTATED] and len(_states(d, "from")) == 1:
            d.roles["mover"] = [_inferred(_states(d, "from"))]  # "extradited from Chad"


def _by_keepers(d: Draft, lexicon: Lexicon) -> bool:
    """Do police, courts or authorities send them: who had them in their hands?"""
    movers = d.slots.get("mover", ())
    return bool(movers) and all(m.noun in lexicon["nouns.keeper"] for m in movers)


def states_of_those_who_free(drafts: Sequence[Draft], states: dict[str, str]) -> None:
    """A release is out of a state's custody: beside the person who frees stands that state, inferred.

    Who signs an amnesty of nobody in particular acts for the state whose prisoners alone the report frees.
    """
    freed = [d for d in drafts if d.type in FREED and d.stand.mode == "performed"]
    only = {state for d in freed for state in _states(d, "from")}
    for d in drafts:
        role = {"RELEASE": "releaser", "CLEMENCY": "granter"}.get(d.type)
        fillers = d.roles.get(role, ()) if role is not None else ()
        if role is None or not fillers or any(f.kind != "person" for f in fillers):
            continue
        whose = {states[surname(f.name)] for f in fillers if surname(f.name) in states}
        whose = whose or _states(d, "from")
        if not whose and d.type == "CLEMENCY" and not d.names("person", "group"):
            whose = only
        if len(whose) == 1:
            d.add(role, _inferred(whose))


def swap_sides(drafts: Sequence[Draft]) -> None:
    """ "38 Poles were exchanged for 27 Finns": each side frees the other's people and gets its own.

    Whose they are is told by their nation, or by where the others were held: "X for Y, held in Finland".
    """
    for other in drafts:
        if other.rule != "release.swap_other_side":
            continue
        for first in drafts:
            same = first.sentence is other.sentence and first.trigger == other.trigger and first is not other
            if same and first.type == "RELEASE":
                _two_sides(first, other)


def _two_sides(first: Draft, other: Draft) -> None:
    parties = _states(first, "releaser")
    held = [
        _states(d, "from") or (_states(d, "releaser") if len(parties) == 1 else set()) for d in (first, other)
    ]
    got = _states(first, "to")  # "Chad got nine men in exchange for its own Ben Roth"
    mine = held[1] or got or nations(first, {})
    theirs = held[0] or nations(other, {}) - got
    if len(parties) == 2 and len(mine) == 1 and mine < parties:
        theirs = parties - mine
    elif len(parties) == 2 and len(theirs) == 1 and theirs < parties:
        mine = parties - theirs
    if mine == theirs or len(mine) > 1 or len(theirs) > 1:
        return
    if theirs:
        _side(first, by=theirs, to=mine)
    if mine:
        _side(other, by=mine, to=theirs)


def _states(d: Draft, role: str) -> set[str]:
    return {f.name for f in d.roles.get(role, ()) if f.kind == "state"}


def _side(d: Draft, *, by: set[str], to: set[str]) -> None:
    """One side's people: freed by the other, and gone to their own."""
    if d.names("releaser") in ([], [UNSTATED]) or by < _states(d, "releaser"):
        d.roles["releaser"] = [_inferred(by)]
    if not d.names("from") and by & set(d.names("releaser")):
        d.add("from", _inferred(by))
    if to and not d.names("to"):
        d.add("to", _inferred(to))


def at_home(d: Draft, drafts: Sequence[Draft]) -> bool:
    """Are these people of a state that frees others in a swap, or hostages: freed by somebody else, then?"""
    people = [m for m in d.slots.get("people", ()) if m.kind == "group"]
    people += [d.whole] if d.whole is not None else []
    if are_hostages(d):
        return True
    freeing = {name for x in drafts if x.type == "RELEASE" for name in _states(x, "releaser")}
    exchanged = any(x.sub == "swap_release" for x in drafts) or "in return " in d.sentence.text.lower()
    tied = any(x.linkage is not None for x in drafts)
    swap = exchanged or (tied and len(freeing) > 1)
    if any(m.state in sides_of_bargains(drafts) for m in people if m.state is not None):
        return True
    people_of = [m.state for m in people if m.state is not None]
    if (exchanged or tied) and people_of and any(_of_no_state(x) for x in drafts if x is not d):
        return True
    named = {f.name for x in drafts if x.type in FREED for r in _FREEING for f in x.roles.get(r, ())}
    return swap and any(m.state in named for m in people if m.state is not None)


def _of_no_state(d: Draft) -> bool:
    """Does a person free people here, of whom the report does not say whose president he is?"""
    fillers = [f for r in _FREEING for f in d.roles.get(r, ())]
    return bool(fillers) and all(f.kind == "person" for f in fillers)


def main_custody(
    drafts: Sequence[Draft], states: dict[str, str], lexicon: Lexicon, setting: str | None
) -> None:
    """The one state in whose custody the people of the document were, for what does not say it.

    Only where every release that says so names the same state, or, where none does, all arrests, trials and
    states of custody, or else the scenery of the report; swaps have two sides and are left alone, and so are
    hostages.

    Args:
        drafts: all of the document.
        states: whose president or minister a person is called.
        lexicon: word classes.
        setting: the state in which the report is set.
    """
    told = _told(drafts, states)
    home = next(iter(told)) if len(told) == 1 else (setting or own_prisoners(drafts)) if not told else None
    if home is None and not told:
        _by_own_government(drafts)
    if home is None or any(
        (d.sub == "abduct" and d.stand.mode not in _UNDONE) or are_abducted(d) for d in drafts
    ):
        return
    here = Filler(home, "state", None, True)
    given, two = one_sides(drafts), sides_of_bargains(drafts)  # either tried those of either
    alone = not any(holds_too(d, home) for d in drafts)
    for d in (d for d in drafts if not tried_where_flown(d, home, drafts)):
        theirs = nations(d, {}) == two - {home} or two - {home} <= {*d.names("to")}
        if home in two and d.type in {"RELEASE", "TRANSFER"} and not theirs:
            continue  # either may have freed them
        if d.type == "TRANSFER" and home not in d.names("to"):
            if not _states(d, "from"):
                d.add("from", here)
            if d.sub in _SENT_OFF and d.names("mover") in ([], [UNSTATED]):
                d.roles["mover"] = [here]
        elif d.type == "RELEASE":
            if d.sub == "swap_release" or deed(d) in given or _elsewhere_freed(d, home, drafts, lexicon):
                continue
            if not _states(d, "from"):
                d.add("from", here)  # also beside "from Camp 9"
            _add_state(d, "releaser", here, lexicon)
        elif d.type == "CLEMENCY":
            _add_state(d, "granter", here, lexicon)
            if home in d.names("granter") and not _states(d, "from"):
                d.add("from", here)
        elif d.type not in HOLDERS or two or not alone:
            continue
        elif not _elsewhere(d, home) and not _freed_by_another(d, drafts):
            _add_state(d, HOLDERS[d.type], here, lexicon)


def _by_own_government(drafts: Sequence[Draft]) -> None:
    """ "X was among those let go, Hallam's government said": the one that tells it, of no named state."""
    told = [d for d in drafts if d.type == "RELEASE" and d.attribution and d.stand.mode == "performed"]
    own = [d for d in told if _GOVERNMENT.search(d.attribution[-1].name)]
    names = {d.attribution[-1].name for d in own}
    if len(names) != 1 or gazetteer().find(next(iter(names))):
        return
    for d in own:
        if d.names("releaser") in ([], [UNSTATED]) and not d.names("from") and not at_home(d, drafts):
            d.roles["releaser"] = [Filler(next(iter(names)), "organisation", None, True)]


def _elsewhere_freed(d: Draft, home: str, drafts: Sequence[Draft], lexicon: Lexicon) -> bool:
    """Is it this state that gets them back, are they its own in a swap, or does a bloc let them go?"""
    offices = lexicon["nouns.official nouns.custodian nouns.body"]
    bodies = [f.name.lower().split() for f in d.roles.get("releaser", ()) if f.kind == "organisation"]
    by = set(d.names("releaser")) - {home, UNSTATED}
    swapped = any(x.sub == "swap_release" for x in drafts) and nations(d, {}) == {home}
    if (
        by & set(exchangers(drafts))
        or (by and swapped)
        or (bodies and not any(offices & {*words} for words in bodies))
    ):
        return True  # "let go by the West"
    gets = d.source is not None and d.source.agent_role == "to" and home in d.names("to")
    return gets or at_home(d, drafts) or _out_of_court(d)


def _out_of_court(d: Draft) -> bool:
    """ "Walked free out of Orlu High Court": let go by that court, which may be another state's."""
    by = d.roles.get("releaser", ())
    return d.rule == "release.walk_free" and any(f.kind == "organisation" and f.inferred for f in by)


def _elsewhere(d: Draft, home: str) -> bool:
    """Does it say that they are held in another state, or taken by somebody where no state is told?"""
    places = [state_of(m) for m in d.slots.get("place", ())]
    acting = d.names(HOLDERS.get(d.type, ""))
    return any(state != home and (acting or state is not None) for state in places)


def _freed_by_another(d: Draft, drafts: Sequence[Draft]) -> bool:
    """ "Chad freed X for Y. Aino Berg had commuted Y's term": of the two, Y was in her state's hands."""
    people = set(d.names("person"))
    freed = (x for x in drafts if x.type in FREED and people & set(x.names("person")))
    fillers = [f for x in freed for r in _FREEING for f in x.roles.get(r, ())]
    return any(f.kind != "state" and f.name != UNSTATED and not f.inferred for f in fillers)


def _told(drafts: Sequence[Draft], states: dict[str, str]) -> set[str]:
    """The states that releases tell as custodians, else arrests, trials and states of custody."""
    freed, held = set[str](), set[str]()
    for d in drafts:
        if d.rule == "release.swap_other_side":
            continue  # the other side's people were in other hands than all the others
        if d.type in FREED and d.stand.mode != "denied":
            freed |= custodian(d, states) | {f.name for f in d.roles.get("from", ()) if f.kind == "state"}
        elif d.type in HOLDERS and d.stand.mode not in _UNDONE:
            held |= {f.name for f in d.roles.get(HOLDERS[d.type], ()) if f.kind == "state"}
    return freed or held


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


def by_nation(drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """ "The five Americans" were held where the report says that Americans were: in that one other state.

    Where two states alone exchange their people, those of either were held by the other.
    """
    told: dict[str, set[str]] = {}
    sides, known = exchanging(drafts), nations_told(drafts)
    for d in drafts:
        states = _states(d, "from") or _held_where(d)
        if d.type in {"RELEASE", "TRANSFER", "DETAIN", "CUSTODY_STATE"} and d.sub not in _SENT_OFF:
            for nation in nations(d, known) if d.names("group") else ():  # where one was, others need not be
                told.setdefault(nation, set()).update(states - {nation})
    for d in drafts:
        own = nations(d, known)
        if d.type not in LET_GO or d.names("from") or len(own) != 1:
            continue
        if at_odds(d, lexicon):
            continue
        if d.type == "CLEMENCY" and d.names("granter"):
            continue  # who forgives forgives his own, and may be of their nation
        custody = told.get(next(iter(own)), set()) or (sides - own if own < sides else set())
        if len(custody) == 1 and not custody & set(d.names("to", "receiver", *_FREEING)):
            d.add("from", _inferred(custody))


def _held_where(d: Draft) -> set[str]:
    """The states in which an arrest or a state of custody is told to be; those of no abduction."""
    if d.type not in HOLDERS or d.sub == "abduct":
        return set()
    return {state for m in d.slots.get("place", ()) if (state := state_of(m)) is not None}
