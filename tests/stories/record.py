"""Does a state hold the rows of a story? A row asks for one fact that fits all its keys.

See ``multi/README.md`` for the keys. ``missing`` gives the rows that nothing fits, each with the key
that the nearest fact fails; ``broken`` gives the rows that must not be held and are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from detente.records import Quantity, State
from tests.stories.alike import any_alike, tokens
from tests.stories.held import Fact, Held, meet

Row = Mapping[str, Any]
Settle = Callable[[str | None, str | None], State]
HEAD = frozenset({"about", "covers", "grades", "as_of", "known_by"})
UNCHECKED = frozenset(
    {"as_of", "known_by", "why", "optional", "not", "id", "more_than", "lo", "loose", "none"}
)
WORDS = frozenset(
    {
        "kind",
        "state",
        "class",
        "polarity",
        "custody",
        "legal",
        "location",
        "step",
        "compliance",
        "verdict",
        "announced",
    }
)
EXACT = frozenset({"freed", "promised", "performed", "derived", "overlapping", "settled"})
DAYS = frozenset({"on", "since", "until", "due"})


class Story:
    """One story's rows, put to states at the clocks they name."""

    def __init__(self, table: Mapping[str, Any], settle: Settle, last: str) -> None:
        self._table = table
        self._settle = settle
        self._clocks = table.get("as_of", table.get("known_by", last)), table.get("known_by", last)
        self._held: dict[tuple[str, str], Held] = {}

    def rows(self) -> Iterator[tuple[str, Row]]:
        """What is asked for: table and row; what is optional is not asked for."""
        for name, listed in self._table.items():
            if name not in HEAD and name != "never":
                yield from ((name, row) for row in listed if not row.get("optional"))

    def nevers(self) -> Iterator[tuple[str, Row]]:
        """What must not be held; an empty table rules out all its facts."""
        yield from ((row["not"], row) for row in self._table.get("never", ()))
        yield from (
            (name, {"why": "none"})
            for name, listed in self._table.items()
            if name not in HEAD and listed == []
        )

    def missing(self) -> list[str]:
        """Rows that no fact fits, a line each."""
        return [f"{t} {dict(row)}: {why}" for t, row in self.rows() if (why := self._unmet(t, row))]

    def broken(self) -> list[str]:
        """Rows that must not be held and are."""
        return [
            f"never {t} {dict(row)}: {why}" for t, row in self.nevers() if (why := self._held_anyway(t, row))
        ]

    def _at(self, table: str, row: Row) -> Held:
        """The state at the row's clocks; one clock alone sets both, a measure's day only the first."""
        day, known = self._clocks
        if "as_of" in row or "known_by" in row:
            day, known = row.get("as_of", row.get("known_by")), row.get("known_by", row.get("as_of"))
        if table == "measure" and "on" in row:
            day = row["on"]
        if (day, known) not in self._held:
            self._held[day, known] = Held(self._settle(day, known))
        return self._held[day, known]

    def _unmet(self, table: str, row: Row) -> str:
        held = self._at(table, row)
        facts = held.facts(table)
        if row.get("none"):
            told = [f["state"] for f in facts if not f.get("queued")]
            return f"held: {told}" if told else ""
        tries = [self._faults(table, row, fact, held) for fact in facts]
        if table == "measure" and _may_be_unknown(row) and not any(map(_is_of(row), facts)):
            return ""
        best = min(tries, key=lambda faults: (len(faults), faults), default=["nothing held"])
        return "; ".join(best)

    def _held_anyway(self, table: str, row: Row) -> str:
        held = self._at(table, row)
        facts = [f for f in held.facts(table) if not f.get("queued")]
        fits = [f for f in facts if not self._faults(table, row, f, held)]
        if len(fits) <= row.get("more_than", 0):
            return ""
        return " | ".join(sorted({str({k: f.get(k) for k in ("quantity", *row) if k in f}) for f in fits}))

    def _faults(self, table: str, row: Row, fact: Fact, held: Held) -> list[str]:
        keys = [k for k in row if k not in UNCHECKED and not (table == "measure" and k == "on")]
        keys = [k for k in keys if not (k == "hi" and "lo" in row)] + (["lo"] if "lo" in row else [])
        return [f for key in keys if (f := self._fault(key, row, fact, held))]

    def _fault(self, key: str, row: Row, fact: Fact, held: Held) -> str:
        wanted, got = row[key], fact.get(key)
        if key in ("lo", "hi"):
            return _number_fault(row, fact)
        if key in WORDS:
            told = got if isinstance(got, list) else [got]
            return "" if {str(g) for g in told} & set(wanted.split("|")) else f"{key} {got}"
        if key in EXACT:
            return "" if bool(got) is wanted else f"{key} {got}"
        if key in DAYS:
            return "" if str(got or "").startswith(wanted) else f"{key} {got}"
        return OTHER[key](self, wanted, row, fact, held) if key in OTHER else _name_fault(key, wanted, got)

    def deals(self, wanted: str, held: Held) -> set[str]:
        """The deals of the state that a story's deal id means."""
        (row,) = [r for r in self._table["deal"] if r.get("id") == wanted]
        facts = held.facts("deal")
        return {f["id"] for f in facts if all(any_alike(f["parties"], p) for p in row["parties"])}


