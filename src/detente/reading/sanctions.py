"""Frames of measures: imposed, eased with its step, kept."""

from __future__ import annotations

import re

from detente.reading.custody import _copy
from detente.reading.draft import Draft
from detente.reading.mentions import Mention
from detente.reading.modality import Stand
from detente.reading.scene import Match, Scene
from detente.records import Filler, Step

_ON = ("on", "against", "for", "over", "upon", "at")
_ASSET = re.compile(r"\b(?:assets?|funds?|accounts?|reserves?|money|billion|million|aid)\b")
_GOODS = re.compile(r"\b(?:imports?|exports?|sales?|purchases?|flights?|trade|dealings?|transactions?)\b")


def fill(scene: Scene, m: Match) -> list[Draft] | str:
    """Drafts of a match about sanctions, or why it is none."""
    rule, s = m.rule, scene.s
    measures = _measures(scene, m)
    if isinstance(measures, str):
        return measures
    stand = (
        scene.modality.of_noun(s, m.noun.i)
        if m.noun is not None
        else scene.modality.of_verb(s, m.args.trigger)
    )
    if any(p.negative for p in measures):
        stand.set("denied", None)
    chain, certain = scene.sources.chain(s, scene.ms, m.args.trigger)
    base = Draft(rule.id, rule.type, s, scene.ms, m.args.trigger, m.args.trigger, m.args.trigger, sub=rule.sub, source=rule,
                 stand=stand, args=m.args, attribution=chain, scope_certain=certain, step=_step(rule.step, stand), nominal=m.noun is not None)  # fmt: skip
    base.put(
        "authority",
        *[
            a
            for a in m.agents
            if a.kind in {"state", "organisation", "person", "group"} and a.anaphor != "who"
        ],
    )
    for p in [*m.agents, *measures]:
        base.widen(p.lo, p.hi)
    base.widen(*m.args.used)
    if stand.governor is not None and s[stand.governor].tag.startswith(("V", "MD")):
        base.widen(stand.governor)
    base.hedges += stand.hedges
    _authority_of(scene, base, measures)
    sectors = _objects(scene, m, base, measures)
    return _by_sector(base, sectors)


def _step(step: Step | None, stand: Stand) -> Step | None:
    """What is only agreed or said has no step beyond that (CODEBOOK §8.5)."""
    if step is None:
        return None
    if stand.mode in {"agreed", "promised"}:
        return "agreed" if stand.mode == "agreed" else "announced"
    if stand.mode in {"intended", "hypothetical", "conditional", "demanded", "denied"}:
        return "announced" if stand.mode == "intended" else "unspecified"
    return step


def _measures(scene: Scene, m: Match) -> list[Mention] | str:
    """The noun phrases that name the measure, or why there is none."""
    kind, s = m.rule.patient, scene.s
    found = m.patients
    if m.noun is not None and kind == "sanction":
        return found or [p for p in [scene.ms.at(m.noun.i)] if p is not None]
    if kind == "sanction":
        found = [p for p in found if scene.is_sanction(p) and not _is_other(scene, p)]
        if not found:
            return f"“{m.patients[0].text if m.patients else 'nothing'}” is no sanctions measure"
    elif kind == "licence":
        found = [p for p in found if s[p.head].lemma in scene.lex["nouns.licence"]]
        if not found:
            return f"“{m.patients[0].text if m.patients else 'nothing'}” is no licence"
        if not re.search(r"\b(?:licen[cs]es?|waivers?|derogation|exemption|OFAC|Treasury)\b", s.text, re.I):
            return "the licence is of another kind"
    elif kind == "target":
        found = [p for p in found if p.kind in {"state", "organisation", "person", "group", "place", "topic"}]
        if not found or not found[0].text:
            return "nobody is named as target"
        if m.rule.step == "delisted" and not re.search(
            r"\b(?:sanction|black ?list|lists?|delist|SDN)", s.text, re.I
        ):
            return "no list of sanctions is spoken of"
    return found


def _is_other(scene: Scene, p: Mention) -> bool:
    """Curbs and measures of another world: a speed limit, security measures."""
    words = {scene.s[i].lemma for i in range(p.lo, p.hi + 1)}
    head = scene.s[p.head].lemma
    if words & {"sanction", "sanctions", "embargo"}:
        return False
    if head in {"relief"}:
        return True
    weak = head in {
        "measure",
        "measures",
        "limit",
        "limits",
        "penalty",
        "penalties",
        "restriction",
        "restrictions",
        "curb",
        "curbs",
        "ban",
        "bans",
        "freeze",
        "tariff",
        "tariffs",
        "prohibition",
        "prohibitions",
        "blockade",
        "designation",
    }
    about = re.search(
        r"\b(?:sanction\w*|export\w*|import\w*|oil|potash|fertili[sz]er\w*|timber|cotton|gold|aviation|airlines?|banks?|banking|trade|economic|embargo|asset\w*|arms|visa\w*|travel|designat\w*|Treasury|OFAC|European Union|Brussels|Council|Union|licen[cs]e|budget aid|aid|salt|sector\w*)\b",
        scene.s.text,
    )
    return bool(weak and about is None)


