"""Pairs of happenings that may be one: too like to be kept apart in silence, too unlike to be joined.

CODEBOOK §7: a score from .50 to under .75 is for a person to look at.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.records import Article, Judgement, Reading, content_id
from detente.resolution.happenings import APART, LINK, Telling, score, tellings
from detente.resolution.linking import link, near_pairs
from detente.resolution.reports import distinct, reports_of


def event_doubts(
    readings: Sequence[Reading], articles: Sequence[Article] = (), judgements: Sequence[Judgement] = ()
) -> tuple[Judgement, ...]:
    """Two tellings of perhaps one happening, the likeliest first; each pair of happenings once.

    Args:
        readings: one reading per document.
        articles: their texts, where at hand.
        judgements: people's words; what somebody spoke on is no doubt any more.

    Returns:
        judgements ``unsure`` about claims, with a score from .50 to under .75 and what agrees.

    Example:
        >>> event_doubts([])
        ()
    """
    found = sorted(tellings(reports_of(distinct(readings), articles)), key=lambda t: t.key)
    home = {id(t): number for number, group in enumerate(link(found, judgements)) for t in group}
    spoken = {frozenset((j.left, j.right)) for j in judgements if j.about == "event" and j.verdict != "none"}
    best: dict[tuple[int, int], Judgement] = {}
    for i, j in near_pairs(found):
        left, right = found[i], found[j]
        homes = tuple(sorted((home[id(left)], home[id(right)])))
        likeness = score(left, right)
        if len(set(homes)) < 2 or not APART <= likeness < LINK or _is_spoken_of(left, right, spoken):
            continue
        said = _doubt(left, right, likeness)
        known = best.get((homes[0], homes[1]))
        if known is None or (said.score or 0) > (known.score or 0):
            best[homes[0], homes[1]] = said
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
