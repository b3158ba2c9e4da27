"""Commitments, demands and statements: who binds himself, who asks whom for what, who judges what."""

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
MINE = frozenset({"COMMIT", "DEMAND", "STATEMENT"})
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


def all_claims(sentence: str) -> list[Claim]:
    """Claims of the sentence, without those of the paragraph before it."""
    reading, _ = next(reader().read([article(sentence)]))
    return [c for c in reading.claims if c.span.start > len(OUR_WORLD)]


def claims(sentence: str, type_: str) -> list[Claim]:
    """Claims of one type that the reader makes of a sentence."""
    return [c for c in all_claims(sentence) if c.type == type_]


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


# ── COMMIT ──
@pytest.mark.parametrize(
    ("sentence", "sub"),
    [
        ("The rebels accepted a proposal for a prisoner swap.", "accept"),
        ("The junta rejected the offer of a truce.", "refuse"),
        ("The two governments signed a memorandum on Friday.", "sign"),
        ("Both armies agreed on a ceasefire.", "agree"),
        ("The ministry withdrew its offer of talks.", "withdraw"),
    ],
)
def test_what_becomes_of_an_offer_is_told_by_its_verb(sentence: str, sub: str) -> None:
    """A1 (phenomena 2, 10, 11): taken up, refused, signed, agreed, taken back; each an act performed."""
    claim = only(sentence, "COMMIT")
    assert (claim.sub, claim.mode) == (sub, "performed")
    assert claim.names("committer")


def test_captives_offered_are_a_release_promised() -> None:
    """Coding rule 8: what is offered is a claim of its own, promised and never performed."""
    sentence = "The kidnappers offered 12 hostages in return for medicine."
    commit, release = only(sentence, "COMMIT"), only(sentence, "RELEASE")
    assert (commit.sub, commit.content) == ("offer", (release.id,))
    assert (release.mode, release.factuality) == ("promised", "U")
    assert release.quantity is not None
    assert (release.quantity.lo, release.quantity.hi) == (12, 12)


@pytest.mark.parametrize(
    "sentence",
    ["The court accepted the appeal.", "The actor rejected the role.", "Guards refused the detainee water."],
)
def test_appeals_and_roles_are_no_commitment(sentence: str) -> None:
    """A1 does not count as: what binds nobody to an act of ours (phenomenon 15)."""
    assert claims(sentence, "COMMIT") == []


# ── DEMAND ──
@pytest.mark.parametrize(
    ("sentence", "demander", "addressee"),
    [
        ("The council called on Ankara to free the mayor.", "council", "Turkey"),
        ("Forty poets appealed to the president to pardon the printer.", "Forty poets", "president"),
        ("Families asked the mission to find their sons.", "Families", "mission"),
        ("The envoy said Caracas must release the activists.", "envoy", "Venezuela"),
    ],
)
def test_of_whom_it_is_asked(sentence: str, demander: str, addressee: str) -> None:
    """A2, role addressee (phenomenon 12): by *on*, *to*, an object, or the subject of *must*."""
    claim = only(sentence, "DEMAND")
    assert (claim.names("demander"), claim.names("addressee")) == ((demander,), (addressee,))
    assert (claim.mode, claim.factuality) == ("demanded", "U")


def test_nobody_named_is_unstated() -> None:
    """A2: an addressee is needed, and never guessed."""
    claim = only("The union urged that the pressure be kept up.", "DEMAND")
    assert [f.name for f in claim.roles["addressee"]] == [UNSTATED]


@pytest.mark.parametrize(
    ("sentence", "demander", "addressee"),
    [
        ("Free the doctors now, the union told Harare.", "union", "Zimbabwe"),
        ('"Stop the torture," the bishops wrote to the general.', "bishops", "general"),
        ("Free my father, young Kofi wrote in a letter to the emir.", "Kofi", "emir"),
    ],
)
def test_an_order_in_a_quote_is_a_demand_of_who_says_it(sentence: str, demander: str, addressee: str) -> None:
    """A2, sub call (phenomena 9, 12): a bare verb before "X told Y", with or without quotes."""
    claim = only(sentence, "DEMAND")
    assert claim.sub == "call"
    assert demander in claim.names("demander")[0]
    assert claim.names("addressee") == (addressee,)
    assert claims(sentence, "STATEMENT") == []


def test_an_order_with_a_term_or_an_alternative_is_an_ultimatum() -> None:
    """A2, sub ultimatum (phenomena 12, 24): "by Friday", "or lose"; the rest is held out otherwise."""
    claim = only("Release the sailors by Friday or lose the port, the minister told the firm.", "DEMAND")
    assert (claim.sub, claim.names("or_else")) == ("ultimatum", ("or lose the port",))


def test_what_is_ordered_is_not_told_as_done() -> None:
    """Coding rule 8: the release inside an order is demanded."""
    sentence = "Release the sailors by Friday or lose the port, the minister told the firm."
    assert {c.mode for c in claims(sentence, "RELEASE")} <= {"demanded"}


@pytest.mark.parametrize(
    "sentence",
    [
        "There will be no aid until the last hostage is home, the minister said.",
        "No more visas without more names, the minister said.",
    ],
)
def test_no_give_without_a_take_is_a_condition_of_who_says_it(sentence: str) -> None:
    """A2, sub condition (phenomena 11, 12): with its speaker as demander and as source."""
    claim = only(sentence, "DEMAND")
    assert (claim.sub, claim.names("demander")) == ("condition", ("minister",))
    assert [a.name for a in claim.attribution] == ["minister"]


