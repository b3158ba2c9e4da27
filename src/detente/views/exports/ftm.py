"""Entities of FollowTheMoney (followthemoney.tech), one per line of JSON, with the reports that prove them.

A report is an Article, who is named a Person, Organization or PublicBody, a claim on a measure with a target
that can be named a Sanction, any other claim that stands an Event. Property names and the types of their
values are those of FtM 4; FtM has no property for custody, and none is made up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from detente.codebook import codebook
from detente.language.gazetteer import gazetteer
from detente.records import (
    MEASURES,
    UNSTATED,
    Claim,
    DocumentRef,
    Filler,
    FillerKind,
    State,
    Time,
    content_hash,
    to_json,
)
from detente.views.exports.standing import BOUND, is_done, standing, told_as

SCHEMATA: Final[dict[FillerKind, str]] = {
    "person": "Person", "state": "PublicBody", "organisation": "Organization", "outlet": "Organization",
}  # fmt: skip
"""Kind of a filler → what FtM calls it; the other kinds are words of an event and no entities."""
ENDED: Final = frozenset(("delisted", "repealed", "annulled", "expired"))
"""Steps that end a measure in law; a licence or a narrowing leaves it in force."""
PLACES: Final = frozenset(("place", "facility", "state"))
Values = dict[str, list[str]]


def claims_as_ftm(state: State) -> Iterator[str]:
    """The reports, then who is named in them, then what they tell, in the order of the claims."""
    claims = standing(state.claims)
    for document in {claim.document.sha256: claim.document for claim in claims}.values():
        yield _line(_article_id(document), "Article", _article(document))
    yield from _named(claims, state)
    for claim in claims:
        yield from _told(claim)


def _line(key: str, schema: str, values: Values) -> str:
    filled = {name: found for name, found in values.items() if found}
    return to_json({"id": key, "schema": schema, "properties": filled}).decode() + "\n"


def _article_id(document: DocumentRef) -> str:
    return f"sha256-{document.sha256}"


def _article(document: DocumentRef) -> Values:
    """FtM's contentHash is a SHA-1: the SHA-256 stands in the id and in the notes."""
    return {
        "fileName": [document.id], "sourceUrl": _web(document.url), "publisher": _some(document.publisher),
        "publishedAt": _some(document.published), "notes": [f"SHA-256 {document.sha256}"],
    }  # fmt: skip


def _named(claims: tuple[Claim, ...], state: State) -> Iterator[str]:
    """Each who is named, once, with every form of the name and every report that names them."""
    names, proofs = defaultdict[str, dict[str, None]](dict), defaultdict[str, dict[str, None]](dict)
    kinds: dict[str, FillerKind] = {}
    canonical = {_key(entity.id): entity.name for entity in state.entities}
    for claim in claims:
        for filler in (f for fillers in claim.roles.values() for f in fillers if _is_entity(f)):
            key = _entity_id(filler, claim)
            kinds.setdefault(key, filler.kind)
            names[key].setdefault(filler.name)
            proofs[key].setdefault(_article_id(claim.document))
    for key, forms in names.items():
        first = canonical.get(key, next(iter(forms)))
        others = [form for form in forms if form != first]
        country = _country(first) if kinds[key] == "state" else []
        values = {"name": [first], "alias": others, "country": country, "proof": list(proofs[key])}
        yield _line(key, SCHEMATA[kinds[key]], values)


def _is_entity(filler: Filler) -> bool:
    return filler.kind in SCHEMATA and filler.name != UNSTATED


def _entity_id(filler: Filler, claim: Claim) -> str:
    """The resolved entity's; of one who is not resolved, the name's in this report alone."""
    if filler.entity is not None:
        return _key(filler.entity)
    return f"ent-{content_hash(claim.document.sha256, filler.kind, filler.name)[:16]}"


def _key(identity: str) -> str:
    """FtM's ids have letters, digits, dots and hyphens.

    >>> _key("clm_8cd0")
    'clm-8cd0'
    """
    return identity.replace("_", "-")


def _told(claim: Claim) -> Iterator[str]:
    """A claim on measures against those who can be named, one Sanction for each; else an Event."""
    targets = [f for f in claim.roles.get("target", ()) if _is_entity(f)]
    if claim.type not in MEASURES or not targets:
        yield _line(_key(claim.id), "Event", _common(claim) | _event(claim))
        return
    for target in targets:
        key = _entity_id(target, claim)
        yield _line(f"{_key(claim.id)}-{key}", "Sanction", _common(claim) | _sanction(claim, key))


