"""From what a person fills in to a claim: plain words and numbers become fillers, bounds and days."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import Any, Final, get_args

import msgspec
from msgspec.structs import replace

from detente.codebook import EventType, codebook
from detente.errors import InputError
from detente.language.dates import bound
from detente.language.gazetteer import gazetteer
from detente.language.numbers import quantities
from detente.ledger.journal import is_day
from detente.reconciliation.coded import PERSON
from detente.records import (
    UNSTATED,
    Article,
    Claim,
    Filler,
    FillerKind,
    Precision,
    Quantity,
    ReaderRef,
    Span,
    Time,
    claim_id,
    to_builtins,
)

SET_BY_US: Final = frozenset({"id", "document", "reader", "rule", "span", "confidence"})
NUMBERS: Final = ("quantity", "penalty", "money")
SURE: Final = 0.99
"""How sure it is that the text says so, where a person has read it."""

Fields = Mapping[str, Any]
"""Fields of a claim under their public names, as in JSON; or in short, as :func:`filled` says."""


def own_claim(fields: Fields, article: Article, *, quote: str | None, author: str) -> Claim:
    """A claim that a person makes, at these words of a text; without words, at all of it.

    Raises:
        InputError: the words do not stand there just once, or a field cannot be.
    """
    given = {"roles": {}, **fields}
    if "type" not in given:
        raise InputError(f"expected the type of the claim; found none; one of {', '.join(codebook().types)}")
    body = {
        "id": "", "span": _span(article, quote), "document": article.document,
        "time": to_builtins(bound(article.document.published)), **filled(given),
    }  # fmt: skip
    claim = _claim({**body, "reader": ReaderRef(PERSON, "1", author)})
    return _named(replace(claim, roles=_with_unstated(claim)))


def corrected(was: Claim, changes: Fields, *, author: str) -> Claim:
    """The claim with these fields changed, as the person's own; roles are changed one by one.

    Raises:
        InputError: nothing is changed, or a field cannot be.
    """
    if not changes:
        raise InputError("expected what is to be changed; found nothing; give a field, or reject the claim")
    type_ = changes.get("type", was.type)
    given = filled({**changes, "type": type_})
    body = to_builtins(was)
    roles = {**(body["roles"] if type_ == was.type else {}), **given.pop("roles", {})}
    kept = {role: fillers for role, fillers in roles.items() if fillers}
    body |= {**given, "roles": kept, "reader": to_builtins(ReaderRef(PERSON, "1", author))}
    return _named(_claim(body))


def filled(fields: Fields) -> dict[str, Any]:
    """The fields in full, ready to become a claim.

    In short may be given: a role as ``"Osmia"`` or ``"Dorn:facility"`` or several of these, a number
    as ``"at least 12"``, a time as ``"2026-03-14"`` or ``"2026-03-01/2026-03-14"``, the attribution as
    ``"Lena Marr:witness"``.

    >>> filled({"type": "RELEASE", "quantity": "at least 12"})["quantity"]["lo"]
    12
    """
    for name in fields:
        if name in SET_BY_US or name not in Claim.__struct_fields__:
            raise InputError(_unknown(name, [f for f in Claim.__struct_fields__ if f not in SET_BY_US]))
    kind = _type(str(fields.get("type")))
    out = dict(fields)
    if "roles" in out:
        out["roles"] = {role: _fillers(kind, role, given) for role, given in out["roles"].items()}
    out |= {name: _number(name, out[name]) for name in NUMBERS if isinstance(out.get(name), str)}
    if isinstance(out.get("time"), str):
        out["time"] = _time(out["time"])
    if isinstance(out.get("attribution"), str):
        out["attribution"] = [_speaker(out["attribution"])]
    return out


def _type(name: str) -> EventType:
    kind = codebook().types.get(name)
    if kind is None:
        raise InputError(_unknown(name, codebook().types))
    return kind


def _fillers(kind: EventType, role: str, given: object) -> list[dict[str, Any]]:
    known = {r.name: r for r in kind.roles}
    if role not in known or known[role].field is not None:
        raise InputError(_unknown(role, [r.name for r in kind.roles if r.field is None]))
    several: Sequence[object] = (
        given if isinstance(given, list | tuple) else () if given is None else (given,)
    )
    kinds = known[role].kinds or codebook().roles[role].kinds
    return [{**one, "entity": None} if isinstance(one, dict) else _filler(str(one), kinds) for one in several]


def _filler(text: str, kinds: Sequence[FillerKind]) -> dict[str, Any]:
    """``Dorn:facility``; without its kind the first that the role takes, a state where it is one."""
    name, _, kind = text.rpartition(":")
    if name and kind in get_args(FillerKind):
        return {"name": name, "kind": kind}
    if text == UNSTATED:
        return {"name": UNSTATED, "kind": "unstated"}
    is_state = "state" in kinds and gazetteer().state(text) is not None
    return {"name": text, "kind": "state" if is_state else next(iter(kinds), "value")}


def number(text: str, name: str = "count") -> Quantity:
    """A number in words, with its bounds.

    Raises:
        InputError: there is none.

    >>> number("at least 24").lo
    24
    """
    found = quantities(text, articles=True)
    if not found:
        raise InputError(f"{name}: expected a number like 12, 'at least 12' or 'dozens'; found {text!r}")
    return with_cue(found[0].quantity, text)


def _number(name: str, text: str) -> dict[str, Any]:
    return dict(to_builtins(number(text, name)))


def with_cue(quantity: Quantity, text: str) -> Quantity:
    """The bounds with all the words that were given for them.

    >>> with_cue(Quantity(12, None, cue="at least 12"), "at least 12 men").cue
    'at least 12 men'
    """
    return replace(quantity, cue=text.strip())


def _time(text: str) -> dict[str, Any]:
    """A day, two days with a stroke between, or ``..`` for an open end."""
    first, stroke, last = text.partition("/")
    start, end = (None if part in ("", "..") else part for part in (first, last if stroke else first))
    for part in (start, end):
        if part is not None and not is_day(part):
            raise InputError(f"time: expected a day like 2026-03-14, or two with / between; found {text!r}")
    precision: Precision = "day" if start == end else "vague"
    return dict(to_builtins(Time(start, end, precision, "stated", None)))


def _speaker(text: str) -> dict[str, Any]:
    name, _, kind = text.rpartition(":")
    return {"name": name or text, "kind": kind if name else "person", "cue": "", "named": True}


def _span(article: Article, quote: str | None) -> Span:
    if quote is None:
        quote = article.text.strip()
    at = article.text.find(quote)
    if at < 0 or not quote.strip():
        raise InputError(f"expected words of the text; found {quote!r}, which it does not have")
    if article.text.find(quote, at + 1) >= 0:
        raise InputError(f"expected words that stand there once; found {quote!r} more than once; quote more")
    return Span.of(article.text, at, at + len(quote))


def _claim(body: Mapping[str, Any]) -> Claim:
    data = {**to_builtins(body), "rule": "person", "confidence": SURE}
    try:
        claim = msgspec.convert(data, Claim)
    except msgspec.ValidationError as error:
        raise InputError(f"expected a claim of the codebook; found: {error}") from error
    subs = codebook().types[claim.type].sub
    if claim.sub is not None and claim.sub not in subs:
        raise InputError(f"sub: {_unknown(claim.sub, subs)}")
    return claim


def _with_unstated(claim: Claim) -> dict[str, tuple[Filler, ...]]:
    """Needed roles that nobody filled are open, and say so."""
    needed = [r.name for r in codebook().types[claim.type].roles if r.needed and not r.one_of and not r.field]
    blank = {name: (Filler(UNSTATED, "unstated"),) for name in needed if not claim.roles.get(name)}
    return dict(sorted({**claim.roles, **blank}.items()))


def _named(claim: Claim) -> Claim:
    return replace(
        claim,
        id=claim_id(
            claim.document.sha256, claim.span, claim.type, claim.sub, claim.roles, claim.quantity, claim.mode,
            claim.polarity, claim.attribution, claim.reader,
        ),
    )  # fmt: skip


def _unknown(name: str, known: Sequence[str] | Mapping[str, Any]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}"
    return f"expected a name of the codebook; found {name!r}; {hint}"
