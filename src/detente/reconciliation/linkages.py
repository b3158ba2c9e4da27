"""Who ties the acts of a bargain, and how strongly (CODEBOOK §6)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.language.gazetteer import gazetteer
from detente.reconciliation.concessions import LEGAL, is_asked_for
from detente.reconciliation.conditions import acts_asked
from detente.reconciliation.ground import Ground, ids, in_order, voice
from detente.reconciliation.merging import Bargain, Tie
from detente.reconciliation.unsaid import asks_freedom
from detente.records import DONE, Claim, DealLinkage, LinkageClass

_ARTICLE = re.compile(r"(?:(?:an?|the|one|some|two) )?", re.I)
_ONE_WORD = re.compile(r" \w+")
PARTY_KINDS = frozenset({"official", "party", "organisation", "person"})


def linkages(ground: Ground, bargain: Bargain) -> tuple[DealLinkage, ...]:
    """Every tie with its class and author; two sides that tie the acts by themselves make L4."""
    ordered = {c.id: n for n, c in enumerate(in_order(t.claim for t in bargain.ties))}
    ties = sorted(bargain.ties, key=lambda t: ordered[t.claim.id])
    rows = [_row(ground, t, bargain) for t in ties if t.claim.linkage or t.strong]
    rows += [_of_condition(ground, c, bargain) for c in _on_condition(ground, bargain)]
    rows.sort(key=lambda row: row.polarity)  # "+" before "-"
    both = _both_sides(ground, ties, bargain)
    return (*rows, both) if both else tuple(rows)


def _row(ground: Ground, tie: Tie, bargain: Bargain) -> DealLinkage:
    claim = tie.claim
    return DealLinkage(
        class_=_class(ground, tie, bargain),
        by=voice(claim),
        cue=claim.linkage.cue if claim.linkage else claim.span.exact,
        polarity="-" if tie.denied else "+",
        direction=claim.linkage.direction if claim.linkage else None,
        claims=(claim.id,),
    )


def _on_condition(ground: Ground, bargain: Bargain) -> tuple[Claim, ...]:
    """What is offered if another party does its part, or frees somebody, in one row for each condition."""
    offered: dict[str, Claim] = {}
    for event in (ground.events[i] for i in sorted(bargain.events)):
        for claim in in_order(ground.of([event])):
            text = claim.condition
            if claim.mode == "conditional" and text and not is_asked_for(claim):
                answers = {e.agent for e in acts_asked(ground, bargain, text, [claim])} - {None, event.agent}
                frees = asks_freedom(claim) and claim.type in ("SANCTION_EASE", "DIPLOMATIC_STEP")
                if event.agent is not None and (answers or frees):
                    offered.setdefault(text, claim)
    return in_order(offered.values())


def _of_condition(ground: Ground, claim: Claim, bargain: Bargain) -> DealLinkage:
    """ "Provided that the Union restores the aid": who sets the condition ties the two acts."""
    event = ground.event_of[claim.id]
    tie = Tie(claim, frozenset({event.id}), frozenset(), strong=True, denied=False)
    last = claim.attribution[-1] if claim.attribution else None
    own = last is not None and last.kind == "official" and not _states_in(last.name)
    return DealLinkage(
        class_="L3" if own or speaks_for(ground, tie, bargain) else "L2",
        by=voice(claim),
        cue=claim.condition or "",
        polarity="+",
        direction="answers",
        claims=(claim.id,),
    )


def _class(ground: Ground, tie: Tie, bargain: Bargain) -> LinkageClass:
    """As read; an exchange that a party itself tells is L3, whatever class the cue alone would have."""
    read = tie.claim.linkage.class_ if tie.claim.linkage else None
    said: LinkageClass = read or ("L2" if tie.strong else "L1")  # a swap, or an agreement, by its own word
    return "L3" if said == "L2" and speaks_for(ground, tie, bargain) else said


def speaks_for(ground: Ground, tie: Tie, bargain: Bargain) -> str | None:
    """The side of the bargain whose own words a tie gives, if it is one."""
    chain = tie.claim.attribution
    name = chain[-1].name if chain else ""
    from_office = bool(chain) and chain[-1].kind == "unnamed" and _names_office(name)
    if not chain or not (chain[-1].kind in PARTY_KINDS or from_office):
        return None
    official = chain[-1].kind == "official" or from_office
    known = ground.written(name)
    party = ground.resolution.agents.get(known.id, known.id) if known else None
    if party in bargain.parties:
        return party
    states = _states_in(name)
    if states or not official:
        found = (p for p in sorted(bargain.parties) if ground.filler(p).name in states)
        return next(found, None) if official else None
    return _own_act(ground, tie, bargain) if chain[-1].kind == "official" else None


def _names_office(name: str) -> bool:
    """ "A Foreign Office source" speaks from inside; "a US source", "a critic of the Kremlin" not."""
    hits = (h for h in gazetteer().find(name) if h.kind in ("office", "seat") and h.actor)
    return any(_ARTICLE.fullmatch(name[: h.start]) and _ONE_WORD.fullmatch(name[h.end :]) for h in hits)


def _states_in(name: str) -> frozenset[str]:
    """The states that a source's own name carries: "US officials", "the Polish ministry"."""
    hits = gazetteer().find(name)
    return frozenset(n for h in hits for n in (h.actor, h.name if h.kind != "office" else None) if n)


def _own_act(ground: Ground, tie: Tie, bargain: Bargain) -> str | None:
    """An office that names no state speaks of the one side's act that it tells."""
    if tie.claim.linkage is None or tie.claim.linkage.class_ not in ("L3", "L4"):
        return None
    acting = {ground.events[i].agent for i in tie.events & bargain.events} - {None}
    if len(acting) > 1:
        acting &= _told_as_done(ground, tie.claim)
    return next(iter(acting)) if len(acting) == 1 else None


def _told_as_done(ground: Ground, claim: Claim) -> frozenset[str | None]:
    """Whose acts the same source tells as done in the same report: an easing it speaks of is another's."""
    source = claim.attribution[-1].name
    own = (
        c
        for c in ground.by_document[claim.document.sha256]
        if c.attribution and c.attribution[-1].name == source and c.mode in DONE
    )
    acts = (c for c in own if c.type in ("RELEASE", "CLEMENCY", "TRANSFER") or c.step in LEGAL)
    return frozenset(e.agent for c in acts if (e := ground.event_of.get(c.id)))


def _both_sides(ground: Ground, ties: Sequence[Tie], bargain: Bargain) -> DealLinkage | None:
    own = [(speaks_for(ground, t, bargain), t.claim) for t in ties if t.strong and not t.denied]
    first: dict[str, Claim] = {}
    for party, claim in own:
        if party is not None:
            first.setdefault(party, claim)
    claims = tuple(first.values())
    if len(first) < 2 or len(ground.groups(ids(claims))) < 2:
        return None
    return DealLinkage(
        class_="L4",
        by=" and ".join(voice(c) for c in claims),
        cue="both sides tie the acts",
        claims=ids(claims),
    )
