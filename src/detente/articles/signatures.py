"""Lines that sign a report: who wrote it, when it was published, its number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from detente.articles.dates import FoundDate, find_dates, match_date
from detente.articles.phrases import alternatives, table

_BULLETS = re.compile(r"[\s·•|,;.()\[\]–—/-]+")
_PARTS = re.compile(r"\s*[·•|]\s*|\s+[-–—/]\s+")
_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}")
_SET_APART = re.compile(r"[\s,.]*[·•|–—:-]")
_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?", re.IGNORECASE
)
_SHIFT = re.compile(r"[+-]\d{2}:?\d{2}\b")
_COUNTER = re.compile(r"\d{1,7}\s*$")
_NAME = re.compile(r"[^\W\d_a-zа-яёіїєґўß][\w.'’/&-]*,?$")
_GROUPS = re.compile(r",\s*|\s+(?:and|&|und|et|y|i|и|та|і)\s+")
_PLACE = re.compile(r"(?<=\w),? in(?: (?![a-zа-яёіїєґўß])[^\W\d_][\w.'’-]*)+")
_POSSESSIVE = re.compile(r"(.+)['’]s\s(?:.+\s)?(\w+)$")


class Dated(NamedTuple):
    """A date of the head and what the words beside it say of it."""

    found: FoundDate
    label: str  # published, updated, plain, weak, or empty


@dataclass
class Signature:
    """What a line says of its report, and how far into the line that goes."""

    end: int = 0
    dates: list[Dated] = field(default_factory=list)
    byline: str | None = None
    publisher: str | None = None
    number: str | None = None
    unled: str | None = None  # a name among dates: a byline without its "By"

    @property
    def says_something(self) -> bool:
        """Is anything of use in it?"""
        return bool(self.dates) or self.byline is not None or self.number is not None


def opens_with_stamp(text: str, signature: Signature) -> bool:
    """Is the date before other words a stamp, and not the beginning of their sentence?

    >>> [opens_with_stamp(t, sign(t)) for t in ("date 2025-03-04 Two freed", "On March 4, 2025 two men left")]
    [True, False]
    """
    if not signature.dates:
        return False
    first = signature.dates[0]
    if first.label not in ("", "weak") or _STAMP.match(text, first.found.start) is not None:
        return True
    return first.label == "" and _SET_APART.match(text, signature.dates[-1].found.end) is not None


class _Patterns(NamedTuple):
    labels: tuple[tuple[str, re.Pattern[str]], ...]
    lead: re.Pattern[str]
    clock: re.Pattern[str]
    reading: re.Pattern[str]
    number: re.Pattern[str]
    note: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    head = table("head")
    labels = tuple(
        (kind, re.compile(alternatives(rows) + r"\s?:?\s+", re.IGNORECASE))
        for kind, rows in head["labels"].items()
    )
    clock = [*head["clock"]["weekdays"], *head["clock"]["zones"], *head["clock"]["joins"]]
    return _Patterns(
        labels,
        re.compile(alternatives(head["byline"]["leads"]) + r"\s+", re.IGNORECASE),
        re.compile(alternatives(clock) + r"(?![\w'’])\.?", re.IGNORECASE),
        re.compile(alternatives(head["clock"]["reading"]) + r"\b", re.IGNORECASE),
        re.compile(alternatives(head["number"]["leads"]) + r"\s?(\d[\w/-]*)", re.IGNORECASE),
        re.compile(rf"\s*[(\[]{alternatives(head['byline']['notes'])}[^()\[\]]*[)\]]", re.IGNORECASE),
    )


def sign(text: str) -> Signature | None:
    """What a line signs, from its beginning as far as it goes; None where it signs nothing.

    >>> found = sign("By Ilsa Brandt for Dorn Weekly, March 4, 2025. Article n°77")
    >>> (found.byline, found.publisher, found.dates[0].found.iso, found.number)
    ('Ilsa Brandt', 'Dorn Weekly', '2025-03-04', '77')
    >>> sign("By Friday the two men were free.") is None
    True
    """
    signature = _signed(text)
    if signature.end < len(text):
        whole = _in_parts(text)
        signature = whole if whole is not None else signature
    return signature if signature.says_something else None


def _signed(text: str) -> Signature:
    signature = Signature()
    position, kept = 0, 0
    while position < len(text):
        step = _step(text, position, signature)
        if step is None:
            break
        position, useful = step
        kept = position if useful or position == len(text) else kept
    signature.end = position if position >= len(text) else kept
    return signature


def _step(text: str, position: int, signature: Signature) -> tuple[int, bool] | None:
    """Where the next piece ends, and whether it is more than punctuation and clock words."""
    patterns = _patterns()
    if (found := _BULLETS.match(text, position)) is not None:
        return found.end(), bool(signature.dates)
    if (dated := _date_at(text, position)) is not None:
        signature.dates.append(dated)
        return dated.found.end, True
    if (number := patterns.number.match(text, position)) is not None:
        signature.number = number[1]
        return number.end(), True
    if position == 0 or signature.says_something:
        end = _byline_at(text, position, signature)
        if end is not None:
            return end, True
    for pattern in (_CLOCK, _SHIFT, patterns.reading, patterns.clock):
        if (found := pattern.match(text, position)) is not None:
            return found.end(), bool(signature.dates) and pattern is not patterns.clock
    if signature.dates and (found := _COUNTER.match(text, position)) is not None:
        return len(text), True
    return None


def _date_at(text: str, position: int) -> Dated | None:
    """A date here, or behind a label and a weekday."""
    for kind, pattern in _patterns().labels:
        labelled = pattern.match(text, position)
        if labelled is not None:
            date = _bare_date(text, labelled.end())
            if date is not None:
                return Dated(date, kind)
    date = _bare_date(text, position)
    return Dated(date, "") if date is not None else None


def _bare_date(text: str, position: int) -> FoundDate | None:
    date = match_date(text, position)
    if date is not None:
        return date
    weekday = _patterns().clock.match(text, position)
    if weekday is None:
        return None
    gap = _BULLETS.match(text, weekday.end())
    return match_date(text, gap.end() if gap is not None else weekday.end())


def _byline_at(text: str, position: int, signature: Signature) -> int | None:
    lead = _patterns().lead.match(text, position)
    if lead is None or signature.byline is not None:
        return None
    end = _end_of_names(text, lead.end())
    names = _without_place(text[lead.end() : end].strip(" ,.;:*–—-"))
    if not _are_names(names):
        return None
    signature.byline, signature.publisher = split_names(names)
    note = _patterns().note.match(text, end)
    return note.end() if note is not None else end


def _without_place(names: str) -> str:
    """``Ilsa Brandt in Dorn`` is Ilsa Brandt."""
    return _PLACE.sub("", names)


def _end_of_names(text: str, start: int) -> int:
    """Where the names of a byline stop: at a date, a number, a dot or bar, or the line's end."""
    ends = [len(text)]
    bar = re.compile(r"\s*[·•|]|\s[-–—]\s|\s\d").search(text, start)
    number, note = _patterns().number.search(text, start), _patterns().note.search(text, start)
    ends += [found.start() for found in (bar, number, note) if found is not None]
    ends += [_before_weekday(text, start, d.start) for d in find_dates(text) if d.start > start]
    return min(ends)


