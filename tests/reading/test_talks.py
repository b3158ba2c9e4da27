"""Talks, mandates and steps: who talks with whom, who speaks for whom, what states open or shut."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest
from tests.reading.reports import parser

from detente.reading.lexicon import Rule, lexicon
from detente.reading.rules import RulesReader
from detente.records import UNSTATED, Article, Claim, DocumentRef

PUBLISHED = "2026-03-04"
OUR_WORLD = "Varland released nine prisoners."
"""Opens every article, so that the filter for relevance, which has tests of its own, lets it through."""
MINE = frozenset({"TALKS", "MANDATE", "DIPLOMATIC_STEP"})
RULES = tuple(r for r in lexicon("en").rules if r.type in MINE)


def article(sentence: str) -> Article:
    """A report of two paragraphs, the second of them this sentence."""
    text = f"{OUR_WORLD}\n\n{sentence}"
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Article(document=DocumentRef(id="t", path="-", sha256=sha), text=text, published=PUBLISHED)


@cache
def reader(without: str | None = None) -> RulesReader:
    """The reader, whole or without one rule."""
    return RulesReader(without=frozenset({without} if without else ()), parser=parser())


def claims(sentence: str, type_: str) -> list[Claim]:
    """Claims of one type that the reader makes of a sentence."""
    reading, _ = next(reader().read([article(sentence)]))
    return [c for c in reading.claims if c.type == type_]


def only(sentence: str, type_: str) -> Claim:
    """The one claim of this type."""
    (claim,) = claims(sentence, type_)
    return claim


def fired(sentence: str, without: str | None = None) -> list[str]:
    """Ids of the rules that fired in a sentence."""
    return [rule for trace in reader(without).inspect(article(sentence)) for rule in trace.fired]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_every_rule_reads_its_witness_and_nothing_else_does(rule: Rule) -> None:
    """A rule fires on its witness; left out of the table, it does not."""
    assert rule.id in fired(rule.witness)
    assert rule.id not in fired(rule.witness, without=rule.id)


# ── TALKS ──
@pytest.mark.parametrize(
    ("sentence", "participants"),
    [
        ("The special envoy met Chilean officials on Monday.", {"special envoy", "Chilean officials"}),
        ("The chancellor telephoned the Turkish president.", {"chancellor", "Turkish president"}),
        ("Talks between Colombia and Ecuador resumed on Monday.", {"Colombia", "Ecuador"}),
        ("The emir received the Japanese ambassador.", {"emir", "Japanese ambassador"}),
    ],
)
def test_those_named_take_part(sentence: str, participants: set[str]) -> None:
    """T1 (phenomena 2, 21): both sides of the words take part, by object, *with* or *between*."""
    assert set(only(sentence, "TALKS").names("participants")) == participants


def test_those_named_behind_the_topic_take_part() -> None:
    """ "talks on captives between Chad and Oman": *between* hangs on the talks, wherever it is tied."""
    claim = only("A second day of talks on captives between Chad and Oman ended without a deal.", "TALKS")
    assert set(claim.names("participants")) == {"Chad", "Oman"}


def test_no_verb_stands_inside_a_name() -> None:
    """A name whose last part looks like a past tense is whole."""
    claim = only("The envoy, Grace Wanjala, met President Abdirahman Yusuf Guled on Sunday.", "TALKS")
    assert "Abdirahman Yusuf Guled" in claim.names("participants")


def test_a_side_not_named_is_unstated() -> None:
    """§8.8: an envoy in a capital has met nobody whom the text does not name."""
    claim = only("The foreign minister flew from Oslo to Muscat for a day of meetings.", "TALKS")
    assert [f.name for f in claim.roles["participants"]] == ["foreign minister", UNSTATED]


def test_officials_travel_and_are_not_transferred() -> None:
    """T1 against D6 (phenomenon 15): a journey for meetings is talks, with its place and its length."""
    sentence = "The foreign minister flew from Oslo to Muscat for a day of meetings."
    claim = only(sentence, "TALKS")
    assert (claim.names("place"), claim.duration, claim.sub) == (("Muscat",), "P1D", "visit")
    assert claims(sentence, "TRANSFER") == []


def test_capitals_between_which_a_call_is_held_are_governments() -> None:
    """Coding rule 5 (phenomenon 21): behind *between* a capital acts; behind *in* it is a place."""
    claim = only("The three-way call between Vienna, Rome and Athens ended at noon.", "TALKS")
    assert set(claim.names("participants")) == {"Austria", "Italy", "Greece"}
    assert claim.sub == "phone"


def test_a_host_is_told_apart_from_those_who_talk() -> None:
    """T1, role host: who lends the table does not sit at it unless the text says so."""
    claim = only("Jordan hosted a new round of talks between Chilean and Bolivian negotiators.", "TALKS")
    assert (claim.names("host"), claim.sub) == (("Jordan",), "host")
    assert "Jordan" not in claim.names("participants")


def test_a_round_of_talks_is_one_claim() -> None:
    """Coding rule 1: "hosted a round of talks" is one event, though verb and noun both tell it."""
    assert len(claims("Oman hosted a second round of talks between the two sides.", "TALKS")) == 1
    assert len(claims("The two presidents met in Nairobi to discuss the border.", "TALKS")) == 1


def test_an_ordinal_is_no_length_of_time() -> None:
    """Phenomenon 19: "a second round" lasts no second."""
    assert only("Oman hosted a second round of talks between the two sides.", "TALKS").duration is None


@pytest.mark.parametrize("gone", ["two days ago", "three weeks after the coup", "a month later"])
def test_how_long_ago_is_not_how_long(gone: str) -> None:
    """Phenomenon 24: the distance to a meeting is not its length."""
    assert only(f"The envoy met the Turkish president {gone}.", "TALKS").duration is None


def test_talks_in_a_third_country_are_told_as_such() -> None:
    """T1, sub third_place: neither side is at home where they meet; at home to one it is a visit."""
    assert only("The Chilean president met the Bolivian president in Oslo.", "TALKS").sub == "third_place"
    assert only("The Chilean president met the Bolivian president in La Paz.", "TALKS").sub == "visit"


def test_who_mediates_between_two_sides_is_named_with_them() -> None:
    """T1, sub mediate (phenomenon 18): the go-between and both sides."""
    claim = only("Norway is mediating between the junta and the rebels.", "TALKS")
    assert (claim.sub, claim.names("mediator")) == ("mediate", ("Norway",))
    assert set(claim.names("between")) == {"junta", "rebels"}


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("The ministers exchanged views on grain and prisoners in Astana.", "grain and prisoners"),
        ("The special envoy met Chilean officials on Monday for talks on prisoners.", "prisoners"),
    ],
)
def test_what_they_talked_of_is_verbatim_and_no_date(sentence: str, topic: str) -> None:
    """T1, role topic (phenomenon 24): "on Monday" is when, "on prisoners" is about what."""
    assert only(sentence, "TALKS").topic == topic


def test_a_meeting_refused_did_not_happen() -> None:
    """Phenomenon 11: refused talks are denied, with polarity minus."""
    claim = only("The rebel delegation refused to meet the Chilean ministers.", "TALKS")
    assert (claim.mode, claim.polarity) == ("denied", "-")


@pytest.mark.parametrize(
    "sentence",
    [
        "His wife met him at the gate of the colony.",
        "The freed sailor met his daughter for the first time.",
        "The spokeswoman spoke to journalists about the talks for two hours.",
        "The company held its annual meeting with shareholders.",
        "Opponents exchanged blows outside the ministry.",
        "Tourists spent three days in Venice visiting museums.",
        "The minister met all the conditions for the release.",
        "The prisoner was flown to Cairo for a medical meeting.",
    ],
)
def test_family_press_crowds_and_conditions_are_no_talks(sentence: str) -> None:
    """T1 does not count as: a reunion, words to the press, a meeting of no office (phenomenon 15)."""
    assert claims(sentence, "TALKS") == []


# ── MANDATE ──
def test_who_is_named_by_whom_to_what_and_for_what() -> None:
    """T2, sub appointed (phenomenon 8): agent, principal, office and scope."""
    claim = only("The emir appointed Salma Haddad chief negotiator for prisoners.", "MANDATE")
    assert (claim.sub, claim.names("agent"), claim.names("principal")) == (
        "appointed", ("Salma Haddad",), ("emir",),
    )  # fmt: skip
    assert (claim.names("office"), claim.names("scope")) == (("chief negotiator",), ("prisoners",))


def test_a_day_is_no_scope() -> None:
    """Phenomenon 24: "negotiator on Sunday" is when, not for what."""
    assert only("The emir appointed Salma Haddad chief negotiator on Sunday.", "MANDATE").names("scope") == ()


def test_the_one_dismissed_is_named_behind_the_office() -> None:
    """T2, sub removed (phenomenon 8): the name behind a comma holds the office before it."""
    claim = only("Brazil sacked its ambassador to the talks, Ana Prado.", "MANDATE")
    assert (claim.names("agent"), claim.names("office")) == (("Ana Prado",), ("ambassador",))


@pytest.mark.parametrize(
    ("sentence", "agent", "principal"),
    [
        ("Lea Brandt represented Austria at the negotiations.", "Lea Brandt", "Austria"),
        ("Austria was represented by Lea Brandt at the negotiations.", "Lea Brandt", "Austria"),
        ("Ilan Peretz is the prime minister's envoy for hostages.", "Ilan Peretz", "prime minister"),
        ("Mina Falk stood in for the foreign minister at the round.", "Mina Falk", "foreign minister"),
    ],
)
def test_who_speaks_for_another_is_described_so(sentence: str, agent: str, principal: str) -> None:
    """T2, sub described_as (phenomena 1, 8): active, passive, by an office or for an absent chief."""
    claim = only(sentence, "MANDATE")
    assert (claim.sub, claim.names("agent"), claim.names("principal")) == (
        "described_as",
        (agent,),
        (principal,),
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Protesters stood for hours outside the prison.",
        "The step represents a turn in policy.",
        "She is the minister's daughter.",
        "The company replaced its old trucks.",
    ],
)
def test_kin_things_and_crowds_hold_no_mandate(sentence: str) -> None:
    """T2 does not count as: what speaks for nobody (phenomenon 15)."""
    assert claims(sentence, "MANDATE") == []


# ── DIPLOMATIC_STEP ──
@pytest.mark.parametrize(
    ("sentence", "sub", "counterpart"),
    [
        ("Ecuador invited the Peruvian foreign minister to Quito.", "invite", "Peruvian foreign minister"),
        ("Canada recognised the interim government.", "recognise", "interim government"),
        ("Denmark suspended development aid to Mali.", "close", "Mali"),
        ("Sudan recalled its ambassador from Nairobi.", "withdraw", "Kenya"),
        ("Spain gave humanitarian aid to Lebanon.", "grant", "Lebanon"),
        ("Denmark handed back two trawlers to Iceland.", "give_back", "Iceland"),
        ("Peru returned the manuscripts to Chile.", "give_back", "Chile"),
    ],
)
def test_a_step_says_what_was_done_and_towards_whom(sentence: str, sub: str, counterpart: str) -> None:
    """T3: sub tells the direction, the counterpart whom it is taken towards."""
    claim = only(sentence, "DIPLOMATIC_STEP")
    assert (claim.sub, claim.names("counterpart")) == (sub, (counterpart,))


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru sent weapons over the border after the talks.",
        "Peru handed over drones to the rebels.",
        "Peru turned the trucks back at the border.",
        "Peru sent its jets back to base.",
        "Peru returned the cattle to its fields.",
        "Peru handed over the containers of aid to the miners.",
        "The minister of Peru handed the maps over to his aide.",
    ],
)
def test_what_goes_to_no_other_state_is_not_given_back(sentence: str) -> None:
    """Sent, turned, handed over: only to another side; given back to any but a state is no step."""
    assert "give_back" not in {c.sub for c in claims(sentence, "DIPLOMATIC_STEP")}


def test_a_step_not_taken_keeps_its_direction_and_loses_its_polarity() -> None:
    """Phenomenon 11: an ambassador not recalled is withdraw, denied, and no change of mandate."""
    sentence = "Peru has not recalled its ambassador, the foreign ministry said."
    claim = only(sentence, "DIPLOMATIC_STEP")
    assert (claim.sub, claim.mode, claim.polarity) == ("withdraw", "denied", "-")
    assert claims(sentence, "MANDATE") == []


def test_a_summons_to_protest_is_a_statement_and_no_step() -> None:
    """T1 and T3 do not count as: another state's ambassador summoned is criticism (A3)."""
    sentence = "Italy summoned the Egyptian ambassador to protest at the ruling."
    assert claims(sentence, "DIPLOMATIC_STEP") == claims(sentence, "TALKS") == []
    claim = only(sentence, "STATEMENT")
    assert (claim.stance, claim.names("speaker")) == ("criticise", ("Italy",))


