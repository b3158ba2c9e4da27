"""Who goes on serving a sentence elsewhere is held; whose words a question quotes is told."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The pilot Ada Orlu will serve the rest of her sentence in Norway.", True),
        ("Ada Orlu, a jailed clerk, will serve out her term in Sweden.", True),
        ("Ada Orlu, who was jailed in May, will serve the rest of her term at home.", False),
        ("Ada Orlu, who was jailed in May, serves the rest of her term in a prison far from home.", True),
        ("Ada Orlu, jailed in May, serves out her term in Colony 4 after violating probation.", True),
        ("Ada Orlu, who was jailed in May, will serve the rest of her term in the community.", False),
        ("The pilot Ada Orlu will serve the rest of her sentence on probation.", False),
        ("The jailed mayor's deputy Ada Orlu will serve the rest of her term.", False),
        ("The mayor will serve out his term as mayor.", False),
    ],
)
def test_who_serves_the_rest_of_a_sentence_is_held(text: str, held: bool) -> None:
    """A transfer to serve at home is no release; a term of office is no sentence."""
    assert bool(of_type("CUSTODY_STATE", text)) is held
    assert of_type("RELEASE", text) == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Opposition deputies asked in the house who had approved “the sale of two boats for 31 men”.",
            ["Opposition deputies"],
        ),
        ("Kenya freed nine men in exchange for fish, and deputies asked why.", []),
    ],
)
def test_a_quote_in_a_question_is_of_who_asks(text: str, speakers: list[str]) -> None:
    """A tie that a question quotes is the asker's, and not the report's own."""
    assert [a.name for a in only("LINKAGE", text).attribution] == speakers
