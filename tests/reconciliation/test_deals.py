"""The deal record: when there is one, what it holds, and what stays apart."""

from __future__ import annotations

from tests import ledgers

from detente.records import Deal, Give

SWAP = """
= s1 2026-02-03 Northern Post
one: RELEASE/swap_release | releaser Varland | person Lena Marr | on 2026-02-03
two: RELEASE/swap_release | releaser Osmia | person Ivo Brandt | on 2026-02-03
"""

BARGAIN = """
= b1 2026-03-04 Harbour Wire
freed: RELEASE | releaser Varland | group prisoners | count 87 | on 2026-03-04
ease: SANCTION_EASE agreed | authority Osmia | target Varland | sector salt | step agreed
tie: LINKAGE | class L2 | cue in return for | ties ease, freed
stay: TRANSFER/cross_border | group freed people | count 61 | to Brenland
go: TRANSFER/cross_border | group freed people | count 19 | to Sutland
left: TRANSFER/cross_border | group the rest | to Norrland
"""


def give(deal: Deal, party: str, kind: str) -> Give:
    """The one concession of this kind on this side."""
    (found,) = [g for s in deal.sides if s.party.name == party for g in s.gives if g.kind == kind]
    return found


def test_a_release_that_nobody_ties_to_anything_makes_no_deal() -> None:
    """A record exists only from a linkage of class L2, or a source that calls it a deal."""
    state = ledgers.state(
        "= a 2026-01-02 Post\nfreed: RELEASE | releaser Varland | group prisoners | count 12"
    )
    assert state.deals == ()
    assert [c.quantity and c.quantity.lo for c in state.counts] == [12]


def test_order_in_time_makes_a_candidate_and_no_deal() -> None:
    """ "After talks" is no cause: L1 only suggests."""
    state = ledgers.state(
        """
        = a 2026-01-02 Post
        freed: RELEASE | releaser Varland | group prisoners | count 12
        talks: TALKS/visit | participants Ira Holt
        tie: LINKAGE | class L1 | cue followed | ties freed
        """
    )
    assert state.deals == ()
    assert [d.state for d in state.candidates] == ["rumoured"]


def test_a_source_that_calls_it_a_deal_makes_one_though_no_act_is_tied() -> None:
    """The noun is enough for a record; the class of the evidence stays L1."""
    deal = ledgers.deal(
        """
        = a 2026-01-02 Post
        freed: RELEASE | releaser Varland | group prisoners | count 12
        tie: LINKAGE | class L1 | cue after a deal | party Varland; Osmia
        """
    )
    assert [t.class_ for t in deal.linkage] == ["L1"]
    assert [s.party.name for s in deal.sides] == ["Varland", "Osmia"]


def test_each_side_of_a_swap_gives_its_own_and_no_total_is_made_up() -> None:
    """One release per side; nobody said two in all, so no total is shown."""
    deal = ledgers.deal(SWAP)
    assert {s.party.name: [g.what for g in s.gives] for s in deal.sides} == {
        "Varland": ["release of Lena Marr"],
        "Osmia": ["release of Ivo Brandt"],
    }
    assert deal.released.quantity is None
    assert deal.state == "performed"


def test_a_promise_is_no_performance() -> None:
    """Agreed easing is promised, its compliance unseen, whatever was done on the other side."""
    deal = ledgers.deal(BARGAIN)
    ease = give(deal, "Osmia", "sanction_step")
    assert (len(ease.promised), ease.performed, ease.compliance, ease.step) == (1, (), "U", "agreed")
    assert give(deal, "Varland", "release").compliance == "3"
    assert deal.state == "part_performed"


def test_the_rest_is_what_the_stated_parts_leave() -> None:
    """87 less 61 and 19 is 7, and says that it is derived, from what, and by which rule."""
    deal = ledgers.deal(BARGAIN)
    rest = next(d for d in deal.destinations if d.place == "Norrland")
    assert rest.quantity is not None
    assert (rest.quantity.lo, rest.quantity.hi, rest.derived) == (7, 7, True)
    ids = ledgers.ids(BARGAIN)
    assert {ids["freed"], ids["stay"], ids["go"]} <= set(rest.derived_from)
    assert deal.unplaced == ()


