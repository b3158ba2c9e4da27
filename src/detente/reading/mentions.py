"""Noun phrases that know what they are: person, state, body, place, group with its count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from detente.language.gazetteer import Hit, gazetteer
from detente.language.numbers import FoundQuantity, quantities
from detente.reading.lexicon import Lexicon
from detente.reading.words import Sentence, Word
from detente.records import FillerKind, Quantity

_PROPER = frozenset({"NNP", "NNPS"})
_POINTING = frozenset(
    {
        "none",
        "nobody",
        "everyone",
        "everybody",
        "all",
        "both",
        "some",
        "others",
        "anyone",
        "someone",
        "half",
        "most",
    }
)
_BODIES = frozenset({"ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})

_PLACES = frozenset({"state", "capital", "city", "region"})


@dataclass(slots=True)
class Mention:
    """What one noun phrase speaks of.

    Attributes:
        head, lo, hi: word indices of the head and of the phrase around it.
        name: the filler's name: canonical for states, without titles for persons.
        text: the phrase as written.
        anaphor: how it points back, where it does: ``he``, ``they``, ``number``, ``rest``,
            ``others``, ``all``, ``group``, ``country``, ``it``.
        whole: index of the head of the phrase it is a part of ("two of *the five*").
    """

    head: int
    lo: int
    hi: int
    kind: FillerKind
    name: str
    text: str
    noun: str
    human: bool = False
    plural: bool = False
    definite: bool = False
    negative: bool = False
    quantity: Quantity | None = None
    state: str | None = None
    anaphor: str | None = None
    whole: int | None = None
    titles: tuple[str, ...] = ()
    city: bool = False
    hit: Hit | None = None


@dataclass
class Names:
    """Persons and bodies of one document: surname voting for what the small model mistakes."""

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


class Mentions:
    """The mentions of one sentence, made when they are asked for."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon, names: Names) -> None:
        self.s, self.lex, self.names = sentence, lexicon, names
        self.hits: Sequence[Hit] = gazetteer().find(sentence.text)
        self.numbers: Sequence[FoundQuantity] = quantities(sentence.text)
        self._made: dict[int, Mention | None] = {}
        self._known = (
            lexicon["nouns.human"]
            | lexicon["nouns.body"]
            | lexicon["nouns.collective"]
            | lexicon["nouns.sector"]
            | lexicon["nouns.sanction"]
        )

    def at(self, i: int) -> Mention | None:
        """The mention whose head is this word; None where the word heads no noun phrase."""
        if i not in self._made:
            self._made[i] = None  # a cycle of heads ends here
            self._made[i] = self._make(i)
        return self._made[i]

    def hit_at(self, i: int) -> Hit | None:
        """The gazetteer's hit that covers this word."""
        w = self.s[i]
        lo, hi = w.start - self.s.start, w.end - self.s.start
        return next((h for h in self.hits if h.start <= lo and h.end >= hi), None)

    def number_in(self, lo: int, hi: int) -> FoundQuantity | None:
        """The last count that stands in the words from ``lo`` to ``hi``."""
        a, b = self.s[lo].start - self.s.start, self.s[hi].end - self.s.start
        found = [q for q in self.numbers if q.start < b and q.end > a and q.kind in {"count", "ratio"}]
        return found[-1] if found else None

    # ── kinds ──
    def _make(self, i: int) -> Mention | None:
        w = self.s[i]
        if w.tag in {"PRP", "PRP$", "WP", "WDT", "WP$"}:
            return self._pronoun(w)
        if w.tag[:2] not in {"NN", "CD", "DT", "JJ", "VB", "PD"} and w.tag not in {"EX", "FW", "RB"}:
            return None
        lo, hi = self.s.np(i)
        hit = self.hit_at(i)
        if (
            w.tag in _PROPER
            and hit is None
            and self.number_in(i, i) is not None
            and w.ent not in {"PERSON", "ORG"}
        ):
            return self._common(w, lo, hi)
        if (
            w.tag == "NN"
            and hit is None
            and lo == hi
            and w.text[0].isupper()
            and w.low not in _POINTING
            and w.low not in self.lex.forms
            and w.lemma not in self._known
        ):
            return Mention(i, lo, hi, "organisation", w.text, w.text, w.low, definite=True)
        if w.tag in _PROPER or (
            hit is not None and w.tag != "JJ" and not (hit.kind == "region" and w.tag in {"NN", "NNS"})
        ):
            return self._proper(w, lo, hi, hit)
        return self._common(w, lo, hi)

    def _pronoun(self, w: Word) -> Mention | None:
        plural = w.low in self.lex["closed.plural_pronoun"]
        single = w.low in self.lex["closed.singular_pronoun"]
        if not plural and not single:
            if w.low in {"it", "its"}:
                return Mention(w.i, w.i, w.i, "organisation", w.text, w.text, w.low, anaphor="it")
            if w.low in {"who", "whom", "whose", "that", "which"}:
                return Mention(
                    w.i,
                    w.i,
                    w.i,
                    "group",
                    w.text,
                    w.text,
                    w.low,
                    human=w.low.startswith("who"),
                    anaphor="who",
                )
            if w.low in {"i", "we", "us", "me", "my", "our"}:
                return Mention(w.i, w.i, w.i, "person", w.text, w.text, w.low, human=True, anaphor="i")
            return None
        anaphor = "they" if plural else "she" if w.low in {"she", "her", "hers", "herself"} else "he"
        kind: FillerKind = "group" if plural else "person"
        return Mention(
            w.i,
            w.i,
            w.i,
            kind,
            w.text,
            w.text,
            w.low,
            human=True,
            plural=plural,
            anaphor=anaphor,
            definite=True,
        )

    def _proper(self, w: Word, lo: int, hi: int, hit: Hit | None) -> Mention:
        text = self._text(lo, hi)
        if hit is not None and not self._is_person(w, hit):
            return self._from_hit(w, lo, hi, hit, text)
        if w.lemma in self.lex["nouns.office"] and not self.names.knows(w.text):
            return self._office(w, lo, hi)
        first, titles = self._name_start(w, lo)
        name = self.s.span_text(first, w.i)
        definite = True
        if w.tag == "NNPS" and w.lemma in self.lex["nouns.human"]:
            return self._common(w, lo, hi) or Mention(
                w.i, lo, hi, "group", _strip(text), text, w.lemma, human=True, plural=True
            )
        described = any(
            self.s[k].tag == "NN" and self.s[k].lemma in self.lex["nouns.human"] for k in range(lo, first)
        )
        if self._is_person(w, hit) or described or (titles and w.lemma not in self.lex["nouns.body"]):
            full = self.names.whole(name)
            return Mention(w.i, lo, hi, "person", full, text, w.low, human=True, definite=definite, titles=titles,
                           state=self._state_in(lo, first))  # fmt: skip
        if w.lemma in self.lex["nouns.body"] or w.ent in _BODIES:
            return self._body(w, lo, hi)
        if w.ent in {"GPE", "LOC", "FAC"}:
            kind: FillerKind = "facility" if w.ent == "FAC" else "place"
            return Mention(w.i, lo, hi, kind, _strip(text), text, w.low, definite=definite, city=True)
        if w.lemma in self.lex["nouns.human"]:
            return self._group(w, lo, hi, text, state=self._state_in(lo, hi), plural=w.tag == "NNPS")
        if w.i > first and w.tag in _PROPER:
            return Mention(
                w.i, lo, hi, "person", name, text, w.low, human=True, definite=definite, titles=titles
            )
        return Mention(w.i, lo, hi, "organisation", _strip(text), text, w.low, definite=definite)

    def _office(self, w: Word, lo: int, hi: int) -> Mention:
        """ "the Minister of Justice, Mr X", "President X's envoy": the holder where named, else the office."""
        hi = max(hi, self._of_tail(w))
        text, state = self._text(lo, hi), self._state_in(lo, hi)
        named = self._apposed_name(w, within=hi - w.i + 6)
        if named is not None:
            titles = (*named.titles, w.text)
            return Mention(
                w.i,
                lo,
                hi,
                "person",
                named.name,
                text,
                w.lemma,
                human=True,
                definite=True,
                titles=titles,
                state=state,
            )
        return Mention(
            w.i,
            lo,
            hi,
            "group",
            _strip(text),
            text,
            w.lemma,
            human=True,
            definite=True,
            state=state,
            plural=w.tag == "NNPS",
        )

    def _body(self, w: Word, lo: int, hi: int) -> Mention:
        """ "the Ministry of Foreign Affairs of X": a body with what its name goes on to say."""
        hi = max(hi, self._of_tail(w))
        text = self._text(lo, hi)
        return Mention(
            w.i,
            lo,
            hi,
            "organisation",
            _strip(text),
            text,
            w.lemma,
            definite=True,
            state=self._state_in(lo, hi),
        )

    def _of_tail(self, w: Word) -> int:
        """The last word of the "of …" phrases that follow a name without a break."""
        last, i = w.i, w.i + 1
        while i + 1 < len(self.s) and self.s[i].low in {"of", "for"} and i - w.i < 9:
            j = i + 1
            while (
                j < len(self.s)
                and j - i < 6
                and (
                    self.s[j].tag in _PROPER
                    or self.s[j].low in {"the", "and"}
                    or (self.s[j].text[0].isupper() and self.s[j].tag in {"JJ", "NN", "NNS"})
                )
            ):
                j += 1
            while j - 1 > i and self.s[j - 1].low in {"the", "and"}:
                j -= 1
            if j - 1 == i:
                break
            last, i = j - 1, j
        return last

    def _is_person(self, w: Word, hit: Hit | None) -> bool:
        if hit is not None and hit.kind in {
            "state",
            "body",
            "demonym",
            "people",
            "seat",
            "capital",
        }:
            return False
        if self.names.knows(w.text):
            return True
        return (
            w.ent == "PERSON"
            and (hit is None or " " in self._name(w))
            and w.lemma not in self.lex["nouns.body"]
        )

    def _name(self, w: Word) -> str:
        lo, _ = self.s.np(w.i)
        return self.s.span_text(self._name_start(w, lo)[0], w.i)

    def _name_start(self, w: Word, lo: int) -> tuple[int, tuple[str, ...]]:
        """Where the personal name in a phrase begins, and the titles before it."""
        first = w.i
        while first > lo:
            p = self.s[first - 1]
            if re.fullmatch(r"[A-Z]\.", p.text):
                first -= 1
                continue
            if p.tag not in _PROPER and not (
                p.low
                in {
                    "de",
                    "del",
                    "al",
                    "el",
                    "bin",
                    "ibn",
                    "van",
                    "von",
                    "der",
                    "da",
                    "dos",
                    "la",
                    "-",
                    "ben",
                    "abu",
                }
                and first - 1 > lo
            ):
                break
            if (
                p.lemma in self.lex["nouns.title"]
                or p.low.rstrip(".") in self.lex["nouns.title"]
                or p.lemma in self.lex["nouns.office"]
            ):
                break
            hit = self.hit_at(p.i)
            if (
                hit is not None
                and hit.kind in {"demonym", "state", "people", "body"}
                and first - 1 <= w.i - 1
                and self.s[first].tag in _PROPER
                and first != w.i
            ):
                break
            if hit is not None and hit.kind in {"demonym", "state", "body"}:
                break
            if (
                p.ent_id != w.ent_id
                and w.ent_id >= 0
                and p.ent_id >= 0
                and not re.fullmatch(r"[A-Z]\.", p.text)
            ):
                break
            first -= 1
        while first < w.i and self.s[first].low in {"-", "de", "al"}:
            first += 1
        titles = [
            self.s[k].text for k in range(lo, first)
            if self.s[k].lemma in self.lex["nouns.title"] or self.s[k].lemma in self.lex["nouns.office"] or self.s[k].low.rstrip(".") in self.lex["nouns.title"]
        ]  # fmt: skip
        return first, tuple(titles)

    def _from_hit(self, w: Word, lo: int, hi: int, hit: Hit, text: str) -> Mention:
        if hit.kind == "people":
            return self._group(w, lo, hi, text, state=hit.name, plural=hit.plural)
        if hit.kind == "demonym":
            if w.tag in {"NN", "NNS", "NNP", "NNPS", "JJ"} and (hit.plural or w.tag in {"NNS", "NNPS"}):
                return self._group(w, lo, hi, text, state=hit.name, plural=True)
            return self._group(w, lo, hi, text, state=hit.name, plural=False)
        if hit.kind in {"office", "outlet"}:
            whole = _strip(self.s.text[hit.start : hit.end])
            name = whole if len(whole) > len(_strip(text)) else _strip(text)
            return Mention(
                w.i, lo, hi, "organisation", name, text, w.lemma, definite=True, state=hit.actor, hit=hit
            )
        if hit.kind in {"state", "seat", "capital"}:
            kind: FillerKind = "state"
            name = hit.actor or hit.name
            return Mention(
                w.i,
                lo,
                hi,
                kind,
                name,
                text,
                w.low,
                definite=True,
                state=name,
                city=hit.kind == "capital",
                hit=hit,
            )
        if hit.kind in {"city", "region"}:
            return Mention(w.i, lo, hi, "place", _strip(text), text, w.low, definite=True, city=True, hit=hit)
        return Mention(w.i, lo, hi, "organisation", hit.name, text, w.low, definite=True, state=None, hit=hit)

    def _group(self, w: Word, lo: int, hi: int, text: str, *, state: str | None, plural: bool) -> Mention:
        found = self.number_in(lo, hi)
        quantity = self._people_count(found)
        if (
            not plural
            and quantity is None
            and self.s[lo].low in {"a", "an", "another", "one", "every", "each"}
        ):
            quantity = (
                None
                if self.s[lo].low in {"every", "each"}
                else Quantity(1, 1, exact=True, cue=self.s[lo].text)
            )
        low = [self.s[k].low for k in range(lo, hi + 1)]
        m = Mention(
            w.i, lo, hi, "group", _strip(text), text, w.lemma, human=True, plural=plural, quantity=quantity, state=state,
            definite=low[0] in {"the", "those", "these", "all", "his", "her", "their", "both"} or bool(found and getattr(found, "definite", False)),
            negative=low[0] in {"no", "none", "neither"},
        )  # fmt: skip
        if quantity is None and low[0] in {"all", "every", "everyone", "everybody", "both"}:
            m.anaphor = "all"
        return m

    def _people_count(self, found: FoundQuantity | None) -> Quantity | None:
        if found is None or found.kind == "ratio":
            return None
        return found.quantity

    def _common(self, w: Word, lo: int, hi: int) -> Mention | None:
        text = self._text(lo, hi)
        lemma = w.lemma
        state = self._state_in(lo, hi)
        plural = w.tag in {"NNS", "NNPS"} or lemma != w.low
        of = self._of(w)
        number = self.number_in(w.i, w.i)
        if lemma in self.lex["nouns.collective"] or (
            number is not None and number.kind in {"count", "ratio"}
        ):
            return self._collective(w, lo, hi, text, of, number)
        if w.tag == "DT" or lemma in {
            "other",
            "others",
            "everyone",
            "everybody",
            "all",
            "both",
            "those",
            "some",
            "none",
            "nobody",
            "one",
            "each",
            "former",
            "latter",
            "freed",
            "released",
            "rest",
            "detained",
            "jailed",
        }:
            return self._pointing(w, lo, hi, text, of)
        if lemma in self.lex["nouns.body"] and not (lemma in self.lex["nouns.human"] and plural):
            kind: FillerKind = "organisation"
            tail = self._of_tail(w)
            if tail > hi and self._state_in(w.i, tail) is not None:
                hi, text, state = tail, self._text(lo, tail), state or self._state_in(lo, tail)
            m = Mention(
                w.i,
                lo,
                hi,
                kind,
                _strip(text),
                text,
                lemma,
                plural=plural,
                state=state,
                definite=self.s[lo].low == "the",
            )
            if (
                lemma in {"country", "nation", "state", "republic"}
                and self.s[lo].low in {"the", "this", "that"}
                and state is None
            ):
                m.anaphor = "country"
            return m
        if (
            lemma in self.lex["nouns.human"]
            or lemma in self.lex["nouns.office"]
            or w.low.endswith(("ists", "activist"))
        ):
            if lemma in self.lex["nouns.office"] and self._of_tail(w) > hi:
                return self._office(w, lo, hi)
            named = None if plural else self._apposed_name(w) or self._described_name(w)
            if named is not None:
                titles = (*named.titles, w.text)
                return Mention(
                    w.i,
                    lo,
                    hi,
                    "person",
                    named.name,
                    text,
                    lemma,
                    human=True,
                    definite=True,
                    titles=titles,
                    state=state,
                )
            return self._group(w, lo, hi, text, state=state, plural=plural)
        if w.low == "old" and w.i > lo and self.s[w.i - 1].tag in {"HYPH", ":"} | {self.s[w.i - 1].tag}:
            if "year" in {self.s[k].low for k in range(lo, w.i)}:
                return Mention(
                    w.i, lo, hi, "person", text, text, w.low, human=True, anaphor="he", definite=True
                )
        named = None if plural else self._apposed_name(w)
        if named is not None:
            return Mention(
                w.i,
                lo,
                hi,
                "person",
                named.name,
                text,
                lemma,
                human=True,
                definite=True,
                titles=named.titles,
                state=state,
            )
        kind = "facility" if lemma in self.lex["nouns.facility"] else "topic"
        return Mention(
            w.i,
            lo,
            hi,
            kind,
            _strip(text),
            text,
            lemma,
            plural=plural,
            state=state,
            definite=self.s[lo].low in {"the", "this", "that", "these", "those", "its", "their"},
            negative=self.s[lo].low == "no",
            quantity=None,
        )

    def _collective(
        self, w: Word, lo: int, hi: int, text: str, of: Mention | None, number: FoundQuantity | None
    ) -> Mention:
        """ "hundreds of prisoners", "114 of the freed", "a group of twelve Christians", "61", "the 52"."""
        quantity = self._people_count(number if number is not None else self.number_in(lo, hi))
        if of is not None:
            part = of.definite and quantity is not None
            text = self._text(lo, of.hi)
            if quantity is None and of.quantity is not None and not of.definite:
                quantity = of.quantity
            human = of.human or (of.anaphor is not None)
            m = Mention(
                w.i,
                lo,
                of.hi,
                "group",
                _strip(text),
                text,
                of.noun,
                human=human,
                plural=True,
                quantity=quantity,
                state=of.state,
                whole=of.head if part else None,
                definite=False,
            )
            if number is not None and number.kind == "ratio":
                m.anaphor = "ratio"
                m.quantity = _share(number.quantity, of.quantity)
            return m
        definite = self.s[lo].low in {"the", "these", "those"} or bool(
            number and getattr(number, "definite", False)
        )
        human = w.tag in {"CD", "DT", "NN", "NNS", "JJ", "PDT", "NNP"} and w.dep not in {
            "npadvmod",
            "nummod",
            "compound",
        }
        anaphor = "rest" if w.lemma in {"rest", "remainder"} else "group" if w.lemma == "group" else "number"
        if w.lemma in {"list", "total", "number", "majority"} and quantity is None:
            return Mention(w.i, lo, hi, "topic", _strip(text), text, w.lemma)
        return Mention(
            w.i,
            lo,
            hi,
            "group",
            _strip(text),
            text,
            w.lemma,
            human=human,
            plural=True,
            quantity=quantity,
            anaphor=anaphor,
            definite=definite,
        )

    def _pointing(self, w: Word, lo: int, hi: int, text: str, of: Mention | None) -> Mention | None:
        if w.dep in {"det", "predet", "amod"}:
            return None
        if of is not None:
            text = self._text(lo, of.hi)
            hi = of.hi
        kinds = {
            "other": "others",
            "others": "others",
            "some": "others",
            "rest": "rest",
            "none": "none",
            "nobody": "none",
            "former": "former",
            "latter": "latter",
        }
        anaphor = kinds.get(w.lemma, "all")
        if w.lemma in {"this", "that", "it", "these"}:
            return Mention(w.i, lo, hi, "event", text, text, w.lemma, anaphor="it")
        if w.lemma in {"freed", "released", "detained", "jailed"} and self.s[lo].low not in {"the", "those"}:
            return None
        human = of.human or of.anaphor is not None if of is not None else True
        found = self.number_in(lo, hi)
        m = Mention(
            w.i,
            lo,
            hi,
            "group",
            _strip(text),
            text,
            w.lemma,
            human=human,
            plural=True,
            anaphor=anaphor,
            negative=anaphor == "none",
            definite=True,
            state=of.state if of else None,
        )
        m.quantity = (
            self._people_count(found)
            if found is not None
            else Quantity(2, None, soft_lo=True, cue=w.text)
            if anaphor == "others"
            else None
        )
        return m

    def _described_name(self, w: Word) -> Mention | None:
        """ "Marc F., an American teacher": the person whom the noun describes."""
        up = self.s[w.head]
        if (
            w.dep == "appos"
            and up.tag in _PROPER
            and up.i < w.i
            and self.s[self.s.np(w.i)[0]].low in {"a", "an", "the", "another"}
        ):
            found = self.at(up.i)
            return found if found is not None and found.kind == "person" else None
        return None

    def _apposed_name(self, w: Word, *, within: int = 6) -> Mention | None:
        """ "the special envoy, John Coale": the person named beside an office."""
        for k in self.s.kids(w.i, "appos"):
            if k.tag in _PROPER and k.i - w.i <= within:
                found = self.at(k.i)
                if found is not None and found.kind == "person":
                    return found
        return None

    # ── helpers of this class ──
    def _of(self, w: Word) -> Mention | None:
        for k in self.s.kids(w.i, "prep"):
            if k.low in {"of", "among"} and k.i <= w.i + 2:
                for p in self.s.kids(k.i, "pobj", "pcomp"):
                    return self.at(p.i)
        return None

    def _text(self, lo: int, hi: int) -> str:
        return self.s.span_text(lo, hi)

    def _state_in(self, lo: int, hi: int) -> str | None:
        for k in range(lo, min(hi + 1, len(self.s))):
            hit = self.hit_at(k)
            if hit is not None and hit.kind in {"state", "demonym", "people", "seat", "capital"}:
                return hit.name
        return None


