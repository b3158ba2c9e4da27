"""Which tellings of several reports are one happening: best pairs first, complete link (CODEBOOK §7)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from detente.records import Judgement
from detente.resolution.happenings import (
    APART,
    LINK,
    Telling,
    exact_number,
    may_retell,
    say_nothing,
    score,
)
from detente.resolution.keys import name_words
from detente.resolution.names import family_keys
from detente.resolution.times import NEAR

MANY = 10
"""An exact number of one described group, from which on it is known again months later."""
Block = tuple[Telling, ...]
"""Tellings of several reports that do not differ in anything they are compared by."""
Pair = tuple[int, int]


def link(found: Sequence[Telling], judgements: Sequence[Judgement] = ()) -> tuple[tuple[Telling, ...], ...]:
    """Tellings of one happening together; people's words outrank scores.

    Args:
        found: in any order.
        judgements: people's words; the latest on each pair counts.
    """
    spoken = [j for j in judgements if j.about == "event"]
    blocks = alike(found, {id_ for j in spoken for id_ in (j.left, j.right)})
    scores = _compared(blocks)
    parted = _judge(scores, blocks, spoken)
    home = {i: [i] for i in range(len(blocks))}
    for i, j in sorted((p for p, s in scores.items() if s >= LINK), key=lambda p: (-scores[p], p)):
        one, two = home[i], home[j]
        fits = (p not in parted and _fits(p, scores, blocks) for p in _across(one, two))
        if one is not two and all(fits):
            one.extend(two)
            home.update(dict.fromkeys(two, one))
    groups = {id(g): g for g in home.values()}
    joined = (sorted((t for i in g for t in blocks[i]), key=lambda t: t.key) for g in groups.values())
    return tuple(sorted((tuple(g) for g in joined), key=lambda g: g[0].key))


def alike(found: Iterable[Telling], spoken: set[str]) -> list[Block]:
    """Tellings that say the same, one of a report, taken for one before anything is compared.

    So that ten thousand copies are compared once, not with one another. What somebody spoke of, and what
    says too little to be linked even with its like, stays by itself.
    """
    same: dict[Hashable, list[Telling]] = defaultdict(list)
    seen: Counter[Hashable] = Counter()
    for item in sorted(found, key=lambda t: t.key):
        alone = any(c.id in spoken for c in item.claims) or score(item, item) < LINK
        mark = item.key if alone else item.mark
        seen[mark, item.report.document] += 1
        same[mark, seen[mark, item.report.document]].append(item)
    return sorted((tuple(block) for block in same.values()), key=lambda b: b[0].key)


def _compared(blocks: Sequence[Block]) -> dict[Pair, float]:
    """Scores of the pairs that may be one."""
    firsts = [block[0] for block in blocks]
    near = (p for p in (*near_pairs(firsts), *retold_pairs(firsts)) if _apart(blocks[p[0]], blocks[p[1]]))
    return {(i, j): found for i, j in near if (found := score(firsts[i], firsts[j])) >= APART}


def _apart(left: Block, right: Block) -> bool:
    """Does no report tell of both?"""
    if len(left) == len(right) == 1:
        return left[0].report.document != right[0].report.document
    return {t.report.document for t in left}.isdisjoint(t.report.document for t in right)


def _across(one: Sequence[int], two: Sequence[int]) -> Iterator[Pair]:
    return ((min(a, b), max(a, b)) for a in one for b in two)


def _fits(pair: Pair, scores: dict[Pair, float], blocks: Sequence[Block]) -> bool:
    """Are two compared with success, or is nothing known for or against them?"""
    if pair in scores:
        return True
    left, right = blocks[pair[0]], blocks[pair[1]]
    may = say_nothing(left[0], right[0]) or may_retell(left[0], right[0])
    return may and _apart(left, right)


def _judge(scores: dict[Pair, float], blocks: Sequence[Block], spoken: Sequence[Judgement]) -> set[Pair]:
    """Put what somebody said of two claims' happenings, the latest word on each pair, above the scores.

    Returns:
        pairs that are parted whatever else speaks for them.
    """
    at = {c.id: i for i, block in enumerate(blocks) for t in block for c in t.claims} if spoken else {}
    latest: dict[Pair, str] = {}
    for said in sorted(spoken, key=lambda j: (j.made or "", j.id)):
        one, two = at.get(said.left), at.get(said.right)
        if one is not None and two is not None and one != two:
            latest[min(one, two), max(one, two)] = said.verdict
    scores |= {pair: 1.0 for pair, verdict in latest.items() if verdict == "same"}
    parted = {pair for pair, verdict in latest.items() if verdict == "different"}
    for pair in parted:
        scores.pop(pair, None)
    return parted


def near_pairs(ordered: Sequence[Telling]) -> Iterator[Pair]:
    """Pairs of one family, of different reports, whose days lie near and that have something in common.

    What shares neither agent, person, target nor number scores nothing, and is never looked at.
    """
    blocks: dict[tuple[str, int, Hashable], list[int]] = defaultdict(list)
    for index, item in enumerate(ordered):
        keys = set(_keys(item)) if item.family else ()
        for bucket in _buckets(item):
            for key in keys:
                blocks[item.family, bucket, key].append(index)
    pairs = {p for block in blocks.values() if len(block) > 1 for p in combinations(block, 2)}
    yield from (p for p in sorted(pairs) if ordered[p[0]].report.document != ordered[p[1]].report.document)


def _keys(item: Telling) -> Iterator[Hashable]:
    """By what two tellings of one happening meet."""
    yield from item.agents
    yield from item.targets
    yield from (key for name in item.people for key in family_keys(name))
    if (number := exact_number(item)) is not None:
        yield number


def _buckets(item: Telling) -> Iterator[int]:
    if item.when is None:
        return
    first, last = (d.toordinal() for d in item.when)
    if last - first > 400:
        return
    yield from range((first - NEAR) // 16, (last + NEAR) // 16 + 1)


def retold_pairs(ordered: Sequence[Telling]) -> Iterator[Pair]:
    """An undated telling with an old happening: two full names in common, or one group's exact number."""
    by_key: dict[Hashable, list[int]] = defaultdict(list)
    for index, item in enumerate(ordered):
        for key in (*_names(item), *_numbers(item)):
            by_key[item.family, key].append(index)
    pairs = set()
    for index, item in enumerate(ordered):
        if not item.undated:
            continue
        named = Counter(i for key in _names(item) for i in by_key[item.family, key])
        known = {i for i, names in named.items() if names > 1}
        known |= {i for key in _numbers(item) for i in by_key[item.family, key]}
        pairs |= {(min(i, index), max(i, index)) for i in known if may_retell(ordered[i], item)}
    yield from sorted(pairs)


def _names(item: Telling) -> set[tuple[str, ...]]:
    return {words for name in item.people if len(words := name_words(name)) > 1}


def _numbers(item: Telling) -> Iterator[tuple[float, str]]:
    number = exact_number(item)
    if number is not None and number >= MANY:
        yield from ((number, word) for word in sorted(item.groups))
