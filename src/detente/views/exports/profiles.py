"""What may leave the desk: a state as one profile shows it, and a note of what it leaves out (CODEBOOK §9).

``internal`` shows everything. ``partner`` drops what is sealed. ``public`` drops what is sealed and
relatives and minors, and coarsens people at risk: places to their country, days to their month, and no
quotation, for the words would tell what the fields do not. What shares words with what is left out or
coarsened is treated alike, and so is what names a person of whom nothing else tells; the words around a
claim are given to the desk alone. Ids of claims and hashes of documents stay, so that who holds the
ledger can be asked. Without links, addresses are left out too: in some states to store or
share the address of a listed page is itself punished.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, Literal, get_args

from msgspec.structs import replace

from detente.errors import UnknownNameError
from detente.language.gazetteer import gazetteer
from detente.records import Claim, Filler, Linkage, Sensitivity, Span, State, Time
from detente.records.base import Record
from detente.records.hidden import Beside

Profile = Literal["internal", "partner", "public"]
DROPPED: Final[dict[Profile, tuple[Sensitivity, ...]]] = {
    "internal": (),
    "partner": ("sealed",),
    "public": ("sealed", "relative_minor"),
}
PLACES: Final = frozenset({"place", "facility"})
VERBATIM: Final = ("condition", "topic", "label")


class Withheld(Record, frozen=True, kw_only=True):
    """What a profile left out, in numbers and ids: never what it was."""

    profile: Profile
    claims: int  # how many are shown
    dropped: dict[str, int]  # kind of sensitivity → claims left out; those that overlap their words
    coarsened: tuple[str, ...] = ()  # ids of claims with place, day and words made coarse
    links: int = 0  # addresses left out

    @property
    def sentence(self) -> str:
        """The note in words.

        >>> Withheld(profile="public", claims=9, dropped={"sealed": 2}).sentence
        'profile public: 9 claims shown; left out: 2 sealed'
        """
        parts = [f"profile {self.profile}: {self.claims} claims shown"]
        out = ", ".join(f"{n} {kind.replace('_', ' ')}" for kind, n in self.dropped.items())
        parts += [f"left out: {out}"] if out else []
        parts += [f"coarsened: {len(self.coarsened)} of people at risk"] if self.coarsened else []
        parts += [f"without {self.links} links"] if self.links else []
        return "; ".join(parts)


def profiled(state: State, name: str, *, links: bool = True) -> tuple[State, Withheld]:
    """The claims of a state as a profile shows them, and what it withheld.

    The records of a state quote its claims; for a profile that withholds any, only its claims are given.

    Args:
        state: what the standing claims support.
        name: of the profile.
        links: whether addresses may be shared.

    Raises:
        UnknownNameError: no such profile.
    """
    profile = _profile(name)
    hidden = [c for c in state.claims if c.sensitivity in DROPPED[profile]]
    kept = _beside(state.claims, hidden)
    dropped = Counter[str](c.sensitivity for c in hidden)
    dropped["overlapping"] = len(state.claims) - len(hidden) - len(kept)
    dropped += Counter()  # without what is none
    at_risk = [c for c in kept if profile == "public" and c.sensitivity == "at_risk"]
    risky = {c.id for c in kept} - {c.id for c in _beside(kept, at_risk)}
    shown = [_coarse(c) if c.id in risky else c for c in kept]
    addresses = 0 if links else sum(c.document.url is not None for c in shown)
    shown = shown if links else [replace(c, document=replace(c.document, url=None)) for c in shown]
    note = Withheld(
        profile=profile, claims=len(shown), dropped=dict(sorted(dropped.items())),
        coarsened=tuple(sorted(risky)), links=addresses,
    )  # fmt: skip
    if profile == "internal" and links:
        return state, note
    left = {c.id for c in shown}
    claims = tuple(_without(c, left) for c in shown)
    if profile != "internal":  # the words around a claim may be those of one that is left out
        claims = tuple(replace(c, span=replace(c.span, prefix="", suffix="")) for c in claims)
    return State(as_of=state.as_of, known_by=state.known_by, claims=claims), note


def _beside(claims: Iterable[Claim], hidden: Iterable[Claim]) -> list[Claim]:
    """The claims that neither share words with these nor name whom these alone tell of."""
    apart = tuple(hidden)
    ids = {claim.id for claim in apart}
    others = tuple(claim for claim in claims if claim.id not in ids)
    beside = Beside(apart, others)
    return [claim for claim in others if not beside.has(claim)]


def _profile(name: str) -> Profile:
    for profile in get_args(Profile):
        if name == profile:
            return profile  # type: ignore[no-any-return]
    raise UnknownNameError(f"expected a profile: {', '.join(get_args(Profile))}; found {name!r}")


def _without(claim: Claim, left: set[str]) -> Claim:
    """The claim without pointers to claims that are left out."""
    content, link = tuple(i for i in claim.content if i in left), claim.linkage
    if link is not None:
        link = Linkage(link.class_, link.cue, link.direction, tuple(i for i in link.to if i in left))
    return replace(claim, content=content, linkage=link)


def _coarse(claim: Claim) -> Claim:
    """Where in its country, when in its month, and in nobody's words."""
    roles = {role: tuple(_far(f) for f in fillers) for role, fillers in claim.roles.items()}
    blank = dict.fromkeys(VERBATIM)
    return replace(
        claim,
        roles={role: fillers for role, fillers in roles.items() if fillers},
        time=None if claim.time is None else _month(claim.time),
        as_of=None if claim.as_of is None else claim.as_of[:7],
        span=Span(claim.span.start, claim.span.end, "", kind=claim.span.kind),
        quantity=None if claim.quantity is None else replace(claim.quantity, cue=""),
        hedges=(),
        **blank,
    )


def _far(filler: Filler) -> Filler:
    """A place by its country; one whose country is not known by nothing at all."""
    if filler.kind not in PLACES:
        return filler
    country = next(_countries(filler.name), None)
    return Filler("withheld", "place") if country is None else Filler(country, "state")


def _countries(name: str) -> Iterator[str]:
    known = (
        gazetteer().state(h.actor or h.name) or gazetteer().state(h.code or "")
        for h in gazetteer().find(name)
    )
    return (s.name for s in known if s is not None)


def _month(time: Time) -> Time:
    """The months that its ends lie in.

    >>> _month(Time("2026-02-03", "2026-02-03")).end
    '2026-02-28'
    """
    start = None if time.start is None else f"{time.start[:7]}-01"
    end = None if time.end is None else _last_of(time.end)
    return Time(start, end, "month", time.basis, None)


def _last_of(day: str) -> str:
    year, month = int(day[:4]), int(day[5:7] or 1)
    return f"{year:04}-{month:02}-{monthrange(year, month)[1]}"
