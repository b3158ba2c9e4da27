"""What a careful person codes from a story, and what a reader's claims lack of it.

``expected.toml`` holds four tables. ``[article]``: published, byline, publisher, number.

``[[claim]]``: a claim that must be there. Only the keys that stand in a row are asked for.

==============  ==================================================================================
words           literal words of the text; the claim's span covers at least half of them, inside their line
type            "A|B": one of these, ``alt_type`` counts; "*": any
mode            a list: one of these
sub, factuality, step, stance, voluntariness    "a|b": one of these
denied          mode ``denied`` or polarity "-"; SANCTION_KEEP and the stance deny say so by themselves
anyway          polarity and denial do not matter; else polarity is "+" and mode not ``denied``
roles           {"role|role" = "name|name"}: a filler holds all words of a name; pointing claims count too
quantity        {lo, hi}: number or "a..b"; hi left out: open upwards. penalty likewise; no_quantity = true
attribution     words of the innermost source ("" the outlet's own voice); of a speech, the speaker counts
hedges          all of these; label, duration; time {start, end}: both ends
linkage         {class = "L1|L2", cue = "a|b"}
==============  ==================================================================================

``[[never]]``: what no claim may say: all keys of the row fit one claim that is not denied. ``words`` are
words it touches, ``step``, ``sub``, ``linkage`` lists, ``quantity`` both ends, a role's name stands nearly
alone ("*": any name), ``time.start`` a day told as the day.

``[deal]``: see ``tests/stories/bargain.py``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from detente.records import Article, Claim, Deal, Quantity
from tests.stories.alike import alike, any_alike, is_just, plain, tokens
from tests.stories.bargain import unmet_of_deals, wants_of_deal

Row = Mapping[str, Any]
SPEAKERS = ("speaker", "demander", "recogniser", "committer", "claimant")
SPEECH = ("STATEMENT", "DEMAND", "RECOGNITION", "COMMIT", "LINKAGE")


@dataclass(frozen=True)
class Expected:
    """The rows of one ``expected.toml``."""

    article: Row
    claims: tuple[Row, ...]
    nevers: tuple[Row, ...]
    deal: Row

    def wants(self) -> int:
        """How many things are asked for."""
        return len(self.article) + len(self.claims) + wants_of_deal(self.deal)


@dataclass(frozen=True)
class Told:
    """An article with the claims made of it, and which claims point to which."""

    article: Article
    claims: Sequence[Claim]
    above: dict[str, list[Claim]] = field(default_factory=dict)

    @classmethod
    def of(cls, claims: Sequence[Claim], article: Article) -> Told:
        """Claims with their pointing claims looked up."""
        above: dict[str, list[Claim]] = {}
        for claim in claims:
            for child in claim.content:
                above.setdefault(child, []).append(claim)
        return cls(article, claims, above)

    def names(self, claim: Claim, roles: str) -> list[str]:
        """Fillers of these roles, those of the claims that point here included."""
        keys = roles.split("|")
        return [n for c in (claim, *self.above.get(claim.id, ())) for n in c.names(*keys)]


def load(path: Path) -> Expected:
    """The rows of one ``expected.toml``."""
    with path.open("rb") as file:
        table = tomllib.load(file)
    return Expected(
        table["article"], tuple(table["claim"]), tuple(table.get("never", ())), table.get("deal", {})
    )


def unmet(claims: Sequence[Claim], article: Article, deals: Sequence[Deal], expected: Expected) -> list[str]:
    """What is asked for and not there, a line each, with the reason of the claim that came nearest."""
    told = Told.of(claims, article)
    missing = [line for row in expected.claims if (line := _unmet_row(told, row))]
    return [*_unmet_article(article, expected.article), *missing, *unmet_of_deals(deals, expected.deal)]


def forbidden(claims: Sequence[Claim], article: Article, expected: Expected) -> list[str]:
    """Claims that say what no claim may say, a line each."""
    told = Told.of(claims, article)
    return [
        f"{row['id']} {row['why']}: {c.type} {c.mode} {c.span.exact[:60]!r} [{c.rule}]"
        for row in expected.nevers
        for c in claims
        if _breaks(told, c, row)
    ]


def _unmet_article(article: Article, row: Row) -> Iterator[str]:
    for key, want in row.items():
        got = str(getattr(article, key) or "")
        if not (got == want if key in ("published", "number") else alike(got, want)):
            yield f"article {key}: {got or 'missing'}, expected {want}"


def _unmet_row(told: Told, row: Row) -> str:
    """Empty where a claim fits, else the row with the reason of the nearest claim."""
    best, why = -1, "no claim of this type on these words"
    start = told.article.text.index(row["words"])
    for claim in told.claims:
        if not (_is_type(claim, row["type"]) and _covers(told.article.text, claim, start, len(row["words"]))):
            continue
        wrong = [(i, reason) for i, reason in enumerate(_faults(told, claim, row)) if reason]
        if not wrong:
            return ""
        if wrong[0][0] > best:
            best, why = wrong[0]
    return f"{row['id']} {row['type']} {row['words'][:70]!r}: {why}"


def _is_type(claim: Claim, wanted: str) -> bool:
    types = wanted.split("|")
    return "*" in types or claim.type in types or claim.alt_type in types


def _covers(text: str, claim: Claim, start: int, length: int) -> bool:
    common = min(claim.span.end, start + length) - max(claim.span.start, start)
    line = text.rfind("\n", 0, start) + 1, (text.find("\n", start) + 1 or len(text) + 1)
    return 2 * common >= length and line[0] <= claim.span.start and claim.span.end <= line[1]


def _faults(told: Told, claim: Claim, row: Row) -> Iterator[str]:
    """One string a test, empty where it is met; tests of which the row says nothing are met."""
    yield _polarity_fault(claim, row)
    yield "" if claim.mode in row.get("mode", (claim.mode,)) else f"mode {claim.mode}"
    for key in ("sub", "factuality", "step", "stance", "voluntariness"):
        got = getattr(claim, key) or "unstated"
        yield "" if key not in row or got in row[key].split("|") else f"{key} {got}, expected {row[key]}"
    for roles, names in row.get("roles", {}).items():
        found = told.names(claim, roles)
        yield "" if any_alike(found, names) else f"{roles} {found}, expected {names}"
    for key, test in TESTS.items():
        if key in row:
            yield test(told, claim, row[key])


def _polarity_fault(claim: Claim, row: Row) -> str:
    denied = claim.mode == "denied" or claim.polarity == "-"
    if row.get("anyway") or denied is bool(row.get("denied")):
        return ""
    if row.get("denied") and (claim.type == "SANCTION_KEEP" or claim.stance == "deny"):
        return ""
    return f"polarity {claim.polarity}, mode {claim.mode}"


def _within(value: float | None, wanted: float | str | None) -> bool:
    if isinstance(wanted, str):
        low, high = (float(x) for x in wanted.split(".."))
        return value is not None and low <= value <= high
    return value == wanted


def _bounds_fault(quantity: Quantity | None, wanted: Row) -> str:
    if quantity is None:
        return f"no number, expected {dict(wanted)}"
    fits = _within(quantity.lo, wanted.get("lo")) and _within(quantity.hi, wanted.get("hi"))
    return "" if fits else f"number {quantity.lo}..{quantity.hi}, expected {dict(wanted)}"


def _source_fault(told: Told, claim: Claim, wanted: str) -> str:
    outlet = [told.article.publisher or "", told.article.byline or ""]
    chain = [a for a in claim.attribution if not any(o and tokens(a.name) <= tokens(o) for o in outlet)]
    if not wanted:
        return f"source {chain[-1].name}, expected the outlet" if chain else ""
    said = [n for a in chain[-1:] for n in (a.name, *a.parts)]
    said += claim.names(*SPEAKERS) if claim.type in SPEECH else ()
    return "" if any_alike(said, wanted) else f"source {said or 'the outlet'}, expected {wanted}"


def _linkage_fault(told: Told, claim: Claim, wanted: Row) -> str:
    link = claim.linkage
    if link is None or link.class_ not in wanted["class"].split("|"):
        return f"linkage {link and link.class_}, expected {wanted['class']}"
    return "" if any(c in plain(link.cue) for c in wanted.get("cue", "").split("|")) else f"cue {link.cue!r}"


def _time_fault(told: Told, claim: Claim, wanted: Row) -> str:
    got = (claim.time.start, claim.time.end) if claim.time else (None, None)
    return "" if got == (wanted["start"], wanted["end"]) else f"time {got}"


def _hedge_fault(told: Told, claim: Claim, wanted: Sequence[str]) -> str:
    said = plain(" | ".join(claim.hedges))
    return "" if all(plain(w) in said for w in wanted) else f"hedges {claim.hedges}"


def _label_fault(told: Told, claim: Claim, wanted: str) -> str:
    return "" if alike(claim.label or "", wanted) else f"label {claim.label}"


TESTS: dict[str, Callable[[Told, Claim, Any], str]] = {
    "quantity": lambda told, claim, wanted: _bounds_fault(claim.quantity, wanted),
    "penalty": lambda told, claim, wanted: _bounds_fault(claim.penalty, wanted),
    "no_quantity": lambda told, claim, wanted: f"number {claim.quantity}" if claim.quantity else "",
    "attribution": _source_fault,
    "hedges": _hedge_fault,
    "label": _label_fault,
    "duration": lambda told, claim, wanted: "" if claim.duration == wanted else f"duration {claim.duration}",
    "linkage": _linkage_fault,
    "time": _time_fault,
}


def _breaks(told: Told, claim: Claim, row: Row) -> bool:
    """Does the claim say what the row forbids?"""
    if not _is_type(claim, row["type"]) or claim.polarity == "-" or claim.mode == "denied":
        return False
    if claim.mode not in row.get("mode", (claim.mode,)) or not _touches(told.article.text, claim, row):
        return False
    return all(test(told, claim, row[key]) for key, test in FORBID.items() if key in row)


def _touches(text: str, claim: Claim, row: Row) -> bool:
    if "words" not in row:
        return True
    start = text.index(row["words"])
    return claim.span.start < start + len(row["words"]) and start < claim.span.end


def _names_it(told: Told, claim: Claim, wanted: Mapping[str, str]) -> bool:
    return all(any(is_just(n, w) for n in claim.names(*roles.split("|"))) for roles, w in wanted.items())


def _counts_it(told: Told, claim: Claim, wanted: Row) -> bool:
    q = claim.quantity
    return q is not None and (q.lo, q.hi) == (wanted.get("lo"), wanted.get("hi"))


def _dates_it(told: Told, claim: Claim, wanted: Row) -> bool:
    return claim.time is not None and claim.time.start == wanted["start"]


FORBID: dict[str, Callable[[Told, Claim, Any], bool]] = {
    "roles": _names_it,
    "quantity": _counts_it,
    "time": _dates_it,
    "step": lambda told, claim, wanted: claim.step in wanted,
    "sub": lambda told, claim, wanted: claim.sub in wanted,
    "linkage": lambda told, claim, wanted: claim.linkage is not None and claim.linkage.class_ in wanted,
    "attribution": lambda told, claim, wanted: not _source_fault(told, claim, wanted),
}
