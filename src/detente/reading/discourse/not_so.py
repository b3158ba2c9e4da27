"""What a bare "They were not" denies of the sentence before it: the one clause that it can mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from detente.reading.clauses.arguments import is_passive
from detente.reading.clauses.auxiliaries import auxiliaries
from detente.reading.clauses.draft import Draft
from detente.reading.nouns.mention import Mention
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
    What a relative clause tells is taken up only where nothing else fits, and so is what is told as
    known: "the nine, who had been held in Dorn, had been freed. They had not been."

    Args:
        s: the sentence before the denial.
        ms: its mentions.
        drafts: what it told.
        match: the denial; its groups are ``who``, ``aux`` and ``been``.
        report: verbs of saying and believing, which nobody denies so.
    """
    who = match.group("who").lower()
    if who in {"this", "that"}:
        verbs = {d.trigger for d in drafts}
        return list(drafts) if len(verbs) == 1 else []
    said = frozenset(report)
    fit = [v for v in _clauses(s) if _fits(s, v, match, said) and _can_be(s, ms, v, who)]
    known = {d.trigger for d in drafts} - {d.trigger for d in drafts if not _known(d)}
    fit = [v for v in fit if not _in_relative(s, v)] or fit
    fit = fit if len(fit) == 1 else [v for v in fit if v not in known]
    if len(fit) != 1:
        return []
    joined = {fit[0], *(k.i for k in s.kids(fit[0], "conj") if s.kid(k.i, *SUBJECTS) is None)}
    if s[fit[0]].lemma in said:
        joined |= {k.i for k in s.kids(fit[0], "xcomp")}  # "was said to have been freed"
    joined = joined - known or joined
    return [d for d in drafts if not d.nominal and d.trigger in joined]


def _known(d: Draft) -> bool:
    """Is it told as what was so before: "had been held since May"?"""
    return d.stand.mode == "background" or (d.source is not None and d.source.background)


def _in_relative(s: Sentence, v: int) -> bool:
    return any(w.dep == "relcl" for w in (s[v], *s.up(v)))


def _clauses(s: Sentence) -> Iterator[int]:
    return (w.i for w in s.words if w.tag[:1] == "V" and s.kid(w.i, *SUBJECTS) is not None)


def _fits(s: Sentence, v: int, match: re.Match[str], report: frozenset[str]) -> bool:
    """Could the auxiliary of the denial be that of the clause?"""
    below = s.kid(v, "xcomp") if s[v].lemma in report else None
    if below is not None and not is_passive(s, below.i) and is_passive(s, v):
        return match.group("aux").lower() in _HAVE  # "was reported to have lifted it. It had not."
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
        return not human or _may_be_a_state(m)
    called = own.low if own.low in {"he", "she"} else ms.lex.pronouns.get(own.lemma, who)
    return human and not body and called == who  # "her husband" is no *she*


def _may_be_a_state(m: Mention | None) -> bool:
    """One word that no list knows, which the model takes for a person: "Varland"."""
    return m is not None and m.anaphor is None and not m.titles and m.kind == "person" and " " not in m.name


def _plural(s: Sentence, own: Word) -> bool:
    many = own.low == "they" or own.tag in _PLURAL
    return many or any(k.tag[:2] == "NN" for k in s.kids(own.i, "conj"))
