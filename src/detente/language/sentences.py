"""Sentence boundaries with exact offsets.

A line break always ends a sentence: news text has one block a line. Inside a line a stop ends a
sentence when white space and no lower-case letter follow, unless the word before it is one that
takes a stop of its own: those words are data (``data/<language>/sentences.toml``). One regular
expression that never fails to advance walks the text, so the time is linear whatever the text.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import msgspec

from detente.tables import parsed

_LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_CLOSERS = "\"'\u2019\u201d\u00bb\u203a\u201c)\\]}\u300d\u300f"
_OPENERS = "\"'\u2018\u201c\u201e\u00ab\u2039([{\u2014\u2013-\u300c\u300e\u2022"
_BLANKS = " \\t\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\u3000\u00ad\u200b"
# Possessive throughout: the match always succeeds and swallows all it has looked at.
_STOP = re.compile(
    rf"[{_LINE_ENDS}]|([.!?\u2026\u061f\u3002\uff01\uff1f]++)"
    rf"((?:[{_CLOSERS}]|\[\d{{1,3}}\]|[\u00a0\u202f ]\u00bb)*+)([{_BLANKS}]*+)"
)
_WORD_BEFORE = re.compile(r"[^\s\"'\u2018\u2019\u201c\u201d\u00ab\u00bb(\[{\u2014\u2013/-]*$")
_WORD_AFTER = re.compile(rf"[{_OPENERS}]*([\w'\u2019]*)")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LIST_NUMBER = re.compile(r"\s*[(\[]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})")
_UNSPACED = frozenset("\u3002\uff01\uff1f")
_REACH = 24  # characters looked at on either side of a stop


class StopWords(msgspec.Struct, frozen=True):
    """What a language says about words that take a stop (``data/<language>/sentences.toml``)."""

    never: frozenset[str]  # a name or a noun must follow: "Gen."
    number: frozenset[str]  # no end before a number: "No. 5", "Sept. 3"
    may: frozenset[str]  # an end only before a word that opens sentences: "U.S.", "a.m."
    openers: frozenset[str]  # words that open sentences: "The"
    lower: frozenset[str]  # lower-case words that open sentences all the same
    ordinals: bool = False  # "3." is the third


def sentences(text: str, *, language: str = "en") -> list[tuple[int, int]]:
    """Where each sentence starts and ends, trimmed of white space, in order.

    Args:
        text: any text; a line break ends a block.
        language: a BCP 47 tag; one without data of its own is read like English.

    Example:
        >>> text = "“Nobody left.” Mr. J. D. Holt of the U.S. mission agreed."
        >>> [text[start:end] for start, end in sentences(text)]
        ['“Nobody left.”', 'Mr. J. D. Holt of the U.S. mission agreed.']
    """
    words = _stop_words(language.split("-")[0].lower())
    found: list[tuple[int, int]] = []
    start = 0
    for match in _STOP.finditer(text):
        end = match.end()
        if match[1] is None:
            _add(found, text, start, match.start())
            start = end
        elif _ends_sentence(text, start, match, words):
            _add(found, text, start, match.end(2))
            start = end
    _add(found, text, start, len(text))
    return found


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    piece = piece.strip()
    if piece:
        found.append((start + left, start + left + len(piece)))


def _ends_sentence(text: str, start: int, match: re.Match[str], words: StopWords) -> bool:
    end = match.end()
    if end == len(text) or text[end] in _LINE_ENDS:
        return False  # the line's own end does it
    stop, closed = match[1], match[2]
    if not match[3] and stop[-1] not in _UNSPACED:
        return False
    after = _WORD_AFTER.match(text, end, end + _REACH)
    follower = after[1] if after is not None else ""
    if follower[:1].islower() and follower not in words.lower:
        return False
    if stop != "." or _closes_quote(closed):
        return True
    return _full_stop_ends(text, start, match.start(), follower, words)


def _closes_quote(closed: str) -> bool:
    return any(mark not in ")]}" for mark in closed)


def _full_stop_ends(text: str, start: int, at: int, follower: str, words: StopWords) -> bool:
    if at - start <= 6 and _LIST_NUMBER.fullmatch(text, start, at):
        return False
    before = _WORD_BEFORE.search(text, max(start, at - _REACH), at)
    return _after_word(before[0] if before is not None else "", follower, words)


def _after_word(word: str, follower: str, words: StopWords) -> bool:
    low, opens = word.lower(), follower in words.openers
    if low in words.never:
        return False
    if words.ordinals and len(word) < 3 and word.isdigit():
        return opens or not follower
    initial = len(word) == 1 and word.isupper()
    if low in words.number and not (initial and follower[:1].isupper()):  # "p. 5", and not "J. P. Holt"
        return not follower[:1].isdigit() and (opens or low not in words.may)
    if initial or low in words.may or _DOTTED.fullmatch(word):
        return opens or not follower
    return True


@cache
def _stop_words(language: str) -> StopWords:
    folder = resources.files("detente.language") / "data"
    path = folder / language / "sentences.toml"
    if not path.is_file():
        path = folder / "en" / "sentences.toml"
    return msgspec.convert(parsed(path.read_bytes()), StopWords)
