"""Hedges beside a deed, verbatim, and what they make of its factuality."""

from __future__ import annotations

from detente.reading.clauses.arguments import is_passive
from detente.reading.clauses.stand import Stand
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import Sentence


def set_hedges(s: Sentence, v: int, lex: Lexicon, stand: Stand) -> None:
    """Keep the hedges of a verb or noun; a deed told with an adverb of doubt is no certain one."""
    stand.hedges += _of_several_words(s, v, lex)
    for k in s.kids(v, "advmod"):
        if k.low in lex["closed.hedge"]:
            stand.hedges.append(s[k.i].text)
            if stand.mode == "performed":
                stand.factuality = "PS" if k.low in lex["closed.weak_hedge"] else "PR"


def _of_several_words(s: Sentence, v: int, lex: Lexicon) -> list[str]:
    """ "is rumoured to have gone", "as far as we know"."""
    above = s[s[v].head]
    below = s[v].dep == "xcomp" and above.i < v and is_passive(s, above.i)
    said = below and above.lemma in lex["verbs.uncertain"]
    to = next((k for k in s.words[above.i + 1 : v] if k.low == "to"), None) if said else None
    known = lex.pattern("as_far_as").search(s.text)
    found = [s.span_text(above.i, to.i)] if to is not None else []
    return [*found, known.group(0)] if known is not None else found
