"""Other ways of saying what is told of the freed and the held, of ties, and of who speaks."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only, told


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Transport Minister Ada Mint Salem denied the release of the divers.", "Ada Mint Salem"),
        ("The deputy justice minister Omar Ould Medina criticised the verdict.", "Omar Ould Medina"),
        ("Foreign Minister Joan Mary Victoria welcomed the pardons.", "Joan Mary Victoria"),
    ],
)
def test_a_citys_name_that_closes_a_name_behind_a_title_is_somebodys(sentence: str, name: str) -> None:
    """READING 8: behind a title and a given name even the name of a city is a surname."""
    assert only("STATEMENT", sentence).names("speaker") == (name,)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The rights group Kell Watch welcomed the release of the divers.", "rights group Kell Watch"),
        ("Aid group Hands Across Borders slammed the swap of prisoners.", "Aid group Hands Across Borders"),
        ("The charity Open Harbour condemned the verdict.", "charity Open Harbour"),
    ],
)
def test_a_body_is_called_by_its_noun_and_its_name(sentence: str, name: str) -> None:
    """READING 8: "the rights group X" is one body, whatever the name behind the noun looks like."""
    assert only("STATEMENT", sentence).names("speaker") == (name,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Fourteen of the divers are still locked up.",
        "At least nine dockers are still jailed.",
        "Forty of the monks are still imprisoned in the north, the union said.",
    ],
)
def test_who_is_still_jailed_is_held_and_not_arrested(sentence: str) -> None:
    """CODEBOOK D3: "are still jailed" tells a state, no arrest."""
    assert [c.type for c in told(sentence)] == ["CUSTODY_STATE"]


def test_who_is_still_being_arrested_is_arrested() -> None:
    """CODEBOOK D1: arrests that go on are arrests."""
    assert [c.type for c in told("Dockers are still being arrested.")] == ["DETAIN"]


@pytest.mark.parametrize(
    ("text", "class_", "cue"),
    [
        ("Oman freed nine divers. Days later Chile eased its sanctions.", "L1", "Days later"),
        (
            "Chile eased its sanctions on Oman. An hour later Oman freed nine divers.",
            "L1",
            "An hour later",
        ),
        (
            "Chile eased its salt curbs. Chile's minister, Ada Lind, said the first sprang from the second.",
            "L3",
            "the first sprang from the second",
        ),
        (
            "Chile eased its salt curbs. Chile's minister said the first step grew out of the second.",
            "L3",
            "the first step grew out of the second",
        ),
        ("The bishop said the two steps were closely linked.", "L2", "the two steps were closely linked"),
        ("A Kenyan diplomat called it “a swap in all but name”.", "L2", "called it “a swap in all but name"),
        ("Exiled lawmakers described the release as a barter.", "L2", "described the release as a barter"),
    ],
)
def test_two_acts_told_before_are_tied_by_order_or_by_a_word_for_both(
    text: str, class_: str, cue: str
) -> None:
    """CODEBOOK §6: "later" is order alone; "the first from the second", "a swap" tie what was told before."""
    [tie] = [c for c in told(text) if c.type == "LINKAGE"]
    assert tie.linkage is not None
    assert (tie.linkage.class_, tie.linkage.cue) == (class_, cue)


def test_who_calls_an_act_a_swap_says_so() -> None:
    """CODEBOOK §3: whoever gives an act the name of a swap is the source of the tie."""
    assert [a.name for a in only("LINKAGE", "A Kenyan diplomat called it a swap.").attribution] == [
        "A Kenyan diplomat"
    ]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("A bishop insists that there was no barter for the divers.", "there was no barter"),
        ("I see no swap of divers here, the envoy said.", "I see no swap of divers"),
        ("The premier would not call it a swap.", "would not call it a swap"),
    ],
)
def test_a_tie_is_denied_by_the_clause_that_says_there_is_none(sentence: str, words: str) -> None:
    """CODEBOOK §6: a denied linkage has polarity −, and its span is what says so."""
    [tie] = [c for c in told(sentence) if c.type == "LINKAGE"]
    assert (tie.polarity, tie.span.exact) == ("-", words)


def test_who_will_not_speak_of_a_deal_denies_and_unties_nothing() -> None:
    """CODEBOOK A3: to decline the word is a statement of who declines it."""
    claims = told("The premier refused to speak of a bargain over the divers.")
    assert [(c.type, c.stance) for c in claims] == [("STATEMENT", "deny")]


@pytest.mark.parametrize(
    ("sentence", "hedge"),
    [
        ("Six of the freed nuns are rumoured to have been sent to Oman.", "rumoured to"),
        ("The freed divers are in Oman, as far as we know.", "as far as we know"),
        (
            "To the best of our knowledge, the freed divers were flown to Oman.",
            "To the best of our knowledge",
        ),
    ],
)
def test_hedges_of_several_words_are_kept_verbatim(sentence: str, hedge: str) -> None:
    """CODEBOOK §3: hedges are verbatim."""
    assert hedge in of_type("TRANSFER", sentence)[0].hedges


@pytest.mark.parametrize(
    "sentence",
    [
        "The freed clerks were hugged by their cousins and driven off in three lorries.",
        "Nine freed dockers were driven off in a van.",
        "The ten freed monks were bussed away before noon.",
    ],
)
def test_who_is_driven_away_is_moved_wherever_to(sentence: str) -> None:
    """CODEBOOK D6: a move without a goal is a move; relatives who wait at the gate move nobody."""
    claim = only("TRANSFER", sentence)
    assert (claim.names("to"), claim.names("mover")) == ((), ())


@pytest.mark.parametrize(
    ("sentence", "granter"),
    [
        (
            "Forty jailed clerks went home under an amnesty that Queen Ada Lind proclaimed in Harn.",
            "Ada Lind",
        ),
        ("Nine jailed monks left jail under an amnesty which King Omar signed on Monday.", "Omar"),
    ],
)
def test_an_amnesty_that_somebody_signed_is_his(sentence: str, granter: str) -> None:
    """CODEBOOK D4: the relative clause tells who granted it, and by it the jailed go today."""
    claim = only("CLEMENCY", sentence)
    assert (claim.sub, claim.mode, claim.names("granter")) == ("amnesty", "performed", (granter,))
    assert [c.type for c in told(sentence)].count("RELEASE") == 1


def test_the_ban_is_of_our_world_where_a_state_eased_it() -> None:
    """CODEBOOK S3: a measure of one state against another makes "the ban" one, whatever else is spoken of."""
    text = (
        "Striking smelters of the copper works sang as six jailed stewards came out of prison. "
        "Chile eased its curbs on Omani copper. The firm's owner told reporters the guild had broken "
        "up its blockade. The guild asked Chile to maintain these curbs until every smelter is freed."
    )
    keep = only("SANCTION_KEEP", text)
    assert (keep.mode, keep.condition) == ("demanded", "until every smelter is freed")


def test_the_owner_of_frozen_assets_is_the_target() -> None:
    """CODEBOOK S3: a freeze on somebody's assets is aimed at who owns them."""
    keep = only("SANCTION_KEEP", "A freeze on the accounts of a shipping firm, Dorn Lines, remains.")
    assert "Dorn Lines" in " ".join(keep.names("target"))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "The accord was thrashed out over six meetings in Muscat.",
            "thrashed out over six meetings in Muscat",
        ),
        ("The swap was negotiated during five meetings in Oslo.", "negotiated during five meetings in Oslo"),
        ("The bargain was hammered out at meetings in Doha.", "hammered out at meetings in Doha"),
    ],
)
def test_a_deal_worked_out_over_meetings_tells_of_talks(sentence: str, words: str) -> None:
    """CODEBOOK T1: where and how long they met, though nobody says who."""
    talks = only("TALKS", sentence)
    assert (talks.mode, talks.span.exact) == ("performed", words)


