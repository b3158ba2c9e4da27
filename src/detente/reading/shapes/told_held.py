"""Whom a text tells as held, by their names and nouns: what is asked of each of its claims, found at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from detente.reading.clauses.arguments import Arguments
from detente.reading.clauses.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention, surname
from detente.reading.nouns.mentions import Mentions


def called_held(text: str, lexicon: Lexicon) -> bool:
    """Does a phrase call people held: "the prisoner Ira Holt", not "the former prisoner"?"""
    pattern = lexicon.pattern
    return pattern("being_held").search(text) is not None and pattern("set_free").search(text) is None


class ToldHeld:
    """The drafts that tell people as held, with those of other sentences that are surely of our world.

    Args:
        held: drafts that tell people as arrested, sentenced, held or pardoned, in the order of the text.
        ours: drafts that show the text to be of our world, in that order; they speak for other sentences.
    """

    def __init__(self, held: Sequence[Draft], ours: Sequence[Draft]) -> None:
        self._held, self._ours = held, ours
        self._held_by, self._ours_by = _by_key(held), _by_key(ours)

    def anybody(self, d: Draft) -> bool:
        """Is anybody told as held, itself among them, or anything of our world in another sentence?"""
        return bool(self._held) or any(True for _ in _of_others(d, self._ours))

    def by_a_word(self) -> bool:
        """Are people told as taken or tried who are called by a name or a noun of their own?"""
        taken = (d for d in self._held if d.type != "CUSTODY_STATE")
        return any(m.human and m.anaphor is None for d in taken for m in d.slots.get("people", ()))

    def before(self, d: Draft) -> bool:
        """Is anybody else told as held, or anything of our world, up to its sentence?"""
        first = next((x for x in self._held if x is not d), None)
        other = next(_of_others(d, self._ours), None)
        return any(x is not None and x.sentence.start <= d.sentence.start for x in (first, other))

    def elsewhere(self, d: Draft) -> bool:
        """Are the same people told as arrested, sentenced or pardoned by another clause?"""
        return any(
            any(x is not d for x in self._held_by.get(key, ()))
            or any(True for _ in _of_others(d, self._ours_by.get(key, ())))
            for key in _keys(d)
        )


def _of_others(d: Draft, drafts: Iterable[Draft]) -> Iterator[Draft]:
    return (x for x in drafts if x.sentence is not d.sentence)


def _by_key(drafts: Iterable[Draft]) -> dict[str, list[Draft]]:
    out: dict[str, list[Draft]] = {}
    for d in drafts:
        for key in _keys(d):
            out.setdefault(key, []).append(d)
    return out


def _keys(d: Draft) -> set[str]:
    return {_key(m) for m in d.slots.get("people", ())} - {""}


def _key(m: Mention) -> str:
    return surname(m.name) if m.kind == "person" and m.anaphor is None else m.noun


def out_of_prison(ms: Mentions, a: Arguments) -> bool:
    """ "moved from his cell to a clinic": does the clause say that a prison is where from?"""
    told = (ms.at(i) for i in a.preps.get("from", ()))
    return any(x is not None and x.kind == "facility" for x in told)
