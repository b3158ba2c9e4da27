"""One claim per row of CSV, as the import of Uwazi (huridocs.org) wants it: one template, one row an entity.

Column names have no spaces; several values of a cell are split by ``|``, the ends of a range of days by
``:``; a link is its label and its address. Uwazi's own ``id`` is not written: it is Uwazi that gives it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.records import UNSTATED, Claim, DocumentRef, FillerKind, State, Time
from detente.views.exports.table import row, safe

COLUMNS = (
    "title", "claim_id", "type", "sub", "mode", "polarity", "certainty", "people", "groups", "states",
    "organisations", "places", "number_from", "number_to", "when", "date_basis", "as_of", "quote", "said_by",
    "hedges", "publisher", "published", "source", "sha256", "sensitivity", "confidence",
)  # fmt: skip
"""The head of the table, and the names of the template's properties; columns may be added at its end."""


def claims_as_uwazi(state: State) -> Iterator[str]:
    """The head, then each claim as one row."""
    yield row(COLUMNS)
    for claim in state.claims:
        yield row(tuple(safe(value) for value in _values(claim)))


def _values(claim: Claim) -> tuple[object, ...]:
    many, where = claim.quantity, claim.document
    return (
        _title(claim), claim.id, claim.type, claim.sub, claim.mode,
        "affirmed" if claim.polarity == "+" else "denied", claim.factuality,
        _named(claim, "person"), _named(claim, "group"), _named(claim, "state"),
        _named(claim, "organisation", "outlet"), _named(claim, "place", "facility"),
        many and many.lo, many and many.hi, _range(claim.time), claim.time and claim.time.basis,
        _day(claim.as_of), claim.span.exact, _several(link.name for link in claim.attribution),
        "; ".join(claim.hedges), where.publisher, _day(where.published), _link(where), where.sha256,
        claim.sensitivity, claim.confidence,
    )  # fmt: skip


def _title(claim: Claim) -> str:
    """What, who, and the claim's id, for titles of a collection are told apart by eye."""
    kind = claim.type.replace("_", " ").capitalize()
    names = dict.fromkeys(f.name for fs in claim.roles.values() for f in fs if f.name != UNSTATED)
    return " · ".join((f"{kind} ({claim.mode})", *([", ".join(names)] if names else []), claim.id))


def _named(claim: Claim, *kinds: FillerKind) -> str:
    told = (f for fillers in claim.roles.values() for f in fillers)
    return _several(f.name for f in told if f.kind in kinds and f.name != UNSTATED)


def _several(values: Iterable[str]) -> str:
    """Each once, split by a bar; a bar within a value is a stroke.

    >>> _several(["Lena Marr", "A|B", "Lena Marr"])
    'Lena Marr|A/B'
    """
    return "|".join(dict.fromkeys(value.replace("|", "/") for value in values))


def _range(time: Time | None) -> str | None:
    """From and to; an end that is not known is empty.

    >>> _range(Time(None, "2026-03-14")), _range(Time(None, None))
    (':2026-03-14', None)
    """
    known = time is not None and (time.start or time.end)
    return f"{time.start or ''}:{time.end or ''}" if time and known else None


def _day(value: str | None) -> str | None:
    """A whole day; a month alone is none to Uwazi and is read as another, so it is left to the quote."""
    return value[:10] if value is not None and len(value) >= 10 else None


def _link(document: DocumentRef) -> str | None:
    if document.url is None:
        return None
    return f"{(document.publisher or document.id).replace('|', '/')}|{document.url}"
