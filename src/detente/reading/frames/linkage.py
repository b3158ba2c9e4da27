"""Cues that tie a give to a take, with their class (CODEBOOK §6); headings give nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Literal

from detente.language.gazetteer import gazetteer
from detente.reading.clauses.arguments import subject
from detente.reading.clauses.asked import questioned
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.false_reports import called_untrue
from detente.reading.clauses.modality import Stand
from detente.reading.clauses.scene import Scene
from detente.reading.nouns.mentions import Mention
from detente.reading.parsing.words import Sentence
from detente.records import Attribution, Linkage, LinkageClass

Direction = Literal["answers", "answered_by", "follows", "precedes", "mutual"]
_FIRST = frozenset({"we", "our", "us", "i", "my", "ours"})


def linkages(scene: Scene, *, heading: bool = False) -> Iterator[Draft]:
    """Drafts of LINKAGE in a sentence or heading."""
    s, lex = scene.s, scene.lex
    taken: list[tuple[int, int]] = []
    for match in lex.no_tie.finditer(s.text):
        if lex.pattern("give_or_take").search(s.text) is None and not lex.pattern("tied").search(
            match.group(0)
        ):
            continue
        taken.append(match.span())
        if _about_ties(scene, match):
            yield _denied(scene, match, heading=heading)
    for row, cue in lex.ties_in(s.text):
        if row.get("headings", False) > heading:
            continue
        for match in cue.finditer(s.text):
            if any(a < match.end() and b > match.start() for a, b in taken):
                continue
            if _holds(scene, row, match):
                untold = row["class"] != "L1" and _is_denied(scene, match)
                if untold and taken:
                    continue  # "nothing was given in return": denied once
                taken.append(match.span())
                told = _denied if untold or _called_false(scene, match) else partial(_tie, row=row)
                yield told(scene, match, heading=heading)


def _called_false(scene: Scene, match: re.Match[str]) -> bool:
    """ "Reports that the ruling was traded for grain are false"."""
    before, after = scene.s.text[: match.start()], scene.s.text[match.end() :]
    pattern = scene.lex.pattern
    return bool(pattern("hearsay").search(before) and pattern("called_false").search(after))


def _holds(scene: Scene, row: Mapping[str, Any], match: re.Match[str]) -> bool:
    """Does the cue stand between acts of ours: give and take, or two acts in order of time?"""
    s, lex = scene.s, scene.lex
    if questioned(s, s.at(s.start + match.start(), s.start + match.end())[0]):
        return False
    if row["class"] == "L1":
        return _order(scene, match, opposed=row.get("opposed", False))
    if row.get("each_side", False):
        return _each_gives(scene, match.group("one"), match.group("two"))
    if row.get("alone", False):
        return True
    if row.get("agreed", False):
        return _both_act(scene, match)
    if row.get("opposed", False):
        return _order(scene, match, opposed=True)
    if row.get("depends", False):
        return lex.pattern("gives_relief").search(s.text[: match.start()] + s.text[match.end() :]) is not None
    bare = (
        lex.pattern("only_a_deal").match(match.group(0)) is not None
    )  # "flaws in the deal": no act beside it
    beside = s.text[: match.start()] + s.text[match.end() :] if bare else s.text
    if lex.pattern("give_or_take").search(beside) is not None:
        return True
    # "In return, Spain unfroze the accounts": the other act stands in a sentence before
    return lex.pattern("points_back").match(match.group(0)) is not None and (
        bool(_states(scene)) or lex.pattern("gives_relief").search(s.text) is not None
    )


def _both_act(scene: Scene, match: re.Match[str]) -> bool:
    """What the two agreed is told beside it: an act of ours, and some state's."""
    return scene.lex.pattern("give_or_take").search(scene.s.text) is not None and bool(_subjects(scene))


