"""Small ledgers of claims written as text that a person can check at a glance.

A report opens with ``=``, its id, its date and its publisher; every further line is one claim::

    = m1 2026-03-05 The Harbour Times
    freed: RELEASE | releaser Varland | group prisoners | count 46 | says US officials, official
    ease: SANCTION_EASE agreed | authority Osmia | sector salt | step agreed
    tie: LINKAGE | class L2 | cue in exchange for | ties freed, ease

After the name (any word, unique in the ledger) stand the type, with ``/sub`` and a mode where they
matter, then fields split by ``|``: a key and its value. Keys that are no field of a claim are roles;
several fillers are split by ``;``, and a filler may end in its kind: ``Ahal Cotton (organisation)``,
or in ``*`` where it is only inferred. ``what`` is the role ``kind`` of a step between states.
A line that opens with ``|`` carries on the one before. A name before ``:`` may be used in ``ties``
and ``content`` of the same report.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, get_args

import msgspec

from detente.pipeline import settle
from detente.records import (
    Article,
    Attribution,
    Claim,
    Deal,
    DocumentRef,
    Filler,
    FillerKind,
    Linkage,
    Mode,
    Quantity,
    ReaderRef,
    Reading,
    Span,
    State,
    Time,
    TypeName,
    claim_id,
)

READER = ReaderRef("hand", "1.0.0", "none")
KINDS: dict[str, FillerKind] = {
    "person": "person", "participants": "person", "subject": "person", "agent": "person",
    "principal": "person", "group": "group", "place": "place", "sector": "sector", "instrument": "instrument",
    "office": "office", "value": "value", "facility": "facility", "speaker": "group", "demander": "group",
    "programme": "programme",
    "recogniser": "organisation", "mediator": "state", "until": "value",
}  # fmt: skip
"""Kind of a filler by its role; the rest are states."""
PLAIN = (
    "step",
    "stance",
    "condition",
    "label",
    "topic",
    "duration",
    "happening",
    "sub",
    "as_of",
    "factuality",
    "voluntariness",
)
_NUMBER = re.compile(r"^(s?)(\d*)\.\.(s?)(\d*)$")


@dataclass
class Report:
    """One report while it is read."""

    name: str
    published: str | None
    publisher: str
    lines: list[str] = field(default_factory=list)

    def document(self) -> DocumentRef:
        """How its claims name it."""
        sha = hashlib.sha256("\n".join([self.name, self.publisher, *self.lines]).encode()).hexdigest()
        return DocumentRef(
            id=self.name,
            path=f"{self.name}.txt",
            sha256=sha,
            publisher=self.publisher,
            published=self.published,
        )


def reports(text: str) -> list[Report]:
    """The reports of a ledger."""
    found: list[Report] = []
    for line in (line.strip() for line in text.splitlines()):
        if line.startswith("="):
            name, day, publisher = line[1:].split(maxsplit=2)
            found.append(Report(name, None if day == "undated" else day, publisher))
        elif line.startswith("|"):
            found[-1].lines[-1] += f" {line}"
        elif line:
            found[-1].lines.append(line)
    return found


def readings(text: str) -> list[Reading]:
    """One reading per report."""
    return [_reading(report) for report in reports(text)]


def state(text: str, **options: Any) -> State:
    """What the ledger supports."""
    return settle(readings(text), **options)


def deal(text: str, **options: Any) -> Deal:
    """The one deal of the ledger."""
    (found,) = state(text, **options).deals
    return found


def ids(text: str) -> dict[str, str]:
    """The claim ids of a ledger by the names its lines give them."""
    found = {}
    for report in reports(text):
        for line, claim in zip(report.lines, _reading(report).claims, strict=True):
            found[line.split(":")[0]] = claim.id
    return found


def article(name: str, text: str, *, publisher: str, published: str = "2026-03-05") -> Article:
    """An article of these words, for tests of copies."""
    sha = hashlib.sha256(text.encode()).hexdigest()
    document = DocumentRef(id=name, path=f"{name}.txt", sha256=sha, publisher=publisher, published=published)
    return Article(document=document, text=text, publisher=publisher, published=published)


def _reading(report: Report) -> Reading:
    document, text, at = report.document(), "\n".join(report.lines), 0
    known: dict[str, str] = {}
    claims = []
    for line in report.lines:
        name, _, rest = line.partition(":")
        at = text.index(line, at)
        claim = _claim(rest, Span.of(text, at, at + len(line)), document, known)
        known[name] = claim.id
        claims.append(claim)
        at += len(line)
    return Reading(document=document, reader=READER, claims=tuple(claims))


def _claim(line: str, span: Span, document: DocumentRef, known: dict[str, str]) -> Claim:
    head, *fields = (part.strip() for part in line.split("|"))
    type_, *mode = head.split()
    type_, _, sub = type_.partition("/")
    given: dict[str, Any] = {"sub": sub or None, "mode": mode[0] if mode else "performed"}
    roles: dict[str, tuple[Filler, ...]] = {}
    for part in fields:
        key, _, value = part.partition(" ")
        _put(given, roles, key, value.strip(), known)
    assert given["mode"] in get_args(Mode), head
    claim = Claim(
        id="", type=msgspec.convert(type_, TypeName), roles=roles, span=_span(span, given),
        document=document, reader=READER, confidence=0.9, rule="by hand", linkage=_linkage(given), **given,
    )  # fmt: skip
    id_ = claim_id(
        document.sha256, claim.span, type_, claim.sub, roles, claim.quantity, claim.mode, claim.polarity,
        claim.attribution, READER,
    )  # fmt: skip
    return msgspec.structs.replace(claim, id=id_)


def _span(span: Span, given: dict[str, Any]) -> Span:
    words, kind = given.pop("words", None), given.pop("kind", "body")
    return msgspec.structs.replace(span, exact=words or span.exact, kind=kind)


def _linkage(given: dict[str, Any]) -> Linkage | None:
    class_, cue, to = given.pop("class", None), given.pop("cue", ""), given.pop("to_claims", ())
    return Linkage(class_, cue, "answers", to) if class_ else None


def _put(
    given: dict[str, Any], roles: dict[str, tuple[Filler, ...]], key: str, value: str, known: dict[str, str]
) -> None:
    if key in PLAIN or key in ("class", "cue", "words", "kind"):
        given[key] = value
    elif key == "count":
        given["quantity"] = count(value)
    elif key == "money":
        given["money"] = count(value)
    elif key == "on":
        given["time"] = time(value)
    elif key == "says":
        given["attribution"] = _chain(value)
    elif key == "hedge":
        given["hedges"] = (value,)
    elif key == "no":
        given["polarity"] = "-"
    elif key in ("content", "ties"):
        given["content" if key == "content" else "to_claims"] = tuple(
            known[n.strip()] for n in value.split(",")
        )
    else:
        key = "kind" if key == "what" else key  # "kind" is that of the span
        roles[key] = tuple(_filler(key, name.strip()) for name in value.split(";"))


def _filler(role: str, name: str) -> Filler:
    if name.endswith("*"):
        return msgspec.structs.replace(_filler(role, name[:-1]), inferred=True)
    kind = re.search(r"^(.*) \((\w+)\)$", name)
    if kind and kind[2] in get_args(FillerKind):
        return Filler(kind[1], msgspec.convert(kind[2], FillerKind))
    return Filler(name, "unstated" if name == "UNSTATED" else KINDS.get(role, "state"))


def _chain(value: str) -> tuple[Attribution, ...]:
    """Outer to inner, split by ``>``; a proper name ends in ``!``; its kind follows a comma."""
    out = []
    for link in value.split(">"):
        name, _, kind = link.strip().partition(", ")
        out.append(Attribution(name.removesuffix("!"), kind or "unnamed", "said", name.endswith("!")))  # type: ignore[arg-type]
    return tuple(out)


def count(value: str) -> Quantity:
    """``46``; ``26..`` at least; ``..100`` at most; ``200..s999`` a soft end; a word is its own cue."""
    if value.isdigit():
        return Quantity(int(value), int(value), exact=True, cue=value, unit="people")
    bounds = _NUMBER.match(value)
    if not bounds:
        return Quantity(None, None, cue=value, unit="people")
    soft_lo, lo, soft_hi, hi = bounds.groups()
    return Quantity(
        int(lo) if lo else None,
        int(hi) if hi else None,
        bool(soft_lo),
        bool(soft_hi),
        cue=value,
        unit="people",
    )


def time(value: str) -> Time:
    """A day, a month, or two days split by ``/``; ``?`` before a day: no more than published by then."""
    if value.startswith("?"):
        return Time(None, value[1:], "day", "publication_bound")
    start, _, end = value.partition("/")
    if len(start) == 7:
        return Time(f"{start}-01", f"{start}-28", "month", "stated")
    return Time(start, end or start, "day", "stated")


def names(rows: Iterable[Any]) -> list[str]:
    """The names of rows, sorted."""
    return sorted(row.name for row in rows)
