"""Names added to a list of prisoners, or struck from it: "The one name added since then is Marr's"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.shapes.drafting import record

_CHANGED = re.compile(
    r"\bnames? (?:(?:has|have|had) been |was |were )?(?:newly |since )?"
    r"(?:(?P<on>added)|struck|removed|dropped|deleted)\b[^.;:]*?(?: (?:is|are|was|were)\b|:)",
    re.IGNORECASE,
)
_RULE = "recognition.list_name"
_TOTAL = "list_total"


def list_names(scene: Scene) -> Iterator[Draft]:
    """Drafts of RECOGNITION for those named as added or struck; whose list it is, the report tells."""
    s = scene.s
    match = _CHANGED.search(s.text)
    if match is None:
        return
    words = s.at(s.start + match.start(), s.start + match.end())
    heads = [w.i for w in s.words[words[-1] + 1 :] if w.dep != "compound"]
    named = (m for i in heads if (m := scene.ms.at(i)) is not None and m.head == i)
    people = [m for m in named if m.kind == "person" and m.anaphor is None]
    if not people:
        return
    d = record(scene, _RULE, "RECOGNITION", words[0], people[-1].hi, mode="asserted")
    d.stand.polarity = "+" if match.group("on") else "-"
    d.put("subject", *people)
    yield d


def of_the_list(drafts: Sequence[Draft]) -> list[Draft]:
    """Each takes the owner, the label and the day of the list whose total was told last.

    Without a list that is somebody's, and that says what it calls them, nothing is recognised.

    Args:
        drafts: all of the document, in order.

    Returns:
        The drafts that stand.
    """
    out = []
    for d in drafts:
        if d.rule == _RULE:
            before = [x for x in drafts if x.sentence.start < d.sentence.start]
            totals = [x for x in before if x.sub == _TOTAL and x.names("definition_owner")]
            labels = [x for x in before if x.label and totals and x.sentence is totals[-1].sentence]
            if not labels:
                continue
            d.label, d.as_of = labels[-1].label, totals[-1].as_of
            d.add("recogniser", *totals[-1].roles["definition_owner"])
        out.append(d)
    return out
