"""The default reader: deterministic, offline, every field traceable to words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cached_property

from detente import __version__
from detente.language.scripts import script_of
from detente.reading.claims import build
from detente.reading.clauses.attribution import Sources
from detente.reading.clauses.awaited import alone, led_in, would
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.heard import Heard
from detente.reading.clauses.modality import Modality
from detente.reading.clauses.scene import Scene
from detente.reading.clauses.staged import a_step, done_since, goes_on, sets_out
from detente.reading.covered import Covered
from detente.reading.discourse.document import Page, complete, ordered
from detente.reading.frames.attributes import attributes
from detente.reading.frames.beside_freed import did_not
from detente.reading.frames.deeds_counted import deeds_counted
from detente.reading.frames.expulsions import expulsions
from detente.reading.frames.frames import Found, Frames
from detente.reading.frames.freed_by_name import freed_by_name
from detente.reading.frames.holders import holders
from detente.reading.frames.linkage import linkages
from detente.reading.frames.list_changes import has_changes, list_changes
from detente.reading.frames.list_names import list_names
from detente.reading.frames.listed_parts import whole_alone
from detente.reading.frames.lists import has_list, listed
from detente.reading.frames.taken_among import taken_among
from detente.reading.frames.terms import apiece
from detente.reading.lexicon import Lexicon, lexicon
from detente.reading.lists.name_lists import ListReader, with_lists
from detente.reading.nouns.houses import home_of_houses
from detente.reading.nouns.mentions import Mentions
from detente.reading.nouns.seen_names import learn_names
from detente.reading.parsing.model import differing
from detente.reading.parsing.parse import Parser
from detente.reading.parsing.pieces import pieces
from detente.reading.parsing.words import Sentence
from detente.reading.shapes.named_prisons import hear_prisons
from detente.reading.shapes.sanction_measures import hear
from detente.records import Article, Claim, Issue, ReaderRef, Reading, SentenceTrace, Span

_WORD = re.compile(r"[\w’'-]+")
_OPENING = re.compile(r"(?:(?<=\n)(?:\d{1,2}[.)]|[QA][.:](?= [^\n]))\s)?[ ,—–\-*•·\u00a0]*")
"""Commas, dashes, bullets, the numbers of lists, "Q." and "A." before a sentence's first word."""
_PART = re.compile("[:;]")
"""What parts the words that announce a plan's steps from the steps."""
_SHORT = 280
"""A text of so few characters is always parsed: a sentence or two cost less than a wrong guess."""
_SAMPLE = 20_000
"""So many characters tell which letters a text is written in."""


