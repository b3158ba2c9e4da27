"""Clauses with our words that tell no deed of ours: states, terms of no court, bars, exchanges for a term."""

from __future__ import annotations

from itertools import pairwise

from detente.reading.clauses.scene import Match, Scene
from detente.reading.clauses.stand import Stand
from detente.reading.parsing.words import Sentence, Word

_JOURNEYS = frozenset({"transfer.go", "transfer.cross", "transfer.walk"})
_STATES = frozenset({"detain", "imprison", "jail", "intern", "incarcerate"})


def no_deed(scene: Scene, m: Match, stand: Stand) -> str | None:
    """Why a clause about people tells no deed, by its tense and by what stands beside the verb."""
    s, v, rule = scene.s, m.args.trigger, m.rule
    if m.noun is not None:
        return "it is the name of a body" if _speaks(scene, m.noun) else None
    if rule.id == "detain.arrest" and _is_so(scene, m, stand):
        return "it tells a state of today"
    if rule.type == "DETAIN" and m.args.passive and any(s[i].low == "it" for i in m.args.agent):
        return "a thing takes nobody into custody"
    if rule.id == "sentence.sentence" and not _to_a_penalty(scene, m):
        return "what they are sentenced to is no penalty"
    if rule.id == "release.swap" and _for_a_time(scene, m):
        return "they are exchanged for a time"
    if rule.id in {"release.walk_free", "release.is_out"} and _on_an_errand(scene, v):
        return "they go out for something else"
    if rule.type == "DETAIN" and _goes_on(s, v) and any(_a_rate(s, p.hi) for p in m.patients):
        return "it tells a rate"
    if rule.type in {"DETAIN", "RELEASE"} and _of_each(s, v):
        return "it tells a rate"
    if rule.type == "RELEASE" and _on_the_way(s, v):
        return "it is where they were when something befell them"
    if rule.type in {"RELEASE", "TRANSFER"} and any(_trapped(scene, p.head) for p in m.patients):
        return "nobody held them"
    if rule.id == "transfer.alight" and s[v].tag == "VBG":
        return "they are only seen to do it"
    if rule.id in _JOURNEYS and _barred(s, v, scene):
        return "they are barred from it"
    if (
        rule.id in _JOURNEYS
        and s[v].dep == "pcomp"
        and s[s[s[v].head].head].lemma in scene.lex["verbs.allege"]
    ):
        return "it is what they are accused of"
    return None


def _speaks(scene: Scene, noun: Word) -> bool:
    """ "Amnesty has urged Chad to free them": with a capital and no article, as one who speaks."""
    s, lex = scene.s, scene.lex
    speaking = lex["verbs.report verbs.demand verbs.welcome verbs.criticise verbs.accuse verbs.thank"]
    bare = noun.text[:1].isupper() and not s.kids(noun.i, "det", "poss", "amod", "prep", "compound")
    return bare and noun.dep == "nsubj" and (s[noun.head].lemma in speaking or noun.ent == "ORG")


def _on_the_way(s: Sentence, v: int) -> bool:
    """ "Was taken in as she was on her way home": no way out, but the scene of what befell her."""
    behind = [w.low for w in s.words[v + 1 : v + 4]]
    scene = any(k.low in {"as", "while", "when"} for k in s.kids(v, "mark", "advmod"))
    return s[v].lemma == "be" and s[v].dep == "advcl" and scene and behind[:1] == ["on"] and "way" in behind


def _trapped(scene: Scene, head: int) -> bool:
    """ "Skiers trapped in a hut walked free": held by snow, not "hostages trapped in a theatre"."""
    s = scene.s
    if s[head].lemma in scene.lex["nouns.held"]:
        return False
    return any(
        k.lemma in scene.lex["lemmas.trapping"] and s.kid(k.i, "agent") is None
        for k in s.kids(head, "acl", "relcl")
    )


def _goes_on(s: Sentence, v: int) -> bool:
    """A verb of the present without a helping verb: a habit."""
    return s[v].tag in {"VBP", "VBZ", "VB"} and s.kid(v, "aux", "auxpass") is None


def _a_rate(s: Sentence, last: int) -> bool:
    """ "arrest two for every one they let go": how many come to one, and not how many there were."""
    behind = [w.low for w in s.words[last + 1 : last + 3]]
    return behind in (["for", "every"], ["for", "each"])


def _of_each(s: Sentence, v: int) -> bool:
    """ "Arrest two for every one that they let go": the other side of a rate that goes on."""
    lows = [w.low for w in s.words[max(0, v - 6) : v]]
    each = any(pair in {("for", "every"), ("for", "each")} for pair in pairwise(lows))
    over = next((u for u in s.up(v) if u.tag[:1] == "V"), None)
    return each and over is not None and _goes_on(s, over.i)


def _on_an_errand(scene: Scene, v: int) -> bool:
    """ "went out to buy bread": an aim right behind *out*, and none of those who come out of a prison."""
    s = scene.s
    aims = (k for k in s.kids(v, "advcl", "xcomp") if v < k.i <= v + 3 and s[k.i - 1].low == "to")
    return any(k.lemma not in scene.lex["verbs.greeting"] for k in aims)


def _is_so(scene: Scene, m: Match, stand: Stand) -> bool:
    """ "of whom some are detained": a state of nobody by name, and no arrest."""
    s, v = scene.s, m.args.trigger
    present = any(k.tag in {"VBP", "VBZ"} for k in s.kids(v, "auxpass")) and not s.kids(v, "aux")
    alone = not m.args.agent and not any(_tells_more(k, v) for k in s.kids(v))
    return stand.mode == "performed" and s[v].lemma in _STATES and present and alone


def _tells_more(k: Word, v: int) -> bool:
    """ "in Dorn", "since May", "by police": a word behind it that makes it a deed of a time or place."""
    return k.i > v and (k.dep in {"npadvmod", "agent"} or (k.dep == "prep" and k.low != "at"))


def _to_a_penalty(scene: Scene, m: Match) -> bool:
    """ "sentenced to six months", "to death": not "to the wooden spoon", not "to a life of small parts".

    Who is condemned without a *to* is blamed: "strongly condemned".
    """
    s = scene.s
    blamed = s[m.args.trigger].lemma == "condemn" and s.kid(m.args.trigger, "advmod") is not None
    to = [i for i in m.args.preps.get("to", []) if i > m.args.trigger]
    return (not to and not blamed) or any(_is_penalty(scene, s, i) for i in to)


def _is_penalty(scene: Scene, s: Sentence, i: int) -> bool:
    lo, hi = s.np(i)
    if any(s[k].tag == "CD" or s[k].lemma in scene.lex["nouns.penalty"] for k in range(lo, hi + 1)):
        of = s.objects(i, {"of"})
        return s[i].lemma != "life" or all(s[j].lemma in scene.lex["nouns.penalty"] for j in of)
    return s[i].lemma in scene.lex["nouns.span"]


def _for_a_time(scene: Scene, m: Match) -> bool:
    """ "exchanged for a semester"."""
    times = [i for i in m.args.preps.get("for", []) if i > m.args.trigger]
    return bool(times) and all(scene.s[i].lemma in scene.lex["nouns.span"] for i in times)


def _barred(s: Sentence, v: int, scene: Scene) -> bool:
    """ "Neither clerk may go abroad: they were banned from travelling"."""
    prep = s[s[v].head]
    if s[v].dep == "xcomp" and prep.lemma in scene.lex["verbs.barring"]:  # "forbidden to travel"
        return s.kid(prep.i, "auxpass") is not None
    return prep.low == "from" and s[prep.head].lemma in scene.lex["verbs.barring"]
