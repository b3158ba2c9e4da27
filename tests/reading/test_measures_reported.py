"""Measures as reports tell them: why, on whom, whose, and whether they are eased yet."""

from __future__ import annotations

import pytest
from tests.reading.reports import PUBLISHED, article, of_type, only, told

from detente.records import UNSTATED


def targets(text: str, type_: str = "SANCTION_IMPOSE") -> set[str]:
    """Whom the first measure of this kind is aimed at."""
    return {f.name for f in of_type(type_, text)[0].roles.get("target", ())}


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("The sanctions on Mali came on Monday after weeks of talks.", []),
        ("The sanctions on Mali come in response to a coup.", []),
        ("The sanctions on Mali came to an end on Monday.", ["performed"]),
        ("The sanctions on Mali ended on Monday.", ["performed"]),
    ],
)
def test_what_comes_is_put_on_and_what_comes_to_an_end_is_lifted(text: str, modes: list[str]) -> None:
    """A measure that *comes* is imposed; only one that ends, or comes to an end, is eased."""
    assert [c.mode for c in of_type("SANCTION_EASE", text)] == modes


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Norway will announce the easing of sanctions on Mali on Friday.", "promised"),
        ("Norway will announce five steps, including the easing of sanctions on Mali.", "promised"),
        ("Norway announced five steps, including the easing of sanctions on Mali.", "performed"),
        ("Norway took steps to ease its sanctions on Mali.", "intended"),
        ("Repealing the order allows Norway to lift its sanctions on Mali.", "hypothetical"),
        ("The act enables the Treasury to lift sanctions on two banks in Mali.", "hypothetical"),
        ("Norway will lift its sanctions on Mali after the junta freed six poets.", "promised"),
        ("As a result of the vote, sanctions on Mali are lifted, and rules will be redrawn.", "performed"),
    ],
)  # fmt: skip
def test_an_easing_that_is_announced_for_later_or_allowed_is_not_yet_done(text: str, mode: str) -> None:
    """What will be announced, is a step on the way or what a law allows is not done."""
    assert only("SANCTION_EASE", text).mode == mode


def test_the_easing_told_again_stands_as_it_was_told() -> None:
    """ "Will lift some. The easing comes after …": promised, unless one is told as done."""
    again = "The easing of sanctions, the premier said, comes after months of talks."
    first, second = of_type("SANCTION_EASE", f"Norway will lift some sanctions on Mali. {again}")
    assert (first.mode, second.mode) == ("promised", "promised")
    done = of_type("SANCTION_EASE", f"Norway has lifted some sanctions on Mali. {again}")
    assert {c.mode for c in done} == {"performed"}


@pytest.mark.parametrize(
    ("behind", "sources"),
    [
        ("citing reforms and a fall in violence", ()),
        ("citing elections in Mali", ()),
        ("citing two officials", ("two officials",)),
        ("citing a statement", ("a statement",)),
        ("citing the news agency Dorn", ("news agency Dorn",)),
    ],
)
def test_a_reason_that_is_cited_is_no_source(behind: str, sources: tuple[str, ...]) -> None:
    """Who cites reforms says why; who cites officials says who told it."""
    claim = only("SANCTION_EASE", f"Norway lifted its sanctions on Mali, {behind}.")
    assert tuple(a.name for a in claim.attribution) == sources


def test_in_view_of_gives_a_reason_and_in_the_view_of_a_source() -> None:
    """ "In view of the vote" names no source."""
    kept = "Norway renewed its sanctions on Mali"
    assert only("SANCTION_KEEP", f"{kept} in view of the situation there.").attribution == ()
    said = only("SANCTION_KEEP", f"In the view of the ministry, {kept}.").attribution
    assert [a.name for a in said] == ["ministry"]


@pytest.mark.parametrize(
    ("text", "aimed"),
    [
        ("Norway imposed sanctions on Mali in 2012 for its alleged support of rebels.", {"Mali"}),
        ("Norway imposed sanctions on nine firms in Mali for their alleged role in a coup.", {"nine firms"}),
        ("Norway imposed sanctions on Mali's former general Ira Holt.", {"Ira Holt"}),
        ("Norway imposed sanctions on Mali's generals.", {"Mali's generals"}),
        ("Norway imposed sanctions on Mali in response to a crackdown on protests.", {"Mali"}),
        ("London barred British firms from doing business with the junta in Mali.", {"junta"}),
        ("Norway imposed sanctions related to Mali.", {"Mali"}),
    ],
)
def test_neither_the_reason_nor_the_country_of_a_person_is_a_target(text: str, aimed: set[str]) -> None:
    """Whom a measure is on stands behind *on*, not behind *for*; a general's state is not hit with him."""
    assert targets(text) == aimed


