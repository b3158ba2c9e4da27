"""Entities: whom the names of several reports mean, and the ids that claims carry afterwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from detente.language.scripts import fold, script_of
from detente.records import (
    UNSTATED,
    Claim,
    Entity,
    Filler,
    FillerKind,
    Judgement,
    NameForm,
    content_id,
)
from detente.resolution.acts import agents_of, people_of
from detente.resolution.happenings import Telling
from detente.resolution.keys import name_words
from detente.resolution.persons import Local, join
from detente.resolution.reports import Report, filler_key
from detente.resolution.states import canonical, organ_of
from detente.resolution.times import NEAR

NAMED: tuple[FillerKind, ...] = (
    "person",
    "state",
    "organisation",
    "place",
    "facility",
    "group",
    "outlet",
    "office",
)


@dataclass(frozen=True, slots=True)
class Naming:
    """What every filler was found to mean."""

    reports: dict[str, Report]
    ids: dict[Local, str]  # persons
    entities: tuple[Entity, ...] = ()
    agents: dict[str, str] = field(default_factory=dict)
    candidates: tuple[Judgement, ...] = ()

    def entity(self, document: str, filler: Filler) -> str | None:
        """The entity a filler means, None for what is no entity."""
        if filler.name == UNSTATED or filler.kind not in NAMED:
            return None
        people = self.reports[document].people
        if filler.kind == "person":
            return self.ids[document, people.get(filler.name, filler.name)]
        return content_id("ent", filler.kind, filler_key(filler, people))

    def filled(self, claim: Claim) -> Claim:
        """The claim with an entity in each filler that means one; its id is the same."""
        sha = claim.document.sha256
        roles = {
            role: tuple(msgspec.structs.replace(f, entity=self.entity(sha, f)) for f in fillers)
            for role, fillers in claim.roles.items()
        }
        return msgspec.structs.replace(claim, roles=roles)

    def agent(self, claims: Sequence[Claim]) -> str | None:
        """The entity that acts in a happening: a state where one is told, or somebody acts for one."""
        told = [f for c in claims for f in agents_of(c) if f.entity]
        fillers = [f for f in told if f.kind == "state" or f.entity in self.agents] or told
        states = sorted(self.agents.get(f.entity or "", f.entity or "") for f in fillers)
        first = next((self.agents.get(f.entity or "", f.entity) for f in fillers), None)
        return max(states, key=lambda s: (states.count(s), s == first)) if states else None


def identify(
    reports: Sequence[Report], groups: Sequence[Sequence[Telling]], judgements: Sequence[Judgement]
) -> Naming:
    """Join people across reports where a second feature beside the name says that they are one."""
    features = _features(reports, groups)
    roots, candidates = join(features, judgements)
    ids, names = _ids(roots, features)
    naming = Naming(reports={r.document: r for r in reports}, ids=ids)
    return _complete(naming, reports, names, candidates)


def _complete(
    naming: Naming, reports: Sequence[Report], names: dict[str, str], candidates: tuple[Judgement, ...]
) -> Naming:
    """The naming with its entities and agents, which need its ids."""
    return Naming(
        reports=naming.reports,
        ids=naming.ids,
        entities=_entities(naming, reports, names),
        agents=_agents(naming, reports),
        candidates=candidates,
    )


def _features(reports: Sequence[Report], groups: Sequence[Sequence[Telling]]) -> dict[Local, set[str]]:
    """What tells people apart beside their names: the happenings they are in, offices, descriptions."""
    out: dict[Local, set[str]] = defaultdict(set)
    for report in reports:
        for claim in report.claims:
            for fillers in claim.roles.values():
                for f in fillers:
                    if f.kind == "person":
                        out[_local(report, f)].add("")
            _office_features(report, claim, out)
        _company(report, out)
    for number, group in enumerate(groups):
        for telling in group:
            for claim in telling.claims:
                for f in (*people_of(claim), *agents_of(claim), *claim.roles.get("participants", ())):
                    if f.kind == "person":
                        out[_local(telling.report, f)].add(f"happening {number}")
    _days_of_fate(groups, out)
    return {local: found - {""} for local, found in out.items()}


def _days_of_fate(groups: Sequence[Sequence[Telling]], out: dict[Local, set[str]]) -> None:
    """A person of this full name told of as freed, moved or taken (or not) in these same days."""
    for telling in (t for g in groups for t in g):
        if (
            telling.family not in ("free", "move", "take")
            or telling.when is None
            or telling.status == "to_come"
        ):
            continue
        first, last = (d.toordinal() for d in telling.when)
        kind = "take" if telling.family == "take" else "free"
        for local in {_local(telling.report, f) for c in telling.claims for f in people_of(c)}:
            if " " in local[1] and last - first <= 10:
                out[local] |= {
                    f"{kind} in week {n}" for n in range((first - NEAR) // 7, (last + NEAR) // 7 + 1)
                }


def _company(report: Report, out: dict[Local, set[str]]) -> None:
    """People told of in one report: two reports with two full names in common tell of the same people."""
    people = sorted({_local(report, f) for c in report.claims for f in people_of(c)})
    named = [one for one in people if len(name_words(one[1])) > 1]
    for one in named:
        out[one] |= {f"beside {' '.join(name_words(other[1]))}" for other in named if other != one}


def _office_features(report: Report, claim: Claim, out: dict[Local, set[str]]) -> None:
    features = {
        "ATTRIBUTE": ("subject", "value"),
        "MANDATE": ("agent", "office"),
        "SANCTION_IMPOSE": ("target", "instrument"),  # one name on one list, in two of its snapshots
    }
    role, value = features.get(claim.type, ("", ""))
    if not role or claim.sub in ("nationality", "membership"):
        return
    for f in claim.roles.get(role, ()):
        if f.kind == "person":
            out[_local(report, f)] |= {f"{value} {fold(v)}" for v in claim.names(value)}


def _local(report: Report, filler: Filler) -> Local:
    return report.document, report.people.get(filler.name, filler.name)


def _ids(
    roots: dict[Local, Local], features: dict[Local, set[str]]
) -> tuple[dict[Local, str], dict[str, str]]:
    """An id per person: of the longest name; of two people of one name the second adds its document."""
    members: dict[Local, list[Local]] = defaultdict(list)
    for local in sorted(features):
        members[roots[local]].append(local)
    ids: dict[Local, str] = {}
    names: dict[str, str] = {}
    for root, same in sorted(members.items()):
        name = max((n for _, n in same), key=lambda n: (len(name_words(n)), len(n), n))
        key = " ".join(name_words(name))
        id_ = content_id("ent", "person", key)
        id_ = id_ if id_ not in names else content_id("ent", "person", key, root[0])
        names[id_] = name
        ids.update(dict.fromkeys(same, id_))
    return ids, names


def _entities(naming: Naming, reports: Sequence[Report], names: dict[str, str]) -> tuple[Entity, ...]:
    """One record per entity with every form of its name and the claims that use it."""
    forms: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    kinds: dict[str, FillerKind] = {}
    for report in reports:
        for claim in report.claims:
            for f in (f for fs in claim.roles.values() for f in fs):
                id_ = naming.entity(report.document, f)
                if id_ is not None:
                    kinds[id_] = f.kind
                    forms[id_][f.name].append(claim.id)
    told = {i: _entity(i, kinds[i], names.get(i), forms[i]) for i in forms}
    acting = {s for r in reports for s in r.acts_for.values()} | {s for _, s in _bodies(reports)}
    acting |= {r.custodian for r in reports if r.custodian is not None}
    for state in sorted(acting):
        id_ = state_id(state)
        told.setdefault(id_, Entity(id=id_, kind="state", name=state))
    return tuple(told[i] for i in sorted(told))


def state_id(state: str) -> str:
    """The id of a state's entity, by its English name."""
    return content_id("ent", "state", filler_key(Filler(state, "state"), {}))


