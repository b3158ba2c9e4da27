"""In whose hands the same people were, where another sentence tells it: always inferred."""

from __future__ import annotations

import pytest
from tests.reading.reports import article, told


def fillers(text: str, kind: str, role: str, *, dateline: str | None = None) -> set[tuple[str, bool]]:
    """Names in a role of the claims of a type, and whether they are inferred."""
    claims = told(article(text, dateline=dateline))
    found = (f for c in claims if c.type == kind for f in c.roles.get(role, ()))
    return {(f.name, f.inferred) for f in found if f.name != "UNSTATED"}


PERU = " Peru freed two Kenyan nuns."
"""A second state that frees, so that no state is the only one."""


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        (
            "Ben Roth, a baker held in Chad since May, is ill. Roth was released on Monday.",
            "RELEASE",
            "releaser",
        ),
        ("Chad freed nine Danish divers. The nine divers had been arrested in May.", "DETAIN", "detainer"),
        ("Chad freed nine Danish divers. The nine divers landed in Oslo on Friday.", "TRANSFER", "from"),
        ("Chad let out a carpenter in May. The carpenter was arrested in 2021.", "DETAIN", "detainer"),
        ("Chad has let go Ada Brandt. Brandt was sentenced to six years in 2021.", "SENTENCE", "authority"),
        ("Ada Brandt has been held in Chad since May. Brandt has not been released.", "RELEASE", "releaser"),
    ],
)
def test_the_same_people_were_in_the_same_hands(text: str, kind: str, role: str) -> None:
    """By their names, their noun and number, or as the only one of a noun."""
    assert ("Chad", True) in fillers(text + PERU, kind, role)


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        ("Chad freed nine Danish divers. Eight divers had been arrested in May.", "DETAIN", "detainer"),
        ("Chad let out a carpenter in May. Two carpenters were arrested in 2021.", "DETAIN", "detainer"),
        ("Ada Brandt left Chad in May. Brandt was released on Monday.", "RELEASE", "releaser"),
        (
            "Ada Brandt was held in Chad and later in Gabon. Brandt was released on Monday.",
            "RELEASE",
            "releaser",
        ),
        ("Four hostages held by insurgents in Chad were freed on Thursday.", "RELEASE", "releaser"),
        ("Chad freed Ada Brandt on Monday. Brandt was arrested in Gabon in May.", "DETAIN", "detainer"),
    ],
)
def test_others_and_those_of_two_hands_were_in_nobody_s(text: str, kind: str, role: str) -> None:
    """Another number, a mere journey, two states, hostages of a band: nothing tells who held these."""
    assert ("Chad", True) not in fillers(text + PERU, kind, role)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("After five years in Taliban hands, Ben Roth was turned over on Saturday to soldiers.", "Taliban"),
        ("Ben Roth was freed on Monday after nine months in the hands of Hezbollah.", "Hezbollah"),
    ],
)
def test_who_was_in_the_hands_of_a_band_was_let_go_by_it(text: str, by: str) -> None:
    """Whose hands they are stands before them or behind."""
    assert fillers(text, "RELEASE", "releaser") == {(by, True)}
    assert (by, False) in fillers(text, "DETAIN", "detainer")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("CHAD: Three teachers freed\nThe release of Ada Brandt and Bo Marr is a first step.", "Chad"),
        ("Press statement – Chad: three freed\nThe release of Ada Brandt is a first step.", "Chad"),
        ("The release of Ada Brandt is a first step. Activists in Chad still sit in jail.", "Chad"),
        ("Chad's junta gave no reason. Ada Brandt was released on Monday.", "Chad"),
        ("Ada Brandt was released on Monday, the foreign ministry of Chad said.", None),
        ("Chad welcomed the release of Ada Brandt.", None),
        ("Ada Brandt was released on Monday after talks in Chad.", None),
        ("Activists in Chad are glad. Nine Chadians were released on Monday.", None),
        ("Activists in Chad and Peru are glad. Ada Brandt was released on Monday.", None),
    ],
)
def test_a_report_of_one_state_s_prisons_is_set_there(text: str, state: str | None) -> None:
    """By its label, its junta, those who dissent there; who speaks, welcomes or hosts held nobody."""
    assert fillers(text, "RELEASE", "releaser") == ({(state, True)} if state is not None else set())


def test_political_prisoners_are_held_where_they_are_told_to_be() -> None:
    """Also where the report speaks of another state that takes them in."""
    came = "Nine political prisoners came to Madrid, Spain. Ada Brandt was released in May. "
    text = f"{came}She grieves while there is a political prisoner in Cuba."
    assert ("Cuba", True) in fillers(text, "RELEASE", "from")


@pytest.mark.parametrize(
    ("text", "role", "want"),
    [
        ("Chad freed Ben Roth, who landed at Eindhoven air base on Monday.", "to", "Netherlands"),
        ("Chad freed Ben Roth, who flew on to the hospital at Landstuhl, Germany.", "to", "Germany"),
        ("Chad freed Ben Roth. Roth landed at Abidjan airport on Monday.", "to", "Ivory Coast"),
    ],
)
def test_a_place_is_told_with_its_state(text: str, role: str, want: str) -> None:
    """An airport lies where its city does, a town where it is said to lie."""
    assert (want, True) in fillers(text, "TRANSFER", role)


