"""The pass over a whole document: who *he* is, when it was, which past is only background."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.language.dates import FoundTime, bound, times
from detente.reading.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.memory import Memory
from detente.reading.mentions import Mention, Mentions, Names
from detente.reading.modality import Stand
from detente.reading.words import Sentence
from detente.records import UNSTATED, Article, Filler

TIMED = frozenset({
    "RELEASE", "CLEMENCY", "TRANSFER", "DETAIN", "SENTENCE", "HARM", "CUSTODY_STATE", "SANCTION_IMPOSE", "SANCTION_EASE",
    "SANCTION_KEEP", "TALKS", "DIPLOMATIC_STEP", "COMMIT", "DEMAND",
})  # fmt: skip
PAST = frozenset(
    {
        "RELEASE",
        "CLEMENCY",
        "TRANSFER",
        "DETAIN",
        "SENTENCE",
        "SANCTION_IMPOSE",
        "SANCTION_EASE",
        "TALKS",
        "HARM",
    }
)
NEWS_DAYS = 20
"""An act further back than this many days before publication is background."""
_ROLE_KIND = {"people": None}
_EARLIER = re.compile(
    r"\b(?:already|previously|earlier|before|once|last (?:year|month|week)|in recent (?:weeks|months)|the (?:previous|month before|year before))\b",
    re.I,
)
_MAIN_STATES = frozenset({"RELEASE", "CLEMENCY", "TRANSFER"})


@dataclass
class Page:
    """A document on its way through: its sentences in order with what each gave."""

    article: Article
    sentences: Sequence[tuple[Sentence, Mentions]]
    drafts: list[Draft]
    names: Names


def complete(page: Page, lexicon: Lexicon) -> list[Draft]:
    """Fill in what only the whole document tells; drop what it speaks against.

    Args:
        page: sentences and drafts in reading order.
        lexicon: word classes.

    Returns:
        The drafts that stand, with roles, times and modes complete.
    """
    anchor = date.fromisoformat(page.article.published) if _is_day(page.article.published) else None
    freed = _freed(page)
    by_sentence: dict[int, list[Draft]] = {}
    for d in page.drafts:
        by_sentence.setdefault(id(d.sentence), []).append(d)
    memory = Memory(page.names)
    for number, (s, ms) in enumerate(page.sentences):
        found = times(s.text, anchor=anchor)
        for d in by_sentence.get(id(s), ()):
            _fill_roles(d, memory, number, page)
            _date(d, found, page.article, anchor)
        _remember(memory, number, s, ms)
    kept = [d for d in page.drafts if not _unwanted(d, freed, lexicon)]
    for d in kept:
        _background(d, anchor, kept)
        _states(d, page.article)
    states = _states_of_persons(kept, page.sentences)
    _infer_agents(kept)
    _custody_of(kept, states)
    _main_custody(kept, states)
    _authority_states(kept, states)
    kept += _commitments(kept)
    _contents(kept)
    _tie(kept)
    return kept


def _is_day(text: str | None) -> bool:
    return text is not None and len(text) == 10


# ── roles ──
def _fill_roles(d: Draft, memory: Memory, number: int, page: Page) -> None:
    agent = next(
        (m.name for r in ("authority", "releaser", "committer", "granter") for m in d.slots.get(r, ())), None
    )
    here = Memory(
        memory.names,
        list(memory.persons),
        list(memory.groups),
        list(memory.states),
        list(memory.bodies),
        list(memory.acting),
    )
    _remember_before(here, number, d)
    for role, mentions in d.slots.items():
        for m in mentions:
            f = here.filler(number, m, agent=agent)
            if f is None:
                continue
            if role == "people":
                role_name = "person" if f.kind == "person" else "group"
                d.add(role_name, f)
            elif role in {"to", "from", "place"}:
                _add_place(d, role, m, f)
            else:
                d.add(role, f)
    if d.attribution:
        d.attribution = [_resolve_source(a, here, number) for a in d.attribution]


def _resolve_source(a, here: Memory, number: int):  # type: ignore[no-untyped-def]
    import msgspec

    low = a.name.lower()
    if low in {"he", "she"}:
        name = here.person(number, 0)
        return msgspec.structs.replace(a, name=name, named=True) if name else a
    if low == "they":
        name = here.group(number)
        return msgspec.structs.replace(a, name=name) if name else a
    if low in {"it"}:
        return msgspec.structs.replace(a, name=here.bodies[-1]) if here.bodies else a
    full = (
        here.names.full.get(a.name.split()[-1].casefold())
        if a.kind in {"person", "official"} and a.name.istitle() and " " not in a.name
        else None
    )
    return msgspec.structs.replace(a, name=full) if full else a


def _add_place(d: Draft, role: str, m: Mention, f: Filler) -> None:
    hit = m.hit
    if m.city and hit is not None and hit.kind in {"capital", "city"}:
        d.add(role, Filler(hit.name, "place"))
        if hit.actor and role in {"to", "from"}:
            d.add(role, Filler(hit.actor, "state", None, True))
        return
    d.add(role, f)


def _remember(memory: Memory, number: int, s: Sentence, ms: Mentions) -> None:
    for w in s.words:
        if w.tag[:2] in {"NN", "CD", "DT"}:
            m = ms.at(w.i)
            if m is not None and m.head == w.i and w.dep not in {"compound", "amod", "nummod", "det"}:
                memory.see(
                    number,
                    m,
                    subject=w.dep in {"nsubj", "nsubjpass"} and s[w.head].dep in {"ROOT", "ccomp", "conj"},
                )


def _remember_before(memory: Memory, number: int, d: Draft) -> None:
    for w in d.sentence.words:
        if w.i >= d.trigger:
            break
        if w.tag[:2] in {"NN", "CD"} and w.dep not in {"compound", "amod", "nummod", "det"}:
            m = d.mentions.at(w.i)
            if m is not None and m.head == w.i:
                memory.see(number, m, subject=w.dep in {"nsubj", "nsubjpass"})


# ── times ──
def _date(d: Draft, found: Sequence[FoundTime], article: Article, anchor: date | None) -> None:
    if d.type not in TIMED:
        return
    s = d.sentence
    here = s[d.trigger].start - s.start
    lo, hi = _clause_bounds(d)
    near = [t for t in found if not t.adjectival and lo <= t.start < hi and not _elsewhere(d, t)]
    if near:
        best = min(
            near, key=lambda t: (abs(t.start - here) if t.start > here else abs(here - t.start) + 12, t.start)
        )
        d.time = best.time
        if (
            d.stand.mode in {"performed"}
            and best.time.start is None
            and best.time.end is None
            and article.published
        ):
            d.time = _bounded(article.published, best)
    elif d.type not in {"COMMIT", "DEMAND", "CUSTODY_STATE", "SANCTION_KEEP"} or d.stand.mode == "performed":
        d.time = (
            bound(article.published)
            if article.published and d.stand.mode in {"performed", "background", "denied"}
            else None
        )


def _elsewhere(d: Draft, t: FoundTime) -> bool:
    """Does the time stand in a clause about somebody: "X, who led the strike of 2019, was freed"?"""
    s = d.sentence
    words = s.at(s.start + t.start, s.start + t.end)
    if not words:
        return False
    above = {d.trigger, *(u.i for u in s.up(d.trigger))}
    path = [s[words[0]], *s.up(words[0])]
    for w in path:
        if w.i in above:
            return False
        if w.dep in {"relcl", "acl"} or (w.dep == "appos" and d.trigger not in s.subtree(w.i)):
            return True
    return False


def _bounded(published: str, found: FoundTime):  # type: ignore[no-untyped-def]
    import msgspec

    return msgspec.structs.replace(bound(published), text=found.time.text)


def _clause_bounds(d: Draft) -> tuple[int, int]:
    """Characters of the sentence in which a time belongs to this trigger."""
    s = d.sentence
    lo, hi = s[d.lo].start - s.start, s[d.hi].end - s.start
    left = max((s[w.i].end - s.start for w in s.words if w.i < d.lo and _breaks(s, w.i, d)), default=0)
    right = min(
        (s[w.i].start - s.start for w in s.words if w.i > d.hi and _breaks(s, w.i, d)), default=len(s.text)
    )
    return min(left, lo), max(right, hi)


def _breaks(s: Sentence, i: int, d: Draft) -> bool:
    w = s[i]
    if w.tag in {":", ";"}:
        return w.text == ";"
    if (
        w.tag.startswith("V")
        and w.dep in {"ROOT", "conj", "ccomp", "relcl", "advcl", "acl", "parataxis"}
        and i != d.trigger
    ):
        return (
            i not in s.subtree(d.trigger)
            and d.trigger not in s.subtree(i)
            or w.dep in {"relcl", "acl", "advcl"}
        )
    return False


# ── what is only background ──
def _background(d: Draft, anchor: date | None, drafts: Sequence[Draft]) -> None:
    if d.type not in PAST or d.stand.mode != "performed":
        return
    rule = d.source
    if rule is not None and rule.background and d.type != "SANCTION_IMPOSE":
        d.stand.mode = "background"
        return
    if rule is not None and rule.background:
        d.stand.mode = "background"
        return
    if d.time is not None and (d.time.text or "").lower().startswith("since "):
        d.stand.mode = "background"
        return
    if d.time is not None and d.time.basis in {"stated", "anchored"} and anchor is not None:
        if (
            d.stand.modifier
            and d.type in _MAIN_STATES
            and d.time.end is not None
            and d.time.end < (anchor - timedelta(days=1)).isoformat()
        ):
            d.stand.mode = "background"
            return
        end = d.time.end or d.time.start
        start = d.time.start
        earlier = (
            d.time.precision in {"month", "season", "year"}
            and end is not None
            and end[:7] < anchor.isoformat()[:7]
        )
        if earlier or (end is not None and date.fromisoformat(end[:10]) < anchor - timedelta(days=NEWS_DAYS)):
            d.stand.mode = "background"
            return
        if (
            d.time.end is None
            and start is not None
            and date.fromisoformat(start[:10]) < anchor - timedelta(days=30)
        ):
            d.stand.mode = "background"
            return
        if end is not None and d.time.precision in {"day", "instant"}:
            return
    text = d.sentence.span_text(d.lo, min(d.hi + 3, len(d.sentence) - 1))
    if d.stand.perfect and _EARLIER.search(text):
        d.stand.mode = "background"
    elif d.type in {"DETAIN", "SENTENCE"} and (
        d.stand.modifier
        or d.stand.perfect
        or any(x.type in {"RELEASE", "CLEMENCY"} and x.stand.mode == "performed" for x in drafts)
    ):
        d.stand.mode = "background"
    elif d.type == "SANCTION_IMPOSE" and (d.stand.modifier or d.stand.perfect):
        d.stand.mode = "background"
    elif (
        d.time is not None
        and d.time.text
        and re.search(r"\bin recent (?:weeks|months|years)\b", d.time.text, re.I)
        and d.type in _MAIN_STATES
    ):
        d.stand.mode = "background"


def _states(d: Draft, article: Article) -> None:
    if d.type == "CUSTODY_STATE" or d.type == "SANCTION_KEEP":
        if d.stand.mode == "performed":
            d.stand.mode = "asserted"
        stated = d.time is not None and d.time.basis != "publication_bound" and (d.time.end or d.time.start)
        d.as_of = (d.time.end or d.time.start) if stated and d.time is not None else article.published
        if not stated:
            d.time = None


# ── what the document speaks against ──
def _freed(page: Page) -> tuple[frozenset[str], frozenset[str]]:
    """Folded surnames and nouns of those told as freed, held or moved."""
    people: set[str] = set()
    nouns: set[str] = set()
    for d in page.drafts:
        if d.type in {"RELEASE", "CLEMENCY", "DETAIN", "SENTENCE", "CUSTODY_STATE"} and not (
            d.source is not None and d.source.freed
        ):
            for m in d.slots.get("people", ()):
                if m.kind == "person":
                    people.add(m.name.split()[-1].casefold())
                elif m.kind == "group":
                    nouns.add(m.noun)
                    if m.state:
                        nouns.add(m.state.casefold())
    return frozenset(people), frozenset(nouns)


def _unwanted(d: Draft, freed: tuple[frozenset[str], frozenset[str]], lexicon: Lexicon) -> bool:
    if d.source is None or not d.source.freed:
        return False
    people, nouns = freed
    if d.source.shape == "recount":
        return not (people or nouns)
    ok = False
    for m in d.slots.get("people", ()):
        words = {d.sentence[i].lemma for i in range(m.lo, m.hi + 1)}
        if m.kind == "person" and m.anaphor is None:
            ok = ok or m.name.split()[-1].casefold() in people
        elif m.anaphor in {"he", "she"}:
            ok = ok or any(n.split()[-1].casefold() in people for n in d.names("person"))
        elif words & lexicon["nouns.held"] or re.search(
            r"\b(?:freed|released|pardoned|jailed|detained|convicted)\b", m.text, re.I
        ):
            ok = True
        elif m.whole is not None:
            ok = True
        elif m.anaphor is not None:
            ok = ok or bool(people or nouns) or m.quantity is not None or m.anaphor in {"rest", "others"}
        elif words & lexicon["nouns.office"]:
            continue
        elif (
            m.noun in nouns
            or (m.state or "").casefold() in nouns
            or (m.quantity is not None and bool(people or nouns))
        ):
            ok = True
    if not ok:
        d.dropped = "it does not move people who were held"
    return not ok


# ── agents told elsewhere ──
def _states_of_persons(
    page_drafts: Sequence[Draft], sentences: Sequence[tuple[Sentence, Mentions]]
) -> dict[str, str]:
    """Whose president or minister a person is called, where the text says so: "Belarusian President X"."""
    out: dict[str, str] = {}
    for s, ms in sentences:
        for w in s.words:
            if w.tag != "NNP":
                continue
            m = ms.at(w.i)
            if m is not None and m.kind == "person" and m.state and m.titles and w.dep != "compound":
                out.setdefault(m.name.split()[-1].casefold(), m.state)
    return out


def _custody_of(drafts: Sequence[Draft], states: dict[str, str]) -> None:
    """A release leaves the custody of its releaser: `from`, inferred, where the text does not say it."""
    for d in drafts:
        if d.type != "RELEASE" or d.names("from"):
            continue
        for f in d.roles.get("releaser", ()):
            state = (
                f.name
                if f.kind == "state"
                else states.get(f.name.split()[-1].casefold())
                if f.kind == "person"
                else None
            )
            if state is not None and f.name != UNSTATED:
                d.add("from", Filler(state, "state", None, True))


def _authority_states(drafts: Sequence[Draft], states: dict[str, str]) -> None:
    """A measure is a state's: beside the person who acts stands the state whose office he is said to hold."""
    told = [
        f
        for x in drafts
        if x.type.startswith("SANCTION")
        for f in x.roles.get("authority", ())
        if f.kind == "state" and not f.inferred
    ]
    for d in drafts:
        if not d.type.startswith("SANCTION") or any(f.kind != "person" for f in d.roles.get("authority", ())):
            continue
        for f in list(d.roles.get("authority", ())):
            state = states.get(f.name.split()[-1].casefold())
            if state is None and len({x.name for x in told}) == 1:
                state = told[0].name
            if state is not None:
                d.add("authority", Filler(state, "state", None, True))


