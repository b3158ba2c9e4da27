"""Questions about numbers: how many, by whose count, how the parts add up, who is still inside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from detente.language.gazetteer import gazetteer
from detente.language.scripts import fold
from detente.reconciliation.answers.inquiry import Inquiry, chain, speaker, when
from detente.reconciliation.answers.keys import country
from detente.reconciliation.answers.people import still_named
from detente.reconciliation.conflicts import number
from detente.reconciliation.ground import Ground, voice
from detente.reconciliation.stated import overlap
from detente.reconciliation.words import is_own, lexicon
from detente.records import UNSTATED, AnswerRow, Cell, Claim, Count, Part, Quantity


def flows(q: Inquiry, *words: str) -> Iterator[tuple[str, str, Count]]:
    """The counts of people who were freed or pardoned, with the word and who let them go."""
    for count in q.shelf.counts(q.filters):
        word, _, agent = count.population.partition(" by ")
        told = q.claims(count.claims)
        if word in words and q.is_country(agent) and q.within(when(told)):
            yield word, agent, count


def how_many(q: Inquiry) -> Iterator[AnswerRow]:
    """What all counts together support, then each owner's own; a corrected number is set aside."""
    for word, agent, count in flows(q, "released", "pardoned"):
        told = q.claims(i for a in count.alternatives for i in a.claims)
        cells = _owned(word, agent, None, count.quantity, ())
        yield q.row(cells, count.claims, word=count.verdict, main=word == "released")
        by_voice: dict[str, list[Claim]] = defaultdict(list)
        for claim in told:
            by_voice[q.ground.group(claim) + fold(voice(claim))].append(claim)
        for claims in by_voice.values():
            yield _own_count(q, word, agent, claims)


def _owned(
    what: str, by: str, owner: str | None, count: Quantity | None, before: tuple[str, ...]
) -> dict[str, Cell]:
    return {"what": what, "by": by, "owner": owner, "count": count, "superseded": before}


def _own_count(q: Inquiry, what: str, agent: str, claims: Sequence[Claim]) -> AnswerRow:
    """One voice's count: its last word, with what it said before."""
    last = max(claims, key=lambda c: c.document.published or "")
    now = [c for c in claims if overlap(c, last)]
    old = [c for c in claims if c not in now]
    before = {f"{number(c.quantity)} ({c.document.published or c.document.id})": c for c in old if c.quantity}
    cells = _owned(what, agent, speaker(last), last.quantity, tuple(before))
    return q.row(cells, now, old, word=q.verdict(now))


def adds_up(q: Inquiry) -> Iterator[AnswerRow]:
    """The whole, each place, and what no place accounts for: derived, and nobody's word."""
    for _, agent, count, parts in placed(q):
        cells: dict[str, Cell] = {"what": f"released by {agent}", "to": None, "count": count.quantity}
        yield q.row(cells, count.claims, word=count.verdict, main=True)
        for part in parts:
            cells = {"what": "of these", "to": part.what[3:], "count": part.quantity}
            told = [c for c in q.claims(part.claims) if c.quantity] or q.claims(part.claims)
            yield q.row(cells, told, derived_from=part.derived_from, rule=part.rule)
        if count.unplaced is not None:
            rest = count.unplaced
            cells = {"what": rest.what, "to": None, "count": rest.quantity}
            yield q.row(cells, derived_from=rest.derived_from, rule=rest.rule)


def placed(q: Inquiry) -> Iterator[tuple[str, str, Count, list[Part]]]:
    """The counts of the released with their places; the same places are told of one count, the largest."""
    seen: set[tuple[str, ...]] = set()
    found = sorted(flows(q, "released"), key=lambda row: -((row[2].quantity and row[2].quantity.lo) or 0))
    for word, agent, count in found:
        parts = [p for p in count.parts if p.what.startswith("to ") and p.claims not in seen]
        seen |= {p.claims for p in parts}
        if parts:
            yield word, agent, count, parts