def _may_be_unknown(row: Row) -> bool:
    """Of a measure of which nothing is held the law is unknown: what such a row asks for is met."""
    asked = set(row) - UNCHECKED - {"authority", "target", "sector", "on", "legal", "announced"}
    words = [row[key].split("|") for key in ("legal", "announced") if key in row]
    return not asked and "legal" in row and all({"unknown", "none"} & set(told) for told in words)


def _is_of(row: Row) -> Callable[[Fact], bool]:
    """Is a measure this authority's, on this target or sector?"""
    keys = [key for key in ("authority", "target", "sector") if key in row]
    return lambda fact: all(any_alike(fact[key], row[key]) for key in keys)


def _name_fault(key: str, wanted: str, got: Any) -> str:
    names = (got,) if isinstance(got, str) else tuple(got or ())
    return "" if any_alike(names, wanted) or _unstated(names, wanted) else f"{key} {names[:3]}"


def _unstated(names: tuple[str, ...], wanted: str) -> bool:
    return "unstated" in wanted.split("|") and all(n in ("", "UNSTATED") for n in names)


def _ends(row: Row) -> tuple[float, float]:
    hi = row.get("hi", row["lo"])
    return row["lo"], float("inf") if hi == "open" else hi


def _bounds(quantity: Quantity) -> tuple[float, float]:
    return quantity.lo or 0, float("inf") if quantity.hi is None else quantity.hi


def _number_fault(row: Row, fact: Fact) -> str:
    quantity = fact.get("quantity")
    if quantity is None or quantity == Quantity(None, None):
        return "no number"
    lo, hi = _ends(row)
    got = _bounds(quantity)
    if got == (lo, hi):
        return ""
    inside = lo <= got[0] and got[1] <= hi
    listed = any(_bounds(a.quantity) == (lo, hi) for a in fact.get("alternatives", ()))
    return "" if row.get("loose") and (inside or listed) else f"number {quantity.lo}..{quantity.hi}"


def _reports_fault(story: Story, wanted: list[str], row: Row, fact: Fact, held: Held) -> str:
    lost = set(wanted) - set(fact["reports"])
    return f"rests not on {sorted(lost)}" if lost else ""


def _groups_fault(story: Story, wanted: int, row: Row, fact: Fact, held: Held) -> str:
    return "" if fact["groups"] == wanted else f"groups {fact['groups']}"


