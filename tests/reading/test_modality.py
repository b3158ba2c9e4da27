"""Done, promised, asked for, conditional, denied: one deed told in many ways (CODEBOOK §3)."""

from __future__ import annotations

import pytest
from tests.reading.reports import article, of_type, only, told

DONE = [
    "Varland freed nine miners.",
    "Varland managed to free nine miners.",
    "Varland was forced to free nine miners.",
    "Varland began freeing nine miners.",
    "Nine miners were freed by Varland.",
    "Varland was happy to free nine miners.",
    "The minister confirmed the release of nine miners.",
    "The bishop welcomed the release of nine miners.",
    "The families thanked the envoy for the release of nine miners.",
    "The judge ordered the release of nine miners.",
    "Varland did free nine miners.",
    "Varland freed nine miners without asking for anything.",
    "The president, who promised reforms, freed nine miners.",
]
AGREED = [
    "Varland agreed to free nine miners.",
    "Varland agreed that it would free nine miners.",
]
AGREED_BETWEEN = [
    "Varland and Osmia agreed on the release of nine miners.",
    "The two sides agreed that nine miners would be freed.",
]
PROMISED = [
    "Varland promised to free nine miners.",
    "Varland pledged that it would free nine miners.",
    "Varland will free nine miners.",
    "Varland vowed to free nine miners.",
    "Varland's promise to free nine miners was welcomed.",
]
INTENDED = [
    "Varland plans to free nine miners.",
    "Varland is ready to free nine miners.",
    "Varland is expected to free nine miners.",
    "Varland hopes to free nine miners.",
    "Varland was close to freeing nine miners.",
    "Nine miners are to be freed on Monday.",
    "Varland is in talks to free nine miners.",
    "Nine miners are set to walk free on Monday.",
    "Nine miners were to be freed on Sunday.",
    "Nine miners were due to be released on Sunday.",
    "Varland is preparing the release of nine miners.",
    "Envoys are working towards the release of nine miners.",
    "The aim of the visit is the release of nine miners.",
    "The envoy flew to Dorn to secure the release of nine miners.",
    "The release of nine miners is imminent.",
    "The prince gave his word that nine miners would be freed.",
]
HYPOTHETICAL = [
    "Varland may free nine miners.",
    "Varland is considering the release of nine miners.",
    "The prospect of freeing nine miners grew.",
    "Has Varland freed nine miners?",
    "Varland doubts that Osmia freed nine miners.",
    "Varland could not confirm that nine miners had been freed.",
    "It was not clear whether nine miners had been freed.",
    "The minister did not say whether nine miners had been freed.",
    "Nobody could say if nine miners had been released.",
    "The release of nine miners is under consideration.",
    "Suppose Varland freed nine miners.",
    "The minister floated the idea of freeing nine miners.",
    "Varland is weighing the release of nine miners.",
]
DEMANDED = [
    "The families urged Varland to free nine miners.",
    "The families demanded that Varland free the nine miners.",
    "The families called for the release of nine miners.",
    "Varland must free nine miners, the families said.",
    "Nine miners should be freed at once.",
    "Free the nine miners!",
    "The release of nine miners is indispensable, the bishop said.",
    "The families asked the minister to do more for the release of nine miners.",
    "The bishop wants nine miners freed.",
    "The bishop wants Varland to free nine miners.",
    "Nine miners need to be released at once, the bishop said.",
    "The bishop appealed to Varland for the release of nine miners.",
    "The bishop begged Varland to let nine miners go.",
]
CONDITIONAL = [
    ("Varland could free nine miners if the talks succeed.", "if the talks succeed"),
    ("Varland would free nine miners if Osmia paid.", "if Osmia paid"),
    ("Varland promised to free nine miners provided that Osmia paid.", "provided that Osmia paid"),
    ("If Osmia pays, Varland will free nine miners.", "If Osmia pays"),
    ("Varland will free nine miners once the ransom is paid.", "once the ransom is paid"),
    ("Should Osmia agree, nine miners will be freed.", "Should Osmia agree"),
    ("Had Osmia paid, nine miners would have been freed.", "Had Osmia paid"),
    ("Varland offered to free nine miners in case Osmia paid.", "in case Osmia paid"),
]
DENIED = [
    "Varland has not freed the nine miners.",
    "Varland did not free the nine miners.",
    "Varland never freed the nine miners.",
    "Varland refused to free the nine miners.",
    "Varland failed to free the nine miners.",
    "Varland denied that it had freed the nine miners.",
    "Varland denied freeing the nine miners.",
    "Reports that Varland had freed the nine miners were false.",
    "It is not true that Varland freed the nine miners.",
    "No miners were freed on Monday.",
    "None of the nine miners was freed.",
    "Neither of the two miners was freed.",
    "Nobody was freed on Monday.",
    "Varland left without freeing the nine miners.",
    "Varland was unable to free the nine miners.",
    "Varland has yet to free the nine miners.",
    "Varland is no longer willing to free the nine miners.",
    "Varland's refusal to free the nine miners angered Osmia.",
    "Varland stopped short of freeing the nine miners.",
    "Varland ruled out freeing the nine miners.",
    "Instead of freeing the nine miners, Varland moved the guards.",
    "Rather than free the nine miners, Varland moved the guards.",
    "The release of the nine miners was postponed.",
    "The release of the nine miners never came.",
    "Varland cancelled the release of the nine miners.",
    "Varland blocked the release of the nine miners.",
    "Nothing came of the release of the nine miners.",
    "Neither the nine miners nor their driver was freed.",
    "The release of the nine miners was called off.",
    "The ministry denied reports that the nine miners had been released.",
    "The claim that the nine miners had been freed is untrue, the governor said.",
    "Hopes that Varland would free the nine miners were dashed.",
    "Varland withdrew the release of the nine miners.",
    "The nine miners are yet to be freed.",
    "Contrary to earlier reports, the nine miners were not freed.",
    "Talks ended without the release of the nine miners.",
]


