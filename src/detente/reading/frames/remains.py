"""How many dead are brought home: "four coffins", "1,000 bodies of soldiers"."""

from __future__ import annotations

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.records import Filler


def count_remains(scene: Scene, d: Draft) -> None:
    """Give a move of the dead the count that stands at its bodies, where none stands at the people.

    Args:
        scene: the sentence.
        d: a draft; any other than of remains is left as it is.

    Example:
        >>> from detente.reading.rules import RulesReader
        >>> from detente.records import Article, DocumentRef
        >>> ref = DocumentRef(id="d", path="-", sha256="0" * 64)
        >>> article = Article(document=ref, text="Chad handed over four bodies on Monday.")
        >>> reading, _ = next(RulesReader().read([article]))
        >>> [(c.sub, c.quantity.lo) for c in reading.claims if c.quantity]
        [('remains', 4)]
    """
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
