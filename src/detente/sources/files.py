"""Files and folders: one text, one page, a ``.jsonl`` of articles, or a folder of them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from typing import BinaryIO

from detente.errors import InputError
from detente.records import Document, Issue
from detente.sources.content import ending_of, kinds
from detente.sources.issues import issue
from detente.sources.stdin import read_stream

_CHUNK = 1 << 20


def open_files(
    path: str, *, stdin: BinaryIO | None = None, now: str, limit: int
) -> FileSource | FolderSource:
    """The source of a file or of a folder.

    Raises:
        InputError: nothing stands at the path.
    """
    if "\x00" in path or not os.path.lexists(path):
        raise InputError(f"expected a file, a folder or - for standard input; found nothing at {path!r}")
    return FolderSource(path, now, limit) if os.path.isdir(path) else FileSource(path, now, limit)


class FileSource:
    """The document of one file, or the articles of one ``.jsonl``."""

    def __init__(self, path: str, now: str, limit: int) -> None:
        self.path, self.now, self.limit = path, now, limit

    def documents(self) -> Iterator[Document | Issue]:
        """What the file holds."""
        return _read_file(self.path, self.now, self.limit)

    def count(self) -> int | None:
        """1; of a ``.jsonl`` its lines; None where that cannot be told before reading."""
        return _count(self.path)


class FolderSource:
    """The documents of every file below a folder, in the order of their paths."""

    def __init__(self, path: str, now: str, limit: int) -> None:
        self.path, self.now, self.limit = path, now, limit

    def documents(self) -> Iterator[Document | Issue]:
        """What each file holds; an issue for each that is left aside."""
        empty = True
        for found in _walk(self.path):
            empty = False
            if isinstance(found, Issue):
                yield found
            else:
                yield from _read_file(found, self.now, self.limit)
        if empty:
            found_nothing = "a folder with nothing in it"
            yield issue(
                "empty-folder", self.path, "files of text or HTML", found_nothing, "give another folder"
            )

    def count(self) -> int | None:
        """How many inputs stand below the folder."""
        counts = [_count(found) for found in _walk(self.path) if isinstance(found, str)]
        return sum(1 if n is None else n for n in counts)


def _walk(folder: str) -> Iterator[str | Issue]:
    """Paths of files below a folder, sorted, and issues for what is passed over."""
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield _unreadable(folder, error)
        return
    for name in names:
        path = os.path.join(folder, name)
        left = _left_aside(name, path)
        if left is not None:
            yield left
        elif os.path.isdir(path):
            yield from _walk(path)
        else:
            yield path


def _left_aside(name: str, path: str) -> Issue | None:
    """Why a file or folder met on the way is not read, if it is not."""
    advice = "name it on the command line to read it"
    if name.startswith("."):
        found, code = "a hidden file", "skipped-hidden"
    elif os.path.islink(path) and os.path.isdir(path):
        found, code = "a link to a folder", "skipped-link"
    elif ending_of(path) in kinds().aside and not os.path.isdir(path):
        found, code = f"a file that ends in .{ending_of(path)}", "skipped-kind"
    elif os.path.isfile(path) and name.partition(".")[0].lower() in kinds().about:
        found, code = "a file that tells about the folder", "skipped-kind"
    elif os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):
        found, code = "a pipe, socket or device", "skipped-special"
    else:
        return None
    return issue(code, path, "a report", found, advice, fatal=False)


def _read_file(path: str, now: str, limit: int) -> Iterator[Document | Issue]:
    lines = ending_of(path) in kinds().lines
    try:
        with open(path, "rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            if size > limit and not lines and not _opens_as_json(stream):
                found, advice = f"{size} bytes", "split it, or raise the limit"
                yield issue("file-too-large", path, f"at most {limit} bytes", found, advice)
                return
            yield from read_stream(stream, path, now, limit, lines=lines)
    except OSError as error:
        yield _unreadable(path, error)


def _opens_as_json(stream: BinaryIO) -> bool:
    """May a large file be articles one a line? Its first byte says, and nothing is consumed."""
    first = stream.read(1)
    stream.seek(0)
    return first == b"{"


def _unreadable(path: str, error: OSError) -> Issue:
    if os.path.islink(path) and not os.path.exists(path):
        found = f"a link to {os.readlink(path)!r}, which is not there"
        return issue("broken-link", path, "a file", found, "mend the link or leave it out")
    reason = (error.strerror or str(error)).lower()
    return issue(
        "unreadable-path", path, "a file that can be read", reason, "give it read permission or leave it out"
    )


def _count(path: str) -> int | None:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode) or ending_of(path) not in kinds().lines:
            return 1
        with open(path, "rb") as stream:
            chunks = iter(lambda: stream.read(_CHUNK), b"")
            lines, last = 0, b"\n"
            for chunk in chunks:
                lines, last = lines + chunk.count(b"\n"), chunk[-1:]
            return lines + (last != b"\n")
    except OSError:
        return 1
