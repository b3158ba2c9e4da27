"""Reports whose acts may belong to one bargain: what is in two quarters never is.

A bargain grows along the happenings that its reports tell as news, along what a tie names, and from a
promise to the easing that performs it. Along just these edges reports hang together here, so that each
quarter can be looked at by itself, and a new report disturbs its own quarter alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.reconciliation.bargains import ACTS, ties_in
from detente.reconciliation.ground import Ground
from detente.reconciliation.loose_ties import Near
from detente.reconciliation.merging import Tie
from detente.reconciliation.promises import asked_keys, keeps, promise_keys
from detente.reconciliation.totals import is_part, total_keys
from detente.records import Event

Key = tuple[str, str, str]
"""Authority, measure or report, and whether it is promised or done."""
_OTHER = {"done": "to_come", "to_come": "done"}


class Quarters:
    """What reports hang together by, kept report by report and event by event."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._ties: dict[str, tuple[Tie, ...]] = {}
        self._tied: dict[str, set[str]] = {}  # event → reports whose ties name it
        self._eased: dict[Key, set[str]] = {}  # promises and performances by what they meet by
        self._keys: dict[str, tuple[Key, ...]] = {}  # event → where it stands
        self._near = Near(ground)

    def put(self, documents: Iterable[str], events: Iterable[str]) -> set[str]:
        """Look at these reports and events again.

        Returns:
            these reports, and those whose ties may now speak of other events.
        """
        seen, near = {*documents}, self._near.put(events)
        for document in sorted(seen):
            self._put_ties(document)
        for document in sorted(near - seen):
            if self._put_ties(document):
                seen.add(document)
        for event_id in events:
            for key in self._keys.pop(event_id, ()):
                self._eased[key].discard(event_id)
            event = self._ground.events.get(event_id)
            keys = () if event is None else self._ground.once(_meets, event)
            for key in keys:
                self._eased.setdefault(key, set()).add(event_id)
            if keys:
                self._keys[event_id] = keys
        return seen

    def _put_ties(self, document: str) -> bool:
        """Look at a report's ties again; are they others than before?"""
        before = self._ties.pop(document, ())
        for tie in before:
            for event in tie.events:
                self._tied[event].discard(document)
        self._near.forget(document)
        found = tuple(ties_in(self._ground, document, self._near.of))
        for tie in found:
            for event in tie.events:
                self._tied.setdefault(event, set()).add(document)
        if found:
            self._ties[document] = found
        return found != before

    def ties(self, documents: Iterable[str]) -> tuple[Tie, ...]:
        """The ties that these reports tell, in their order."""
        return tuple(t for d in documents for t in self._ties.get(d, ()))

    def around(self, document: str) -> tuple[str, ...]:
        """The quarter of a report."""
        reports, events, ahead = {document}, set[str](), [document]
        while ahead:
            for event in self._told(ahead.pop()):
                if event not in events:
                    events.add(event)
                    found = self._tellers(event, events)
                    ahead += found - reports
                    reports |= found
        return tuple(sorted(reports))

    def _told(self, document: str) -> Iterator[str]:
        """The events by which a report hangs together with others."""
        yield from (event.id for event in self._ground.told(document) if _is_news(event))
        for tie in self._ties.get(document, ()):
            yield from tie.events

    def _tellers(self, event_id: str, seen: set[str]) -> set[str]:
        """The reports that hang together by an event, and by the easing it meets."""
        found, ahead = set[str](), [event_id]
        while ahead:
            one = ahead.pop()
            found |= self._tied.get(one, set())
            event = self._ground.events[one]
            if _is_news(event):
                found |= self._ground.telling(event)
            for key in self._keys.get(one, ()):
                met = self._eased.get((*key[:2], _OTHER[key[2]]), set()) - seen
                fresh = {other for other in met if self._keeps(key, one, other)}
                seen |= fresh
                ahead += fresh
        return found

    def _keeps(self, key: Key, one: str, other: str) -> bool:
        """Does one keep the other, or is part of its sum, or the other way round?"""
        pair = (one, other) if key[2] == "done" else (other, one)
        done, ahead = (self._ground.events[i] for i in pair)
        if ahead.status == "done":
            return is_part(self._ground, ahead, done)
        return keeps(self._ground, ahead, done)


def _meets(ground: Ground, event: Event) -> tuple[Key, ...]:
    """Where a promise and what may keep it meet, a promise its own retelling, a sum its parts."""
    keys = [(party, key, "to_come") for party, key in total_keys(ground, event)]
    keys += [(agent, key, "done") for agent, key in ground.easing_keys(event)]
    if event.status == "to_come" and event.agent:
        keys += [(event.agent, key, "to_come") for key in promise_keys(ground, event)]
        keys += [("", key, "to_come") for key in asked_keys(ground, event)]
    return tuple(keys)


def _is_news(event: Event) -> bool:
    return event.type in ACTS and event.status in ("done", "to_come")
