"""What persons and members of groups are told to be: offices, honours, nations, parts, membership."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest

from detente.reading.rules import RulesReader
from detente.records import Article, Claim, DocumentRef

OUR_WORLD = "Varland released nine prisoners."
"""Opens every article, so that the filter for relevance, which has tests of its own, lets it through."""


@cache
def reader() -> RulesReader:
    """The reader, made once."""
    return RulesReader()


def claims(sentence: str) -> list[Claim]:
    """All claims that the reader makes of a sentence."""
    text = f"{OUR_WORLD}\n\n{sentence}"
    ref = DocumentRef(id="t", path="-", sha256=hashlib.sha256(text.encode()).hexdigest())
    reading, _ = next(reader().read([Article(document=ref, text=text, published="2026-03-04")]))
    return [c for c in reading.claims if c.span.start > len(OUR_WORLD)]


def attributes(sentence: str, sub: str | None = None) -> list[Claim]:
    """The ATTRIBUTE claims of a sentence, of one kind where it is given."""
    return [c for c in claims(sentence) if c.type == "ATTRIBUTE" and sub in {None, c.sub}]


def only(sentence: str, sub: str) -> Claim:
    """The one claim of this kind."""
    (claim,) = attributes(sentence, sub)
    return claim


@pytest.mark.parametrize(
    ("sentence", "sub", "subject", "values"),
    [
        pytest.param(
            "Former trade minister Pavel Horak was freed on Monday.",
            "office", "Pavel Horak", ("Former trade minister",), id="former office before the name",
        ),
        pytest.param(
            "Pavel Horak, a veteran lawyer, was freed on Monday.",
            "description", "Pavel Horak", ("veteran lawyer",), id="apposition",
        ),
        pytest.param(
            "Maria Lopez, who won the Lantern Prize, was freed on Monday.",
            "honour", "Maria Lopez", ("won the Lantern Prize",), id="prize in a relative clause",
        ),
        pytest.param(
            "Maria Lopez, who founded the bakers' union, was freed on Monday.",
            "role", "Maria Lopez", ("founded the bakers' union",), id="part played",
        ),
        pytest.param(
            "Maria Lopez is a Spanish citizen.",
            "nationality", "Maria Lopez", ("Spanish",), id="copula",
        ),
        pytest.param(
            "Maria Lopez is a dual national of Chile and Spain.",
            "nationality", "Maria Lopez", ("Chile", "Spain"), id="two states",
        ),
        pytest.param(
            "Maria Lopez, a citizen of Chile, was freed on Monday.",
            "nationality", "Maria Lopez", ("Chile",), id="apposition of a citizen",
        ),
        pytest.param(
            "The freed woman, Maria Lopez, is a Spanish citizen.",
            "nationality", "Maria Lopez", ("Spanish",), id="name beside its noun",
        ),
    ],
)  # fmt: skip
def test_what_a_person_is_told_to_be(sentence: str, sub: str, subject: str, values: tuple[str, ...]) -> None:
    """Rules attribute.*: appositions, titles, copulas and relative clauses describe (READING 8)."""
    claim = only(sentence, sub)
    assert claim.rule == f"attribute.{sub}"
    assert claim.names("subject") == (subject,)
    assert claim.names("value") == values


@pytest.mark.parametrize(
    ("sentence", "value", "start", "end"),
    [
        (
            "Pavel Horak, who was trade minister from 2014 to 2018, was freed.",
            "trade minister", "2014-01-01", "2018-12-31",
        ),
        ("Pavel Horak served as ambassador to Chile until 2021.", "ambassador", None, "2021-12-31"),
    ],
)  # fmt: skip
def test_an_office_is_dated_by_the_words_behind_it(
    sentence: str, value: str, start: str | None, end: str | None
) -> None:
    """Rule attribute.office: "from" and "until" bound the office, not the release (READING 8, 24)."""
    claim = only(sentence, "office")
    assert claim.names("value") == (value,)
    assert claim.time is not None
    assert (claim.time.start, claim.time.end) == (start, end)


def test_a_prize_takes_the_year_before_it() -> None:
    """Rule attribute.honour: "the 2019 … winner" dates the prize (READING 24)."""
    claim = only("Maria Lopez, the 2019 Lantern Prize winner, was freed on Monday.", "honour")
    assert claim.time is not None
    assert claim.time.start == "2019-01-01"


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "Maria Lopez, who headed to Vilnius, was freed on Monday.", id="a movement leads nobody"
        ),
        pytest.param("Maria Lopez is not a Spanish citizen.", id="denied"),
        pytest.param("Forty people flew to Denmark on Monday.", id="a destination is no nation (§8.3)"),
        pytest.param("Maria Lopez, whose brother fled, was freed on Monday.", id="a relative is no office"),
    ],
)
def test_what_describes_nobody(sentence: str) -> None:
    """Rules attribute.*: movement, denial, destination and kin give no attribute (CODEBOOK §8.3, §8.15)."""
    assert attributes(sentence) == []


def test_an_office_of_a_state_is_no_nationality() -> None:
    """Rule attribute.office: the Spanish ambassador need not be a Spaniard (CODEBOOK §8.3)."""
    (claim,) = attributes("Maria Lopez is the Spanish ambassador.")
    assert (claim.sub, claim.names("value")) == ("office", ("Spanish ambassador",))


def test_an_envoy_of_somebody_is_a_mandate() -> None:
    """Rule mandate.described: the title says for whom, so it is no ATTRIBUTE of the envoy (READING 8)."""
    found = claims("President Ortega's special envoy, Maria Lopez, arrived on Monday.")
    assert [c.names("principal") for c in found if c.type == "MANDATE"] == [("Ortega",)]
    assert all(c.names("subject") != ("Maria Lopez",) for c in found if c.type == "ATTRIBUTE")


# ── groups ──
def test_a_nation_among_the_freed_keeps_its_bound_and_hedge() -> None:
    """Rule attribute.member_nation: "at least three" is a lower bound (READING 5, CODEBOOK §5)."""
    claim = only("At least three Danish citizens are among the freed.", "nationality")
    assert claim.quantity is not None
    assert (claim.quantity.lo, claim.quantity.hi) == (3, None)
    assert claim.hedges == ("At least",)


def test_each_nation_of_a_list_is_a_claim_of_its_own() -> None:
    """Rule attribute.member_nation: a list of nations gives one claim for each (READING 7)."""
    found = attributes(
        "Among those freed are citizens of several countries, including two Danes and nationals of Chile.",
        "nationality",
    )
    assert [c.names("value") for c in found] == [
        ("citizens of several countries",), ("two Danes",), ("nationals of Chile",),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "sub", "value"),
    [
        ("Four of the thirty are bakers, the union said.", "description", "bakers"),
        ("Four of the thirty are Danish citizens, the union said.", "nationality", "Danish citizens"),
    ],
)
def test_a_part_of_a_group_is_counted_by_its_own_number(sentence: str, sub: str, value: str) -> None:
    """Rules attribute.part_*: four of the thirty are four, and the union says so (READING 5, 9)."""
    claim = only(sentence, sub)
    assert claim.names("value") == (value,)
    assert claim.quantity is not None
    assert (claim.quantity.lo, claim.quantity.hi) == (4, 4)
    assert [a.name for a in claim.attribution] == ["union"]


def test_those_of_a_list_are_freed_each_whether_named_or_counted() -> None:
    """Rule release.member: persons and groups behind "include" are released; the list is open (READING 7)."""
    found = claims("Those released include two nuns, a bookseller and the surgeon Peter Novak.")
    freed = [c for c in found if c.rule == "release.member"]
    assert [c.names("group", "person") for c in freed] == [("two nuns",), ("bookseller",), ("Peter Novak",)]
    assert [c.quantity and c.quantity.lo for c in freed] == [2, 1, None]
    assert all(c.exhaustive is False for c in freed)


def test_one_who_is_among_the_freed_is_a_member() -> None:
    """Rule attribute.membership: the larger group is the value (READING 7)."""
    claim = only("Peter Novak is among those freed.", "membership")
    assert (claim.names("subject"), claim.names("value")) == (("Peter Novak",), ("those freed",))


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        ("Peter Novak is not among those freed.", "Peter Novak"),
        ("Those freed include Peter Novak, whose brother Karl Novak fled.", "Karl Novak"),
    ],
)
def test_who_is_denied_or_only_mentioned_is_no_member(sentence: str, absent: str) -> None:
    """Rule release.member: a negated list and a relative clause free nobody (READING 11, §8.15)."""
    assert all(
        absent not in c.names("person") for c in claims(sentence) if c.type == "RELEASE" and c.polarity == "+"
    )


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Lena Marr, born on 3 May 1980, left on Monday.", "born on 3 May 1980"),
        ("Lena Marr (born May 3, 1980) left on Monday.", "born May 3, 1980"),
        ("Lena Marr, 45, was born in Oslo on the 3rd of May 1980.", "born in Oslo on the 3rd of May 1980"),
        ("Lena Marr, whose son was born on 3 May 2001, left on Monday.", None),
        ("Lena Marr, born in Oslo, left on Monday.", None),
    ],
)
def test_the_day_of_a_birth_is_told_of_whom_it_stands_beside(sentence: str, value: str | None) -> None:
    """A full date tells people of one name apart; a town or somebody else's birth does not."""
    found = [c for c in claims(sentence) if any(v.startswith("born") for v in c.names("value"))]
    assert [(c.names("subject"), c.names("value")) for c in found] == (
        [] if value is None else [(("Lena Marr",), (value,))]
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Five nuns were freed: Ada Orlu, Ben Roth, Ira Dann, Ole Dahl and Ivo Dahl.",
        "Three clerks were arrested: Ole Dahl, Ben Roth and Ada Orlu.",
    ],
)
def test_the_next_name_of_a_list_describes_nobody(sentence: str) -> None:
    """A name alone is somebody; "Ada Orlu, a nurse" says who she is."""
    values = {v for c in claims(sentence) if c.type == "ATTRIBUTE" for v in c.names("value")}
    assert values.isdisjoint({"Ada Orlu", "Ben Roth"})
