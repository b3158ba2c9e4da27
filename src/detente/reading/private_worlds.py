"""Games, films and firms keep order and bargain as courts and states do: none of it is of our world."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from detente.reading.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.mention import Mention
from detente.reading.words import Word

PENAL = frozenset({"SENTENCE", "HARM"})
_BARGAINERS = ("private", "work", "money", "sport", "parish", "discipline", "town")
"""Worlds whose people bargain and meet among themselves; ``worlds.toml`` says who they are."""
_FEW = 3


def no_court(d: Draft, sport: int, ours: int, lexicon: Lexicon) -> str | None:
    """Why a charge, a penalty or a beating is one of a game; None where it is not.

    Args:
        d: the draft.
        sport: how many words of sport stand in its text.
        ours: how many words of custody and of those who hold in law.
        lexicon: word classes.
    """
    if any(_called(d, w, ("sport", "discipline"), lexicon) for w in _agents(d)):
        return "who keeps order in a game or a trade tries nobody"
    tried = any(w.lemma in lexicon["nouns.court"] for w in d.sentence.words)
    if not tried and sport >= _FEW and sport > ours:
        return "the text speaks of another world (sport)"
    return None


def among_themselves(d: Draft, lexicon: Lexicon) -> bool:
    """ "The company has concluded its talks with the unions": no state and nobody in office sits there.

    Args:
        d: a draft of talks.
        lexicon: word classes.
    """
    seated = [m for r in ("participants", "host", "mediator", "between") for m in d.slots.get(r, ())]
    if not seated or any(_in_office(d, m, lexicon) for m in seated):
        return False
    return any(_called(d, w, _BARGAINERS, lexicon) for m in seated for w in _words(d, m))


def _agents(d: Draft) -> Iterator[Word]:
    slots = (d.slots.get(r, ()) for r in ("authority", "alleged_actor", "court"))
    return (d.sentence[m.head] for m in chain.from_iterable(slots))


def _words(d: Draft, m: Mention) -> Iterator[Word]:
    return (d.sentence[i] for i in range(m.lo, m.hi + 1))


def _in_office(d: Draft, m: Mention, lexicon: Lexicon) -> bool:
    if m.kind == "state" or m.anaphor is not None:
        return True
    office = lexicon["worlds.authority nouns.envoy worlds.measures"]
    low = {x for w in _words(d, m) for x in (w.low, w.lemma)} | {t.lower() for t in m.titles}
    return bool(low & office)


def _called(d: Draft, w: Word, worlds: tuple[str, ...], lexicon: Lexicon) -> bool:
    return any({w.low, w.lemma} & lexicon[f"worlds.{x}"] for x in worlds)
