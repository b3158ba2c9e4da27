"""Lists under a line that says what is told of them: "Freed by Osmia:" and then a line for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.reading.clauses.arguments import is_verb
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.clauses.stand import Stand
from detente.reading.frames.people import members
from detente.reading.lexicon import Rule
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Word
from detente.records import Filler

LISTED = frozenset({"RELEASE", "CLEMENCY", "DETAIN", "TRANSFER"})
LONGEST = 12
"""Words of a line that opens a list; a longer one is a sentence of its own."""
_BULLET = re.compile(r"\n[ \t]*(?:[-–—•*·]|\d{1,2}[.)])[ \t\u00a0]*$")
_LIST = re.compile(r":[ \t]*\n+[ \t]*(?:[-–—•*·]|\d{1,2}[.)])")
_LEFT = re.compile(r"\bleft (?:behind|in|inside|at|on|out|off)\b", re.I)


def has_list(text: str) -> bool:
    """Does a line end in a colon, with a bullet or a number opening the next?

    >>> has_list("Freed by Osmia:\\n- two nuns"), has_list("It said: no.")
    (True, False)
    """
    return _LIST.search(text) is not None


def listed(text: str, scenes: Sequence[Scene]) -> Iterator[Draft]:
    """Drafts for the lines of lists, by the verb of the line that opens each.

    Args:
        text: of the article; line breaks and bullets are looked for in it.
        scenes: its sentences in order.
    """
    told: tuple[Rule, list[Mention]] | None = None
    for scene in scenes:
        if not _begins_line(text, scene.s.start):
            told = _opening(scene)
        elif told is not None:
            yield from _line(scene, *told)


def _begins_line(text: str, start: int) -> bool:
    """Does a bullet or a number stand between the sentence and the line break before it?"""
    return _BULLET.search(text[max(0, start - 12) : start]) is not None


def _opening(scene: Scene) -> tuple[Rule, list[Mention]] | None:
    """What a line that ends in a colon says of those below it, and who does it."""
    s = scene.s
    if len(s) > LONGEST or not s.text.rstrip().endswith(":"):
        return None
    wished = scene.lex["verbs.want verbs.demand verbs.hope"]
    if _LEFT.search(s.text) or any(is_verb(w) and w.lemma in wished for w in s.words):
        return None  # "relatives of those freed want these released as well:"
    by = [j for w in s.words if w.low == "by" for k in s.kids(w.i, "pobj") for j in s.conjuncts(k.i)]
    for w in s.words:
        participle = w.tag in {"VBN", "VBD"} or (w.tag == "VB" and w.i == 0)  # "Let go by Osmia:"
        if not is_verb(w) or not participle or s.kid(w.i, "aux", "neg") is not None:
            continue  # "to be freed:", "not freed:"
        if _does_it(scene, w) or _not_told(scene, w):
            continue  # "who held them:", "these the union wants freed:"
        if any(k.lemma in scene.lex["nouns.thing nouns.utterance nouns.roster"] for k in s.kids(w.i, "dobj")):
            continue  # "released the following names:"
        after = s.span_text(w.i + 1, len(s) - 1) if w.i + 1 < len(s) else ""
        for rule in scene.lex.by_verb.get(w.lemma, ()):
            if rule.type not in LISTED or rule.mode == "denied" or w.lemma == "be":
                continue  # "those who were not freed:"
            if rule.then is None or rule.then.search(after):
                return rule, scene.mentions(by or scene.arguments(w.i).agent)
    return None


def _does_it(scene: Scene, w: Word) -> bool:
    """ "*Who* held them:", "those *who* arrested the nine:": the list is of those who did it."""
    s = scene.s
    who = any(k.tag in {"WP", "WDT"} for k in s.kids(w.i, "nsubj"))
    return who and s.kid(w.i, "dobj") is not None and s.kid(w.i, "auxpass") is None


def _not_told(scene: Scene, w: Word) -> bool:
    """ "Others the union wants *freed*:"; "Let go by Osmia:" is no order."""
    return w.tag != "VB" and scene.modality.of_verb(scene.s, w.i).mode not in {"performed", "background"}


def _line(scene: Scene, rule: Rule, agents: list[Mention]) -> Iterator[Draft]:
    """The people that a line opens with, where it is no sentence of its own."""
    s = scene.s
    root = next((w for w in s.words if w.dep == "ROOT"), None)
    people = scene.ms.at(root.i) if root is not None and root.tag.startswith(("NN", "CD")) else None
    if root is None or people is None or not scene.human(people):
        return
    d = Draft(
        rule.id, rule.type, s, scene.ms, root.i, people.lo, people.hi,
        sub=rule.sub, source=rule, stand=Stand(), nominal=True,
    )  # fmt: skip
    d.put("people", people)
    d.quantity = people.quantity
    for a in agents:
        d.add(rule.agent_role, Filler(a.name, a.kind, None, True))
    members(scene, d, [people])
    yield d