def _entity(id_: str, kind: FillerKind, name: str | None, forms: dict[str, list[str]]) -> Entity:
    best = name or _state_name(kind, forms) or max(forms, key=lambda f: (len(forms[f]), len(f), f))
    written = tuple(
        NameForm(form, script_of(form), None, tuple(dict.fromkeys(claims)))
        for form, claims in sorted(forms.items())
    )
    return Entity(id=id_, kind=kind, name=best, names=written)


def _state_name(kind: FillerKind, forms: Iterable[str]) -> str | None:
    return canonical(min(forms)) if kind == "state" else None


def _bodies(reports: Sequence[Report]) -> Iterator[tuple[Filler, str]]:
    """Offices and bodies whose own name says of which state they are."""
    seen = {f for r in reports for c in r.claims for fs in c.roles.values() for f in fs}
    for name, kind in sorted({(f.name, f.kind) for f in seen}):
        state = organ_of(name, kind)
        if state is not None:
            yield Filler(name, kind), state


def _agents(naming: Naming, reports: Sequence[Report]) -> dict[str, str]:
    out: dict[str, str] = {}
    for report in reports:
        for person, state in sorted(report.acts_for.items()):
            id_ = naming.ids.get((report.document, person))
            if id_ is None:
                id_ = content_id("ent", "organisation", filler_key(Filler(person, "organisation"), {}))
            out.setdefault(id_, state_id(state))
    for body, state in _bodies(reports):
        id_ = content_id("ent", body.kind, filler_key(body, {}))
        out.setdefault(id_, state_id(state))
    return dict(sorted(out.items()))
