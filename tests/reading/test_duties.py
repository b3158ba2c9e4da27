"""Duties on another state's goods, and exchanges that something led to."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only


@pytest.mark.parametrize(
    ("text", "type_", "authority"),
    [
        ("Denmark for its part agreed to lift its duty on Norwegian salmon.", "SANCTION_EASE", "Denmark"),
        ("Denmark imposed an import duty on Kenyan tea.", "SANCTION_IMPOSE", "Denmark"),
        ("Kenya lifted the duty on Danish fish.", "SANCTION_EASE", "Kenya"),
    ],
)
def test_a_duty_on_foreign_goods_is_a_measure(text: str, type_: str, authority: str) -> None:
    """As a tariff is: one state's step against, or towards, another's goods."""
    assert only(type_, text).names("authority") == (authority,)


@pytest.mark.parametrize(
    "text",
    [
        "The government abolished the duty on cars.",
        "The prison imposed extra duties on the inmates.",
        "Soldiers on duty lifted the roadblock.",
        "The minister lifted the duty of silence from the jailed officers.",
    ],
)
def test_taxes_at_home_and_tasks_are_none(text: str) -> None:
    """A duty is also what everybody pays, and what somebody has to do."""
    assert [*of_type("SANCTION_EASE", text), *of_type("SANCTION_IMPOSE", text)] == []


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The mediation led to the exchange of 132 detainees.", "performed"),
        ("The talks resulted in a swap of nine prisoners.", "performed"),
        ("The talks did not lead to an exchange of 40 prisoners.", "denied"),
        ("The envoy hopes the talks will lead to an exchange of 40 prisoners.", "hypothetical"),
    ],
)
def test_an_exchange_that_something_led_to_is_told(text: str, mode: str) -> None:
    """What talks led to came about; what they may lead to did not yet."""
    claim = only("RELEASE", text)
    assert (claim.sub, claim.mode) == ("swap_release", mode)
