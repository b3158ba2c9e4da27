"""Counts told by several voices: what they share, who dissents, what follows, what clashes."""

from __future__ import annotations

from tests import ledgers

from detente.records import Count, Verdict

FREED = "freed: RELEASE | releaser Varland | group prisoners | on 2026-01-02 | count {}\n"


def released(text: str, **options: object) -> Count:
    """The one count of people released."""
    (found,) = [c for c in ledgers.state(text, **options).counts if c.population.startswith("released")]
    return found


def bounds(row: Count) -> tuple[object, object, Verdict]:
    """Its ends and its verdict."""
    assert row.quantity is not None
    return row.quantity.lo, row.quantity.hi, row.verdict


def report(name: str, publisher: str, *lines: str, day: str = "2026-01-02") -> str:
    """One report of a ledger."""
    return f"= {name} {day} {publisher}\n" + "".join(lines)


def test_two_voices_that_agree_support_a_count() -> None:
    """Two groups, no dissent: supported."""
    text = report("a", "Post", FREED.format(14)) + report("b", "Daily", FREED.format(14))
    assert bounds(released(text)) == (14, 14, "supported")


def test_an_open_count_agrees_with_an_exact_one() -> None:
    """ "At least 13" and "14" have 14 in common; both are shown as told."""
    text = report("a", "Post", FREED.format("13..")) + report("b", "Daily", FREED.format(14))
    row = released(text)
    assert bounds(row) == (14, 14, "supported")
    assert len(row.alternatives) == 2


def test_two_exact_counts_that_differ_are_contested_and_both_shown() -> None:
    """Neither is dropped because it lost; the sentence names each with its author."""
    text = report("a", "Post", FREED.format(24)) + report("b", "Daily", FREED.format(26))
    row = released(text)
    assert row.verdict == "contested"
    assert [(a.quantity.lo, a.groups) for a in row.alternatives] == [(24, 1), (26, 1)]
    assert [c.kind for c in row.conflicts] == ["conflict"]
    assert "24 (Post, 2026-01-02) or 26 (Daily, 2026-01-02)" in row.conflicts[0].sentence


def test_more_voices_outweigh_one() -> None:
    """The heaviest set of voices with a number in common leads."""
    text = (
        report("a", "Post", FREED.format(24))
        + report("b", "Daily", FREED.format(26))
        + report("c", "Echo", FREED.format(26))
    )
    assert bounds(released(text))[:2] == (26, 26)


def test_a_copy_adds_no_voice() -> None:
    """Three reports of one publisher are one vote against two of others."""
    text = (
        report("a", "Post", FREED.format(24))
        + report("b", "Post", FREED.format(24))
        + report("c", "Post", FREED.format(24))
        + report("d", "Daily", FREED.format(26))
        + report("e", "Echo", FREED.format(26))
    )
    row = released(text)
    assert bounds(row)[:2] == (26, 26)
    assert {a.quantity.lo: a.groups for a in row.alternatives} == {24: 1, 26: 2}


def test_a_voice_that_corrects_itself_has_one_vote_for_its_last_word() -> None:
    """The withdrawn number stays listed with no vote, and makes no dissent."""
    text = report("a", "Wire", FREED.format(46)) + report("b", "Wire", FREED.format(44), day="2026-01-03")
    row = released(text)
    assert bounds(row) == (44, 44, "single-source")
    assert {a.quantity.lo: a.groups for a in row.alternatives} == {46: 0, 44: 1}


def test_a_soft_end_pulls_and_does_not_clash() -> None:
    """ "Hundreds" beside "1,204" is a tension at most."""
    text = report("a", "Post", FREED.format("200..s999")) + report("b", "Daily", FREED.format(1204))
    row = released(text)
    assert bounds(row)[:2] == (1204, 1204)
    assert [c.kind for c in row.conflicts] == ["tension"]


