"""Which claims tell one happening: inside a report, and across reports."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from tests import ledgers

from detente.records import Event, Judgement
from detente.resolution import resolve
from detente.resolution.entities import state_id
from detente.resolution.homes import home_of


def events(text: str, *types: str) -> list[Event]:
    """The events of a ledger, of these types."""
    found = resolve(ledgers.readings(text)).events
    return [e for e in found if not types or e.type in types]


def told(event: Event, text: str) -> set[str]:
    """The names of the lines that tell an event."""
    return {name for name, id_ in ledgers.ids(text).items() if id_ in event.claims}


def test_lede_body_pardon_and_members_are_one_release() -> None:
    """123 released, ordered pardon and release of 123, those released include: one event, never 246."""
    text = """
    = a 2026-01-02 Post
    lede: RELEASE | releaser Varland | group political prisoners | count 123
    pardon: CLEMENCY/pardon | granter Karl Vend (person) | group prisoners | count 123
    body: RELEASE | releaser Karl Vend (person) | group prisoners | count 123
    who: RELEASE | releaser UNSTATED | person Lena Marr | count 1
    order: COMMIT | committer Karl Vend (person) | content body
    """
    assert len(events(text, "RELEASE")) == 1
    assert told(events(text, "RELEASE")[0], text) == {"lede", "pardon", "body", "who"}


def test_two_agents_are_two_releases() -> None:
    """A swap is one release per side, whatever else agrees."""
    text = """
    = a 2026-01-02 Post
    one: RELEASE/swap_release | releaser Varland | group prisoners | count 150 | on 2026-01-01
    two: RELEASE/swap_release | releaser Osmia | group prisoners | count 150 | on 2026-01-01
    """
    assert len(events(text, "RELEASE")) == 2


def test_one_of_several_who_let_people_go_together_is_no_other_side() -> None:
    """ "Varland and Brenland freed 16", "the 16 freed by Varland", "Varland freed Marr": one side of a swap.

    Where Brenland is told to have freed others by itself, the sixteen are a total, and stand alone.
    """
    text = """
    = a 2026-01-02 Post
    all: RELEASE | releaser Varland; Brenland | group prisoners | count 16
    same: RELEASE | releaser Varland | group 16 | count 16
    one: RELEASE | releaser Varland | person Lena Marr
    other: RELEASE | releaser Osmia | group prisoners | count 10
    """
    assert sorted(sorted(told(e, text)) for e in events(text, "RELEASE")) == [
        ["all", "one", "same"],
        ["other"],
    ]
    own = text + "own: RELEASE | releaser Brenland | group teachers | count 2"
    found = [told(e, own) for e in events(own, "RELEASE")]
    assert {"all"} in found
    assert {"same", "one"} in found


def test_a_promise_and_its_denial_and_the_act_are_three() -> None:
    """How it is told keeps happenings apart."""
    text = """
    = a 2026-01-02 Post
    done: RELEASE | releaser Varland | group prisoners | count 5
    will: RELEASE promised | releaser Varland | group prisoners | count 5
    not: RELEASE denied | releaser Varland | group prisoners | count 5
    """
    assert sorted(e.status for e in events(text, "RELEASE")) == ["denied", "done", "to_come"]


def test_two_counts_of_one_voice_are_two_groups_and_of_two_voices_one() -> None:
    """Ten and twenty in one breath are two groups; the ministry's and the charity's number are of one."""
    one = "= a 2026-01-02 Post\n"
    line = "{}: RELEASE | releaser Varland | group detainees | count {}"
    same = f"{line.format('x', 10)}\n{line.format('y', 20)}"
    other = f"{line.format('x', 10)} | says ministry, official\n{line.format('y', 20)} | says Relief!, ngo"
    assert len(events(one + same, "RELEASE")) == 2
    assert len(events(one + other, "RELEASE")) == 1
    few = other.replace("count 10", "count 3")
    assert len(events(one + few, "RELEASE")) == 2  # three beside twenty are a part, and no rival count


def test_the_readers_key_joins_claims_of_one_happening() -> None:
    """Where the reader ties two claims, they are one, but never an act with its denial."""
    text = """
    = a 2026-01-02 Post
    x: RELEASE | group miners | count 10 | happening h1
    y: RELEASE | group teachers | count 10 | happening h1
    z: RELEASE denied | group miners | happening h1
    """
    assert sorted(len(e.claims) for e in events(text, "RELEASE")) == [1, 2]


def test_two_reports_of_one_day_one_agent_one_number_are_one_event() -> None:
    """Type, time, roles and quantity agree: linked, and the event says why."""
    text = """
    = a 2026-01-02 Post
    x: RELEASE | releaser Varland | group prisoners | count 14 | on 2026-01-01
    = b 2026-01-03 Daily
    y: RELEASE | releaser Varland | group people | count 14 | on 2026-01-01
    """
    (event,) = events(text, "RELEASE")
    assert len(event.documents) == 2
    assert any("1.00" in reason for reason in event.why)


def test_numbers_that_differ_do_not_part_what_all_else_joins() -> None:
    """One release told with two numbers is one release."""
    text = """
    = a 2026-01-02 Post
    x: RELEASE | releaser Varland | group prisoners | count 24 | on 2026-01-01
    = b 2026-01-03 Daily
    y: RELEASE | releaser Varland | group prisoners | count 26 | on 2026-01-01
    """
    assert len(events(text, "RELEASE")) == 1


def test_of_several_counts_the_nearer_is_of_the_same_event() -> None:
    """The twenty-six of one report are the twenty-four of another, not the four of whom it tells as well."""
    text = """
    = a 2026-01-02 Post
    all: RELEASE | releaser Varland | group prisoners | count 26 | on 2026-01-01
    = b 2026-01-02 Daily
    few: RELEASE | releaser Varland | group prisoners | count 4 | on 2026-01-01
    most: RELEASE | releaser Varland | group prisoners | count 24 | on 2026-01-01
    """
    readings = ledgers.readings(text)
    for order in (readings, readings[::-1]):
        found = [e for e in resolve(order).events if e.type == "RELEASE"]
        assert sorted(map(sorted, (told(e, text) for e in found))) == [["all", "most"], ["few"]]


def test_another_population_is_another_event() -> None:
    """Ten Osmians are not twenty miners, though state and day agree."""
    text = """
    = a 2026-01-02 Post
    x: RELEASE | releaser Varland | group Osmians | count 10 | on 2026-01-01
    = b 2026-01-03 Daily
    y: RELEASE | releaser Varland | group miners | count 20 | on 2026-01-01
    """
    assert len(events(text, "RELEASE")) == 2


def test_a_release_of_last_month_is_another_release() -> None:
    """More than three days apart never links."""
    text = """
    = a 2026-01-02 Post
    x: RELEASE | releaser Varland | group prisoners | count 30 | on 2026-01-01
    = b 2026-02-03 Daily
    y: RELEASE | releaser Varland | group prisoners | count 30 | on 2026-02-01
    """
    assert len(events(text, "RELEASE")) == 2


def test_a_retelling_attaches_to_the_old_event_and_not_to_todays() -> None:
    """ "In January thirty were freed", told in February, is January's release."""
    text = """
    = a 2026-01-02 Post
    old: RELEASE | releaser Varland | group prisoners | count 30 | on 2026-01-01
    = b 2026-02-02 Daily
    now: RELEASE | releaser Varland | group prisoners | count 12 | on 2026-02-01
    then: RELEASE background | releaser Varland | group prisoners | count 30 | on 2026-01-01
    """
    assert sorted(map(sorted, (told(e, text) for e in events(text, "RELEASE")))) == [["now"], ["old", "then"]]
    assert {e.status for e in events(text, "RELEASE")} == {"done"}


