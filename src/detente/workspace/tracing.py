"""From an id to what it rests on: record → claims → words in context → bytes. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from detente.errors import UnknownNameError
from detente.records import Article, Claim, Document, State, Support, to_builtins
from detente.workspace.reports import Derived, Quoted, Trace, TraceKind

SHORTEST = 6
"""How much of an id must be given, prefix and all."""

Index = Mapping[str, tuple[TraceKind, Any]]


def index(state: State) -> Index:
    """Everything that has an id, under it."""
    found: dict[str, tuple[TraceKind, Any]] = {}
    for claim in state.claims:
        found[claim.id] = ("claim", claim)
        found.setdefault(claim.document.id, ("document", claim.document))
        found.setdefault(claim.document.sha256, ("document", claim.document))
    found |= {entity.id: ("entity", entity) for entity in state.entities}
    found |= {event.id: ("event", event) for event in state.events}
    found |= {group.id: ("group", group) for group in state.groups}
    found |= {deal.id: ("deal", deal) for deal in (*state.candidates, *state.deals)}
    found |= {measure.measure: ("measure", measure) for measure in state.measures}
    return found | {person.entity: ("person", person) for person in state.people}


class Found(NamedTuple):
    """What has the id that was asked for, and the claims it names, in the order in which it names them."""

    id: str
    kind: TraceKind
    record: Any
    claims: tuple[Claim, ...]


def find(state: State, wanted: str) -> Found:
    """The one thing whose id is, or begins with, what was asked for.

    Raises:
        UnknownNameError: none does, or several do.
    """
    table = index(state)
    name = _name(table, wanted)
    kind, record = table[name]
    return Found(name, kind, record, _rests_on(kind, record, state))


def _name(table: Index, wanted: str) -> str:
    if wanted in table:
        return wanted
    near = sorted(name for name in table if len(wanted) >= SHORTEST and name.startswith(wanted))
    if len(near) == 1:
        return near[0]
    if near:
        more = f" and {len(near) - 5} more" if len(near) > 5 else ""
        raise UnknownNameError(
            f"expected one id; {wanted!r} begins {', '.join(near[:5])}{more}; give more of it"
        )
    raise UnknownNameError(
        f"expected the id of something that was read, or its first {SHORTEST} characters or more; "
        f"found {wanted!r}; `detente read` and `detente show` print ids"
    )


def _rests_on(kind: TraceKind, record: Any, state: State) -> tuple[Claim, ...]:
    if kind == "document":
        return tuple(c for c in state.claims if c.document.sha256 == record.sha256)
    claims = {claim.id: claim for claim in state.claims}
    names = dict.fromkeys(name for name in _strings(to_builtins(record)) if name in claims)
    return tuple(claims[name] for name in names)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)


def derived(value: Any, where: str = "") -> Iterator[Derived]:
    """The parts of a record that were computed, each with its rule and what it came from."""
    if isinstance(value, Mapping):
        if value.get("derived_from"):
            yield Derived(where or "record", value.get("rule") or "", tuple(value["derived_from"]))
        for key, item in value.items():
            yield from derived(item, f"{where}.{key}" if where else key)
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from derived(item, f"{where}[{number}]")


def quoted(claim: Claim, article: Article | None, document: Document | None, *, context: int) -> Quoted:
    """A claim with its words in their context; checked against the bytes."""
    span = claim.span
    text = "" if article is None else article.text
    return Quoted(
        claim=claim,
        before=text[max(0, span.start - context) : span.start] or span.prefix,
        exact=span.exact,
        after=text[span.end : span.end + context] or span.suffix,
        page_offset=_page_offset(article, span.start),
        intact=text[span.start : span.end] == span.exact and _same_bytes(claim, document),
    )


def _page_offset(article: Article | None, start: int) -> int | None:
    try:
        return None if article is None else article.page_offset(start)
    except ValueError:
        return None


def _same_bytes(claim: Claim, document: Document | None) -> bool:
    return document is not None and hashlib.sha256(document.raw).hexdigest() == claim.document.sha256


def trace_of(
    found: Found,
    articles: Mapping[str, Article],
    documents: Mapping[str, Document],
    *,
    context: int,
    supports: tuple[Support, ...] = (),
) -> Trace:
    """What was found, with every claim quoted from its text and checked against its bytes."""
    quotes = tuple(
        quoted(c, articles.get(c.document.sha256), documents.get(c.document.sha256), context=context)
        for c in found.claims
    )
    values = tuple(derived(to_builtins(found.record)))
    return Trace(
        id=found.id,
        kind=found.kind,
        record=found.record,
        derived=values,
        supports=supports,
        quotes=quotes,
    )
