"""One event per line of JSON in the fields of PLOVER (openeventdata.org), coded by the codebook's mapping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from detente.codebook import EventType, codebook
from detente.codebook.shapes import Code
from detente.language.gazetteer import gazetteer
from detente.records import UNSTATED, Claim, Filler, State, Time, to_json
from detente.views.exports.standing import BOUND, standing, told_as

ONTOLOGY: Final = "PLOVER 0.7b1, by the mapping of the Detente codebook"


def claims_as_plover(state: State) -> Iterator[str]:
    """Each claim that stands as one event: an event list is empty where PLOVER has no such event."""
    types = {claim.id: claim.type for claim in state.claims}
    happenings = {i: event.id for event in state.events for i in event.claims}
    for claim in standing(state.claims):
        pointed = [types[i] for i in claim.content if i in types]
        yield to_json(_event(claim, pointed, happenings.get(claim.id))).decode() + "\n"


def code_of(codes: Sequence[Code], claim: Claim, content: Iterable[str] = ()) -> Code | None:
    """The last of a type's codes that the claim fits; None where PLOVER has none for it.

    Args:
        codes: of the claim's type, the general before the particular.
        claim: any.
        content: types of the claims that it points to.

    Example:
        >>> kind = codebook().types["RELEASE"]
        >>> [code.event for code in kind.plover.manual]
        ['RETREAT', 'CONCEDE', 'AID']
    """
    pointed = frozenset(content)
    fitting = [code for code in codes if code.event != "none" and _fits(code, claim, pointed)]
    return fitting[-1] if fitting else None


def _fits(code: Code, claim: Claim, content: frozenset[str]) -> bool:
    if code.when and not (code.told or code.subs or code.stances or code.content or code.forced):
        return False  # a case that no field of a claim shows
    mode = told_as(claim)
    return (
        (mode in code.told if code.told else codebook().modes[mode].done)
        and (not code.subs or claim.sub in code.subs)
        and (not code.stances or claim.stance in code.stances)
        and (not code.content or not content.isdisjoint(code.content))
        and (not code.forced or claim.voluntariness == "stated_forced")
    )


def _event(claim: Claim, content: Sequence[str], happening: str | None) -> dict[str, object]:
    kind = codebook().types[claim.type]
    code, table = code_of(kind.plover.manual, claim, content), code_of(kind.plover.table, claim, content)
    start, end = _days(claim.time)
    return {
        "id": claim.id, "link": happening, "has_event": code is not None, "date": start, "enddate": end,
        "source": _actors(claim, _side(kind, "doer")), "recipient": _actors(claim, _recipients(kind)),
        **_coded(code), "auxiliary": _auxiliary(claim), "table": _coded(table) if table else None,
        "event_loc": [_place(f) for f in _fillers(claim, _side(kind, "place"))],
        "text": claim.span.exact or None,
        "text_info": {"start": claim.span.start, "end": claim.span.end},
        "cite_info": {
            "citation": claim.document.id, "publication": claim.document.publisher, "url": claim.document.url,
            "published": claim.document.published, "sha256": claim.document.sha256, "codebook": ONTOLOGY,
        },
        "coder": f"{claim.reader.name} {claim.reader.version}",
        "type": claim.type, "sub": claim.sub, "told_as": told_as(claim), "factuality": claim.factuality,
        "step": claim.step, "quantity": claim.quantity, "time": claim.time, "as_of": claim.as_of,
        "said_by": [link.name for link in claim.attribution], "hedges": claim.hedges,
        "confidence": claim.confidence,
    }  # fmt: skip


def _coded(code: Code | None) -> dict[str, object]:
    if code is None:
        return {"event": [], "mode": None, "context": []}
    return {"event": [code.event], "mode": code.mode, "context": code.contexts}


def _auxiliary(claim: Claim) -> str | None:
    mode = told_as(claim)
    return "historical" if mode == "background" else "future" if mode in BOUND else None


def _days(time: Time | None) -> tuple[str | None, str | None]:
    """First and last day, where the text tells them: a day of publication is a bound and no date.

    >>> _days(Time("2026-03-01", "2026-03-02")), _days(Time(None, "2026-03-02", basis="publication_bound"))
    (('2026-03-01', '2026-03-02'), (None, None))
    """
    if time is None or time.start is None or time.end is None or time.basis == "publication_bound":
        return None, None
    return time.start, time.end if time.end != time.start else None


def _side(kind: EventType, *sides: str) -> tuple[str, ...]:
    roles = codebook().roles
    return tuple(role.name for role in kind.roles if role.name in roles and roles[role.name].side in sides)


def _recipients(kind: EventType) -> tuple[str, ...]:
    """Those to whom it happens; where a type has none of them, the other side."""
    return _side(kind, "undergoer") or _side(kind, "counterpart")


def _fillers(claim: Claim, roles: Iterable[str]) -> list[Filler]:
    return [f for role in roles for f in claim.roles.get(role, ()) if f.name != UNSTATED]


def _actors(claim: Claim, roles: Iterable[str]) -> list[dict[str, object]]:
    return [_actor(filler) for filler in _fillers(claim, roles)]


def _actor(filler: Filler) -> dict[str, object]:
    return {
        "code": _code3(filler), "actor_text": filler.name, "identifier_id": filler.entity,
        "kind": filler.kind, "inferred": filler.inferred,
    }  # fmt: skip


def _place(filler: Filler) -> dict[str, object]:
    return {"name": filler.name, "cc3": _code3(filler), "inferred": filler.inferred}


def _code3(filler: Filler) -> str | None:
    """A state's code; nobody's nationality is told by it."""
    known = gazetteer().state(filler.name) if filler.kind == "state" else None
    return (known.code3 or None) if known else None
