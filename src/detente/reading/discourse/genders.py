"""Which of *he* and *she* a text calls somebody by: whom the other of them can then no longer mean."""

from __future__ import annotations

from detente.reading.discourse.memory import Memory
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import PROPER, SUBJECTS, Sentence, Word

_ONE = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
}


def opens_with_pronoun(memory: Memory, number: int, s: Sentence) -> None:
    """ "Ada Orlu is in jail. She has …": the one who was the subject is no *he* further on."""
    first = s[0]
    if first.low in {"he", "she"} and first.dep in SUBJECTS:
        before = {name for n, name, subject in memory.persons if n == number - 1 and subject}
        if len(before) == 1:
            memory.called.setdefault(before.pop(), first.low)


def called_within(memory: Memory, s: Sentence, ms: Mentions) -> None:
    """ "Ada Orlu, seized on her way home, is free": the one subject, and the one person, of the sentence."""
    pronouns = [(w.i, _ONE[w.low]) for w in s.words if w.low in _ONE]
    if len({which for _, which in pronouns}) != 1 or any(w.tag == "``" for w in s.words):
        return
    heads = (w for w in s.words if w.tag in PROPER and w.dep != "compound")
    found = [m for w in heads if (m := ms.at(w.i)) is not None and m.head == w.i]
    people = [m for m in found if m.kind == "person" and m.anaphor is None]
    names = {memory.names.whole(m.name) for m in people}
    first, which = pronouns[0]
    own = any(_is_own(s, w) for w in s.words if w.low in _ONE)
    if own and len(names) == 1 and people[0].head < first and s[people[0].head].dep in SUBJECTS:
        memory.pronoun_of.setdefault(people[0].name, which)


def _is_own(s: Sentence, w: Word) -> bool:
    """ "On *her* way home", "of *himself*"; in "met *her*", "said *her* trial was" she is another."""
    return w.low.endswith("self") or (w.dep == "poss" and s[w.head].dep not in SUBJECTS)
