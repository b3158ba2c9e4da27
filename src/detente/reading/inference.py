"""Fillers that stand elsewhere in the document, always marked as inferred; moves of people nobody held."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.reading.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.mentions import Mentions
from detente.reading.words import Sentence
from detente.records import UNSTATED, Filler


# ── what the document speaks against ──
def held_people(drafts: Sequence[Draft]) -> tuple[frozenset[str], frozenset[str]]:
    """Folded surnames and nouns of those told as freed, held or moved."""
    people: set[str] = set()
    nouns: set[str] = set()
    for d in drafts:
        if d.type in {"RELEASE", "CLEMENCY", "DETAIN", "SENTENCE", "CUSTODY_STATE"} and not (
            d.source is not None and d.source.freed
        ):
            for m in d.slots.get("people", ()):
                if m.kind == "person":
                    people.add(m.name.split()[-1].casefold())
                elif m.kind == "group":
                    nouns.add(m.noun)
                    if m.state:
                        nouns.add(m.state.casefold())
    return frozenset(people), frozenset(nouns)


def moves_nobody(d: Draft, freed: tuple[frozenset[str], frozenset[str]], lexicon: Lexicon) -> bool:
    if d.source is None or not d.source.freed:
        return False
    people, nouns = freed
    if any(m.kind == "facility" for m in d.slots.get("to", ())):
        d.sub = "facility_move"
        return False
    if d.source.shape == "recount":
        return not (people or nouns)
    ok = False
    for m in d.slots.get("people", ()):
        words = {d.sentence[i].lemma for i in range(m.lo, m.hi + 1)}
        if m.kind == "person" and m.anaphor is None:
            ok = ok or m.name.split()[-1].casefold() in people
        elif m.anaphor in {"he", "she"}:
            ok = ok or any(n.split()[-1].casefold() in people for n in d.names("person"))
        elif (
            words & lexicon["nouns.held"]
            or re.search(r"\b(?:freed|released|pardoned|jailed|detained|convicted)\b", m.text, re.I)
            or m.whole is not None
        ):
            ok = True
        elif m.anaphor is not None:
            ok = ok or bool(people or nouns) or m.quantity is not None or m.anaphor in {"rest", "others"}
        elif words & lexicon["nouns.office"]:
            continue
        elif (
            m.noun in nouns
            or (m.state or "").casefold() in nouns
            or (m.quantity is not None and bool(people or nouns))
        ):
            ok = True
    if not ok:
        d.dropped = "it does not move people who were held"
    return not ok


# ── agents told elsewhere ──
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
                out.setdefault(m.name.split()[-1].casefold(), state)
    return out


def _state_of(s: Sentence, ms: Mentions, i: int) -> str | None:
    for k in s.kids(i, "prep"):
        if k.low == "of":
            for p in s.kids(k.i, "pobj"):
                m = ms.at(p.i)
                if m is not None and m.kind == "state":
                    return m.name
    return None


def custodian(d: Draft, states: dict[str, str]) -> set[str]:
    """The states whose custody a release tells of: its releaser's, or where it says the people were held."""
    told = {
        f.name
        for r in ("releaser", "granter")
        for f in d.roles.get(r, ())
        if f.kind == "state" and f.name != UNSTATED
    }
    for r in ("releaser", "granter"):
        told |= {m.state for m in d.slots.get(r, ()) if m.state is not None and m.kind != "person"}
        told |= {
            states[f.name.split()[-1].casefold()]
            for f in d.roles.get(r, ())
            if f.kind == "person" and f.name.split()[-1].casefold() in states
        }
    return told


def custody_of(drafts: Sequence[Draft], states: dict[str, str]) -> None:
    """A release leaves the custody of its releaser: `from`, inferred, where the text does not say it."""
    for d in drafts:
        if d.type == "RELEASE" and not d.names("from"):
            for state in sorted(custodian(d, states)):
                d.add("from", Filler(state, "state", None, True))


