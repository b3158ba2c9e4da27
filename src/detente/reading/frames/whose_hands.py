"""In whose hands somebody was: "in Taliban hands", "freed from Russian custody"."""

from __future__ import annotations

import re

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Match, Scene
from detente.records import Filler

_CUSTODY = re.compile(r"\b(\w+)\s+(?:custody|prisons?|jails?|detention|captivity|camps?|cells?|hands)\b")
_IN_RETURN = re.compile(r"\b(?:in (?:return|exchange)|swap(?:ped)?|traded?) for\b")
_FOR = re.compile(r"\bfor\b")
_HANDS = frozenset({"hand", "custody", "captivity"})


def in_whose_hands(scene: Scene, m: Match, d: Draft) -> None:
    """ "Five years in Taliban hands", "in the hands of the Front", "was in Danish hands": whose they are."""
    s, n, role = scene.s, m.args.trigger, m.rule.agent_role
    if m.rule.id == "custody.remain":
        n = next((i for i in m.args.preps.get("in", ()) if s[i].lemma == "hand"), n)
    if (m.rule.id != "detain.in_custody_since" and n == m.args.trigger) or role in d.roles:
        return
    for i in (k.i for k in s.kids(n, "compound", "amod", "poss", "nmod")):
        hit = scene.ms.hit_at(i)
        if hit is not None and hit.kind in {"state", "demonym", "body"}:
            d.add(role, Filler(hit.actor or hit.name, "organisation" if hit.kind == "body" else "state"))
            d.widen(i)
            return
    keeper = scene.mentions(s.objects(n, {"of"})) if s[n].lemma in _HANDS else []
    d.put(role, *(a for a in keeper if a.kind in {"state", "organisation", "group"}))


def held_by(scene: Scene, m: Match, d: Draft) -> None:
    """ "freed from Russian custody", "let out of a Belarusian jail"."""
    other = (_FOR if m.rule.id == "release.swap" else _IN_RETURN).search(
        m.args.after
    )  # behind it stands where the other side's people are
    own = m.args.after[: other.start()] if other is not None else m.args.after
    for match in _CUSTODY.finditer(own):
        at = scene.s[m.args.trigger].end + 1 + match.start()
        for i in scene.s.at(at, at + len(match.group(1))):
            hit = scene.ms.hit_at(i)
            if hit is not None and hit.kind in {"demonym", "state"}:
                d.add("from", Filler(hit.actor or hit.name, "state"))
                return
