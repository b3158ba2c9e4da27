"""What CODEBOOK §8 says is never inferred, item by item, where reconciliation might."""

from __future__ import annotations

from tests import ledgers

from detente.records import State, to_builtins

TIE = "tie: LINKAGE | class L2 | cue in return for | ties {}\n"


def track(state: State, name: str, which: str) -> str:
    """The state of one track of one person."""
    (person,) = [p for p in state.people if p.name == name]
    return str(getattr(person.tracks, which).state)


def test_no_release_follows_from_a_pardon() -> None:
    """§8.1: pardoned by name, not told as released: on the legal track alone, and in no list of the freed."""
    state = ledgers.state(
        "= a 2026-01-02 Post\n"
        "pardon: CLEMENCY/pardon | granter Varland | person Lena Marr\n" + TIE.format("pardon")
    )
    assert (track(state, "Lena Marr", "legal"), track(state, "Lena Marr", "custody")) == (
        "pardoned",
        "unknown",
    )
    assert state.deals[0].persons_freed == ()
    assert state.deals[0].released.quantity is None


def test_no_pardon_follows_from_a_release() -> None:
    """§8.1, the other way."""
    state = ledgers.state("= a 2026-01-02 Post\nfreed: RELEASE | releaser Varland | person Lena Marr")
    assert (track(state, "Lena Marr", "legal"), track(state, "Lena Marr", "custody")) == (
        "unknown",
        "released",
    )


def test_a_pardon_of_more_people_than_were_freed_pardons_none_of_them_by_membership() -> None:
    """§8.1: 52 pardoned and 51 freed are two populations; who of the 51 was pardoned is not said."""
    deal = ledgers.deal(
        "= a 2026-01-02 Post\n"
        "pardon: CLEMENCY/pardon | granter Varland | group prisoners | count 52\n"
        "freed: RELEASE | releaser Varland | group prisoners | count 51\n"
        "who: RELEASE | releaser Varland | person Lena Marr\n" + TIE.format("freed")
    )
    assert [p.legal for p in deal.persons_freed] == ["unknown"]


def test_one_of_a_group_that_was_pardoned_whole_is_pardoned_by_that() -> None:
    """The rule "member of group": derived, with the claims it comes from."""
    deal = ledgers.deal(
        "= a 2026-01-02 Post\n"
        "pardon: CLEMENCY/pardon | granter Varland | group prisoners | count 52\n"
        "freed: RELEASE | releaser Varland | group prisoners | count 52\n"
        "who: RELEASE | releaser Varland | person Lena Marr\n" + TIE.format("freed")
    )
    (person,) = deal.persons_freed
    assert (person.legal, person.derived, person.rule) == ("pardoned", True, "member of group")
    assert len(person.derived_from) == 2


def test_no_destination_of_a_person_follows_from_the_groups() -> None:
    """§8.4: the group went to Brenland; where one of them is, nobody said."""
    text = (
        "= a 2026-01-02 Post\n"
        "freed: RELEASE | releaser Varland | group prisoners | count 14\n"
        "who: RELEASE | releaser Varland | person Lena Marr\n"
        "leg: TRANSFER/cross_border | group prisoners | count 14 | to Brenland\n" + TIE.format("freed")
    )
    state = ledgers.state(text)
    assert [p.location for p in state.deals[0].persons_freed] == ["unknown"]
    assert track(state, "Lena Marr", "location") == "unknown"


def test_no_voluntariness_and_no_nationality_follow_from_a_transfer() -> None:
    """§8.2, §8.3: the record of the places says how many went where, and nothing of who they are."""
    deal = ledgers.deal(
        "= a 2026-01-02 Post\n"
        "freed: RELEASE | releaser Varland | group prisoners | count 14\n"
        "leg: TRANSFER/cross_border | group prisoners | count 9 | to Brenland\n" + TIE.format("freed")
    )
    rows = to_builtins(deal.destinations) + to_builtins(deal.unplaced)
    assert not any(word in str(rows) for word in ("national", "forced", "voluntary"))


