"""Shapes of events told as nouns: whose release, which sanctions, talks between whom."""

from __future__ import annotations

import re

from detente.reading.clauses.arguments import Arguments, subject
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Sentence, Word
from detente.reading.shapes.sanction_shapes import SANCTION_SHAPES
from detente.reading.shapes.still_held import counted_inside
from detente.reading.shapes.swap_shapes import for_each
from detente.reading.shapes.term_shapes import term_noun

_PASSES = frozenset({"spend", "pass", "endure", "suffer"})
_OF_PEOPLE = re.compile(r"\b(prisoners?|hostages?|detainees?|captives?|for)\b")
_UPON = frozenset({"on", "upon", "after", "since", "following"})
_UNDER_WAY = re.compile(r"^\W*(?:\w+ )?(?:in progress|under ?way|complete)")
_LISTED = re.compile(
    r"\b(?:on|from|in|aboard) "
    r"(?:the|that|this|his|their|any|either|both|(?:any|either|one) of (?:the|these|those)) "
    r"(?:lists?|group|deal|exchange|swap|release|pardon|bus|plane|flight|jet|convoy|ferry|train)\b"
    r"|\bpart of (?:th\w+|any) (?:[\w-]+ )?(?:exchange|swap|release|pardon|amnesty|arrangement|agreement)\b"
    r"|\bamong (?:them|those|the (?:freed|released|liberated|exchanged|swapped|pardoned|amnestied))\b",
    re.I,
)
_LEFT_OUT = re.compile(r"\b(?:out of|off) (?:the|this) (?:deal|swap|exchange|list|pardon|amnesty|release)\b")
_SINCE = re.compile(
    r"^\w+ (?:(?:in|of|at) (?:[A-Z][\w'’-]+ ){1,3})?"
    r"(?:since|for (?:more than |over |almost |nearly |about |at least )?\w+ (?:\w+ )?"
    r"(?:years?|months?|weeks?|days?))\b"
)


