"""Whom a measure is aimed at, the goods and branches it covers, what it leaves out."""

from __future__ import annotations

from detente.language.dates import times
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Match, Scene
from detente.reading.frames.target_lists import goes_on, struck
from detente.reading.nouns.mentions import Mention
from detente.reading.parsing.words import SUBJECTS, Sentence, Word, in_a_list
from detente.reading.shapes.sanction_measures import TARGETS, is_entry, is_firm, listed
from detente.reading.shapes.sanction_shapes import named, what_is_barred, words
from detente.records import Filler

_ON = ("on", "against", "for", "upon", "at")
_AIMING = frozenset({"aim", "direct", "level", "target"})
_INNER = frozenset({"of", "by", "to", "from", "with", "in"})
_GIVEN = frozenset({"to", "for", "in", "with"})
_DEALT = frozenset({"for", "with", "by", "of", "to"})
_EXCEPT = frozenset({"except", "excluding", "barring", "save", "besides"})

WITHHOLDS = frozenset({"aid_cut", "aid_noun", "aid_back", "preferences", "shuts_out"})
"""Shapes that tell what one state gives or no longer gives another."""


def put_objects(scene: Scene, m: Match, d: Draft, measures: list[Mention]) -> list[Mention]:
    """Targets go into the draft; what is left are the sectors, in order."""
    patient = m.rule.patient
    sectors: list[Mention] = []
    if patient == "target":
        further = goes_on(scene.s, measures[0].head) if measures[0].lo > m.args.trigger else []
        _put_targets(scene, d, [*measures, *scene.mentions(further)], sectors)
        return sectors
    if patient == "legal_act":
        d.add("instrument", *[Filler(p.name, "instrument") for p in measures])
    if patient == "entry":
        _put_targets(scene, d, [x for p in measures for x in listed(scene, p)], sectors)
        return sectors
    if m.rule.shape in WITHHOLDS:
        _put_withheld(scene, d, m, measures)
        return sectors
    if patient == "any":
        _put_forbidden(scene, d, m, measures, sectors)
    if patient == "licence" or m.rule.shape == "licence_allows":
        _licensed(scene, m, d)
    heads = _complements(scene, m, measures)
    aside = {p.head for p in measures} | _excluded(scene, d)
    aside |= {x.head for x in sectors}
    told = [x for x in scene.mentions(heads) if x.head not in aside and not _is_matter(scene, x)]
    found = [x for x in told if not _is_ground(scene, x)]
    if d.type == "SANCTION_EASE":
        found = found or [x for x in told if scene.s.kid(x.head, "poss") is None]  # "eased them for medicine"
    _put_targets(scene, d, found, sectors)
    for p in measures:
        _named_inside(scene, d, p)
        if is_entry(scene, p):  # "rescinded Mali's designation"
            d.put("target", *(x for x in listed(scene, p) if x is not p and x.kind in TARGETS))
    return sectors