@pytest.mark.parametrize(
    "sentence",
    [
        "The hotel invited guests to a tasting.",
        "The fisherman returned the boats at dusk.",
        "Two ships returned to Ghana on Monday.",
        "The court handed the stolen lorry back to its owner.",
        "She recognised her son in the photograph of the prisoners.",
        "The doctor gave aid to the wounded prisoner.",
        "The officer cut ties with his family.",
        "Families hope the border will reopen soon.",
    ],
)
def test_what_no_state_does_and_what_is_hoped_for_is_no_step(sentence: str) -> None:
    """T3 does not count as: private acts, and hopes for a step (A3 aim)."""
    assert claims(sentence, "DIPLOMATIC_STEP") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Omani and Chilean officials concluded a second round of negotiations in Muscat.",
        "Omani and Chilean diplomats attended talks in Muscat.",
    ],
)
def test_talks_are_concluded_and_attended(sentence: str) -> None:
    """T1: the verbs that take talks for their object."""
    assert only(sentence, "TALKS").mode == "performed"


def test_who_speaks_at_a_news_conference_talks_with_nobody() -> None:
    """T1 does not count as: a press conference, whoever stands beside the speaker."""
    sentence = (
        "Speaking at a news conference in Muscat with his Chilean counterpart, the minister praised her."
    )
    assert claims(sentence, "TALKS") == []


