"""Questions about sanctions: what is in force, how far an easing came, what stays, what may come back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from detente.language.scripts import fold
from detente.reconciliation.answers.inquiry import Inquiry, day_of, speaker
from detente.reconciliation.answers.keys import country
from detente.reconciliation.concessions import LEGAL
from detente.reconciliation.ground import in_order, voice
from detente.reconciliation.words import has_word, is_of_sector
from detente.records import HAPPENED, UNSTATED, AnswerRow, Cell, Claim, LegalTrack, Measure, Verdict
from detente.records.windows import day

STRANGE = frozenset({"hypothetical", "demanded", "evaluated", "denied"})


def laws(q: Inquiry) -> Iterator[Measure]:
    """The measures of the state whom the filters let through; of a person those on that person alone."""
    for m in q.shelf.measures(q.filters):
        sector = q.is_sector(m.sector, m.target, m.programme)
        if sector and q.is_country(m.authority, m.target) and q.is_person(m.target):
            yield m


def label(m: Measure) -> str:
    """What a measure is on, in the words of the reports."""
    return " · ".join(dict.fromkeys(w for w in (m.target, m.sector, m.programme) if w)) or "measures unnamed"


def measures(q: Inquiry) -> Iterator[AnswerRow]:
    """Each measure on both tracks: what the law says, and beside it what was said.

    What was said of nobody's measure in particular is none beside those whose authority is told.
    """
    found = list(laws(q))
    named = any(m.authority != UNSTATED for m in found)
    for m in found:
        if named and m.authority == UNSTATED and m.legal.state == "unknown":
            continue
        cells: dict[str, Cell] = {
            "authority": m.authority, "on": label(m), "legal": m.legal.state, "from": m.legal.since,
            "until": m.legal.until, "instrument": m.legal.instrument, "announced": m.announced.state,
            "said_on": m.announced.since, "said_by": m.announced.by,
        }  # fmt: skip
        yield q.row(cells, (*m.legal.claims, *m.announced.claims), word=_word(q, m))


def _word(q: Inquiry, m: Measure) -> Verdict:
    return q.verdict(q.claims(m.legal.claims or m.announced.claims))


def step(q: Inquiry) -> Iterator[AnswerRow]:
    """How far each easing came; a speech sets no step above what was said."""
    for m in laws(q):
        eased = [c for c in q.claims(m.claims) if _is_easing(c)]
        if not eased:
            continue
        legal, said = m.legal.state in LEGAL, _said(eased)
        same = [c.id for c in eased if (c.step or "unspecified") == said]
        told = q.claims(m.legal.claims if legal else (*same, *m.legal.claims))
        cells: dict[str, Cell] = {
            "authority": m.authority, "on": label(m), "step": m.legal.state if legal else said,
            "instrument": m.legal.instrument, "date": m.legal.since if legal else None,
            "until": m.legal.until, "in_force": _in_force(m),
        }  # fmt: skip
        yield q.row(cells, told, word=q.verdict(told), main=True)


def _is_easing(claim: Claim) -> bool:
    return claim.type == "SANCTION_EASE" and claim.polarity == "+" and claim.mode not in STRANGE


def _said(claims: Iterable[Claim]) -> str:
    """The most that was said: agreed before announced before a verb alone."""
    steps = {c.step or "unspecified" for c in claims}
    return next((s for s in ("agreed", "announced") if s in steps), "unspecified")


def _in_force(m: Measure) -> str | None:
    if m.legal.state == "unknown":
        return None
    ended = m.legal.state in ("expired", "delisted", "repealed", "annulled", "suspended")
    return "no" if ended else "yes, with licence" if m.legal.state == "licensed" else "yes"


def excluded(q: Inquiry) -> Iterator[AnswerRow]:
    """What an instrument leaves blocked or takes out, in its own words."""
    for claim in q.asked("SANCTION_EASE"):
        if claim.mode in STRANGE or not _asked(q, claim):
            continue
        for name in claim.names("exclusions"):
            cells: dict[str, Cell] = {
                "authority": _authority(q, claim), "instrument": next(iter(claim.names("instrument")), None),
                "left_out": name, "words": claim.span.exact,
            }  # fmt: skip
            yield q.row(cells, [claim])


def _asked(q: Inquiry, claim: Claim) -> bool:
    who = (_authority(q, claim), *claim.names("target"))
    return q.is_country(*who) and q.is_sector(*claim.names("sector", "target", "programme"))


def _authority(q: Inquiry, claim: Claim) -> str:
    party = next(iter(sorted(q.ground.parties(claim, "authority"))), None)
    event = q.ground.event_of.get(claim.id)
    return q.ground.filler(party or (event.agent if event else None)).name


def stays(q: Inquiry) -> Iterator[AnswerRow]:
    """What was said to stay: silence about a measure keeps nothing."""
    found: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in q.asked("SANCTION_KEEP", "SANCTION_EASE"):
        if _stays(claim) and _asked(q, claim):
            named = claim.topic or ", ".join(claim.names("sector", "programme")) or claim.span.exact
            found[_authority(q, claim), named, voice(claim)].append(claim)
    for (authority, what, by), claims in found.items():
        cells: dict[str, Cell] = {
            "authority": authority, "what": what, "speaker": by, "how": claims[0].sub or "kept",
            "until": next((n for c in claims for n in c.names("until")), None),
        }  # fmt: skip
        yield q.row(cells, claims)


def _stays(claim: Claim) -> bool:
    """Is a measure said to stay, or somebody not to be taken off a list?"""
    if claim.type == "SANCTION_KEEP":
        return claim.polarity == "+" and claim.mode not in STRANGE
    return claim.mode == "denied" and claim.topic is not None


def measure_history(q: Inquiry) -> Iterator[AnswerRow]:
    """Every step of a measure on its track, in the order of the days."""
    for m in laws(q):
        steps: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in q.claims(m.claims):
            found = _step(claim)
            if found is not None:
                steps[found].append(claim)
        if sum(track == "announced" for track, _ in steps) > 1:
            steps.pop(("announced", "unspecified"), None)  # a verb alone is no step where one is told
        rows = [(_dated(t, cs), t, s, cs) for (t, s), cs in steps.items()]
        for at, track, name, claims in sorted(rows, key=lambda r: (r[0] or "9", r[1], r[2])):
            cells: dict[str, Cell] = {
                "authority": m.authority, "on": label(m), "date": at, "track": track, "step": name,
                "until": next((n for c in claims for n in c.names("until")), None),
                "instrument": next((n for c in claims for n in c.names("instrument")), None),
            }  # fmt: skip
            yield q.row(cells, claims, main=track == "legal")


def _step(claim: Claim) -> tuple[str, str] | None:
    """The track and the step of it that one claim tells; "stays" is no step, a renewal is one."""
    if claim.polarity == "-" or claim.mode in STRANGE:
        return None
    done = claim.mode in HAPPENED
    if claim.type == "SANCTION_KEEP":
        return ("legal", "renewed") if claim.sub == "renewed" and done else None
    if claim.type == "SANCTION_IMPOSE":
        return ("legal", claim.sub or "imposed") if done else ("announced", claim.sub or "tightening")
    if claim.step in LEGAL and done:
        return "legal", claim.step or ""
    return "announced", claim.step or "unspecified"


def _dated(track: str, claims: Iterable[Claim]) -> str | None:
    """The day of a legal step as it is told; of words, that on which they were first reported."""
    told = tuple(claims)
    stated = sorted(d for c in told if (d := day_of(c.time)) and not d.startswith("../"))
    said = sorted(c.document.published for c in told if c.document.published)
    return next(iter(stated if track == "legal" else said), None)


def press_v_law(q: Inquiry) -> Iterator[AnswerRow]:
    """Words of easing beside the legal step they were followed by, and the days between.

    Whoever tells the step in one report ("agreed to lift") says no more by "relief".
    """
    asked = list(laws(q))
    moved = [m for m in asked if m.legal.state in LEGAL]
    for m in asked:
        found: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
        eased = [(c, track) for c in q.claims(m.claims) if c.type == "SANCTION_EASE" and (track := _step(c))]
        told = [(c, s) for c, (on, s) in eased if on == "announced" and not _retold(q, c, m)]
        clear = {(voice(c), c.document.sha256) for c, said in told if said != "unspecified"}
        for claim, said in told:
            if said != "unspecified" or (voice(claim), claim.document.sha256) not in clear:
                found[voice(claim), said, fold(claim.span.exact)].append(claim)
        law = _law_beside(m, moved)
        legal = law.state if law.state in LEGAL else None
        for (by, said, _), claims in found.items():
            since, at = day(min(c.document.published or "9" for c in claims)), day(law.since)
            cells: dict[str, Cell] = {
                "authority": m.authority, "on": label(m), "verb": claims[0].span.exact, "as": said, "by": by,
                "legal": legal, "legal_date": law.since if legal else None,
                "days": (at - since).days if legal and at and since else None,
            }  # fmt: skip
            rest = () if legal is None else law.claims
            yield q.row(cells, (*claims, *law.claims), word=q.verdict(claims) if rest else None)
    yield from _headings(q)


def _law_beside(m: Measure, moved: Iterable[Measure]) -> LegalTrack:
    """The law on a measure; for words on nobody's in particular, the one step of law that there is on it.

    "The lifting of sanctions on the cotton industry" is compared with the one licence for cotton; that
    this one is meant is not said.
    """
    if m.authority != UNSTATED or m.legal.state in LEGAL:
        return m.legal
    named = m.sector or m.target or ""
    near = [o.legal for o in moved if is_of_sector(label(o), named)]
    return near[0] if len(near) == 1 else m.legal


def _retold(q: Inquiry, claim: Claim, m: Measure) -> bool:
    """Told again by a report that itself gives the legal step: it disagrees with nothing."""
    own = {q.ground.claims[i].document.sha256 for i in m.legal.claims if i in q.ground.claims}
    return m.legal.state in LEGAL and claim.document.sha256 in own


def _headings(q: Inquiry) -> Iterator[AnswerRow]:
    """Where one report's heading and body tell a measure in two modes, or two of its voices do."""
    for conflict in q.shelf.conflicts_of(q.filters):
        told = q.claims(conflict.claims)
        apart = any(c.span.kind == "heading" for c in told) or len({voice(c) for c in told}) > 1
        if conflict.kind == "mode" and apart:
            cells: dict[str, Cell] = {
                "authority": UNSTATED, "on": "", "verb": conflict.sentence, "as": "given and promised",
                "by": speaker(told[0]), "legal": None, "legal_date": None, "days": None,
            }  # fmt: skip
            yield q.row(cells, told)


