"""What a hostile reader found: whose label, answer, hands, names and openings say nothing of the freed."""

from __future__ import annotations

import pytest
from tests.reading.reports import article, told


def fillers(text: str, kind: str, role: str) -> set[tuple[str, bool]]:
    """Names in a role of the claims of a type, and whether they are inferred."""
    found = (f for c in told(article(text)) if c.type == kind for f in c.roles.get(role, ()))
    return {(f.name, f.inferred) for f in found if f.name != "UNSTATED"}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("NORWAY: Two divers home at last\n\nEva Lind and Bo Krag were released on Monday.", None),
        ("Press statement – Sweden: Swedish national freed\n\nThe release of Bo Krag is good news.", None),
        ("Press release – Norway: Two Norwegians free\n\nThe release of Eva Lind is good news.", None),
        ("Press statement – Germany: Berlin welcomes the release of Eva Lind.", None),
        ("SWEDEN: Eva Lind was released on Monday. Friends in Sweden had campaigned for her.", None),
        ("CHAD: Three nurses freed\nThe release of Eva Lind and Bo Krag is good news.", "Chad"),
        ("Press statement – Chad: nurse freed\nFrance welcomes the release of Eva Lind.", "Chad"),
    ],
)
def test_a_label_is_no_gaoler_where_they_come_home(text: str, state: str | None) -> None:
    """Who welcomes its own, or has them home again, did not hold them."""
    assert fillers(text, "RELEASE", "releaser") == ({(state, True)} if state is not None else set())


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Interview with Bo Krag by Eva Lind", "Bo Krag"),
        ("Interview with the diver Bo Krag by Eva Lind", "Bo Krag"),
        ("Interviewed by Eva Lind: Bo Krag on his release", "Bo Krag"),
    ],
)
def test_the_one_asked_answers_and_not_who_asks(title: str, asked: str) -> None:
    """ "A." stands before an answer, and is nobody."""
    text = f"{title}\n\nQ. When did they let you go?\nA. It freed me on 4 May.\nQ. Who?\nA. Osmia freed me."
    claims = [c for c in told(article(text)) if c.type == "RELEASE"]
    assert claims
    assert {a.name for c in claims for a in c.attribution} == {asked}
    assert not any("A." in name for name, _ in fillers(text, "RELEASE", "releaser"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Osmia swapped nine fighters for two pilots: Eva Lind and Bo Krag brokered the exchange.", False),
        ("Osmia freed two pilots: Eva Lind and Bo Krag arranged it, the ministry said.", False),
        ("Osmia traded ten rebels for two nurses: Eva Lind and Bo Krag led the talks.", False),
        ("Two were not let go: Eva Lind and Bo Krag are kept inside.", True),
        ("Osmia freed two pilots: Eva Lind and Bo Krag.", True),
    ],
)
def test_who_acts_behind_a_colon_is_not_of_those_before_it(text: str, named: bool) -> None:
    """A verb of their own makes them others."""
    assert bool(fillers(text, "RELEASE", "person") & {("Eva Lind", False), ("Bo Krag", False)}) == named


@pytest.mark.parametrize(
    "text",
    [
        "Canada designated the bank in May. It asked Norway to take it off its list.",
        "Canada designated the firm in May. It urged Norway to remove it from its list.",
        "Canada sanctioned the company in May. It wants Norway to take it off its list.",
    ],
)
def test_it_beside_another_it_is_somebody_else(text: str) -> None:
    """Who asks does not ask for itself."""
    assert not any(name == "Canada" for name, _ in fillers(text, "SANCTION_EASE", "target"))


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            (
                "Ben Roth was freed on Monday after a year in the hands of smugglers in Libya. "
                "He had been arrested in Italy in 2019."
            ),
            set(),
        ),
        (
            (
                "Ben Roth was held by traffickers in Libya. Italy had jailed him in 2015. "
                "He was freed on Monday."
            ),
            set(),
        ),
        (
            (
                "Ben Roth, a baker, was held by Hezbollah for a year. He was handed to the Lebanese army. "
                "Roth was released on Monday."
            ),
            set(),
        ),
        (
            "Ben Roth, a baker, was held by Hezbollah for a year. Roth was released on Monday.",
            {("Hezbollah", True)},
        ),
        ("Chad arrested Ben Roth, a baker, in May. Roth was released on Monday.", {("Chad", True)}),
    ],
)
def test_who_held_first_is_not_who_freed_from_other_hands(text: str, by: set[tuple[str, bool]]) -> None:
    """Nor is the state that once arrested one whom smugglers held."""
    assert fillers(text, "RELEASE", "releaser") - {("smugglers", True), ("traffickers", True)} == by


DANE = "A Danish teacher kidnapped in Mali has been freed. "


@pytest.mark.parametrize(
    "text",
    [
        DANE + "Ben Roth, 50, the director of the school, said she was well.",
        DANE + "Ben Roth, 50, a colleague seized with her, was killed in June.",
        DANE + "Eva Lind, 41, her sister, said the family was glad.",
        DANE + "Ben Roth, 52, who was arrested with her, awaits trial.",
        DANE + "Eva Lind, 41, had campaigned for her release since the summer.",
        DANE + "Eva Lind, 38, was arrested a week later and is serving nine years.",
        DANE + "Ben Roth, 52, was arrested in connection with her kidnapping.",
        "A Belmar guard jailed for kidnapping a nurse is free. Eva Lind, 19, was held in a cellar.",
        "A Danish teacher was released by Russia on Monday. Ivo Vin, 45, was freed by Denmark a day later.",
        "A Danish pilot was freed from jail on Friday. Ben Roth, 50, the envoy who brought him home, wept.",
    ],
)
def test_who_is_told_beside_the_first_is_not_the_first(text: str) -> None:
    """Kin, offices, who was taken with him, who took him, who was freed by another."""
    released = [c for c in told(article(text)) if c.type == "RELEASE" and c.mode == "performed"]
    assert released
    assert not any(f.inferred for c in released for f in c.roles.get("person", ()))


@pytest.mark.parametrize(
    "after",
    [
        "Eva Lind, 41, a mother of two, was seized in May.",
        "Eva Lind, 41, said her captors had fed her.",
        "Eva Lind was held for a year.",
        "Eva Lind, 41, whose sister had campaigned for her release, wept.",
    ],
)
def test_the_name_behind_an_opening_is_still_its_own(after: str) -> None:
    """With an age or a custody of her own."""
    assert ("Eva Lind", True) in fillers(DANE + after, "RELEASE", "person")
