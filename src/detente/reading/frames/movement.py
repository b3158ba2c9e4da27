"""Where from and where to, also where the verb is left out."""

from __future__ import annotations

import re

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Match, Scene
from detente.reading.frames.whose_hands import held_by, in_whose_hands
from detente.reading.frames.whose_state import situated
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import PROPER, SUBJECTS, Sentence, Word
from detente.reading.shapes.told_held import out_of_prison

HOME = frozenset({"release.is_home", "release.home", "release.reunited"})
"""Rules by which who is home again was let go."""


# ── where from, where to ──
_MOTION = frozenset({"TRANSFER", "RELEASE"})
_STANDING = frozenset({"DETAIN", "CUSTODY_STATE", "SENTENCE", "HARM"})
_TOWARD = frozenset({"to", "into", "onto", "towards", "toward", "aboard"})


def places(scene: Scene, m: Match, d: Draft) -> None:
    """Fill `to`, `from`, `place` and `receiver` from what the clause itself says."""
    preps = _noun_preps(scene, m) if m.noun is not None else dict(m.args.preps)
    verb = scene.s[m.args.trigger].lemma
    for prep, heads in preps.items():
        for i in (_named_town(scene, i) for i in heads):
            mention = scene.ms.at(i)
            role = _role(scene, m, prep, i, mention, verb) if mention is not None else None
            if mention is not None and role is not None:
                _put_place(d, role, mention)
    if m.rule.type == "TRANSFER":
        _from_where(scene, m, d)
        _of_its_vehicle(scene, m, d)
    if m.rule.type in _MOTION or m.rule.type == "CLEMENCY":
        where_held(scene, d)
        from_the_whole(scene, d)
    _by_agent(scene, m, d)
    in_whose_hands(scene, m, d)
    _by_object(scene, m, d, verb)
    if m.rule.type == "RELEASE" and "from" not in d.slots:
        home = m.rule.id in HOME
        swap = (
            home or m.rule.sub == "swap_release"
        )  # "exchanged in Ankara": where they met, not where they were held
        place = None if swap else next((p for p in d.slots.get("place", ()) if p.kind == "state"), None)
        if place is not None:
            _put_place(d, "from", place)
        else:
            held_by(scene, m, d)


def _from_where(scene: Scene, m: Match, d: Draft) -> None:
    """ "Flown to Bria, from where they will be driven to Bangui": from the place told before."""
    s = scene.s
    for x in scene.mentions([i for a in m.agents for i in s.objects(a.head, {"at", "in"})]):
        known = is_place(x) or unknown_place(scene, x, told=True)
        if known and _of_vehicle(scene, x.head):  # "a plane at Bria that took them to Chad"
            _put_place(d, "from", x)
    for w in s.words[1 : d.trigger]:
        if (
            w.low != "where"
            or s[w.i - 1].low != "from"
            or any(k.tag == "VBD" for k in s.words[w.i : d.trigger])
        ):
            continue
        before = (scene.ms.at(i) for i in range(w.i - 2, -1, -1) if s[i].tag in PROPER)
        place = next((p for p in before if p is not None), None)
        if place is not None and (
            is_place(place) or unknown_place(scene, place, carried=place.lo == place.hi, told=True)
        ):
            _put_place(d, "from", place)


def _of_its_vehicle(scene: Scene, m: Match, d: Draft) -> None:
    """ "The flight from Oslo took off carrying nine", "left Oslo bound for Lima": its ends are theirs."""
    s, trigger = scene.s, m.args.trigger
    above = [s[trigger].head] if m.rule.id == "transfer.carrying" else []
    rides = [i for i in (*m.args.agent, *above) if s[i].lemma in scene.lex["nouns.vehicle"]]
    bound = [w.i for w in s.words[trigger:] if rides and w.low in {"bound", "headed"} and w.tag == "VBN"]
    ends = [("from", i) for r in rides for i in s.objects(r, {"from"})]
    ends += [("to", i) for r in rides for i in s.objects(r, {"to", "for"})]
    ends += [("to", i) for b in bound for i in s.objects(b, {"for", "to"})]
    for role, i in ends:
        place = scene.ms.at(_named_town(scene, i))
        if place is not None and not d.slots.get(role) and (is_place(place) or unknown_place(scene, place)):
            _put_place(d, role, place)


def _named_town(scene: Scene, i: int) -> int:
    """ "To the village of Kolm", "his home town of Arua", "in the capital Bamako": the name of it."""
    s, known = scene.s, scene.ms.at(i)
    if s[i].lemma not in scene.lex["nouns.district"] or (known is not None and known.state):
        return i  # "the Danish city of Aarhus" is named already
    names = [*s.objects(i, {"of"}), *(k.i for k in s.kids(i, "appos"))]
    return next((j for j in names if s[j].tag in PROPER), i)


