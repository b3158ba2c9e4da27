"""Of whom those are that are left out: nobody freed, or nobody on a list of measures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from detente.reading.clauses.draft import Draft, by_sentence
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.records import LET_GO, MEASURES

_BACK = 2
"""So many sentences back the list stands that somebody is not on."""


def left_out(page: Sequence[tuple[Sentence, Mentions]], drafts: list[Draft], lexicon: Lexicon) -> None:
    """Drop what points back to the freed where the sentence before tells of others only.

    "Seven were pardoned. Five others were left out. They include Ada Orlu": she was not.

    Args:
        page: sentences in order.
        drafts: all of the document; those that fall are taken out.
        lexicon: patterns.
    """
    told = by_sentence(drafts)
    for (before, _), (s, _) in pairwise(page):
        recalled = [d for d in told.get(id(s), ()) if d.recalls]
        if not recalled or lexicon.pattern("told_of_others").search(before.text) is None:
            continue
        if not any(d.type in LET_GO and d.stand.mode != "denied" for d in told.get(id(before), ())):
            for d in recalled:
                drafts.remove(d)


def not_among_the_listed(page: Sequence[tuple[Sentence, Mentions]], drafts: list[Draft]) -> None:
    """Drop who is told not to be on a list, where the list last told of is one of people under measures.

    "Canada sanctioned nine judges. Among them is not Ada Orlu": no word of her release.

    Args:
        page: sentences in order.
        drafts: all of the document, with their roles; those that fall are taken out.
    """
    told = by_sentence(drafts)
    for n, (s, _) in enumerate(page):
        off = [d for d in told.get(id(s), ()) if d.rule == "release.not_on_list"]
        if not off:
            continue
        lists = (told.get(id(before), ()) for before, _ in reversed(page[max(0, n - _BACK) : n]))
        last = next((x for x in lists if any(d.type in LET_GO or _lists_people(d) for d in x)), ())
        if last and not any(d.type in LET_GO for d in last):
            for d in off:
                drafts.remove(d)


def _lists_people(d: Draft) -> bool:
    return d.type in MEASURES and any(m.kind == "group" and m.human for m in d.slots.get("target", ()))
