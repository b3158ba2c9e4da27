"""What holds for every ledger."""

from __future__ import annotations

import random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import ledgers
from tests.reconciliation.test_asof import TWO
from tests.reconciliation.test_deals import BARGAIN, SWAP
from tests.reconciliation.test_measures import STEPS

from detente.pipeline import settle
from detente.records import Article, Reading, State, to_builtins

LEDGERS = (TWO, BARGAIN, SWAP, STEPS, TWO + BARGAIN + SWAP + STEPS.replace("= a", "= z"))

FREED = "RELEASE | releaser Varland | group prisoners | on 2026-03-01"


@st.composite
def small_ledgers(draw: st.DrawFn) -> str:
    """Reports of releases with counts, legs and ties, by a few publishers on near days."""
    lines = []
    for number in range(draw(st.integers(1, 4))):
        day, who = draw(st.integers(1, 9)), draw(st.sampled_from(["Post", "Daily", "Echo"]))
        lines.append(f"= r{number} 2026-03-0{day} {who}")
        count = draw(st.one_of(st.integers(1, 40).map(str), st.integers(1, 40).map(lambda n: f"{n}..")))
        lines.append(
            f"f{number}: RELEASE | releaser Varland | group prisoners | count {count} | on 2026-03-01"
        )
        if draw(st.booleans()):
            part = draw(st.integers(1, 40))
            lines.append(f"t{number}: TRANSFER/cross_border | group prisoners | count {part} | to Osmia")
        if draw(st.booleans()):
            lines.append(f"l{number}: LINKAGE | class L2 | cue in return for | ties f{number}")
    return "\n".join(lines)


def verdicts(state: State) -> list[str]:
    """Every verdict word, in order."""
    return [str(v) for v in _walk(to_builtins([state.deals, state.counts, state.people]))]


