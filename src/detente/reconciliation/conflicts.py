"""What cannot all be true, as sentences a person can act on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from detente.reconciliation.ground import Ground, ids, in_order, voice
from detente.reconciliation.merging import Bargain
from detente.reconciliation.people import is_of_freeing
from detente.reconciliation.stated import Stated, bounds
from detente.records import (
    DONE,
    Alternative,
    Claim,
    Conflict,
    DealLinkage,
    Destination,
    Give,
    PersonFreed,
    Quantity,
)


def deal_conflicts(
    ground: Ground,
    bargain: Bargain,
    total: Stated,
    placed: Sequence[Destination],
    people: Sequence[PersonFreed],
    tied: Sequence[DealLinkage],
) -> tuple[Conflict, ...]:
    """The conflicts of one bargain: counts, sums, people, modes, ties."""
    found = [
        *count_conflicts(ground, "released", total),
        *_sum_conflicts(total, placed),
        *_place_conflicts(ground, total, placed),
        *_person_conflicts(ground, people),
        *mode_conflicts(ground, bargain),
        *_tie_conflicts(tied),
    ]
    return tuple(found)


def number(quantity: Quantity) -> str:
    """A count as a person would say it.

    >>> number(Quantity(9, 9)), number(Quantity(26, None)), number(Quantity(2, 9, soft_lo=True))
    ('9', 'at least 26', '2 to 9')
    """
    lo, hi = quantity.lo, quantity.hi
    if lo == hi:
        return str(lo)
    if hi is None:
        return f"at least {lo or 0}"
    return f"at most {hi}" if not lo else f"{lo} to {hi}"


def count_conflicts(ground: Ground, what: str, told: Stated) -> list[Conflict]:
    """Two voices give counts of one group that cannot both be right; soft ends only pull."""
    alternatives = [a for a in told.alternatives if a.groups]
    hard = any(not _meet(a.quantity, b.quantity) for a in alternatives for b in alternatives)
    if told.quantity is None or not (hard or _pull(alternatives)):
        return []
    parts = [f"{number(a.quantity)} ({_who(ground, a)})" for a in alternatives]
    return [
        Conflict(
            sentence=f"{what}: {' or '.join(parts)}.",
            claims=ids((*told.claims, *told.dissent)),
            settled_by="a list of names, or a count by whoever keeps the list",
            kind="conflict" if hard else "tension",
            about=what,
        )
    ]


def _pull(alternatives: Sequence[Alternative]) -> bool:
    """Would two of them part if their soft ends were hard?"""
    ends = [bounds(a.quantity) for a in alternatives]
    return any(max(a[0], b[0]) > min(a[1], b[1]) for a in ends for b in ends)


def _meet(left: Quantity, right: Quantity) -> bool:
    (a, b), (c, d) = bounds(left), bounds(right)
    lo = max(0 if left.soft_lo else a, 0 if right.soft_lo else c)
    top = float("inf")
    return lo <= min(top if left.soft_hi else b, top if right.soft_hi else d)


def _who(ground: Ground, alternative: Alternative) -> str:
    """Each who says so with the day, and how many of several are one voice."""
    claims = [ground.claims[i] for i in alternative.claims]
    told = list(dict.fromkeys(said_on(c) for c in in_order(claims)))
    voices = f"; {alternative.groups} independent" if len(told) > alternative.groups else ""
    return "; ".join(told) + voices


def said_on(claim: Claim) -> str:
    """Who says it, and on what day."""
    day = claim.document.published
    return f"{voice(claim)}, {day}" if day else voice(claim)


def _sum_conflicts(total: Stated, placed: Sequence[Destination]) -> list[Conflict]:
    """Parts that are more than the whole."""
    counted = [d for d in placed if d.quantity and not d.derived and d.quantity.lo]
    least = sum(d.quantity.lo or 0 for d in counted if d.quantity)
    whole = total.quantity.hi if total.quantity else None
    stops = any(d.quantity and d.quantity.lo == whole for d in counted)  # all of them went on from there
    if whole is None or least <= whole or stops:
        return []
    parts = " + ".join(f"{d.quantity.lo} ({d.place})" for d in counted if d.quantity)
    claims = dict.fromkeys((*ids(total.claims), *(i for d in counted for i in d.claims)))
    return [
        Conflict(
            sentence=f"destinations: {parts} = {least}, more than the {whole} released.",
            claims=tuple(claims),
            settled_by="the count that each receiving state gives for itself",
            kind="part_whole",
            about="destinations",
        )
    ]


def sum_of_sides(ground: Ground, told: Stated, given: Sequence[tuple[str, Give]]) -> Iterable[Conflict]:
    """ "The two exchanged 26", the one let 16 go and the other 8: the sum is shown, never repaired.

    Args:
        ground: what is known.
        told: the sum, as told.
        given: each side's name with whom it let go.
    """
    counts = [g.quantity for _, g in given if g.quantity is not None]
    if told.quantity is None or len(counts) < len(given):
        return
    least, most = (sum(end) for end in zip(*(_hard(q) for q in counts), strict=True))
    whole = _hard(told.quantity)
    if least <= whole[1] and whole[0] <= most:
        return
    parts = " + ".join(f"{number(g.quantity)} ({name})" for name, g in given if g.quantity)
    total = " to ".join(dict.fromkeys(f"{end:g}" for end in (least, most)))
    told_of = "; ".join(dict.fromkeys(said_on(c) for c in in_order(told.claims)))
    claims = (*ids(told.claims), *(i for _, g in given for i in g.performed))
    yield Conflict(
        sentence=f"exchanged: {parts} = {total}, not {number(told.quantity)} ({told_of}).",
        claims=tuple(dict.fromkeys(claims)),
        settled_by="a list of names for each side",
        kind="part_whole",
        about="released",
    )


def _hard(quantity: Quantity) -> tuple[float, float]:
    """Its ends; what is only about so many bounds nothing."""
    lo, hi = bounds(quantity)
    return 0 if quantity.soft_lo else lo, float("inf") if quantity.soft_hi else hi


def _place_conflicts(ground: Ground, total: Stated, placed: Sequence[Destination]) -> Iterable[Conflict]:
    """Two numbers for one place, with what each leaves of the whole."""
    for place in placed:
        told = [a for a in place.alternatives if a.groups]
        if any(not _meet(a.quantity, b.quantity) for a in told for b in told):
            parts = [f"{number(a.quantity)} ({_who(ground, a)})" for a in told]
            sums = [s for a in told if (s := _leaves(total, placed, place, a.quantity))]
            claims = dict.fromkeys(i for a in told for i in a.claims)
            yield Conflict(
                sentence="; ".join([f"to {place.place}: {' or '.join(parts)}", *sums]) + ".",
                claims=tuple(claims),
                settled_by="the count that the receiving state gives, or a list of names",
                about=f"to {place.place}",
            )


def _leaves(total: Stated, placed: Sequence[Destination], place: Destination, told: Quantity) -> str:
    """The sum with one of the numbers: "114 + 8 = 122 leaves 1 of 123 unplaced"; "" for open ones."""
    others = [p.quantity for p in placed if p.place != place.place and p.quantity and not p.derived]
    numbers = [q.lo for q in (*others, told)]
    whole = total.quantity.lo if total.quantity and total.quantity.lo == total.quantity.hi else None
    exact = all(q.lo == q.hi for q in (*others, told))
    if whole is None or not exact or not others:
        return ""
    found = sum(n or 0 for n in numbers)
    text = f"{' + '.join(str(n) for n in numbers)} = {found}"
    rest = whole - found
    return f"{text}, {-rest} more than {whole}" if rest < 0 else f"{text} leaves {rest} of {whole} unplaced"


def _person_conflicts(ground: Ground, people: Sequence[PersonFreed]) -> list[Conflict]:
    return [
        Conflict(
            sentence=f"{p.name}: {_told(ground, p)}.",
            claims=p.claims,
            settled_by="word from the person, a relative or a lawyer",
            about=p.name,
        )
        for p in people
        if p.verdict == "contested"
    ]


def _told(ground: Ground, person: PersonFreed) -> str:
    """ "freed (words, who says so) or not (words, who says so)"."""
    claims = in_order(ground.claims[i] for i in person.claims)
    yes = [c for c in claims if is_of_freeing(c)]
    sides = (("freed", yes), ("not", [c for c in claims if c not in yes]))
    return " or ".join(f"{side} ({_words(told)})" for side, told in sides if told)


def _words(claims: Sequence[Claim]) -> str:
    """What each says; words that stand in longer ones of the same voice are not told twice."""
    every = [(c.span.exact, said_on(c)) for c in claims]
    longest = [(x, by) for x, by in every if not any(x in y and x != y and by == b for y, b in every)]
    return "; ".join(f"“{exact}”, {by}" for exact, by in dict.fromkeys(longest))


def mode_conflicts(ground: Ground, bargain: Bargain) -> list[Conflict]:
    """One report tells a measure as given in one place and as promised in another (a heading, the lede)."""
    by_report: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in ground.of(ground.events[i] for i in sorted(bargain.events)):
        event = ground.event_of[claim.id]
        if claim.type == "SANCTION_EASE" and event.agent:
            by_report[claim.document.sha256, event.agent].append(claim)
    headings = [t.claim for t in bargain.ties if t.claim.span.kind == "heading" and not t.denied]
    out: dict[str, Conflict] = {}
    for (document, _), claims in sorted(by_report.items()):
        tops = [h for h in headings if h.document.sha256 == document and h.mode in ("asserted", "performed")]
        for one in _mode_conflict(in_order(claims), tops):
            copy = out.get(one.sentence)  # of a copy, in the same words
            out[one.sentence] = replace(one, claims=(*copy.claims, *one.claims)) if copy else one
    return list(out.values())


def _by_instrument(claim: Claim) -> bool:
    """A licence that was issued is no careless word for a promise."""
    return bool(claim.names("instrument")) or claim.step not in (None, "unspecified")


def _mode_conflict(claims: Sequence[Claim], headings: Sequence[Claim]) -> list[Conflict]:
    planned = [c for c in claims if c.mode in ("agreed", "promised", "announced", "intended", "conditional")]
    given = [
        *headings,
        *(c for c in claims if c.mode in DONE and not _by_instrument(c)),
    ]
    if not planned or not given:
        return []
    done = "; ".join(f"“{c.span.exact}”" for c in given)
    said = "; ".join(dict.fromkeys(f"“{c.span.exact}”" for c in planned))
    return [
        Conflict(
            sentence=f"Told as given in {done}, as promised in {said}; only the promise is taken.",
            claims=ids((*given, *planned)),
            settled_by="the licence, list or gazette text",
            kind="mode",
            about="sanctions",
        )
    ]


def _tie_conflicts(tied: Iterable[DealLinkage]) -> list[Conflict]:
    """Some tie the acts and some deny it: both stay."""
    rows = list(tied)
    against = [t for t in rows if t.polarity == "-"]
    for_ = [t for t in rows if t.polarity == "+" and t.class_ in ("L2", "L3")]
    if not against or not for_:
        return []
    yes = "; ".join(dict.fromkeys(f"{t.by}: “{t.cue}”" for t in for_))
    no = "; ".join(dict.fromkeys(f"{t.by}: “{t.cue}”" for t in against))
    claims = tuple(dict.fromkeys(i for t in (*for_, *against) for i in t.claims))
    return [
        Conflict(
            sentence=f"The acts are tied ({yes}) and the tie is denied ({no}).",
            claims=claims,
            settled_by="the terms in writing",
            about="exchange",
        )
    ]
