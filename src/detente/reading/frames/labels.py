"""Labels that somebody must own: political prisoner, hostage, terrorist (CODEBOOK §8.12)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from detente.reading.clauses.arguments import is_verb
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.modality import Stand
from detente.reading.clauses.scene import Scene
from detente.reading.nouns.mentions import Mention
from detente.reading.parsing.words import PROPER
from detente.reading.shapes.drafting import record
from detente.records import Attribution, Filler, FillerKind

_OWNERS = frozenset({"group", "organisation", "person", "state", "place", "office", "outlet"})
_LABELLED = frozenset({"group", "organisation", "person", "topic"})
_LIGHT = frozenset({"DT", "RB", "``", "''", ":", "HYPH", "PRP$", "JJ", "TO"})
_REACH = 16
"""So many words at most lie between a verb of labelling and its label."""


@dataclass
class _Tie:
    """How a label hangs on those who give it: the verb, the owners, those labelled."""

    rule: str
    verb: int
    owners: list[Mention] = field(default_factory=list)
    subjects: list[Mention] = field(default_factory=list)
    dropped: bool = False  # taken off a list
    act: bool = False  # the label is given here and now, not merely held


def labels(scene: Scene) -> Iterator[Draft]:
    """Drafts of RECOGNITION: labels given by somebody, denied, listed, or in the outlet's own voice."""
    s = scene.s
    plain = [*scene.lex.pattern("label").finditer(s.text)]
    own_voice = {m.span() for m in plain}
    taken: list[tuple[int, int]] = []
    for match in (*plain, *scene.lex.pattern("label_owned").finditer(s.text)):
        if any(a < match.end() and b > match.start() for a, b in taken):
            continue
        taken.append(match.span())
        words = s.at(s.start + match.start(), s.start + match.end())
        head = _head(scene, words)
        tie = _listed(scene, head) or _list_stands(scene, head)
        tie = tie or _described(scene, words[0], head) or _said_to_be(scene, head)
        d = _tied(scene, tie, words, head) if tie is not None else None
        if d is None and match.span() in own_voice:
            d = _own_voice(scene, words, head)
        if d is not None:
            d.label = match.group(0)
            yield d


def _head(scene: Scene, words: list[int]) -> int:
    """The word of the label on which the others hang: "prisoners" of "prisoners of conscience"."""
    inside = set(words)
    return next((i for i in words if scene.s[i].head not in inside or scene.s[i].head == i), words[-1])


def _own_voice(scene: Scene, words: list[int], head: int) -> Draft | None:
    m = scene.ms.at(head)
    if m is None or scene.s[head].dep == "compound" or scene.s[head].tag in PROPER:
        return None  # "the Mechanism for the Recognition of Political Prisoners"
    lo = min(words[0], m.lo) if m.head == head else words[0]
    d = record(scene, "recognition.label", "RECOGNITION", lo, words[-1], mode="asserted")
    d.put("subject", m)
    if m.negative or any(u.lemma in scene.lex["verbs.deny"] for u in scene.s.up(head)):
        d.stand = Stand("denied", "-")
        _own_by_source(d)
    return d


def _tied(scene: Scene, tie: _Tie, words: list[int], head: int) -> Draft | None:
    s = scene.s
    label = scene.ms.at(head)
    subjects = tie.subjects or ([label] if label is not None else [])
    if not subjects:
        return None
    lo = min([tie.verb, words[0], *(p.lo for p in tie.owners)])
    hi = max([tie.verb, words[-1], *(p.hi for p in tie.owners)])
    d = record(scene, tie.rule, "RECOGNITION", lo, hi, mode="asserted")
    d.trigger = tie.verb
    d.put("subject", *subjects)
    d.put("recogniser", *tie.owners)
    chain, d.scope_certain = scene.sources.chain(s, scene.ms, tie.verb)
    d.attribution = chain
    if tie.owners:
        link = _as_source(scene, tie.owners, s[tie.verb].text)
        d.attribution = [*(a for a in chain if a.name != link.name), link]
    elif tie.rule == "recognition.said":
        _own_by_source(d)
    _stand(scene, d, tie)
    _hedge(scene, d, tie.verb)
    criteria = scene.lex.pattern("label_criteria").search(s.text, s[tie.verb].start - s.start)
    d.topic = criteria.group(0) if criteria is not None else None
    return d


def _stand(scene: Scene, d: Draft, tie: _Tie) -> None:
    stand = scene.modality.of_verb(scene.s, tie.verb)
    if stand.mode == "performed":
        stand.mode = "performed" if tie.act else "asserted"
    before = scene.s.text[: scene.s[tie.verb].start - scene.s.start]
    no_longer = scene.lex.pattern("no_longer").search(before) is not None
    if no_longer and stand.mode == "denied":
        stand.mode = "asserted"  # taken back by whoever had given it
    if (tie.dropped or no_longer) and stand.polarity == "+":
        stand.polarity = "-"
    if any(m.negative for m in d.slots["subject"]) and stand.polarity == "+":
        stand.mode, stand.polarity = "denied", "-"
    d.stand = stand