@pytest.mark.parametrize("sentence", DONE)
def test_what_is_managed_begun_or_forced_is_done(sentence: str) -> None:
    """Phenomenon 10: the verbs above a deed that imply it leave it performed."""
    claim = only("RELEASE", sentence)
    assert (claim.mode, claim.polarity, claim.factuality) == ("performed", "+", "CT")


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [(s, "agreed") for s in AGREED]
    + [(s, "agreed") for s in AGREED_BETWEEN]
    + [(s, "promised") for s in [*PROMISED, "Varland guaranteed the release of nine miners."]]
    + [(s, "intended") for s in INTENDED]
    + [(s, "hypothetical") for s in HYPOTHETICAL]
    + [(s, "demanded") for s in DEMANDED],
)
def test_what_is_said_of_a_deed_to_come_is_its_mode(sentence: str, mode: str) -> None:
    """Phenomena 10 and 12: agreed, promised, intended, possible, asked for: never performed or certain."""
    claim = only("RELEASE", sentence)
    assert (claim.mode, claim.polarity) == (mode, "+")
    assert claim.factuality in {"U", "PS"}


@pytest.mark.parametrize("sentence", [*AGREED, *PROMISED])
def test_a_promise_is_coded_once_as_its_content(sentence: str) -> None:
    """CODEBOOK A1 and rule 8: a COMMIT points to the event, whose mode is agreed or promised."""
    commit, release = only("COMMIT", sentence), only("RELEASE", sentence)
    assert commit.content == (release.id,)
    assert commit.names("committer") == ("Varland",)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The release of nine miners is to take place on Monday.", "intended"),
        ("The release of nine miners was to be announced on Monday.", "intended"),
        ("The release of nine miners is to be welcomed.", "performed"),
        ("The release of nine miners is to blame.", "performed"),
    ],
)
def test_what_a_noun_is_to_do_is_to_come(text: str, mode: str) -> None:
    """ "Is to follow" has not followed; "is to be welcomed" judges what has."""
    assert only("RELEASE", text).mode == mode


def test_talks_that_are_to_be_held_are_told_once_and_as_to_come() -> None:
    """By the verb that holds them, and never as held."""
    claim = only("TALKS", "Talks with Oman are to be held on Monday in Dorn.")
    assert (claim.mode, claim.names("place")) == ("intended", ("Dorn",))


@pytest.mark.parametrize(
    ("judged", "mode"),
    [("untrue", "denied"), ("false", "denied"), ("likely", "hypothetical"), ("possible", "hypothetical"),
     ("unlikely", "hypothetical"), ("clear", "performed"), ("wrong", "performed"), ("sad", "performed")],
)  # fmt: skip
def test_what_it_is_said_to_be_that_it_was_done(judged: str, mode: str) -> None:
    """ "It is untrue that they were freed" denies it; that it was wrong says that they were."""
    assert only("RELEASE", f"It is {judged} that Varland has freed nine miners.").mode == mode


