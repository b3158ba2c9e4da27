"""Counts of parts and wholes: narrowing, remainders, clashes; codebook §5."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import DetenteError, UnknownNameError
from detente.reconciliation.counts import (
    Complete,
    Population,
    Solution,
    Stated,
    add,
    compare,
    consistent,
    heaviest,
    hull,
    interval,
    meet,
    solve,
    subtract,
    tension,
    whole,
)
from detente.records import Quantity

OTHERS = interval(2, None, soft_lo=True)
ABOUT_1000 = interval(950, 1050, soft_lo=True, soft_hi=True)


def said(*counts: tuple[str, Quantity | int]) -> tuple[Stated, ...]:
    """Claims with their counts; a bare number is exact."""
    return tuple(Stated(claim, whole(q) if isinstance(q, int) else q) for claim, q in counts)


def part(key: str, *counts: tuple[str, Quantity | int], division: str | None = "to") -> Population:
    """A part of a population, by destination unless it says otherwise."""
    return Population(key=key, stated=said(*counts), division=division)


def ends(solution: Solution, key: str) -> tuple[int | float | None, int | float | None]:
    """The two ends of a value."""
    quantity = solution.value(key).quantity
    return quantity.lo, quantity.hi


def test_what_is_left_of_a_total_is_derived_and_says_from_what() -> None:
    """123 freed and 114 of them in Osmia leave nine, by T - A, resting on both claims."""
    freed = Population(key="freed", stated=said(("t", 123)), parts=(part("osmia", ("a", 114)),))
    (rest,) = solve(freed).remainders
    assert (rest.quantity.lo, rest.quantity.hi) == (9, 9)
    assert (rest.rule, rest.derived_from, rest.besides) == ("T - A", ("a", "t"), ("osmia",))


def test_others_elsewhere_are_not_the_whole_remainder() -> None:
    """With 114 of 123 in Osmia, "others" in Varland are two (soft) to nine, and not nine."""
    parts = (part("osmia", ("a", 114)), part("varland", ("v", OTHERS)))
    varland = solve(Population(key="freed", stated=said(("t", 123)), parts=parts)).value("varland")
    assert (varland.quantity.lo, varland.quantity.hi, varland.quantity.soft_lo) == (2, 9, True)
    assert not varland.quantity.exact
    assert (varland.derived, varland.rule, varland.derived_from) == (True, "part-whole", ("a", "t", "v"))


def test_a_second_source_closes_the_remainder() -> None:
    """When somebody counts nine in Varland, nobody of the 123 is left unplaced."""
    parts = (part("osmia", ("a", 114)), part("varland", ("v", OTHERS), ("w", 9)))
    solution = solve(Population(key="freed", stated=said(("t", 123)), parts=parts))
    assert ends(solution, "varland") == (9, 9)
    assert solution.remainders[0].quantity.hi == 0
    assert not solution.clashes


def test_a_list_whose_parts_miss_its_total_by_one_is_a_conflict() -> None:
    """968 men and 168 women are not 1,135; the three claims are shown and none is mended."""
    parts = (part("men", ("m", 968), division="sex"), part("women", ("w", 168), division="sex"))
    listed = Population(
        key="list", stated=said(("t", 1135)), parts=parts, complete=(Complete("sex", ("t",)),)
    )
    solution = solve(listed)
    (clash,) = solution.clashes
    assert (clash.kind, clash.claims, clash.keys) == ("conflict", ("m", "t", "w"), ("list", "men", "women"))
    assert [ends(solution, key) for key in ("list", "men", "women")] == [(1135, 1135), (968, 968), (168, 168)]
    assert not any(value.derived for value in solution.values)
    assert not solution.remainders


def test_counts_of_different_populations_never_clash() -> None:
    """52 pardoned and 51 who crossed are two populations: neither contradicts the other."""
    pardoned, crossed = whole(52, population="pardoned"), whole(51, population="crossed")
    assert compare(pardoned, crossed) == "apart"
    assert consistent(pardoned, crossed)
    with pytest.raises(DetenteError, match="expected two counts of one population"):
        meet(pardoned, crossed)


def test_crossing_a_soft_bound_is_a_tension_and_the_hard_number_stands() -> None:
    """About 1,000 and exactly 1,100 are in tension; 1,100 stays."""
    solution = solve(Population(key="held", stated=said(("a", ABOUT_1000), ("b", 1100))))
    assert [(c.kind, c.claims) for c in solution.clashes] == [("tension", ("a", "b"))]
    assert ends(solution, "held") == (1100, 1100)
    assert tension(ABOUT_1000, whole(1100))


def test_two_exact_counts_of_one_population_conflict_and_both_are_shown() -> None:
    """145 and 128: the value is the hull, for display, and derives nothing."""
    solution = solve(Population(key="freed", stated=said(("a", 145), ("b", 128))))
    assert ends(solution, "freed") == (128, 145)
    assert solution.clashes[0].claims == ("a", "b")


def test_parts_that_leave_nobody_out_bound_one_another() -> None:
    """Where the text says the parts are all, the uncounted part is what the others leave."""
    parts = (part("osmia", ("a", 114)), part("varland"))
    freed = Population(key="freed", stated=said(("t", 123)), parts=parts, complete=(Complete("to", ("x",)),))
    assert ends(solve(freed), "varland") == (9, 9)
    assert solve(freed).value("varland").derived_from == ("a", "t", "x")


def test_overlapping_attributes_only_stay_below_the_whole() -> None:
    """Women and foreigners may be the same people: neither narrows the other."""
    parts = (part("women", ("w", 40), division=None), part("foreign", ("f", OTHERS), division=None))
    solution = solve(Population(key="freed", stated=said(("t", 52)), parts=parts))
    assert ends(solution, "foreign") == (2, 52)
    assert solution.value("foreign").rule == "part of"
    assert not solution.remainders


def test_at_least_some_citizens_cannot_be_more_than_all() -> None:
    """A lower bound of a part above the whole's number is a conflict of two claims."""
    parts = (part("foreign", ("f", interval(60, None)), division=None),)
    solution = solve(Population(key="freed", stated=said(("t", 52)), parts=parts))
    assert solution.clashes[0].claims == ("f", "t")


