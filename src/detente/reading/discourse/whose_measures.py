"""Whose a measure is that its own sentence does not say: told beside it, by who speaks, or by what it is on.

Never one authority's from another's (CODEBOOK §8.6): only where the document names one alone, and the measure
is the very one that it is named for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from detente.language.gazetteer import gazetteer
from detente.reading.clauses.draft import Draft
from detente.reading.frames.whose_state import state_of
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention, surname
from detente.reading.shapes.sanction_shapes import whose_list, words
from detente.records import UNSTATED, Attribution, Filler

_TREASURY, _AMERICA = "Treasury", "United States"
_HAVE_ONE = frozenset({_AMERICA, "United Kingdom"})
_OWN_TO_SAY = frozenset({"SANCTION_KEEP", "SANCTION_EASE"})
_TELLING = frozenset({"state", "demonym", "office"})
_OF_A_LEADER = re.compile(
    r"(?:[Tt]he )?(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*?)(?:[’']s)? "
    r"(?:administration|government|cabinet)"
)
_NEAR = 400
"""So many letters behind a measure it is still *the* measure."""
_SAID = frozenset({"asserted", "denied", "promised", "intended", "agreed"})


def whose_measures(drafts: Sequence[Draft], states: Mapping[str, str], lexicon: Lexicon) -> None:
    """Name the authority of a measure, inferred, where the document tells it elsewhere.

    Args:
        drafts: all of the document.
        states: whose president or minister a person is called.
        lexicon: word classes.
    """
    measures = [d for d in drafts if d.type.startswith("SANCTION")]
    for d in measures:
        owner = whose_list(d.sentence.text) if _unnamed(d) or _by_an_office(d) else None
        if owner is not None:
            _give(d, Filler(owner, "state"))
    for d in measures:
        if not _named(d, lexicon) and (found := _speaks_for(d, states, lexicon)) is not None:
            _give(d, found)
    told = {f.name: f for d in measures for f in _authorities(d)}
    if any(map(_is_union, told)):
        told = {name: f for name, f in told.items() if name.casefold() not in words("unions")}
    if len(told) != 1:
        return
    one = next(iter(told.values()))
    theirs = [d for d in measures if d.names("authority") and not _unnamed(d)]
    for d in measures:
        if _unnamed(d) and any(_the_same(d, x, lexicon) for x in theirs):
            _give(d, one)


def own_measures(drafts: Sequence[Draft]) -> None:
    """ "The Union said that its own ban remained": of a state or body that speaks, it is its own.

    Where nobody else's is named; before any authority is inferred from the rest of the document.
    """
    for d in drafts:
        if d.type.startswith("SANCTION"):
            _beside_officials(d)
        if d.type in _OWN_TO_SAY and _unnamed(d) and d.attribution:
            said = d.attribution[-1].name
            hit = next((h for h in gazetteer().find(said) if h.name == said), None)
            if hit is not None and hit.kind in {"state", "body"}:
                _give(d, Filler(said, "state" if hit.kind == "state" else "organisation"))
    _of_the_bloc(drafts)


def treasuries(drafts: Sequence[Draft], text: str) -> None:
    """ "Treasury issued a licence": by that name alone it is that of the United States.

    With an article it is that of the one state of the two with such a body that the document names.

    Args:
        drafts: all of the document.
        text: of the document.
    """
    measures = [d for d in drafts if d.type.startswith("SANCTION") and _TREASURY in _told_by_name(d)]
    if not measures:
        return
    words = (m.text for d in measures for m in d.slots.get("authority", ()) if m.name == _TREASURY)
    bare = any(not w.lower().startswith("the ") for w in words)
    named = {h.actor or h.name for h in gazetteer().find(text) if h.kind in {*_TELLING, "body", "capital"}}
    told = {_AMERICA} if bare else named & _HAVE_ONE
    for d in measures if len(told) == 1 else ():
        if not any(f.kind == "state" for f in d.roles.get("authority", ())):
            d.add("authority", Filler(next(iter(told)), "state", None, True))


def _told_by_name(d: Draft) -> set[str]:
    return {*d.names("authority"), *(m.name for m in d.slots.get("authority", ()))}


def _of_the_bloc(drafts: Sequence[Draft]) -> None:
    """ "The bloc imposed them in 2012", "Ministers also struck six names": those of the union told before.

    Args:
        drafts: all of the document, in order.
    """
    union: Filler | None = None
    others = False
    for d in drafts:
        if not d.type.startswith("SANCTION"):
            continue
        for m in d.slots.get("authority", ()):
            if union is None or m.hit is not None or m.state is not None or " " in m.name:
                continue
            if m.noun in words("unions") or (m.noun in words("of_a_union") and not others):
                d.add("authority", Filler(union.name, union.kind, None, True))
        for f in d.roles.get("authority", ()):
            if _is_union(f.name):
                union = Filler(f.name, "organisation")
            elif f.kind == "state":
                others = True


def _is_union(name: str) -> bool:
    hit = next((h for h in gazetteer().find(name) if h.name == name), None)
    return hit is not None and hit.kind == "body" and "nion" in name


def organs_at_home(drafts: Sequence[Draft], home: str | None, lexicon: Lexicon) -> None:
    """ "BERN – The Federal Council decided to lift …": an organ of no told state acts for the one at home.

    Args:
        drafts: all of the document.
        home: the state that the report is sent from, where it is known.
        lexicon: word classes.
    """
    measures = [d for d in drafts if d.type.startswith("SANCTION")]
    told = {f.name for d in measures for f in _authorities(d) if f.kind == "state"}
    if home is None or told - {home}:
        return
    for d in measures:
        organs = [f for f in d.roles.get("authority", ()) if f.name != UNSTATED]
        nouns = {f.name.casefold().split()[-1] for f in organs if f.kind == "organisation"}
        alone = len(nouns) == 1 == len(organs) and nouns <= lexicon["nouns.state_organ"]
        if alone and home not in d.names("target"):
            d.add("authority", Filler(home, "state", None, True))


def _beside_officials(d: Draft) -> None:
    """ "EU ministers", "the French cabinet": whose officials act is said there."""
    for m in d.slots.get("authority", ()):
        hits = [h for h in gazetteer().find(m.name) if h.kind in _TELLING or h.code == "EU"]
        hits = [h for h in hits if h.code and (h.actor is not None if h.kind == "office" else h.start == 0)]
        names = {h.actor or h.name for h in hits}
        body = m.hit is not None and m.hit.kind == "body"
        if m.kind in {"group", "organisation"} and len(names) == 1 and m.name not in names and not body:
            union = hits[0].code == "EU"
            d.add("authority", Filler(names.pop(), "organisation" if union else "state"))


def led_by(name: str) -> str | None:
    """ "The Holt administration", "Ada Orlu's government": the leader who tells whose it is."""
    found = _OF_A_LEADER.fullmatch(name)
    return found.group("name") if found is not None else None


def _unnamed(d: Draft) -> bool:
    return not set(d.names("authority")) - {UNSTATED}


def _by_an_office(d: Draft) -> bool:
    """ "The Department designated two firms under Executive Order 13818": by its bare noun alone."""
    told = d.slots.get("authority", ())
    return bool(told) and all(m.name.lower() == m.noun and m.state is None for m in told)


def _named(d: Draft, lexicon: Lexicon) -> bool:
    """Does it say whose it is by more than "the government"?"""
    plain = [m for m in d.slots.get("authority", ()) if not _office_alone(m, lexicon)]
    return bool(plain) or any(f.kind == "state" for f in d.roles.get("authority", ()))


def _office_alone(m: Mention, lexicon: Lexicon) -> bool:
    return m.noun in lexicon["nouns.official"] and m.state is None and m.hit is None


def _authorities(d: Draft) -> list[Filler]:
    """The states that are told as authorities, a ministry standing for its own."""
    out = [f for f in d.roles.get("authority", ()) if f.kind == "state"]
    for m in d.slots.get("authority", ()):
        state = state_of(m) or _nation_in(m.name)
        if state is not None:
            out.append(Filler(state, "state"))
        elif m.anaphor is None and m.kind == "organisation" and led_by(m.name) is None:
            out.append(Filler(m.name, "organisation"))
    return out


def _give(d: Draft, one: Filler) -> None:
    if _unnamed(d):
        d.roles["authority"] = []
    d.add("authority", Filler(one.name, one.kind, None, True))


def _speaks_for(d: Draft, states: Mapping[str, str], lexicon: Lexicon) -> Filler | None:
    """ "Her cabinet will not ease its bans, Estonia's premier said": what is kept or promised is hers."""
    if d.type not in _OWN_TO_SAY or d.stand.mode not in _SAID or not d.attribution:
        return None
    said = d.attribution[-1]
    state = states.get(surname(said.name)) or _state_in(said, lexicon)
    return None if state is None else Filler(state, "state")


def _state_in(said: Attribution, lexicon: Lexicon) -> str | None:
    """ "The French interior minister": whose he is, by his title."""
    words = {w.casefold() for w in said.name.split()}
    if said.kind != "official" or not words & lexicon["nouns.official"]:
        return None
    return _nation_in(said.name)


def _nation_in(name: str) -> str | None:
    hits = [h for h in gazetteer().find(name) if h.kind in {"state", "demonym", "office"}]
    found = {h.actor or h.name for h in hits if not h.code.isdigit()}  # a continent is no state
    return found.pop() if len(found) == 1 else None


def _points_back(d: Draft, lexicon: Lexicon) -> bool:
    """ "The sanctions were extended": those just told, where nothing says on what else they are."""
    s = d.sentence
    nouns = [
        w for w in s.words[d.lo : d.hi + 1] if w.lemma in lexicon["nouns.sanction"] and w.tag[:2] == "NN"
    ]
    pointed = any(k.low in {"the", "these", "those"} for w in nouns for k in s.kids(w.i, "det"))
    return pointed and not any(s.kid(w.i, "poss") for w in nouns)


def _the_same(d: Draft, told: Draft, lexicon: Lexicon) -> bool:
    """Is it the measure ``told`` speaks of: in the same words, on the same, or on "the company"?"""
    if told.sentence is d.sentence and (d.stand.modifier or d.rule == "impose.noun_aid"):
        return True  # "the sanctions imposed in 2021 remain", told with an authority
    near = 0 < d.sentence.start - told.sentence.end < _NEAR
    listed = d.rule == "keep.listed" and told.rule == "ease.delist"
    if near and (_points_back(d, lexicon) or (listed and not gazetteer().find(d.sentence.text))):
        return True  # "two were struck off the list. Three stay listed": on the list that is spoken of
    mine, theirs = set(d.names("target")), set(told.names("target"))
    if mine & theirs and not any(f.inferred for f in d.roles.get("target", ())):
        return True
    points = [
        m
        for m in d.slots.get("target", ())
        if m.definite and m.noun in lexicon["nouns.firm"] and d.sentence[m.head].text.islower()
    ]
    return bool(points) and told.sentence.start < d.sentence.start
