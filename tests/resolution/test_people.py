"""Who is who: inside a report by the longest form, across reports only by a second feature."""

from __future__ import annotations

from tests import ledgers

from detente.records import Entity, Judgement, Resolution
from detente.resolution import resolve


def resolved(text: str, *judgements: Judgement) -> Resolution:
    """The ledger resolved."""
    return resolve(ledgers.readings(text), (), judgements)


def persons(text: str, *judgements: Judgement) -> list[Entity]:
    """The persons of a ledger."""
    return [e for e in resolved(text, *judgements).entities if e.kind == "person"]


def said(verdict: str, made: str) -> Judgement:
    """Somebody's word on the two Lena Marrs."""
    return Judgement(
        id=f"jdg_{made}",
        about="entity",
        left="person:lena marr",
        right="person:lena marr",
        verdict=verdict,  # type: ignore[arg-type]
        author="desk",
        made=made,
    )


def test_a_bare_surname_joins_the_full_name_of_its_report() -> None:
    """Marr, President Marr and Marr's are Lena Marr, whose entity bears the longest form."""
    (person,) = persons(
        """
        = a 2026-01-02 Post
        one: RELEASE | person Lena Marr
        two: RELEASE | person Marr
        three: RELEASE | person President Marr’s
        """
    )
    assert person.name == "Lena Marr"
    assert sorted(n.form for n in person.names) == ["Lena Marr", "Marr", "President Marr’s"]


def test_a_surname_that_two_bear_joins_neither() -> None:
    """Kinship and identity are never inferred from a shared surname."""
    found = persons(
        "= a 2026-01-02 Post\none: RELEASE | person Lena Marr; Jon Marr\ntwo: RELEASE | person Marr"
    )
    assert ledgers.names(found) == ["Jon Marr", "Lena Marr", "Marr"]


def test_the_same_name_in_two_reports_is_not_yet_one_person() -> None:
    """Without a second feature they stay two, with a candidate for review that says why."""
    text = """
    = a 2026-01-02 Post
    one: DETAIN | person Lena Marr | on 2020-01-02
    = b 2026-06-02 Daily
    one: RELEASE | person Lena Marr | on 2026-06-01
    """
    assert len(persons(text)) == 2
    (candidate,) = resolved(text).judgements
    assert (candidate.verdict, candidate.about) == ("unsure", "entity")
    assert "no second feature" in candidate.reasons[0]


def test_a_shared_office_joins_two_reports_of_one_name() -> None:
    """Name family and office: the same person."""
    text = """
    = a 2026-01-02 Post
    one: ATTRIBUTE/office background | subject Lena Marr | value mayor of Dorn
    = b 2026-06-02 Daily
    one: ATTRIBUTE/office background | subject Marr | value mayor of Dorn
    """
    assert ledgers.names(persons(text)) == ["Lena Marr"]


def test_an_office_is_dated() -> None:
    """One name and one office thirty years apart may be father and son: they wait for a person."""
    text = """
    = a {} Post
    one: ATTRIBUTE/office background | subject Lena Marr | value mayor of Dorn{}
    = b 2026-06-02 Daily
    one: ATTRIBUTE/office background | subject Lena Marr | value mayor of Dorn
    """
    assert len(persons(text.format("1996-06-02", ""))) == 2
    assert len(persons(text.format("2023-06-02", ""))) == 1
    assert len(persons(text.format("2023-06-02", " | on 1996-06-01"))) == 2
    assert [j.verdict for j in resolved(text.format("1996-06-02", "")).judgements] == ["unsure"]


def test_one_birth_in_two_writings_makes_one_person_and_two_births_two() -> None:
    """A name and the day of a birth are enough (CODEBOOK §2); the name alone never is."""
    line = "= {} 2026-0{}-02 Post\nx{}: ATTRIBUTE/description | subject {} | value {}\n"
    first = line.format("a", 1, 1, "Mikola Dornow", "born on 3 May 1980")
    same = line.format("b", 5, 2, "Nikolai Dornov", "born in Oslo on May 3, 1980")
    other = line.format("b", 5, 2, "Nikolai Dornov", "born on 4 May 1980")
    assert tuple(len(persons(first + more)) for more in (same, other)) == (1, 2)


