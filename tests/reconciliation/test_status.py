"""A person's four tracks: each moves by its own claims, and what cannot be ordered is said."""

from __future__ import annotations

from tests import ledgers

from detente.records import PersonStatus


def person(text: str, name: str = "Lena Marr", **options: object) -> PersonStatus:
    """The one person of this name."""
    (found,) = [p for p in ledgers.state(text, **options).people if p.name == name]
    return found


def test_nothing_known_is_unknown_on_every_track() -> None:
    """A person who is only named has no status, and that is said."""
    tracks = person("= a 2026-01-02 Post\nmet: TALKS | participants Lena Marr").tracks
    assert [t.state for t in (tracks.custody, tracks.legal, tracks.location)] == ["unknown"] * 3
    assert {t.verdict for t in (tracks.custody, tracks.legal, tracks.location)} == {"unknown"}


def test_the_last_state_in_time_stands_whatever_the_order_of_reports() -> None:
    """Detained, released, taken again: the last day counts, not the last report."""
    text = """
    = a 2026-05-01 Post
    again: DETAIN/re_detain | person Lena Marr | on 2026-04-30
    is: ATTRIBUTE/role background | subject Lena Marr | value editor of the Dorn Gazette
    = b 2026-05-09 Daily
    is: ATTRIBUTE/role background | subject Lena Marr | value editor of the Dorn Gazette
    freed: RELEASE | person Lena Marr | on 2026-04-02
    taken: DETAIN background | person Lena Marr | on 2024-01-09
    """
    status = person(text)
    assert status.tracks.custody.state == "re_detained"
    assert status.conflicts == ()


def test_freed_by_one_and_held_by_another_is_contested_with_both_in_words() -> None:
    """A later "has never left her cell" against a report of release: contested, nothing dropped."""
    text = """
    = a 2026-03-05 Post
    freed: RELEASE | person Lena Marr | on 2026-03-05
    = b 2026-03-20 Daily
    held: CUSTODY_STATE/held asserted | person Lena Marr | as_of 2026-03-17 | says Jon Marr!, witness
    met: RELEASE denied | person Lena Marr | on 2026-03-05 | says Jon Marr!, witness
    """
    status = person(text)
    assert (status.tracks.custody.state, status.tracks.custody.verdict) == ("imprisoned", "contested")
    assert len(status.conflicts) == 1
    assert status.conflicts[0].settled_by is not None


def test_a_stock_gives_no_day_since_when() -> None:
    """ "Held on 17 March" does not date the arrest."""
    text = "= a 2026-03-20 Post\nheld: CUSTODY_STATE/held asserted | person Lena Marr | as_of 2026-03-17"
    assert person(text).tracks.custody.since is None


def test_a_refusal_at_the_border_and_silence_after_are_two_tracks() -> None:
    """At the border is a place, and nobody has heard since is custody."""
    text = """
    = a 2026-03-20 Post
    no: TRANSFER/refuse_to_leave | person Lena Marr | to Osmia | on 2026-03-05
    gone: CUSTODY_STATE/missing asserted | person Lena Marr | as_of 2026-03-20
    """
    tracks = person(text).tracks
    assert (tracks.custody.state, tracks.location.state) == ("whereabouts_unknown", "at_border")


def test_freed_by_one_voice_and_unseen_by_another_in_one_report_is_contested() -> None:
    """Told on one day, the last told stands, whatever its hashes; the other is against it."""
    text = """
    = a 2026-03-20 Post
    freed: RELEASE | person Lena Marr | as_of 2026-03-20 | says the ministry, official
    gone: CUSTODY_STATE/missing asserted | person Lena Marr | as_of 2026-03-20 | says Jon Marr!, witness
    """
    status = person(text)
    custody = status.tracks.custody
    assert (custody.state, custody.verdict) == ("whereabouts_unknown", "contested")
    assert len(status.conflicts) == 1


def test_commuted_is_not_pardoned() -> None:
    """The legal track keeps the kind of clemency."""
    text = "= a 2026-03-20 Post\ncut: CLEMENCY/commute | granter Varland | person Lena Marr"
    assert person(text).tracks.legal.state == "commuted"


def test_house_arrest_is_custody() -> None:
    """Moved home under guard: still held, in no list of the freed."""
    text = "= a 2026-03-20 Post\nhome: DETAIN/house_arrest | person Lena Marr | on 2026-03-19"
    assert person(text).tracks.custody.state == "house_arrest"


def test_a_group_label_is_not_put_on_a_member() -> None:
    """Who calls the group political prisoners has not named her."""
    text = """
    = a 2026-03-20 Post
    freed: RELEASE | releaser Varland | group prisoners | count 5
    who: RELEASE | releaser Varland | person Lena Marr
    label: RECOGNITION asserted | subject prisoners (group) | label political prisoners
    | recogniser Cell Watch
    """
    assert person(text).tracks.recognition == ()