def _role(scene: Scene, m: Match, prep: str, i: int, mention: Mention, verb: str) -> str | None:
    """Which role an object of a preposition fills, if any."""
    if i < m.args.trigger and m.noun is None and scene.s[scene.s[i].head].head != m.args.trigger:
        return None  # "during a visit to X, they were freed": the place of something else
    if _said_by(scene, i):
        return None
    role = _goal(scene, m, prep, mention, verb) if m.rule.type in _MOTION else None
    if role is not None:
        return role
    if mention.anaphor == "country" and m.rule.type in _MOTION:
        return "to" if prep in {"inside", "within"} else None
    out = prep == "of" and scene.s[scene.s[scene.s[i].head].head].low == "out"
    away = prep == "from" or out or (prep == "of" and verb in {"walk", "come", "get", "stroll", "let"})
    if prep == "from" and mention.kind == "state" and _of_origin(scene.s, i):
        return None
    if away and (is_place(mention) or mention.kind == "facility" or unknown_place(scene, mention)):
        bare = mention.lo == mention.head == mention.hi  # "walked out of jail", and not "of Camp 9"
        return None if mention.kind == "facility" and bare else "from"
    return _standing(scene, m, prep, i, mention, verb)


def _of_origin(s: Sentence, i: int) -> bool:
    """ "54 foreigners, 11 of them from Spain": where they are at home."""
    first = s[i].head if s[i].dep == "conj" else i
    prep = s[s[first].head]
    if prep.i > 1 and s[prep.i - 1].low in {"them", "whom"} and s[prep.i - 2].low == "of":
        return True
    some = s[prep.head]
    counted = some.tag == "CD" or some.low in {"most", "many", "some", "all", "half"}
    return counted and any(j > some.i for j in s.objects(some.i, {"of"}))


def _said_by(scene: Scene, i: int) -> bool:
    """ "according to Turkey": a source, and nowhere anybody goes."""
    prep = scene.s[scene.s[i].head]
    return prep.i > 0 and scene.s[prep.i - 1].low == "according"


def _goal(scene: Scene, m: Match, prep: str, mention: Mention, verb: str) -> str | None:
    """Where people go: a place, or a body that receives them."""
    if prep not in _TOWARD and not (prep == "for" and verb in scene.lex["lemmas.leaving"]):
        return None
    if mention.hit is not None and mention.hit.kind == "body" and mention.name != "European Union":
        return "receiver"
    body = mention.kind == "organisation" or (mention.kind == "group" and not mention.plural)
    if prep == "to" and body and (verb in scene.lex["verbs.handing"] or m.rule.id == "release.free"):
        keeps = mention.state is not None and scene.s[mention.head].lemma in scene.lex["nouns.keeper"]
        if keeps:  # "handed to the Libyan police"
            return "to"
    described = bool(scene.s.kids(mention.head, "appos"))  # "went to Sarah, a lawyer"
    moved = verb in scene.lex["lemmas.carrying"] or (_counted_subject(scene, m) and not described)
    moved = moved or (verb in scene.lex["lemmas.bringing"] and _several_taken(m, mention))
    carried = prep == "to" and moved and mention.lo == mention.hi
    if is_place(mention) or unknown_place(scene, mention, carried=carried):
        return "to"
    if scene.s[mention.head].lemma in scene.lex["nouns.clinic"] and out_of_prison(scene.ms, m.args):
        return "to"
    return "to" if mention.kind == "facility" and m.rule.id == "transfer.move" else None


def _counted_subject(scene: Scene, m: Match) -> bool:
    """ "Fifty went to Halden": a number of people goes to a place, hardly to a person."""
    subjects = scene.s.kids(m.args.trigger, *SUBJECTS)
    return m.rule.shape == "intransitive" and any(
        found.kind == "group" and found.quantity is not None
        for found in scene.mentions([w.i for w in subjects])
    )


def _several_taken(m: Match, place: Mention) -> bool:
    """ "The nine were taken to Arua": several people are taken to a place, hardly to a person."""
    first = [i for i in m.args.preps.get("to", ()) if i > m.args.trigger][:1] == [place.head]
    several = bool(m.patients) and all(p.plural and p.kind == "group" for p in m.patients)
    return m.args.passive and first and several