def _complements(scene: Scene, m: Match, measures: list[Mention]) -> list[int]:
    """Heads of what stands behind the measure or its verb: "on X", "against X", "by four generals"."""
    s = scene.s
    heads = [j for p in measures for j in struck(s, p.head)]
    if m.noun is not None and m.noun.i not in {p.head for p in measures}:
        heads += [o.i for k in s.kids(m.noun.i, "prep") if k.low == "on" for o in s.kids(k.i, "pobj")]
    if m.noun is not None and named(m.noun, "self_evident"):  # "the designation of X, two banks and a judge"
        joined = scene.mentions(s.conjuncts(m.noun.i)[1:] if s.objects(m.noun.i, {"of"}) else [])
        heads += [x.head for x in joined if x.human or is_firm(scene, x)]
    heads += [j for p in measures for j in _concerned(s, p.head)] + _concerned(s, m.args.trigger)
    heads += [
        j
        for p in measures
        for k in s.kids(p.head, "prep")
        if k.low in {*_ON, "of"} or (k.low == "in" and m.rule.patient == "sanction")
        for o in s.kids(k.i, "pobj")
        for j in (*in_a_list(s, o.i), *goes_on(s, o.i))
    ]
    if m.rule.patient == "any":  # "22 million euros in suspended aid"
        heads += [
            o.i
            for p in measures
            for k in s.kids(p.head, "prep")
            if k.low == "in"
            for o in s.kids(k.i, "pobj")
            if named(o, "asset")
        ]
    if m.rule.type != "SANCTION_IMPOSE":  # "lifted the sanctions imposed on nine judges"
        laid = [
            k.i for p in measures for k in s.kids(p.head, "acl") if k.tag == "VBN" and named(k, "of_measures")
        ]
        heads += [j for i in laid for j in s.objects(i, {"on", "against"})]
    if m.rule.id == "keep.remain":  # "continue to apply to nine banks"
        heads += [j for k in s.kids(m.args.trigger, "xcomp") for j in s.objects(k.i, {"to"})]
    aims = scene.s[m.args.trigger].lemma in _AIMING  # but "extended at the Council"
    for prep in (
        *(p for p in _ON if p != "at" or aims),
        *(("by", "to") if m.rule.sub == "extend_scope" else ()),
    ):
        behind = [i for i in m.args.preps.get(prep, []) if s[i].tag != "RB"]  # not "for now"
        told = [i for i in behind if not _is_returned(s, i) and not _of_another(scene, i)]
        heads += [j for i in told for j in (*in_a_list(s, i), *goes_on(s, i))]
    return [i for i in dict.fromkeys(heads) if s[i].tag != "VBG"]


def _is_returned(s: Sentence, i: int) -> bool:
    """ "in return for the release", "based on his word": neither is a target."""
    over = s[s[s[i].head].head]
    return s[i].dep == "pobj" and over.low in {"return", "exchange", "based"}


def _of_another(scene: Scene, i: int) -> bool:
    """ "in response to a crackdown *on protests*": on what a deed is that is no measure."""
    s = scene.s
    over = s[s[s[i].head].head]
    measure = over.lemma in scene.lex["nouns.sanction"] or named(over, "time")
    return s[i].dep == "pobj" and over.tag[:2] == "NN" and over.dep == "pobj" and not measure


def _concerned(s: Sentence, i: int) -> list[int]:
    """ "sanctions *related to* Mali", "lifted them *with respect to* Mali and its army"."""
    nouns = [o.i for k in s.kids(i, "prep") for o in s.kids(k.i, "pobj") if named(o, "concern")]
    verbs = [k.i for k in s.kids(i, "acl") if named(k, "concern")]
    return [j for h in (*nouns, *verbs) for j in s.objects(h, {"to"})]


def _is_ground(scene: Scene, x: Mention) -> bool:
    """ "imposed sanctions on Mali *for its part* in the coup": a reason, and not whom they are on.

    "Relief for the airline" and "a waiver for cotton" tell on what it is.
    """
    s, w = scene.s, scene.s[x.head]
    while w.dep == "conj":
        w = s[w.head]
    given = w.dep == "pobj" and s[w.head].low == "for"
    return given and x.kind == "topic" and not (is_firm(scene, x) or _is_goods(scene, x))


def _is_matter(scene: Scene, x: Mention) -> bool:
    """ "sanctions related to *the war*", "with respect to *its duties*": what it is about is nobody."""
    s, w = scene.s, scene.s[x.head]
    over = s[s[w.head].head]
    about = w.dep == "pobj" and s[w.head].low == "to" and named(over, "concern")
    return about and x.kind == "topic" and not (is_firm(scene, x) or _is_goods(scene, x))


def _excluded(scene: Scene, d: Draft) -> set[int]:
    """What stays blocked, "except for X": a role of its own, never a target."""
    out: set[int] = set()
    for w in scene.s.words:
        if w.low in _EXCEPT and w.dep in {"prep", "mark"}:
            out |= set(scene.s.subtree(w.i))
    for x in scene.mentions(sorted(out)):
        if scene.s[x.head].dep in {"pobj", "conj"} and d.type == "SANCTION_EASE":
            d.add("exclusions", Filler(x.name, "topic"))
    return out


