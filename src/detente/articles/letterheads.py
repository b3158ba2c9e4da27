"""Whose paper it is: a sender's name on lines of its own, or in the title of a statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from detente.articles.lines import Line, ends_sentence
from detente.articles.mastheads import Masthead, is_name, is_office, is_place, is_sender, masthead
from detente.articles.phrases import alternatives, table
from detente.articles.signatures import is_outlet
from detente.articles.titles import is_signed, is_title

_BLOCK = 5  # lines: no letterhead is longer
_OUTLET_WORDS = 6


class Block(NamedTuple):
    """The lines of a letterhead below a line, and whether a title stands below them."""

    below: tuple[Masthead, ...]
    signed: bool  # a date or a byline is among them
    titled: bool

    @property
    def official(self) -> bool:
        """Does it hold more than a date: a kind of paper, a place, a number?"""
        return any(m.kind or m.number is not None or m.place is not None for m in self.below)


def block(following: Sequence[Line]) -> Block:
    """The letterhead that goes on below, as far as it goes."""
    below: list[Masthead] = []
    signed = False
    at = 0
    for line in following[:_BLOCK]:
        found = masthead(line.text)
        if found is not None:
            below.append(found)
            signed = signed or bool(found.dates)
        elif is_signed(line):
            signed = True
        elif not (is_name(line.text) and (is_sender(line.text) or is_office(line.text))):
            break
        at += 1
    titled = at + 1 < len(following) and is_title(following[at], following[at + 1])
    return Block(tuple(below), signed, titled)


def is_letterhead(text: str, line: Line, following: Sequence[Line], *, kind: bool) -> bool:
    """Is this line above the title the sender's name?

    Its shape is not enough, for titles may be all capitals: it must go on as a letterhead does,
    and be known as a sender by its words, by the report that says it again, or by a title below.

    Args:
        text: the whole text.
        line: the line.
        following: the lines below it.
        kind: a line above it says what the paper is.
    """
    if not is_name(line.text):
        return False
    rest = block(following)
    official = rest.official or kind
    stated = kind or any(m.kind or m.number is not None for m in rest.below)
    again = (stated or (official and line.text.isupper())) and _said_again(text, line)
    if is_sender(line.text) or is_office(line.text):
        closed = official and is_sender(line.text.split()[-1])
        return (rest.signed or kind) and (rest.titled or closed or again)
    return again or (rest.titled and (stated or (official and is_outlet(line.text))))


def _said_again(text: str, line: Line) -> bool:
    found = re.compile(re.escape(line.text), re.IGNORECASE).search(text, line.end)
    return found is not None and len(line.text.split()) > 1


def is_outlet_line(line: Line, following: Sequence[Line], *, below_signed: bool) -> bool:
    """Is this line below the title the outlet's name alone, beside a byline or a date?"""
    if not is_name(line.text) or len(line.text.split()) > _OUTLET_WORDS:
        return False
    if not (is_outlet(line.text) or is_sender(line.text) or is_office(line.text)):
        return False
    above = below_signed and not line.gap
    return above or (bool(following) and not following[0].gap and is_signed(following[0]))


_MOTTO = re.compile(r"(?P<name>[^\s–—-].*?)\s+[–—-]\s+(?P<motto>.+)")


def motto_of(line: Line, following: Sequence[Line]) -> str | None:
    """The paper that says of itself what it is, on a line above the date: "THE ECHO – news for all Dorn".

    Args:
        line: the line.
        following: the lines below it; a date or a byline must be the next.
    """
    found = _MOTTO.fullmatch(line.text)
    if found is None or ends_sentence(line.text) or not is_name(found["name"]) or is_place(found["name"]):
        return None
    kinds = frozenset(table("head")["outlets"]["words"])
    says = {word.strip(".,:;") for word in found["motto"].split()}  # a name in it has a capital
    return found["name"] if says & kinds and following and is_signed(following[0]) else None


def senders(name: str) -> list[str]:
    """The names of a line of a letterhead: a house and its room have a comma between them.

    >>> senders("Office of the Envoy, Osmian Department of Ports")
    ['Office of the Envoy', 'Osmian Department of Ports']
    >>> senders("Ministry of Ports, Roads and Mines")
    ['Ministry of Ports, Roads and Mines']
    """
    parts = name.split(", ")
    return parts if all(is_sender(p) or is_office(p) for p in parts) else [name]


def best_name(names: Sequence[str]) -> str | None:
    """The sender among names: the house before its rooms.

    >>> best_name(["Office of the Spokesperson", "Osmian Department of Ports"])
    'Osmian Department of Ports'
    """
    houses = [n for n in names if not is_office(n)]
    return next(iter((*(n for n in houses if is_sender(n) or is_outlet(n)), *houses, *names)), None)


def sender_of(title: str) -> str | None:
    """Whose statement it is, where the title says so.

    >>> sender_of("Statement by the Ministry of Ports of Osmia"), sender_of("Statement by a friend")
    ('Ministry of Ports of Osmia', None)
    """
    rows = table("head")["masthead"]
    lead = alternatives(rows["kinds"]) + r"\s+" + alternatives(rows["by"]) + r"\s+(?:the\s+)?"
    found = re.compile(lead, re.IGNORECASE).match(title)
    name = title[found.end() :] if found is not None else ""
    return name if is_name(name) and is_sender(name) else None


def sender_in(title: str, body: str) -> str | None:
    """The sender that a statement names in its title, else in its first words.

    >>> sender_in("Kell Prison Watch welcomes release of ten", "")
    'Kell Prison Watch'
    >>> sender_in("Kell Prison Watch Welcomes Release", "It is good news, Kell Prison Watch said.")
    'Kell Prison Watch'
    >>> sender_in("Ten teachers freed", "Ten teachers are free.") is None
    True
    """
    for words in (title, body[:160]):
        run = _opening_name(words)
        prefixes = [p for p in accumulate(run, lambda a, b: f"{a} {b}") if is_name(p)]
        known = [p for p in reversed(prefixes) if is_sender(p) and " " in p]
        whole = len(run) < len(words.split())
        for name in known:
            if (whole and name == prefixes[-1]) or name in body:
                return name.removeprefix("The ")
    return None


def _opening_name(words: str) -> list[str]:
    small = frozenset(table("head")["masthead"]["small"])
    run: list[str] = []
    for token in words.split():
        if not (token[0].isupper() or (run and token in small)):
            break
        run.append(token.rstrip(",:;"))
        if token[-1] in ",:;.":
            break
    while run and run[-1] in small:
        run.pop()
    return run