def test_cooperation_and_assistance_are_suspended() -> None:
    """T3: what a state stops giving or doing together."""
    sentence = "Chile suspended all assistance programmes to Oman and ceased military cooperation."
    assert {c.sub for c in claims(sentence, "DIPLOMATIC_STEP")} == {"close"}


def test_the_head_of_a_mission_is_expelled_by_a_step() -> None:
    """T3, and no deportation: whoever stands for a state."""
    sentence = "Chile expelled the head of the Omani delegation on Monday."
    assert only(sentence, "DIPLOMATIC_STEP").sub == "withdraw"
    assert claims(sentence, "TRANSFER") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels called off a second round of talks.",
        "Oman suspended negotiations with the Chilean rebels.",
    ],
)
def test_talks_called_off_are_not_held(sentence: str) -> None:
    """Phenomenon 11: who calls talks off, suspends or boycotts them holds none."""
    assert {c.mode for c in claims(sentence, "TALKS")} == {"denied"}


def test_talks_are_told_by_their_place_alone() -> None:
    """T1: participants beyond those named are UNSTATED (CODEBOOK §8.8), and may be all of them."""
    claim = only("Nine miners were freed after talks in Muscat.", "TALKS")
    assert (claim.names("participants"), claim.names("place")) == ((), ("Muscat",))
    assert claims("Nine miners were freed after talks.", "TALKS") == []


