"""Frames of speech: promises and offers, demands, reactions, judgements, aims."""

from __future__ import annotations

import re

from detente.reading.draft import Draft
from detente.reading.mentions import Mention
from detente.reading.modality import Stand
from detente.reading.scene import Match, Scene
from detente.records import Filler

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
    d = Draft(rule.id, rule.type, s, scene.ms, t, t if lo is None else lo, t if hi is None else hi, sub=rule.sub, source=rule,
              args=m.args, attribution=chain, scope_certain=certain, stance=rule.stance, nominal=m.noun is not None)  # fmt: skip
    return d


def _speaker(d: Draft, role: str, agents: list[Mention]) -> None:
    able = [
        a
        for a in agents
        if a.kind in {"person", "state", "organisation", "group"} and a.anaphor not in {"it"}
    ]
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
    _speaker(d, "committer", agents)
    for p in m.patients:
        if p not in agents:
            _about(scene, d, p)
            if p.quantity is not None and d.quantity is None:
                d.quantity = p.quantity
    for x in scene.mentions(m.args.preps.get("with", [])):
        d.put("counterpart", x)
        d.widen(x.lo, x.hi)
    d.widen(*m.args.used)
    return [d]


def _demand(scene: Scene, m: Match) -> list[Draft] | str:
    s = scene.s
    d = _draft(scene, m)
    inner = scene.modality.of_verb(s, m.args.trigger) if m.noun is None else Stand()
    if inner.mode == "denied" and m.rule.sub != "threat":
        return "nothing is asked for: it is denied"
    d.stand = Stand("demanded", "+", "U")
    agents = m.agents
    if not agents and m.noun is None:
        return "nobody asks"
    _speaker(d, "demander", agents)
    d.widen(*m.args.used)
    what = (
        s.kid(m.args.trigger, "xcomp", "ccomp") if m.rule.id in {"demand.urge", "demand.threaten"} else None
    )
    if (
        m.rule.sub == "threat"
        and what is not None
        and what.lemma not in _HOSTILE
        and not re.search(
            r"\b(?:close|cut|impose|withdraw|ban|expel|retaliat|sanction|end|stop|arrest|jail|suspend|block)\w*",
            s.span_text(what.i, len(s) - 1),
        )
    ):
        return "the threat is of another kind"
    if what is not None:
        lo, hi = _below(scene, what.i)
        d.widen(lo, hi)
        d.topic = s.span_text(lo, hi)
        for p in m.patients:
            if p.kind in {"person", "state", "organisation", "group"}:
                d.put("addressee", p)
    elif m.noun is not None:
        d.widen(0, len(s) - 1)
        d.topic = s.text.strip(" .")
        d.stand.condition = d.topic
    else:
        for p in m.patients:
            _about(scene, d, p)
        d.roles.pop("about", None)
        for prep in ("on", "from", "to"):
            for x in scene.mentions(m.args.preps.get(prep, [])):
                if (
                    x.kind in {"person", "state", "organisation"}
                    and s[x.head].head != m.args.trigger
                    and prep != "from"
                ):
                    continue
                if prep in {"from", "to"} and x.kind in {"person", "state", "organisation"}:
                    d.put("addressee", x)
                if (
                    prep == "on"
                    and s[s[x.head].head].head == m.args.trigger
                    and x.kind in {"person", "state", "organisation"}
                ):
                    d.put("addressee", x)
    if d.topic:
        d.add("content", Filler(d.topic, "event"))
    return [d]


_HOSTILE = frozenset({"close", "cut", "impose", "withdraw", "ban", "expel", "retaliate"})


def _statement(scene: Scene, m: Match) -> list[Draft] | str:
    shape = m.rule.shape
    if shape == "aim":
        return _aims(scene, m)
    if shape in {"superlative", "evaluation"}:
        return [_judged_noun(scene, m)]
    if shape in {"assess", "opinion"}:
        return [_judged_clause(scene, m)]
    return _reaction(scene, m)


def _reaction(scene: Scene, m: Match) -> list[Draft] | str:
    s = scene.s
    d = _draft(scene, m)
    inner = scene.modality.of_verb(s, m.args.trigger)
    if not [a for a in m.agents if a.kind in {"person", "state", "organisation", "group"}]:
        return "nobody reacts"
    if (
        m.rule.stance in {"welcome"}
        and s[m.args.trigger].lemma == "celebrate"
        and not scene.lex.pattern("release_word").search(s.text)
    ):
        return "something else is celebrated"
    if inner.mode in {"denied", "demanded", "hypothetical", "conditional"}:
        d.stand = inner
    else:
        d.stand = Stand("performed")
    _speaker(d, "speaker", m.agents)
    d.widen(*m.args.used)
    for p in m.patients:
        _about(scene, d, p)
    clause = s.kid(m.args.trigger, "ccomp", "xcomp")
    if clause is not None and d.topic is None:
        lo, hi = _below(scene, clause.i)
        d.widen(lo, hi)
        d.topic = s.span_text(lo, hi)
    return [d]


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
        _speaker(d, "speaker", m.agents)
    elif clause is not None:
        d.lo = clause.i if False else min(d.lo, m.args.trigger)
    for i in range(d.lo, d.hi + 1):
        x = scene.ms.at(i)
        if x is not None and x.kind == "state":
            d.put("about", x)
    return d


def _aims(scene: Scene, m: Match) -> list[Draft] | str:
    s, n = scene.s, s_word(scene, m)
    verb = n.head
    inner = s.kid(verb, "xcomp", "ccomp", "attr", "acomp")
    if inner is None:
        return "no aim is told"
    out: list[Draft] = []
    heads = [i for i in s.conjuncts(inner.i) if s[i].tag.startswith("V")] or [inner.i]
    todo = list(heads)
    for h in heads:
        todo += [k.i for k in s.kids(h, "advcl") if k.tag == "VBG"]
    for k, h in enumerate(todo):
        for part in _aim_parts(scene, h, h in heads):
            d = _draft(scene, m, lo=part[0], hi=part[1])
            if k == 0:
                d.widen(n.i)
            d.stand = Stand("intended", "+", "U")
            d.topic = s.span_text(*part)
            out.append(d)
    return out


def s_word(scene: Scene, m: Match):  # type: ignore[no-untyped-def]
    """The noun of a match."""
    return scene.s[m.args.trigger]


def _aim_parts(scene: Scene, h: int, whole: bool) -> list[tuple[int, int]]:
    """The clause without what is joined to it; the objects of "keeping A and B" each alone."""
    s = scene.s
    objects = [i for k in s.kids(h, "dobj") for i in s.conjuncts(k.i)]
    if not whole and len(objects) > 1:
        end = max(s.subtree(h))
        bounds: list[tuple[int, int]] = []
        for j, o in enumerate(objects):
            lo, hi = s.np(o)
            bounds.append((h if j == 0 else lo, hi if j + 1 < len(objects) else max(hi, end)))
        return bounds
    skip = {j for k in s.kids(h, "conj", "cc", "advcl") for j in s.subtree(k.i)}
    words = [i for i in s.subtree(h) if i not in skip and s[i].tag not in {".", ","}]
    return [(min(words), max(words))]
