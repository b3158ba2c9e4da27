"""Telling most different names apart without reading them.

Of two names taken at random nearly all are different, and reading a name under every romanisation
costs far more than seeing that. Some letters stay whatever the romanisation: л, м, н, р and the
lip sounds. Names of which no word shares those letters share no key either, so that
:func:`~detente.language.names.compare` may stop there with the same answer (a property test says so).
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from detente.language.names.parts import is_known_given

_LASTING = {
    **dict.fromkeys("lłл", "l"), **dict.fromkeys("mм", "m"), **dict.fromkeys("nн", "n"),
    **dict.fromkeys("rр", "r"), **dict.fromkeys("bpfбпф", "b"),
    **dict.fromkeys(" .,-\u2010–—\u00a0\t\n", " "),
}  # fmt: skip
_TABLE = {
    code: _LASTING.get(unicodedata.normalize("NFD", chr(code))[0].lower(), "")
    for block in (range(0x250), range(0x400, 0x460), range(0x1E00, 0x1F00), range(0x2010, 0x2020))
    for code in block
}
# Where that does not hold: other scripts, "Abdul", a glued article, a dot between words.
_UNSURE = re.compile(
    r"[^\x00-\xb6\xb8-\u024f\u0400-\u045f\u1e00-\u1eff\u2010-\u201f]|[Aa]bd|[Аа]бд"
    r"|\b[Aa]l(?:kh|gh|sh|[hjqzsd]|mu|ma|ot|aw|om)"
)
_DOUBLE = re.compile(r"([lmnrb])\1+")


def lasting(name: str) -> set[str] | None:
    """The letters no reading changes, word by word, without a known given name at the head.

    None where it cannot be said: then the name has to be read.

    >>> sorted(lasting("Lena Marr"))
    ['m']
    """
    if _may_be_unsure(name) and _UNSURE.search(name):
        return None
    words = _undoubled(name.translate(_TABLE)).split(" ")
    if len(words) > 1 and _starts_with_given(name):
        del words[0]
    if len(words) == 1:
        return {words[0].rstrip("r")}
    found = {w.rstrip("r") for w in words}
    found.add(_undoubled("".join(words)).rstrip("r"))
    found.update([_undoubled(a + b).rstrip("r") for a, b in pairwise(words)])
    return found


def _may_be_unsure(name: str) -> bool:
    """A look for what nearly every name lacks, since a search tries every place of it."""
    return not name.isascii() or "bd" in name or "al" in name or "Al" in name


def _undoubled(text: str) -> str:
    return _DOUBLE.sub(r"\1", text) if _DOUBLE.search(text) else text


def _starts_with_given(name: str) -> bool:
    first, _, rest = name.partition(" ")
    return len(rest) > 3 and "," not in name and not first.isupper() and is_known_given(first)
