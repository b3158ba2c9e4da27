"""From a resolution to the state of affairs that it supports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from detente.reconciliation.asof import standing
from detente.reconciliation.days import earliest
from detente.reconciliation.settled import Settled
from detente.records import Claim, Event, Resolution, State


def reconcile(
    resolution: Resolution,
    *,
    as_of: str | None = None,
    known_by: str | None = None,
    grades: Mapping[str, str] | None = None,
) -> State:
    """What the standing claims support.

    Args:
        resolution: claims with entities, events and origin groups.
        as_of: the day in the world that is asked about (ISO); None is the latest.
        known_by: only what was published by this day (ISO); None is everything.
        grades: Admiralty letter per source name; a source that is not in it is F.

    Example:
        >>> from detente.resolution import resolve
        >>> reconcile(resolve([])).deals
        ()
    """
    return Settled(grades).settle(cut(resolution, as_of, known_by), as_of=as_of, known_by=known_by)


def cut(resolution: Resolution, as_of: str | None, known_by: str | None) -> Resolution:
    """The resolution with only the claims that stand."""
    claims = standing(resolution.claims, as_of=as_of, known_by=known_by)
    left = {c.id: c for c in claims}
    events = tuple(e for event in resolution.events if (e := _event(event, left)))
    return msgspec.structs.replace(resolution, claims=claims, events=events)


def _event(event: Event, left: dict[str, Claim]) -> Event | None:
    kept = tuple(i for i in event.claims if i in left)
    if not kept:
        return None
    if len(kept) == len(event.claims):
        return event
    told = [left[i] for i in kept]
    return msgspec.structs.replace(
        event, claims=kept, time=earliest(c.time for c in told), documents=_documents(told)
    )


def _documents(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(sorted({c.document.sha256 for c in claims}))
