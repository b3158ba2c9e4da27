"""Of what nation people are told to be, also where they are told by their number alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from detente.reading.clauses.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention, surname
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import PROPER, Sentence

_OTHERS = re.compile(r"\b(?:others?|rest|remaining|remainder)\b", re.I)


def nations_of_persons(drafts: Iterable[Draft], page: Sequence[tuple[Sentence, Mentions]]) -> None:
    """ "The Danish trader Ben Roth … Roth's release": he is a Dane wherever he is held or freed."""
    told: dict[str, set[str]] = {}
    for s, ms in page:
        for w in s.words:
            m = ms.at(w.i) if w.tag in PROPER else None
            if m is not None and m.head == w.i and m.kind == "person" and m.state is not None:
                told.setdefault(surname(m.name), set()).add(m.state)
    for d in drafts if told else ():
        d.slots["people"] = [_of_nation(m, told) for m in d.slots.get("people", ())]


def _of_nation(m: Mention, told: dict[str, set[str]]) -> Mention:
    states = told.get(surname(m.name), set()) if m.kind == "person" and m.state is None else set()
    return replace(m, state=next(iter(states))) if len(states) == 1 else m


def nations_told(drafts: Iterable[Draft]) -> dict[str, str]:
    """Names of groups with their one nation: "two of the five Danes", and with them "the other three"."""
    told: dict[str, set[str]] = {}
    whole: str | None = None
    for d in drafts:
        for m in (m for m in d.slots.get("people", ()) if m.kind == "group"):
            if m.state is not None:
                told.setdefault(m.name, set()).add(m.state)
            elif whole is not None and _is_rest(m):
                told.setdefault(m.name, set()).add(whole)
            if m.whole is not None:
                whole = m.state
    return {name: next(iter(states)) for name, states in told.items() if len(states) == 1}


def nations(d: Draft, told: dict[str, str]) -> set[str]:
    """The states whose people they are, or are told to be among."""
    people: Sequence[Mention] = d.slots.get("people", ()) if d.whole is None else [d.whole]
    found = {m.state for m in people if m.kind in {"group", "person"} and m.state is not None}
    named = [m.head for m in people if m.kind == "person"]
    beside = (d.mentions.at(k.i) for i in named for k in d.sentence.kids(i, "appos"))  # "X, a Danish baker"
    found |= {x.state for x in beside if x is not None and x.human and x.state is not None}
    found |= {
        x.state for m in people if (x := _said_of(d, m)) is not None and x.human and x.state is not None
    }
    return found or {told[name] for name in d.names("group") if name in told}


def _said_of(d: Draft, m: Mention) -> Mention | None:
    """ "*The Danes* were drivers arrested in May": of whom it is said that they are so."""
    w = d.sentence[m.head] if m.head < len(d.sentence) else None
    subject = d.sentence.kid(w.head, "nsubj") if w is not None and w.dep == "attr" else None
    return d.mentions.at(subject.i) if subject is not None else None


def at_odds(d: Draft, lexicon: Lexicon) -> bool:
    """ "The Russian dissident Ilya Marr": at odds with the state he is of, which may be who held him."""
    people = [*d.slots.get("people", ()), *([d.whole] if d.whole is not None else ())]
    words = {word for m in people for word in (m.noun, *m.text.lower().split())}
    return not words.isdisjoint(lexicon["nouns.dissenting"])


def _is_rest(m: Mention) -> bool:
    """ "The others", "the other three": those of a whole that the part told before leaves."""
    return m.anaphor is not None and _OTHERS.search(m.text) is not None
