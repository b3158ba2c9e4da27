"""Turns of the wires: asides, who says so behind the comma, counted releases, coffins, deals gone before."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, told


def _named(text: str, kind: str, mode: str = "performed") -> set[str]:
    """The people and groups of the claims of a type that stand so."""
    found = [c for c in of_type(kind, text) if c.mode == mode]
    return {n for c in found for n in (*c.names("person"), *c.names("group"))}


@pytest.mark.parametrize(
    ("text", "lo"),
    [
        (
            "More than a dozen jailed clerks, some of them on strike since May, were let go from prison.",
            13,
        ),
        ("Nine monks, most of them from Dorn, were freed on Monday.", 9),
        ("Mali and Chad freed 390 prisoners each, the only step to come out of talks in Muscat.", 390),
    ],
)
def test_an_aside_on_some_of_them_is_no_second_subject(text: str, lo: int) -> None:
    """Whom the clause tells of stands before the aside; *each* belongs to the number before it."""
    assert {c.quantity.lo for c in of_type("RELEASE", text) if c.quantity} == {lo}
    assert of_type("TRANSFER", text) == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ada Orlu was arrested in May and was designated by Oslo as wrongfully detained in December.", True),
        ("The monitor listed the nine in June as arbitrarily jailed.", False),
    ],
)
def test_what_somebody_is_called_is_no_deed(text: str, label: bool) -> None:
    """ "Designated as wrongfully detained" is a recognition: no sanction, and no arrest of that month."""
    assert of_type("SANCTION_IMPOSE", text) == []
    assert len(of_type("DETAIN", text)) == label
    assert bool(of_type("RECOGNITION", text)) is label


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Among those freed by Chad were nine women, Mali's staff for the care of prisoners of war said.",
            "Mali's staff for the care of prisoners of war",
        ),
        (
            "The Mechanism for the Recognition of Political Prisoners, a monitor, said nine men were freed.",
            "Mechanism for the Recognition of Political Prisoners",
        ),
    ],
)
def test_who_says_so_is_named_in_full(text: str, speaker: str) -> None:
    """All words between the last comma and *said*; a body's name with its aim is no recognition."""
    (release,) = of_type("RELEASE", text)
    assert [a.name for a in release.attribution] == [speaker]
    assert not any(c.label == "Political Prisoners" for c in told(text))


def test_among_those_freed_by_somebody() -> None:
    """Who let the others go let them go."""
    (release,) = of_type("RELEASE", "Among those freed by Chad were nine women.")
    assert release.names("releaser") == ("Chad",)


def test_a_denied_tie_is_of_who_denies_it() -> None:
    """ "Officials denied it was part of a bargain": *was* is no passive."""
    text = "Chad eased its ban on Mali on Monday. Mali freed nine. Officials denied it was part of a bargain."
    ties = [c for c in of_type("LINKAGE", text) if c.mode == "denied"]
    assert [[a.name for a in c.attribution] for c in ties] == [["Officials"]]


def test_others_still_held_include() -> None:
    """All of the list, also behind "jailed as a spy"."""
    text = (
        "Mali freed a clerk. Others still held in Mali include Ada Orlu, 72, convicted of work as a guard, "
        "and the dancer Ida Holt."
    )
    assert _named(text, "CUSTODY_STATE", "asserted") == {"Ada Orlu", "Ida Holt"}


def test_a_nation_names_the_group_of_its_citizens() -> None:
    """ "The Canadians include": those told as Canadian citizens; "the youngest" goes on with them."""
    text = (
        "Ten Canadian citizens held in Guyana were freed on Friday. Guyana freed nine clerks too. "
        "The Canadians include Ada Orlu, 37, and Ben Roth, a pilot. The youngest, Jon Marr, was held there."
    )
    ten = next(c for c in of_type("RELEASE", text) if c.quantity and c.quantity.lo == 10)
    assert set(ten.names("person")) == {"Ada Orlu", "Ben Roth", "Jon Marr"}


