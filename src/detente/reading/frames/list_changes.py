"""Notices that change a list of sanctions line by line: "The following deletions have been made:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.clauses.stand import Stand
from detente.reading.shapes.sanction_shapes import pattern, whose_list
from detente.records import Filler

_OPENS = re.compile(
    r"\bfollowing\b[^.:\n]{0,60}?\b(?:(?P<out>deletions|removals)|(?P<on>additions|designations)|changes"
    r"|(?:individuals?|persons?|entit(?:y|ies)|vessels?|aircraft|names?)\b[^.:\n]{0,40}?"
    r"\b(?:(?P<removed>removed|deleted|delisted)|(?P<added>added)))\b[^.:\n]*:[ \t]*$",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"(?P<name>[^\n;(\[]{3,80}?)(?=;|,? ?\(|, \d|\s*\[).*"
    r"(?:\[[A-Z0-9-]+\] ?)+(?:\(Linked To: [^()]*\) ?)*\.?\s*$"
)
_UNSURE = re.compile(
    r"\b(?:propos\w+|recommend\w+|request\w*|suggest\w*|draft|may|might|would|will|could|should|not"
    r"|were to)\b",
    re.IGNORECASE,
)
_OTHER_LIST = re.compile(
    r"\b(?:short|waiting|wait|mailing|guest|price|reading|watch)[ -]?list\b", re.IGNORECASE
)
_PERSON = re.compile(r"\(individual\)|\bDOB\b|\bPassport\b|\bnationality\b")
_RULES = {True: "ease.list_line", False: "impose.list_line"}


def has_changes(text: str) -> bool:
    """Does a line announce what was struck from a list, or put on it?

    >>> has_changes("The following deletions have been made to the list:")
    True
    """
    return any(_opens(line) is not None for line in text.splitlines() if "ollowing" in line)


def _opens(line: str) -> re.Match[str] | None:
    """The announcement in a line that tells it as done, and of no list of another kind."""
    found = _OPENS.search(line)
    return None if found is None or _UNSURE.search(line) or _OTHER_LIST.search(line) else found


def list_changes(text: str, scenes: Sequence[Scene]) -> Iterator[Draft]:
    """Drafts for the entries of a notice: struck from the list, or put on it.

    Args:
        text: of the article.
        scenes: its sentences in order.
    """
    if pattern("of_sanctions").search(text) is None:
        return
    at, out = 0, None
    authority = whose_list(text)
    for line in text.splitlines(keepends=True):
        start, at = at, at + len(line)
        opens = _opens(line)
        if opens is not None:
            struck = opens.group("out") or opens.group("removed")
            put = opens.group("on") or opens.group("added")
            out = None if not struck and not put else bool(struck)
            continue
        entry = _ENTRY.match(line) if out is not None else None
        if entry is None:
            out = None if line.strip() else out
            continue
        scene = next((x for x in scenes if start <= x.s.start < at), None)
        if scene is not None and out is not None:
            yield _draft(scene, entry, struck=out, authority=authority)


def _draft(scene: Scene, entry: re.Match[str], *, struck: bool, authority: str | None) -> Draft:
    s = scene.s
    words = s.at(s.start, s.start + len(entry.group("name")))
    hi = words[-1] if words else 0
    d = Draft(
        _RULES[struck], "SANCTION_EASE" if struck else "SANCTION_IMPOSE", s, scene.ms, 0, 0, hi,
        sub=None if struck else "designate", step="delisted" if struck else None, stand=Stand(), nominal=True,
    )  # fmt: skip
    person = _PERSON.search(entry.group(0)) is not None
    d.add("target", Filler(_name(entry.group("name"), person=person), "person" if person else "organisation"))
    if authority is not None:
        d.add("authority", Filler(authority, "state", None, True))
    return d


def _name(told: str, *, person: bool) -> str:
    """ "HOLT, Ida Maria" is Ida Maria Holt.

    >>> _name("HOLT, Ida Maria", person=True), _name("DORN MILL LTD,", person=False)
    ('Ida Maria Holt', 'Dorn Mill Ltd')
    """
    last, _, first = told.strip(" ,").partition(", ")
    return f"{first.strip()} {last.title()}" if person and first else told.strip(" ,").title()
