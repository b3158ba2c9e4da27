"""What is felt and quoted, and what ties or orders two acts (CODEBOOK A3 and §6)."""

from __future__ import annotations

import pytest
from tests.reading.reports import told


@pytest.mark.parametrize(
    ("sentence", "stance", "who"),
    [
        ("The union is relieved that nine miners have been set free.", "relieve", "union"),
        ("“We are pleased for the miners,” Ola Roth said.", "welcome", "Ola Roth"),
        ("Ola Roth is grateful to Oman for the release of the miners.", "thank", "Ola Roth"),
        ("The bishops remain concerned about the nine miners still held.", "criticise", "bishops"),
        ("“It was an act of kindness,” the warden told reporters.", "assess", "warden"),
        ("“We have sold nobody,” said Ola Roth.", "deny", "Ola Roth"),
        ("The Netherlands thanks Oman for its help.", "thank", "Netherlands"),
    ],
)
def test_feelings_and_quoted_opinions_are_statements(sentence: str, stance: str, who: str) -> None:
    """CODEBOOK A3: what a speaker feels of a deed, and what he says in quotes that tells no deed."""
    found = [c for c in told(sentence) if c.type == "STATEMENT"]
    assert stance in [c.stance for c in found]
    assert all(any(who in n for n in c.names("speaker")) for c in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "“Norway freed nine miners,” Ola Roth said.",
        "Ola Roth said it was Tuesday.",
        "It is not glad of that.",
    ],
)
def test_deeds_and_facts_are_no_opinions(sentence: str) -> None:
    """CODEBOOK A3: a reported fact is a claim of its own, with this speaker in its chain."""
    assert [c.rule for c in told(sentence) if c.type == "STATEMENT"] == []


@pytest.mark.parametrize(
    ("sentence", "class_"),
    [
        ("“We lifted the sanctions because they freed our miners,” the minister said.", "L3"),
        ("In connection with their release, Norway is lifting its sanctions on timber.", "L2"),
        ("The waiver followed talks in Oslo.", "L1"),
        ("The bargain was struck after a night of talks in Oslo.", "L1"),
    ],
)
def test_more_cues_tie_or_order_two_acts(sentence: str, class_: str) -> None:
    """CODEBOOK §6: a ground told by a side is L3, by another L2; order in time is L1."""
    found = [c for c in told(sentence) if c.type == "LINKAGE"]
    assert class_ in [c.linkage.class_ for c in found if c.linkage is not None]


def test_a_tie_may_be_denied_of_all_sides() -> None:
    """CODEBOOK §6: "neither side has linked the two steps" is a linkage with polarity minus."""
    (found,) = [c for c in told("Neither government has linked the two steps.") if c.type == "LINKAGE"]
    assert found.polarity == "-"


@pytest.mark.parametrize(
    ("text", "stance", "who"),
    [
        ('Ola Roth, a bishop, said: "We are at work. The court is fair."', "assess", "Ola Roth"),
        (
            '"There was no hurry," the ministry\'s statement reads. "The step is an act of mercy."',
            "assess",
            "statement",
        ),
        ('"We see no need. They do it each year," said Ola Roth.', "deny", "Ola Roth"),
    ],
)
def test_a_quote_of_several_sentences_judges_by_its_speaker(text: str, stance: str, who: str) -> None:
    """Phenomenon 9: a sentence inside a quote that names nobody is said by who is quoted."""
    found = [c for c in told(text) if c.type == "STATEMENT" and c.stance == stance]
    assert any(who in n for c in found for n in c.names("speaker"))


def test_an_agreement_has_its_day() -> None:
    """CODEBOOK A1: "agreed on Monday to suspend it": Monday is when they agreed."""
    (found,) = [
        c for c in told("Norway agreed on Monday to suspend its embargo on arms.") if c.type == "COMMIT"
    ]
    assert found.time is not None
    assert found.time.start == "2026-03-02"
