"""Who lets people go that never held any, and what is freed that is the name of a thing (CODEBOOK D5)."""

from __future__ import annotations

from detente.reading.clauses.draft import Draft
from detente.reading.discourse.world import both
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import PROPER
from detente.records import FREED, LET_GO

_HOLDING = frozenset({"DETAIN", "CUSTODY_STATE"})


def in_other_hands(d: Draft, lexicon: Lexicon) -> str | None:
    """Why those told as held or let go are in nobody's custody, by who acts or by what bears the name.

    Args:
        d: the draft.
        lexicon: word classes.
    """
    if d.type in LET_GO | _HOLDING and _all_named_things(d, lexicon):
        return "it is the name of a thing that moves"
    if _speaks_of_custody(d, lexicon):
        return None
    if d.type in FREED and _by_private_hands(d, lexicon):
        return "who lets them go holds nobody in custody"
    if d.rule == "release.rescue" and both(w.low for w in d.sentence.words) & lexicon["worlds.wrecks"]:
        return "who is rescued from a wreck was not held"
    return None


def _speaks_of_custody(d: Draft, lexicon: Lexicon) -> bool:
    return bool(both(w.low for w in d.sentence.words if w.i != d.trigger) & lexicon["worlds.custody"])


def _by_private_hands(d: Draft, lexicon: Lexicon) -> bool:
    """ "He was pardoned by the writers", "a mechanic set her free": by a word for them, and no name."""
    s = d.sentence
    heads = {m.head for r in ("releaser", "granter") for m in d.slots.get(r, ())}
    heads |= set(d.args.agent) if d.args is not None and d.args.passive else set()
    return bool(heads) and all(
        s[i].tag in {"NN", "NNS"} and s[i].lemma in lexicon["worlds.private_hands"] for i in heads
    )


def _all_named_things(d: Draft, lexicon: Lexicon) -> bool:
    """ "The tanker Orchid was freed at high tide": not "seized the ferry Orchid with 86 people aboard"."""
    people = d.slots.get("people", ())
    aboard = any(w.lemma in lexicon["nouns.aboard"] or w.low == "aboard" for w in d.sentence.words)
    return bool(people) and not aboard and all(_named_thing(d, m, lexicon) for m in people)


def _named_thing(d: Draft, m: Mention, lexicon: Lexicon) -> bool:
    """Does the word for a vehicle stand right before the name, or beside it: not "the bus driver Tom"?"""
    s = d.sentence
    if m.kind != "person" or m.anaphor is not None:
        return False
    own = [w for w in s.words[m.lo : m.hi + 1] if w.tag in PROPER]
    first = own[0].i if own else m.head
    beside = [k.low for k in s.kids(m.head, "appos") if k.tag == "NN"]
    before = [s[first - 1].low] if first and s[first - 1].tag == "NN" else []
    return bool({*before, *beside} & lexicon["worlds.vehicles"])