def still_inside(q: Inquiry) -> Iterator[AnswerRow]:
    """Each owner's last total with its day, then those named as not let out."""
    latest: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for count in q.shelf.counts(q.filters):
        holder = count.population.removeprefix("held").removeprefix(" by ")
        if count.population.startswith("held") and (not holder or q.is_country(holder)):
            latest[count.population, fold(count.owner or "")].append(count)
    _one_list(latest)
    if "person" not in q.filters:
        for rows in latest.values():
            *old, last = sorted(rows, key=lambda c: c.as_of or "")
            before = tuple(f"{number(c.quantity)} ({c.as_of or 'undated'})" for c in old if c.quantity)
            cells: dict[str, Cell] = {
                "who": max((c.population for c in rows), key=len), "count": last.quantity, "list": last.owner,
                "as_of": last.as_of,
                "earlier": before, "disputed_by": (),
            }  # fmt: skip
            claims = (*last.claims, *(i for c in old for i in c.claims))
            yield q.row(cells, claims, word=last.verdict, main=True)
    yield from still_named(q)


def _one_list(latest: dict[tuple[str, str], list[Count]]) -> None:
    """A total that names no holder is of the one whom its owner counts elsewhere, if it is but one."""
    for population, owner in [key for key in latest if key[0] == "held"]:
        named = [key for key in latest if key[1] == owner and key[0] != "held"]
        if len(named) == 1:
            latest[named[0]] += latest.pop((population, owner))


def nationals(q: Inquiry) -> Iterator[AnswerRow]:
    """Nationals told to be of the group: they may overlap, and are never added up."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in q.of("ATTRIBUTE/nationality"):
        own = [f for f in claim.roles.get("subject", ()) if f.kind == "person"]
        speakers = {
            fold(link.name) for c in q.ground.by_document[claim.document.sha256] for link in c.attribution
        }
        if claim.quantity is None or own or claim.polarity == "-":
            continue
        for value in claim.names("value"):
            if fold(value) not in speakers and q.is_country(*(value, *_holders(q.ground, claim))):
                found[nationality(value.removeprefix(claim.quantity.cue).strip() or value)].append(claim)
    for name, claims in found.items():
        cells: dict[str, Cell] = {
            "nationality": name,
            "count": claims[0].quantity,
            "speaker": speaker(claims[0]),
            "may_overlap": True,
            "words": claims[0].span.exact,
        }
        yield q.row(cells, claims)


def _holders(ground: Ground, claim: Claim) -> tuple[str, ...]:
    """Who let the group go that a claim describes."""
    groups = {f.entity for f in claim.roles.get("subject", ()) if f.entity}
    same = (
        c
        for c in ground.by_document[claim.document.sha256]
        if groups & {f.entity for f in c.roles.get("group", ())}
    )
    return tuple(n for c in same for n in c.names("releaser", "granter", "holder"))


def nationality(value: str) -> str:
    """The state whose nationals a wording means; the wording itself where it means no single one.

    >>> nationality("an American citizen"), nationality("nationals of U.S. allies")
    ('United States', 'nationals of U.S. allies')
    """
    words = [w for w in value.split() if fold(w) not in lexicon()["nationals"]]
    bare = " ".join(words)
    hits = gazetteer().find(bare)
    whole = len(hits) == 1 and (hits[0].start, hits[0].end) == (0, len(bare))
    return country(bare) if whole or gazetteer().state(bare) else value


def who_calls(q: Inquiry) -> Iterator[AnswerRow]:
    """Labels with those who give them, and those who refuse them; never in a voice of our own."""
    found: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in q.asked("RECOGNITION"):
        of_person = any(f.kind == "person" for f in claim.roles.get("subject", ()))
        asked = q.is_person(*claim.names("subject")) and of_person == ("person" in q.filters)
        if not claim.label or not asked:
            continue
        for by in claim.names("recogniser") or (voice(claim),):
            name = voice(claim) if is_own(by) else by
            found[name, fold(claim.label), claim.polarity].append(claim)
    for (by, _, polarity), told in found.items():
        claims = [c for c in told if not _is_of_stock(q, c)] or told
        cells: dict[str, Cell] = {
            "recogniser": by,
            "label": claims[0].label,
            "calls": "yes" if polarity == "+" else "no",
            "of": _size(q, claims),
            "criteria": claims[0].condition,
            "through": tuple(dict.fromkeys(chain(c)[0] for c in claims)),
        }
        yield q.row(cells, claims)
    yield from _otherwise(q)


def _is_of_stock(q: Inquiry, claim: Claim) -> bool:
    """Does the label stand in a count of people still held, and not of those let go?"""
    stocks = (c for c in q.ground.by_document[claim.document.sha256] if c.type == "CUSTODY_STATE")
    return any(c.span.start <= claim.span.end and claim.span.start <= c.span.end for c in stocks)


_CASES = {"convict": "convicted of", "charge": "charged with"}


def _otherwise(q: Inquiry) -> Iterator[AnswerRow]:
    """What those let go or pardoned are called who are told by their cases: "convicted of grave crimes"."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in q.asked("SENTENCE"):
        case, offence = _CASES.get(claim.sub or ""), ", ".join(claim.names("offence"))
        told = case and offence and claim.polarity == "+" and claim.attribution
        if told and q.is_person(*claim.names("person")) and _is_let_go(q, claim):
            found[voice(claim), f"{case} {offence}"].append(claim)
    for (by, words), claims in found.items():
        cells: dict[str, Cell] = {
            "recogniser": by, "label": words, "calls": "otherwise", "of": claims[0].quantity,
            "criteria": None, "through": tuple(dict.fromkeys(chain(c)[0] for c in claims)),
        }  # fmt: skip
        yield q.row(cells, claims)


