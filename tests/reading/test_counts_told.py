"""How many, where the grammar around the number is treacherous."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, told


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Rebels handed over 19 divers to the Red Cross on Monday.", (19, 19)),
        ("Varland turned over 17 captives to Osmia on Monday.", (17, 17)),
        ("Varland freed over 300 prisoners on Monday.", (301, None)),
        ("Varland pardoned about 40 prisoners on Monday.", (38, 42)),
        ("198 of 1,140 prisoners were freed on Monday.", (198, 198)),
        ("Four of six divers kidnapped off the coast were freed on Thursday.", (4, 4)),
    ],
)
def test_a_number_is_what_the_verb_and_the_whole_leave_of_it(
    text: str, bounds: tuple[int, int | None]
) -> None:
    """ "Handed over 17" are seventeen, "freed over 300" more than 300; of "N of M" it is N."""
    found = {
        (c.quantity.lo, c.quantity.hi)
        for c in told(text)
        if c.quantity is not None and c.type in {"RELEASE", "CLEMENCY", "TRANSFER"}
    }
    assert bounds in found, found


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        (
            "Before a summit, 14 captured monks, the abbot Jon Holt among them, walked free from Finland.",
            "RELEASE",
            14,
        ),
        (
            "Varland freed ten sailors. Six of the ten, those hurt in the storm, landed in Oslo.",
            "TRANSFER",
            6,
        ),
    ],
)
def test_the_whole_is_counted_and_not_what_is_said_beside_it(text: str, kind: str, number: int) -> None:
    """ "…, the abbot X among them, were let go", "six, those hurt in the storm, landed"."""
    claim = next(c for c in told(text) if c.type == kind)
    assert claim.quantity is not None
    assert claim.quantity.lo == number == claim.quantity.hi


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Jon Holt was sentenced in 2011 to 15 years in prison.", 15),
        ("Jon Holt had been sentenced in May 2011 to six years for spying.", 6),
        ("A court sentenced Jon Holt on May 4, 2021 to 12 years.", 12),
    ],
)
def test_the_year_of_a_sentence_is_not_its_length(text: str, years: int) -> None:
    """A calendar year before "to" shares no unit with the term behind it."""
    penalty = next(c.penalty for c in told(text) if c.type == "SENTENCE")
    assert penalty is not None
    assert penalty.lo == years == penalty.hi


@pytest.mark.parametrize(
    ("text", "type_", "number"),
    [
        ("Orlu is one of the 75 poets and editors jailed in the 2003 crackdown in Chad.", "DETAIN", 75),
        ("Chad holds 30 doctors and nurses who were arrested in May.", "DETAIN", 30),
        ("Chad holds 30 doctors and two nurses who were arrested in May.", "DETAIN", 2),
        ("Chad holds 30 doctors and the nurses who were arrested in May.", "DETAIN", None),
        ("The junta went on with its releases of prisoners on Friday, freeing 40 more.", "RELEASE", 40),
        ("The junta freed nine monks on Monday, letting go ten more on Friday.", "RELEASE", 10),
        ("Since October 7 prisoners have been freed in Chad.", "RELEASE", None),
        ("In March 12 journalists were freed in Chad.", "RELEASE", 12),
        ("On May 30 prisoners were freed in Chad.", "RELEASE", None),
        ("She too was let go, making three of the seven nuns to whom Chad granted clemency.", "CLEMENCY", 7),
    ],
)
def test_a_number_counts_all_that_it_stands_before(text: str, type_: str, number: int | None) -> None:
    """CODEBOOK §5: "75 poets and editors" are 75 in all, "40 more" are 40, "of the seven to whom" seven."""
    found = [c.quantity.lo if c.quantity else None for c in told(text) if c.type == type_]
    assert number in found, found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Chad freed both prisoners.", 2),
        ("The couple were freed on Friday by Chad.", 2),
        ("Chad freed the crew of 12 on Friday.", 12),
        ("Chad freed Lena Marr and her two sons.", 3),
        ("Chad freed Lena Marr together with Ben Roth and eight more prisoners.", 10),
        ("The other, Ben Roth, was freed on Friday.", None),
        ("Chad freed both nuns and priests.", None),
        ("Chad freed the crew of two ships on Friday.", None),
    ],
)
def test_a_noun_or_those_beside_may_say_how_many(text: str, number: int | None) -> None:
    """CODEBOOK §5: "both" and "the couple" are two, "the crew of 12" twelve, "X and her two sons" three."""
    found = [c.quantity.lo if c.quantity else None for c in told(text) if c.type == "RELEASE"]
    assert found == [number]


def test_the_second_of_two_subjects_is_joined_to_the_first() -> None:
    """ "Two nurses and a doctor were freed": both are told, though the model gives the verb two subjects."""
    freed = of_type("RELEASE", "Two nurses and a doctor were freed by gunmen on Friday, the hospital said.")
    assert sorted(c.quantity.lo or 0 for c in freed if c.quantity is not None) == [1, 2]


def test_those_counted_as_freed_are_told_once() -> None:
    """ "Counts six freed so far": the participle tells the release, and the count is of the same six."""
    assert len(of_type("RELEASE", "The group counts six freed so far.")) == 1


def test_a_surname_with_its_article_is_no_cousin_s() -> None:
    """ "Al-Dabbagh" of a Hissa al-Dabbagh, where a Noura Dabbagh is told later."""
    text = (
        "Hissa al-Dabbagh was freed on Monday. Her cousin, Noura Dabbagh, was arrested in May. "
        "The group counts six freed so far, al-Dabbagh among them."
    )
    assert {n for c in of_type("RELEASE", text) for n in c.names("person")} == {"Hissa al-Dabbagh"}
