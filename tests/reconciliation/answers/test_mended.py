"""What answers brought to light in what they rest on: measures, custody, ties, verdicts."""

from __future__ import annotations

from tests import ledgers

from detente.records import Measure, State


def _measures(text: str) -> dict[str | None, Measure]:
    return {m.sector: m for m in ledgers.state(text).measures}


def test_a_licence_that_names_nothing_eases_none_of_several_measures() -> None:
    """Agreed on salt and on tin; a licence, and no word on what: neither is told as licensed."""
    found = _measures("""
    = a 2026-03-05 Daily
    salt: SANCTION_EASE agreed | authority Osmia | target Varland | sector salt | step agreed
    tin: SANCTION_EASE agreed | authority Osmia | target Varland | sector tin | step agreed
    = b 2026-03-09 Weekly
    lic: SANCTION_EASE | authority Osmia | target Varland | step licensed | instrument Licence 4
    """)
    assert [found[s].legal.state for s in ("salt", "tin")] == ["unknown", "unknown"]


def test_easing_told_of_a_country_says_nothing_of_what_stays() -> None:
    """The embargo that is kept is not eased by "agreed to ease sanctions"."""
    found = _measures("""
    = a 2026-03-05 Daily
    ease: SANCTION_EASE agreed | authority Osmia | target Varland | step agreed
    salt: SANCTION_EASE agreed | authority Osmia | target Varland | sector salt | step agreed
    arms: SANCTION_KEEP asserted | authority Osmia | target Varland | sector arms
    """)
    assert (found["salt"].announced.state, found["arms"].announced.state) == ("easing_said", "keeping_said")


def test_no_act_issued_says_something_only_of_a_measure_that_others_tell_of() -> None:
    """Alone, a denial moves nothing; beside a promise, the law stands where it stood."""
    denied = "= a 2026-03-05 Daily\nno: SANCTION_EASE denied | authority Osmia | sector salt\n"
    assert _measures(denied) == {}
    agreed = "= b 2026-03-05 Post\nyes: SANCTION_EASE agreed | authority Osmia | sector salt | step agreed\n"
    assert _measures(denied + agreed)["salt"].legal.state == "in_force"
    assert _measures(denied + agreed)["salt"].legal.since is None


def test_an_authority_speaks_first_of_its_own_act() -> None:
    """Polish officials agreed; another government calls it lifted: agreed is what stands announced."""
    found = _measures("""
    = a 2026-03-05 Daily
    own: SANCTION_EASE agreed | authority Poland | sector salt | step agreed
    | says Polish officials, official
    = b 2026-03-06 Palace Post
    they: SANCTION_EASE asserted | authority Poland | sector salt | step unspecified | says palace, official
    """)
    assert (found["salt"].announced.state, found["salt"].announced.by) == (
        "easing_said",
        ("Polish officials",),
    )


def _custody(text: str) -> tuple[str, str, str | None]:
    (person,) = ledgers.state(text).people
    track = person.tracks.custody
    return track.state, track.verdict, track.since.end if track.since else None


def test_who_was_not_let_out_is_inside() -> None:
    """A denial of release is a word on custody; since when, it does not say."""
    text = "= a 2026-03-05 Daily\nno: RELEASE denied | person Lena Marr\n"
    assert _custody(text) == ("imprisoned", "single-source", None)


def test_freed_later_than_the_denial_is_free() -> None:
    """Not released on Monday, released on Friday."""
    text = """
    = a 2026-03-09 Daily
    no: RELEASE denied | person Lena Marr | on 2026-03-05
    yes: RELEASE | person Lena Marr | on 2026-03-09
    """
    assert _custody(text) == ("released", "single-source", "2026-03-09")


def test_the_day_of_a_change_is_the_narrowest_that_is_told() -> None:
    """One report gives the day, another only its own date."""
    text = """
    = a 2026-03-05 Daily
    one: RELEASE | person Lena Marr | on 2026-03-04
    = b 2026-03-06 Post
    two: RELEASE | person Lena Marr | on ?2026-03-06
    """
    assert _custody(text) == ("released", "supported", "2026-03-04")


def _story(*reports: str) -> State:
    return ledgers.state("\n".join(reports))


TOLD = "= {0} 2026-03-0{1} Paper {0}\nyes: RELEASE | person Lena Marr | on 2026-03-04"
DENIED = "= z 2026-03-09 Radio\nno: RELEASE denied | person Lena Marr | on 2026-03-04"


def test_two_voices_against_one_that_nobody_graded_are_contested_and_five_are_not() -> None:
    """By the probability of the leading value: under .75 the dissent weighs, over it it does not."""
    two = _story(*(TOLD.format(n, i + 5) for i, n in enumerate("ab")), DENIED)
    five = _story(*(TOLD.format(n, i + 5) for i, n in enumerate("abcde")), DENIED)
    assert two.people[0].tracks.custody.verdict == "contested"
    assert five.people[0].tracks.custody.verdict == "supported"


def test_a_list_belongs_to_its_owner() -> None:
    """Two days of one list are one owner's counts, however the list is named."""
    state = _story("""
    = a 2026-03-05 Lantern Group
    in: CUSTODY_STATE/held asserted | group prisoners | count 40 | as_of 2026-03-05
    = b 2026-03-09 Post
    in: CUSTODY_STATE/held asserted | group prisoners | count 41 | as_of 2026-03-09
    | says list of the Lantern Group, ngo
    """)
    assert [c.owner for c in state.counts] == ["Lantern Group", "Lantern Group"]


def test_a_palace_that_tells_its_own_pardon_and_anothers_easing_speaks_for_itself() -> None:
    """Both sides tie the acts, each in its own words: L4."""
    state = _story("""
    = a 2026-03-05 Daily
    out: RELEASE | releaser Varland | group prisoners | count 30 | on 2026-03-05
    ease: SANCTION_EASE agreed | authority Poland | sector salt | step agreed
    | says Polish officials, official
    tie: LINKAGE | class L2 | cue in exchange for | ties out, ease | says Polish officials, official
    = b 2026-03-05 Palace Post
    mercy: CLEMENCY/pardon | granter Varland | group prisoners | count 30 | on 2026-03-05
    | says palace, official
    lift: SANCTION_EASE asserted | authority Poland | sector salt | step unspecified
    | says palace, official
    tie: LINKAGE | class L3 | cue in connection with the lifting | ties mercy, lift
    | says palace, official
    """)
    (deal,) = state.deals
    assert [t.class_ for t in deal.linkage] == ["L3", "L3", "L4"]
    assert [g.step for s in deal.sides for g in s.gives if g.kind == "sanction_step"] == ["agreed"]
