"""Arrests and releases told as so many: "made nine arrests", "the group has verified 48 releases"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from detente.reading.clauses.arguments import subject
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.clauses.stand import Stand
from detente.reading.parsing.words import Word
from detente.reading.shapes.drafting import record
from detente.records import Filler, TypeName


class _Deed(NamedTuple):
    """What a counted noun tells of, and which verbs tell it."""

    nouns: str
    verbs: str
    type: TypeName
    sub: str
    agent: str | None  # whom the subject of the verb is; None where it only tells of them


_DEEDS = {
    "detain.counted": _Deed("nouns.arrests", "verbs.making_arrests", "DETAIN", "arrest", "detainer"),
    "release.counted": _Deed("nouns.releases", "verbs.counting_releases", "RELEASE", "release", None),
}


def deeds_counted(scene: Scene) -> Iterator[Draft]:
    """Drafts of DETAIN and RELEASE for deeds that a sentence counts, and of which it names nobody.

    Args:
        scene: the sentence.

    Example:
        >>> from detente.reading.rules import RulesReader
        >>> from detente.records import Article, DocumentRef
        >>> ref = DocumentRef(id="d", path="-", sha256="0" * 64)
        >>> reading, _ = next(RulesReader().read([Article(document=ref, text="Police made nine arrests.")]))
        >>> [(c.type, c.quantity.lo) for c in reading.claims if c.quantity]
        [('DETAIN', 9)]
    """
    s = scene.s
    for rule, deed in _DEEDS.items():
        nouns = scene.lex[deed.nouns]
        for n in s.words:
            if n.low not in nouns or s.objects(n.i, {"of"}) or _of_a_thing(scene, n):
                continue
            lo, hi = s.np(n.i)
            found = scene.ms.number_in(lo, hi)
            verb = s.verb_of(n.i)
            if found is None or verb is None or not _told(scene, n, s[verb], deed):
                continue
            d = record(scene, rule, deed.type, min(lo, verb), max(hi, verb), sub=deed.sub)
            d.trigger, d.quantity = n.i, found.quantity
            d.attribution, d.scope_certain = scene.sources.chain(s, scene.ms, n.i)
            d.stand = scene.modality.of_verb(s, verb)
            confirming = s[verb].lemma in scene.lex["lemmas.confirming verbs.counting_releases"]
            if d.stand.mode == "denied" and confirming:
                d.stand = Stand("hypothetical", factuality="U")  # "could not confirm 12 releases"
            if n.dep == "dobj" and deed.agent is not None:
                d.put(deed.agent, *(m for m in scene.mentions(subject(s, verb)[0]) if m.kind != "topic"))
            d.add("group", Filler("people", "group"))
            yield d


def _of_a_thing(scene: Scene, n: Word) -> bool:
    """ "Two gas releases", "30 press releases", and not "nine prisoner releases"."""
    people = scene.lex["nouns.held nouns.prison nouns.human"]
    return any(k.lemma not in people for k in scene.s.kids(n.i, "compound", "nmod"))


def _told(scene: Scene, n: Word, verb: Word, deed: _Deed) -> bool:
    """Is it the clause that tells of them: they are made, there are so many, or something ends in them?"""
    s = scene.s
    if n.dep in {"dobj", "nsubjpass"}:
        return verb.lemma in scene.lex[deed.verbs]
    if n.dep == "attr":
        return s.kid(verb.i, "expl") is not None and deed.agent is not None
    ends = n.dep == "pobj" and s[n.head].low in {"in", "with", "to"} and s[n.head].head == verb.i
    return ends and deed.agent is not None and verb.lemma in scene.lex["verbs.ending_in"]