def test_a_month_places_an_event_only_roughly() -> None:
    """One named person in a month and eighteen others in that month are not one release."""
    text = """
    = a 2024-08-01 Post
    x: CLEMENCY/pardon | granter Varland | person Rico Kern | on 2024-07-30
    = b 2024-09-04 Daily
    y: RELEASE background | releaser Varland | person Ada Roth | group prisoners | count 18 | on 2024-07
    """
    assert len(events(text, "RELEASE", "CLEMENCY")) == 2


def test_nobody_named_as_agent_links_nothing_across_reports() -> None:
    """Two reports that say only that people were freed are not one happening."""
    text = """
    = a 2026-01-02 Post
    x: RELEASE | group prisoners | count 5 | on 2026-01-01
    = b 2026-01-02 Daily
    y: RELEASE | group prisoners | count 5 | on 2026-01-01
    """
    assert len(events(text, "RELEASE")) == 2


def test_one_number_by_reports_that_name_something_in_common_is_one_release() -> None:
    """Where one report leaves open who let nineteen strikers go, the other's state is its own."""
    text = """
    = a 2026-01-02 Post
    x: RELEASE | releaser Varland | group strikers | count 19 | on 2026-01-01
    = b 2026-01-02 Daily
    y: RELEASE | group strikers | count 19 | on 2026-01-01
    = c 2026-01-02 Echo
    z: RELEASE | group men | count 19 | on 2026-01-01
    """
    assert sorted(sorted(told(e, text)) for e in events(text, "RELEASE")) == [["x", "y"], ["z"]]


