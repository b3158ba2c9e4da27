"""Frames of measures: imposed, eased with its step, kept."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.modality import Stand
from detente.reading.clauses.scene import Match, Scene
from detente.reading.frames.measure_counts import how_many
from detente.reading.frames.measure_owners import authority_of
from detente.reading.frames.no_measure import no_measure
from detente.reading.frames.sanction_targets import put_objects
from detente.reading.frames.target_lists import put_members
from detente.reading.nouns.mentions import Mention
from detente.reading.parsing.words import Sentence, Word
from detente.reading.shapes.idiom_shapes import no_longer
from detente.reading.shapes.sanction_measures import measures_of
from detente.reading.shapes.sanction_shapes import for_later, named, pattern, refusal, speaks_for, told_by
from detente.records import Attribution, Filler, Step

_NOUN_STEPS: dict[str, Step] = {"delisting": "delisted", "suspension": "suspended", "repeal": "repealed"}
_TO_BE = frozenset({"to", "be"})
_ONCE = frozenset({"once", "when", "after"})
_OWN = frozenset({"own", "same", "current", "existing", "present"})
_HIT_BY = ("under", "with", "to")
_ACTORS = frozenset({"state", "organisation", "person", "group"})


def fill(scene: Scene, m: Match) -> list[Draft] | str:
    """Drafts of a match about sanctions, or why it is none.

    Args:
        scene: the sentence and what looks at it.
        m: the rule that fits there, with its agents and patients.

    Returns:
        One draft for each sector; or the reason, for those who inspect.
    """
    m = replace(m, agents=_agents(scene, m))
    chain, certain = scene.sources.chain(scene.s, scene.ms, m.args.trigger)
    chain = [_seated_source(scene, a) for a in chain or _lost_source(scene, m.args.trigger)]
    measures = measures_of(scene, m, chain)
    if isinstance(measures, str):
        return measures
    if (why := no_measure(scene, m)) is not None:
        return why
    stand = _stand(scene, m, measures)
    if m.rule.id == "keep.renew" and stand.mode == "denied" and _beside_another(scene.s, m.args.trigger):
        return "what is done instead tells it"
    v = m.args.trigger
    d = Draft(m.rule.id, m.rule.type, scene.s, scene.ms, v, v, v, sub=m.rule.sub, source=m.rule, stand=stand,
              args=m.args, attribution=chain, scope_certain=certain, step=_step(_told_step(scene, m), stand),
              nominal=m.noun is not None)  # fmt: skip
    _put_agents(scene, d, m)
    _span(d, m, measures)
    d.hedges += stand.hedges
    if m.rule.patient in {"sanction", "licence"}:
        authority_of(scene, d, measures)
    elif m.rule.patient == "target" and not m.agents:  # "is under US sanctions", "was hit with an EU ban"
        behind = [i for prep in _HIT_BY for i in m.args.preps.get(prep, [])]
        authority_of(scene, d, [p for p in scene.mentions(behind) if scene.is_sanction(p)])
    sectors = put_objects(scene, m, d, measures)
    if d.type == "SANCTION_IMPOSE" and _stays_so(scene.s, v):
        d.type, d.sub = "SANCTION_KEEP", "stated_in_force"
    if d.type == "SANCTION_KEEP" and d.topic is None and m.rule.patient == "sanction":
        d.topic = next((told for p in measures if (told := _in_full(scene, p)) is not None), None)
    if m.rule.step == "delisted" and d.stand.mode == "denied" and measures:
        d.topic = _still_on(scene, measures[0])
    own = m.rule.patient == "sanction" and bool(d.roles.get("authority"))
    d.points_back = (
        not own
        and scene.heard.any
        and all(p.definite or p.anaphor is not None or p.lo == p.hi for p in measures)
    )
    d.sub = _sub(d, sectors)
    d.quantity = how_many(scene, d)
    put_members(scene, d)
    return _by_sector(d, sectors)


def _beside_another(s: Sentence, v: int) -> bool:
    """ "let it lapse rather than renewing it", "neither cancelled nor renewed"."""
    return s[s[v].head].low == "than" or any(w.low == "nor" for w in s.words[:v])


def _stays_so(s: Sentence, v: int) -> bool:
    """ "The firm remains designated": nothing is put on it anew."""
    before = next((s[i] for i in range(v - 1, -1, -1) if s[i].tag != "RB" and s[i].low not in _TO_BE), None)
    return s[v].tag in {"VBN", "VBD", "JJ"} and before is not None and named(before, "stays")


def _in_full(scene: Scene, p: Mention) -> str | None:
    """ "the ban on Osmian timber": a measure with what it is on, where that is said; without whose it is."""
    s = scene.s
    behind = [k for k in s.kids(p.head, "prep") if k.low in {"on", "against"} and k.i == p.head + 1]
    if p.anaphor is not None:
        return None
    own = [w.i for w in s.words[p.lo : p.head] if w.dep in {"compound", "amod"} and w.low not in _OWN]
    if not behind:  # "the arms embargo"
        goods = p.head - 1 in own and s[p.head - 1].dep == "compound" and s[p.head - 1].tag[:2] == "NN"
        return s.span_text(p.head - 1, p.head) if goods else None
    return s.span_text(min([*own, p.head]), max(s.subtree(behind[0].i)))


def _still_on(scene: Scene, p: Mention) -> str | None:
    """ "was never struck off the blacklist": who stays on what."""
    found = pattern("from_list").search(scene.s.text)
    return f"{p.name} on {found.group('list')}" if found is not None else None


def _span(d: Draft, m: Match, measures: list[Mention]) -> None:
    for p in [*m.agents, *measures]:
        d.widen(p.lo, p.hi)
    d.widen(*m.args.used)
    governor = d.stand.governor
    if governor is not None and d.sentence[governor].tag.startswith(("V", "MD")):
        d.widen(governor)
    s, until = d.sentence, d.stand.condition
    if d.type == "SANCTION_KEEP" and until is not None and until in s.text:  # "keep it until all are free"
        at = s.start + s.text.index(until)
        d.widen(*(i for i in s.at(at, at + len(until)) if s[i].start > s[m.args.trigger].start))


def _sub(d: Draft, sectors: list[Mention]) -> str | None:
    """Sanctions on people and firms put names on a list; on goods or a state they are a ban."""
    named = [x for x in d.slots.get("target", ()) if x.kind != "state"]
    if d.rule == "impose.verb" and named and not sectors and len(named) == len(d.slots["target"]):
        return "designate"
    if d.rule == "keep.remain" and d.stand.governor is not None:
        return "maintained"
    return d.sub


# ── who acts ──
def _agents(scene: Scene, m: Match) -> list[Mention]:
    """Those of the match; of an infinitive behind a noun, those the noun belongs to: "X's pledge to lift"."""
    s, w = scene.s, scene.s[m.args.trigger]
    if _only_asked(scene, w):
        return []
    if w.dep == "acl" and w.tag == "VB":
        headed = scene.ms.at(w.head) if _is_headline(s, w.i) else _promising_state(scene, w.head)
        owners = [headed] if headed is not None else scene.mentions(told_by(s, w.head))
        return [_seated(scene, a) for a in owners or m.agents]
    return [_seated(scene, a) for a in m.agents or _far_agents(scene, m)]


def _only_asked(scene: Scene, w: Word) -> bool:
    """ "called for lifting the ban", "rejected the terms for lifting it": whoever asks does not do it."""
    over = scene.s[w.head]
    above = scene.s[over.head]
    called = w.dep == "pcomp" and over.low == "for"
    called = called and (above.tag[:2] == "NN" or above.lemma in scene.lex["verbs.calling"])
    asked = w.tag == "VBG" and w.dep in {"xcomp", "ccomp"} and w.i > over.i
    return called or (asked and over.lemma in scene.lex.modes["verbs"]["demanded"])


def _promising_state(scene: Scene, n: int) -> Mention | None:
    """ "a British promise to ease": the state in the adjective."""
    for k in scene.s.kids(n, "amod", "compound"):
        hit = scene.ms.hit_at(k.i)
        if hit is not None and hit.kind in {"demonym", "state", "people", "capital"}:
            name = hit.actor or hit.name
            return Mention(k.i, k.i, k.i, "state", name, k.text, k.low, definite=True, state=name, hit=hit)
    return None


def _far_agents(scene: Scene, m: Match) -> list[Mention]:
    """ "were imposed on the firm by Norway": the model hangs "by" on the noun before it."""
    if not m.args.passive:
        return []
    s = scene.s
    objects = [j for heads in m.args.preps.values() for j in heads if not named(s[j], "dealing")]
    by = [o.i for j in objects for k in s.kids(j, "prep") if k.low == "by" for o in s.kids(k.i, "pobj")]
    return [x for x in scene.mentions(by) if x.kind in {"state", "organisation"}]


def _is_announced_ahead(s: Sentence, v: int) -> bool:
    """ "Norway to blacklist six judges": an infinitive as the main verb of a headline is not yet done."""
    w = s[v]
    if w.dep == "ROOT":
        return w.tag == "VB" and any(k.low == "to" for k in s.kids(v, "aux"))
    return w.dep == "acl" and w.tag == "VB" and _is_headline(s, v)


def _is_headline(s: Sentence, v: int) -> bool:
    """ "EU to sanction five judges": a name at the start, then an infinitive."""
    head = s[s[v].head]
    return head.tag.startswith("NNP") and head.i < v <= head.i + 2 and s.subtree(head.i)[0] == 0


def _seated(scene: Scene, x: Mention) -> Mention:
    """The union that speaks from a city, instead of the state it lies in."""
    union = speaks_for(scene.s[x.head].text) if x.kind == "state" else None
    return (
        x if union is None else replace(x, name=union, kind="organisation", state=None, hit=None, city=False)
    )


def _seated_source(scene: Scene, a: Attribution) -> Attribution:
    for w in scene.s.words:
        union = speaks_for(w.text)
        found = scene.ms.at(w.i) if union is not None else None
        if union is not None and found is not None and found.name == a.name:
            return Attribution(union, "organisation", a.cue, True, a.parts)
    return a


def _lost_source(scene: Scene, v: int) -> list[Attribution]:
    """ ", the notice states.", ", the minister underlined,": a speaker between commas that the model lost."""
    s = scene.s
    for w in s.words[2:]:
        if w.lemma not in scene.lex["verbs.report"] or (
            w.i + 1 < len(s) and s[w.i + 1].tag not in {",", ".", "''"}
        ):
            continue
        lo = next((j for j in range(w.i - 1, max(-1, w.i - 6), -1) if s[j].tag == ","), None)
        if lo is None or lo == w.i - 1 or lo < v or s[lo + 1].tag not in {"DT", "NNS", "NNP", "NNPS"}:
            continue
        if all(s[j].tag[:2] in {"DT", "NN", "JJ"} for j in range(lo + 1, w.i)):
            link = scene.sources.as_link(s, scene.ms, w.i - 1, w.text)
            return [link] if link is not None else []
    return []


def _is_nobody(scene: Scene, a: Mention) -> bool:
    """ "We are listing two firms", in a notice: nobody speaks. "We", in a minister's words, is hers."""
    s = scene.s
    quoted = any(w.tag in {"``", "''"} or w.low in {'"', "“", "”"} for w in s.words)
    return s[a.head].low in {"i", "we"} and not quoted


