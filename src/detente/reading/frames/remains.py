"""How many are told beside the people: "four coffins", "the number of those freed is 126"."""

from __future__ import annotations

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.records import Filler


def count_beside(scene: Scene, d: Draft) -> None:
    """Give a draft the count that stands at its bodies, or behind "the number of", where people have none.

    Args:
        scene: the sentence.
        d: a draft of people, or of a move of the dead.

    Example:
        >>> from detente.reading.rules import RulesReader
        >>> from detente.records import Article, DocumentRef
        >>> ref = DocumentRef(id="d", path="-", sha256="0" * 64)
        >>> article = Article(document=ref, text="Chad handed over four bodies on Monday.")
        >>> reading, _ = next(RulesReader().read([article]))
        >>> [(c.sub, c.quantity.lo) for c in reading.claims if c.quantity]
        [('remains', 4)]
    """
    if d.sub != "remains":
        _behind_number(scene, d)
    if d.sub != "remains" or d.quantity is not None or d.source is None or d.source.object is None:
        return
    s = scene.s
    for k in s.kids(d.trigger, "dobj", "nsubjpass", "nsubj"):
        found = scene.ms.number_in(s.np(k.i)[0], k.i)
        if found is None or found.kind != "count" or not d.source.object.search(k.text):
            continue
        d.quantity = found.quantity
        d.widen(*s.at(s.start + found.start, k.end))
        if not d.slots.get("people"):
            d.add("group", Filler(s.text[found.start : k.end - s.start], "group"))
        return


def _behind_number(scene: Scene, d: Draft) -> None:
    """ "The number of prisoners released is 126, not 163": so many, where a copula says the number."""
    s = scene.s
    people = d.slots.get("people", ())
    if d.quantity is not None or len(people) != 1 or people[0].kind != "group":
        return
    prep = s[s[people[0].head].head]
    noun = s[prep.head]
    be = s[noun.head]
    if prep.low != "of" or noun.low not in {"number", "total"} or noun.dep != "nsubj" or be.lemma != "be":
        return
    told = next((k for k in s.kids(be.i, "attr", "acomp") if k.i > be.i and k.tag == "CD"), None)
    found = scene.ms.number_in(told.i, told.i) if told is not None and s.kid(be.i, "neg") is None else None
    if told is not None and found is not None and found.kind == "count" and not s.kids(told.i, "prep"):
        d.quantity = found.quantity
        d.widen(noun.i, told.i)