def test_two_sources_quoted_by_one_report_are_two_voices() -> None:
    """Groups are formed per claim: the ministry's number and the charity's are two."""
    text = report(
        "a",
        "Post",
        "one: RELEASE | releaser Varland | group detainees | count 145 | says ministry!, official\n",
        "two: RELEASE | releaser Varland | group detainees | count 128 | says Cell Relief!, ngo\n",
    )
    row = released(text)
    assert row.verdict == "contested"
    assert {a.sources for a in row.alternatives} == {("ministry",), ("Cell Relief",)}


def test_parts_close_the_last_place() -> None:
    """A second source that counts the others leaves nobody unplaced."""
    one = report(
        "a",
        "Post",
        FREED.format(123),
        "leg: TRANSFER/cross_border | group freed | count 114 | to Osmia\n",
        "others: TRANSFER/cross_border | group others | count s2.. | to Brenland\n",
    )
    first = released(one)
    brenland = next(p for p in first.parts if p.what == "to Brenland")
    assert brenland.quantity is not None
    assert (brenland.quantity.lo, brenland.quantity.hi, brenland.derived) == (2, 9, True)
    assert first.unplaced is not None
    assert first.unplaced.quantity.lo == 9
    two = one + report(
        "b",
        "Daily",
        FREED.format(123),
        "nine: TRANSFER/cross_border | group freed | count 9 | to Brenland\n",
    )
    closed = released(two)
    brenland = next(p for p in closed.parts if p.what == "to Brenland")
    assert brenland.quantity is not None
    assert (brenland.quantity.lo, brenland.quantity.hi, brenland.derived) == (9, 9, False)
    assert closed.unplaced is not None
    assert (closed.unplaced.quantity.lo, closed.unplaced.quantity.hi) == (0, 0)


def test_parts_greater_than_the_whole_are_a_sentence_and_no_repair() -> None:
    """Nothing is bent to fit: the stated parts stay as stated."""
    text = report(
        "a",
        "Post",
        FREED.format(100),
        "leg: TRANSFER/cross_border | group freed | count 61 | to Osmia\n",
        "more: TRANSFER/cross_border | group freed | count 49 | to Brenland\n",
        "tie: LINKAGE | class L2 | cue in return for | ties freed\n",
    )
    deal = ledgers.deal(text)
    assert [d.quantity and d.quantity.lo for d in deal.destinations] == [61, 49]
    assert any("61 (Osmia) + 49 (Brenland) = 110" in c.sentence for c in deal.conflicts)


def test_a_group_that_went_on_as_a_whole_is_no_clash() -> None:
    """All five to the Gulf, then all five home: two stops of one way, not ten people."""
    text = report(
        "a",
        "Post",
        FREED.format(5),
        "stop: TRANSFER/cross_border | group freed | count 5 | to Osmia\n",
        "home: TRANSFER/cross_border | group freed | count 5 | to Brenland\n",
        "tie: LINKAGE | class L2 | cue in return for | ties freed\n",
    )
    assert ledgers.deal(text).conflicts == ()


def test_all_went_there_means_as_many_as_were_freed() -> None:
    """ "All" is the whole: derived, with its rule."""
    text = report(
        "a",
        "Post",
        FREED.format(14),
        "leg: TRANSFER/cross_border | group all | to Osmia\n",
    )
    (part,) = released(text).parts
    assert part.quantity is not None
    assert (part.quantity.lo, part.derived, part.rule) == (14, True, "all of T")


def test_nationals_are_bounds_beside_the_count_and_no_parts_of_a_sum() -> None:
    """Attributes overlap: they leave nobody unplaced and add up to nothing."""
    text = report(
        "a",
        "Post",
        FREED.format(14),
        "who: ATTRIBUTE/nationality asserted | subject prisoners (group) | value Osmian citizens"
        " | count 2..\n",
    )
    row = released(text)
    assert [(p.what, p.quantity and p.quantity.lo) for p in row.parts] == [("Osmian citizens", 2)]
    assert row.unplaced is None


