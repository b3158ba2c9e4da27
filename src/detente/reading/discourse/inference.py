"""Fillers that stand elsewhere in the document, always marked as inferred; moves of people nobody held."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from detente.reading.clauses.draft import Draft
from detente.reading.discourse.custodians import at_home
from detente.reading.discourse.in_their_hands import abducted, are_hostages
from detente.reading.discourse.whose_measures import led_by
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention, surname
from detente.reading.shapes.told_held import called_held, out_of_prison
from detente.records import FREED, LET_GO, MEASURES, UNSTATED, Filler

_CUSTODY = frozenset({"RELEASE", "CLEMENCY", "DETAIN", "SENTENCE", "CUSTODY_STATE"})
_KEEPING = frozenset({"CLEMENCY", "DETAIN", "SENTENCE", "CUSTODY_STATE"})
_TAKING = frozenset({"DETAIN", "SENTENCE"})
_NOT_DONE = frozenset({"denied", "conditional", "hypothetical", "demanded", "intended"})
_MORE = "more"
_FAMILIES = (FREED, MEASURES)
_AGENT = {"RELEASE": "releaser", "CLEMENCY": "granter", **dict.fromkeys(MEASURES, "authority")}
_SEIZED = re.compile(r"\b(?:seized|hijacked|captured|boarded|impounded)\b")
"""What befalls a ship, and with it those aboard."""
_FREED = re.compile(
    r"\b(?:freed|released|pardoned|jailed|detained|convicted|captured|kidnapped|abducted|imprisoned|interned"
    r"|seized|held|captive|taken hostage)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Held:
    """Whom a document tells as freed, held or moved: folded surnames, and nouns of groups."""

    people: frozenset[str]
    nouns: frozenset[str]
    kept: bool = False  # by an arrest, a term or a state of custody, and not only by a release
    let_go: bool = True  # is anybody told as freed, pardoned, sent away, or as still held?


# ── what the document speaks against ──
def held_people(drafts: Sequence[Draft]) -> Held:
    """Folded surnames and nouns of those told as freed, held or moved."""
    people: set[str] = set()
    nouns: set[str] = set()
    for d in drafts:
        if d.type not in _CUSTODY or (d.source is not None and d.source.freed):
            continue
        if d.type in _TAKING and d.stand.mode in _NOT_DONE:
            continue  # "they tried to arrest him": he was not held
        people |= {surname(name) for name in d.names("person")}
        meant = [f.name.split()[-1].lower() for f in d.roles.get("group", ()) if f.inferred and f.name]
        nouns |= {form for w in meant for form in (w, w.removesuffix("s"))}  # "their release": the nuns'
        for m in d.slots.get("people", ()):
            if m.kind == "person":
                people.add(surname(m.name))
            elif m.kind == "group":
                nouns |= {m.noun, *([m.state.casefold()] if m.state else [])}
    kept = any(d.type in _KEEPING for d in drafts)
    let_go = any(d.type in LET_GO and d.stand.mode != "denied" for d in drafts if not _on_their_own(d))
    let_go = let_go or any(d.type == "CUSTODY_STATE" for d in drafts)  # "two others are still in the cells"
    return Held(frozenset(people), frozenset(nouns), kept, let_go)


def moves_nobody(d: Draft, held: Held, lexicon: Lexicon, *, brief: bool = False) -> bool:
    """Is it the journey of people whom the text tells neither as freed nor as held: an official's, say?

    A brief text need not say again who "two of the five" are. Of *more*, somebody is told freed or held.
    """
    more = [m.noun for m in d.slots.get("people", ())] == [_MORE]
    if more and not (held.people or held.nouns - {_MORE}):
        d.dropped = "nobody is told of whom there are more"
        return True
    if d.source is None or not d.source.freed:
        return False
    to = [m for m in d.slots.get("to", ()) if m.kind == "facility"]
    if to:
        d.sub = "facility_move"
    if to and (brief or any(m.noun in lexicon["nouns.prison"] for m in to)):
        return False
    if d.args is not None and out_of_prison(d.mentions, d.args):
        abroad = lexicon.pattern("prison_to_airport").search(d.args.after) is not None
        d.sub = "facility_move" if d.type == "TRANSFER" and not d.names("state") and not abroad else d.sub
        return False
    if d.source.shape == "recount":
        return not (held.people or held.nouns)
    pointing = brief and any(_points_to_some(m) for m in _meant(d))
    if not (pointing or held.let_go) and _on_their_own(d) and not _says_held(d, lexicon):
        d.dropped = "who is only told as taken goes nowhere by himself"
        return True
    if pointing or were_held(d, held, lexicon):
        return False
    d.dropped = "it does not move people who were held"
    return True


def _on_their_own(d: Draft) -> bool:
    """A journey that somebody makes, and nobody takes him on: "flew to Oslo", not "was flown"."""
    rule, args = d.source, d.args
    if d.type != "TRANSFER" or rule is None or args is None:
        return False
    return rule.freed and rule.shape == "intransitive" and not args.passive


def _says_held(d: Draft, lexicon: Lexicon) -> bool:
    """ "Of those released, nine went to Chad", "four of the prisoners flew": by its own sentence."""
    held = any({w.low, w.lemma} & lexicon["nouns.held"] for w in d.sentence.words)
    return held or _FREED.search(d.sentence.text) is not None or _comes_out(d, lexicon)


def were_held(d: Draft, held: Held, lexicon: Lexicon) -> bool:
    """Does the text tell any of its people as freed or held, or as members of a group that was?"""
    if d.whole is not None and d.type == "TRANSFER" and (held.people or held.nouns):
        return True
    return any(_was_held(d, m, held, lexicon) for m in _meant(d))


def _meant(d: Draft) -> list[Mention]:
    """Its people; of "Holt and others flew to Chad" Holt alone: the others are whoever is with him."""
    people = d.slots.get("people", [])
    named = any(m.kind == "person" and m.anaphor is None for m in people)
    return [m for m in people if m.text.lower() != "others"] if named else people


def _points_to_some(m: Mention) -> bool:
    """ "Two of the five", "the rest", "eleven": some of people told before."""
    return m.whole is not None or (
        m.anaphor is not None and (m.quantity is not None or m.anaphor in {"rest", "others"})
    )


def _called_held_behind(d: Draft, m: Mention, lexicon: Lexicon) -> bool:
    """ "A hiker *jailed in Iran* landed", "the seven Kenyans *held in Juba*": by what hangs on them."""
    s = d.sentence
    heads = [m.head]
    if m.noun in lexicon["nouns.aboard"]:  # "the crew of the ship seized by pirates"
        heads += s.objects(m.head, {"of", "from", "aboard"})
    below = [s.subtree(k.i) for h in heads for k in s.kids(h, "acl", "relcl") if k.i > h]
    told = [s.span_text(x[0], x[-1]) for x in below]
    return any(called_held(x, lexicon) or (len(heads) > 1 and _SEIZED.search(x)) for x in told)


def _was_held(d: Draft, m: Mention, held: Held, lexicon: Lexicon) -> bool:
    if m.anaphor is None and m.kind in {"person", "group"} and _called_held_behind(d, m, lexicon):
        return True
    words = {d.sentence[i].lemma for i in range(m.lo, m.hi + 1)}
    known = bool(held.people or held.nouns)
    if m.anaphor is None and m.kind in {"person", "group"} and _comes_out(d, lexicon):
        return not words & lexicon["nouns.office"]
    in_swap = m.anaphor is None and d.args is not None and d.args.passive
    if in_swap and known and d.args is not None and lexicon.pattern("in_a_swap").search(d.args.after):
        return True  # officials fly; who is flown out for others is no official
    if m.kind == "person" and m.anaphor is None:
        told = surname(m.name) in held.people or _is_carried(d, words, held, lexicon)
        phrase = d.sentence.span_text(*d.sentence.np(m.head))
        return told or called_held(phrase, lexicon) or _FREED.search(phrase) is not None
    if m.anaphor in {"he", "she"}:
        return any(surname(n) in held.people for n in d.names("person"))
    if words & lexicon["nouns.held"] or _FREED.search(m.text):
        return True
    if m.anaphor is not None or m.whole is not None:
        return known
    if words & lexicon["nouns.office"]:
        return False
    if m.definite and m.plural and m.noun in lexicon["nouns.anybody"] and m.hi == m.lo + 1:
        return known  # "the men": those told of before
    told = m.noun in held.nouns or (m.state or "").casefold() in held.nouns
    return told or (m.quantity is not None and known)


def _comes_out(d: Draft, lexicon: Lexicon) -> bool:
    """ "X landed in Oslo after ten months in a cell", "… after being freed": told by its own sentence."""
    main = d.sentence[d.trigger].dep in {"ROOT", "conj", "ccomp"}
    return main and lexicon.pattern("came_out").search(d.sentence.text) is not None


def _is_carried(d: Draft, words: Set[str], held: Held, lexicon: Lexicon) -> bool:
    """ "X and Y were flown to Oslo", where people are freed: officials fly, they are not flown."""
    if not (held.kept or held.nouns & lexicon["nouns.held nouns.captor"]):
        return False  # clubs let players go, too
    passive = d.args is not None and d.args.passive and bool(d.slots.get("to"))
    return passive and not words & lexicon["nouns.office nouns.kinship"]


# ── agents told elsewhere ──
_LED = frozenset({"person", "organisation", "group"})


def authority_states(drafts: Sequence[Draft], states: dict[str, str]) -> None:
    """A measure is a state's: beside the person who acts stands the state whose office he is said to hold."""
    told = _measure_states(drafts, "authority")
    for d in drafts:
        fillers = list(d.roles.get("authority", ()))
        if not d.type.startswith("SANCTION") or any(f.kind not in _LED for f in fillers):
            continue
        for f in fillers:
            leader = f.name if f.kind == "person" else led_by(f.name)
            if leader is None:
                continue
            state = states.get(surname(leader))
            if state is None and f.kind == "person" and len({x.name for x in told}) == 1:
                state = told[0].name
            if state is not None:
                d.add("authority", Filler(state, "state", None, True))


