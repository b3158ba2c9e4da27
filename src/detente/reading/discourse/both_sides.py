"""Which two states "both countries" and "the two sides" are, where the report has named two together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.reading.clauses.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.records import UNSTATED, Filler

_BOTH = re.compile(r"\b(?:both|(?:the|these|their) two)\s+$", re.I)
_JOINED = re.compile(r"\s*(?:and|with)\s+(?:the\s+)?", re.I)


def both_sides(drafts: Sequence[Draft], page: Sequence[tuple[Sentence, Mentions]], lexicon: Lexicon) -> None:
    """ "A swap between Chad and Norway … talks of both countries": the two are Chad and Norway, inferred.

    Those that the report named together last; nobody where it has named no two, or names others as talking.
    """
    pairs = [(s.start, pair) for s, ms in page for pair in _pairs(s, ms)]
    for d in (x for x in drafts if x.type == "TALKS"):
        people = d.slots.get("participants", ())
        pointing = bool(people) and all(_of_both(d.sentence, m, lexicon) for m in people)
        nobody = not set(d.names("participants")) - {UNSTATED}
        before = [pair for start, pair in pairs if start < d.sentence.start]
        if before and (pointing or (nobody and _says_both(d, lexicon))):
            d.roles["participants"] = [Filler(name, "state", None, True) for name in before[-1]]


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
