"""Which past is only background, in reports with a date and in those without one."""

from __future__ import annotations

import pytest
from tests.reading.reports import article, of_type, told

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
        "The priest Jon Holt was arrested on 3 June 2021.", "Forty dockers were freed two years ago.",
        "In all, 178 dockers have been freed, a rights group says.", "A fourth docker was freed on 20 June.",
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


def test_who_is_arrested_again_had_been_freed_before() -> None:
    """ "X, freed in the first hour, was arrested again": the release is told in passing."""
    claims = told(article("Jon Holt, 33, freed in the first hour, was arrested again on Monday."))
    assert {c.type: c.mode for c in claims if c.type in {"RELEASE", "DETAIN"}} == {
        "RELEASE": "background",
        "DETAIN": "performed",
    }


def test_what_opens_with_years_ago_is_past() -> None:
    """ "A year ago on Friday, 4 March, X was arrested": not this Friday."""
    text = "A year ago on Wednesday, March 4, the editor Jon Holt of the Dorn Daily Courier was arrested."
    assert {c.mode for c in told(article(text)) if c.type == "DETAIN"} == {"background"}


def test_the_year_of_another_participle_is_not_the_verbs() -> None:
    """ "Ministers ousted in 2023 were freed on Monday" tells of Monday."""
    found = modes("Six ministers of a cabinet toppled in 2023 were released from Harn prison on Monday.")
    assert set(found.values()) == {"performed"}


def mode(text: str, rule: str) -> str:
    """The mode of the last claim whose rule begins so, in a report of 4 March 2026."""
    return [c.mode for c in told(text) if c.rule.startswith(rule)][-1]


def test_what_has_been_done_before_is_not_done_now() -> None:
    """ "Nuns have in earlier years been sent to Lisbon": not these."""
    news = "Varland freed nine nuns on Monday. "
    assert mode(news + "Freed nuns have before been sent to Lisbon.", "transfer") == "background"
    assert mode(news + "The nine nuns have been sent to Lisbon.", "transfer") == "performed"


def test_a_state_that_had_lasted_is_over() -> None:
    """ "Had stayed in prison for a year", in the report's own words; what somebody says may last."""
    news = "Varland freed nine nuns on Monday. "
    assert mode(news + "Ana Dorn had stayed in prison for a year.", "custody") == "background"
    assert mode(news + "Ana Dorn, her lawyer said, had stayed in prison for a year.", "custody") == "asserted"
    assert mode(news + "Ana Dorn is still in prison.", "custody") == "asserted"


def test_what_did_not_come_about_was_before_the_report() -> None:
    """ "Would not board the October ferry", told in March: last October's."""
    text = "Jon Holt was freed on Monday. He would not board the October ferry to Oslo with the prisoners."
    (claim,) = [c for c in told(text) if c.type == "TRANSFER"]
    assert claim.time is not None
    assert (claim.time.start, claim.mode) == ("2025-10-01", "denied")


def test_a_deal_of_before_ties_nothing_of_today() -> None:
    """ "Ninety were freed last year under a deal": no deal of the nine of Monday."""
    text = "Chad freed nine men on Monday. Ninety had been freed last year under a deal with Rome."
    (tie,) = [c for c in told(text) if c.type == "LINKAGE"]
    (old,) = [c for c in told(text) if c.quantity is not None and c.quantity.lo == 90]
    assert tie.mode == "background"
    assert tie.linkage is not None
    assert tie.linkage.to == (old.id,)


@pytest.mark.parametrize(
    "after",
    [
        "Marr, who was let out in January, stays at home until a higher court rules.",
        "Marr, who was freed in December, stays free.",
        "Her husband met Marr, who was released in February, at the gate.",
    ],
)
def test_a_sentence_is_news_though_who_gets_it_was_let_out_before(after: str) -> None:
    """Who was let out in a month or year before is not freed from the term that is given today."""
    text = f"A court in Togo on Wednesday gave the editor Lena Marr four years in prison. {after}"
    assert [c.mode for c in of_type("SENTENCE", article(text, published=None))] == ["performed"]


def test_a_term_lies_before_the_release_of_the_day() -> None:
    """Who is freed today was sentenced before."""
    text = "Togo freed the editor Lena Marr on Wednesday. A court gave Marr four years in prison."
    assert [c.mode for c in of_type("SENTENCE", text)] == ["background"]


