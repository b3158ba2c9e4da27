"""Which reports bear on a question about other days, found in the latest state.

A row of an answer rests on claims, on the records in which they stand, and on whose word they are. From
the claims that have to do with a country or a person one comes to their happenings, with all who tell them;
to the bargains that these may be part of; to the people named in them, with all that is told of these; to
the measures of the same authorities; and to the texts that give one another's words. What these reports tell
in passing beside it bears on nothing. On an earlier day no more hangs together than now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from detente.language.scripts import fold
from detente.reconciliation.answers import WIDE
from detente.reconciliation.answers.inquiry import Inquiry
from detente.reconciliation.answers.keys import names_of
from detente.reconciliation.answers.people import persons
from detente.reconciliation.days import gap
from detente.reconciliation.merging import NEAR
from detente.records import Claim, Event, Filler

if TYPE_CHECKING:
    from detente.pipeline import Settler
    from detente.reconciliation.answers import Shelf

SILENT: Final[Mapping[str, tuple[str, ...]]] = {
    "released": ("person",), "pardoned-not-seen": ("person",), "still-inside": ("person", "stock"),
}  # fmt: skip
"""Questions of a country that also list people, or counts, of whom no report says who holds them."""


def key_of(question: str, filters: Mapping[str, str]) -> tuple[object, ...] | None:
    """On what the reports that bear on a question hang; None where only all of them will do.

    >>> key_of("status", {"person": "Lena Marr"}) == key_of("harm", {"person": "Lena Marr"})
    True
    >>> key_of("status", {}) is None
    True
    """
    asked = tuple(filters.get(key) for key in ("country", "person", "record"))
    everywhere = question == "gaps" and "country" not in filters  # every measure may lack something
    if question in WIDE or everywhere or not any(asked):
        return None
    return SILENT.get(question, (question,) if question == "superlatives" else ()), *asked


class Since(NamedTuple):
    """What people have said since a day, or said by then and no longer say."""

    claims: tuple[Claim, ...] = ()  # that were taken back, corrected, or put in other words
    judged: tuple[tuple[str, str], ...] = ()  # what was found to be one, or two


class Bearing:
    """The latest state, asked which of its reports bear on a question."""

    def __init__(self, shelf: Shelf, settler: Settler, since: Since = Since()) -> None:  # noqa: B008
        self._shelf, self._ground, self._settler, self._since = shelf, shelf.ground, settler, since
        self._hung = set[str]()  # claims of which it was asked what hangs together with them
        self._moved: dict[str, tuple[Event, ...]] = {}  # moves of people, by the report that tells of them

    def reports(self, question: str, filters: Mapping[str, str]) -> set[str] | None:
        """The reports; None where people have spoken since of what bears on it: then all hangs together anew.

        Args:
            question: its name.
            filters: of whom or of what it is asked: of a country, a person or a record.
        """
        about = self._about(question, filters)
        told = self._told(about)
        named = {f.entity for i in told for f in self._people(self._ground.claims[i])}
        told |= self._told(self._naming({e for e in named if e}, like="person" in filters) - about)
        documents = self._documents(told) | self._laws(told) | self._offices(told)
        documents = self._settler.resolver.beside(documents)
        return None if self._spoken_of(documents, told, filters) else documents

    def _spoken_of(self, documents: set[str], told: set[str], filters: Mapping[str, str]) -> bool:
        """Whether people have spoken since of these reports, of whom they name or of whom is asked about."""
        claims, judged = self._since
        if any(self._document(one) in documents for pair in judged for one in pair):
            return True
        if not claims:
            return False
        named = {n for i in told for n in names_of(self._ground, self._ground.claims[i])}
        asked = Inquiry(self._shelf, filters)
        for claim in claims:
            names = names_of(self._ground, claim)
            if claim.document.sha256 in documents or not named.isdisjoint(names):
                return True
            if "record" in filters:
                about = claim.id.startswith(filters["record"])
            else:
                about = asked.is_person(*names) if "person" in filters else asked.is_country(*names)
            if about:
                return True
        return False

    def _document(self, key: str) -> str:
        """Of a name in a report, of a claim, of a report itself."""
        claim = self._ground.claims.get(key)
        return claim.document.sha256 if claim is not None else key.partition("#")[0]

    def _about(self, question: str, filters: Mapping[str, str]) -> set[str]:
        """The claims that have to do with whom a question is asked of."""
        shelf = self._shelf
        if "person" in filters:
            meant = persons(Inquiry(shelf, filters))
            return self._naming({p.entity for p in meant}, like=True)
        if "record" in filters:
            return {i for i in self._ground.claims if i.startswith(filters["record"])}
        told = [*shelf.told_of(filters["country"])]
        told += [c for what in SILENT.get(question, ()) for c in shelf.silent(what)]
        if question == "superlatives":
            told += shelf.superlatives
        return {c.id for c in told}

    def _naming(self, people: set[str], *, like: bool) -> set[str]:
        """The claims that name one of these people, or one of that name."""
        every = self._settler.resolver.namesakes(people, like=like)
        return {c.id for e in every for c in self._ground.naming.get(e)}

    def _told(self, about: set[str]) -> set[str]:
        """These claims, all that tell of the same happenings, and what may be of one bargain with them."""
        ground = self._ground
        claims = [ground.claims[i] for i in about]
        news = {c.document.sha256 for c in claims if c.mode != "background"}
        reports = set[str]()
        for document in news:
            if document not in reports:
                reports.update(self._settler.bargains(document))
        events = {e.id: e for d in reports for e in ground.told(d)}
        events |= {e.id: e for c in claims if (e := ground.event_of.get(c.id))}
        events |= {m.id: m for e in (*events.values(),) for m in self._moves(e)}
        told = about | {i for e in events.values() for i in e.claims}
        hanging = [*self._settler.resolver.hanging(ground.claims[i] for i in told - self._hung)]
        self._hung |= told
        return told | {c.id for c in hanging}

    def _moves(self, event: Event) -> Iterator[Event]:
        """Moves of people near in time that are told beside it."""
        ground = self._ground
        for move in (m for d in event.documents for m in self._moves_in(d)):
            days = gap(ground.days(event), ground.days(move))
            if days is None or days <= NEAR:
                yield move

    def _moves_in(self, document: str) -> tuple[Event, ...]:
        if document not in self._moved:
            ground = self._ground
            moves = (c.id for c in ground.by_document[document] if c.type == "TRANSFER")
            self._moved[document] = tuple(e for i in moves if (e := ground.event_of.get(i)) is not None)
        return self._moved[document]

    def _people(self, claim: Claim) -> Iterator[Filler]:
        return (f for fillers in claim.roles.values() for f in fillers if f.kind == "person")

    def _documents(self, claims: Iterable[str]) -> set[str]:
        return {self._ground.claims[i].document.sha256 for i in claims}

    def _offices(self, claims: Iterable[str]) -> set[str]:
        """Reports by which it is decided for whom the people and bodies act that are named."""
        ground, named = self._ground, set[str]()
        for claim in (ground.claims[i] for i in claims):
            fillers = (f for fillers in claim.roles.values() for f in fillers)
            named |= {f.entity for f in fillers if f.entity and f.kind in ("person", "organisation")}
        found = set[str]()
        for entity in named:
            forms = {name.form for name in ground.entities[entity].names}
            found |= self._settler.resolver.deciding(ground.mentions.documents(entity), forms)
        return found

    def _laws(self, claims: Iterable[str]) -> set[str]:
        """Reports on measures of the same authorities for no country, and on bodies called like a sector."""
        ground, rulings = self._ground, self._shelf.rulings
        laws = [c for i in claims if (c := ground.claims[i]).type.startswith("SANCTION_")]
        found = {
            d
            for a in {""}.union(*(ground.parties(c, "authority") for c in laws))
            for d in rulings.documents(a)
        }
        sectors = {fold(n) for c in laws for n in c.names("sector", "programme")}
        return found | {d for s in sectors for d in ground.targets.documents(s)}
