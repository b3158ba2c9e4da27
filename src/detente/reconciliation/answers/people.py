"""Questions about persons and custody: who was freed, held, pardoned, taken again, harmed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from detente.reconciliation.answers.inquiry import Inquiry, day_of, names, speaker, when
from detente.reconciliation.answers.keys import HOLDERS
from detente.reconciliation.ground import ids, in_order
from detente.reconciliation.intervals import consistent, subtract
from detente.reconciliation.people import NO_FREEDOM
from detente.reconciliation.status import INSIDE, TOLD
from detente.records import DONE, AnswerRow, Cell, Claim, Factuality, Give, PersonStatus, Quantity, Verdict
from detente.records.windows import dated, day

SURE: tuple[Factuality, ...] = ("U", "PS", "PR", "CT")


def persons(q: Inquiry) -> Iterator[PersonStatus]:
    """The people of the state whom the filter lets through."""
    wanted = q.filters.get("person")
    near = q.state.people if wanted is None else q.shelf.people_like(wanted)
    return (p for p in near if q.is_person(p.name, *(n.form for n in p.names)))


def held(q: Inquiry) -> Iterable[PersonStatus]:
    """The people of the state, those alone whom the country asked about may hold or have let go."""
    wanted = q.filters.get("country")
    return persons(q) if wanted is None or "person" in q.filters else q.shelf.people_of(wanted)


def is_held_by(q: Inquiry, claims: Iterable[Claim]) -> bool:
    """Is it the country asked about that these claims tell of, or none that they name?"""
    names = [n for c in claims for n in c.names(*HOLDERS)]
    return q.is_country(*names) or not names


def freeing(q: Inquiry, person: PersonStatus) -> tuple[Claim, ...]:
    """Claims that this person left custody, by name or as one of a list of the freed."""
    own = [c for c in q.ground.about.get(person.entity, ()) if _is_freeing(c)]
    listed = [
        i
        for d in q.shelf.freed.get(person.entity, ())
        for p in d.persons_freed
        if p.entity == person.entity
        for i in p.claims
    ]
    return in_order((*own, *(c for c in q.claims(listed) if not _is_inside(c))))


def _is_freeing(claim: Claim) -> bool:
    told = claim.mode in TOLD and claim.polarity == "+" and claim.factuality != "U"
    return told and claim.type in ("RELEASE", "TRANSFER") and claim.sub not in NO_FREEDOM


def inside(q: Inquiry, person: PersonStatus) -> tuple[Claim, ...]:
    """Claims that this person is held, or was not let out."""
    return in_order(c for c in q.ground.about.get(person.entity, ()) if _is_inside(c))


def _is_inside(claim: Claim) -> bool:
    if claim.type in ("RELEASE", "TRANSFER"):
        return claim.mode == "denied" or claim.polarity == "-"
    stock = claim.type == "CUSTODY_STATE" and (claim.sub or "held") in ("held", "list_total")
    return stock and claim.polarity == "+" and claim.mode in DONE


def disputed(q: Inquiry, person: PersonStatus) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Those who tell a person as freed, and those who find the person inside with no arrest between."""
    yes, no = freeing(q, person), inside(q, person)
    taken = [c for c in q.ground.about.get(person.entity, ()) if _is_arrest(c)]
    since = min((t for c in yes if (t := _day(c))), default="")
    later = [c for c in no if not (d := _day(c)) or d >= since]
    return yes, () if any((_day(c) or "") > since for c in taken) else tuple(later)


def _is_arrest(claim: Claim) -> bool:
    """An arrest that is news or has a day: one told in passing may lie before everything."""
    return (
        claim.type == "DETAIN"
        and claim.mode in TOLD
        and (claim.mode != "background" or bool(dated(claim.time)))
    )


def _day(claim: Claim) -> str | None:
    known = claim.as_of or (claim.time.end if claim.time else None) or claim.document.published
    return known[:10] if known else None


def released(q: Inquiry) -> Iterator[AnswerRow]:
    """Who left custody, when and where to; then the groups, which are nobody's own destination."""
    for person in held(q):
        yes, no = disputed(q, person)
        releasers = [n for c in yes for n in c.names("releaser", "from", "mover")]
        news = [c for c in yes if c.mode != "background"]
        if news and q.within(when(yes)) and (q.is_country(*releasers) or not releasers):
            yield _released(q, person, yes, no)
    if "person" not in q.filters:
        yield from _groups(q)


