"""Whether a journey says enough of where it leads: a place by name, home, abroad, over a border."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Match, Scene
from detente.reading.frames.exchanges import HANDING
from detente.reading.frames.meant import told_on
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Sentence
from detente.records import Filler

_MOVING = frozenset({"transfer.go", "transfer.move"})
_TRIED = frozenset({"DETAIN", "SENTENCE"})
_LEAVING = frozenset({"leave", "depart", "take"})


def lacks_place(scene: Scene, m: Match, drafts: Sequence[Draft]) -> bool:
    """A journey that leads nowhere told; who leaves or takes off need not say where to.

    Args:
        scene: the sentence.
        m: the rule that fits in it.
        drafts: what was made of it, with their places.
    """
    if m.rule.id in _MOVING and _nameless_goal(scene, m, drafts):
        return False
    leaving = scene.s[m.args.trigger].lemma in _LEAVING or "out of" in m.args.after[:30]
    if m.rule.id == "transfer.go" and not leaving and not any(d.slots.get("to") for d in drafts):
        return True
    return m.rule.needs_place and not any(d.slots.get("to") or d.slots.get("from") for d in drafts)


def _nameless_goal(scene: Scene, m: Match, drafts: Sequence[Draft]) -> bool:
    """ "flown home", "put across the border", "driven to the edge of the wood": a goal without a name.

    Told of people known before or counted, not of prisoners in general.
    """
    people = [p for d in drafts for p in d.slots.get("people", ())]
    w = scene.s[m.args.trigger]
    if w.dep == "relcl" and any(p.definite for p in people) and not told_on(scene, w, scene.s[w.head]):
        return False  # "the two who went home": it only says which are meant
    if not all(p.anaphor or p.quantity or p.definite or p.kind == "person" for p in people):
        return False
    return scene.lex.pattern("nameless_goal").match(m.args.after) is not None


def handed_on(scene: Scene, d: Draft) -> None:
    """Handed over *to a state*, or as a wanted man, is a movement; else who is handed over leaves custody."""
    to_state = any(p.kind in {"state", "place"} or p.state is not None for p in d.slots.get("to", ()))
    back = scene.lex.pattern("gives_back").search(d.sentence.span_text(d.trigger, len(d.sentence) - 1))
    to_state = to_state and not back  # "gave back to Osmia nine divers": its own, and free
    if d.rule in HANDING and (to_state or any(_wanted(scene, p) for p in d.slots.get("people", ()))):
        d.type, d.alt_type, d.sub = "TRANSFER", "RELEASE", "handover"
        d.slots["mover"] = d.slots.pop("releaser", [])
    elif d.rule in HANDING and d.args is not None and not d.slots.get("to"):
        for m in scene.mentions(d.args.preps.get("to", [])):
            gapped = any(w.tag == "CD" for w in scene.s[m.hi + 1 : m.hi + 2])  # "to the Tajik side fourteen"
            if m.noun in scene.lex["nouns.sided"] and m.state is not None and not gapped:
                d.add("to", Filler(m.state, "state"))


def counted_on_the_way(
    drafts: Sequence[Draft], sentences: Sequence[Sentence], text: str, lexicon: Lexicon
) -> None:
    """Who is counted by those who met vehicles is on a journey: "We met the lorries. We counted 49 people."

    Args:
        drafts: all of the document.
        sentences: its sentences in order.
        text: of the document; what another paragraph tells is another scene.
        lexicon: word classes.
    """
    before = {id(s): old for old, s in pairwise(sentences) if "\n" not in text[old.end : s.start]}
    vehicles = lexicon["worlds.vehicles"]
    for d in drafts:
        recount = d.source is not None and d.source.shape == "recount"
        old = before.get(id(d.sentence)) if recount else None
        met = old is not None and any({w.low, w.lemma} & vehicles for w in old.words)
        aboard = recount and any(
            {d.sentence[i].low, d.sentence[i].lemma} & vehicles
            for i in d.sentence.objects(d.trigger, {"on", "in", "aboard"})
        )
        if met or aboard:
            d.type, d.alt_type, d.sub = "TRANSFER", "RELEASE", None


def _wanted(scene: Scene, m: Mention) -> bool:
    """ "two suspects", "the fugitive Omar Sallah": who is handed over to be tried."""
    return any(scene.s[i].lemma in scene.lex["nouns.wanted"] for i in range(m.lo, m.hi + 1))


def tried_where_flown(d: Draft, home: str, drafts: Sequence[Draft]) -> bool:
    """ "Held in Chad, they were flown to Oslo. A judge *remanded* them": not by Chad, once they had left it.

    What courts do behind the news of a journey elsewhere is done where it ended: to those who made it, and
    to anybody where all that is told of the first state is an arrest.
    """
    tried = d.type in _TRIED or (d.type == "RELEASE" and d.sub == "bail")
    if not tried or d.stand.mode != "performed":
        return False
    people = {*d.names("person", "group")}
    there = [
        x for x in drafts if x.type in _TRIED and home in x.names("detainer", "authority") and x is not d
    ]
    arrested = bool(there) and all(x.sentence[x.trigger].lemma == "arrest" for x in there)
    for x in drafts:
        away = x.type == "TRANSFER" and x.sub != "facility_move" and x.stand.mode == "performed"
        away = (
            away and x.sentence.start < d.sentence.start and bool(x.names("to")) and home not in x.names("to")
        )
        if away and (arrested or people & {*x.names("person", "group")}):
            return True
    return False