def test_relief_for_somebody_is_for_a_target() -> None:
    """Behind *for* stands whom the relief is for, where it is somebody or goods."""
    assert targets("Norway announced sanctions relief for the airline.", "SANCTION_EASE") == {"airline"}
    assert targets("Norway revoked its sanctions with respect to Mali.", "SANCTION_EASE") == {"Mali"}


@pytest.mark.parametrize(
    ("text", "aimed"),
    [
        (
            "Norway imposed sanctions on President Holt, his inner circle and firms linked to Orlu Mines.",
            {"Holt", "inner circle", "firms"},
        ),
        (
            "Norway is designating Sandra Orlu, Nobile Magwi, Obey Chimu, and two entities, for their ties.",
            {"Sandra Orlu", "Nobile Magwi", "Obey Chimu", "two entities"},
        ),
        ("Norway sanctioned Ada Orlu, the judge, and two firms.", {"Ada Orlu", "two firms"}),
        ("Norway imposed sanctions on Ira Holt, the president and commander of the army.", {"Ira Holt"}),
    ],
)
def test_a_list_of_targets_goes_on_behind_its_first_name(text: str, aimed: set[str]) -> None:
    """Names, several, and somebody of theirs are a list; what he is called is not."""
    assert targets(text) == aimed


@pytest.mark.parametrize(
    ("text", "aimed"),
    [
        ("Norway imposed sanctions on Mali, joining Togo, Chad and two allies.", {"Mali"}),
        ("Norway imposed sanctions on Mali, thanks to Togo, Chad and allies.", {"Mali"}),
        ("Norway imposed sanctions on nine firms, sparing Ira Holt, his wife and two banks.", {"nine firms"}),
        ("Norway imposed sanctions on banks in Dorn, Orlu and Kell.", {"banks"}),
        ("Norway sanctioned Ira Holt, the owner of Orlu Mines, Dorn Metals and Kell Gold.", {"Ira Holt"}),
    ],
)
def test_what_goes_on_behind_an_aside_or_a_name_inside_is_no_list_of_targets(
    text: str, aimed: set[str]
) -> None:
    """Whom it joins, thanks or spares, where the firms are, and what the target owns."""
    assert targets(text) == aimed


@pytest.mark.parametrize(
    ("text", "aimed"),
    [
        ("Norway eased its sanctions for medicine.", {"medicine"}),
        ("Norway eased its sanctions on Mali for its good conduct.", {"Mali"}),
        ("Norway lifted its sanctions on Mali with respect to its obligations.", {"Mali"}),
    ],
)
def test_what_an_easing_is_for_is_a_target_where_nobody_else_is(text: str, aimed: set[str]) -> None:
    """Goods behind *for* are what is eased; behind a target stands why, or with respect to what."""
    assert targets(text, "SANCTION_EASE") == aimed


def test_current_officials_are_targets_and_a_list_kept_current_is_no_measure() -> None:
    """ "Keeps its list current" keeps no sanctions on anybody."""
    assert targets("Norway keeps its sanctions on current officials of Mali.", "SANCTION_KEEP")
    assert of_type("SANCTION_KEEP", "Norway keeps the sanctions on Mali current.") == []


def test_a_list_of_mediators_is_none_of_sanctions() -> None:
    """ "The UN named her on its list of mediators": she is not sanctioned."""
    assert of_type("SANCTION_IMPOSE", "The UN named Ira Holt on its list of mediators.") == []


def test_names_behind_including_are_some_of_the_number() -> None:
    """ "Three people, including X, Y and Z" are three."""
    quantity = only(
        "SANCTION_IMPOSE", "Norway sanctioned three people, including Ira Holt, Ben Roth and Lena Marr."
    ).quantity
    assert quantity is not None
    assert (quantity.lo, quantity.hi) == (3, 3)


def test_names_behind_a_number_are_counted_once() -> None:
    """ "Two firms, X and Y" are two: with three people five are designated."""
    text = "Norway sanctioned Ada Orlu, Ira Holt, Lena Marr, and two firms, Dorn Agro and Dorn Metals."
    quantity = only("SANCTION_IMPOSE", text).quantity
    assert quantity is not None
    assert (quantity.lo, quantity.hi) == (5, 5)


def test_a_ban_and_a_freeze_have_targets_and_are_none() -> None:
    """ "A travel ban on X and an asset freeze against Y": X and Y, and not the freeze."""
    text = "Norway extends a travel ban on six judges in Mali and an asset freeze against president Ira Holt."
    assert targets(text, "SANCTION_KEEP") == {"six judges", "Ira Holt"}


