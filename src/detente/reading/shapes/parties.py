"""Who can sit at a table, hold an office or speak, among the mentions of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from detente.reading.clauses.arguments import subject
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.nouns.mentions import Mention
from detente.reading.parsing.words import Word

_SIDES = frozenset({"person", "state", "organisation", "group"})
_FREEDOM = frozenset({"release", "freedom", "liberation"})
_NAMES = frozenset({"NNP", "NNPS"})
_SAID = frozenset({"ccomp", "parataxis", "dep", "advcl"})
_BESIDE = 9
"""How many words behind an office its holder's name may stand: "its envoy to the talks, Lars Hagen"."""


def parties(scene: Scene, ms: Iterable[Mention]) -> list[Mention]:
    """Those that can sit at a table: persons, states, bodies, groups; a capital is taken for a place."""
    return [m for m in ms if m.kind in _SIDES and m.anaphor not in {"it", "who"} and not m.city]


def partners(scene: Scene, ms: Iterable[Mention]) -> list[Mention]:
    """Like :func:`parties`, of those behind *with* or *between*: there a capital is its government."""
    return [
        m
        for m in ms
        if m.kind in _SIDES and m.anaphor not in {"it", "who"} and (not m.city or m.kind == "state")
    ]


def official(scene: Scene, m: Mention, *, below: bool = True) -> bool:
    """Does it speak of somebody of office: a minister, negotiators, a delegation?

    Args:
        scene: the sentence.
        m: the phrase.
        below: also look at what hangs on its head ("the head of the council").
    """
    words = {scene.s[i].lemma for i in range(max(0, m.lo - below), m.hi + 1)}
    if below:
        words |= {scene.s[i].lemma for i in scene.s.subtree(m.head)}
    if scene.s[m.head].dep == "appos":  # "its envoy, Aurora Lind, who visited"
        words.add(scene.s[scene.s[m.head].head].lemma)
    office = scene.lex["nouns.office"] | (scene.lex["nouns.official"] & scene.lex["nouns.human"])
    return bool(words & office) or bool(m.titles)


def side(scene: Scene, m: Mention) -> bool:
    """Are these several of office, or two bodies: "the ministers", "the two sides", "both delegations"?"""
    head = scene.s[m.head]
    office = head.lemma in scene.lex["nouns.office nouns.official nouns.body"]
    return office and (m.plural or head.tag == "NNS")


def kin(scene: Scene, m: Mention) -> bool:
    """Is somebody spoken of as a relative: "his wife", "Kalina's brother"?"""
    return scene.s[m.head].lemma in scene.lex["nouns.kinship"]


def as_person(scene: Scene, m: Mention) -> Mention:
    """A name that the small model takes for a body, where the sentence has it act as a person."""
    if m.kind == "organisation" and m.anaphor is None and scene.human(m):
        return replace(m, kind="person", human=True)
    return m


def as_place(scene: Scene, m: Mention) -> Mention | None:
    """A place; a bare name behind *in* is one even where no gazetteer knows it."""
    if m.kind in {"state", "place", "facility"} or m.city:
        return m
    head = scene.s[m.head]
    bare = m.kind in {"organisation", "person"} and head.tag == "NNP" and m.lo == m.head and m.hit is None
    behind = head.dep == "pobj" and scene.s[head.head].low in {"in", "near", "outside"} and head.ent != "DATE"
    return replace(m, kind="place", human=False) if bare and behind and not m.titles else None


def speakers(scene: Scene, ms: Iterable[Mention], *, said: bool = False, it: bool = False) -> list[Mention]:
    """Those who can ask, thank or blame.

    Args:
        scene: the sentence.
        ms: who may be one.
        said: are they the subject of a verb of speech? Then a noun that the word lists do not know
            ("the ombudsman") is somebody too; without it only a plural one ("the fans") is.
        it: may *it* be one: a body named before that accuses or urges somebody?
    """
    out: list[Mention] = []
    mute = scene.lex["nouns.thing nouns.sanction"]
    for m in ms:
        head = scene.s[m.head]
        if m.kind in _SIDES and (it or m.anaphor != "it"):
            out.append(m)
        elif m.kind == "topic" and head.lemma not in mute and (said or head.tag == "NNS"):
            out.append(replace(m, kind="group", human=True, plural=head.tag == "NNS"))
    return out


