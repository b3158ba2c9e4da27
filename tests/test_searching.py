"""Search: names in any script, words as words, and nothing that is not in the state."""

from __future__ import annotations

import pytest

from detente.workspace import open_workspace
from detente.workspace.searching import SearchIndex, Wanted
from tests.views.desks import EXAMPLES


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    """Over the three example reports."""
    with open_workspace() as workspace:
        workspace.read(EXAMPLES)
        return SearchIndex(workspace.state(), workspace.articles())


@pytest.mark.parametrize("name", ["Hakizumwami", "désiré hakizumwami", "DESIRE", "Хакизумвами"])
def test_a_name_is_found_in_any_spelling_and_script(index: SearchIndex, name: str) -> None:
    """The person stands first, then the claims that name them."""
    hits = index.search(name)
    assert (hits[0].kind, hits[0].text) == ("person", "Désiré Hakizumwami")
    assert "claim" in {hit.kind for hit in hits}


def test_every_word_must_be_there_and_the_last_may_be_begun(index: SearchIndex) -> None:
    """Words narrow; quotation marks keep them in a row."""
    assert index.search("coffee tin")
    assert index.search("coffee zeppelin") == ()
    assert index.search("prison") == index.search("pris")[: len(index.search("prison"))] or index.search(
        "pris"
    )
    assert index.search('"tin exports"')
    assert index.search('"exports tin"') == ()


def test_filters_narrow_and_never_widen(index: SearchIndex) -> None:
    """By type, mode, source, verdict and day of print."""
    every = {hit.id for hit in index.search("prisoners")}
    for wanted in (
        Wanted(type="RELEASE"), Wanted(mode="performed"), Wanted(source="meridian"),
        Wanted(verdict="contested"), Wanted(first="2026-03-16"), Wanted(last="2026-03-15"),
    ):  # fmt: skip
        hits = index.search("prisoners", wanted)
        assert hits
        assert {hit.id for hit in hits} < every
    assert {h.claim.type for h in index.search("prisoners", Wanted(type="RELEASE")) if h.claim} == {"RELEASE"}
    assert all(
        (h.published or "") >= "2026-03-16" for h in index.search("prisoners", Wanted(first="2026-03-16"))
    )


@pytest.mark.parametrize(
    "asked",
    ['"', "a OR b", "words:x", "NEAR(a b)", "x'; DROP TABLE found; --", "*", "^a", "(", "{a}", "-a", "\0",
     "' OR 1=1", "names : x", "𝒳" * 400, "a " * 400, "\ud800"],
)  # fmt: skip
def test_no_question_is_an_operator(index: SearchIndex, asked: str) -> None:
    """Whatever is typed is words; nothing fails, and the index is as it was."""
    index.search(asked)
    assert index.search("Ngozi")


def test_a_state_without_a_claim_finds_nothing_of_it() -> None:
    """The index is made of the state: what is not in it is in no hit."""
    from msgspec.structs import replace

    with open_workspace() as workspace:
        workspace.read(EXAMPLES)
        state = workspace.state()
        kept = tuple(c for c in state.claims if "Ngozi" not in c.span.exact)
        left = SearchIndex(replace(state, claims=kept, entities=()), {})
    assert left.search("Ngozi prison") == ()
