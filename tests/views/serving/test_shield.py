"""What stands around every answer, whoever asks and however."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from detente.settings import load_settings
from tests.views.desks import desk_over

ROUTES = ("/", "/desk/people", "/deals", "/nowhere", "/desk/deal/none", "/static/desk.css", "/claims?limit=0")


@pytest.mark.parametrize("path", ROUTES)
def test_every_answer_carries_the_headers(desk: TestClient, path: str) -> None:
    """Pages, records, files and errors: nothing from elsewhere, no script in a page, no frame, no guess."""
    headers = desk.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example:8740", "", "localhost@evil.example"]
)
def test_a_name_that_is_not_ours_is_answered_nothing(desk: TestClient, host: str) -> None:
    """A page of another site that points its own name at this machine reads nothing."""
    assert desk.get("/deals", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    "sent",
    [
        {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://127.0.0.1:9999"}, {"Sec-Fetch-Site": "same-site"},
    ],
)  # fmt: skip
def test_another_site_cannot_write(empty: TestClient, sent: dict[str, str]) -> None:
    """A form or script of another page is refused before its body is read."""
    answer = empty.post("/documents", content=b"Varland freed two men.", headers=sent)
    assert answer.status_code == 403
    assert empty.get("/documents").json() == []


@pytest.fixture
def small(tmp_path: Path) -> Iterator[TestClient]:
    """A desk that takes bodies of a thousand bytes."""
    from detente.workspace import open_workspace

    path = str(tmp_path / "small.detente")
    open_workspace(path).close()
    with desk_over(path, settings=replace(load_settings(), limit=1000)) as client:
        yield client


def test_a_body_that_is_too_large_is_refused_unread(small: TestClient) -> None:
    """Whether it says its length or comes in pieces without end."""
    assert small.post("/documents", content=b"x" * 1001).status_code == 413
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        for _ in range(200):
            taken += 1
            yield b"x" * 1_000_000

    answer = small.post("/documents", content=endless())
    assert answer.status_code == 413
    assert answer.json()["detail"].startswith("expected a body of at most 1000 bytes")


def test_a_header_cannot_be_put_in(desk: TestClient) -> None:
    """Line breaks in an address or a value stay what they are: text."""
    answer = desk.get("/claims", params={"cursor": "a\r\nSet-Cookie: x=1", "limit": 5})
    assert "set-cookie" not in answer.headers
    answer = desk.get("/claims?limit=5&x=%0d%0aSet-Cookie:%20x=1")
    assert "set-cookie" not in answer.headers
    assert "\n" not in answer.headers.get("link", "")
