"""Exports of happenings hold what is told as done or as coming, and nothing else."""

from __future__ import annotations

import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from detente.records import Claim, Mode, State, Step
from detente.views.exports import EXPORTERS
from detente.views.exports.profiles import profiled
from detente.views.exports.standing import BOUND, is_done, standing, told_as
from tests.ledgers import ids, state

LEDGER = """
= m1 2026-03-14 The Harbour Times
freed: RELEASE | releaser France | person Lena Marr | on 2026-03-12
soon: RELEASE announced | releaser France | group sailors
ease: SANCTION_EASE agreed | authority Chile | target France
deal: COMMIT/agree | committer Chile | content ease
loose: SANCTION_EASE agreed | authority Peru | target France
asked: RELEASE demanded | releaser France | person Ivo Dorn
call: DEMAND/call demanded | demander his lawyers | addressee France | content asked
maybe: RELEASE hypothetical | releaser France | person Ivo Dorn
never: RELEASE denied | releaser France | person Ana Dorn | no
glad: STATEMENT evaluated | speaker his lawyers | stance welcome
label: RECOGNITION asserted | subject Lena Marr | label prisoner of conscience
"""
FORMATS = ("ftm", "plover")


def rows(found: State, to: str) -> list[dict[str, object]]:
    """What an exporter writes, read back."""
    return [json.loads(line) for line in EXPORTERS.get(to)()(found)]


def test_what_stands_is_what_was_done_or_made_known_as_coming() -> None:
    """Neither denied, nor asked for, nor imagined; a promise stands once, in the act of promising."""
    names = {identity: name for name, identity in ids(LEDGER).items()}
    found = [names[claim.id] for claim in standing(state(LEDGER).claims)]
    assert sorted(found) == ["call", "deal", "freed", "glad", "loose", "soon"]


@pytest.mark.parametrize("to", FORMATS)
def test_what_does_not_stand_is_in_no_row(to: str) -> None:
    """Not even its name: nobody reads that Ivo Dorn was freed, nor whom a label is for."""
    written = "".join(EXPORTERS.get(to)()(state(LEDGER)))
    assert "Lena Marr" in written
    for word in ("Ivo Dorn", "Ana Dorn", "prisoner of conscience"):
        assert word not in written


@given(st.sampled_from(get_args(Mode)), st.sampled_from([None, *get_args(Step)]), st.sampled_from("+-"))
def test_a_claim_in_any_mode_step_and_polarity_is_done_or_coming_or_left_out(
    mode: Mode, step: Step | None, sign: str
) -> None:
    """And a step never makes more of a claim than its mode does."""
    base = next(claim for claim in state(LEDGER).claims if claim.type == "SANCTION_EASE")
    claim = replace(base, mode=mode, step=step, polarity=sign)
    kept = standing([claim])
    assert kept in ((), (claim,))
    if kept:
        assert sign == "+"
        assert is_done(claim) != (told_as(claim) in BOUND)
        assert is_done(replace(claim, step=None)) or not is_done(claim)


@pytest.mark.parametrize("to", FORMATS)
def test_the_same_claims_give_the_same_bytes(to: str) -> None:
    """Whatever came before."""
    found = state(LEDGER)
    assert list(EXPORTERS.get(to)()(found)) == list(EXPORTERS.get(to)()(found))
    assert list(EXPORTERS.get(to)()(State())) == []


def _sensitive() -> State:
    kinds = {"RELEASE": "at_risk", "STATEMENT": "relative_minor", "DEMAND": "sealed"}
    found = state(
        LEDGER + "held: CUSTODY_STATE/held asserted | holder France | group clerks | as_of 2026-03-13"
    )

    def marked(claim: Claim) -> Claim:
        document = replace(claim.document, url="https://example.org/1")
        return replace(claim, document=document, sensitivity=kinds.get(claim.type, "named_publicly"))

    return replace(found, claims=tuple(map(marked, found.claims)))


@pytest.mark.parametrize("to", FORMATS)
def test_profiles_withhold_here_as_everywhere(to: str) -> None:
    """Sealed and kin are dropped, words of people at risk and their day are gone, links go when told to."""
    found = _sensitive()
    inside = "".join(EXPORTERS.get(to)()(profiled(found, "internal")[0]))
    public = "".join(EXPORTERS.get(to)()(profiled(found, "public", links=False)[0]))
    for secret in ("his lawyers", "2026-03-12", "person Lena Marr", "https://example.org/1"):
        assert secret in inside
        assert secret not in public
    assert "clerks" in public


@pytest.mark.parametrize("to", FORMATS)
def test_every_row_has_where_it_stands(to: str) -> None:
    """The report's hash, address and day, and the words."""
    written = rows(_sensitive(), to)
    if to == "ftm":
        reports = {row["id"]: row["properties"] for row in written if row["schema"] == "Article"}
        told = [row["properties"] for row in written if row["schema"] != "Article"]
        assert all(proof in reports for values in told for proof in values["proof"])  # type: ignore[index]
        assert all(values["publishedAt"] and values["sourceUrl"] for values in reports.values())  # type: ignore[index]
        assert all(values["summary"] for values in told if "recordId" in values)  # type: ignore[operator,index]
    else:
        assert all(row["text"] for row in written)
        cited = [row["cite_info"] for row in written]
        assert all(c[part] for c in cited for part in ("sha256", "url", "published"))  # type: ignore[index]