def _main_custody(drafts: Sequence[Draft], states: dict[str, str]) -> None:
    """The one state in whose custody the people of the document were, for releases and moves that do not say.

    Only where every release that says so names the same state; swaps have two sides and are left alone.
    """
    told: set[str] = set()
    for d in drafts:
        if d.type in {"RELEASE", "CLEMENCY"} and d.stand.mode in {
            "performed",
            "announced",
            "promised",
            "agreed",
            "intended",
            "background",
        }:
            for f in (*d.roles.get("releaser", ()), *d.roles.get("granter", ()), *d.roles.get("from", ())):
                state = (
                    f.name
                    if f.kind == "state"
                    else states.get(f.name.split()[-1].casefold())
                    if f.kind == "person"
                    else None
                )
                if state is not None and f.name != UNSTATED:
                    told.add(state)
    if len(told) != 1:
        return
    home = next(iter(told))
    for d in drafts:
        if d.type == "TRANSFER" and not d.names("from") and home not in d.names("to"):
            d.add("from", Filler(home, "state", None, True))
        elif d.type == "RELEASE" and d.sub != "swap_release":
            if not d.names("from"):
                d.add("from", Filler(home, "state", None, True))
            if d.names("releaser") in ([], [UNSTATED]):
                d.roles["releaser"] = [Filler(home, "state", None, True)]


