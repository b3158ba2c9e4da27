"""Persons and bodies of one document: surname voting for what the small model mistakes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from detente.language.gazetteer import gazetteer
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import PROPER, SUBJECTS, Sentence, Word

_VOTES = {"PERSON": 1, "ORG": -1, "GPE": -1}
_IN_FULL = 2
"""A name told in full says more than a surname alone, which the model often takes for a firm or a town."""
_ARTICLES = frozenset({"al", "el", "ul", "as", "ad", "an", "at", "ar", "az", "ash", "es", "ed", "er"})
"""What stands joined before Arabic surnames, and is left off as often as not."""
PARTICLES = frozenset({
    "de", "del", "al", "el", "bin", "ibn", "van", "von", "der", "den", "da", "das", "dos", "du", "la", "-",
    "ben", "abu", "bint", "ould", "dela", "delos", "della", "binti",
})  # fmt: skip
"""Small words inside personal names: a closed class."""
_OF_PERSONS = "nouns.kinship nouns.witness nouns.undergone"
_BORN_BY = frozenset({"van", "von", "bin", "bint", "ibn", "ould"})
"""Small words that stand in names of persons alone: no town or firm has them but after somebody."""
_INITIALS = re.compile(r"(?<!\w)(?:[A-ZÀ-Þ]\.){2,3}(?!\w)")


@dataclass
class Names:
    """The personal names that a document tells in full, and the words that are none."""

    full: dict[str, str] = field(default_factory=dict)  # surname, folded → longest form seen
    not_person: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)  # surnames that two persons of the document bear
    initials: dict[str, str] = field(default_factory=dict)  # "M.T." → the one name told beside it
    given: dict[str, str] = field(default_factory=dict)  # first name, folded → the one name that begins so
    home: tuple[str, str] | None = None  # code and name of the state whose "Congress" it is

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
            article, _, bare = key.partition("-")
            if article in _ARTICLES and bare:
                self.full.setdefault(bare, name)

    def add_known(self, name: str) -> None:
        """Learn a name that the grammar around it shows to be somebody's, be it of one word alone."""
        self.add(name)
        for key in {name.split()[-1].casefold(), name.replace("-", " ").split()[-1].casefold()}:
            self.full.setdefault(key, name)
            self.not_person.discard(key)

    def whole(self, name: str) -> str:
        """The fullest form of a name that can only be this person's; the name itself where two share it."""
        if name in self.initials:
            return self.initials[name]
        key = name.split()[-1].casefold()
        full = self.given.get(name.casefold()) or self.full.get(key, name)
        return full if key not in self.shared and (" " not in name or name in full) else name

    def knows(self, word: str) -> bool:
        """Is this word the surname of somebody named in full?"""
        return word.casefold() in self.full and word.casefold() not in self.not_person

    def learn_given(self, titled: Set[str]) -> None:
        """Learn first and middle names by which somebody may be called, but no "King Mohammed"'s."""
        begin = defaultdict(set)
        for name in self.full.values():
            for part in name.split()[:-1]:  # "Ricardo Gonzalez Alfonso" is Gonzalez as well
                if len(part) > 3 or part == name.split()[0]:
                    begin[part.casefold()].add(name)
        self.given = {
            first: told.pop()
            for first, told in begin.items()
            if len(told) == 1
            and len(first) > 2
            and " " not in self.full.get(first, "")  # no surname of another
            and first not in titled
            and _no_place(first.title())
        }


def _one_name(left: str, right: str) -> bool:
    """Can both be written for one person: equal given names, or one of them an initial."""
    a, b = left.split()[0].strip(".").casefold(), right.split()[0].strip(".").casefold()
    return a == b or ((len(a) == 1 or len(b) == 1) and a[:1] == b[:1]) or a.startswith(b) or b.startswith(a)


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
    _by_grammar(kept, lexicon, names)
    _by_company(kept, lexicon, names)
    _by_initials(kept, names)
    _by_office(kept, lexicon, names)
    _by_kin(kept, lexicon, names)
    titles = lexicon["nouns.title nouns.office"] - lexicon["nouns.courtesy"]
    names.learn_given({x for s in kept for x in _titled_alone(s, titles)})
    return names


def _titled_alone(s: Sentence, titles: Set[str]) -> Iterator[str]:
    """ "King *Mohammed*", "Pope *Francis*": names of one word behind a title, other than "Mr"."""
    for before, w in pairwise(s.words):
        if w.tag in PROPER and (w.i + 1 == len(s) or s[w.i + 1].tag not in PROPER) and before.lemma in titles:
            yield w.text.casefold()


