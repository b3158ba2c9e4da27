"""A question on its way: the state it is put to, its filters, and the words rows are built with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from detente.language.names import compare_prepared, prepare
from detente.language.scripts import fold
from detente.reconciliation.answers.keys import country
from detente.reconciliation.answers.shelf import Shelf
from detente.reconciliation.days import earliest
from detente.reconciliation.ground import Ground, in_order, voice
from detente.reconciliation.support import side, verdict
from detente.records import AnswerRow, Cell, Claim, Filler, State, Time, Verdict
from detente.records.windows import dated


@dataclass(frozen=True)
class Inquiry:
    """A state with its indexes, and what was asked of it."""

    shelf: Shelf
    filters: Mapping[str, str] = field(default_factory=dict)
    before: State | None = None  # for a diff: the same ledger, as known on an earlier day

    @cached_property
    def state(self) -> State:
        """The state that is asked."""
        return self.shelf.state

    @cached_property
    def ground(self) -> Ground:
        """The claims with their indexes."""
        return self.shelf.ground

    @property
    def day(self) -> str | None:
        """The day asked about; where none was given, that of the latest report."""
        return self.state.as_of or self.state.known_by or self.shelf.last_day

    def claims(self, names: Iterable[str]) -> tuple[Claim, ...]:
        """The claims with these ids, each once."""
        known = self.ground.claims
        return tuple([known[i] for i in dict.fromkeys(names) if i in known])

    def of(self, *types: str) -> tuple[Claim, ...]:
        """The claims of these types, or ``TYPE/sub``, in order."""
        return self.shelf.of(types)

    def asked(self, *types: str) -> tuple[Claim, ...]:
        """Of the claims of these types those that may have to do with whom the filters name."""
        if "person" in self.filters:
            return self.shelf.naming(types, self.filters["person"])
        if "country" in self.filters:
            return self.shelf.about(types, self.filters["country"])
        return self.shelf.of(types)

    def verdict(self, claims: Iterable[Claim], *against: Iterable[Claim]) -> Verdict:
        """The verdict word of what these claims state and others dispute."""
        grades = self.state.grades
        others = [side(self.ground, tuple(no), grades) for no in against]
        return verdict(side(self.ground, tuple(claims), grades), *others)

    def row(
        self,
        cells: Mapping[str, Cell],
        claims: Iterable[Claim | str] = (),
        against: Iterable[Claim | str] = (),
        *,
        word: Verdict | None = None,
        main: bool = False,
        derived_from: Iterable[str] = (),
        rule: str | None = None,
    ) -> AnswerRow:
        """A row with its verdict (that of its claims where ``word`` gives none) and its reports."""
        yes, no = self._in_order(claims), self._in_order(against)
        basis = tuple(dict.fromkeys(derived_from))
        if word is None and yes and rule is None:
            word = self.verdict(yes, no)
        documents = {c.document.id for c in (*yes, *no, *(self.claims(basis) if basis else ()))}
        return AnswerRow(
            cells=dict(cells),
            verdict=word,
            main=main,
            claims=tuple([c.id for c in yes]),
            against=tuple([c.id for c in no]),
            derived_from=basis,
            rule=rule,
            documents=tuple(sorted(documents)),
        )

    def _in_order(self, claims: Iterable[Claim | str]) -> tuple[Claim, ...]:
        if claims == ():
            return ()
        return in_order(self.claims([c if isinstance(c, str) else c.id for c in claims]))

    # -- filters -----------------------------------------------------------------------------

    def is_country(self, *names: str | None) -> bool:
        """Does one of these names stand for the country asked about, if one was?"""
        wanted = self._country
        return wanted is None or any(country(n) == wanted for n in names if n)

    @cached_property
    def _country(self) -> str | None:
        wanted = self.filters.get("country")
        return None if wanted is None else country(wanted)

    def is_sector(self, *names: str | None) -> bool:
        """Does one of these speak of the sector asked about, if one was?"""
        wanted = fold(self.filters.get("sector", ""))
        return not wanted or any(wanted in fold(n) for n in names if n)

    def is_person(self, *names: str | None) -> bool:
        """Is one of these the person asked about, if one was?"""
        wanted = self.filters.get("person")
        return wanted is None or any(_one_name(wanted, n) for n in dict.fromkeys(names) if n)

    def within(self, time: Time | None) -> bool:
        """Did it happen between the days asked about? A day that nobody states may be any."""
        first, last = self.filters.get("from"), self.filters.get("to")
        if first is None and last is None:
            return True
        window = dated(time)
        if window is None:
            bound = time.end if time else None
            return first is None or bound is None or bound >= first
        start, end = (d.isoformat() for d in window)
        return (first is None or end >= first) and (last is None or start <= last)


def _one_name(wanted: str, name: str) -> bool:
    left, right = fold(wanted), fold(name)
    if left == right or set(left.split()) <= set(right.split()):
        return True
    return (
        " " in left and " " in right and compare_prepared(prepared(wanted), prepared(name)).verdict == "same"
    )


prepared = lru_cache(maxsize=1 << 16)(prepare)
"""A name taken apart: the same names are asked about again and again."""


def speaker(claim: Claim) -> str:
    """Who says so; an unnamed source with the outlet that heard it."""
    inner = claim.attribution[-1] if claim.attribution else None
    outlet = claim.document.publisher or claim.document.id
    name = voice(claim)
    return name if inner is None or inner.named or name == outlet else f"{name} ({outlet})"


def chain(claim: Claim) -> tuple[str, ...]:
    """Who says so, outlet first, innermost last."""
    outlet = claim.document.publisher or claim.document.id
    return (outlet, *[link.name for link in claim.attribution])


def when(claims: Iterable[Claim]) -> Time | None:
    """The narrowest day that claims give for what they tell, else the bound of its publication."""
    told = tuple(claims)
    time = earliest(c.time for c in told)
    if time is not None:
        return time
    bound = min((c.document.published for c in told if c.document.published), default=None)
    return Time(None, bound, "day", "publication_bound") if bound else None


def day_of(time: Time | None) -> str | None:
    """A time as EDTF: a day, ``start/end``, or ``../end`` where only a bound is known.

    >>> day_of(Time("2026-01-02", "2026-01-02")), day_of(Time(None, "2026-01-02"))
    ('2026-01-02', '../2026-01-02')
    """
    if time is None or time.end is None:
        return time.start if time else None
    if time.start is None or time.basis == "publication_bound":
        return f"../{time.end}"
    return time.end if time.start == time.end else f"{time.start}/{time.end}"


def names(fillers: Sequence[Filler]) -> tuple[str, ...]:
    """Names of fillers, the unstated among them as such."""
    return tuple(dict.fromkeys(f.name for f in fillers))
