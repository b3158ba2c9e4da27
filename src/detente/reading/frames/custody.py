"""Frames of people: detained, sentenced, held, pardoned, freed, moved, harmed."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.reading.clauses.arguments import subject
from detente.reading.clauses.auxiliaries import still_to_be
from detente.reading.clauses.awaited import present
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Match, Scene
from detente.reading.clauses.stand import Stand
from detente.reading.frames.among import one_of_those
from detente.reading.frames.beside_freed import freed_with
from detente.reading.frames.companions import beside
from detente.reading.frames.counted_on import counted_on
from detente.reading.frames.custody_fits import no_custody
from detente.reading.frames.exceptions import not_all, told_apart, without
from detente.reading.frames.gaps import gapped
from detente.reading.frames.journeys import handed_on, lacks_place
from detente.reading.frames.meant import HELD, only_says_who
from detente.reading.frames.missed_subjects import left_of
from detente.reading.frames.movement import HOME, places
from detente.reading.frames.no_deed import no_deed
from detente.reading.frames.papers import by_paper, from_papers, signed_by
from detente.reading.frames.people import is_title_alone, members, whole_before
from detente.reading.frames.quoted import with_what_denies
from detente.reading.frames.remains import count_beside
from detente.reading.frames.sides import by_turns, gapped_agents, other_side, reciprocal, told_by_another
from detente.reading.frames.terms import penalty
from detente.reading.nouns.groups import ANYBODY, together
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Sentence
from detente.reading.shapes.told_held import called_held
from detente.reading.shapes.unseen_shapes import UNSEEN_SHAPES
from detente.records import FREED, LET_GO, Attribution, Filler

_OWNING = frozenset({"of", "for", "against", "from"})
_TERM_SERVED = re.compile(
    r"\b(?:having|after) serv(?:ed|ing)\b[^.;]*?\b(?:years?|months?|term|sentence)\b", re.I
)
_MORE_TIME = re.compile(
    r"^\W*(?:\w+\W+){0,3}?(?:an )?(?:additional|extra|further|another|more)"
    r" (?:\w+ ){0,4}?(?:years?|months?)\b",
    re.I,
)
_ONWARD = re.compile(r"\W*on to\b", re.I)
_ON_BAIL = re.compile(r"\bon (?:bail|parole)\b")
_IN_LAW = frozenset({"DETAIN", "SENTENCE"})
_HEDGED = re.compile(
    r"^(at least|more than|over|nearly|almost|about|around|some|roughly|approximately|up to|at most"
    r"|no more than|no fewer than|fewer than|under|as many as|an estimated)\b",
    re.I,
)


def fill(scene: Scene, m: Match) -> list[Draft] | str:
    """Drafts of a match about people, or why it is none."""
    m, those = one_of_those(scene, m)
    why = only_says_who(scene, m) if those is None else None
    if why is not None:
        return why
    people, doubt = _people(scene, m)
    if not people and not m.rule.patient_optional and m.rule.patient != "any":
        return f"“{m.patients[0].text if m.patients else 'nobody'}” is no person"
    people, apart, instead = told_apart(scene, people, m.args.trigger)
    stand = _stand(scene, m, people)
    if instead and stand.mode == "denied":
        stand.mode, stand.polarity = "performed", "+"
    if people and all(p.noun in ANYBODY for p in people):
        meant = people[0].head == m.args.trigger - 1 and scene.s[m.args.trigger].tag in {"VBN", "VBD"}
        if stand.mode != "denied" or (
            meant and m.rule.shape == "transitive"
        ):  # "denied that anyone freed is held again"
            return "it is told of nobody in particular"
    why = _refused(scene, m, stand) or no_custody(scene, m, stand) or no_deed(scene, m, stand)
    if why is not None:
        return why
    _shift(m, stand)
    if noun_above_is_judged(scene, m.args.trigger):
        m.agents = []  # "condemned a ruling to uphold the terms": who condemns it upholds nothing
    drafts = [_draft(scene, m, part, stand) for part in _parts(people)]
    for d in drafts:
        d.doubt += doubt
        d.whole = those or d.whole
        _complete(scene, m, d)
    if lacks_place(scene, m, drafts):
        return "it does not say where to"
    if apart:
        own = without([_draft(scene, m, apart, _turned(stand))], people)
        for d in own:
            d.widen(*(p.lo for p in people))
        own = [] if m.rule.id in HOME else own  # who is not home yet may be out
        drafts = [*without(drafts, apart), *own]
    with_what_denies(drafts, scene.lex)
    return drafts + _further(scene, m, drafts[0])


def _may(scene: Scene, v: int) -> bool:
    """ "a law allowing police to detain them": what is allowed to those who hold is no deed."""
    w = scene.s[v]
    above = scene.s[w.head]
    own = any(k.dep in {"nsubj", "nsubjpass"} for k in scene.s.kids(v)) or w.dep == "xcomp"
    return (
        w.dep in {"ccomp", "xcomp"} and w.tag == "VB" and own and above.lemma in scene.lex["verbs.permitting"]
    )


def noun_above_is_judged(scene: Scene, v: int) -> bool:
    """Is the deed an aim of what somebody only judges: "welcomed the decision to free them"?"""
    s, w = scene.s, scene.s[v]
    verb = s.verb_of(w.head) if w.dep == "acl" and w.tag == "VB" and s[w.head].dep == "dobj" else None
    return verb is not None and s[verb].lemma in scene.lex["verbs.judging verbs.criticise"]


def _turned(stand: Stand) -> Stand:
    """How a deed stands for those who are told apart: "all but X" is not X, "nobody but X" is X."""
    found = stand.copy()
    if stand.mode == "denied":
        found.mode, found.polarity = "performed", "+"
    else:
        found.set("denied", None)
    return found


def _people(scene: Scene, m: Match) -> tuple[list[Mention], float]:
    """Whom it is told of, and the doubt where the parse had to be helped."""
    rule = m.rule
    people = [p for p in m.patients if scene.human(p)]
    people = [p for p in people if not (told_by_another(scene, p) or is_title_alone(scene, p))]
    if rule.patient == "any":
        recounted = [p for p in m.patients if rule.shape == "recount"]
        people = _owners(scene, m.patients, m.args.preps.get("against", [])) or recounted
    lost = m.args.passive and rule.type in LET_GO and rule.patient == "human" and rule.object is None
    if not people and lost:
        return left_of(scene, m), 0.2
    people = [p for p in people if not _among_them(scene, p)] or people
    if rule.type in LET_GO | {"DETAIN", "SENTENCE"} or rule.sub == "missing":
        people += beside(scene, people, m.args.trigger)
    whole = whole_before(scene, people, m.args.trigger)
    return [whole, *people] if whole is not None else people, 0.0


def _among_them(scene: Scene, p: Mention) -> bool:
    """ "Freed 3,113 inmates, *among them* 114 foreigners": some of those told, and no more of them."""
    before = scene.s.span_text(max(0, p.lo - 2), p.lo - 1).lower() if p.lo > 1 else ""
    return before in {"among them", "among whom", "of whom", "of them"}


def _stand(scene: Scene, m: Match, people: list[Mention]) -> Stand:
    noun = m.noun
    stand = (
        scene.modality.of_noun(scene.s, noun.i)
        if noun is not None
        else scene.modality.of_verb(scene.s, m.args.trigger)
    )
    if any(p.negative or not_all(scene, p) for p in people or m.patients):
        stand.set("denied", None)
    if noun is None and still_to_be(scene.s, m.args.trigger):
        stand.set("intended", None)
    if m.rule.type in _IN_LAW and noun is None and _may(scene, m.args.trigger):
        stand.set("hypothetical", None)
    served = m.rule.id == "sentence.give" and scene.s[m.args.trigger].lemma == "serve"
    if served and stand.mode == "performed" and not present(scene.s, scene.s[m.args.trigger]):
        stand.mode = "background"  # who was serving a term was sentenced before
    if m.rule.type in HELD and noun is None and _still_so(scene.s, m.args.trigger):
        stand.present = True
    return stand


def _still_so(s: Sentence, v: int) -> bool:
    """ "said he was still being held": the tense is the reporting verb’s, the state is today’s."""
    still = any(k.low == "still" for k in s.kids(v, "advmod"))
    past = any(k.low in {"had", "when", "until"} for k in s.kids(v, "aux", "advmod", "mark"))
    return still and not past and not any(k.dep == "advcl" and k.i > v for k in s.kids(v))


def _shift(m: Match, stand: Stand) -> None:
    """What a rule says of the mode by itself: a deal is not yet done, who is left out is not freed."""
    if m.rule.shape in UNSEEN_SHAPES or m.rule.shape == "death_row":
        stand.mode, stand.polarity, stand.factuality = "performed", "+", "CT"
    if m.rule.id == "sentence.will_spend":  # a court rules so: it is passed, and served yet
        stand.mode, stand.factuality = "performed", "CT"
    if m.rule.shape == "deal_for":
        stand.set("intended", None)
    if m.rule.mode is not None and (stand.mode == "performed" or m.rule.mode == "denied"):
        stand.set(m.rule.mode, m.args.trigger)
    if m.rule.id == "release.is_out" and stand.mode == "demanded":
        stand.mode = "intended"  # "should be out by Friday": nobody asks for it


def _complete(scene: Scene, m: Match, d: Draft) -> None:
    """What the rule and the clause add to a draft."""
    _shade(scene, m, d)
    signed_by(scene, m, d)
    _by_those_above(scene, m, d)
    places(scene, m, d)
    handed_on(scene, d)
    if m.rule.type == "SENTENCE":
        penalty(scene, m, d)
    if m.rule.shape == "list_total":
        _list_of(scene, m, d)


def _by_those_above(scene: Scene, m: Match, d: Draft) -> None:
    """ "The court ordered them released", "made them go": whose deed it is, told by the verb above.

    "Walked free out of Orlu High Court", "was convicted in a Lima court": also where it is done.
    """
    s, w = scene.s, scene.s[m.args.trigger]
    if m.rule.type == "SENTENCE" and not d.slots.get("authority"):
        courts = scene.mentions([i for p in ("in", "at", "before") for i in m.args.preps.get(p, ())])
        d.put("authority", *(c for c in courts[:1] if c.noun in scene.lex["nouns.court"]))
    if m.rule.type == "RELEASE" and not d.slots.get("releaser"):
        if w.dep == "ccomp" and s[w.head].lemma in scene.lex["lemmas.ordering"] and m.args.passive:
            d.put("releaser", *scene.mentions(subject(s, w.head)[0]))
        elif m.rule.id == "release.walk_free":
            courts = scene.mentions([i for p in ("of", "from") for i in m.args.preps.get(p, ())])
            named = (c for c in courts if c.noun in scene.lex["nouns.court"] and c.text[:1].isupper())
            d.add("releaser", *(Filler(c.name, "organisation", None, True) for c in named))
    made = w.dep in {"ccomp", "xcomp"} and w.tag == "VB" and s[w.head].lemma in {"make", "force", "compel"}
    if made and m.rule.type == "TRANSFER" and not d.slots.get("mover"):
        d.put("mover", *scene.mentions(subject(s, w.head)[0]))
        d.voluntariness = "stated_forced"


def _list_of(scene: Scene, m: Match, d: Draft) -> None:
    """Whose list, and how many stand on it."""
    s = scene.s
    for i in m.args.agent:
        of = [p.i for k in s.kids(i, "prep") if k.low == "of" for p in s.kids(k.i, "pobj")]
        owners = [k.i for k in s.kids(i, "poss")] or of
        d.put("definition_owner", *scene.mentions(owners or [i]))
        d.widen(*s.np(i))
    told = [q for q in scene.ms.numbers if q.kind == "count" and s.start + q.start > s[m.args.trigger].start]
    if told:
        d.quantity = told[0].quantity
        d.put("people", *(p for p in m.patients if p.quantity == d.quantity and scene.human(p)))
        d.widen(*s.at(s.start + told[0].start, s.start + told[0].end))


def _further(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """Drafts of what the same clause tells with its verb left out, and of the other side of a swap."""
    out: list[Draft] = []
    handed = m.rule.id == "release.hand_over"
    if m.rule.type == "TRANSFER" or handed:
        out += gapped(scene, m, first)
    if m.noun is None and (m.rule.type != "TRANSFER" or handed):
        out += gapped_agents(scene, m, first)
        out += counted_on(scene, m, first)
    if m.rule.shape == "mass_noun" and m.noun is not None:
        first.widen(*scene.s.np(m.noun.i))  # the words that say of whom: "the mass release"
    if m.rule.id == "release.return_noun":
        out += _went_home(scene, m, first)
    if m.rule.type in FREED:
        out += other_side(scene, m, first)
    if m.rule.type == "RELEASE":
        out += by_turns(scene, m, first) + reciprocal(scene, m, first)
        out += freed_with(scene, m, first)
    return out


def _went_home(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """ "The return home of 189 Chadians": they also went somewhere, and it says where."""
    noun, s = m.noun, scene.s
    if noun is None or noun.i + 1 >= len(s) or s[noun.i + 1].low != "home" or first.stand.mode == "denied":
        return []
    return [
        replace(
            first, rule="transfer.return_home", type="TRANSFER", sub="cross_border", source=None,
            args=replace(m.args, after="home"), roles={}, slots={"people": list(first.slots["people"])},
            stand=first.stand.copy(), hedges=list(first.hedges), voluntariness="unstated",
        )
    ]  # fmt: skip


def _owners(scene: Scene, things: list[Mention], against: list[int]) -> list[Mention]:
    """Whose term, conviction or custody: "the pastor's custody", "the conviction of nurse A. B."."""
    s = scene.s
    out = [x for x in scene.mentions(against) if scene.human(x)]
    for p in things:
        heads = [k.i for k in s.kids(p.head, "poss")]
        heads += s.objects(p.head, _OWNING)
        out += [x for x in scene.mentions(heads) if scene.human(x)]
    return out


def _shade(scene: Scene, m: Match, d: Draft) -> None:
    """What the clause adds to the rule: the hedge of a number, bail or parole, an instrument for an agent."""
    after = m.args.after
    if d.quantity is not None and (hedge := _HEDGED.match(d.quantity.cue)):
        d.hedges.append(hedge.group(1))
    if m.rule.type == "RELEASE" and _ON_BAIL.search(after) and "bail" in after:
        d.sub = "bail"
    if m.rule.type == "RELEASE" and _TERM_SERVED.search(scene.s.text):
        d.sub = "term_served"
    if m.rule.id == "detain.arrest" and scene.s[m.args.trigger].lemma in scene.lex["verbs.again"]:
        d.sub = "re_detain"
    if m.rule.type == "SENTENCE" and _MORE_TIME.search(after):
        d.sub = "add_term"
    if m.rule.type == "TRANSFER" and _ONWARD.match(after):
        d.sub = "onward"
    if m.rule.id == "custody.unseen" and any(
        called_held(scene.s.span_text(p.lo, p.hi), scene.lex) for p in d.slots.get("people", ())
    ):
        d.sub = "incommunicado"
    if m.rule.id == "clemency.grant":
        d.sub = next((kind for kind in ("parole", "amnesty") if re.search(rf"\b{kind}\b", after)), d.sub)
    if m.rule.id in {"transfer.go", "transfer.walk"} and _would_not(scene.s, d):
        d.sub, d.stand = "refuse_to_leave", Stand(hedges=d.stand.hedges)
    from_papers(scene, m, d)
    by_paper(scene, m, d)


def _would_not(s: Sentence, d: Draft) -> bool:
    """ "declined on the pier to sail to Osmia": an act of theirs, and no journey denied by others."""
    above = d.stand.governor
    verb = s[d.trigger]
    refuses = above is not None and s[above].lemma in {"refuse", "decline"} and s[above].tag != "VBN"
    return d.stand.mode == "denied" and refuses and verb.dep == "xcomp" and verb.head == above


def _refused(scene: Scene, m: Match, stand: Stand) -> str | None:
    """A rule for refusals wants one: "refused to cross", "would not leave"."""
    if not m.rule.refused:
        return None
    s, v = scene.s, m.args.trigger
    above = next((u for u in s.up(v) if u.tag.startswith("V")), None)
    refuses = above is not None and above.lemma in {"refuse", "decline"}
    would_not = any(k.low in {"would", "will"} for k in s.kids(v, "aux"))
    if stand.mode != "denied" or not (refuses or would_not):
        return "nobody refuses"
    stand.mode, stand.polarity, stand.factuality = "performed", "+", "CT"
    return None


def _parts(people: list[Mention]) -> list[list[Mention]]:
    """Groups with counts of their own are claims of their own; all others are told together."""
    counted = [p for p in people if p.quantity is not None and p.kind == "group"]
    if len(counted) < 2:
        return [people]
    rest = [p for p in people if p not in counted]
    return [[counted[0], *rest], *([p] for p in counted[1:])]


def _draft(scene: Scene, m: Match, people: list[Mention], stand: Stand) -> Draft:
    rule, s = m.rule, scene.s
    trigger = m.args.trigger
    chain, certain = scene.sources.chain(s, scene.ms, trigger)
    d = Draft(
        rule.id, rule.type, s, scene.ms, trigger, trigger, trigger, sub=rule.sub, alt_type=rule.alt_type,
        source=rule, stand=stand.copy(), args=m.args, attribution=chain, scope_certain=certain,
        voluntariness=rule.voluntariness, nominal=m.noun is not None,
    )  # fmt: skip
    if rule.shape == "recount":
        d.attribution = _counter(scene, m, m.agents)
    else:
        if rule.id == "harm.punish" and not chain and s[trigger].lemma == "describe":
            d.attribution = _counter(scene, m, people)  # who describes it tells of it
        d.put(rule.agent_role, *m.agents)
    d.put("people", *people)
    for p in [*m.agents, *people]:
        d.widen(p.lo, p.hi)
    d.widen(*m.args.used)
    if rule.shape in UNSEEN_SHAPES:  # "nobody has heard from them" is not quoted without the nobody
        d.widen(*(s.np(i)[0] for i in m.args.agent), *(k.i for k in s.kids(trigger, "neg")))
    if stand.governor is not None and s[stand.governor].tag.startswith(("V", "MD")):
        d.widen(stand.governor)
    d.hedges += stand.hedges
    d.quantity = next((p.quantity for p in people if p.quantity is not None), None)
    members(scene, d, people)
    d.quantity = together(s, d.slots["people"]) or d.quantity
    count_beside(scene, d)
    return d


def _counter(scene: Scene, m: Match, tellers: list[Mention]) -> list[Attribution]:
    """Who counts ("a charity counted 128") is the source of the count."""
    cue = scene.s[m.args.trigger].text
    links = [scene.sources.as_link(scene.s, scene.ms, x.head, cue) for x in tellers[:1]]
    return [a for a in links if a is not None]
