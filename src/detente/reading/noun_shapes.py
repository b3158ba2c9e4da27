"""Shapes of events told as nouns: whose release, which sanctions, talks between whom."""

from __future__ import annotations

import re

from detente.reading.arguments import Arguments, subject
from detente.reading.lexicon import Rule
from detente.reading.sanction_shapes import SANCTION_SHAPES
from detente.reading.scene import Match, Scene


def _noun(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the release of X by Y", "X's release", "his arrest", "prisoner releases"."""
    s, n = scene.s, scene.s[a.trigger]
    if n.dep == "compound" and s[n.head].low != "home":
        return "the noun only names another"
    chain = [n.i, *([n.head] if n.dep == "compound" else []), *(k.i for k in s.kids(n.i, "npadvmod"))]
    while s[chain[-1]].dep == "conj" and s[s[chain[-1]].head].tag.startswith("NN"):
        chain.append(s[chain[-1]].head)
    for k in s.kids(n.i, "conj"):
        chain.append(k.i)
    patients: list[int] = []
    agents: list[int] = []
    for c in chain:
        for k in s.kids(c, "prep", "agent"):
            objects = [j for p in s.kids(k.i, "pobj") for j in s.conjuncts(p.i)]
            if (
                k.low in {"of", "for"}
                and (c == n.i or not patients or n.dep == "compound")
                and not (k.low == "for" and rule.type not in {"CLEMENCY"})
            ):
                patients += objects
            elif k.low == "by":
                agents += objects
            for o in objects:
                agents += [
                    j
                    for b in s.kids(o, "prep")
                    if b.low == "by"
                    for p in s.kids(b.i, "pobj")
                    for j in s.conjuncts(p.i)
                ]
        for k in s.kids(c, "poss"):
            owner = scene.ms.at(k.i)
            if owner is not None and c == n.i and (scene.human(owner) or owner.kind == "person"):
                patients += [j for j in s.conjuncts(k.i)] if not patients else []
            elif owner is not None and owner.kind in {"state", "organisation"}:
                agents.append(k.i)
    compound = [k.i for k in s.kids(n.i, "compound", "nmod", "amod") if k.lemma in scene.lex["nouns.human"]]
    if not patients and compound:
        if n.tag == "NNS" or (n.dep in {"pobj"} and s.kid(n.i, "det", "poss") is None):
            return "releases in general are spoken of"
        patients = compound[-1:]
    if not patients and not rule.patient_optional:
        return "it does not say whose"
    up = s[n.head] if n.dep == "conj" else n
    over = s[s[up.head].head] if up.dep == "pobj" and s[up.head].low in {"on", "about", "over"} else None
    if over is not None and (over.lemma in scene.lex["nouns.talk"] or over.tag.startswith("V")):
        return "it is only spoken about"
    verb = s.verb_of(n.i)
    if (
        not agents
        and verb is not None
        and s[verb].lemma
        in {
            "order",
            "announce",
            "approve",
            "sign",
            "grant",
            "secure",
            "authorise",
            "authorize",
            "negotiate",
            "win",
            "complete",
            "decree",
            "allow",
            "consider",
            "plan",
            "promise",
            "propose",
            "issue",
            "offer",
        }
        and n.dep in {"dobj", "conj"}
    ):
        own = s[verb].lemma in {
            "order",
            "approve",
            "sign",
            "grant",
            "authorise",
            "authorize",
            "decree",
            "allow",
        }
        own = own or (
            rule.type == "CLEMENCY"
            and s[verb].lemma in {"announce", "consider", "plan", "promise", "propose", "issue", "offer"}
        )
        agents = subject(s, verb)[0] if own else []
    return Match(rule, a, scene.mentions(agents), scene.mentions(patients), noun=n)


def _term_noun(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "a sentence of 26 years", "his 25-year sentence"."""
    s, n = scene.s, scene.s[a.trigger]
    below = s.subtree(n.i)
    text = s.span_text(below[0], below[-1])
    if not re.search(r"\b(?:\d[\d.]*|\w+)[- ](?:years?|months?)\b|\blife\b", text):
        return "no term is told"
    owners = [k.i for k in s.kids(n.i, "poss")]
    verb = s.verb_of(n.i)
    if not owners and verb is not None:
        owners = subject(s, verb)[0]
    return Match(rule, a, [], scene.mentions(owners), noun=n)


def _swap_noun(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "a prisoner swap", "the exchange of prisoners with Russia", "a swap for X"."""
    s, n = scene.s, scene.s[a.trigger]
    below = s.span_text(s.subtree(n.i)[0], s.subtree(n.i)[-1])
    if n.dep == "compound" or not re.search(r"\b(prisoners?|hostages?|detainees?|captives?|for)\b", below):
        return "it does not say that people were swapped"
    verb = s.verb_of(n.i)
    done = (
        verb is not None
        and n.dep in {"dobj", "nsubjpass", "nsubj"}
        and s[verb].lemma
        in {
            "complete",
            "carry",
            "conduct",
            "hold",
            "confirm",
            "finish",
            "take",
            "stage",
            "execute",
            "make",
            "announce",
            "report",
            "deny",
            "plan",
            "expect",
            "see",
            "happen",
            "occur",
            "go",
            "begin",
        }
    )
    if (
        verb is not None
        and n.dep == "nsubj"
        and s[verb].lemma == "be"
        and re.search(
            r"^\W*(?:\w+ )?(?:in progress|under ?way|complete)",
            s.span_text(verb + 1, len(s) - 1) if verb + 1 < len(s) else "",
        )
    ):
        done = True
    if not done:
        return "the swap is only referred to"
    agents = subject(s, verb)[0] if verb is not None and n.dep == "dobj" else []
    between = [
        j
        for k in s.kids(n.i, "prep")
        if k.low in {"between", "with"}
        for p in s.kids(k.i, "pobj")
        for j in s.conjuncts(p.i)
    ]
    people = [k.i for k in s.kids(n.i, "compound", "nmod") if k.lemma in scene.lex["nouns.held"]] or [
        p.i for k in s.kids(n.i, "prep") if k.low == "of" for p in s.kids(k.i, "pobj")
    ]
    parties = [m for m in scene.mentions(agents + between) if m.kind in {"state", "organisation"}]
    return Match(rule, a, parties, scene.mentions(people), noun=n)


def _not_on_list(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "X was not on the list", "missing from the list are X", "would not include X", "X is not"."""
    s, w = scene.s, scene.s[a.trigger]
    text = s.text
    negated = any(k.dep == "neg" or k.low in {"not", "n't", "n’t", "never"} for k in s.kids(w.i))
    listed = re.search(
        r"\b(?:on|from|in) (?:the|that|this|his|their) (?:list|group|deal|exchange|swap|release|pardon)\b|\bamong (?:them|those|the (?:freed|released))\b",
        text,
        re.I,
    )
    if w.lemma == "include" and negated and not any(m.anaphor == "it" for m in scene.mentions(a.agent)):
        return Match(rule, a, [], scene.mentions(a.patient))
    if (
        w.lemma == "leave"
        and a.passive
        and re.search(r"\bout of (?:the|this) (?:deal|swap|exchange|list)", text)
    ):
        return Match(rule, a, [], scene.mentions(a.patient))
    if w.lemma in {"miss", "be"} and re.search(
        r"^\W*(?:missing|absent) from (?:the|this|that) (?:list|group|deal|exchange|swap)", text, re.I
    ):
        heads = [k.i for k in s.kids(w.i if w.lemma == "be" else w.head, "nsubj", "attr", "dobj")]
        return Match(rule, a, [], scene.mentions([j for h in heads for j in s.conjuncts(h)]))
    if w.lemma == "be" and negated and listed:
        return Match(rule, a, [], scene.mentions(a.agent))
    return "nobody is told to be left out"


def _in_custody(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "in custody since 2020", "had been in detention for three years", "spent years in prison"."""
    s, n = scene.s, scene.s[a.trigger]
    prep = s[n.head] if n.dep == "pobj" else None
    if prep is None or prep.low not in {"in", "behind"}:
        return "nobody is told to be in it"
    tail = s.span_text(n.i, len(s) - 1)
    lead = s.span_text(max(0, prep.i - 6), prep.i)
    length = re.search(r"\b(?:years?|months?|weeks?|days?)\b[^,;]*$", lead)
    if (
        not re.search(
            r"^\w+ (?:since|for (?:more than |over |almost |nearly |about |at least )?\w+ (?:\w+ )?(?:years?|months?|weeks?|days?))\b",
            tail,
        )
        and not length
    ):
        return "it does not say since when"
    above = s[prep.head]
    if above.tag.startswith("V"):
        heads, _ = subject(s, above.i)
        before = [w.i for w in s.words if w.i < prep.i and w.tag == "NNP"]
        if prep.i and s[prep.i - 1].tag == "," and before:
            heads = before[-1:]
    else:
        heads = [above.i]
    return Match(rule, a, [], scene.mentions(heads), noun=n)


def _deal_for(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "a deal for 33 hostages and up to 1,650 prisoners": what is agreed, not yet done."""
    s, n = scene.s, scene.s[a.trigger]
    heads = [
        j
        for k in s.kids(n.i, "prep")
        if k.low == "for"
        for p in s.kids(k.i, "pobj")
        for j in s.conjuncts(p.i)
    ]
    more = [
        w.i
        for w in s.words
        if heads
        and w.i > heads[-1]
        and w.tag == "NNS"
        and w.lemma in scene.lex["nouns.human"]
        and w.i - heads[-1] < 9
    ]
    people = [m for m in scene.mentions(heads + more) if m.quantity is not None and scene.human(m)]
    return Match(rule, a, [], people, noun=n) if people else "it is no deal for people"


def _recount(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the ministry spoke of 145 detainees", "a charity counted 128", "a pastor put it at 100"."""
    s = scene.s
    lemma = s[a.trigger].lemma
    heads = {
        "speak": a.preps.get("of", []),
        "count": a.patient,
        "cite": a.patient,
        "tally": a.patient,
        "give": [],
        "put": a.preps.get("at", []),
    }.get(lemma, [])
    if a.passive or not a.agent:
        return "nobody counts"
    people = [m for m in scene.mentions(heads) if m.quantity is not None and m.kind == "group"]
    if lemma == "put" and not people:
        found = [
            q
            for q in scene.ms.numbers
            if q.kind == "count"
            and q.start + s.start > s[a.trigger].end
            and re.search(r"\bat\W+[\w ]*$", s.text[: q.start])
        ]
        heads = s.at(s.start + found[0].start, s.start + found[0].end) if found else []
        people = [m for m in scene.mentions(heads[-1:]) if m.quantity is not None]
    return Match(rule, a, scene.mentions(a.agent), people) if people else "no number of people is told"


NOUN_SHAPES = {
    "in_custody": _in_custody, "deal_for": _deal_for, "recount": _recount,
    "noun": _noun, "term_noun": _term_noun, "swap_noun": _swap_noun, "not_on_list": _not_on_list,
    **SANCTION_SHAPES,
}  # fmt: skip
"""Shape → the function that finds agent and patient, or says why the rule does not fit."""