def _put_agents(scene: Scene, d: Draft, m: Match) -> None:
    for a in m.agents:
        if named(scene.s[a.head], "instrument"):
            d.add("instrument", Filler(a.name, "instrument"))
        elif a.kind in _ACTORS and a.anaphor != "who" and not _is_nobody(scene, a):
            d.put("authority", a)
    if m.noun is not None and m.rule.shape == "licence_allows" and m.patients:
        d.add("instrument", Filler(m.patients[0].name, "instrument"))


# ── how it stands ──
def _stand(scene: Scene, m: Match, measures: list[Mention]) -> Stand:
    s, v, rule = scene.s, m.args.trigger, m.rule
    stand = scene.modality.of_noun(s, m.noun.i) if m.noun is not None else scene.modality.of_verb(s, v)
    if stand.governor is not None and any(s[i].text == ";" for i in range(v, stand.governor)):
        stand = Stand()  # what stands behind a semicolon says nothing of the clause before it
    if rule.shape == "sanction_since":
        return Stand()  # "plans to end the curbs, in force since 2012": they are
    if rule.shape == "not_renewed" or rule.id == "impose.relief_ends":
        return _running_out(s, v, stand)
    if rule.id == "impose.or_face" and stand.mode != "denied":
        return Stand("hypothetical")  # "must free them or face sanctions": nobody asks for these
    if rule.shape in {"refused", "no_easing", "off_table"}:
        return _refusing(scene, m, stand)
    if rule.shape == "unaffected" or (
        rule.shape == "comes_off" and stand.mode == "denied" and no_longer(s, v)
    ):
        return Stand()  # "is no longer on the list": taken off it
    if any(p.negative for p in measures):
        stand.set("denied", None)
    if rule.mode is not None and stand.mode == "performed":
        stand.set(rule.mode, v)
    if rule.shape == "stays" and stand.mode in {"promised", "intended"}:
        stand.mode, stand.factuality = "performed", "CT"
    if m.noun is None and any(k.low == "whether" for k in s.kids(v, "mark")):
        stand = Stand("hypothetical", factuality="U")
    if m.noun is None and _is_announced_ahead(s, v):
        stand.modifier = False
        stand.set("intended", v)
    if s[v].lemma in {"authorise", "authorize"} and s[v].dep == "acl" and named(s[s[v].head], "instrument"):
        stand.set("hypothetical", v)  # "an order authorising sanctions against those involved"
    noun = s[s[v].head] if s[v].dep == "acl" and s[v].tag == "VBN" else None
    if noun is not None and noun.dep in {"dobj", "nsubjpass"} and named(s[noun.head], "eases"):
        stand.set("background", v)  # "lifted the sanctions imposed on nine judges"
    if s[v].lemma == "review":
        stand.set("hypothetical", v)  # whoever reviews a measure may keep it
    if rule.shape == "licence_allows":
        stand.mode = "performed" if stand.mode in {"intended", "promised"} else stand.mode
    _wait_for(s, v, stand)
    return stand if for_later(s, v) else _decided(scene, stand) or stand


