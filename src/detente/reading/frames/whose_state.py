"""Of which state a person or a place is, by the words of its own sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.language.gazetteer import gazetteer
from detente.reading.nouns.mention import Mention, surname
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence


def states_of_persons(sentences: Sequence[tuple[Sentence, Mentions]]) -> dict[str, str]:
    """Whose president or minister a person is called: "Belarusian President X", "Y, president of Z"."""
    out: dict[str, str] = {}
    for s, ms in sentences:
        for w in s.words:
            office = w.tag == "NN" and w.lemma in ms.lex["nouns.office"]
            if not (w.tag == "NNP" or office) or w.dep == "compound":
                continue
            m = ms.at(w.i)
            if m is None or m.kind != "person" or m.anaphor is not None:
                continue
            state = m.state if m.titles or office else None
            for k in s.kids(m.head, "appos"):
                behind = ms.at(k.i)
                if behind is not None and k.lemma in ms.lex["nouns.office"]:
                    state = state or behind.state or _state_of(s, ms, k.i)
            if state is not None:
                out.setdefault(surname(m.name), state)
    return out


def _state_of(s: Sentence, ms: Mentions, i: int) -> str | None:
    for k in s.kids(i, "prep"):
        if k.low == "of":
            for p in s.kids(k.i, "pobj"):
                m = ms.at(p.i)
                if m is not None and m.kind == "state":
                    return m.name
    return None


def state_of(m: Mention) -> str | None:
    """The state that a mention is, is of, or lies in."""
    if m.state is not None and m.kind in {"state", "organisation", "place", "facility"}:
        return m.state
    if m.hit is None or not m.hit.code:
        return None
    info = gazetteer().state(m.hit.code)
    return None if info is None else info.name


def situated(place: Mention, s: Sentence, ms: Mentions) -> Mention:
    """ "Halden airport" lies where Halden does, "Orlu, Chad" in Chad."""
    if place.state is not None or place.kind not in {"place", "facility", "organisation"}:
        return place
    codes = set[str]()
    for i in range(place.lo, place.hi + 1):
        hit = ms.hit_at(i)
        codes |= {hit.code} if hit is not None and hit.kind in {"city", "capital", "state"} else set()
    info = gazetteer().state(codes.pop()) if len(codes) == 1 else None
    behind = [k.i for k in s.kids(place.head, "appos", "npadvmod") if k.i == place.hi + 2]
    state = info.name if info is not None else None
    for i in behind if state is None and place.hit is None else ():
        hit = ms.hit_at(i)
        state = hit.name if hit is not None and hit.kind == "state" and s[i - 1].tag == "," else None
    return replace(place, state=state) if state is not None else place
