"""Who says so: chains of sources from the outlet inwards, and how far they reach (phenomenon 9)."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only, told

from detente.records import Claim


def chain(claim: Claim) -> list[str]:
    """The speakers, outer to inner."""
    return [link.name for link in claim.attribution]


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Norway freed nine miners.", []),
        ("The ministry said that Norway had freed nine miners.", ["ministry"]),
        ("Norway freed nine miners, the ministry said.", ["ministry"]),
        ("Norway, the ministry said, freed nine miners on Monday.", ["ministry"]),
        ("Norway freed nine miners, according to the ministry.", ["ministry"]),
        ("According to the rights group Vigil, Norway freed nine miners.", ["rights group Vigil"]),
        ("Norway has freed nine miners, said Marek Tolan, a lawyer.", ["Marek Tolan"]),
        ("The bishop told reporters that nine miners had been freed.", ["bishop"]),
        ("The bishop confirmed the release of nine miners.", ["bishop"]),
        ("The release of nine miners was confirmed by the ministry.", ["ministry"]),
        ("As the agency reported, Norway freed nine miners.", ["agency"]),
        ("Norway freed nine miners, as reported by the agency.", ["agency"]),
        ("By the union's count, 40 miners were freed.", ["union"]),
    ],
)
def test_the_speaker_stands_before_behind_inside_or_beside(sentence: str, speakers: list[str]) -> None:
    """CODEBOOK §3: an empty chain is the outlet's own voice; else each speaker is a link."""
    assert chain(only("RELEASE", sentence)) == speakers


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Norway freed nine miners, who, according to their lawyer, had been beaten.", []),
        ("Norway freed nine miners, whom, according to the UN, it had starved.", []),
        ("Norway freed nine miners in Lome, where, according to his sister, the cook is held.", []),
        ("Norway freed nine miners and, according to the bishop, deported two nurses.", []),
        ("Norway deported two nurses and, according to the bishop, freed nine miners.", ["bishop"]),
        ("Norway freed nine miners and deported two nurses, according to the bishop.", ["bishop"]),
    ],
)
def test_a_source_inside_a_further_clause_speaks_for_that_alone(sentence: str, speakers: list[str]) -> None:
    """Behind *who*, *where* or *and* and a comma it is not said who tells of the clause before."""
    assert chain(only("RELEASE", sentence)) == speakers


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        (
            "Citing the ministry, the agency Belros reported that Norway had freed nine miners.",
            ["agency Belros", "ministry"],
        ),
        (
            "The paper reported, citing two officials, that Norway had freed nine miners.",
            ["paper", "two officials"],
        ),
        ("Nine miners were freed, the radio reported, quoting the bishop.", ["radio", "bishop"]),
        (
            "The minister announced that nine miners had been freed, the agency said.",
            ["agency", "minister"],
        ),
    ],
)
def test_a_chain_runs_from_the_outer_source_to_the_inner(sentence: str, speakers: list[str]) -> None:
    """Phenomenon 9: who cites stands before who is cited; nobody cited is counted as freed."""
    assert chain(only("RELEASE", sentence)) == speakers


def test_who_is_quoted_as_saying_says_it() -> None:
    """Phenomenon 9: "X quoted Y as saying": Y is the innermost source."""
    claim = only("RELEASE", "The agency quoted Marek Tolan as saying that Norway had freed nine miners.")
    assert chain(claim)[-1] == "Marek Tolan"


def test_speakers_joined_by_and_are_one_link_with_its_parts() -> None:
    """JSON.md: one link, whose parts name each speaker."""
    (link,) = only("RELEASE", "The ministry and the church said nine miners had been freed.").attribution
    assert link.parts == ("ministry", "church")


@pytest.mark.parametrize(
    "sentence",
    [
        "The release of nine miners was confirmed.",
        "It is said that Norway freed nine miners.",
        "Reporters were told that nine miners had been freed.",
    ],
)
def test_a_passive_is_not_its_own_source(sentence: str) -> None:
    """Phenomenon 9, the trap: what "was confirmed" is said by nobody who is named."""
    assert chain(only("RELEASE", sentence)) == []


def test_a_new_main_clause_ends_the_scope() -> None:
    """Phenomenon 9: behind "and" with a subject of its own the speaker no longer surely speaks."""
    text = "Officials said that nine miners had been freed, and Ghana freed two priests."
    first, second = of_type("RELEASE", text)
    assert chain(first) == ["Officials"]
    assert chain(second) == [] or not second.scope_certain


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        ("The foreign ministry", "official"),
        ("The rights group Vigil", "ngo"),
        ("The daily Lantern", "outlet"),
        ("Her brother", "witness"),
        ("Sources", "unnamed"),
        ("Norway", "official"),
    ],
)
def test_speakers_have_a_kind(speaker: str, kind: str) -> None:
    """CODEBOOK §7: whose word it is decides how much it weighs."""
    claim = only("RELEASE", f"{speaker} said that nine miners had been freed.")
    assert [link.kind for link in claim.attribution] == [kind]


