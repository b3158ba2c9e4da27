"""Who holds, who frees, from where and where to: what a clause says, and what the report lets infer."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, told

from detente.records import Claim


def first(text: str, kind: str, rule: str = "") -> Claim:
    """The first claim of this type, and of this rule where one is given."""
    return next(c for c in told(text) if c.type == kind and c.rule.startswith(rule))


def fillers(claim: Claim, role: str) -> set[tuple[str, bool]]:
    """Names in a role, and whether they are inferred."""
    return {(f.name, f.inferred) for f in claim.roles.get(role, ())}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Lena Marr was freed on Monday, as was Jon Holt.", {"Lena Marr", "Jon Holt"}),
        (
            "Three of them, Lena Marr, Kestu Droband and Jon Holt, were freed on Monday.",
            {"Lena Marr", "Kestu Droband", "Jon Holt"},
        ),
        (
            "The Red Cross saw the handover of three hostages: Lena Marr, 28, Ira Brandt, 30, Jon Holt, 23.",
            {"Lena Marr", "Ira Brandt", "Jon Holt"},
        ),
    ],
)
def test_names_in_company_are_told_of_too(text: str, people: set[str]) -> None:
    """Lists with ages, "as was Y", and names that no model knows beside one that it does."""
    assert set(first(text, "RELEASE").names("person")) == people


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("The emir allowed nine jailed teachers to go free on Monday.", "emir"),
        ("Under a decree signed by Premier Ola Berg, 31 prisoners were pardoned on Monday.", "Ola Berg"),
        ("The parliament on Monday passed an amnesty for 300 peasants.", "parliament"),
    ],
)
def test_who_lets_them_is_who_frees_them(text: str, agent: str) -> None:
    """Who allows it, who signs the paper, who passes the amnesty."""
    claim = next(c for c in told(text) if c.type in {"RELEASE", "CLEMENCY"})
    assert any(agent in f.name for role in ("releaser", "granter") for f in claim.roles.get(role, ()))


def test_whoever_was_held_in_a_state_is_freed_by_it() -> None:
    """One person's custody told in another sentence: inferred, and said to be so."""
    text = "Lena Marr was freed on Monday. Marr was arrested in Norway in 2021 and accused of spying."
    claim = first(text, "RELEASE")
    assert ("Norway", True) in fillers(claim, "from") | fillers(claim, "releaser")
    assert ("Norway", True) in fillers(first(text, "DETAIN"), "detainer")


def test_each_side_of_a_swap_frees_the_others_people() -> None:
    """ "38 Poles for 27 Finns": Finland frees the Poles, who go to Poland."""
    claims = [c for c in told("On Monday 38 Poles were exchanged for 27 Finns.") if c.type == "RELEASE"]
    sides = {c.names("group")[0]: (fillers(c, "releaser"), fillers(c, "to")) for c in claims}
    assert sides["38 Poles"] == ({("Finland", True)}, {("Poland", True)})
    assert sides["27 Finns"] == ({("Poland", True)}, {("Finland", True)})


def test_the_same_people_moved_give_the_release_its_destination() -> None:
    """Only the very same people: the destination of a part is nobody else's (CODEBOOK §8.4)."""
    text = "Norway freed 12 monks and flew them to Cyprus. The abbot Jon Holt was freed as well."
    claims = [c for c in told(text) if c.type == "RELEASE"]
    named = [c for c in claims if c.names("person")]
    assert all(not c.roles.get("to") for c in named)


def test_hostages_are_not_freed_by_the_state_of_the_report() -> None:
    """Captors are no authorities: a state that frees prisoners did not hold the hostages."""
    text = "Norway freed 90 prisoners on Monday. Three hostages were freed too."
    hostages = next(c for c in told(text) if "hostages" in " ".join(c.names("group")))
    assert ("Norway", True) not in fillers(hostages, "releaser")


@pytest.mark.parametrize(
    ("text", "group", "to"),
    [
        ("A Danish jet with the six Finns touched down in Oslo.", "six Finns", "Norway"),
        ("Buses carrying 90 freed prisoners arrived in Helsinki.", "90 freed prisoners", "Finland"),
    ],
)
def test_a_vehicle_arrives_with_those_it_carries(text: str, group: str, to: str) -> None:
    """Not two planes, but the men in them, are where the planes are."""
    claim = first(f"Norway released prisoners. {text}", "TRANSFER")
    assert list(claim.names("group")) == [group]
    assert to in claim.names("to")


def test_a_plane_without_people_moves_nobody() -> None:
    """A plane that lands is no transfer of people."""
    assert not [
        c for c in told("Norway released prisoners. Two planes left Oslo for Cairo.") if c.type == "TRANSFER"
    ]


def test_the_prison_service_tells_of_its_own() -> None:
    """ "…, Norway's prison service said": they were in Norway's hands."""
    claim = first("Ninety prisoners have been released, Norway's prison service said.", "RELEASE")
    assert ("Norway", True) in fillers(claim, "releaser")