def test_struck_from_a_sanctions_list_is_delisted_and_held_nowhere() -> None:
    """ "Removed from its sanctions list six judges": *list* is no verb that counts prisoners."""
    text = "Norway has removed from its sanctions list six deceased judges and two surviving members."
    assert of_type("CUSTODY_STATE", text) == []
    assert "six deceased judges" in targets(text, "SANCTION_EASE")


@pytest.mark.parametrize(
    ("text", "authority", "aimed"),
    [
        ("The European Union implemented certain Iran sanctions relief.", "European Union", {"Iran"}),
        ("Norway eased the Oman sanctions.", "Norway", {"Oman"}),
        ("Reports say the US sanctions on Mali were eased.", "United States", {"Mali"}),
    ],
)
def test_the_state_before_sanctions_is_whom_they_are_on(text: str, authority: str, aimed: set[str]) -> None:
    """ "Iran sanctions" are on Iran, where it imposes none itself and nothing else says on whom they are."""
    claim = only("SANCTION_EASE", text)
    assert {f.name for f in claim.roles["authority"]} == {authority}
    assert {f.name for f in claim.roles["target"]} == aimed


def test_who_calls_for_an_easing_does_not_grant_it() -> None:
    """ "A draft calling for lifting the ban": whoever hands it in is not whose ban it is."""
    text = "Ghana submitted a draft resolution calling for lifting the arms embargo on Mali."
    assert [f.name for f in only("SANCTION_EASE", text).roles["authority"]] == [UNSTATED]


def test_who_recommends_a_renewal_does_not_renew() -> None:
    """ "A panel recommended extending the sanctions": asked for, by those whose measures they are not."""
    text = (
        "A panel of experts recommended extending the sanctions on Mali. The sanctions were imposed in 2018."
    )
    names = {f.name for c in told(text) if c.type.startswith("SANCTION") for f in c.roles["authority"]}
    assert names == {UNSTATED}


def test_who_lifts_a_measure_need_not_have_imposed_it() -> None:
    """ "The Holt administration lifted sanctions imposed in 2015": by whom is not said; by Norway it was."""
    text = "The Holt administration has lifted sanctions imposed in 2015 on Malian judges."
    (imposed,) = of_type("SANCTION_IMPOSE", text)
    assert [f.name for f in imposed.roles["authority"]] == [UNSTATED]
    (imposed,) = of_type("SANCTION_IMPOSE", text.replace("The Holt administration", "Norway"))
    assert [f.name for f in imposed.roles["authority"]] == ["Norway"]


def test_a_continent_imposes_nothing() -> None:
    """ "The Community of West African States" is no measure of Africa's."""
    text = (
        "The Economic Community of West African States lifted its sanctions on Niger. "
        "All of Niger's frozen assets at its bank will be unfrozen."
    )
    names = {f.name for c in of_type("SANCTION_EASE", text) for f in c.roles["authority"]}
    assert "Africa" not in names


def test_the_administration_of_a_president_is_his_states() -> None:
    """ "The Biden administration" imposes for the state whose president the report calls him."""
    text = "The Biden administration imposed sanctions on six judges in Mali. US President Joe Biden spoke."
    names = [f.name for f in only("SANCTION_IMPOSE", text).roles["authority"]]
    assert names == ["Biden administration", "United States"]
    alone = "The Biden administration imposed sanctions on six judges in Mali. Joe Biden spoke."
    assert [f.name for f in only("SANCTION_IMPOSE", alone).roles["authority"]] == ["Biden administration"]


def test_member_states_are_not_the_country_of_the_city_they_meet_in() -> None:
    """ "The bloc's 27 member states": several, and not *the state* named before."""
    text = (
        "The bloc has sanctioned six judges over a vote in Mali, sources in Brussels said. "
        "The bloc's 27 member states are expected to approve new sanctions at a meeting in Brussels."
    )
    names = {f.name for c in of_type("SANCTION_IMPOSE", text) for f in c.roles["authority"]}
    assert "Belgium" not in names


@pytest.mark.parametrize(
    ("text", "types"),
    [
        (
            "Norway has lifted its sanctions on Mali. It tells of the withdrawal of USD50 million of funds.",
            {"SANCTION_EASE"},
        ),
        ("The Oman sanctions program targets judges who jail poets.", set()),
        ("The review is meant to keep the sanctions program against Mali current and relevant.", set()),
        ("Norway denied safe haven to rebels in Mali.", set()),
        ("Norway denied the firm a licence to trade with Mali.", set()),
        (
            "Norway, in consultation with the foreign minister, imposed sanctions on two banks in Mali.",
            {"SANCTION_IMPOSE"},
        ),
        ("The president of Ghana recognized the premier's positive reforms.", set()),
        (
            "The sanctions on Mali were imposed by Norway in 2003, accusing its government of rigging votes.",
            {"SANCTION_IMPOSE"},
        ),
        (
            "Norway lifted its ban on gold from Mali, citing reforms made since a new premier took power.",
            {"SANCTION_EASE"},
        ),
    ],
)
def test_what_is_told_beside_a_measure_is_no_deed(text: str, types: set[str]) -> None:
    """Money drawn, a programme's aim, a refusal, a manner and a reason are no measure, talks or statement."""
    assert {c.type for c in told(text)} - {"ATTRIBUTE"} == types


