"""How claims of one document hang together: promises and their content, ties of give and take."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from detente.language.dates import times
from detente.reading.clauses.arguments import subject
from detente.reading.clauses.draft import Draft, by_sentence
from detente.reading.clauses.stand import Stand
from detente.reading.discourse.in_their_hands import are_hostages
from detente.reading.lexicon import Lexicon
from detente.records import FREED, UNSTATED, AgentKind, Attribution, Filler, FillerKind, Time, TypeName

_NO_CONTENT = frozenset({"COMMIT", "DEMAND", "STATEMENT", "LINKAGE", "ATTRIBUTE", "RECOGNITION", "MANDATE"})
_NOT_OFFERED = frozenset({"DETAIN", "SENTENCE", "HARM", "CUSTODY_STATE"})
"""What nobody offers: "I will be jailed" is a fear, and no promise."""
_ACTING = (
    "releaser", "granter", "authority", "mover", "host", "mediator", "participants", "actor", "detainer",
)  # fmt: skip
_PARTIES: frozenset[FillerKind] = frozenset({"person", "state", "organisation", "office"})
_TIED = frozenset({"RELEASE", "CLEMENCY", "SANCTION_EASE", "COMMIT", "TALKS", "TRANSFER"})
_NO_NEWS = frozenset({"background", "denied"})
_SELF = frozenset({"i", "we", "he", "she", "they", "it"})
_GIVEN = frozenset({"RELEASE", "CLEMENCY", "SANCTION_EASE"})


# ── promises and demands with their content as a claim of its own ──
def commitments(drafts: Sequence[Draft], today: date | None) -> list[Draft]:
    """A COMMIT for each act that is agreed, promised, offered on a condition or refused (CODEBOOK A1)."""
    told, beside = by_sentence(x for x in drafts if x.type == "COMMIT"), by_sentence(drafts)
    out: list[Draft] = []
    for d in drafts:
        c = _commitment(d) if d.type not in _NO_CONTENT else None
        if c is None or any(y.trigger == c.trigger for y in told.get(id(c.sentence), ())):
            continue
        if c.time is not None:
            c.time = _past(c.time, today) if today is not None and c.time.precision == "day" else None
        agents = _agents_of(d)
        said = any(not f.inferred for f in agents)
        for f in (agents if said else _promisers(d) or agents) or [Filler(UNSTATED, "unstated")]:
            c.add("committer", f)
        c.content = [d, *(x for x in beside[id(d.sentence)] if x is not d and _same_act(x, d))]
        out.append(c)
        told.setdefault(id(c.sentence), []).append(c)
    return out


def _promisers(d: Draft) -> list[Filler]:
    """ "They will be freed, the minister promised": of an act of nobody's, whoever promises it."""
    s, g = d.sentence, d.stand.governor
    if d.stand.mode != "promised" or g is None or g == d.trigger or not s[g].tag.startswith("V"):
        return []
    found = (d.mentions.at(i) for i in subject(s, g)[0])
    named = [m for m in found if m is not None and m.anaphor is None]
    return [Filler(m.name, m.kind) for m in named if m.human or m.kind in _PARTIES]