def _infer_agents(drafts: Sequence[Draft]) -> None:
    roles = {
        "RELEASE": "releaser",
        "CLEMENCY": "granter",
        "SANCTION_EASE": "authority",
        "SANCTION_KEEP": "authority",
        "SANCTION_IMPOSE": "authority",
    }
    for d in drafts:
        role = roles.get(d.type)
        if role is None or d.names(role):
            continue
        family = (
            {"RELEASE", "CLEMENCY"}
            if d.type in {"RELEASE", "CLEMENCY"}
            else {"SANCTION_EASE", "SANCTION_KEEP", "SANCTION_IMPOSE"}
        )
        if d.source is not None and d.source.id.startswith("release.swap"):
            d.add(role, Filler(UNSTATED, "unstated"))
            continue
        told = [
            f
            for x in drafts
            if x.type in family and x is not d and x.stand.mode != "background"
            for r in ("releaser", "granter", "authority")
            for f in x.roles.get(r, ())
            if f.name != UNSTATED and not f.inferred and f.kind in {"state", "organisation", "person"}
        ]
        mine = [f for f in told if f.kind == "state"] or told
        if mine and len({f.name for f in mine}) == 1 and d.stand.mode != "background":
            d.add(role, Filler(mine[0].name, mine[0].kind, None, True))
        elif d.type == "RELEASE" and d.names("from"):
            d.add(role, Filler(d.names("from")[0], "state", None, True))
        else:
            d.add(role, Filler(UNSTATED, "unstated"))
    for d in drafts:
        if d.type == "TRANSFER" and not d.names("mover"):
            d.add("mover", Filler(UNSTATED, "unstated"))
            d.voluntariness = d.voluntariness or "unstated"
        if d.type in {"SANCTION_EASE", "SANCTION_KEEP"} and not d.names("target"):
            told = [
                f
                for x in drafts
                if x.type.startswith("SANCTION")
                for f in x.roles.get("target", ())
                if f.kind == "state" and not f.inferred
            ]
            if told and len({f.name for f in told}) == 1:
                d.add("target", Filler(told[0].name, "state", None, True))
        if d.type == "TALKS" and len(d.names("participants")) == 1:
            d.add("participants", Filler(UNSTATED, "unstated"))


