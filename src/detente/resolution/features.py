"""What tells people of one name apart: happenings, births, offices, descriptions, company, days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from detente.language.dates import times
from detente.language.scripts import fold
from detente.records import Claim, Filler
from detente.records.windows import dated
from detente.resolution.acts import agents_of, people_of
from detente.resolution.agents import full_name
from detente.resolution.happenings import Key, Telling
from detente.resolution.persons import BORN, Local
from detente.resolution.reports import Report
from detente.resolution.times import NEAR, NEWS, span_of

_Found = dict[Local, set[str]]
_TOLD_IN = "happening "


def features_of(
    report: Report, tellings: Iterable[Telling], home: Mapping[Key, Key]
) -> dict[Local, frozenset[str]]:
    """The people of one report, each with what tells it apart.

    Args:
        report: whose people.
        tellings: its happenings.
        home: telling → the happening it was found to be of.
    """
    out: _Found = defaultdict(set)
    for claim in report.claims:
        for f in (f for fillers in claim.roles.values() for f in fillers if f.kind == "person"):
            out[_local(report, f)] |= set()
        _offices(report, claim, out)
    _company(report, out)
    for telling in tellings:
        _happening(telling, home[telling.key], out)
        _days_of_fate(telling, out)
    return {local: frozenset(found) for local, found in out.items()}


def renamed(
    known: Mapping[Local, frozenset[str]], tellings: Iterable[Telling], home: Mapping[Key, Key]
) -> dict[Local, frozenset[str]]:
    """What tells the people of a report apart, where its happenings alone are others now."""
    out: _Found = {local: {f for f in found if not f.startswith(_TOLD_IN)} for local, found in known.items()}
    for telling in tellings:
        _happening(telling, home[telling.key], out)
    return {local: frozenset(found) for local, found in out.items()}


def _local(report: Report, filler: Filler) -> Local:
    return report.document, report.people.get(filler.name, filler.name)


def _happening(telling: Telling, happening: Key, out: _Found) -> None:
    """Who is one of those told of in a happening."""
    for claim in telling.claims:
        for f in (*people_of(claim), *agents_of(claim), *claim.roles.get("participants", ())):
            if f.kind == "person":
                out[_local(telling.report, f)].add(f"{_TOLD_IN}{happening[-1]}")


def _days_of_fate(telling: Telling, out: _Found) -> None:
    """A person of this full name told of as freed, moved or taken (or not) in these same days.

    Whoever is told as inside, or as not freed, is looked for among those told as freed shortly before.
    """
    if telling.family not in ("free", "move", "take", "hold") or telling.status == "to_come":
        return
    inside = telling.family == "hold" or telling.status == "denied"
    when = telling.when or (span_of(telling.report.published) if inside else None)
    if when is None:
        return
    first, last = (d.toordinal() for d in when)
    kind = "take" if telling.family == "take" else "free"
    for local in {_local(telling.report, f) for c in telling.claims for f in people_of(c)}:
        if " " in local[1] and last - first <= 10:
            weeks = range((first - (NEWS if inside else NEAR)) // 7, (last + NEAR) // 7 + 1)
            out[local] |= {f"{kind} in week {n}" for n in weeks}


def _company(report: Report, out: _Found) -> None:
    """People told of in one report: two reports with two full names in common tell of the same people."""
    people = sorted({_local(report, f) for c in report.claims for f in (*people_of(c), *_subjects(c))})
    named = [(one, name) for one in people if " " in (name := full_name(one[1]))]
    beside = {one: f"beside {name}" for one, name in named}
    for one in beside:
        out[one] |= {words for other, words in beside.items() if other != one}


def _subjects(claim: Claim) -> Iterable[Filler]:
    """Of whom an office or a description is told."""
    return (f for f in claim.roles.get("subject", ()) if claim.type == "ATTRIBUTE" and f.kind == "person")


_TOLD: Mapping[str, tuple[str, str]] = {
    "ATTRIBUTE": ("subject", "value"),
    "MANDATE": ("agent", "office"),
    "SANCTION_IMPOSE": ("target", "instrument"),  # one name on one list, in two of its snapshots
}
_SHARED_BY_MANY: Set[str] = {"nationality", "membership"}
TERM = 2
"""Years around the day of which an office is told, in which the same person may be taken to hold it."""


def _offices(report: Report, claim: Claim, out: _Found) -> None:
    role, value = _TOLD.get(claim.type, ("", ""))
    if not role or claim.sub in _SHARED_BY_MANY:
        return
    told = {_born(v) or f"{value} {fold(v)}" for v in claim.names(value)}
    if claim.type == "MANDATE" or claim.sub == "office":
        told = {f"{office} in {year}" for office in told for year in _years(report, claim)}
    for f in claim.roles.get(role, ()):
        if f.kind == "person":
            out[_local(report, f)] |= told


def _born(words: str) -> str | None:
    """The day of a birth, however it is written: "born on 3 May 1980", "born in Oslo on May 3, 1980"."""
    if not words.startswith("born "):
        return None
    days = {t.time.start for t in times(words, anchor=None) if t.time.start == t.time.end}
    return f"{BORN}{days.pop()}" if len(days) == 1 and None not in days else None


def _years(report: Report, claim: Claim) -> Iterable[str]:
    """The years of an office: those that are told, else those around the report.

    Two reports of one name and one office, decades apart, may tell of a father and a son.
    """
    stated, published = dated(claim.time), span_of(report.published)
    if stated is not None:
        return map(str, range(stated[0].year, stated[1].year + 1))
    if published is None:
        return ("no year",)
    return map(str, range(published[0].year - TERM, published[1].year + TERM + 1))