def test_a_duty_in_a_list_is_not_done() -> None:
    """ "Five criteria: end the raids; and end support for the rebels": what is asked for is not performed."""
    text = (
        "Norway will lift its sanctions on Togo. Togo has met three criteria laid out by Norway: end the "
        "raids; open the roads; and end support for the rebel army in Mali."
    )
    assert [c.mode for c in of_type("SANCTION_IMPOSE", text) if c.mode == "performed"] == []
    cut = "Norway ended its support for the army of Mali after the coup."
    assert [c.mode for c in of_type("SANCTION_IMPOSE", cut)] == ["performed"]


def test_measures_in_force_stay_so_whatever_governs_them() -> None:
    """ "Only Congress can overturn the embargo, in place since 1961": what began then is not denied."""
    text = "Only Congress can overturn the US embargo on Cuba which has been in place since 1961."
    assert [c.mode for c in of_type("SANCTION_IMPOSE", text)] == ["background"]


def test_has_in_place_tells_of_now() -> None:
    """ "Has sanctions in place" keeps them; "had" tells what was before."""
    now = only("SANCTION_KEEP", "Norway currently has sanctions in place against six judges in Mali.")
    assert now.sub == "stated_in_force"
    assert of_type("SANCTION_KEEP", "In 2012 Norway had sanctions in place against six judges in Mali.") == []


def test_named_to_a_list_is_designated() -> None:
    """ "Was named to the sanctions list"; not "was named to the list of candidates"."""
    assert targets("The judge Ada Orlu was named to the US sanctions list.") == {"Ada Orlu"}
    other = "Norway keeps its sanctions on Mali. Ada Orlu was named to the list of candidates."
    assert of_type("SANCTION_IMPOSE", other) == []


def test_restrictions_on_officials_are_measures_of_states() -> None:
    """ "Restrictions on Malian officials", whatever else the sentence speaks of."""
    text = "Norway lifted its restrictions on Malian officials who served during the third term."
    assert only("SANCTION_EASE", text).mode == "performed"
    assert of_type("SANCTION_EASE", "Norway lifted its restrictions on pets.") == []


def test_an_order_by_its_number_is_an_instrument() -> None:
    """ "EO 13712 imposed sanctions": the text, and no authority of its own."""
    claim = only("SANCTION_IMPOSE", "EO 13712 imposed sanctions on Mali.")
    assert [f.name for f in claim.roles["authority"]] == [UNSTATED]
    assert [f.name for f in claim.roles["instrument"]] == ["EO"]


def test_a_ban_that_will_expire_commits_nobody() -> None:
    """ "Norway's ban will expire" is no promise of Norway's; "Norway will lift it" is."""
    assert of_type("COMMIT", "Norway's travel ban on Mali will expire in June.") == []
    assert len(of_type("COMMIT", "Norway will lift its travel ban on Mali in June.")) == 1


def test_names_told_of_one_measure_are_not_those_of_an_older_one() -> None:
    """ "Designated eleven, including the president. The list also has …": not of an order of 2003."""
    text = (
        "Norway repealed an order of 2003 which blocked the property of several Malian leaders. "
        "Last month Norway designated eleven Malian leaders, including President Ira Holt. "
        "They include the judge Ada Orlu and the general Obey Chimu."
    )
    first = of_type("SANCTION_IMPOSE", text)[0]
    assert "Ada Orlu" not in {f.name for f in first.roles.get("target", ())}


def test_a_law_by_its_name_is_nobody() -> None:
    """ "The Corrupt Foreign Officials Act" is no person with a description."""
    text = "The sanctions on Mali were made under the Corrupt Foreign Officials Act."
    assert of_type("ATTRIBUTE", text) == []
    assert article(text, published=PUBLISHED).text == text


def test_then_before_an_office_leaves_no_dash() -> None:
    """ "Then-Public Security Minister": the office without the hyphen."""
    text = "Norway imposed sanctions on then-Public Security Minister Ira Holt."
    assert [f.name for f in only("ATTRIBUTE", text).roles["value"]] == ["Public Security Minister"]
