"""What is only asked, or left open: nobody's word that it is so."""

from __future__ import annotations

from detente.reading.parsing.words import Sentence

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
