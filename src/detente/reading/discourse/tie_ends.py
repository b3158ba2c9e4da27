"""What a tie is said of, in words, where its own report tells no act on one of its sides.

"Nothing had been exchanged for the 31 men", said in a report that tells of no release: the men are named, so
that reconciliation can look for their release in other reports. Where the sentence names nobody ("it was a
swap"), whoever the report names is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention, surname, without_article
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.records import LET_GO, Filler

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
_INNER = frozenset({"compound", "amod", "nummod", "nmod"})
_STEPS = ("RELEASE", "CLEMENCY", "SANCTION_EASE")
_MOST = 12
"""A report that names more people than this is a roundup: which of them is meant is anybody's guess."""


def tie_ends(drafts: Sequence[Draft], page: Sequence[tuple[Sentence, Mentions]], lexicon: Lexicon) -> None:
    """Say of each tie without two acts of its own what it is said of.

    Args:
        drafts: all of the document, the ties pointed to their acts.
        page: its sentences.
        lexicon: word classes.
    """
    loose = [d for d in drafts if d.type == "LINKAGE" and _is_loose(d)]
    if not loose:
        return
    rest: list[Mention] | None = None
    for d in loose:
        one_sided = {x.type in LET_GO for x in d.links}
        ends = _apart(_named(d.sentence, d.mentions, lexicon), d)
        if not d.links and not any(_is_somebody(m) for m in ends):
            if rest is None:
                rest = [m for s, ms in page for m in _named(s, ms, lexicon)]
            ends += _apart(rest, d)
        if one_sided:
            ends = [m for m in ends if _is_somebody(m) not in one_sided]
        if len({m.name for m in ends}) <= _MOST:
            d.add("about", *map(_filler, ends))


def _apart(found: Sequence[Mention], d: Draft) -> list[Mention]:
    """Without whoever says so, and without whom the acts are told of to which the tie points."""
    said = {surname(a.name) for a in d.attribution if a.name}
    told = {m.text for x in d.links for m in x.slots.get("people", ())} if d.links else set()
    return [m for m in found if surname(m.name) not in said and m.text not in told]


def _is_loose(d: Draft) -> bool:
    """Does it point to acts of one kind at most: people let out, or something given for them?"""
    if d.stand.mode in {"background", "hypothetical"} or (d.linkage is not None and d.linkage.class_ == "L1"):
        return False
    return len({x.type in LET_GO for x in d.links}) < 2


def _filler(m: Mention) -> Filler:
    name = m.name if m.kind == "person" else without_article(m.text)
    return Filler(name, m.kind if _is_somebody(m) else "topic")


def _is_somebody(m: Mention) -> bool:
    return m.kind in {"person", "group", "organisation"}


def _named(s: Sentence, ms: Mentions, lexicon: Lexicon) -> list[Mention]:
    """People by name or as a group, and steps by the noun for them: "the licence"."""
    return [m for m in _phrases(s, ms) if _is_people(s, m, lexicon) or _is_step(s, m, lexicon)]


def _phrases(s: Sentence, ms: Mentions) -> Iterator[Mention]:
    for w in s.words:
        if w.tag in _NOUNS and w.dep not in _INNER:
            m = ms.at(w.i)
            if m is not None and m.head == w.i and not m.negative and m.anaphor not in {"he", "they", "it"}:
                yield m


def _is_people(s: Sentence, m: Mention, lexicon: Lexicon) -> bool:
    w = s[m.head]
    if s[w.head].lemma in lexicon["verbs.report"] and w.dep in {"dobj", "dative"}:
        return False  # "told the lawyers that …"
    if m.kind in {"person", "organisation"}:
        named = m.anaphor is None and w.tag[:3] == "NNP"
        return named and (m.kind == "person" or (m.hit is None and m.state is None))
    words = {s[i].lemma for i in range(m.lo, m.hi + 1)}
    if words & lexicon["nouns.counted_thing nouns.thing nouns.official"]:
        return False
    return m.kind == "group" and (m.definite or m.quantity is not None)


def _is_step(s: Sentence, m: Mention, lexicon: Lexicon) -> bool:
    lemma = s[m.head].lemma
    if m.kind in {"state", "place", "organisation", "person", "group"} or lemma in lexicon["nouns.agreement"]:
        return False
    told = lexicon.phrases["retold"]
    steps = lexicon["nouns.sanction nouns.licence"]
    return lemma in steps or any(lemma in told[type_].split() for type_ in _STEPS)
