"""Our words in reports of something else: amnesties for knives, guests who stay, history (phenomenon 15)."""

from __future__ import annotations

import pytest
from tests.reading.reports import article, of_type

KNIVES = (
    "The interior ministry announced an amnesty on Monday. People may hand over blades and guns "
    "without giving a name, and 212 knives came in within a week. Every knife is one less, a chief "
    "inspector said on Sunday. The metal is melted down at the works in Dorn and becomes railings."
)
PUB = (
    "The town's oldest pub reopened on Friday after two years of building work. About 200 people "
    "came, and some refused to leave. The landlord found a set of horse shoes under the floor, which "
    "hang above the bar now. The licence had been held up by a quarrel over noise. A beer brewed for "
    "the day was gone by eight in the evening."
)


def test_an_amnesty_for_knives_frees_nobody() -> None:
    """Arms that are handed in and fines that are forgiven hold nobody; with prisoners told it is ours."""
    assert of_type("CLEMENCY", KNIVES) == []
    assert of_type("CLEMENCY", KNIVES.replace("an amnesty on", "an amnesty for 40 prisoners on"))


def test_guests_who_refuse_to_leave_were_not_held() -> None:
    """A report of nobody held tells of no freed prisoner who stays; behind a release it does."""
    assert of_type("TRANSFER", PUB) == []
    freed = "Chad freed Lena Marr on Monday and drove her to the border. She refused to leave and sat down. "
    assert of_type("TRANSFER", freed + PUB.replace("some refused to leave", "some danced"))


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Nine miners were released in 2013. The rest were flown home.", "background"),
        ("Nine miners were released in 2013. The rest have been flown home.", "performed"),
        ("Nine miners were released in 2025. The rest were flown home.", "performed"),
        ("Chad freed two on Monday. Nine were released in 2013. The rest were flown home.", "performed"),
    ],
)
def test_what_is_told_on_behind_a_release_of_old_is_of_its_time(text: str, done: str) -> None:
    """Undated, in the simple past, and where nobody is told as freed since."""
    report = article(text, published="2026-03-04")
    assert [c.mode for c in of_type("TRANSFER", report)] == [done]


def test_who_was_arrested_of_old_may_be_freed_today() -> None:
    """ "Was arrested in 2013. A court freed him": the arrest alone is past."""
    report = article("Omar Dessie was arrested in 2013. A court freed him.", published="2026-03-04")
    assert [c.mode for c in of_type("RELEASE", report)] == ["performed"]


def test_how_much_may_be_had_is_no_sanction() -> None:
    """ "Limits on how much rice a shop may hold" are a rule at home; limits on a state's exports are ours."""
    text = "India on Thursday lifted the limits on how much rice traders and shops may hold, a minister said."
    assert of_type("SANCTION_EASE", text) == []
    assert of_type("SANCTION_EASE", "India on Thursday lifted its sanctions on Chad, a minister said.")
