"""What is withheld and what does not exist give the same answer, everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from detente.errors import InputError, UnknownNameError
from detente.ledger import decode, entry_of, open_journal, utc_now
from detente.records import Reading, to_json
from detente.workspace import Workspace, open_workspace
from detente.workspace.withholding import LEVELS
from tests.views.desks import EXAMPLES

PUBLIC = "named_publicly"
MARK = "Hakizumwami"
"""Whom the tests put at risk."""


def at_risk_ledger(folder: Path, level: str, *, without: bool = False) -> str:
    """The examples with every claim that speaks of one person at this level; or without those claims."""
    source, path = str(folder / "source.detente"), str(folder / f"{level}-{without}.detente")
    with open_workspace(source) as workspace:
        workspace.read(EXAMPLES)
    with open_journal(source, now=utc_now) as whole, open_journal(path, now=utc_now) as journal:
        kept = []
        for entry in whole.read():
            if entry.kind == "issue":
                continue
            record = decode(entry)
            if isinstance(record, Reading):
                claims = tuple(_put(c, level) for c in record.claims)
                if without:
                    hidden = [
                        (c.document.sha256, c.span.start, c.span.end)
                        for c in claims
                        if c.sensitivity == level
                    ]
                    claims = tuple(
                        c for c in claims
                        if all(c.span.end <= start or end <= c.span.start for _, start, end in hidden)
                    )  # fmt: skip
                entry = entry_of(replace(record, claims=claims))
            kept.append(entry)
        journal.append(kept)
    return path


def _put(claim: Any, level: str) -> Any:
    named = MARK in claim.span.exact or any(MARK in f.name for fs in claim.roles.values() for f in fs)
    return replace(claim, sensitivity=level) if named else claim


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the ledgers of this module are."""
    return tmp_path_factory.mktemp("withheld")


def told(workspace: Workspace) -> str:
    """Everything that a workspace tells."""
    parts = [to_json(workspace.state()), to_json(workspace.candidates()), to_json(workspace.codings())]
    parts += [to_json(workspace.ask(q.name)) for q in workspace.questions()]
    return "\n".join(part.decode() for part in parts)


@pytest.mark.parametrize("level", LEVELS[2:])
def test_a_ledger_with_withheld_claims_is_as_one_without_them(folder: Path, level: str) -> None:
    """State, questions, queue and head are those of a ledger in which the claims never were."""
    with (
        open_workspace(at_risk_ledger(folder, level), clearance=PUBLIC) as withheld,
        open_workspace(at_risk_ledger(folder, level, without=True), clearance=PUBLIC) as without,
    ):
        assert told(withheld) == told(without)
        assert withheld.head() == without.head()
        assert MARK not in told(withheld)


def test_a_withheld_id_is_an_id_of_nothing(folder: Path) -> None:
    """The error for a withheld claim is that for one that never was."""
    path = at_risk_ledger(folder, "at_risk")
    with open_workspace(path) as whole:
        hidden = next(c.id for c in whole.state().claims if c.sensitivity == "at_risk")
    with open_workspace(path, clearance=PUBLIC) as public:
        with pytest.raises(UnknownNameError) as one:
            public.trace(hidden)
        with pytest.raises(UnknownNameError) as other:
            public.trace("clm_0000000000000000")
    assert str(one.value).replace(hidden, "X") == str(other.value).replace("clm_0000000000000000", "X")


@pytest.mark.parametrize("clearance", LEVELS[:-1])
def test_whoever_may_not_see_everything_sees_no_text_around_claims(folder: Path, clearance: str) -> None:
    """For every report alike: no texts, no surroundings, no address, no issue."""
    with open_workspace(at_risk_ledger(folder, "sealed"), clearance=clearance) as workspace:
        state = workspace.state()
        assert workspace.articles() == {}
        assert workspace.issues() == ()
        assert {(c.span.prefix, c.span.suffix, c.document.path, c.document.url) for c in state.claims} <= {
            ("", "", "-", None)
        }
        for quote in (q for c in state.claims for q in workspace.trace(c.id).quotes):
            assert (quote.before, quote.after, quote.intact) == ("", "", True)