def test_one_number_in_two_papers_of_one_state_is_one_release() -> None:
    """Six porters out, six people freed: two papers of Rwanda tell one release, papers of two states two."""
    text = """
    = a 2026-01-02 Kigali Evening News
    x: RELEASE | group porters | count 6 | on 2026-01-01
    = b 2026-01-03 {} Bulletin
    y: RELEASE | group people | count 6 | on 2026-01-01
    """
    found = {town: len(events(text.format(town), "RELEASE")) for town in ("Kigali", "Lusaka")}
    assert found == {"Kigali": 1, "Lusaka": 2}


def test_an_outlet_that_names_another_as_its_source_tells_the_same() -> None:
    """Nine people freed, the Post says; nine freed, the Daily has it from the Post."""
    text = """
    = a 2026-01-02 Post
    x: RELEASE | releaser Varland | group people | count 9 | on 2026-01-01
    = b 2026-01-02 Daily
    y: RELEASE | group people | count 9 | on 2026-01-01 | says {}!
    """
    found = {source: len(events(text.format(source), "RELEASE")) for source in ("Post", "the Post", "Echo")}
    assert found == {"Post": 1, "the Post": 1, "Echo": 2}
    named = text.replace("Post", "The Post")
    assert len(events(named.format("Post"), "RELEASE")) == 1


def test_two_numbers_of_one_described_group_are_one_where_one_person_is_named_in_both() -> None:
    """Eight choristers freed, Marr among them; seven are out, and Marr is not: two counts of one release."""
    text = """
    = a 2026-01-02 Post
    x: RELEASE | releaser Varland | group choristers | count 8 | person Lena Marr | on 2026-01-01
    = b 2026-01-04 Daily
    y: RELEASE | group {} | count 7
    z: CUSTODY_STATE/held | person {}
    """
    told_by = {
        ("choristers", "Lena Marr"): 1,
        ("choristers", "Ira Holt"): 2,
        ("bakers", "Lena Marr"): 2,
    }
    assert {k: len(events(text.format(*k), "RELEASE")) for k in told_by} == told_by


def test_an_outlet_that_takes_a_number_back_tells_of_the_same_release() -> None:
    """Forty-one, the Post said; not 41, it says now, 37. Another paper's correction is of another matter."""
    text = """
    = a 2026-01-02 Post
    x: RELEASE | releaser Varland | group people | count 41 | on 2026-01-01
    = b 2026-01-03 {}
    no: RELEASE denied | group people | count {} | on 2026-01-01
    y: RELEASE | group people | count 37
    """
    told_by = {("Post", 41): 1, ("Echo", 41): 2, ("Post", 88): 2}
    found = {k: len([e for e in events(text.format(*k), "RELEASE") if e.status == "done"]) for k in told_by}
    assert found == told_by


def test_a_court_and_its_state_are_one_who_lets_go() -> None:
    """A court paroled nine, and they left the state's prisons: one happening of one report."""
    text = """
    = a 2026-01-02 Post
    x: CLEMENCY/parole | granter town court (organisation); Rwanda | group drivers | count 9 | on 2026-01-01
    y: RELEASE | releaser Rwanda | group drivers | count 9
    """
    assert len(events(text, "RELEASE", "CLEMENCY")) == 1