@pytest.mark.parametrize(("sentence", "condition"), CONDITIONAL)
def test_a_condition_is_kept_in_its_words(sentence: str, condition: str) -> None:
    """Phenomenon 12: if, unless, provided: conditional, with the words of the clause."""
    claim = only("RELEASE", sentence)
    assert claim.mode == "conditional"
    assert claim.condition == condition


@pytest.mark.parametrize("sentence", DENIED)
def test_what_did_not_come_is_denied_and_never_performed(sentence: str) -> None:
    """Phenomenon 11: negation, failure, refusal, delay, and deeds told as what was left undone."""
    claim = only("RELEASE", sentence)
    assert (claim.mode, claim.polarity) == ("denied", "-")


def test_a_refusal_is_a_commitment_of_its_own() -> None:
    """CODEBOOK A1: refuse is a kind of COMMIT, and its content is the denied event."""
    text = "Varland refused to free the nine miners."
    assert only("COMMIT", text).sub == "refuse"
    assert only("COMMIT", text).content == (only("RELEASE", text).id,)


@pytest.mark.parametrize(
    ("sentence", "factuality"),
    [
        ("Varland reportedly freed nine miners.", "PR"),
        ("Varland possibly freed nine miners.", "PS"),
        ("Varland is said to have freed nine miners.", "PR"),
        ("Varland seems to have freed nine miners.", "PR"),
    ],
)
def test_a_hedge_lowers_factuality_and_not_the_mode(sentence: str, factuality: str) -> None:
    """CODEBOOK §3: hedges stay in their words; FactBank's scale says how sure the source is."""
    claim = only("RELEASE", sentence)
    assert (claim.mode, claim.factuality) == ("performed", factuality)


def test_negation_in_one_clause_leaves_the_other_alone() -> None:
    """Phenomena 3 and 11: two clauses side by side stand each for themselves."""
    text = "Varland freed the nine miners but did not free the two priests."
    stands = {c.names("group")[0]: c.mode for c in of_type("RELEASE", text)}
    assert stands == {"nine miners": "performed", "two priests": "denied"}


def test_the_number_of_a_prison_denies_nothing() -> None:
    """ "Prison No. 2" is a name."""
    claim = only("RELEASE", "Twenty-eight miners left remand prison No. 2 on Thursday morning.")
    assert (claim.mode, claim.polarity) == ("performed", "+")


def test_a_deed_told_of_people_accused_of_it_is_not_done() -> None:
    """CODEBOOK §8.11: what somebody is accused of is nobody's deed yet."""
    text = "Two smugglers were charged with kidnapping three nurses."
    assert [c.mode for c in told(text) if c.sub == "abduct"] in ([], ["hypothetical"])


def test_what_is_waited_for_is_asked_for() -> None:
    """Phenomenon 12: "no relief until all are free" asks for the freeing; it tells none."""
    for text in (
        "Norway will keep its sanctions until Varland frees the nine miners.",
        "The talks will not go on until Varland frees the nine miners.",
        "The guards will be handed over once Varland frees the nine miners.",
    ):
        modes = {c.mode for c in of_type("RELEASE", text) if "nine miners" in c.names("group")}
        assert modes in ({"demanded"}, {"conditional"}), text


def test_a_condition_of_another_kind_stands_under_it() -> None:
    """ "Provided that Norway first lifts its ban": the lifting is the condition, and not done."""
    text = "Varland is ready to free nine miners, provided that Norway first lifts its sanctions on Varland."
    assert [c.mode for c in of_type("SANCTION_EASE", text)] == ["conditional"]


def test_a_number_shares_the_verb_before_it() -> None:
    """Phenomenon 4: "40 are to be freed, 20 freed early": both are to be."""
    text = "By this decree 40 miners are to be wholly released from jail, 20 conditionally released in May."
    assert "performed" not in {c.mode for c in of_type("RELEASE", text)}


def test_any_such_people_are_nobody() -> None:
    """ "Should persons released be held again": a kind of people, not an event."""
    assert of_type("RELEASE", "The measure will end should persons released be held again.") == []


def test_a_title_tells_nothing() -> None:
    """ "Bail Me Out" and "The Colonel's Pardon" are names of works."""
    assert of_type("RELEASE", "Her new ballad, Bail Me Out, was sung in jail on a phone last week.") == []
    assert of_type("CLEMENCY", "Ada Orlu read from The Colonel's Pardon in the town hall.") == []