def _released(q: Inquiry, person: PersonStatus, yes: Sequence[Claim], no: Sequence[Claim]) -> AnswerRow:
    word = q.verdict(yes, no)
    time = when(yes)
    state = person.tracks.location.state
    cells: dict[str, Cell] = {
        "who": person.name,
        "is": "person",
        "count": 1,
        "released": None if no else day_of(time),
        "basis": time.basis if time else None,
        "to": state[state.index("(") + 1 : -1] if "(" in state else None,
        "factuality": min((c.factuality for c in yes), key=SURE.index),
        "pardon": person.tracks.legal.state,
    }
    return q.row(cells, yes, no, word=word)


def _groups(q: Inquiry) -> Iterator[AnswerRow]:
    for count in q.shelf.counts(q.filters):
        what, _, agent = count.population.partition(" by ")
        claims = q.claims(count.claims)
        if what != "released" or not q.is_country(agent) or not q.within(when(claims)):
            continue
        rows: list[tuple[str, Quantity | None, str | None, tuple[str, ...], Verdict | None]]
        rows = [(agent, count.quantity, None, count.claims, count.verdict)]
        rows += [
            (agent, p.quantity, p.what[3:], p.claims, None) for p in count.parts if p.what.startswith("to ")
        ]
        for by, quantity, to, told, word in rows:
            who = f"released by {by}" if to is None else f"of those released by {by}"
            time, sure = when(q.claims(told) or claims), [c.factuality for c in q.claims(told)]
            cells: dict[str, Cell] = {
                "who": who, "is": "group", "count": quantity, "released": day_of(time),
                "basis": time.basis if time else None, "to": to,
                "factuality": max(sure, key=SURE.index, default=None), "pardon": None,
            }  # fmt: skip
            yield q.row(cells, told, word=word)


def status(q: Inquiry) -> Iterator[AnswerRow]:
    """The four tracks of each person, side by side."""
    for person in persons(q):
        for name in ("custody", "legal", "location"):
            yield _track(q, person, name)
        labels = person.tracks.recognition
        for label in labels:
            told = q.claims(label.claims)
            held = max((c.as_of or "" for c in told), default="") or None
            cells = _cells(person, "recognition", f"“{label.label}”", label.by, last_known=held)
            yield q.row(cells, told)
        if not labels:
            yield q.row(_cells(person, "recognition", "unknown", None), word="unknown")


def _cells(person: PersonStatus, track: str, value: str, by: str | None, **more: Cell) -> dict[str, Cell]:
    blank: dict[str, Cell] = {"since": None, "last_known": None}
    return {"person": person.name, "track": track, "value": value, "by_or_at": by, **blank, **more}


def _track(q: Inquiry, person: PersonStatus, name: str) -> AnswerRow:
    track = getattr(person.tracks, name)
    told = q.claims((*track.claims, *track.derived_from))
    stock = [c for c in told if _is_inside(c)]
    at = track.holder or next((n for c in stock for n in c.names("place", "facility", "from")), None)
    last = _seen(stock)
    cells = _cells(person, name, track.state, at, since=day_of(track.since), last_known=last)
    opposed = [] if track.verdict != "contested" else _opposed(track.state, told)
    kept = [c for c in told if c not in opposed]
    return q.row(
        cells, () if track.rule else kept, opposed,
        word=track.verdict, derived_from=track.derived_from, rule=track.rule,
    )  # fmt: skip


def _opposed(state: str, told: Sequence[Claim]) -> list[Claim]:
    """Of the claims behind a contested track, those that say otherwise."""
    return [c for c in told if (_is_freeing(c) if state in INSIDE else _is_inside(c))]


def freed_and_held(q: Inquiry) -> Iterator[AnswerRow]:
    """Who is named as freed by one source and as held by another, with no arrest between."""
    for person in persons(q):
        yes, no = disputed(q, person)
        if not yes or not no:
            continue
        first = day(_day(yes[0]))
        held = [d for c in no if (d := day(c.as_of or _told_day(c)))]
        last = max(held, default=max((d for c in no if (d := day(_day(c)))), default=None))
        cells: dict[str, Cell] = {
            "person": person.name,
            "freed_by": _who(yes),
            "held_by": _who(no),
            "days_between": (last - first).days if first and last else None,
        }
        yield q.row(cells, yes, no, word="contested")


