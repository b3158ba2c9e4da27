"""One sector of two countries is two measures: what is told of the one says nothing of the other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import ledgers

from detente.reconciliation import reconcile
from detente.reconciliation.settled import Settled
from detente.resolution import resolve

DEAL = """
= p 2026-03-02 Harbour Wire
free: RELEASE | releaser Varland | group prisoners | count 12 | on 2026-03-01
ease: SANCTION_EASE agreed | authority Osmia | {promised} | step agreed
tie: LINKAGE | class L2 | cue in exchange for | ties free, ease
= d 2026-03-20 Echo
done: SANCTION_EASE | authority Osmia | {done} | step licensed | on 2026-03-19
"""
OFFERS = """
= p 2026-03-02 Harbour Wire
ease: SANCTION_EASE promised | authority Osmia | {promised} | step agreed
tie: LINKAGE | class L2 | cue in return for | ties ease
= d 2026-03-20 Echo
free: RELEASE | releaser Brenland | group sailors | count 7 | on 2026-03-18
done: SANCTION_EASE | authority Osmia | {done} | step licensed | on 2026-03-19
tie: LINKAGE | class L2 | cue in exchange for | ties free, done
"""
APART = {
    "two countries": ("target Varland | sector potash", "target Brenland | sector potash"),
    "two companies": (
        "target Ahal Potash (organisation) | sector potash",
        "target Sorn Kali (organisation) | sector potash",
    ),
    "a company of one that its measure names, and another country": (
        "target Brenland; Ahal Potash (organisation) | sector potash",
        "target Varland; Sorn Kali (organisation) | sector potash",
    ),
    "two countries' sectors": ("sector potash; Moldovan potash", "sector potash; Bolivian potash"),
    "two countries' programmes": (
        "programme Bolivia sanctions | sector potash",
        "programme Moldova sanctions | sector potash",
    ),
    "a bank called after one, and another country": (
        "target Moldova | sector banks",
        "target Bolivian Trade Bank (organisation) | sector banks",
    ),
}
ONE = {
    "one country": ("target Varland | sector potash", "target Varland | sector potash"),
    "nobody named": ("sector potash", "target Brenland | sector potash"),
    "nobody named in the licence": ("target Varland | sector potash", "sector potash"),
    "a company of nobody is told which state": (
        "target Varland | sector potash",
        "target Ahal Potash (organisation) | sector potash",
    ),
    "a company told as the country's": (
        "target Varland | sector potash",
        "target Varland; Ahal Potash (organisation) | sector potash",
    ),
    "a company by its name in full": (
        "target Ahal (organisation) | sector potash",
        "target Ahal Potash (organisation) | sector potash",
    ),
    "a company that is only described": (
        "target Ahal Air (organisation) | sector aircraft parts",
        "target the state airline (topic) | sector aircraft parts",
    ),
    "a country under two names": (
        "target Moldova | sector potash",
        "target Republic of Moldova | sector potash",
    ),
    "a country and the programme called after it": (
        "target Moldova | sector potash",
        "programme Moldova sanctions | sector potash",
    ),
    "a country and a bank called after it": (
        "target Moldova | sector banks",
        "target Moldovan Trade Bank (organisation) | sector banks",
    ),
}


@pytest.mark.parametrize("case", APART)
def test_another_targets_easing_keeps_no_promise(case: str) -> None:
    """What was promised to one is not seen done when another's measure is eased."""
    promised, done = APART[case]
    assert _steps(promised, done) == {("agreed", "U")}
    assert _steps(done, promised) == {("agreed", "U")}


@pytest.mark.parametrize("case", ONE)
def test_easing_that_may_be_of_the_same_target_keeps_the_promise(case: str) -> None:
    """Where the two are not told to be others, one authority's step on one sector is the one promised."""
    promised, done = ONE[case]
    assert ("licensed", "2") in _steps(promised, done)


