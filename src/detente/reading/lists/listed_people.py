"""The names of a list: after each other in a sentence, or one a line. Names in the nominative alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.language.gazetteer import gazetteer
from detente.language.names.words import word as read_word
from detente.reading.lists.list_words import ListWords

_ASIDE = re.compile(r"\([^()]*\)|«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"\n]*\"")
_TOKEN = re.compile(r"[^\W\d_](?:\.|[\w'’ʼ‑-]*\w)?|\x00+")
_DASH = re.compile(r"\s[—–-]\s|[—–:(\[]|\x01")
_MARK = re.compile(r"[ \t\u00a0]*(?:[-–—•*·▪●✓◦‣]|(?:№ ?)?(\d{1,3})[.)])[ \t\u00a0]*")
_NUMBER = re.compile(r"\s*\d{1,3}[.)]\s+(?=[^\W\d_])")
_LINE = re.compile(r"[^\n]*\n?")
_ASIDE_LINES = 3
"""So many lines may stand between two numbers of a list: what is told of the one before."""
_MOST = 4
"""Words of a name."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A name in a list.

    Attributes:
        known: a given name that we know stands in it, in the nominative.
        clear: and the same letters are no man's name declined ("Александра").
        declined: its given name looks like one in another case.
    """

    start: int
    end: int
    name: str
    known: bool = True
    clear: bool = True
    declined: bool = False


class People:
    """Finds the names of lists in one language."""

    def __init__(self, words: ListWords) -> None:
        self._words = words
        joints = "|".join(sorted(map(re.escape, words.conjunctions), key=len, reverse=True))
        self._joint = re.compile(rf"[;,]|(?<=\s)(?:{joints})(?=\s)")

    def in_sentence(self, text: str, start: int, end: int) -> tuple[list[Listed], int]:
        """Names after each other between two offsets, and where the list stops.

        What is told between them of somebody listed is passed over; anything else ends the list, since
        the names behind it may be of those who say so; where the last one does something, nobody is listed.
        """
        hidden = _hidden(text[start:end])
        found: list[Listed] = []
        apart, item, alone = ";" in hidden, 0, False
        for mark, a, b in self._parts(hidden):
            item = 0 if mark in {"", ";"} else item + 1
            if apart and item and not (item == 1 and mark not in {",", ";"}):
                continue  # "Ada Orlu, a nurse, Dorn; …": what follows the comma is of her
            one = self._one(text, hidden, start, a, b)
            if alone and mark not in {",", ";"}:
                alone = False
                continue  # "Семён и Анна Гаевы": the surname is in the plural
            alone = hidden[a:b].strip().isalpha() and self._words.is_given(hidden[a:b].strip())
            if alone:
                continue
            if one is None:
                first = _TOKEN.match(hidden[a:b].lstrip())
                acts = first is not None and self._words.is_given(first[0])
                return [] if acts else found, start + a
            if isinstance(one, Listed):
                found.append(one)
            elif not found:
                return [], start + a
        return found, found[-1].end if found else start

    def in_lines(self, text: str, start: int, passed: Sequence[tuple[int, int]] = ()) -> list[Listed]:
        """Names that open the lines from this offset on, until a line that is none of the list.

        Args:
            text: of the article.
            start: a line begins here.
            passed: stretches that are no part of the report.
        """
        found: list[Listed] = []
        marked: bool | None = None
        number, aside, blanks, gap = 0, 0, 0, -1
        for a, b in _lines(text, start):
            if any(x < b and y > a for x, y in passed):
                continue
            if not text[a:b].strip():
                blanks += 1
                continue
            mark = _MARK.match(text, a, b)
            if marked is None:
                marked = mark is not None
            if marked:
                if mark is None:
                    aside += 1
                    if number and aside <= _ASIDE_LINES and not self._heads_another(text[a:b]):
                        continue
                    break
                at = int(mark[1]) if mark[1] else 0
                if found and ((at > 0) != (number > 0) or (at and at != number + 1)):
                    break
                number, aside = at, 0
                found += self._line(text, mark.end(), b)
            else:
                gap = blanks if gap < 0 and found else gap
                more = self._bare_line(text, a, b) if mark is None and (gap < 0 or blanks == gap) else []
                if not more:
                    break
                found += more
            blanks = 0
        return found

    def _heads_another(self, line: str) -> bool:
        """Does a line end what is listed: "Still held:"?"""
        low = self._words.folded(line).strip()
        return low.endswith(":") or self._words.patterns["opening"].search(low) is not None

    # ── the parts of a list ──
    def _parts(self, hidden: str) -> Iterator[tuple[str, int, int]]:
        """Each part with the mark before it: a comma, a semicolon, a conjunction; "" for the first."""
        at, mark = 0, ""
        for m in self._joint.finditer(hidden):
            if hidden[at : m.start()].strip():
                yield mark, at, m.start()
                mark = m[0]
            elif mark != ";":
                mark = m[0]  # ", и"
            at = m.end()
        if hidden[at:].strip(" .!…\t\n"):
            yield mark, at, len(hidden)

    def _line(self, text: str, start: int, end: int) -> Iterator[Listed]:
        """The name that a line of a list opens with, or two that are joined."""
        hidden = _hidden(text[start:end])
        for mark, a, b in self._parts(hidden):
            if mark in {",", ";"}:
                return
            one = self._one(text, hidden, start, a, b)
            if not isinstance(one, Listed):
                return
            yield one

    def _bare_line(self, text: str, start: int, end: int) -> list[Listed]:
        """The name of a line without a bullet, where nothing else stands in it but what is told of him."""
        hidden = _hidden(text[start:end])
        found: list[Listed] = []
        for n, (_, a, b) in enumerate(self._parts(hidden)):
            one = self._one(text, hidden, start, a, b)
            if one is None or (n == 0 and not isinstance(one, Listed)):
                return []
            if n == 0 and isinstance(one, Listed):
                found.append(one)
        return found

    def _one(self, text: str, hidden: str, at: int, a: int, b: int) -> Listed | bool | None:
        """A name; True for what is told of somebody listed; None for anything else."""
        number = _NUMBER.match(hidden, a, b)
        a = number.end() if number is not None else a
        dash = _DASH.search(hidden, a + 1, b)
        tail = hidden[dash.end() : b].strip() if dash is not None else ""
        stop = dash.start() if dash is not None else b
        tokens = list(_TOKEN.finditer(hidden, a, stop))
        if not tokens or not hidden[a:stop].strip("\x01 \t\n.!…"):
            return True if hidden[a:b].strip(" .") else None
        whole = "".join(hidden[a:stop].split()).rstrip(".!…") == "".join(t[0] for t in tokens).rstrip(".")
        if tail and dash is not None and dash[0].strip() == ":":
            return None
        if _capital(tokens[0][0]):
            if whole and all(_capital(t[0]) for t in tokens):
                return self._bare(text, at, tokens)
            return None
        return self._led(text, at, tokens) or self._told_of(hidden[a:b])

    def _told_of(self, part: str) -> bool | None:
        low = self._words.folded(part).strip()
        return True if self._words.patterns["details"].match(low) else None

    # ── names ──
    def _bare(self, text: str, at: int, tokens: Sequence[re.Match[str]]) -> Listed | None:
        """A part that is nothing but words with capitals."""
        names, is_given = [t[0] for t in tokens], self._words.is_given
        if not 2 <= len(names) <= _MOST or self._is_no_name(" ".join(names)):
            return None
        first, second = is_given(names[0]), is_given(names[1])
        if first or (second and (len(names) == 2 or (len(names) == 3 and not is_given(names[2])))):
            given = names[0] if first else names[1]
            return _made(text, at, tokens, clear=not self._may_be_genitive(given))
        if len(names) > 3 or gazetteer().find(" ".join(names), language=self._words.language):
            return None
        declined = any(self._declined(name) for name in names[:2])
        return _made(text, at, tokens, known=False, clear=False, declined=declined)

    def _led(self, text: str, at: int, tokens: Sequence[re.Match[str]]) -> Listed | bool | None:
        """A name with an office before it; True where only the office can be told."""
        words = self._words
        n = 0
        while not self._is_role(role := self._low(tokens[n])):
            n += 1
            if n == len(tokens) or not words.patterns["adjective"].fullmatch(role):
                return None
        between = [t for t in tokens[n + 1 :] if not _capital(t[0])]
        if any(words.patterns["verb"].fullmatch(self._low(t)) for t in between):
            return None
        given = len(tokens) - 1
        while given > n and _capital(tokens[given][0]) and not words.is_given(tokens[given][0]):
            given -= 1
        known = given > n and words.is_given(tokens[given][0])
        if not known or not 1 <= len(tokens) - 1 - given <= 2:
            return True
        name = tokens[given:]
        if self._may_be_genitive(name[0][0]) and (role in words.of_somebody or given > n + 1):
            return True  # "адвокат Александра Р.": he is the lawyer of a man, or she is one
        return True if self._is_no_name(" ".join(t[0] for t in name)) else _made(text, at, name)

    def _is_role(self, low: str) -> bool:
        """Is it an office, alone or joined: "экс-депутат", "журналист-расследователь"?"""
        return not self._words.roles.isdisjoint((low, low.split("-")[0], low.rpartition("-")[2]))

    def _low(self, token: re.Match[str]) -> str:
        return self._words.folded(token[0])

    def _is_no_name(self, text: str) -> bool:
        pattern = self._words.patterns["not_names"]
        return any(pattern.fullmatch(part) for part in self._words.folded(text).split())

    def _may_be_genitive(self, given: str) -> bool:
        """Is the given name of a woman that of a man as well, in another case?"""
        for end, of in self._words.genitive.items():
            if given.endswith(end):
                return any(self._words.is_given(given[: -len(end)] + other) for other in of)
        return False

    def _declined(self, text: str) -> bool:
        """Does a word look like a given name that we know, in another case than the nominative?"""
        if self._words.is_given(text):
            return False
        if read_word(text).families:
            return True
        low = text.casefold()
        for end in self._words.endings:
            if low.endswith(end) and len(low) > len(end) + 2:
                stem = low[: -len(end)]
                if any(self._words.is_given(stem + other) for other in self._words.nominative):
                    return True
        return False


def _made(
    text: str, at: int, tokens: Sequence[re.Match[str]], *, known: bool = True, clear: bool = True,
    declined: bool = False,
) -> Listed:  # fmt: skip
    start, end = at + tokens[0].start(), at + tokens[-1].end()
    return Listed(start, end, " ".join(text[start:end].split()), known, clear, declined)


def _hidden(text: str) -> str:
    """The text with what stands in brackets and in quotes put out of sight; every offset stays."""
    return _ASIDE.sub(lambda m: ("\x01" if m[0][0] == "(" else "\x00") * len(m[0]), text)


def _capital(token: str) -> bool:
    return token[0].isupper()


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    for m in _LINE.finditer(text, start):
        if m.end() > m.start():
            yield m.start(), m.start() + len(m[0].rstrip("\n"))