def test_a_licence_where_lifting_was_promised_is_half_of_it() -> None:
    """A licence leaves the measure in force: compliance 2, never 3."""
    deal = ledgers.deal(
        BARGAIN
        + """
        = b2 2026-03-20 Osmia Review
        licence: SANCTION_EASE | authority Osmia | target Varland | sector salt | step licensed
        | on 2026-03-19
        """
    )
    ease = give(deal, "Osmia", "sanction_step")
    assert (ease.step, ease.compliance, len(ease.promised), len(ease.performed)) == ("licensed", "2", 1, 1)
    assert deal.documents == ("b1", "b2")


def test_two_deals_of_one_article_stay_apart() -> None:
    """Other parties, other ties: the people and counts of one never stand in the other."""
    state = ledgers.state(
        """
        = a 2026-05-05 Post
        one: RELEASE | releaser Varland | group miners | count 12 | on 2026-05-04
        ease: SANCTION_EASE agreed | authority Osmia | sector salt | step agreed
        tie: LINKAGE | class L2 | cue in return for | ties ease, one
        two: RELEASE/swap_release | releaser Brenland | person Ada Roth | on 2026-05-01
        three: RELEASE/swap_release | releaser Sutland | person Tom Lind | on 2026-05-01
        swap: LINKAGE | class L2 | cue swapped | ties two, three
        """
    )
    assert [ledgers.names(d.persons_freed) for d in state.deals] == [["Ada Roth", "Tom Lind"], []]
    assert [sorted(s.party.name for s in d.sides) for d in state.deals] == [
        ["Brenland", "Sutland"],
        ["Osmia", "Varland"],
    ]


def test_a_swap_told_in_passing_is_no_deal_of_today() -> None:
    """Background acts make no record, and never join the article's own."""
    deal = ledgers.deal(
        BARGAIN
        + """
        old: RELEASE/swap_release background | releaser Brenland | person Ada Roth | on 2025-02-11
        """
    )
    assert deal.persons_freed == ()
    assert sorted(s.party.name for s in deal.sides) == ["Osmia", "Varland"]


def test_reports_of_one_release_are_one_deal() -> None:
    """A report without a tie joins by the happening it tells, with its own legs and names."""
    deal = ledgers.deal(
        """
        = a 2026-03-04 Harbour Wire
        freed: RELEASE | releaser Varland | group prisoners | count 14 | on 2026-03-04
        tie: LINKAGE | class L2 | cue in exchange for | ties freed | party Osmia
        = b 2026-03-05 Other Daily
        freed: RELEASE | releaser Varland | group prisoners | count 14 | on 2026-03-04
        who: RELEASE | releaser Varland | person Lena Marr | on 2026-03-04
        leg: TRANSFER/cross_border | group prisoners | count 14 | to Brenland
        """
    )
    assert deal.documents == ("a", "b")
    assert ledgers.names(deal.persons_freed) == ["Lena Marr"]
    assert [(d.place, d.quantity and d.quantity.lo) for d in deal.destinations] == [("Brenland", 14)]


def test_a_denied_exchange_stands_beside_the_told_one() -> None:
    """Denial is a linkage with polarity "-", and a conflict sentence names both."""
    deal = ledgers.deal(
        BARGAIN
        + """
        = c 2026-03-05 Varland Agency
        again: RELEASE | releaser Varland | group prisoners | count 87 | on 2026-03-04
        no: LINKAGE denied | no exchange | class L2 | cue not an exchange | says palace spokesman, official
        """
    )
    assert [(t.polarity, t.cue) for t in deal.linkage] == [("+", "in return for"), ("-", "not an exchange")]
    assert any("not an exchange" in c.sentence for c in deal.conflicts)


def test_two_sides_that_tie_the_acts_themselves_make_l4() -> None:
    """Each side's own words, from independent reports."""
    deal = ledgers.deal(
        """
        = a 2026-03-04 Harbour Wire
        freed: RELEASE | releaser Varland | group prisoners | count 87 | on 2026-03-04
        ease: SANCTION_EASE agreed | authority Osmia | sector salt | step agreed
        tie: LINKAGE | class L3 | cue in connection with | ties freed | says palace press service, official
        = b 2026-03-04 Osmia Review
        ease: SANCTION_EASE agreed | authority Osmia | sector salt | step agreed
        freed: RELEASE | releaser Varland | group prisoners | count 87 | on 2026-03-04
        tie: LINKAGE | class L3 | cue in exchange for | ties ease | says treasury spokeswoman, official
        """
    )
    assert [t.class_ for t in deal.linkage] == ["L3", "L3", "L4"]


