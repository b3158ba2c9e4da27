"""One report as resolution sees it: its claims, whom its names mean, and who acts for whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from detente.language.scripts import fold
from detente.records import UNSTATED, Article, Claim, Filler
from detente.resolution.acts import status_of
from detente.resolution.agencies import agencies
from detente.resolution.agents import KnownAgents, full_name
from detente.resolution.figures import figures
from detente.resolution.homes import heads, home_of, named_in
from detente.resolution.keys import lexicon, name_words
from detente.resolution.people import whole_names
from detente.resolution.states import canonical, organ_of

AMERICA = "United States"
"""Whose houses are meant by their names alone, where nothing speaks against it."""
Place = tuple[int, int, tuple[int, ...], str, str]
"""An order of the claims of one text: see :func:`in_text`."""


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
    scene: frozenset[str] = frozenset()  # states whose places or people its text names: as keys
    publisher: str = ""  # by its key
    taken_back: frozenset[float] = frozenset()  # exact numbers of people that it says were told wrongly
    figures: frozenset[float] = frozenset()  # exact numbers that its text names and no claim of its own tells

    @property
    def names_state(self) -> bool:
        """Is a state named in it, in whatever part?"""
        return bool(self.scene) or any(key.startswith("state:") for key in self.context)

    @property
    def order(self) -> tuple[str, str]:
        """By publication date, then by document."""
        return self.published, self.document

    def key(self, filler: Filler) -> str:
        """What a filler is compared by inside this report: kind and folded full name."""
        return filler_key(filler, self.people)

    def party(self, filler: Filler) -> str:
        """The state a filler acts for, else the filler itself, as a key."""
        full = self.people.get(filler.name, filler.name)
        state = self.acts_for.get(full)
        state = state or organ_of(filler.name, filler.kind)
        return f"state:{fold(state)}" if state else self.key(filler)


def outlet_key(name: str) -> str:
    """What an outlet is compared by, as whom a report names: folded, without its article.

    >>> outlet_key("The Malak Courier")
    'malak courier'
    """
    return fold(name).removeprefix("the ")


def filler_key(filler: Filler, people: dict[str, str]) -> str:
    """Kind and folded name; a person by the longest form, a group without its article."""
    if filler.kind == "person":
        return "person:" + " ".join(name_words(people.get(filler.name, filler.name)))
    if filler.kind == "state":
        return "state:" + fold(canonical(filler.name))
    return f"{filler.kind}:{fold(filler.name).removeprefix('the ')}"


class Told(NamedTuple):
    """What one document gives to resolution."""

    claims: tuple[Claim, ...]
    article: Article | None = None


class Reports:
    """Every report, with what all of them together say of who acts for whom.

    Args:
        known: others, by which a report that is the same there is taken over.
    """

    def __init__(self, known: Reports | None = None) -> None:
        self._elsewhere = known
        self._told: dict[str, Told] = {}
        self._reports: dict[str, Report] = {}
        self._alone: dict[str, Report] = {}  # as each stands by itself
        self._guessed: dict[str, dict[str, str]] = {}
        self._naming: dict[str, set[str]] = defaultdict(set)  # full name → documents
        self._saying: dict[str, set[str]] = defaultdict(set)  # who acts for a state → documents that say so
        self._known, self._presumed = KnownAgents(), KnownAgents()

    def __getitem__(self, document: str) -> Report:
        return self._reports[document]

    def get(self, document: str) -> Report | None:
        """A report, where there is one."""
        return self._reports.get(document)

    def told(self, document: str) -> Told | None:
        """What a document gave."""
        return self._told.get(document)

    def saying(self, documents: Iterable[str], names: Collection[str]) -> Iterator[tuple[str, str, str]]:
        """For which state one of these names acts, as a report says by itself: state, publication, report."""
        within = set(documents)
        for document, name in ((d, n) for n in names for d in self._saying.get(n, ()) if d in within):
            report = self._alone[document]
            yield (report.acts_for[name], *report.order)

    def put(self, fresh: Mapping[str, Told | None]) -> dict[str, Report | None]:
        """Take in documents in the place of what they were, None for one that is gone.

        Returns:
            the reports that are others now: also those that name somebody of whom a fresh one says for whom
            they act. None for those that are no more.
        """
        moved = set[str]()
        for document, told in fresh.items():
            self._take_out(document)
            alone, guessed = self._by_itself(document, told) if told is not None else (None, {})
            if told is not None:
                self._told[document] = told
            if alone is not None:
                self._alone[document], self._guessed[document] = alone, guessed
                for name in map(full_name, alone.people.values()):
                    self._naming[name].add(document)
                for name in alone.acts_for:
                    self._saying[name].add(document)
            moved |= self._known.put(document, alone.acts_for if alone else {})
            moved |= self._presumed.put(document, guessed)
        near = {document for name in moved for document in self._naming.get(name, ())}
        return dict(self._changed(near | fresh.keys()))

    def _by_itself(self, document: str, told: Told) -> tuple[Report | None, dict[str, str]]:
        there = self._elsewhere
        if there is not None and there._told.get(document) is told and document in there._alone:
            return there._alone[document], there._guessed[document]
        return by_itself(told)

    def _take_out(self, document: str) -> None:
        self._told.pop(document, None)
        alone = self._alone.pop(document, None)
        self._guessed.pop(document, None)
        for name in map(full_name, alone.people.values() if alone else ()):
            self._naming[name].discard(document)
        for name in alone.acts_for if alone else ():
            self._saying[name].discard(document)

    def _changed(self, documents: Iterable[str]) -> Iterator[tuple[str, Report | None]]:
        for document in sorted(documents):
            alone, before = self._alone.get(document), self._reports.pop(document, None)
            now = self._shared(alone) if alone is not None else None
            if now is not None:
                there = before or (self._elsewhere and self._elsewhere._reports.get(document))
                now = there if there is not None and now == there else now
                self._reports[document] = now
            if now != before:
                yield document, now

    def _shared(self, report: Report) -> Report:
        return sharing(report, self._guessed[report.document], self._known, self._presumed)


def sharing(report: Report, guessed: dict[str, str], known: KnownAgents, presumed: KnownAgents) -> Report:
    """A report with what all of them say of who acts for whom; what it says itself comes first.

    Args:
        report: as it stands alone.
        guessed: whom it presumably means.
        known: what all reports say.
        presumed: what all of them presumably mean.
    """
    names = sorted(set(report.people.values()))
    told = presumed.of(names) | guessed | known.of(names) | report.acts_for
    return replace(report, acts_for=told)


def distinct(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Every claim of a document once, in the order of the text."""
    ordered = sorted(claims, key=lambda c: (*in_text(c), c.document.path))
    return tuple({c.id: c for c in reversed(ordered)}.values())[::-1]


