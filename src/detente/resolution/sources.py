"""Whose voice a report is where it says a thing itself: a wire's, a byline's, its outlet's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from detente.language.scripts import fold
from detente.records import Article, Claim, DocumentRef, Judgement
from detente.resolution.credits import agency, credit, writers
from detente.resolution.reports import Told, outlet_key

Rank = tuple[bool, str, str]
"""A credited report first, then the earliest: the likely owner of words that several give."""


class Voice(NamedTuple):
    """Whose word a claim is, and by what that is known."""

    key: str
    name: str
    reason: str


class _Source(NamedTuple):
    """What is known of one report as somebody's word."""

    document: DocumentRef
    outlet: str
    rank: Rank
    wire: str | None = None
    writers: tuple[str, ...] = ()
    article: Article | None = None
    claims: tuple[Claim, ...] = ()


class Sources:
    """Reports by whom they are, and people's words on two of them.

    Args:
        known: others, from which is taken over what is known of a report that is the very same.
    """

    def __init__(self, known: Sources | None = None) -> None:
        self._elsewhere = known
        self._sources: dict[str, _Source] = {}
        self._signed: dict[str, set[str]] = defaultdict(set)  # by writer
        self._outlets: dict[str, str] = {}  # who signs in several → that of their first report
        self._judged: dict[str, dict[str, Judgement]] = {}
        self._own: dict[str, Voice] = {}

    def put(self, fresh: Mapping[str, Told | None], judgements: Iterable[Judgement]) -> set[str]:
        """Take in documents in the place of what they were; those whose voice may be another now."""
        odd, signed = set(fresh), set[str]()
        before, self._judged = self._judged, _judged(judgements)
        judged = {d for d in before.keys() | self._judged.keys() if before.get(d) != self._judged.get(d)}
        for document, told in fresh.items():
            signed |= self._keep(document, told)
        for writer in signed:
            if self._moved(writer):
                odd |= self._signed[writer]
        odd = _beside(odd | judged, before, self._judged)
        for document in odd:
            self._own.pop(document, None)
        return odd

    def _keep(self, document: str, told: Told | None) -> set[str]:
        """Put one document in the place of what it was; who signs it, or did."""
        old = self._sources.pop(document, None)
        for writer in old.writers if old else ():
            self._signed[writer].discard(document)
        now = self._source(document, told) if told is not None else None
        if now is not None:
            self._sources[document] = now
            for writer in now.writers:
                self._signed[writer].add(document)
        return {w for source in (old, now) if source is not None for w in source.writers}

    def _source(self, document: str, told: Told) -> _Source | None:
        found = self._elsewhere._sources.get(document) if self._elsewhere is not None else None
        if found is not None and found.claims is told.claims and found.article is told.article:
            return found
        return _source(told)

    def _moved(self, writer: str) -> bool:
        """Find in which outlet one who signs in several is at home; is it another now?"""
        shas, before = self._signed[writer], self._outlets.pop(writer, None)
        if len({fold(self._sources[s].outlet) for s in shas}) > 1:
            self._outlets[writer] = self._sources[min(shas, key=lambda s: self._sources[s].rank[1:])].outlet
        return before != self._outlets.get(writer)

    def is_as_in(self, there: Sources, document: str) -> bool:
        """Is a report the same there, speaks with the same voice, and is judged so?"""
        one, two = self._sources.get(document), there._sources.get(document)
        if one is None or one != two or self._judged.get(document) != there._judged.get(document):
            return False
        return self.voice(document) == there.voice(document)

    def fellows(self, documents: Iterable[str]) -> set[str]:
        """The reports of those who sign one of these and sign in several outlets."""
        sources = (self._sources[d] for d in documents if d in self._sources)
        return {d for s in sources for w in s.writers if w in self._outlets for d in self._signed[w]}

    def claims(self, document: str) -> tuple[Claim, ...]:
        """The claims of a document."""
        return self._sources[document].claims if document in self._sources else ()

    def article(self, document: str) -> Article | None:
        """Its text, where at hand."""
        return self._sources[document].article if document in self._sources else None

    def rank(self, document: str) -> Rank:
        """Its place among the reports that give the same words."""
        source = self._sources.get(document)
        return source.rank if source is not None else (True, "9", document)

    def judged_apart(self, document: str) -> set[str]:
        """Reports that somebody told apart from this one."""
        return {o for o, said in self._judged.get(document, {}).items() if said.verdict == "different"}

    def outlet(self, document: str) -> str:
        """The key of the outlet's name; "" where unknown."""
        source = self._sources.get(document)
        return outlet_key(source.outlet) if source is not None else ""

    def title(self, document: str) -> str:
        """What a report goes by."""
        source = self._sources.get(document)
        return (source.outlet or source.document.id) if source is not None else document

    def voice(self, document: str) -> Voice:
        """The voice of a report that says a thing itself."""
        if document not in self._own:
            self._own[document] = self._judged_voice(document)
        return self._own[document]

    def _judged_voice(self, document: str) -> Voice:
        """What somebody's word makes of the report: one with the first that it is one with, or apart."""
        voice = self._found_voice(min(self._one_with(document), key=self.rank))
        for other, said in sorted(self._judged.get(document, {}).items()):
            if other not in self._sources:
                continue
            if said.verdict == "same":
                return voice._replace(reason=f"judged one by {said.author}")
            apart = said.verdict == "different" and self.rank(other) < self.rank(document)
            if apart and self._found_voice(other).key == voice.key:
                return Voice(f"document:{document}", self.title(document), f"judged apart by {said.author}")
        return voice

    def _one_with(self, document: str) -> set[str]:
        """The report and those that are judged one with it, by however many steps."""
        found, ahead = {document}, [document]
        while ahead:
            row = self._judged.get(ahead.pop(), {})
            more = {o for o, s in row.items() if s.verdict == "same" and o in self._sources} - found
            found |= more
            ahead += sorted(more)
        return found

    def _found_voice(self, document: str) -> Voice:
        source = self._sources[document]
        if source.wire:
            return named(source.wire, "wire")
        writer = next((w for w in source.writers if w in self._outlets), None)
        if writer and self._outlets[writer]:
            return named(self._outlets[writer], "outlet")._replace(reason=f"the same byline: {writer}")
        if source.outlet:
            return named(source.outlet, "outlet")
        return Voice(f"document:{document}", source.document.id, "a report of its own")


