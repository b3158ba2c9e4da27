"""What is sent is read once, and can be watched while it is read."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from tests.views.desks import EXAMPLES

REPORT = Path(EXAMPLES[0]).read_bytes()


def read(desk: TestClient, raw: bytes) -> dict[str, Any]:
    """Sent, and read to its end."""
    job: dict[str, Any] = desk.post("/documents", content=raw).json()
    deadline = time.monotonic() + 60
    while job["status"] not in ("done", "failed") and time.monotonic() < deadline:
        time.sleep(0.02)
        job = desk.get(f"/jobs/{job['id']}").json()
    return job


def test_a_report_that_is_sent_is_in_the_ledger_when_its_job_is_done(empty: TestClient) -> None:
    """202 with the job's address; when it is done, every list shows what was read."""
    answer = empty.post("/documents", content=REPORT)
    assert (answer.status_code, answer.headers["Location"]) == (202, f"/jobs/{answer.json()['id']}")
    job = read(empty, REPORT)
    assert (job["status"], job["outcomes"][0]["status"]) == ("done", "read")
    held = empty.get("/documents").json()
    assert [d["sha256"] for d in held] == [job["sha256"]]
    assert empty.get("/deals").json()


def test_the_same_bytes_are_read_once(empty: TestClient) -> None:
    """A second upload is the first one's job, and the ledger does not grow."""
    first = read(empty, REPORT)
    head = empty.get("/health").json()["head"]
    assert read(empty, REPORT) == first
    assert empty.get("/health").json()["head"] == head


def test_reports_one_a_line_are_each_read(empty: TestClient) -> None:
    """JSON lines with a text, as `detente read` takes them."""
    lines = [
        {"text": f"Varland released {n} prisoners on Monday.", "publisher": f"Paper {n}"} for n in (4, 5)
    ]
    job = read(empty, "\n".join(map(json.dumps, lines)).encode())
    assert (job["status"], job["done"], len(job["outcomes"])) == ("done", 2, 2)
    assert {d["publisher"] for d in empty.get("/documents").json()} == {"Paper 4", "Paper 5"}


def test_a_job_is_told_while_it_goes_on(empty: TestClient) -> None:
    """Server-sent events, the last of which is the end."""
    job = empty.post("/documents", content=REPORT).json()
    with empty.stream("GET", f"/jobs/{job['id']}/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        told = [json.loads(line[6:]) for line in stream.iter_lines() if line.startswith("data: ")]
    assert told[-1]["status"] == "done"
    assert told[-1] == empty.get(f"/jobs/{job['id']}").json()


def test_what_is_no_report_fails_with_a_sentence(empty: TestClient) -> None:
    """Bytes of another kind are told as what they are; nothing is kept as a report."""
    job = read(empty, b"%PDF-1.7\n\x00\x01\x02")
    assert job["status"] == "failed"
    assert "a PDF" in job["error"]
    assert empty.get("/documents").json() == []
    assert empty.post("/documents", content=b"  \n").status_code == 422
    assert empty.get("/jobs/job_none").status_code == 404


def test_figures_count_answers_by_route_and_name_no_record(desk: TestClient) -> None:
    """Metrics know routes, not addresses: no id of a person is in them."""
    person = desk.get("/people").json()[0]["entity"]
    desk.get(f"/people/{person}")
    text = desk.get("/metrics").text
    assert 'detente_requests_total{route="/people/{id}",status="200"}' in text
    assert person not in text