def test_a_part_without_a_count_stays_unknown_but_bounded() -> None:
    """Nought is a number and unknown is not: an uncounted part has no lower end."""
    freed = Population(key="freed", stated=said(("t", 0)), parts=(part("osmia"),))
    assert ends(solve(freed), "osmia") == (None, 0)
    assert ends(solve(Population(key="freed")), "freed") == (None, None)


def test_clashes_that_share_no_claim_are_all_found() -> None:
    """Two quarrels in one problem give two minimal sets."""
    parts = (part("osmia", ("a", 3), ("b", 4)), part("varland", ("c", 5), ("d", 6)))
    solution = solve(Population(key="freed", stated=said(("t", 100)), parts=parts))
    assert [clash.claims for clash in solution.clashes] == [("a", "b"), ("c", "d")]


def test_misuse_is_told_with_what_to_do() -> None:
    """Overlapping groups are not added, unknown keys not looked up, one key not used twice."""
    with pytest.raises(DetenteError, match="nobody in common"):
        add(whole(1), whole(2), disjoint=False)
    with pytest.raises(UnknownNameError, match="expected a population"):
        solve(Population(key="a")).value("b")
    with pytest.raises(DetenteError, match="one population under each key"):
        solve(Population(key="a", parts=(part("a"),)))


def test_the_heaviest_groups_that_share_a_number_win_and_ties_go_low() -> None:
    """The sweep is exact: two light groups that agree outweigh one heavy group that does not."""
    counts = [whole(145), whole(128), interval(100, 130), interval(None, 100, soft_hi=True)]
    assert heaviest(counts, [1.0, 0.6, 0.5, 0.4]) == (1, 2)
    assert heaviest([whole(1), whole(2)], [1.0, 1.0]) == (0,)
    assert heaviest([], []) == ()