def measures_before(drafts: Sequence[Draft]) -> None:
    """ "agreed to lift them", "the ban was imposed in 2021": aimed at whom the measure named before was."""
    told: list[Draft] = []
    for d in (x for x in drafts if x.type.startswith("SANCTION")):
        if d.points_back and not d.names("target", "sector") and told:
            for role in ("target", "sector", "scope", "authority"):
                if not set(d.names(role)) - {UNSTATED}:
                    theirs = told[-1].roles.get(role, ())
                    if (
                        role == "authority" and d.type != told[-1].type
                    ):  # who lifts it need not have put it on
                        theirs = [f for f in theirs if f.kind != "person" and led_by(f.name) is None]
                    d.roles.pop(role, None)
                    d.add(role, *(Filler(f.name, f.kind, f.entity, True) for f in theirs))
        if d.names("target", "sector"):
            told.append(d)


def infer_agents(
    drafts: Sequence[Draft], bands: Set[str], states: Mapping[str, str], lexicon: Lexicon
) -> None:
    """Who acts, from the one state that the document tells as acting so; UNSTATED where it does not.

    Args:
        drafts: all of the document.
        bands: those who hold people and are no state: beside them no state is the only one.
        states: whose president or minister a person is called.
        lexicon: word classes.
    """
    told = {types: _agents_told(types, drafts, lexicon["nouns.regime"]) for types in _FAMILIES}
    taken = abducted(drafts)
    for d in drafts:
        role = _AGENT.get(d.type)
        if role is not None and not d.names(role):
            family = next(types for types in _FAMILIES if d.type in types)
            others = [(x, f) for x, f in told[family] if x is not d and f.name not in d.names("to")]
            beside = [f for x, f in others if f.kind != "person" or _told_by_then(x, d)]
            d.add(role, _agent(d, drafts, beside, bands, states, taken))
    for d in drafts:
        if d.type == "TRANSFER" and not d.names("mover"):
            d.add("mover", Filler(UNSTATED, "unstated"))
            d.voluntariness = d.voluntariness or "unstated"
        if d.type in {"SANCTION_EASE", "SANCTION_KEEP"} and not d.names("target"):
            _infer_target(d, drafts)
        if d.type == "TALKS" and len(d.names("participants")) == 1:
            d.add("participants", Filler(UNSTATED, "unstated"))


