"""Journeys that the small model ties wrongly: planes that carry people, and the hours at which they leave."""

from __future__ import annotations

from detente.reading.parsing.mended import attach
from detente.reading.parsing.mends import Row
from detente.reading.parsing.words import SUBJECTS, Word

_ONE = frozenset({"a", "an", "another", "each", "one"})
_FINITE = frozenset({"VBZ", "VBP", "MD"})


def _one_that_carries(words: list[Word], w: Word) -> None:
    """ "A plane carrying prisoners left": one noun before the participle is its subject, and the verb's."""
    noun, before = words[w.head], words[w.i - 1]
    if w.i < 2 or w.dep != "amod" or noun.dep not in SUBJECTS or noun.tag not in {"NNS", "NNPS"}:
        return
    article = next((k for k in reversed(words[: before.i]) if k.tag not in {"JJ", "NN", "CD"}), None)
    if before.tag != "NN" or noun.i < w.i or article is None or article.low not in _ONE:
        return
    before.head, before.dep = noun.head, noun.dep
    w.head, w.dep, noun.head, noun.dep = before.i, "acl", w.i, "dobj"
    for k in words[: before.i]:
        if k.head in {noun.i, w.i}:
            k.head = before.i


def _hour_of_the_day(words: list[Word], w: Word) -> None:
    """ "Took off before 9 am carrying nine men": an hour behind a preposition, and no subject."""
    verb = next((k for k in words[w.i + 1 : w.i + 2] if k.tag == "VBG"), None)
    if w.i < 3 or verb is None or words[w.i - 1].tag != "CD":
        return
    prep, above = words[w.i - 2], words[words[verb.head].head if verb.dep == "pcomp" else verb.head]
    if prep.tag not in {"IN", "TO"} or not above.tag.startswith("V") or above.i > prep.i:
        return
    verb.head, verb.dep, prep.head, prep.dep = above.i, "advcl", above.i, "prep"
    w.head, w.dep, w.tag, w.lemma = prep.i, "pobj", "NN", w.low
    attach(words, w.i - 1, w.i, "nummod")


def _left_is_its_verb(words: list[Word], w: Word) -> None:
    """ "The plane left Oslo with nine men.": in a sentence of no other verb, *left* is the verb."""
    noun = words[w.head]
    if w.dep != "acl" or noun.dep != "ROOT" or noun.i != w.i - 1 or words[-1].text != ".":
        return
    other = any(k.tag in _FINITE or (k.tag == "VBD" and k.i != w.i) for k in words)
    if other or not any(k.head == w.i and k.dep in {"dobj", "prep"} for k in words):
        return
    for k in words[w.i :]:
        if k.head == noun.i:
            k.head = w.i
    w.head, w.dep, w.tag, noun.head, noun.dep = w.i, "ROOT", "VBD", w.i, "nsubj"


def _of_the_nearest_passive(words: list[Word], w: Word) -> None:
    """ "Saw them in Bria, where they were taken before being flown home": those taken are flown."""
    prep = words[w.head]
    above = words[prep.head]
    if w.dep != "pcomp" or prep.low not in {"before", "after"} or w.i - prep.i != 2 or above.i > prep.i:
        return
    passive = (k for k in words[above.i + 1 : prep.i] if k.tag in {"VBN", "VBD"} and k.dep == "relcl")
    nearest = next((k for k in passive if any(x.head == k.i and x.dep == "nsubjpass" for x in words)), None)
    if nearest is not None:
        attach(words, prep.i, nearest.i, "prep")


JOURNEYS: tuple[Row, ...] = (
    ("VBG", _one_that_carries),
    ("=am =pm =a.m. =p.m.", _hour_of_the_day),
    ("VBN", _of_the_nearest_passive),
    ("=left", _left_is_its_verb),
)
"""The words at which a journey is mended, and the mend."""
