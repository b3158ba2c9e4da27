"""People's claims and corrections put into the readings they speak of (CODEBOOK §7).

A coding stands at its words. Where a new reading, a new extraction or a changed page moved them, it
is found again by its quote; where the quote is gone or stands there more than once, nothing is
guessed: the coding is ``open``, and somebody must look.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from detente.records import (
    Article,
    Claim,
    Coding,
    DocumentRef,
    Placed,
    ReaderRef,
    Reading,
    Span,
    claim_id,
)

PERSON: Final = "person"
"""The name of the reader of a claim that a person made; its config is the person's pseudonym."""
UNREAD: Final = ReaderRef(PERSON, "1", "")


class Coded(NamedTuple):
    """Readings with people's words in them, and where each word stands."""

    readings: tuple[Reading, ...]
    placed: tuple[Placed, ...]


def coded(readings: Sequence[Reading], articles: Iterable[Article], codings: Iterable[Coding]) -> Coded:
    """The readings as people corrected them.

    Of one author's words on one claim the last counts. Where authors differ, the word of each
    stands: two reviewers may disagree. A reader's claim on which somebody spoke stands only where
    somebody confirms it.

    Args:
        readings: one for each document.
        articles: their texts, as far as they are at hand; without one, places are taken as given.
        codings: those that are not retracted, in any order.

    Example:
        >>> coded([], [], [])
        Coded(readings=(), placed=())
    """
    words = _last_words(codings)
    if not words:
        return Coded(tuple(readings), ())
    texts = {a.document.sha256: a for a in articles}
    by_document = {r.document.sha256: r for r in readings}
    versions = _versions({**{s: a.document for s, a in texts.items()}, **_refs(by_document, words)})
    spoken: dict[str, list[Coding]] = defaultdict(list)
    for coding in words:
        for ref in versions[_page(coding.about.document)]:
            spoken[ref.sha256].append(coding)
    everywhere: list[Placed] = []
    for sha, found in sorted(spoken.items()):
        ref = next(r for r in versions[_page(found[0].about.document)] if r.sha256 == sha)
        held = by_document.get(sha) or Reading(document=ref, reader=UNREAD)
        by_document[sha], placed = _spoken(held, texts.get(sha), found)
        everywhere += placed
    return Coded(tuple(by_document.values()), tuple(everywhere))


def _spoken(
    reading: Reading, article: Article | None, words: Iterable[Coding]
) -> tuple[Reading, list[Placed]]:
    """One reading with people's words in it: first their own claims, then what they say of claims."""
    own = [_place(c, reading, article) for c in words if c.kind == "own"]
    reading = replace(reading, claims=(*reading.claims, *(_moved(p) for p in own if p.span)))
    about = [_place(c, reading, article) for c in words if c.kind != "own"]
    return _with_words(reading, about), [*own, *about]


def _last_words(codings: Iterable[Coding]) -> tuple[Coding, ...]:
    """Of each author the last word on each claim; every own claim."""
    last: dict[tuple[str, str], Coding] = {}
    for coding in sorted(codings, key=lambda c: (c.made, c.id)):
        about = coding.id if coding.was is None else coding.was.id
        last[coding.author, about] = coding
    return tuple(last.values())


def _refs(readings: Mapping[str, Reading], words: Iterable[Coding]) -> dict[str, DocumentRef]:
    """The documents that are read, and those that only people spoke of."""
    coded_only = {c.about.document.sha256: c.about.document for c in words}
    return {**coded_only, **{sha: r.document for sha, r in readings.items()}}


def _page(ref: DocumentRef) -> str:
    """What the versions of one page have in common: its address, its publisher's number, else its bytes."""
    named = None if ref.id.startswith("doc_") else f"{ref.publisher}#{ref.id}"
    return ref.url or named or ref.sha256


def _versions(refs: Mapping[str, DocumentRef]) -> dict[str, list[DocumentRef]]:
    found: dict[str, list[DocumentRef]] = defaultdict(list)
    for sha in sorted(refs):
        found[_page(refs[sha])].append(refs[sha])
    return found


