"""What is denied, ahead or laid down, and what is only said of a deed that was done (phenomenon 10)."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type

DONE = {"performed", "background"}


def _modes(text: str, type_: str = "RELEASE") -> set[str]:
    return {c.mode for c in of_type(type_, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Chad frees nine prisoners tomorrow.",
        "Chad frees nine prisoners tonight.",
        "Nine prisoners are freed next week, the ministry said.",
    ],
)
def test_a_present_with_a_day_ahead_is_not_done(text: str) -> None:
    """ "Frees nine tomorrow" tells what is meant for that day."""
    assert _modes(text) == {"intended"}


def test_would_before_a_year_looks_back() -> None:
    """ "Would spend two years inside before being freed in 2019" was freed; "would wait before" waits yet."""
    assert _modes("Omar Dessie would spend two years in jail before being freed in 2019.") <= DONE
    assert _modes("Omar Dessie will be tried before being freed.") == {"intended"}


def test_a_day_ahead_in_another_clause_is_not_the_deeds() -> None:
    """ "Freed nine who vote next week": they vote then, and are free."""
    assert _modes("Chad freed nine prisoners who vote next week.") == {"performed"}
    assert _modes("Chad frees nine prisoners.") == {"performed"}
    assert _modes("Nine prisoners are on their way home tonight, the ministry said.") == {"performed"}
    jailed = of_type("SENTENCE", "A court jails Ola Krag; the appeal is heard tomorrow.")[0]
    assert jailed.mode == "performed"


@pytest.mark.parametrize(
    "text",
    [
        "The nine miners are released only if they sign a pledge.",
        "Prisoners were released only if they signed a pledge.",
    ],
)
def test_only_if_leaves_it_open(text: str) -> None:
    """What hangs on a signature is a condition, told in the present or the past."""
    assert _modes(text) == {"conditional"}


def test_only_after_tells_of_a_release_that_came() -> None:
    """ "Were freed only after they had signed": they signed, and were freed."""
    assert _modes("The nine miners were freed only after they signed a pledge.") <= DONE


def test_who_may_not_leave_after_being_freed_was_freed() -> None:
    """ "Was banned from leaving after being freed": the leaving is denied, and not the release."""
    assert _modes("Omar Dessie was banned from leaving Chad after being freed in May.") <= DONE
    assert _modes("Omar Dessie was barred from working after being released in May.") <= DONE
    assert _modes("The court banned Chad from freeing Omar Dessie after hearing of a plan.") == {"denied"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The arrest of Omar Dessie was no accident.", "DETAIN"),
        ("The release of Omar Dessie on Monday was not a surprise.", "RELEASE"),
        ("The detention of Omar Dessie was ruled unlawful.", "DETAIN"),
    ],
)
def test_what_is_judged_was_done(text: str, type_: str) -> None:
    """That it was no accident, no surprise or unlawful is said of a deed that took place."""
    assert _modes(text, type_) <= DONE
    assert _modes(text, type_)


@pytest.mark.parametrize(
    "text",
    [
        "The release of Omar Dessie will not be a surprise.",
        "The release of Omar Dessie is not a possibility.",
        "The release of Omar Dessie was not on the table.",
        "The release of Omar Dessie was ruled out.",
        "The release of Omar Dessie was ruled unlawful.",
    ],
)
def test_what_is_ahead_or_ruled_out_is_not_done(text: str) -> None:
    """A surprise to come, what is no option, and a release that a court forbids."""
    assert not _modes(text) & DONE
    assert _modes(text)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The plan is simple: Chad frees nine soldiers, and Niger pulls back its troops.", "intended"),
        ("The deal is clear: Chad frees nine soldiers.", "agreed"),
        ("The news is good: Chad frees nine soldiers.", "performed"),
    ],
)
def test_steps_behind_a_plan_and_a_colon_are_laid_down(text: str, mode: str) -> None:
    """ "The plan is simple: Chad frees nine" tells a step; behind good news it is done."""
    assert _modes(text) == {mode}