def _named_inside(scene: Scene, d: Draft, p: Mention) -> None:
    """ "the potash curbs", "other penalties"."""
    s = scene.s
    for i in range(p.lo, p.head):
        w = s[i]
        barred = what_is_barred(w.lemma)
        known = barred is not None or w.lemma in scene.lex["nouns.sector"]
        if w.dep in {"compound", "amod", "nmod"} and known and w.tag.startswith("NN"):
            d.add("sector", Filler(barred or w.text, "sector"))
        if w.low in {"other", "remaining"}:
            d.topic = p.text


def _put_forbidden(scene: Scene, d: Draft, m: Match, measures: list[Mention], sectors: list[Mention]) -> None:
    """What a ban or a freeze itself names: "imports of timber", "the assets of three generals"."""
    s = scene.s
    if m.rule.shape == "bars_dealing":  # its own firms, from dealing with whom it is aimed at
        _put_addressed(scene, d, m)
        return
    for p in measures:
        for i in range(p.lo, p.head):
            owner = scene.ms.at(i) if s[i].dep == "poss" or scene.ms.hit_at(i) is not None else None
            issues = m.rule.shape == "licence_allows" and s[i].dep == "poss"  # "the Treasury's licence"
            if owner is not None and (issues or owner.kind in {"state", "organisation"}):
                d.put("authority" if issues else "target", owner)
        if m.rule.id == "impose.directive":
            _put_addressed(scene, d, m)
        elif p.kind in {"state", "person"} or (
            s[p.head].dep == "conj" and p.kind in {"organisation", "group"}
        ):
            d.put("target", p)  # "the assets of Ira Holt and nine others"
        elif named(scene.s[p.head], "deed"):  # "authorise certain transactions with two firms"
            if not _is_dealing_with_goods(scene, d, p, sectors):
                d.add("scope", Filler(p.name, "topic"))
                d.put("target", *[x for x in _inner(scene, p) if x.kind in TARGETS or is_firm(scene, x)])
        elif m.rule.shape != "licence_allows" and not _is_dealing_with_goods(scene, d, p, sectors):
            sectors.append(p)


def _put_withheld(scene: Scene, d: Draft, m: Match, measures: list[Mention]) -> None:
    """ "aid to Mali", "Cambodia's trade preferences", "its support for the junta": what, and from whom."""
    s = scene.s
    for p in measures:
        if p.kind in {"state", "organisation"}:  # "Mali will lose duty-free access"
            d.put("target", p)
            continue
        d.add("scope", Filler(p.name, "topic"))
        owner = scene.ms.at(k.i) if (k := s.kid(p.head, "poss")) is not None else None
        behind = [o.i for k in s.kids(p.head, "prep") if k.low in _GIVEN for o in s.kids(k.i, "pobj")]
        behind += [i for prep in ("to", "for", "from") for i in m.args.preps.get(prep, [])]
        found = [x for x in [owner, *scene.mentions(behind)] if x is not None]
        whose = {x.name for x in m.agents}
        d.put("target", *[x for x in found if x.kind in TARGETS and not x.anaphor and x.name not in whose])


def _is_dealing_with_goods(scene: Scene, d: Draft, p: Mention, sectors: list[Mention]) -> bool:
    """ "imports of timber": the goods are the sector, the dealing is the scope."""
    if not named(scene.s[p.head], "dealing"):
        return False
    goods = [
        x for x in _inner(scene, p) if x.kind == "topic" and not is_firm(scene, x) and not _is_time(scene, x)
    ]
    if goods:
        d.add("scope", Filler(p.name, "topic"))
        sectors += goods
        d.put("target", *[x for x in _traded_with(scene, p, goods) if x.kind in TARGETS or is_firm(scene, x)])
    return bool(goods)


def _traded_with(scene: Scene, p: Mention, goods: list[Mention]) -> list[Mention]:
    """ "imports of shrimp *from Verde Foods*", "the sale of spare parts *to Osmia Rail*"."""
    s, verb = scene.s, scene.s.verb_of(p.head)
    over = [p.head, *(g.head for g in goods), *([verb] if verb is not None else [])]
    return scene.mentions([j for i in over for j in s.objects(i, {"from", "to", "with"})])