def _subjects(scene: Scene) -> list[Mention]:
    """The states that do something in the sentence: "Varland will free ten and Osmia will open a bridge"."""
    return [m for m in _states(scene) if scene.s[m.head].dep == "nsubj"]


def _is_denied(scene: Scene, match: re.Match[str]) -> bool:
    """ "Denied that they were freed in exchange for grain", "would not call it a swap": what ties nothing."""
    s = scene.s
    i = s.at(s.start + match.start(), s.start + match.end())[0]
    if s[i].tag[:2] == "NN":
        return scene.modality.of_noun(s, i).mode == "denied"  # "denied the sale of two boats for 31 men"
    verb = i if s[i].tag[:1] == "V" else s.verb_of(i)
    if verb is None or called_untrue(s, verb, scene.lex):
        return verb is not None
    return scene.modality.of_verb(s, verb).mode == "denied"


def _order(scene: Scene, match: re.Match[str], *, opposed: bool) -> bool:
    """Order in time counts between acts of ours; where the cue is a common word, between give and take."""
    before, after = scene.s.text[: match.start()], scene.s.text[match.end() :]
    give, take = scene.lex.pattern("gives_people"), scene.lex.pattern("gives_relief")
    if opposed:
        return any(x.search(before) and y.search(after) for x, y in ((give, take), (take, give)))
    act = scene.lex.pattern("act_in_order")
    after = scene.s.text[match.start() :]
    return bool(act.search(after)) and (bool(act.search(before)) or not before.strip())


def _each_gives(scene: Scene, one: str, two: str) -> bool:
    """ "We opened our ports, they opened the cells": the one lets people out, the other gives relief."""
    give, take = scene.lex.pattern("gives_people"), scene.lex.pattern("gives_relief")
    undone = any(
        scene.lex["closed.negation"] & {*half.lower().split()} or "n't" in half for half in (one, two)
    )
    return not undone and any(give.search(x) and take.search(y) for x, y in ((one, two), (two, one)))


def _about_ties(scene: Scene, match: re.Match[str]) -> bool:
    """Some words deny a tie only beside an act of grace, or where they are themselves denied."""
    lex, text = scene.lex, scene.s.text
    cue = match.group(0)
    if lex.pattern("grace").search(cue):
        return lex.pattern("act_of_grace").search(text) is not None
    if lex.pattern("ransom").search(cue):
        return lex.pattern("said_not").search(text[: match.end()]) is not None
    return True


# ── drafts ──
def _denied(scene: Scene, match: re.Match[str], *, heading: bool) -> Draft:
    d = _draft(scene, match, "linkage.denied", heading=heading)
    d.widen(*_clause_of(scene.s, d.lo))
    d.stand.polarity, d.stand.mode = "-", "denied"
    d.linkage = Linkage("L2", match.group(0), "mutual")
    return d


def _tie(scene: Scene, match: re.Match[str], *, row: Mapping[str, Any], heading: bool) -> Draft:
    d = _draft(scene, match, "linkage.cue", heading=heading)
    noun = scene.modality.of_noun(d.sentence, d.trigger).mode if d.sentence[d.trigger].tag[:2] == "NN" else ""
    if noun in {"hypothetical", "demanded", "intended"}:
        d.stand.mode = "hypothetical"  # "asked for an exchange of nine Danes for three Chadians"
    if row.get("depends", False):
        d.stand.mode = "hypothetical"  # it ties what is a bargain by other words, and makes none
    class_: LinkageClass = row["class"]
    if class_ == "L2" and row.get("own_words", False) and _own_words(scene, d):
        d.speaks_for = _speaks_for(scene, d.attribution[-1]) if row.get("alone", False) else frozenset()
        class_ = "L2" if d.speaks_for else "L3"  # whether he is of a side, the report tells
    if row.get("agreed", False):
        d.put("party", *(m for m in _subjects(scene) if m not in d.slots.get("party", [])))
    d.own_words = row.get("own_words", False) and (
        not d.attribution or any(w.low in _FIRST for w in scene.s.words)
    )
    d.linkage = Linkage(class_, match.group(0), _direction(scene, row, match))
    d.stand.condition = _condition(scene, d, match) if row.get("condition", False) else None
    return d


