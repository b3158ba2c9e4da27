"""From readings to a resolution: names, then happenings, then the names that happenings tie."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from detente.records import Article, Claim, Event, Judgement, OriginGroup, Reading, Resolution, Shift
from detente.records.ordered import Ordered
from detente.resolution.entities import Entities
from detente.resolution.families import Change, FamilyIndex
from detente.resolution.features import features_of, renamed
from detente.resolution.happened import event_of
from detente.resolution.happenings import Key, Telling, tellings, why
from detente.resolution.identities import Features, Identities
from detente.resolution.linking import Group, Links, Regrouped, is_same
from detente.resolution.persons import Local
from detente.resolution.received import Received
from detente.resolution.reports import Report, Reports, Told, distinct
from detente.resolution.voices import Voices


def resolve(
    readings: Sequence[Reading],
    articles: Sequence[Article] = (),
    judgements: Sequence[Judgement] = (),
) -> Resolution:
    """Settle who is who and which claims tell one happening.

    Args:
        readings: one reading per document; their order plays no part.
        articles: the texts, where at hand: copies are found by their words.
        judgements: people's words on what is one and what is not; a later one outranks an earlier.

    Returns:
        the claims with their entities filled in, entities, events and origin groups.

    Example:
        >>> resolve([]).events
        ()
    """
    return Resolver().resolve(readings, articles, judgements)


class Resolver:
    """Resolves again and again: only what a new report touches is looked at anew.

    What comes out is the same as if all had come at once, in whatever order it came, and the very same
    objects wherever nothing changed.

    Args:
        known: another, from which is taken over what it found of the very same: of a report by itself, of
            two happenings, of two names. It makes nothing other, only sooner.

    >>> Resolver().resolve([]).claims
    ()
    """

    def __init__(self, known: Resolver | None = None) -> None:
        self._elsewhere: Resolver | None = known
        self._received = Received()
        self._reports: Reports = Reports(known._reports if known else None)
        self._links: Links = Links(known._links if known else None)
        self._identities: Identities = Identities(known._identities if known else None)
        self._features: dict[str, dict[Local, Features]] = {}  # by document
        self._voices: Voices = Voices(known._voices if known else None)
        self._entities: Entities = Entities(known._entities if known else None)
        self._texts: FamilyIndex = FamilyIndex(known=known._texts if known else None)
        self._events = Ordered[Key, Event]()
        self._last = Resolution(claims=())
        self.shift: Shift | None = None  # from the last resolution but one to the last

    def resolve(
        self,
        readings: Sequence[Reading],
        articles: Sequence[Article] = (),
        judgements: Sequence[Judgement] = (),
    ) -> Resolution:
        """What :func:`resolve` gives, from all of its arguments: what came before plays no part."""
        came, unlike = self._received.compared(readings, articles)
        fresh = {d: t and self._distinct(d, t) for d, t in came.items()}
        reports = self._reports.put(fresh)
        told = {d: self._tellings(r) if r is not None else () for d, r in reports.items()}
        regrouped = self._links.put(told, judgements)
        moved = self._identities.put(self._renewed_features(reports, regrouped), judgements)
        again = {d: self._reports[d] for d in {d for d, _ in moved} - reports.keys()}
        odd = {**reports, **again}
        known = {d: self._entities_elsewhere(r) for d, r in odd.items() if r is not None}
        self._renew_events(regrouped, self._entities.put(odd, self._identities, known))
        self._voices.put(fresh, self._renewed_families(fresh, unlike), judgements)
        self.shift = self._shifted()
        self._last = Resolution(
            claims=tuple(chain.from_iterable(self._entities.claims.rows())),
            entities=self._entities.records.rows(),
            events=self._events.rows(),
            groups=self._voices.groups.rows(),
            judgements=(*judgements, *self._identities.candidates()),
            agents=self._entities.agents,
        )
        return self._last

    def _distinct(self, document: str, told: Told) -> Told:
        """Every claim of a document once, in the order of the text."""
        there = self._elsewhere
        if there is not None and there._received.told(document) == told:
            found = there._reports.told(document)
            if found is not None:
                return found
        return Told(distinct(told.claims), told.article)

    def _tellings(self, report: Report) -> tuple[Telling, ...]:
        there = self._elsewhere
        if there is not None and there._reports.get(report.document) is report:
            return there._links.of(report.document)
        return tellings([report])

    def _entities_elsewhere(self, report: Report) -> tuple[Claim, ...]:
        """A report's claims with their entities, as they are elsewhere; none, where its people are others."""
        there, document = self._elsewhere, report.document
        if there is None or there._reports.get(document) is not report:
            return ()
        ids, others = self._identities.ids, there._identities.ids
        if any(ids[document, name] != others.get((document, name)) for name in report.people.values()):
            return ()
        return there._entities.claims.get(document) or ()

    def _event(self, key: Key, group: Group) -> Event:
        """The record of a happening, as it is elsewhere where the same is told of it there, or made now."""
        there, entities = self._elsewhere, self._entities
        found = there._events.get(key) if there is not None else None
        if there is not None and found is not None and is_same(there._links.groups.get(key, ()), group):
            ids, others = entities.claim, there._entities.claim
            same = entities.as_elsewhere.issuperset(found.documents)
            same = same or all(ids[i] is others.get(i) for i in found.claims)
            if same and entities.acting_otherwise.isdisjoint(found.documents):
                return found
            agent = entities.agent([ids[i] for i in found.claims]) if same else None
            if same and agent == (None if found.agent_inferred else found.agent):
                return found
        return event_of(group, entities, why(group, self._links.scored(group)))

    def _shifted(self) -> Shift:
        """What is another now, before all rows are asked for."""
        entities, events, voices = self._entities, self._events.late(), self._voices.groups
        now = [e for key in events if (e := self._events.get(key)) is not None]
        gone = [e for e in events.values() if e is not None]
        return Shift(
            before=self._last,
            claims={d: entities.claims.get(d) or () for d in entities.claims.late()},
            entities={i: entities.records.get(i) for i in entities.records.late()},
            events={e.id: None for e in gone} | {e.id: e for e in now},
            told={c: None for e in gone for c in e.claims} | {c: e for e in now for c in e.claims},
            groups=dict(_members(before, voices.get(key)) for key, before in voices.late().items()),
        )

    def doubtful(self) -> Iterator[tuple[Telling, Telling, float]]:
        """Tellings that are neither too unlike nor alike enough, with what speaks for one happening."""
        return self._links.doubtful()

    def happening(self, telling: Telling) -> Key:
        """By what the happening is known that a telling was found to be of."""
        return self._links.home[telling.key]

    def hanging(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """All claims that tell a happening which hangs together with those of these claims."""
        return (c for t in self._links.hanging(claims) for c in t.claims)

    def namesakes(self, people: Iterable[str], *, like: bool) -> set[str]:
        """These people and all of the same name; with ``like`` all whose names hang together with it."""
        return self._identities.namesakes(people, like=like)

    def deciding(self, documents: Iterable[str], names: Collection[str]) -> set[str]:
        """Of these reports those by which it is decided for whom one of these names acts.

        All that say so, where they differ; where they do not, the first.
        """
        said = sorted(self._reports.saying(documents, names))
        found = said if len({state for state, _, _ in said}) > 1 else said[:1]
        return {document for _, _, document in found}

    @property
    def voices(self) -> Voices:
        """Whose word each claim is."""
        return self._voices

    def beside(self, documents: Iterable[str]) -> set[str]:
        """These reports, and those by which it is decided whose words they give."""
        return self._voices.beside(documents)

    def _renewed_features(
        self, reports: Mapping[str, Report | None], regrouped: Regrouped
    ) -> dict[Local, Features | None]:
        """What tells people apart, where it is another now; None for who is no more named."""
        fresh: dict[Local, Features | None] = {}
        for document in regrouped.documents | reports.keys():
            report = reports.get(document) if document in reports else self._reports[document]
            before, now = self._features.pop(document, {}), dict[Local, Features]()
            if report is not None:
                now = self._features[document] = self._features_of(report)
            fresh |= dict.fromkeys(before.keys() - now.keys())
            fresh |= {local: found for local, found in now.items() if before.get(local) != found}
        return fresh

    def _features_of(self, report: Report) -> dict[Local, Features]:
        """What tells the people of a report apart, as found elsewhere where it tells of the same there."""
        there, document, home = self._elsewhere, report.document, self._links.home
        told = self._links.of(document)
        if there is None or there._reports.get(document) is not report:
            return features_of(report, told, home)
        found, others = there._features[document], there._links.home
        same = all(home[t.key] == others.get(t.key) for t in told)
        return found if same else renamed(found, told, home)

    def _renew_events(self, regrouped: Regrouped, documents: Iterable[str]) -> None:
        links = self._links
        keys = {links.home[t.key] for document in documents for t in links.of(document)}
        for key in regrouped.gone:
            self._events.drop(key)
        for key in keys | regrouped.now.keys():
            group, before = links.groups[key], self._events.get(key)
            now = self._event(key, group)
            self._events.put(key, before if before is not None and before == now else now)

    def _renewed_families(self, fresh: Mapping[str, Told | None], unlike: bool) -> Change:
        """Families of the texts that came; of all of them, where a text that was known is another now."""
        if not unlike:
            return self._texts.extend(t.article for t in fresh.values() if t and t.article is not None)
        before, self._texts = self._texts, FamilyIndex()
        self._texts.extend(self._received.texts())
        return self._texts.since(before)


def _members(
    before: OriginGroup | None, now: OriginGroup | None
) -> tuple[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The group's id, which is of its voice alone, with its members before and now."""
    id_ = before.id if before else now.id if now else ""
    return id_, (before.members if before else (), now.members if now else ())
