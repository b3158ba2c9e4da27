"""Whose a measure is, where its own sentence does not say."""

from __future__ import annotations

import pytest
from tests.reading import reports
from tests.reading.reports import told

from detente.records import UNSTATED, Claim


def measure(text: str, exact: str) -> Claim:
    """The claim about a measure whose span holds these words."""
    return next(c for c in told(text) if c.type.startswith("SANCTION") and exact in c.span.exact)


@pytest.mark.parametrize(
    ("text", "exact", "authority"),
    [
        (
            "Norway has delisted Orlu Stones SA. The company was designated in 2023 over bribes.",
            "was designated", "Norway",
        ),
        (
            "Norway eased its timber sanctions. Other sanctions, imposed over the election, remain in place.",
            "Other sanctions, imposed", "Norway",
        ),
        (
            "The French interior minister said the visa bans on Orlu's officials will stay in place.",
            "will stay", "France",
        ),
        (
            "“Good,” said Estonia's premier, Anne Holt. Her government will not lift the bans, Holt said.",
            "will not lift", "Estonia",
        ),
        (
            "Norway has no intention to lift the sanctions it imposed on Orlu Stones.",
            "it imposed", "Norway",
        ),
    ],
)  # fmt: skip
def test_the_only_authority_told_is_the_measures(text: str, exact: str, authority: str) -> None:
    """Told of the very measure elsewhere, or by who speaks for it: inferred, and said to be so."""
    found = measure(text, exact).roles["authority"]
    assert (authority, True) in {(f.name, f.inferred) for f in found}


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Greece have each delisted Orlu Stones. The company was designated in 2023.",
        "Norway has delisted Orlu Stones. Sanctions on Brandt Bank were imposed in 2023.",
    ],
)
def test_no_authoritys_measure_is_told_from_anothers(text: str) -> None:
    """Two authorities, or another target: UNSTATED (CODEBOOK §8.6)."""
    old = next(c for c in told(text) if c.type == "SANCTION_IMPOSE")
    assert {f.name for f in old.roles["authority"]} == {"UNSTATED"}


def test_a_body_that_speaks_of_its_own_ban_is_its_authority() -> None:
    """Never the one state whose sanctions the rest of the report is about."""
    text = (
        "The United States agreed to lift its sanctions on Orlu Stones. "
        "The European Union said that its own ban on Orlu timber remained in force."
    )
    assert measure(text, "own ban").names("authority") == ("European Union",)


@pytest.mark.parametrize(
    ("words", "authority"),
    [
        ("from the Norwegian sanctions list", "Norway"),
        ("from a broker’s list of Swiss traders", UNSTATED),
        ("with the Chadian mine that it owns from the list", UNSTATED),
    ],
)
def test_whose_list_it_is_says_its_adjective(words: str, authority: str) -> None:
    """Struck from the Norwegian list, by Norway; Swiss traders or a Chadian mine own no list."""
    claim = measure(f"The entry for Orlu Stones SA was removed {words} on Monday.", "removed")
    assert (claim.names("authority") or (UNSTATED,)) == (authority,)


@pytest.mark.parametrize(
    ("town", "told", "authority"),
    [
        ("Bern", "", ("Federal Council", "Switzerland")),
        ("Bern", "The United States kept its sanctions on Orlu Stones. ", ("Federal Council",)),
        (None, "", ("Federal Council",)),
    ],
)
def test_an_organ_of_no_told_state_acts_for_the_one_at_home(
    town: str | None, told: str, authority: tuple[str, ...]
) -> None:
    """Where the report is sent from, and no other state's measures are told."""
    text = f"{told}The Federal Council on Monday decided to lift its sanctions on Omar Lind."
    claims = reports.told(reports.article(text, dateline=town))
    eased = [c for c in claims if c.type == "SANCTION_EASE" and "Omar Lind" in c.names("target")]
    assert eased[0].names("authority") == authority


def test_what_resumes_on_a_day_is_to_come_also_where_nothing_is_dated() -> None:
    """ "Talks resume on 11 September", in a report of no day."""
    (claim,) = (c for c in reports.told(reports.article("Talks resume on 11 September.", published=None)))
    assert claim.mode == "intended"


def test_more_years_are_a_further_term() -> None:
    """ "Got three more years", "added two years to his sentence": today's, and no appeal."""
    for text in (
        "The baker Ida Holt got three more years.",
        "A court added two years to Ida Holt's sentence.",
    ):
        (claim,) = (c for c in reports.told(f"{text} Chad freed nine prisoners.") if c.type == "SENTENCE")
        assert (claim.sub, claim.mode) == ("add_term", "performed")