def promised_by(drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """ "They will be freed by May, the president promised": he who governs speaks of his own prisoners.

    Inferred, and only where nobody else is told to hold them; a bishop or an envoy promises for others.

    Args:
        drafts: all of the document.
        lexicon: word classes.
    """
    for d in drafts:
        g, nobodys = d.stand.governor, d.names("releaser") in ([], [UNSTATED]) and not d.names("from")
        found = _promisers(d) if d.type == "RELEASE" and nobodys and not are_hostages(d) else []
        if g is not None and found and all(_governs(d, i, lexicon) for i in subject(d.sentence, g)[0]):
            d.roles["releaser"] = [Filler(f.name, f.kind, None, True) for f in found]


def _governs(d: Draft, i: int, lexicon: Lexicon) -> bool:
    """Is it a state, a government, or somebody told by the office of one who governs?"""
    m = d.mentions.at(i)
    if m is None or m.kind == "state":
        return m is not None
    words = (d.sentence[k].lemma for k in range(m.lo, m.hi + 1))
    return any(w in lexicon["nouns.governing"] for w in words)


def _same_act(x: Draft, d: Draft) -> bool:
    return x.trigger == d.trigger and x.type == d.type


def _commitment(d: Draft) -> Draft | None:
    """The promise or refusal in which an act is told, or None."""
    mode, g = d.stand.mode, d.stand.governor
    if d.type in _NOT_OFFERED:
        return None
    if mode == "agreed" and g is not None:
        return _dated(_parent(d, "COMMIT", "agree", "commit.content", g), d)
    if mode == "promised" and g == d.trigger and not (_told_agents(d) or (d.args and d.args.passive)):
        return None  # "the ban will take effect": nobody binds himself
    if mode == "promised" and g == d.trigger and _by_a_measure(d):
        return None  # "Norway's ban will expire", "a process that would end the US embargo"
    if mode == "promised" and g is not None:
        return _parent(d, "COMMIT", "offer", "commit.content", g)
    if mode == "conditional" and _will(d) and _agents_of(d):
        c = _parent(d, "COMMIT", "offer", "commit.content", d.trigger)
        c.stand.condition = d.stand.condition
        return c
    if mode == "denied" and g is not None and d.sentence[g].lemma in {"refuse", "decline", "reject"}:
        return _parent(d, "COMMIT", "refuse", "commit.refuse", g)
    return None


def _dated(c: Draft, d: Draft) -> Draft:
    """ "agreed on Monday to suspend it": the day before the deed is that of the agreement."""
    s = d.sentence
    between = (s[c.trigger].end - s.start, s[d.trigger].start - s.start)
    if d.time is not None and any(between[0] <= t.start < between[1] for t in times(s.text, anchor=None)):
        c.time = d.time
    return c


def _past(time: Time, today: date) -> Time:
    """What was agreed on a day is agreed already: the Monday before, not the one to come."""
    if time.start is None or time.end is None or date.fromisoformat(time.start) <= today:
        return time
    week = timedelta(days=7)
    start, end = date.fromisoformat(time.start) - week, date.fromisoformat(time.end) - week
    return msgspec.structs.replace(time, start=start.isoformat(), end=end.isoformat())


def _will(d: Draft) -> bool:
    """Does the trigger itself stand in the future, told of its agent: "will let them go if …"?"""
    if d.args is None or d.args.passive:
        return False
    return any(k.low in {"will", "'ll", "’ll", "shall"} for k in d.sentence.kids(d.trigger, "aux"))


def _agents_of(d: Draft) -> list[Filler]:
    return [f for r in _ACTING for f in d.roles.get(r, ()) if f.name != UNSTATED]


def _told_agents(d: Draft) -> bool:
    """Does the clause itself say who acts, be it by a pronoun?"""
    return any(d.slots.get(r) for r in _ACTING) or any(not f.inferred for f in _agents_of(d))


def _by_a_measure(d: Draft) -> bool:
    """Is the authority told by the measure alone, and something else is the subject?"""
    acting = {m.head for m in d.slots.get("authority", ())}
    subjects = set(d.args.agent) if d.args is not None and not d.args.passive else set()
    return d.type.startswith("SANCTION") and bool(subjects) and not subjects & acting


def _parent(d: Draft, type_: TypeName, sub: str, rule: str, g: int) -> Draft:
    return Draft(
        rule, type_, d.sentence, d.mentions, g, min(d.lo, g), max(d.hi, g), sub=sub, stand=Stand("performed"),
        attribution=list(d.attribution), scope_certain=d.scope_certain,
    )  # fmt: skip


def contents(drafts: Sequence[Draft]) -> None:
    """Point promises, demands and statements to the events told inside their own words."""
    beside = by_sentence(drafts)
    for d in drafts:
        if d.type in {"COMMIT", "DEMAND", "STATEMENT"} and not d.content:
            d.content += [x for x in beside[id(d.sentence)] if x is not d and _told_within(x, d)]
        for x in d.content if d.type == "DEMAND" else ():
            if x.stand.mode == "demanded" and not x.attribution:
                x.attribution = _askers(d)


def _askers(d: Draft) -> list[Attribution]:
    """ "The union urged Chad to free them": that it is to be done, the union says."""
    kinds: dict[FillerKind, AgentKind] = {
        "person": "person",
        "organisation": "organisation",
        "state": "official",
    }
    told = [f for f in d.roles.get("demander", ()) if f.kind != "unstated" and f.name.lower() not in _SELF]
    links = [
        Attribution(f.name, kinds.get(f.kind, "unnamed"), d.sentence[d.trigger].text, f.kind in kinds)
        for f in told
    ]
    return [*d.attribution, *links[:1]]


def _told_within(x: Draft, d: Draft) -> bool:
    return x.type not in _NO_CONTENT and d.lo <= x.trigger <= d.hi and x.trigger != d.trigger


def tie(drafts: Sequence[Draft]) -> None:
    """Point each linkage to the acts on its two sides: those of its sentence, else the latest before it."""
    acts = [d for d in drafts if d.type in _TIED]
    for link in drafts:
        if link.type != "LINKAGE":
            continue
        own = [d for d in acts if d.sentence is link.sentence]
        before = [d for d in acts if d.sentence.start < link.sentence.start and d.type in _GIVEN]
        past = own and all(d.stand.mode in _NO_NEWS for d in own) and not _points_back(link)
        past = past and not all(
            link.lo < d.trigger <= link.hi for d in own
        )  # "eased in response to the release"
        if past and link.stand.mode != "denied":
            link.links, link.stand.mode = own, "background"  # "Nine were freed last year under a deal"
            continue
        whole = len(own) > 1 and any(d.type in FREED for d in own)
        link.links = own if whole else own + before[-2:]
        if link.linkage is not None and link.linkage.class_ == "L2" and _by_a_side(link, acts):
            link.linkage = msgspec.structs.replace(link.linkage, class_="L3")


def _by_a_side(link: Draft, acts: Sequence[Draft]) -> bool:
    """Does an official of a state that acts tie the acts himself (CODEBOOK §6, L3)?"""
    acting = {f.name for d in acts if d.type in _GIVEN for f in _agents_of(d)}
    return bool(link.speaks_for & acting)


def _points_back(link: Draft) -> bool:
    """ "In return it let nobody go": the other act was told before."""
    return link.linkage is not None and link.linkage.cue.lower() in {"in return", "in exchange", "for this"}