def _decided(scene: Scene, stand: Stand) -> Stand | None:
    """ "Decided to lift them", "the Council voted to lift them": it is the act of who imposes and eases.

    Not "had decided to", but "said that it had", "is expected to decide to", "a decision to could come".
    """
    s, by = scene.s, stand.governor
    noun = by is not None and s[by].low == "decision"
    if stand.mode != "intended" or by is None:
        return None
    voted = s[by].lemma == "vote" and any(s[i].low == "council" for i in scene.arguments(by).agent)
    if not (noun or voted or s[by].lemma in scene.lex["verbs.settling"]):
        return None
    above = scene.modality.of_noun(s, by) if noun else scene.modality.of_verb(s, by)
    told = s[by].dep == "ccomp" and s[s[by].head].lemma in scene.lex["verbs.report"]
    if above.mode != "performed" or (above.perfect and not told):
        return None
    return Stand(hedges=stand.hedges)


def _refusing(scene: Scene, m: Match, stand: Stand) -> Stand:
    """A refusal is itself an act that stands; what would be eased is denied (CODEBOOK S3)."""
    at = refusal(scene.s, m.args.trigger) if m.noun is None else None
    out = Stand(condition=stand.condition, hedges=stand.hedges)
    if at is not None and at != m.args.trigger and scene.s[at].tag.startswith("V"):
        above = scene.modality.of_verb(scene.s, at)
        if above.mode not in {"denied", "performed"}:
            out.set(above.mode, above.governor)
    return out


