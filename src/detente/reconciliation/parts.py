"""Parts of a counted group that are no destinations: men and women, nationals, labels (CODEBOOK §5).

Men and women have nobody in common, so their numbers sum up; all other attributes may overlap. A sum
that fails is shown, and nothing is repaired.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.language.scripts import fold
from detente.reconciliation.conflicts import number, said_on
from detente.reconciliation.counts import Population, solve
from detente.reconciliation.counts import Stated as Counted
from detente.reconciliation.ground import Ground, in_order
from detente.reconciliation.stated import Stated
from detente.reconciliation.words import lexicon
from detente.records import Claim, Conflict, Event, Part


def attributes(ground: Ground, event: Event) -> tuple[Claim, ...]:
    """The claims that count men, women, nationals … of the group that a happening is about."""
    groups = {f.entity for c in ground.of([event]) for f in c.roles.get("group", ()) if f.entity}
    told = (c for document in event.documents for c in ground.by_document.get(document, ()))
    own = (c for c in told if groups & {f.entity for f in c.roles.get("subject", ())})
    return tuple(c for c in own if c.type == "ATTRIBUTE" and c.quantity is not None and c.polarity == "+")


def parts(claims: Sequence[Claim]) -> tuple[Part, ...]:
    """Each as a part: never summed, whatever it counts."""
    return tuple(Part(what=_what(c), quantity=c.quantity, claims=(c.id,)) for c in claims)


def part_conflicts(what: str, total: Stated, claims: Sequence[Claim]) -> tuple[Conflict, ...]:
    """Claims of whole and parts that cannot all be true: the smallest sets of them."""
    if total.quantity is None or not claims:
        return ()
    rows = tuple(
        Population(key=c.id, division=_division(c), stated=(Counted(c.id, c.quantity),))
        for c in claims
        if c.quantity is not None
    )
    whole = tuple(Counted(c.id, c.quantity) for c in total.claims if c.quantity is not None)
    clashes = solve(Population(key="", stated=whole, parts=rows)).clashes
    by_id = {c.id: c for c in (*total.claims, *claims)}
    return tuple(_conflict(what, total, in_order(by_id[i] for i in clash.claims)) for clash in clashes)


def _what(claim: Claim) -> str:
    return ", ".join(claim.names("value"))


def _division(claim: Claim) -> str | None:
    """Nobody is in two parts of one division."""
    words = {w for n in claim.names("value") for w in fold(n).split()}
    return "sex" if words & lexicon()["sexes"] else None


def _conflict(what: str, total: Stated, claims: Sequence[Claim]) -> Conflict:
    assert total.quantity is not None
    counted = [c for c in claims if c.type == "ATTRIBUTE" and c.quantity is not None]
    told = [f"{number(c.quantity)} {_what(c)} ({said_on(c)})" for c in counted if c.quantity]
    numbers = [c.quantity.lo or 0 for c in counted if c.quantity]
    summed = f" = {sum(numbers)}" if len(numbers) > 1 else ""
    sentence = f"{what}: {' + '.join(told)}{summed}, not {number(total.quantity)}"
    who = "; ".join(dict.fromkeys(said_on(c) for c in claims if c.type != "ATTRIBUTE"))
    return Conflict(
        sentence=f"{sentence} ({who})." if who else f"{sentence}.",
        claims=tuple(c.id for c in claims),
        settled_by="a list of names, or a corrected total from whoever counted",
        kind="part_whole",
        about=what,
    )
