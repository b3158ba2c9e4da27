"""Whose Congress it is: that of the state a report is from, unless it speaks of the United States."""

from __future__ import annotations

import msgspec
import pytest
from tests.reading.reports import article, told

AMNESTY = "{} passed an amnesty for 40 miners on Friday. They will be freed by Sunday, a lawyer said."


def states(text: str, *, publisher: str = "", dateline: str | None = None) -> set[str]:
    """The states that are told to act or to have held people."""
    document = msgspec.structs.replace(article(text).document, publisher=publisher)
    made = msgspec.structs.replace(article(text, dateline=dateline), document=document, publisher=publisher)
    return {
        f.name for c in told(made) for r in ("granter", "releaser", "from") for f in c.roles.get(r, ())
        if f.kind == "state"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("house", "publisher", "dateline", "state"),
    [
        ("Congress", "", "Lima", "Peru"),
        ("Congress", "Asunción Diario", None, "Paraguay"),
        ("The Senate", "Manila Evening", None, "Philippines"),
        ("The House of Representatives", "", "Abuja", "Nigeria"),
        ("Congress", "Tegucigalpa Hoy", None, "Honduras"),
    ],
)
def test_a_house_is_of_the_state_the_report_is_from(
    house: str, publisher: str, dateline: str | None, state: str
) -> None:
    """By its dateline, else by its publisher; never the other state that has a house of that name."""
    assert states(AMNESTY.format(house), publisher=publisher, dateline=dateline) <= {state}


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (AMNESTY.format("Congress"), "The Post"),
        (AMNESTY.format("Congress"), "Washington Monitor"),
        (AMNESTY.format("Congress") + " American miners were glad.", "Lima Hoy"),
        (AMNESTY.format("US Congress"), "Lima Hoy"),
    ],
)
def test_a_house_is_americas_where_nothing_speaks_against_it(text: str, publisher: str) -> None:
    """From no known state, from there, or in a report that speaks of it."""
    assert "Peru" not in states(text, publisher=publisher)
    assert states(text, publisher=publisher) <= {"United States"}
