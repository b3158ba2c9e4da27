"""Whom the same befell as another told before: "Issa Mane was freed. So were Ada Orlu and Ira Dann"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from detente.reading.clauses.draft import Draft, by_sentence
from detente.reading.discourse.antecedents import OF_CUSTODY
from detente.reading.frames.beside_freed import is_taken_up, stands_beside
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import surname
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.reading.shapes.rolls import list_behind, name_of, runs
from detente.records import FREED, Filler

_MAIN = frozenset({"ROOT", "conj", "ccomp"})
_BEHIND = frozenset({".", ",", ":", "IN", "CC", "WP", "WDT", "-LRB-", "-RRB-", "''"})
"""What may follow the names; no verb of theirs ("nor has X been told", "nor has X said so")."""
_DONE = frozenset({"performed", "background"})
_HELD = frozenset({"DETAIN", "SENTENCE", "CUSTODY_STATE"})
_DENIED = frozenset({"denied"})


def so_were(
    page: Sequence[tuple[Sentence, Mentions]], drafts: Sequence[Draft], lexicon: Lexicon
) -> list[Draft]:
    """Drafts for those of whom a sentence says that so, or nor, were they: as was just told of others.

    Args:
        page: sentences in order.
        drafts: all of the document.
        lexicon: patterns and word classes.
    """
    told = by_sentence(drafts)
    held = {surname(x) for d in drafts if d.type in _HELD for x in d.names("person")}
    out: list[Draft] = []
    for (before, _), (s, ms) in pairwise(page):
        match = lexicon.pattern("so_were").search(s.text)
        last = _last(told.get(id(before), ()), _DONE) if match is not None else None
        if match is not None and last is not None:
            mine = told.get(id(s), ())
            if not any(d.type == last.type and not d.recalls for d in mine):
                out += _likewise(last, s, ms, match)
        out += _left_out(told.get(id(before), ()), told.get(id(s), ()), s, ms, held)
    for n, (s, ms) in enumerate(page):
        match = lexicon.pattern("nor_were").search(s.text)
        if match is not None:
            own = [d for d in told.get(id(s), ()) if s[d.trigger].start < s.start + match.start()]
            before_it = told.get(id(page[n - 1][0]), ()) if n and not own else ()
            last = _last(own or before_it, _DENIED)
            out += _likewise(last, s, ms, match) if last is not None else ()
    return out


def _left_out(
    before: Sequence[Draft], mine: Sequence[Draft], s: Sentence, ms: Mentions, held: Set[str]
) -> Iterator[Draft]:
    """ "Nine were freed. His wife, Ada Orlu, was not", "Ira Dann was not so lucky": they stay inside.

    Not those who stand beside the held ("their lawyer, Ada Orlu"), but where they are told to be held too.
    """
    match = ms.lex.pattern("was_not").search(s.text)
    if match is None or any(d.type in FREED for d in mine):
        return
    freed = [d for d in before if d.type in FREED and d.stand.mode in _DONE]
    if not match.group("luck"):
        freed = [d for d in freed if _last([d], _DONE) is not None and is_taken_up(d, "be", ms.lex)]
    verb = s.at(s.start + match.start("then"), s.start + match.end("then"))[0]
    found = runs(s, 0, verb - 1, ms.lex, ms.names)
    if not freed or not found:
        return
    if stands_beside(s, verb, ms.lex) and not held & {s[r.hi].low for r in found}:
        return
    d = _same(freed[-1], s, ms, verb, len(s) - 1)
    d.roles, d.time = {}, None
    d.stand.mode, d.stand.polarity = "denied", "-"
    names = (ms.names.whole(name_of(s, r)) for r in found)
    d.add("person", *(Filler(name, "person", None, False) for name in names))
    yield d


def _likewise(last: Draft, s: Sentence, ms: Mentions, match: re.Match[str]) -> Iterator[Draft]:
    verb = s.at(s.start + match.start(), s.start + match.end())[-1]
    found = runs(s, verb + 1, list_behind(s, verb + 1, ms.lex), ms.lex, ms.names)
    if found and _stand_alone(s, verb, found[-1].hi):
        d = _same(last, s, ms, verb, found[-1].hi)
        names = (ms.names.whole(name_of(s, r)) for r in found)
        d.add("person", *(Filler(name, "person", None, False) for name in names))
        yield d


def _stand_alone(s: Sentence, verb: int, last: int) -> bool:
    """Do the names have no verb of their own: "nor has X said so", "nor was X, his lawyer, told"?"""
    behind = s.words[last + 1 :]
    if s[verb].dep in {"aux", "auxpass"} and s[verb].head > verb:
        return False
    if any(w.low == "been" for w in behind) or (behind and behind[0].tag not in _BEHIND):
        return False
    if not behind or behind[0].tag != ",":
        return True
    closes = next((w.i for w in behind[1:] if w.tag == "," or w.tag[:1] in {"V", "W"}), verb)
    return s[closes].tag != "," or s[min(closes + 1, len(s) - 1)].tag[:1] != "V"


def _last(drafts: Sequence[Draft], modes: frozenset[str]) -> Draft | None:
    """What a sentence tells last of a person, done and not by himself: "was freed"."""
    mine = [d for d in drafts if d.type in OF_CUSTODY and d.args is not None and d.args.passive]
    fit = [d for d in mine if d.sentence[d.trigger].dep in _MAIN]
    return fit[-1] if fit and fit[-1].stand.mode in modes else None


def _same(d: Draft, s: Sentence, ms: Mentions, verb: int, hi: int) -> Draft:
    lo = 0 if d.sentence is not s else verb
    out = Draft(d.rule, d.type, s, ms, verb, lo, hi, sub=d.sub, source=d.source, stand=d.stand.copy())
    out.time, out.attribution, out.scope_certain = d.time, list(d.attribution), d.scope_certain
    out.roles = {r: list(f) for r, f in d.roles.items() if r not in {"person", "group"}}
    return out
