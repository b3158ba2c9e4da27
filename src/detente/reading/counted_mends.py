"""Numbers that the small model hangs on the wrong word: "since March 188 people were freed"."""

from __future__ import annotations

from detente.reading.mended import attach, own
from detente.reading.mends import Row
from detente.reading.words import PROPER, SUBJECTS, Word

_NOMINAL = SUBJECTS | {"appos", "attr", "conj", "dobj", "pobj"}


def _part_behind_time(words: list[Word], w: Word) -> None:
    """ "At dawn thirty of the nuns were across": the number is who crossed, and counts no nightfalls."""
    if w.dep != "nummod" or w.head != w.i - 1 or w.i + 1 >= len(words) or words[w.i + 1].low != "of":
        return
    time = words[w.head]
    if time.dep not in {"pobj", "npadvmod"} or words[w.i + 1].head not in {w.i, time.i}:
        return
    verb = words[words[time.head].head] if time.dep == "pobj" else words[time.head]
    if verb.i < w.i or not verb.tag.startswith("V") or own(words, verb.i, SUBJECTS):
        return
    attach(words, w.i, verb.i, "nsubjpass" if own(words, verb.i, frozenset({"auxpass"})) else "nsubj")
    attach(words, w.i + 1, w.i, "prep")


def _count_behind_time(words: list[Word], w: Word) -> None:
    """ "Since March 188 people have been freed": the number counts the people, no month and no year."""
    if w.dep != "nummod" or w.head != w.i - 1 or w.tag != "CD" or not w.text.isdigit() or len(w.text) > 3:
        return
    time = words[w.head]
    day = len(w.text) < 3 and time.tag in PROPER  # "since March 18 people": a day, for all that is known
    noun = next((k for k in words[w.i + 1 : w.i + 4] if k.dep in SUBJECTS), None)
    if time.dep != "pobj" or day or noun is None or noun.tag not in {"NNS", "NNPS"}:
        return
    if all(k.head == noun.i for k in words[w.i + 1 : noun.i]):
        attach(words, w.i, noun.i, "nummod")


def _counted_nation(words: list[Word], w: Word) -> None:
    """ "four Danes, several Congolese", "an American and two others": a nation's name that is counted."""
    if w.tag != "JJ" or not w.text[:1].isupper() or w.dep not in _NOMINAL or not w.i:
        return
    count = words[w.i - 1]
    if count.head == w.i and (count.tag == "CD" or count.low in {"several", "many", "some"}):
        w.tag = "NNPS"
    if (
        count.head == w.i
        and count.low in {"a", "an"}
        and words[w.i + 1 : w.i + 2]
        and words[w.i + 1].low == "and"
    ):
        w.tag = "NNP"


COUNTED: tuple[Row, ...] = (
    ("nummod", _part_behind_time),
    ("nummod", _count_behind_time),
    ("JJ", _counted_nation),
)
