"""An id is a hash and orders nothing: under other ids the record is the same."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
from benchmarks.world import World
from tests import ledgers

from detente.pipeline import settle
from detente.records import Reading, State, to_builtins

ID = re.compile(r"clm_[0-9a-f]+")
OWN = ("id", "measure", "event", "deal", "derived_from")
"""Ids that are made of the ids of claims; and on which of those who say the same a derived count rests."""

EXCHANGE = """
    = a 2026-03-03 Post
    walk: RELEASE | releaser Varland | group dockers | count 9 | on 2026-03-02
    theirs: RELEASE | releaser Osmia | group dockers | count 9 | on 2026-03-02
    ease: SANCTION_EASE | authority Osmia | target Varland | sector salt | step suspended | on 2026-03-02
    vow: COMMIT promised | committer Osmia | counterpart Varland | topic potash | on 2026-03-02
    tie: LINKAGE | class L2 | cue in exchange for | ties walk, ease

    = b 2026-03-03 Daily
    out: RELEASE | group dockers | count 9 | on 2026-03-02
    eased: SANCTION_EASE | authority Osmia | sector salt | step suspended

    = c 2026-03-03 Courier
    free: RELEASE | person Iva Dorn | on 2026-03-02
    held: CUSTODY_STATE/imprisoned | person Iva Dorn | holder Varland | as_of 2026-03-03
    kept: SANCTION_KEEP | authority Osmia | target Varland | sector salt
"""


def _renamed(readings: Sequence[Reading], salt: str) -> tuple[list[Reading], dict[str, str]]:
    """The same readings under other ids; and the first ids by these."""
    was: dict[str, str] = {}

    def other(found: re.Match[str]) -> str:
        name = "clm_" + hashlib.sha256(f"{salt}{found[0]}".encode()).hexdigest()[: len(found[0]) - 4]
        was[name] = found[0]
        return name

    return [
        msgspec.json.decode(ID.sub(other, msgspec.json.encode(r).decode()), type=Reading) for r in readings
    ], was


def _record(state: State, was: dict[str, str]) -> object:
    """What the record tells, by the first ids; its own ids left out."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: plain(v) for k, v in value.items() if k not in OWN}
        if isinstance(value, list | tuple):
            return [plain(v) for v in value]
        return was.get(value, value) if isinstance(value, str) else value

    rows = {
        name: plain(to_builtins(getattr(state, name))) for name in ("people", "deals", "measures", "counts")
    }
    return {name: sorted(map(repr, found)) for name, found in rows.items()}


@pytest.mark.parametrize("salt", ["1", "2", "3", "4"])
@pytest.mark.parametrize(
    "readings", [ledgers.readings(EXCHANGE), [r for r, _ in World(7, states=6).reports(400)]]
)
def test_under_other_ids_the_record_is_the_same(readings: list[Reading], salt: str) -> None:
    """What could be told of either of two happenings goes by the order of the text, and so do rows."""
    renamed, was = _renamed(readings, salt)
    assert _record(settle(renamed), was) == _record(settle(readings), {})