def named(name: str, what: str) -> Voice:
    """A voice by name: an agency under its usual one, so that its wire and its mention are one."""
    known = agency(name) or name
    return Voice("voice:" + fold(known).removeprefix("the "), known, f"the same {what}: {known}")


def _source(told: Told) -> _Source | None:
    article = told.article
    if article is None and not told.claims:
        return None
    document = article.document if article is not None else told.claims[-1].document
    wire = credit(article) if article else None
    published = (article.published if article else None) or document.published or "9"
    return _Source(
        document=document,
        outlet=(article.publisher if article else None) or document.publisher or "",
        rank=(wire is None, published, document.sha256),
        wire=wire,
        writers=writers(article) if article else (),
        article=article,
        claims=told.claims,
    )


def _beside(documents: set[str], *judged: Mapping[str, Mapping[str, Judgement]]) -> set[str]:
    """These and all that somebody spoke of beside them, by however many steps."""
    found, ahead = set(documents), list(documents)
    while ahead:
        one = ahead.pop()
        more = {other for words in judged for other in words.get(one, {})} - found
        found |= more
        ahead += more
    return found


def _judged(judgements: Iterable[Judgement]) -> dict[str, dict[str, Judgement]]:
    """The latest word on each pair of reports, by either of them."""
    latest: dict[str, dict[str, Judgement]] = defaultdict(dict)
    for said in sorted((j for j in judgements if j.about == "report"), key=lambda j: (j.made or "", j.id)):
        latest[said.left][said.right] = latest[said.right][said.left] = said
    return dict(latest)