def test_a_claim_that_a_person_raised_is_withheld_as_the_readers_was(folder: Path) -> None:
    """A correction to a higher level hides what it corrects, not only itself."""
    path = str(folder / "raised.detente")
    with open_workspace(path) as workspace:
        workspace.read(EXAMPLES)
        claim = next(c for c in workspace.state().claims if MARK in c.span.exact)
        workspace.correct_claim(claim.id, {"sensitivity": "sealed"}, reason="asked by the family")
    with open_workspace(path, clearance=PUBLIC) as public:
        assert claim.id not in {c.id for c in public.state().claims}
        assert claim.span.exact not in told(public)
        assert public.codings() == ()


def test_a_clearance_is_one_of_the_levels() -> None:
    """Anything else is refused before anything is opened."""
    with pytest.raises(InputError, match="expected one of public_figure"):
        open_workspace(clearance="everything")


NEWS = """Varland frees eleven

By Rosa Field for Dorn Post, 4 March 2026

Varland freed eleven prisoners on Tuesday. The teacher Ida Marr was pardoned on Monday, the ministry said.
Her son Tobin Ferrow was beaten by guards in Colony 4, his lawyer said.
Osmia freed Tobin Ferrow's uncle on Monday.
The teacher Ida Marr was released on Tuesday. Osmia agreed to lift its sanctions on potash.
"""


def raised(folder: Path, who: str, level: str) -> str:
    """A ledger in which each claim with this name in a role is at that level, and no other."""
    source, path = str(folder / "plain.detente"), str(folder / f"{who}-{level}.detente")
    text = folder / "news.txt"
    text.write_text(NEWS, encoding="utf-8")
    with open_workspace(source) as workspace:
        workspace.read([str(text)])
    with open_journal(source, now=utc_now) as whole, open_journal(path, now=utc_now) as journal:
        kept = []
        for entry in whole.read():
            record = None if entry.kind == "issue" else decode(entry)
            if isinstance(record, Reading):
                claims = tuple(replace(c, sensitivity=level) if _about(c, who) else c for c in record.claims)
                kept.append(entry_of(replace(record, claims=claims)))
            elif record is not None:
                kept.append(entry)
        journal.append(kept)
    return path


def _about(claim: Any, who: str) -> bool:
    return any(who == f.name for fillers in claim.roles.values() for f in fillers if f.kind == "person")


@pytest.mark.parametrize("level", LEVELS[2:])
def test_a_name_that_only_withheld_claims_tell_of_is_in_nobody_elses_words(
    tmp_path: Path, level: str
) -> None:
    """The words of another claim that hold it are withheld with it; all others stay."""
    path = raised(tmp_path, "Tobin Ferrow", level)
    with open_workspace(path) as whole, open_workspace(path, clearance=PUBLIC) as public:
        everything = whole.state().claims
        others = [c for c in everything if "Ferrow" in c.span.exact and c.sensitivity != level]
        assert others, "the report has to hold the name in the words of a claim on something else"
        assert "Ferrow" not in told(public)
        left = {c.id for c in everything} - {c.id for c in public.state().claims}
        assert left == {c.id for c in everything if c.sensitivity == level or "Ferrow" in to_json(c).decode()}


def test_one_sealed_claim_does_not_wipe_out_whoever_is_told_of_elsewhere(tmp_path: Path) -> None:
    """Of somebody whom another claim names in a role, the claim at that level goes and nothing else."""
    path = raised(tmp_path, "Nobody", "sealed")
    with open_workspace(path) as workspace:
        claim = next(c for c in workspace.state().claims if c.type == "CLEMENCY")
        workspace.correct_claim(claim.id, {"sensitivity": "sealed"}, reason="asked by the family")
    with open_workspace(path, clearance=PUBLIC) as public:
        assert "Marr" in told(public)
        assert "CLEMENCY" not in {c.type for c in public.state().claims}
