"""Whom the same befell as another told before: "Issa Mane was freed. So were Ada Orlu and Ira Dann"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from detente.reading.antecedents import OF_CUSTODY
from detente.reading.draft import Draft, by_sentence
from detente.reading.lexicon import Lexicon
from detente.reading.mentions import Mentions
from detente.reading.rolls import list_behind, name_of, runs
from detente.reading.words import Sentence
from detente.records import Filler

_MAIN = frozenset({"ROOT", "conj", "ccomp"})


def so_were(
    page: Sequence[tuple[Sentence, Mentions]], drafts: Sequence[Draft], lexicon: Lexicon
) -> list[Draft]:
    """Drafts for those of whom a sentence says that so were they: as the sentence before tells of others.

    Args:
        page: sentences in order.
        drafts: all of the document.
        lexicon: patterns and word classes.
    """
    told = by_sentence(drafts)
    out: list[Draft] = []
    for (before, _), (s, ms) in pairwise(page):
        match = lexicon.pattern("so_were").search(s.text)
        mine = told.get(id(s), ())
        last = _last(told.get(id(before), ())) if match is not None else None
        if match is None or last is None or any(d.type == last.type and not d.recalls for d in mine):
            continue
        verb = s.at(s.start + match.start(), s.start + match.end())[-1]
        found = runs(s, verb + 1, list_behind(s, verb + 1, lexicon), lexicon, ms.names)
        if found and all(w.low != "been" for w in s.words[found[-1].hi :]):  # "So has X been told"
            out.append(_same(last, s, ms, verb, found[-1].hi))
            names = (ms.names.whole(name_of(s, r)) for r in found)
            out[-1].add("person", *(Filler(name, "person", None, False) for name in names))
    return out


def _last(drafts: Sequence[Draft]) -> Draft | None:
    """What a sentence tells last of a person, done and not by himself: "was freed"."""
    mine = [d for d in drafts if d.type in OF_CUSTODY and d.args is not None and d.args.passive]
    fit = [d for d in mine if d.sentence[d.trigger].dep in _MAIN]
    return fit[-1] if fit and fit[-1].stand.mode in {"performed", "background"} else None


def _same(d: Draft, s: Sentence, ms: Mentions, verb: int, hi: int) -> Draft:
    out = Draft(d.rule, d.type, s, ms, verb, 0, hi, sub=d.sub, source=d.source, stand=d.stand.copy())
    out.time, out.attribution, out.scope_certain = d.time, list(d.attribution), d.scope_certain
    out.roles = {r: list(f) for r, f in d.roles.items() if r not in {"person", "group"}}
    return out
