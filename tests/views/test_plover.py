"""PLOVER: each claim that stands as one event, coded by the codebook's mapping."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from detente.records import State
from detente.views.exports import EXPORTERS
from tests.ledgers import state

CODED: tuple[tuple[str, list[str], str | None, list[str]], ...] = (
    ("RELEASE | releaser France | person Lena Marr", ["RETREAT"], "release", ["legal"]),
    ("RELEASE announced | releaser France | group sailors", ["CONCEDE"], None, []),
    ("CLEMENCY/pardon | granter France | person Lena Marr", ["CONCEDE"], None, ["legal"]),
    ("DETAIN/arrest | detainer France | person Lena Marr", ["COERCE"], "arrest", ["legal", "repression"]),
    ("DETAIN/abduct | detainer masked men (group) | person Lena Marr", ["ASSAULT"], "abduct", []),
    ("DETAIN/arrest announced | detainer France | person Lena Marr", [], None, []),
    ("SENTENCE/charge | authority France | person Lena Marr", ["ACCUSE"], "allege", []),
    ("SENTENCE/quash | authority France | person Lena Marr", [], None, []),
    ("SANCTION_IMPOSE/designate | authority Chile | target Peru", ["SANCTION"], "discontinue", ["economic"]),
    ("SANCTION_EASE | authority Chile | target France | step licensed", ["RETREAT"], None, ["economic"]),
    ("SANCTION_EASE | authority Chile | target France | step announced", ["CONCEDE"], None, ["economic"]),
    ("SANCTION_KEEP/renewed | authority Chile | target France", ["SANCTION"], "discontinue", []),
    ("SANCTION_KEEP/maintained asserted | authority Chile | target France", [], None, []),
    ("TALKS | participants Ira Holt", ["CONSULT"], None, ["diplomatic"]),
    ("TALKS/phone | participants Ira Holt", ["CONSULT"], "phone", ["diplomatic"]),
    ("TALKS/phone promised | participants Ira Holt", ["AGREE"], None, []),
    ("TRANSFER/deport | mover France | person Lena Marr | voluntariness stated_forced", ["COERCE"], "deport",
     ["legal", "migration"]),
    ("TRANSFER/cross_border | mover France | person Lena Marr", [], None, []),
    ("HARM/torture | alleged_actor France | person Lena Marr", ["ASSAULT"], "torture",
     ["repression", "human_rights"]),
    ("HARM/death | person Lena Marr", [], None, []),
    ("CUSTODY_STATE/held asserted | holder France | person Lena Marr", [], None, []),
    ("DEMAND/call demanded | demander Chile (state) | addressee France", ["REQUEST"], "yield", []),
    ("STATEMENT evaluated | speaker Ira Holt (person) | stance criticise", ["ACCUSE"], "disapprove", []),
    ("STATEMENT performed | speaker Ira Holt (person) | stance explain", [], None, []),
    ("COMMIT/offer | committer Chile", ["AGREE"], None, []),
    ("COMMIT/sign | committer Chile", ["SUPPORT"], None, []),
    ("COMMIT/withdraw | committer Chile", [], None, []),
)  # fmt: skip
"""A claim, and what PLOVER calls it: none where it has no such event, or the text does not tell which."""


def _rows(found: State) -> list[dict[str, Any]]:
    return [msgspec.json.decode(line) for line in EXPORTERS.get("plover")()(found)]


def _of(*lines: str) -> list[dict[str, Any]]:
    told = "\n".join(f"c{n}: {line}" for n, line in enumerate(lines))
    return _rows(state(f"= m1 2026-03-14 The Harbour Times\n{told}"))


@pytest.mark.parametrize(("line", "event", "mode", "context"), CODED, ids=[line for line, *_ in CODED])
def test_a_claim_gets_the_code_of_the_codebook(
    line: str, event: list[str], mode: str | None, context: list[str]
) -> None:
    """Event, mode and context; has_event says whether there is a code."""
    (row,) = _of(line)
    assert (row["event"], row["mode"], row["context"]) == (event, mode, context)
    assert row["has_event"] is bool(event)


def test_the_code_of_a_promise_is_that_of_its_content() -> None:
    """To agree to free is to concede, to agree to meet is to agree; the content is no second event."""
    promise = "COMMIT/agree | committer France | content c0"
    (release,) = _of("RELEASE agreed | releaser France | person Lena Marr", promise)
    (talks,) = _of("TALKS agreed | participants Ira Holt", promise)
    assert (release["type"], release["event"], talks["event"]) == ("COMMIT", ["CONCEDE"], ["AGREE"])


def test_where_manual_and_table_differ_both_are_given() -> None:
    """The table's answer stands beside the manual's."""
    (row,) = _of("SANCTION_EASE | authority Chile | target France | step licensed")
    assert row["table"] == {"event": ["RETREAT"], "mode": "ease", "context": []}


def test_who_acts_and_to_whom_it_happens() -> None:
    """States have their ISO code of three letters; people and groups have none, for none is told."""
    (row,) = _of("RELEASE | releaser France | person Lena Marr | broker Chile | from France*")
    assert row["source"] == [
        {"code": "FRA", "actor_text": "France", "identifier_id": row["source"][0]["identifier_id"],
         "kind": "state", "inferred": False}
    ]  # fmt: skip
    assert [(a["code"], a["actor_text"]) for a in row["recipient"]] == [(None, "Lena Marr")]
    assert row["event_loc"] == [{"name": "France", "cc3": "FRA", "inferred": True}]


def test_talks_have_all_sides_as_source() -> None:
    """As PLOVER writes what is mutual."""
    (row,) = _of("TALKS/visit | participants Ira Holt; France (state); UNSTATED")
    assert [a["actor_text"] for a in row["source"]] == ["Ira Holt", "France"]
    assert row["recipient"] == []


def test_a_day_of_publication_is_no_day_of_an_event() -> None:
    """It stays a bound; a day that is told is a date, two are a date and an end date."""
    told = ("?2026-03-14", "2026-03-12", "2026-03-01/2026-03-03")
    rows = [_of(f"RELEASE | releaser France | person Lena Marr | on {day}")[0] for day in told]
    days = [(row["date"], row["enddate"], row["time"]["end"]) for row in rows]
    assert days == [
        (None, None, "2026-03-14"),
        ("2026-03-12", None, "2026-03-12"),
        ("2026-03-01", "2026-03-03", "2026-03-03"),
    ]  # fmt: skip


def test_what_is_past_and_what_is_coming_are_told_apart() -> None:
    """PLOVER's auxiliary modes."""
    rows = [_of(f"RELEASE {mode} | releaser France | person Lena Marr")[0] for mode in
            ("performed", "background", "announced")]  # fmt: skip
    assert [(r["told_as"], r["auxiliary"]) for r in rows] == [
        ("performed", None), ("background", "historical"), ("announced", "future")
    ]  # fmt: skip


def test_reports_of_one_happening_are_linked() -> None:
    """Two reports are two rows with one link: whoever counts events counts links."""
    line = "a: RELEASE | releaser France | person Lena Marr | on 2026-03-12"
    rows = _rows(state(f"= m1 2026-03-13 The Harbour Times\n{line}\n= m2 2026-03-14 Meridian Wire\n{line}"))
    assert len(rows) == 2
    assert len({row["link"] for row in rows} - {None}) == 1
