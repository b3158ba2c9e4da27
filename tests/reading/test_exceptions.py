"""Who is told apart from all others is told the other way round."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type


def told(text: str) -> tuple[set[str], set[str]]:
    """Who is told as freed, and who as not freed."""
    claims = of_type("RELEASE", text)
    modes = ("performed", "denied")
    freed, held = (
        {n for c in claims if c.mode == mode for n in c.names("person", "group")} for mode in modes
    )
    return freed, held


@pytest.mark.parametrize(
    ("text", "freed", "held"),
    [
        ("All but Jon Holt were freed in Norway.", {"All"}, {"Jon Holt"}),
        ("All except Lena Marr were freed in Norway.", {"All"}, {"Lena Marr"}),
        ("All of them apart from Lena Marr have been freed in Norway.", {"All of them"}, {"Lena Marr"}),
        ("Everyone save the nurse Hassan Ali was released.", {"Everyone"}, {"Hassan Ali"}),
        ("The whole crew bar the cook Jon Holt was released in Norway.", {"whole crew"}, {"Jon Holt"}),
        ("Norway freed all the strikers but Jon Holt.", {"all the strikers"}, {"Jon Holt"}),
        ("Norway freed everyone except Lena Marr and Jon Holt.", {"everyone"}, {"Lena Marr", "Jon Holt"}),
        ("All were released in Norway other than Lena Marr.", {"All"}, {"Lena Marr"}),
        ("With the exception of Lena Marr, all the nurses were freed.", {"all the nurses"}, {"Lena Marr"}),
        ("All four but not Lena Marr were released in Norway.", {"All four"}, {"Lena Marr"}),
        ("Norway released not Lena Marr but Jon Holt.", {"Jon Holt"}, {"Lena Marr"}),
        ("Not Lena Marr but her brother Jon Holt was released in Norway.", {"Jon Holt"}, {"Lena Marr"}),
        ("Nobody but Jon Holt was freed in Norway.", {"Jon Holt"}, {"Nobody"}),
        ("No one but Jon Holt, who had been held since May, was released.", {"Jon Holt"}, {"No one"}),
        ("Jon Holt, and not Lena Marr, was freed in Norway.", {"Jon Holt"}, {"Lena Marr"}),
    ],
)
def test_who_is_excepted_is_told_the_other_way_round(text: str, freed: set[str], held: set[str]) -> None:
    """ "All but X" says that X was not, "nobody but X" that X was: no exception is told as the rule."""
    assert told(text) == (freed, held)


@pytest.mark.parametrize(
    "text",
    [
        "Norway freed Lena Marr and Jon Holt, but all charges stand.",
        "Norway freed Lena Marr, but her brother was not told.",
        "Norway freed not only Lena Marr but also Jon Holt.",
        "All the talks failed but Lena Marr was freed in Norway.",
        "No talks were held but Lena Marr was freed in Norway.",
    ],
)
def test_a_but_that_excepts_nobody_leaves_the_freed_free(text: str) -> None:
    """Two sentences joined, or "not only": nobody is taken out."""
    freed, held = told(text)
    assert "Lena Marr" in freed
    assert "Lena Marr" not in held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Norway freed nine monks on Monday. Freed was not Lena Marr.", "Lena Marr"),
        ("In Norway it was not Lena Marr who was freed.", "Lena Marr"),
        ("Not all of the nine monks were released in Norway.", "all of the nine monks"),
        ("Not every monk was released in Norway.", "every monk"),
        ("Norway did not free Lena Marr, but deported Jon Holt.", "Lena Marr"),
    ],
)
def test_a_not_that_parts_nobody_denies_the_deed(text: str, held: str) -> None:
    """Who stands behind it is not freed, and the words quoted hold the *not*."""
    claims = [c for c in of_type("RELEASE", text) if held in c.names("person", "group")]
    assert {c.mode for c in claims} == {"denied"}
    assert all("not" in c.span.exact.lower().split() for c in claims)


def test_nobody_freed_before_gives_no_count_to_all() -> None:
    """ "No prisoner was denied release. … All were let go": they are not none."""
    text = "Norway freed monks on Monday.\n\nNo prisoner was denied release.\n\nAll were released by noon."
    found = [c for c in of_type("RELEASE", text) if c.names("group") == ("All",)]
    assert found
    assert all(c.quantity is None or c.quantity.lo for c in found)


@pytest.mark.parametrize(
    ("text", "freed", "held"),
    [
        ("Nine divers, though not Ilo Senn, walked free in Norway.", {"Nine divers"}, {"Ilo Senn"}),
        ("Nine divers minus Ilo Senn were freed in Norway.", {"Nine divers"}, {"Ilo Senn"}),
        ("None of the divers bar Ilo Senn has been freed.", {"Ilo Senn"}, {"None of the divers"}),
        ("Neither Ilo Senn nor Jon Holt was among the nine freed.", set(), {"Ilo Senn", "Jon Holt"}),
    ],
)
def test_who_is_excepted_in_other_words(text: str, freed: set[str], held: set[str]) -> None:
    """ "Though not X", "minus X", "none bar X", "neither X nor Y was among": the other way round, too."""
    claims = of_type("RELEASE", text)
    done = {n for c in claims if c.mode in ("performed", "background") for n in c.names("person", "group")}
    assert (done, told(text)[1]) == (freed, held)


@pytest.mark.parametrize(
    "text",
    [
        "Nine divers, not including Ilo Senn, were freed in Norway on Monday.",
        "Nine divers, not among them Ilo Senn, were freed in Norway on Monday.",
        "Nine divers were freed in Norway on Monday, Ilo Senn not among them.",
        "Norway freed nine divers, among them Jon Holt and not, as reported, Ilo Senn.",
        "Not all of the divers were freed: Ilo Senn was kept.",
    ],
)
def test_who_is_told_not_to_be_among_them_is_no_member(text: str) -> None:
    """A name beside "not among them" is left out of those freed."""
    assert "Ilo Senn" not in told(text)[0]


BESIDE = [
    ("who died in prison", "HARM"),
    ("who was moved to Colony 4", "TRANSFER"),
    ("jailed in May", "DETAIN"),
    ("who was sentenced to six years", "SENTENCE"),
    ("whom a court jailed for life in May", "SENTENCE"),
]


@pytest.mark.parametrize("word", ["save", "except", "apart from"])
@pytest.mark.parametrize(("clause", "type_"), BESIDE)
def test_what_a_clause_tells_of_the_excepted_is_told_of_them_alone(
    word: str, clause: str, type_: str
) -> None:
    """ "All nine were freed, save X, who died": X died, and was not freed; the nine were freed."""
    text = f"All nine monks were freed, {word} Ilo Senn, {clause}."
    assert told(text) == ({"All nine monks"}, {"Ilo Senn"})
    claims = of_type(type_, text)
    assert [c.names("person", "group") for c in claims] == [("Ilo Senn",)]
    assert {c.mode for c in claims} <= {"performed", "background"}


def test_a_clause_on_the_excepted_may_stand_before_the_deed() -> None:
    """ "All but X, who was arrested again in May, were freed on Monday"."""
    text = "All but Ilo Senn, who was arrested again in May, were freed in Norway on Monday."
    assert told(text) == ({"All"}, {"Ilo Senn"})
    assert [c.names("person", "group") for c in of_type("DETAIN", text)] == [("Ilo Senn",)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("All but two of the nine divers walked free in Norway.", 7),
        ("All but one of the nine were freed in Norway.", 8),
        ("Nine divers were held in Norway. All but one were freed on Monday.", None),
    ],
)
def test_all_but_so_many_are_the_others(text: str, count: int | None) -> None:
    """The number behind *but* counts those left out, and never those freed (CODEBOOK §5)."""
    found = [c.quantity.lo if c.quantity else None for c in of_type("RELEASE", text) if c.mode == "performed"]
    assert found == [count]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("All but one of them, Ilo Senn, were freed in Norway.", {"Ilo Senn"}),
        ("All but one of the nine, Ilo Senn, who was moved to Peru, were freed.", {"Ilo Senn"}),
        ("All but two, Ilo Senn and Jon Holt, were freed on Monday.", {"Ilo Senn", "Jon Holt"}),
        (
            "All were freed but Ilo Senn, who had been moved, and Jon Holt, who died.",
            {"Ilo Senn", "Jon Holt"},
        ),
    ],
)
def test_who_is_named_behind_the_number_of_the_excepted_is_excepted(text: str, held: set[str]) -> None:
    """ "All but one, X": X is the one, and is not freed with the rest."""
    freed, denied = told(text)
    assert denied == held
    assert not freed & held


@pytest.mark.parametrize(
    ("text", "freed", "kept"),
    [
        ("All but one of the 25 divers held in Norway were freed.", 24, 1),
        ("Norway freed all but three of its 12 prisoners.", 9, 3),
        ("All nine divers but two were freed in Norway.", 7, 2),
        ("All but 12 of the more than 90 hostages were released in Norway.", 79, 12),
        ("All but three prisoners were freed in Norway.", None, 3),
    ],
)
def test_all_but_some_are_the_whole_without_them(text: str, freed: int | None, kept: int) -> None:
    """CODEBOOK §5: the whole without its named parts, where the whole is told; those are not freed."""
    claims = of_type("RELEASE", text)
    counts = {c.mode: c.quantity.lo if c.quantity else None for c in claims}
    assert counts == {"performed": freed, "denied": kept}


def test_who_the_number_behind_all_but_stands_for_is_not_freed() -> None:
    """ "All but two, X and Y, were freed": those two were not."""
    assert told("All but two, Ilo Senn and Jon Holt, were freed in Norway.")[1] == {"Ilo Senn", "Jon Holt"}
    assert "Ilo Senn" not in told("All but two, Ilo Senn and Jon Holt, were freed in Norway.")[0]


def test_who_is_not_home_yet_may_be_out() -> None:
    """ "All but one of the nine were home": of the one it does not say that he is still held."""
    text = "Nine divers were freed in Norway. All but one of the nine were home by the evening."
    assert {c.mode for c in of_type("RELEASE", text)} == {"performed"}


@pytest.mark.parametrize(("many", "noun", "left"), [("nine", "miners", 7), ("dozen", "nurses", 10)])
def test_all_but_two_are_told_once_of_the_whole(many: str, noun: str, left: int) -> None:
    """CODEBOOK §5: the part is taken off once, however the parse ties *all*."""
    text = f"All but two of the {many} {noun} were freed on Friday."
    freed = [c for c in of_type("RELEASE", text) if c.mode == "performed"]
    assert [c.quantity.lo for c in freed if c.quantity] == [left]
