"""Assertions checked against what is told: a miss is recorded with its difference, and hides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from detente.language.scripts import fold
from detente.reconciliation.answers.keys import country
from detente.reconciliation.conflicts import number
from detente.reconciliation.ground import Ground, ids, place, voice
from detente.reconciliation.intervals import consistent, subtract
from detente.records import Assertion, Checked, Conflict, Count, Quantity


class _Told(NamedTuple):
    """One count that may be the one that is meant."""

    day: str
    quantity: Quantity
    claims: tuple[str, ...]


def checked(assertion: Assertion, ground: Ground, counts: Sequence[Count], *, as_of: str | None) -> Checked:
    """Whether the record holds what is asserted.

    Of happenings any one may be meant, for totals of several are never added up (CODEBOOK §8.18); of
    stocks the last. Where a source is named, its own last word counts and no other.
    """
    if as_of is not None and assertion.by is not None and as_of < assertion.by:
        return Checked(assertion=assertion, holds=None, sentence=f"{_said(assertion)}: its day is to come.")
    told = sorted(_told(assertion, ground, counts), key=lambda t: (t.day, t.claims))
    if assertion.what == "held":
        told = told[-1:]
    if not told:
        sentence = f"{_said(assertion)}: nothing of the kind is told."
        return Checked(assertion=assertion, holds=None, sentence=sentence)
    nearest = min(told, key=lambda t: (not consistent(t.quantity, assertion.count), _apart(t, assertion)))
    if consistent(nearest.quantity, assertion.count):
        sentence = f"{_said(assertion)}: holds."
        return Checked(
            assertion=assertion, holds=True, found=nearest.quantity, claims=nearest.claims, sentence=sentence
        )
    return _missed(assertion, nearest)


def _missed(assertion: Assertion, told: _Told) -> Checked:
    short = (told.quantity.hi or 0) < (assertion.count.lo or 0) if told.quantity.hi is not None else False
    pair = (assertion.count, told.quantity) if short else (told.quantity, assertion.count)
    difference = subtract(*pair)
    apart = f"{number(difference)} {'fewer' if short else 'more'}"
    sentence = f"{_said(assertion)}: found {number(told.quantity)}, {apart}."
    return Checked(
        assertion=assertion, holds=False, found=told.quantity, difference=difference, short=short,
        claims=told.claims, sentence=sentence,
    )  # fmt: skip


def _said(assertion: Assertion) -> str:
    who = f" by {assertion.country}" if assertion.country else ""
    since = f" since {assertion.since}" if assertion.since else ""
    until = f" up to {assertion.by}" if assertion.by else ""
    per = f", per {assertion.per}" if assertion.per else ""
    return f"Asserted: {number(assertion.count)} {assertion.what}{who}{since}{until}{per}"


def _apart(told: _Told, assertion: Assertion) -> float:
    one, two = told.quantity, assertion.count
    low, high = one.lo or 0, one.hi if one.hi is not None else one.lo or 0
    return min(abs(low - (two.lo or 0)), abs(high - (two.hi if two.hi is not None else two.lo or 0)))


def _told(assertion: Assertion, ground: Ground, counts: Sequence[Count]) -> Iterator[_Told]:
    for count in counts:
        what, _, agent = count.population.partition(" by ")
        day = (count.as_of or _reported(ground, count))[:10]
        meant = what == assertion.what and (
            assertion.country is None or (bool(agent) and country(agent) == country(assertion.country))
        )
        late = assertion.by is not None and day > assertion.by
        early = assertion.since is not None and day < assertion.since
        if meant and not late and not early:
            yield from _values(assertion, ground, count, day)


def _reported(ground: Ground, count: Count) -> str:
    """The day of the first report: what nobody dates took place by then, and no sooner is it told."""
    days = (ground.claims[i].document.published for i in count.claims if i in ground.claims)
    return min((d for d in days if d), default="")


def _values(assertion: Assertion, ground: Ground, count: Count, day: str) -> Iterator[_Told]:
    if assertion.per is None:
        if count.quantity is not None:
            yield _Told(day, count.quantity, count.claims)
        return
    wanted = fold(assertion.per)
    claims = [ground.claims[i] for i in count.claims if i in ground.claims]
    own = [c for c in claims if c.quantity and wanted in (fold(voice(c)), fold(count.owner or ""))]
    if own:
        last = max(own, key=lambda c: (c.document.published or "", place(c)))
        assert last.quantity is not None
        yield _Told(day, last.quantity, ids(c for c in own if c.quantity == last.quantity))


def as_conflicts(found: Sequence[Checked]) -> tuple[Conflict, ...]:
    """What was asserted and is not so, beside the other conflicts."""
    return tuple(
        Conflict(
            sentence=c.sentence, claims=c.claims, settled_by="the assertion, or the source", kind="assertion"
        )
        for c in found
        if c.holds is False
    )
