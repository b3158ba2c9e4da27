"""When a claim says what an example expects, and when it does not."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.codebook import Example, Expect
from detente.codebook.fit import fits, misses, never_fits, same_name
from detente.codebook.shapes import Bounds, Tie, Window
from detente.records import (
    UNSTATED,
    Attribution,
    Claim,
    DocumentRef,
    Filler,
    Linkage,
    Quantity,
    ReaderRef,
    Span,
    Time,
)

TEXT = "Osmia freed at least 12 miners on Monday, the union said."

CLAIM = Claim(
    id="clm_1",
    type="RELEASE",
    sub="release",
    roles={"releaser": (Filler("Osmia", "state"),), "group": (Filler("12 miners", "group"),)},
    quantity=Quantity(12, None, cue="at least 12"),
    time=Time("2026-03-02", "2026-03-02", text="Monday"),
    attribution=(
        Attribution("Norpress", "outlet", named=True),
        Attribution("the union", "organisation", cue="said"),
    ),
    hedges=("at least",),
    span=Span.of(TEXT, 0, 40),
    document=DocumentRef(id="d", path="-", sha256="0"),
    reader=ReaderRef("test", "1", "0"),
)


def changed(**fields: object) -> Claim:
    """The claim with some fields exchanged."""
    return msgspec.structs.replace(CLAIM, **fields)


def why(expect: Expect, claim: Claim = CLAIM) -> str:
    """The reason, or nothing."""
    return fits(claim, expect, TEXT) or ""


def test_what_an_example_leaves_out_is_not_looked_at() -> None:
    """Type alone fits any claim of the type."""
    assert why(Expect(type="RELEASE")) == ""


def test_all_that_an_example_names_must_hold() -> None:
    """Every field at once."""
    expect = Expect(
        type="RELEASE",
        sub=("release", "bail"),
        mode="performed",
        polarity="+",
        factuality="CT",
        roles={"releaser": "Osmia", "group": "miners", "person": UNSTATED},
        quantity=Bounds(lo=12),
        attribution="union",
        chain=("Norpress", "the union"),
        hedges=("At least",),
        time=Window(start="2026-03-02", end="2026-03-02", precision="day"),
    )
    assert why(expect) == ""


@pytest.mark.parametrize(
    ("expect", "reason"),
    [
        (Expect(type="CLEMENCY"), "type: expected CLEMENCY, found RELEASE"),
        (Expect(type="RELEASE", sub="bail"), "sub: expected bail"),
        (Expect(type="RELEASE", mode=("promised", "agreed")), "mode: expected promised or agreed"),
        (Expect(type="RELEASE", polarity="-"), "polarity: expected -"),
        (Expect(type="RELEASE", roles={"releaser": "Varland"}), "releaser: expected Varland"),
        (Expect(type="RELEASE", roles={"releaser": UNSTATED}), "releaser: expected UNSTATED"),
        (Expect(type="RELEASE", roles={"group": ("miners", "nuns")}), "group: expected nuns"),
        (Expect(type="RELEASE", quantity=Bounds(lo=12, hi=12)), "quantity: expected 12..12, found 12..None"),
        (Expect(type="RELEASE", quantity=Bounds(lo=12, soft_lo=True)), "12 soft..None"),
        (Expect(type="RELEASE", penalty=Bounds(lo=9, hi=9)), "penalty: expected 9..9, found none"),
        (Expect(type="RELEASE", attribution=""), "attribution: expected the outlet, found the union"),
        (Expect(type="RELEASE", attribution="minister"), "attribution: expected minister"),
        (Expect(type="RELEASE", chain=("union",)), "chain: expected union"),
        (Expect(type="RELEASE", hedges=("nearly",)), "hedges: expected 'nearly'"),
        (Expect(type="RELEASE", label="spies"), "label: expected 'spies', found None"),
        (Expect(type="RELEASE", linkage=Tie(class_="L2")), "linkage: expected L2"),
        (Expect(type="RELEASE", time=Window(end="2026-03-04")), "time: expected None..2026-03-04"),
        (Expect(type="RELEASE", time=Window(start="2026-03-02", end="2026-03-02", precision="week")), "time"),
    ],
)
def test_a_difference_is_told_by_its_field(expect: Expect, reason: str) -> None:
    """The first field that differs is named with both values."""
    assert reason in why(expect)


def test_the_outlets_own_voice_is_an_empty_chain() -> None:
    """An expected name does not fit a claim that nobody is named for, nor the other way round."""
    assert why(Expect(type="RELEASE", attribution=""), changed(attribution=())) == ""
    assert "found the outlet" in why(Expect(type="RELEASE", attribution="union"), changed(attribution=()))


def test_one_of_several_speakers_is_enough() -> None:
    """Speakers joined by *and* are one link, and each of them fits."""
    link = Attribution("the union and the mayor", "unnamed", parts=("the union", "the mayor"))
    assert why(Expect(type="RELEASE", attribution="mayor"), changed(attribution=(link,))) == ""


def test_a_span_that_is_not_in_the_text_never_fits() -> None:
    """A claim stands on words that are there."""
    assert "span" in why(Expect(type="RELEASE"), changed(span=Span(0, 5, "Osmio")))


def test_a_linkage_fits_by_class_and_cue() -> None:
    """The cue may be longer than expected; the class may not differ."""
    tied = changed(linkage=Linkage("L2", "in exchange for"))
    assert why(Expect(type="RELEASE", linkage=Tie(class_="L2", cue="exchange")), tied) == ""
    assert why(Expect(type="RELEASE", linkage=Tie(class_="L3")), tied) != ""


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        ("the U.S.", "United States", True),
        ("EU", "the European Union", True),
        ("Lena Marr", "editor Lena Marr", True),
        ("Lena Marr", "Marr", True),
        ("Lena Marr", "Jonas Marr", False),
        ("prisoners", "fifty-two prisoners", True),
        ("prisoners", "prisoners of conscience", True),
        ("prisoners", "prison", False),
        ("wife", "Kalosha’s wife", True),
        ("Kalosha", "Kalosha’s wife", False),
        ("airline's chief", "the airline’s chief", True),
        ("Iran", "families in Iran", False),
        ("Müller", "Muller", True),
        ("teachers", "Four of the nine teachers", True),
        ("Colony 4", "Colony 5", False),
        ("none", "none", True),
        ("A. Kovalenko", "Anna Kovalenko", False),
        ("", "Osmia", False),
    ],
)
def test_names_are_compared_by_their_words(expected: str, found: str, same: bool) -> None:
    """Articles, case, accents and possessives aside; the word that carries the name must be shared."""
    assert same_name(expected, found) is same


def test_a_state_is_the_very_state() -> None:
    """Sudan is not South Sudan, and a state is not its ministry."""
    assert not same_name("Sudan", "South Sudan", state=True)
    assert same_name("Sudan", "Sudan", state=True)


WORDS = st.lists(st.sampled_from(["Lena", "Marr", "Osmia", "ministry", "miners"]), min_size=1, max_size=4)


@given(WORDS)
def test_a_name_is_the_same_with_an_article_and_a_possessive(words: list[str]) -> None:
    """What may stand before or after a name does not change it."""
    name = " ".join(words)
    assert same_name(name, f"the {name}’s", state=True)
    assert same_name(f"{name}'s", name)


def test_an_example_is_read_right_when_each_expectation_is_met_and_no_never_is() -> None:
    """Each expectation needs a claim of its own kind; a forbidden claim spoils it."""
    wanted, banned = Expect(type="RELEASE"), Expect(type="RELEASE", quantity=Bounds(lo=12))
    good = Example(text=TEXT, register="wire", expect=(wanted,))
    assert misses(good, [CLAIM]) == ()
    assert "no such claim" in misses(good, [])[0]
    spoilt = Example(text=TEXT, register="wire", expect=(wanted,), never=(banned,))
    assert len(misses(spoilt, [CLAIM])) == len(never_fits(spoilt, [CLAIM])) == 1


def test_a_bare_surname_is_not_yet_the_forbidden_person() -> None:
    """What must never come out is judged by the whole name; what is expected by the part that carries it."""
    named = changed(roles={"person": (Filler("A. Kovalenko", "person"),)})
    anna = Expect(type="RELEASE", roles={"person": "Anna Kovalenko"})
    example = Example(text=TEXT, register="wire", never=(anna,))
    assert never_fits(example, [named]) == ()
    full = changed(roles={"person": (Filler("Anna Kovalenko", "person"),)})
    assert len(never_fits(example, [full])) == 1


def test_the_nearest_claims_are_told_where_none_fits() -> None:
    """A claim of the right type says what is wrong with it."""
    example = Example(text=TEXT, register="wire", expect=(Expect(type="RELEASE", mode="promised"),))
    assert "nearest: mode: expected promised, found performed" in misses(example, [CLAIM])[0]


def test_content_is_looked_up_by_id_among_the_claims() -> None:
    """A commitment points to the claim it promises."""
    example = Example(text=TEXT, register="wire", expect=(Expect(type="COMMIT", content=("RELEASE",)),))
    pointing = changed(id="clm_2", type="COMMIT", content=("clm_1",))
    assert misses(example, [CLAIM, pointing]) == ()
    assert "content: expected RELEASE" in misses(example, [CLAIM, changed(id="clm_2", type="COMMIT")])[0]
