"""Who says something, where the small model takes him for one of those of whom the next clause tells."""

from __future__ import annotations

from detente.reading.parsing.mended import own
from detente.reading.parsing.words import SUBJECTS, Word


def teller_for_subject(words: list[Word], w: Word) -> None:
    """ "…, said Orlu, a lawyer, and nine miners were freed": who says so is none of the freed."""
    verb = words[w.head]
    says = words[verb.head]
    if w.dep not in {"nsubj", "nsubjpass"} or verb.dep != "ccomp" or not 0 < says.i < w.i < verb.i:
        return
    if says.lemma not in {"say", "add", "note", "explain"} or words[says.i - 1].tag not in {",", "''"}:
        return
    name = words[says.i + 1 : w.i]
    ties = ((w.i, "conj"), (verb.i, w.dep))
    second = next((k for k in words[w.i + 1 : verb.i] if (k.head, k.dep) in ties), None)
    joint = next((k for k in words[w.i : verb.i] if k.head == w.i and k.dep == "cc"), None)
    apart = joint is not None and words[joint.i - 1].tag == ","
    if second is None or not apart or any(k.head != w.i for k in name) or own(words, says.i, SUBJECTS):
        return
    second.head, second.dep, w.head, w.dep = verb.i, w.dep, says.i, "nsubj"