def test_who_chairs_the_talks_stands_between_the_sides() -> None:
    """CODEBOOK T1: a chair of talks is of no side."""
    talks = only("TALKS", "The accord was thrashed out over six meetings in Muscat, chaired by Ada Lind.")
    assert talks.names("mediator") == ("Ada Lind",)


@pytest.mark.parametrize(
    "sentence",
    [
        "The junta promised to let Red Cross doctors into its jails.",
        "Oman pledged to give UN observers access to all detainees by May.",
        "The premier has agreed to allow lawyers to visit the prisoners.",
    ],
)
def test_access_to_those_held_is_a_promise(sentence: str) -> None:
    """CODEBOOK A1: what is promised need be no act of ours."""
    assert [c.type for c in told(sentence)].count("COMMIT") == 1


@pytest.mark.parametrize(
    ("sentence", "authority"),
    [
        ("Norway issued a permit that allows two firms to buy Omani salt.", "Norway"),
        ("Chile granted a permit for the import of Bolivian tin.", "Chile"),
        ("Canada issued a permit that lets one mill import Omani wheat for a year.", "Canada"),
    ],
)
def test_a_permit_to_trade_with_a_state_is_a_licence(sentence: str, authority: str) -> None:
    """CODEBOOK S2: a permit for trade with a state is licensed; one for anything else is none of ours."""
    ease = only("SANCTION_EASE", f"The embargo on salt stays. {sentence}")
    assert (ease.step, ease.names("authority")) == ("licensed", (authority,))
    assert of_type("SANCTION_EASE", "The city of Oslo issued a permit that allows two cafes to open.") == []


@pytest.mark.parametrize(
    ("sentence", "addressee"),
    [
        ("The lawmaker Ada Lind demanded that Oslo publish the terms of the release.", "Norway"),
        ("The union asked that the ministry free the divers.", "ministry"),
        ("The exiles have demanded that Chile free the nurses.", "Chile"),
    ],
)
def test_who_is_to_do_what_is_demanded_is_asked(sentence: str, addressee: str) -> None:
    """CODEBOOK A2: the subject of the clause that is demanded, where it is a state or a body."""
    assert only("DEMAND", sentence).names("addressee") == (addressee,)