def _told_day(claim: Claim) -> str | None:
    """The last day that is told of it; that of a report alone bounds it, and is none."""
    time = claim.time
    return time.end if time is not None and time.basis != "publication_bound" else None


def _who(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(speaker(c) for c in claims))


def pardoned_not_seen(q: Inquiry) -> Iterator[AnswerRow]:
    """Who was pardoned and is not told as free by all; and how many, where both counts are known."""
    if "person" not in q.filters:
        yield from _pardons_less_releases(q)
    for person in held(q):
        about = q.ground.about.get(person.entity, ())
        pardon = [c for c in about if c.type == "CLEMENCY" and c.mode in TOLD and c.polarity == "+"]
        yes, no = disputed(q, person)
        if not pardon or (yes and not no) or not is_held_by(q, pardon):
            continue
        lost = [c for c in about if c.sub in ("refuse_to_leave", "missing", "incommunicado", "re_detain")]
        lost = [c for c in lost if c.mode in TOLD]
        word = q.verdict((*pardon, *no), yes) if yes else q.verdict((*pardon, *lost, *no))
        cells: dict[str, Cell] = {
            "who": person.name, "count": 1, "pardoned": day_of(when(pardon)),
            "custody": person.tracks.custody.state,
        }  # fmt: skip
        yield q.row(cells, (*pardon, *lost, *no), yes, word="contested" if yes else word)


def _pardons_less_releases(q: Inquiry) -> Iterator[AnswerRow]:
    """T − A within one deal, where the pardoned are more than the freed."""
    for deal in q.shelf.deals(q.filters):
        for side_ in deal.sides:
            gives = {g.kind: g for g in side_.gives if g.quantity and g.performed}
            pardon, release = gives.get("clemency"), gives.get("release")
            if not (pardon and release and pardon.quantity and release.quantity):
                continue
            left = subtract(pardon.quantity, release.quantity)
            if left.lo and q.is_country(side_.party.name):
                cells: dict[str, Cell] = {
                    "who": f"pardoned by {side_.party.name} and not told as released",
                    "count": left, "pardoned": None, "custody": None,
                }  # fmt: skip
                basis = (*_stating(q, pardon), *_stating(q, release))
                yield q.row(cells, derived_from=basis, rule="pardoned - released")


def _stating(q: Inquiry, give: Give) -> tuple[str, ...]:
    """The claims that state the count of a give; what was corrected is none of them."""
    told = (c for c in q.claims(give.performed) if c.quantity and give.quantity)
    return ids(c for c in told if c.quantity and give.quantity and consistent(c.quantity, give.quantity))


def taken_again(q: Inquiry) -> Iterator[AnswerRow]:
    """Who refused to leave, was turned back or taken again: in the order of the days."""
    found: list[Return] = [] if "person" in q.filters else list(_groups_back(q))
    for person in persons(q):
        acts: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in q.ground.about.get(person.entity, ()):
            if _is_return(q, person, claim) and q.within(claim.time):
                acts[_day(claim) or "", claim.sub or claim.type.lower()].append(claim)
        now = person.tracks.custody.state
        found += [(at, person.name, what, now, claims) for (at, what), claims in acts.items()]
    for _, who, what, custody, claims in sorted(found, key=lambda row: row[:3]):
        cells: dict[str, Cell] = {
            "person": who,
            "date": day_of(when(claims)),
            "what": what.replace("_", " "),
            "place": next((n for c in claims for n in c.names("place", "to")), None),
            "now": custody,
        }
        yield q.row(cells, claims)


Return = tuple[str, str, str, str | None, list[Claim]]


def _groups_back(q: Inquiry) -> Iterator[Return]:
    """Groups without a name who turned back or were taken again."""
    for claim in q.of("TRANSFER/refuse_to_leave", "DETAIN/re_detain"):
        group = claim.names("group")
        told = claim.mode in TOLD and claim.polarity == "+" and q.within(claim.time)
        if group and told and not claim.names("person"):
            yield _day(claim) or "", group[0], claim.sub or "", None, [claim]