def test_moves_to_two_places_are_two_and_talks_in_two_cities_too() -> None:
    """What makes a happening what it is must agree."""
    text = """
    = a 2026-01-02 Post
    x: TRANSFER/cross_border | group freed | to Osmia
    y: TRANSFER/cross_border | group freed | to Brenland
    p: TALKS | participants Ira Holt | place Dorn
    q: TALKS | participants Ira Holt | place Sund
    """
    assert (len(events(text, "TRANSFER")), len(events(text, "TALKS"))) == (2, 2)


def test_an_events_time_is_the_narrowest_that_is_stated() -> None:
    """A day outranks a month, a month a bound of publication."""
    text = """
    = a 2026-01-02 Post
    x: RELEASE | releaser Varland | group prisoners | count 5 | on ?2026-01-02
    = b 2026-01-02 Daily
    y: RELEASE | releaser Varland | group prisoners | count 5 | on 2026-01-01
    """
    (event,) = events(text, "RELEASE")
    assert event.time is not None
    assert (event.time.start, event.time.basis) == ("2026-01-01", "stated")


def test_a_persons_word_joins_and_parts_happenings() -> None:
    """What somebody said of two claims outranks the score; the latest word counts."""
    text = """
    = a 2026-01-02 Post
    x: RELEASE | releaser Varland | group prisoners | count 14 | on 2026-01-01
    = b 2026-01-03 Daily
    y: RELEASE | releaser Varland | group prisoners | count 14 | on 2026-01-01
    """
    ids, readings = ledgers.ids(text), ledgers.readings(text)
    parted = Judgement(
        id="jdg_1", about="event", left=ids["x"], right=ids["y"], verdict="different", made="2026-02-01"
    )
    joined = Judgement(
        id="jdg_2", about="event", left=ids["x"], right=ids["y"], verdict="same", made="2026-02-02"
    )
    undone = msgspec.structs.replace(parted, id="jdg_3", verdict="none", made="2026-02-03")
    said = ((), (parted,), (joined, parted), (parted, undone))
    assert [len(resolve(readings, (), js).events) for js in said] == [1, 2, 1, 1]


def test_a_telling_with_nothing_to_compare_parts_nobody() -> None:
    """Two reports of one release stay one though a third, near it, shares no word with the second."""
    text = """
    = a 2026-01-02 Post
    x: RELEASE | releaser Varland | group prisoners | count 46 | person Lena Marr; Ivo Brandt | on 2026-01-01
    = b 2026-01-03 Daily
    y: RELEASE | releaser Varland | group prisoners | count 46 | on 2026-01-01
    = c 2026-01-03 Echo
    z: CLEMENCY/pardon | person Ivo Brandt | on 2026-01-01
    """
    assert len(events(text, "RELEASE", "CLEMENCY")) == 1


def test_who_let_people_go_is_the_state_that_every_report_is_from_and_said_to_be_inferred() -> None:
    """Seven left prison, a paper of Kigali says; of hostages, a swap or other custody nothing follows."""
    freed = "x: RELEASE | group prisoners | count 7 | on 2026-01-01"
    (event,) = events(f"= a 2026-01-02 Kigali Evening News\n{freed}", "RELEASE")
    assert (event.agent is not None, event.agent_inferred) == (True, True)
    others = (
        "x: RELEASE | group hostages | count 7 | on 2026-01-01",
        "x: RELEASE/swap_release | group prisoners | count 7 | on 2026-01-01",
        f"{freed}\ny: DETAIN background | detainer Poland | group miners",
    )
    for text in others:
        (event,) = events(f"= a 2026-01-02 Kigali Evening News\n{text}", "RELEASE")
        assert (event.agent, event.agent_inferred) == (None, False)


def test_what_fell_in_one_week_and_shares_nobody_is_not_one() -> None:
    """Two reports of two men freed, nobody says by whom: two releases."""
    text = """
    = a 2026-01-02 Post
    x: RELEASE | person Lena Marr | on 2026-01-01
    = b 2026-01-02 Daily
    y: RELEASE | person Ira Holt | on 2026-01-01
    """
    assert len(events(text, "RELEASE")) == 2


