"""Which court it was that another sentence of the report tells: "The court freed two. A third was fined"."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.frames.whose_state import state_of
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.records import UNSTATED, Filler

_ROLE = {"SENTENCE": "authority", "RELEASE": "releaser"}
_NEAR = 1
"""So many sentences off, it is still of the same hearing that is told."""
_DONE = frozenset({"performed", "denied"})


def same_court(page: Sequence[tuple[Sentence, Mentions]], drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """Beside the state stands the one court of a report where the sentence before or behind has it act.

    "The Orlu High Court gave two miners bail. A third was convicted and got two years": by that court. Only
    what a court does is meant, a verdict, bail or a walk out of a courtroom, and only the news of the day;
    always inferred.

    Args:
        page: sentences in order.
        drafts: all of the document, with their roles.
        lexicon: patterns and word classes.
    """
    judged = [d for d in drafts if _by_a_court(d, lexicon)]
    told = [(n, s, m) for n, (s, ms) in enumerate(page) for m in _courts(s, ms)] if judged else []
    acting = [(n, m) for n, s, m in told if _acts(s, m, lexicon)]
    names = {m.name for _, _, m in told if m.name.lower() != m.noun}
    if len(names) > 1 or not acting:
        return
    name = next(iter(names), acting[0][1].name)
    places = {id(s): n for n, (s, _) in enumerate(page)}
    for d in judged:
        here = places.get(id(d.sentence), -len(page))
        if any(0 < abs(here - n) <= _NEAR or n == here for n, _ in acting):
            d.roles[_ROLE[d.type]] = [f for f in d.roles.get(_ROLE[d.type], ()) if f.name != UNSTATED]
            d.add(_ROLE[d.type], Filler(name, "organisation", None, True))


def _by_a_court(d: Draft, lexicon: Lexicon) -> bool:
    """Does it tell what courts do, and not which of them?"""
    role = _ROLE.get(d.type)
    if role is None or d.stand.mode not in _DONE or d.sub in {"charge", "swap_release"}:
        return False
    said = [f for f in d.roles.get(role, ()) if f.name != UNSTATED and not (f.inferred and f.kind == "state")]
    if any(state_of(m) is not None for m in d.slots.get("place", ())):
        return False  # "was sentenced in Togo": maybe by a court there
    return not said and (
        d.type == "SENTENCE" or lexicon.pattern("by_a_court").search(d.sentence.text) is not None
    )


def _courts(s: Sentence, ms: Mentions) -> list[Mention]:
    """The courts that a sentence names."""
    found = (ms.at(w.i) for w in s.words if w.lemma in ms.lex["nouns.tribunal"])
    return [m for m in found if m is not None and m.kind == "organisation" and not m.plural]


def _acts(s: Sentence, m: Mention, lexicon: Lexicon) -> bool:
    """Is it told to hear the case: "the court freed", "freed by the court"; not "the court will hear"?"""
    w = s[m.head]
    by = w.dep == "pobj" and s[w.head].low == "by"
    verb = s[s[w.head].head] if by else s[w.head]
    undone = any(k.dep == "neg" or k.tag == "MD" for k in s.kids(verb.i))
    return (by or w.dep == "nsubj") and verb.lemma in lexicon["verbs.hearing"] and not undone
