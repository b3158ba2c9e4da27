"""What the first lines of a report say: title, standfirst, byline, date, dateline."""

from __future__ import annotations

import pytest

from detente import articles
from tests.articles.samples import article, exact, issues, line

BODY = "Varland freed two men on Monday, a spokesman of the palace in Dorn told reporters."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Two men freed\n\n{BODY}", "Two men freed"),
        (f"Who was freed?\n{BODY}", "Who was freed?"),
        (f"Six freed in deal with the U.S.\n\n{BODY}", "Six freed in deal with the U.S."),
        (f"Two men were freed.\n\n{BODY}", None),
        (BODY, None),
        ("Two men freed", None),
        ("Two men freed\n\nFollow us on Telegram", None),
        (f"- Two men freed\n\n{BODY}", None),
        (f"{'Two men freed and ' * 9}home\n\n{BODY}", None),
        ("Two men whom the court had\nkept in its cellar were freed.\nBoth went\nhome.", None),
    ],
)
def test_a_title_is_short_closed_by_no_stop_and_has_a_report_below(text: str, title: str | None) -> None:
    """A lede is no title; nor is a line with no report below it, an item, or half of a sentence."""
    assert article(text).title == title


def test_a_given_title_wins_and_its_line_in_the_text_is_a_heading() -> None:
    """The title that came with an article is kept; where the text repeats it, that is a heading."""
    read, _ = articles.read(line(f"Two men freed\n\n{BODY}", title="Two men freed"))
    assert read is not None
    assert (read.title, exact(read.headings)) == ("Two men freed", ["Two men freed"])


@pytest.mark.parametrize("junk", ["Skip to content", "date 2025-06-22 403", "March 4, 2025", " "])
def test_a_given_title_that_is_page_junk_gives_way(junk: str) -> None:
    """A date or a skip link in the field of the title is not the title: the text's own is taken."""
    read, _ = articles.read(line(f"Two men freed\n\n{BODY}", title=junk))
    assert read is not None
    assert read.title == "Two men freed"


@pytest.mark.parametrize(
    ("head", "byline", "publisher"),
    [
        ("By Ada Lind", "Ada Lind", None),
        ("By Ada Lind and Tom Rask, OsmiaPress", "Ada Lind and Tom Rask", "OsmiaPress"),
        ("By ADA LIND for The Dorn Echo", "ADA LIND", "The Dorn Echo"),
        ("By Radio Kell's Osmian Service", "Radio Kell's Osmian Service", "Radio Kell"),
        ("Von Ada Lind", "Ada Lind", None),
        ("Автор: Ада Линд", "Ада Линд", None),
        ("Ada Lind · 4 May 2024 · 5 min read", "Ada Lind", None),
        ("The Dorn Echo | 4 May 2024", None, "The Dorn Echo"),
    ],
)
def test_a_byline_names_who_wrote_it_and_for_whom(
    head: str, byline: str | None, publisher: str | None
) -> None:
    """People to the byline, the outlet they write for to the publisher, the line to the furniture."""
    read = article(f"Two men freed\n{head}\n\n{BODY}")
    assert (read.byline, read.publisher, exact(read.furniture)) == (byline, publisher, [head])


@pytest.mark.parametrize(
    "sentence",
    [
        "By Friday the two men had reached the border, their lawyer said in a call from Kell.",
        "By releasing two men, Varland hopes to bring its timber back to the markets of Osmia.",
        "On March 4, 2025 two men left the colony by the north gate, their lawyer said.",
        "March 4 was the day on which two men left the colony, their lawyer said.",
        "Lena Marr — the editor — was freed, her lawyer said in a call from Kell.",
        "NATO-Osmia talks on the border began in Dorn, a spokesman of the alliance said.",
    ],
)
def test_a_sentence_is_no_signature(sentence: str) -> None:
    """Words that open like a byline, a date line or a dateline are left to the report."""
    read = article(f"{sentence}\n\n{BODY}")
    assert (read.byline, read.published, read.dateline_place, read.furniture) == (None, None, None, ())


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("March 4, 2025", "2025-03-04"),
        ("2nd December 2022", "2022-12-02"),
        ("4.3.2025", "2025-03-04"),
        ("9/18/2023", "2023-09-18"),
        ("18/9/2023", "2023-09-18"),
        ("2025-03-04 20:59:08", "2025-03-04"),
        ("Tuesday, March 4, 2025, 5:40 pm EST", "2025-03-04"),
        ("Published August 1, 2024 · last updated August 3, 2024", "2024-08-01"),
        ("Updated August 3, 2024 | Published August 1, 2024", "2024-08-01"),
        ("4 марта 2025, 10:00", "2025-03-04"),
        ("4 березня 2025", "2025-03-04"),
        ("4 сакавіка 2025", "2025-03-04"),
        ("4 marca 2025", "2025-03-04"),
        ("2025 m. kovo 4 d.", "2025-03-04"),
        ("4. März 2025", "2025-03-04"),
        ("le 4 mars 2025", "2025-03-04"),
        ("4 de marzo de 2025", "2025-03-04"),
        ("February 30, 2025", None),
    ],
)
def test_a_date_line_gives_the_day_of_publication(head: str, published: str | None) -> None:
    """In nine languages and both orders; a label outranks its place, and no day is made up."""
    assert article(f"Two men freed\n{head}\n\n{BODY}").published == published


