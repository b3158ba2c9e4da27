"""Frames of speech: promises and offers, demands, reactions, judgements, aims."""

from __future__ import annotations

import re

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.modality import Stand
from detente.reading.clauses.scene import Match, Scene
from detente.reading.nouns.mentions import Mention
from detente.reading.shapes.parties import (
    aim_parts,
    blames_or_asks,
    in_own_name,
    in_own_words,
    of_wrong,
    own_objects,
    sayer,
    saying,
    speakers,
)
from detente.reading.shapes.speech_shapes import CLAUSAL, asked
from detente.records import UNSTATED, Filler

_HEDGE = re.compile(
    r"\b(?:one of the|among the|in recent (?:years|memory|decades)|in (?:years|decades)|so far)\b", re.I
)


def fill(scene: Scene, m: Match) -> list[Draft] | str:
    """Drafts of a match about speech, or why it is none."""
    handler = {"COMMIT": _commit, "DEMAND": _demand, "STATEMENT": _statement}[m.rule.type]
    return handler(scene, m)


def _draft(scene: Scene, m: Match, *, lo: int | None = None, hi: int | None = None) -> Draft:
    rule, s = m.rule, scene.s
    t = m.args.trigger
    chain, certain = scene.sources.chain(s, scene.ms, t)
    first, last = t if lo is None else lo, t if hi is None else hi
    return Draft(rule.id, rule.type, s, scene.ms, t, first, last, sub=rule.sub, source=rule, args=m.args,
                 attribution=chain, scope_certain=certain, stance=rule.stance,
                 nominal=m.noun is not None)  # fmt: skip


def _speaker(scene: Scene, d: Draft, role: str, agents: list[Mention]) -> None:
    """Fill a role with those who speak; *we* is whoever is quoted."""
    able = in_own_name(
        scene,
        speakers(scene, agents, said=d.type == "DEMAND", it=blames_or_asks(scene, d.trigger, d.source)),
        d.trigger,
    )
    d.put(role, *able)
    for a in able:
        d.widen(a.lo, a.hi)


def _below(scene: Scene, i: int) -> tuple[int, int]:
    s = scene.s
    words = [j for j in s.subtree(i) if s[j].tag not in {".", "''"}]
    lo = min(words)
    hi = lo
    inside = set(words)
    for j in range(lo, len(s)):
        if j in inside:
            hi = j
    while hi > lo and s[hi].tag in {",", ".", ":", "''", "``"}:
        hi -= 1
    return lo, hi


def _about(scene: Scene, d: Draft, m: Mention) -> None:
    lo, hi = _below(scene, m.head)
    d.widen(m.lo, m.hi)
    text = scene.s.span_text(min(lo, m.lo), max(m.hi, min(hi, m.hi + 14)))
    d.widen(min(lo, m.lo), max(m.hi, min(hi, m.hi + 14)))
    d.topic = d.topic or text
    d.add(
        "about", Filler(text, m.kind if m.kind in {"person", "state", "organisation", "group"} else "topic")
    )


def _commit(scene: Scene, m: Match) -> list[Draft] | str:
    d = _draft(scene, m)
    d.stand = scene.modality.of_verb(scene.s, m.args.trigger)
    agents = m.agents or [p for p in m.patients if m.args.passive and p.kind in {"state", "person"}]
    if not agents and not m.args.passive:
        return "nobody commits"
    _speaker(scene, d, "committer", agents)
    for p in m.patients:
        if p not in agents:
            _about(scene, d, p)
            if p.quantity is not None and d.quantity is None:
                d.quantity = p.quantity
    for x in scene.mentions(m.args.preps.get("with", [])):
        d.put("counterpart", x)
        d.widen(x.lo, x.hi)
    d.widen(*m.args.used)
    d.content = [
        _held_out(scene, m, d, p) for p in m.patients if m.rule.sub == "offer" and _captive(scene, p)
    ]
    return [d, *d.content]


def _captive(scene: Scene, p: Mention) -> bool:
    return scene.s[p.head].lemma in scene.lex["nouns.held"] and p.human