def _authority_of(scene: Scene, d: Draft, measures: list[Mention]) -> None:
    """ "American sanctions", "the EU's ban", "U.S. sanctions": whose measure it is."""
    s = scene.s
    for p in measures:
        for i in range(p.lo, p.head + 1):
            hit = scene.ms.hit_at(i)
            owner = s[i].dep == "poss"
            if hit is None or hit.kind not in {"demonym", "state", "body", "capital", "office", "seat"}:
                if owner and s[i].low in {"its", "their"}:
                    continue
                continue
            name = hit.actor or hit.name
            if hit.kind == "demonym" and re.search(
                r"\b(?:exports?|potash|oil|timber|goods|gold|gas|companies|firms|banks?|entities|officials?|airlines?)\b",
                s.span_text(i, p.hi),
            ):
                d.add("target", Filler(name, "state"))
            elif not d.slots.get("authority"):
                d.add("authority", Filler(name, "state" if hit.kind != "body" else "organisation"))
            break


def _objects(scene: Scene, m: Match, d: Draft, measures: list[Mention]) -> list[Mention]:
    """Targets go into the draft; what is left are the sectors, in order."""
    s = scene.s
    sectors: list[Mention] = []
    rule = m.rule
    if rule.patient == "target":
        _put_targets(scene, d, measures, sectors)
        return sectors
    heads: list[int] = []
    for p in measures:
        for k in s.kids(p.head, "prep"):
            if k.low in _ON or k.low in {"of", "in"}:
                heads += [j for o in s.kids(k.i, "pobj") for j in s.conjuncts(o.i)]
    for prep in _ON:
        heads += [j for j in m.args.preps.get(prep, []) if j not in heads]
    if rule.patient == "any":
        for p in measures:
            for i in range(p.lo, p.head):
                if s[i].dep == "poss" or scene.ms.hit_at(i) is not None:
                    owner = scene.ms.at(i)
                    if owner is not None and owner.kind in {"state", "organisation"}:
                        d.put("target", owner)
            sectors.append(p)
    if rule.patient == "licence":
        _licensed(scene, m, d, sectors)
    found = [
        x
        for x in (scene.ms.at(j) for j in dict.fromkeys(heads))
        if x is not None and x.head not in {p.head for p in measures}
    ]
    _put_targets(scene, d, found, sectors)
    for p in measures:
        for i in range(p.lo, p.head):
            w = s[i]
            if (
                w.dep in {"compound", "amod", "nmod"}
                and w.lemma in scene.lex["nouns.sector"]
                and w.tag.startswith("NN")
            ):
                d.add("sector", Filler(w.text, "sector"))
            if w.low in {"other", "remaining"}:
                d.topic = p.text
    return sectors


def _licensed(scene: Scene, m: Match, d: Draft, sectors: list[Mention]) -> None:
    """ "a licence that lets Venezuela produce oil", "allowing dealings with three firms"."""
    s = scene.s
    for p in m.patients:
        for k in s.kids(p.head, "relcl", "acl"):
            for j in s.subtree(k.i):
                found = scene.ms.at(j)
                if found is not None and found.kind == "state":
                    d.put("target", found)
                elif s[j].lemma in scene.lex["nouns.sector"] and s[j].tag.startswith("NN"):
                    d.add("sector", Filler(s[j].text, "sector"))


def _put_targets(scene: Scene, d: Draft, found: list[Mention], sectors: list[Mention]) -> None:
    s = scene.s
    for x in found:
        if (x.quantity is not None and x.noun in {"month", "year", "day"}) or s[x.head].lemma in {
            "month",
            "year",
            "day",
            "time",
        }:
            continue
        owner = s.kid(x.head, "poss")
        owning = scene.ms.at(owner.i) if owner is not None else None
        is_sector = s[x.head].lemma in scene.lex["nouns.sector"] or any(
            s[i].lemma in scene.lex["nouns.sector"] for i in range(x.lo, x.hi + 1)
        )
        if owning is not None and owning.kind in {"state", "organisation"}:
            d.put("target", owning)
        elif x.anaphor == "country" or (owner is not None and s[owner.i].lemma in {"country", "nation"}):
            d.put("target", x if x.anaphor == "country" else owning or x)
        elif x.state is not None and is_sector:
            d.add("target", Filler(x.state, "state"))
        if is_sector and x.kind not in {"state"}:
            sectors.append(x)
        elif (
            x.kind in {"state", "organisation", "person", "place"}
            or (x.kind == "group")
            or (
                x.kind == "topic"
                and x.noun
                not in {
                    "list",
                    "place",
                    "force",
                    "effect",
                    "return",
                    "exchange",
                    "response",
                    "behalf",
                }
            )
        ):
            d.put("target", x)
        d.widen(x.lo, x.hi)


def _by_sector(base: Draft, sectors: list[Mention]) -> list[Draft]:
    """One draft for each sector of one commitment, so that each can be kept or broken alone."""
    if not sectors:
        return [base]
    out: list[Draft] = []
    start = base.lo
    for k, sector in enumerate(sectors):
        d = base if k == 0 else _twin(base)
        name = _sector_name(sector)
        d.roles["sector"] = [*base.roles.get("sector", [])] if k == 0 else []
        d.add("sector", Filler(name, "sector"))
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
    d = Draft(base.rule, base.type, base.sentence, base.mentions, base.trigger, base.lo, base.hi, sub=base.sub, source=base.source,
              stand=_copy(base.stand), args=base.args, attribution=list(base.attribution), scope_certain=base.scope_certain,
              step=base.step, nominal=base.nominal)  # fmt: skip
    d.slots = {k: list(v) for k, v in base.slots.items()}
    d.roles = {k: list(v) for k, v in base.roles.items() if k != "sector"}
    d.hedges = list(base.hedges)
    return d