def authority_states(drafts: Sequence[Draft], states: dict[str, str]) -> None:
    """A measure is a state's: beside the person who acts stands the state whose office he is said to hold."""
    told = [
        f
        for x in drafts
        if x.type.startswith("SANCTION")
        for f in x.roles.get("authority", ())
        if f.kind == "state" and not f.inferred
    ]
    for d in drafts:
        if not d.type.startswith("SANCTION") or any(f.kind != "person" for f in d.roles.get("authority", ())):
            continue
        for f in list(d.roles.get("authority", ())):
            state = states.get(f.name.split()[-1].casefold())
            if state is None and len({x.name for x in told}) == 1:
                state = told[0].name
            if state is not None:
                d.add("authority", Filler(state, "state", None, True))


def main_custody(drafts: Sequence[Draft], states: dict[str, str]) -> None:
    """The one state in whose custody the people of the document were, for releases and moves that do not say.

    Only where every release that says so names the same state; swaps have two sides and are left alone.
    """
    told: set[str] = set()
    for d in drafts:
        if d.type in {"RELEASE", "CLEMENCY"} and d.stand.mode != "denied":
            told |= custodian(d, states) | {f.name for f in d.roles.get("from", ()) if f.kind == "state"}
    if len(told) != 1:
        return
    home = next(iter(told))
    for d in drafts:
        if d.type == "TRANSFER" and not d.names("from") and home not in d.names("to"):
            d.add("from", Filler(home, "state", None, True))
        elif d.type == "RELEASE" and d.sub != "swap_release":
            if not d.names("from"):
                d.add("from", Filler(home, "state", None, True))
            if d.names("releaser") in ([], [UNSTATED]):
                d.roles["releaser"] = [Filler(home, "state", None, True)]


def infer_agents(drafts: Sequence[Draft]) -> None:
    roles = {
        "RELEASE": "releaser",
        "CLEMENCY": "granter",
        "SANCTION_EASE": "authority",
        "SANCTION_KEEP": "authority",
        "SANCTION_IMPOSE": "authority",
    }
    for d in drafts:
        role = roles.get(d.type)
        if role is None or d.names(role):
            continue
        family = (
            {"RELEASE", "CLEMENCY"}
            if d.type in {"RELEASE", "CLEMENCY"}
            else {"SANCTION_EASE", "SANCTION_KEEP", "SANCTION_IMPOSE"}
        )
        if d.source is not None and d.source.id.startswith("release.swap"):
            d.add(role, Filler(UNSTATED, "unstated"))
            continue
        told = [
            f
            for x in drafts
            if x.type in family and x is not d and x.stand.mode != "background"
            for r in ("releaser", "granter", "authority")
            for f in x.roles.get(r, ())
            if f.name != UNSTATED and not f.inferred and f.kind in {"state", "organisation", "person"}
        ]
        mine = [f for f in told if f.kind == "state"] or told
        if mine and len({f.name for f in mine}) == 1 and d.stand.mode != "background":
            d.add(role, Filler(mine[0].name, mine[0].kind, None, True))
        elif d.type == "RELEASE" and any(f.kind == "state" for f in d.roles.get("from", ())):
            held = next(f for f in d.roles["from"] if f.kind == "state")
            d.add(role, Filler(held.name, "state", None, True))
        else:
            d.add(role, Filler(UNSTATED, "unstated"))
    for d in drafts:
        if d.type == "TRANSFER" and not d.names("mover"):
            d.add("mover", Filler(UNSTATED, "unstated"))
            d.voluntariness = d.voluntariness or "unstated"
        if d.type in {"SANCTION_EASE", "SANCTION_KEEP"} and not d.names("target"):
            told = [
                f
                for x in drafts
                if x.type.startswith("SANCTION")
                for f in x.roles.get("target", ())
                if f.kind == "state" and not f.inferred
            ]
            if told and len({f.name for f in told}) == 1:
                d.add("target", Filler(told[0].name, "state", None, True))
        if d.type == "TALKS" and len(d.names("participants")) == 1:
            d.add("participants", Filler(UNSTATED, "unstated"))
