"""Papers that free people: a decree that pardons, an order that lets go, and whose hand is under it."""

from __future__ import annotations

import re

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Match, Scene
from detente.reading.nouns.mention import Mention

_PAPER = re.compile(r"\b(?:decree|order|law|act|pardon|amnesty|list|deal|edict|ukase)\b", re.I)
_ACT = re.compile(r"\b(?:decision|ruling|verdict|judge?ment|signature|clemency|mercy)\b", re.I)
"""What is done by somebody whose to decide it is, beside papers."""
_SIGNING = frozenset(
    {"sign", "issue", "approve", "grant", "proclaim", "promulgate", "decree", "adopt", "pass"}
)


def signed_by(scene: Scene, m: Match, d: Draft) -> None:
    """ "under a decree signed by the president, 31 were pardoned": who signs it, pardons."""
    s, role = scene.s, m.rule.agent_role
    if m.rule.type not in {"CLEMENCY", "RELEASE"} or d.slots.get(role):
        return
    for w in s.words:
        if w.tag.startswith("NN") and _PAPER.fullmatch(w.lemma):
            for k in s.kids(w.i, "acl"):
                if k.lemma in _SIGNING:
                    d.put(role, *scene.mentions(scene.arguments(k.i).agent))


def by_paper(scene: Scene, m: Match, d: Draft) -> None:
    """ "pardoned them by a decree dated 3 May": the paper and its day are words of the pardon."""
    s = scene.s
    for k in s.kids(m.args.trigger, "prep", "agent") if m.rule.type == "CLEMENCY" else ():
        for o in s.kids(k.i, "pobj"):
            if k.low in {"by", "in", "with", "under"} and _PAPER.fullmatch(o.lemma) and o.i > m.args.trigger:
                d.widen(k.i, *(i for i in s.subtree(o.i) if s[i].tag not in {",", "."}))


def from_papers(scene: Scene, m: Match, d: Draft) -> None:
    """ "a decree of the president freed X": the paper is the instrument, its author the agent.

    "The visit of the envoy allowed the release": whatever else it is of, nobody is told to have freed them.
    """
    role = m.rule.agent_role
    things = [a for a in d.slots.get(role, []) if a.kind == "topic" or _is_paper(scene, a)]
    if not things:
        return
    d.slots[role] = [a for a in d.slots[role] if a not in things]
    d.put("instrument", *[a for a in things if _PAPER.search(a.text)])
    for a in (a for a in things if _PAPER.search(a.text) or _ACT.search(a.text)):
        for k in scene.s.kids(a.head, "prep"):
            owners = scene.mentions([o.i for o in scene.s.kids(k.i, "pobj")]) if k.low == "of" else []
            d.put(role, *[x for x in owners if x.kind in {"person", "state", "organisation", "group"}])


def _is_paper(scene: Scene, a: Mention) -> bool:
    """ "the royal pardon": a paper in small letters, which the model may take for a name."""
    w = scene.s[a.head]
    return a.kind == "organisation" and a.hit is None and w.text.islower() and bool(_PAPER.fullmatch(w.low))
