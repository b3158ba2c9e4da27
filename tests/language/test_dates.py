"""Times of English prose: closed intervals of days, with precision and basis."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.language.dates import FoundTime, bound, durations, times

SATURDAY = date(2025, 12, 13)


def only(text: str, anchor: date | None = SATURDAY) -> FoundTime:
    """The one time of a text."""
    found = times(text, anchor=anchor)
    assert len(found) == 1, found
    return found[0]


STATED: list[tuple[str, str | None, str | None, str]] = [
    ("December 13, 2025", "2025-12-13", "2025-12-13", "day"),
    ("Sept. 18, 2023", "2023-09-18", "2023-09-18", "day"),
    ("Tuesday, Dec. 9, 2025", "2025-12-09", "2025-12-09", "day"),
    ("1 August 2024", "2024-08-01", "2024-08-01", "day"),
    ("the 1st of August 2024", "2024-08-01", "2024-08-01", "day"),
    ("9/18/2023", "2023-09-18", "2023-09-18", "day"),
    ("18.9.2023", "2023-09-18", "2023-09-18", "day"),
    ("2024-12-09", "2024-12-09", "2024-12-09", "day"),
    ("2025-06-21T20:59:08Z", "2025-06-21", "2025-06-21", "day"),
    ("5-7 March 2024", "2024-03-05", "2024-03-07", "day"),
    ("November 2021", "2021-11-01", "2021-11-30", "month"),
    ("February of 2024", "2024-02-01", "2024-02-29", "month"),
    ("the summer of 2024", "2024-06-01", "2024-08-31", "season"),
    ("in 2022", "2022-01-01", "2022-12-31", "year"),
    ("late 2023", "2023-01-01", "2023-12-31", "year"),
    ("2021-2023", "2021-01-01", "2023-12-31", "year"),
    ("between 2020 and 2022", "2020-01-01", "2022-12-31", "year"),
    ("from 1 July to 5 August 2024", "2024-07-01", "2024-08-05", "day"),
    ("from December to March 2024", "2023-12-01", "2024-03-31", "month"),
    ("the 1990s", "1990-01-01", "1999-12-31", "decade"),
    ("since 2021", "2021-01-01", "2025-12-13", "year"),
    ("until 2027", None, "2027-12-31", "year"),
    ("after 2020", "2021-01-01", None, "year"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), STATED)
def test_a_full_date_is_stated(text: str, start: str | None, end: str | None, precision: str) -> None:
    """A date with its year needs no report to be understood, and keeps its precision."""
    time = only(text).time
    assert (time.start, time.end, time.precision, time.basis) == (start, end, precision, "stated")


ANCHORED: list[tuple[str, str | None, str | None, str]] = [
    ("last Saturday", "2025-12-06", "2025-12-06", "day"),
    ("freed on Saturday", "2025-12-13", "2025-12-13", "day"),
    ("late Tuesday", "2025-12-09", "2025-12-09", "day"),
    ("early on Monday", "2025-12-08", "2025-12-08", "day"),
    ("Friday night", "2025-12-12", "2025-12-12", "day"),
    ("next Monday", "2025-12-15", "2025-12-15", "day"),
    ("will meet on Tuesday", "2025-12-16", "2025-12-16", "day"),
    ("yesterday", "2025-12-12", "2025-12-12", "day"),
    ("today", "2025-12-13", "2025-12-13", "day"),
    ("this week", "2025-12-08", "2025-12-14", "week"),
    ("last month", "2025-11-01", "2025-11-30", "month"),
    ("next month", "2026-01-01", "2026-01-31", "month"),
    ("July last year", "2024-07-01", "2024-07-31", "month"),
    ("since July last year", "2024-07-01", "2025-12-13", "month"),
    ("August 16", "2025-08-16", "2025-08-16", "day"),
    ("(Jan 19)", "2025-01-19", "2025-01-19", "day"),
    ("December 20", "2024-12-20", "2024-12-20", "day"),
    ("is due on December 20", "2025-12-20", "2025-12-20", "day"),
    ("will meet on March 29", "2026-03-29", "2026-03-29", "day"),
    ("in March", "2025-03-01", "2025-03-31", "month"),
    ("a year ago", "2024-01-01", "2024-12-31", "year"),
    ("two days ago", "2025-12-11", "2025-12-11", "day"),
    ("the last three years", "2022-12-13", "2025-12-13", "year"),
    ("in recent weeks", None, "2025-12-13", "vague"),
    ("a day earlier", None, "2025-12-13", "vague"),
    ("the next day", None, "2025-12-13", "vague"),
    ("by spring", None, "2026-05-31", "season"),
    ("before the new year", None, "2025-12-31", "day"),
    ("let go over the weekend", "2025-12-13", "2025-12-14", "day"),
    ("last weekend", "2025-12-06", "2025-12-07", "day"),
    ("will meet at the weekend", "2025-12-13", "2025-12-14", "day"),
    ("will meet next weekend", "2025-12-20", "2025-12-21", "day"),
    ("by the weekend", None, "2025-12-14", "day"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), ANCHORED)
def test_a_near_time_is_counted_from_the_day_of_the_report(
    text: str, start: str | None, end: str | None, precision: str
) -> None:
    """Weekdays and months without a year are the last ones, unless the words look ahead."""
    time = only(text).time
    assert (time.start, time.end, time.precision, time.basis) == (start, end, precision, "anchored")


@pytest.mark.parametrize(
    ("day", "start"), [(15, "2025-12-13"), (17, "2025-12-13"), (19, "2025-12-13"), (20, "2025-12-20")]
)
def test_what_was_at_the_weekend_was_at_the_last_one_begun(day: int, start: str) -> None:
    """Told on a Monday, a Wednesday or a Friday: the Saturday before, and the Sunday behind it."""
    assert only("walked out at the weekend", date(2025, 12, day)).time.start == start


def test_a_thing_named_after_the_weekend_dates_nothing() -> None:
    """ "The weekend edition" says no day."""
    assert times("the weekend edition, a weekend in Dorn", anchor=SATURDAY) == []


@pytest.mark.parametrize(
    "text", ["on Saturday", "last month", "August 16", "yesterday", "two days ago", "by spring"]
)
def test_without_the_day_of_the_report_a_near_time_stays_open(text: str) -> None:
    """No day is made up: both ends are open, and the precision is the phrase's."""
    time = only(text, anchor=None).time
    assert (time.start, time.end, time.basis) == (None, None, "anchored")


