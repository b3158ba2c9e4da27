"""Lists of people freed or forgiven, in reports that the parser cannot read: a statement, then names.

"Список освобождённых: …", "Среди помилованных — …": what is no such list gives nothing, and where it tells of
our subject an Issue. A language is a file of words, ``data/<language>/lists.toml``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from msgspec import structs

from detente import __version__
from detente.language.dates import bound, times
from detente.language.gazetteer import gazetteer
from detente.language.numbers import quantities
from detente.language.sentences import sentences
from detente.reading.discourse.recalled import NEWS_DAYS
from detente.reading.lists.list_sources import ListSources
from detente.reading.lists.list_words import ListWords, Opening, digest, languages, list_words
from detente.reading.lists.listed_people import Listed, People
from detente.records import (
    UNSTATED,
    Article,
    Attribution,
    Claim,
    Filler,
    Issue,
    Linkage,
    Mode,
    Quantity,
    ReaderRef,
    Reading,
    SentenceTrace,
    Span,
    Time,
    claim_id,
)

_FREER = {"RELEASE": "releaser", "CLEMENCY": "granter"}
_LEAD = 12
"""Words that may stand before an opening, where they are no source's."""
_STATES = frozenset({"state", "capital"})
_EDGE = " ,—–:-"


_WHY = "no list of names behind it; of this language nothing else is read"


@dataclass(frozen=True, slots=True)
class _Seen:
    """A sentence that tells of our subject, with what came of it."""

    start: int
    end: int
    cue: str
    claim: Claim | None
    nearly: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _List:
    """Names behind the words that open their list.

    Attributes:
        rule: which words.
        start: of the opening.
        told: the words that say it, from the sentence's start.
        names: in order.
        said: who says so.
        agent: the words for who let them go, where the opening has them.
    """

    rule: Opening
    start: int
    told: str
    names: tuple[Listed, ...]
    said: tuple[Attribution, ...]
    agent: str = ""


class ListReader:
    """Reads lists of names in the languages that have words for them; nothing else.

    Args:
        ref: of the reader that hands its articles over; its own by default.
        without: shapes and deeds to leave out, for the test that drops each.

    Example:
        >>> from detente.records import DocumentRef
        >>> ref = DocumentRef(id="d", path="-", sha256="0" * 64)
        >>> text = "Список освобождённых заключённых:\\n1. Анна Крук\\n2. Олег Дорн"
        >>> article = Article(document=ref, text=text, published="2026-03-04", language="ru")
        >>> reading, issues = next(ListReader().read([article]))
        >>> [(c.type, c.names("person")) for c in reading.claims]
        [('RELEASE', ('Анна Крук', 'Олег Дорн'))]
    """

    def __init__(self, ref: ReaderRef | None = None, *, without: frozenset[str] = frozenset()) -> None:
        self.ref = ref or ReaderRef("lists", __version__, digest())
        self._without = without

    def read(self, articles: Sequence[Article]) -> Iterator[tuple[Reading, tuple[Issue, ...]]]:
        """One (reading, issues) for each article, in order."""
        for article in articles:
            seen = self._seen(article)
            claims = {s.claim.id: s.claim for s in seen if s.claim is not None}
            yield (
                Reading(document=article.document, reader=self.ref, claims=tuple(claims.values())),
                tuple(_issue(article, s) for s in seen if s.claim is None),
            )

    def inspect(self, article: Article) -> tuple[SentenceTrace, ...]:
        """What was seen in each sentence that tells of our subject."""
        return tuple(_trace(article, s) for s in self._seen(article))

    def relevant(self, text: str) -> bool:
        """Does a word of freeing or forgiving stand in it, in a language whose lists are read?"""
        return any(words.deed.search(words.folded(text)) for words in map(list_words, sorted(languages())))

    def _seen(self, article: Article) -> list[_Seen]:
        language = (article.language or "").split("-")[0].lower()
        if language not in languages():
            return []
        words = list_words(language)
        if self._without:
            kept = (o for o in words.openings if self._without.isdisjoint((o.shape, o.deed)))
            words = replace(words, openings=tuple(kept))
        return list(_Page(article, words, self.ref).seen())