def test_a_shared_nationality_is_no_second_feature() -> None:
    """A shared country tells nobody apart."""
    text = """
    = a 2026-01-02 Post
    one: ATTRIBUTE/nationality background | subject Lena Marr | value Osmian
    = b 2026-06-02 Daily
    one: ATTRIBUTE/nationality background | subject Lena Marr | value Osmian
    """
    assert len(persons(text)) == 2


def test_the_same_company_joins_two_reports() -> None:
    """Two full names that stand together in two reports are the same two people."""
    text = """
    = a 2026-01-02 Post
    one: DETAIN | person Lena Marr; Ivo Brandt | on 2020-01-02
    = b 2026-06-02 Daily
    one: CUSTODY_STATE | person Lena Marr | as_of 2026-06-01
    two: CUSTODY_STATE | person Ivo Brandt | as_of 2026-06-01
    """
    assert ledgers.names(persons(text)) == ["Ivo Brandt", "Lena Marr"]


def test_who_is_told_of_beside_another_is_company_whatever_is_told() -> None:
    """An office told of the one and a fate of the other: two reports with both names tell of the same two."""
    text = """
    = a 2026-01-02 Post
    one: ATTRIBUTE/description background | subject Lena Marr | value painter
    two: DETAIN | person Ivo Brandt | on 2020-01-02
    = b 2026-06-02 Daily
    one: CUSTODY_STATE | person Lena Marr | as_of 2026-06-01
    two: ATTRIBUTE/description background | subject {} | value baker
    """
    found = {name: len(persons(text.format(name))) for name in ("Ivo Brandt", "Ira Holt")}
    assert found == {"Ivo Brandt": 2, "Ira Holt": 4}


def test_one_told_as_freed_and_days_later_as_inside_is_one_person() -> None:
    """The full name of whoever was freed on Monday and sits on Saturday is one; months later not."""
    text = """
    = a 2026-01-06 Post
    one: RELEASE | releaser Varland | person Lena Marr | on 2026-01-05
    = b {} Daily
    one: CUSTODY_STATE/held | person Lena Marr
    """
    found = {day: len(persons(text.format(day))) for day in ("2026-01-10", "2026-06-10")}
    assert found == {"2026-01-10": 1, "2026-06-10": 2}


def test_a_persons_word_joins_and_a_later_word_parts() -> None:
    """Judgements outrank features, the latest of them counts, and none is lost."""
    text = """
    = a 2026-01-02 Post
    one: DETAIN | person Lena Marr | on 2020-01-02
    = b 2026-06-02 Daily
    one: RELEASE | person Lena Marr | on 2026-06-01
    """
    first, second = said("same", "2026-07-01T00:00:00Z"), said("different", "2026-07-02T00:00:00Z")
    assert len(persons(text, first)) == 1
    assert len(persons(text, second, first)) == 2
    assert set(resolved(text, first, second).judgements) == {first, second}


def test_a_leader_is_a_person_and_the_state_a_state() -> None:
    """They never merge; the office makes the one act for the other."""
    text = """
    = a 2026-01-02 Post
    one: RELEASE | releaser Poland | group prisoners | count 5
    two: RELEASE | releaser Karl Vend (person) | group prisoners | count 5
    office: ATTRIBUTE/office background | subject Karl Vend | value President of Poland
    """
    found = resolved(text)
    kinds = {e.name: (e.kind, e.id) for e in found.entities if e.kind in ("person", "state")}
    assert {name: kind for name, (kind, _) in kinds.items()} == {"Poland": "state", "Karl Vend": "person"}
    assert found.agents == {kinds["Karl Vend"][1]: kinds["Poland"][1]}
    assert len([e for e in found.events if e.type == "RELEASE"]) == 1


def test_a_state_is_one_under_all_its_names() -> None:
    """Adjective, abbreviation and capital as actor: one entity with the canonical name."""
    found = resolved(
        "= a 2026-01-02 Post\none: SANCTION_KEEP | authority the U.S.\n"
        "two: SANCTION_KEEP | authority Washington"
    )
    assert [(e.name, len(e.names)) for e in found.entities if e.kind == "state"] == [("United States", 2)]