def test_the_verb_lift_never_moves_the_legal_track() -> None:
    """§8.5: said to be lifted, by anybody, in any mode: announced, and unknown in law."""
    state = ledgers.state(
        "= a 2026-01-02 Post\n"
        "lift: SANCTION_EASE | authority Osmia | sector salt | step unspecified | says envoy, official\n"
        "again: SANCTION_EASE announced | authority Osmia | sector salt | step announced"
    )
    (measure,) = state.measures
    assert (measure.legal.state, measure.announced.state) == ("unknown", "easing_said")


def test_a_licence_delists_nobody_and_unblocks_nothing() -> None:
    """§8.5: licensed is licensed, also where the list still holds the name."""
    state = ledgers.state(
        "= a 2026-01-02 Post\n"
        "lic: SANCTION_EASE | authority Osmia | target Salt Trust (organisation) | step licensed "
        "| on 2026-01-02\n"
        "on: SANCTION_KEEP asserted | authority Osmia | target Salt Trust (organisation)"
    )
    assert [m.legal.state for m in state.measures] == ["licensed"]


def test_one_authoritys_step_says_nothing_of_anothers_measure() -> None:
    """§8.6: Osmia licensed, the Union's own ban is untouched."""
    state = ledgers.state(
        "= a 2026-01-02 Post\n"
        "lic: SANCTION_EASE | authority Osmia | sector salt | step licensed | on 2026-01-02\n"
        "keep: SANCTION_KEEP asserted | authority Northern Union | sector salt"
    )
    assert {m.authority: m.legal.state for m in state.measures} == {
        "Osmia": "licensed",
        "Northern Union": "in_force",
    }


def test_nothing_is_kept_and_nobody_held_that_no_claim_names() -> None:
    """§8.7: silence keeps no measure and holds no prisoner."""
    deal = ledgers.deal(
        "= a 2026-01-02 Post\nfreed: RELEASE | releaser Varland | group prisoners | count 14\n"
        + TIE.format("freed")
    )
    assert (deal.kept, deal.remaining, deal.persons_not_freed) == ((), (), ())


def test_a_leader_is_no_broker_because_an_envoy_met_in_the_capital() -> None:
    """§8.8: participants are those named; the envoy's principal took no part."""
    deal = ledgers.deal(
        "= a 2026-01-02 Post\n"
        "freed: RELEASE | releaser Varland | group prisoners | count 14\n"
        "talks: TALKS/visit | participants Ira Holt; UNSTATED | place Dorn\n"
        "sent: MANDATE | agent Ira Holt | principal Karl Vend | office envoy\n" + TIE.format("freed")
    )
    assert ledgers.names(deal.brokers) == ["Ira Holt"]


def test_the_day_of_publication_is_a_bound_and_no_date() -> None:
    """§8.13: undated news happened by then, and that is all."""
    deal = ledgers.deal(
        "= a 2026-01-02 Post\nfreed: RELEASE | releaser Varland | group prisoners | count 14\n"
        + TIE.format("freed")
    )
    assert (deal.date.start, deal.date.end, deal.date.basis) == (None, "2026-01-02", "publication_bound")


def test_counts_of_different_owners_are_different_counts() -> None:
    """§8.14: the exiles' list and the monitor's list, on one day, are two rows."""
    state = ledgers.state(
        "= a 2026-01-02 Post\n"
        "one: CUSTODY_STATE/held asserted | group prisoners | count 968 | as_of 2026-01-01 "
        "| says exiles, party\n"
        "two: CUSTODY_STATE/held asserted | group prisoners | count 1204 | as_of 2026-01-01 "
        "| says Cell Watch!, ngo"
    )
    assert [(c.owner, c.quantity and c.quantity.lo) for c in state.counts] == [
        ("Cell Watch", 1204),
        ("exiles", 968),
    ]
    assert state.conflicts == ()


def test_silence_is_no_failure_to_comply() -> None:
    """§8.17: promised and unreported is U, and never 0."""
    deal = ledgers.deal(
        "= a 2026-01-02 Post\n"
        "freed: RELEASE | releaser Varland | group prisoners | count 14\n"
        "ease: SANCTION_EASE promised | authority Osmia | sector salt | step agreed\n"
        + TIE.format("ease, freed")
    )
    assert [g.compliance for s in deal.sides for g in s.gives] == ["3", "U"]


