"""Web archives: the pages of a WARC file, or of the WARC files in a WACZ package.

An archive is untrusted: records over the limit are passed over without being unpacked whole, nothing of a
package is written to disk, and names inside it are only names.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, BinaryIO

from msgspec.structs import replace

from detente.errors import InputError
from detente.records import Document, Issue
from detente.sources.content import is_page
from detente.sources.documents import read_bytes
from detente.sources.issues import issue

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

try:
    from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
except ImportError as error:
    raise InputError(
        f"expected the packages that read archives; found none ({error.name}); install detente[corpus]"
    ) from error

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def read_archive(stream: BinaryIO, path: str, limit: int) -> Iterator[Document | Issue]:
    """The pages of a WARC stream (plain, gzip or zstd), or of a WACZ package.

    Args:
        stream: where the archive begins; a package must be seekable.
        path: written into every document, with the page's address.
        limit: a page of more bytes is passed over with an issue.
    """
    head = stream.read(4)
    whole = _Rewound(head, stream)
    if head == b"PK\x03\x04":
        yield from _packaged(whole, path, limit)
    else:
        yield from _records(whole, path, limit)


class _Rewound(io.RawIOBase):
    """A stream with the bytes that were taken from its beginning put back."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        self._head = b""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell() - len(self._head)

    def readinto(self, buffer: WriteableBuffer) -> int:
        room = memoryview(buffer).cast("B")
        taken = self._head or self._stream.read(len(room))
        taken, self._head = taken[: len(room)], taken[len(room) :] if self._head else b""
        room[: len(taken)] = taken
        return len(taken)


def _packaged(stream: io.RawIOBase, path: str, limit: int) -> Iterator[Document | Issue]:
    try:
        with zipfile.ZipFile(stream) as package:
            names = sorted(n for n in package.namelist() if n.endswith((".warc", ".warc.gz")))
            for name in names:
                with package.open(name) as member:
                    yield from _records(member, f"{path}!{name}", limit)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        yield issue("broken-archive", path, "a WACZ package", str(error), "fetch it again")
        return
    if not names:
        yield issue("empty-archive", path, "a WACZ package with archives in it", "none", "give another")


def _records(stream: io.RawIOBase | IO[bytes], path: str, limit: int) -> Iterator[Document | Issue]:
    seen = False
    try:
        found = ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=False)
        for record in found:
            seen = True
            yield from _page(record, path, limit)
    except (OSError, ValueError) as error:
        yield issue(
            "broken-archive", path, "a whole WARC", str(error), "fetch it again; what stood before is read"
        )
        return
    if not seen:
        yield issue("empty-archive", path, "captured pages", "none", "give a WARC with responses")


def _page(record: WarcRecord, path: str, limit: int) -> Iterator[Document | Issue]:
    """The page of one response; nothing of a response that is none (a picture, an error)."""
    url = record.headers.get("WARC-Target-URI") or ""
    where = f"{path}#{url}"
    try:
        raw = _payload(record, limit)
    except (OSError, ValueError) as error:
        yield issue("broken-record", where, "an HTTP response", str(error), "the other records are read")
        return
    if raw is None:
        return
    if len(raw) > limit:
        yield issue("file-too-large", where, f"at most {limit} bytes", "more", "the other records are read")
        return
    captured = record.record_date.strftime("%Y-%m-%dT%H:%M:%SZ")
    for found in read_bytes(raw, where, captured):
        yield replace(found, given=replace(found.given, url=url)) if isinstance(found, Document) else found


def _payload(record: WarcRecord, limit: int) -> bytes | None:
    """The body of a response, at most one byte more than the limit; None where it is no page.

    Raises:
        ValueError: it is cut off.
        OSError: it cannot be unpacked.
    """
    record.parse_http(auto_decode="all")
    headers = record.http_headers
    if headers is None:
        raise ValueError("no headers")
    kind = (record.http_content_type or "").lower()
    if not str(headers.status_code or "").startswith("2") or (kind and kind not in _PAGES):
        return None
    raw = bytes(record.reader.read(limit + 1))
    packed = headers.get("Content-Encoding") or headers.get("Transfer-Encoding")
    if not packed and len(raw) < min(record.content_length, limit):
        raise ValueError(f"its first {len(raw)} bytes of {record.content_length}")
    return raw if kind or is_page(raw) else None
