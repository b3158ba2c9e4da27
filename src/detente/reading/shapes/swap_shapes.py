"""Shapes of exchanges told by their sides: so many one way and so many the other, whom a swap involved."""

from __future__ import annotations

import re

from detente.language.numbers import quantities
from detente.reading.clauses.arguments import Arguments
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Word

_ONE_WAY = re.compile(r"^\W*(?:[\w’-]+\W+){0,6}?(?:in )?one (?:way|direction)\b", re.I)
_MORE = re.compile(
    r"^(?:(?:a|an|the) )?(?:[\w-]+ )?"
    r"(?:more|others?|another|further|second|third|last|next|rest|remaining)\b",
    re.I,
)
_OTHER_WAY = re.compile(r"^\W*(?:[\w’-]+\W+){0,6}?(?:in )?the other\b(?! (?!way|direction)\w)", re.I)
_OWN = re.compile(r"\W*of (?:its|their|his|her|our) own\b", re.I)


def _each_way(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "31 one way, 17 the other": two counts of people, each on its way."""
    s = scene.s
    if any(_swaps(scene, w) for w in s.words):
        return "the verb tells it"
    counts = [q for q in scene.ms.numbers if q.kind == "count" and q.quantity.hi != 0]
    here = s[a.trigger].start - s.start
    one = [q for q in counts if q.end <= here and _ONE_WAY.match(s.text[q.end :])]
    other = [q for q in counts if q.start > here and _OTHER_WAY.match(s.text[q.end :])]
    if not one or not other:
        return "no two counts go each their way"
    people = [_people(scene, *s.at(s.start + q.start, s.start + q.end)) for q in (one[-1], other[0])]
    if not all(p.human for p in people):
        return "things go that way"
    return Match(rule, a, [], people, noun=s[a.trigger])


def _swaps(scene: Scene, w: Word) -> bool:
    return w.tag.startswith("V") and any(r.id == "release.swap" for r in scene.lex.by_verb.get(w.lemma, ()))


def _people(scene: Scene, *words: int) -> Mention:
    """The people or things counted: by their noun, else by the number alone, which may be people."""
    number = scene.ms.number_in(words[0], words[-1])
    for i in range(words[-1] + 1, min(words[-1] + 3, len(scene.s))):
        found = scene.ms.at(i) if scene.s[i].lemma not in {"way", "direction"} else None
        if found is not None and found.head == i and found.lo <= words[0]:
            found.human = scene.human(found)
            return found
    text = scene.s.span_text(words[0], words[-1])
    return Mention(
        words[-1], words[0], words[-1], "group", text, text, text.lower(), human=True, plural=True,
        quantity=number.quantity if number is not None else None, anaphor="number",
    )  # fmt: skip


_FOR_EACH = re.compile(r"\b([\w,]+)-for-[\w,]+\b", re.I)


def for_each(scene: Scene, n: Word) -> list[Mention]:
    """ "The 45-for-45 exchange": so many of one side, whoever they are."""
    lo, hi = scene.s.np(n.i)
    told = _FOR_EACH.search(scene.s.span_text(lo, hi))
    found = quantities(told.group(1)) if told is not None else ()
    if told is None or not found or found[0].quantity.lo is None:
        return []
    text = told.group(1)
    return [Mention(
        n.i, lo, hi, "group", text, text, text.lower(), human=True, plural=True,
        quantity=found[0].quantity, anaphor="number",
    )]  # fmt: skip


def _involves(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "The swap involved nine monks and two nuns": who is given for whom; an exchange of letters is none."""
    s = scene.s
    swaps = [i for i in a.agent if s[i].lemma in scene.lex["nouns.swap"]]
    things = [m for i in swaps for m in scene.mentions(s.objects(i, {"of"})) if not scene.human(m)]
    if not swaps or things:
        return "it is no swap of people"
    people = [m for m in _known_people(scene, a.patient) if m.quantity or m.kind == "person"]
    return Match(rule, a, [], people) if people else "nobody is told to be swapped"


def _known_people(scene: Scene, heads: list[int]) -> list[Mention]:
    """People by name, nation or a noun that means people, or so many of those told before."""
    known = scene.lex["nouns.human"]
    return [
        m
        for m in scene.mentions(heads)
        if _own_people(scene, m)
        or (scene.human(m) and (m.kind == "person" or m.anaphor or m.state or m.noun in known))
    ]


def _own_people(scene: Scene, m: Mention) -> bool:
    """ "received six of its people"."""
    if m.quantity is None or _OWN.match(scene.s.text[scene.s[m.head].end - scene.s.start :]) is None:
        return False
    m.kind, m.human = "group", True
    return True


def _gets_back(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "got nine soldiers back": people by name or by a noun that means people, or so many."""
    people = _known_people(scene, a.patient)
    if a.passive or not people:
        return "nobody is got back"
    keepers = scene.lex["nouns.custodian"]
    takers = [scene.s[i] for m in scene.mentions(a.agent) for i in range(m.lo, m.hi + 1)]
    if scene.s[a.trigger].lemma == "take" and any(w.lemma in keepers for w in takers):
        return "police take back whom they hold again"
    return Match(rule, a, scene.mentions(a.agent), people)


def _with_them(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "The minister is flying back with the three Danes": whom somebody of office takes along."""
    s, lex = scene.s, scene.lex
    office = lex["nouns.office nouns.official"]
    led = [m for m in scene.mentions(a.agent) if any(s[i].lemma in office for i in range(m.lo, m.hi + 1))]
    people = [m for m in scene.mentions(a.preps.get("with", [])) if scene.human(m) and m.noun not in office]
    if a.passive or not led or not people:
        return "nobody of office takes people along"
    return Match(rule, a, led, people)


def _and_next(scene: Scene, m: Mention) -> str:
    """The phrase and the word behind it: "ten more"."""
    return scene.s.span_text(m.lo, min(m.hi + 1, len(scene.s) - 1))


def _more_follow(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "Ten more will follow", "others could follow in May": more of those told before, and nothing else."""
    more = [
        m
        for m in scene.mentions(a.agent)
        if _MORE.search(_and_next(scene, m)) and (m.human or scene.human(m))
    ]
    return Match(rule, a, [], more) if more and not a.passive else "no more people follow"


SWAP_SHAPES = {
    "more_follow": _more_follow,
    "each_way": _each_way,
    "involves": _involves,
    "gets_back": _gets_back,
    "with_them": _with_them,
}
"""Shape → the function that finds those exchanged, or says why the rule does not fit."""
