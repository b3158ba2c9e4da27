"""Who was made to go, or went without papers: by whose word it was forced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from detente.reconciliation.answers.inquiry import Inquiry, chain
from detente.reconciliation.ground import voice
from detente.reconciliation.status import TOLD
from detente.records import AnswerRow, Cell, Claim

FORCED = frozenset({"deport", "exile_bar"})


def expelled(q: Inquiry) -> Iterator[AnswerRow]:
    """Who was made to go, or went without papers, and who says it was forced."""
    found: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in q.asked("TRANSFER"):
        forced = claim.voluntariness == "stated_forced" or claim.sub in FORCED
        if not forced or claim.mode not in TOLD or claim.polarity == "-":
            continue
        if q.is_person(*claim.names("person")) and q.is_country(*claim.names("mover", "from")):
            who = claim.names("person") or claim.names("group") or claim.id
            found[who, voice(claim), claim.document.sha256].append(claim)
    for claims in found.values():  # what one voice tells of the same people in one report is one answer
        stated = [c.voluntariness for c in claims if c.voluntariness not in (None, "unstated")]
        first = claims[0]
        cells: dict[str, Cell] = {
            "who": first.names("person") or first.names("group") or None,
            "count": next((c.quantity for c in claims if c.quantity), None),
            "what": ", ".join(dict.fromkeys((c.sub or "transfer").replace("_", " ") for c in claims)),
            "voluntariness": next(iter(stated), "unstated"),
            "speaker": voice(first),
            "through": chain(first)[0],
            "words": "; ".join(c.span.exact for c in claims),
        }
        yield q.row(cells, claims)
