"""The terms of a licence: its number, its last day, what it leaves out, whether it may be taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from detente.language.dates import bound, times
from detente.reading.clauses.draft import Draft, by_sentence
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import Sentence
from detente.records import Article, Filler

_STEPS = frozenset({"licensed", "suspended", "narrowed"})
_DONE = frozenset({"performed", "background"})
_BEHIND = 6
"""So many sentences behind the act may give its text."""
_NEAR = 60
"""Characters between "through" and its day: "until noon, Oslo time, on 4 May"."""
_AHEAD = "will be on "
"""What makes a day without a year one to come."""
_PART = re.compile(r",? (?:and|nor|or) (?=(?:does|do|shall|may|will)\b)|;")


def licence_terms(
    sentences: Sequence[Sentence],
    drafts: list[Draft],
    article: Article,
    anchor: date | None,
    lexicon: Lexicon,
) -> list[Draft]:
    """Give each licence, suspension or narrowing the terms that its report tells of it.

    Args:
        sentences: of the document, in order.
        drafts: all of the document.
        article: it, with the day of its publication.
        anchor: that day as a date.
        lexicon: the patterns ``instrument_number``, ``tells_terms``, ``left_out``, ``left_as_is``,
            ``runs_until`` and ``may_be_revoked``.

    Returns:
        The drafts without those that only repeat such terms as acts of their own.
    """
    told = by_sentence(drafts)
    repeated: set[int] = set()
    for n, s in enumerate(sentences):
        acts = [d for d in told.get(id(s), ()) if _eases(d)]
        for d in acts:
            _own_terms(d, article, anchor, lexicon)
        for behind in _its_text(sentences[n + 1 : n + 1 + _BEHIND], lexicon) if len(acts) == 1 else ():
            others = told.get(id(behind), ())
            if any(_eases(d) for d in others):
                break
            _further_terms(acts[0], behind, anchor, lexicon)
            repeated |= {id(d) for d in others if d.type.startswith("SANCTION_") and _is_term(d, lexicon)}
    return [d for d in drafts if id(d) not in repeated]


def _eases(d: Draft) -> bool:
    return d.type == "SANCTION_EASE" and d.step in _STEPS and d.stand.mode in _DONE


def _its_text(behind: Sequence[Sentence], lexicon: Lexicon) -> Iterator[Sentence]:
    """The sentences right behind the act that give its text or speak of it."""
    for s in behind:
        if not lexicon.pattern("tells_terms").search(s.text):
            return
        yield s


def _is_term(d: Draft, lexicon: Lexicon) -> bool:
    """Is it no act of its own, but what the licence does not do, leaves frozen or may undergo?"""
    if d.type == "SANCTION_KEEP":
        return False
    names = ("left_out", "left_as_is", "may_be_revoked")
    here = d.sentence[d.trigger].start - d.sentence.start
    terms = (m for name in names for m in lexicon.pattern(name).finditer(d.sentence.text))
    return any(m.start() <= here < m.end() for m in terms)


def _own_terms(d: Draft, article: Article, anchor: date | None, lexicon: Lexicon) -> None:
    text = d.sentence.text
    number = lexicon.pattern("instrument_number").search(text)
    if number is not None and not d.names("instrument"):
        d.add("instrument", Filler(number.group(0).strip(), "instrument"))
    end = _until(text, anchor, lexicon)
    if end is not None:
        d.add("until", Filler(end, "value"))
        if d.time is not None and d.time.end == end:  # its last day is not the day on which it was given
            d.time = bound(article.published) if article.published else None
    _limit(d, text, lexicon)


def _further_terms(d: Draft, s: Sentence, anchor: date | None, lexicon: Lexicon) -> None:
    end = _until(s.text, anchor, lexicon)
    if end is not None and not d.names("until"):
        d.add("until", Filler(end, "value"))
    _limit(d, s.text, lexicon)


def _limit(d: Draft, text: str, lexicon: Lexicon) -> None:
    if not d.names("exclusions"):
        d.roles.pop("exclusions", None)
    for words in _left_out(text, lexicon):
        d.add("exclusions", Filler(words, "topic"))
    revocable = lexicon.pattern("may_be_revoked").search(text)
    if revocable is not None and d.stand.condition is None:
        d.stand.condition = revocable.group(0).strip()


def _until(text: str, anchor: date | None, lexicon: Lexicon) -> str | None:
    """The day behind "until" or "through"."""
    for match in lexicon.pattern("runs_until").finditer(text):
        behind = _AHEAD + text[match.end() : match.end() + 2 * _NEAR]
        days = [t for t in times(behind, anchor=anchor) if t.start < _NEAR and t.time.precision == "day"]
        ends = [t.time.end for t in days if t.time.end and t.time.basis in {"stated", "anchored"}]
        if ends:
            return ends[0]
    return None


def _left_out(text: str, lexicon: Lexicon) -> list[str]:
    """What the act does not allow, and what stays as it was, in the words of the text."""
    patterns = [lexicon.pattern(name) for name in ("left_out", "left_as_is")]
    found = (m for part in _PART.split(text) for p in patterns for m in p.finditer(part))
    words = (m.group("what").strip(" ,.;:”\"'") for m in found)
    return [w for w in dict.fromkeys(words) if w]