def test_an_offer_under_a_condition_is_talk_and_keeps_its_condition() -> None:
    """Nothing was done, nothing promised outright: in talks, the condition open."""
    deal = ledgers.deal(
        """
        = a 2025-11-30 Post
        offer: RELEASE conditional | releaser Varland | group activists | count ..40
        | condition if aid is restored
        tie: LINKAGE conditional | class L2 | cue in return for | ties offer
        """
    )
    assert (deal.state, [c.state for c in deal.conditions]) == ("in_talks", ["open"])
    assert deal.released.quantity is None


def test_a_mediator_and_an_envoy_at_the_talks_are_brokers_and_no_leader_is() -> None:
    """Only who is told to have mediated, or held the talks with a mandate."""
    deal = ledgers.deal(
        BARGAIN
        + """
        talks: TALKS/visit | participants Ira Holt; UNSTATED | place Dorn
        sent: MANDATE/described_as background | agent Ira Holt | principal Karl Vend | office special envoy
        med: TALKS/mediate | mediator Sutland
        head: ATTRIBUTE/office background | subject Karl Vend | value President of Osmia
        """
    )
    assert ledgers.names(deal.brokers) == ["Ira Holt", "Sutland"]


def test_who_is_still_inside_stands_by_each_owner() -> None:
    """Two counts of two owners are two rows, never one."""
    deal = ledgers.deal(
        BARGAIN
        + """
        in1: CUSTODY_STATE/held asserted | group prisoners | count 200..s999 | as_of 2026-03-04
        | says exiles, party
        in2: CUSTODY_STATE/held asserted | group prisoners | count 1101.. | as_of 2026-03-04
        | says Cell Watch!, ngo
        """
    )
    assert [(r.source, r.quantity and r.quantity.lo) for r in deal.remaining] == [
        ("exiles", 200),
        ("Cell Watch", 1101),
    ]


def test_the_deal_is_the_same_for_the_same_ledger() -> None:
    """Ids are hashes of content."""
    assert ledgers.deal(SWAP) == ledgers.deal(SWAP)


def test_easing_that_is_taken_back_is_reversed() -> None:
    """Put back by the same authority on the same sector after it was eased: R."""
    text = (
        BARGAIN
        + """
        = b2 2026-03-20 Osmia Review
        licence: SANCTION_EASE | authority Osmia | target Varland | sector salt | step licensed
        | on 2026-03-19
        = b3 2026-06-20 Osmia Review
        back: SANCTION_IMPOSE/reimpose | authority Osmia | target Varland | sector salt | on 2026-06-19
        """
    )
    deal = ledgers.deal(text)
    assert give(deal, "Osmia", "sanction_step").compliance == "R"
    assert give(ledgers.deal(text, known_by="2026-04-01"), "Osmia", "sanction_step").compliance == "2"


def test_who_let_people_go_may_stay_open_where_the_other_side_gives() -> None:
    """ "In return for the traders Osmia gave back a ship": a side of no name gave the traders."""
    text = """
    = a 2026-02-18 Relay
    x: RELEASE | group traders | count 88 | on 2026-02-16
    y: DIPLOMATIC_STEP | actor Osmia | kind a ship | on 2026-02-17
    l: LINKAGE | class L2 | cue in return for | ties x, y
    """
    (deal,) = ledgers.state(text).deals
    assert {s.party.name: [g.kind for g in s.gives] for s in deal.sides} == {
        "UNSTATED": ["release"],
        "Osmia": ["diplomatic"],
    }


def test_who_took_the_freed_in_makes_a_candidate_and_no_deal() -> None:
    """Let go and sent to another state: worth a look, and nobody calls it a bargain."""
    text = """
    = a 2026-02-18 Relay
    x: RELEASE | releaser Varland | group prisoners | count 222 | on 2026-02-16
    t: TRANSFER/cross_border | mover Varland | group prisoners | count 222 | to Osmia (state)
    """
    found = ledgers.state(text)
    assert found.deals == ()
    assert [sorted(s.party.name for s in c.sides) for c in found.candidates] == [["Osmia", "Varland"]]