@pytest.mark.parametrize(
    ("after", "mode"),
    [
        ("Police arrested nine clerks on Tuesday.", "performed"),
        ("The brewer Jon Holt was jailed on Tuesday.", "performed"),
        ("Seventy-three dockers have been detained.", "performed"),
        ("Six dockers were also arrested.", "performed"),
        # the very same people, or no day
        ("Police had arrested the twelve on Sunday.", "background"),
        ("Police arrested twelve teachers on Sunday.", "background"),
        ("Seventy-three dockers have been detained since May.", "background"),
        ("Police arrested nine clerks.", "background"),
    ],
)
def test_an_arrest_of_these_days_is_news_beside_a_release(after: str, mode: str) -> None:
    """READING 13: what is told with its day of the week, or as having just come about, is no background."""
    assert list(modes(UNDATED + after).values())[-1] == mode


@pytest.mark.parametrize(
    ("arrest", "mode"),
    [
        ("Norway freed the editor Marek Tolan, whom police had arrested on Tuesday.", "performed"),
        ("Norway freed the editor Marek Tolan, whom police had arrested on 20 February.", "background"),
        ("Norway freed the editor Marek Tolan, whom police had arrested.", "background"),
    ],
)
def test_an_arrest_of_the_day_before_is_news_too(arrest: str, mode: str) -> None:
    """The report is of Wednesday, 4 March: what was on Tuesday is of its story."""
    assert [c.mode for c in of_type("DETAIN", arrest)] == [mode]


def test_the_skipper_is_sentenced_in_the_hearing_that_frees_his_men() -> None:
    """A term given beside a release by a court is of the same day."""
    text = "A court freed nine sailors. The skipper, Marek Tolan, was given six months."
    assert [c.mode for c in of_type("SENTENCE", text)] == ["performed"]
    alone = "Norway freed nine sailors. The skipper, Marek Tolan, was given six months."
    assert [c.mode for c in of_type("SENTENCE", alone)] == ["background"]


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Norway prolonged its ban on Chad by a year last month.", "background"),
        ("Norway prolonged its ban on Chad by a year on Tuesday.", "performed"),
    ],
)
def test_a_renewal_of_last_month_is_background(sentence: str, mode: str) -> None:
    """READING 16: a measure renewed before is past as any other deed."""
    assert [c.mode for c in of_type("SANCTION_KEEP", sentence)] == [mode]


def test_the_years_of_what_others_did_are_not_the_swaps() -> None:
    """ "freed in return for X, jailed over killings in the 1980s": the years are the killings'."""
    text = "Ola Roth was freed in return for Lars Aas, a guard serving life over killings in the 1980s."
    assert {c.mode for c in of_type("RELEASE", text)} == {"performed"}


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Guards detained two clerks on the road and let them go within the hour.", "DETAIN", "performed"),
        ("Three monks were arrested at the gate and released after two hours.", "DETAIN", "performed"),
        ("Three monks were arrested in May and released after two years.", "DETAIN", "background"),
        ("A court has placed the poet Asan Beko under house arrest.", "DETAIN", "performed"),
        ("Two of the nurses have just been pushed into a police van.", "DETAIN", "performed"),
        ("A court has held the teachers for three years.", "DETAIN", "background"),
    ],
)  # fmt: skip
def test_who_was_taken_for_hours_or_has_just_been_taken_is_news(text: str, type_: str, mode: str) -> None:
    """Taken and let go within hours is one happening of the day; what *has* been done is news."""
    found = [c.mode for c in told(f"Varland freed nine miners on Friday. {text}") if c.type == type_]
    assert set(found) <= {mode}, text
    assert found or mode == "background", text


def test_what_had_been_done_before_the_past_is_past() -> None:
    """Behind a deed of long ago an undated *had been* is older still; behind a speaker it is his tense."""
    siege = "On this day in 1979 the last hostages of the Kell siege walked free. "
    assert mode(siege + "Thirty had been released in the weeks before.", "release.free") == "background"
    text = "On Friday nine hostages walked free. The envoy said that thirty more had been released."
    assert mode(text, "release.free") == "performed"
