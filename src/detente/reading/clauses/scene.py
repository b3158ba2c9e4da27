"""One sentence with all that looks at it, and a rule that fits in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from detente.reading.clauses.arguments import Arguments, arguments
from detente.reading.clauses.attribution import Sources
from detente.reading.clauses.heard import Heard
from detente.reading.clauses.modality import Modality
from detente.reading.lexicon import Lexicon, Rule
from detente.reading.nouns.mention import Mention
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import PROPER, Sentence, Word

_AGENTIVE = re.compile(r"(?:[^e]ers|ors|ists|ians|ants|ees|men|women|folk|mates|eers)$")


_PARTS = frozenset({"one", "all", "some", "most", "many", "both", "each", "several", "half", "part"})
"""Words for some of those behind *of*."""


@dataclass
class Scene:
    """One sentence with all that looks at it."""

    s: Sentence
    ms: Mentions
    lex: Lexicon
    modality: Modality
    sources: Sources
    heard: Heard = field(default_factory=Heard)
    _args: dict[int, Arguments] = field(default_factory=dict)

    def arguments(self, v: int) -> Arguments:
        """The arguments of a verb, made once."""
        try:
            return self._args[v]
        except KeyError:
            found = self._args[v] = arguments(self.s, v)
            if self.s[v].dep == "relcl" and self.s.kids(v, "nsubj", "nsubjpass", "dobj"):
                self._who_is_somebody(found)
            return found

    def _who_is_somebody(self, a: Arguments) -> None:
        """ "X, a cartoonist for the Lusail newspaper, who was held": *who* is X, and is no newspaper."""
        noun = self.s[self.s[a.trigger].head]
        who = next((k for k in self.s.kids(a.trigger) if k.low in {"who", "whom"}), None)
        if who is None or noun.dep != "pobj" or self.s[who.i - 1].tag != "," or self._somebody(noun):
            return
        up = self.s[self.s[noun.head].head]
        if up.dep == "appos" and self.s[up.head].tag in PROPER:
            up = self.s[up.head]
        if not self._somebody(up):
            return
        for heads in (a.agent, a.patient):
            if heads == [noun.i]:
                heads[:] = [up.i]

    def _somebody(self, w: Word) -> bool:
        """Is it a noun for a person or people, not for a body, a place or a thing?"""
        m = self.ms.at(w.i)
        paper = any(k.low in self.lex["nouns.imprint"] for k in self.s.kids(w.i, "compound", "amod"))
        return m is not None and m.kind in {"person", "group"} and not paper  # "the daily Al-Kell"

    def mentions(self, heads: list[int]) -> list[Mention]:
        """The mentions at these heads."""
        return [m for m in (self.ms.at(i) for i in heads) if m is not None]

    def human(self, m: Mention) -> bool:
        """Does it speak of people one can hold or free?

        A counted or agentive plural that names no thing ("12 beekeepers", "the dockers") does.
        """
        words = {self.s[i].low for i in range(m.lo, m.hi + 1)}
        if m.anaphor is None and m.kind in {"group", "topic"} and words & self.lex["nouns.counted_thing"]:
            return False
        if self.s[m.head].low in self.lex["nouns.figures"] and not words & self.lex["nouns.figures_of"]:
            return m.quantity is not None  # "released the latest figures": no figures of the opposition
        w = self.s[m.head]
        if (of := self.s.objects(m.head, {"of"})) and (w.low in _PARTS or w.tag == "CD"):
            whole = self.ms.at(of[0])
            named = self.s[of[0]].tag[:2] == "NN"
            if named and whole is not None and whole.kind == "topic" and not self.human(whole):
                return False  # "one of the highest posts"
        if w.low.endswith(("load", "loads")) and of and self.human(self.ms.at(of[0]) or m):
            m.kind, m.human, m.plural = "group", True, True  # "two busloads of activists"
        if m.anaphor is None and w.low in self.lex["nouns.prize"] and w.tag in PROPER:
            return False
        if m.human:
            return True
        if (
            m.kind == "topic"
            and w.tag == "NNS"
            and w.low not in self.lex["nouns.thing"]
            and w.lemma not in self.lex["nouns.thing"]
        ):
            found = self.ms.number_in(m.lo, m.hi)
            counted = found is not None and found.kind == "count"
            if counted or _AGENTIVE.search(w.low):
                m.kind, m.human, m.plural = "group", True, True
                m.quantity = found.quantity if found is not None and found.kind == "count" else m.quantity
                return True
        if m.anaphor in {"he", "she", "they", "who", "number", "rest", "others", "all", "group"}:
            return True
        w = self.s[m.head]
        if m.kind != "organisation" or m.hit is not None or m.state is not None or w.tag != "NNP":
            return False
        if (
            w.low in self.lex["nouns.paper nouns.imprint"]
            or words & self.lex["nouns.airwaves"]  # "Radio Dorn"
            or w.lemma in self.lex["nouns.body"]
            or m.name != m.text
            or not m.text[:1].isupper()
        ):
            return False
        if w.ent in {"ORG", "EVENT", "LAW"} and not 2 <= len(m.name.split()) <= 3:
            return False
        m.kind, m.human = "person", True
        return True

    def text(self, m: Mention) -> str:
        """The phrase with what hangs on its head, up to eight words further."""
        below = [i for i in self.s.subtree(m.head) if m.lo <= i <= m.hi + 8]
        return self.s.span_text(below[0], below[-1]) if below else m.text

    def is_sanction(self, m: Mention, *, sure: bool = False) -> bool:
        """Does the phrase name a sanctions measure?"""
        words = {self.s[i].lemma for i in range(m.lo, m.hi + 1)}
        if words & self.lex["nouns.sanction_sure"]:
            return True
        return not sure and self.s[m.head].lemma in self.lex["nouns.sanction"]


@dataclass
class Match:
    """A rule that fits at a trigger."""

    rule: Rule
    args: Arguments
    agents: list[Mention]
    patients: list[Mention]
    noun: Word | None = None
