"""What somebody expects of the record is checked on every settle; a miss is recorded and hides nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import InputError
from detente.records import Assertion, Quantity
from detente.workspace import open_workspace
from tests.ledgers import readings
from tests.ledgers import state as settled

LEDGER = """
= m1 2026-03-14 The Harbour Times
freed: RELEASE | releaser Varland | group prisoners | count 46
stock: CUSTODY_STATE/held | holder Varland | group prisoners | count 240
| as_of 2026-03-14 | definition_owner Lantern Group (organisation)
= m2 2026-03-16 Osmian Gazette
again: RELEASE | releaser Varland | group prisoners | count 48 | says justice ministry, official
later: CUSTODY_STATE/held | holder Varland | group prisoners | count 250
| as_of 2026-03-16 | definition_owner Lantern Group (organisation)
"""


def _assertion(what: str, lo: int, **fields: str) -> Assertion:
    return Assertion(
        id="ast_1", what=what, count=Quantity(lo, lo, exact=True), author="ana",  # type: ignore[arg-type]
        made="2026-03-20T00:00:00Z", **fields,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("assertion", "holds", "found", "difference"),
    [
        (_assertion("released", 46, per="The Harbour Times"), True, 46, None),
        (_assertion("released", 48, per="justice ministry", by="2026-04-01"), True, 48, None),
        (_assertion("released", 50, per="justice ministry"), False, 48, 2),
        (_assertion("released", 40, per="The Harbour Times"), False, 46, 6),
        (_assertion("released", 46, country="Osmia"), None, None, None),
        (_assertion("released", 46, by="2026-03-01"), None, None, None),
        (_assertion("held", 250, per="Lantern Group"), True, 250, None),
        (_assertion("held", 240, per="Lantern Group", by="2026-03-15"), True, 240, None),
        (_assertion("held", 240, per="Lantern Group"), False, 250, 10),
    ],
)  # fmt: skip
def test_an_assertion_holds_or_says_by_how_much_it_misses(
    assertion: Assertion, holds: bool | None, found: int | None, difference: int | None
) -> None:
    """By whose count, by which day; of stocks the last; nothing told is neither."""
    state = settled(LEDGER, assertions=[assertion])
    (checked,) = state.assertions
    assert (checked.holds, checked.found and checked.found.lo) == (holds, found)
    assert (checked.difference and checked.difference.lo) == difference
    missed = [c for c in state.conflicts if c.kind == "assertion"]
    assert [c.sentence for c in missed] == ([checked.sentence] if holds is False else [])


def test_a_miss_changes_no_other_record() -> None:
    """Data are shown as they are told, whatever is expected of them."""
    plain, asserted = settled(LEDGER), settled(LEDGER, assertions=[_assertion("released", 99)])
    assert plain.counts == asserted.counts
    assert plain.claims == asserted.claims
    assert len(readings(LEDGER)) == 2


def test_an_assertion_is_kept_checked_again_and_taken_back(tmp_path: Path) -> None:
    """It is an entry of the ledger; a later report may make it hold; a retraction ends it."""
    line = '{{"id": "{}", "published": "2026-01-0{}", "publisher": "{}", "text": "Varland freed {} men."}}\n'
    (tmp_path / "a.jsonl").write_text(line.format("a", 5, "One", 12), encoding="utf-8")
    with open_workspace(tmp_path / "l.detente") as workspace:
        workspace.read([str(tmp_path / "a.jsonl")])
        missed = workspace.expect("released", "24", country="Varland")
        assert (missed.holds, missed.sentence) == (
            False, "Asserted: 24 released by Varland: found 12, 12 fewer.",
        )  # fmt: skip
        assert [c.sentence for c in workspace.state().conflicts] == [missed.sentence]
        (tmp_path / "b.jsonl").write_text(line.format("b", 6, "Two", 24), encoding="utf-8")
        workspace.read([str(tmp_path / "b.jsonl")])
        assert [c.holds for c in workspace.state().assertions] == [True]
        assert workspace.check() == ()
        workspace.retract(missed.assertion.id)
        assert workspace.state().assertions == ()
        with pytest.raises(InputError):
            workspace.expect("released", "many", country="Varland")
