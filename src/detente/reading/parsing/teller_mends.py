"""Who says something, where the small model takes him for somebody whom the clause beside it tells of."""

from __future__ import annotations

from detente.reading.parsing.mended import attach, own
from detente.reading.parsing.mends import Row
from detente.reading.parsing.words import SUBJECTS, Word

_SAYING = frozenset({"say", "add", "note", "explain"})


def _teller_for_subject(words: list[Word], w: Word) -> None:
    """ "…, said Orlu, a lawyer, and nine miners were freed": who says so is none of the freed."""
    verb = words[w.head]
    says = words[verb.head]
    if w.dep not in {"nsubj", "nsubjpass"} or verb.dep != "ccomp" or not 0 < says.i < w.i < verb.i:
        return
    if says.lemma not in _SAYING or words[says.i - 1].tag not in {",", "''"}:
        return
    name = words[says.i + 1 : w.i]
    ties = ((w.i, "conj"), (verb.i, w.dep))
    second = next((k for k in words[w.i + 1 : verb.i] if (k.head, k.dep) in ties), None)
    joint = next((k for k in words[w.i : verb.i] if k.head == w.i and k.dep == "cc"), None)
    apart = joint is not None and words[joint.i - 1].tag == ","
    if second is None or not apart or any(k.head != w.i for k in name) or own(words, says.i, SUBJECTS):
        return
    second.head, second.dep, w.head, w.dep = verb.i, w.dep, says.i, "nsubj"


def _teller_for_apposition(words: list[Word], w: Word) -> None:
    """ "…, the staff for the care of captives said": the noun between the last comma and *said* says it."""
    if w.lemma not in _SAYING or w.tag != "VBD" or own(words, w.i, SUBJECTS):
        return
    comma = next((k.i for k in reversed(words[: w.i]) if k.tag == ","), None)
    told = any(k.head == w.i and k.dep == "ccomp" and k.i < w.i for k in words)
    if comma is None or not told or comma == w.i - 1 or words[comma + 1].tag == "CC":
        return
    said_by = words[comma + 1 : w.i]
    tops = [k for k in said_by if not comma < k.head < w.i]
    if len(tops) == 1 and tops[0].tag[:2] == "NN" and all(k.tag[:1] not in {"V", "M"} for k in said_by):
        attach(words, tops[0].i, w.i, "nsubj")


TELLERS: tuple[Row, ...] = (
    ("nsubj nsubjpass", _teller_for_subject),
    ("VBD", _teller_for_apposition),
)
