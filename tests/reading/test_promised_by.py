"""Whose prisoners are promised freedom where nobody is told to hold them."""

from __future__ import annotations

import pytest
from tests.reading.reports import only


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The jailed fishers will be freed by May, President Omar Lind promised the bishops.", "Omar Lind"),
        ("The jailed fishers will be freed by May, the government pledged.", "government"),
        ("Kenya promised that the nine would be released.", "Kenya"),
        ("The jailed fishers will be freed by May, the bishop promised.", "UNSTATED"),
        ("The jailed fishers will be freed by May, the envoy promised.", "UNSTATED"),
        ("The hostages will be freed by May, the minister promised.", "UNSTATED"),
        ("The fishers jailed in Chad will be freed by May, the Kenyan president promised.", "Chad"),
    ],
)
def test_who_governs_and_promises_speaks_of_his_own_prisoners(text: str, who: str) -> None:
    """Inferred; a bishop and an envoy promise for others, hostages are in no state's hands."""
    (filler,) = only("RELEASE", text).roles["releaser"]
    assert filler.name == who
    assert filler.inferred is (who != "UNSTATED")
