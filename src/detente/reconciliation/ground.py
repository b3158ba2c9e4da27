"""What reconciliation stands on: claims by id, the happenings they tell, and whose voice each is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from detente.language.scripts import fold
from detente.reconciliation.words import is_own
from detente.records import UNSTATED, Claim, DocumentRef, Entity, Event, Filler, Resolution


@dataclass(frozen=True)
class Ground:
    """A resolution with its indexes; everything in it is looked up, nothing decided."""

    resolution: Resolution

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {c.id: c for c in self.resolution.claims}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {e.id: e for e in self.resolution.entities}

    @cached_property
    def events(self) -> dict[str, Event]:
        """Events by id."""
        return {e.id: e for e in self.resolution.events}

    @cached_property
    def event_of(self) -> dict[str, Event]:
        """The event that a claim tells."""
        return {i: e for e in self.resolution.events for i in e.claims}

    @cached_property
    def documents(self) -> dict[str, DocumentRef]:
        """Documents by hash."""
        return {c.document.sha256: c.document for c in reversed(self.resolution.claims)}

    @cached_property
    def by_document(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of each document, in the order of the text."""
        out: dict[str, list[Claim]] = {}
        for claim in self.resolution.claims:
            out.setdefault(claim.document.sha256, []).append(claim)
        return {sha: tuple(cs) for sha, cs in out.items()}

    @cached_property
    def about(self) -> dict[str, tuple[Claim, ...]]:
        """The claims in which a person stands as the one acted on."""
        out: dict[str, list[Claim]] = {}
        for claim in self.resolution.claims:
            for entity in dict.fromkeys(f.entity for f in claim.roles.get("person", ()) if f.entity):
                out.setdefault(entity, []).append(claim)
        return {entity: tuple(cs) for entity, cs in out.items()}

    @cached_property
    def by_form(self) -> dict[str, Entity]:
        """The entity that is written in this form, the first by id where there are several."""
        return {n.form: e for e in reversed(self.resolution.entities) for n in e.names}

    @cached_property
    def sanctioned(self) -> dict[str, str]:
        """Companies and bodies told as the target of a measure: folded name → entity, or the name."""
        claims = (c for c in self.resolution.claims if c.type.startswith("SANCTION_"))
        targets = (
            f for c in claims for f in c.roles.get("target", ()) if f.kind not in ("state", "unstated")
        )
        return {fold(f.name): f.entity or fold(f.name) for f in targets}

    @cached_property
    def members(self) -> dict[str, tuple[Claim, ...]]:
        """The claims that somebody is one of a group, by the group."""
        out: dict[str, list[Claim]] = {}
        for claim in self.resolution.claims:
            if claim.type == "ATTRIBUTE" and claim.sub == "membership":
                for entity in dict.fromkeys(f.entity for f in claim.roles.get("value", ()) if f.entity):
                    out.setdefault(entity, []).append(claim)
        return {entity: tuple(cs) for entity, cs in out.items()}

    @cached_property
    def _easings(self) -> dict[tuple[str, str], list[Event]]:
        """Easing that was done, by authority and measure; one that names no measure by its reports."""
        out: dict[tuple[str, str], list[Event]] = {}
        for event in self.resolution.events:
            if event.type == "SANCTION_EASE" and event.status == "done" and event.agent:
                for key in self.measured(event) or event.documents:
                    out.setdefault((event.agent, key), []).append(event)
        return out

    def performing(self, promised: Event) -> tuple[Event, ...]:
        """Done easing of what was promised: one authority, one measure; unnamed, told in one report."""
        if promised.agent is None:
            return ()
        keys = (*sorted(self.measured(promised)), *promised.documents)
        found = (e for key in keys for e in self._easings.get((promised.agent, key), ()))
        return tuple({e.id: e for e in found}.values())

    def measured(self, event: Event) -> frozenset[str]:
        """What the measure of an easing is known by: sectors, targets, programmes."""
        if event.id not in self._measured:
            self._measured[event.id] = frozenset(
                f.entity or fold(f.name)
                for c in self.of([event])
                for r in ("sector", "target", "programme")
                for f in c.roles.get(r, ())
            )
        return self._measured[event.id]

    @cached_property
    def _measured(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def reimposed(self) -> dict[str, tuple[Claim, ...]]:
        """The claims that a measure was put back, by authority."""
        out: dict[str, list[Claim]] = {}
        for claim in self.resolution.claims:
            told = claim.polarity == "+" and claim.mode in ("performed", "asserted", "background")
            if told and claim.type == "SANCTION_IMPOSE" and claim.sub == "reimpose":
                for party in self.parties(claim, "authority"):
                    out.setdefault(party, []).append(claim)
        return {party: tuple(cs) for party, cs in out.items()}

    @cached_property
    def _origin(self) -> dict[str, str]:
        return {sha: g.id for g in self.resolution.groups for sha in g.members}

    def group(self, claim: Claim) -> str:
        """The voice behind a claim: the innermost named source, else the report's origin group."""
        if claim.id in self._origin:  # groups may be formed per claim
            return self._origin[claim.id]
        if claim.attribution and claim.attribution[-1].named:
            return "source:" + fold(claim.attribution[-1].name).removeprefix("the ")
        return self._origin.get(claim.document.sha256, claim.document.sha256)

    def groups(self, ids: Iterable[str]) -> frozenset[str]:
        """The voices behind several claims."""
        return frozenset(self.group(self.claims[i]) for i in ids if i in self.claims)

    def of(self, events: Iterable[Event], *types: str) -> tuple[Claim, ...]:
        """The claims that tell these events, of these types or of all."""
        found = (self.claims[i] for e in events for i in e.claims)
        return tuple(c for c in found if not types or c.type in types)

    def filler(self, entity: str | None) -> Filler:
        """An entity as a filler; UNSTATED where there is none."""
        known = self.entities.get(entity or "")
        return Filler(known.name, known.kind, known.id) if known else Filler(UNSTATED, "unstated")

    def party(self, filler: Filler) -> str | None:
        """The entity that acts where this filler does: the state where somebody acts for one."""
        return self.resolution.agents.get(filler.entity or "", filler.entity)

    def parties(self, claim: Claim, *roles: str) -> frozenset[str]:
        """The parties in these roles."""
        fillers = (f for r in roles for f in claim.roles.get(r, ()) if f.name != UNSTATED)
        return frozenset(p for f in fillers if (p := self.party(f)))


def voice(claim: Claim) -> str:
    """Who says so: the innermost source, else the publisher; "we" is whoever publishes."""
    if claim.attribution and not is_own(claim.attribution[-1].name):
        return claim.attribution[-1].name
    return claim.document.publisher or claim.document.id


def ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Ids of claims, each once, in their order."""
    return tuple(dict.fromkeys(c.id for c in claims))


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims by publication, document and place in the text."""
    return tuple(sorted({c.id: c for c in claims}.values(), key=_place))


def _place(claim: Claim) -> tuple[str, str, int, str]:
    return claim.document.published or "9", claim.document.sha256, claim.span.start, claim.id


def names_of(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Who says so, each once."""
    return tuple(dict.fromkeys(voice(c) for c in claims))
