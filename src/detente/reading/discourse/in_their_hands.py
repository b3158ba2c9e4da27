"""In whose hands the freed were by their own description: "held by the Front", "a captive of gunmen"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.reading.clauses.arguments import is_passive
from detente.reading.clauses.draft import Draft
from detente.reading.frames.whose_state import state_of
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Sentence
from detente.records import HOLDERS, UNSTATED, Filler

_ABDUCTING = frozenset({"kidnap", "abduct"})
_HANDS = frozenset({"hand", "custody", "captivity"})
_OTHERWISE = re.compile(
    r"\b(?:raid(?:ed)?|rescue[ds]?|storm(?:ed|ing)|escaped?|fled|firefight|shootout|abandoned|"
    r"attack(?:ed)?|assault(?:ed)?|bomb(?:ed|ing)|surrounded|overran|overrun|found|"
    r"(?:military|security|special|police|army|joint) operation|"
    r"(?:when|after|as) (?:[\w’'-]+ ){0,3}?"
    r"(?:army|navy|troops|soldiers|police|marines|commandos|forces|guards|warship))\b",
    re.I,
)
"""Ways out of their hands that are not of their giving."""
_UNDONE = frozenset({"denied", "hypothetical"})
_FREED_BY_OTHERS = frozenset({"release.rescue", "release.swap_other_side"})


def in_their_hands(drafts: Sequence[Draft], lexicon: Lexicon) -> frozenset[str]:
    """Let those who held the freed have freed them, where nobody else is told to: always inferred.

    Returns:
        The names of those who held people and are no state.
    """
    bands: set[str] = set()
    for d in drafts:
        if d.type != "RELEASE" or d.rule in _FREED_BY_OTHERS:
            continue
        keepers = {m.name: m for m in _keepers(d, lexicon)}
        if len(keepers) != 1:
            continue
        (by,) = keepers.values()
        state, free = state_of(by), set(d.names("releaser")) <= {UNSTATED} and not _by_somebody(d)
        lawless = _is_no_states(d.sentence, by, lexicon)  # "Somali pirates" are not Somalia
        if state is not None and not lawless:
            if free and not d.names("from"):
                d.add("from", Filler(state, "state", None, True))
        elif lawless:
            bands.add(by.name)
            if free and not _OTHERWISE.search(d.sentence.text):
                d.roles["releaser"] = [Filler(by.name, by.kind, None, True)]
    return frozenset(bands)


def _by_somebody(d: Draft) -> bool:
    """ "Were freed by the navy": whoever that is, somebody is told to have done it."""
    s, v = d.sentence, d.trigger
    return is_passive(s, v) and any(k.low == "by" for k in s.kids(v, "agent"))


def are_hostages(d: Draft) -> bool:
    """Are they called hostages or captives: in the hands of a band, and not of the state they are in?"""
    people = (*d.slots.get("people", ()), *([d.whole] if d.whole is not None else ()))
    called = any(m.kind == "group" and m.noun in {"hostage", "captive", "abductee"} for m in people)
    return called or are_abducted(d)


def are_abducted(d: Draft) -> bool:
    """ "A nun *kidnapped* from her school", "all *who were abducted*": by their own description."""
    s = d.sentence
    here = (m for m in d.slots.get("people", ()) if m.head < len(s) and d.mentions.at(m.head) is m)
    return any(k.lemma in _ABDUCTING for m in here for k in s.kids(m.head, "acl", "relcl", "amod"))


def holds_too(d: Draft, home: str) -> bool:
    """ "Chad freed nine men. Four others were captured by Mali": in whose hands the rest were is not told."""
    by = [f for f in d.roles.get(HOLDERS.get(d.type, ""), ()) if not f.inferred and f.kind == "state"]
    return d.stand.mode not in _UNDONE and any(f.name != home for f in by)


def abducted(drafts: Sequence[Draft]) -> frozenset[str]:
    """Whom the report tells as abducted: whoever did it, it was not the state that they were in."""
    taken = (d for d in drafts if d.sub == "abduct" and d.stand.mode not in _UNDONE)
    return frozenset(name for d in taken for name in d.names("person", "group"))


def _keepers(d: Draft, lexicon: Lexicon) -> Iterator[Mention]:
    """ "Held by X", "in the custody of X", "hostages of X": whoever X is."""
    s = d.sentence
    here = [m for m in d.slots.get("people", ()) if m.head < len(s) and d.mentions.at(m.head) is m]
    for m in here:  # some are told by another sentence
        apposed = [k.i for k in s.kids(m.head, "appos")]
        of_body = [
            i for i in s.objects(m.head, {"of"}) if (b := d.mentions.at(i)) and b.kind == "organisation"
        ]
        for i in (m.head, *apposed, *of_body):  # "soldiers of the army held by rebels": the soldiers were
            yield from _of(s, d, i, lexicon)


def _of(s: Sentence, d: Draft, head: int, lexicon: Lexicon) -> Iterator[Mention]:
    found: list[int] = []
    for k in s.kids(head, "acl", "relcl"):
        laid = k.lemma in lexicon["verbs.laying_hands verbs.carrying_off"]
        if laid and k.i > head and is_passive(s, k.i):
            found += [o.i for a in s.kids(k.i, "agent", "prep") if a.low == "by" for o in s.kids(a.i, "pobj")]
    for k in s.kids(head, "prep"):
        held = [o for o in s.kids(k.i, "pobj") if o.lemma in _HANDS] if k.low == "in" else []
        found += [i for o in held for i in s.objects(o.i, {"of"})]
        if k.low == "of" and s[head].lemma in lexicon["nouns.hostage"]:
            found += [o.i for o in s.kids(k.i, "pobj")]
    for i in found:
        m = d.mentions.at(i)
        if m is not None and m.anaphor is None and m.kind in {"organisation", "group", "state"}:
            yield m


def _is_no_states(s: Sentence, m: Mention, lexicon: Lexicon) -> bool:
    """Rebels and robbers, or a body known by its name that is no arm of a state."""
    words = {w.lemma.lower() for w in s.words[m.lo : m.hi + 1]}
    if words & lexicon["nouns.rebel nouns.lawless nouns.armed_body"]:
        return True
    if m.state is not None or words & lexicon["nouns.arm_of_state"]:
        return False
    return m.hit is not None and m.hit.kind == "body" and not m.hit.code