def test_beside_a_prison_stands_the_state_that_frees() -> None:
    """A prison by name alone tells not whose it is."""
    assert fillers("Chad freed Ben Roth from Orlu prison.", "RELEASE", "from") == {
        ("Orlu prison", False),
        ("Chad", True),
    }


def test_where_people_are_from_is_not_where_they_were_held() -> None:
    """ "Nine sailors, two of them from Peru"."""
    text = "Nine sailors, two of them from Peru, were freed on Monday."
    assert fillers(text, "RELEASE", "from") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Chad freed Ada Brandt in return for Jon Holt, a guard serving life in Sweden over a killing.",
        "Chad freed Ada Brandt in exchange for a trafficker doing time in Sweden.",
    ],
)
def test_who_serves_a_term_in_a_state_is_held_there(text: str) -> None:
    """Given for somebody, he was in that state's hands, which gets the other back."""
    assert ("Sweden", True) in fillers(text, "RELEASE", "releaser")
    assert ("Sweden", True) in fillers(text, "RELEASE", "to")


def test_who_has_concerns_frees_nobody() -> None:
    """A misgiving about a deed is no deed of the one who has it."""
    text = "Minister Ali Bor has concerns over freeing arsonists. Nobody has been let out in Chad."
    assert "Ali Bor" not in {name for name, _ in fillers(text, "RELEASE", "releaser")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In a valley of Orlu, the Mountain Front (MF) has in the last hours let go ten men.", "RELEASE"),
        ("The three women of the crew, let go in May thanks to Kenya, were jailed by Chad.", "DETAIN"),
    ],
)
def test_who_acts_stands_behind_a_place_and_who_is_let_go_acts_not(text: str, kind: str) -> None:
    """Neither the place before the comma nor the women let go free anybody."""
    by = {name for name, _ in fillers(text, "RELEASE", "releaser")}
    assert by <= {"Mountain Front", "Chad"}
    assert by or kind == "DETAIN"


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The Supreme Court ordered that nine leaders be released at once.", ("Supreme Court", False)),
        ("A court in Lima ordered them released. The nine divers were arrested in May.", ("court", False)),
        ("Ben Roth walked free out of Orlu High Court on Monday.", ("Orlu High Court", True)),
        ("Dozens have been included in a mass pardon by Chad's President Ali Bor.", ("Ali Bor", False)),
    ],
)
def test_who_orders_it_and_whose_court_it_is_frees(text: str, by: tuple[str, bool]) -> None:
    """By the verb above, by where they walk out, by whose pardon it is."""
    assert by in fillers(text + PERU, "RELEASE", "releaser") | fillers(text + PERU, "CLEMENCY", "granter")


@pytest.mark.parametrize(
    "text",
    [
        "The Supreme Court heard that nine leaders were released at once.",
        "Ben Roth walked free near Orlu High Court on Monday.",
        "The Supreme Court urged that nine leaders be released at once.",
    ],
)
def test_who_hears_or_urges_frees_nobody(text: str) -> None:
    """Nor does the court that somebody only walks by."""
    assert fillers(text, "RELEASE", "releaser") == set()


def test_where_somebody_walks_out_of_a_court_another_state_held_nobody() -> None:
    """A court of no told state is not one of the state that freed others."""
    text = "Ben Roth walked free out of Orlu High Court on Monday. Chad freed nine divers in May."
    walked = [c for c in told(text) if c.rule == "release.walk_free"]
    assert walked
    assert all(c.names("from") == () for c in walked)


@pytest.mark.parametrize(
    ("text", "court"),
    [
        ("All ten smugglers pleaded guilty in federal court in New York on Thursday.", "federal court"),
        ("Ben Roth was sentenced to six years at Orlu Crown Court on Monday.", "Orlu Crown Court"),
    ],
)
def test_the_court_in_which_it_is_done_sentences(text: str, court: str) -> None:
    """ "In", "at" and "before" a court are as good as "by" it."""
    assert (court, False) in fillers(text, "SENTENCE", "authority")


def test_who_makes_them_go_moves_them() -> None:
    """Against their will."""
    text = "Chad's authorities have released the attorney Lam Orlu but made him go into exile in Germany."
    (moved,) = [c for c in told(text) if c.type == "TRANSFER"]
    assert moved.names("mover") == ("Chad's authorities",)
    assert moved.voluntariness == "stated_forced"
    asked = [c for c in told(text.replace("made", "heard")) if c.type == "TRANSFER"]
    assert all(c.voluntariness != "stated_forced" for c in asked)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Hezbollah said the divers whom its guerrillas seized in May were alive.", "Hezbollah"),
        ("The Mountain Front's fighters seized nine sailors in May.", "Mountain Front"),
        ("The Mountain Front is at war. Its gunmen seized nine sailors.", "Mountain Front"),
    ],
)
def test_whose_fighters_they_are_acts_by_them(text: str, whose: str) -> None:
    """Beside its men stands the band."""
    assert (whose, True) in fillers(text, "DETAIN", "detainer")


