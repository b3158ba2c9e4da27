"""What is imposed, eased or kept: a measure, a licence, an entry of a list, an act that holds measures."""

from __future__ import annotations

import re

from detente.reading.clauses.scene import Match, Scene
from detente.reading.nouns.mentions import Mention
from detente.reading.parsing.words import Sentence
from detente.reading.shapes.sanction_shapes import named, pattern, words
from detente.records import Attribution

TARGETS = frozenset({"state", "organisation", "person", "group", "place"})
"""Kinds of noun phrases that a measure can be aimed at."""
_PUT_ON = frozenset({"impose.sanction", "impose.designate", "impose.lists", "impose.lists_under"})


def measures_of(scene: Scene, m: Match, chain: list[Attribution]) -> list[Mention] | str:
    """The noun phrases that name the measure, or why there is none."""
    kind = m.rule.patient
    if kind == "sanction":
        return _sanctions(scene, m, chain)
    if kind == "licence":
        return _licences(scene, m)
    if kind == "target":
        return _targets(scene, m)
    if kind == "entry":
        found = [p for p in m.patients if is_entry(scene, p)]
        return found or "no entry of a list is spoken of"
    if kind == "relief":
        found = [p for p in m.patients if _is_relief(scene, p)]
        return found or "no relief is taken back"
    if kind == "legal_act":
        found = [p for p in m.patients if _is_legal_act(scene, p)]
        return found or "no act that holds measures is spoken of"
    if m.rule.shape == "transitive" and _by_a_firm(scene.s, m):
        return "a firm acts in its own house"  # "the bank unfroze the accounts of its customers"
    return m.patients


def _sanctions(scene: Scene, m: Match, chain: list[Attribution]) -> list[Mention] | str:
    official = _is_official(scene, m, chain)
    if _by_a_firm(scene.s, m):
        return "a firm imposes and eases no sanctions"
    if m.noun is not None:
        found = m.patients or [p for p in [scene.ms.at(m.noun.i)] if p is not None]
        other = m.rule.shape == "sanction_since" and all(_is_other(scene, p, official=False) for p in found)
        return "a measure of another world" if other else found
    whole = [_of_a_part(scene, p) for p in m.patients]
    told = (
        [p for p in whole if scene.is_sanction(p) and not _gives_way(scene, m, p)]
        or [p for p in whole if _holds_measures(scene, p)]
        or _reduced(scene, m)
        or _measure_over(scene, m)
        or _hidden_subject(scene, m)
        or _hidden_object(scene, m)
        or _others(scene, m)
    )
    found = [p for p in told if not _is_other(scene, p, official=official)]
    if not found and named(scene.s[m.args.trigger], "of_measures"):
        found = [p for p in m.patients if scene.heard.means(p) and not _is_other(scene, p, official=official)]
    return found or f"“{m.patients[0].text if m.patients else 'nothing'}” is no sanctions measure"


def _gives_way(scene: Scene, m: Match, p: Mention) -> bool:
    """ "issued a sanctions waiver": a relief is not imposed."""
    return m.rule.type == "SANCTION_IMPOSE" and named(scene.s[p.head], "relief")


def _holds_measures(scene: Scene, p: Mention) -> bool:
    """ "a visa restriction policy": the measure stands before the noun."""
    s = scene.s
    if not named(s[p.head], "holds_measures"):
        return False
    before = s.words[p.lo : p.head]
    return any(w.lemma in scene.lex["nouns.sanction"] for w in before) and any(
        named(w, "of_states") for w in before
    )


def _reduced(scene: Scene, m: Match) -> list[Mention]:
    """ "assets were unfrozen and visa bans lifted": the subject of a participle without its *were*."""
    w = scene.s[m.args.trigger]
    if m.patients or m.args.passive or w.tag not in {"VBN", "VBD"} or not named(w, "of_measures"):
        return []
    return [p for p in m.agents if scene.is_sanction(p)]


