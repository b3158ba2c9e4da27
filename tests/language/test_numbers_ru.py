"""Numbers and dates of Russian prose: the same rules as in English, from Russian words."""

from __future__ import annotations

from datetime import date

import pytest

from detente.language.dates import times
from detente.language.numbers import quantities


@pytest.mark.parametrize(
    ("cue", "lo", "hi"),
    [
        ("более 430", 431, None), ("не менее 16", 16, None), ("около 1400", 1330, 1470), ("до 40", None, 40),
        ("почти 100", 90, 99), ("не более 30", None, 30), ("менее 30", 0, 29), ("от 20 до 30", 20, 30),
        ("двадцать шесть", 26, 26), ("сто двадцать шесть", 126, 126), ("две тысячи триста", 2300, 2300),
        ("1\u00a0400", 1400, 1400), ("1 400", 1400, 1400), ("тысяча", 1000, 1000),
        ("более тысячи", 1001, None),
        ("полторы тысячи", 1500, 1500), ("сотни", 200, 999), ("десятки", 20, 99), ("несколько", 3, 9),
        ("несколько десятков", 30, 99), ("двое", 2, 2), ("шестнадцати", 16, 16),
    ],
)  # fmt: skip
def test_a_russian_cue_gives_its_bounds(cue: str, lo: int | None, hi: int | None) -> None:
    """Hedges and number words of Russian make the intervals of §5."""
    (found,) = quantities(f"Освободили {cue} человек", language="ru")
    assert (found.quantity.lo, found.quantity.hi, found.quantity.cue) == (lo, hi, cue)
    assert (found.kind, found.noun) == ("count", "человек")


@pytest.mark.parametrize(
    ("text", "kind"),
    [("на 18 лет", "duration"), ("19,5 лет", "duration"), ("в 2022 году", "year"), ("2024 года", "year"),
     ("статья 361", "identifier"), ("№ 12", "identifier"), ("32-летний журналист", "age"),
     ("1,2 млн долларов", "money"), ("80 процентов", "percent"), ("половина из них", "ratio")],
)  # fmt: skip
def test_russian_years_terms_and_articles_are_no_counts(text: str, kind: str) -> None:
    """A term, a year, an age, money or the number of a law counts nobody."""
    assert [found.kind for found in quantities(text, language="ru")] == [kind]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("5 марта 2024 года", "2024-03-05", "2024-03-05"), ("в субботу", "2025-12-13", "2025-12-13"),
     ("вчера", "2025-12-12", "2025-12-12"), ("в прошлом месяце", "2025-11-01", "2025-11-30"),
     ("в июле прошлого года", "2024-07-01", "2024-07-31"), ("с 2021 года", "2021-01-01", "2025-12-13")],
)  # fmt: skip
def test_russian_dates_are_intervals(text: str, start: str, end: str) -> None:
    """Days, months and years of Russian, from the day of the report where they need it."""
    (found,) = times(text, anchor=date(2025, 12, 13), language="ru")
    assert (found.time.start, found.time.end) == (start, end)
