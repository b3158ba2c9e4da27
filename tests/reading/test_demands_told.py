"""Demands that no verb of asking alone makes: begged for, wanted of others, held out otherwise."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only


@pytest.mark.parametrize(
    ("text", "sub", "demander", "addressee"),
    [
        ("The weavers have written to the emir to beg for a pardon.", "call", "weavers", "emir"),
        ("The miners' wives petitioned the emir for clemency.", "call", "wives", "emir"),
        ("Dockers want Oslo to sanction the prison's owner.", "call", "Dockers", "Norway"),
        (
            "Keep up the pressure on the regime, the exiles begged European capitals.",
            "call",
            "exiles",
            "capitals",
        ),
        (
            "Norway will face new tariffs unless the nine are freed, the premier warned.",
            "threat",
            "premier",
            "Norway",
        ),
        (
            "The curbs will stay if the nine are not freed, the premier warned.",
            "threat",
            "premier",
            "UNSTATED",
        ),
    ],
)
def test_who_begs_wants_or_warns_demands(text: str, sub: str, demander: str, addressee: str) -> None:
    """Whom one writes to in order to beg, of whom an act is wanted, who bears what follows without it."""
    claim = only("DEMAND", f"Varland released nine prisoners. {text}")
    assert (claim.sub, claim.mode) == (sub, "demanded")
    assert any(demander in name for name in claim.names("demander"))
    assert any(addressee in f.name for f in claim.roles["addressee"])


@pytest.mark.parametrize(
    "text",
    [
        "The weavers have written to the emir to ask for seed.",
        "Dockers want Oslo to lower the price of bread.",
        "Dockers do not want Oslo to free the nine prisoners.",
        "The nurses want to be freed.",
        "Fares will rise unless it rains, the premier warned.",
        "The river would rise if the nine were freed, the premier warned.",
        "Turnout kept up in European capitals, the exiles said.",
    ],
)
def test_what_is_no_act_of_ours_or_not_wanted_of_others_is_no_demand(text: str) -> None:
    """Seed, bread and rain are nobody's release; who wants to be freed asks nobody by that."""
    assert not of_type("DEMAND", f"Varland released nine prisoners. {text}")


def test_prosecutors_ask_for_years_and_not_for_days_of_an_inquiry() -> None:
    """ "are asking for 14 years for the engineers": a term is demanded."""
    claim = only("SENTENCE", "Prosecutors are asking for twelve years for the three weavers.")
    assert claim.mode == "demanded"
    assert not of_type("SENTENCE", "Prosecutors are asking for twelve days for the inquiry.")


@pytest.mark.parametrize(
    ("text", "demander"),
    [
        ("The union said that forty dockers remained in custody, and called on Togo to free them.", "union"),
        ("Amnesty said three nurses were still held in Lomé, and urged Togo to let them go.", "Amnesty"),
        ("The lawyers said the students had been detained, and demanded their release.", "lawyers"),
        ("The bishop added that two priests were in solitary confinement, and asked to see them.", "bishop"),
        ("The lawyers said the students were held in Lomé, and their parents demanded a pardon.", "parents"),
        ("The students, who remained in custody, demanded that Togo free them.", "students"),
    ],
)
def test_who_says_that_others_are_held_demands_and_not_those_others(text: str, demander: str) -> None:
    """A verb of asking behind a comma and *and* joins who said so, not those of whom a state was told."""
    (claim,) = (c for c in of_type("DEMAND", text) if c.names("demander"))
    assert demander in " ".join(claim.names("demander"))
