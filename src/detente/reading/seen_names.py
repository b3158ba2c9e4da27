"""Persons and bodies of one document: surname voting for what the small model mistakes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from detente.language.gazetteer import gazetteer
from detente.reading.lexicon import Lexicon
from detente.reading.words import PROPER, Sentence, Word

_VOTES = {"PERSON": 1, "ORG": -1, "GPE": -1}


@dataclass
class Names:
    """The personal names that a document tells in full, and the words that are none."""

    full: dict[str, str] = field(default_factory=dict)  # surname, folded → longest form seen
    not_person: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)  # surnames that two persons of the document bear

    def add(self, name: str) -> None:
        """Learn a personal name of two words or more."""
        parts = name.split()
        if len(parts) > 1:
            key = parts[-1].casefold()
            known = self.full.get(key, "")
            if known and not _one_name(known, name):
                self.shared.add(key)
            if len(name) > len(known):
                self.full[key] = name

    def whole(self, name: str) -> str:
        """The fullest form of a name that can only be this person's; the name itself where two share it."""
        key = name.split()[-1].casefold()
        full = self.full.get(key, name)
        return full if key not in self.shared and (" " not in name or name in full) else name

    def knows(self, word: str) -> bool:
        """Is this word the surname of somebody named in full?"""
        return word.casefold() in self.full and word.casefold() not in self.not_person


def _one_name(left: str, right: str) -> bool:
    """Can both be written for one person: equal given names, or one of them an initial."""
    a, b = left.split()[0].strip(".").casefold(), right.split()[0].strip(".").casefold()
    return a == b or ((len(a) == 1 or len(b) == 1) and a[0] == b[0]) or a.startswith(b) or b.startswith(a)


def learn_names(sentences: Iterable[Sentence], lexicon: Lexicon) -> Names:
    """The personal names of a document, by the model's votes over all its sentences."""
    names, votes, mistaken = Names(), dict[str, int](), list[str]()
    kept = list(sentences)
    for s in kept:
        seen: dict[int, list[Word]] = {}
        for w in s.words:
            if w.ent_id >= 0:
                seen.setdefault(w.ent_id, []).append(w)
        for words in seen.values():
            _vote(s, words, lexicon, votes, names)
            if words[0].ent == "ORG" and len(words) == 2 and all(w.tag == "NNP" for w in words):
                mistaken.append(s.span_text(words[0].i, words[1].i))
    for name in mistaken:
        if name.split()[-1].casefold() in names.full:
            names.add(name)  # "Marek Tolan" is no firm where Lena Tolan is a person
    names.not_person = {k for k, v in votes.items() if v < 0}
    _by_company(kept, lexicon, names)
    return names


def _by_company(sentences: Iterable[Sentence], lexicon: Lexicon, names: Names) -> None:
    """In a list with somebody known as a person, names of two words or three are persons' too."""
    for s in sentences:
        for w in s.words:
            if w.tag != "NNP" or w.dep in {"conj", "compound"}:
                continue
            company = [s[i] for i in _listed(s, w.i)]
            if len(company) > 1 and any(names.knows(x.text) for x in company):
                for x in company:
                    _join(s, x, lexicon, names)


def _listed(s: Sentence, i: int) -> list[int]:
    """Proper names joined to a word by commas and *and*: the model hangs them on one another in both ways."""
    out, todo = [i], [i]
    while todo:
        for k in s.kids(todo.pop(), "conj", "appos"):
            if k.tag == "NNP":
                out.append(k.i)
                todo.append(k.i)
    return out


def _join(s: Sentence, w: Word, lexicon: Lexicon, names: Names) -> None:
    lo, _ = s.np(w.i)
    words = s.words[lo : w.i + 1]
    plain = all(x.tag == "NNP" and x.text[:1].isupper() and x.text[1:].islower() for x in words)
    if names.knows(w.text) or not plain or not 1 < len(words) < 4 or w.lemma in lexicon["nouns.body"]:
        return
    text = s.span_text(lo, w.i)
    if not gazetteer().find(text) and not is_title(words[0], lexicon):
        names.add(text)
        names.not_person.discard(w.low)


def _vote(s: Sentence, words: list[Word], lexicon: Lexicon, votes: dict[str, int], names: Names) -> None:
    last = words[-1] if words[-1].tag != "POS" or len(words) < 2 else words[-2]
    if last.tag not in PROPER:
        return
    votes[last.low] = votes.get(last.low, 0) + _VOTES.get(words[0].ent, 0)
    if words[0].ent != "PERSON":
        return
    keep = [w for w in words if w.i <= last.i]
    while keep and (is_title(keep[0], lexicon) or keep[0].tag not in PROPER):
        keep = keep[1:]
    if len(keep) > 1 and not gazetteer().find(last.text):
        names.add(s.span_text(keep[0].i, keep[-1].i))


def is_title(w: Word, lexicon: Lexicon) -> bool:
    """Does the word stand before names as a title: "Mr.", "Gen", "Bishop", "Poet" at the very start?"""
    titles = lexicon["nouns.title"]
    if w.i == 0 and w.lemma in lexicon["nouns.human"]:
        return True
    return w.lemma in titles or w.low.rstrip(".") in titles