def test_a_promise_frees_nobody() -> None:
    """Promised, demanded, conditional: the custody track does not move."""
    text = """
    = a 2026-03-20 Post
    one: RELEASE promised | person Lena Marr
    two: RELEASE demanded | person Lena Marr
    three: RELEASE conditional | person Lena Marr
    """
    assert person(text).tracks.custody.state == "unknown"


def test_attributes_are_what_somebody_said() -> None:
    """Office, honour, description: each with its claims."""
    text = """
    = a 2026-03-20 Post
    is: ATTRIBUTE/honour background | subject Lena Marr | value laureate
    """
    assert [(a.sub, a.value) for a in person(text).attributes] == [("honour", "laureate")]


def test_a_term_served_out_is_no_act_of_grace() -> None:
    """Released because the term ran out: legal track term_served, no pardon anywhere."""
    text = "= a 2026-03-20 Post\nout: RELEASE/term_served | person Lena Marr | on 2026-03-19"
    tracks = person(text).tracks
    assert (tracks.custody.state, tracks.legal.state) == ("released", "term_served")


def test_held_since_october_is_no_arrest_after_the_release() -> None:
    """An arrest is of its first day, though the report that tells of it is the last."""
    text = """
    = a 2026-01-28 Post
    held: DETAIN background | person Lena Marr | on 2025-10-01/2026-01-28
    freed: RELEASE | person Lena Marr | on 2026-01-26
    """
    (person,) = ledgers.state(text).people
    assert (person.tracks.custody.state, person.tracks.custody.verdict) == ("released", "single-source")


def test_handed_over_and_taken_to_a_prison_is_in_prison_and_nobody_contests_it() -> None:
    """CODEBOOK §4: handed into another state's prison is detained by the new holder."""
    text = """
    = a 2026-11-17 Post
    over: TRANSFER/handover | mover Varland | person Ivo Brandt | to Osmia | on 2026-11-16
    in: TRANSFER/facility_move | person Ivo Brandt | to Sorn prison (facility) | on 2026-11-16
    """
    (person,) = ledgers.state(text).people
    assert (person.tracks.custody.state, person.tracks.custody.verdict) == ("detained", "single-source")


def test_news_of_a_report_without_a_date_lies_after_the_past_that_it_tells_of() -> None:
    """ "She got 20 years in 2021 … she is free": no disagreement, whatever day the report is of."""
    text = """
    = a undated Post
    jailed: SENTENCE/sentence background | person Lena Marr | on 2021-01-01/2021-12-31
    freed: RELEASE | person Lena Marr
    """
    status = person(text)
    assert (status.tracks.custody.state, status.conflicts) == ("released", ())


def test_a_term_told_beside_the_release_from_it_is_no_disagreement() -> None:
    """ "Freed was Lena Marr, who was serving four years": the term came first, and nobody denies a thing."""
    text = """
    = a 2026-03-05 Post
    jailed: SENTENCE/sentence background | person Lena Marr | on 2026-03-05
    freed: RELEASE background | person Lena Marr | on 2026-03-05
    barred: TRANSFER/cross_border denied | person Lena Marr
    """
    status = person(text)
    assert (status.tracks.custody.state, status.conflicts) == ("released", ())


def test_not_handed_over_stands_against_handed_over() -> None:
    """Of a move that one tells and another denies both are kept."""
    text = """
    = a 2026-03-05 Post
    gone: TRANSFER/handover | person Lena Marr | on 2026-03-05
    is: ATTRIBUTE/role background | subject Lena Marr | value editor of the Dorn Gazette
    = b 2026-03-06 Daily
    is: ATTRIBUTE/role background | subject Lena Marr | value editor of the Dorn Gazette
    not: TRANSFER/handover denied | person Lena Marr
    """
    assert len(person(text).conflicts) == 1


def test_freed_and_moved_to_house_arrest_in_the_same_days_contradict_each_other() -> None:
    """Who sits at home under guard was not freed; taken months after a release, they were freed first."""
    text = """
    = a 2026-03-10 Post
    freed: RELEASE | person Lena Marr | on 2026-03-09
    = b {0} Daily
    home: DETAIN/house_arrest | person Lena Marr | on {0}
    is: RELEASE denied | person Lena Marr | on 2026-03-09
    """
    found = {day: person(text.format(day)) for day in ("2026-03-11", "2026-07-11")}
    assert {p.tracks.custody.state for p in found.values()} == {"house_arrest"}
    assert {day: len(p.conflicts) for day, p in found.items()} == {"2026-03-11": 1, "2026-07-11": 0}


def test_who_is_jailed_where_they_were_handed_to_is_held_by_that_state() -> None:
    """Extradited to Osmia and taken to a cell there: Osmia holds her, though no claim names the holder."""
    text = """
    = a 2026-03-10 Post
    given: TRANSFER/handover | mover Varland | person Lena Marr | to Osmia (state) | on 2026-03-09
    cell: TRANSFER/facility_move | person Lena Marr | to Dorn jail (facility) | on 2026-03-09
    """
    custody = person(text).tracks.custody
    assert (custody.state, custody.holder) == ("detained", "Osmia")
