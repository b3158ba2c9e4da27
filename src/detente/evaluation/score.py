"""Gold and claims → a score: pure, exact, the same whatever the order of the claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from detente.evaluation.agreement import Agreement
from detente.evaluation.calibration import Calibration, calibration
from detente.evaluation.gold import Gold, by_text
from detente.evaluation.matching import TYPES, match
from detente.evaluation.sheet import Miss, Sheet, rows, sheet, total
from detente.evaluation.tallies import Share, Tally, cut, together
from detente.records import Claim
from detente.records.base import Field, Record

FIELDS = ("mode", "count", "agent", "agent (far)", "from", "from (far)", "to", "to (far)", "persons",
          "attribution", "sector")  # fmt: skip
ROLES = ("agent", "from", "to", "persons", "attribution")
FACTS = ("done", "open", "not done")


class Fault(Field, frozen=True):
    """How often something happened that must not, of how many chances."""

    n: int
    of: int


class Factuality(Field, frozen=True):
    """Done, open or not done, on events that were found."""

    macro_f1: float | None  # mean over the classes that gold holds; None: nothing was found
    classes: dict[str, Tally]


class Score(Record, frozen=True, kw_only=True):
    """How well claims say what gold says."""

    gold: str
    sha256: str  # of the gold
    sealed: bool
    language: str | None
    texts: int
    claims: int  # of scored types
    events: Tally
    types: dict[str, Tally]
    fields: dict[str, Share]  # on events that were found: is what gold has there?
    roles: dict[str, Tally]  # and is what is there gold's?
    factuality: Factuality
    told_as_done: Fault  # events that did not happen, told as happened
    held_as_freed: Fault  # people not freed, told as freed
    false_alarms: Fault  # claims that something happened; of: texts in which nothing did
    spans_not_in_text: int
    calibration: Calibration
    calibration_by_type: dict[str, Calibration]
    phenomena: dict[int, Tally]  # over the texts that show each
    misses: tuple[Miss, ...] = ()
    agreement: Agreement | None = None  # with another claim set
    failed: tuple[str, ...] = ()  # what a gate asks and the score has not


def score(gold: Gold, claims: Iterable[Claim]) -> Score:
    """Score these claims against this gold.

    Args:
        gold: annotated texts.
        claims: of any documents; those of texts that are not in the gold are left out.
    """
    sorted_out = by_text(gold, claims)
    sheets = [sheet(match(text, sorted_out[text.id])) for text in gold.texts]
    every = total(sheets)
    types = _table(every.tallies, "type", TYPES)
    return Score(
        gold=gold.name, sha256=gold.sha256, sealed=gold.sealed, language=gold.language,
        texts=len(gold.texts), claims=len(every.judged),
        events=together(types.values()), types=types,
        fields={key: _share(every, key) for key in FIELDS if _of(every, key)},
        roles=_table(every.tallies, "role", ROLES), factuality=_factuality(every),
        told_as_done=Fault(every.marks["told as done", True], _of(every, "told as done")),
        held_as_freed=Fault(every.marks["held as freed", True], _of(every, "held as freed")),
        false_alarms=Fault(every.marks["false alarm", True], sum(not t.relevant for t in gold.texts)),
        spans_not_in_text=every.unlocated,
        calibration=calibration(every.judged), calibration_by_type=_by_type(every),
        phenomena=_phenomena(gold, sheets), misses=tuple(every.misses),
    )  # fmt: skip


def _of(every: Sheet, key: str) -> int:
    return every.marks[key, True] + every.marks[key, False]


def _share(every: Sheet, key: str) -> Share:
    return Share.of_counts(every.marks[key, True], _of(every, key))


def _tally(tallies: Counter[tuple[str, str, str]], table: str, row: str) -> Tally:
    return Tally.of_counts(*(tallies[table, row, column] for column in ("found", "false", "missed")))


def _table(tallies: Counter[tuple[str, str, str]], table: str, order: Sequence[str]) -> dict[str, Tally]:
    return {row: _tally(tallies, table, row) for row in rows(tallies, table, order)}


def _factuality(every: Sheet) -> Factuality:
    classes = _table(every.tallies, "fact", FACTS)
    held = [tally.f1 for tally in classes.values() if tally.found + tally.missed]
    return Factuality(cut(sum(held) / len(held)) if held else None, classes)


def _by_type(every: Sheet) -> dict[str, Calibration]:
    names = sorted({judged.type for judged in every.judged})
    return {name: calibration(j for j in every.judged if j.type == name) for name in names}


def _phenomena(gold: Gold, sheets: Sequence[Sheet]) -> dict[int, Tally]:
    pairs = list(zip(gold.texts, sheets, strict=True))
    numbers = sorted({number for text in gold.texts for number in text.phenomena})
    return {n: _micro(total(s for text, s in pairs if n in text.phenomena)) for n in numbers}


def _micro(every: Sheet) -> Tally:
    return together(_table(every.tallies, "type", TYPES).values())
