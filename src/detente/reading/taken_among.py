"""Who is named as one of those taken: "Former mayor Ada Roth was among those arrested"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.arguments import subject
from detente.reading.draft import Draft
from detente.reading.drafting import record
from detente.reading.scene import Scene

_AMONG = re.compile(
    r"\b(?:is|are|was|were) (?:also |both |all )?(?:among|one of) (?:those|the (?:\w+ )?(?:people|men|women))"
    r" (?:newly )?(?:(?P<again>re-?arrested|re-?detained)|arrested|detained|taken|seized|rounded up)"
    r"\b(?! (?:ill|sick|aback|by surprise|to (?:hospital|safety)|home)\b)"
    r"|\b(?:was|were) (?:also |both |all )?(?:among|one of) the detainees\b",
    re.IGNORECASE,
)


def taken_among(scene: Scene) -> Iterator[Draft]:
    """Drafts of DETAIN for persons told to be among those who were taken."""
    s = scene.s
    match = _AMONG.search(s.text)
    if match is None or re.search(r"\b(?:not|never|n[’']t|nor)\b", s.text):
        return
    words = s.at(s.start + match.start(), s.start + match.end())
    people = [m for m in scene.mentions(subject(s, words[0])[0]) if m.kind == "person" and m.anaphor is None]
    for m in people:
        sub = "re_detain" if match.group("again") else "arrest"
        d = record(scene, "detain.member", "DETAIN", m.lo, words[-1], sub=sub, mode="performed")
        d.trigger = words[0]
        d.attribution, d.scope_certain = scene.sources.chain(s, scene.ms, words[0])
        d.stand = scene.modality.of_verb(s, words[0])
        d.put("people", m)
        d.hedges.append("among")
        yield d