def _walk(value: Any) -> Any:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from [inner] if key == "verdict" else _walk(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _walk(inner)


@pytest.mark.parametrize("text", LEDGERS)
def test_the_order_of_readings_plays_no_part(text: str) -> None:
    """A state is a function of a set."""
    readings = ledgers.readings(text)
    shuffled = list(readings)
    random.Random(7).shuffle(shuffled)
    assert settle(shuffled) == settle(readings) == settle(readings[::-1])


@settings(max_examples=60, deadline=None)
@given(small_ledgers())
def test_any_small_ledger_settles_the_same_in_any_order(text: str) -> None:
    """No ledger makes it stumble, and none depends on order."""
    readings = ledgers.readings(text)
    assert settle(readings) == settle(readings[::-1])


@pytest.mark.parametrize("text", LEDGERS)
def test_a_byte_copy_of_a_report_changes_nothing(text: str) -> None:
    """The same bytes under another path are the same document."""
    readings = ledgers.readings(text)
    copies = [_moved(r) for r in readings]
    assert settle([*readings, *copies]) == settle(readings)


def _moved(reading: Reading) -> Reading:
    document = msgspec.structs.replace(reading.document, path=f"zz/{reading.document.path}")
    claims = tuple(msgspec.structs.replace(c, document=document) for c in reading.claims)
    return msgspec.structs.replace(reading, document=document, claims=claims)


@settings(max_examples=60, deadline=None)
@given(small_ledgers())
def test_an_outlet_that_repeats_itself_changes_no_verdict(text: str) -> None:
    """Another report of the same words by the same publisher on the same day is the same voice."""
    first = text.split("\n= ")[0]
    again = first.replace("= r0", "= r9").replace("f0", "f9").replace("t0", "t9").replace("l0", "l9")
    assert verdicts(ledgers.state(f"{text}\n{again}")) == verdicts(ledgers.state(text))


@settings(max_examples=60, deadline=None)
@given(small_ledgers(), st.integers(1, 9))
def test_as_known_on_a_day_is_what_the_reports_till_then_support(text: str, day: int) -> None:
    """Nothing looks ahead."""
    limit = f"2026-03-0{day}"
    readings = ledgers.readings(text)
    then = [r for r in readings if (r.document.published or "") <= limit]
    assert settle(readings, known_by=limit) == settle(then, known_by=limit)


@settings(max_examples=60, deadline=None)
@given(small_ledgers())
def test_whatever_is_derived_says_from_what_and_cites_claims_that_stand(text: str) -> None:
    """derived_from holds ids of claims, never of derived values; no claim is made up."""
    state = ledgers.state(text)
    known = {c.id for c in state.claims}
    assert known == {c.id for r in ledgers.readings(text) for c in r.claims}
    for node in _nodes(to_builtins([state.deals, state.counts])):
        assert set(node.get("derived_from") or ()) <= known
        if node.get("derived"):
            assert node["derived_from"]
            assert node["rule"]


def _nodes(value: Any) -> Any:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _nodes(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _nodes(inner)


@settings(max_examples=60, deadline=None)
@given(small_ledgers())
def test_an_agreeing_independent_report_never_lowers_support(text: str) -> None:
    """Another publisher with the very number of the deal: its verdict is no lower than before."""
    order = ["contested", "single-source", "supported", "confirmed"]
    for count in [c for c in ledgers.state(text).counts if c.quantity and c.verdict in order]:
        assert count.quantity is not None
        if count.quantity.lo != count.quantity.hi:
            continue
        told = f"= n 2026-03-02 New Voice\nfn: {FREED} | count {count.quantity.lo}"
        after = [c for c in ledgers.state(f"{text}\n{told}").counts if c.population == count.population]
        same = [c for c in after if c.quantity and c.quantity.lo == count.quantity.lo]
        assert max(order.index(c.verdict) for c in same) >= order.index(count.verdict)


PROSE = (
    "The carriage stood at the {n} gate until the guards had counted everybody twice, and then a clerk in "
    "a grey coat read {n} names aloud while the families on the far side of the road waited without a word; "
    "by {n} the square was empty and the kettle in the guardhouse had boiled dry."
)
"""Words of a report, its own for each number."""


@settings(max_examples=60, deadline=None)
@given(small_ledgers(), st.integers(0, 3))
def test_a_copy_by_another_outlet_changes_no_verdict(text: str, number: int) -> None:
    """The same words under another title are the same voice, on whatever day (CODEBOOK §8.19)."""
    reports = text.split("\n= ")
    chosen = reports[number % len(reports)].removeprefix("= ")
    name, _, rest = chosen.partition(" ")
    body = "\n".join(line.replace(name[1:], f"9{name[1:]}", 1) for line in rest.splitlines()[1:])
    body = body.replace(f"ties f{name[1:]}", f"ties f9{name[1:]}")
    copied = f"{text}\n= c 2026-03-09 Copy Site\n{body}"
    before, after = (_told_in_prose(t, name) for t in (text, copied))
    assert verdicts(after) == verdicts(before)


def _told_in_prose(text: str, copied: str) -> State:
    """The ledger with a text for each report; report ``c`` gives that of the copied one."""
    readings = ledgers.readings(text)
    names = [r.document.id for r in readings]
    lines = {r.name: "\n".join(r.lines) for r in ledgers.reports(text)}
    words = {n: f"{PROSE.format(n=f'{n} {n}{n} {i}th')}\n{lines[n]}" for i, n in enumerate(names)}
    words["c"] = words[copied]
    articles = [
        Article(
            document=r.document,
            text=words[r.document.id],
            publisher=r.document.publisher,
            published=r.document.published,
        )
        for r in readings
    ]
    return settle(readings, articles)


@settings(max_examples=60, deadline=None)
@given(small_ledgers())
def test_no_derived_value_has_a_vote(text: str) -> None:
    """Behind a number stand only claims that give this very number."""
    state = ledgers.state(text)
    claims = {c.id: c for c in state.claims}
    for node in _nodes(to_builtins([state.deals, state.counts])):
        for told in node.get("alternatives") or ():
            given_ = {(claims[i].quantity.lo, claims[i].quantity.hi) for i in told["claims"]}  # type: ignore[union-attr]
            assert given_ == {(told["quantity"]["lo"], told["quantity"]["hi"])}
            assert told["groups"] <= len(told["claims"])


@settings(max_examples=40, deadline=None)
@given(small_ledgers(), st.integers(1, 9))
def test_what_held_on_a_day_looks_at_nothing_that_began_later(text: str, day: int) -> None:
    """A happening of a later day is no part of the state of this one."""
    limit = f"2026-03-0{day}"
    assert all(
        c.time is None or c.time.start is None or c.time.start <= limit
        for c in ledgers.state(text, as_of=limit).claims
        if c.mode == "performed"
    )
