"""Whom "they include" names right behind those who were left out: nobody freed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from detente.reading.clauses.draft import Draft, by_sentence
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.records import LET_GO


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
