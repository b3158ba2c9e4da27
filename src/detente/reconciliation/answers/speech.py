"""Questions about words: who welcomed, who demanded, which aims were stated, what is called the largest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from detente.language.scripts import fold
from detente.reconciliation.answers.inquiry import Inquiry, chain
from detente.reconciliation.answers.keys import country
from detente.reconciliation.answers.sums import flows
from detente.reconciliation.conflicts import number
from detente.reconciliation.ground import voice
from detente.reconciliation.words import is_own
from detente.records import AnswerRow, Cell, Claim

REACTIONS = frozenset({"welcome", "thank", "relieve", "criticise", "accuse", "deny"})


def speakers(claim: Claim) -> tuple[str, ...]:
    """Who speaks in a statement or demand; "we" is whoever publishes."""
    named = claim.names("speaker", "demander") or (voice(claim),)
    return tuple(voice(claim) if is_own(n) else n for n in named)


def reactions(q: Inquiry) -> Iterator[AnswerRow]:
    """Who welcomed, thanked, criticised or demanded, and what: copies are one voice."""
    found: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in q.asked("STATEMENT", "DEMAND"):
        stance: str = "demand" if claim.type == "DEMAND" else claim.stance or ""
        if stance == "assess" and _is_outlets_own(claim):
            continue
        asked = claim.type == "DEMAND" and claim.mode != "background"  # a request before the act is none
        if asked or stance in REACTIONS or stance == "assess":
            for by in speakers(claim):
                if q.is_country(by) or "country" not in q.filters:
                    found[by, stance, fold(about(claim))].append(claim)
    for (by, stance, _), claims in found.items():
        cells: dict[str, Cell] = {
            "speaker": by, "stance": stance, "about": about(claims[0]), "words": claims[0].span.exact,
            "addressee": claims[0].names("addressee") or None,
        }  # fmt: skip
        yield q.row(cells, claims)


def _is_outlets_own(claim: Claim) -> bool:
    return not claim.attribution and set(speakers(claim)) <= {claim.document.publisher, voice(claim)}


def about(claim: Claim) -> str:
    """What is spoken of, in the words of the text."""
    named = claim.names("about", "content")
    return claim.topic or ", ".join(named) or claim.span.exact


def aims(q: Inquiry) -> Iterator[AnswerRow]:
    """Aims as stated, and through whom: an aim is no outcome."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in q.asked("STATEMENT"):
        if claim.stance == "aim":
            for by in speakers(claim):
                if q.is_country(by):
                    found[by, claim.span.exact].append(claim)
    for claim in q.asked("SANCTION_KEEP"):
        if claim.mode == "intended" and q.is_country(*claim.names("authority"), voice(claim)):
            found[voice(claim), claim.span.exact].append(claim)
    for (by, aim), claims in found.items():
        cells: dict[str, Cell] = {
            "government": country(by) if country(by) != fold(by) else by, "aim": aim, "stated_by": by,
            "through": tuple(dict.fromkeys(chain(c)[0] for c in claims)),
        }  # fmt: skip
        yield q.row(cells, claims)


def superlatives(q: Inquiry) -> Iterator[AnswerRow]:
    """What is called the largest, by whom and among what, with the counts that bear on it."""
    counts = tuple(
        f"{number(count.quantity)} released by {agent}"
        for _, agent, count in flows(q, "released")
        if count.quantity
    )
    for claim in q.shelf.superlatives:
        cells: dict[str, Cell] = {
            "words": claim.span.exact, "by": voice(claim), "scope": claim.hedges,
            "mode": claim.mode, "counts_held": counts,
        }  # fmt: skip
        yield q.row(cells, [claim])