def test_a_past_verb_joins_no_gerund() -> None:
    """Who accuses invokes the law: those sent off are not who expels."""
    text = (
        "Nine men were sent to Mali after Chad accused them of being in a gang and used a law to expel them."
    )
    expelled = [c for c in of_type("TRANSFER", text) if c.sub == "deport"]
    assert [c.names("mover") for c in expelled] == [("Chad",)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The monitor said it had verified 48 releases by Sunday. Nine remain in prison.", 48),
        ("Foro Justo confirmed 12 releases from the prison at Dorn.", 12),
        ("Campaigners confirmed 14 prisoner releases on Monday.", 14),
        ("Nine remain in prison. The governor expects 48 releases.", None),
    ],
)
def test_releases_are_counted(text: str, count: int | None) -> None:
    """So many releases that somebody has verified are so many people freed, by whoever counts them."""
    freed = [c.quantity.lo for c in of_type("RELEASE", text) if c.quantity and c.mode == "performed"]
    assert freed == ([] if count is None else [count])


@pytest.mark.parametrize(
    "text",
    [
        "Officials could not confirm 12 releases. Forty prisoners refuse food.",
        "The monitor has not verified nine releases from the prison at Dorn.",
    ],
)
def test_releases_that_nobody_has_confirmed_are_open(text: str) -> None:
    """Who could not verify them denies none."""
    assert [c.mode for c in of_type("RELEASE", text)] == ["hypothetical"]


@pytest.mark.parametrize(
    "text",
    [
        "The studio confirmed 12 releases for the autumn.",
        "The label confirmed nine releases. The singer, who was jailed once, is pleased.",
        "Officials confirmed two gas releases. The prisoners of Dorn jail smelled it.",
        "The agency documented 30 press releases. It holds nobody in detention.",
        "The service confirmed six releases for June.",
    ],
)
def test_releases_of_other_things_are_no_people(text: str) -> None:
    """Films, gas and papers: only beside words of people held, and of nothing else."""
    assert of_type("RELEASE", text) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "The four nuns were freed. “I don't feel free,” Ada Orlu told reporters outside.",
            "DEMAND",
        ),
        ("Chad freed nine. The prisoners will be offered the chance to settle in Mali.", "COMMIT"),
        ("Ben Roth is not among those freed; the government struck his name off the list.", "SANCTION_EASE"),
        ("The palace called it a show of good faith.", "STATEMENT"),
    ],
)
def test_words_that_tell_something_else(text: str, kinds: str) -> None:
    """Telling reporters asks nothing; a chance is no list of names; not every list is one of measures."""
    assert of_type(kinds, text) == []


def test_a_list_of_measures_needs_no_name() -> None:
    """Where nobody is told to be held or freed, the list is one of measures."""
    (ease,) = of_type("SANCTION_EASE", "Chad struck the magnate Ben Roth off the list on Monday.")
    assert ease.step == "delisted"


def test_where_somebody_sits_today_is_whose_custody_he_leaves() -> None:
    """Not where he was once arrested, nor by whoever frees others; who extradites is who had him."""
    text = (
        "Ben Roth is being released as part of a swap. Mali freed the clerk Ada Orlu on Tuesday. Roth is in "
        "custody in Chile. Roth was arrested in Greece in 2017 and extradited in 2022."
    )
    by = {tuple(c.names("person")): c.names("releaser") for c in of_type("RELEASE", text)}
    assert by["Ben Roth",] == ("Chile",)
    (sent,) = of_type("TRANSFER", text)
    assert (sent.names("from"), sent.names("mover")) == (("Greece",), ("Greece",))


def test_a_relative_of_the_same_name_sits_elsewhere() -> None:
    """Where Tom Orlu is held says nothing of Ada Orlu, and who frees somebody had him in their hands."""
    text = (
        "Chad jailed the poet Ada Orlu in May. Kenya holds her husband, Tom Orlu. Orlu was freed on Friday."
    )
    assert not any("Kenya" in c.names("releaser") for c in of_type("RELEASE", text))
    text = "Kenya holds Ira Holt. Before that he was held in Chad. Chad freed him in May."
    assert [c.names("from") for c in of_type("RELEASE", text)] == [("Chad",)]


