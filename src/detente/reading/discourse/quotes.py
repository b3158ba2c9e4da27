"""Who is quoted: speech that runs over sentences; a deed told first and confirmed in the next sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from detente.language.dates import times
from detente.reading.clauses.arguments import is_passive, subject
from detente.reading.clauses.attribution import Sources
from detente.reading.clauses.draft import Draft, by_sentence
from detente.reading.clauses.stand import Stand
from detente.reading.clauses.trailing import trailing
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mentions import Mention, Mentions
from detente.reading.parsing.words import Sentence
from detente.records import Attribution, Filler, Stance

_OPENING, _CLOSING, _EITHER = frozenset("“«„"), frozenset("”»"), '"'
_MARKS = re.compile(r'[“«„”»"\n]')
_RETOLD = frozenset({"it", "this", "that"})
_NO_DEEDS = frozenset({"ATTRIBUTE", "MANDATE", "RECOGNITION", "LINKAGE", "STATEMENT", "DEMAND", "COMMIT"})

Told = Sequence[tuple[Sentence, Mentions]]


def quoted(text: str) -> list[tuple[int, int]]:
    """Where speech stands in quotes, paragraph by paragraph; one left open runs on into the next.

    Example:
        >>> quoted('He said: "They are out. All are well." We agreed.')
        [(9, 38)]
    """
    out: list[tuple[int, int]] = []
    start: int | None = None
    for mark in _MARKS.finditer(text):
        i, c = mark.start(), mark.group()
        if c in _OPENING or (c == _EITHER and start is None):
            start = i if start is None else start
        elif start is not None and (c in _CLOSING or c == _EITHER):
            if c == _EITHER and not text[:i].rsplit("\n", 1)[-1].strip():
                continue  # a new paragraph of the same speech opens with a quote again
            out.append((start, i + 1))
            start = None
        elif c == "\n" and start is not None and text[i + 1 : i + 2] == "\n":
            behind = text[i:].lstrip()
            if behind[:1] not in {*_OPENING, _EITHER}:
                start = None
    return out


def name_quoted(page: Told, drafts: Sequence[Draft], text: str, sources: Sources) -> None:
    """Give what is said in a quote of several sentences to the one who is quoted.

    Args:
        page: the sentences in order with their mentions.
        drafts: what they gave; those without a source inside a quote get one.
        text: the article's text.
        sources: who finds the speaker of a sentence.
    """
    spans = quoted(text)
    if not spans:
        return
    told = (speaker(s, ms, sources) for s, ms in page)
    speakers = [x[1] if x is not None else None for x in told]
    for d in drafts:
        if d.attribution:
            continue
        at = d.sentence[d.trigger].start
        span = next((x for x in spans if x[0] < at < x[1]), None)
        if span is not None and span[1] - span[0] > 12:
            found = _who(page, speakers, spans, span, text)
            d.attribution = [found] if found is not None else []


def opinions(page: Told, drafts: Sequence[Draft], text: str, sources: Sources) -> list[Draft]:
    """What a quote of several sentences judges in a sentence that names no speaker and tells no deed.

    Args:
        page: the sentences in order with their mentions.
        drafts: what they gave already; a sentence of which anything is told is left alone.
        text: the article's text.
        sources: who finds the speaker of a sentence.
    """
    spans = [x for x in quoted(text) if x[1] - x[0] > 12]
    known = {id(d.sentence) for d in drafts}
    speakers: list[Attribution | None] | None = None
    out: list[Draft] = []
    for s, ms in page:
        span = next((x for x in spans if x[0] <= s.start and s.end <= x[1] + 1), None)
        judged = _judges(s) if span is not None and id(s) not in known else None
        if span is None or judged is None:
            continue
        if speakers is None:
            speakers = [x[1] if (x := speaker(t, m, sources)) is not None else None for t, m in page]
        said = _who(page, speakers, spans, span, text)
        if said is not None:
            out.append(_opinion(s, ms, said, judged))
    return out


def _judges(s: Sentence) -> Stance | None:
    """ "The release is an act of mercy" judges, "I see no bargain here" denies."""
    root = next((w for w in s.words if w.dep == "ROOT"), None)
    if root is None or any(w.text == "?" for w in s.words):
        return None
    if root.lemma == "be" and s.kid(root.i, "attr", "acomp") is not None:
        return "assess"
    own = any(k.low in {"i", "we"} for k in s.kids(root.i, "nsubj"))
    no = any(x.low == "no" for k in s.kids(root.i, "dobj") for x in s.kids(k.i, "det"))
    return "deny" if own and no else None


def _opinion(s: Sentence, ms: Mentions, said: Attribution, stance: Stance) -> Draft:
    words = [w.i for w in s.words if w.text[:1].isalnum()]
    d = Draft("statement.quoted", "STATEMENT", s, ms, words[0], words[0], words[-1], stance=stance)
    d.stand = Stand("performed")
    d.attribution, d.topic = [said], s.span_text(words[0], words[-1])
    d.add("speaker", Filler(said.name, "person" if said.kind == "person" else "organisation"))
    return d


def _who(
    page: Told,
    speakers: Sequence[Attribution | None],
    spans: Sequence[tuple[int, int]],
    span: tuple[int, int],
    text: str,
) -> Attribution | None:
    """The speaker told beside the quote's end or its beginning, else that of the quote before it."""
    for (s, _), said in zip(page, speakers, strict=True):
        if said is not None and s.start <= span[1] - 1 and s.end > span[1] and _behind(text, span[1]):
            return said
    for (s, _), said in zip(page, speakers, strict=True):
        if said is not None and s.start < span[0] < s.end:
            return said
    before = [x for x in spans if x[1] <= span[0]]
    same = before and "\n\n" not in text[before[-1][1] : span[0]] and span[0] - before[-1][1] < 120
    if same:
        return _who(page, speakers, spans, before[-1], text)
    for k, (s, _) in enumerate(page):
        if s.start >= span[0] and k and "\n\n" not in text[page[k - 1][0].end : span[0]]:
            return speakers[k - 1] if text[: span[0]].rstrip()[-1:] == ":" else None
    return None


