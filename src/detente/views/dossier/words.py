"""Records in words: how many, when, who says so. Nothing is added that the record does not say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import shorten

from detente.records import DONE, UNSTATED, Article, Claim, DocumentRef, Filler, Quantity, Side, Time

OPENING = 90
"""Characters of its beginning by which a report without a title is called."""


def quantity(value: Quantity | None) -> str:
    """Bounds in words, after the text's own where these are no plain number.

    >>> quantity(Quantity(123, 123, exact=True, cue="123")), quantity(Quantity(2, None, cue="multiple"))
    ('123', '“multiple” (2 or more)')
    >>> quantity(Quantity(2, 9, soft_lo=True)), quantity(None)
    ('about 2 to 9', 'number not stated')
    """
    if value is None:
        return "number not stated"
    bounds = _bounds(value)
    plain = not value.cue or value.exact or value.cue.replace(",", "").isdigit()
    return bounds if plain else f"“{value.cue}” ({bounds})"


def _bounds(value: Quantity) -> str:
    lo, hi = _number(value.lo), _number(value.hi)
    soft = "about " if value.soft_lo or value.soft_hi else ""
    if value.lo is None and value.hi is None:
        return "any number"
    if value.hi is None:
        return f"{soft}{lo} or more"
    if value.lo is None or (value.lo == 0 and value.hi > 0):
        return f"{soft}{hi} at most"
    return f"{soft}{lo}" if value.lo == value.hi else f"{soft}{lo} to {hi}"


def _number(value: int | float | None) -> str:
    return "" if value is None else f"{value:,}".removesuffix(".0")


def span_of_days(time: Time | None) -> str:
    """When, in words, with how it is known.

    >>> span_of_days(Time(None, "2025-12-13", basis="publication_bound"))
    'on or before 2025-12-13 (published then)'
    """
    if time is None or (time.start is None and time.end is None):
        return "on a day not stated"
    why = {"publication_bound": " (published then)", "derived": " (derived)"}.get(time.basis, "")
    if time.start == time.end:
        return f"on {time.end}{why}"
    if time.start is None:
        return f"on or before {time.end}{why}"
    return f"{time.start} or later{why}" if time.end is None else f"{time.start} to {time.end}{why}"


def state(name: str) -> str:
    """A track's state in words.

    >>> state("in_transit"), state("abroad(Brussels)")
    ('in transit', 'abroad (Brussels)')
    """
    return name.replace("_", " ").replace("(", " (")


def names(fillers: Iterable[Filler]) -> str:
    """Names in a row; the unstated says so.

    >>> names([Filler("Varland", "state"), Filler("UNSTATED", "unstated")])
    'Varland, unstated'
    """
    return ", ".join("unstated" if f.name == UNSTATED else f.name for f in fillers)


def parties(sides: Iterable[Side]) -> str:
    """Who deals with whom; a side that no report names comes last.

    >>> unnamed = Side(party=Filler("UNSTATED", "unstated"))
    >>> osmia, varland = Side(party=Filler("Osmia", "state")), Side(party=Filler("Varland", "state"))
    >>> parties([osmia, varland]), parties([unnamed, osmia]), parties([unnamed])
    ('Osmia and Varland', 'Osmia and a side not stated', 'parties not stated')
    """
    found = [side.party.name for side in sides]
    named = [name for name in found if name != UNSTATED]
    if not named:
        return "parties not stated"
    return " and ".join([*named, "a side not stated"] if len(named) < len(found) else named)


def outlet(claim: Claim) -> str:
    """Who published it: the publisher, else the file's name, with the report's own id where it has one."""
    return title_of(claim.document)


def title_of(document: DocumentRef) -> str:
    """How a report is called that need not have a publisher; never by a hash.

    >>> title_of(DocumentRef(id="doc_0123456789abcdef", path="a/b.txt", sha256=""))
    'b.txt'
    >>> title_of(DocumentRef(id="r7", path="news.jsonl", sha256=""))
    'news.jsonl r7'
    >>> title_of(DocumentRef(id="doc_0123456789abcdef", path="-", sha256=""))
    'a report without publisher'
    """
    file = "" if document.path == "-" else document.path.rpartition("/")[2]
    parts = (file, "" if document.id.startswith("doc_") else document.id)
    return document.publisher or " ".join(filter(None, parts)) or "a report without publisher"


def headline(article: Article | None) -> str:
    """What a report is called by: its title, or the words it begins with.

    >>> ref = DocumentRef(id="r7", path="news.jsonl", sha256="")
    >>> headline(Article(document=ref, text="DORN (Reuben) - Four men were freed on Monday."))
    '“DORN (Reuben) - Four men were freed on Monday.”'
    """
    if article is None or not article.text.strip():
        return "Untitled"
    return article.title or f"“{shorten(article.text, OPENING, placeholder=' …')}”"


def party(name: str | None) -> str:
    """Whose act or measure it is.

    >>> party("Varland"), party("UNSTATED"), party(None)
    ('Varland', 'authority not stated', 'authority not stated')
    """
    return "authority not stated" if name in (None, UNSTATED) else str(name)


def said_by(claim: Claim) -> str:
    """Those who say so, the innermost first, and who prints it."""
    chain = [link.name for link in reversed(claim.attribution)]
    return ", in ".join([*chain, outlet(claim)]) if chain else outlet(claim)


def quote(claim: Claim, width: int) -> str:
    """The claim's words on one line, cut after ``width`` characters.

    Cut at a word where one ends in the last third.
    """
    words = " ".join(claim.span.exact.split())
    if len(words) <= width:
        return f"“{words}”"
    cut = words[: width - 1]
    head, _, _ = cut.rpartition(" ")
    return f"“{head if len(head) > width * 2 // 3 else cut} …”"


def telling(claims: Sequence[Claim], width: int) -> str:
    """A happening in the words of its first claim, with everybody who tells it."""
    sources = list(dict.fromkeys(said_by(c) for c in claims))
    more = f" and {len(sources) - 2} more" if len(sources) > 2 else ""
    return f"{quote(claims[0], width)} – {'; '.join(sources[:2])}{more}"


def how(claim: Claim) -> str:
    """Mode, polarity and certainty, where they are not the plain ones.

    The plain ones are: done or asserted, positive, certain.
    """
    mode = "" if claim.mode in DONE else claim.mode
    negated = "not" if claim.polarity == "-" and claim.mode != "denied" else ""
    sure = {"PR": "probable", "PS": "possible"}.get(claim.factuality, "")
    marks = [word for word in (mode, negated, sure) if word]
    return f"{', '.join(marks)}: " if marks else ""