def _noun(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the release of X by Y", "X's release", "his arrest", "prisoner releases"."""
    s, n = scene.s, scene.s[a.trigger]
    if n.dep == "compound" and s[n.head].low not in {"home", "order", "decree"}:
        return "the noun only names another"
    goes_on = n.dep in {"nsubj", "nsubjpass", "dobj"} and s[n.head].lemma in scene.lex["lemmas.lasting"]
    if rule.type == "DETAIN" and goes_on:
        return "it goes on, and is no new one"
    patients, agents = _parties(scene, rule, n)
    let_out = [] if patients else _released_on(scene, rule, n)
    patients = patients or let_out
    named = [k for k in s.kids(n.i, "compound", "nmod", "amod") if k.lemma in scene.lex["nouns.human"]]
    general = "JJ" if rule.patient_optional else "-"  # "a general amnesty"
    compound = [k.i for k in named if k.tag[:2] != general]
    if not patients and compound:
        if n.tag == "NNS" or (n.dep in {"pobj"} and s.kid(n.i, "det", "poss") is None):
            return "releases in general are spoken of"
        patients = compound[-1:]
    if not patients and not rule.patient_optional:
        return "it does not say whose"
    given = s.kids(n.head, "dative", "nsubjpass") if n.dep == "dobj" and not patients else []
    if given and (given[0].dep == "nsubjpass" or s[n.head].lemma in {"grant", "give", "hand", "award"}):
        return "its verb tells who is given it"  # "who were granted amnesty"
    patients = patients or [j for k in given for j in s.conjuncts(k.i)]  # "promised the miners amnesty"
    if n.dep == "nsubj" and s[n.head].lemma in scene.lex["verbs.report"] and not patients:
        return "it tells nothing itself"  # "an amnesty is not planned, the minister told parliament"
    if not patients and n.dep == "pobj" and s[n.head].low in {"in", "under", "from", "by", "since", "after"}:
        return "it is only referred to"
    if not let_out and _spoken_about(scene, n):
        return "it is only spoken about"
    return Match(
        rule, a, scene.mentions(agents or _who_orders(scene, rule, n)), scene.mentions(patients), noun=n
    )


def _mass_noun(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "called *the mass freeing* a step": of many people, whoever they are; "a mass release" may be none."""
    s, n = scene.s, scene.s[a.trigger]
    many = any(k.low in scene.lex["nouns.en_masse"] for k in s.kids(n.i, "amod", "compound", "nmod"))
    if not many or not any(k.low in {"the", "this"} for k in s.kids(n.i, "det")):
        return "it is no release of many that is known"
    if n.dep == "compound" or any(k.low in {"of", "by"} for k in s.kids(n.i, "prep", "agent")):
        return "it says whose, or by whom"
    if n.dep == "pobj" or _spoken_about(scene, n):
        return "it is only referred to"
    if n.dep == "nsubj" and s[n.head].lemma == "be":
        return "what it is may be nothing: a rumour, off"
    return Match(rule, a, [], [], noun=n)


def _chain(s: Sentence, n: Word) -> list[int]:
    """The noun with those it is joined to: "the pardon and release of 123"."""
    chain = [n.i, *([n.head] if n.dep == "compound" else []), *(k.i for k in s.kids(n.i, "npadvmod"))]
    while s[chain[-1]].dep == "conj" and s[s[chain[-1]].head].tag.startswith("NN"):
        chain.append(s[chain[-1]].head)
    return chain + [k.i for k in s.kids(n.i, "conj") if not s.objects(k.i, {"by"})]


def _parties(scene: Scene, rule: Rule, n: Word) -> tuple[list[int], list[int]]:
    """Heads of those it befalls (behind *of*, or who owns it), and of those who do it (behind *by*)."""
    s = scene.s
    patients: list[int] = []
    agents: list[int] = []
    turn = next((k.i for k in s.kids(n.i, "conj") if counted_in_turn(scene, k.i)), len(s))
    for c in _chain(s, n):
        for k in s.kids(c, "prep", "agent"):
            objects = [j for p in s.kids(k.i, "pobj") for j in s.conjuncts(p.i)]
            paper = n.dep == "compound" and c == n.head
            whose = k.low == "of" or (k.low in {"for", "to"} and (rule.type == "CLEMENCY" or paper))
            if whose and (c == n.i or not patients or n.dep == "compound"):
                patients += objects
            elif k.low == "by" and k.i < turn:  # "… and two Danes by Chad" are let go by others
                agents += [j for j in objects if s[j].lemma not in scene.lex["lemmas.reckoning"]]
            agents += [j for o in objects for j in s.objects(o, {"by"})]
        if rule.type == "RELEASE" and c == n.i and not patients:
            patients += _behind_its_places(scene, n)
        if rule.type == "CLEMENCY" and c == n.i and n.dep == "dobj" and not patients:
            patients += s.objects(n.head, {"for"})  # "passed an amnesty for 300 peasants", tied to the verb
        for k in s.kids(c, "poss"):
            owner = scene.ms.at(k.i)
            if owner is not None and rule.type == "CLEMENCY" and (patients or _may_grant(scene, owner)):
                agents.append(k.i)
            elif owner is not None and c == n.i and (scene.human(owner) or owner.kind == "person"):
                patients += s.conjuncts(k.i) if not patients else []
            elif owner is not None and owner.kind in {"state", "organisation"}:
                agents.append(k.i)
    return patients, agents


def counted_in_turn(scene: Scene, i: int) -> bool:
    """ "The release of nine Danes by Chad and *two Chadians* by Norway": so many more, and no deed."""
    m = scene.ms.at(i)
    return m is not None and m.kind == "group" and m.quantity is not None and scene.human(m)


def _may_grant(scene: Scene, m: Mention) -> bool:
    """ "The king's pardon": by office it is theirs to grant; not a former one's."""
    past = any(w.low in scene.lex["nouns.of_old"] for w in scene.s.words[m.lo : m.head + 1])
    words = {m.noun, *(t.lower() for t in m.titles)}
    return not past and bool(words & scene.lex["nouns.granter"])


def _behind_its_places(scene: Scene, n: Word) -> list[int]:
    """ "the release from a Dorn prison on 3 May of the nun Ira Holt": *of* hangs on what stands between."""
    s = scene.s
    prisons = s.objects(n.i, {"from"})
    if not prisons:
        return []
    verb = s.verb_of(n.i)
    times = [o.i for w in s.words[n.i : n.i + 12] if w.low in {"on", "in"} for o in s.kids(w.i, "pobj")]
    over = [*times, *([verb] if verb is not None else []), *prisons]
    heads = [j for i in over for j in s.objects(i, {"of"}) if j > n.i]
    return [m.head for m in scene.mentions(heads) if m.kind == "person" or scene.human(m)]


def _released_on(scene: Scene, rule: Rule, n: Word) -> list[int]:
    """ "was met by friends on release from jail": with no owner it is the release of the subject."""
    s = scene.s
    verb = s.verb_of(n.i)
    if rule.type != "RELEASE" or n.dep != "pobj" or s[n.head].low not in _UPON or verb is None:
        return []
    if s.kid(n.i, "det", "poss", "compound", "amod") is not None:
        return []
    found = [(i, m) for i in subject(s, verb)[0] if (m := scene.ms.at(i)) is not None]
    return [i for i, m in found if m.kind == "person" or (m.human and m.quantity is not None)]


def _spoken_about(scene: Scene, n: Word) -> bool:
    """ "talks on the release": a subject of talk, no event."""
    s = scene.s
    up = s[n.head] if n.dep == "conj" else n
    if up.dep != "pobj" or s[up.head].low not in {"on", "about", "over"}:
        return False
    over = s[s[up.head].head]
    own = s.kid(n.i, "poss")
    if s[up.head].low == "on" and up.i < over.i and own is not None and own.tag == "PRP$":
        return False  # "On his release, X went to Oslo": when he was out
    settled = over.lemma in scene.lex["verbs.agree"] or _accord_reached(scene, over)
    paper = over if over.tag.startswith("NN") else s.kid(over.i, "dobj")
    settled = settled or (paper is not None and paper.lemma in scene.lex["nouns.order_paper"])
    return over.lemma in scene.lex["nouns.talk"] or (over.tag.startswith("V") and not settled)


def _accord_reached(scene: Scene, verb: Word) -> bool:
    """ "An agreement was reached on the release of nine": it is to come, and no mere topic."""
    accords = scene.lex.modes["noun_governors"]["agreed"]
    return verb.lemma in {"reach", "sign", "strike", "conclude"} and any(
        k.lemma in accords for k in scene.s.kids(verb.i, "nsubjpass", "dobj")
    )


def _who_orders(scene: Scene, rule: Rule, n: Word) -> list[int]:
    """ "ordered the release", "announced a pardon": who orders it does it, who agrees to it will."""
    verb = scene.s.verb_of(n.i)
    paper = scene.s.kid(verb, "dobj") if verb is not None and n.dep == "pobj" else None
    by_paper = paper is not None and paper.i < n.i and paper.lemma in scene.lex["nouns.order_paper"]
    lemma, lex = scene.s[verb].lemma if verb is not None else "", scene.lex
    agreed = n.dep == "pobj" and scene.s[n.head].low == "to" and lemma in lex["verbs.agree"]
    if verb is None or not (by_paper or agreed or n.dep in {"dobj", "conj"}):
        return []
    own = (
        agreed
        or lemma in lex["verbs.promise"]
        or lemma in lex["lemmas.releasing"]
        or (rule.type in {"CLEMENCY", "DIPLOMATIC_STEP"} and lemma in lex["lemmas.pardoning"])
    )
    return subject(scene.s, verb)[0] if own else []


def _swap_noun(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "a prisoner swap", "the exchange of prisoners with Russia", "a swap for X"."""
    s, n = scene.s, scene.s[a.trigger]
    below = s.subtree(n.i)
    if n.dep == "compound" or not _OF_PEOPLE.search(s.span_text(below[0], below[-1])):
        return "it does not say that people were swapped"
    verb = s.verb_of(n.i)
    if verb is None or not _swap_told(scene, n, verb):
        return "the swap is only referred to"
    heads = subject(s, verb)[0] if n.dep == "dobj" else []
    heads += s.objects(n.i, {"between", "with"})
    held = [k.i for k in s.kids(n.i, "compound", "nmod") if k.lemma in scene.lex["nouns.held"]]
    people = held or [p.i for k in s.kids(n.i, "prep") if k.low == "of" for p in s.kids(k.i, "pobj")]
    parties = [m for m in scene.mentions(heads) if m.kind in {"state", "organisation"}]
    return Match(rule, a, parties, scene.mentions(people) or for_each(scene, n), noun=n)


def _swap_told(scene: Scene, n: Word, verb: int) -> bool:
    """Is the swap what the clause tells: "completed a swap", "a swap is under way"?"""
    s, led_to = scene.s, {("lead", "to"), ("result", "in")}
    told = n.dep in {"dobj", "nsubjpass", "nsubj"} and s[verb].lemma in scene.lex["lemmas.swapping"]
    if told or (n.dep == "pobj" and (s[verb].lemma, s[n.head].low) in led_to):
        return True
    after = s.text[s[verb].end - s.start :]
    return n.dep == "nsubj" and s[verb].lemma == "be" and _UNDER_WAY.search(after) is not None


def _not_on_list(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "X was not on the list", "missing from the list are X", "would not include X", "X is not"."""
    s, w = scene.s, scene.s[a.trigger]
    negated = any(k.dep == "neg" or k.low in {"not", "n't", "n’t", "never"} for k in s.kids(w.i))
    if w.lemma == "include" and negated and not any(m.anaphor == "it" for m in scene.mentions(a.agent)):
        return Match(rule, a, [], scene.mentions(a.patient))
    nobody = any(m.negative for m in scene.mentions(a.patient))
    graced = any(s[i].lemma in scene.lex["nouns.grace"] for i in a.preps.get("in", []))
    if w.lemma == "include" and a.passive and (negated or nobody) and not graced:
        return Match(rule, a, [], scene.mentions(a.patient))
    if w.lemma == "leave" and a.passive and _LEFT_OUT.search(s.text):
        return Match(rule, a, [], scene.mentions(a.patient))
    if w.lemma in {"miss", "be"} and w.dep != "relcl" and scene.lex.pattern("missing_from").search(s.text):
        heads = [k.i for k in s.kids(w.i if w.lemma == "be" else w.head, "nsubj", "attr", "dobj")]
        out = scene.mentions([j for h in heads for j in s.conjuncts(h)])
        return Match(rule, a, [], out) if out else "nobody is told to be left out"
    opened = s[0].low in {"not", "nor", "never"}  # "Not on the list was X"
    beside = any(
        k.low == "with" and k.i > w.i for k in s.kids(w.i, "prep")
    )  # "he was not with her": on the plane
    listed = _LISTED.search(s.text) if w.lemma == "be" and (negated or opened) and not beside else None
    if listed is not None:
        if s.start + listed.start() > w.start:
            a.used |= {*s.at(s.start + listed.start(), s.start + listed.end())}
        behind = [j for k in s.kids(w.i, "attr") for j in (k.i, *(x.i for x in s.kids(k.i, "appos")))]
        return Match(rule, a, [], scene.mentions(a.agent or (behind if opened else [])))
    return "nobody is told to be left out"


def _in_custody(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "in custody since 2020", "had been in detention for three years", "spent years in prison"."""
    s, n = scene.s, scene.s[a.trigger]
    prep = s[n.head] if n.dep == "pobj" else None
    under = prep is not None and prep.low == "under" and n.lemma == "arrest"
    if prep is None or not (under or prep.low in {"in", "behind"}):
        return "nobody is told to be in it"
    tail = s.span_text(n.i, len(s) - 1)
    lead = s.span_text(max(0, prep.i - 6), prep.i)
    length = re.search(r"\b(?:years?|months?|weeks?|days?)\b(?:(?!\b(?:is|are|was|were)\b)[^,;])*$", lead)
    if not length and not _SINCE.search(tail):
        return "it does not say since when"
    above = s[prep.head]
    lasted = above.dep == "pobj" and s[above.head].low in {"after", "following"}
    lasted = lasted or (above.dep == "dobj" and s[above.head].lemma in _PASSES)
    if lasted and above.lemma in scene.lex["nouns.span"] and (verb := s.verb_of(above.i)) is not None:
        above = s[verb]  # "was flown home after 19 months in a jail"
    if above.tag.startswith("V"):
        if _yet_to_come(scene, above):
            return "it tells what may come"
        heads, _ = subject(s, above.i)
        before = [w.i for w in s.words if w.i < prep.i and w.tag == "NNP"]
        if prep.i and s[prep.i - 1].tag == "," and before:
            heads = before[-1:]
    else:
        heads = [above.i]
    return Match(rule, a, [], scene.mentions(heads), noun=n)


def _yet_to_come(scene: Scene, verb: Word) -> bool:
    """ "faces ten years in prison", "could spend years in jail", "may end up spending them there"."""
    s, lex = scene.s, scene.lex
    above = s[verb.head] if verb.dep == "xcomp" else verb
    helpers = {k.low for v in (verb, above) for k in s.kids(v.i, "aux")}
    done = bool(helpers & {"have", "has", "had"})  # "will have spent six years there"
    feared = {verb.lemma, above.lemma} & lex["lemmas.fearing"]
    return bool(feared) or (not done and bool(helpers & lex["closed.to_come"]))


def _deal_for(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "a deal for nine hostages and up to 200 prisoners": what is agreed, not yet done."""
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
        "give": [],
        "say": _number_alone(s, a.trigger),
        "put": a.preps.get("at", []),
    }.get(lemma, a.patient)
    if a.passive or not any(_tells(scene, m) for m in scene.mentions(a.agent)):
        return "nobody counts"
    if s[a.trigger].dep == "relcl" and s[s[a.trigger].head].tag in {"NNS", "NNPS"}:
        return "it counts those whom it says more of"  # "its prisoners, whom a panel put at 900"
    if lemma == "speak" and any(k.low == "had" for k in s.kids(a.trigger, "aux")):
        return "it is what was counted before"
    if scene.heard.left_lately:
        return "those counted are left"
    if lemma == "speak" and (a.preps.get("to") or a.preps.get("with")):
        return "it is who is spoken to"
    people = [m for m in scene.mentions(heads) if m.quantity is not None and m.kind == "group"]
    if lemma in {"confirm", "verify", "check", "identify"}:  # "confirmed 53": not "53 arrests"
        people = [m for m in people if m.anaphor == "number" and s[m.head].dep != "conj"]
    if any(_otherwise(scene, m) for m in people):
        return "those counted are told otherwise"
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
    if any(scene.sources.kind(s, m) in {"official", "witness"} for m in people):
        return "they are who is cited, not who is counted"
    if any(counted_inside(scene, a.trigger, m) for m in people):
        return "those counted are still held"
    return Match(rule, a, scene.mentions(a.agent), people) if people else "no number of people is told"


def _otherwise(scene: Scene, m: Mention) -> bool:
    """ "counts 18 who are not", "90 who have waited a year": they are still there; "six freed": told so."""
    s, by_verb = scene.s, scene.lex.by_verb
    clause = s.kid(m.head, "relcl")
    if clause is None:
        return any(r.type == "RELEASE" for k in s.kids(m.head, "acl") for r in by_verb.get(k.lemma, ()))
    after = scene.arguments(clause.i).after
    rules = (r for r in by_verb.get(clause.lemma, ()) if r.freed)
    freeing = any(r.then is None or r.then.search(after) for r in rules)
    present = clause.tag in {"VBP", "VBZ"} or any(
        k.tag in {"VBP", "VBZ"} for k in s.kids(clause.i, "aux", "auxpass")
    )
    return s.kid(clause.i, "neg") is not None or (present and not freeing)


def _tells(scene: Scene, m: Mention) -> bool:
    """Somebody, and not "an earlier report of ours"."""
    return m.kind in {"organisation", "state", "person", "outlet"} or m.anaphor is not None or scene.human(m)


def _number_alone(s: Sentence, v: int) -> list[int]:
    """ "The ministry says two": a number that is all that is said."""
    near = range(v + 1, min(v + 4, len(s)))
    at = next((i for i in near if s[i].head == v and (s[i].tag == "CD" or s[i].dep == "dobj")), None)
    ends = at is not None and (at + 1 >= len(s) or s[at + 1].tag in {",", ".", ":"})
    return [at] if at is not None and ends else []


NOUN_SHAPES = {
    "in_custody": _in_custody, "deal_for": _deal_for, "recount": _recount,
    "noun": _noun, "mass_noun": _mass_noun, "term_noun": term_noun,
    "swap_noun": _swap_noun, "not_on_list": _not_on_list,
    **SANCTION_SHAPES,
}  # fmt: skip
"""Shape → the function that finds agent and patient, or says why the rule does not fit."""