def _alternatives_fault(story: Story, wanted: list[Row], row: Row, fact: Fact, held: Held) -> str:
    told = fact.get("alternatives", ())
    if not wanted:
        others = [a for a in told if not meet(a.quantity, fact["quantity"])]
        return f"alternatives {[a.quantity.lo for a in others]}" if others else ""
    return "; ".join(
        f"no alternative {dict(w)}" for w in wanted if not any(_is_told(a, w, held) for a in told)
    )


def _is_told(alternative: Any, wanted: Row, held: Held) -> bool:
    reports = {c.document.id for c in held.inquiry.claims(alternative.claims)}
    return (
        _bounds(alternative.quantity) == _ends(wanted)
        and set(wanted.get("reports", ())) <= reports
        and wanted.get("groups", alternative.groups) == alternative.groups
    )


def _withdrawn_fault(story: Story, wanted: list[int], row: Row, fact: Fact, held: Held) -> str:
    gone = {a.quantity.lo for a in fact.get("alternatives", ()) if a.groups == 0}
    return "" if set(wanted) <= gone else f"withdrawn {sorted(gone)}"


def _spellings_fault(story: Story, wanted: list[str], row: Row, fact: Fact, held: Held) -> str:
    """Names of one person, or queued beside one of its names."""
    pairs = [pair for pair in held.queued if set(pair) & set(fact["name"])]
    names = (*fact["name"], *(name for pair in pairs for name in pair))
    lost = [w for w in wanted if not any_alike(names, w)]
    return f"other spellings {lost}" if lost else ""


def _same_fault(story: Story, wanted: list[str], row: Row, fact: Fact, held: Held) -> str:
    mixed = [w for w in wanted if any_alike(fact["name"], w)]
    return f"one with {mixed}" if mixed else ""


def _parties_fault(story: Story, wanted: list[str], row: Row, fact: Fact, held: Held) -> str:
    lost = [p for p in wanted if not any_alike(fact["parties"], p)]
    return f"parties {fact['parties']}" if lost else ""


def _deal_fault(story: Story, wanted: str, row: Row, fact: Fact, held: Held) -> str:
    return "" if story.deals(wanted, held) & set(fact["deals"]) else "of another deal"


def _date_fault(story: Story, wanted: str, row: Row, fact: Fact, held: Held) -> str:
    time = fact.get("time")
    days = [d for d in (time.start, time.end) if d] if time else []
    return "" if any(d.startswith(wanted) for d in days) else f"date {days}"


def _values_fault(story: Story, wanted: list[str], row: Row, fact: Fact, held: Held) -> str:
    """Numbers stand in the sentence; of words it is asked that as many claims are cited."""
    numbers = set(re.findall(r"\d+", re.sub(r"(?<=\d)[,\s.](?=\d{3})", "", fact["sentence"])))
    lost = [w for w in wanted if w.isdigit() and w not in numbers]
    few = len(set(fact["claims"])) < len(wanted)
    return f"values {lost or 'of one side'}" if lost or few else ""


def _about_fault(story: Story, wanted: str, row: Row, fact: Fact, held: Held) -> str:
    told = frozenset().union(*(tokens(w) for w in fact["about"]))
    return "" if any(tokens(p) <= told for p in wanted.split("|")) else f"about {fact['sentence'][:80]}"


def _exclusions_fault(story: Story, wanted: list[str], row: Row, fact: Fact, held: Held) -> str:
    lost = [w for w in wanted if not any_alike(fact["exclusions"], w)]
    return f"exclusions {fact['exclusions']}" if lost else ""


OTHER: dict[str, Callable[[Story, Any, Row, Fact, Held], str]] = {
    "reports": _reports_fault,
    "groups": _groups_fault,
    "alternatives": _alternatives_fault,
    "withdrawn": _withdrawn_fault,
    "names": _spellings_fault,
    "not_same_as": _same_fault,
    "parties": _parties_fault,
    "deal": _deal_fault,
    "date": _date_fault,
    "values": _values_fault,
    "about": _about_fault,
    "exclusions": _exclusions_fault,
}