def _by_initials(sentences: Iterable[Sentence], names: Names) -> None:
    """ "M.T.", the film star Marta Tell: initials beside the one name in the sentence that has them."""
    for s in sentences:
        for found in _INITIALS.finditer(s.text):
            letters = [c for c in found.group(0) if c.isalpha()]
            told = {n for n in names.full.values() if n in s.text and [w[0] for w in n.split()] == letters}
            if len(told) == 1:
                names.initials[found.group(0)] = told.pop()


def _by_kin(sentences: Sequence[Sentence], lexicon: Lexicon, names: Names) -> None:
    """ "Paul and Rachel Orlu … the couple": in one family the first has the other's surname."""
    kin = lexicon["nouns.one_family"]
    for n, s in enumerate(sentences):
        family = any(_the_family(x, w, kin) for x in sentences[n : n + 2] for w in x.words)
        for w in s.words[:-3]:
            if not family and not (w.i and s[w.i - 1].low in kin):
                continue
            joint, second, last = s.words[w.i + 1 : w.i + 4]
            whole = joint.low == "and" and w.tag == second.tag == last.tag == "NNP" and second.head == last.i
            alone = w.i == 0 or s[w.i - 1].tag not in PROPER
            plain = _plain_name(w) and not gazetteer().find(w.text) and not is_title(w, lexicon)
            if whole and alone and plain and w.low not in names.full and names.knows(last.text):
                names.full[w.low] = f"{w.text} {last.text}"


def _the_family(s: Sentence, w: Word, kin: Set[str]) -> bool:
    """ "The couple were freed", "both brothers", not "a couple of days", "the couple of judges"."""
    told = w.low in kin and w.i > 0 and s[w.i - 1].low in {"the", "both", "these"}
    return told and not any(k.low == "of" or k.tag in PROPER for k in s[w.i + 1 : w.i + 2])


def _by_office(sentences: Iterable[Sentence], lexicon: Lexicon, names: Names) -> None:
    """ "President Orlu freed nine. Ben Orlu, a lawyer, …": told by an office before Ben is, he is another."""
    told, offices = "", lexicon["nouns.granter"]
    for s in sentences:
        for w in s.words[1:]:
            before, key = s[w.i - 1], w.low
            full = names.full.get(key, "")
            known = w.tag == "NNP" and " " in full and before.text[:1].isupper() and before.low in offices
            known = known and full not in told + s.text
            if known and not any(_told_of(before, full, x.text, lexicon) for x in sentences):
                names.shared.add(key)
        told += s.text + " "


def _told_of(office: Word, name: str, text: str, lexicon: Lexicon) -> bool:
    """ "President Ben Roth", "Ben Roth, the president", "Ben Roth took office"."""
    found = lexicon.pattern("in_office").match(text.partition(name)[2])
    return f"{office.text} {name}" in text or (found is not None and found["office"] in {None, office.low})


def _by_grammar(sentences: Iterable[Sentence], lexicon: Lexicon, names: Names) -> None:
    """Whoever is *who*, has an age, or is tried and jailed is a person, whatever the model takes it for."""
    for s in sentences:
        for w in s.words:
            named = w.tag == "NNP" or (w.i == 0 and w.tag == "NN")  # the model takes "Mesfin" for a noun
            office = w.lemma in lexicon["nouns.office"]  # "pardoned the Deputy Minister"
            if named and not office and w.dep != "compound" and _plain_name(w) and _lives(s, w, lexicon):
                lo, _ = s.np(w.i)
                while lo < w.i and not (s[lo].tag == "NNP" and s[lo].text[:1].isupper()):
                    lo += 1
                while lo < w.i and (_stands_before_names(s[lo], lexicon) or not s[lo].text[0].isalpha()):
                    lo += 1
                lo += _of_a_nation(s.words[lo : w.i + 1])
                lo = _behind_the_office(s, lo, w.i, lexicon)
                text = s.span_text(lo, w.i)
                bodies = any(x.lemma in lexicon["nouns.body"] for x in s.words[lo : w.i + 1])
                if not bodies and _no_place(text):
                    names.add_known(text)


