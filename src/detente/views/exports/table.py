"""One claim per row of CSV (RFC 4180), for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from detente.records import Claim, State

COLUMNS = (
    "id", "type", "sub", "mode", "polarity", "factuality", "roles", "lo", "hi", "cue", "unit",
    "start", "end", "step", "stance", "said_by", "quote", "hedges", "confidence", "rule",
    "document", "publisher", "published", "sha256", "reader",
)  # fmt: skip
"""The head of the table; columns may be added at its end."""


def claims_as_csv(state: State) -> Iterator[str]:
    """The head, then each claim as one row."""
    yield row(COLUMNS)
    for claim in state.claims:
        yield row(tuple(safe(value) for value in _values(claim)))


def _values(claim: Claim) -> tuple[object, ...]:
    many, when, where = claim.quantity, claim.time, claim.document
    roles = "; ".join(f"{role}={' | '.join(f.name for f in fs)}" for role, fs in claim.roles.items())
    return (
        claim.id, claim.type, claim.sub, claim.mode, claim.polarity, claim.factuality, roles,
        many and many.lo, many and many.hi, many and many.cue, many and many.unit,
        when and when.start, when and when.end, claim.step, claim.stance,
        " > ".join(link.name for link in claim.attribution), claim.span.exact, "; ".join(claim.hedges),
        claim.confidence, claim.rule, where.id, where.publisher, where.published, where.sha256,
        f"{claim.reader.name} {claim.reader.version}",
    )  # fmt: skip


def safe(value: object) -> object:
    """A text that a spreadsheet would run as a formula is kept a text.

    >>> safe("=HYPERLINK(1)"), safe("Varland"), safe(None)
    ("'=HYPERLINK(1)", 'Varland', None)
    """
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") and len(value) > 1:
        return f"'{value}"
    return value


def row(values: tuple[object, ...]) -> str:
    """One line of CSV, with its line break."""
    line = io.StringIO()
    csv.writer(line).writerow(values)
    return line.getvalue()