def test_more_are_people_where_people_are_freed() -> None:
    """ "It would free more": promised, and of no number."""
    text = "Mali freed nine soldiers on Friday and said it would free more in the coming days."
    assert _named(text, "RELEASE", "promised") == {"more"}
    assert of_type("RELEASE", "The label said it would tell more in the coming days.") == []


@pytest.mark.parametrize(
    "text",
    [
        "They released more on their website about the hostages.",
        "Chad arrested nine clerks. The ministry released more on its website.",
        "Chad jailed nine clerks and released more about the trial on Friday.",
        "The band will release more in the autumn.",
    ],
)
def test_more_on_a_matter_are_no_people(text: str) -> None:
    """ "Released more about them", and more where nobody is told as freed or held."""
    assert of_type("RELEASE", text) == []


@pytest.mark.parametrize("day", ["on bail", "on Saturday"])
def test_more_are_freed_on_a_day_and_on_a_ground(day: str) -> None:
    """Of people: what stands behind *on* is no matter to tell of."""
    assert _named(f"Chad freed nine clerks on Friday. More were freed {day}.", "RELEASE") == {
        "nine clerks",
        "More",
    }


@pytest.mark.parametrize(
    "text",
    ["Chad will act if the nine monks are not freed.", "Curbs return if Chad does not free the nine monks."],
)
def test_if_they_are_not_freed_denies_nothing(text: str) -> None:
    """A condition that speaks of what might not happen."""
    assert {c.mode for c in of_type("RELEASE", text)} == {"conditional"}


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("Of 251 people seized in May, 148 were returned alive in earlier deals and eight rescued by troops.",
         {148: "background", 8: "background"}),
        ("Rebels seized 51 teachers. Eight were returned alive on Friday.", {8: "performed"}),
        ("Chad freed 30 men on Friday under a previous agreement.", {30: "performed"}),
        ("The climbers were brought down unharmed by helicopter.", {}),
        ("Chad freed nine men on Monday after freeing six in an earlier swap.",
         {9: "performed", 6: "background"}),
    ],
)  # fmt: skip
def test_what_came_of_earlier_deals_is_background(text: str, modes: dict[int, str]) -> None:
    """Behind its verb, or before the *and* that joins it; not another clause's."""
    freed = {int(c.quantity.lo): c.mode for c in of_type("RELEASE", text) if c.quantity and c.quantity.lo}
    assert freed == modes


@pytest.mark.parametrize(
    ("text", "group", "count"),
    [
        ("The army says four coffins have been handed over by the Red Cross.", "four coffins", 4),
        ("Chad returned 1,000 bodies of Malian soldiers.", "Malian soldiers", 1000),
        ("Mali received the remains of 1,212 soldiers on Friday.", "1,212 soldiers", 1212),
    ],
)
def test_the_dead_are_counted(text: str, group: str, count: int) -> None:
    """By the number at the bodies where none stands at the people; who receives them has not brought them."""
    (moved,) = [c for c in of_type("TRANSFER", text) if c.sub == "remains"]
    assert moved.quantity is not None
    assert (moved.names("group"), moved.quantity.lo) == ((group,), count)
    assert "Mali" not in moved.names("mover")