def test_a_pronoun_speaks_for_whom_it_stands() -> None:
    """Phenomena 9 and 14: *she* is resolved to the name told before."""
    text = "Lena Harik visited the prison on Monday. Nine miners had been freed, she said."
    assert chain(only("RELEASE", text)) == ["Lena Harik"]


def test_the_same_fact_in_two_voices_is_two_claims() -> None:
    """CODEBOOK rule 7: asserted by the outlet, and attributed in the body."""
    text = "Norway freed nine miners.\n\nNorway freed nine miners, the ministry said."
    assert [chain(c) for c in told(text) if c.type == "RELEASE"] == [[], ["ministry"]]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Norway freed nine miners, their union has found.", "union"),
        ("Nine miners were let out of prison on Friday, her cousin Pia tweeted, posting a song.", "Pia"),
        (
            "Norway freed nine miners held since May, its minister for mines, Lars Aas, said on Sunday.",
            "Lars Aas",
        ),
        ("Nine miners were freed, according to their lawyers; three others await a ruling.", "lawyers"),
        ("A clerk read out that nine miners had been freed.", "clerk"),
        ("The bishops asked why nine miners had not been freed.", "bishops"),
        ("According to the state agency Nordnytt, nine miners were freed.", "agency Nordnytt"),
        ("In a long post the union tied the release of nine miners to the vote.", "union"),
        ("Varpress quoted Lars Aas as saying nine miners were freed.", "Lars Aas"),
        ("Nine miners were freed, Varpress quoted Lars Aas as saying.", "Lars Aas"),
        ("Lars Aas says nine miners were freed; the union counts ten.", "Lars Aas"),
    ],
)
def test_who_speaks_is_found_where_the_parse_loses_him(sentence: str, speaker: str) -> None:
    """Phenomenon 9: by the order of the words, by phrases of saying, up to a semicolon."""
    assert chain(of_type("RELEASE", sentence)[0])[-1].endswith(speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"Norway freed nine miners. They are well," the bishop, Ola Roth, told reporters.', "Ola Roth"),
        ('Ola Roth, a bishop, said: "They are well. Norway freed nine miners on Monday."', "Ola Roth"),
        ('"They are well," said Ola Roth. "Norway freed nine miners on Monday."', "Ola Roth"),
        ('"They are well," Ola Roth said, "and nine miners have been freed."', "Ola Roth"),
        ("Norway freed nine miners. The ministry confirmed it.", "ministry"),
        ("Norway freed nine miners. The release was confirmed by the ministry.", "ministry"),
        ("Norway freed nine miners. That is according to bishop Ola Roth.", "Ola Roth"),
        ("Ola Roth met Lars Aas. He said nine miners had been freed.", "Ola Roth"),
        (
            "The council met. Its envoy, Ola Roth, left. The envoy said nine miners had been freed.",
            "Ola Roth",
        ),
        ("The mission confirmed the news; it also said nine miners had been freed.", "mission"),
        ("An official denied a swap. He said nine miners had been freed.", "official"),
    ],
)
def test_the_speaker_may_stand_in_another_sentence(text: str, speaker: str) -> None:
    """Phenomena 9 and 14: quotes over sentences, what is confirmed next, pronouns and offices that speak."""
    claims = [c for c in of_type("RELEASE", text) if c.quantity is not None]
    assert chain(claims[0])[-1].endswith(speaker)


def test_a_deed_told_anew_by_its_announcer_is_two_claims() -> None:
    """CODEBOOK rule 7: the day's news in the outlet's own voice, and once more in the announcer's."""
    text = (
        "Norway suspended its ban on Chilean salt on Monday. The suspension was announced by bishop Ola Roth."
    )
    assert [chain(c) for c in of_type("SANCTION_EASE", text)] == [[], ["Ola Roth"]]
    undated = of_type("SANCTION_EASE", text.replace(" on Monday", ""))
    assert [chain(c) for c in undated] == [["Ola Roth"], ["Ola Roth"]]


def test_we_is_no_named_source() -> None:
    """CODEBOOK §3: *we* in a quote is who is quoted, outside one the outlet."""
    assert chain(only("RELEASE", "We know that nine miners were freed.")) == []
    claim = only("RELEASE", '"We know that nine miners were freed," said Ola Roth.')
    assert chain(claim) == ["Ola Roth"]