def _draft(scene: Scene, match: re.Match[str], rule: str, *, heading: bool) -> Draft:
    s = scene.s
    words = s.at(s.start + match.start(), s.start + match.end())
    lo, hi = words[0], words[-1]
    lo, hi = (0, len(s) - 1) if heading else _widen(s, lo, hi)
    d = Draft(rule, "LINKAGE", s, scene.ms, words[0], lo, hi)
    d.stand = Stand("asserted")
    d.attribution, d.scope_certain = scene.sources.chain(s, scene.ms, words[0])
    if s[words[0]].lemma in scene.lex["verbs.terming"]:  # "the envoy called it a swap": he says so
        heads, _ = subject(s, words[0])
        own = scene.sources.as_link(s, scene.ms, heads[0], s[words[0]].text) if heads else None
        d.attribution += [own] if own is not None else []
    elif not d.attribution:
        d.attribution = _asker(scene, words[0])
    d.kind = "heading" if heading else "body"
    speakers = {a.name for a in d.attribution}
    verb = s.verb_of(words[0])
    acting = _acting(scene, verb) if verb is not None else []
    for m in [*acting, *_states(scene, lo, min(hi + 6, len(s) - 1))]:
        if m.name not in speakers and not _only_brokers(scene, m):
            d.put("party", m)
    return d


def _asker(scene: Scene, i: int) -> list[Attribution]:
    """ "Deputies asked who had approved “the sale of two boats for nine men”": whose words a quote is."""
    s = scene.s
    verb = next((w for w in s.up(i) if w.lemma in {"ask", "wonder"}), None)
    if verb is None or not any(w.tag == "``" for w in s.words[verb.i : i]):
        return []
    heads = [verb.head] if verb.dep == "acl" else subject(s, verb.i)[0]
    link = scene.sources.as_link(s, scene.ms, heads[0], verb.text) if heads else None
    return [link] if link is not None else []


def _acting(scene: Scene, verb: int) -> list[Mention]:
    """States whose act the cue hangs on: "Chile freed six dockers in return for …"."""
    return [m for m in scene.mentions(subject(scene.s, verb)[0]) if m.kind == "state"]


def _states(scene: Scene, lo: int = 0, hi: int | None = None) -> list[Mention]:
    """States that act in these words: "in Minsk" is a place."""
    s = scene.s
    out = []
    for i in range(lo, (len(s) - 1 if hi is None else hi) + 1):
        m = scene.ms.at(i)
        if m is None or m.kind != "state" or m.head != i:
            continue
        if not m.city or s[i].dep in {"nsubj", "nsubjpass"} or _between(s, i):
            out.append(m)
    return out


def _between(s: Sentence, i: int) -> bool:
    """ "An exchange between Oslo and Lima": two that act, by the names of their capitals."""
    first = s[i] if s[i].dep != "conj" else s[s[i].head]
    return first.dep == "pobj" and s[first.head].low == "between"


def _only_brokers(scene: Scene, m: Mention) -> bool:
    """ "a deal brokered by Qatar": who brokers is no side."""
    s = scene.s
    up = s[s[m.head].head]
    verb = s[up.head] if up.low == "by" else up
    return scene.lex.pattern("brokers").match(verb.low) is not None


def _own_words(scene: Scene, d: Draft) -> bool:
    """Does a side tie the acts by itself: an official speaks of the acts of his own state?

    A speaker whose name carries a state speaks for a side only where that state acts in the
    sentence, or where he says "we".
    """
    if not d.attribution or d.attribution[-1].kind != "official":
        return False
    told = {m.name for m in _states(scene)}
    own = _states_of(d.attribution[-1])
    first = any(w.low in _FIRST for w in scene.s.words)
    return first or not own or bool(own & told) or not (told - own)


