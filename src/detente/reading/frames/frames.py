"""Triggers → drafts: the rule table applied to one parsed sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.reading.clauses.arguments import Arguments, is_verb
from detente.reading.clauses.attribution import Sources
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.modality import Modality
from detente.reading.clauses.scene import Match, Scene
from detente.reading.frames import custody, sanctions, speech, talks
from detente.reading.lexicon import Lexicon, Rule
from detente.reading.parsing.words import PROPER, Sentence, Word
from detente.reading.shapes.shapes import shape_of

_HELPING = frozenset({"aux", "auxpass"})
"""A verb that only helps another tells nothing itself."""
FAMILIES = {
    "RELEASE": custody.fill, "CLEMENCY": custody.fill, "TRANSFER": custody.fill, "DETAIN": custody.fill,
    "SENTENCE": custody.fill, "CUSTODY_STATE": custody.fill, "HARM": custody.fill,
    "SANCTION_IMPOSE": sanctions.fill, "SANCTION_EASE": sanctions.fill, "SANCTION_KEEP": sanctions.fill,
    "TALKS": talks.fill, "MANDATE": talks.fill, "DIPLOMATIC_STEP": talks.fill,
    "COMMIT": speech.fill, "DEMAND": speech.fill, "STATEMENT": speech.fill,
}  # fmt: skip
"""Type → the function that turns a match into drafts of this type, or says why not."""


@dataclass
class Found:
    """What one sentence gave."""

    drafts: list[Draft] = field(default_factory=list)
    fired: list[str] = field(default_factory=list)
    tried: list[tuple[Word, Rule]] = field(default_factory=list)
    missed: list[tuple[Word, Rule, str]] = field(default_factory=list)

    @property
    def triggers(self) -> list[str]:
        """Each trigger with its rule."""
        return [f"{w.text}: {rule.id}" for w, rule in self.tried]

    @property
    def nearly(self) -> list[str]:
        """The rules that did not fit, and why not."""
        return [f"{rule.id} at “{w.text}”: {why}" for w, rule, why in self.missed]


class Frames:
    """The rule table at work."""

    def __init__(self, lexicon: Lexicon, modality: Modality, sources: Sources) -> None:
        self.lex, self.modality, self.sources = lexicon, modality, sources

    def read(self, scene: Scene) -> Found:
        """All drafts of a sentence, in the order of their triggers."""
        found = Found()
        for w in scene.s:
            for rule in self._candidates(w, scene.s):
                found.tried.append((w, rule))
                if self._try(scene, w, rule, found):
                    break
        return found

    def _candidates(self, w: Word, s: Sentence) -> tuple[Rule, ...]:
        if w.dep in _HELPING and w.i < w.head:
            return ()  # but "gone from the list are two banks"
        if is_verb(w):
            return () if _in_title(s, w) else self.lex.by_verb.get(w.lemma, ())
        if w.tag in {"NN", "NNS", "NNP", "NNPS"}:
            rules = self.lex.by_noun.get(w.lemma, ()) or self.lex.by_noun.get(w.low, ())
            named = w.i > 0 and w.text.istitle() and (w.tag in PROPER or _titled(s, w))
            return () if named else rules  # "The Colonel's Pardon"
        if w.tag.startswith("JJ") and w.dep in {"acomp", "attr", "ccomp", "xcomp", "oprd", "conj", "advcl"}:
            return self.lex.by_adjective.get(w.lemma, ()) or self.lex.by_adjective.get(w.low, ())
        return ()

    def _try(self, scene: Scene, w: Word, rule: Rule, found: Found) -> bool:
        args = scene.arguments(w.i) if is_verb(w) else Arguments(w.i)
        match = shape_of(scene, rule, args)
        if isinstance(match, Match):
            drafts = FAMILIES[rule.type](scene, match)
            if not isinstance(drafts, str):
                found.drafts += drafts
                found.fired.append(rule.id)
                return True
            match = drafts
        found.missed.append((w, rule, match))
        return False


def _titled(s: Sentence, w: Word) -> bool:
    """ "In “The Arrest of Mr Bell”, the new play": an article with a capital letter, in quotes."""
    return w.i > 1 and s[w.i - 1].text in {"The", "A", "An"} and s[w.i - 2].text in {'"', "“", "‘", "'", "``"}


def _in_title(s: Sentence, w: Word) -> bool:
    """ "His single, Bail Me Out, was released": a verb with capital letters all around it is a name's."""
    if w.i == 0 or not w.text.istitle() or s[w.i - 1].tag in {"``", "''", ":", "-LRB-", "."}:
        return False
    small = [x for x in s.words if x.text.islower() and len(x.text) > 3]
    return len(small) > 2