# ── promises and demands with their content as a claim of its own ──
def _commitments(drafts: Sequence[Draft]) -> list[Draft]:
    out: list[Draft] = []
    for d in drafts:
        mode, s = d.stand.mode, d.sentence
        if d.type in {"COMMIT", "DEMAND", "STATEMENT", "LINKAGE", "ATTRIBUTE", "RECOGNITION", "MANDATE"}:
            continue
        g = d.stand.governor
        if mode in {"agreed", "promised"} and g is not None:
            c = _parent(d, "COMMIT", "agree" if mode == "agreed" else "offer", "commit.content", g)
            role, names = "committer", _agents_of(d)
        elif mode == "denied" and g is not None and s[g].lemma in {"refuse", "decline", "reject"}:
            c = _parent(d, "COMMIT", "refuse", "commit.refuse", g)
            role, names = "committer", _agents_of(d)
        else:
            continue
        for f in names:
            c.add(role, f)
        if not names:
            c.add(role, Filler(UNSTATED, "unstated"))
        c.content = [
            d,
            *[
                x
                for x in drafts
                if x is not d and x.sentence is s and x.trigger == d.trigger and x.type == d.type
            ],
        ]
        if all(y.trigger != c.trigger or y.sentence is not s for y in out):
            out.append(c)
    return out


