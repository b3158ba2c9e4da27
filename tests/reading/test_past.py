"""Which past is only background, in reports with a date and in those without one."""

from __future__ import annotations

import pytest
from tests.reading.reports import article, told

UNDATED = "Varland released twelve teachers on Monday, the ministry said.\n\n"


def modes(text: str) -> dict[str, str]:
    """Modes by the words of the claims about people freed, moved or held, in a report without a date."""
    kinds = {"RELEASE", "CLEMENCY", "DETAIN", "SENTENCE", "TRANSFER"}
    return {c.span.exact: c.mode for c in told(article(text, published=None)) if c.type in kinds}


@pytest.mark.parametrize(
    "past",
    [
        "In July, eighteen miners were freed.", "Last month it pardoned thirty nurses.",
        "The editor Lena Marr was jailed in 2012.", "Nine clerks were let go last year.",
        "The priest Jon Holt was arrested on 14 July 2021.", "Forty dockers were freed two years ago.",
        "In all, 178 dockers have been freed, a rights group says.",
    ],
)  # fmt: skip
def test_a_report_without_a_date_looks_back_by_months_and_years(past: str) -> None:
    """Today's news is told by its day; months, years and totals over time are background."""
    found = modes(UNDATED + past)
    first, *others = found.values()
    assert first == "performed"
    assert others
    assert set(others) == {"background"}, found


def test_what_opens_an_undated_report_is_its_news() -> None:
    """A year in review tells of its August in its first sentence."""
    found = modes("In August 2024 Varland freed sixteen prisoners. They were flown to Osmia.")
    assert set(found.values()) == {"performed"}


@pytest.mark.parametrize(
    "news",
    [
        "Hours later police arrested the clerk Ira Brandt.",
        "The clerk Ira Brandt was arrested again on Tuesday.",
    ],
)
def test_an_arrest_after_the_release_is_news(news: str) -> None:
    """Not every arrest beside a release is the one that it ends."""
    assert list(modes(UNDATED + news).values())[-1] == "performed"
