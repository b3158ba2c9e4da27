"""Plain sentences of reports on talks and measures that once went unread."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, told

from detente.records import TypeName


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Earlier negotiations between Chad and the rebels collapsed in 2010.", "TALKS", "background"),
        ("A round of talks between Chad and Mali broke down on Friday.", "TALKS", "performed"),
        ("The meeting between Chad and Mali fell through.", "TALKS", "denied"),
        ("The government of Chad and the rebel movement Nur met in Maputo on Friday.", "TALKS", "performed"),
        ("Chad and the rebels failed to agree on the release of nine men.", "RELEASE", "denied"),
        ("Chad and Mali did not agree on the release of nine men.", "RELEASE", "denied"),
        ("Chad and Mali agreed on the release of nine men.", "RELEASE", "agreed"),
        ("Norway suspended its freeze on development aid to Chad.", "SANCTION_EASE", "performed"),
        ("Norway suspended development aid to Chad after the coup.", "SANCTION_IMPOSE", "performed"),
    ],
)
def test_a_plain_sentence_tells_what_came_of_it(text: str, type_: TypeName, mode: str) -> None:
    """Talks that collapsed were held; what was not agreed on is not to come; what ends a freeze eases."""
    (claim,) = of_type(type_, text)
    assert claim.mode == mode


def test_both_subjects_of_a_meeting_sat_there() -> None:
    """A name behind *and* is a second subject, whatever is said of the first."""
    text = "The government of Chad and the opposition movement Forama met in Maputo on Friday."
    (claim,) = of_type("TALKS", text)
    assert [n.split()[-1] for n in claim.names("participants")] == ["Chad", "Forama"]


WORK = "The union of plant workers had called a strike over pay, and its members stayed out of the factories."


@pytest.mark.parametrize(
    ("text", "eased"),
    [
        ("Norway has suspended its travel bans on Fijian judges.", 1),
        ("The workers' league has lifted its bans on Fijian players.", 0),
    ],
)
def test_a_measure_of_a_state_against_people_of_another_is_of_our_world(text: str, eased: int) -> None:
    """Though the report speaks of a strike, too; a league is no state."""
    claims = told(f"{text} {WORK}")
    assert len([c for c in claims if c.type == "SANCTION_EASE"]) == eased


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Also freed early Monday for health reasons were dissidents Ole Dahl and Ada Orlu.",
            ["Ole Dahl", "Ada Orlu"],
        ),
        ("Also freed on Monday were Ole Dahl and Ada Orlu.", ["Ole Dahl", "Ada Orlu"]),
        ("Also freed was Ole Dahl.", ["Ole Dahl"]),
        ("Wa Lone and Ada Orlu were freed as well.", ["Wa Lone", "Ada Orlu"]),
        ("Ada Orlu and Per Rogn were freed as well.", ["Ada Orlu", "Per Rogn"]),
        (
            "Corporal Ole Dahl and privates Ben Roth and Ivo Marr were freed.",
            ["Ole Dahl", "Ben Roth", "Ivo Marr"],
        ),
    ],
)
def test_who_was_freed_too_has_the_whole_name(text: str, names: list[str]) -> None:
    """Behind the verb, with a calling, and with a first name that the model takes for a cry."""
    found = [n for c in of_type("RELEASE", f"Chad freed three men. {text}") for n in c.names("person")]
    assert list(dict.fromkeys(found)) == names


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("The release by Chad of nine men was welcomed.", 9),
        ("The move followed the freeing by Chadian authorities of nearly 200 jihadist prisoners.", 200),
        ("The release of nine men by the Bank of Chad was welcomed.", 9),
    ],
)
def test_who_did_it_may_stand_before_whom(text: str, many: int) -> None:
    """ "The release by X of nine": nine are told of, and not X's."""
    (claim,) = of_type("RELEASE", text)
    assert claim.quantity is not None
    assert claim.quantity.lo is not None
    assert claim.quantity.lo <= many


def test_a_clause_behind_a_group_tells_of_those_in_it() -> None:
    """ "Three of the women in the group of nine who were arrested": three were."""
    text = "Three of the women in the group of nine who were arrested in May are nuns."
    (claim,) = of_type("DETAIN", text)
    assert claim.quantity is not None
    assert claim.quantity.lo == 3


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Cameraman Ole Dahl is still in the Mao police station.", ["Ole Dahl"]),
        ("A seventh man, Ole Dahl, is still being held.", ["Ole Dahl"]),
        ("Ole Dahl was not part of the exchange.", ["Ole Dahl"]),
        ("Officers are still in the police station.", []),
        ("Inspector Ole Dahl is still at the police station.", []),
        ("Norway was not part of the exchange.", []),
        ("In Chad more people are arrested than freed.", []),
    ],
)
def test_who_stays_where_others_are_freed_is_told_as_not_freed(text: str, held: list[str]) -> None:
    """By the clause itself, and by name; officers, states and comparisons are nobody held."""
    found = [c for c in of_type("RELEASE", f"Chad freed six leaders on Monday. {text}") if c.mode == "denied"]
    assert [n for c in found for n in c.names("person")] == held


def test_where_a_measure_is_extended_is_not_what_it_is_on() -> None:
    """ "Extended at the Council": and "the sanctions" are those just told, of the same authority."""
    text = "Norway imposed sanctions on Chad in May. The sanctions were extended at the Storting on Monday."
    (claim,) = of_type("SANCTION_KEEP", text)
    assert "Storting" not in claim.names("target")
    assert claim.names("authority") == ("Norway",)


def test_the_union_and_its_full_name_are_one_authority() -> None:
    """ "The Union maintains the embargo": what "the measures" are is known by the European Union before."""
    text = "The European Union renewed its sanctions on Chad. The measures will run for a year. "
    text += "The Union maintains its arms embargo."
    found = [c for c in told(text) if c.type.startswith("SANCTION")]
    assert {n for c in found for n in c.names("authority")} <= {"European Union", "Union"}


@pytest.mark.parametrize(
    ("text", "releaser"),
    [
        ("Four hostages held by insurgents in Mali were freed on Thursday.", "insurgents"),
        ("Four hostages held in Mali were freed on Thursday.", "UNSTATED"),
        ("Four hostages kidnapped by gunmen in Mali were freed.", "gunmen"),
        ("Four nuns held by the army in Mali were freed on Thursday.", "Mali"),
    ],
)
def test_hostages_are_not_freed_by_the_state_they_were_in(text: str, releaser: str) -> None:
    """A band held them: who let them go is told, or it is not."""
    (claim,) = of_type("RELEASE", text)
    assert [f.name for f in claim.roles["releaser"]] == [releaser]