def test_a_grade_makes_one_voice_weigh_more() -> None:
    """The desk's letters decide between two voices, and a graded pair confirms."""
    text = report("a", "Post", FREED.format(24)) + report("b", "Daily", FREED.format(26))
    assert bounds(released(text, grades={"Post": "A"}))[:2] == (24, 24)
    both = report("a", "Post", FREED.format(24)) + report("b", "Daily", FREED.format(24))
    assert released(both, grades={"Post": "B", "Daily": "C"}).verdict == "confirmed"


def test_bodies_returned_are_no_freed_people() -> None:
    """Remains are a unit of their own, in no count of the freed and at no destination."""
    text = report(
        "a",
        "Post",
        FREED.format(5),
        "dead: TRANSFER/remains | group bodies | count 900 | to Osmia\n",
    )
    row = released(text)
    assert bounds(row)[:2] == (5, 5)
    assert row.parts == ()


def test_a_number_told_of_two_places_is_the_number_of_neither() -> None:
    """Five sent to Osmia and Brenland: both are said, no count is given to one of them."""
    text = report(
        "a",
        "Post",
        FREED.format(40),
        "leg: TRANSFER/deport | group foreigners | count 5 | to Osmia; Brenland\n",
    )
    assert [(p.what, p.quantity) for p in released(text).parts] == [("to Osmia", None), ("to Brenland", None)]


def test_a_city_and_its_country_are_one_destination() -> None:
    """Vilnius is in Lithuania: one row, by the country's name."""
    text = report(
        "a",
        "Post",
        FREED.format(14),
        "leg: TRANSFER/cross_border | group freed | count 9 | to Vilnius (place); Lithuania\n",
    )
    assert [(p.what, p.quantity and p.quantity.lo) for p in released(text).parts] == [("to Lithuania", 9)]


def test_a_copy_that_comes_after_the_correction_brings_the_old_number_not_back() -> None:
    """46 on the 5th, 44 on the 6th, and somebody who still quotes 46 on the 9th: one voice, 44."""
    text = """
    = a 2026-03-05 Wire
    x: RELEASE | releaser Varland | group prisoners | count 46 | on 2026-03-05 | says Ivo Brandt!, official
    = b 2026-03-06 Wire
    y: RELEASE | releaser Varland | group prisoners | count 44 | on 2026-03-05 | says Ivo Brandt!, official
    = c 2026-03-09 Late Site
    z: RELEASE | releaser Varland | group prisoners | count 46 | on 2026-03-05 | says Ivo Brandt!, official
    """
    (count,) = ledgers.state(text).counts
    assert count.quantity is not None
    assert (count.quantity.lo, count.quantity.hi, count.verdict) == (44, 44, "single-source")
    assert [(a.quantity.lo, a.groups) for a in count.alternatives] == [(44, 1), (46, 0)]


def test_a_figure_told_as_revised_replaces_the_one_told_before_it() -> None:
    """READING 23: "46, said a first post; the number was later revised to 44" leaves one number."""
    first = "x: RELEASE | releaser Varland | group prisoners | count 46 | on 2026-01-02 | says A first post\n"
    row = released(report("a", "Post", first, FREED.format("44 | hedge revised")))
    assert bounds(row) == (44, 44, "single-source")
    assert [(a.quantity.lo, a.groups) for a in row.alternatives] == [(44, 1), (46, 0)]
    row = released(report("a", "Post", first, FREED.format("44 | hedge rounded")))
    assert row.verdict == "contested"


def test_nobody_is_left_over_of_one_report_less_the_parts_of_another() -> None:
    """Where totals disagree, each report's own sum stands; across reports nothing is taken away."""
    leg = "leg: TRANSFER/cross_border | group freed | count {} | to Osmia\n"
    one = report("a", "Post", FREED.format(68)) + report("b", "Daily", FREED.format(68))
    other = report("c", "Herald", FREED.format(71), leg.format(54), day="2026-01-03")
    assert released(one + other).unplaced is None
    alone = released(report("a", "Post", FREED.format(68), leg.format(54))).unplaced
    assert alone is not None
    assert alone.quantity.lo == 14