@pytest.mark.parametrize(
    "sentence",
    [
        "There was no peace until Monday, residents said.",
        "Free speech is under threat, the editor said.",
        "Release dates remain unclear, the lawyer said.",
        "Open prisons are cheaper, the ministry wrote.",
        "Let me explain, the minister said.",
        "Police said the driver must pay a fine.",
    ],
)
def test_what_was_and_what_only_looks_like_an_order_is_no_demand(sentence: str) -> None:
    """A2 does not count as: a date behind *until*, an adjective or noun in front (phenomenon 15)."""
    assert claims(sentence, "DEMAND") == []


# ── STATEMENT ──
@pytest.mark.parametrize(
    ("sentence", "stance", "speaker"),
    [
        ("The bar association called the trial a farce.", "criticise", "bar association"),
        ("The bishops called the amnesty a historic breakthrough.", "welcome", "bishops"),
        ("Nigeria accused Benin of sheltering the gunmen.", "accuse", "Nigeria"),
        ("The ministry said the nurses were freed on humanitarian grounds.", "explain", "ministry"),
        ("Rights groups hope the release will be followed by others.", "aim", "Rights groups"),
        ("The aim is to end the standoff, the ombudsman said.", "aim", "ombudsman"),
    ],
)
def test_how_a_speaker_stands_to_it(sentence: str, stance: str, speaker: str) -> None:
    """A3, stance (phenomena 9, 12): told by the verb, the judging words, the ground or the aim."""
    claim = next(c for c in claims(sentence, "STATEMENT") if c.stance == stance)
    assert claim.names("speaker") == (speaker,)


def test_we_is_whoever_is_quoted() -> None:
    """A3 (phenomenon 9): *we* and *I* in a quote are the speaker named behind it, and no second source."""
    claim = only("We deplore the sentence, the foreign ministry said.", "STATEMENT")
    assert claim.names("speaker") == ("foreign ministry",)
    assert [a.name for a in claim.attribution] == ["foreign ministry"]


def test_a_hope_is_no_promise() -> None:
    """A3 against A1: what is hoped for is an aim; nobody commits to it."""
    sentence = "We hope the embassy will reopen before long, the consul said."
    assert only(sentence, "STATEMENT").stance == "aim"
    assert claims(sentence, "COMMIT") == claims(sentence, "DIPLOMATIC_STEP") == []


def test_a_tentative_judgement_keeps_its_hedge() -> None:
    """§8.10: "suggests" is a reading of the facts, evaluated and hedged, of nobody's motive."""
    claim = only("The timing suggests that both governments want a thaw.", "STATEMENT")
    assert (claim.stance, claim.mode, claim.hedges) == ("assess", "evaluated", ("suggests",))


@pytest.mark.parametrize(
    "sentence",
    [
        "She called her mother on Monday.",
        "The mediators called a historic meeting.",
        "He hopes to see his son soon.",
        "He was held for various reasons on the island.",
        "Police found an illegal weapon in the cell.",
    ],
)
def test_calls_finds_and_private_hopes_judge_nothing(sentence: str) -> None:
    """A3 does not count as: a telephone call, a find, a wish of one's own (phenomenon 15)."""
    assert claims(sentence, "STATEMENT") == []


def test_it_accuses_and_urges_as_a_body_does() -> None:
    """Phenomenon 14: *it* that blames or asks somebody is the body named before; "it calls for" is none."""
    claim = only("The ministry spoke of the miners. It accused Oslo of trading in hostages.", "STATEMENT")
    assert (claim.stance, claim.names("speaker")) == ("accuse", ("ministry",))
    claim = only("The ministry spoke of the miners. It urged Oslo to free them all.", "DEMAND")
    assert claim.names("demander") == ("ministry",)


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The agency described the talks as deeply troubling.", "criticise"),
        ("The minister called the talks productive.", "welcome"),
    ],
)
def test_talks_are_judged_by_what_they_are_called(sentence: str, stance: str) -> None:
    """A3: an object called by a name that judges it."""
    assert only(sentence, "STATEMENT").stance == stance


@pytest.mark.parametrize(
    "sentence",
    [
        "We call for the junta to release its nine prisoners.",
        "The commissioner calls upon the junta to release the nine prisoners.",
        "The commissioner reiterated her call for the release of nine prisoners.",
        "The commissioner repeated a demand that the junta free nine prisoners.",
    ],
)
def test_a_call_may_hang_on_a_preposition_or_be_a_noun(sentence: str) -> None:
    """A2: called for X to do it, called upon X to do it, reiterated a call; what is asked is not done."""
    assert claims(sentence, "DEMAND") != []
    assert {c.mode for c in claims(sentence, "RELEASE")} == {"demanded"}


def test_a_call_on_the_telephone_asks_for_nothing() -> None:
    """Phenomenon 15: the same noun."""
    assert claims("The commissioner made a call to her mother.", "DEMAND") == []


def test_an_agreement_is_reached_by_those_who_agree() -> None:
    """A1, and no journey: who reaches an agreement moves nowhere."""
    assert only("Kellner and his counterpart reached an agreement in Geneva.", "COMMIT").sub == "sign"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("It is the Omani mediator, Salim Qadi, who announced the accord.", "Salim Qadi"),
        ("The swap was announced on Friday by bishop Ola Roth.", "Ola Roth"),
        ("The president announced a list of names.", None),
    ],
)
def test_who_makes_a_bargain_known_speaks_of_it(sentence: str, speaker: str | None) -> None:
    """A3, explain: in a cleft and in the passive, too; a list is no bargain."""
    found = [c for c in claims(sentence, "STATEMENT") if c.stance == "explain"]
    assert [n for c in found for n in c.names("speaker")] == ([speaker] if speaker else [])
