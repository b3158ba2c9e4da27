"""Sums over a longer time: what a number comes to, and since when."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

MONDAY = "Chad freed 30 men on Monday. "


def sums(text: str) -> set[tuple[float | None, str | None]]:
    """How many, and since when, of those freed in passing."""
    found = [c for c in told(MONDAY + text) if c.type == "RELEASE" and c.mode == "background"]
    return {(c.quantity.lo if c.quantity else None, c.time.start if c.time else None) for c in found}


@pytest.mark.parametrize(
    ("text", "number", "since"),
    [
        ("That brings to 210 the number released since January, he added.", 210, "2026-01-01"),
        ("That takes to 340 the number freed since January.", 340, "2026-01-01"),
        ("The move raised the number of prisoners released since January to 95.", 95, "2026-01-01"),
        ("The release pushes the total number of detainees freed since November to 150.", 150, "2025-11-01"),
        ("The number of captives freed since January now stands at 77.", 77, "2026-01-01"),
        ("The total released since October has reached 1,340.", 1340, "2025-10-01"),
        ("Since January 188 people have been released.", 188, "2026-01-01"),
        ("Since the start of the year 583 people have been let out of prison.", 583, "2026-01-01"),
    ],
)
def test_a_number_comes_to_a_sum(text: str, number: int, since: str) -> None:
    """What a number is brought to, or stands at; a bare number behind a month counts people."""
    assert (number, since) in sums(text)


@pytest.mark.parametrize(
    "text",
    [
        "That would bring to 210 the number freed since January.",
        "Chad hopes to bring to 210 the number of captives freed since January.",
        "The number of captives freed could rise to 210 by June.",
        "The number of captives freed will rise to 210 by June, the minister said.",
        "The number of captives freed did not reach 210.",
    ],
)
def test_a_sum_that_is_not_reached_is_none(text: str) -> None:
    """What would be, is hoped for or was not: nobody has counted so many."""
    counts = [c.quantity.lo for c in told(MONDAY + text) if c.type == "RELEASE" and c.quantity]
    assert 210 not in counts


@pytest.mark.parametrize(
    "text",
    [
        "That brings to 210 the number still held, he added.",
        "A bus took a number of people freed since January to 12 hospitals.",
        "The number freed since January is a secret.",
        "The number of guards was raised to 210.",
        "That brings to 210 the number of wells dug since January.",
    ],
)
def test_no_sum_of_the_freed(text: str) -> None:
    """Sums of others, of things, and numbers that are not told."""
    assert not any(number for number, _ in sums(text))


@pytest.mark.parametrize(
    ("text", "committer"),
    [
        ("All 74 fishers will be freed by 1 May, President Yusuf Mugerwa promised bishops.", "Yusuf Mugerwa"),
        ("The 40 nurses will be let go by Friday, the minister promised.", "minister"),
        ("The minister pledged that the nurses will be let go.", "minister"),
        ("Ten nurses would be let go, Osmia has pledged.", "Osmia"),
        ("Nine clerks will be set free soon, the junta pledged.", "junta"),
    ],
)
def test_who_promises_what_is_nobodys_act_commits(text: str, committer: str) -> None:
    """A promise told behind its content is a promise, and its speaker commits (CODEBOOK A1)."""
    claims = told(MONDAY + text)
    acts = [c for c in claims if c.type in ("RELEASE", "CLEMENCY") and c.mode == "promised"]
    assert len(acts) == 1
    assert committer in {n for c in claims if c.type == "COMMIT" for n in c.names("committer")}


@pytest.mark.parametrize(
    "text",
    [
        "The nurses were let go on Friday, the minister had promised.",
        "He was taken to court; the minister promised an inquiry.",
        "The nurses were let go, the minister promised parliament, and it was true.",
    ],
)
def test_what_is_told_as_done_is_no_promise(text: str) -> None:
    """Only what is still to come can be promised."""
    assert not [c for c in told(MONDAY + text) if c.mode == "promised"]