def test_releases_are_never_added_up() -> None:
    """§8.18: two groups freed by one side stay two; the record shows no sum of them."""
    text = (
        "= a 2026-01-02 Post\n"
        "one: RELEASE | releaser Varland | group Americans | count 10 | on 2026-01-01\n"
        "two: RELEASE | releaser Varland | group Varlanders | count 20 | on 2026-01-01\n"
        + TIE.format("one, two")
    )
    numbers = [c.quantity.lo for c in ledgers.state(text).counts if c.quantity]
    assert sorted(n for n in numbers if n is not None) == [10, 20]
    assert '"lo":30' not in str(to_builtins(ledgers.deal(text))).replace(" ", "").replace("'", '"')


def test_copies_of_one_report_do_not_agree_with_it() -> None:
    """§8.19: the same voice twice is one group, and the verdict stays single-source."""
    one = "freed: RELEASE | releaser Varland | group prisoners | count 14 | on 2026-01-02\n" + TIE.format(
        "freed"
    )
    deal = ledgers.deal("= a 2026-01-02 Post\n" + one + "= b 2026-01-03 Post\n" + one)
    assert (deal.reports, deal.groups, deal.released.verdict) == (2, 1, "single-source")


def test_labels_are_somebodys() -> None:
    """§8.12: who calls them what, each with its author; the system calls nobody anything."""
    state = ledgers.state(
        "= a 2026-01-02 Post\n"
        "label: RECOGNITION asserted | subject Lena Marr | label political prisoner | recogniser Cell Watch"
    )
    (person,) = state.people
    assert [(r.label, r.by) for r in person.tracks.recognition] == [("political prisoner", "Cell Watch")]


def test_motive_and_sincerity_are_in_no_record() -> None:
    """§8.10: why a side did it stands in the claim of who says so, and moves no state and no compliance."""
    plain = (
        "= a 2026-01-02 Post\n"
        "freed: RELEASE | releaser Varland | group prisoners | count 14 | on 2026-01-02\n"
        + TIE.format("freed")
    )
    said = (
        plain
        + "= b 2026-01-03 Daily\n"
        + "why: STATEMENT | speaker analysts | stance explain | topic Varland only wants the ban gone"
        + " | says analysts, unnamed\n"
    )
    before, after = ledgers.deal(plain), ledgers.deal(said)
    assert (before.state, before.sides, before.released) == (after.state, after.sides, after.released)
    assert "only wants" not in str(to_builtins(after))


def test_a_verdict_of_a_court_is_no_guilt_and_its_quashing_no_false_charge() -> None:
    """§8.11: convicted, by whom and of what, is the legal track; nothing says that it is true or not."""
    text = """
    = a 2026-01-02 Post
    charge: SENTENCE/convict | authority Varland | person Lena Marr | offence espionage | on 2025-06-02
    """
    quashed = (
        text
        + """
    quash: SENTENCE/quash | authority Varland | person Lena Marr | on 2026-03-01
    """
    )
    assert track(ledgers.state(text), "Lena Marr", "legal") == "convicted"
    assert track(ledgers.state(quashed), "Lena Marr", "legal") == "quashed"
    for state in (ledgers.state(text), ledgers.state(quashed)):
        (person,) = [p for p in state.people if p.name == "Lena Marr"]
        told = str(to_builtins(person.tracks)) + str([(a.sub, a.value) for a in person.attributes])
        assert "guilt" not in told
        assert "espionage" not in told


def test_nothing_of_a_persons_health_or_relatives_is_added_to_what_is_quoted() -> None:
    """§8.16: a hospital stay, an ill-treatment and a brother stand in their claims and nowhere else."""
    text = """
    = a 2026-01-02 Post
    ill: HARM/medical_denial | person Lena Marr | says her lawyer, lawyer
    kin: ATTRIBUTE/description background | subject Ivo Marr | value brother of Lena Marr (value)
    """
    state = ledgers.state(text)
    (person,) = [p for p in state.people if p.name == "Lena Marr"]
    assert {t: getattr(person.tracks, t).state for t in ("custody", "legal", "location")} == {
        "custody": "unknown", "legal": "unknown", "location": "unknown",
    }  # fmt: skip
    assert person.attributes == ()