def _behind(text: str, end: int) -> bool:
    """Does the sentence go on behind the quote: "… home," the minister said?"""
    return text[end : end + 2].strip()[:1].isalpha() or text[end : end + 1] == ","


def speaker(s: Sentence, ms: Mentions, sources: Sources) -> tuple[Mention, Attribution] | None:
    """Who is told to say something in a sentence, by its main verb or behind a quote."""
    lex = sources.lex
    for w in s.words:
        main = w.dep == "ROOT" or (w.dep in {"ccomp", "parataxis", "conj"} and s[w.head].dep == "ROOT")
        if not (main and w.tag[:1] == "V" and sources.says(s, w) in lex["verbs.report"]) or is_passive(
            s, w.i
        ):
            continue
        heads, shared = subject(s, w.i)
        found = _link(s, ms, sources, heads[0], w.text) if heads and not shared else None
        if found is not None:
            return found  # not the *we* of "We know it," she said
    behind = trailing(s, lex, 0)
    return _link(s, ms, sources, behind[0], behind[1].text) if behind is not None else None


def present(s: Sentence, ms: Mentions, sources: Sources) -> tuple[Mention, Attribution] | None:
    """ "The commander met reporters.": the one person of a sentence, whom *he* may mean in the next."""
    told = [m for m in (ms.at(w.i) for w in s.words if w.tag[:2] == "NN") if m is not None]
    ones = {m.head: m for m in told if m.kind == "person" or (m.human and not m.plural)}
    if len(ones) != 1:
        return None
    m = next(iter(ones.values()))
    verb = s[s[m.head].head]
    main = s[m.head].dep == "nsubj" and verb.dep == "ROOT"
    if (
        m.kind == "person"
        or m.negative
        or not main
        or s[m.head].lemma not in sources.lex["nouns.office nouns.human"]
    ):
        return None
    return _link(s, ms, sources, m.head, verb.text)


def _link(
    s: Sentence, ms: Mentions, sources: Sources, head: int, cue: str
) -> tuple[Mention, Attribution] | None:
    m, link = ms.at(head), sources.as_link(s, ms, head, cue)
    return (m, link) if m is not None and link is not None else None


# ── "The ministry confirmed it." ──
def name_confirmed(page: Told, drafts: Sequence[Draft], sources: Sources) -> None:
    """A deed told in the outlet's own voice and confirmed in the next sentence has that source too.

    Only the deed of the sentence right before it, and only where that sentence names nobody as its source;
    whether the word confirmed reaches all of it is left open. A deed told with its day, and in the next
    sentence as a claim of its own ("the suspension was announced by X"), has the source there alone: two
    claims (CODEBOOK rule 7). Without a day, that it was done may be known from the announcement only.
    """
    told = by_sentence(d for d in drafts if d.type not in _NO_DEEDS)
    for (s, _), (later, ms) in pairwise(page):
        mine = told.get(id(s))
        if not mine or any(d.attribution for d in mine):
            continue
        found = _confirmed_by(later, ms, sources, {w for d in mine for w in _names_of(d, sources.lex)})
        if found is None:
            continue
        dated = bool(times(s.text, anchor=None))
        anew = {d.type for d in told.get(id(later), ()) if d.nominal and d.attribution and dated}
        for d in mine:
            if d.type not in anew:
                d.attribution, d.scope_certain = [found], False


def _names_of(d: Draft, lex: Lexicon) -> set[str]:
    """Nouns by which a deed is told again: of "freed" the release, of any the news and the move."""
    return set(lex["nouns.retelling"]) | set(lex.phrases["retold"].get(d.type, "").split())


def _confirmed_by(s: Sentence, ms: Mentions, sources: Sources, names: set[str]) -> Attribution | None:
    beside = _that_is_according(s)
    if beside is not None:
        return sources.as_link(s, ms, beside, "according to")
    for w in s.words:
        if w.lemma not in sources.lex["lemmas.confirming"] or w.dep not in {"ROOT", "ccomp", "conj"}:
            continue
        passive = is_passive(s, w.i)
        what = s.kids(w.i, "nsubjpass" if passive else "dobj")
        if not any(k.low in _RETOLD or ({k.lemma, k.low} & names and _is_definite(s, k.i)) for k in what):
            continue
        if passive:
            heads = [p.i for k in s.kids(w.i, "agent", "prep") if k.low == "by" for p in s.kids(k.i, "pobj")]
        else:
            heads = [k.i for k in s.kids(w.i, "nsubj")[-1:]]
        if heads and not any(k.dep == "neg" for k in s.kids(w.i)):
            return sources.as_link(s, ms, heads[0], w.text)
    return None


def _that_is_according(s: Sentence) -> int | None:
    """ "That is according to the camp commander."."""
    if len(s) < 5 or s[0].low not in _RETOLD or s[1].lemma != "be" or s[2].low != "according":
        return None
    return next((w.i for w in s.words if w.dep == "pobj" and w.head in {2, 3}), None)


def _is_definite(s: Sentence, i: int) -> bool:
    """ "the release", "their arrival", and no "of 12 others" behind it."""
    pointed = any(k.low in {"the", "this", "that"} or k.tag == "PRP$" for k in s.kids(i, "det", "poss"))
    return pointed and not any(k.low == "of" for k in s.kids(i, "prep"))
