"""Who was out and is taken once more: an arrest of its own kind (CODEBOOK D1, re_detain)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.nouns.mention import surname

_OUT = frozenset({"RELEASE", "TRANSFER"})
_DONE = frozenset({"performed", "background"})
_AGAIN = re.compile(r"\b(?:once )?(?:again|anew|once more)\b", re.IGNORECASE)
_TAKING = frozenset({None, "arrest"})
_NEAR = 60
_NO_DAY = "9"
"""Later than any day."""


def taken_again(drafts: Sequence[Draft]) -> None:
    """Call an arrest a second one where its words say so, or where the report told its people as out before.

    Args:
        drafts: all of the document, times and names told.
    """
    for d in drafts:
        if d.type == "RELEASE" and d.stand.mode == "performed" and _only_for_a_while(d):
            d.stand.mode = "background"
    out: dict[str, str] = {}  # surname → the first day on which the text so far tells them as out
    for d in sorted(drafts, key=lambda d: (d.sentence.start, d.trigger, d.type in _OUT)):
        if d.stand.mode not in _DONE:
            continue
        if d.type in _OUT and d.sub != "facility_move" and d.time is not None:
            day = d.time.start or d.time.end or _NO_DAY
            out.update((name, min(day, out.get(name, day))) for name in _surnames(d))
        elif d.type == "DETAIN" and d.sub in _TAKING and (_says_so(d) or _was_out(d, out)):
            d.sub = "re_detain"


def _only_for_a_while(d: Draft) -> bool:
    """ "They freed her, and then took her back to her cell": she was out no longer than that."""
    s = d.sentence
    return d.mentions.lex.pattern("out_and_back").match(s.text[s[d.trigger].end - s.start :]) is not None


def _says_so(d: Draft) -> bool:
    """ "Was arrested again", "re-arrested"."""
    s, w = d.sentence, d.sentence[d.trigger]
    behind = s.text[w.end - s.start : w.end - s.start + _NEAR]
    own = _AGAIN.search(re.split(r"[,.;]| (?:and|but|after|before) ", behind)[0])
    return w.low.startswith("re-") or own is not None


def _was_out(d: Draft, out: Mapping[str, str]) -> bool:
    """Is one of the same name told as out, earlier in the text and on no later day that is told?"""
    t = d.time
    if d.stand.mode != "performed" or t is None or t.start is None or t.basis == "publication_bound":
        return False
    day = t.end or t.start
    return any(out.get(name, _NO_DAY) <= day for name in _surnames(d))


def _surnames(d: Draft) -> set[str]:
    return {surname(name) for name in d.names("person")}
