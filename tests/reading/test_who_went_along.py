"""Releases and journeys told in half a clause: who flew home with whom, for whom, out of whose hands."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

HELD = "The pilot is held in Chad."


def counts(text: str, *types: str) -> list[int | float | None]:
    """The counts of the deeds of these types that a text tells as done."""
    done = [c for c in told(text) if c.type in types and c.mode in {"performed", "background"}]
    return [c.quantity.lo if c.quantity is not None else None for c in done]


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("The emir freed six others, who flew home with the special envoy Ira Lind.", [6]),
        ("The emir freed six Danes, who were flown home.", [6]),
        ("The emir freed the six who went home.", []),
        ("Nine freed prisoners landed here on Tuesday.", [9]),
        ("Chad freed two Danes. The minister Ira Lind is flying back from Chad with the two Danes.", [2]),
        ("The minister Ira Lind is flying back with the three Danes who had been held in Chad.", [3]),
        ("Chad freed two Danes. The minister flew back from Chad with three aides.", []),
        ("Chad freed two Danes. The minister came here with a delegation.", []),
    ],
)
def test_who_goes_along_has_travelled(text: str, moved: list[int]) -> None:
    """Behind a comma it is told of so many; whom somebody of office takes along goes too."""
    assert counts(text, "TRANSFER") == moved


@pytest.mark.parametrize(
    ("text", "freed"),
    [
        ("Norway secured the release from a prison in Chad of nine bakers.", [9]),
        ("Norway secured the release from prison of nine bakers.", [9]),
        ("The seven men to whom the president granted clemency were freed.", [7, 7]),
        ("The emir granted clemency to seven bakers in return for four Danes held in Chad.", [7, 4]),
        ("The emir pardoned seven bakers in return for aid.", [7]),
        ("Two bakers are out of the rebels' hands.", [2]),
        ("Two bakers are out of the hands of the rebels.", [2]),
        ("The matter is out of the government's hands.", []),
        ("Two bakers held in Chad were delivered to Swiss officials.", [2]),
        ("Two letters were delivered to Swiss officials.", []),
    ],
)
def test_a_release_is_told_in_many_ways(text: str, freed: list[int]) -> None:
    """CODEBOOK D4, D5: from a prison of so many, to whom, for whom, out of whose hands."""
    assert counts(f"{HELD} {text}", "RELEASE", "CLEMENCY") == freed