def test_a_year_in_review_without_a_date_tells_the_old_release_again() -> None:
    """Two full names in common, or one exact number of one described group; one name is not enough."""
    old = "= a 2026-01-02 Post\nold: RELEASE | releaser Varland | group miners | count 34"
    old += " | person Lena Marr; Ira Holt; Ivo Brandt | on 2026-01-01\n= b 2026-06-30 Daily\n"
    again = {
        "then: RELEASE | releaser Varland | person Ira Holt; Lena Marr": 1,
        "then: RELEASE | releaser Varland | group miners | count 34": 1,
        "then: RELEASE | releaser Varland | group teachers | count 34": 2,
        "then: RELEASE | releaser Varland | person Ira Holt": 2,
        "then: RELEASE | releaser Osmia | person Ira Holt; Lena Marr": 2,
        "then: RELEASE | releaser Varland | person Ira Holt; Lena Marr | on 2026-06-29": 2,
    }
    assert {line: len(events(old + line, "RELEASE")) for line in again} == again


def test_a_retelling_never_joins_two_old_releases() -> None:
    """Freed in January and again in March: told in June without a date, it is one of them at most."""
    text = """
    = a 2026-01-02 Post
    x: RELEASE | releaser Varland | person Lena Marr; Ira Holt | on 2026-01-01
    = b 2026-03-02 Post
    y: RELEASE | releaser Varland | person Lena Marr; Ira Holt | on 2026-03-01
    = c 2026-06-30 Daily
    z: RELEASE | releaser Varland | person Lena Marr; Ira Holt
    """
    assert len(events(text, "RELEASE")) == 2


def test_the_sixteen_are_those_whom_a_state_let_go() -> None:
    """One exact number told twice in one report is one group though the second time nobody acts."""
    text = """
    = a 2026-01-02 Post
    x: RELEASE | releaser Varland | group prisoners | count 16 | on 2026-01-01
    y: RELEASE | releaser Osmia | group prisoners | count 10 | on 2026-01-01
    z: RELEASE | group prisoners | count 16 | on 2026-01-01
    """
    assert sorted(sorted(told(e, text)) for e in events(text, "RELEASE")) == [["x", "z"], ["y"]]


def test_number_words_describe_no_group() -> None:
    """Twenty-four by one report and twenty-six by another, of one day and one state, are one release."""
    text = """
    = a 2026-01-02 Post
    x: RELEASE | releaser Varland | group Twenty-four prisoners | count 24 | on 2026-01-01
    = b 2026-01-02 Daily
    y: RELEASE | releaser Varland | group Twenty-six prisoners | count 26 | on 2026-01-01
    """
    assert len(events(text, "RELEASE")) == 1


def test_whom_somebody_acts_for_is_known_under_every_spelling_and_before_any_guess() -> None:
    """One report calls him the president of Latvia; one from Estonia, spelling him else, only president."""
    text = """
    = a 2026-01-02 Post
    o: ATTRIBUTE/office | subject Mikalaj Dornou | value president of Latvia
    x: CLEMENCY/pardon | granter Mikalaj Dornou (person) | group prisoners | count 29 | on 2026-01-01
    = b 2026-01-02 Tallinn Times
    p: ATTRIBUTE/office | subject Nikolai Dornov | value president
    y: CLEMENCY/pardon | granter Nikolai Dornov (person) | group prisoners | count 29 | on 2026-01-01
    """
    assert len(events(text, "CLEMENCY")) == 1


@given(st.permutations(range(6)))
def test_the_order_of_reports_plays_no_part_and_copies_are_one(order: list[int]) -> None:
    """Six reports of one release, four of them alike, in any order: one event with one id."""
    counts = (46, 46, 46, 46, 45, 47)
    line = "= r{n} 2026-01-02 Paper{n}\nx{n}: RELEASE | releaser Varland | count {count} | on 2026-01-01"
    text = "\n".join(line.format(n=n, count=count) for n, count in enumerate(counts))
    readings = ledgers.readings(text)
    (event,) = resolve([readings[n] for n in order]).events
    assert event == resolve(readings).events[0]


