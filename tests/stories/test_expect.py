"""The rows of ``expected.toml`` ask for what they say: a right claim meets them, a wrong one does not."""

from __future__ import annotations

from typing import Any

from detente.records import Article, Attribution, Claim, DocumentRef, Filler, Quantity, ReaderRef, Span
from tests.stories.expect import Expected, forbidden, unmet

TEXT = "Varland freed 52 prisoners, the ministry said.\nHer single is released on 3 May."
DOCUMENT = DocumentRef(id="doc_1", path="a.txt", sha256="0" * 64)
ARTICLE = Article(document=DOCUMENT, text=TEXT, publisher="The Dorn Post")
WORDS = "Varland freed 52 prisoners"
ROW: dict[str, Any] = {
    "id": "C01",
    "words": WORDS,
    "type": "RELEASE",
    "mode": ["performed"],
    "roles": {"releaser|granter": "Varland"},
    "quantity": {"lo": 52, "hi": 52},
    "attribution": "ministry",
}


def claim(words: str = WORDS, **changes: Any) -> Claim:
    """A right claim on these words, with changes."""
    start = TEXT.index(words)
    fields: dict[str, Any] = {
        "type": "RELEASE",
        "roles": {"releaser": (Filler("Varland", "state"),)},
        "quantity": Quantity(52, 52, exact=True),
        "attribution": (Attribution("the ministry", "official"),),
        **changes,
    }
    span = Span.of(TEXT, start, start + len(words))
    return Claim(id="clm_1", span=span, document=DOCUMENT, reader=ReaderRef("t", "1", ""), **fields)


def missing(*claims: Claim, **row: Any) -> list[str]:
    """What the row, changed, finds lacking."""
    return unmet(claims, ARTICLE, (), Expected({}, ({**ROW, **row},), (), {}))


def hits(*claims: Claim, **row: Any) -> list[str]:
    """Which claims a row of ``never`` hits."""
    return forbidden(claims, ARTICLE, Expected({}, (), ({"id": "N01", "why": "x", **row},), {}))


def test_a_right_claim_meets_its_row() -> None:
    """Type, span, mode, role, number and source fit."""
    assert missing(claim()) == []


def test_nothing_read_is_a_miss() -> None:
    """Without claims every row is unmet."""
    assert len(missing()) == 1


def test_a_wrong_number_role_source_mode_or_polarity_is_a_miss() -> None:
    """One wrong field is enough, and the reason names it."""
    assert "number" in missing(claim(quantity=Quantity(53, 53)))[0]
    assert "Varland" in missing(claim(roles={}))[0]
    assert "source" in missing(claim(attribution=()))[0]
    assert "mode" in missing(claim(mode="demanded"))[0]
    assert "polarity" in missing(claim(polarity="-"))[0]


def test_an_open_bound_must_be_open() -> None:
    """Where hi is left out the claim has no upper bound."""
    assert missing(claim(quantity=Quantity(52, None)), quantity={"lo": 52}) == []
    assert missing(claim(), quantity={"lo": 52}) != []


def test_less_than_half_of_the_words_is_a_miss() -> None:
    """A span that holds too little of the row's words does not count."""
    assert missing(claim("prisoners")) != []


def test_the_outlets_own_voice_has_no_chain() -> None:
    """An empty source asks for no source but the outlet."""
    assert missing(claim(attribution=()), attribution="") == []
    assert missing(claim(attribution=(Attribution("The Dorn Post", "outlet"),)), attribution="") == []
    assert missing(claim(), attribution="") != []


def test_a_denial_is_a_mode_or_a_polarity() -> None:
    """Either way of saying no meets a row that asks for it."""
    assert missing(claim(polarity="-"), denied=True) == []
    assert missing(claim(mode="denied"), denied=True, mode=["denied"]) == []
    assert missing(claim(), denied=True) != []


def test_never_hits_what_is_said_and_not_what_is_denied() -> None:
    """A forbidden claim is a hit, its denial is none."""
    row = {"type": "RELEASE", "words": "Her single is released"}
    assert hits(claim("Her single is released on 3 May"), **row) != []
    assert hits(claim("Her single is released on 3 May", polarity="-"), **row) == []
    assert hits(claim(), **row) == []


def test_never_asks_for_the_name_itself() -> None:
    """A name inside another person's title is not that name."""
    row = {"type": "TALKS", "roles": {"participants": "Masuku"}}
    title = Filler("Masuku's national security adviser, Farai Gumbo", "person")
    assert hits(claim(type="TALKS", roles={"participants": (title,)}), **row) == []
    plain = Filler("President Masuku", "person")
    assert hits(claim(type="TALKS", roles={"participants": (plain,)}), **row) != []
