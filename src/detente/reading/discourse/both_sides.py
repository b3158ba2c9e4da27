"""Which two states "both countries" and "the two sides" are, where the report has named two together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from detente.reading.clauses.draft import Draft
from detente.reading.frames.exchanges import exchanging
from detente.reading.frames.whose_state import state_of
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.records import UNSTATED, Filler

_PARTIES = frozenset({"state", "organisation"})
_BOTH = re.compile(r"\b(?:both|(?:the|these|their) two)\s+$", re.I)
_JOINED = re.compile(r"\s*(?:and|with)\s+(?:the\s+)?", re.I)


def both_sides(drafts: Sequence[Draft], page: Sequence[tuple[Sentence, Mentions]], lexicon: Lexicon) -> None:
    """ "A swap between Chad and Norway … talks of both countries": the two are Chad and Norway, inferred.

    Those that the report named together last; nobody where it has named no two, or names others as talking.
    """
    pairs = [(s.start, pair) for s, ms in page for pair in _pairs(s, ms)]
    swapping = sorted(exchanging(drafts))
    parties: list[frozenset[Filler]] = []
    for d in (x for x in drafts if x.type == "TALKS"):
        people = d.slots.get("participants", ())
        named = [pair for m in people if len(pair := _senders(d.sentence, d.mentions, m)) == 2]
        pointing = bool(people) and all(_of_both(d.sentence, m, lexicon) for m in people)
        pointing = pointing or any(_men_of_both(d.sentence, d.mentions, m, lexicon) for m in people)
        nobody = not set(d.names("participants")) - {UNSTATED}
        before = [pair for start, pair in pairs if start < d.sentence.start]
        two = next(iter(named), before[-1] if before else tuple(swapping))
        if named and len(people) == 1:
            d.add("participants", *_inferred(two))
        elif two and (pointing or (nobody and _says_both(d, lexicon))):
            d.roles["participants"] = _inferred(two)
        elif nobody and len(set(parties)) == 1 and _the_talks(d, lexicon):
            d.roles["participants"] = _inferred(sorted(f.name for f in parties[0]), parties[0])
        told = frozenset(
            f for f in d.roles.get("participants", ()) if f.kind in _PARTIES and f.name != UNSTATED
        )
        if len(told) > 1 and d.stand.mode != "denied":
            parties.append(frozenset(Filler(f.name, f.kind, None, True) for f in told))


def _inferred(names: Iterable[str], like: Iterable[Filler] = ()) -> list[Filler]:
    kinds = {f.name: f.kind for f in like}
    return [Filler(name, kinds.get(name, "state"), None, True) for name in names]


def _senders(s: Sentence, ms: Mentions, m: Mention) -> tuple[str, ...]:
    """ "Officials *from Oslo and Lima*": the two states whose men meet."""
    found = (ms.at(i) for i in s.objects(m.head, {"from", "of"}))
    states = (state_of(x) for x in found if x is not None)
    return tuple(dict.fromkeys(x for x in states if x is not None)) if m.kind == "group" else ()


def _men_of_both(s: Sentence, ms: Mentions, m: Mention, lexicon: Lexicon) -> bool:
    """ "Officials *of the two countries*"."""
    behind = (ms.at(i) for i in s.objects(m.head, {"from", "of"}))
    return any(x is not None and _of_both(s, x, lexicon) for x in behind)


def _the_talks(d: Draft, lexicon: Lexicon) -> bool:
    """ "*The talks* will resume", "*the next round* is to be held in Oslo": those told before."""
    s = d.sentence
    nouns = (w for w in s.words if w.lemma in lexicon["nouns.held_though_failed"] and w.tag[:2] == "NN")
    return any(k.low == "the" for w in nouns for k in s.kids(w.i, "det"))


def _pairs(s: Sentence, ms: Mentions) -> Iterator[tuple[str, str]]:
    """ "Chad and Norway", "the Chadian president and Norway": two states, or their heads, side by side."""
    heads = (m for w in s.words if (m := ms.at(w.i)) is not None and m.head == w.i)
    found = [m for m in heads if m.state is not None]
    between = [s.text[s[a.hi].end - s.start : s[b.lo].start - s.start] for a, b in pairwise(found)]
    for n, (one, other) in enumerate(pairwise(found)):
        third = n > 0 and between[n - 1].strip() == ","
        if one.state != other.state and _JOINED.fullmatch(between[n]) and not third:
            yield one.state or "", other.state or ""


def _of_both(s: Sentence, m: Mention, lexicon: Lexicon) -> bool:
    before = s.text[: s[m.head].start - s.start]
    return m.plural and s[m.head].lemma in lexicon["nouns.of_two"] and _BOTH.search(before) is not None


def _says_both(d: Draft, lexicon: Lexicon) -> bool:
    """ "Talks between the two countries", "through the envoys of both": told with the talks themselves."""
    s = d.sentence
    near = (d.mentions.at(w.i) for w in s.words[d.trigger + 1 :] if w.tag == "NNS")
    of = {"of", "between", "by", "from"}
    return any(m is not None and _of_both(s, m, lexicon) and s[s[m.head].head].low in of for m in near)