def _put_addressed(scene: Scene, d: Draft, m: Match) -> None:
    """ "forbids banks to settle payments for the smelter": the deed is the scope, the smelter the target."""
    s, v = scene.s, m.args.trigger
    for k in s.kids(v, "xcomp", "ccomp", "prep"):
        below = s.subtree(k.i)
        d.add("scope", Filler(s.span_text(k.i, below[-1]), "topic"))
        targets = [o.i for j in below if s[j].low in _DEALT for o in s.kids(j, "pobj")]
        told = [x for x in scene.mentions(targets) if x.anaphor is None]
        d.put("target", *[x for x in told if x.kind in TARGETS or is_firm(scene, x)])
        d.widen(*below)


def _inner(scene: Scene, x: Mention) -> list[Mention]:
    """What hangs behind a phrase: "flights *by the airline*", "imports *of timber*"."""
    s = scene.s
    heads = [o.i for k in s.kids(x.head, "prep") if k.low in _INNER for o in s.kids(k.i, "pobj")]
    return scene.mentions([j for i in heads for j in s.conjuncts(i)])


def _licensed(scene: Scene, m: Match, d: Draft) -> None:
    """ "a licence that lets Venezuela produce oil", "allowing dealings with three firms"."""
    s = scene.s
    for p in m.patients:
        clauses = s.kids(p.head, "relcl", "acl")
        if m.rule.shape == "licence_allows" and named(s[s[p.head].head], "allows"):
            clauses = [*clauses, s[s[p.head].head]]
        for k in clauses:
            had, below = len(d.slots.get("target", ())), [j for j in s.subtree(k.i) if j > p.head]
            licensees = _licensees(s, k) if named(k, "allows") else set()
            for j in (j for j in below if j not in licensees):
                _put_licensed(scene, d, j, allowed=named(k, "allows"))
            for j in (j for j in below if j in licensees and len(d.slots.get("target", ())) == had):
                _put_licensed(scene, d, j, allowed=True)


def _licensees(s: Sentence, allows: Word) -> set[int]:
    """ "permits *Danish insurers* to cover the ferries of X": who may deal is not who is dealt with."""
    deeds = [
        k.i for k in s.kids(allows.i, "xcomp", "ccomp") if any(x.low == "to" for x in s.kids(k.i, "aux"))
    ]
    who = [x.i for i in deeds for x in s.kids(i, *SUBJECTS)]
    who += [x.i for x in s.kids(allows.i, "dobj")] if deeds else []
    return {j for i in who for j in s.subtree(i)}


def _put_licensed(scene: Scene, d: Draft, j: int, *, allowed: bool) -> None:
    found, w = scene.ms.at(j), scene.s[j]
    if found is not None and (found.kind == "state" or (allowed and _is_dealt_with(scene, found))):
        d.put("target", found)
        _put_named(scene, d, found)
    elif w.lemma in scene.lex["nouns.sector"] and w.tag.startswith("NN"):
        for i in _traded(scene.s, w) or [j]:
            d.add("sector", Filler(scene.s[i].text, "sector"))


def _traded(s: Sentence, w: Word) -> list[int]:
    """ "trade *in* Kellish *amber*", "exports *of wool* and *hides*": the goods, not the trade."""
    if w.i + 1 >= len(s) or s[w.i + 1].low not in {"in", "of"}:
        return []
    goods = (i for o in s.kids(w.i + 1, "pobj") for i in s.conjuncts(o.i))
    return [i for i in goods if s[i].tag in {"NN", "NNS"} and s[i].low not in {"return", "exchange"}]


def _is_dealt_with(scene: Scene, x: Mention) -> bool:
    """ "dealings with three firms"."""
    inside = scene.s[x.head].dep in {"pobj", "dobj", "nsubj", "conj"} and not _is_time(scene, x)
    return inside and (x.kind == "organisation" or is_firm(scene, x))


def _is_time(scene: Scene, x: Mention) -> bool:
    s = scene.s
    if any(named(s[i], "time") for i in range(x.lo, x.hi + 1)) or x.noun in words("time"):
        return x.kind not in {"person", "organisation"} or s[x.head].tag.startswith("JJ")
    at = s[x.head].start - s.start
    return any(t.start <= at < t.end for t in times(s.text, anchor=None))


