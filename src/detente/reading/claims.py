"""Draft → Claim: spans, ids and confidence."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from detente.reading.clauses.draft import Draft
from detente.reading.parsing.words import Sentence
from detente.records import Article, Attribution, Claim, Filler, Linkage, ReaderRef, Span, claim_id

_BEFORE_ITS_NOUN = frozenset({"det", "poss", "predet", "aux", "auxpass"})
_NO = frozenset({"no", "not", "never", "nor", "neither", "n't", "n’t"})
"""Words without which what is denied would be quoted as told."""
_REACH = 6
"""So many words further on, a word is still looked for that the last one belongs to."""


def build(
    drafts: Sequence[Draft], article: Article, ref: ReaderRef, table: Mapping[str, Any]
) -> tuple[Claim, ...]:
    """Claims of the drafts, each content once, in the order of the text.

    Two drafts that say the very same become one claim.
    """
    ids = {id(d): _id(d, article, ref) for d in drafts}
    out: dict[str, Claim] = {}
    for d in drafts:
        key = ids[id(d)]
        if key not in out:
            out[key] = _claim(d, key, ids, article, ref, table)
    return tuple(sorted(out.values(), key=lambda c: (c.span.start, c.span.end, c.type, c.id)))


def _span(d: Draft, article: Article) -> Span:
    words = d.sentence.words
    lo, hi = d.lo, _whole(d.sentence, d.hi)
    if d.stand.mode == "denied" and lo > 0 and words[lo - 1].low in _NO:
        lo -= 1
    while hi > lo and words[hi].tag in {",", ".", ":"} and not words[hi].text[-1:].isalnum():
        hi -= 1
    return Span.of(article.text, words[lo].start, words[hi].end, d.kind)  # type: ignore[arg-type]


def _whole(s: Sentence, hi: int) -> int:
    """Where words that end so hold together: no span stops at "its", "lifted the", "was" or "by"."""
    while True:
        w = s[hi]
        ends: tuple[int, ...] = ()
        if w.dep in _BEFORE_ITS_NOUN:
            ends = (w.head,)
        elif w.tag in {"IN", "TO"}:
            ends = tuple(k.i for k in s.kids(w.i) if k.dep in {"pobj", "pcomp"})
        elif w.lemma == "be":
            ends = tuple(k.i for k in s.kids(w.i) if k.dep in {"neg", "acomp", "attr", "prep", "advmod"})
        near = [i for i in ends if hi < i <= hi + _REACH]
        if not near:
            return hi
        hi = min(near)


def _roles(d: Draft) -> dict[str, tuple[Filler, ...]]:
    return {role: tuple(fillers) for role, fillers in sorted(d.roles.items()) if fillers}


def _id(d: Draft, article: Article, ref: ReaderRef) -> str:
    return claim_id(
        article.document.sha256, _span(d, article), d.type, d.sub, _roles(d), d.quantity, d.stand.mode,
        d.stand.polarity, tuple(d.attribution), ref,
    )  # fmt: skip


def _claim(
    d: Draft, key: str, ids: dict[int, str], article: Article, ref: ReaderRef, table: Mapping[str, Any]
) -> Claim:
    linkage = d.linkage
    if linkage is not None:
        to = tuple(dict.fromkeys(ids[id(x)] for x in d.links if id(x) in ids and ids[id(x)] != key))
        linkage = Linkage(linkage.class_, linkage.cue, linkage.direction, to)
    return Claim(
        id=key, type=d.type, sub=d.sub, alt_type=d.alt_type, mode=d.stand.mode,
        polarity="-" if d.stand.polarity == "-" else "+", factuality=d.stand.factuality, roles=_roles(d),
        quantity=d.quantity, penalty=d.penalty, money=d.money, time=d.time, as_of=d.as_of,
        content=tuple(dict.fromkeys(ids[id(x)] for x in d.content if id(x) in ids and ids[id(x)] != key)),
        step=d.step, stance=d.stance, condition=d.stand.condition, label=d.label, topic=d.topic,
        duration=d.duration, voluntariness=d.voluntariness, exhaustive=d.exhaustive,  # type: ignore[arg-type]
        attribution=_chain(d.attribution), scope_certain=d.scope_certain, span=_span(d, article),
        linkage=linkage, hedges=tuple(dict.fromkeys(d.hedges)), confidence=_confidence(d, table), rule=d.rule,
        document=article.document, reader=ref,
    )  # fmt: skip


def _chain(chain: Sequence[Attribution]) -> tuple[Attribution, ...]:
    out: list[Attribution] = []
    for link in chain:
        if all(link.name != seen.name for seen in out):
            out.append(link)
    return tuple(out)


def _confidence(d: Draft, table: Mapping[str, Any]) -> float:
    """P(the text says this): the share measured for its type, lowered by the doubts it shows."""
    p = table["type"].get(d.type, table["default"])["p"]
    logit = math.log(p / (1 - p)) - d.doubt
    shown = {
        "nominal": d.source is not None and bool(d.source.nouns),
        "uncertain": not d.scope_certain,
        "hedged": d.stand.factuality in {"PS", "PR"},
        "inferred": any(f.inferred for fs in d.roles.values() for f in fs),
    }
    logit -= sum(table["feature"].get(name, 0.0) for name, holds in shown.items() if holds)
    return round(min(0.99, max(0.01, 1 / (1 + math.exp(-logit)))), 2)
