"""Origin groups: copies, wires and outlets that repeat themselves are one voice."""

from __future__ import annotations

from tests.ledgers import article

from detente.records import Article, Judgement, OriginGroup
from detente.resolution.origins import containment, origin_groups, shingles

STORY = (
    "Varland let eighty-seven people go on Wednesday, most of them jailed after the harbour strike, "
    "and drove nineteen of them across the border before noon, two of the freed said by telephone."
)


def groups(*articles: Article) -> list[list[str]]:
    """Ids of the documents in each group."""
    found = origin_groups((), articles)
    names = {a.document.sha256: a.document.id for a in articles}
    return sorted(sorted(names[sha] for sha in g.members) for g in found)


def reasons(*articles: Article) -> list[OriginGroup]:
    """The groups themselves."""
    return list(origin_groups((), articles))


def test_a_report_is_a_voice_of_its_own() -> None:
    """Every document is in exactly one group."""
    one = article("a", STORY, publisher="Post")
    two = article(
        "b", "Nothing of the kind happened anywhere in the world that day, the paper said.", publisher="Daily"
    )
    assert groups(one, two) == [["a"], ["b"]]


def test_the_same_words_are_the_same_voice_and_the_group_says_so() -> None:
    """Six tenths of the five-word runs in common make a copy."""
    one = article("a", STORY, publisher="Post")
    two = article("b", f"Harbour news. {STORY} Read also: soup.", publisher="Daily")
    (group,) = reasons(one, two)
    assert len(group.members) == 2
    assert "the same words: 1.00" in group.reason


def test_a_wires_credit_joins_its_customers_and_the_wire_itself() -> None:
    """A dateline credit, or being that publisher."""
    one = article("a", "DORN, March 5 (Meridian Wire) — Forty-six were freed.", publisher="Post")
    two = article("b", "Correction: the number is forty-four, not forty-six.", publisher="Meridian Wire")
    assert groups(one, two) == [["a", "b"]]


def test_a_bracket_in_running_text_is_no_credit() -> None:
    """Only a credit before a dash near the top of the text counts."""
    one = article("a", "The ministry (Justice Department) said so.\n", publisher="Post")
    two = article("b", "Lawyers at the court (Justice Department) would not.\n", publisher="Daily")
    assert groups(one, two) == [["a"], ["b"]]


def test_containment_is_of_the_shorter_text() -> None:
    """A long report that holds a short one whole is a copy of it in that part."""
    short, long = (
        shingles(STORY),
        shingles(f"{STORY} And much more was said of other things that day in Dorn."),
    )
    assert containment(short, long) == 1.0
    assert containment(shingles(""), long) == 0.0


def test_a_persons_word_on_two_reports_outranks_their_words() -> None:
    """Judged different: two voices, though the words are the same."""
    one, two = article("a", STORY, publisher="Post"), article("b", f"{STORY} So it was.", publisher="Daily")
    said = Judgement(
        id="jdg_1", about="report", left=one.document.sha256, right=two.document.sha256, verdict="different"
    )
    assert len(origin_groups((), (one, two), (said,))) == 2
