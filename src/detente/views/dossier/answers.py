"""An answer as sections: its rows, then what they rest on, who says so, and who says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from detente.records import Answer, AnswerRow, Cell, Evidence, Quantity
from detente.views.dossier import words
from detente.views.dossier.lines import Line, Section

_INTERVAL = re.compile(r"(?:\.\.|[\d-]+)/(?:\.\.|[\d-]+)")
_CODE = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")
_STATE = re.compile(r"(?<=[a-z])\((?=\w)")
_FACTUALITY = {"CT": "certain", "PR": "probable", "PS": "possible", "U": "not said"}
SHOWN = 8
"""How many claims of evidence are shown; `--json` has them all."""


class Listed(Protocol):
    """What the list of questions shows of each."""

    @property
    def name(self) -> str:
        """Under which it is asked."""
        ...

    @property
    def numbers(self) -> tuple[int, ...]:
        """Among the forty."""
        ...

    @property
    def chapter(self) -> str:
        """What it is about, with others of its kind."""
        ...

    @property
    def asks(self) -> str:
        """In words."""
        ...

    @property
    def filters(self) -> tuple[str, ...]:
        """The options it takes beside the two clocks."""
        ...


def of_questions(found: Iterable[Listed]) -> Section:
    """Every question with its name and its filters."""
    lines = []
    for q in found:
        takes = " ".join(f"--{f}" for f in q.filters)
        lines.append(Line(text=f"{q.name}: {q.asks}{f' [{takes}]' if takes else ''}"))
    return Section(title="Questions", lines=tuple(lines))


def of_answer(answer: Answer, *, quote: int) -> tuple[Section, ...]:
    """Rows first; then unknown, dissent, derivations, voices and evidence, where there are any."""
    found = [Section(title=answer.asks, level=0, lines=tuple(_head(answer)))]
    return (*found, *beside(answer, quote=quote))


def _head(answer: Answer) -> Iterator[Line]:
    clocks = f"as of {answer.as_of or 'the latest'}, known on {answer.known_by or 'the latest'}"
    verdict = f"{answer.verdict}; " if answer.verdict else ""
    yield Line(text=f"{verdict}{clocks}")
    if answer.unknown is not None:
        yield Line(text=f"unknown: {answer.unknown.missing}", mark="unknown")
        yield Line(text=f"looked at: {', '.join(answer.unknown.looked_at)}", level=1, mark="unknown")
    for row in answer.rows:
        yield _row(row)


def _row(row: AnswerRow) -> Line:
    told = ((key.replace("_", " "), value) for key, value in row.cells.items() if value not in ("", ()))
    cells = "; ".join(f"{key}: {cell(value)}" for key, value in told)
    derived = f"derived: {row.rule}" if row.rule else ""
    marks = ", ".join(m for m in (row.verdict or "", derived) if m)
    return Line(
        text=f"{cells} ({marks})" if marks else cells,
        claims=row.claims or row.derived_from,
        mark="derived" if row.rule else "conflict" if row.verdict == "contested" else "plain",
    )


def cell(value: Cell) -> str:
    """What stands in a row, in words.

    >>> cell(None), cell(("a", "b")), cell(True)
    ('unknown', 'a, b', 'yes')
    """
    if value is None:
        return "unknown"
    if isinstance(value, Quantity):
        return words.quantity(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def said(value: Cell) -> str:
    """What stands in a row, for whoever does not know our words for it.

    >>> said("in_force"), said("abroad(Oslo)"), said("CT")
    ('in force', 'abroad (Oslo)', 'certain')
    >>> said("../2026-03-14"), said("2026-03-12/2026-03-15")
    ('by 2026-03-14', '2026-03-12 – 2026-03-15')
    """
    text = cell(value)
    if text in _FACTUALITY:
        return _FACTUALITY[text]
    if _INTERVAL.fullmatch(text):
        first, _, last = text.partition("/")
        return f"by {last}" if first == ".." else f"from {first}" if last == ".." else f"{first} – {last}"
    return _STATE.sub(" (", _CODE.sub(lambda found: found[0].replace("_", " "), text))


def beside(answer: Answer, *, quote: int, rest: str = "--json has them") -> tuple[Section, ...]:
    """What stands beside the rows, where there is any: dissent, voices, instruments, hedges, evidence.

    Args:
        answer: to a question.
        quote: characters that are quoted of a claim.
        rest: where the claims are that are not shown.
    """
    return tuple(section for section in _beside(answer, quote, rest) if not section.empty)


def _beside(answer: Answer, quote: int, rest: str) -> Iterator[Section]:
    conflicts = tuple(Line(text=c.sentence, claims=c.claims, mark="conflict") for c in answer.dissent)
    yield Section(title="Who says otherwise", lines=conflicts)
    outlets = {e.document: e.chain[0] for e in answer.evidence}
    voices = tuple(
        Line(text=f"{', '.join(outlets[d] for d in g.documents)}: {g.reason}", claims=g.claims)
        for g in answer.groups
    )
    yield Section(title=f"Independent voices: {len(voices)}", lines=voices)
    held = ", ".join(answer.instruments)
    yield Section(title="Instruments", lines=(Line(text=held),) if held else ())
    yield Section(title="Hedges", lines=tuple(Line(text=f"“{h}”") for h in answer.hedges))
    words_of = (f"{j.left}, {j.right}: {j.verdict}, by {j.author}, {j.made}" for j in answer.reviews)
    yield Section(title="Reviewed", lines=tuple(Line(text=w) for w in words_of))
    yield Section(title="Withheld", lines=tuple(Line(text=w) for w in answer.withheld))
    yield _rests_on(answer.evidence, quote, rest)


def _rests_on(found: Sequence[Evidence], quote: int, rest: str) -> Section:
    lines = [
        Line(
            text=f"“{' '.join(e.exact.split())[:quote]}” – {', in '.join(reversed(e.chain))}; "
            f"{e.document}, characters {e.start}–{e.end}, sha256 {e.sha256[:12]}, "
            f"{e.reader.name} {e.reader.version}",
            claims=(e.claim,),
        )
        for e in found[:SHOWN]
    ]
    if len(found) > SHOWN:
        lines.append(Line(text=f"and {len(found) - SHOWN} more claims: {rest}"))
    return Section(title="Rests on", lines=tuple(lines))
