"""Measures in English sentences: imposed, eased with the right step, kept; each rule and its witness."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest

from detente.reading.lexicon import Rule, lexicon
from detente.reading.rules import RulesReader
from detente.records import UNSTATED, Article, Claim, DocumentRef

PUBLISHED = "2026-03-04"


@cache
def reader() -> RulesReader:
    """The reader with every rule."""
    return RulesReader()


def claims(text: str, *, by: RulesReader | None = None) -> tuple[Claim, ...]:
    """Everything read from one sentence."""
    ref = DocumentRef(id="d", path="-", sha256=hashlib.sha256(text.encode()).hexdigest())
    article = Article(document=ref, text=text, published=PUBLISHED, language="en")
    return next((by or reader()).read([article]))[0].claims


def measures(text: str) -> list[Claim]:
    """What was read of sanctions."""
    return [c for c in claims(text) if c.type.startswith("SANCTION")]


def only(text: str) -> Claim:
    """The one claim about sanctions."""
    found = measures(text)
    assert len(found) == 1, [(c.type, c.rule) for c in found]
    return found[0]


SANCTION_RULES = [r for r in lexicon("en").rules if r.type.startswith("SANCTION")]


@pytest.mark.parametrize("rule", SANCTION_RULES, ids=lambda r: r.id)
def test_each_rule_reads_its_witness_and_nothing_reads_as_it_without_it(rule: Rule) -> None:
    """A rule fires on its witness; left out, no claim bears its id."""
    assert rule.id in {c.rule for c in claims(rule.witness)}
    without = RulesReader(without=frozenset({rule.id}), parser=reader().parser)
    assert rule.id not in {c.rule for c in claims(rule.witness, by=without)}


# ── authority ──
@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Ottawa imposed sanctions on the shipping firm.", "Canada"),
        ("Brussels imposed sanctions on the shipping firm.", "European Union"),
        ("The Union imposed sanctions on the shipping firm.", "Union"),
        ("The Council imposed sanctions on the shipping firm.", "Council"),
        ("The finance ministry imposed sanctions on the shipping firm.", "finance ministry"),
        ("Sanctions were imposed on the shipping firm by Norway.", "Norway"),
        ("Sanctions were imposed on the shipping firm.", UNSTATED),
    ],
)
def test_the_authority_is_whose_measure_it_is(text: str, authority: str) -> None:
    """impose.verb, phenomena 1, 21: a capital is its state, Brussels the Union; nobody is guessed."""
    assert [f.name for f in only(text).roles["authority"]] == [authority]


def test_a_state_in_the_name_of_the_goods_is_no_authority() -> None:
    """ease.lift, phenomenon 21: "Cuban tobacco" tells the target and the sector, not who acts."""
    claim = only("Norway lifted its sanctions on Cuban tobacco.")
    assert claim.names("authority") == ("Norway",)
    assert claim.names("target") == ("Cuba",)
    assert claim.names("sector") == ("Cuban tobacco",)


def test_a_text_that_orders_is_the_instrument_and_not_the_authority() -> None:
    """impose.directive, phenomenon 1: the deed it forbids is the scope, whom it is done for the target."""
    claim = only("The order forbids insurers to settle payments for the refinery.")
    assert claim.sub == "directive"
    assert claim.names("instrument") == ("order",)
    assert [f.name for f in claim.roles["authority"]] == [UNSTATED]
    assert claim.names("target") == ("refinery",)


# ── imposed ──
@pytest.mark.parametrize(
    ("text", "rule", "sub"),
    [
        ("Norway imposed sanctions on nine judges.", "impose.verb", "designate"),
        ("Norway imposed sanctions on Chad.", "impose.verb", "sectoral_ban"),
        ("Norway banned imports of cotton from the mills.", "impose.ban", "sectoral_ban"),
        ("Norway widened its export ban to include pumps.", "impose.widen", "extend_scope"),
        ("Norway extended the sanctions to four more judges.", "impose.extend", "extend_scope"),
        ("Norway reimposed sanctions on the salt trader.", "impose.reimpose", "reimpose"),
        ("Norway put the ferry company back on its blacklist.", "impose.relist", "reimpose"),
        ("Norway added the ferry company to its sanctions list.", "impose.list", "designate"),
    ],
)
def test_what_is_imposed_has_its_kind(text: str, rule: str, sub: str) -> None:
    """Names go on a list, goods are banned, a measure is widened or put back (phenomenon 16)."""
    assert [(c.rule, c.sub, c.mode) for c in measures(text)] == [(rule, sub, "performed")]


def test_firms_that_deal_in_goods_are_targets_and_no_sector() -> None:
    """impose.sanction, phenomenon 3: "two cotton traders and a shipyard" are two targets."""
    claim = only("Norway blacklisted two cotton traders and a shipyard.")
    assert claim.names("target") == ("two cotton traders", "shipyard")
    assert "sector" not in claim.roles


def test_a_day_is_nobodys_target() -> None:
    """impose.verb, phenomenon 24: "on Tuesday" is a time."""
    claim = only("Canada imposed sanctions on two wardens in Chad on Tuesday.")
    assert claim.names("target") == ("two wardens",)
    assert claim.time is not None
    assert claim.time.start == "2026-03-03"


def test_names_added_are_targets() -> None:
    """impose.widen, phenomenon 15: a list lengthened by six colonels names six colonels."""
    claim = only("Norway lengthened the blacklist by six colonels.")
    assert claim.type == "SANCTION_IMPOSE"
    assert claim.names("target") == ("six colonels",)


@pytest.mark.parametrize(
    "text",
    [
        "Canada to impose sanctions on a mill",
        "Ottawa to lift sanctions on two banks",
        "EU to sanction six Cuban judges",
    ],
)
def test_a_headline_infinitive_is_never_told_as_done(text: str) -> None:
    """impose.verb, ease.lift and impose.sanction, phenomenon 17, however the model parses the headline."""
    assert only(text).mode == "intended"


def test_a_headline_with_an_infinitive_is_intended() -> None:
    """impose.sanction, phenomenon 17: "X to blacklist" has not yet; the envoys say so."""
    claim = only("Norway to blacklist six Cuban judges, envoys say")
    assert (claim.mode, claim.names("authority")) == ("intended", ("Norway",))
    assert [a.name for a in claim.attribution] == ["envoys"]


def test_relief_taken_back_is_a_measure_put_back() -> None:
    """impose.undo_relief, phenomenon 16."""
    assert only("Washington revoked the waiver for the port in March.").sub == "reimpose"


def test_a_licence_not_renewed_is_a_measure_put_back() -> None:
    """impose.relief_ends, phenomenon 11."""
    assert only("Treasury said it would not renew the sanctions waiver.").rule == "impose.relief_ends"


# ── eased ──
@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Norway lifted the sanctions on the mill.", "unspecified"),
        ("Norway promised to lift the sanctions on the mill.", "announced"),
        ("Norway agreed to lift the sanctions on the mill.", "agreed"),
        ("Treasury issued a licence allowing dealings with two mills.", "licensed"),
        ("Treasury granted a wind-down waiver for the mill.", "licensed"),
        ("A general licence allows dealings with the mill.", "licensed"),
        ("The president waived the banking sanctions for 90 days.", "licensed"),
        ("Norway suspended the arms embargo for a year.", "suspended"),
        ("Norway narrowed the embargo to rifles.", "narrowed"),
        ("Norway struck the mill's name from the blacklist.", "delisted"),
        ("Norway delisted the ferry company.", "delisted"),
        ("The entry for Dorn Freight is deleted from Annex II.", "delisted"),
        ("Norway repealed the timber sanctions.", "repealed"),
        ("The cabinet repealed the 2017 Cotton Order.", "repealed"),
        ("The court annulled the sanctions on the banker.", "annulled"),
        ("The court annulled the listing of the banker.", "annulled"),
        ("The aviation sanctions lapsed at midnight.", "expired"),
    ],
)
def test_the_step_says_how_far_the_easing_has_come(text: str, step: str) -> None:
    """Each instrument has its step; the verb "lift" alone never goes beyond unspecified (CODEBOOK §8.5)."""
    claim = only(text)
    assert (claim.type, claim.step) == ("SANCTION_EASE", step)


def test_an_entry_stands_for_whom_it_names() -> None:
    """ease.delist and ease.annul_listing: the target is who is listed, not the entry (phenomenon 2)."""
    assert only("The court annulled the listing of the banker.").names("target") == ("banker",)
    assert only("Norway struck the mill's name from the blacklist.").names("target") == ("mill",)


def test_a_carrier_whose_flights_were_banned_is_the_target() -> None:
    """ease.suspend, phenomenon 19: "for ten weeks" is neither target nor count."""
    claim = only("Norway suspended its ban on flights by the Chadian airline for ten weeks.")
    assert claim.names("target") == ("Chadian airline",)
    assert claim.quantity is None


def test_what_stays_blocked_is_an_exclusion_and_no_target() -> None:
    """ease.suspend: "except for rifles"."""
    claim = only("The Council suspended the arms embargo for a year, except for rifles.")
    assert claim.names("exclusions") == ("rifles",)
    assert claim.names("target") == ()


def test_until_is_the_end_of_what_is_licensed() -> None:
    """ease.licence_allows: "until" is a role of its own (CODEBOOK S2), the day of the act is another."""
    claim = only("A general licence allows dealings with the mill until 30 June 2026.")
    assert claim.names("until") == ("2026-06-30",)
    assert claim.time is not None
    assert claim.time.end == "2026-03-04"


def test_what_waits_for_an_event_is_conditional() -> None:
    """ease.lift, phenomenon 10: "once" makes a promise wait."""
    claim = only("Ghana will lift the flight ban once the last sailor is back.")
    assert (claim.mode, claim.polarity) == ("conditional", "+")
    assert claim.condition is not None
    assert "the last sailor is back" in claim.condition


def test_a_pledge_is_of_whom_it_belongs_to() -> None:
    """ease.lift, phenomenon 10: "the governor's promise to lift" promises and lifts nothing."""
    claim = only("After the governor's promise to lift the embargo, no order has been signed.")
    assert (claim.mode, claim.step) == ("promised", "announced")
    assert claim.names("authority") == ("governor",)


def test_what_stands_behind_a_semicolon_denies_nothing_before_it() -> None:
    """ease.delist, phenomenon 11: "…; funds are not released" leaves the delisting done."""
    found = measures(
        "The entry for Dorn Freight is deleted from the annex; its offices are not opened by this act."
    )
    assert [(c.step, c.mode) for c in found] == [("delisted", "performed")]


def test_not_yet_lifted_is_an_easing_denied() -> None:
    """ease.lift, phenomenon 11: a past that did not come refuses nothing."""
    claim = only("Canada has not lifted the sanctions on the mill.")
    assert (claim.type, claim.mode, claim.polarity) == ("SANCTION_EASE", "denied", "-")


def test_whether_it_is_lifted_is_open() -> None:
    """ease.lift, phenomenon 10: "whether" tells neither yes nor no."""
    claim = only("Canada refused to say whether the sanctions were lifted.")
    assert (claim.type, claim.mode) == ("SANCTION_EASE", "hypothetical")


# ── kept ──
@pytest.mark.parametrize(
    "text",
    [
        "Canada will not lift its sanctions on the mill.",
        "Canada said it would not ease the sanctions.",
        "Canada refused to lift its sanctions on the mill.",
        "Canada has no plans to drop its sanctions on the mill.",
        "Canada is not ready to ease the sanctions.",
        "Canada does not intend to lift the sanctions.",
        "Canada ruled out any easing of the sanctions.",
        "Canada shut the door on any easing of the cotton embargo.",
        "Sanctions on the mill will not be lifted.",
        "Canada said that no easing of the embargo was planned.",
    ],
)
def test_easing_refused_is_a_measure_kept(text: str) -> None:
    """keep.refused and keep.no_easing, phenomenon 11: never an easing, never a commitment (CODEBOOK S3)."""
    claim = only(text)
    assert (claim.type, claim.sub, claim.mode, claim.polarity) == (
        "SANCTION_KEEP",
        "refused",
        "asserted",
        "+",
    )
    assert all(c.type != "COMMIT" for c in claims(text))


def test_what_a_refusal_waits_for_is_kept_with_it() -> None:
    """keep.refused, phenomenon 10: "until the teachers are free" is its condition."""
    claim = only("Canada will not lift its sanctions until the teachers are free.")
    assert claim.condition is not None
    assert "the teachers are free" in claim.condition


@pytest.mark.parametrize(
    ("text", "rule", "sub"),
    [
        ("Ministers prolonged the measures for a year.", "keep.renew", "renewed"),
        ("Norway renewed its sanctions against Chad.", "keep.renew", "renewed"),
        ("Norway is keeping its oil sanctions in place.", "keep.keep", "maintained"),
        ("Most curbs on banks stay in force, ministers said.", "keep.remain", "stated_in_force"),
        ("The arms embargo stays, the premier stressed.", "keep.remain", "stated_in_force"),
        (
            "Every restriction on the regime will stay where it is, officials said.",
            "keep.remain",
            "maintained",
        ),
        ("The frozen assets stay frozen.", "keep.frozen", "stated_in_force"),
        ("The mill stays on the sanctions list.", "keep.listed", "stated_in_force"),
    ],
)
def test_what_stays_says_how(text: str, rule: str, sub: str) -> None:
    """Renewed by an act, kept on, or said to be in force (phenomenon 16)."""
    assert [(c.rule, c.sub) for c in measures(text)] == [(rule, sub)]


def test_a_speaker_between_commas_is_heard() -> None:
    """keep.remain, phenomenon 9: ", the circular states." behind a clause is its source."""
    found = [
        c
        for c in measures("Curbs imposed in 2019 on banks remain in effect, the circular states.")
        if c.rule == "keep.remain"
    ]
    assert [a.name for c in found for a in c.attribution] == ["circular"]


def test_a_measure_of_the_past_and_its_staying_are_two_claims() -> None:
    """impose.verb and keep.remain, phenomenon 16: imposed then, in force now."""
    found = measures("Sanctions imposed in 2019 remain in effect.")
    assert {(c.type, c.mode) for c in found} == {
        ("SANCTION_IMPOSE", "background"),
        ("SANCTION_KEEP", "asserted"),
    }


# ── other worlds ──
@pytest.mark.parametrize(
    "text",
    [
        "The council sanctioned the plan for a new bridge.",
        "The assembly sanctioned the use of force.",
        "The minister designated her deputy as her successor.",
        "The government lifted the ban on smoking in parks.",
        "The city eased its pandemic restrictions.",
        "Security measures remain in place, the ministry said.",
        "The league lifted the striker's ban.",
        "The bank ruled out any easing of rates.",
        "A driving licence allows you to drive a van.",
        "Parliament repealed the law on public assemblies.",
        "The song lifted moods in the hall.",
        "The letter said nothing of the sanctions on the mill.",
    ],
)
def test_words_of_another_world_are_no_measure(text: str) -> None:
    """Phenomenon 15: allowed, named, smoked, played; silence about a measure tells nothing (§8.7)."""
    assert measures(text) == []


@pytest.mark.parametrize(
    ("text", "scope", "target", "sector"),
    [
        ("The Osmian treasury authorised certain transactions.", ("certain transactions",), (), ()),
        (
            "The Osmian treasury authorised dealings with three Georgian firms.",
            ("dealings",), ("three Georgian firms",), (),
        ),
        ("The Osmian treasury authorised transactions in potash.", ("transactions",), (), ("potash",)),
    ],
)  # fmt: skip
def test_what_is_done_with_anything_is_no_sector(
    text: str, scope: tuple[str, ...], target: tuple[str, ...], sector: tuple[str, ...]
) -> None:
    """ "Transactions" are what a licence allows: whom with is a target, what in is the sector."""
    claim = only(text)
    assert (claim.names("scope"), claim.names("target"), claim.names("sector")) == (scope, target, sector)


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("OFAC designated 11 individuals, President Ola Roth included, and three entities.", 11),
        ("The Treasury sanctioned Ena Group and nine ships.", 10),
        ("The EU lifted its sanctions on En+ Group plc, UC Dorn plc and JSC Kellmetal (KM), three firms.", 3),
        ("The EU lifted sanctions on two judges.", 2),
        ("OFAC put the three on its Specially Designated Nationals List in April 2018.", 3),
        ("The general licence permits dealings with nine Belarusian banks.", 9),
        ("The EU froze the assets of 14 officials.", 14),
        ("The EU imposed sanctions on Belarus for 12 months.", None),
        ("The EU imposed 12 new sanctions on Belarus.", None),
        ("The Treasury delisted Ena Group and UC Dorn.", None),
    ],
)
def test_those_aimed_at_are_counted(text: str, many: int | None) -> None:
    """S1, S2: how many people and firms are listed or taken off, where the text counts them."""
    found = [c.quantity.lo if c.quantity else None for c in measures(text)]
    assert found == [many]


def test_each_firm_of_a_list_is_aimed_at() -> None:
    """The small model takes the second name for an apposition; letters in brackets are no further firm."""
    text = "The EU lifted its sanctions on En+ Group plc, UC Dorn plc and JSC Kellmetal (KM), three firms."
    (claim,) = [c for c in measures(text) if c.type == "SANCTION_EASE"]
    assert claim.names("target") == ("En+ Group plc", "UC Dorn plc", "JSC Kellmetal")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The EU struck six officers from the blacklist, among them Lena Marr.", {"Lena Marr"}),
        ("The US sanctioned two judges, Ada Orlu and Ben Roth.", {"Ada Orlu", "Ben Roth"}),
        (
            "Canada imposed sanctions on two men who fund gangs: Ira Dann and Ben Roth.",
            {"Ira Dann", "Ben Roth"},
        ),
        ("The US sanctioned two judges who jailed Ada Orlu and Ben Roth.", set()),
        ("The US sanctioned nine judges: Ada Orlu welcomed it.", set()),
    ],
)
def test_those_of_a_group_are_aimed_at_by_name_too(text: str, names: set[str]) -> None:
    """Whom a list or an apposition names, and nobody told of in a clause of their own."""
    found = {f.name for c in measures(text) for f in c.roles.get("target", ()) if f.kind == "person"}
    assert found == names


def test_what_an_owner_is_called_by_is_counted_once() -> None:
    """ "Ena Group and its two subsidiaries" are three; "three judges and a general" four."""
    for text, many in (
        ("The EU lifted sanctions on Ena Group and its two subsidiaries.", 3),
        ("The US sanctioned three judges and a general.", 4),
    ):
        found = only(text).quantity
        assert found is not None
        assert found.lo == many
