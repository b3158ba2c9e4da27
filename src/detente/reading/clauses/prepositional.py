"""What a preposition says of the deed behind it: "without freeing", "accused of freeing"."""

from __future__ import annotations

import re
from collections.abc import Callable

from detente.reading.clauses.stand import Stand
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import Sentence, Word

_CONDITION = re.compile(r"(?:on )?(?:the )?condition\b", re.I)
_ALLEGING = frozenset({"of", "for", "on", "with", "over"})  # "arrested on suspicion of kidnapping"
_AHEAD = frozenset({"intended", "promised", "agreed", "hypothetical", "demanded"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_WHERE = frozenset({"where", "when"})

UNTIL_A_DAY = re.compile(
    r"until (?:at least |early |late |mid-?|the (?:end|middle|beginning) of |next |this |the following )*"
    r"(?:\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b|\w+day\b|midnight|noon|year|month"
    r"|week|spring|summer|autumn|winter)",
    re.I,
)
"""The day or season that something runs until: no condition."""


def _of_a_year(s: Sentence, prep: Word) -> bool:
    """ "Would spend nine years inside before being freed *in 2019*": told from a later day."""
    return any(_YEAR.fullmatch(s[i].text) for i in s.subtree(prep.i))


def prepositional(
    s: Sentence, prep: Word, lexicon: Lexicon, of_verb: Callable[[Sentence, int], Stand], stand: Stand
) -> bool:
    """What a preposition says of the deed behind it: "without freeing", "accused of freeing".

    Args:
        s: the sentence.
        prep: the preposition.
        lexicon: word classes.
        of_verb: reads the stand of a verb.
        stand: the stand of the deed, to be changed.

    Returns:
        True where that is all there is to say.
    """
    above = s[prep.head]
    beside = {above.low, *(k.low for k in s.kids(prep.i, "advmod"))}
    if prep.low in {"provided", "providing"} or _CONDITION.match(s.span_text(above.i, prep.i)):
        stand.set("conditional", prep.i)
        return True
    deed = s.kid(prep.i, "pcomp")
    if deed is not None and any(k.low in _WHERE for k in s.kids(deed.i, "advmod")):
        return False  # "to Dorn, from where they will be flown home"
    nearly = prep.low == "to" and above.low == "close" and s[above.head].lemma in {"come", "get"}
    nearly = nearly or (prep.low == "of" and above.low == "out")  # "was talked out of freeing them"
    stopped = prep.low == "from" and above.tag[:1] == "V" and of_verb(s, above.i).mode == "denied"
    if stopped:
        stand.set("hypothetical", prep.i)  # "did not stop them from freeing her": they may have, or not
        return True
    if nearly or prep.low in {"without", "from", "against", "than"} or beside & {"instead", "short"}:
        stand.set("denied", prep.i)
        return True
    if prep.low == "before" and deed is not None and above.tag[:1] in {"V", "M"}:
        over = of_verb(s, above.i).mode
        looking_back = any(k.low == "would" for k in s.kids(above.i, "aux")) and _of_a_year(s, prep)
        if over in _AHEAD and not looking_back:
            # "will stay before flying to Dorn"
            stand.set("intended" if over == "promised" else over, above.i)
        return False
    verb = s.verb_of(above.i) if prep.low == "for" and above.low in {"exchange", "return"} else None
    if verb is not None and (mode := of_verb(s, verb).mode) != "performed":
        stand.set(
            "hypothetical" if mode == "denied" else mode, verb
        )  # "denied a deal in exchange for freeing"
        return True
    if prep.low in _ALLEGING and above.lemma in lexicon["verbs.allege"]:
        stand.set("hypothetical", above.i)
        return True
    return False