def test_an_entity_keeps_its_id_when_a_report_is_added() -> None:
    """Ids come from names, not from which reports are there."""
    one = "= a 2026-01-02 Post\none: RELEASE | releaser Osmia | person Lena Marr | on 2026-01-01"
    two = one + "\n= b 2026-01-03 Daily\none: RELEASE | releaser Osmia | person Ivo Brandt | on 2026-01-01"
    assert {e.id for e in resolved(one).entities} <= {e.id for e in resolved(two).entities}


def test_a_claim_keeps_its_id_when_its_names_are_resolved() -> None:
    """Entities are filled in; nothing else of a claim changes."""
    readings = ledgers.readings("= a 2026-01-02 Post\none: RELEASE | releaser Osmia | person Lena Marr")
    (claim,) = resolve(readings).claims
    assert claim.id == readings[0].claims[0].id
    assert all(f.entity for fillers in claim.roles.values() for f in fillers)


def test_the_unstated_is_nobody() -> None:
    """UNSTATED is no entity, and a value or topic is none either."""
    text = "= a 2026-01-02 Post\none: RELEASE | releaser UNSTATED | person Lena Marr | topic relief"
    assert [e.name for e in resolved(text).entities] == ["Lena Marr"]


def test_a_word_that_two_differ_holds_through_a_third() -> None:
    """Joined to a third that each resembles, two people judged different stay two."""
    text = """
    = a 2026-01-02 Post
    one: ATTRIBUTE/office background | subject Lena Marr | value mayor of Dorn
    = b 2026-01-03 Daily
    one: ATTRIBUTE/office background | subject Lena Marr | value mayor of Dorn
    = c 2026-01-04 Echo
    one: ATTRIBUTE/office background | subject Lena Marr | value mayor of Dorn
    """
    first, second, _ = (r.document.sha256 for r in ledgers.readings(text))
    apart = Judgement(
        id="jdg_1",
        about="entity",
        left=f"{first}#Lena Marr",
        right=f"{second}#Lena Marr",
        verdict="different",
    )
    assert len(persons(text)) == 1
    assert len(persons(text, apart)) == 2


def test_who_pardons_beside_a_states_releases_is_not_taken_for_that_states() -> None:
    """A president without a country, in a report of Varland's prisoners, may be of any country."""
    text = """
    = a 2026-01-02 Post
    one: RELEASE | releaser Varland | group prisoners | count 5
    two: CLEMENCY/pardon | granter Karl Vend (person) | person Ivo Brandt
    """
    assert resolved(text).agents == {}


def test_the_bare_president_of_a_report_is_that_of_the_country_it_is_from() -> None:
    """In a paper of Kigali that names no other state; an office beside another state is left open."""
    office = "office: ATTRIBUTE/office background | subject Karl Vend | value President"
    act = "act: CLEMENCY/pardon | granter Karl Vend (person) | group prisoners | count 12"
    found = resolved(f"= a 2026-01-02 Kigali Evening News\n{act}\n{office}")
    names = {e.id: e.name for e in found.entities}
    assert {names[p]: names[s] for p, s in found.agents.items()} == {"Karl Vend": "Rwanda"}
    other = "other: SANCTION_EASE | authority Poland | sector salt | step agreed"
    assert resolved(f"= a 2026-01-02 Kigali Evening News\n{act}\n{office}\n{other}").agents == {}
    assert resolved(f"= a 2026-01-02 Evening News\n{act}\n{office}").agents == {}


def test_an_envoy_acts_for_the_state_by_whatever_name_it_is_told() -> None:
    """The envoy of "the U.S." and of "Washington" is one state's, which goes by its English name."""
    for name in ("the U.S.", "Washington", "United States"):
        found = resolved(
            f"= a 2026-01-02 Post\nx: MANDATE | agent Ira Holt | principal {name} (state) | office envoy"
        )
        kinds = {e.id: e.name for e in found.entities}
        assert [kinds[state] for state in found.agents.values()] == ["United States"]


def test_the_bare_minister_of_a_report_is_that_of_the_country_it_is_from() -> None:
    """A country has one foreign minister; ministers without a field it has many."""
    text = """
    = a 2026-01-02 Kigali Evening News
    one: ATTRIBUTE/office background | subject Lena Marr | value {}
    two: COMMIT/offer | committer Lena Marr (person)
    """
    found = {office: resolved(text.format(office)).agents for office in ("foreign minister", "minister")}
    assert {office: len(agents) for office, agents in found.items()} == {"foreign minister": 1, "minister": 0}