def _speaks_for(scene: Scene, speaker: Attribution) -> frozenset[str]:
    """The states of a speaker, by his name or by the office beside it."""
    named = (m for w in scene.s.words if (m := scene.ms.at(w.i)) is not None and m.name == speaker.name)
    return frozenset({*_states_of(speaker), *(m.state for m in named if m.state is not None)})


def _states_of(speaker: Attribution) -> set[str]:
    hits = gazetteer().find(speaker.name)
    return {n for h in hits for n in (h.actor, h.name if h.kind != "office" else None) if n}


def _direction(scene: Scene, row: Mapping[str, Any], match: re.Match[str]) -> Direction:
    """How the clause of the cue stands to the other act; "was followed by" turns the order round."""
    said: Direction = row.get("direction", "answers")
    if said in {"follows", "precedes"}:
        was = scene.lex.pattern("turned_round").search(
            scene.s.text[max(0, match.start() - 12) : match.end() + 4]
        )
        return "precedes" if was else said
    return said


def _condition(scene: Scene, d: Draft, match: re.Match[str]) -> str:
    """The words of the condition, up to the end of its clause."""
    tail = scene.s.text[match.start() :]
    stop = re.search(r"[,;]|[.!?]?[\"”’']*$", tail)
    return tail[: stop.start()] if stop is not None else tail


_SEEN = frozenset({"be", "see", "have", "find", "know"})


def _clause_of(s: Sentence, i: int) -> list[int]:
    """ "There was no swap", "I see no bargain here": the short clause that says there is none."""
    verb = s.verb_of(i)
    if verb is None or s[verb].lemma not in _SEEN or not 0 < i - verb <= 3:
        return []
    first = [s.np(k.i)[0] for k in s.kids(verb, "nsubj", "expl") if k.i < verb]
    return [*first, *(k.i for k in s.kids(verb, "advmod") if k.i > i and k.tag == "RB")]


def _widen(s: Sentence, lo: int, hi: int) -> tuple[int, int]:
    """Take in the object of the cue and, where the cue is a verb, its subject."""
    start = lo
    for i in range(start, hi + 1):
        for k in s.kids(i, "pobj", "dobj", "pcomp"):
            if k.i > hi:
                hi = max(hi, s.np(k.i)[1])
    if s[hi].dep == "mark":  # "a week after Osmia removed …"
        below = [i for i in s.subtree(s[hi].head) if i > hi and s[i].text not in {'"', "”", ","}]
        hi = max(hi, min(below[-1], hi + 10)) if below else hi
    over = s[s[start].head]
    bound = s.kid(over.i, "nsubj", "nsubjpass") if s[start].dep == "prep" and over.tag[:1] == "V" else None
    if (
        bound is not None
        and bound.lemma in {"deal", "agreement", "bargain", "accord", "swap", "exchange"}
        and bound.i < lo
    ):
        lo = s.np(bound.i)[0]  # "the bargain was made after a night of talks"
    if hi + 1 < len(s) and s[hi + 1].low in {"with", "between", "of"}:
        for i in range(hi + 2, min(hi + 10, len(s))):
            if s[i].tag in {"NNP", "NNPS", "NNS", "NN"}:
                hi = i
            elif s[i].tag not in {"DT", "JJ", "CC", "CD", "POS"}:
                break
    if s[start].dep == "npadvmod" and s[hi].low == "later":  # "Days later Osmia eased …"
        verb = s.verb_of(start)
        hi = max([hi, verb, *(k.i for k in s.kids(verb, "dobj"))]) if verb is not None else hi
    if s[start].tag.startswith("V"):
        own = s.kid(start, "nsubj", "nsubjpass")
        if own is not None:
            lo = min(lo, s.np(own.i)[0])
    return lo, hi
