"""Consolidated regulations of Canada (XML of the Department of Justice): whom their schedules list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree

from detente.errors import InputError

_KNOWN: Final = re.compile(r"\(also known as ([^)]*)\)")
_AND: Final = re.compile(r",\s+|\s+and\s+")
_PERSONS: Final = ("individuals", "persons")
_DATE: Final = "{http://justice.gc.ca/lims}inforce-start-date"


class Listed(NamedTuple):
    """One name of a list, and where it stands in the text."""

    name: str
    aliases: tuple[str, ...]
    since: str | None
    person: bool
    programme: str
    instrument: str
    start: int
    end: int


def listed(text: str) -> Iterator[Listed]:
    """The names that the schedules of a regulation list as persons, in order; repealed items have none.

    Raises:
        InputError: it is no XML.
    """
    root = _parsed(text)
    number = _words(root.find(".//InstrumentNumber"))
    title = _words(root.find(".//LongTitle")) or number
    at = 0
    for schedule in root.iter("Schedule"):
        if "persons" not in _words(schedule.find("ScheduleFormHeading")).casefold():
            continue
        heading = ""
        for part in schedule:
            if part.tag == "Heading":
                heading = _words(part).casefold()
            for item in part.iter("Item") if part.tag == "List" else ():
                name, aliases = _names(_words(item.find("Text")))
                found = text.find(name, at) if name else -1
                if found >= 0:
                    at = found + len(name)
                    person = any(word in heading for word in _PERSONS)
                    yield Listed(name, aliases, item.get(_DATE), person, title, number, found, at)


def _parsed(text: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(text.lstrip("\ufeff").encode(), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"expected a regulation in XML; found: {error}; fetch it again") from error


def _words(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _names(text: str) -> tuple[str, tuple[str, ...]]:
    """The name that is listed and its other forms; without what else stands in brackets.

    >>> _names("Lena Marr (born on May 1, 1970) (also known as Lena Mar and Helena Marr)")
    ('Lena Marr', ('Lena Mar', 'Helena Marr'))
    >>> _names("[Repealed, SOR/2023-71, s. 2]")
    ('', ())
    """
    known = _KNOWN.search(text)
    aliases = tuple(_AND.split(known[1])) if known else ()
    name = text.partition(" (")[0].strip()
    return ("", ()) if name.startswith("[") else (name, tuple(a for a in aliases if a))