@pytest.mark.parametrize(
    ("opening", "place", "credit", "published"),
    [
        ("DORN, Varland (OWN) — ", "Dorn, Varland", "OWN", None),
        ("Dorn, March 4 (Osmia Wire) — ", "Dorn", "Osmia Wire", None),
        ("DORN, Jan. 19 — ", "Dorn", None, None),
        ("(Osmia Wire) — ", None, "Osmia Wire", None),
        ("(NORTHPRESS) ", None, "NORTHPRESS", None),
        ("(Dorn) – ", "Dorn", None, None),
        ("(Dorn, March 4, 2025) – ", "Dorn", None, "2025-03-04"),
        ("DORN (4 March 2025) – ", "Dorn", None, "2025-03-04"),
        ("Dorn, August 2, 2024: ", "Dorn", None, "2024-08-02"),
        ("2nd December 2022 – (Dorn) ", "Dorn", None, "2022-12-02"),
        ("DORN-", "Dorn", None, None),
        ("NEW DORN, AP – ", "New Dorn", "AP", None),
        ("DORN/KELL, Feb 11 (Osmia Wire) – ", "Dorn/Kell", "Osmia Wire", None),
    ],
)
def test_a_dateline_gives_place_agency_and_day(
    opening: str, place: str | None, credit: str | None, published: str | None
) -> None:
    """It is furniture up to the first words; a day without its year is no date of publication."""
    read = article(f"Two men freed\n\n{opening}{BODY}")
    assert (read.dateline_place, read.credit, read.published) == (place, credit, published)
    assert exact(read.furniture) == [opening.strip()]


def test_a_day_takes_the_only_year_of_the_head() -> None:
    """``March 4`` in the dateline and ``March 2025`` above it make a whole date."""
    read = article(f"Two men freed\nMarch 2025\n\nDORN, March 4 — {BODY}")
    assert (read.published, read.published_precision) == ("2025-03-04", "day")


def test_a_given_date_wins_and_a_vaguer_one_gives_way_to_the_text() -> None:
    """The text makes ``2025-03`` exact where it agrees, and is not heard where it does not."""
    text = f"Two men freed\nMarch 4, 2025\n\n{BODY}"
    found = [articles.read(line(text, published=p))[0] for p in ("2025-03-06", "2025-03", "2024")]
    assert [(a.published, a.published_precision, a.published_from) for a in found if a is not None] == [
        ("2025-03-06", "day", "given"),
        ("2025-03-04", "day", "text"),
        ("2024", "year", "given"),
    ]


def test_a_date_in_the_address_is_the_last_resort() -> None:
    """``…/2025/03/04/…`` dates a report that says no day itself."""
    assert article(BODY, url="https://echo.example/2025/03/04/two-men").published == "2025-03-04"


def test_a_report_without_a_date_is_an_issue_and_still_an_article() -> None:
    """The issue ``no-date`` is not fatal and says what to do."""
    (found,) = issues(BODY)
    assert (found.code, found.fatal) == ("no-date", False)
    assert "give one" in found.message


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\ufeff"])
def test_a_text_that_is_empty_after_all_is_fatal(text: str) -> None:
    """White space is no report."""
    assert [(i.code, i.fatal) for i in issues(text)] == [("no-text", True)]
