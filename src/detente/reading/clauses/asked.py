"""What is only asked, or left open: nobody's word that it is so; and of whom it is asked."""

from __future__ import annotations

from detente.reading.parsing.words import Sentence, Word

_ASKING = frozenset({
    "pressure", "call", "appeal", "plea", "demand", "request", "order", "instruction", "ultimatum", "message",
})  # fmt: skip
"""Nouns of what is asked: who is asked does what the infinitive behind them says."""
_IN_DOUBT = frozenset({"clear", "unclear", "sure", "unsure", "certain", "uncertain", "known", "unknown"})


def questioned(s: Sentence, v: int) -> bool:
    """ "Asked whether they had been traded", "it is unclear if he was freed": nobody says that it is so."""
    for w in (s[v], *s.up(v)):
        asked = w.dep == "ccomp" or any(k.low in _IN_DOUBT for k in (s[w.head], *s.kids(w.head, "acomp")))
        if any(k.low == "whether" or (k.low == "if" and asked) for k in s.kids(w.i, "mark")):
            return True
        if w.dep in {"acl", "relcl"}:
            return False
    return False


def asked_by_noun(s: Sentence, noun: Word, v: int) -> list[int]:
    """ "pressure on Chad to free them", "an appeal to the rebels to free them": they are to do it."""
    if noun.lemma not in _ASKING:
        return []
    preps = [*s.kids(noun.i, "prep"), *s.kids(noun.head, "prep", "dative")]
    heard = [p for k in preps for p in s.kids(k.i, "pobj")]
    if any(x.dep == "poss" and x.tag == "PRP$" for p in heard for x in s.kids(p.i)):
        return []  # "gave an order to his men to arrest her": he has it done
    preps = [k for k in preps if k.low in {"on", "upon", "to", "with"} and noun.i < k.i < v]
    return [j for k in preps[:1] for p in s.kids(k.i, "pobj") for j in s.conjuncts(p.i)]