def _held_out(scene: Scene, m: Match, d: Draft, p: Mention) -> Draft:
    """Captives offered are a release promised: "offered 50 prisoners in exchange for fuel"."""
    x = _draft(scene, m, lo=p.lo, hi=p.hi)
    x.type, x.sub, x.source, x.args = "RELEASE", "release", None, None
    x.stand = Stand("promised" if d.stand.polarity == "+" else "denied", d.stand.polarity, "U")
    x.put("people", p)
    x.put("releaser", *d.slots.get("committer", ()))
    x.quantity = p.quantity
    return x


# ── demands ──
def _demand(scene: Scene, m: Match) -> list[Draft] | str:
    s, t = scene.s, m.args.trigger
    d = _draft(scene, m)
    inner = scene.modality.of_verb(s, t) if m.noun is None else Stand()
    if inner.mode == "denied" and m.rule.sub != "threat":
        return "nothing is asked for: it is denied"
    d.stand = Stand("background") if m.rule.shape == "at_request" else Stand("demanded", "+", "U")
    if not m.agents and m.noun is None:
        return "nobody asks"
    _speaker(scene, d, "demander", m.agents or sayer(scene, t))
    if m.rule.shape == "warn_unless":
        in_own_words(scene, m.agents, d)
    d.widen(*m.args.used)
    if why := _asked(scene, m, d):
        return why
    if d.topic:
        d.add("content", Filler(d.topic, "event"))
    if not d.slots.get("addressee"):
        d.add("addressee", Filler(UNSTATED, "unstated"))
    return [d]


def _asked(scene: Scene, m: Match, d: Draft) -> str | None:
    """Fill in of whom and what is asked, by the shape of the words; or why it is no demand."""
    shape = m.rule.shape
    if shape == "at_request":
        d.put("addressee", *_parties(m.patients))
        return None
    if shape == "imperative":
        return _ordered(scene, m, d)
    if m.noun is not None:
        return _conditioned(scene, m, d)
    what = asked(scene, m.args.trigger) if shape in CLAUSAL else None
    if shape in {"deadline", "warrant"}:
        return _given_time(scene, m, d)
    if what is None:
        return _called_for(scene, m, d)
    lo, hi = _below(scene, what.i)
    d.widen(lo, hi)
    d.topic = scene.s.span_text(lo, hi)
    told = _parties([x for x in m.patients if scene.s[x.head].dep != "nsubjpass"]) or _parties(
        scene.mentions([j for p in ("on", "upon", "to", "with") for j in own_objects(scene, m, p)])
    )
    d.put("addressee", *told)
    return None


def _parties(ms: list[Mention]) -> list[Mention]:
    return [p for p in ms if p.kind in {"person", "state", "organisation", "group"} and p.anaphor != "i"]


def _called_for(scene: Scene, m: Match, d: Draft) -> str | None:
    s = scene.s
    for p in m.patients:
        _about(scene, d, p)
    d.roles.pop("about", None)
    for prep in ("on", "from", "to", "of"):
        able = [
            x
            for x in scene.mentions(m.args.preps.get(prep, []))
            if x.kind in {"person", "state", "organisation"} or (x.kind == "group" and prep in {"to", "on"})
        ]
        for x in able:
            hung = {s[x.head].head, s[s[x.head].head].head}
            direct = bool(hung & {m.args.trigger, s[m.args.trigger].head})
            if prep == "from" or direct:
                d.put("addressee", x)
    return None


def _conditioned(scene: Scene, m: Match, d: Draft) -> str | None:
    """What hangs on what: "no more relief without more names", up to who says so."""
    s = scene.s
    said = saying(scene, m.args.trigger)
    lo, hi = _below(scene, said[1].i) if said is not None else (0, len(s) - 1)
    d.widen(lo, hi)
    d.topic = s.span_text(lo, hi).strip(" .,")
    d.stand.condition = d.topic
    if said is not None and not d.attribution:
        heads = [w.head for w in sayer(scene, m.args.trigger)]
        link = scene.sources.as_link(s, scene.ms, heads[0], said[0].text) if heads else None
        d.attribution = [link] if link is not None else []
    return None