def _place(coding: Coding, reading: Reading, article: Article | None) -> Placed:
    ref = reading.document
    own = coding.about.document.sha256 == ref.sha256
    span = coding.about.span
    if article is None:
        found = span if own else None
    elif own and article.text[span.start : span.end] == span.exact:
        found = span
    else:
        found = again(article.text, span)
    if found is None:
        return Placed(coding=coding, document=ref, status="open")
    target = None if coding.was is None else _target(coding.was, found, reading.claims)
    stays = own and (found.start, found.end) == (span.start, span.end)
    return Placed(
        coding=coding, document=ref, status="attached" if stays else "moved", span=found, claim=target
    )


def again(text: str, span: Span) -> Span | None:
    """Where the words of a span stand in another text; None where they are gone, or which is meant is unsure.

    Line breaks count as blanks. Of several places the one with the same words around it is meant.

    >>> again("Osmia said: Varland\\nfreed two.", Span(0, 17, "Varland freed two")).start
    12
    """
    pattern = r"\s+".join(map(re.escape, span.exact.split()))
    places = [m.span() for m in re.finditer(pattern, text)] if pattern else []
    if len(places) > 1:
        around = [(_agree(text, span, *place), place) for place in places]
        most = max(score for score, _ in around)
        places = [place for score, place in around if score == most and most]
    return Span.of(text, *places[0], span.kind) if len(places) == 1 else None


def _agree(text: str, span: Span, start: int, end: int) -> int:
    """How many characters before and after the place are those that were there."""
    before, after = text[:start][::-1], text[end:]
    left = _common("".join(reversed(span.prefix)), before)
    return left + _common(span.suffix, after)


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _target(was: Claim, span: Span, claims: Sequence[Claim]) -> str | None:
    """The reader's claim that is spoken of: the very one, else the one of its type most like it there."""
    if any(c.id == was.id for c in claims):
        return was.id
    near = [c for c in claims if c.type == was.type and _overlap(c.span, span) > 0.5]
    return max(near, key=lambda c: (_overlap(c.span, span), _alike(c, was), c.id)).id if near else None


def _overlap(left: Span, right: Span) -> float:
    """How much of the shorter span lies in the longer."""
    common = min(left.end, right.end) - max(left.start, right.start)
    return max(0, common) / max(1, min(left.end - left.start, right.end - right.start))


_FIELDS: Final = ("sub", "mode", "polarity", "quantity", "step", "attribution")


def _alike(one: Claim, other: Claim) -> int:
    same = [name for name in _FIELDS if getattr(one, name) == getattr(other, name)]
    return len(same) + len(set(one.names(*one.roles)) & set(other.names(*other.roles)))


def _with_words(reading: Reading, placed: Iterable[Placed]) -> Reading:
    """The reading with what people say in place of what it said there."""
    standing = [p for p in placed if p.span is not None]
    right = {p.claim for p in standing if p.coding.kind == "confirmation"}
    gone = {p.claim for p in standing if p.claim is not None} - right
    new = [(p.claim, _moved(p)) for p in standing if p.coding.kind == "correction"]
    instead = {was: claim.id for was, claim in new if was in gone}
    kept = [c for c in reading.claims if c.id not in gone]
    claims = {c.id: c for c in (*kept, *(claim for _, claim in new))}
    ordered = sorted(claims.values(), key=lambda c: (c.span.start, c.span.end, c.type, c.id))
    return replace(reading, claims=tuple(_pointing(c, instead, {*claims}) for c in ordered))


def _moved(placed: Placed) -> Claim:
    """The person's claim at the place where its words stand now, under the id it has there."""
    claim, span, sha = placed.coding.claim, placed.span, placed.document.sha256
    assert claim is not None
    assert span is not None
    if placed.status == "attached":
        return claim
    id_ = claim_id(
        sha, span, claim.type, claim.sub, claim.roles, claim.quantity, claim.mode, claim.polarity,
        claim.attribution, claim.reader,
    )  # fmt: skip
    return replace(claim, id=id_, span=span, document=placed.document)


def _pointing(claim: Claim, instead: Mapping[str, str], known: set[str]) -> Claim:
    """The claim, pointing to what stands in place of what it pointed to."""
    content = _followed(claim.content, instead, known)
    link = claim.linkage
    if link is not None:
        link = replace(link, to=_followed(link.to, instead, known))
    if content == claim.content and link == claim.linkage:
        return claim
    return replace(claim, content=content, linkage=link)


def _followed(ids: Iterable[str], instead: Mapping[str, str], known: set[str]) -> tuple[str, ...]:
    found = (instead.get(i, i) for i in ids)
    return tuple(i for i in dict.fromkeys(found) if i in known)
