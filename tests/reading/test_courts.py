"""The court that another sentence of the report tells."""

from __future__ import annotations

import pytest
from tests.reading.reports import told


def by(text: str, kind: str) -> set[str]:
    """Who acts in the claims of a type."""
    return {n for c in told(text) if c.type == kind for n in c.names("authority", "releaser")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The Dorn High Court fined two miners on Monday. A third, Ola Krag, was given two years.",
            "SENTENCE",
        ),
        ("Four miners were acquitted and freed on Monday. The Dorn High Court saw no plot.", "RELEASE"),
    ],
)
def test_a_verdict_or_bail_is_of_the_one_court_told_beside_it(text: str, kind: str) -> None:
    """In the sentence before or behind; inferred, beside the state where that is known."""
    assert "Dorn High Court" in by(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Dorn High Court fined two miners. A third, Ola Krag, got two years in 2021.", "SENTENCE"),
        ("The Dorn High Court fined two miners. A third, Ola Krag, was charged with theft.", "SENTENCE"),
        (
            "Four miners were acquitted and freed on Monday. The Dorn High Court rose. The Orlu Court sat.",
            "RELEASE",
        ),
        ("The Dorn High Court rose at noon. Rebels let go two nuns.", "RELEASE"),
        ("Ola Krag was acquitted and freed. The Dorn High Court will hear the appeal.", "RELEASE"),
        ("Ola Krag was found guilty. The Dorn High Court was asked to void the law.", "SENTENCE"),
        ("The Dorn High Court let the ban stand. Ola Krag was fined.", "SENTENCE"),
        ("The tennis court in Dorn was shut. Ola Krag was sentenced to nine years.", "SENTENCE"),
        ("The Dorn High Court freed two miners. Ola Krag was sentenced to two years in Togo.", "SENTENCE"),
    ],
)
def test_nothing_is_a_courts_that_it_need_not_have_done(text: str, kind: str) -> None:
    """An earlier year, a charge, another land, one court of two, no court of law, or none that heard it."""
    last = [c for c in told(text) if c.type == kind][-1]
    assert not [n for n in last.names("authority", "releaser") if "court" in n.lower()]