def _put_targets(scene: Scene, d: Draft, found: list[Mention], sectors: list[Mention]) -> None:
    for x in found:
        bare = (scene.s[x.head].tag, scene.s[x.head].dep) == ("CD", "conj")
        if bare or _is_time(scene, x) or (x.lo and scene.s[x.lo - 1].low == "not"):
            continue  # "nine firms, including eight from Chad, one from Mali", "and not ordinary Malians"
        if (
            x.kind == "topic" and scene.s[x.head].lemma in scene.lex["nouns.sanction"]
        ):  # "a travel ban on X and a freeze against Y"
            _put_targets(scene, d, scene.mentions(scene.s.objects(x.head, {"on", "against"})), sectors)
            continue
        _put_owner(scene, d, x)
        if named(scene.s[x.head], "dealing") and [y for y in _inner(scene, x) if not _is_time(scene, y)]:
            if not _is_dealing_with_goods(scene, d, x, sectors):
                d.add("scope", Filler(x.name, "topic"))
            d.put("target", *[y for y in _inner(scene, x) if y.kind in TARGETS or is_firm(scene, y)])
        elif named(scene.s[x.head], "asset"):
            d.add("scope", Filler(x.name, "topic"))
            d.add("target", *([Filler(x.state, "state")] if x.state is not None else []))
            for owner in [y for y in _inner(scene, x) if y.kind in {"organisation", "person"}]:
                d.put("target", owner)  # "a block on the accounts of Dorn Metals"
                _put_named(scene, d, owner)
        elif _is_goods(scene, x):
            if x.state is not None:
                d.add("target", Filler(x.state, "state"))
            sectors.append(x)
            _put_maker(scene, d, x)
        elif x.kind in TARGETS or (x.kind == "topic" and x.noun not in words("aside")):
            d.put("target", x)
            _put_named(scene, d, x)
        d.widen(x.lo, x.hi)


def _put_maker(scene: Scene, d: Draft, x: Mention) -> None:
    """ "a ban on tin from the state smelter, Dorn Metals": whose goods they are."""
    s, i = scene.s, x.hi + 1
    if i + 1 >= len(s) or s[i].low not in {"from", "by"}:
        return
    maker = next((m for m in scene.mentions([o.i for o in s.kids(i, "pobj")])), None)
    if maker is not None and (maker.kind in {"state", "organisation"} or is_firm(scene, maker)):
        d.put("target", maker)
        d.widen(maker.hi)
        _put_named(scene, d, maker)


def _put_named(scene: Scene, d: Draft, x: Mention) -> None:
    """ "the national power company, Mekong Light": the name apposed to what it is."""
    s, i = scene.s, x.hi + 2
    if s[x.head].tag != "NN" or i >= len(s) or s[i - 1].tag != ",":
        return
    j = i
    while j < len(s) and s[j].tag in {"NNP", "NNPS"}:
        j += 1
    closed = j >= len(s) or s[j].tag in {",", ".", ":", "''"}
    found = scene.ms.at(j - 1) if closed and j > i else None
    if found is not None:
        d.add("target", Filler(found.name, "organisation" if is_firm(scene, x) else found.kind))
        d.widen(found.hi)


def _put_owner(scene: Scene, d: Draft, x: Mention) -> None:
    """ "Cuba's nickel", "the country's banks": whose they are is a target too."""
    owner = scene.s.kid(x.head, "poss")
    owning = scene.ms.at(owner.i) if owner is not None and owner.tag != "PRP$" and not x.human else None
    if owning is not None and owning.kind in {"state", "organisation"}:
        d.put("target", owning)


def _is_goods(scene: Scene, x: Mention) -> bool:
    """Goods or a branch: a word of ours, or an uncounted thing of some state ("Cuban nickel")."""
    s = scene.s
    if is_firm(scene, x) and not (
        x.state is not None and x.plural and s[x.head].lemma in scene.lex["nouns.sector"]
    ):
        return False
    if s[x.head].lemma in scene.lex["nouns.sector"]:
        return True
    if x.kind != "topic":
        return False
    bare = s.kid(x.head, "det", "nummod", "poss") is None
    branch = any(s[i].lemma in scene.lex["nouns.sector"] for i in range(x.lo, x.hi + 1))
    return branch or (x.state is not None and bare)
