"""Who of a group is told of alone, so that what befell the group need not have befallen them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import surname
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import PROPER, SUBJECTS, Sentence, Word
from detente.records import FREED, LET_GO, TypeName

_STILL: frozenset[TypeName] = frozenset({"SENTENCE", "CUSTODY_STATE"})
_DONE = frozenset({"performed", "background"})
_ONE = frozenset({"he", "she"})
_LINKS = frozenset({"who", "that"})


class ToldAlone:
    """What a page tells of single people.

    Args:
        page: sentences in order.
        drafts: all of the document.
        lexicon: word classes and patterns.
    """

    def __init__(
        self, page: Sequence[tuple[Sentence, Mentions]], drafts: Iterable[Draft], lexicon: Lexicon
    ) -> None:
        self._page, self._lexicon = [s for s, _ in page], lexicon
        told = [(d, {surname(x) for x in d.names("person")}) for d in drafts]
        self._dead = {x for d, names in told if d.sub == "death" for x in names}
        self._apart = [(d.sentence.start, d.type, names) for d, names in told if d.stand.mode == "denied"]
        self._out = [
            (d.sentence.start, next(iter(names)))
            for d, names in told
            if d.type in FREED and d.stand.mode in _DONE and len(names) == 1 and not d.names("group")
        ]

    def of(self, d: Draft, names: Iterable[str], since: int) -> set[str]:
        """Those of a group of whom it is not told what is told of all: the dead, the fled, the excepted.

        Of whom anything at all is told alone before others are let go may have been let go before them.

        Args:
            d: what is told of all of the group.
            names: who was named of it.
            since: where the text first tells of the group.

        Returns:
            Their surnames, folded.
        """
        wanted = {surname(x) for x in names}
        if self._lexicon.pattern("with_exceptions").search(d.sentence.text):
            return wanted
        out = wanted & self._dead
        for at, kind, denied in self._apart:  # "all were freed but X": X is told apart beside them
            out |= wanted & denied if (at, kind) == (d.sentence.start, d.type) else set()
        if d.type in _STILL and d.stand.mode != "background":
            out |= {x for at, x in self._out if since <= at < d.sentence.start} & wanted
        for s in self._page:
            if s.start < since or not wanted - out:
                continue
            near = d.type in LET_GO and s.start <= d.sentence.start
            for w in s.words:
                verb = s[w.head]
                if w.dep in SUBJECTS and verb.i != (d.trigger if s is d.sentence else -1):
                    meant = set(_meant(s, w, wanted))
                    told = near and not _names(s, verb) and w.low not in _LINKS
                    told = told and (len(meant) == 1 or w.low in _ONE)
                    out |= meant if meant and (told or self._is_lost(s, verb)) else set()
                elif w.dep == "poss" and verb.lemma in self._lexicon["nouns.loss"]:
                    out |= set(_meant(s, w, wanted))
        return out

    def _is_lost(self, s: Sentence, verb: Word) -> bool:
        """ "Died", "broke out", "was shot dead": whoever did so is none of those told of further on."""
        lo = min([verb.i, *(k.i for k in s.kids(verb.i, "aux", "auxpass"))])
        words = s.span_text(lo, min(verb.i + 4, len(s) - 1))
        return self._lexicon.pattern("is_lost").match(words) is not None


def _names(s: Sentence, verb: Word) -> bool:
    """ "Among them is Ada Orlu", "Ada Orlu is a nurse", "they include Ada Orlu": who she is, and no more."""
    if verb.lemma != "be":
        return verb.lemma == "include"
    return s.kid(verb.i, "attr") is not None or any(k.low == "among" for k in s.kids(verb.i, "prep"))


def _meant(s: Sentence, w: Word, wanted: set[str]) -> Iterator[str]:
    """Whom a subject may mean: by name, by *who* behind the name; *she* may be anybody of them."""
    w = s[s[w.head].head] if w.low in _LINKS and s[w.head].dep == "relcl" else w
    if w.low in _ONE or w.low in {"his", "her"}:
        yield from wanted
    apposed = [j for k in s.kids(w.i, "appos") for j in s.conjuncts(k.i)]
    for i in (*s.conjuncts(w.i), *apposed):
        if s[i].tag in PROPER and s[i].low in wanted:
            yield s[i].low