NUMBERS = st.integers(0, 40)
SOFT = st.booleans()


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Any interval, open or closed, hard or soft."""
    lo, hi = sorted((draw(NUMBERS), draw(NUMBERS)))
    return interval(
        draw(st.sampled_from([lo, None])), draw(st.sampled_from([hi, None])),
        soft_lo=draw(SOFT), soft_hi=draw(SOFT),
    )  # fmt: skip


@st.composite
def populations(draw: st.DrawFn) -> Population:
    """A whole with up to four parts of two divisions, or overlapping, each counted up to twice."""
    names = iter(f"c{n:02}" for n in range(40))
    counts = st.lists(quantities(), max_size=2)

    def stated() -> tuple[Stated, ...]:
        return tuple(Stated(next(names), quantity) for quantity in draw(counts))

    divisions = st.sampled_from(["to", "sex", None])
    parts = tuple(
        Population(key=f"p{n}", stated=stated(), division=draw(divisions))
        for n in range(draw(st.integers(0, 4)))
    )
    complete = (Complete("to", ("x",)),) if draw(SOFT) else ()
    return Population(key="whole", stated=stated(), parts=parts, complete=complete)


@given(populations())
def test_solving_only_narrows(problem: Population) -> None:
    """Without a clash, every value lies inside every count stated for it."""
    solution = solve(problem)
    if solution.clashes:
        return
    for node in (problem, *problem.parts):
        value = solution.value(node.key).quantity
        for stated in node.stated:
            assert meet(value, stated.quantity) is not None
            assert stated.quantity.lo is None or (value.lo or 0) >= stated.quantity.lo
            assert stated.quantity.hi is None or (value.hi is not None and value.hi <= stated.quantity.hi)


@given(populations())
def test_solving_what_was_solved_changes_nothing(problem: Population) -> None:
    """The narrowed values are a fixpoint."""
    solution = solve(problem)
    if solution.clashes:
        return

    def again(node: Population) -> Population:
        value = Stated(f"again {node.key}", solution.value(node.key).quantity)
        return Population(key=node.key, stated=(value,), division=node.division,
                          parts=tuple(map(again, node.parts)), complete=node.complete)  # fmt: skip

    second = solve(again(problem))
    assert [v.quantity for v in second.values] == [v.quantity for v in solution.values]


@given(populations(), st.randoms(use_true_random=False))
def test_the_order_of_claims_and_parts_does_not_matter(problem: Population, shuffler: random.Random) -> None:
    """The same claims in another order give the same values, reasons and clashes."""

    def mixed(node: Population) -> Population:
        stated, parts = list(node.stated), [mixed(one) for one in node.parts]
        shuffler.shuffle(stated)
        shuffler.shuffle(parts)
        return Population(key=node.key, stated=tuple(stated), division=node.division, parts=tuple(parts),
                          complete=node.complete)  # fmt: skip

    one, other = solve(problem), solve(mixed(problem))
    assert sorted(one.values, key=lambda v: v.key) == sorted(other.values, key=lambda v: v.key)
    assert one.remainders == other.remainders
    assert [(c.kind, c.claims) for c in one.clashes] == [(c.kind, c.claims) for c in other.clashes]


@given(populations())
def test_a_derived_value_rests_on_claims_alone_and_on_no_derived_value(problem: Population) -> None:
    """Whatever is derived names claims of the problem, never a value of the solution."""
    claims = {s.claim for node in (problem, *problem.parts) for s in node.stated} | {"x"}
    solution = solve(problem)
    for value in solution.values:
        assert claims.issuperset(value.derived_from)
        assert value.derived == (value.rule is not None)
        assert value.derived or not value.derived_from
    assert all(claims.issuperset(rest.derived_from) for rest in solution.remainders)


@given(populations())
def test_a_clash_is_minimal(problem: Population) -> None:
    """Leave any one claim out of a hard clash, and the others of it can all be true."""
    conflicts = [c for c in solve(problem).clashes if c.kind == "conflict"]
    for clash in conflicts:
        for left_out in (None, *clash.claims):
            kept = set(clash.claims) - {left_out}

            def only(node: Population, kept: set[str] = kept) -> Population:
                stated = tuple(s for s in node.stated if s.claim in kept)
                complete = tuple(c for c in node.complete if kept.issuperset(c.claims))
                return Population(key=node.key, stated=stated, division=node.division,
                                  parts=tuple(map(only, node.parts)), complete=complete)  # fmt: skip

            hard = [c for c in solve(only(problem)).clashes if c.kind == "conflict"]
            assert bool(hard) == (left_out is None)


@given(quantities(), quantities())
def test_the_algebra_is_sound(left: Quantity, right: Quantity) -> None:
    """The hull holds both, meeting is symmetric, and taking away what was added gives it back inside."""
    both = hull([left, right])
    assert both is not None
    for one in (left, right):
        assert (both.lo or 0) <= (one.lo or 0)
        assert both.hi is None or (one.hi is not None and one.hi <= both.hi)
    assert meet(left, right) == meet(right, left)
    assert compare(left, right) == compare(right, left)
    back = subtract(add(left, right, disjoint=True), right)
    assert (back.lo or 0) <= (left.lo or 0)
    assert back.hi is None or (left.hi is not None and left.hi <= back.hi)