def _told_by_then(x: Draft, d: Draft) -> bool:
    """Who pardons some in the end of a report freed none of whom it told before; a measure has one author."""
    return d.type in MEASURES or x.sentence.start <= d.sentence.start


def _agent(
    d: Draft,
    drafts: Sequence[Draft],
    told: Sequence[Filler],
    bands: Set[str],
    states: Mapping[str, str],
    taken: Set[str],
) -> Filler:
    """Its own custody where that is told, else the one state, or head of one, that frees people here."""
    held = [f for f in d.roles.get("from", ()) if f.kind == "state"] if d.type in FREED else []
    captive = are_hostages(d) or not taken.isdisjoint(d.names("person", "group"))
    if len(held) == 1 and not captive:  # where a band held them is not who let them go
        return Filler(held[0].name, "state", None, True)
    if d.rule.startswith("release.swap") or (bands and d.type == "RELEASE") or captive:
        return Filler(UNSTATED, "unstated")
    measure = d.type in MEASURES
    mine = told if measure else [f for f in told if f.kind == "state"] or told
    mine = [] if measure and {f.name for f in mine} & set(d.names("target")) else mine
    if mine and len({f.name for f in mine}) == 1 and d.stand.mode != "background" and not at_home(d, drafts):
        state = states.get(surname(mine[0].name)) if mine[0].kind == "person" else None
        return Filler(state or mine[0].name, "state" if state else mine[0].kind, None, True)
    return Filler(UNSTATED, "unstated")


