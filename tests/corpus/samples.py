"""Invented articles for the tests of corpora."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

COUNTRIES = ("Osmia", "Varland", "Georgia", "Cyprus", "Laos", "Ghana", "Fiji", "Peru")


def article(n: int) -> dict[str, str]:
    """The n-th article: most tell of a release, every third of the weather."""
    text = (
        "It rained all week in the hills, and the river rose. " * 8
        if n % 3 == 2
        else f"{COUNTRIES[n % 8]} released {n + 12} prisoners on Tuesday, the justice ministry said. "
        f"{n + 2} of them were taken to Poland."
    )
    return {
        "id": f"a{n}", "url": f"https://paper.example/{n}", "publisher": "The Paper",
        "published": f"2026-03-{n % 28 + 1:02}", "title": f"Report {n}", "text": text, "language": "en",
    }  # fmt: skip


def lines(first: int, last: int) -> bytes:
    """Articles one a line."""
    return b"".join(json.dumps(article(n)).encode() + b"\n" for n in range(first, last))


def files(folder: Path, number: int, each: int = 4) -> list[str]:
    """As many ``.jsonl`` files, each a shard."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for n in range(number):
        path = folder / f"{n:03}.jsonl"
        path.write_bytes(lines(n * each, (n + 1) * each))
        found.append(str(path))
    return found


def page(n: int) -> bytes:
    """The n-th article as a page."""
    said = article(n)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{said["title"]}</title>'
        f'<meta property="article:published_time" content="{said["published"]}"></head>'
        f"<body><nav>Home | Sport</nav><article><h1>{said['title']}</h1><p>{said['text']}</p></article>"
        "</body></html>"
    ).encode()


def response(
    url: str, body: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8"
) -> bytes:
    """One WARC record of a captured page."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0-{abs(hash(url)) % 9999}>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2026-03-05T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def archive(first: int, last: int) -> bytes:
    """A gzipped WARC of these articles, with a picture and an error among them."""
    records = [response(article(n)["url"], page(n)) for n in range(first, last)]
    records.insert(1, response("https://paper.example/logo.png", b"\x89PNG", kind="image/png"))
    records.insert(2, response("https://paper.example/gone", b"<p>gone</p>", status="404 Not Found"))
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def package(first: int, last: int) -> bytes:
    """A WACZ with that WARC inside."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("datapackage.json", "{}")
        made.writestr("archive/../../data.warc.gz", archive(first, last))
    return out.getvalue()