def test_a_title_that_names_another_state_tells_of_its_affairs() -> None:
    """From Tallinn, under "Pardons in Latvia": nothing is told of Estonia."""
    claims = ledgers.readings(
        "= a 2026-01-02 Tallinn Times\nx: CLEMENCY/pardon | group prisoners | count 29"
    )[0].claims
    article = ledgers.article("a", "Pardons.", publisher="Tallinn Times")
    titles = ("Pardons", "Pardons in Estonia", "Pardons in Latvia")
    found = [home_of(claims[0].document, msgspec.structs.replace(article, title=title)) for title in titles]
    assert found == ["Estonia", "Estonia", None]


def test_a_text_that_names_other_places_and_not_its_own_is_of_theirs() -> None:
    """Who sits in Riga and came from Norway: freed people are called after the state they come from."""
    claims = ledgers.readings("= a 2026-01-02 Tallinn Times\nx: RELEASE | person Ira Holt")[0].claims
    article = ledgers.article("a", "", publisher="Tallinn Times")
    texts = (
        "Two Norwegian cooks left prison.",
        "Two cooks left prison in Riga.",
        "From Tallinn they flew to Riga.",
    )
    found = [home_of(claims[0].document, msgspec.structs.replace(article, text=text)) for text in texts]
    assert found == ["Estonia", None, "Estonia"]


TWO_NUMBERS = """
    = a 2026-02-20 Agency
    many: RELEASE | releaser Varland | group 41 Osmian fishermen | count 41 | on 2026-02-18
    = b 2026-02-21 Fishery Board
    few: RELEASE | releaser UNSTATED | group fourteen Osmian fishermen | count 14 | on 2026-02-18
    = c 2026-02-22 Beach Committee
    seen: RELEASE | releaser UNSTATED | group 14 fishermen | count 14
"""


def test_one_group_told_alike_on_one_day_is_one_whatever_the_numbers() -> None:
    """Two words in common and one stated day: a rival count by whoever does not say who let them go.

    A third that tells fewer of it, and none of whose words speak against it, joins the one it is like.
    """
    (found,) = events(TWO_NUMBERS, "RELEASE")
    assert told(found, TWO_NUMBERS) == {"many", "few", "seen"}


def test_one_word_or_another_day_or_another_agent_joins_no_two_numbers() -> None:
    """Fishermen of one nation on two days, of no nation, or let go by two states, are not one group."""
    for old, new in (
        ("count 14 | on 2026-02-18", "count 14 | on 2026-02-19"),
        ("fourteen Osmian fishermen", "fourteen fishermen"),
        ("releaser UNSTATED | group fourteen", "releaser Kell | group fourteen"),
        ("fourteen Osmian fishermen | count 14 | on 2026-02-18", "fourteen Osmian fishermen | count 14"),
    ):
        text = TWO_NUMBERS.replace(old, new)
        assert all({"many", "few"} - told(e, text) for e in events(text, "RELEASE")), (old, new)


def test_numbers_that_lie_near_meet_by_a_person_whom_both_reports_name() -> None:
    """Twelve pardoned and eleven seen to come out, by reports that name one man, are one happening."""
    text = """
    = a 2026-02-20 Agency
    pardon: CLEMENCY/pardon | granter Varland | group 12 people | count 12 | on 2026-02-18
    who: ATTRIBUTE | subject Omar Lind | value singer
    = b 2026-02-21 Post
    out: RELEASE | releaser UNSTATED | group Eleven people | count 11 | on 2026-02-19
    not: RELEASE denied | releaser UNSTATED | person Omar Lind
    """
    assert {"pardon", "out"} in [told(e, text) for e in events(text)]
    fewer = text.replace("Eleven people | count 11", "Six people | count 6")
    assert {"pardon"} in [told(e, fewer) for e in events(fewer)]