def test_who_was_still_being_held_is_held_today() -> None:
    """In what somebody said, the past tense is the reporting verb's; a new arrest is not told."""
    claims = told("The family of Lena Marr said on Monday that she was still being held in Ostrava.")
    assert [c.type for c in claims if c.type in {"CUSTODY_STATE", "DETAIN"}] == ["CUSTODY_STATE"]


def test_a_word_for_her_and_her_name_are_one_member() -> None:
    """ "The journalist Lena Marr was among them" tells of one release, not of two."""
    claims = told(
        "Twelve people were freed on Monday, police said. The journalist Lena Marr was among the freed."
    )
    assert len([c for c in claims if c.rule == "release.member"]) == 1


@pytest.mark.parametrize(
    ("text", "subs"),
    [
        ("Nobody has seen the engraver since he was driven off.", {"missing"}),
        ("Nobody has seen the inmate Ira Holt since he was driven off.", {"incommunicado"}),
        ("The engraver has not been heard from for a year.", {"incommunicado"}),
        ("Her sisters have had no letter from the engraver Ira Holt for five months.", {"incommunicado"}),
        ("Her sisters have not received any news of the engraver since he was led off.", {"incommunicado"}),
        ("Her sisters have had a letter from the engraver Ira Holt since May.", set()),
        ("The sisters have had no word of the price since May.", set()),
        ("Her sisters saw the engraver before he was driven off.", set()),
    ],
)
def test_whom_nobody_sees_or_hears_of_is_told_as_missing_or_out_of_reach(text: str, subs: set[str]) -> None:
    """Not seen since: missing, or incommunicado if a prisoner, as who sends no word; word had: nothing."""
    claims = [c for c in told(f"Varland released nine prisoners. {text}") if c.type == "CUSTODY_STATE"]
    assert {c.sub for c in claims} == subs
    assert {c.mode for c in claims} <= {"asserted"}


def test_who_has_people_in_its_cells_holds_them_today() -> None:
    """ "has 40 smugglers in its cells" is a state of today; "had" is none, and its cells are no place."""
    claim = first("The frontier guard has 40 smugglers in its cells.", "CUSTODY_STATE")
    assert list(claim.names("holder")) == ["frontier guard"]
    assert claim.quantity is not None
    assert claim.quantity.lo == 40
    assert not claim.names("place")
    assert "CUSTODY_STATE" not in {c.type for c in told("The guard had 40 smugglers in its cells in 2019.")}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("There are 40 political prisoners in Varland, the league says.", [(40, "asserted")]),
        ("There are still 40 miners in its jails.", [(40, "asserted")]),
        (
            "40 nurses remain in jail. There are none, the junta insists.",
            [(40, "asserted"), (0, "denied")],
        ),
        (
            "40 nurses remain in jail. Guards are armed. The mayor says there are none.",
            [(40, "asserted")],
        ),
        ("There are 40 miners in the tavern.", []),
        ("There were 40 inmates at the camp in 2019.", []),
        ("There must be no hostages, the bishop said.", []),
    ],
)
def test_there_are_prisoners_or_none(text: str, count: list[tuple[int, str]]) -> None:
    """Phenomenon 6: a stock told by its being there; *none* are none of those told just before."""
    claims = [c for c in told(f"Varland released nine prisoners. {text}") if c.type == "CUSTODY_STATE"]
    found = [(c.quantity.hi, c.mode) for c in claims if c.quantity is not None]
    assert found == count


def test_a_list_names_whom_it_counts() -> None:
    """ "Our list names 88 inmates": the group stands in the claim beside the number."""
    claim = first("Our list names 88 inmates; it does not name any soldiers.", "CUSTODY_STATE")
    assert any("inmates" in name for name in claim.names("group"))
    assert claim.quantity is not None
    assert claim.quantity.lo == 88


def test_a_named_prison_is_where_one_walks_out_of_and_a_bare_one_is_not() -> None:
    """ "walked out of Camp 9": from there; "walked out of jail" names no place."""
    assert first("Jon Holt walked out of Camp 9 on Monday.", "RELEASE").names("from")
    assert not first("Jon Holt walked out of jail on Monday.", "RELEASE").names("from")


def test_a_term_is_cut_to_the_second_length() -> None:
    """ "reduced from twelve years to four": four, wherever the full stop is."""
    claim = first("On appeal his sentence was reduced from twelve years to four.", "SENTENCE")
    assert claim.penalty is not None
    assert claim.penalty.lo == 4