class _Page:
    """One article with the words of its language."""

    def __init__(self, article: Article, words: ListWords, ref: ReaderRef) -> None:
        self._article, self._words, self._ref = article, words, ref
        self._people = People(words)
        self._sources = ListSources(words)
        skip = (*article.boilerplate, *article.furniture, *article.captions)
        self._passed = [(s.start, s.end) for s in skip]
        self._low = words.folded(article.text)
        self._ours = words.patterns["ours"].search(self._low) is not None

    def seen(self) -> Iterator[_Seen]:
        """Each sentence with a word of a deed, in order; those who handed people to each other are tied."""
        seen = list(self._told())
        swapped = [s.claim for s in seen if s.claim is not None and s.claim.sub == "swap_release"]
        for s in seen:
            if s.claim is None or s.claim not in swapped:
                yield s
                continue
            giver = s.claim.names("releaser")
            others = [c.id for c in swapped if giver and c.names("releaser") not in {(), giver}]
            tied = structs.replace(s.claim, linkage=self._tie(others)) if others else s.claim
            yield replace(s, claim=tied)

    def _tie(self, others: list[str]) -> Linkage:
        """By the word for the exchange, without which nobody is read as handed over."""
        needed = (r.needs.search(self._low) for r in self._words.openings if r.needs is not None)
        cue = next(m for m in needed if m is not None)
        start, end = cue.span("cue" if cue["cue"] else "word")
        return Linkage("L2", self._article.text[start:end], "mutual", tuple(others))

    def _told(self) -> Iterator[_Seen]:
        before: tuple[int, int] | None = None
        covered = 0
        for start, end in sentences(self._article.text, language=self._words.language):
            if any(a < end and b > start for a, b in self._passed):
                continue
            nearly: list[str] = []
            found = self._list(start, end, before, nearly) if start >= covered else None
            cue = self._words.deed.search(self._low, start, end)
            if found is not None:
                covered = found.names[-1].end
                yield _Seen(start, end, cue[0] if cue else found.told.strip(_EDGE), self._claim(found), ())
            elif start >= covered and (cue is not None or nearly):
                yield _Seen(start, end, cue[0] if cue else nearly[0], None, tuple(nearly))
            before = start, end

    # ── the list ──
    def _list(self, start: int, end: int, before: tuple[int, int] | None, nearly: list[str]) -> _List | None:
        """The list that a sentence opens, or None; what nearly opened one is put down."""
        low = self._low[start:end]
        for rule in self._words.openings:
            m = rule.open.search(low)
            if m is None:
                continue
            told = low[: m.end()]
            why = self._refused(rule, low[: m.start()], told, before)
            if rule.needs is not None and not rule.needs.search(self._low, 0, start):
                why = "nothing before it tells such a deed"
            why = why or (None if self._ours else "nothing tells of custody")
            names, stop = self._names(start + m.end(), end) if why is None else ((), 0)
            if why is None and self._words.patterns["closing"].search(self._low, stop, end):
                why = "taken back behind the names"
            if why is None and names:
                said = self._sources.told(self._article.text[start:end], m.start(), stop - start)
                told, names = self._of_before(rule, before) + told, names[: self._number(told)]
                a, b = m.span("agent") if "agent" in m.re.groupindex else (-1, -1)
                agent = self._article.text[start + a : start + b] if a >= 0 else ""
                return _List(rule, start + m.start(), told, names, said, agent)
            nearly.append(f"{rule.id}: {why or 'no names behind it'}")
        return None

    def _of_before(self, rule: Opening, before: tuple[int, int] | None) -> str:
        return self._low[before[0] : before[1]] + " " if rule.before is not None and before else ""

    def _refused(self, rule: Opening, lead: str, told: str, before: tuple[int, int] | None) -> str | None:
        """Why the words open no list of people let go; None where they do."""
        patterns = self._words.patterns
        if (no := patterns["opening"].search(told)) is not None:
            return f"{no[0]!r} stands in it"
        rest = self._sources.without(lead)
        if len(rest.split()) > _LEAD or patterns["lead"].search(rest):
            return f"it hangs on {rest.strip()!r}"
        if rule.before is None:
            return None
        if before is None:
            return "nothing stands before it"
        earlier = self._low[before[0] : before[1]]
        deed = rule.before.search(earlier)
        if deed is None or patterns["opening"].search(earlier) or not patterns["people"].search(earlier):
            return "the sentence before does not tell who was let go"
        rest = self._sources.without(earlier[: deed.start()] + " " + earlier[deed.end() :])
        return f"{no[0]!r} stands before it" if (no := patterns["before"].search(rest)) else None

    def _names(self, start: int, end: int) -> tuple[tuple[Listed, ...], int]:
        """The names behind an opening and where their list stops: in its sentence, or in the lines below."""
        text = self._article.text
        if text[start:end].strip(_EDGE):
            found, stop = self._people.in_sentence(text, start, end)
        else:
            line = text.find("\n", start)
            found = self._people.in_lines(text, line + 1, self._passed) if line >= 0 else []
            stop = end
        byline = self._article.byline or ""
        named = [n for n in found if not n.declined and n.name not in byline]
        sure = any(n.clear for n in named) or len(named) == len(found)
        held = self._held(found, end)
        names = [n for n in named if n.start not in held]
        return (tuple(names), stop) if sure and any(n.known for n in names) else ((), stop)

    def _held(self, names: Sequence[Listed], end: int) -> set[int]:
        """Where those begin who are told to be held yet, behind the name and before the next one."""
        held = set()
        following = (*(n.start for n in names[1:]), len(self._low))
        for name, after in zip(names, following, strict=False):
            line = self._article.text.find("\n", name.end, after)
            stop = min(x for x in (after, line, end) if x >= name.end)
            if self._words.patterns["still"].search(self._low, name.end, stop):
                held.add(name.start)
        return held

    def _number(self, told: str) -> int | None:
        """How many the opening says there are, where it gives one number."""
        q = self._quantity(told)
        return None if q is None or q.hi is None else int(q.hi)

    def _quantity(self, told: str) -> Quantity | None:
        if not self._words.dated:
            return None
        found = [f for f in quantities(told, language=self._words.language) if f.kind == "count"]
        return found[0].quantity if len(found) == 1 and found[0].quantity.exact else None

    # ── the claim ──
    def _claim(self, found: _List) -> Claim:
        article, rule = self._article, found.rule
        span = Span.of(article.text, found.start, found.names[-1].end)
        roles = {
            "person": tuple(Filler(name, "person") for name in dict.fromkeys(n.name for n in found.names)),
            _FREER[rule.type]: (self._agent(found.agent),),
        }
        whole = rule.whole is not None and rule.whole.search(found.told) is not None
        counted = self._quantity(found.told) if rule.whole is not None else None
        time = self._time(found.told)
        mode: Mode = "background" if self._long_ago(time) else "performed"
        id_ = claim_id(
            article.document.sha256, span, rule.type, rule.sub, roles, counted, mode, "+", found.said,
            self._ref,
        )  # fmt: skip
        return Claim(
            id=id_, type=rule.type, sub=rule.sub, mode=mode, roles=roles, quantity=counted, time=time,
            exhaustive=whole, attribution=found.said, span=span,
            confidence=self._words.confidence, rule=rule.id, document=article.document, reader=self._ref,
        )  # fmt: skip

    def _agent(self, words: str) -> Filler:
        """A state by its name, its capital or its authorities; else the words themselves."""
        if not words:
            return Filler(UNSTATED, "unstated")
        words = self._words.parties.get(self._words.folded(words), words)
        hits = [h for h in gazetteer().find(words, language=self._words.language) if h.kind in _STATES]
        if len(hits) == 1 and hits[0].end == len(words):
            before = self._words.folded(words[: hits[0].start]).strip()
            if not before or before in self._words.authorities:
                return Filler(hits[0].actor or hits[0].name, "state")
        return Filler(words, "organisation")

    def _time(self, told: str) -> Time:
        """The one time that the opening names; where it names none or several, the report's bounds it."""
        if self._words.dated:
            found = times(told, anchor=self._day(), language=self._words.language)
            if len(found) == 1 and not found[0].adjectival:
                return found[0].time
        return bound(self._article.published)

    def _day(self) -> date | None:
        article = self._article
        published = article.published
        if published is None or article.published_precision != "day" or len(published) != 10:
            return None
        return date.fromisoformat(published)

    def _long_ago(self, time: Time) -> bool:
        day = self._day()
        if day is None or time.end is None or time.basis == "publication_bound":
            return False
        return date.fromisoformat(time.end[:10]) < day - timedelta(days=NEWS_DAYS)


def with_lists(config: str) -> str:
    """The hash of a reader's configuration together with that of the lists it reads."""
    return hashlib.sha256(f"{config}\0{digest()}".encode()).hexdigest()[:16]


def _issue(article: Article, seen: _Seen) -> Issue:
    why = seen.nearly[0] if seen.nearly else _WHY
    return Issue(
        stage="reading", code="no-frame", path=article.document.path, document=article.document.sha256,
        message=f"expected a claim from a sentence with {seen.cue!r}; found none ({why}); "
        f"see `detente inspect`",
        span=Span.of(article.text, seen.start, seen.end),
    )  # fmt: skip


def _trace(article: Article, seen: _Seen) -> SentenceTrace:
    claim = seen.claim
    return SentenceTrace(
        span=Span.of(article.text, seen.start, seen.end), kept=True, triggers=(seen.cue,),
        fired=(claim.rule,) if claim else (), nearly=seen.nearly, claims=(claim.id,) if claim else (),
        why=None if claim else seen.nearly[0] if seen.nearly else _WHY,
    )  # fmt: skip