def test_the_men_of_one_man_are_no_band() -> None:
    """ "His gunmen": whose they are is a person, who is not said to act."""
    text = "Ali Bor is rich. His gunmen seized nine sailors."
    assert ("Ali Bor", True) not in fillers(text, "DETAIN", "detainer")


def test_the_regime_that_frees_let_go_those_before() -> None:
    """The one that is told to free is named by no state."""
    text = "After the 39 people let out on Friday, the Orlu regime went on with its releases of prisoners."
    assert ("Orlu regime", True) in fillers(text, "RELEASE", "releaser")
    group = text.replace("the Orlu regime", "the Orlu choir")
    freed = [c for c in told(group) if c.names("group") == ("39 people",)]
    assert all("Orlu choir" not in c.names("releaser") for c in freed)


def test_the_state_of_the_other_side_of_a_swap_held_nobody_else() -> None:
    """Whoever else is told of in the report."""
    text = (
        "Ada Brandt was freed in return for Jon Holt, a guard serving life in Sweden over a killing. "
        "Bo Marr was arrested in May and let out last week."
    )
    marr = [c for c in told(text) if "Bo Marr" in c.names("person")]
    assert marr
    assert all("Sweden" not in c.names("releaser", "detainer", "from") for c in marr)


def test_a_pardon_leads_where_the_pardoned_went() -> None:
    """Only of the very same people, told as gone."""
    assert ("Norway", True) in fillers("Chad pardoned Ben Roth. Roth landed in Oslo.", "CLEMENCY", "to")
    assert fillers("Chad pardoned Ben Roth. Jon Holt landed in Oslo.", "CLEMENCY", "to") == set()


def test_from_where_they_go_on_is_the_place_before() -> None:
    """ "Flown to Bria, from where they will be driven to Bangui"."""
    text = "Chad let go nine men. A plane flies the nine to Bria, from where they will be driven to Bangui."
    assert ("Bria", False) in fillers(text, "TRANSFER", "from")


def test_the_president_who_meets_somebody_is_the_one_told_of() -> None:
    """By the office that the report calls him by; not where it calls two so."""
    meets = " A minister prepared the president's meeting with Idris Bol."
    one = "President Aino Berg freed nine sailors." + meets
    two = "President Aino Berg and President Ali Bor freed nine sailors." + meets
    assert ("Aino Berg", True) in fillers(one, "TALKS", "participants")
    assert ("Aino Berg", True) not in fillers(two, "TALKS", "participants")


def test_of_whom_a_state_frees_it_gets_others_back() -> None:
    """Told in one sentence: each side's people were in the other's hands, and went home."""
    text = "Burundi freed 17 Rwandans on Thursday and got back nine of its own soldiers."
    both = {c.names("releaser")[0]: c for c in told(text) if c.type == "RELEASE"}
    assert set(both) == {"Burundi", "Rwanda"}
    assert set(both["Burundi"].names("to")) == {"Rwanda"}
    assert set(both["Rwanda"].names("to")) == {"Burundi"}
    alone = "Burundi freed 17 sailors on Thursday and got back nine of its own soldiers."
    assert all("Rwanda" not in c.names("releaser", "to") for c in told(alone))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("A Baku court sentenced Ben Roth in March to 12 years.", "Azerbaijan"),
        ("A court in Baku sentenced Ben Roth in March to 12 years.", "Azerbaijan"),
        ("A court sentenced Ben Roth in March to 12 years.", None),
    ],
)
def test_beside_a_court_stands_whose_it_is(text: str, state: str | None) -> None:
    """Where its city is named with it."""
    beside = {name for name, inferred in fillers(text, "SENTENCE", "authority") if inferred}
    assert beside == ({state} if state is not None else set())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The five were put aboard a plane in Bangui that took them to Qatar.", "Bangui"),
        ("The five were put aboard a plane at Guantánamo that took them to Qatar.", "Guantánamo"),
    ],
)
def test_where_the_plane_stands_is_where_they_leave(text: str, place: str) -> None:
    """And not where it takes them; a hospital in a town is no vehicle."""
    freed = "Peru let go five leaders. "
    assert (place, False) in fillers(freed + text, "TRANSFER", "from")
    assert place not in {name for name, _ in fillers(freed + text, "TRANSFER", "to")}
    sick = freed + "The five were taken to a hospital in Bangui."
    assert ("Bangui", False) in fillers(sick, "TRANSFER", "to")


def test_a_camp_of_another_state_is_not_told_to_be_the_state_s_around_it() -> None:
    """Whose camp it is, the report says or does not."""
    text = "Ben Roth was held at Guantánamo for nine years. Roth was released on Monday."
    assert "Cuba" not in {name for name, _ in fillers(text, "RELEASE", "releaser")}