def test_a_promise_of_many_is_kept_in_part_by_a_release_of_fewer() -> None:
    """Forty promised and twenty-five handed over is one concession, half kept."""
    text = """
    = a 2026-07-05 Line
    p: RELEASE promised | releaser Varland | group servicemen | count 40
    l: LINKAGE | class L2 | cue in exchange for | ties p
    = b 2026-07-15 Daily
    d: RELEASE | releaser Varland | group servicemen | count 25 | on 2026-07-14
    """
    (give,) = [g for s in ledgers.deal(text).sides for g in s.gives]
    assert (give.quantity and give.quantity.lo, give.promised_quantity and give.promised_quantity.lo) == (
        25,
        40,
    )
    assert give.compliance == "2"


def test_who_is_told_as_freed_was_held_before() -> None:
    """ "She had been held for three years", in the report of her release, says nothing against it."""
    deal = ledgers.deal(
        """
        = a 2026-03-04 Post
        freed: RELEASE/swap_release | releaser Varland | person Lena Marr | on 2026-03-04
        held: CUSTODY_STATE/held | person Lena Marr | as_of 2026-03-04
        """
    )
    assert ledgers.names(deal.persons_freed) == ["Lena Marr"]
    assert deal.persons_not_freed == ()


def test_whom_a_state_sends_abroad_it_transfers() -> None:
    """An act of the state that is said to send them; "they came to Brenland" is a leg and no give."""
    deal = ledgers.deal(
        """
        = a 2026-03-04 Post
        freed: RELEASE/swap_release | releaser Varland | group monks | count 12 | on 2026-03-04
        sent: TRANSFER/cross_border | mover Varland | group monks | count 12 | to Brenland
        leg: TRANSFER/cross_border | group monks | count 2 | to Sutland
        """
    )
    assert [g.kind for s in deal.sides if s.party.name == "Varland" for g in s.gives] == [
        "release", "transfer",
    ]  # fmt: skip


def test_a_side_that_denies_the_bargain_disputes_it() -> None:
    """Its own word; a reporter's "no swap" is listed among the linkages and leaves the state."""
    denial = """
    = b2 2026-03-05 Daily
    freed: RELEASE | releaser Varland | group prisoners | count 87 | on 2026-03-04
    no: LINKAGE | class L2 | cue not an exchange | ties freed | no yes
    """
    own = denial.replace("L2", "L3").replace("| no yes", "| no yes | says foreign ministry, official")
    assert ledgers.deal(BARGAIN + denial).state == "part_performed"
    assert ledgers.deal(BARGAIN + own).state == "disputed"


def test_who_pardons_and_who_opens_the_gate_are_one_side_of_the_total() -> None:
    """A decree of the president beside the state's release hides no number of the freed."""
    deal = ledgers.deal(
        """
        = a 2026-01-02 Post
        freed: RELEASE | releaser Varland | group prisoners | count 12
        grace: CLEMENCY/amnesty | granter Karl Vend
        tie: LINKAGE | class L2 | cue in exchange | ties freed, grace | party Osmia
        """
    )
    assert deal.released.quantity is not None
    assert deal.released.quantity.lo == 12


def test_who_was_pardoned_and_is_still_held_is_told_as_both() -> None:
    """The list of those not freed says that the pardon names them."""
    deal = ledgers.deal(
        """
        = a 2026-03-04 Post
        freed: RELEASE/swap_release | releaser Varland | group poets | count 3 | on 2026-03-04
        grace: CLEMENCY/pardon | granter Varland | person Lena Marr | on 2026-03-04
        no: RELEASE | releaser Varland | person Lena Marr | no yes
        """
    )
    (held,) = deal.persons_not_freed
    assert (held.name, held.legal) == ("Lena Marr", "pardoned")


def test_an_issued_licence_is_no_careless_word_for_a_promise() -> None:
    """Promised and licensed in one report is two steps; "relief" beside a promise is one conflict."""
    text = """
    = c{n} 2026-03-20 Osmia Review {n}
    freed: RELEASE | releaser Varland | group prisoners | count 87 | on 2026-03-04
    ease: SANCTION_EASE agreed | authority Osmia | target Varland | sector salt | step agreed
    done: SANCTION_EASE | authority Osmia | target Varland | sector salt | step {step} | words relief on salt
    tie: LINKAGE | class L2 | cue in return for | ties ease, freed
    """
    licensed = ledgers.deal(text.format(n=1, step="licensed"))
    assert [c for c in licensed.conflicts if "Told as given" in c.sentence] == []
    loose = ledgers.deal(text.format(n=1, step="unspecified") + text.format(n=2, step="unspecified"))
    (conflict,) = [c for c in loose.conflicts if "Told as given" in c.sentence]
    assert len(conflict.claims) == 4
