"""Origin groups: claims that rest on one voice, formed per claim (CODEBOOK §7).

One article may quote the ministry for one number, give an agency's words for another, and report a
third itself: each claim goes with the voice that *it* rests on. A voice is, in this order: the
innermost named source of the claim; the owner of the words, where other reports give the same ones;
the agency that the report credits; the outlet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from detente.language.scripts import fold
from detente.records import Article, Claim, Judgement, OriginGroup, content_id
from detente.resolution.credits import agency, credit, writers
from detente.resolution.families import Family
from detente.resolution.people import whole_names
from detente.resolution.shingles import Hashes, body, shingles

WORDS = 3
"""Words in the runs by which one passage is known again in another report, changed words and all."""
SHARED = 0.4
"""Share of a claim's words, in such runs, from which on it gives the other report's words."""


class Voice(NamedTuple):
    """Whose word a claim is, and by what that is known."""

    key: str
    name: str
    reason: str


def origin_groups(
    claims: Sequence[Claim],
    families: Iterable[Family],
    articles: Sequence[Article],
    judgements: Iterable[Judgement] = (),
) -> tuple[OriginGroup, ...]:
    """Every claim in one group with the claims that rest on the same voice.

    Args:
        claims: in any order.
        families: reports that give one text.
        articles: the texts of the claims' documents, as far as they are at hand.
        judgements: people's words on two reports; the latest on each pair counts.

    Returns:
        groups whose members are claim ids; a group's reason says what makes its claims one voice.

    Example:
        >>> origin_groups([], [], [])
        ()
    """
    voices = _Voices(claims, families, articles, judgements)
    members: dict[str, set[str]] = defaultdict(set)
    found: dict[str, set[Voice]] = defaultdict(set)
    for claim in claims:
        voice = voices.of(claim)
        members[voice.key].add(claim.id)
        found[voice.key].add(voice)
    return tuple(_group(key, members[key], found[key]) for key in sorted(members))


def _group(key: str, members: Iterable[str], voices: Iterable[Voice]) -> OriginGroup:
    voices = sorted(voices)
    return OriginGroup(
        id=content_id("org", key),
        members=tuple(sorted(members)),
        reason="; ".join(dict.fromkeys(v.reason for v in voices)),
        name=voices[0].name,
    )


class _Voices:
    """Looks up whose word a claim is; reads an article's words when they are first asked for."""

    def __init__(
        self,
        claims: Sequence[Claim],
        families: Iterable[Family],
        articles: Sequence[Article],
        judgements: Iterable[Judgement],
    ) -> None:
        self._claims = claims
        self._articles = {a.document.sha256: a for a in articles}
        self._documents = {c.document.sha256: c.document for c in claims}
        self._documents |= {sha: a.document for sha, a in self._articles.items()}
        self._families: dict[str, list[Family]] = defaultdict(list)
        for family in families:
            for sha in family.members:
                self._families[sha].append(family)
        self._judged = _judged(judgements)
        self._ordered: dict[tuple[int, ...], list[str]] = {}
        self._ranks: dict[str, tuple[bool, str, str]] = {}
        self._passages: dict[str, Hashes] = {}
        self._own: dict[str, Voice] = {}

    def of(self, claim: Claim) -> Voice:
        """The voice of one claim."""
        sha = claim.document.sha256
        if claim.attribution and claim.attribution[-1].named:
            name = claim.attribution[-1].name
            return _named(self._whole.get((sha, name), name), "source")
        owner = self._owner(claim)
        if owner != sha:
            return self._voice(owner)._replace(reason=f"the words of {self._title(owner)}")
        return self._voice(sha)

    @cached_property
    def _whole(self) -> dict[tuple[str, str], str]:
        """Sources by document and name as it stands, in the longest form there: Marr is Lena Marr."""
        names: dict[str, set[str]] = defaultdict(set)
        for claim in self._claims:
            names[claim.document.sha256] |= {a.name for a in claim.attribution if a.named}
        return {
            (sha, n): whole for sha, row in names.items() for n, whole in whole_names(sorted(row)).items()
        }

    def _owner(self, claim: Claim) -> str:
        """The document whose words the claim gives: its own, unless a family has them from elsewhere."""
        sha = claim.document.sha256
        if sha not in self._families:
            return sha
        words = _passage(claim.span.exact)
        return next((o for o in self._family(sha) if o == sha or self._gives(o, words)), sha)

    def _family(self, sha: str) -> list[str]:
        """The reports that give the same text, the words' likely owner first; this one among them."""
        apart = {o for o, said in self._judged.get(sha, {}).items() if said.verdict == "different"}
        same = self._in_order(tuple(f.members for f in self._families[sha]))
        return [o for o in same if o not in apart] if apart else same

    def _in_order(self, families: tuple[tuple[str, ...], ...]) -> list[str]:
        """The members of families, put in order once for all of them."""
        key = tuple(map(id, families))  # the families live as long as this does
        if key not in self._ordered:
            self._ordered[key] = sorted({m for members in families for m in members}, key=self._rank)
        return self._ordered[key]

    def _rank(self, sha: str) -> tuple[bool, str, str]:
        """A credited report first, then the earliest: the likely owner of words that several give."""
        if sha not in self._ranks:
            article = self._articles.get(sha)
            self._ranks[sha] = article is None or credit(article) is None, self._published(sha), sha
        return self._ranks[sha]

    def _published(self, sha: str) -> str:
        document, article = self._documents.get(sha), self._articles.get(sha)
        return (article and article.published) or (document and document.published) or "9"

    def _gives(self, sha: str, words: Hashes) -> bool:
        """Do enough of these words stand in the document? Of words too few to tell, yes."""
        article = self._articles.get(sha)
        if article is None or not len(words):
            return article is not None
        if sha not in self._passages:
            self._passages[sha] = _passage(body(article))
        found = np.isin(words, self._passages[sha])
        covered = np.convolve(found, np.ones(WORDS)) > 0
        return float(covered.mean()) >= SHARED

    def _voice(self, sha: str) -> Voice:
        """The voice of a report that says a thing itself."""
        if sha not in self._own:
            self._own[sha] = self._judged_voice(sha)
        return self._own[sha]

    def _judged_voice(self, sha: str) -> Voice:
        """What somebody's word makes of the report: one with the first that it is one with, or apart."""
        first = min(self._one_with(sha), key=self._rank)
        voice = self._found_voice(first)
        for other, said in sorted(self._judged.get(sha, {}).items()):
            known = other in self._documents
            if said.verdict == "same" and known:
                return voice._replace(reason=f"judged one by {said.author}")
            apart = said.verdict == "different" and known and self._rank(other) < self._rank(sha)
            if apart and self._found_voice(other).key == voice.key:
                return Voice(f"document:{sha}", self._title(sha), f"judged apart by {said.author}")
        return voice

    def _one_with(self, sha: str) -> set[str]:
        """The report and those that are judged one with it, by however many steps."""
        found, ahead = {sha}, [sha]
        while ahead:
            row = self._judged.get(ahead.pop(), {})
            more = {o for o, s in row.items() if s.verdict == "same" and o in self._documents} - found
            found |= more
            ahead += sorted(more)
        return found

    def _found_voice(self, sha: str) -> Voice:
        article, document = self._articles.get(sha), self._documents.get(sha)
        wire = credit(article) if article else None
        if wire:
            return _named(wire, "wire")
        signed = writers(article) if article else ()
        writer = next((w for w in signed if w in self._first_of_writer), None)
        if writer and (outlet := self._outlet(self._first_of_writer[writer])):
            return _named(outlet, "outlet")._replace(reason=f"the same byline: {writer}")
        if outlet := self._outlet(sha):
            return _named(outlet, "outlet")
        return Voice(f"document:{sha}", document.id if document else sha, "a report of its own")

    def _outlet(self, sha: str) -> str:
        article, document = self._articles.get(sha), self._documents.get(sha)
        return (article and article.publisher) or (document and document.publisher) or ""

    @cached_property
    def _first_of_writer(self) -> dict[str, str]:
        """Who signs in several outlets → the first of their reports: its outlet is their voice."""
        signed: dict[str, list[str]] = defaultdict(list)
        for sha, article in self._articles.items():
            for writer in writers(article):
                signed[writer].append(sha)
        return {
            writer: min(shas, key=lambda s: (self._published(s), s))
            for writer, shas in signed.items()
            if len({fold(self._outlet(s)) for s in shas}) > 1
        }

    def _title(self, sha: str) -> str:
        return self._outlet(sha) or (self._documents[sha].id if sha in self._documents else sha)


def _named(name: str, what: str) -> Voice:
    """A voice by name: an agency under its usual one, so that its wire and its mention are one."""
    known = agency(name) or name
    return Voice("voice:" + fold(known).removeprefix("the "), known, f"the same {what}: {known}")


def _judged(judgements: Iterable[Judgement]) -> dict[str, dict[str, Judgement]]:
    """The latest word on each pair of reports, by either of them."""
    latest: dict[str, dict[str, Judgement]] = defaultdict(dict)
    for said in sorted((j for j in judgements if j.about == "report"), key=lambda j: (j.made or "", j.id)):
        latest[said.left][said.right] = latest[said.right][said.left] = said
    return latest


def _passage(text: str) -> Hashes:
    return next(shingles([text], WORDS))
