"""What the deal record of a story must hold: the ``[deal]`` table of ``expected.toml``.

==================  ==============================================================================
none                true: no deal that is more than rumoured or in talks
released            {lo, hi}
destinations        {place, lo, hi, derived}: without lo and hi the place alone; hi left out: open upwards
persons_freed       names that stand there; persons_not_freed: names that must not
brokers, kept       names, "a|b" alternatives
remaining           {lo, hi, source}
linkage             classes, "L2|L3" alternatives; linkage_denied: a linkage with polarity "-"
unplaced            {lo, hi}
sides               party, gives: {kind, lo, hi, sector, promised, performed, compliance}
==================  ==============================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from detente.records import Deal, Give, Quantity
from tests.stories.alike import alike, any_alike

Row = Mapping[str, Any]
OPEN = ("rumoured", "in_talks")


def wants_of_deal(row: Row) -> int:
    """How many things the table asks for."""
    gives = sum(len(side["gives"]) for side in row.get("sides", ()))
    lists = sum(len(row.get(key, ())) for key in PARTS)
    return gives + lists + sum(key in row for key in ("none", "released", "unplaced", "linkage_denied"))


def unmet_of_deals(deals: Sequence[Deal], row: Row) -> list[str]:
    """What the deal lacks, a line each."""
    if row.get("none"):
        return [f"deal {d.id} ({d.state}), expected none" for d in deals if d.state not in OPEN][:1]
    if not row:
        return []
    if not deals:
        return ["deal: none found"] * wants_of_deal(row)
    deal = max(deals, key=lambda d: (len(d.sides), len(d.claims)))
    return [f"deal {line}" for line in _unmet_of(deal, row)]


def _unmet_of(deal: Deal, row: Row) -> Iterator[str]:
    if "released" in row and not _fits(deal.released.quantity, row["released"]):
        yield f"released {_show(deal.released.quantity)}, expected {row['released']}"
    if "unplaced" in row and not any(_fits(u.quantity, row["unplaced"]) for u in deal.unplaced):
        yield f"unplaced, expected {row['unplaced']}"
    if row.get("linkage_denied") and not any(link.polarity == "-" for link in deal.linkage):
        yield "linkage: no denial"
    for key, found in PARTS.items():
        yield from (f"{key}: {wanted}" for wanted in row.get(key, ()) if not found(deal, wanted))
    for side in row.get("sides", ()):
        yield from _unmet_gives(deal, side)


def _unmet_gives(deal: Deal, side: Row) -> Iterator[str]:
    gives = [g for s in deal.sides if alike(s.party.name, side["party"]) for g in s.gives]
    for wanted in side["gives"]:
        if not any(_gives(give, wanted) for give in gives):
            yield f"gives of {side['party']}: {dict(wanted)}"


def _gives(give: Give, row: Row) -> bool:
    told = [give.sector or "", give.target or "", give.what]
    return (
        give.kind == row["kind"]
        and ("lo" not in row or _fits(give.quantity, row))
        and ("sector" not in row or any_alike(told, row["sector"]))
        and all(bool(getattr(give, k)) is row[k] for k in ("promised", "performed") if k in row)
        and give.compliance in row.get("compliance", (give.compliance,))
    )


def _show(quantity: Quantity | None) -> str:
    return "no number" if quantity is None else f"{quantity.lo}..{quantity.hi}"


def _bound(value: float | None, wanted: float | str | None) -> bool:
    if isinstance(wanted, str):
        low, high = (float(x) for x in wanted.split(".."))
        return value is not None and low <= value <= high
    return value == wanted


def _fits(quantity: Quantity | None, row: Row) -> bool:
    if "lo" not in row and "hi" not in row:
        return True
    if quantity is None:
        return False
    return _bound(quantity.lo, row.get("lo")) and _bound(quantity.hi, row.get("hi"))


def _goes_to(deal: Deal, row: Row) -> bool:
    return any(
        alike(d.place or "", row["place"])
        and _fits(d.quantity, row)
        and d.derived is row.get("derived", d.derived)
        for d in deal.destinations
    )


def _remains(deal: Deal, row: Row) -> bool:
    return any(alike(r.source, row["source"]) and _fits(r.quantity, row) for r in deal.remaining)


def _keeps(deal: Deal, wanted: str) -> bool:
    return any_alike([f"{k.authority or ''} {k.what}" for k in deal.kept], wanted)


PARTS: dict[str, Callable[[Deal, Any], bool]] = {
    "destinations": _goes_to,
    "persons_freed": lambda deal, name: any_alike([p.name for p in deal.persons_freed], name),
    "persons_not_freed": lambda deal, name: not any_alike([p.name for p in deal.persons_freed], name),
    "brokers": lambda deal, name: any_alike([b.name for b in deal.brokers], name),
    "remaining": _remains,
    "kept": _keeps,
    "linkage": lambda deal, classes: any(x.class_ in classes.split("|") for x in deal.linkage),
}
