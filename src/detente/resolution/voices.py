"""Origin groups: claims that rest on one voice, formed per claim (CODEBOOK §7).

One article may quote the ministry for one number, give an agency's words for another, and report a
third itself: each claim goes with the voice that *it* rests on. A voice is, in this order: the
innermost named source of the claim; the owner of the words, where other reports give the same ones;
the agency that the report credits; the outlet.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np

from detente.records import Article, Claim, Judgement, OriginGroup, content_id
from detente.records.ordered import Ordered
from detente.resolution.families import Change, Family
from detente.resolution.people import whole_names
from detente.resolution.reports import Told, outlet_key
from detente.resolution.shingles import Hashes, body, shingles
from detente.resolution.sources import Rank, Sources, Voice, named

WORDS = 3
"""Words in the runs by which one passage is known again in another report, changed words and all."""
SHARED = 0.4
"""Share of a claim's words, in such runs, from which on it gives the other report's words."""


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
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.document.sha256].append(claim)
    texts = {a.document.sha256: a for a in articles}
    fresh = {d: Told(tuple(told.get(d, ())), texts.get(d)) for d in told.keys() | texts.keys()}
    voices = Voices()
    voices.put(fresh, Change(tuple(families), ()), judgements)
    return voices.groups.rows()


class Voices:
    """Whose word each claim is, kept report by report: what a new one does not touch is not asked again.

    Args:
        known: others, from which the voices of a report are taken over where it and all whose text is tied to
            its own are the same there.
    """

    def __init__(self, known: Voices | None = None) -> None:
        self._elsewhere = known
        self._sources: Sources = Sources(known._sources if known else None)
        self._families: dict[str, tuple[Family, ...]] = {}  # by member
        self._ordered: dict[tuple[int, ...], list[str]] = {}
        self._passages: dict[str, Hashes] = {}
        self._last: dict[str, Rank] = {}  # of the reports whose words one gives the last, by document
        self._voiced: dict[str, Mapping[str, Voice]] = {}  # claim → voice, by document
        self._members: dict[str, list[str]] = defaultdict(list)  # claims by voice, sorted
        self._reasons: dict[str, Counter[Voice]] = defaultdict(Counter)
        self.groups = Ordered[str, OriginGroup]()  # by voice

    def put(
        self, fresh: Mapping[str, Told | None], families: Change, judgements: Iterable[Judgement] = ()
    ) -> None:
        """Take in documents in the place of what they were.

        Args:
            fresh: document → its claims and its text, None for one that is gone.
            families: those that came to be, and those they take the place of.
            judgements: all of people's words; the latest on each pair counts.
        """
        replaced = self._voiced.keys() & fresh.keys()
        near = self._family_of(replaced)
        others = self._sources.put(fresh, judgements)
        for document in fresh:
            self._passages.pop(document, None)
        self._ordered.clear()
        odd = others | near | self._regrouped(families) | self._family_of(replaced)
        odd |= {m for d in others for m in self._family_of([d]) if self._heeds(m, self._sources.rank(d))}
        self._voice_again(sorted(odd))

    def reason(self, claim: Claim) -> str | None:
        """Why a claim is the voice's whose it is found to be."""
        voice = self._voiced.get(claim.document.sha256, {}).get(claim.id)
        return None if voice is None else voice.reason

    def reasons(self) -> dict[str, str]:
        """The same of every claim, by its id."""
        return {i: voice.reason for row in self._voiced.values() for i, voice in row.items()}

    def beside(self, documents: Iterable[str]) -> set[str]:
        """These reports, those whose texts are tied to theirs, and others of those who write for several."""
        found, ahead = set[str](), set(documents)
        while ahead:
            found |= ahead
            ahead = self._family_of(ahead) - found
        return found | self._sources.fellows(found)

    def _family_of(self, documents: Iterable[str]) -> set[str]:
        return {m for d in documents for f in self._families.get(d, ()) for m in f.members}

    def _heeds(self, member: str, rank: Rank | None) -> bool:
        """Does it matter to the report who stands at this place before it?"""
        last = self._last.get(member)
        return last is not None and rank is not None and rank <= last

    def _regrouped(self, change: Change) -> set[str]:
        """Put families in the place of others; reports that now may give another's words."""
        members = {m for f in (*change.before, *change.now) for m in f.members}
        before = {m: self._families.pop(m, ()) for m in members}
        gone, found = set(change.before), defaultdict[str, list[Family]](list)
        for family in change.now:
            for m in family.members:
                found[m].append(family)
        firsts: dict[tuple[object, object], Rank | None] = {}
        odd = set[str]()
        for m in members:
            now = (*(f for f in before[m] if f not in gone), *found[m])
            if now:
                self._families[m] = now
            pair = tuple(map(id, before[m])), tuple(map(id, now))
            if pair not in firsts:
                one, two = ({o for f in row for o in f.members} for row in (before[m], now))
                firsts[pair] = min(map(self._sources.rank, one ^ two), default=None)
            if self._heeds(m, firsts[pair]):
                odd.add(m)
        return odd

    def _voice_again(self, documents: Iterable[str]) -> None:
        """Ask anew whose word the claims of these documents are."""
        gone, come = defaultdict[str, set[str]](set), defaultdict[str, list[str]](list)
        for document in documents:
            for claim, voice in self._voiced.pop(document, {}).items():
                gone[voice.key].add(claim)
                self._reasons[voice.key][voice] -= 1
            found = self._found(document)
            if found:
                self._voiced[document] = found
            for claim, voice in found.items():
                come[voice.key].append(claim)
                self._reasons[voice.key][voice] += 1
        for key in gone.keys() | come.keys():
            self._group(key, gone[key], come[key])

    def _found(self, document: str) -> Mapping[str, Voice]:
        """Claim → voice, as it is elsewhere or is found now."""
        there = self._elsewhere
        if there is None or not self._is_as_in(there, document):
            return {c.id: voice for c, voice in self._of(document)}
        if document in there._last:
            self._last[document] = there._last[document]
        return there._voiced.get(document, {})

    def _is_as_in(self, there: Voices, document: str) -> bool:
        families = self._families.get(document, ())
        near = {document}.union(*(f.members for f in families))
        same = families == there._families.get(document, ())
        return same and all(self._sources.is_as_in(there._sources, one) for one in near)

    def _group(self, key: str, gone: Collection[str], come: Iterable[str]) -> None:
        """Make one group anew; an equal one stays the object it was."""
        members = [c for c in self._members[key] if c not in gone] if gone else self._members[key]
        members += come
        members.sort()
        self._members[key] = members
        if not members:
            self.groups.drop(key)
            return
        voices = sorted(+self._reasons[key])
        reason = "; ".join(dict.fromkeys(v.reason for v in voices))
        now = OriginGroup(
            id=content_id("org", key), members=tuple(members), reason=reason, name=voices[0].name
        )
        if self.groups.get(key) != now:
            self.groups.put(key, now)

    def _of(self, document: str) -> Iterator[tuple[Claim, Voice]]:
        """The claims of a document with their voices."""
        claims = self._sources.claims(document)
        whole = whole_names(sorted({a.name for c in claims for a in c.attribution if a.named}))
        self._last.pop(document, None)
        for claim in claims:
            source = claim.attribution[-1] if claim.attribution else None
            if source is not None and source.named:
                yield claim, named(whole.get(source.name, source.name), "source")
                continue
            owner = self._owner(claim)
            self._last[document] = max(self._sources.rank(owner), self._last.get(document, (False, "", "")))
            voice = self._sources.voice(owner)
            if owner != document:
                voice = voice._replace(reason=f"the words of {self._sources.title(owner)}")
            yield claim, voice

    def _owner(self, claim: Claim) -> str:
        """The document whose words the claim gives: its own, unless a family has them from elsewhere."""
        sha = claim.document.sha256
        if sha not in self._families:
            return sha
        apart, words = self._sources.judged_apart(sha), _passage(claim.span.exact)
        same = (o for o in self._in_order(self._families[sha]) if o not in apart)
        return next((o for o in same if o == sha or self._gives(o, words)), sha)

    def _in_order(self, families: Iterable[Family]) -> list[str]:
        """The members of families, the words' likely owner first; put in order once for all of them."""
        key = tuple(map(id, families))  # they live as long as this does
        if key not in self._ordered:
            members = {m for f in families for m in f.members}
            outlets = {outlet for m in members if (outlet := self._sources.outlet(m))}
            self._ordered[key] = sorted(
                members, key=lambda m: (self._has_it_from(m, outlets), self._sources.rank(m))
            )
        return self._ordered[key]

    def _has_it_from(self, document: str, outlets: Collection[str]) -> bool:
        """Does a report name another member's outlet as its source?"""
        said = {outlet_key(a.name) for c in self._sources.claims(document) for a in c.attribution if a.named}
        return any(key in outlets for key in said - {self._sources.outlet(document)})

    def _gives(self, document: str, words: Hashes) -> bool:
        """Do enough of these words stand in the document? Of words too few to tell, yes."""
        article = self._sources.article(document)
        if article is None or not len(words):
            return article is not None
        if document not in self._passages:
            self._passages[document] = _passage(body(article))
        found = np.isin(words, self._passages[document])
        covered = np.convolve(found, np.ones(WORDS)) > 0
        return float(covered.mean()) >= SHARED


def _passage(text: str) -> Hashes:
    return next(shingles([text], WORDS))
