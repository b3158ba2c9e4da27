"""Labels that somebody must own: political prisoner, hostage, terrorist (CODEBOOK §8.12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.draft import Draft
from detente.reading.drafting import record
from detente.reading.mentions import Mention
from detente.reading.scene import Scene
from detente.records import Attribution


def labels(scene: Scene) -> Iterator[Draft]:
    """Drafts of RECOGNITION in a sentence."""
    s = scene.s
    pattern = scene.lex.pattern("label")
    for match in pattern.finditer(s.text):
        words = s.at(s.start + match.start(), s.start + match.end())
        head = words[-1]
        described = _described(scene, words[0])
        subject = scene.ms.at(head)
        lo, hi = (
            (min(words[0], subject.lo), words[-1])
            if subject is not None and subject.head == head
            else (words[0], words[-1])
        )
        d = record(scene, "recognition.label", "RECOGNITION", lo, hi, mode="asserted")
        d.label = match.group(0)
        if described is not None:
            verb, speakers, whom = described
            d.rule = "recognition.described"
            d.lo = min(verb, *(p.lo for p in speakers)) if speakers else verb
            d.attribution = [_as_source(scene, speakers)] if speakers else d.attribution
            d.put("recogniser", *speakers)
            if whom is not None:
                d.put("subject", whom)
            adverb = next((k for k in s.kids(verb, "advmod") if k.low in scene.lex["closed.hedge"]), None)
            if adverb is not None:
                d.hedges.append(adverb.text)
                d.widen(adverb.i)
        if not d.slots.get("subject"):
            if subject is None:
                continue
            if s[head].dep == "compound" or subject.negative:
                continue
            d.put("subject", subject)
        yield d


def _as_source(scene: Scene, speakers: list[Mention]) -> Attribution:
    s = scene.s
    names = tuple(scene.sources.name(s, p) for p in speakers)
    text = s.span_text(speakers[0].lo, speakers[-1].hi)
    return Attribution(
        text, scene.sources.kind(s, speakers[-1]), "described", False, names if len(names) > 1 else ()
    )


def _described(scene: Scene, i: int) -> tuple[int, list[Mention], Mention | None] | None:
    """ "described by X as political prisoners", "whom X regards as …", "considered Y by X"."""
    s = scene.s
    for u in s.up(i):
        if u.tag.startswith("V"):
            if not re.match(
                r"(?:describ|regard|consider|recogni[sz]|deem|call|label|class|view|see|say|list|treat|designat)",
                u.low,
            ):
                return None
            a = scene.arguments(u.i)
            speakers = [
                p
                for p in scene.mentions(a.agent)
                if p.kind in {"group", "organisation", "person", "state"} and p.anaphor != "who"
            ]
            whom = next(
                (p for p in scene.mentions(a.patient) if scene.human(p) and i not in range(p.lo, p.hi + 1)),
                None,
            )
            if not speakers and not (a.passive):
                return None
            return u.i, speakers, whom
    return None