def _by_a_firm(s: Sentence, m: Match) -> bool:
    """ "The bank lifted its ban on new accounts": a firm's own rule."""
    v = m.args.trigger
    first = s[v].head if s[v].dep == "conj" and s.kid(v, "nsubj") is None else v
    actor = s.kid(first, "nsubj") if m.noun is None and not m.args.passive else None
    if actor is None or actor.tag not in {"NN", "NNS"} or s.kid(actor.i, "amod") is not None:
        return False  # "the central bank"
    return named(actor, "private")


def _of_a_part(scene: Scene, p: Mention) -> Mention:
    """ "most of its sanctions", "the framework for the curbs": the measures, not the part of them."""
    s = scene.s
    if not named(s[p.head], "part"):
        return p
    inner = scene.mentions(s.objects(p.head, {"of", "for"} if s[p.head].low == "framework" else {"of"}))
    return next((x for x in inner if scene.is_sanction(x)), p)


def _others(scene: Scene, m: Match) -> list[Mention]:
    """ "lifted some sanctions and left others in place": the rest of those named before."""
    if m.rule.type != "SANCTION_KEEP":
        return []
    rest = [p for p in m.patients if scene.s[p.head].low in {"others", "rest"}]
    before = [w for p in rest for w in scene.s.words[: p.lo] if w.lemma in scene.lex["nouns.sanction"]]
    return rest if any(w.tag[:2] == "NN" for w in before) else []


def _hidden_subject(scene: Scene, m: Match) -> list[Mention]:
    """ "a ban on sales to the airline, Nord Air, was lifted": the apposed name is taken for the subject."""
    s = scene.s
    if not m.args.passive or len(m.patients) != 1:
        return []
    lo, hi = m.patients[0].lo, m.patients[0].hi
    if lo < 2 or s[lo - 1].tag != "," or hi + 1 >= len(s) or s[hi + 1].tag != ",":
        return []
    for i in range(lo - 2, -1, -1):
        if s[i].tag.startswith("V") or s[i].tag in {",", ":"}:
            break
        found = scene.ms.at(i) if s[i].lemma in scene.lex["nouns.sanction"] else None
        if found is not None:
            return [found]
    return []


def _measure_over(scene: Scene, m: Match) -> list[Mention]:
    """ "sanctions on mills, which were imposed in May", "…, brought in last May": not those it is on."""
    s, v = scene.s, m.args.trigger
    behind = s[v].dep == "relcl" or (s[v].dep == "acl" and s[v].tag == "VBN" and s[v - 1].tag == ",")
    if not behind or not m.args.passive or s[s[v].head].i + 3 < s.subtree(v)[0]:
        return []
    over = [w.i for w in s.up(s[v].head) if w.tag[:2] == "NN" and w.lemma in scene.lex["nouns.sanction"]]
    return [p for p in scene.mentions(over[:1]) if scene.is_sanction(p)]


def _hidden_object(scene: Scene, m: Match) -> list[Mention]:
    """ "suspending for 90 days curbs on two mills": the object is hung on the length of time."""
    s, v = scene.s, m.args.trigger
    if m.args.passive or s.kid(v, "dobj") is not None:
        return []
    heads = [o for k in s.kids(v, "prep") if k.low == "for" for o in s.kids(k.i, "pobj")]
    timed = [o for o in heads if any(named(k, "time") for k in s.kids(o.i, "compound", "nmod", "npadvmod"))]
    loose = [w for w in s.words[v + 1 : v + 16] if w.dep in {"appos", "dep"}]
    behind = [w for w in loose if w.lemma in scene.lex["nouns.sanction"] and s[s.np(w.i)[0] - 1].tag == ","]
    return [p for p in scene.mentions([o.i for o in timed or behind[:1]]) if scene.is_sanction(p)]


def hear(scene: Scene) -> None:
    """Remember the measures that a sentence names, for the pronouns behind them."""
    for w in scene.s.words:
        if w.tag[:2] != "NN" or w.lemma not in scene.lex["nouns.sanction"] or w.dep in {"compound", "nmod"}:
            continue
        p = scene.ms.at(w.i)
        if p is not None and scene.is_sanction(p) and not _is_other(scene, p, official=False):
            scene.heard.hear(plural=w.tag in {"NNS", "NNPS"})