def _standing(scene: Scene, m: Match, prep: str, i: int, mention: Mention, verb: str) -> str | None:
    """Where something is: in, at or near a place, or a prison that is more than "prison"."""
    owned = scene.s[mention.lo].tag == "PRP$"  # "in its custody": whose, and not where
    told = is_place(mention) or (mention.kind == "facility" and mention.lo + owned < mention.head)
    lands = m.rule.type == "TRANSFER" and prep == "in" and verb in scene.lex["lemmas.landing"]
    there = is_place(mention) or unknown_place(scene, mention, carried=lands and mention.lo == mention.hi)
    goal = m.rule.type == "TRANSFER" and prep in {"in", "at"} and _goal_in(scene.s, i)
    if goal and (there or unknown_place(scene, mention, told=True)):
        return "from" if _of_vehicle(scene, i) else "to"  # "put aboard a plane at Bria"
    if prep not in {"in", "at", "near"} or not (told or (lands and there)):
        return None
    if m.rule.type == "TRANSFER":
        arrives = verb in scene.lex["lemmas.arriving"] or m.rule.id == "transfer.alight"
        return "to" if arrives and there else None
    if m.rule.type in _STANDING:
        return "place"
    direct = i in m.args.preps.get(prep, []) and _close(scene.s, i, m.args.trigger)
    return "place" if direct and prep == "in" else None


def _of_vehicle(scene: Scene, i: int) -> bool:
    """ "A plane at Bria", "a van in Lima": where it stands that takes them away."""
    above = scene.s[scene.s[scene.s[i].head].head]
    return above.lemma in scene.lex["worlds.vehicles"]


def _goal_in(s: Sentence, i: int) -> bool:
    """ "to a hospital in Oslo": the place of the place where they go."""
    prep = s[s[i].head]
    before = s[max(0, prep.i - 1)]
    own = any(
        k.tag == "PRP$" for k in s.kids(before.i, "poss")
    )  # "to his house in Dorn": home, and no journey
    near = [s[prep.head], *([] if own else [before])]  # the model may hang it on the verb
    return any(noun.dep == "pobj" and s[noun.head].low in _TOWARD for noun in near)


def unknown_place(scene: Scene, mention: Mention, *, carried: bool = False, told: bool = False) -> bool:
    """A capitalised name that no list knows and that is no person: a place, where people go to it.

    Where others are told beside to have gone to a place, so is every such name.
    """
    w = scene.s[mention.head]
    if carried and mention.kind == "person" and not mention.titles:
        return w.low not in scene.ms.names.full  # a name alone, and nobody's of this text: "driven to Raška"
    plain = mention.kind == "organisation" and mention.hit is None and mention.state is None
    return (
        plain
        and (told or w.ent in {"", "GPE", "LOC", "FAC"} or (carried and not w.text.isupper()))
        and w.text[:1].isupper()
        and w.lemma not in scene.lex["nouns.body"]
    )


def where_held(scene: Scene, d: Draft) -> None:
    """ "ten Americans held in X were freed", "Y, jailed in X, was released": X is where from."""
    if "from" in d.slots:
        return
    for p in d.slots.get("people", ()):
        if _brought_from(scene, p, d):
            return
        described = [p.head, *(a.i for a in scene.s.kids(p.head, "appos"))]
        for jail in scene.mentions(scene.s.objects(p.head, {"in"})):
            if jail.kind == "facility" and jail.state is not None:
                d.put("from", jail)  # "prisoners in Finnish jails"
                return
        tried = [n for i in described for n in scene.s.objects(i, {"on", "awaiting"})]
        for place in scene.mentions([j for n in tried for j in scene.s.objects(n, {"in"})]):
            trial = scene.s[scene.s[scene.s[place.head].head].head].lemma == "trial"
            if trial and is_place(place):
                d.put("from", place)  # "X, a shipowner on trial in Finland"
                return
        clauses = (k for i in described for k in scene.s.kids(i, "acl", "relcl", "amod"))
        for k in (k for k in clauses if k.dep != "amod" or k.tag == "VBG"):
            if not _of_one_alone(scene, k, d) and _put_where_held(scene, k, d):
                return
    above = scene.s[scene.s[d.trigger].head]
    other = d.rule == "release.swap_other_side"  # "held in Z and freed for Y": Y was not in Z
    if scene.s[d.trigger].dep == "conj" and not other:  # "X and Y, both held in Z, were freed": so parsed
        _put_where_held(scene, above, d)


def _of_one_alone(scene: Scene, clause: Word, d: Draft) -> bool:
    """ "X, who was held in Chad, and Y": of several, the clause describes the one before it."""
    people = d.slots.get("people", ())
    one = any(k.low in {"was", "is"} for k in scene.s.kids(clause.i, "aux", "auxpass"))
    return len(people) > 1 and (one or any(q.head > clause.i for q in people))


def _brought_from(scene: Scene, p: Mention, d: Draft) -> bool:
    """ "The Dane from Chad was brought home": no Chadian, so Chad is where he was."""
    home = d.args is not None and re.search(r"\b(?:home|back)\b", d.args.after) is not None
    for place in scene.mentions(scene.s.objects(p.head, {"from"})) if home and p.state else ():
        if place.kind == "state" and place.name != p.state:
            d.put("from", place)
            return True
    return False