def test_what_another_deed_is_confirmed_is_not_the_deed_before() -> None:
    """READING 9: "confirmed the arrest of a clerk" says nothing of the release told before."""
    first = of_type("RELEASE", "Norway freed nine miners. The ministry confirmed the arrest of a clerk.")[0]
    assert chain(first) == []


def test_a_double_name_is_whole() -> None:
    """CODEBOOK §2: "Teuta Marku-Gjoni" is one name."""
    claim = only("RELEASE", "Nine miners were freed, their lawyer Teuta Marku-Roth told reporters.")
    assert chain(claim)[-1] == "Teuta Marku-Roth"


def test_a_clause_behind_and_has_its_own_speaker() -> None:
    """READING 9: scope ends where a new main clause starts."""
    text = "Nine miners were freed, and the minister, Ola Roth, told parliament that two had fled."
    assert chain(of_type("RELEASE", text)[0]) == []


@pytest.mark.parametrize(
    ("sentence", "type_", "speakers"),
    [
        ("Lars Aas has pardoned them, his aide Ola Roth was quoted as saying.", "CLEMENCY", ["Ola Roth"]),
        ("“All nine are free,” Ola Roth was quoted by Varpress as saying.", "RELEASE",
         ["Varpress", "Ola Roth"]),
        ("The release of nine miners, announced by the bishop on Sunday, came late.", "RELEASE", ["bishop"]),
        ("The prisoner swap, confirmed by the union, freed nine miners.", "RELEASE", ["union"]),
        ("The arrests, which the union reported, brought 40 people into custody.", "DETAIN", ["union"]),
        ("Forty miners have been arrested since May and 31 are in jail, by the union's count.", "DETAIN",
         ["union"]),
        ("The minister thanked Oman for freeing two nurses.", "RELEASE", ["minister"]),
        ("Ola Roth accused Chad of deporting 200 miners to Niger.", "TRANSFER", ["Ola Roth"]),
        ("Thirty unions urged Chad to free nine miners.", "RELEASE", ["Thirty unions"]),
        ("The Varland Press Union (VPU) met. Nine miners were freed, the VPU said.", "RELEASE",
         ["Varland Press Union"]),
        ("Nine miners were freed and two nurses deported, per the union.", "RELEASE", ["union"]),
        ("No miner was freed, insisted the interior minister.", "RELEASE", ["interior minister"]),
        ("Local media report that the comedian Zarg is out of jail.", "RELEASE", ["Local media"]),
        # near misses
        ("Lars Aas has pardoned them, and the aide was quoted in court.", "CLEMENCY", []),
        ("The release of nine miners, followed by the bishop on television, came late.", "RELEASE", []),
        ("Nine miners were freed, identified by the clerk as Danes.", "RELEASE", []),
        ("The judge thanked the jury and arrested two men.", "DETAIN", []),
        ("The minister praised Oman. Norway freed two nurses.", "RELEASE", []),
    ],
)  # fmt: skip
def test_who_makes_it_known_counts_thanks_or_asks(sentence: str, type_: str, speakers: list[str]) -> None:
    """CODEBOOK §3, A3: a deed that is announced, counted, given thanks for or asked for has that speaker."""
    assert chain(of_type(type_, sentence)[0]) == speakers


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("The minister thanked Oman for freeing two nurses.", "Oman"),
        ("Oman was praised by the minister for freeing two nurses.", "Oman"),
        ("Norway called on Chad to free nine miners.", "Chad"),
        ("Norway appealed to Chad again to free nine miners.", "Chad"),
        ("The minister hurried to free nine miners.", "minister"),
    ],
)
def test_whose_deed_it_is_that_is_thanked_or_called_for(sentence: str, doer: str) -> None:
    """READING 12: the speaker is not the releaser."""
    assert only("RELEASE", sentence).names("releaser") == (doer,)


def test_the_speaker_behind_the_verb_is_none_of_those_moved() -> None:
    """ "…, said X, and six others were moved": X may well say that too, and was not moved."""
    first, second = (
        c
        for c in told("Nine miners were freed, said Omar Sarr, and six others were moved to a jail in Oslo.")
        if c.type in {"RELEASE", "TRANSFER"}
    )
    assert (chain(first), first.scope_certain) == (["Omar Sarr"], True)
    assert (chain(second), second.scope_certain) == (["Omar Sarr"], False)
    assert (second.names("person"), second.names("group")) == ((), ("six others",))


@pytest.mark.parametrize(
    ("sentence", "number"),
    [("Amnesty has urged Chad to free nine miners.", 0), ("Amnesty for nine miners was announced.", 1)],
)
def test_a_body_called_amnesty_is_none(sentence: str, number: int) -> None:
    """CODEBOOK D4: a body's name is no act of forgiveness."""
    assert len(of_type("CLEMENCY", sentence)) == number
