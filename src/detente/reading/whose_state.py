"""Of which state a person or a place is, by the words of its own sentence."""

from __future__ import annotations

from collections.abc import Sequence

from detente.language.gazetteer import gazetteer
from detente.reading.mention import Mention, surname
from detente.reading.mentions import Mentions
from detente.reading.words import Sentence


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
