"""Who is told above what is told: before the list that a line opens, at the head of a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.reading.clauses.arguments import subject
from detente.reading.clauses.attribution import Sources
from detente.reading.clauses.draft import Draft
from detente.reading.discourse.quotes import quoted, speaker
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence, Word
from detente.records import Attribution

_ITEM = re.compile(r"[ \t]*(?:[•▪◦‣·*–—-]|\d{1,2}[.)])\s")
_I = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_ARTICLE = re.compile(r"^the (?:rt\.? |right )?(?:hon\.? |honou?rable )?", re.I)
_QUESTION = re.compile(r"^Q[.:] ", re.M)
_ANSWER = re.compile(r"^A[.:] .*(?:\n(?!Q[.:] ).*)*", re.M)
OPENING = frozenset('"“«„')
_HEAD = 500
"""So many characters from the beginning a title tells whose statement it is."""

Page = Sequence[tuple[Sentence, Mentions]]


def name_above(page: Page, drafts: Sequence[Draft], text: str, sources: Sources) -> None:
    """Give what no sentence ascribes to the one who is told above it.

    Args:
        page: the sentences in order with their mentions.
        drafts: what they gave; those without a source get one.
        text: the article's text.
        sources: who finds the speaker of a sentence.
    """
    answers = [*_answers(text, sources.lex)]
    found = [*_led_in(page, text, sources), *(answers or _statements(text, sources.lex))]
    for d in drafts if found else ():
        at = d.sentence[d.trigger].start
        said = next((v for v in found if v.start <= at < v.end), None)
        if said is not None and not d.attribution:
            d.attribution = [said.who]


@dataclass(frozen=True, slots=True)
class _Voice:
    """A stretch of the text in which somebody speaks."""

    start: int
    end: int
    who: Attribution


# ── "Who they are, per the Post:" and a list ──
def _led_in(page: Page, text: str, sources: Sources) -> Iterator[_Voice]:
    for s, ms in page:
        colon = next((w for w in s.words if w.text == ":"), None)
        if colon is None:
            continue
        ends = all(not w.text[:1].isalnum() for w in s.words[colon.i :])
        until = _items(text, s.end) if ends else 0
        said = _leads(s, ms, sources, colon.i) if until > s.end or not ends else None
        if said is not None:
            yield _Voice(colon.end, until or _goes_on_until(s, text, colon, sources.lex), said)


def _goes_on_until(s: Sentence, text: str, colon: Word, lex: Lexicon) -> int:
    """A statement given behind a colon runs to the end of its paragraph, other words to a full stop."""
    if not any(w.lemma in lex["nouns.utterance"] for w in s.words[: colon.i]):
        return s.end
    end = text.find("\n", s.end - 1)
    return end if end >= 0 else len(text)


def _items(text: str, start: int) -> int:
    """Where the list that begins behind here ends: lines with a bullet or a number, blank ones between."""
    end = at = start
    for line in text[start:].splitlines(keepends=True):
        at += len(line)
        if _ITEM.match(line):
            end = at
        elif line.strip():
            break
    return end


def _leads(s: Sentence, ms: Mentions, sources: Sources, colon: int) -> Attribution | None:
    """ "Who they are, per the Post:", "This is how the files describe them:", "The army gave a list:"."""
    for w in s.words[:colon]:
        named = w.low in {"per", "according"} or (w.low == "from" and w.i == 0)
        inner = [*s.kids(w.i, "prep"), w] if named else []
        for o in (o for p in inner for o in s.kids(p.i, "pobj") if o.i < colon):
            return sources.as_link(s, ms, o.i, s.span_text(w.i, max(p.i for p in inner)))
    label = _label(s, ms, colon)
    told = (label, sources.as_link(s, ms, label.head, ":")) if label is not None else speaker(s, ms, sources)
    if told is not None and told[0].hi < colon:
        return told[1]
    for w in s.words[:colon]:
        heads = subject(s, w.i)[0] if w.tag[:1] == "V" and _tells(s, w.i, sources.lex) else []
        if heads and s[heads[0]].tag[:2] == "NN":
            return sources.as_link(s, ms, heads[0], w.text)
    return None


def _label(s: Sentence, ms: Mentions, colon: int) -> Mention | None:
    """ "Police chief Omar Sadik: “Nine men were held”": a name with its office alone before what he says."""
    quoted_on = s.words[colon + 1 : colon + 2]
    if not quoted_on or quoted_on[0].text not in OPENING or any(w.tag[:1] == "V" for w in s.words[:colon]):
        return None
    m = ms.at(colon - 1)
    return m if m is not None and m.kind == "person" and m.anaphor is None else None


def _tells(s: Sentence, v: int, lex: Lexicon) -> bool:
    """ "how the police describe them", "issued the following statement"."""
    if s[v].lemma in {"describe", "put"} and any(k.low == "how" for k in s.kids(v, "advmod")):
        return True
    return any(k.lemma in lex["nouns.utterance nouns.announced nouns.roster"] for k in s.kids(v, "dobj"))


# ── "Statement by Foreign Minister X", and then *I* and *we* ──
def _statements(text: str, lex: Lexicon) -> Iterator[_Voice]:
    """Stretches in the first person below a line that tells whose words they are."""
    heads = sorted(_heads(text, lex))
    spans = quoted(text) if heads else []
    for k, (_, start, who) in enumerate(heads):
        end = heads[k + 1][0] if k + 1 < len(heads) else len(text)
        own = (m.start() for m in _I.finditer(text, start, end))
        if any(not any(a < i < b for a, b in spans) for i in own):
            yield _Voice(start, end, _speaker(who, lex))


def _answers(text: str, lex: Lexicon) -> Iterator[_Voice]:
    """ "Q. Were you told? A. No.": the answers are those of whoever the title names as asked."""
    asked = lex.pattern("interviewed").search(text.split("\n", 1)[0]) if _QUESTION.search(text) else None
    if asked is None:
        return
    who = Attribution(asked["who"] or asked["asked"], "person", "A.", True)
    yield from (_Voice(m.start(), m.end(), who) for m in _ANSWER.finditer(text))


def _heads(text: str, lex: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Start and end of each line that names who speaks below it, and whom."""
    for m in lex.pattern("speaks_below").finditer(text):
        office = m["office"]
        if office is None or {w.lower() for w in office.split()} & lex["nouns.office"]:
            yield m.start(), m.end(), m["who"] or m["member"]
    for m in lex.pattern("statement_by").finditer(text[:_HEAD]):
        yield m.start(), m.end(), m["who"]
    for m in lex.pattern("statement_of").finditer(text[:_HEAD]):
        if {w.lower() for w in m["office"].split()} & lex["nouns.office"]:
            yield m.start(), m.end(), m["who"]


def _speaker(told: str, lex: Lexicon) -> Attribution:
    """The name behind the last office or title; the office itself where no name stands behind it."""
    words = _ARTICLE.sub("", told.strip(" .,:;–—-")).split()
    titles = lex["nouns.office nouns.title nouns.official"]
    last = max((i for i, w in enumerate(words) if w.lower().rstrip(".") in titles), default=-1)
    behind = words[last + 1 :]
    named = bool(behind) and all(w[:1].isupper() or len(w) < 4 for w in behind) and behind[0][:1].isupper()
    official = any(w.lower() in lex["nouns.official nouns.office"] for w in words)
    return Attribution(" ".join(behind if named else words), "official" if official else "person", "I", named)