@pytest.mark.parametrize(
    ("text", "kind", "sub"),
    [
        ("The inmate Ira Holt was moved to Ward 6 on Monday.", "TRANSFER", "facility_move"),
        ("The inmate Ira Holt was moved to another ward on Monday.", None, None),
        (
            "The judge moved the jailed old engraver from his damp cell to house arrest.",
            "DETAIN",
            "house_arrest",
        ),
    ],
)
def test_a_numbered_ward_is_a_place_and_house_arrest_none(
    text: str, kind: str | None, sub: str | None
) -> None:
    """A ward with a number is told from others; who is moved home under guard is held, not transferred."""
    assert [(c.type, c.sub) for c in told(text) if c.type in {"TRANSFER", "DETAIN"}] == (
        [(kind, sub)] if kind else []
    )


@pytest.mark.parametrize(
    "text",
    [
        "Hanno Brek could face twenty years in prison, his lawyer said.",
        "Ivo Tann risks fifteen years in prison.",
        "Ivo Tann fears years behind bars.",
        "Lena Marr could spend ten years in prison.",
        "Lena Marr will spend six months in detention.",
    ],
)
def test_who_faces_years_in_prison_is_not_told_to_be_there(text: str) -> None:
    """A term that is feared, risked or still to come tells nobody as held (CODEBOOK 8, 7)."""
    assert of_type("DETAIN", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Tann spent six years in prison.",
        "By May Ivo Tann will have spent six years in prison.",
        "Lena Marr, who could face ten more years in prison, has been in detention since May.",
    ],
)
def test_who_has_spent_years_in_prison_was_held(text: str) -> None:
    """Years that are over, or run on, tell an arrest of before."""
    assert "background" in [c.mode for c in of_type("DETAIN", text)]


@pytest.mark.parametrize(
    ("hand", "detained"),
    [
        ("The storm held dozens of passengers at the airport.", False),
        ("Heavy snow held forty pilgrims in the pass for two days.", False),
        ("The teacher was detained by traffic and missed the meeting in Holm.", False),
        ("The dancer was captured on film at a festival.", False),
        ("Forty pilgrims were seized by fear.", False),
        ("Soldiers held dozens of passengers at the airport.", True),
        ("The teacher was detained by traffic police in Holm.", True),
        ("The dancer was captured by rebels at a festival.", True),
        ("Forty pilgrims were seized by gunmen.", True),
    ],
)
def test_snow_traffic_and_film_take_nobody_into_custody(hand: str, detained: bool) -> None:
    """What holds people up or holds their picture is no hand: police, soldiers and gunmen detain."""
    assert bool(of_type("DETAIN", hand)) is detained


@pytest.mark.parametrize("things", ["mopeds", "rickshaws", "canoes"])
def test_vehicles_are_seized_and_nobody_is_detained(things: str) -> None:
    """Things that are driven are counted like people, and are nobody."""
    assert of_type("DETAIN", f"Police seized eighty {things} in Lower Tarn.") == []
    assert of_type("DETAIN", "Police seized eighty porters in Lower Tarn.") != []


@pytest.mark.parametrize("verb", ["faces up to", "is facing", "risks", "now faces"])
def test_who_faces_a_term_was_not_given_it(verb: str) -> None:
    """ "faces ten years": what may be given; "was given ten years" was."""
    claim = first(f"Lena Marr {verb} ten years in prison for fraud.", "SENTENCE", "sentence.faces")
    assert claim.mode == "hypothetical"
    assert first("Lena Marr was given ten years in prison for fraud.", "SENTENCE").mode == "performed"


def test_who_alone_frees_a_person_had_her_in_hand() -> None:
    """Where two states free people, whose hands she was in is inferred from who frees her and nobody else."""
    text = "Finland freed nine sailors. Norway released Una Rask on Monday. Rask was arrested in 2021."
    assert fillers(first(text, "DETAIN"), "detainer") == {("Norway", True)}


@pytest.mark.parametrize(
    ("text", "detainer"),
    [
        (
            "Norway freed Una Rask on Monday. Finland freed a cook. Rask was arrested in Finland in May.",
            {("Finland", True)},
        ),
        ("Norway freed Una Rask in 2019. Finland freed Una Rask on Monday. Rask was arrested in May.", set()),
        ("Norway freed a cook. Finland freed nine sailors. Una Rask was arrested in May.", set()),
    ],
)
def test_whom_two_states_free_or_none_was_held_by_nobody_told(
    text: str, detainer: set[tuple[str, bool]]
) -> None:
    """Where she was arrested counts first; two who freed her, or none, say nothing."""
    assert fillers(first(text, "DETAIN"), "detainer") == detainer


def test_who_is_released_into_house_arrest_is_held_yet() -> None:
    """Moved to it from a cell: an arrest of its own kind, and never in a count of the freed (CODEBOOK D1)."""
    claims = told("The judge released the printer Ilo Senn from jail into house arrest.")
    assert [(c.type, c.sub) for c in claims if c.type in {"RELEASE", "DETAIN"}] == [
        ("DETAIN", "house_arrest")
    ]
