"""Annotated texts: the ``stories`` format (``gold/README.md``), read and hashed.

A sealed set is opened only by who asks for it: a score is taken from it, its texts are not read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec

from detente.errors import InputError
from detente.records import Claim, FillerKind, content_hash
from detente.records.base import Field, Record

SEALED = "sealed"
"""The name of a folder that is opened only on purpose."""
OPEN = "stories"
_KINDS = frozenset(get_args(FillerKind))


class GoldAgent(Field, frozen=True):
    """Who acts, as the annotator names them."""

    name: str
    kind: str | None = None


class GoldCount(Field, frozen=True):
    """How many: ``exact``, ``min`` (at least), ``max`` (at most) or ``approx``."""

    value: int | float | str | None = None  # compared only where it is a number
    kind: str = "exact"
    unit: str | None = None


class GoldEvent(Field, frozen=True):
    """One event that a careful person finds in a text."""

    type: str
    modality: str  # asserted planned conditional denied called_for past_background
    evidence: str | None = None  # a literal span of the text
    agent: GoldAgent | None = None
    persons: tuple[str, ...] = ()
    count: GoldCount | None = None
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    sector: str | None = None
    attributed_to: str | None = None  # "A < B": the innermost last
    alt: bool = False  # counts neither when found nor when missed
    eid: str = ""


class GoldPerson(Field, frozen=True):
    """Somebody whom the text names, with what the text says they are."""

    name: str
    role: str | None = None


class GoldText(Record, frozen=True, kw_only=True):
    """One annotated text."""

    id: str
    text: str = ""
    lang: str = "en"
    date: str | None = None  # of the report: day, month or year
    relevant: bool = True  # False: nothing of our kind happened in it
    events: tuple[GoldEvent, ...] = ()
    named_persons: tuple[GoldPerson, ...] = ()
    phenomena: tuple[int, ...] = ()  # what is hard in it; empty where nobody noted it


class Gold(Record, frozen=True, kw_only=True):
    """Annotated texts with the hash of all that was annotated."""

    name: str
    sha256: str
    texts: tuple[GoldText, ...]
    sealed: bool = False
    language: str | None = None  # None: all


def load_gold(path: str | Path, *, language: str | None = None, sealed: bool = False) -> Gold:
    """The annotated texts of a folder.

    Args:
        path: a folder with ``gold.jsonl`` and ``texts/``, that ``gold.jsonl``, or a folder that
            holds the sets ``stories`` and ``sealed``.
        language: only texts in this language.
        sealed: leave to open a folder called ``sealed``.

    Raises:
        InputError: no gold is there, a line is not in the format, or the set is sealed.
    """
    folder = _folder(Path(path), sealed)
    rows = [
        row for row in _rows(folder / "gold.jsonl") if language is None or row.get("lang", "en") == language
    ]
    texts = [_text(folder, row) for row in rows]
    hashed = content_hash(sorted(((t.id, row, t.text) for t, row in zip(texts, rows, strict=True)), key=_id))
    is_sealed = folder.resolve().name == SEALED
    return Gold(name=folder.name, sha256=hashed, texts=tuple(texts), sealed=is_sealed, language=language)


def _id(part: tuple[str, object, str]) -> str:
    return part[0]


def _folder(path: Path, sealed: bool) -> Path:
    folder = path.parent if path.name == "gold.jsonl" else path
    if folder.resolve().name != SEALED and not (folder / "gold.jsonl").exists():
        folder = folder / (SEALED if sealed else OPEN)
    if not sealed and SEALED in (folder.resolve().name, (folder / "gold.jsonl").resolve().parent.name):
        raise InputError(
            f"expected a set that is open; found {path}, which is sealed; give --sealed to score it"
        )
    return folder


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in _lines(path, "gold"):
        try:
            row = msgspec.json.decode(line, type=dict[str, Any])
            msgspec.convert(row, GoldText)
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            raise InputError(
                f"{path}: line {number}: expected a gold text; found: {error}; mend it"
            ) from error
        yield row


def _text(folder: Path, row: dict[str, Any]) -> GoldText:
    path = folder / "texts" / f"{row['id']}.txt"
    try:
        words = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"expected the text of gold {row['id']} at {path}; found: {error}; put it there"
        ) from error
    return msgspec.convert({**row, "text": words}, GoldText)


def _lines(path: Path, what: str) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"expected {what} at {path}; found: {error}; give another path") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line


def as_lines(gold: Gold) -> bytes:
    """The texts as articles, one JSON object a line, as a source reads them: with their dates."""
    rows = (
        {"id": text.id, "text": text.text, "published": text.date, "language": text.lang}
        for text in gold.texts
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def load_claims(path: str | Path) -> tuple[Claim, ...]:
    """Claims as ``detente claims --json`` prints them, by a reader or a person.

    A person may name kinds of fillers that a reader does not; those are values here.

    Raises:
        InputError: there is no such file, or a line is no claim.
    """
    found = []
    for number, line in _lines(Path(path), "claims"):
        try:
            found.append(msgspec.convert(_known_kinds(msgspec.json.decode(line)), Claim))
        except (msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError) as error:
            raise InputError(
                f"{path}: line {number}: expected a claim; found: {error}; print claims with --json"
            ) from error
    return tuple(found)


def _known_kinds(row: Any) -> Any:
    if isinstance(row, dict) and isinstance(row.get("roles"), dict):
        for filler in (f for fillers in row["roles"].values() for f in fillers):
            filler["kind"] = filler["kind"] if filler["kind"] in _KINDS else "value"
    return row


def by_text(gold: Gold, claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The claims of each text of the gold, in the order of their words; others are left out.

    A claim belongs to the text whose id is its document's id, or the name of its document's file.
    """
    found: dict[str, list[Claim]] = {text.id: [] for text in gold.texts}
    for claim in claims:
        for key in (claim.document.id, Path(claim.document.path).stem):
            if key in found:
                found[key].append(claim)
                break
    return {key: sorted(some, key=in_order) for key, some in found.items()}


def in_order(claim: Claim) -> tuple[int, int, str, str]:
    """Sorts claims as they stand in their text, whatever file they came from."""
    return (claim.span.start, claim.span.end, claim.type, claim.id)
