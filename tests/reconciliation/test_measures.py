"""A measure's two tracks: the law moves by instruments alone."""

from __future__ import annotations

from tests import ledgers

from detente.records import Measure

STEPS = """
= a 2026-01-05 Gazette Watch
on: SANCTION_IMPOSE/sectoral_ban | authority Osmia | target Varland | sector salt | instrument Order 7
| on 2026-01-01
= b 2026-02-05 Post
said: SANCTION_EASE | authority Osmia | target Varland | sector salt | step unspecified | says envoy, official
= c 2026-03-05 Daily
lic: SANCTION_EASE | authority Osmia | target Varland | sector salt | step licensed | instrument Licence 3
| on 2026-03-04 | until 2026-09-04
= d 2026-06-05 Daily
off: SANCTION_EASE | authority Osmia | target Varland | sector salt | step repealed | instrument Order 9
| on 2026-06-04
= e 2026-08-05 Daily
back: SANCTION_IMPOSE/reimpose | authority Osmia | target Varland | sector salt | instrument Order 12
| on 2026-08-01
"""


def measure(text: str, **options: object) -> Measure:
    """The one measure of the ledger."""
    (found,) = ledgers.state(text, **options).measures
    return found


def test_the_legal_track_follows_the_instruments_day_by_day() -> None:
    """In force, licensed, repealed, back again: as of each day, with what was said beside it."""
    seen = {
        day: measure(STEPS, as_of=day, known_by=day)
        for day in ("2026-02-28", "2026-04-01", "2026-07-01", "2026-09-01")
    }
    assert [m.legal.state for m in seen.values()] == ["in_force", "licensed", "repealed", "reimposed"]
    assert {m.announced.state for m in seen.values()} == {"lifting_said"}
    assert (seen["2026-04-01"].legal.instrument, seen["2026-04-01"].legal.until) == (
        "Licence 3",
        "2026-09-04",
    )


RUNS = """
= a 2026-01-05 Gazette Watch
on: SANCTION_IMPOSE/sectoral_ban | authority Osmia | target Varland | sector salt | on 2026-01-01
= b 2026-03-05 Daily
off: SANCTION_EASE | authority Osmia | target Varland | sector salt | step suspended | on 2026-03-04
| until 2026-06-30
"""


def test_a_suspension_that_ran_out_leaves_the_measure_in_force() -> None:
    """On its last day it holds, the day after it does not; no report need say so, and the record says why."""
    seen = [measure(RUNS, as_of=day).legal for day in ("2026-06-30", "2026-07-01")]
    assert [(t.state, t.since, t.rule) for t in seen] == [
        ("suspended", "2026-03-04", None),
        ("in_force", "2026-07-01", "until passed"),
    ]


def test_a_suspension_that_was_prolonged_runs_to_its_new_day() -> None:
    """The last day that an instrument set counts."""
    longer = (
        RUNS
        + """
    = c 2026-06-20 Daily
    on: SANCTION_EASE | authority Osmia | target Varland | sector salt | step suspended | on 2026-06-19
    | until 2026-12-31
    """
    )
    assert measure(longer, as_of="2026-08-01").legal.until == "2026-12-31"
    assert measure(longer, as_of="2027-01-01").legal.state == "in_force"


def test_a_measure_made_for_a_year_expires() -> None:
    """Its own paper says so; that somebody renewed it would have to be told."""
    text = """
    = a 2026-01-05 Gazette Watch
    on: SANCTION_IMPOSE/sectoral_ban | authority Osmia | target Varland | sector salt | on 2026-01-01
    | until 2026-12-31
    """
    assert [measure(text, as_of=d).legal.state for d in ("2026-12-31", "2027-01-02")] == [
        "in_force", "expired",
    ]  # fmt: skip


def test_one_measure_keeps_its_id_through_all_steps() -> None:
    """A licence or a repeal is an event on the measure, not another measure."""
    assert measure(STEPS).measure == measure(STEPS, known_by="2026-01-31").measure
    assert measure(STEPS).founding == "Order 7"


def test_said_to_stay_after_a_repeal_is_a_sequence_conflict() -> None:
    """Kept as told, and shown as what cannot follow."""
    text = """
    = a 2026-03-05 Daily
    off: SANCTION_EASE | authority Osmia | sector salt | step repealed | instrument Order 9 | on 2026-03-04
    = b 2026-04-05 Post
    keep: SANCTION_KEEP asserted | authority Osmia | sector salt
    """
    assert [c.kind for c in measure(text).conflicts] == ["sequence_conflict"]


def test_an_aim_to_keep_is_said_and_does_not_make_law() -> None:
    """ "While keeping other sanctions", as an aim: announced track alone."""
    text = "= a 2026-03-05 Daily\nkeep: SANCTION_KEEP intended | authority Osmia | target Varland"
    found = measure(text)
    assert (found.legal.state, found.announced.state) == ("unknown", "keeping_said")


def test_easing_told_in_general_belongs_to_the_measures_that_are_named() -> None:
    """The lede's "ease sanctions" is no third measure beside salt and timber."""
    text = """
    = a 2026-03-05 Daily
    all: SANCTION_EASE agreed | authority Osmia | target Varland | step agreed
    one: SANCTION_EASE agreed | authority Osmia | target Varland | sector salt | step agreed
    two: SANCTION_EASE agreed | authority Osmia | target Varland | sector timber | step agreed
    """
    assert [m.sector for m in ledgers.state(text).measures] == ["salt", "timber"]