def _is_return(q: Inquiry, person: PersonStatus, claim: Claim) -> bool:
    if claim.mode not in TOLD or claim.polarity == "-":
        return False
    if claim.type == "TRANSFER":
        return claim.sub == "refuse_to_leave"
    out = [d for c in freeing(q, person) if (d := _day(c))]
    after = bool(out) and (_day(claim) or "") > min(out)
    return _is_arrest(claim) and (claim.sub == "re_detain" or after)


def held_how_long(q: Inquiry) -> Iterator[AnswerRow]:
    """From the day a person was taken to the day of release, where both are told."""
    for person in persons(q):
        about = q.ground.about.get(person.entity, ())
        start = [c for c in about if c.type == "DETAIN" and c.mode in TOLD and c.time and c.time.end]
        if not start:
            continue
        free = freeing(q, person)
        began, ended = when(start), when(free) if free else None
        first = day(began.start or began.end) if began else None
        last = day(ended.end if ended else q.day)
        if first is None or last is None or first > last:
            continue
        cells: dict[str, Cell] = {
            "person": person.name, "from": day_of(began), "to": day_of(ended), "days": (last - first).days,
            "basis": f"{began.basis if began else ''} to {ended.basis if ended else 'still held'}",
        }  # fmt: skip
        yield q.row(cells, derived_from=[c.id for c in (*start, *free)], rule="release - arrest")


def harm(q: Inquiry) -> Iterator[AnswerRow]:
    """Death and ill-treatment in custody: always alleged, always by somebody."""
    for claim in q.asked("HARM"):
        if claim.polarity == "-" or not q.within(claim.time):
            continue
        if q.is_person(*claim.names("person")) and q.is_country(*claim.names("alleged_actor", "place")):
            cells: dict[str, Cell] = {
                "who": names(claim.roles.get("person", ()) or claim.roles.get("group", ())),
                "what": claim.sub or "harm",
                "alleged_by": speaker(claim),
                "alleged_actor": claim.names("alleged_actor") or None,
                "date": day_of(claim.time),
                "words": claim.span.exact,
            }
            yield q.row(cells, [claim])


def same_person(q: Inquiry) -> Iterator[AnswerRow]:
    """The forms in which a name is written, and pairs that may be one, with what speaks for it."""
    for person in persons(q):
        forms = tuple(dict.fromkeys(n.form for n in person.names))
        if len(forms) < 2 and "person" not in q.filters:
            continue
        claims = [i for n in person.names for i in n.claims]
        word = "same" if len(forms) > 1 else "one form only"
        yield q.row(_pair(person.name, forms, word, None, ()), claims, word=None)
    for said in q.shelf.judgements(q.filters):
        left, right = q.shelf.judged(said)
        if said.about == "entity" and q.is_person(left, right):
            reasons = (*said.reasons, f"by {said.author}")
            yield q.row(_pair(left, (left, right), said.verdict, said.score, reasons))


def _pair(
    name: str, forms: tuple[str, ...], word: str, score: float | None, why: tuple[str, ...]
) -> dict[str, Cell]:
    return {"person": name, "forms": forms, "judgement": word, "score": score, "because": why}


def still_named(q: Inquiry) -> Iterator[AnswerRow]:
    """Who is told by name as not let out, or as held, with nobody's word that they are free since."""
    for person in held(q):
        no = inside(q, person)
        state, yes = person.tracks.custody.state, freeing(q, person)
        held_now = state in INSIDE or (bool(no) and state == "unknown")
        if no and held_now and state != "whereabouts_unknown" and is_held_by(q, no):
            cells: dict[str, Cell] = {
                "who": person.name, "count": 1, "list": _who(no), "as_of": _seen(no), "earlier": (),
                "disputed_by": _who(yes),
            }  # fmt: skip
            yield q.row(cells, no, word="contested" if yes else None)


def _seen(claims: Sequence[Claim]) -> str | None:
    """The last day on which a stock is told; where there is none, that of the last report."""
    stocks = [c.as_of or (c.time.end if c.time else None) for c in claims if c.type == "CUSTODY_STATE"]
    told = [d for d in stocks if d] or [d for c in claims if (d := c.document.published)]
    return max(told, default=None)