def list_changes(q: Inquiry) -> Iterator[AnswerRow]:
    """Which measures' legal track moved between two days of knowledge."""
    old = {m.measure: m for m in (q.before.measures if q.before else ())}
    for m in laws(q):
        before = old.get(m.measure)
        was = before.legal.state if before else "unknown"
        same = before is not None and _terms(before) == _terms(m)
        if same or m.legal.state == "unknown" or not m.legal.instrument:
            continue
        ended = m.legal.state in ("delisted", "repealed", "annulled", "expired")
        fresh = was == "unknown" and m.legal.state == "in_force"
        cells: dict[str, Cell] = {
            "change": "removed" if ended else "added" if fresh else "amended",
            "authority": m.authority, "on": label(m), "before": was, "after": m.legal.state,
            "date": m.legal.since, "instrument": m.legal.instrument,
        }  # fmt: skip
        yield q.row(cells, m.legal.claims)


def _terms(m: Measure) -> tuple[object, ...]:
    return m.legal.state, m.legal.since, m.legal.until


def together(q: Inquiry) -> Iterator[AnswerRow]:
    """Authority by authority: where fewer than two are told of, nothing is compared."""
    found = [m for m in laws(q) if m.authority != UNSTATED]
    if len({country(m.authority) for m in found}) < 2:
        return
    for m in sorted(found, key=lambda m: (m.sector or "", m.authority)):
        cells: dict[str, Cell] = {
            "sector": m.sector, "authority": m.authority, "on": label(m), "legal": m.legal.state,
            "announced": m.announced.state, "date": m.legal.since or m.announced.since,
        }  # fmt: skip
        yield q.row(cells, (*m.legal.claims, *m.announced.claims), word=_word(q, m))


def reversible(q: Inquiry) -> Iterator[AnswerRow]:
    """Easing with an end, a condition, or words by which it may be taken back."""
    for claim in in_order(c for c in q.asked("SANCTION_EASE") if _is_easing(c) and _asked(q, c)):
        until = next(iter(claim.names("until")), None)
        revocable = has_word("revocable", " ".join((claim.condition or "", claim.span.exact)))
        if until or revocable or claim.condition:
            cells: dict[str, Cell] = {
                "authority": _authority(q, claim), "instrument": next(iter(claim.names("instrument")), None),
                "until": until, "revocable": revocable, "condition": claim.condition,
                "state": "open" if claim.condition and not revocable else None,
            }  # fmt: skip
            yield q.row(cells, [claim])
