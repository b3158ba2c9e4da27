"""What "they include X", "X is among them" and "so is Y" say of people whom the text has told of before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.records import FREED, LET_GO, Quantity

_OF_GROUPS = frozenset({"RELEASE", "CLEMENCY", "TRANSFER", "CUSTODY_STATE"})
_ABOARD = re.compile(r"\b(?:aboard|board|plane|flight|bus|jet|aircraft|arrived|landed|home|returned)\b", re.I)
_THOSE_WHO = re.compile(r"\bthose (?:who|that) (?!(?:were|was|are|have) \w+ed\b)")
_RECALLED = 700
"""So many characters further on, "they" no longer means the freed."""


def point_back(drafts: list[Draft], lexicon: Lexicon) -> None:
    """What points back to the freed stands as they stand; without any told before it is dropped."""
    so_is = lexicon.pattern("members_so")  # "So is X": as was just told of another
    for d in [x for x in drafts if x.recalls]:
        likewise = so_is.search(d.sentence.text) is not None
        told = [
            x
            for x in drafts
            if x.type in _OF_GROUPS and (likewise or not x.recalls) and x.sentence.start < d.sentence.start
        ]
        if _THOSE_WHO.search(d.sentence.text):  # of several who came out
            told = [x for x in told if x.names("group") and x.stand.mode == "performed"]
        last = told[-1] if told else None
        moved = last is not None and (last.type == "CUSTODY_STATE" or last.sub == "facility_move")
        freed = last is not None and not moved and last.stand.mode != "denied"
        if d.names_all and freed and last is not None:
            q = last.quantity
            freed = last.type in FREED and q is not None and q.lo == d.names_all == q.hi
        if last is not None and likewise:
            freed = freed and last.rule.endswith(".member") and d.sentence.start - last.sentence.end < 4
        freed = freed and not _of_the_held(d, drafts) and not _of_another_number(d, drafts, lexicon)
        if last is None or not freed or d.sentence.start - last.sentence.start > _RECALLED:
            drafts.remove(d)
        elif d.type == "RELEASE":
            d.stand = last.stand.copy()
            d.stand.governor = None  # what set the mode stands in the other's sentence
            aboard = _ABOARD.search(d.sentence.span_text(d.lo, d.hi)) is not None
            before = (x for x in drafts if x.sentence.start < d.sentence.start)
            if last.type == "CLEMENCY" and not any(_lets_out(x, last) for x in told):
                d.type, d.sub, d.rule = "CLEMENCY", last.sub, "clemency.member"  # the paper, not the door
            if last.type == "TRANSFER" and (aboard or not any(map(_lets_go, before))):
                _moved_with(d, last)


def _lets_out(d: Draft, last: Draft) -> bool:
    """ "The release of 29. All 29 were pardoned": are those of a pardon told as let out, too?"""
    q, p = d.quantity, last.quantity
    same = q is not None and p is not None and (q.lo, q.hi) == (p.lo, p.hi)
    return d.type == "RELEASE" and (d.sentence is last.sentence or (same and d.stand.mode == "performed"))


def _lets_go(d: Draft) -> bool:
    """Is it told of any people that they were let go, or are to be?"""
    return d.type in FREED and not d.recalls and d.stand.mode != "denied"


def _moved_with(d: Draft, last: Draft) -> None:
    """ "X is among them", of people who were extradited or flown out: X was; where to is said of them."""
    d.type, d.sub, d.rule = "TRANSFER", last.sub, "transfer.member"
    d.roles.pop("releaser", None)
    d.roles["mover"] = list(last.roles.get("mover", ()))


def _of_the_held(d: Draft, drafts: Sequence[Draft]) -> bool:
    """ "Among the five is X", and five had their detention extended: the number says which are meant."""
    counts = {n.quantity.lo for n in d.mentions.numbers if n.kind == "count" and n.quantity.exact}
    told = [x for x in drafts if x.sentence.start < d.sentence.start and x.quantity is not None]
    meant = [x for x in told if x.quantity is not None and x.quantity.exact and x.quantity.lo in counts]
    return bool(meant) and not any(x.type in LET_GO and x.stand.mode != "denied" for x in meant)


def _of_another_number(d: Draft, drafts: Sequence[Draft], lexicon: Lexicon) -> bool:
    """ "26 crossed. Four were turned back. X is one of the four": of no group that is counted as let go."""
    match = lexicon.pattern("among_so_many").search(d.sentence.text)
    if match is None:
        return False
    told = [x for x in drafts if x.type in LET_GO and x.sentence.start < d.sentence.start]
    beside = {n.quantity.lo for x in told for n in x.mentions.numbers}  # "nine, five of them nurses"
    counts = [q for x in told if x.stand.mode != "denied" and not x.recalls and (q := x.quantity) is not None]
    named = [n.quantity for n in d.mentions.numbers if match.start() <= n.start < match.end()]
    whole = sum(q.lo for q in counts if q.exact and q.lo is not None)  # "two women and three men": the five
    if any(n.lo in {whole, *beside} for n in named):
        return False
    return bool(counts and named) and not any(_may_be_one(q, n) for q in counts for n in named)


def _may_be_one(told: Quantity, named: Quantity) -> bool:
    """Has a count, its soft ends left open, a number in common with another?"""
    lo = 0 if told.soft_lo else told.lo or 0
    hi = None if told.soft_hi else told.hi
    return (named.hi is None or lo <= named.hi) and (hi is None or (named.lo or 0) <= hi)
