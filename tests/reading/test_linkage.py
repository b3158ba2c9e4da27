"""Cues that tie a give to a take: their class, their direction, their sides, and what ties nothing."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest
from tests.reading.reports import of_type

from detente.reading.rules import RulesReader
from detente.records import Article, Claim, DocumentRef, Span

OUR_WORLD = "Varland released nine prisoners."
"""Opens every article, so that the filter for relevance, which has tests of its own, lets it through."""


@cache
def reader() -> RulesReader:
    """The reader, made once."""
    return RulesReader()


def claims(sentence: str, *, heading: bool = False) -> list[Claim]:
    """All claims that the reader makes of a sentence or heading."""
    text = f"{OUR_WORLD}\n\n{sentence}"
    ref = DocumentRef(id="t", path="-", sha256=hashlib.sha256(text.encode()).hexdigest())
    start = len(OUR_WORLD) + 2
    heads = (Span.of(text, start, len(text), "heading"),) if heading else ()
    article = Article(document=ref, text=text, published="2026-03-04", headings=heads)
    reading, _ = next(reader().read([article]))
    return [c for c in reading.claims if c.span.start >= start]


def ties(sentence: str, *, heading: bool = False) -> list[Claim]:
    """The LINKAGE claims among them."""
    return [c for c in claims(sentence, heading=heading) if c.type == "LINKAGE"]


def only(sentence: str, *, heading: bool = False) -> Claim:
    """The one LINKAGE claim."""
    (claim,) = ties(sentence, heading=heading)
    return claim


@pytest.mark.parametrize(
    ("sentence", "class_", "cue", "direction"),
    [
        pytest.param(
            "Chile freed six dockers in return for the end of the salt embargo.",
            "L2", "in return for", "answers", id="in return for",
        ),
        pytest.param(
            "As part of a deal brokered by Qatar, Chile freed the dockers.",
            "L2", "As part of a deal", "mutual", id="deal",
        ),
        pytest.param(
            "The two gestures are part of an accord, an aide to the mediators said.",
            "L2", "The two gestures are part of an accord", "mutual", id="both part of one accord",
        ),
        pytest.param(
            "Chile swapped two pilots for a banker.",
            "L2", "swapped two pilots for", "mutual", id="swap (READING 18)",
        ),
        pytest.param(
            "The 30-for-30 swap took two hours.", "L2", "30-for-30 swap", "mutual", id="n for n (READING 18)"
        ),
        pytest.param(
            "The releases came hours after the salt embargo was lifted.",
            "L1", "came hours after", "follows", id="order",
        ),
        pytest.param(
            "The visit was followed by the release of two pilots.",
            "L1", "followed", "precedes", id="order turned round",
        ),
        pytest.param(
            "Chile freed the dockers after Spain lifted its sanctions.", "L1", "after", "follows", id="after"
        ),
    ],
)  # fmt: skip
def test_a_cue_has_its_class_and_direction(sentence: str, class_: str, cue: str, direction: str) -> None:
    """Rule linkage.cue: who ties makes the class, the words the direction (CODEBOOK §6)."""
    claim = only(sentence)
    assert claim.linkage is not None
    assert (claim.linkage.class_, claim.linkage.cue, claim.linkage.direction) == (class_, cue, direction)


@pytest.mark.parametrize(
    ("sentence", "class_"),
    [
        pytest.param(
            '"We freed them in return for the lifting of the salt ban," the president said.', "L3",
            id="first person",
        ),
        pytest.param(
            "The dockers were freed in exchange for sanctions relief, the foreign ministry said.", "L3",
            id="an office that names no other state",
        ),
        pytest.param(
            "The dockers were freed in exchange for sanctions relief, a rights group said.", "L2",
            id="a third party",
        ),
        pytest.param(
            "Chile freed the dockers in exchange for an embassy, a German official said.", "L2",
            id="an official of a third state",
        ),
        pytest.param(
            "Chile freed the dockers in exchange for sanctions relief, a Chilean official said.", "L3",
            id="an official of the state that acts",
        ),
    ],
)  # fmt: skip
def test_a_side_that_ties_the_acts_itself_makes_the_class_l3(sentence: str, class_: str) -> None:
    """Rule linkage.cue: the innermost speaker decides between L2 and L3 (CODEBOOK §6, READING 9)."""
    claim = only(sentence)
    assert claim.linkage is not None
    assert claim.linkage.class_ == class_


def test_in_return_points_back_to_the_sentence_before() -> None:
    """Rule linkage.cue: "In return," needs a state that acts, not a word of release (READING 14)."""
    claim = only("In return, Spain unfroze the accounts of two ministers.")
    assert (claim.names("party"), claim.linkage and claim.linkage.class_) == (("Spain",), "L2")


def test_a_side_is_who_acts_and_no_broker() -> None:
    """Rule linkage.cue: the party is Chile; Qatar brokers (CODEBOOK §6)."""
    assert only("As part of a deal brokered by Qatar, Chile freed the dockers.").names("party") == ("Chile",)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("It was no swap but a gesture of goodwill, the foreign ministry said.", "foreign ministry"),
        ("There was no quid pro quo, the envoy said of the releases.", "envoy"),
    ],
)
def test_a_denied_tie_is_negative_and_only_negative(sentence: str, speaker: str) -> None:
    """Rule linkage.denied: polarity "-", by him who denies (CODEBOOK §6, READING 11)."""
    found = ties(sentence)
    assert found
    assert {(c.rule, c.polarity, c.mode) for c in found} == {("linkage.denied", "-", "denied")}
    assert {c.attribution[-1].name for c in found} == {speaker}


def test_a_condition_is_kept_in_its_own_words() -> None:
    """Rule linkage.cue: "on condition that" ties, and its clause is the condition (READING 12)."""
    claim = only("The embargo will be lifted on condition that the dockers are freed, the minister said.")
    assert claim.condition == "on condition that the dockers are freed"


@pytest.mark.parametrize(
    ("heading", "class_"),
    [
        ("What Chile got in return", "L2"),
        ("Chile frees twelve as Spain reopens border crossing", "L1"),
    ],
)
def test_a_heading_ties_and_tells_nothing_else(heading: str, class_: str) -> None:
    """Rule linkage.cue: a heading gives LINKAGE, span kind heading, and no event (READING 17)."""
    found = claims(heading, heading=True)
    assert [(c.type, c.span.kind, c.linkage and c.linkage.class_) for c in found] == [
        ("LINKAGE", "heading", class_)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The dockers were freed after three years.", id="a length of time"),
        pytest.param("After supper the freed men sang.", id="no give and take (§8.9)"),
        pytest.param("The students were on exchange in Lima.", id="a school exchange (READING 15)"),
        pytest.param("Chile freed twelve dockers as rain fell on the port.", id="as, in the body"),
        pytest.param("In return, he smiled.", id="nobody whose act could answer"),
    ],
)
def test_what_ties_no_give_to_a_take(sentence: str) -> None:
    """Rule linkage.cue: a common word ties only give and take (CODEBOOK §8.9)."""
    assert ties(sentence) == []


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether the two captives had been traded for tin, the minister of Togo looked away.",
        "It is unclear if the nine prisoners were released by Togo in exchange for sanctions relief.",
    ],
)
def test_what_is_asked_ties_nothing_and_frees_nobody(text: str) -> None:
    """A question is nobody's word that it is so."""
    found = claims(text)
    assert [c for c in found if c.type == "LINKAGE"] == []
    assert [c for c in found if c.type == "RELEASE" and c.mode == "performed"] == []


