"""What may leave the desk: each profile, and the note of what it leaves out."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from detente.errors import UnknownNameError
from detente.records import Filler, State, to_json
from detente.views.exports import EXPORTERS
from detente.views.exports.profiles import Withheld, profiled
from tests.ledgers import state
from tests.views.cli.running import run

LEDGER = """
= m1 2026-03-14 The Harbour Times
freed: RELEASE | releaser France | person Lena Marr | on 2026-03-12
held: CUSTODY_STATE/held | holder France | person Ivo Dorn | place Lyon | as_of 2026-03-13
kin: STATEMENT evaluated | speaker Ana Dorn | stance welcome | topic her brother
note: TALKS | participants Ira Holt | place Lyon | on 2026-03-10
tie: LINKAGE | class L2 | cue in return | ties freed, note
"""


def _state() -> State:
    """One claim of each kind; everything else was said in public."""
    kinds = {"CUSTODY_STATE": "at_risk", "STATEMENT": "relative_minor", "TALKS": "sealed"}
    found = state(LEDGER)
    claims = tuple(
        replace(c, sensitivity=kinds.get(c.type, "named_publicly"),
                document=replace(c.document, url="https://example.org/1"))
        for c in found.claims
    )  # fmt: skip
    return replace(found, claims=claims)


def test_internal_withholds_nothing() -> None:
    """The state itself."""
    found = _state()
    shown, note = profiled(found, "internal")
    assert shown is found
    assert (note.dropped, note.coarsened) == ({}, ())


def test_a_partner_gets_all_but_what_is_sealed() -> None:
    """Nothing is coarsened, and no pointer leads to what is left out."""
    shown, note = profiled(_state(), "partner")
    assert "TALKS" not in {c.type for c in shown.claims}
    assert note.dropped == {"sealed": 1}
    assert [len(c.linkage.to) for c in shown.claims if c.linkage] == [1]


def test_the_public_gets_country_and_month_and_no_words_of_people_at_risk() -> None:
    """The id and the hash stay; the place, the day and the quotation do not."""
    found = _state()
    shown, note = profiled(found, "public")
    assert note.dropped == {"relative_minor": 1, "sealed": 1}
    (before,) = (c for c in found.claims if c.sensitivity == "at_risk")
    (after,) = (c for c in shown.claims if c.sensitivity == "at_risk")
    assert (after.id, after.document.sha256) == (before.id, before.document.sha256)
    assert note.coarsened == (before.id,)
    assert after.roles["place"] == (Filler("France", "state"),)
    assert (after.as_of, after.span.exact, after.span.prefix) == ("2026-03", "", "")
    assert b"Lyon" not in to_json(after)


def test_what_was_withheld_is_nowhere_in_what_goes_out() -> None:
    """In no format and no field: not the kin, not the sealed talks, not the place."""
    shown, note = profiled(_state(), "public")
    for name in ("csv", "jsonl"):
        out = "".join(EXPORTERS.get(name)()(shown))
        for secret in ("Ana Dorn", "Ira Holt", "Lyon", "her brother"):
            assert secret not in out
    assert b"Lyon" not in to_json(note)


def test_links_may_be_left_out() -> None:
    """In some states to share an address is itself punished."""
    shown, note = profiled(_state(), "partner", links=False)
    assert note.links == len(shown.claims) > 0
    assert b"example.org" not in b"".join(map(to_json, shown.claims))


def test_a_profile_that_is_none_is_refused() -> None:
    """The message names those there are."""
    with pytest.raises(UnknownNameError, match="internal, partner, public"):
        profiled(State(), "press")


def test_the_command_writes_the_note(tmp_path: Path) -> None:
    """On standard error in words, in a file as a record."""
    note = tmp_path / "note.json"
    done = run("export", "examples/2-meridian-wire.txt", "--profile", "public", "--note", str(note))
    assert done.code == 0
    assert "profile public" in done.err
    assert msgspec.json.decode(note.read_bytes(), type=Withheld).profile == "public"
