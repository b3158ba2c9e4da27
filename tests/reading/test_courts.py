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
    ],
)
def test_nothing_is_a_courts_that_it_need_not_have_done(text: str, kind: str) -> None:
    """Told of an earlier year, a charge, one court of two, or a release that no court orders."""
    last = [c for c in told(text) if c.type == kind][-1]
    assert not [n for n in last.names("authority", "releaser") if "Court" in n]