@pytest.mark.parametrize(
    ("text", "mode", "day"),
    [
        ("The president will co-chair a summit with Mali tomorrow.", "intended", "2026-03-05"),
        ("Chad and Mali held talks on Monday and will meet again next week.", "performed", "2026-03-02"),
    ],
)
def test_talks_of_tomorrow_are_planned_and_those_held_are_past(text: str, mode: str, day: str) -> None:
    """Whatever the verb says of a summit tomorrow; a day told with *held* lies behind (4 March 2026)."""
    first = next(c for c in of_type("TALKS", text) if c.time and c.time.start == day)
    assert first.mode == mode


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Chad freed nine men. It still holds 180 monks. A charity counts 190.", 190),
        (
            "Chad freed nine men. Over 900 clerks remain behind bars. The group puts the number at 1,168.",
            1168,
        ),
        ("Chad freed nine men. The envoy wants every political prisoner freed. Justice counts 1,168.", 1168),
        ("Rights groups count 1,150 people still behind bars. Chad freed nine.", 1150),
        ("Chad freed nine men, the ministry said. A charity counts eight.", None),
    ],
)
def test_who_counts_anew_counts_those_last_told_of(text: str, held: int | None) -> None:
    """Behind those who are held it is a count of these, and no release."""
    counts = {c.quantity.lo for c in of_type("CUSTODY_STATE", text) if c.quantity}
    assert (held in counts) if held else not counts
    assert held not in {c.quantity.lo for c in of_type("RELEASE", text) if c.quantity}


@pytest.mark.parametrize(
    "text",
    ["Four other Danes remain detained in Chad, among them Ben Roth.", "Ben Roth remained jailed in Dorn."],
)
def test_who_remains_detained_is_held_and_not_arrested(text: str) -> None:
    """A state, with the names and the place told beside it."""
    (state,) = of_type("CUSTODY_STATE", text)
    assert state.names("person") == ("Ben Roth",)
    assert of_type("DETAIN", text) == []


def test_who_is_named_among_them_takes_no_group_away() -> None:
    """ "Forty clerks, among them the poet X, were still held": the clerks are the subject."""
    text = "Some 220 clerks, among them the ousted leader Ada Orlu, 79, were still held on Friday."
    (state,) = of_type("CUSTODY_STATE", text)
    assert (state.names("group"), state.names("person")) == (("Some 220 clerks",), ("Ada Orlu",))


def test_a_secretary_of_state_has_a_name_of_her_own() -> None:
    """ "Secretary of State Ada Orlu": the state is none of her names."""
    (demand,) = of_type("DEMAND", "Secretary of State Ada Orlu urged Chad to free nine monks.")
    assert demand.names("demander") == ("Ada Orlu",)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Treasury delisted 518 individuals and entities on Monday.", 518),
        ("The Treasury delisted nine ships and a bank on Monday.", 10),
    ],
)
def test_a_plural_without_a_number_adds_nobody(text: str, count: int) -> None:
    """The number is told of both nouns; one more is only who is one."""
    assert [c.quantity.lo for c in of_type("SANCTION_EASE", text) if c.quantity] == [count]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mass amnesties are common on holidays. In January the junta freed nine monks.", "CLEMENCY"),
        ("The court will review the designation of the group.", "SANCTION_IMPOSE"),
    ],
)
def test_no_deed_is_told(text: str, kind: str) -> None:
    """What is common has not happened; what is reviewed is not put on."""
    assert of_type(kind, text) == []


def test_a_web_of_measures_is_measures() -> None:
    """ "Dismantled a web of sanctions": as "a raft of" and "most of"."""
    (ease,) = of_type("SANCTION_EASE", "An order of Monday dismantled a web of sanctions on Chad.")
    assert ease.names("target") == ("Chad",)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The release of 20 hostages, scheduled for Saturday, was completed at dawn.", "performed"),
        ("The release of 20 hostages, scheduled for Saturday, was put off again.", "intended"),
        ("Varland offered help to free the prisoners.", "intended"),
    ],
)
def test_what_was_completed_is_done_and_help_is_not(text: str, mode: str) -> None:
    """A day that was set lies behind what was completed; who helps to free somebody has freed nobody."""
    assert {c.mode for c in of_type("RELEASE", text)} <= {mode, "denied"}


def test_an_official_source_speaks_for_an_office() -> None:
    """ "An official source" is official, though it has no name; "a source" is nobody's."""
    for who, kind in (
        ("an official source at the ministry", "official"),
        ("a source at the talks", "unnamed"),
    ):
        (release,) = of_type("RELEASE", f"Nine monks were freed in Chad on Monday, {who} said.")
        assert [a.kind for a in release.attribution] == [kind]