def _behind_the_office(s: Sentence, lo: int, hi: int, lexicon: Lexicon) -> int:
    """ "Dawn daily Editor-in-Chief Ada Orlu": the name begins behind the last word that is part of none."""
    titles = lexicon["nouns.office nouns.title"]
    barred = (
        k.i
        for k in s.words[lo:hi]
        if k.low in titles or not (k.tag in PROPER or k.low in PARTICLES or k.tag == "HYPH")
    )
    return max((k + 1 for k in barred), default=lo)


def _stands_before_names(w: Word, lexicon: Lexicon) -> bool:
    """A title, a calling, or the day before: "On Friday Ada and Ben Orlu were freed"."""
    return is_title(w, lexicon) or w.lemma in lexicon["nouns.human"] or w.low in lexicon["nouns.calendar"]


def _of_a_nation(words: Sequence[Word]) -> bool:
    """ "Briton Ada Orlu", "Frenchwoman Lena Marr": does a nation stand before a name of two words or more?"""
    if len(words) < 3 or not words[0].text[:1].isupper():
        return False
    return any(h.kind in {"people", "demonym"} for h in gazetteer().find(words[0].text))


def _no_place(text: str) -> bool:
    """Is it no name of the gazetteer's, but for a town that somebody bears as a surname ("Ben Salem")?"""
    return all(h.kind in {"city", "region"} and h.start > 0 for h in gazetteer().find(text))


def _plain_name(w: Word) -> bool:
    return len(w.text) > 2 and w.text[0].isupper() and not w.text.isupper()


def _lives(s: Sentence, w: Word, lexicon: Lexicon) -> bool:
    """Is it told of as of somebody: "X, who …", "X, 41, …", "X was sentenced", "jailed X"?"""
    kids = s.kids(w.i)
    told = any(k.dep == "relcl" and any(x.low == "who" for x in s.kids(k.i)) for k in kids)
    if told and any(x.tag == "," for x in s[w.i + 1 : w.i + 2]) and not _lies_there(s, w):
        return True
    if any(k.dep in {"appos", "nummod"} and k.i == w.i + 2 and _is_age(s, k) for k in kids):
        return True
    if s.text[w.end - s.start :].startswith(" (") and w.i + 3 < len(s) and _is_age(s, s[w.i + 2]):
        return True
    lo, _ = s.np(w.i)
    if any(x.low in _BORN_BY for x in s.words[lo + 1 : w.i]) and s[lo].tag in PROPER:
        return True  # "Ada van der Orlu", "Ben bin Roth"
    return _undergoes(s, w, lexicon)


def _lies_there(s: Sentence, w: Word) -> bool:
    """ "An engineer from Lombard, *Illinois*, who …": the second of two places is nobody."""
    town = s[w.head]
    apart = w.dep in {"conj", "appos"} and w.i == town.i + 2 and s[w.i - 1].tag == ","
    return apart and town.dep == "pobj" and s[town.head].low in {"in", "from", "of", "at", "near"}


def _undergoes(s: Sentence, w: Word, lexicon: Lexicon) -> bool:
    """ "X and Y were sentenced", "jailed X", "two nurses, X and Y": does it stand as a person's name?"""
    while w.dep == "conj" and s[w.head].tag in PROPER:
        w = s[w.head]
    above = s[w.head]
    if s.np(w.i)[0] < w.i and (_is_excepted(s, w, lexicon) or _says_i(s, w)):
        return True
    deeds = lexicon["lemmas.done_to_persons"]
    thing = any(k.tag == "NN" and k.lemma not in lexicon["nouns.human"] for k in s.kids(w.i, "appos"))
    if s[s.np(w.i)[0]].tag in PROPER and s.np(w.i)[0] < w.i and not thing and not _is_a_place(s, w, lexicon):
        deeds = lexicon["lemmas.done_to_persons lemmas.done_to_names"]
    done = above.lemma in deeds and above.tag.startswith("V") and not _is_won_back(s, above, lexicon)
    people = (
        above.tag == "NNS" and above.lemma in lexicon["nouns.human"] and s.kid(above.i, "nummod") is not None
    )
    kin = above if w.dep == "poss" else s[above.head] if w.dep == "pobj" and above.low == "of" else w
    lo = s.np(w.i)[0]
    theirs = lexicon["nouns.kinship nouns.undergone" if w.ent == "ORG" else _OF_PERSONS]
    if kin.tag in {"NN", "NNS"} and kin.lemma in theirs and lo < w.i and s[lo].tag in PROPER:
        return True  # "relatives of Ada Orlu", "Ada Orlu's lawyer"
    return (done and w.dep in {"nsubjpass", "dobj"}) or (people and w.dep == "appos" and w.i > above.i)


