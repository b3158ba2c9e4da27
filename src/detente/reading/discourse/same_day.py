"""Which day "that day" and "the same evening" are: the one told last before them; and days told in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from detente.language.dates import FoundTime
from detente.records import Time

_POINTING = re.compile(
    r"\b(?:that|the (?:very )?same) (?:very )?(?:day|morning|afternoon|evening|night)\b", re.IGNORECASE
)
_OPENING = re.compile(r"\W*(?:and |then )?on (?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_PERFECT = re.compile(r"\bhad\b", re.IGNORECASE)
"""What lies before the row: who had been taken on Friday was not taken in the week before it."""
_ROW = 3
"""So many sentences that open with their day tell a week in its order."""
_BACK = 3
"""So many sentences back a day may stand."""


class Days:
    """The day that was told last, sentence by sentence."""

    def __init__(self) -> None:
        self._last: Time | None = None
        self._at = 0

    def resolve(self, number: int, text: str, found: Sequence[FoundTime]) -> list[FoundTime]:
        """The times of a sentence, those that point back with the day they point to.

        Args:
            number: of the sentence.
            text: its words.
            found: the times in it.

        Example:
            >>> from detente.language.dates import times
            >>> text = "Freed on 5 March 2026, she was held again that evening."
            >>> [t.time.start for t in Days().resolve(0, text, times(text, anchor=None))]
            ['2026-03-05', '2026-03-05']
        """
        told = [t for t in found if _is_a_day(t)]
        pointing = list(_POINTING.finditer(text))
        out = [t for t in found if not any(m.start() <= t.start < m.end() for m in pointing)]
        for match in pointing:
            before = [t for t in told if t.end <= match.start()]
            day = before[-1].time if before else self._last if number - self._at <= _BACK else None
            old = next((t for t in found if match.start() <= t.start < match.end()), None)
            if day is not None:
                time = msgspec.structs.replace(day, basis="anchored", text=match.group(0))
                out.append(FoundTime(match.start(), match.end(), time, adjectival=False))
            elif old is not None:
                out.append(old)
        if told:
            self._last, self._at = told[-1].time, number
        return sorted(out, key=lambda t: t.start)


def in_one_week(texts: Sequence[str], told: list[list[FoundTime]], anchor: date | None) -> None:
    """ "On Tuesday … On Thursday … And on Friday …": days told in a row are those of one week.

    The weekday of the report itself, opening such a row, is that of the week before.

    Args:
        texts: sentences in order.
        told: the times of each, to be changed.
        anchor: the day of the report.
    """
    run: list[int] = []
    for n, text in enumerate((*texts, "")):
        if _OPENING.match(text) and told[n] and not _PERFECT.search(text):
            run.append(n)
            continue
        days = [date.fromisoformat(d) for i in run if (d := told[i][0].time.start)]
        if len(days) == len(run) >= _ROW and days[0] == anchor and days[1:] == sorted(days[1:]) < days[:1]:
            told[run[0]][0] = _week_before(told[run[0]][0])
        run = []


def _week_before(found: FoundTime) -> FoundTime:
    days = [
        (date.fromisoformat(d) - timedelta(7)).isoformat() if d else None
        for d in (found.time.start, found.time.end)
    ]
    time = msgspec.structs.replace(found.time, start=days[0], end=days[1])
    return FoundTime(found.start, found.end, time, adjectival=found.adjectival)


def _is_a_day(found: FoundTime) -> bool:
    time = found.time
    return time.precision == "day" and time.start is not None and time.start == time.end