def _common(claim: Claim) -> Values:
    return {
        "recordId": [claim.id], "summary": _some(claim.span.exact), "description": _description(claim),
        "proof": [_article_id(claim.document)], "sourceUrl": _web(claim.document.url),
        "publisher": _some(claim.document.publisher),
    }  # fmt: skip


def _description(claim: Claim) -> list[str]:
    """What FtM has no property for, in words: how it is told, by whom, how many, when at the latest."""
    many, time = claim.quantity, claim.time
    words = {
        "told as": told_as(claim), "certainty": claim.factuality, "hedges": ", ".join(claim.hedges),
        "said by": " > ".join(link.name for link in claim.attribution),
        "how many": many and f"{_end(many.lo)}..{_end(many.hi)} {many.unit or ''}".strip(),
        "time": time and f"{_end(time.start)}..{_end(time.end)} ({time.precision}, {time.basis})",
        "as of": claim.as_of, "step": claim.step, "stance": claim.stance,
    }  # fmt: skip
    return [f"{word}: {value}" for word, value in words.items() if value]


def _event(claim: Claim) -> Values:
    roles, told = codebook().roles, claim.roles.items()
    doers = [f for role, fs in told for f in fs if roles[role].side == "doer" and _is_entity(f)]
    others = [f for role, fs in told for f in fs if roles[role].side != "doer" and _is_entity(f)]
    places = [f for role, fs in told for f in fs if roles[role].side == "place" and f.kind in PLACES]
    return {
        "name": [_title(claim)], "keywords": [w for w in (claim.type, claim.sub, told_as(claim)) if w],
        "date": _date(claim.time), "organizer": _ids(doers, claim), "involved": _ids(others, claim),
        "location": [*dict.fromkeys(f.name for f in places if f.name != UNSTATED)],
    }  # fmt: skip


def _title(claim: Claim) -> str:
    """What happened, and how it is told where it is not told as done."""
    name = (claim.sub or claim.type).replace("_", " ").lower()
    kind = claim.type.replace("_", " ").capitalize()
    title = kind if claim.sub is None or name == kind.lower() else f"{kind}: {name}"
    return title if is_done(claim) else f"{title} ({told_as(claim)})"


def _sanction(claim: Claim, target: str) -> Values:
    """Dates in law only where the text tells of the act itself: what is announced moves none."""
    authorities = [f for f in claim.roles.get("authority", ()) if f.name != UNSTATED]
    date = _date(claim.time) if told_as(claim) not in BOUND else []
    ends = claim.type == "SANCTION_EASE" and claim.step in ENDED
    return {
        "entity": [target], "authority": [f.name for f in authorities],
        "country": [c for f in authorities if f.kind == "state" for c in _country(f.name)],
        "program": list(claim.names("programme")), "provisions": list(claim.names("sector", "scope")),
        "status": [_title(claim) if claim.step is None else f"{_title(claim)}: {claim.step}"],
        "listingDate": date if claim.sub == "designate" else [],
        "startDate": date if claim.type == "SANCTION_IMPOSE" else [],
        "endDate": date if ends else [], "date": date,
    }  # fmt: skip


def _ids(fillers: list[Filler], claim: Claim) -> list[str]:
    return [*dict.fromkeys(_entity_id(filler, claim) for filler in fillers)]


def _date(time: Time | None) -> list[str]:
    """A day, month or year that the text tells; a bound, a week or a span of days is no date of FtM's.

    >>> _date(Time("2026-03-01", "2026-03-31", "month")), _date(Time(None, "2026-03-31"))
    (['2026-03'], [])
    """
    if time is None or time.start is None or time.basis == "publication_bound":
        return []
    if time.start == time.end:
        return [time.start]
    shown = {"month": 7, "year": 4}.get(time.precision, 0)
    same = time.end is not None and time.start[:shown] == time.end[:shown]
    return [time.start[:shown]] if shown and same else []


def _country(name: str) -> list[str]:
    """ISO 3166-1 alpha-2, small, as FtM writes it."""
    state = gazetteer().state(name)
    return [state.code.lower()] if state is not None and len(state.code) == 2 and state.code3 else []


def _web(url: str | None) -> list[str]:
    """An address of the web; what is none, FtM would drop.

    >>> _web("https://example.org/1"), _web("https://a b"), _web("file:///home")
    (['https://example.org/1'], [], [])
    """
    known = url is not None and url.startswith(("http://", "https://")) and len(url.split()) == 1
    return [url] if url and known else []


def _some(value: str | None) -> list[str]:
    return [value] if value else []


def _end(value: object) -> object:
    return "" if value is None else value
