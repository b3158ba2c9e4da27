"""From rows to an answer: the verdict, and all that the rows rest on."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from detente.errors import UnknownNameError
from detente.reconciliation.answers.audit import WITHHELD
from detente.reconciliation.answers.inquiry import Inquiry, chain
from detente.reconciliation.answers.shelf import Shelf
from detente.reconciliation.answers.table import BY_NAME, Question
from detente.records import (
    Answer,
    AnswerRow,
    Claim,
    Conflict,
    Derivation,
    Evidence,
    Judgement,
    State,
    Unknown,
    Verdict,
    Voices,
)

ORDER: tuple[Verdict, ...] = ("refuted", "contested", "single-source", "supported", "confirmed")


def question(name: str) -> Question:
    """The question of this name.

    Raises:
        UnknownNameError: there is none.
    """
    if name in BY_NAME:
        return BY_NAME[name]
    near = difflib.get_close_matches(name, BY_NAME, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(BY_NAME)}"
    raise UnknownNameError(f"expected the name of a question; found {name!r}; {hint}")


def ask(
    name: str,
    state: State | Shelf,
    filters: Mapping[str, str] | None = None,
    *,
    before: State | None = None,
) -> Answer:
    """Put a question to a state.

    Args:
        name: of the question: see :data:`~detente.reconciliation.answers.QUESTIONS`.
        state: what the standing claims support, at both of the question's clocks; on a shelf that is
            kept, later questions are answered sooner.
        filters: ``country``, ``sector``, ``person``, ``record``, ``from``, ``to``: those the question takes.
        before: for ``diff`` and ``list-changes``, the state as known on the earlier day.

    Raises:
        UnknownNameError: no such question, or it takes no such filter.

    Example:
        >>> ask("released", State()).unknown.missing
        'custody: nobody is told as released'
    """
    asked, given = question(name), dict(filters or {})
    _check(asked, given)
    inquiry = Inquiry(state if isinstance(state, Shelf) else Shelf(state), given, before)
    rows = tuple(asked.rows(inquiry))
    claims = inquiry.claims(i for r in rows for i in (*r.claims, *r.against, *r.derived_from))
    return Answer(
        question=asked.name,
        asks=asked.asks,
        kind=asked.kind,
        numbers=asked.numbers,
        filters=given,
        as_of=inquiry.state.as_of,
        known_by=inquiry.state.known_by,
        verdict=_verdict(asked, rows),
        columns=tuple(rows[0].cells) if rows else (),
        rows=rows,
        unknown=None if rows else _unknown(inquiry, asked),
        evidence=tuple(map(_evidence, claims)),
        groups=_groups(inquiry, claims),
        instruments=tuple(
            sorted({n for c in claims if "instrument" in c.roles for n in c.names("instrument")})
        ),
        derivations=tuple(_derivations(rows)),
        dissent=_dissent(inquiry, rows),
        hedges=tuple(dict.fromkeys(h for c in claims if c.hedges for h in c.hedges)),
        reviews=_reviews(inquiry, claims),
        withheld=tuple(_withheld(claims)),
    )


def _check(asked: Question, given: Mapping[str, str]) -> None:
    for key in given:
        if key not in asked.filters:
            takes = ", ".join(f"--{f}" for f in asked.filters) or "no filter beside the two clocks"
            raise UnknownNameError(f"expected a filter that {asked.name} takes ({takes}); found --{key}")


def _verdict(asked: Question, rows: Sequence[AnswerRow]) -> Verdict | None:
    """That of the main values; where no row is one, the lowest among all."""
    if not rows:
        return "unknown"
    words = [r.verdict for r in rows if r.main] or [r.verdict for r in rows]
    known = [w for w in words if w in ORDER]
    if known:
        return min(known, key=ORDER.index)
    return "unknown" if "unknown" in words else None


def _unknown(inquiry: Inquiry, asked: Question) -> Unknown:
    """What is missing, and how much was looked at in vain."""
    shelf = inquiry.shelf
    looked = [f"{shelf.reports} reports", f"{shelf.size} claims"]
    looked += [f"{shelf.types[t]} {t}" for t in asked.looks]
    return Unknown(asked.missing, (*looked, *(f"{k}: {v}" for k, v in sorted(inquiry.filters.items()))))


def _evidence(claim: Claim) -> Evidence:
    document, span = claim.document, claim.span
    return Evidence(
        claim=claim.id,
        document=document.id,
        sha256=document.sha256,
        published=document.published,
        start=span.start,
        end=span.end,
        exact=span.exact,
        chain=chain(claim),
        hedges=claim.hedges,
        reader=claim.reader,
    )


def _groups(inquiry: Inquiry, claims: Iterable[Claim]) -> tuple[Voices, ...]:
    """Claims by the voice they have in common."""
    found: dict[str, list[Claim]] = defaultdict(list)
    group = inquiry.ground.group
    for claim in claims:
        found[group(claim)].append(claim)
    return tuple(
        Voices(
            key,
            tuple(sorted({c.document.id for c in cs})),
            tuple([c.id for c in cs]),
            inquiry.shelf.reason(key, cs),
        )
        for key, cs in found.items()
    )


def _derivations(rows: Iterable[AnswerRow]) -> Iterable[Derivation]:
    for row in rows:
        if row.rule is not None:
            what = next((str(v) for v in row.cells.values() if isinstance(v, str)), "")
            yield Derivation(what, row.rule, row.derived_from)


def _dissent(inquiry: Inquiry, rows: Sequence[AnswerRow]) -> tuple[Conflict, ...]:
    """The conflicts of the state that bear on these rows: two of their claims speak in them."""
    return inquiry.shelf.dissent(i for r in rows for i in (*r.claims, *r.against))


def _reviews(inquiry: Inquiry, claims: Iterable[Claim]) -> tuple[Judgement, ...]:
    """People's words on the things these claims speak of; what was computed is no review."""
    said = inquiry.shelf.said
    if not said:
        return ()
    about = {c.id for c in claims} | {c.document.sha256 for c in claims}
    about |= {f.entity or f.name for c in claims for fs in c.roles.values() for f in fs}
    return tuple(j for j in said if {j.left, j.right} & about)


def _withheld(claims: Iterable[Claim]) -> Iterable[str]:
    kinds = Counter[str](c.sensitivity for c in claims)
    for kind in WITHHELD:
        if kinds[kind]:
            yield f"{kinds[kind]} claims are {kind.replace('_', ' ')}: left out or coarsened for the public"