def test_a_denied_easing_moves_nothing() -> None:
    """Refused, denied, demanded: no track moves."""
    text = """
    = a 2026-03-05 Daily
    no: SANCTION_EASE denied | authority Osmia | sector salt
    ask: SANCTION_EASE demanded | authority Osmia | sector salt
    """
    assert [(m.legal.state, m.announced.state) for m in ledgers.state(text).measures] == [("unknown", "none")]


def test_a_sector_and_the_one_body_whose_name_says_that_it_is_of_it_are_one_measure() -> None:
    """Relief on its cotton, and sanctions on Ahal Cotton lifted: one measure of one authority."""
    text = """
    = a 2026-03-05 Post
    one: SANCTION_EASE | authority Osmia | target Varland | sector cotton | step unspecified
    two: SANCTION_EASE agreed | authority Osmia | target Ahal Cotton (organisation) | step agreed
    tie: LINKAGE | class L2 | cue in exchange for | ties one, two
    = b 2026-03-20 Daily
    done: SANCTION_EASE | authority Osmia | target Ahal Cotton (organisation) | step licensed | on 2026-03-19
    """
    state = ledgers.state(text)
    (measure,) = state.measures
    assert (measure.target, measure.sector, measure.legal.state) == ("Ahal Cotton", "cotton", "licensed")
    assert measure.announced.state == "easing_said"
    (give,) = [g for s in state.deals[0].sides for g in s.gives]
    assert (give.step, give.compliance) == ("licensed", "2")


LIFTED = """
= a 2026-02-24 Gazette Watch
on: SANCTION_KEEP/stated_in_force asserted | authority Osmia | target Salt Lines (organisation)
= b 2026-02-25 Post
off: SANCTION_EASE | authority Osmia | target Salt Lines (organisation) | step unspecified | on 2026-02-23
| says minister, official
"""


def test_lifted_in_one_voice_and_standing_in_another_is_a_conflict() -> None:
    """Both sides' words, on the measure and in the state; the law is moved by neither."""
    state = ledgers.state(LIFTED)
    (found,) = state.conflicts
    assert found.about == "Salt Lines"
    assert found.sentence.startswith("Salt Lines: lifted (“")
    assert ") or not (“" in found.sentence
    assert found.claims == tuple(ledgers.ids(LIFTED)[name] for name in ("off", "on"))
    assert measure(LIFTED).legal.state == "in_force"


def test_what_is_no_answer_to_a_lifting_is_no_conflict() -> None:
    """A word from before, from long after, in the same voice, on another's measure; a step that ended it."""
    off = "off: SANCTION_EASE | authority Osmia | target Salt Lines (organisation) | step unspecified"
    for old, new in (
        ("on 2026-02-23", "on 2026-02-25"),
        ("= a 2026-02-24 Gazette Watch", "= a 2026-05-24 Gazette Watch"),
        (
            "target Salt Lines (organisation)\n",
            "target Salt Lines (organisation) | says minister, official\n",
        ),
        (
            "on: SANCTION_KEEP/stated_in_force asserted | authority Osmia",
            "on: SANCTION_KEEP asserted | authority Kell",
        ),
        (off, off.replace("unspecified", "repealed")),
        ("SANCTION_KEEP/stated_in_force", "SANCTION_KEEP/refused"),
    ):
        found = ledgers.state(LIFTED.replace(old, new)).conflicts
        assert not [c for c in found if c.about == "Salt Lines"], (old, new)


def test_two_states_that_act_together_have_a_measure_each() -> None:
    """ "Osmia and Kell lift their bans" is told of two measures; an organ beside its state is no third."""
    text = """
    = a 2026-02-25 Post
    off: SANCTION_EASE | authority Osmia; Kell | target Varland | sector salt | step unspecified
    own: SANCTION_KEEP asserted | authority Brenland; Treasury (organisation) | target Varland | sector tin
    """
    found = {(m.authority, m.sector) for m in ledgers.state(text).measures}
    assert found == {("Osmia", "salt"), ("Kell", "salt"), ("Brenland", "tin")}


def test_a_place_before_a_sector_makes_no_other_measure() -> None:
    """ "The Malak salt ban is suspended" and "the salt ban is lifted", by one authority: one measure.

    Rock salt is another sector; with two places' bans the bare one is nobody's in particular.
    """
    text = """
    = a 2026-03-05 Daily
    one: SANCTION_EASE | authority Osmia | sector {} | step suspended | until 2026-06-30
    = b 2026-03-05 Post
    two: SANCTION_EASE | authority Osmia | sector salt | step unspecified | says Jon Holt, official
    """
    found = measure(text.format("Malak salt"))
    assert (found.legal.state, found.announced.state, found.announced.by) == (
        "suspended",
        "lifting_said",
        ("Jon Holt",),
    )
    assert len(ledgers.state(text.format("rock salt")).measures) == 2
    assert len(ledgers.state(text.format("Malak salt; Dorn salt")).measures) == 3


def test_what_was_said_last_is_what_the_last_report_says() -> None:
    """A minister who tells later of Monday's easing has the last word on it, whatever was kept on Tuesday."""
    text = """
    = a 2026-03-04 Daily
    keep: SANCTION_KEEP/stated_in_force | authority Osmia | target Malak Lines (organisation)
    = b 2026-03-05 Post
    off: SANCTION_EASE | authority Osmia | target Malak Lines (organisation) | step unspecified
    | on 2026-03-02 | says Jon Holt, official
    """
    assert measure(text).announced.state == "lifting_said"
    assert measure(text, as_of="2026-03-04", known_by="2026-03-04").announced.state == "keeping_said"