def _hedge(scene: Scene, d: Draft, verb: int) -> None:
    for k in scene.s.kids(verb, "advmod"):
        if k.low in scene.lex["closed.hedge"]:
            d.hedges.append(k.text)
            d.widen(k.i)


# ── whose label it is ──
_FILLERS: dict[str, FillerKind] = {
    "person": "person",
    "outlet": "outlet",
    "unnamed": "group",
    "witness": "group",
}


def _own_by_source(d: Draft) -> None:
    """He who says "they are hostages" gives the label himself."""
    if d.attribution:
        by = d.attribution[-1]
        d.add(
            "recogniser", *(Filler(n, _FILLERS.get(by.kind, "organisation")) for n in by.parts or (by.name,))
        )


def _as_source(scene: Scene, owners: list[Mention], cue: str) -> Attribution:
    s = scene.s
    names = tuple(scene.sources.name(s, p) for p in owners)
    text = s.span_text(owners[0].lo, owners[-1].hi) if len(owners) > 1 else names[0]
    kind = scene.sources.kind(s, owners[-1])
    return Attribution(text, kind, cue, False, names if len(names) > 1 else ())


# ── "described by X as …", "whom X regards as …", "X calls them …", "what X calls …" ──
def _described(scene: Scene, first: int, head: int) -> _Tie | None:
    quoted = first > 0 and scene.s[first - 1].tag == "``"  # the mark opens the label, whatever the parse
    found = _labelling_verb(scene, first if quoted else min(first, scene.s.np(head)[0]))
    if found is None:
        return None
    verb, start = found
    a = scene.arguments(verb)
    owners = [p for p in scene.mentions(a.agent) if p.kind in _OWNERS and p.anaphor != "who"]
    if a.passive:
        owners = owners or _behind_by(scene, verb, start)
        subjects = _agreeing(scene, scene.mentions(a.patient), verb, head)
    else:
        subjects = _between(scene, verb, start, owners) or _fronted(scene, verb, head)
        if not owners:
            return None
    return _Tie("recognition.described", verb, owners, subjects)


def _labelling_verb(scene: Scene, lo: int) -> tuple[int, int] | None:
    """The verb that gives the label before word ``lo``, and where its "as" or the label begins."""
    s, i = scene.s, lo
    while i > 0 and (s[i - 1].tag in _LIGHT or s[i - 1].low in {"be", "being"}):
        if s[i - 1].tag == "JJ" and s[i - 1].dep != "amod":
            break
        i -= 1
    as_ = i > 0 and s[i - 1].low == "as"
    pattern = scene.lex.pattern("labelling" if as_ else "labelling_bare")
    for j in range(i - 1, max(-1, i - _REACH), -1):
        w = s[j]
        if w.text == ";":
            return None
        if w.tag.startswith("V") and pattern.match(w.low) and w.dep not in {"compound"}:
            return (j, i) if as_ or _small_clause(scene, j, lo) else None
        if is_verb(w) and w.dep not in {"aux", "auxpass", "relcl", "acl"}:
            return None
    return None


def _small_clause(scene: Scene, verb: int, lo: int) -> bool:
    """Without "as" the label must be said of another: "calls them hostages", "was deemed a spy"."""
    s = scene.s
    if scene.arguments(verb).passive or any(s[k].tag in {"WP", "WDT"} for k in range(max(0, verb - 6), verb)):
        return all(s[k].tag not in {"IN", "TO"} for k in range(verb + 1, lo))
    between = [m for k in range(verb + 1, lo) if (m := scene.ms.at(k)) is not None and m.head == k]
    return bool(between) and all(s[k].low not in {"for", "about", "against"} for k in range(verb + 1, lo))


def _between(scene: Scene, verb: int, end: int, owners: list[Mention]) -> list[Mention]:
    """The object between verb and label, with what is joined to it."""
    s, lex = scene.s, scene.lex
    for j in range(verb + 1, end):
        m = scene.ms.at(j)
        if m is None or m.head != j or s[j].dep in {"det", "poss", "compound", "amod", "nummod", "quantmod"}:
            continue
        if m in owners or not (scene.human(m) or m.kind in _LABELLED) or s[j].lemma in lex["nouns.thing"]:
            continue
        joined = [c for c in s.conjuncts(j) if c < end]
        return [p for p in scene.mentions(joined) if p.kind in _LABELLED]
    return []


