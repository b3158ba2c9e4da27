"""The collections: under which name records are listed, what they are, and which field is their id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from detente.records import (
    Claim,
    Conflict,
    Count,
    Deal,
    DocumentRef,
    Entity,
    Event,
    Judgement,
    Measure,
    OriginGroup,
    PersonStatus,
    Record,
)
from detente.views.serving import View


class Collection(NamedTuple):
    """Records of one type."""

    name: str  # of the route
    record: type[Record]
    key: str | None  # the field that is the id; None: these have none, and are only listed
    what: str  # for the documentation
    found: Callable[[View], Sequence[Record]]


COLLECTIONS: tuple[Collection, ...] = (
    Collection("claims", Claim, "id", "what reports say, claim by claim", lambda v: v.state.claims),
    Collection(
        "deals", Deal, "id", "bargains, and acts only told beside one another", lambda v: (*v.deals.values(),)
    ),
    Collection(
        "people", PersonStatus, "entity", "persons with their four tracks", lambda v: v.state.people
    ),
    Collection(
        "measures", Measure, "measure", "sanctions on the legal and the announced track",
        lambda v: v.state.measures,
    ),
    Collection("counts", Count, None, "counted populations, by whose count", lambda v: v.state.counts),
    Collection("conflicts", Conflict, None, "what cannot all be true", lambda v: v.state.conflicts),
    Collection("events", Event, "id", "happenings: claims that tell the same", lambda v: v.state.events),
    Collection("entities", Entity, "id", "persons, states, bodies, places", lambda v: v.state.entities),
    Collection("groups", OriginGroup, "id", "claims that rest on one source", lambda v: v.state.groups),
    Collection(
        "judgements", Judgement, "id", "words on whether two things are one", lambda v: v.state.judgements
    ),
    Collection(
        "documents", DocumentRef, "sha256", "reports, the latest first",
        lambda v: tuple(report.document for report in v.reports.values()),
    ),
)  # fmt: skip


def one(collection: Collection, view: View, wanted: str) -> Record | None:
    """The record whose id this is."""
    key = collection.key or ""
    return next((record for record in collection.found(view) if getattr(record, key) == wanted), None)
