"""Noun phrases that know what they are: person, state, body, place, group with its count."""

from __future__ import annotations

from detente.language.gazetteer import Hit
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.common_nouns import common
from detente.reading.nouns.mention import Mention
from detente.reading.nouns.phrases import Phrases
from detente.reading.nouns.pronouns import pronoun
from detente.reading.nouns.proper_names import proper
from detente.reading.nouns.seen_names import Names
from detente.reading.parsing.words import PROPER, Sentence, Word

__all__ = ["Mention", "Mentions"]

_POINTING = frozenset({
    "none", "nobody", "everyone", "everybody", "all", "both", "some", "others", "anyone", "someone", "half",
    "most",
})  # fmt: skip
_PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$"})
_HEADS = frozenset({"NN", "CD", "DT", "JJ", "VB", "PD"})
_TIMES = frozenset({"DATE", "TIME"})
_KNOWN = ("nouns.human", "nouns.body", "nouns.collective", "nouns.sector", "nouns.sanction")


class Mentions(Phrases):
    """The mentions of one sentence, made when they are asked for."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon, names: Names) -> None:
        super().__init__(sentence, lexicon, names)
        self._made: dict[int, Mention | None] = {}

    def at(self, i: int) -> Mention | None:
        """The mention whose head is this word; None where the word heads no noun phrase."""
        try:
            return self._made[i]
        except KeyError:
            self._made[i] = None  # a cycle of heads ends here
        found = self._make(self.s[i])
        self._made[i] = found = found and self._numbered(found)
        return found

    def put(self, m: Mention) -> Mention:
        """Let a word head this mention: what stands around it knows better than the word itself."""
        self._made[m.head] = m
        return m

    def _numbered(self, m: Mention) -> Mention:
        """ "Colony 4", "Ward 3": the number is part of a place's name."""
        i = m.head + 1
        if (
            m.kind == "person"
            or m.hi >= i
            or i >= len(self.s)
            or self.s[i].tag != "CD"
            or not m.text[:1].isupper()
        ):
            return m
        at = self.s[i].start - self.s.start
        if any(q.kind == "identifier" and q.start <= at < q.end for q in self.numbers):
            m.kind, m.hi, m.text = "facility", max(m.hi, i), self.text(m.lo, i)
            m.name = f"{m.name} {self.s[i].text}"
        return m

    def _make(self, w: Word) -> Mention | None:
        if w.tag in _PRONOUNS:
            return pronoun(w, self.lex)
        if w.tag[:2] not in _HEADS and w.tag not in {"EX", "FW", "RB"}:
            return None
        lo, hi = self.s.np(w.i)
        if w.low == "no" and (numbered := self._numbered_facility(w)) is not None:
            return numbered
        hit = self.hit_at(w.i)
        if hit is None and w.tag in PROPER and w.ent in _TIMES:
            text = self.text(lo, hi)
            return Mention(w.i, lo, hi, "topic", text, text, w.low)
        if hit is None and self._is_number(w):
            return common(self, w, lo, hi)
        if hit is None and self._is_acronym(w, lo):
            return Mention(w.i, lo, w.i, "organisation", w.text, self.text(lo, w.i), w.low, definite=True)
        if hit is None and lo == hi and self._is_unknown_name(w):
            return Mention(w.i, lo, hi, "organisation", w.text, w.text, w.low, definite=True)
        surname = lo == hi and w.tag in {"NN", "NNS"} and w.text.istitle() and self.names.knows(w.text)
        if surname or w.tag in PROPER or (hit is not None and self._is_named(w, hit)):
            return proper(self, w, lo, hi, hit)
        return common(self, w, lo, hi)

    def _numbered_facility(self, w: Word) -> Mention | None:
        """ "Colony No. 5", "Prison No 8": a facility by its number."""
        before, behind = self.s[max(0, w.i - 1)], self.s.words[w.i + 1 : w.i + 3]
        last = next((x for x in behind if x.tag == "CD"), None)
        if last is None or before.lemma not in self.lex["nouns.facility"]:
            return None
        lo, text = before.i, self.text(before.i, last.i)
        return Mention(w.i, lo, last.i, "facility", text, text, before.lemma, definite=True)

    def _is_number(self, w: Word) -> bool:
        """A number that the model takes for a name or a noun: "Forty"."""
        taken = w.tag in PROPER or (w.tag == "NN" and w.text[0].isupper())
        return taken and w.ent not in {"PERSON", "ORG"} and self.number_in(w.i, w.i) is not None

    def _is_acronym(self, w: Word, lo: int) -> bool:
        """ "the FARC": capital letters alone, which the model may take for a plural, name a body."""
        alone = lo == w.i or (lo == w.i - 1 and self.s[lo].low == "the")
        shouted = self.s.text.isupper() or w.low in self.lex.forms
        aside = 0 < w.i < len(self.s) - 1 and (self.s[w.i - 1].tag, self.s[w.i + 1].tag) == ("-LRB-", "-RRB-")
        if aside and w.dep == "appos" and w.tag in PROPER and w.text.isupper() and len(w.text) > 1:
            return True  # "the Oromo Congress (OFC)"
        return alone and w.tag in {"NN", "NNS"} and len(w.text) > 2 and w.text.isupper() and not shouted

    def _is_unknown_name(self, w: Word) -> bool:
        """A capitalised noun alone that no list knows: a body or a place."""
        return (
            w.tag == "NN"
            and w.text[0].isupper()
            and not self.names.knows(w.text)
            and w.low not in _POINTING
            and w.low not in self.lex.forms
            and all(w.lemma not in self.lex[name] for name in _KNOWN)
        )

    @staticmethod
    def _is_named(w: Word, hit: Hit) -> bool:
        return w.tag != "JJ" and not (hit.kind == "region" and w.tag in {"NN", "NNS"})