def test_what_is_done_in_response_to_a_release_answers_it() -> None:
    """CODEBOOK §6: a decision taken in response to the release is tied to it; a reply to a letter is not."""
    text = "Norway suspended its ban on timber. It was done in response to the release of nine miners."
    assert [c.linkage.direction for c in of_type("LINKAGE", text) if c.linkage] == ["answers"]
    assert of_type("LINKAGE", "Norway suspended its ban on timber in response to a letter.") == []


def test_changes_in_the_deal_tie_nothing() -> None:
    """A cue that is itself the only word of give and take stands between no acts."""
    assert of_type("LINKAGE", "The minister asked for changes in the deal.") == []
    assert of_type("LINKAGE", "Nine miners were freed in the deal.") != []


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("If the pact collapses, Oslo said, this easing can be withdrawn.", "If the pact collapses"),
        ("The salt sanctions will return if Georgia breaks its promise.", "if Georgia breaks its promise"),
        ("The easing will end unless Georgia sticks to the deal.", "unless Georgia sticks to the deal"),
        (
            "The easing stays in force as long as Georgia honours the agreement.",
            "as long as Georgia honours the agreement",
        ),
    ],
)
def test_relief_that_lasts_as_long_as_the_bargain_is_tied_to_it(sentence: str, cue: str) -> None:
    """It is tied by whoever says so, and by itself makes no bargain."""
    (tie,) = ties(sentence)
    assert tie.linkage is not None
    assert (tie.linkage.cue, tie.linkage.class_, tie.mode) == (cue, "L2", "hypothetical")


