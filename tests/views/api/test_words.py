"""What people say over the API is kept under their name, beside the reader's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.views.api.test_uploads import read
from tests.views.desks import desk_over, examples_ledger


@pytest.fixture
def own(tmp_path: Path) -> Iterator[TestClient]:
    """A desk over the examples that may be written to."""
    with desk_over(examples_ledger(tmp_path)) as client:
        yield client


ALIKE = (
    {"text": "Varland released the editor Lena Marr on Monday.", "publisher": "A", "published": "2026-03-02"},
    {
        "text": "The nurse Lena Marr was freed from a prison in Dorn, her sister said.",
        "publisher": "B",
        "published": "2026-05-20",
    },
)


@pytest.fixture
def doubtful(empty: TestClient) -> TestClient:
    """A desk with two people of one name, of whom nothing says whether they are one."""
    assert read(empty, "\n".join(map(json.dumps, ALIKE)).encode())["status"] == "done"
    return empty


def test_a_candidate_that_was_decided_leaves_the_queue(doubtful: TestClient) -> None:
    """The word is kept with author and reason, and listed."""
    own = doubtful
    candidate = own.get("/candidates").json()[0]
    answer = own.post(f"/candidates/{candidate['id']}", json={"verdict": "different", "reason": "two men"})
    assert answer.status_code == 201
    assert (answer.json()["verdict"], answer.json()["author"], answer.json()["reasons"]) == (
        "different",
        "desk",
        ["two men"],
    )
    assert candidate["id"] not in {c["id"] for c in own.get("/candidates").json()}
    assert own.get("/reviews").json() == [answer.json()]
    assert own.post("/candidates/none", json={"verdict": "same"}).status_code == 404
    assert own.post(f"/candidates/{candidate['id']}", json={"verdict": "perhaps"}).status_code == 422


def test_the_page_of_review_asks_of_two_names(doubtful: TestClient) -> None:
    """Both stand side by side with their words; what is said by the form is kept."""
    page = doubtful.get("/desk/review").text
    assert "One person?" in page
    assert page.count("Lena Marr</h3>") == 2
    key = page.split('name="key" value="')[1].split('"')[0]
    said = {"key": key, "word": "different", "reason": "an editor, a nurse"}
    assert (
        doubtful.post("/desk/review", data=said, follow_redirects=False).headers["location"]
        == "/desk/review?at=0"
    )
    page = doubtful.get("/desk/review").text
    assert key not in page
    assert "an editor, a nurse" in page


def test_a_claim_is_confirmed_rejected_or_corrected(own: TestClient) -> None:
    """A rejected claim is gone from the state and stays in the list of words; a correction stands instead."""
    one, two, three = [c["id"] for c in own.get("/claims?limit=1000").json() if c["type"] == "RELEASE"][:3]
    assert own.post(f"/claims/{one}/confirmation", json={"reason": "read it"}).status_code == 201
    assert own.post(f"/claims/{two}/rejection", json={"reason": "not said"}).status_code == 201
    made = own.post(f"/claims/{three}/correction", json={"changes": {"mode": "promised"}, "reason": "future"})
    assert made.json()["claim"]["mode"] == "promised"
    ids = {c["id"] for c in own.get("/claims?limit=1000").json()}
    assert two not in ids
    assert three not in ids
    assert made.json()["claim"]["id"] in ids
    said = {p["coding"]["kind"]: p["coding"]["reason"] for p in own.get("/codings").json()}
    assert said == {"confirmation": "read it", "rejection": "not said", "correction": "future"}
    assert own.post(f"/claims/{one}/correction", json={"changes": {"mood": "x"}}).status_code == 422


def test_a_search_finds_what_the_page_finds(own: TestClient) -> None:
    """Names across scripts, filters, three formats."""
    hits = own.get("/search", params={"q": "Хакизумвами"}).json()
    assert hits[0]["text"] == "Désiré Hakizumwami"
    only = own.get("/search", params={"q": "prisoners", "type": "RELEASE"}).json()
    assert {hit["claim"]["type"] for hit in only} == {"RELEASE"}
    assert own.get("/search?q=x", headers={"Accept": "text/csv"}).text.startswith("kind,id,text")
