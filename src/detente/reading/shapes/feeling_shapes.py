"""Shapes of feeling and of what is quoted: "is relieved that …", "'It was a kindness,' he said"."""

from __future__ import annotations

from detente.reading.clauses.arguments import Arguments, subject
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Sentence, Word
from detente.reading.shapes.parties import speakers

_QUOTES = frozenset({"``", "''", '"', "“", "”", "„", "«", "»"})
_SELF = frozenset({"i", "we"})


def _feels(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the union is glad that …", "we are grateful", "remains concerned about": who feels what of a deed."""
    s, w = scene.s, scene.s[a.trigger]
    staying = s[w.head].lemma in {"remain", "feel", "stay", "seem"} and w.dep in {
        "acomp",
        "advcl",
        "xcomp",
        "oprd",
    }
    verb = w if w.tag.startswith("V") and not staying else s[w.head]
    if w.tag.startswith("V") and s.kid(w.i, "auxpass") is None and not staying:
        return "it is a deed, no feeling"
    if any(k.dep == "neg" for k in s.kids(verb.i)):
        return "it is not felt"
    heads = subject(s, verb.i)[0]
    felt = [m for m in speakers(scene, scene.mentions(heads), said=True) if m.anaphor not in {"it", "who"}]
    felt = felt or _says_of_itself(scene, verb)
    return Match(rule, a, felt, _behind(scene, w)) if felt else "nobody feels it"


def _says_of_itself(scene: Scene, verb: Word) -> list[Mention]:
    """ "The fund said it was relieved": *it* is the body that says so."""
    s, above = scene.s, scene.s[verb.head]
    it = any(k.low == "it" for k in s.kids(verb.i, "nsubj", "nsubjpass"))
    if not it or verb.dep != "ccomp" or above.lemma not in scene.lex["verbs.report"]:
        return []
    return [
        m for m in scene.mentions(subject(s, above.i)[0]) if m.kind == "organisation" and m.anaphor is None
    ]


def _behind(scene: Scene, w: Word) -> list[Mention]:
    s = scene.s
    heads = [o.i for k in s.kids(w.i, "prep") for o in s.kids(k.i, "pobj")]
    return scene.mentions(heads[:1])


def _quoted(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "'It was a kindness,' he said": a whole clause in quotes that judges and tells no deed."""
    s = scene.s
    clause = s.kid(a.trigger, "ccomp")
    if clause is None or not _in_quotes(s, clause, a.trigger):
        return "nothing is quoted"
    if _tells_a_deed(scene, clause):
        return "a deed is quoted"
    if clause.lemma != "be" and not _denies(scene, clause):
        return "what is quoted judges nothing"
    people = speakers(scene, scene.mentions(a.agent or [k.i for k in s.kids(a.trigger, "nsubj")]), said=True)
    return Match(rule, a, people, []) if people else "nobody is quoted"


def _in_quotes(s: Sentence, clause: Word, verb: int) -> bool:
    below = [i for i in s.subtree(clause.i) if i != verb]
    lo, hi = below[0], below[-1]
    opened = any(w.tag in {"``"} or w.text in _QUOTES for w in s.words[max(0, lo - 1) : lo + 1])
    closed = any(w.tag in {"''"} or w.text in _QUOTES for w in s.words[hi : hi + 3])
    return opened and closed


def _tells_a_deed(scene: Scene, clause: Word) -> bool:
    """A verb that a rule of deeds listens to; "are", "have" and "see" tell none by themselves."""
    s, lex = scene.s, scene.lex
    for i in s.subtree(clause.i):
        w = s[i]
        if w.tag[:1] == "V" and w.lemma not in lex["lemmas.everyday"] and w.lemma in lex.by_verb:
            return any(r.type not in {"STATEMENT", "COMMIT", "DEMAND"} for r in lex.by_verb[w.lemma])
    return False


def _denies(scene: Scene, clause: Word) -> bool:
    """ "We have sold nobody", "I see no bargain here": the speaker says what was not."""
    s = scene.s
    own = any(k.low in _SELF for k in s.kids(clause.i, "nsubj"))
    none = any(
        k.low in scene.lex["closed.none"] or any(x.low == "no" for x in s.kids(k.i, "det"))
        for k in s.kids(clause.i, "dobj")
    )
    return own and none


FEELING_SHAPES = {"feels": _feels, "quoted": _quoted}
"""Shape → the function that finds who feels or is quoted, or says why the rule does not fit."""