def from_the_whole(scene: Scene, d: Draft) -> None:
    """ "Of the 16 freed from Finnish custody, 13 went to Norway": so did all the parts."""
    s = scene.s
    if "from" in d.slots or s[0].low not in {"of", "from"} or s[0].dep != "prep":
        return
    for k in (k for p in s.kids(0, "pobj") for k in s.kids(p.i, "acl", "relcl")):
        preps = scene.arguments(k.i).preps
        near = [*preps.get("in", []), *preps.get("at", [])] if k.lemma in scene.lex["lemmas.holding"] else []
        for place in scene.mentions([*preps.get("from", []), *near]):
            if is_place(place) or (place.kind == "facility" and place.state is not None):
                d.put("from", place)
                return


def _put_where_held(scene: Scene, verb: Word, d: Draft) -> bool:
    other = d.rule == "release.swap_other_side" and verb.lemma == "arrest"
    if not (verb.lemma in scene.lex["lemmas.holding"] or _serves(scene, verb)) or other:
        return False  # "in exchange for X, who was arrested in Cyprus": not by whom he is freed
    behind = scene.s.objects(verb.head, {"in"}) if verb.dep == "amod" else []
    places = scene.mentions([*scene.arguments(verb.i).preps.get("in", []), *behind])
    place = next((p for p in places if is_place(p) or (p.kind == "facility" and p.state is not None)), None)
    if place is not None:
        d.put("from", place)
    return place is not None


def _serves(scene: Scene, verb: Word) -> bool:
    """ "A guard serving life in Chad", "a trader doing time in Peru": held there."""
    terms = scene.s.kids(verb.i, "dobj", "npadvmod", "attr") if verb.lemma in {"serve", "do"} else []
    terms += [scene.s[verb.head]] if verb.dep == "amod" and verb.lemma == "serve" else []
    return any(k.lemma in scene.lex["nouns.span"] for k in terms)


def _by_agent(scene: Scene, m: Match, d: Draft) -> None:
    """ "Police in Baku arrested …": where the detainer is."""
    if m.rule.type not in {"DETAIN", "CUSTODY_STATE"} or "place" in d.slots:
        return
    for a in m.agents:
        for k in scene.s.kids(a.head, "prep"):
            if k.low in {"in", "at", "near"}:
                for place in scene.mentions([o.i for o in scene.s.kids(k.i, "pobj")]):
                    if is_place(place):
                        _put_place(d, "place", place)


def _by_object(scene: Scene, m: Match, d: Draft, verb: str) -> None:
    """ "left Nicaragua", "reached Qatar": the place is the object."""
    role = "from" if verb in {"leave", "exit", "depart"} else "to" if verb in {"reach", "enter"} else None
    if role is None or m.rule.type not in _MOTION or (role == "to" and m.rule.type == "RELEASE"):
        return
    for place in scene.mentions([_named_town(scene, i) for i in m.args.patient]):
        own = place.anaphor == "country" and m.rule.type == "TRANSFER"
        if own or is_place(place) or (place.kind == "facility" and place.lo < place.head):
            _put_place(d, role, place)
        elif place.kind == "facility":
            d.widen(place.lo, place.hi)  # "left prison" names none


def _close(s: Sentence, i: int, trigger: int) -> bool:
    """Does "in X" hang on the verb itself, or on its particle?"""
    above = s[s[i].head].head
    return above == trigger or (
        s[above].head == trigger and s[above].dep in {"xcomp", "prt", "advmod", "oprd", "ccomp", "acomp"}
    )


def is_place(m: Mention) -> bool:
    """Can one be taken there: a state, a city, a named prison, the Union?"""
    return (
        m.kind in {"state", "place"}
        or (m.kind == "facility" and m.text[:1].isupper())
        or m.city
        or (m.kind == "organisation" and m.name in {"European Union"})
    )


def _put_place(d: Draft, role: str, place: Mention) -> None:
    if any(p.head == place.head for p in d.slots.get(role, ())):
        return
    d.put(role, situated(place, d.sentence, d.mentions))
    d.widen(place.lo, place.hi)


def _noun_preps(scene: Scene, m: Match) -> dict[str, list[int]]:
    s = scene.s
    out: dict[str, list[int]] = {}
    todo = [m.args.trigger, *(p.head for p in m.patients)]
    for i in todo:
        for k in s.kids(i, "prep"):
            for p in s.kids(k.i, "pobj"):
                out.setdefault(k.low, []).extend(s.conjuncts(p.i))
    verb = s.verb_of(m.args.trigger) if m.rule.id == "detain.in_custody_since" else None
    for k in s.kids(verb, "prep") if verb is not None else ():
        if k.low == "in" and k.i > m.args.trigger:  # "spent years in jail *in Iran*"
            out.setdefault("in", []).extend(p.i for p in s.kids(k.i, "pobj"))
    return out
