"""What the API answers is what the workspace answers."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import msgspec
import pytest
from starlette.testclient import TestClient

from detente.records import State, to_json
from detente.views.api.collections import COLLECTIONS
from detente.workspace import open_workspace


def plain(record: object) -> Any:
    """A record as JSON gives it back."""
    return json.loads(to_json(record))


@pytest.fixture(scope="module")
def state(ledger: str) -> State:
    """What the workspace says."""
    with open_workspace(ledger) as workspace:
        return workspace.state()


def test_every_collection_lists_what_the_state_holds(desk: TestClient, state: State) -> None:
    """A list is the state's own records, in its order, as their own JSON."""
    for name in ("claims", "people", "measures", "counts", "conflicts", "events", "entities", "groups"):
        assert desk.get(f"/{name}?limit=1000").json() == plain(getattr(state, name)), name
    assert desk.get("/deals").json() == plain((*state.deals, *state.candidates))


@pytest.mark.parametrize("collection", [c for c in COLLECTIONS if c.key], ids=lambda c: c.name)
def test_every_record_stands_under_its_id(desk: TestClient, collection) -> None:  # type: ignore[no-untyped-def]
    """Whatever a list shows with an id can be asked for alone."""
    for record in desk.get(f"/{collection.name}?limit=3").json():
        assert desk.get(f"/{collection.name}/{record[collection.key]}").json() == record


def test_every_question_is_answered_as_the_workspace_does(desk: TestClient, ledger: str) -> None:
    """All forty, with nothing added and nothing left out."""
    with open_workspace(ledger) as workspace:
        for question in workspace.questions():
            mine = plain(workspace.ask(question.name))
            assert desk.get(f"/ask/{question.name}").json() == mine, question.name


def test_both_clocks_are_taken_everywhere(desk: TestClient, ledger: str) -> None:
    """A list, a record, the state and an answer as of one day, as known on another."""
    days = {"as_of": "2026-03-16", "known_by": "2026-03-15"}
    with open_workspace(ledger) as workspace:
        then = workspace.state(**days)
        asked = workspace.ask("released", **days)
    assert desk.get("/state", params=days).content == msgspec.json.encode(then)
    assert desk.get("/claims", params={**days, "limit": 1000}).json() == plain(then.claims)
    assert desk.get("/ask/released", params=days).json() == plain(asked)
    late = set(map(json.dumps, desk.get("/claims?limit=1000").json())) - set(
        map(json.dumps, plain(then.claims))
    )
    name = json.loads(sorted(late)[0])["id"]
    assert desk.get(f"/claims/{name}").status_code == 200
    assert desk.get(f"/claims/{name}", params={"known_by": "2026-03-14"}).status_code == 404


def test_pages_hold_everything_once(desk: TestClient, state: State) -> None:
    """Following the cursor gives the whole list, in order."""
    found, cursor = list[dict[str, object]](), None
    while True:
        answer = desk.get("/claims", params={"limit": 7, **({"cursor": cursor} if cursor else {})})
        found += answer.json()
        cursor = answer.headers.get("Detente-Next")
        if cursor is None:
            break
        assert f"cursor={cursor}" in answer.headers["Link"]
    assert found == plain(state.claims)
    assert answer.headers["Detente-Total"] == str(len(found))


@pytest.mark.parametrize("cursor", ["x", "-1", "Li4u", "LTEuMC0w", "%00", "é"])
def test_a_cursor_that_is_none_is_told(desk: TestClient, cursor: str) -> None:
    """Neither a fault nor an empty page: a sentence."""
    answer = desk.get("/claims", params={"cursor": cursor})
    assert answer.status_code in (410, 422)
    assert answer.json()["detail"].startswith("cursor: expected")


def test_a_cursor_of_another_list_is_told(desk: TestClient) -> None:
    """A place in one list, or in that of another day, is none in this."""
    given = desk.get("/claims?limit=2").headers["Detente-Next"]
    for path in ("/documents", "/entities", "/claims?as_of=2026-03-20", "/claims?known_by=2026-03-20"):
        answer = desk.get(path, params={**dict(p.split("=") for p in path.split("?")[1:]), "cursor": given})
        assert (answer.status_code, answer.json()["detail"][:16]) == (422, "cursor: expected")
    assert desk.get("/claims", params={"cursor": given, "limit": 5}).status_code == 200


def test_a_list_comes_in_three_formats(desk: TestClient, state: State) -> None:
    """JSON, CSV and JSON lines hold the same records."""
    lines = desk.get("/claims?limit=1000", headers={"Accept": "application/x-ndjson"})
    assert [json.loads(line) for line in lines.text.splitlines()] == plain(state.claims)
    sheet = desk.get("/claims?limit=1000", headers={"Accept": "text/csv"})
    rows = list(csv.DictReader(io.StringIO(sheet.text)))
    assert [row["id"] for row in rows] == [claim.id for claim in state.claims]
    assert json.loads(rows[0]["span"]) == plain(state.claims[0].span)
    refused = desk.get("/claims", headers={"Accept": "image/png"})
    assert (refused.status_code, refused.headers["content-type"]) == (406, "application/problem+json")


def test_what_did_not_change_is_not_sent_again(desk: TestClient) -> None:
    """An ETag that still holds answers 304; another format has another."""
    first = desk.get("/deals")
    again = desk.get("/deals", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    sheet = desk.get("/deals", headers={"If-None-Match": first.headers["ETag"], "Accept": "text/csv"})
    assert sheet.status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/deals/deal_none", 404, "list the collection"),
        ("/claims?as_of=yesterday", 422, "as_of"),
        ("/claims?as_of=2026-02-30", 422, "expected a day"),
        ("/claims?limit=0", 422, "limit"),
        ("/ask/weather", 404, "weather"),
        ("/trace/zz", 404, "expected the id"),
        ("/nowhere", 404, "expected something"),
    ],
)
def test_every_problem_says_what_to_do(desk: TestClient, path: str, status: int, told: str) -> None:
    """Problems are RFC 9457, and their detail is a sentence a person can act on."""
    answer = desk.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    body = answer.json()
    assert set(body) == {"type", "title", "status", "detail"}
    assert body["status"] == status
    assert told in body["detail"]


def test_the_document_describes_every_route(desk: TestClient) -> None:
    """OpenAPI 3.1, each route with an id, a summary and its problems; every reference holds."""
    document = desk.get("/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    schemas = document["components"]["schemas"]
    references = {part.split('"')[0] for part in json.dumps(document).split("#/components/schemas/")[1:]}
    assert references <= set(schemas)
    routes = [route for methods in document["paths"].values() for route in methods.values()]
    assert len({route["operationId"] for route in routes}) == len(routes)
    assert all(route["summary"] for route in routes)
    assert {f"/{c.name}" for c in COLLECTIONS} | {"/documents", "/ask/{name}", "/state"} <= set(
        document["paths"]
    )


def test_the_page_of_the_api_is_what_the_routes_say() -> None:
    """docs/api.md is written from the routes."""
    from detente.views.api.document import written
    from tests.views.desks import ROOT

    assert (ROOT / "docs" / "api.md").read_text(encoding="utf-8") == written(), "run make docs"