@pytest.mark.parametrize("case", APART)
def test_offers_to_two_are_two_bargains(case: str) -> None:
    """A promise told alone does not join the bargain in which another got what it names."""
    promised, done = APART[case]
    assert len(_bargains(promised, done)) == 2


@pytest.mark.parametrize("case", ONE)
def test_an_offer_and_what_keeps_it_are_one_bargain(case: str) -> None:
    """The promise belongs to the bargain in which it is kept."""
    promised, done = ONE[case]
    assert _bargains(promised, done) == [{"p", "d"}]


def test_two_countries_promises_of_one_sector_are_not_one_told_again() -> None:
    """One authority may promise two countries the same."""
    again = OFFERS.replace("done: SANCTION_EASE |", "done: SANCTION_EASE promised |").replace(
        "licensed", "agreed"
    )
    text = again.format(promised="target Varland | sector potash", done="target Brenland | sector potash")
    assert len(ledgers.state(text).deals) == 2


TWO_IN_ONE = """
= p 2026-03-02 Harbour Wire
free: RELEASE | releaser Varland | group prisoners | count 12 | on 2026-03-01
ease: SANCTION_EASE agreed | authority Osmia | target Varland | sector potash | step agreed
done: SANCTION_EASE | authority Osmia | target Brenland | sector potash | step licensed | on 2026-03-01
tie: LINKAGE | class L2 | cue in exchange for | ties free, ease
tie2: LINKAGE | class L2 | cue in exchange for | ties free, done
"""


def test_in_one_bargain_two_countries_measures_are_two_gives() -> None:
    """The licence for the one is no performance of what was promised to the other."""
    assert _given(TWO_IN_ONE) == [("Brenland", "licensed", "3"), ("Varland", "agreed", "U")]
    one = TWO_IN_ONE.replace("target Brenland", "target Varland")
    assert _given(one) == [("Varland", "licensed", "2")]


def test_easing_in_general_is_a_coarser_promise_of_the_same_country_alone() -> None:
    """ "Agreed to ease sanctions on Varland" names no measure on Brenland."""
    coarse = TWO_IN_ONE.replace("target Varland | sector potash", "target Varland")
    assert _given(coarse) == [("Brenland", "licensed", "3"), ("Varland", "agreed", "U")]


def test_what_is_put_back_for_another_reverses_nothing() -> None:
    """Compliance is R only where the very measure is in force again."""
    back = """
        = r 2026-04-20 Echo
        back: SANCTION_IMPOSE/reimpose | authority Osmia | {} | sector potash | on 2026-04-19
    """
    eased = "target Varland | sector potash"
    ledger = DEAL.format(promised=eased, done=eased)
    assert ("Varland", "licensed", "R") in _given(ledger + back.format("target Varland"))
    assert ("Varland", "licensed", "2") in _given(ledger + back.format("target Brenland"))


TRACKS = """
= a 2026-03-02 Harbour Wire
lic: SANCTION_EASE | authority Osmia | target {body} (organisation) | step licensed | on 2026-03-01
= b 2026-03-09 Echo
said: SANCTION_EASE announced | authority Osmia | target Moldova{sector} | step announced
"""


@pytest.mark.parametrize("sector", ["", " | sector banks"])
def test_easing_for_a_country_is_said_of_no_body_of_another(sector: str) -> None:
    """The announced track of a body tells what was said of it, or of its own country."""
    assert _tracks("Bolivian Trade Bank", sector) == [
        ("Bolivian Trade Bank", "none"),
        ("Moldova", "easing_said"),
    ]
    assert _tracks("Moldovan Trade Bank", sector) == [("Moldovan Trade Bank", "easing_said")]
    assert _tracks("Ahal Trade Bank", sector) == [("Ahal Trade Bank", "easing_said")]


def _tracks(body: str, sector: str) -> list[tuple[str, str]]:
    found = ledgers.state(TRACKS.format(body=body, sector=sector)).measures
    return sorted((m.target or "", m.announced.state) for m in found)