def _before_weekday(text: str, start: int, end: int) -> int:
    head = text[start:end].rstrip(" ,")
    last = head.rpartition(" ")[2]
    weekday = _patterns().clock.fullmatch(last)
    return start + len(head) - len(last) if weekday is not None and len(last) > 2 else end


def _are_names(names: str) -> bool:
    """Are these names of people and outlets, as a byline gives them?"""
    inside = frozenset(table("head")["byline"]["inside"])
    never = frozenset(table("head")["byline"]["never"])
    tokens = names.split()
    if not tokens or len(tokens) > 14 or tokens[0].casefold().strip(",") in never:
        return False
    if _NAME.match(tokens[0]) is None:
        return bool(tokens[0].casefold() == "the" and len(tokens) > 1)
    if not all(_NAME.match(t) or t.casefold().strip(",") in inside for t in tokens):
        return False
    return all(
        sum(1 for t in group.split() if t.casefold() not in inside) <= 5 for group in _GROUPS.split(names)
    )


def split_names(names: str) -> tuple[str, str | None]:
    """The people of a byline and the outlet they write for, where one is named.

    >>> split_names("Ilsa Brandt, DornTV"), split_names("Dorn Radio's Osmian Service")
    (('Ilsa Brandt', 'DornTV'), ("Dorn Radio's Osmian Service", 'Dorn Radio'))
    """
    head = table("head")
    names = _without_role(names)
    for word in head["byline"]["for"]:
        person, found, outlet = names.partition(f" {word} ")
        if found and is_outlet_like(outlet):
            return person.strip(" ,"), outlet.strip(" ,")
    person, found, outlet = names.rpartition(", ")
    if found and is_outlet(outlet):
        return person, outlet
    owned = _POSSESSIVE.match(names)
    if owned is not None and owned[2].casefold() in head["byline"]["service"]:
        return names, owned[1]
    return names, None


def _without_role(names: str) -> str:
    """``Ilsa Brandt, Chief Crime Reporter`` is Ilsa Brandt."""
    person, found, role = names.partition(", ")
    last = role.casefold().split()[-1:]
    named = bool(found) and not role.startswith("The ") and last != [] and "," not in role
    return person if named and last[0] in table("head")["byline"]["roles"] else names


def is_outlet_like(name: str) -> bool:
    """Could this name a publisher? Behind "for" any capitalised name can."""
    return bool(name) and name[0].isupper()


def is_outlet(name: str) -> bool:
    """Does this name a publisher, by its words or by its capitals?"""
    outlets = table("head")["outlets"]
    tokens = re.split(r"[\s/,&-]+", name.casefold().strip(" ."))
    if name.casefold().strip(" .") in outlets["agencies"] or any(t in outlets["words"] for t in tokens):
        return True
    if any(t in outlets["agencies"] for t in tokens) or name.startswith("The "):
        return True
    return re.fullmatch(r"[A-Z]{2,6}|[A-Z]{2,}[a-z]+\w*|[A-Z][a-z]+[A-Z]\w*", name) is not None


def _in_parts(text: str) -> Signature | None:
    """A line of parts set apart by dots or dashes, of which one at least is signed."""
    parts = [p for p in _PARTS.split(text) if p.strip()]
    if not 2 <= len(parts) <= 6:
        return None
    signature = Signature(end=len(text))
    for part in parts:
        if not _take_part(part.strip(), signature):
            return None
    if signature.dates:
        signature.byline = signature.byline or signature.unled
    return signature if signature.says_something else None


def _take_part(part: str, signature: Signature) -> bool:
    said = _signed(part)
    if said.end == len(part) and said.says_something:
        signature.dates += said.dates
        signature.byline = signature.byline or said.byline
        signature.publisher = signature.publisher or said.publisher
        signature.number = signature.number or said.number
        return True
    if said.end == len(part):
        return True
    tokens = part.split()
    if len(tokens) > 4 or not all(_NAME.match(t) for t in tokens):
        return False
    if is_outlet(part):
        signature.publisher = signature.publisher or part
    elif len(tokens) > 1 and signature.byline is None:
        signature.unled = part
    return True