def in_text(claim: Claim) -> Place:
    """Where a claim stands in its text; of two on the same words, whose people and parties are named first.

    Only claims that differ in nothing of this go by their ids: an id is a hash, and orders nothing.
    """
    words, names = claim.span.exact, (f.name for fs in claim.roles.values() for f in fs)
    named = tuple(sorted(at for name in names if (at := words.find(name)) >= 0))
    return claim.span.start, claim.span.end, named, claim.type, claim.id


def by_itself(told: Told) -> tuple[Report | None, dict[str, str]]:
    """A report as it stands alone, and whom it presumably means by "the president"."""
    if not told.claims:
        return None, {}
    at_home = home_of(told.claims[-1].document, told.article)
    report = _report(told.claims, at_home, named_in(told.article))
    report = replace(report, figures=figures(told.article, told.claims))
    return report, _at_home(report, at_home)


def _report(claims: tuple[Claim, ...], at_home: str | None, named: frozenset[str]) -> Report:
    people = whole_names(f.name for c in claims for fs in c.roles.values() for f in fs if f.kind == "person")
    context = frozenset(_named(claims, people))
    document = claims[0].document
    return Report(
        document=document.sha256,
        published=document.published or "",
        claims=claims,
        people=people,
        acts_for=_houses(claims, at_home, named) | agencies(claims, people),
        context=context | ({f"state:{fold(at_home)}"} if at_home else set()),
        scene=frozenset(f"state:{fold(state)}" for state in named),
        custodian=_custodian(claims, people, at_home),
        publisher=outlet_key(document.publisher or ""),
        taken_back=frozenset(_taken_back(claims)),
    )


def _houses(claims: tuple[Claim, ...], at_home: str | None, named: frozenset[str]) -> dict[str, str]:
    """ "Congress", "the Senate": of the state a report is from that never speaks of the United States."""
    if at_home in (None, AMERICA) or AMERICA in named:
        return {}
    names = {f.name for c in claims for fillers in c.roles.values() for f in fillers}
    bare = (n for n in sorted(names) if fold(n).removeprefix("the ") in lexicon()["houses"])
    return dict.fromkeys(bare, at_home or "")


def _at_home(report: Report, at_home: str | None) -> dict[str, str]:
    """The bare "president" of a report that names no other state is that of the state it is from."""
    states = {key for key in report.context if key.startswith("state:")}
    if at_home is None or states - {f"state:{fold(at_home)}"}:
        return {}
    return {report.people.get(person, person): at_home for person in sorted(heads(report.claims))}


def _taken_back(claims: Sequence[Claim]) -> Iterator[float]:
    """Exact numbers of people freed or pardoned that a report denies: "28 was wrong"."""
    for claim in claims:
        denied = claim.type in ("RELEASE", "CLEMENCY") and status_of(claim) == "denied"
        counted = claim.quantity if denied else None
        if counted is not None and counted.lo is not None and counted.lo == counted.hi:
            yield counted.lo


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