BOTH = """
free: RELEASE | releaser Varland | group prisoners | count 12 | on 2026-03-01
ease: SANCTION_EASE agreed | authority Osmia | target Varland | sector potash | step agreed
{tie}
free2: RELEASE | releaser Brenland | group sailors | count 7 | on 2026-03-01
done: SANCTION_EASE | authority Osmia | target {other} | sector potash | step licensed | on 2026-03-01
{tie2}
"""
TIE = "tie: LINKAGE | class L2 | cue in exchange for | ties free, ease"
TIE2 = "tie2: LINKAGE | class L2 | cue in exchange for | ties free2, done"
DIGEST = "= m 2026-03-30 Daily" + BOTH


def test_a_report_that_tells_of_two_countries_bargains_makes_them_no_one() -> None:
    """That one authority acts in both joins nothing."""
    told = DIGEST.format(tie=TIE, tie2=TIE2, other="Brenland")
    assert _given_to(told) == [["Brenland"], ["Varland"]]
    assert _given_to(told.replace("target Brenland", "target Varland")) == [["Varland"]]


def test_a_digest_joins_no_bargains_that_others_told() -> None:
    """Two reports tell one each, a third tells both acts of both and ties nothing."""
    own, others = BOTH.format(tie=TIE, tie2=TIE2, other="Brenland").split("free2:")
    apart = f"= p 2026-03-02 Harbour Wire{own}= d 2026-03-04 Echo\nfree2:{others}"
    both = DIGEST.format(tie="", tie2="", other="Brenland")
    assert _given_to(apart) == _given_to(apart + both) == [["Brenland"], ["Varland"]]


def test_what_another_country_got_in_the_same_report_is_not_given_in_the_bargain() -> None:
    """Nobody ties the licence for Brenland to the release in Varland."""
    told = DIGEST.format(tie=TIE, tie2="", other="Brenland")
    assert _given_to(told) == [["Varland"]]


def _given_to(text: str) -> list[list[str]]:
    deals = ledgers.state(text).deals
    return sorted(
        [g.target or "" for s in d.sides for g in s.gives if g.kind == "sanction_step"] for d in deals
    )


def _given(text: str) -> list[tuple[str | None, str | None, str]]:
    (deal,) = ledgers.state(text).deals
    gives = (g for s in deal.sides for g in s.gives if g.kind == "sanction_step")
    return sorted((g.target or "", g.step, g.compliance) for g in gives)


def _steps(promised: str, done: str) -> set[tuple[str | None, str]]:
    (deal,) = ledgers.state(DEAL.format(promised=promised, done=done)).deals
    return {(g.step, g.compliance) for s in deal.sides for g in s.gives if g.kind == "sanction_step"}


def _bargains(promised: str, done: str) -> list[set[str]]:
    return [set(d.documents) for d in ledgers.state(OFFERS.format(promised=promised, done=done)).deals]


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_told_one_by_one_the_measures_are_what_they_are_told_at_once(data: st.DataObject) -> None:
    """Promises and licences of several targets come in any order, and leave nothing of the older state."""
    targets = ["target Varland", "target Brenland", "target Varland; Ahal Potash (organisation)",
               "target Ahal Potash (organisation)", "programme Moldova sanctions", ""]  # fmt: skip
    text = ""
    for n in range(6):
        told = OFFERS.split("= d")[data.draw(st.integers(0, 1))].removeprefix("\n= p").partition("\n")[2]
        what = (
            data.draw(st.sampled_from(targets))
            + " | sector "
            + data.draw(st.sampled_from(["potash", "salt"]))
        )
        text += f"= r{n} 2026-03-{10 + n} Echo\n" + told.format(promised=what, done=what)
    readings = ledgers.readings(text)
    settled = Settled()
    for n in range(1, len(readings) + 1):
        found = settled.settle(resolve(readings[:n]))
        assert found == reconcile(resolve(readings[:n])) == reconcile(resolve(readings[:n][::-1]))
