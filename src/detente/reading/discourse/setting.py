"""Where a report is set: the state whose courts and prisons it tells of, or that it is sent from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.language.gazetteer import gazetteer
from detente.reading.clauses.draft import Draft
from detente.reading.discourse.in_their_hands import are_hostages
from detente.reading.frames.whose_state import situated, state_of
from detente.reading.nouns.mention import Mention
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.records import FREED, Article

_THERE = frozenset({"in", "at", "near", "of", "outside"})
_FREEING = ("releaser", "granter")
_INSIDE = frozenset({"prisoner", "detainee", "inmate", "convict"})
_LABEL = re.compile(r"\s*(?:[\w ]+[–—:-] )?([A-Z][\w’' -]+?)(?:: | [–—] |\. )")


def setting(
    article: Article, page: Sequence[tuple[Sentence, Mentions]], drafts: Sequence[Draft]
) -> str | None:
    """The state in whose custody the people of a report are, as far as its scenery tells.

    Its courts, police and prisons all stand in one state; or they stand nowhere, and it is labelled with a
    state ("CHAD: Nine freed"), is sent from a state that it speaks of, or speaks of one state alone, of its
    junta or of those who dissent there: where nobody is told to arrive and where no person of an untold
    state frees anybody.
    """
    body = [(s, ms) for s, ms in page if not any(h.start <= s.start < h.end for h in article.headings)]
    there = {state for s, ms in body for state in _custodians(s, ms)}
    if there:
        titled = {state for s, ms in page for state in _custodians(s, ms)}  # "Chadian court bails five"
        return next(iter(there)) if len(titled) == 1 else None
    unknown = any(
        f.kind == "person" for d in drafts if d.type in FREED for r in _FREEING for f in d.roles.get(r, ())
    )
    home = _label(article) or sent_from(article)
    spoken = {state for s, ms in body for m in _all(ms, s) if (state := _whose(m)) is not None}
    penal = {state for s, ms in page for state in _penal(s, ms)} if not _of_bands(page) else set()
    if len(penal) == 1 and spoken <= penal and home in {None, *penal}:
        (one,) = penal
        return one if not _led_to(one, drafts) and not _of_its_own(one, drafts) else None
    if home is not None and (home in spoken or (not spoken and not unknown)):
        theirs = _led_to(home, drafts) or _glad_of_them(home, article, page, drafts)
        return home if not theirs else None
    if unknown:
        return None
    named = {*spoken, *(state for s, ms in page for m in _all(ms, s) if (state := _whose(m)) is not None)}
    scenes = {state for s, ms in page for state in _scenes(s, ms)} if len(named) == 1 else set()
    if not scenes or scenes != named or any(are_hostages(d) for d in drafts):
        return None
    (home,) = named
    return home if not _led_to(home, drafts) and not _of_its_own(home, drafts) else None


def _scenes(s: Sentence, ms: Mentions) -> Iterator[str]:
    """ "The defenders in Chad", "Chad's junta": where dissent is, and who rules there."""
    for w in s.words:
        m = ms.at(w.i) if w.lemma in ms.lex["nouns.dissenting nouns.held nouns.regime"] else None
        if m is None or m.head != w.i:
            continue
        if m.state is not None and w.lemma in ms.lex["nouns.regime"]:
            yield m.state
        for place in (ms.at(i) for i in s.objects(w.i, {"in"})):
            if place is not None and (state := _whose(place)) is not None:
                yield state


def _of_bands(page: Sequence[tuple[Sentence, Mentions]]) -> bool:
    """Does the report tell of rebels or kidnappers, who may be those that held them?"""
    return any(
        w.lemma in ms.lex["nouns.rebel nouns.abductor nouns.hostage"] or w.text == "Front"
        for s, ms in page
        for w in s.words
    )


def _penal(s: Sentence, ms: Mentions) -> Iterator[str]:
    """ "The Chadian pardon", "Chad's ministry of justice": the state that holds people and forgives them.

    Other ministries speak for their own people abroad, too.
    """
    for w in s.words:
        grace = w.lemma in ms.lex["nouns.own_grace"]
        m = ms.at(w.i) if grace or w.lemma in ms.lex["nouns.office nouns.official"] else None
        if m is None or not (grace or ms.lex.pattern("of_prisons").search(m.text)):
            continue
        if not grace and s[w.head].lemma in ms.lex["verbs.crediting verbs.welcome"]:
            continue  # "Chad's justice minister welcomed their release": it may be anybody's deed
        hits = (ms.hit_at(k.i) for k in s.kids(w.i, "compound", "amod", "poss", "nmod"))
        found = {
            hit.actor or hit.name for hit in hits if hit is not None and hit.kind in {"state", "demonym"}
        }
        found |= {m.state} if m.state is not None else set()
        if len(found) == 1:
            yield found.pop()


def _label(article: Article) -> str | None:
    """The state that a report is labelled with: "CHAD: Nine freed", "Press statement – Chad: nine freed"."""
    label = _LABEL.match(article.text)
    hits = [h for h in gazetteer().find(label[1].title()) if h.kind == "state"] if label is not None else []
    return (
        hits[0].name
        if len(hits) == 1 and label and len(label[1]) - (hits[0].end - hits[0].start) < 2
        else None
    )


def _glad_of_them(
    home: str, article: Article, page: Sequence[tuple[Sentence, Mentions]], drafts: Sequence[Draft]
) -> bool:
    """Is it where they come home to: "home at last", "Swedish citizen freed", "Berlin welcomes …"?"""
    lex = page[0][1].lex
    if lex.pattern("glad_to_have_back").search(article.text):
        return True
    for s, ms in page:
        for m in _all(ms, s):
            if m.kind == "group" and m.state == home and (m.noun in lex["nouns.citizen"] or _by_nation(m)):
                return True
    welcomes = [d for d in drafts if d.rule == "statement.welcome"]
    return any(
        home in {m.state, _whose(m)}
        for d in welcomes
        for m in _all(d.mentions, d.sentence)
        if m.lo < d.trigger
    )


def _by_nation(m: Mention) -> bool:
    """ "Two Norwegians": called by their nation alone."""
    return any(h.kind in {"demonym", "people"} for h in gazetteer().find(m.text.split()[-1]))


def _led_to(home: str, drafts: Sequence[Draft]) -> bool:
    """Is anybody told to arrive there from elsewhere?"""
    return any(d.type == "TRANSFER" and d.sub != "facility_move" and home in d.names("to") for d in drafts)


def _of_its_own(home: str, drafts: Sequence[Draft]) -> bool:
    """ "Nine Danes are free": the only state told of is whose people they are, and not who held them."""
    freed = [m for d in drafts if d.type in FREED for m in d.slots.get("people", ())]
    return any(m.state == home and m.noun not in _INSIDE for m in freed)


def sent_from(article: Article) -> str | None:
    """The state in which the place of the dateline lies."""
    hits = gazetteer().find(article.dateline_place or "")
    codes = {h.code for h in hits if h.code and h.kind in {"capital", "city", "state", "region"}}
    info = gazetteer().state(codes.pop()) if len(codes) == 1 else None
    return None if info is None else info.name


def _custodians(s: Sentence, ms: Mentions) -> Iterator[str]:
    """The states in which the courts, police and prisons of a sentence stand."""
    for w in s.words:
        m = ms.at(w.i) if w.lemma in ms.lex["nouns.custodian"] else None
        if m is None or m.head != w.i:
            continue
        own = m.state if m.state is not None else state_of(situated(m, s, ms))
        if own is not None:
            yield own
            continue
        fronted = s.kids(w.head, "prep") if w.dep == "nsubj" else []
        for k in (*s.kids(w.i, "prep"), *(k for k in fronted if k.i < w.i)):
            for p in s.kids(k.i, "pobj") if k.low in _THERE else ():
                place = ms.at(p.i)
                state = _whose(place) if place is not None else None
                if state is not None:
                    yield state


def _all(ms: Mentions, s: Sentence) -> Iterator[Mention]:
    for w in s.words:
        m = ms.at(w.i) if w.tag[:2] in {"NN", "JJ"} else None
        if m is not None:
            yield m


def _whose(m: Mention) -> str | None:
    """The state that is named, or whose city or government is."""
    return state_of(m) if m.kind in {"state", "organisation", "place", "facility"} else None
