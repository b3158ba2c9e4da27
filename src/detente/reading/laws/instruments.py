"""Legal instruments → claims of what is in force: the decisive source of the legal track.

The plain format is a table with one row for each step that an instrument takes: TOML (``[[instrument]]``)
or CSV, with ``authority``, ``instrument`` and ``step``, and where they are known ``programme``,
``target``, ``kind``, ``sector``, ``from``, ``until``, ``exclusions``, ``url``, ``sha256`` (of the
instrument's own text). Several names are a list, or split by ``;``. Consolidated regulations of Canada
are read as the lists they are: one claim for each name, from the day on which its listing came into force.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, get_args

from detente.errors import InputError
from detente.language.gazetteer import gazetteer
from detente.reading.laws.regulations import Listed, listed
from detente.records import (
    Article,
    Claim,
    Filler,
    FillerKind,
    Issue,
    ReaderRef,
    Reading,
    Span,
    Step,
    Time,
    TypeName,
    claim_id,
)

COLUMNS: Final = (
    "authority", "programme", "instrument", "step", "target", "kind", "sector", "from", "until", "exclusions",
    "url", "sha256",
)  # fmt: skip
IMPOSING: Final = {
    "imposed": None,
    "designated": "designate",
    "reimposed": "reimpose",
    "extended": "extend_scope",
}
KEEPING: Final = {"renewed": "renewed", "maintained": "maintained"}
EASING: Final = ("licensed", "suspended", "narrowed", "delisted", "repealed", "annulled", "expired")
_BLOCK: Final = re.compile(r"^\[\[instrument\]\][^\n]*\n(?:(?!\[)[^\n]*\n?)*", re.MULTILINE)
Row = tuple[Span, Mapping[str, Any]]


class InstrumentReader:
    """Reads instrument files; the same bytes, the same claims."""

    ref = ReaderRef("instruments", "1", "plain")

    def read(self, articles: Sequence[Article]) -> Iterator[tuple[Reading, tuple[Issue, ...]]]:
        """One (reading, issues) for each article, in order."""
        for article in articles:
            claims, issues = self._read(article)
            yield Reading(document=article.document, reader=self.ref, claims=claims), issues

    def _read(self, article: Article) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
        claims, issues = list[Claim](), list[Issue]()
        try:
            if article.text.lstrip("\ufeff \n").startswith("<"):
                claims += (c for one in listed(article.text) for c in _of_list(article, one))
                return tuple({c.id: c for c in claims}.values()), ()
            for span, row in _rows(article.text):
                fault = _fault(row)
                if fault is None:
                    claims += _of_row(article, span, row)
                else:
                    issues.append(_issue(article, fault, span))
        except InputError as error:
            issues.append(_issue(article, str(error), None))
        except (tomllib.TOMLDecodeError, csv.Error) as error:
            issues.append(_issue(article, f"expected TOML or CSV; found: {error}; mend that line", None))
        return tuple({c.id: c for c in claims}.values()), tuple(issues)


def _rows(text: str) -> Iterator[Row]:
    """The rows of a table, each with the words it stands in."""
    if _BLOCK.search(text):
        rows = tomllib.loads(text)["instrument"]
        for found, row in zip(_BLOCK.finditer(text), rows, strict=True):
            start, end = found.span()
            yield Span.of(text, start, start + len(text[start:end].rstrip())), row
        return
    at = 0
    lines = text.splitlines(keepends=True)
    header = [name.strip().lower() for name in next(csv.reader([lines[0].lstrip("\ufeff")]))]
    for line in lines:
        cells = next(csv.reader(io.StringIO(line)), [])
        if at and any(cell.strip() for cell in cells):
            yield Span.of(text, at, at + len(line.rstrip())), dict(zip(header, cells, strict=False))
        at += len(line)


def _fault(row: Mapping[str, Any]) -> str | None:
    for name in ("authority", "instrument", "step"):
        if not str(row.get(name, "")).strip():
            return f"expected {name} of an instrument; found none; this row is left out"
    known = (*IMPOSING, *KEEPING, *EASING)
    if row["step"] not in known:
        return f"step: expected one of {', '.join(known)}; found {row['step']!r}; this row is left out"
    kind = row.get("kind")
    if kind and kind not in get_args(FillerKind):
        return f"kind: expected organisation, person, facility, state; found {kind!r}; this row is left out"
    return None


def _several(value: object) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else str(value or "").split(";")
    return tuple(p for part in parts if (p := str(part).strip()))


def _of_row(article: Article, span: Span, row: Mapping[str, Any]) -> Iterator[Claim]:
    """One claim for each target; one alone where nobody is named."""
    step, day = row["step"], str(row.get("from") or "") or None
    roles = {
        "authority": [_party(row["authority"], "organisation")],
        "programme": [Filler(n, "programme") for n in _several(row.get("programme"))],
        "sector": [Filler(n, "sector") for n in _several(row.get("sector"))],
        "instrument": [Filler(str(row["instrument"]), "instrument")],
        "exclusions": [Filler(n, "topic") for n in _several(row.get("exclusions"))],
        "until": [Filler(n, "value") for n in _several(row.get("until"))],
    }
    for target in _several(row.get("target")) or (None,):
        own = [] if target is None else [_party(target, row.get("kind") or "organisation")]
        yield _claim(article, span, step, {**roles, "target": own}, day)


def _party(name: str, kind: FillerKind) -> Filler:
    return Filler(name, "state" if gazetteer().state(name) is not None else kind)


def _of_list(article: Article, one: Listed) -> Iterator[Claim]:
    """The listing of one name, and the other names it goes by."""
    kind: FillerKind = "person" if one.person else "organisation"
    target = Filler(one.name, kind)
    span = Span.of(article.text, one.start, one.end)
    roles = {
        "authority": [Filler("Canada", "state")], "target": [target],
        "programme": [Filler(one.programme, "programme")],
        "instrument": [Filler(one.instrument, "instrument")],
    }  # fmt: skip
    yield _claim(article, span, "designated", roles, one.since, exhaustive=True)
    for alias in one.aliases:
        at = article.text.find(alias, one.start)
        words = Span.of(article.text, at, at + len(alias)) if at >= 0 else span
        said = {"subject": [target], "value": [Filler(f"also known as {alias}", "value")]}
        yield _made(article, words, "ATTRIBUTE", "description", said, None, None, exhaustive=None)


def _claim(
    article: Article, span: Span, step: str, roles: Mapping[str, Sequence[Filler]], day: str | None,
    *, exhaustive: bool | None = None,
) -> Claim:  # fmt: skip
    type_: TypeName = (
        "SANCTION_IMPOSE" if step in IMPOSING else "SANCTION_KEEP" if step in KEEPING else "SANCTION_EASE"
    )
    sub = IMPOSING.get(step) or KEEPING.get(step)
    if type_ == "SANCTION_IMPOSE" and sub is None:
        sub = "designate" if roles.get("target") else "sectoral_ban"
    eased: Step | None = next((s for s in EASING if s == step), None)
    return _made(article, span, type_, sub, roles, day, eased, exhaustive=exhaustive)


def _made(
    article: Article, span: Span, type_: TypeName, sub: str | None, roles: Mapping[str, Sequence[Filler]],
    day: str | None, step: Step | None, *, exhaustive: bool | None,
) -> Claim:  # fmt: skip
    filled = {role: tuple(fillers) for role, fillers in sorted(roles.items()) if fillers}
    ref = InstrumentReader.ref
    id_ = claim_id(article.document.sha256, span, type_, sub, filled, None, "performed", "+", (), ref)
    return Claim(
        id=id_, type=type_, sub=sub, roles=filled, step=step, exhaustive=exhaustive, span=span,
        time=None if day is None else Time(day, day, "day", "stated", day), confidence=0.99,
        rule="instrument.list" if exhaustive else "instrument.row", document=article.document, reader=ref,
    )  # fmt: skip


def _issue(article: Article, message: str, span: Span | None) -> Issue:
    where = article.document.path
    return Issue(
        stage="reading", code="bad-instrument", message=f"{where}: {message}", path=where,
        document=article.document.sha256, span=span,
    )  # fmt: skip
