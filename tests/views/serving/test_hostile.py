"""What is sent to do harm: bombs, names that climb out of folders, queries, addresses that lead elsewhere."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.views.api.test_uploads import read

TAGS = re.compile(r'<script(?! src="/static/)|<img|<svg[^>]* on|\son\w+="|href="(?!/|#)', re.IGNORECASE)
PAGES = (
    "/",
    "/desk/people",
    "/desk/measures",
    "/desk/reports",
    "/desk/conflicts",
    "/desk/map",
    "/desk/network",
    "/desk/timeline",
    "/desk/changes",
    "/desk/review",
    "/desk/search?q=freed",
    "/desk/export?to=html",
    "/desk/ask/released",
)


def bombs() -> dict[str, bytes]:
    """Small bodies that grow: packed text, a package with a name that climbs, entities within entities."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("../../../climbed.txt", "Varland freed two prisoners.")
        package.writestr("large.txt", "A" * 20_000_000)
    levels = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 9))
    laughs = f"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY l0 'ha'>{levels}]><html><p>&l8;</p></html>"
    return {
        "gzip": gzip.compress(b"Varland freed two. " * 1_000_000),
        "zip": packed.getvalue(),
        "entities": laughs.encode(),
    }


@pytest.mark.parametrize("kind", ["gzip", "zip", "entities"])
def test_a_bomb_is_not_unpacked(empty: TestClient, tmp_path: Path, kind: str) -> None:
    """It is told as what it is, or read as the few letters it has; nothing is written beside the ledger."""
    before = {p.name for p in tmp_path.parent.rglob("climbed.txt")}
    job = read(empty, bombs()[kind])
    assert job["status"] in ("failed", "done")
    if kind != "entities":
        assert job["status"] == "failed"
        assert f"a {kind} archive" in job["error"]
    assert empty.get("/claims").json() == []
    assert {p.name for p in tmp_path.parent.rglob("climbed.txt")} == before == set()


def test_a_packed_body_is_not_unpacked_on_the_way(empty: TestClient) -> None:
    """A body that says of itself that it is packed is taken as the bytes it is."""
    raw = gzip.compress(b"Varland freed two prisoners on Monday.")
    job = empty.post("/documents", content=raw, headers={"Content-Encoding": "gzip"}).json()
    assert job["sha256"] == hashlib.sha256(raw).hexdigest()
    assert "gzip" in read(empty, raw)["error"]


def test_fields_of_a_line_name_nothing_outside(empty: TestClient) -> None:
    """Paths, ids, hashes and addresses that a line claims for itself open no file and forge no hash."""
    line = {
        "text": "Varland freed two prisoners on 3 March 2026, a monitor said.",
        "id": "../../x",
        "sha256": "0" * 64,
        "path": "/etc/passwd",
        "url": "file:///etc/passwd",
        "published": "2026-13-45",
        "publisher": "../../p",
        "title": "T\r\nSet-Cookie: a=b",
    }
    assert read(empty, json.dumps(line).encode())["status"] == "done"
    document = empty.get("/documents").json()[0]
    assert document["sha256"] != "0" * 64
    assert "root:" not in empty.get(f"/articles/{document['sha256']}").text
    answer = empty.get(f"/desk/report/{document['sha256']}")
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    assert empty.get("/desk/export?to=csv").headers.get("set-cookie") is None


def test_markup_in_texts_names_titles_and_addresses_stays_text(empty: TestClient) -> None:
    """On every page and part: no element, no attribute and no link comes out of a report."""
    mark = '"><script>alert(1)</script><img src=x onerror="alert(2)">'
    line = {
        "text": f"Varland freed Lena {mark} Marr and two others on 3 March 2026, the ministry said.\n\n"
        "Osmia lifted "
        f"sanctions on potash in return, said Ira {mark} Holt.",
        "title": f"Freed {mark}",
        "publisher": f"Post {mark}",
        "url": "javascript:alert(3)",
        "byline": mark,
        "published": "2026-03-03",
    }
    assert read(empty, json.dumps(line).encode())["status"] == "done"
    pages = list(PAGES)
    for collection, kind, key in (
        ("deals", "deal", "id"),
        ("people", "person", "entity"),
        ("documents", "report", "sha256"),
    ):
        pages += [f"/desk/{kind}/{record[key]}" for record in empty.get(f"/{collection}").json()]
    pages += [f"/desk/evidence?ids={claim['id']}" for claim in empty.get("/claims").json()]
    assert len(pages) > len(PAGES) + 3
    shown = {
        path: empty.get(path).text
        for path in (*pages, f"/desk/search?q={mark}", f"/desk/changes?since={mark}")
    }
    assert {path: TAGS.findall(page) for path, page in shown.items() if TAGS.search(page)} == {}
    assert any("&lt;script&gt;" in page for page in shown.values())


@pytest.mark.parametrize(
    "asked",
    [
        '"',
        '""',
        'a"b',
        "* OR *",
        "NEAR(a b, 2)",
        'names : "a"',
        "a AND",
        "(" * 50,
        "-a",
        "^a",
        "{a b}:",
        "'; DROP TABLE found; --",
        "a\0b",
        "%",
        "\u202e",
        "İıß½²ﬁ𝟘",
        "_ __",
        "a " * 240,
        "x" * 500,
    ],
)
def test_a_search_is_words_and_never_a_command(desk: TestClient, asked: str) -> None:
    """No letter of it reaches the index as an operator; afterwards everything is still found."""
    before = len(desk.get("/search", params={"q": "prisoners"}).json())
    for path in ("/search", "/desk/search"):
        assert desk.get(path, params={"q": asked}).status_code == 200
    for path in ("/ask/status", "/ask/released"):
        assert desk.get(path, params={"person": asked[:200]}).status_code in (200, 422)
    for path in ("/claims/{}", "/trace/{}", "/desk/deal/{}", "/jobs/{}"):
        found = desk.get(path.format("%27%3B%20DROP%20TABLE%20entries%3B--"))
        assert found.status_code == 404
    assert len(desk.get("/search", params={"q": "prisoners"}).json()) == before > 0


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example/",
        "/%5cevil.example",
        "/desk/login?next=//evil.example",
        "/desk/review/..//evil.example",
        "/static/..%2f..%2fpages.py",
        "/static/%2e%2e/pages.py",
        "/desk/report/..%2f..%2fetc%2fpasswd",
    ],
)
def test_no_address_leads_elsewhere_or_out_of_its_folder(desk: TestClient, path: str) -> None:
    """Not by slashes, dots or parameters: no redirect to another host, no file but our own."""
    answer = desk.get(path, follow_redirects=False)
    assert "evil" not in answer.headers.get("location", "")
    assert answer.status_code in (200, 404)
    assert "def add_to" not in answer.text
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    "day", ["0001-01-01", "9999-12-31", "99999-01-01", "2026-02-30", "0000-00-00", "-1", "\0"]
)
def test_days_at_the_end_of_time_are_days_or_are_refused(desk: TestClient, day: str) -> None:
    """Every page and list answers them, and none with a fault."""
    for path in (*PAGES, "/claims", "/state", "/ask/diff", "/ask/measures"):
        answer = desk.get(path, params={"as_of": day, "q": "freed"})
        assert answer.status_code in (200, 404, 422), path
