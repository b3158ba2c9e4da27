"""Who stood between the sides, told by deeds: who helped, played a part, or made it possible."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from detente.reading.clauses.arguments import is_verb, subject
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.nouns.mentions import Mention
from detente.reading.parsing.words import Word
from detente.reading.shapes.drafting import record
from detente.reading.shapes.parties import kin
from detente.records import Filler

_KINDS = frozenset({"state", "organisation", "person"})
_PARTS = frozenset({"role", "part"})
_MEANS = frozenset({"with", "through", "thanks", "to", "by", "of", "after", "under", "following"})
_JOINED = frozenset({"together", "along", "jointly"})


def go_betweens(scene: Scene) -> Iterator[Draft]:
    """Drafts of ATTRIBUTE for mediators by their deeds: states, bodies and persons, never a relative."""
    s, lex = scene.s, scene.lex
    if lex.pattern("bargain_act").search(s.text) is None:
        return
    seen: set[str] = set()
    for w in s.words:
        joined = w.low in lex["verbs.mediated"] and w.i > 1 and s[w.i - 1].text == "-"
        by = scene.ms.at(w.i - 2) if joined else None
        if by is not None and by.text[:1].isupper() and (by.state or by.kind == "organisation"):
            if by.name not in seen:  # "Qatar-mediated talks", "an Omani-brokered truce"
                seen |= {by.name, by.state or by.name}
                yield _mediator(scene, w, by)
            continue
        found = _of_verb(scene, w) if is_verb(w) else _of_noun(scene, w) if w.tag[:2] == "NN" else []
        for m in scene.mentions(found):
            named = m.kind in _KINDS or (m.state is not None and m.noun in lex["nouns.official"])
            if named and m.anaphor is None and m.name not in seen and not kin(scene, m):
                seen.add(m.name)
                yield _mediator(scene, w, m)


def _mediator(scene: Scene, w: Word, m: Mention) -> Draft:
    d = record(scene, "attribute.go_between", "ATTRIBUTE", min(w.i, m.lo), max(w.i, m.hi), sub="role")
    if w.low in scene.lex["verbs.mediated"] and m.kind == "group" and m.state is not None:
        d.add("subject", Filler(m.state, "state"))  # "an Omani-brokered truce"
    else:
        d.put("subject", m)
    d.add("value", Filler("mediator", "value"))
    return d


# ── deeds ──
def _of_verb(scene: Scene, w: Word) -> list[int]:
    """Heads of who did it, where the verb tells a deed that was done for a bargain."""
    s, lex = scene.s, scene.lex
    after = s.text[w.end - s.start :]
    if w.lemma in lex["verbs.helping"] and lex.pattern("helps_along").match(after):
        return _doing(scene, w.i)
    if w.lemma == "intervene" and credited(scene, w):
        return _doing(scene, w.i)
    if w.lemma in lex["verbs.shuttling"] and lex.pattern("to_and_fro").match(after):
        return _doing(scene, w.i)
    if w.lemma == "make" and lex.pattern("made_possible").match(s.span_text(w.i, len(s) - 1)):
        return [*_doing(scene, w.i), *_beside(scene, w.i)]
    if w.lemma in lex["verbs.taking_part"] and lex.pattern("part_in_it").match(after):
        return _doing(scene, w.i)
    if w.lemma in lex["verbs.coordinating"] and lex.pattern("coordinated").search(s.text):
        return _doing(scene, w.i)
    if w.lemma in lex["verbs.serving_as"] and any(
        s[i].lemma in lex["nouns.go_between"] for i in s.objects(w.i, {"as"})
    ):
        return _doing(scene, w.i)
    return []


def _doing(scene: Scene, v: int) -> list[int]:
    """Heads of who does it: behind "thanked X for", X; of a passive, who stands behind *by*."""
    s, args = scene.s, scene.arguments(v)
    if scene.modality.of_verb(s, v).mode != "performed":
        return []
    thanked = credited(scene, s[v])
    if thanked:
        return thanked
    return args.agent if args.passive else subject(s, v)[0]


def credited(scene: Scene, w: Word) -> list[int]:
    """ "X thanked Y for helping (to broker it)", "for its part": heads of Y, who did it."""
    s = scene.s
    if w.dep == "xcomp" and s[w.head].lemma == "help":
        w = s[w.head]
    up = s[w.head] if w.dep in {"pcomp", "pobj"} else None
    over = s[up.head] if up is not None and up.low == "for" else None
    if over is None or over.lemma not in scene.lex["verbs.crediting"]:
        return []
    if scene.arguments(over.i).passive:
        return subject(s, over.i)[0]
    return [j for k in s.kids(over.i, "dobj") for j in s.conjuncts(k.i)]


def _beside(scene: Scene, v: int) -> list[int]:
    """ "… possible together with X", "who, along with X, made it possible": heads of X."""
    s = scene.s
    found = (k for i in s.subtree(v) for k in s.kids(i, "prep") if k.low == "with" and k.i > 0)
    beside = [p.i for k in found if s[k.i - 1].low in _JOINED for p in s.kids(k.i, "pobj")]
    return [j for i in beside for j in s.conjuncts(i)]


# ── help and parts by their nouns ──
def _of_noun(scene: Scene, w: Word) -> list[int]:
    """ "with the help of X", "with Kenyan mediation", "thanked X for its part in the swap"."""
    s, lex = scene.s, scene.lex
    if w.low == "thanks" and w.i + 1 < len(s) and s[w.i + 1].low == "to":
        found = scene.mentions(s.objects(w.i, {"to"}) or s.objects(w.i + 1, {"to"}))
        return [m.head for m in found if lex.pattern("envoy").search(s.span_text(w.i, m.hi))]
    good = w.low == "offices" and s[w.i - 1].low == "good"
    help_ = good or w.lemma in lex["nouns.mediation"]
    if not help_ and w.lemma not in _PARTS:
        return []
    up = s[w.head] if w.dep == "pobj" else None
    if up is not None and (thanked := credited(scene, w)):
        told = w.lemma == "mediation" or lex.pattern("part_in_it").match(s.span_text(w.i, len(s) - 1))
        return thanked if told else []
    own = [k for k in s.kids(w.i, "poss") if k.low in {"its", "their", "our", "his", "her"}]
    if own and w.lemma == "mediation" and scene.modality.of_noun(s, w.i).mode == "performed":
        verb = s.verb_of(w.i)
        return subject(s, verb)[0] if verb is not None else []
    if not help_ or up is None or up.low not in _MEANS:
        return []
    verb = s.verb_of(w.i)
    if verb is not None and scene.modality.of_verb(s, verb).mode != "performed":
        return []
    owners = chain(s.kids(w.i, "poss", "amod", "compound", "nmod"))
    named = [k.i for k in owners if (m := scene.ms.at(k.i)) is not None and m.kind in _KINDS]
    return [*named, *s.objects(w.i, {"of", "from"})]
