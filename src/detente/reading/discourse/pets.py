"""The animals that a text tells of: "Her budgie, Percy, escaped. On Friday he was handed back"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from detente.reading.clauses.draft import Draft
from detente.reading.discourse.world import World, both
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import PROPER, SUBJECTS, Sentence, Word
from detente.reading.shapes.told_held import ToldHeld

_ONE = frozenset({"he", "she"})
_THING = frozenset({"it"})
_MANY = frozenset({"they", "one", "all", "number", "rest", "others", "group"})
_IN_LAW = frozenset({"SENTENCE", "CLEMENCY"})
_FEW = 2
BEFALLS = frozenset({"RELEASE", "CLEMENCY", "TRANSFER", "DETAIN", "CUSTODY_STATE", "HARM"})
"""What is done to people, and to animals in the same words."""


def in_law(d: Draft) -> bool:
    """ "Two were arrested", "they were pardoned": what is done to people alone.

    Args:
        d: the draft.
    """
    return d.type in _IN_LAW or d.sentence[d.trigger].lemma == "arrest"


def are_moved(s: Sentence, herd: Word, lexicon: Lexicon) -> bool:
    """ "The horses were taken over the border": not "wolves had been seen".

    Args:
        s: the sentence.
        herd: the word for the animals.
        lexicon: the rules of each verb.
    """
    rules = lexicon.by_verb.get(s[herd.head].lemma, ())
    return herd.dep == "nsubjpass" and any(r.type in BEFALLS for r in rules)


class Pets:
    """The animals of a text: what they are called, and where "he" or "they" means them.

    Args:
        page: all of the text, in order.
        lexicon: word classes.
    """

    def __init__(self, page: Sequence[tuple[Sentence, Mentions]], lexicon: Lexicon) -> None:
        self._page, self._lexicon, self._kinds = page, lexicon, lexicon["worlds.animals"]

    @cached_property
    def names(self) -> set[str]:
        """What its animals are called."""
        return {n for s, _ in self._page for w in s.words if self._is_kind(s, w) for n in _named(s, w)}

    def told(self, d: Draft, world: World, held: ToldHeld) -> bool:
        """Is a draft told of an animal: by its name, or by what points back to one?

        Args:
            d: the draft.
            world: what its text speaks of.
            held: the drafts of the text that tell people as held.
        """
        people = d.slots.get("people", ())
        if not people or in_law(d):
            return False
        names = [*d.names("person"), *(m.name for m in people)]
        if any(n and set(n.split()) <= self.names for n in names):
            return True
        nature = world.others["nature"]
        if nature <= world.custody + world.authority or held.by_a_word():
            return False
        last = self._last_subject(d)
        return last is not None and all(self._means(*last, m, nature) for m in people)

    def _means(self, s: Sentence, w: Word, m: Mention, nature: int) -> bool:
        """Does a mention point back to an animal: *he* to one with a name, *they* and numbers to many?"""
        if not self._is_kind(s, w):
            return False
        if m.anaphor in _ONE:
            return bool(_named(s, w))
        if m.anaphor in _THING:
            return True
        counted = m.quantity is not None and not m.human
        if m.anaphor in _MANY and m.anaphor != "they" and are_moved(s, w, self._lexicon):
            return True  # "A lynx was let go. Two more …"
        return w.tag == "NNS" and nature >= _FEW and (m.anaphor in _MANY or counted)

    def _last_subject(self, d: Draft) -> tuple[Sentence, Word] | None:
        """The last animal or people told before a draft as who does something."""
        return next(self._subjects_before(d), None)

    def _subjects_before(self, d: Draft) -> Iterator[tuple[Sentence, Word]]:
        own = {(m.lo, m.hi) for m in d.slots.get("people", ())}
        for s, ms in reversed(self._page):
            if s.start > d.sentence.start:
                continue
            last = d.trigger if s is d.sentence else len(s)
            for w in reversed(s.words[:last]):
                m = ms.at(w.i)
                if w.dep not in SUBJECTS or w.head < w.i or m is None or m.anaphor is not None:
                    continue
                mine = s is d.sentence and (m.lo, m.hi) in own
                if not mine and (m.human or m.kind == "person" or self._is_kind(s, w)):
                    yield s, w

    def _is_kind(self, s: Sentence, w: Word) -> bool:
        known = w.tag in {"NN", "NNS"} and bool({w.lemma, *both([w.low])} & self._kinds)
        return known and not any(k.low == "of" for k in s.kids(w.i, "prep"))  # "a bear of a man"


def _named(s: Sentence, kind: Word) -> set[str]:
    """ "her budgie, Percy", "the mare Biscuit", "a beagle called Rufus", "Joey the parrot"."""
    found = [k for k in s.kids(kind.i, "appos") if k.tag in PROPER]
    over = s[kind.head]
    between = s.words[min(kind.i, over.i) + 1 : max(kind.i, over.i)]
    beside = kind.dep == "compound" and all(x.tag not in {"NN", "NNS"} for x in between)
    if over.tag in PROPER and (beside or kind.dep == "appos"):
        found.append(over)  # "Rex, a police dog", and not "the fox hunter Tom Hale"
    for k in s.kids(kind.i, "acl", "relcl"):
        found += [x for x in s.kids(k.i, "oprd") if k.low in {"called", "named"} and x.tag in PROPER]
    return {w.text for x in found for w in (x, *s.kids(x.i, "compound")) if w.tag in PROPER}
