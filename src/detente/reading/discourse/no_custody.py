"""What is only felt, is a limb, is done by a club to its own, is billed, done in fun, or befalls a pet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from detente.reading.clauses.draft import Draft
from detente.reading.discourse.make_believe import in_the_present
from detente.reading.discourse.world import World, both
from detente.reading.discourse.worlds import told_as_story
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import PROPER, SUBJECTS, Sentence, Word
from detente.reading.shapes.told_held import ToldHeld

_DONE_TO = frozenset({"RELEASE", "CLEMENCY", "TRANSFER", "DETAIN", "SENTENCE", "CUSTODY_STATE", "HARM"})
_MEANT = frozenset({"he", "she", "it", "they", "one", "all", "number", "rest", "others", "group"})
_HOSTAGE = frozenset({"hostage", "captive", "prisoner", "ransom"})
_NEAR = 160
_FEW = 2
_OF_WHOM = frozenset({"his", "her", "my", "our", "your", "their", "its"})
_FEEL = frozenset({"feel", "feels", "felt", "feeling"})
_FEELING = frozenset({"ccomp", "acomp", "xcomp", "oprd", "conj", "advcl"})
_OPENING = 2
"""So many sentences say of whom a short item tells."""


def no_custody(d: Draft, text: str, world: World, held: ToldHeld, pets: Pets, lexicon: Lexicon) -> str | None:
    """Why a draft of people held or let go tells of nobody in custody; None where it may.

    Args:
        d: the draft.
        text: the article.
        world: what its text speaks of.
        held: the drafts of the text that tell people as held.
        pets: the animals of the text.
        lexicon: word classes.
    """
    if d.type not in _DONE_TO:
        return None
    if only_felt(d):
        return "it is felt, and not done"
    if part_of_a_body(d, lexicon):
        return "what is held is a part of the body"
    if put_out_of_a_club(d, lexicon):
        return "who is put out of a club or a school leaves no country"
    if held_by_a_thing(d):
        return "prices and weather hold nobody"
    if of_a_jury(d, text, lexicon):
        return "a jury is let out to think"
    if forgives_of_ones_own(d, lexicon):
        return "who suffered it forgives, and no state"
    if billed(d, text, lexicon) or (_is_taken_now(d) and told_as_story(d, world, lexicon)):
        return "it is told in a story"
    if not world.authority and lexicon.pattern("in_fun").search(text):
        return "it is done in fun"
    return "it is told of an animal" if pets.told(d, world, held) else None


def only_felt(d: Draft) -> bool:
    """ "We feel that we have been convicted", "felt imprisoned": a manner of speaking.

    Not "felt that they were jailed unjustly", "… because of a song": they say how they see what was done.

    Args:
        d: the draft.
    """
    s, w = d.sentence, d.sentence[d.trigger]
    judged = any(k.dep == "advcl" or (k.dep == "advmod" and k.low.endswith("ly")) for k in s.kids(w.i))
    for _ in range(4):
        head = s[w.head]
        if any(k.low in _FEEL for k in s.kids(w.i, "aux")):
            return True  # "felt imprisoned", with *felt* taken for a helping verb
        if head.i == w.i or w.dep not in _FEELING:
            return False
        if head.low in _FEEL:
            return not judged or s.kid(w.i, "aux", "auxpass") is None
        w = head
    return False


def part_of_a_body(d: Draft, lexicon: Lexicon) -> bool:
    """ "She held his hand", "let his head go": not "held the head of the bank".

    Args:
        d: the draft.
        lexicon: word classes.
    """
    s = d.sentence
    people = d.slots.get("people", ())
    return bool(people) and all(
        s[m.head].lemma in lexicon["nouns.limb"] and any(k.low in _OF_WHOM for k in s.kids(m.head, "poss"))
        for m in people
    )


def put_out_of_a_club(d: Draft, lexicon: Lexicon) -> bool:
    """ "The party expelled two members": they leave a body, and no country.

    Args:
        d: the draft.
        lexicon: word classes.
    """
    if d.sub != "deport" or d.slots.get("to") or d.slots.get("from"):
        return False
    s, by = d.sentence, d.slots.get("mover", ())
    if by:
        return all(m.kind != "state" and s[m.head].lemma in lexicon["nouns.with_members"] for m in by)
    enrolled = any(s[m.head].lemma in lexicon["nouns.enrolled"] for m in d.slots.get("people", ()))
    return enrolled and any(w.lemma in lexicon["nouns.with_members"] for w in s.words)


def held_by_a_thing(d: Draft) -> bool:
    """ "Owners are held hostage by the price of batteries": what holds them is nobody.

    Args:
        d: the draft.
    """
    if d.type not in {"DETAIN", "CUSTODY_STATE"} or d.args is None:
        return False
    s = d.sentence
    by = [i for p in ("by", "to") for i in d.args.preps.get(p, ()) if s[s[i].head].low == p]
    by += [i for k in s.kids(d.trigger, "agent") for i in (x.i for x in s.kids(k.i, "pobj"))]
    whole = {w.low for w in s.words[d.trigger : d.trigger + 3]} & _HOSTAGE
    return bool(whole and by) and all(
        s[i].tag in {"NN", "NNS"} and (m := d.mentions.at(i)) is not None and m.kind == "topic" for i in by
    )


def of_a_jury(d: Draft, text: str, lexicon: Lexicon) -> bool:
    """ "The jury had been out for nine hours. They were released until Monday": by the judge, and home.

    Args:
        d: the draft.
        text: the article.
        lexicon: word classes.
    """
    people, jury = d.slots.get("people", ()), lexicon["nouns.jury"]
    near = text[max(0, d.sentence.start - _NEAR) : d.sentence.end].lower()
    meant = bool(people) and all(m.anaphor in {"they", "all"} or m.noun in jury for m in people)
    a_while = d.args is not None and lexicon.pattern("until_then").match(d.args.after) is not None
    return d.type == "RELEASE" and meant and a_while and any(w in near for w in jury)


def forgives_of_ones_own(d: Draft, lexicon: Lexicon) -> bool:
    """ "The mother of a victim said that she forgives the man who shot him": a pardon by no law.

    Args:
        d: the draft.
        lexicon: word classes.
    """
    if d.type != "CLEMENCY" or d.nominal or not d.slots.get("granter"):
        return False
    s, own = d.sentence, lexicon["nouns.kinship nouns.sufferer"]
    by = [s[m.head] for m in d.slots["granter"]]
    pointing = any(m.anaphor is not None for m in d.slots["granter"])
    said = [k for w in s.up(d.trigger) if w.lemma in lexicon["verbs.report"] for k in s.kids(w.i, "nsubj")]
    return any(w.lemma in own for w in (*by, *(said if pointing else ())))


def billed(d: Draft, text: str, lexicon: Lexicon) -> bool:
    """ "Handcuffed (18), Gate, nightly. A policewoman is abducted": what a film or a programme tells.

    Args:
        d: the draft.
        text: the article.
        lexicon: word classes.
    """
    if not in_the_present(d):
        return False
    start = text.rfind("\n", 0, d.sentence.start) + 1
    return lexicon.pattern("billing").search(text[start : d.sentence.end]) is not None


def _is_taken_now(d: Draft) -> bool:
    """ "A woman is jailed", "smugglers kidnap him": of those taken and tried, the deed as of now."""
    verbs = (d.sentence[d.trigger], *d.sentence.kids(d.trigger, "aux", "auxpass"))
    now = any(w.tag in {"VBZ", "VBP"} and w.lemma != "have" for w in verbs)
    return now and d.type in {"DETAIN", "SENTENCE"}


class Pets:
    """The animals a text tells of: those it calls by name, and whether one is what it opens with.

    Args:
        sentences: all of the text.
        lexicon: word classes.
    """

    def __init__(self, sentences: Sequence[Sentence], lexicon: Lexicon) -> None:
        self._sentences, self._kinds = sentences, lexicon["worlds.nature"]

    @cached_property
    def names(self) -> set[str]:
        """What its animals are called."""
        return {n for s in self._sentences for w in s.words if self._is_kind(w) for n in _named(s, w)}

    @cached_property
    def opens(self) -> bool:
        """Is an animal what the text opens with?"""
        words = (w for s in self._sentences[:_OPENING] for w in s.words)
        return any(w.dep in SUBJECTS and self._is_kind(w) for w in words)

    def _is_kind(self, w: Word) -> bool:
        return w.tag in {"NN", "NNS"} and bool({w.lemma, *both([w.low])} & self._kinds)

    def told(self, d: Draft, world: World, held: ToldHeld) -> bool:
        """Is a draft told of one of them: by its name, or by "he" in an item that opens with it?

        Args:
            d: the draft.
            world: what its text speaks of.
            held: the drafts of the text that tell people as held.
        """
        people = d.slots.get("people", ())
        if not people:
            return False
        names = [*d.names("person"), *(m.name for m in people)]
        if any(n and set(n.split()) <= self.names for n in names):
            return True
        meant = all(m.anaphor in _MEANT or (m.quantity is not None and not m.human) for m in people)
        alone = world.authority < _FEW and world.others["nature"] >= world.custody
        return self.opens and meant and alone and not held.by_a_word()


def _named(s: Sentence, kind: Word) -> set[str]:
    """ "her budgie, Percy", "the mare Biscuit", "a beagle called Rufus", "Joey the parrot"."""
    found = [k for k in s.kids(kind.i, "appos") if k.tag in PROPER]
    found += [s[kind.head]] if kind.dep in {"compound", "appos"} and s[kind.head].tag in PROPER else []
    for k in s.kids(kind.i, "acl", "relcl"):
        found += [x for x in s.kids(k.i, "oprd") if k.low in {"called", "named"} and x.tag in PROPER]
    return {w.text for x in found for w in (x, *s.kids(x.i, "compound")) if w.tag in PROPER}