def _running_out(s: Sentence, v: int, stand: Stand) -> Stand:
    """ "did not renew" lets it end; "will not renew" and "decided not to" tell that it is going to."""
    if stand.mode not in {"denied", "promised", "performed"}:
        return stand
    out = Stand(condition=stand.condition, hedges=stand.hedges)
    if not {k.low for k in s.kids(v, "aux", "auxpass")} & {"did", "was", "were"}:
        out.set("intended", v)
    return out


def _wait_for(s: Sentence, v: int, stand: Stand) -> None:
    """ "will lift the ban once the last hostage is home": what is promised waits for that."""
    if stand.mode not in {"promised", "intended", "agreed"}:
        return
    for k in s.kids(v, "advcl"):
        below = s.subtree(k.i)
        past = s[below[0]].low == "after" and k.tag == "VBD"
        if s[below[0]].low in _ONCE and below[0] > v and not past:
            stand.set("conditional", k.i)
            stand.condition = s.span_text(below[0], below[-1])


def _told_step(scene: Scene, m: Match) -> Step | None:
    """The step of the rule; a delisting and a suspension say theirs by the noun itself."""
    if m.noun is not None and m.rule.step == "unspecified":
        return _NOUN_STEPS.get(scene.s[m.noun.i].low, m.rule.step)
    return m.rule.step


def _step(step: Step | None, stand: Stand) -> Step | None:
    """What is only agreed or said has no step beyond that (CODEBOOK §8.5)."""
    if step is None:
        return None
    if stand.mode in {"agreed", "promised"}:
        return "agreed" if stand.mode == "agreed" else "announced"
    if stand.mode in {"intended", "hypothetical", "conditional", "demanded", "denied"}:
        return "announced" if stand.mode == "intended" else "unspecified"
    return step


def _by_sector(base: Draft, sectors: list[Mention]) -> list[Draft]:
    """One draft for each sector of one commitment, so that each can be kept or broken alone."""
    if not sectors:
        return [base]
    out: list[Draft] = []
    start = base.lo
    for k, sector in enumerate(sectors):
        d = base if k == 0 else _twin(base)
        d.roles["sector"] = [*base.roles.get("sector", [])] if k == 0 else []
        d.add("sector", Filler(_sector_name(sector), "sector"))
        out.append(d)
    if len(out) > 1:
        for k, (d, sector) in enumerate(zip(out, sectors, strict=True)):
            d.lo, d.hi = (start, sector.hi) if k == 0 else (_joint(d, sector), sector.hi)
    return out


def _joint(d: Draft, sector: Mention) -> int:
    before = sector.lo - 1
    return before if before > 0 and d.sentence[before].low == "and" else sector.lo


def _sector_name(sector: Mention) -> str:
    name = re.sub(r"^.*[’']s?\s+", "", sector.name)
    return name or sector.name


def _twin(base: Draft) -> Draft:
    return replace(
        base,
        stand=base.stand.copy(),
        roles={k: list(v) for k, v in base.roles.items() if k != "sector"},
        slots={k: list(v) for k, v in base.slots.items()},
        attribution=list(base.attribution),
        hedges=list(base.hedges),
        content=[],
        links=[],
    )