def test_a_house_acts_for_the_state_that_the_report_is_from() -> None:
    """ "Congress" in a paper of another state, which never speaks of the United States, is that state's."""
    text = """
    = a 2026-02-20 Asunción Diario
    law: CLEMENCY/amnesty | granter Congress (organisation) | group miners | count 40
    """
    read = ledgers.readings(text)
    for more, state in (("", "Paraguay"), (" Washington took note.", "United States")):
        said = ledgers.article(
            "a", f"Congress passed an amnesty for 40 miners.{more}", publisher="Asunción Diario"
        )
        told_by = msgspec.structs.replace(said, document=read[0].claims[0].document)
        (event,) = [e for e in resolve(read, [told_by]).events if e.type == "CLEMENCY"]
        assert event.agent == state_id(state)


def test_a_described_group_whose_members_are_all_named_is_described() -> None:
    """ "Geologists Ana Dorn and Omar Lind" are the "two geologists" of another report."""
    text = """
    = a 2026-02-20 Agency
    many: RELEASE | releaser Varland | group two geologists | count 2 | on 2026-02-19
    = b 2026-02-20 Post
    names: RELEASE | releaser UNSTATED | group Geologists | person Ana Dorn; Omar Lind | on 2026-02-18
    again: RELEASE | releaser UNSTATED | group Geologists | person Ana Dorn; Omar Lind
    """
    (found,) = events(text, "RELEASE")
    assert told(found, text) == {"many", "names", "again"}
    other = text.replace("two geologists", "two bakers")
    assert len(events(other, "RELEASE")) == 2


def test_a_sum_of_both_sides_is_no_other_count_of_one_side() -> None:
    """ "The two exchanged 30 soldiers" and "Osmia let 12 soldiers go": two happenings; 28 is a rival sum."""
    text = """
    = a 2026-03-05 Post
    sum: RELEASE/swap_release | releaser Varland; Osmia | group soldiers | count 30 | on 2026-03-04
    = b 2026-03-05 Herald
    own: RELEASE | releaser Osmia | group soldiers | count 12 | on 2026-03-04
    = c 2026-03-05 Courier
    all: RELEASE/swap_release | releaser Varland; Osmia | group soldiers | count 28 | on 2026-03-04
    """
    found = [told(e, text) for e in events(text, "RELEASE")]
    assert sorted(map(sorted, found)) == [["all", "sum"], ["own"]]


def test_in_one_report_a_side_s_own_number_stands_beside_the_sum() -> None:
    """ "The two exchanged 30. Osmia freed 12 of them": the twelve are a side's own; thirty again are not."""
    text = """
    = a 2026-03-05 Post
    sum: RELEASE/swap_release | releaser Varland; Osmia | group soldiers | count 30 | on 2026-03-04
    own: RELEASE | releaser Osmia | group soldiers | count {}
    """
    assert len(events(text.format(12), "RELEASE")) == 2
    assert len(events(text.format(30), "RELEASE")) == 1


DISPUTED = """
    = a 2026-02-20 Agency
    many: RELEASE | releaser Varland | group 214 people | count 214 | on 2026-02-18
    = b 2026-02-21 Prison Watch
    few: RELEASE | releaser UNSTATED | group 190 people | count 190
"""


def disputed(words: str) -> list[set[str]]:
    """Which of the two counts stand together, where the second report is in these words."""
    told_by = ledgers.readings(DISPUTED)
    article = ledgers.article("b", words, publisher="Prison Watch")
    found = resolve(told_by, [msgspec.structs.replace(article, document=told_by[1].document)]).events
    return [told(e, DISPUTED) for e in found]


def test_a_report_that_names_the_figure_it_disputes_tells_of_the_same_release() -> None:
    """Two like numbers, and the text of one names the other's, in whatever words."""
    for words in (
        "We counted 190 people. The 214 of the ministry we cannot confirm.",
        "We counted 190 people, not two hundred and fourteen.",
        "We counted 190 people. The 214th did not come out.",
    ):
        assert disputed(words) == [{"many", "few"}], words


def test_a_figure_that_counts_nothing_of_the_kind_joins_no_two_numbers() -> None:
    """Nothing named, another number, a sum of money, a day: no figure of the other report's people."""
    for words in (
        "We counted 190 people.",
        "We counted 190 people. The ministry's 300 we cannot confirm.",
        "We counted 190 people. They paid 214 dollars each.",
    ):
        assert disputed(words) == [{"many"}, {"few"}], words
