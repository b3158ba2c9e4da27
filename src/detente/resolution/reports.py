"""One report as resolution sees it: its claims, whom its names mean, and who acts for whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from detente.language.scripts import fold
from detente.records import UNSTATED, Article, Claim, Filler, Reading
from detente.resolution.agencies import agencies
from detente.resolution.agents import KnownAgents
from detente.resolution.homes import heads, homes
from detente.resolution.keys import lexicon, name_words
from detente.resolution.people import whole_names
from detente.resolution.states import canonical, organ_of


@dataclass(frozen=True, slots=True)
class Report:
    """The claims of one document with the names in them settled among themselves."""

    document: str  # sha256
    published: str  # ISO date, "" where unknown
    claims: tuple[Claim, ...]
    people: dict[str, str]  # name of a person as it stands → the longest form of it in this report
    acts_for: dict[str, str]  # person in the longest form → state
    context: frozenset[str] = frozenset()  # whom and what it names, beside groups: as keys
    custodian: str | None = None  # the state in whose custody people are where the report names none

    def key(self, filler: Filler) -> str:
        """What a filler is compared by inside this report: kind and folded full name."""
        return filler_key(filler, self.people)

    def party(self, filler: Filler) -> str:
        """The state a filler acts for, else the filler itself, as a key."""
        full = self.people.get(filler.name, filler.name)
        state = self.acts_for.get(full)
        state = state or organ_of(filler.name, filler.kind)
        return f"state:{fold(state)}" if state else self.key(filler)


def filler_key(filler: Filler, people: dict[str, str]) -> str:
    """Kind and folded name; a person by the longest form, a group without its article."""
    if filler.kind == "person":
        return "person:" + " ".join(name_words(people.get(filler.name, filler.name)))
    if filler.kind == "state":
        return "state:" + fold(canonical(filler.name))
    return f"{filler.kind}:{fold(filler.name).removeprefix('the ')}"


def distinct(readings: Iterable[Reading]) -> tuple[Claim, ...]:
    """Every claim once, in the order of document and text: the order of readings plays no part."""
    claims = (c for r in readings for c in r.claims)
    ordered = sorted(
        claims, key=lambda c: (c.document.sha256, c.span.start, c.span.end, c.id, c.document.path)
    )
    return tuple({c.id: c for c in reversed(ordered)}.values())[::-1]


def reports_of(claims: Sequence[Claim], articles: Iterable[Article] = ()) -> tuple[Report, ...]:
    """One report per document, by publication date."""
    at_home = homes(claims, articles)
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document.sha256].append(claim)
    reports = [_report(sha, tuple(cs), at_home.get(sha)) for sha, cs in by_document.items()]
    said = [r.acts_for for r in reports]
    guessed = [_at_home(r, at_home.get(r.document)) for r in reports]
    known, presumed = KnownAgents(said), KnownAgents(guessed)
    shared = (
        replace(r, acts_for=presumed.of(r) | guess | known.of(r) | r.acts_for)
        for r, guess in zip(reports, guessed, strict=True)
    )
    return tuple(sorted(shared, key=lambda r: (r.published, r.document)))


def _report(sha256: str, claims: tuple[Claim, ...], at_home: str | None) -> Report:
    people = whole_names(f.name for c in claims for fs in c.roles.values() for f in fs if f.kind == "person")
    context = frozenset(_named(claims, people))
    return Report(
        document=sha256,
        published=claims[0].document.published or "",
        claims=claims,
        people=people,
        acts_for=agencies(claims, people),
        context=context | ({f"state:{fold(at_home)}"} if at_home else set()),
        custodian=_custodian(claims, people, at_home),
    )


def _at_home(report: Report, at_home: str | None) -> dict[str, str]:
    """The bare "president" of a report that names no other state is that of the state it is from."""
    states = {key for key in report.context if key.startswith("state:")}
    if at_home is None or states - {f"state:{fold(at_home)}"}:
        return {}
    return {report.people.get(person, person): at_home for person in sorted(heads(report.claims))}


_CUSTODY = ("releaser", "granter", "detainer", "holder", "mover", "from", "place")


def _custodian(claims: Sequence[Claim], people: dict[str, str], at_home: str | None) -> str | None:
    """The state a report is from, where it names no other custody, no swap, no hostages and no captor."""
    if at_home is None or any(c.sub == "swap_release" or _is_captive(c) for c in claims):
        return None
    fillers = [f for c in claims for r in _CUSTODY for f in c.roles.get(r, ()) if f.name != UNSTATED]
    states = {filler_key(f, people) for f in fillers if f.kind == "state"}
    captors = any(f.kind == "organisation" for c in claims for f in c.roles.get("detainer", ()))
    return None if captors or states - {f"state:{fold(at_home)}"} else at_home


def _is_captive(claim: Claim) -> bool:
    """Is somebody told of as a hostage, or as taken by force?"""
    words = {w.rstrip("s") for n in claim.names("group") for w in fold(n).split()}
    return claim.sub == "abduct" or not words.isdisjoint(lexicon()["captives"])


_NAMED = ("person", "organisation", "facility", "place", "state", "instrument")


def _named(claims: Sequence[Claim], people: dict[str, str]) -> Iterator[str]:
    """Keys of all that the claims name, sources among it; a source may be a person or a body."""
    for claim in claims:
        fillers = (f for fs in claim.roles.values() for f in fs)
        yield from (filler_key(f, people) for f in fillers if f.kind in _NAMED and f.name != UNSTATED)
        for source in claim.attribution:
            if source.named:
                yield filler_key(Filler(source.name, "person"), people)
                yield filler_key(Filler(source.name, "organisation"), people)