def _agents_of(d: Draft) -> list[Filler]:
    return [
        f
        for r in ("releaser", "granter", "authority", "mover", "participants", "actor", "detainer")
        for f in d.roles.get(r, ())
        if f.name != UNSTATED
    ]


def _parent(d: Draft, type_: str, sub: str, rule: str, g: int) -> Draft:
    c = Draft(
        rule,
        type_,
        d.sentence,
        d.mentions,
        g,
        min(d.lo, g),
        max(d.hi, g),
        sub=sub,
        attribution=list(d.attribution),
        scope_certain=d.scope_certain,
    )  # type: ignore[arg-type]
    c.stand = Stand("performed")
    c.time = None
    return c


def _contents(drafts: Sequence[Draft]) -> None:
    for d in drafts:
        if d.type not in {"COMMIT", "DEMAND", "STATEMENT"} or d.content:
            continue
        for x in drafts:
            if (
                x.sentence is d.sentence
                and x is not d
                and x.type
                not in {"COMMIT", "DEMAND", "STATEMENT", "ATTRIBUTE", "RECOGNITION", "MANDATE", "LINKAGE"}
                and d.lo <= x.trigger <= d.hi
                and x.trigger != d.trigger
            ):
                d.content.append(x)


def _tie(drafts: Sequence[Draft]) -> None:
    """Point each linkage to the acts on its two sides: those of its sentence, else the latest before it."""
    acts = [
        d for d in drafts if d.type in {"RELEASE", "CLEMENCY", "SANCTION_EASE", "COMMIT", "TALKS", "TRANSFER"}
    ]
    order = {id(d.sentence): d.sentence.start for d in drafts}
    for link in drafts:
        if link.type != "LINKAGE":
            continue
        own = [d for d in acts if d.sentence is link.sentence]
        before = [
            d
            for d in acts
            if order[id(d.sentence)] < link.sentence.start
            and d.type in {"RELEASE", "CLEMENCY", "SANCTION_EASE"}
        ]
        link.links = own + (
            before[-2:] if len(own) < 2 or not any(d.type in {"RELEASE", "CLEMENCY"} for d in own) else []
        )


def ordered(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts in the order of the text."""
    return sorted(drafts, key=lambda d: (d.sentence.start, d.trigger, d.lo, d.rule))
