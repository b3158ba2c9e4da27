"""Exports from any page: the claims that it speaks of, for whom they are meant, with a note."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.test_withholding import MARK, at_risk_ledger
from tests.views.desks import desk_over


@pytest.fixture(scope="module")
def risky(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk whose ledger holds sealed claims."""
    with desk_over(at_risk_ledger(tmp_path_factory.mktemp("exports"), "sealed")) as client:
        yield client


def _ids(desk: TestClient, of: str) -> set[str]:
    lines = desk.get("/desk/export", params={"of": of, "to": "jsonl"}).text.splitlines()
    return {json.loads(line)["id"] for line in lines}


def test_a_page_exports_its_own_claims_and_no_others(desk: TestClient) -> None:
    """Of a deal, a person, a report: theirs; of any other page: all."""
    every = {c["id"] for c in desk.get("/claims?limit=1000").json()}
    deal = desk.get("/deals").json()[0]
    document = desk.get("/documents").json()[0]
    found = {of: _ids(desk, of) for of in ("", deal["id"], document["sha256"])}
    assert found[""] == every
    assert found[deal["id"]] == set(deal["claims"])
    assert found[document["sha256"]] < every
    assert desk.get("/desk/export?of=deal_none&to=csv").status_code == 404


def test_every_page_leads_to_its_export(desk: TestClient) -> None:
    """The link names the record of the page and keeps the clocks."""
    deal = desk.get("/deals").json()[0]["id"]
    assert (
        f"/desk/export?of={deal}&amp;known_by=2026-03-20"
        in desk.get(f"/desk/deal/{deal}?known_by=2026-03-20").text
    )
    assert 'href="/desk/export"' in desk.get("/desk/map").text


def test_the_public_gets_nothing_that_is_sealed_and_no_address_unless_asked(risky: TestClient) -> None:
    """And the note says how many were left out, in the file's header and on the page."""
    for to in ("csv", "jsonl", "ftm", "plover", "uwazi", "html"):
        answer = risky.get(f"/desk/export?to={to}")
        told = answer.text if to == "html" else answer.headers["Detente-Withheld"]
        assert MARK not in answer.text
        assert "left out:" in told
    assert MARK in risky.get("/desk/export?to=csv&profile=internal").text


def test_a_sheet_is_a_file_that_runs_no_formula(desk: TestClient) -> None:
    """CSV with a name of its own, and a note in the header."""
    answer = desk.get("/desk/export?to=csv&profile=internal&links=true")
    assert answer.headers["content-disposition"] == 'attachment; filename="detente-internal.csv"'
    assert next(csv.reader(io.StringIO(answer.text)))[0] == "id"
    assert "\n" not in answer.headers["Detente-Withheld"]


@pytest.mark.parametrize(("to", "ending"), [("ftm", "ftm.json"), ("plover", "plover.jsonl")])
def test_other_programs_get_a_file_each_under_the_name_they_know(
    desk: TestClient, to: str, ending: str
) -> None:
    """JSON lines, and the page has a button for them."""
    answer = desk.get(f"/desk/export?to={to}&profile=partner")
    assert answer.headers["content-disposition"] == f'attachment; filename="detente-partner.{ending}"'
    assert all(json.loads(line)["id"] for line in answer.text.splitlines())
    assert f'value="{to}"' in desk.get("/desk/export").text


@pytest.mark.parametrize("query", ["to=exe", "profile=root", "links=maybe"])
def test_what_is_not_offered_is_told(desk: TestClient, query: str) -> None:
    """A format, profile or choice that does not exist."""
    assert desk.get(f"/desk/export?{query}").status_code == 422


def test_nothing_is_written_on_this_side(
    desk: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An export is an answer, not a file of the desk's."""
    monkeypatch.chdir(tmp_path)
    desk.get("/desk/export?to=csv")
    assert list(tmp_path.iterdir()) == []