def _is_let_go(q: Inquiry, claim: Claim) -> bool:
    """Is it told of the very group that is pardoned or freed beside it, as its source counts it?"""
    groups = {f.entity for f in claim.roles.get("group", ()) if f.entity}
    beside = q.ground.by_document[claim.document.sha256]
    acts = (c for c in beside if c.type in ("RELEASE", "CLEMENCY") and c.quantity and c.polarity == "+")
    return any(groups & {f.entity for f in c.roles.get("group", ())} for c in acts)


def _size(q: Inquiry, claims: Sequence[Claim]) -> Quantity | None:
    """How many the label is put on: as counted in it, else as the same group is counted beside it."""
    own = next((c.quantity for c in claims if c.quantity), None)
    if own is not None:
        return own
    for claim in claims:
        groups = {f.entity for f in claim.roles.get("subject", ()) if f.entity}
        for other in q.ground.by_document[claim.document.sha256]:
            beside = {f.entity for f in other.roles.get("group", ())}
            if other.quantity and groups & beside and UNSTATED not in beside:
                return other.quantity
    return None


def sources(q: Inquiry) -> Iterator[AnswerRow]:
    """The voices behind each stated value of a count; copies of one report are one voice."""
    for word, agent, count in flows(q, "released"):
        leading = [a for a in count.alternatives if a.groups]
        cells = _voices(f"{word} by {agent}", count.quantity, len(leading and _groups(q, count)), (), ())
        yield q.row(cells, count.claims, word=count.verdict, main=True)
        for value in count.alternatives:
            by_group: dict[str, list[Claim]] = defaultdict(list)
            for claim in q.claims(value.claims):
                by_group[q.ground.group(claim)].append(claim)
            for claims in by_group.values():
                reports = tuple(sorted({c.document.id for c in claims}))
                who = tuple(dict.fromkeys(speaker(c) for c in claims))
                cells = _voices("stands behind", value.quantity, int(bool(value.groups)), reports, who)
                yield q.row(cells, claims, word=q.verdict(claims))
        yield from _parts(q, count)


def _parts(q: Inquiry, count: Count) -> Iterator[AnswerRow]:
    """Whose word each place's number is."""
    for part in count.parts:
        told = [c for c in q.claims(part.claims) if c.quantity and not part.derived]
        if part.what.startswith("to ") and told:
            who = tuple(dict.fromkeys(speaker(c) for c in told))
            reports = tuple(sorted({c.document.id for c in told}))
            votes = len(q.ground.groups(c.id for c in told))
            yield q.row(_voices(part.what, part.quantity, votes, reports, who), told)


def _groups(q: Inquiry, count: Count) -> frozenset[str]:
    """The voices whose counts the leading value fits."""
    lead = count.quantity
    fits = [a for a in count.alternatives if a.groups and lead and _fits(a.quantity, lead)]
    return q.ground.groups(i for a in fits for i in a.claims)


def _fits(left: Quantity, right: Quantity) -> bool:
    lo = max(left.lo or 0, right.lo or 0)
    return all(q.hi is None or lo <= q.hi for q in (left, right))


def _voices(
    what: str, count: Quantity | None, votes: int, reports: tuple[str, ...], who: tuple[str, ...]
) -> dict[str, Cell]:
    return {"what": what, "count": count, "votes": votes, "reports": reports, "who": who}
