"""Article → claims, each with the exact words it rests on.

In comes an :class:`~detente.records.Article`; out goes a :class:`~detente.records.Reading`, and
an :class:`~detente.records.Issue` for every sentence that speaks of our subject and gave nothing.
The default reader, ``rules``, is deterministic and offline: trigger filter → parse of what is
kept → mentions and quantities → frames → mode, polarity → attribution → claims → one pass over
the whole document. The packages stand in that order, and none imports a later one (``.importlinter``):
``parsing`` (words), ``nouns`` (who and what), ``clauses`` (mode and source), ``shapes`` and ``frames``
(one sentence), ``discourse`` (the whole text); ``rules`` is the reader. Word lists are data, in
``data/<language>/``. In languages that it cannot parse it reads lists of the freed and nothing else; the
reader ``lists`` does that alone.
"""

from detente.reading.base import Inspector, Reader, Selective
from detente.registry import Registry


def _rules() -> Reader:
    from detente.reading.rules import RulesReader

    return RulesReader()


def _instruments() -> Reader:
    from detente.reading.laws.instruments import InstrumentReader

    return InstrumentReader()


def _lists() -> Reader:
    from detente.reading.lists.name_lists import ListReader

    return ListReader()


READERS: Registry[Reader] = Registry(
    "reader",
    {"rules": lambda: _rules(), "instruments": lambda: _instruments(), "lists": lambda: _lists()},
)
"""Name → factory. A further reader is one file and one line here, or an entry point."""

__all__ = ["READERS", "Inspector", "Reader", "Selective"]