_OR_ELSE = re.compile(r"\bor [a-z]+\b[^,.!]*", re.I)
_TERM = re.compile(
    r"\b(?:by|before|within|until) (?:\w+day\b|(?:the )?(?:end|\w+ of)|\w+ (?:hours|days|weeks)"
    r"|midnight|noon|tomorrow|\d|(?:jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec)\w*)",
    re.I,
)


def _ordered(scene: Scene, m: Match, d: Draft) -> str | None:
    """The order itself, whom it is told, and what is held out otherwise."""
    s = scene.s
    first = min(m.agents[0].lo, m.args.trigger)
    lo = next((w.i for w in s.words if w.text[:1].isalnum()), 0)
    hi = first - 1
    while hi > lo and not s[hi].text[-1:].isalnum():
        hi -= 1
    d.widen(lo, hi)
    d.topic = s.span_text(lo, hi)
    told = _parties(m.patients) or _parties(scene.mentions(m.args.preps.get("to", [])))
    d.put("addressee", *told)
    d.widen(*(i for p in told for i in (p.lo, p.hi)))
    other = _OR_ELSE.search(d.topic)
    if other is not None:
        d.add("or_else", Filler(other.group(0), "event"))
    if other is not None or _TERM.search(d.topic):
        d.sub = "ultimatum"
    return None


def _given_time(scene: Scene, m: Match, d: Draft) -> str | None:
    s = scene.s
    d.widen(m.args.trigger, m.args.end)
    d.topic = s.span_text(m.args.trigger + 1, m.args.end)
    d.put("addressee", *_parties(m.patients))
    return None


# ── statements ──
def _statement(scene: Scene, m: Match) -> list[Draft] | str:
    shape = m.rule.shape
    if shape == "aim":
        return _aims(scene, m)
    if shape in {"superlative", "evaluation"}:
        return [_judged_noun(scene, m)]
    if shape in {"assess", "assess_clause", "opinion"}:
        return [_judged_clause(scene, m)]
    if shape == "quoted":
        return [_said(scene, m)]
    if shape == "is_welcome":
        return [_welcome(scene, m)]
    if shape == "ground":
        return [_explained(scene, m)]
    return _reaction(scene, m)


def _reaction(scene: Scene, m: Match) -> list[Draft] | str:
    s = scene.s
    d = _draft(scene, m)
    inner = scene.modality.of_verb(s, m.args.trigger)
    if not speakers(scene, m.agents, it=blames_or_asks(scene, d.trigger, d.source)):
        return "nobody reacts"
    if m.rule.shape == "feels" and s[m.args.trigger].tag.startswith("JJ"):
        inner = scene.modality.of_verb(s, s[m.args.trigger].head)
    if s[m.args.trigger].lemma == "celebrate" and not scene.lex.pattern("release_word").search(s.text):
        return "something else is celebrated"
    d.stand = (
        inner if inner.mode in {"denied", "demanded", "hypothetical", "conditional"} else Stand("performed")
    )
    if m.rule.shape == "hope":
        d.stand = Stand("intended", "+", "U")
    _speaker(scene, d, "speaker", m.agents)
    d.widen(*m.args.used)
    for p in m.patients:
        _about(scene, d, p)
    clause = s.kid(m.args.trigger, "ccomp", "xcomp")
    if clause is not None and d.topic is None:
        lo, hi = _below(scene, clause.i)
        d.widen(lo, hi)
        d.topic = s.span_text(lo, hi)
    if m.rule.shape == "called":
        d.widen(m.args.end)
        d.topic = s.span_text(m.args.trigger, m.args.end)
    return [d]


def _explained(scene: Scene, m: Match) -> Draft:
    """The ground of an act, in the words of who gives it."""
    s = scene.s
    lo, hi = _below(scene, scene.s[m.args.trigger].head)
    d = _draft(scene, m, lo=lo, hi=hi)
    d.stand = Stand("performed")
    d.topic = s.span_text(lo, hi)
    _speaker(scene, d, "speaker", sayer(scene, m.args.trigger))
    return d