class RulesReader:
    """Reads by the rule table of its lexicon.

    Args:
        without: ids of rules to leave out, for the test that drops each rule.
        parser: another reader's parser, to share: loading one takes most of a reader's start.

    Example:
        >>> from detente.records import Article, DocumentRef
        >>> ref = DocumentRef(id="d", path="-", sha256="0" * 64)
        >>> article = Article(document=ref, text="Georgia released 12 prisoners.", published="2026-03-04")
        >>> reading, issues = next(RulesReader().read([article]))
        >>> [(c.type, c.quantity.lo) for c in reading.claims if c.quantity]
        [('RELEASE', 12)]
    """

    def __init__(self, *, without: frozenset[str] = frozenset(), parser: Parser | None = None) -> None:
        self.lex: Lexicon = lexicon("en", without=without)
        self.parser = parser or Parser(self.lex.forms, self.lex.model["package"])
        self._modality = Modality(self.lex, self.lex.modes)
        self._sources = Sources(self.lex)
        self._frames = Frames(self.lex, self._modality, self._sources)

    @cached_property
    def ref(self) -> ReaderRef:
        """Name, version, and the hash of lexicon and rules, and of the lists of other languages."""
        return ReaderRef("rules", __version__, with_lists(self.lex.config))

    @cached_property
    def _lists(self) -> ListReader:
        return ListReader(self.ref)

    @cached_property
    def _verbs(self) -> frozenset[str]:
        lemmas = {x for r in self.lex.rules if r.type != "STATEMENT" for x in r.verbs}
        return self._forms(lemmas | self.lex["lemmas.everyday"])

    @cached_property
    def _nouns(self) -> frozenset[str]:
        lemmas = {x for r in self.lex.rules if r.type != "STATEMENT" for x in r.nouns}
        return self._forms(lemmas - self.lex["lemmas.everyday"]) | self.lex["nouns.custody"]

    def _forms(self, lemmas: Set[str]) -> frozenset[str]:
        return frozenset(f for f, lemma in self.lex.forms.items() if lemma in lemmas) | lemmas

    def read(self, articles: Sequence[Article]) -> Iterator[tuple[Reading, tuple[Issue, ...]]]:
        """One reading for each article; an Issue for each trigger sentence that gave nothing."""
        for article in articles:
            if not _is_english(article):
                yield from self._lists.read([article])
                continue
            parsed = self._parse(article)
            drafts, traces = self._sentences(article, parsed)
            claims = build(drafts, article, self.ref, self.lex.confidence)
            yield (
                Reading(document=article.document, reader=self.ref, claims=claims),
                (*self._doubts(article, traces), *self._issues(article, traces, claims)),
            )

    def inspect(self, article: Article) -> tuple[SentenceTrace, ...]:
        """What was seen in each sentence: triggers, parse, mentions, rules that fired or nearly did."""
        if not _is_english(article):
            return self._lists.inspect(article)
        parsed = self._parse(article)
        drafts, traces = self._sentences(article, parsed)
        claims = build(drafts, article, self.ref, self.lex.confidence)
        return tuple(self._trace(article, s, ms, found, claims) for s, ms, found in traces)

    # ── steps ──
    def _parse(self, article: Article) -> list[tuple[Sentence, str]]:
        if not self.relevant(article.text):
            return []
        skip = [*article.boilerplate, *article.furniture, *article.captions]
        heads = [(h.start, h.end) for h in article.headings]
        spans: list[tuple[int, int, str]] = []
        kinds: list[str] = []
        for start, end in pieces(article.text):
            if any(start < x.end and end > x.start and (x.end - x.start) * 2 > end - start for x in skip):
                continue
            for x in skip:
                if x.start <= start < x.end < end:
                    start = x.end
            if opening := _OPENING.match(article.text, start, end):
                start = opening.end()
            if end - start < 3:
                continue
            heading = any(a < end and b > start for a, b in heads)
            spans.append((start, end, article.text[start:end]))
            kinds.append("heading" if heading else "body")
        return list(zip(self.parser.parse(spans), kinds, strict=True))

    def relevant(self, text: str) -> bool:
        """Is anything of ours in the text: a noun of our world, or a verb beside two words of it?"""
        if len(text) <= _SHORT:
            return True
        words = {w.group(0).lower() for w in _WORD.finditer(text)}
        if words & self._nouns:
            return True
        if words & self._verbs and len(words & self.lex["nouns.context"]) > 1:
            return True
        return script_of(text[:_SAMPLE]) != "Latn" and self._lists.relevant(text)

    def _sentences(
        self, article: Article, parsed: list[tuple[Sentence, str]]
    ) -> tuple[list[Draft], list[tuple[Sentence, Mentions, Found]]]:
        names = learn_names((s for s, _ in parsed), self.lex)
        names.home = home_of_houses(article)
        traces: list[tuple[Sentence, Mentions, Found]] = []
        drafts: list[Draft] = []
        body: list[tuple[Sentence, Mentions]] = []
        heard = Heard()
        for number, (s, kind) in enumerate(parsed):
            ms = Mentions(s, self.lex, names)
            heard.number = number
            found = self._one(s, ms, heard, kind)
            traces.append((s, ms, found))
            drafts += found.drafts
            if kind == "body":
                body.append((s, ms))
        lines, changes = has_list(article.text), has_changes(article.text)
        if lines or changes:
            scenes = [Scene(s, ms, self.lex, self._modality, self._sources, heard) for s, ms, _ in traces]
            drafts += listed(article.text, scenes) if lines else ()
            drafts += list_changes(article.text, scenes) if changes else ()
        page = Page(article, [(s, ms) for s, ms, _ in traces], ordered(done_since(drafts)), names)
        return complete(page, self.lex), traces

    def _one(self, s: Sentence, ms: Mentions, heard: Heard, kind: str) -> Found:
        scene = Scene(s, ms, self.lex, self._modality, self._sources, heard)
        if self.lex.pattern("asks_who_is_left").search(s.text):
            heard.left = heard.number
        if kind == "heading":
            found = Found()
            found.drafts = list(linkages(scene, heading=True))
            return found
        hear(scene)
        hear_prisons(scene)
        found = self._frames.read(scene)
        self._led(s, found, heard)
        if any(d.type.startswith("SANCTION") for d in found.drafts):
            heard.hear(plural=False)
        elif self.lex.pattern("general_licence").search(s.text):
            heard.licence = heard.number  # by its number alone: what it allows stands behind it
        if any(d.type == "TALKS" for d in found.drafts):
            heard.talks = heard.number
        if any(d.type == "CLEMENCY" and d.stand.mode == "performed" for d in found.drafts):
            heard.grace = heard.number
        for d in found.drafts:
            if d.type == "CUSTODY_STATE" and d.stand.mode != "denied":
                heard.held = heard.number
                heard.held_by_name = next((m.name for m in d.slots.get("people", ()) if m.plural), "")
        told = list(attributes(scene))
        found.drafts = whole_alone(found.drafts, told)
        beside = (*expulsions(scene), *list_names(scene), *did_not(scene), *taken_among(scene, found.drafts))
        beside += (*freed_by_name(scene, [*found.drafts, *beside]), *apiece(scene, found.drafts))
        beside += tuple(deeds_counted(scene))
        for d in (*told, *holders(scene, told), *linkages(scene), *beside):
            found.drafts.append(d)
            found.fired.append(d.rule)
        return found

    def _led(self, s: Sentence, found: Found, heard: Heard) -> None:
        """An infinitive in a list stands as the sentence before says, a *would* as the *if* before it."""
        for d in found.drafts:
            if d.stand.mode in {"promised", "intended"} and heard.conditional_lately and would(s, d.trigger):
                d.stand.mode = "conditional"
        opens = sets_out(s, self.lex)
        follows = heard.plan is not None and heard.number - heard.plan == 1 and goes_on(s)
        for d in found.drafts:
            behind = follows or (opens and _PART.search(s.text[: s[d.trigger].start - s.start]))
            if behind and d.stand.mode in {"performed", "background"} and a_step(s, d.trigger, self.lex):
                d.stand.mode, d.stand.factuality = "intended", "U"
        if opens or follows:
            heard.plan = heard.number
        if any(d.stand.mode == "conditional" for d in found.drafts):
            heard.condition = heard.number
        lone = [d for d in found.drafts if d.stand.mode == "intended" and alone(s, d.trigger)]
        if heard.lead is not None and lone:
            for d in lone:
                d.stand.mode = heard.lead
        else:
            heard.lead = led_in(s, self.lex) or (heard.lead if s[0].low == "to" else None)

    def _doubts(self, article: Article, traces: list[tuple[Sentence, Mentions, Found]]) -> tuple[Issue, ...]:
        """A reading by another model than the one we measured with says so."""
        if not traces or not self._unknown_files:
            return ()
        message = (
            f"expected the files of {self.lex.model['package']} {self.lex.model['version']} that the rules "
            f"were measured with; found other ones ({', '.join(self._unknown_files[:3])}); "
            f"install that version again"
        )
        return (
            Issue(
                stage="reading", code="other-model", message=message,
                path=article.document.path, document=article.document.sha256,
            ),
        )  # fmt: skip

    @cached_property
    def _unknown_files(self) -> tuple[str, ...]:
        return differing(self.lex.model["package"], self.lex.model["files"])

    def _issues(
        self, article: Article, traces: list[tuple[Sentence, Mentions, Found]], claims: Sequence[Claim]
    ) -> tuple[Issue, ...]:
        out = []
        told = Covered((c.span.start, c.span.end) for c in claims)
        for s, _, found in traces:
            if not found.tried or told.touches(s.start, s.end):
                continue
            why = found.nearly[0] if found.nearly else "no rule fits"
            out.append(Issue(
                stage="reading", code="no-frame",
                path=article.document.path, document=article.document.sha256,
                message=f"expected a claim from a sentence with {found.triggers[0]!r}; "
                f"found none ({why}); see `detente inspect`",
                span=Span.of(article.text, s.start, s.end),
            ))  # fmt: skip
        return tuple(out)

    def _trace(
        self, article: Article, s: Sentence, ms: Mentions, found: Found, claims: Sequence[Claim]
    ) -> SentenceTrace:
        mine = [c for c in claims if c.span.start < s.end and c.span.end > s.start]
        mentions = [
            m
            for w in s.words
            if (m := ms.at(w.i)) is not None
            and m.head == w.i
            and w.dep not in {"det", "compound", "amod", "nummod", "poss"}
            and m.kind not in {"topic"}
        ]
        return SentenceTrace(
            span=Span.of(article.text, s.start, s.end), kept=True, triggers=tuple(found.triggers),
            parse=tuple(f"{w.text}/{w.tag}/{w.dep}→{s[w.head].text}" for w in s.words),
            mentions=tuple(f"{m.text} [{m.kind}]" for m in mentions),
            fired=tuple(found.fired), nearly=tuple(found.nearly), claims=tuple(c.id for c in mine),
            why=None if mine else (found.nearly[0] if found.nearly else "no trigger"),
        )  # fmt: skip


def _is_english(article: Article) -> bool:
    return (article.language or "en").split("-")[0] == "en"