def _is_relief(scene: Scene, p: Mention) -> bool:
    """A licence or relief; "another" after one that was named; a measure that is suspended."""
    before = any(named(w, "relief") for w in scene.s.words[: p.head])
    if scene.s[p.head].low == "another" and before:
        return True
    suspended = scene.s[scene.s[scene.s[p.head].head].head].lemma == "suspension"
    return named(scene.s[p.head], "relief") or (suspended and scene.is_sanction(p))


def _licences(scene: Scene, m: Match) -> list[Mention] | str:
    found = [p for p in m.patients if scene.s[p.head].lemma in scene.lex["nouns.licence"]]
    if not found:
        return f"“{m.patients[0].text if m.patients else 'nothing'}” is no licence"
    ours = pattern("licence").search(scene.s.text) or _of_trade(scene, m, found[0])
    return found if ours else "the licence is of another kind"


def _of_trade(scene: Scene, m: Match, permit: Mention) -> bool:
    """ "a permit that allows two firms to buy Omani salt"; then "extend the permit": trade with a state."""
    s = scene.s
    if permit.definite and s[permit.lo].low in {"the", "this", "that"}:
        return scene.heard.any
    behind = s.text[s[permit.head].end - s.start :]
    named = any(
        h.kind in {"state", "demonym"} and h.start >= len(s.text) - len(behind) for h in scene.ms.hits
    )
    return named and pattern("permits_trade").search(behind) is not None


def _targets(scene: Scene, m: Match) -> list[Mention] | str:
    found = [x for p in m.patients for x in listed(scene, p) if x.kind in {*TARGETS, "topic"} and x.text]
    if m.rule.id in _PUT_ON and scene.s[m.args.trigger].lemma != "blacklist":
        found = [x for x in found if x.kind in TARGETS or is_firm(scene, x)]
    if not found:
        return "nobody is named as target"
    behind = scene.s.span_text(m.args.trigger, len(scene.s) - 1)
    if (m.rule.step == "delisted" or m.rule.id in {*_PUT_ON, "impose.list"}) and pattern("good_list").search(
        behind
    ):
        return "it is a list of friends"
    if m.rule.step == "delisted" and not pattern("listing").search(scene.s.text):
        return "no list of sanctions is spoken of"
    return found


def is_entry(scene: Scene, p: Mention) -> bool:
    """Does the phrase name an entry of a list: a name, a listing, a designation?"""
    return named(scene.s[p.head], "entry")


def listed(scene: Scene, p: Mention) -> list[Mention]:
    """Who stands behind an entry of a list: "the entry for X", "X's name"."""
    if not is_entry(scene, p):
        return [p]
    s = scene.s
    inner = [k.i for k in s.kids(p.head, "poss")]
    inner += [
        o.i for k in s.kids(p.head, "prep") if k.low in {"of", "for", "on"} for o in s.kids(k.i, "pobj")
    ]
    return scene.mentions([j for i in inner for j in s.conjuncts(i)]) or [p]


def _is_legal_act(scene: Scene, p: Mention) -> bool:
    """An order on goods or on sanctions, not any law."""
    if not named(scene.s[p.head], "legal_act"):
        return False
    goods = any(scene.s[i].lemma in scene.lex["nouns.sector"] for i in range(p.lo, p.hi + 1))
    told = scene.heard.any and p.definite and scene.s[p.head].text.istitle()  # "the Ordinance is repealed"
    return goods or told or re.search(r"\bsanction|\bembargo", scene.text(p), re.IGNORECASE) is not None


def is_firm(scene: Scene, x: Mention) -> bool:
    """Is it a body or a ship one can list, however the goods it deals in are called?"""
    return named(scene.s[x.head], "firm")


