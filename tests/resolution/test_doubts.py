"""Happenings that may be one are shown to a person, not joined and not kept apart in silence."""

from __future__ import annotations

from collections.abc import Sequence

from tests import ledgers

from detente.records import Judgement, Reading
from detente.resolution import Resolver
from detente.resolution.doubts import doubts_of
from detente.resolution.happenings import APART, LINK

DOUBTFUL = """
    = a 2026-03-05 The Harbour Times
    x: TRANSFER | mover Varland | person Lena Marr | to Osmia | on 2026-03-05

    = b 2026-03-09 Channel Eight
    y: TRANSFER | mover Varland | person Ira Brandt | to Osmia | on 2026-03-08
"""


def event_doubts(readings: Sequence[Reading], judgements: Sequence[Judgement] = ()) -> tuple[Judgement, ...]:
    """The doubts of a ledger that is resolved whole."""
    resolver = Resolver()
    resolver.resolve(readings, (), judgements)
    return doubts_of(resolver, judgements)


def test_a_middling_likeness_is_a_doubt_with_what_agrees() -> None:
    """From .50 to under .75, once for the two happenings, with the score and its reasons."""
    doubts = event_doubts(ledgers.readings(DOUBTFUL))
    assert doubts
    for doubt in doubts:
        assert doubt.verdict == "unsure"
        assert doubt.made is None
        assert APART <= (doubt.score or 0) < LINK
        assert any("days that lie near" in reason for reason in doubt.reasons)
    assert len({frozenset((d.left, d.right)) for d in doubts}) == len(doubts)


def test_what_somebody_spoke_on_is_no_doubt_any_more() -> None:
    """Same, different and unsure take it out of the queue; none puts it back."""
    readings = ledgers.readings(DOUBTFUL)
    for doubt in event_doubts(readings):
        for verdict, left in (("same", 0), ("different", 0), ("unsure", 0), ("none", 1)):
            said = Judgement(
                id="jdg_1", about="event", left=doubt.right, right=doubt.left,
                verdict=verdict, made="2026-04-01T00:00:00Z",  # type: ignore[arg-type]
            )  # fmt: skip
            assert sum(d.id == doubt.id for d in event_doubts(readings, [said])) == left


def test_doubts_after_one_report_more_are_those_of_all_of_them() -> None:
    """A queue is read off what was resolved last, and not resolved anew."""
    readings = ledgers.readings(DOUBTFUL)
    resolver = Resolver()
    resolver.resolve(readings[:1])
    resolver.resolve(readings)
    assert doubts_of(resolver) == event_doubts(readings)