@pytest.mark.parametrize(
    "sentence", ["If the deal collapses, prices will rise.", "If the talks fail, the sanctions will stay."]
)
def test_what_else_hangs_on_a_bargain_ties_no_relief(sentence: str) -> None:
    """Prices; and talks are no bargain."""
    assert ties(sentence) == []


def test_a_denial_of_a_tie_between_acts_of_before_is_of_today() -> None:
    """ "The government denies any link between the pardons and the easing": it is the report's news."""
    text = (
        "The miners were freed in Norway on Thursday.\n\n"
        "The government denies any link between the pardons and the easing of sanctions on coffee."
    )
    (denial,) = of_type("LINKAGE", text)
    assert (denial.mode, denial.polarity) == ("denied", "-")


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("It was a swap, her counsel said.", "It was a swap"),
        ("That was the understanding, the envoy said.", "That was the understanding"),
        ("The two files had been settled together, he said.", "The two files had been settled together"),
        (
            "The waiver was always part of getting the cooks home.",
            "was always part of getting the cooks home",
        ),
    ],
)
def test_who_calls_it_a_swap_or_the_understanding_ties_the_two(sentence: str, cue: str) -> None:
    """Short words that point back to the two acts tie them: "it was a swap"."""
    claim = only(sentence)
    assert (claim.linkage and claim.linkage.cue, claim.polarity) == (cue, "+")


@pytest.mark.parametrize(
    "sentence",
    [
        "It was a swap of shirts, the captain said.",
        "That was the deal with the milk, he said.",
        "The kitchen was part of getting the house ready.",
    ],
)
def test_a_swap_of_things_ties_nothing(sentence: str) -> None:
    """What stands behind the word says that it is another matter."""
    assert ties(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The release of the funds has no connection with the nine sailors, the ministry said.",
        "Both cabinets wrote that the matters were unrelated.",
        "The minister said that nothing had been exchanged.",
        "Reports that the ruling was exchanged for grain are false, the ministry said.",
        "It was a courtesy between neighbours and not a trade, the envoy said.",
        "We have not been party to any deal, the company said.",
    ],
)
def test_no_connection_nothing_exchanged_and_reports_called_false_deny_the_tie(sentence: str) -> None:
    """A tie is denied by any words that part the two acts."""
    assert {c.polarity for c in ties(sentence)} == {"-"}


@pytest.mark.parametrize(
    ("speech", "class_"),
    [
        ('"They emptied the cells, and we are opening our markets," {}', "L3"),
        ('"We eased the curbs, so they let nine miners go," {}', "L3"),
        ('"We did not ease the curbs and they did not free anybody," {}', None),
        ('"We freed nine miners and they held a feast," {}', None),
        ('"We freed nine miners and we asked for relief," {}', None),
    ],
)
def test_what_we_do_beside_what_they_do_ties_the_two(speech: str, class_: str | None) -> None:
    """CODEBOOK §6, L3: a side's own words; the speaker's office may have been told before."""
    text = "The Norwegian envoy, Ola Roth, landed on Monday. Norway lifted its ban. " + speech.format(
        "Roth said."
    )
    found = [c.linkage.class_ for c in of_type("LINKAGE", text) if c.linkage]
    assert found == ([class_] if class_ else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "The meeting is not a trade fair, the envoy said.",
        "It was not an exchange of views, the envoy said.",
        "They are not party to the agreement on fish, the envoy said.",
    ],
)
def test_trade_and_views_and_treaties_are_no_ties_to_deny(sentence: str) -> None:
    """ "Not a trade" denies a tie; a fair, an exchange of views and a treaty are other matters."""
    assert of_type("LINKAGE", "Chad released six dockers on Monday. " + sentence) == []


def test_who_speaks_of_a_trade_ties_the_acts() -> None:
    """ "Diplomats spoke of a trade" is their word for it, be it no side's; of trade it is none."""
    freed = "Chad released six dockers on Monday, hours after Norway lifted its import ban on salt. "
    claims = [c for c in of_type("LINKAGE", freed + "Diplomats spoke of a trade.") if "spoke" in c.span.exact]
    assert [(c.linkage and c.linkage.class_, c.attribution[-1].name) for c in claims] == [("L2", "Diplomats")]
    for text in ("Diplomats spoke of trade.", "Diplomats spoke of an exchange of views."):
        assert [c for c in of_type("LINKAGE", freed + text) if "spoke" in c.span.exact] == []