@pytest.mark.parametrize(
    "text",
    [
        "the 2020 election",
        "2020 election",
        "the 2022 Nobel laureate",
        "the Oct 7 attack",
        "the 2020 protests",
    ],
)
def test_a_year_that_names_a_thing_dates_no_act(text: str) -> None:
    """The 2020 election may be spoken of in any year."""
    assert only(text).adjectival


@pytest.mark.parametrize(
    "text", ["in 2022 Varland freed", "Since 2021, Varland", "On 1 August Varland freed"]
)
def test_a_year_before_its_subject_dates_the_act(text: str) -> None:
    """In 2022 Varland freed: the year is no adjective of Varland."""
    assert not only(text).adjectival


@pytest.mark.parametrize(
    "text",
    ["He may march", "May they rest", "the Women's March on Dorn", "2000 prisoners", "2,022 men",
     "Resolution 1900", "Room 2020", "31 February 2024 people", "more than 2000 people", ""],
)  # fmt: skip
def test_what_only_looks_like_a_time_gives_none(text: str) -> None:
    """May may be a verb, 2000 may be people, and no month has a thirty-first of February."""
    assert [found for found in times(text, anchor=SATURDAY) if found.time.precision == "day"] == []
    assert "2000" not in [found.time.text for found in times(text, anchor=SATURDAY)]


@pytest.mark.parametrize(
    ("text", "isos"),
    [("two days of talks", ["P2D"]), ("six hours", ["PT6H"]), ("a three-day visit", ["P3D"]),
     ("decades", []), ("several days", []), ("19.5 years", ["P19Y6M"]), ("half an hour", ["PT30M"]),
     ("two weeks", ["P2W"]), ("a decade", ["P10Y"]), ("18 years and six months", ["P18Y", "P6M"]),
     ("a 32-year-old man", []), ("two days ago", []), ("2.5 weeks", ["P17.5D"])],
)  # fmt: skip
def test_a_length_of_time_becomes_an_iso_duration(text: str, isos: list[str]) -> None:
    """Numbers of days, years and hours become durations; ages, and times ago, do not."""
    assert [found.iso for found in durations(text)] == isos


