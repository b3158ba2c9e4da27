"""The day a report was published: out of all that says so, the word that counts most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from detente.articles.dates import Precision, normal_date
from detente.articles.head import Head

_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)")

_SOURCES = {0: "text:foot", 1: "text:updated"}


class Publication(NamedTuple):
    """A date, how exact it is, and where it was found."""

    date: str | None = None
    precision: Precision = "day"
    source: str | None = None


def publication(
    given: str | None, head: Head, url: str | None, page: Sequence[tuple[str, str]] = ()
) -> Publication:
    """The date of publication: given, else of the page's data, else of the head, else of the address.

    A vaguer date gives way to a more exact one that agrees with it.

    Args:
        given: what came with the document.
        head: the report's first lines.
        url: its address.
        page: dates the page states in its data, each with where: ``("html:json-ld", "2025-12-13")``.
    """
    stated = [("given", given)] if given else []
    found = [_read(source, said) for source, said in (*stated, *page)]
    found += [*_of_head(head, _years(head, url)), *_of_address(url)]
    dated = [one for one in found if one.date is not None]
    if not dated:
        return Publication()
    first = dated[0]
    exact = (one for one in dated if one.precision == "day" and str(one.date).startswith(str(first.date)))
    return next(exact, first) if first.precision != "day" else first


def _read(source: str, said: str) -> Publication:
    date = normal_date(said)
    return Publication(*date, source) if date is not None else Publication()


def _of_head(head: Head, years: set[int]) -> list[Publication]:
    """Dates of the head, the weightiest first; one without a year takes the only year there is."""
    ranked = sorted(head.dates, key=lambda pair: -pair[0])
    found: list[Publication] = []
    for weight, dated in ranked:
        date = dated.found
        iso = date.iso if date.year is not None or len(years) != 1 else date.in_year(min(years))
        precision: Precision = "day" if date.day is not None else "month"
        found.append(Publication(iso, precision, _SOURCES.get(weight, "text")))
    return found


def _years(head: Head, url: str | None) -> set[int]:
    years = {dated.found.year for _, dated in head.dates if dated.found.year is not None}
    address = _IN_ADDRESS.search(url) if url else None
    return years | ({int(address[1])} if address else set())


def _of_address(url: str | None) -> Iterable[Publication]:
    found = _IN_ADDRESS.search(url) if url else None
    if found is not None:
        yield _read("url", f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}")
