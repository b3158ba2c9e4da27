"""Round-ups, each piece under the name of its state: "Chad. Police held nine. Togo. A judge freed two"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.language.gazetteer import gazetteer
from detente.reading.clauses.draft import Draft
from detente.reading.discourse.custodians import at_home
from detente.reading.frames.nations import nations
from detente.reading.frames.whose_state import state_of
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.records import FREED, HANDS, LET_GO, UNSTATED, Filler

_ENDS = frozenset({".", ":"})


def under_their_state(text: str, page: Sequence[tuple[Sentence, Mentions]], drafts: Sequence[Draft]) -> None:
    """Let the state that a piece of a round-up is labelled with hold, try and free its people: inferred.

    Only in a text that labels two pieces so, and in a piece that speaks of no other state.

    Args:
        text: of the document.
        page: its sentences in order.
        drafts: all of the document.
    """
    pieces = [*_pieces(text, page)]
    for state, inside in pieces if len({x for x, _ in pieces}) > 1 else ():
        if any(_other(state, s, ms) for s, ms in inside):
            continue
        here = {id(s) for s, _ in inside}
        for d in (x for x in drafts if id(x.sentence) in here and x.type in HANDS):
            role, one = HANDS[d.type], Filler(state, "state", None, True)
            if d.sub == "abduct" or state in nations(d, {}) or (d.type in LET_GO and at_home(d, drafts)):
                continue
            if not set(d.names(role)) - {UNSTATED}:
                d.roles[role] = [one]
            if d.type in FREED and state in d.names(role) and not d.names("from"):
                d.add("from", one)


def _pieces(
    text: str, page: Sequence[tuple[Sentence, Mentions]]
) -> Iterator[tuple[str, list[tuple[Sentence, Mentions]]]]:
    """The labels, each with the sentences behind it to the end of the paragraph."""
    for n, (s, _) in enumerate(page):
        opens = not text[: s.start].rstrip(" \t") or text[: s.start].rstrip(" \t")[-1] == "\n"
        label = s.text.strip()
        if not opens or label[-1:] not in _ENDS or len(label) > 40:
            continue
        hits = [h for h in gazetteer().find(label) if h.kind == "state"]
        if len(hits) == 1 and hits[0].end - hits[0].start == len(label) - 1:
            end = text.find("\n", s.end)
            end = end if end >= 0 else len(text)
            yield hits[0].name, [x for x in page[n + 1 :] if x[0].start < end]


def _other(state: str, s: Sentence, ms: Mentions) -> bool:
    found = (ms.at(w.i) for w in s.words if w.tag[:2] in {"NN", "JJ"})
    return any(m is not None and {m.state, state_of(m)} - {None, state} for m in found)
