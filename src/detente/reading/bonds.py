"""How claims of one document hang together: promises and their content, ties of give and take."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.draft import Draft
from detente.reading.modality import Stand
from detente.records import UNSTATED, Filler, TypeName


# ── promises and demands with their content as a claim of its own ──
def commitments(drafts: Sequence[Draft]) -> list[Draft]:
    out: list[Draft] = []
    for d in drafts:
        mode, s = d.stand.mode, d.sentence
        if d.type in {"COMMIT", "DEMAND", "STATEMENT", "LINKAGE", "ATTRIBUTE", "RECOGNITION", "MANDATE"}:
            continue
        g = d.stand.governor
        if mode in {"agreed", "promised"} and g is not None:
            c = _parent(d, "COMMIT", "agree" if mode == "agreed" else "offer", "commit.content", g)
            role, names = "committer", _agents_of(d)
        elif mode == "conditional" and _will(d) and _agents_of(d):
            c = _parent(d, "COMMIT", "offer", "commit.content", d.trigger)
            c.stand.condition = d.stand.condition
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
        told = [x for x in drafts if x.type == "COMMIT"]
        if all(y.trigger != c.trigger or y.sentence is not s for y in [*out, *told]):
            out.append(c)
    return out


def _will(d: Draft) -> bool:
    """Does the trigger itself stand in the future, told of its agent: "will let them go if …"?"""
    if d.args is None or d.args.passive:
        return False
    return any(k.low in {"will", "'ll", "’ll", "shall"} for k in d.sentence.kids(d.trigger, "aux"))


def _agents_of(d: Draft) -> list[Filler]:
    return [
        f
        for r in ("releaser", "granter", "authority", "mover", "host", "mediator", "participants", "actor", "detainer")
        for f in d.roles.get(r, ())
        if f.name != UNSTATED
    ]


def _parent(d: Draft, type_: TypeName, sub: str, rule: str, g: int) -> Draft:
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
    )
    c.stand = Stand("performed")
    c.time = None
    return c


def contents(drafts: Sequence[Draft]) -> None:
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


def tie(drafts: Sequence[Draft]) -> None:
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