def test_in_a_report_without_a_date_last_year_is_past() -> None:
    """Phenomenon 13: news does not name its own year, and last month is past."""
    for when in ("In 2019", "Last year", "Last month", "Three years ago"):
        report = article(f"{when} Varland freed nine miners.", published=None)
        assert only("RELEASE", report).mode == "background"


def test_an_arrest_told_in_passing_is_past_whatever_its_day() -> None:
    """Phenomenon 13: a participle or a pluperfect beside the deed of the day."""
    text = "Varland freed nine miners, who had been arrested on 27 February."
    assert [c.mode for c in of_type("DETAIN", text)] == ["background"]


def test_a_conditional_release_is_a_release() -> None:
    """On licence, ordered and done; a conditional lifting of a ban waits for something."""
    assert only("RELEASE", "A judge ordered the conditional release of nine miners.").mode == "performed"
    assert only("SANCTION_EASE", "Osmia weighed a conditional lifting of the timber ban.").mode != "performed"


def test_what_is_to_come_of_a_deed_is_its_aim() -> None:
    """ "So that they may go free" is meant, neither done nor merely possible."""
    text = "Varland dropped the charges so that the nine miners may be released."
    assert only("RELEASE", text).mode == "intended"


def test_an_if_can_be_told_by_the_order_of_words() -> None:
    """ "Should the others not be freed" denies nothing and asks for nothing."""
    text = "The relief ends at once should the nine miners not be released by Friday."
    assert only("RELEASE", text).mode == "conditional"


def test_talks_that_were_held_are_no_aim() -> None:
    """A participle tells of the talks; what they are about is aimed at."""
    text = "The release followed negotiations led by a bishop and the governor."
    assert {c.mode for c in of_type("TALKS", text)} == {"performed"}


def test_talks_told_in_passing_are_background() -> None:
    """ "Osmia, which hosted six rounds of talks" recalls them; with a day they are news."""
    text = "Varland thanked Osmia, which hosted six rounds of talks."
    assert {c.mode for c in of_type("TALKS", text)} == {"background"}


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("The envoy agreed that it was time to free the nine miners.", "demanded"),
        ("The president told lawmakers of his intent to free the nine miners.", "intended"),
        ("The governor has the power to free the nine miners.", "hypothetical"),
        ("There are no grounds to free the nine miners, the court said.", "denied"),
        ("Varland had to free the nine miners before the summit.", "demanded"),
        ("Varland has to free the nine miners.", "demanded"),
        ("Varland took steps to free the nine miners, and on Monday freed them.", "performed"),
    ],
)
def test_what_there_is_time_power_or_reason_to_do_is_not_done(sentence: str, mode: str) -> None:
    """Phenomenon 10: an infinitive behind such a noun, or behind *have to*, tells no deed."""
    assert mode in {c.mode for c in of_type("RELEASE", sentence)}


def test_the_time_of_a_release_is_no_demand() -> None:
    """The same nouns with *of* leave a deed as it is."""
    text = "Nine miners were in good health at the time of their release."
    assert {c.mode for c in of_type("RELEASE", text)} == {"performed"}


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("He told them: I was born here, arrest me here.", {"demanded"}),
        ("“We stay here, arrest us,” the miners told the guards.", {"demanded"}),
        ("Police watched them, arrested them and let them go.", {"performed"}),
    ],
)
def test_who_dares_others_to_arrest_him_was_not_arrested(text: str, modes: set[str]) -> None:
    """A bare verb behind a comma, of the speaker himself, asks for what it names."""
    told_as = {"performed" if c.mode == "background" else c.mode for c in of_type("DETAIN", text)}
    assert told_as == modes


@pytest.mark.parametrize("means", ["measures", "a mechanism", "a procedure", "steps"])
def test_measures_to_free_somebody_free_nobody_yet(means: str) -> None:
    """ "Adopted measures to free nine": it is meant, not done, and no sanction."""
    text = f"Chad adopted {means} to free nine miners."
    assert only("RELEASE", text).mode == "intended"
    assert not of_type("SANCTION_IMPOSE", text)


@pytest.mark.parametrize(
    "none", ["There was no directive", "Nor was there any directive", "There was no order"]
)
def test_without_a_directive_nobody_is_expelled(none: str) -> None:
    """ "There was no directive to expel X": nobody did."""
    text = f"Chad jailed nine nuns. {none} to deport Ben Roth to Togo."
    assert all(c.mode == "denied" for c in of_type("TRANSFER", text))