def _share(ratio: Quantity, whole: Quantity | None) -> Quantity | None:
    """ "half of the 30": the ratio of an exact whole; nothing where the whole is not told."""
    if whole is None or not whole.exact or whole.lo is None or ratio.lo is None or ratio.hi is None:
        return None
    if ratio.lo == ratio.hi and float(ratio.lo * whole.lo).is_integer():
        n = int(ratio.lo * whole.lo)
        return Quantity(n, n, cue=ratio.cue, soft_lo=True, soft_hi=True)
    return Quantity(
        int(ratio.lo * whole.lo), int(ratio.hi * whole.lo), soft_lo=True, soft_hi=True, cue=ratio.cue
    )


def _one_name(left: str, right: str) -> bool:
    """Can both be written for one person: equal given names, or one of them an initial."""
    a, b = left.split()[0].strip(".").casefold(), right.split()[0].strip(".").casefold()
    return a == b or ((len(a) == 1 or len(b) == 1) and a[0] == b[0]) or a.startswith(b) or b.startswith(a)


_ARTICLE = re.compile(r"^(?:the|a|an|this|that|these|those|its|their|his|her)\s+", re.IGNORECASE)


def _strip(text: str) -> str:
    return _ARTICLE.sub("", text)


def learn_names(sentences: Iterable[Sentence], lexicon: Lexicon) -> Names:
    """The personal names of a document, by the model's votes over all its sentences."""
    names, votes = Names(), dict[str, int]()
    for s in sentences:
        seen: dict[int, list[Word]] = {}
        for w in s.words:
            if w.ent_id >= 0:
                seen.setdefault(w.ent_id, []).append(w)
        for words in seen.values():
            _vote(s, words, lexicon, votes, names)
    names.not_person = {k for k, v in votes.items() if v < 0}
    return names


def _vote(s: Sentence, words: list[Word], lexicon: Lexicon, votes: dict[str, int], names: Names) -> None:
    last = words[-1] if words[-1].tag != "POS" or len(words) < 2 else words[-2]
    if last.tag not in _PROPER:
        return
    step = 1 if words[0].ent == "PERSON" else -1 if words[0].ent in {"ORG", "GPE"} else 0
    votes[last.low] = votes.get(last.low, 0) + step
    if words[0].ent != "PERSON":
        return
    keep = [w for w in words if w.i <= last.i]
    while keep and (
        keep[0].lemma in lexicon["nouns.title"]
        or keep[0].low.rstrip(".") in lexicon["nouns.title"]
        or keep[0].tag not in _PROPER
    ):
        keep = keep[1:]
    if len(keep) > 1 and not gazetteer().find(last.text):
        names.add(s.span_text(keep[0].i, keep[-1].i))