def _fronted(scene: Scene, verb: int, head: int) -> list[Mention]:
    """ "the sailors whom Osmia regards as hostages": the head of the relative clause."""
    found = [
        p for p in scene.mentions(scene.arguments(verb).patient) if p.head != head and p.anaphor != "who"
    ]
    above = next((u for u in [scene.s[verb], *scene.s.up(verb)] if u.dep == "relcl"), None)
    if not found and above is not None:
        found = scene.mentions([above.head])
    return [p for p in found if scene.human(p) and p.head < verb]


def _behind_by(scene: Scene, verb: int, end: int) -> list[Mention]:
    s = scene.s
    by = next((k for k in range(verb + 1, min(verb + 4, len(s))) if s[k].low == "by"), None)
    if by is None:
        return []
    heads = [p.i for p in s.kids(by, "pobj") if p.i < end or end < verb]
    return [p for p in scene.mentions([j for h in heads for j in s.conjuncts(h)]) if p.kind in _OWNERS]


def _agreeing(scene: Scene, found: list[Mention], verb: int, head: int) -> list[Mention]:
    """Those labelled agree in number with the label, whatever noun the parser hung the participle on."""
    s = scene.s
    people = [p for p in found if scene.human(p) and p.head != head]
    if s[head].tag != "NNS" or any(p.kind == "group" or p.anaphor for p in people) or len(people) > 1:
        return people
    for j in range(verb - 1, -1, -1):
        m = scene.ms.at(j)
        if m is not None and m.head == j and m.kind == "group" and scene.human(m) and m.plural:
            return [m]
    return people


# ── lists ──
def _listed(scene: Scene, head: int) -> _Tie | None:
    """ "added X to its list of political prisoners", "struck from the group's register of …"."""
    s = scene.s
    w = s[head]
    up = s[w.head]
    at = up.head if w.dep == "pobj" and up.low in {"of", "for"} else w.head if w.dep == "compound" else head
    if at == head or s[at].lemma not in scene.lex["nouns.list"]:
        return None
    verb = s.verb_of(at)
    owner = _list_owner(scene, at)
    if verb is None:
        return _Tie("recognition.list", at, owner) if owner else None
    a = scene.arguments(verb)
    added = scene.lex.pattern("list_add").match(s[verb].low) is not None
    dropped = scene.lex.pattern("list_drop").match(s[verb].low) is not None
    if not (added or dropped or s[verb].lemma == "be"):
        return _Tie("recognition.list", at, owner) if owner else None
    whom = a.patient if a.passive or s[verb].lemma != "be" else a.agent
    people = [p for p in scene.mentions(whom) if scene.human(p) and p.head not in {head, at}]
    if not owner and not a.passive and s[verb].lemma != "be":
        owner = [p for p in scene.mentions(a.agent) if p.kind in _OWNERS]
    return _Tie("recognition.list", verb, owner, people, dropped, added or dropped) if people else None


def _list_stands(scene: Scene, head: int) -> _Tie | None:
    """ "The list of the Lantern Group stood at 381 political prisoners": the label is its owner's."""
    s = scene.s
    up = s[s[head].head]
    verb = s[up.head] if s[head].dep == "pobj" and up.low == "at" else None
    if verb is None or verb.lemma != "stand":
        return None
    lists = [i for i in scene.arguments(verb.i).agent if s[i].lemma in scene.lex["nouns.list"]]
    of = [p for i in lists for p in scene.mentions(s.objects(i, frozenset({"of"})))]
    owners = [p for i in lists for p in _list_owner(scene, i)] or [p for p in of if p.kind == "organisation"]
    return _Tie("recognition.list", verb.i, owners) if owners else None


def _list_owner(scene: Scene, at: int) -> list[Mention]:
    """Whose list it is: "Viasna's list", "a list kept by the church"."""
    s = scene.s
    found = [k.i for k in s.kids(at, "poss") if k.tag != "PRP$"]
    for k in s.kids(at, "acl"):
        found += scene.arguments(k.i).agent
    return [p for p in scene.mentions(found) if p.kind in _OWNERS]


# ── "they are hostages, the minister said"; "he is no spy" ──
def _said_to_be(scene: Scene, head: int) -> _Tie | None:
    """A label told of somebody by a speaker, or denied; what the outlet itself says is its own voice."""
    s = scene.s
    w, up = s[head], s[s[head].head]
    if w.dep not in {"attr", "acomp"} or up.lemma not in {"be", "become", "remain"}:
        return None
    a = scene.arguments(up.i)
    there = s.kid(up.i, "expl") is not None
    people = [p for p in scene.mentions(a.agent) if scene.human(p) and not there]
    chain, _ = scene.sources.chain(s, scene.ms, up.i)
    denied = scene.modality.of_verb(s, up.i).polarity == "-"
    if not (chain or denied):
        return None
    subject = people or [m for m in [scene.ms.at(head)] if m is not None]
    return _Tie("recognition.said", up.i, [], subject) if subject else None
