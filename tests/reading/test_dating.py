"""When it was, how precisely, on what ground; and which past is only background (phenomena 13 and 24)."""

from __future__ import annotations

import pytest
from tests.reading.reports import article, of_type, only, told

from detente.records import Time


def time_of(sentence: str, type_: str = "RELEASE") -> Time:
    """The time of the one claim of this type."""
    time = only(type_, sentence).time
    assert time is not None
    return time


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("on Monday", "2026-03-02", "2026-03-02"),
        ("last Saturday", "2026-02-28", "2026-02-28"),
        ("late on Tuesday", "2026-03-03", "2026-03-03"),
        ("on 1 March", "2026-03-01", "2026-03-01"),
        ("yesterday", "2026-03-03", "2026-03-03"),
        ("over the weekend", "2026-02-28", "2026-03-01"),
        ("in July last year", "2025-07-01", "2025-07-31"),
        ("in 2022", "2022-01-01", "2022-12-31"),
    ],
)
def test_a_time_is_an_interval_seen_from_the_dateline(when: str, start: str, end: str) -> None:
    """Phenomenon 24: published on Wednesday, 4 March 2026."""
    time = time_of(f"Norway freed nine miners {when}.")
    assert (time.start, time.end) == (start, end)
    assert time.basis in {"stated", "anchored"}


def test_publication_is_only_a_bound() -> None:
    """CODEBOOK §8.13: no time told: not later than the report, and that is all."""
    time = time_of("Norway freed nine miners.")
    assert (time.start, time.end, time.basis) == (None, "2026-03-04", "publication_bound")


def test_without_a_date_of_publication_nothing_bounds_it() -> None:
    """CODEBOOK §8.13: an undated report dates nothing."""
    assert only("RELEASE", article("Norway freed nine miners.", published=None)).time is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway freed nine miners in 2022.",
        "Norway freed nine miners in July last year.",
        "More than 430 miners have been freed since July last year.",
        "Norway had already freed nine miners before the talks.",
        "In recent months Norway freed nine miners.",
    ],
)
def test_what_is_long_past_is_background(sentence: str) -> None:
    """Phenomena 6 and 13: never today's event, but a claim with its own time."""
    assert only("RELEASE", sentence).mode == "background"


@pytest.mark.parametrize(
    "when", ["on Monday", "two weeks ago", "earlier this week", "on 1 March", "on 20 February"]
)
def test_what_is_fresh_is_performed(when: str) -> None:
    """Phenomenon 13: a fortnight is still news."""
    assert only("RELEASE", f"Norway freed nine miners {when}.").mode == "performed"


@pytest.mark.parametrize(
    "sentence",
    [
        "Marek Tolan, jailed in 2021, was freed on Monday.",
        "Marek Tolan, held since 2021, was freed on Monday.",
        "Marek Tolan was arrested in May 2024 and freed on Monday.",
        "Marek Tolan, who was sentenced in 2021, was freed on Monday.",
    ],
)
def test_how_they_came_to_prison_is_background_of_their_release(sentence: str) -> None:
    """Phenomenon 13: each clause keeps its own time."""
    past = [c for c in told(sentence) if c.type in {"DETAIN", "SENTENCE"}]
    assert [c.mode for c in past] == ["background"]
    release = only("RELEASE", sentence)
    assert (release.mode, release.time and release.time.start) == ("performed", "2026-03-02")


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("Marek Tolan, who led the strike of 2019, was freed on Monday.", "2026-03-02"),
        ("The minister, who freed nine miners, spoke on Monday.", None),
        ("Nine miners freed by Norway met the bishop on Monday.", None),
    ],
)
def test_a_time_belongs_to_its_own_clause(sentence: str, start: str | None) -> None:
    """Phenomenon 24: the day of another clause is not this deed's."""
    assert time_of(sentence).start == start


def test_two_deeds_of_one_sentence_keep_their_days() -> None:
    """Phenomenon 24: a semicolon parts two clauses with two times."""
    text = "Nine miners were freed on Friday; five nurses were freed on Sunday."
    assert [c.time and c.time.start for c in of_type("RELEASE", text)] == ["2026-02-27", "2026-03-01"]


