"""Who holds which office, by the order of the words: "the Minister of Justice, Mr X", "X of the Y Desk"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.nouns.mentions import Mention
from detente.reading.parsing.words import PROPER, Word
from detente.reading.shapes.drafting import record
from detente.records import Filler

_BEFORE = frozenset({"DT", "PRP$", "JJ", "NN", "NNP", "NNPS", "POS", "HYPH", "VBN", "CC", "VBG"})
_TAIL = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "CC", "IN", "TO", "PRP$"})
_PARTICLES = frozenset({"de", "al", "bin", "ben", "von", "van", "da", "di", "el", "del", "ibn", "-"})
_CLOSES = frozenset({",", ".", ":", "VBD", "VBZ", "VBP", "MD", "''", "CC", "``", "-RRB-", "IN", "TO"})
_BODILY = frozenset({"organisation", "topic", "person"})
_LONGEST = 14


def holders(scene: Scene, told: list[Draft]) -> Iterator[Draft]:
    """Drafts of ATTRIBUTE that the parse does not give.

    Args:
        scene: the sentence.
        told: drafts of attributes found in it already; nobody is told the same office twice.
    """
    for w in scene.s.words:
        if w.tag in {"NN", "NNP"} and w.lemma in scene.lex["nouns.office"]:
            yield from _named_behind(scene, w, told)
    for w in scene.s.words:
        m = scene.ms.at(w.i) if w.tag in PROPER else None
        if m is not None and m.kind == "person" and m.head == w.i and m.anaphor is None:
            yield from _of_body(scene, m)


def _named_behind(scene: Scene, w: Word, told: list[Draft]) -> Iterator[Draft]:
    """ "its chairman, Roshan de Alwis,", "the rapporteur of the Parliament, Ilze Krastina,"."""
    s = scene.s
    end = w.i + 1
    if end < len(s) and s[end].low in {"of", "for", "to", "in", "on", "at"}:
        while end < len(s) and s[end].tag in _TAIL and end - w.i < _LONGEST:
            end += 1
    if end >= len(s) or s[end].tag != ",":
        return
    name = _name(scene, end + 1)
    lo = w.i
    while lo > 0 and s[lo - 1].tag in _BEFORE and s[lo - 1].low != "and" and w.i - lo < _LONGEST:
        lo -= 1
    if name is None or not any(s[j].tag in {"DT", "PRP$", "POS"} for j in range(lo, w.i)):
        return
    first, last = name
    subject = scene.ms.names.whole(s.span_text(first, last))
    office = s.span_text(lo + (s[lo].tag == "DT"), end - 1)
    if any(d.type == "MANDATE" and subject in _subjects(scene, d, "agent") for d in told):
        return
    for d in told:
        if d.sub == "office" and subject in _subjects(scene, d) and _is_part(d.names("value"), office):
            d.roles["value"] = [Filler(office, "office")]
            d.widen(lo, last)
            return
    d = record(scene, "attribute.office", "ATTRIBUTE", lo, last, sub="office")
    d.add("subject", Filler(subject, "person"))
    d.add("value", Filler(office, "office"))
    yield d


def _is_part(values: list[str], office: str) -> bool:
    """ "Minister", where the text says "Minister of Justice"."""
    return any(v in office for v in values)


def _subjects(scene: Scene, d: Draft, role: str = "subject") -> set[str]:
    return {scene.ms.names.whole(m.name) for m in d.slots.get(role, ())} | set(d.names(role))


def _name(scene: Scene, i: int) -> tuple[int, int] | None:
    """First and last word of a person's name that stands here, closed by a comma, a verb or the end."""
    s = scene.s
    titled = i < len(s) and s[i].low.rstrip(".") in scene.lex["nouns.title"]
    while i < len(s) and s[i].low.rstrip(".") in scene.lex["nouns.title"]:
        i += 1
    j = i
    while j < len(s) and (s[j].tag in PROPER or s[j].low in _PARTICLES):
        j += 1
    if j - i < 2 and not (titled and j > i):
        return None
    if j < len(s) and s[j].tag not in _CLOSES:
        return None
    found = scene.ms.at(j - 1)
    body = found is not None and (
        found.kind in {"state", "facility"} or s[j - 1].lemma in scene.lex["nouns.body"]
    )
    place = s[j - 1].ent in {"GPE", "DATE"} and not titled
    return None if body or place else (i, j - 1)


def _of_body(scene: Scene, m: Mention) -> Iterator[Draft]:
    """ "Ida Marr of the Harbour Desk": whose he is."""
    s, i = scene.s, m.hi + 1
    if " " not in m.name or i + 1 >= len(s) or s[i].low not in {"of", "from"}:
        return
    j = i + 1
    while j < len(s) and (s[j].tag in PROPER or s[j].low in {"the", "and", "for", "of"}):
        j += 1
    head = s[j - 1]
    found = scene.ms.at(j - 1) if head.tag in PROPER else None
    if found is None or found.kind not in _BODILY:
        return
    if found.hit is not None and found.kind != "organisation":
        return
    lo = i + 2 if s[i + 1].low == "the" else i + 1
    if j - lo < 2 and s[i].low == "from":
        return
    d = record(scene, "attribute.membership", "ATTRIBUTE", m.lo, j - 1, sub="membership")
    d.put("subject", m)
    d.add("value", Filler(s.span_text(lo, j - 1), "organisation"))
    yield d