def test_the_report_bounds_what_it_tells() -> None:
    """What is told had begun by the day of the report; when before is not said."""
    time = bound("2025-12-13")
    assert (time.start, time.end, time.basis) == (None, "2025-12-13", "publication_bound")


@given(
    st.dates(date(1990, 1, 1), date(2040, 12, 31)), st.sampled_from(["%B %-d, %Y", "%-d %B %Y", "%Y-%m-%d"])
)
def test_a_date_reads_back_as_itself(day: date, form: str) -> None:
    """Any day, in any full form, is that day, whatever the day of the report."""
    time = only(f"on {day.strftime(form)}.").time
    assert time.start == time.end == day.isoformat()


@given(st.dates(date(1995, 1, 1), date(2035, 12, 31)), st.sampled_from([text for text, *_ in ANCHORED]))
def test_intervals_are_never_upside_down(anchor: date, text: str) -> None:
    """On any day of the report, the start is no later than the end, and the words are the text's."""
    for found in times(text, anchor=anchor):
        assert text[found.start : found.end] == found.time.text
        if found.time.start is not None and found.time.end is not None:
            assert found.time.start <= found.time.end


@given(st.dates(date(1995, 1, 1), date(2035, 12, 31)), st.sampled_from(["Monday", "Friday", "Sunday"]))
def test_a_bare_weekday_lies_in_the_week_up_to_the_report(anchor: date, name: str) -> None:
    """A weekday is the report's own day or one of the six before it."""
    start = only(f"freed on {name}", anchor).time.start
    assert start is not None
    assert 0 <= (anchor - date.fromisoformat(start)).days <= 6


@given(st.text(max_size=60))
def test_any_text_at_all_can_be_read(text: str) -> None:
    """No text makes the reader of times fail, and no two times overlap."""
    end = 0
    for found in times(text, anchor=SATURDAY):
        assert end <= found.start < found.end
        end = found.end
    assert all(found.start < found.end for found in durations(text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The freeze applies again as from 20 December.", "2025-12-20"),
        ("The vote has been put off to 3 January.", "2026-01-03"),
        ("The rule took hold with effect from 1 December.", "2025-12-01"),
        ("He left on 20 December.", "2024-12-20"),
    ],
)
def test_a_day_from_which_a_thing_holds_or_to_which_it_is_put_off_is_the_nearest(text: str, day: str) -> None:
    """ "As from 20 December", told on the 13th, is next week; a plain day of the past lies behind."""
    assert only(text).time.start == day


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("583 people freed since the start of the year", "2026-01-01", "2026-06-30"),
        ("let go at the start of the week", "2026-06-29", "2026-07-05"),
        ("will be freed by the end of the month", None, "2026-06-30"),
        ("in the middle of the decade", "2020-01-01", "2029-12-31"),
    ],
)
def test_the_end_of_the_year_is_of_this_one(text: str, start: str | None, end: str) -> None:
    """A part of "the year" is a part of the report's own."""
    (found,) = times(text, anchor=date(2026, 6, 30))
    assert (found.time.start, found.time.end) == (start, end)


@pytest.mark.parametrize(
    "text", ["at the end of the day", "the start of the second year", "the end of the war"]
)
def test_no_end_of_a_year(text: str) -> None:
    """A turn of speech, and other things that have an end."""
    assert not times(text, anchor=date(2026, 6, 30))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Since October 7 hostages have been held.", "Since October 7"),
        ("In November 12 prisoners were freed.", "November"),
        ("On November 12 prisoners were freed.", "November 12"),
        ("Since November 12, nine prisoners were freed.", "Since November 12"),
        ("In November 12 sanctions were lifted.", "November 12"),
    ],
)
def test_a_number_of_people_behind_a_month_is_no_day(text: str, said: str) -> None:
    """Nobody says "in May 30" of a day: people behind it are counted; "since May 30" is one."""
    assert only(text).time.text == said