@pytest.mark.parametrize(
    ("sentence", "as_of"),
    [
        ("About 1,000 miners remain in prison.", "2026-03-04"),
        ("On 1 February, 1,000 miners were still in prison.", "2026-02-01"),
    ],
)
def test_a_stock_has_the_day_it_was_counted(sentence: str, as_of: str) -> None:
    """CODEBOOK D3: as_of is told, or the day of publication."""
    claim = only("CUSTODY_STATE", sentence)
    assert (claim.mode, claim.as_of) == ("asserted", as_of)


def test_a_promise_has_no_past() -> None:
    """Phenomenon 10: what will be is dated ahead or not at all, never bounded by publication."""
    assert only("RELEASE", "Norway will free nine miners.").time is None
    due = time_of("Norway will free nine miners by Friday.")
    assert due.end == "2026-03-06"


def test_a_deed_that_is_done_was_not_after_its_report() -> None:
    """What else the sentence says may lie ahead; what is planned does."""
    done = "Three men walked out of Dorn prison on Saturday and had to be added to the list."
    assert time_of(done).start == "2026-02-28"
    freed = "Varland freed nine prisoners on Monday and plans to go on."
    assert time_of(freed).start == "2026-03-02"
    planned = only("RELEASE", "Varland will free nine prisoners on Saturday.").time
    assert planned is not None
    assert planned.start == "2026-03-07"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "On Wednesday Chad freed nine Danes. On Thursday Kenya freed six. And on Friday Mali freed two.",
            "2026-02-25",
        ),
        ("On Wednesday Chad freed nine Danes. On Monday Kenya let six miners go.", "2026-03-04"),
        (
            "On Wednesday Chad freed nine Danes. On Friday a court had ordered it. They were taken in May.",
            "2026-03-04",
        ),
        (
            "On Wednesday Chad freed nine Danes. On Thursday it had freed six. And on Friday Mali freed two.",
            "2026-03-04",
        ),
    ],
)
def test_days_told_in_a_row_are_of_one_week(text: str, first: str) -> None:
    """Three days that open their sentences in the order of a week: the first is no later than the others.

    What had happened before is no step of the row.
    """
    assert {
        c.time.start for c in of_type("RELEASE", text) if c.quantity and c.time and c.quantity.lo == 9
    } == {first}


def test_a_month_that_is_also_a_word_is_the_one_that_was() -> None:
    """What is done was before its report, whatever else its sentence says of the time to come."""
    time = time_of("Ada Orlu, who was freed in May, will go on trial.")
    assert (time.start, time.end) == ("2025-05-01", "2025-05-31")


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad police detained the cook Ada Orlu until sentencing on 4 July.",
        "The cook Ada Orlu was arrested in Chad pending a hearing on 4 July.",
        "Police arrested the cook Ada Orlu in Chad until her trial in July.",
    ],
)
def test_the_day_of_what_is_waited_for_is_not_that_of_the_arrest(sentence: str) -> None:
    """ "Until sentencing on 4 July": the day lies ahead, and says nothing of when she was taken."""
    claim = only("DETAIN", sentence)
    assert claim.time is not None
    assert (claim.mode, claim.time.basis, claim.time.end) == ("performed", "publication_bound", "2026-03-04")


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Ada Orlu will be held in Chad until her release on 4 July.", "intended"),
        ("Ada Orlu is in a Chad jail until her release on 4 July.", "intended"),
        ("Ada Orlu was held in Chad until her release on Monday.", "performed"),
        ("She spent nine years in a Chad jail until her release on Monday.", "performed"),
    ],
)
def test_a_release_that_something_lasts_until(sentence: str, mode: str) -> None:
    """It is to come for what lasts still, and has come where what lasted is past."""
    assert only("RELEASE", sentence).mode == mode


def test_may_behind_its_day_is_a_month_and_no_doubt() -> None:
    """ "Two men seized on 2 May have been freed": they have; what may be is a doubt yet."""
    modes = {c.type: c.mode for c in told("Two men seized on the road on 2 May have been freed.")}
    assert modes["RELEASE"] == "performed"
    (doubtful,) = (c for c in told("Two men seized on the road may have been freed.") if c.type == "RELEASE")
    assert doubtful.mode == "hypothetical"