def blames_or_asks(scene: Scene, i: int, rule: Rule | None) -> bool:
    """ "It accused Oslo", "it urged the junta to free them": *it* is a body that blames or asks somebody.

    "It pleased the union" and "it calls for patience" tell of no body.
    """
    objects = scene.s.kids(i, "dobj")
    told = scene.mentions([k.i for k in objects])
    if any(k.lemma in _FREEDOM and scene.s.objects(k.i, {"of"}) for k in objects):
        return True  # "they ask for the freeing of every one of the 30"
    able = any(m.kind in _SIDES and m.anaphor != "i" for m in told)
    return able and (rule is None or rule.shape != "feels")


def saying(scene: Scene, i: int) -> tuple[Word, Word] | None:
    """The verb that reports the clause of a word, and the head of what it reports."""
    s = scene.s
    for below, w in pairwise([s[i], *s.up(i)]):
        if w.tag.startswith("V") and w.lemma in scene.lex["verbs.report"] and below.dep in _SAID:
            return w, below
    return None


def sayer(scene: Scene, i: int) -> list[Mention]:
    """Who is told to say the clause of this word: "…, two officials said"."""
    found = saying(scene, i)
    return speakers(scene, scene.mentions(subject(scene.s, found[0].i)[0]), said=True) if found else []


def in_own_name(scene: Scene, ms: Sequence[Mention], i: int) -> list[Mention]:
    """*I* and *we* are whoever is quoted; everybody else is who they are."""
    if not any(m.anaphor == "i" for m in ms):
        return list(ms)
    said = sayer(scene, i)
    return [*(m for m in ms if m.anaphor != "i"), *said] if said else list(ms)


def named_beside(scene: Scene, m: Mention) -> Mention | None:
    """The person named behind an office: "its envoy to the talks, Lars Hagen,"."""
    s = scene.s
    for w in s.words[m.head + 1 : m.head + _BESIDE]:
        if w.tag not in _NAMES or w.dep not in {"appos", "npadvmod", "dobj", "conj"}:
            continue
        found = scene.ms.at(w.i)
        if found is None or found.lo < m.head + 2 or s[found.lo - 1].tag != ",":
            continue
        if found.kind == "place" and found.hit is None and found.hi > found.lo:
            return replace(found, kind="person", human=True, city=False)  # no place the gazetteer knows
        if as_person(scene, found).kind == "person":
            return as_person(scene, found)
    return None


def of_wrong(scene: Scene, clause: Word) -> bool:
    """ "He is a spy": who is called so is accused of it."""
    s, wrong = scene.s, scene.lex["nouns.wrongdoer"]
    called = [k for k in s.kids(clause.i, "attr") if k.lemma in wrong]
    return (
        bool(called)
        and s.kid(clause.i, "neg") is None
        and any(scene.human(m) for m in scene.mentions([k.i for k in s.kids(clause.i, "nsubj")]))
    )


def aim_parts(scene: Scene, h: int, whole: bool) -> list[tuple[int, int]]:
    """The clause without what is joined to it; the objects of "keeping A and B" each alone."""
    s = scene.s
    objects = [i for k in s.kids(h, "dobj") for i in s.conjuncts(k.i)]
    if not whole and len(objects) > 1:
        end = max(s.subtree(h))
        bounds: list[tuple[int, int]] = []
        for j, o in enumerate(objects):
            lo, hi = s.np(o)
            bounds.append((h if j == 0 else lo, hi if j + 1 < len(objects) else max(hi, end)))
        return bounds
    skip = {j for k in s.kids(h, "conj", "cc", "advcl") for j in s.subtree(k.i)}
    words = [i for i in s.subtree(h) if i not in skip and s[i].tag not in {".", ","}]
    return [(min(words), max(words))]


def in_own_words(scene: Scene, agents: Sequence[Mention], d: Draft) -> None:
    """What somebody judges or threatens is in nobody's words but his."""
    if agents and not d.attribution:
        link = scene.sources.as_link(scene.s, scene.ms, agents[0].head, scene.s[d.trigger].text)
        d.attribution = [link] if link is not None else []


def own_objects(scene: Scene, m: Match, prep: str) -> list[int]:
    """Objects of a preposition that hangs on the trigger itself: "called *on* the council to …"."""
    s = scene.s
    return [
        j
        for k in s.kids(m.args.trigger, "prep", "dative")
        if k.low == prep
        for p in s.kids(k.i, "pobj")
        for j in s.conjuncts(p.i)
    ]