def test_mediated_talks_are_told_once() -> None:
    """One round, told by the verb of who stood between the sides."""
    claim = only("Oman mediated talks on Friday between Kenya and Chile.", "TALKS")
    assert (claim.sub, claim.names("between")) == ("mediate", ("Kenya", "Chile"))


def test_an_office_named_beside_a_person_is_theirs() -> None:
    """Phenomenon 8: "its envoy, Aurora Lind, who had visited Muscat"."""
    claim = only("The union's envoy, Aurora Lind, who had visited Muscat, gave no details.", "TALKS")
    assert "Aurora Lind" in claim.names("participants")


def test_things_given_back_in_return_are_told_beside_the_tie() -> None:
    """ "In exchange for two vessels that Jakarta handed back": whose act, and what; people are no things."""
    sentence = (
        "Malaysia freed 12 crewmen in exchange for two patrol vessels that Jakarta handed back on Monday."
    )
    claim = only(sentence, "DIPLOMATIC_STEP")
    assert (claim.names("actor"), claim.names("kind")) == (("Indonesia",), ("two patrol vessels",))
    assert claims("Chad handed back twelve soldiers.", "DIPLOMATIC_STEP") == []
    freed = claims("In return Chad gave back six fuel lorries.", "RELEASE")
    assert [c.names("group") for c in freed] == [("nine prisoners",)]