def _is_a_place(s: Sentence, w: Word, lexicon: Lexicon) -> bool:
    """ "Port Orlu", "Kell Heights": a word of the name says that it is no person's."""
    places = lexicon["nouns.of_a_place nouns.district nouns.premises"]
    return any(x.low in places for x in s.words[s.np(w.i)[0] : w.i + 1])


def _is_won_back(s: Sentence, verb: Word, lexicon: Lexicon) -> bool:
    """ "Troops freed Deir Hafer": what those who fight free, or what is freed from them, may be a town."""
    if verb.lemma != "free":
        return False
    fighters = lexicon["nouns.fighting"]
    return any(w.lemma in fighters for w in s.words)


def _is_age(s: Sentence, k: Word) -> bool:
    return (
        k.text.isdigit()
        and len(k.text) == 2
        and s[k.i - 1].tag in {",", "-LRB-"}
        and k.i + 1 < len(s)
        and s[k.i + 1].tag in ({",", "."} if s[k.i - 1].tag == "," else {"-RRB-"})
    )


def _by_company(sentences: Iterable[Sentence], lexicon: Lexicon, names: Names) -> None:
    """In a list with somebody known as a person, names of two words or three are persons' too."""
    for s in sentences:
        for w in s.words:
            if w.tag not in PROPER or w.dep in {"conj", "compound"}:
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
            if k.tag in PROPER:
                out.append(k.i)
                todo.append(k.i)
    return out


def _join(s: Sentence, w: Word, lexicon: Lexicon, names: Names) -> None:
    lo, _ = s.np(w.i)
    lo += _of_a_nation(s.words[lo : w.i + 1])
    while lo < w.i and s[lo].low in lexicon["nouns.calendar"]:
        lo += 1
    words = s.words[lo : w.i + 1]
    plain = all(_of_a_name(s, x) for x in words)
    many = sum(x.tag != "HYPH" for x in words)
    if (
        names.knows(w.text)
        or not plain
        or not 1 < many < 5 - (many == len(words))
        or w.lemma in lexicon["nouns.body"]
    ):
        return
    text = s.span_text(lo, w.i)
    if not gazetteer().find(text) and not is_title(words[0], lexicon):
        names.add(text)
        names.not_person.discard(w.low)


def _is_excepted(s: Sentence, w: Word, lexicon: Lexicon) -> bool:
    """ "All nine nurses were freed apart from X": who is told apart from people is one of them."""
    prep = s[w.head]
    if w.dep != "pobj":
        return False
    pair = f"{s[prep.i - 1].low} {prep.low}" if prep.i else ""
    if prep.low not in {"except", "save"} and not lexicon.pattern("except_pair").search(pair):
        return False
    verb = s.verb_of(w.i)
    subject = s.kid(verb, *SUBJECTS) if verb is not None else None
    return subject is not None and subject.tag == "NNS" and subject.lemma in lexicon["nouns.human nouns.held"]


def _says_i(s: Sentence, w: Word) -> bool:
    """ "“I am free,” Ada Orlu said": no body calls itself *I*."""
    quoted = next((k.i for k in s.words if k.tag == "``"), len(s))
    me = any(k.text == "I" and k.tag == "PRP" and k.i > quoted for k in s.words)
    return me and w.dep == "nsubj" and s[w.head].lemma == "say" and s[s.np(w.i)[0]].tag in PROPER


def _of_a_name(s: Sentence, x: Word) -> bool:
    """A word not all in capitals: "Orlu", "O'Brien"; the hyphen of "Anne-Lise", a particle."""
    if x.tag == "HYPH" or x.low in PARTICLES:
        return True
    return x.tag in PROPER and x.text[:1].isupper() and x.text != x.text.upper()


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
    keep = keep[_of_a_nation(keep) :]
    if len(keep) > 1 and not gazetteer().find(last.text):
        votes[last.low] += _IN_FULL
        names.add(s.span_text(keep[0].i, keep[-1].i))


def is_title(w: Word, lexicon: Lexicon) -> bool:
    """Does the word stand before names as a title: "Mr.", "Gen", "Bishop", "Poet" at the very start?"""
    titles = lexicon["nouns.title"]
    if w.i == 0 and w.lemma in lexicon["nouns.human"]:
        return True
    return w.lemma in titles or w.low.rstrip(".") in titles