def sought_by(drafts: Sequence[Draft]) -> None:
    """ "Five men sought by Norway were freed": whoever wanted them out did not hold them, nor sent them off.

    Args:
        drafts: all of the document, with their roles.
    """
    for d in drafts:
        s = d.sentence
        wanted = (k for w in s.words if w.low in {"sought", "wanted"} for k in s.kids(w.i, "agent", "prep"))
        by = (o.i for k in wanted if k.low == "by" for o in s.kids(k.i, "pobj"))
        seeking = {n for i in by if (m := d.mentions.at(i)) is not None for n in (m.name, m.state)}
        roles = ("releaser", "from", "to") if d.type in {*FREED, "TRANSFER"} else ()
        if not any(f.inferred and f.name in seeking for r in roles[:2] for f in d.roles.get(r, ())):
            continue
        for r in roles:
            d.roles[r] = [f for f in d.roles.get(r, ()) if not f.inferred]
        if d.type in _AGENT and not d.roles["releaser"]:
            d.add("releaser", Filler(UNSTATED, "unstated"))


def _agents_told(types: Set[str], drafts: Sequence[Draft], rulers: Set[str]) -> list[tuple[Draft, Filler]]:
    """Agents that claims of a family name themselves, each with the first two claims that name it.

    Two are enough to know, of any claim, whether another one names it.
    """
    kinds = {"state", "person", *(["organisation"] if types is MEASURES else [])}
    naming: dict[tuple[str, str], list[Draft]] = {}
    out = []
    for x in drafts:
        if x.type not in types or x.stand.mode == "background":
            continue
        fillers = [f for r in ("releaser", "granter", "authority") for f in x.roles.get(r, ())]
        if types is MEASURES:  # "Treasury", beside the state whose it is
            fillers = [f for f in fillers if f.kind == "state"] or fillers
        for f in fillers:
            by = naming.setdefault((f.kind, f.name), [])
            ruling = f.kind == "organisation" and f.name.split()[-1].lower() in rulers
            if (
                f.name != UNSTATED
                and (ruling or (not f.inferred and f.kind in kinds))
                and len(by) < 2
                and not (by and by[0] is x)
            ):
                by.append(x)
                out.append((x, f))
    return out


def _infer_target(d: Draft, drafts: Sequence[Draft]) -> None:
    told = _measure_states(drafts, "target")
    if told and len({f.name for f in told}) == 1:
        d.add("target", Filler(told[0].name, "state", None, True))


def _measure_states(drafts: Sequence[Draft], role: str) -> list[Filler]:
    """The states that claims about measures name in a role."""
    return [
        f
        for x in drafts
        if x.type.startswith("SANCTION")
        for f in x.roles.get(role, ())
        if f.kind == "state" and not f.inferred
    ]