def _welcome(scene: Scene, m: Match) -> Draft:
    """A deed said to be welcome: by who says so, else by the outlet."""
    s = scene.s
    lo, hi = _below(scene, m.noun.i if m.noun is not None else m.args.trigger)
    d = _draft(scene, m, lo=lo, hi=m.args.trigger)
    d.stand, d.topic = Stand("evaluated"), s.span_text(lo, hi)
    d.put("speaker", *sayer(scene, m.args.trigger))
    return d


def _said(scene: Scene, m: Match) -> Draft:
    """What is said in quotes and tells no deed: an opinion of who is quoted."""
    s = scene.s
    clause = s.kid(m.args.trigger, "ccomp")
    lo, hi = _below(scene, clause.i if clause is not None else m.args.trigger)
    d = _draft(scene, m)
    d.stand = Stand("performed")
    d.topic = s.span_text(lo, hi)
    d.widen(lo, hi)
    _speaker(scene, d, "speaker", m.agents)
    in_own_words(scene, m.agents, d)
    if clause is not None and clause.lemma != "be":
        d.stance = "deny"
    elif clause is not None and of_wrong(scene, clause):
        d.stance = "accuse"
    return d


def _judged_noun(scene: Scene, m: Match) -> Draft:
    s = scene.s
    n = m.args.trigger
    lo, hi = _below(scene, n)
    up = s[n]
    while (
        up.dep in {"pobj", "prep"}
        and up.head != up.i
        and up.i - up.head < 6
        and (s[up.head].low in {"of", "among"} or s[up.head].tag in {"CD", "IN"})
    ):
        up = s[up.head]
        lo = min(lo, up.i)
    if s[lo].low in {"among", "of"} and lo and s[lo].low == "of":
        lo -= 1
    d = _draft(scene, m, lo=lo, hi=hi)
    d.stand = Stand("evaluated")
    d.topic = s.span_text(lo, hi)
    d.hedges = [h.group(0) for h in _HEDGE.finditer(d.topic)]
    return d


_TENTATIVE = frozenset({"suggest", "indicate", "seem", "appear", "imply", "hint"})


def _judged_clause(scene: Scene, m: Match) -> Draft:
    s = scene.s
    clause = s.kid(m.args.trigger, "ccomp")
    d = _draft(scene, m)
    d.stand = Stand("evaluated")
    if clause is not None:
        lo, hi = _below(scene, clause.i)
        d.lo, d.hi = (min(m.args.trigger, lo), hi)
        d.topic = s.span_text(lo, hi)
    else:
        d.hi = m.args.end
        d.topic = s.span_text(m.args.trigger + 1, d.hi) if d.hi > m.args.trigger else s[m.args.trigger].text
    if clause is not None and m.rule.shape == "opinion":
        _speaker(scene, d, "speaker", m.agents)
        in_own_words(scene, m.agents, d)
    elif clause is not None and s[m.args.trigger].lemma in _TENTATIVE:
        d.hedges.append(s[m.args.trigger].text)
    for i in range(d.lo, d.hi + 1):
        x = scene.ms.at(i)
        if x is not None and x.kind == "state":
            d.put("about", x)
    return d


def _aims(scene: Scene, m: Match) -> list[Draft] | str:
    s, n = scene.s, scene.s[m.args.trigger]
    verb = n.head
    said = sayer(scene, n.i)
    inner = s.kid(verb, "xcomp", "ccomp", "attr", "acomp")
    if inner is None:
        return "no aim is told"
    out: list[Draft] = []
    heads = [i for i in s.conjuncts(inner.i) if s[i].tag.startswith("V")] or [inner.i]
    todo = list(heads)
    for h in heads:
        todo += [k.i for k in s.kids(h, "advcl") if k.tag == "VBG"]
    for k, h in enumerate(todo):
        for part in aim_parts(scene, h, h in heads):
            d = _draft(scene, m, lo=part[0], hi=part[1])
            if k == 0:
                d.widen(n.i)
            d.stand = Stand("intended", "+", "U")
            d.topic = s.span_text(*part)
            d.put("speaker", *said)
            out.append(d)
    return out