def _put_on_a_state(scene: Scene, p: Mention) -> bool:
    """ "The restrictions imposed *by Norway on Chad*": what one state imposes on another is of our world."""
    s = scene.s
    put = [k.i for k in s.kids(p.head, "acl") if k.lemma in {"impose", "levy", "slap"}]
    on = [i for v in put for k in s.subtree(v) for i in s.objects(k, {"on", "against"})]
    by = [i for v in put for i in s.objects(v, {"by"}, deps=("agent", "prep"))]
    sides = [{m.name for m in scene.mentions(heads) if m.kind == "state"} for heads in (by, on)]
    return all(sides) and sides[0] != sides[1]


def _is_other(scene: Scene, p: Mention, *, official: bool) -> bool:
    """Curbs and measures of another world: a speed limit, security measures.

    Args:
        scene: the sentence.
        p: what is imposed, eased or kept.
        official: a government acts or speaks, so that a bare *ban* may be one of goods or entry.
    """
    lemmas = {scene.s[i].lemma for i in range(p.lo, p.hi + 1)}
    head = scene.s[p.head].lemma
    if head == "relief":
        return True
    if lemmas & {"sanction", "sanctions", "embargo"}:
        return pattern("of_their_own").search(scene.text(p)) is not None
    if head not in words("weak"):
        return False
    if head == "duty" and not _is_at_the_border(scene, p, lemmas):
        return True
    if _put_on_a_state(scene, p):
        return False
    if pattern("elsewhere").search(_with_its_aim(scene, p)):
        return True  # "the security measures", whatever else the sentence tells
    if pattern("about").search(scene.s.text):
        return False
    if official and pattern("of_office").search(_with_its_aim(scene, p)):
        return False
    if _is_of_goods(scene, p) or (scene.heard.any and _is_bare(scene, p)):
        return pattern("elsewhere").search(scene.text(p)) is not None
    return not official or pattern("elsewhere").search(scene.s.text) is not None


def _is_at_the_border(scene: Scene, p: Mention, lemmas: set[str]) -> bool:
    """ "the duty on Kenyan tea", "an import duty": of another state's goods, and no tax at home."""
    behind = scene.s.words[p.head + 1 : p.head + 5]
    on = behind[1:] if behind and behind[0].low in {"on", "for", "against"} else []
    foreign = any((h := scene.ms.hit_at(w.i)) is not None and h.code for w in on)
    return foreign or bool(lemmas & {"import", "export", "customs"})


def _with_its_aim(scene: Scene, p: Mention) -> str:
    """ "the ban *on gatherings*": the measure with what stands right behind it."""
    s, n = scene.s, p.head
    behind = s[n + 1] if n + 1 < len(s) and s[n + 1].low == "on" else None
    on = s.kids(behind.i, "pobj") if behind is not None and behind.head == n else []
    return s.span_text(p.lo, on[0].i if on else p.hi)


def _is_of_goods(scene: Scene, p: Mention) -> bool:
    """ "restrictions on dual-use goods", "the freeze on its cash"."""
    s = scene.s
    behind = [o for k in s.kids(p.head, "prep") if k.low in {"on", "of", "for"} for o in s.kids(k.i, "pobj")]
    return any({o.lemma, o.low} & scene.lex["nouns.sector"] or named(o, "asset") for o in behind)


def _is_bare(scene: Scene, p: Mention) -> bool:
    """ "the ban", "its restrictions", "the coffee measures": told before, by its noun and goods alone."""
    s = scene.s
    owned = s.kid(p.head, "poss") is not None
    goods = [k for k in s.kids(p.head, "compound") if {k.lemma, k.low} & scene.lex["nouns.sector"]]
    short = owned or (p.definite and p.hi - p.lo < 2 + len(goods))
    return short and len(s.kids(p.head, "prep", "amod", "compound")) == len(goods)


def _is_official(scene: Scene, m: Match, chain: list[Attribution]) -> bool:
    """Does a government act or speak here?"""
    if any(a.kind == "official" for a in chain):
        return True
    known = scene.lex["nouns.official nouns.office"]
    return any(a.kind == "state" or scene.s[a.head].lemma in known or a.hit is not None for a in m.agents)
