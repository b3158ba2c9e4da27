"""Pairs of happenings that may be one: too like to be kept apart in silence, too unlike to be joined.

CODEBOOK §7: a score from .50 to under .75 is for a person to look at.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.records import Judgement, content_id
from detente.records.windows import apart
from detente.resolution.happenings import Telling
from detente.resolution.resolve import Resolver
from detente.resolution.times import NEAR


def doubts_of(resolver: Resolver, judgements: Sequence[Judgement] = ()) -> tuple[Judgement, ...]:
    """Two tellings of perhaps one happening, the likeliest first; each pair of happenings once.

    Args:
        resolver: what was resolved last.
        judgements: people's words; what somebody spoke on is no doubt any more.

    Returns:
        judgements ``unsure`` about claims, with a score from .50 to under .75 and what agrees.

    Example:
        >>> doubts_of(Resolver())
        ()
    """
    spoken = {frozenset((j.left, j.right)) for j in judgements if j.about == "event" and j.verdict != "none"}
    rows = sorted(resolver.doubtful(), key=lambda row: (-row[2], row[0].key, row[1].key))
    best: dict[frozenset[object], Judgement] = {}
    for left, right, likeness in rows:
        homes = frozenset[object](resolver.happening(t) for t in (left, right))
        near = left.when and right.when and apart(left.when, right.when) <= NEAR
        if near and len(homes) > 1 and homes not in best and not _is_spoken_of(left, right, spoken):
            best[homes] = _doubt(left, right, likeness)
    return tuple(sorted(best.values(), key=lambda j: (-(j.score or 0), j.id)))


def _is_spoken_of(left: Telling, right: Telling, spoken: set[frozenset[str]]) -> bool:
    return any(frozenset((a.id, b.id)) in spoken for a in left.claims for b in right.claims)


def _doubt(left: Telling, right: Telling, likeness: float) -> Judgement:
    one, two = sorted((left.claims[0].id, right.claims[0].id))
    return Judgement(
        id=content_id("jdg", "event", one, two), about="event", left=one, right=two, verdict="unsure",
        score=round(likeness, 2), reasons=tuple(_agreements(left, right)),
    )  # fmt: skip


def _agreements(left: Telling, right: Telling) -> list[str]:
    shared = {
        "who acts": left.agents & right.agents, "who is named": left.people & right.people,
        "where": left.places & right.places, "whom it is aimed at": left.targets & right.targets,
    }  # fmt: skip
    out = [f"one kind of happening ({left.family}), on days that lie near"]
    out += [f"{what}: {', '.join(sorted(keys))}" for what, keys in shared.items() if keys]
    counts = [t.quantity.cue for t in (left, right) if t.quantity is not None]
    return [*out, f"counts: {' and '.join(counts)}"] if len(counts) == 2 else out
