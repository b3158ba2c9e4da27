"""How far a claim's span reaches: over the words its rule needed, and over the time it was told with."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.clauses.draft import Draft

_GAP = 4
"""So many words may stand between a clause and its time: "held *without trial* since May"."""
_WAYS = frozenset({"of", "from", "to", "into", "out"})
_PLACED = frozenset({"RELEASE", "TRANSFER", "DETAIN", "CUSTODY_STATE"})
_APART = frozenset({",", ":", ";", "``", "''", "-LRB-", "CC"})


def reach(drafts: Sequence[Draft]) -> None:
    """Let each span hold what was read: "are *still in custody*", "had been held *since May*".

    Args:
        drafts: complete; where a clause ends was told by their shorter spans.
    """
    for d in drafts:
        _over_predicate(d)
        _over_goal(d)
        _over_time(d)


def _over_predicate(d: Draft) -> None:
    """The words behind the trigger without which the rule would not have fired."""
    if d.source is None or d.source.then is None or d.args is None or not d.args.after:
        return
    s, first = d.sentence, d.args.trigger + 1
    found = d.source.then.search(d.args.after)
    if found is None or not found.group(0).strip():
        return
    start = s[first].start
    d.widen(*s.at(start + found.start(), start + len(found.group(0).rstrip()) + found.start()))


def _over_goal(d: Draft) -> None:
    """Out *of prison*, handed over *to their parents*: where they came from or went."""
    s = d.sentence
    for _ in range(2):
        i = d.hi + 1
        if d.type not in _PLACED or i >= len(s) or s[i].low not in _WAYS or not d.lo <= s[i].head < i:
            return
        goal = s.kid(i, "pobj")
        if goal is None or d.trigger not in {i, *(u.i for u in s.up(i))}:
            return
        d.widen(s.np(goal.i)[1])


def _over_time(d: Draft) -> None:
    """The time expression close behind the clause, in the same breath."""
    told = d.time.text if d.time is not None and d.time.basis in {"stated", "anchored"} else None
    s = d.sentence
    at = s.text.find(told, s[d.trigger].end - s.start) if told else -1
    if not told or at < 0:
        return
    words = s.at(s.start + at, s.start + at + len(told))
    between = [w for w in s.words if d.hi < w.i < words[0]]
    if len(between) <= _GAP and not any(w.tag in _APART or w.tag.startswith("V") for w in between):
        d.widen(words[-1])
