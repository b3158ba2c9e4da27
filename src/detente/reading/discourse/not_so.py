"""What a bare "They were not" denies of the sentence before it: the one clause that it can mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from detente.reading.clauses.arguments import is_passive
from detente.reading.clauses.auxiliaries import auxiliaries
from detente.reading.clauses.draft import Draft
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import SUBJECTS, Sentence, Word

_BE = frozenset({"was", "were", "is", "are"})
_HAVE = frozenset({"have", "has", "had"})
_RELATIVE = frozenset({"WP", "WDT"})
_BODIES = frozenset({"state", "organisation"})
_PLURAL = frozenset({"NNS", "NNPS", "CD"})


def meant_by(
    s: Sentence, ms: Mentions, drafts: Sequence[Draft], match: re.Match[str], report: Iterable[str]
) -> list[Draft]:
    """The drafts that a bare denial in the next sentence is about; none where two clauses fit it.

    "Ada Orlu was arrested after nine were freed. She was not": subject, number and auxiliary must fit.

    Args:
        s: the sentence before the denial.
        ms: its mentions.
        drafts: what it told.
        match: the denial; its groups are ``who``, ``aux`` and ``been``.
        report: verbs of saying, which nobody denies so.
    """
    who = match.group("who").lower()
    if who in {"this", "that"}:
        verbs = {d.trigger for d in drafts}
        return list(drafts) if len(verbs) == 1 else []
    said = frozenset(report)
    fit = [v for v in _clauses(s) if _fits(s, v, match, said) and _can_be(s, ms, v, who)]
    if len(fit) != 1:
        return []
    joined = {fit[0], *(k.i for k in s.kids(fit[0], "conj") if s.kid(k.i, *SUBJECTS) is None)}
    return [d for d in drafts if not d.nominal and d.trigger in joined]


def _clauses(s: Sentence) -> Iterator[int]:
    return (w.i for w in s.words if w.tag[:1] == "V" and s.kid(w.i, *SUBJECTS) is not None)


def _fits(s: Sentence, v: int, match: re.Match[str], report: frozenset[str]) -> bool:
    """Could the auxiliary of the denial be that of the clause?"""
    lows = auxiliaries(s, v)
    being = s[v].lemma == "be" or is_passive(s, v) or (s[v].tag == "VBG" and bool(lows))
    said = match.group("aux").lower()
    if match.group("been") or said in _BE:
        return being
    if s[v].lemma in report and s.kid(v, "ccomp") is not None:
        return False
    return bool(lows & _HAVE) if said in _HAVE else not being


def _can_be(s: Sentence, ms: Mentions, v: int, who: str) -> bool:
    """Could the pronoun of the denial mean the subject of the clause?"""
    own = s.kid(v, *SUBJECTS)
    if own is None:
        return False
    if own.tag in _RELATIVE and s[v].dep == "relcl":
        own = s[s[v].head]
    m = ms.at(own.i)
    body = m is not None and m.kind in _BODIES
    if who == "they":
        return _plural(s, own) or body or (m is not None and m.plural) or own.low == "none"
    if _plural(s, own) or (m is not None and m.plural):
        return False
    human = own.low in {"he", "she", "who"} or (m is not None and (m.human or m.kind == "person"))
    if who == "it":
        return not human
    called = own.low if own.low in {"he", "she"} else ms.lex.pronouns.get(own.lemma, who)
    return human and not body and called == who  # "her husband" is no *she*


def _plural(s: Sentence, own: Word) -> bool:
    many = own.low == "they" or own.tag in _PLURAL
    return many or any(k.tag[:2] == "NN" for k in s.kids(own.i, "conj"))
