"""When it was."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

import msgspec

from detente.language.dates import FoundTime, bound, times
from detente.reading.clauses.draft import Draft
from detente.reading.parsing.words import Sentence, Word
from detente.records import Article, Time

TIMED = frozenset({
    "RELEASE", "CLEMENCY", "TRANSFER", "DETAIN", "SENTENCE", "HARM", "CUSTODY_STATE", "SANCTION_IMPOSE",
    "SANCTION_EASE", "SANCTION_KEEP", "TALKS", "DIPLOMATIC_STEP", "COMMIT", "DEMAND", "RECOGNITION",
})  # fmt: skip
OF_PEOPLE = frozenset({"RELEASE", "CLEMENCY", "TRANSFER", "DETAIN", "SENTENCE"})
_OPEN = frozenset({"COMMIT", "DEMAND", "CUSTODY_STATE", "SANCTION_KEEP"})
_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "relcl", "advcl", "acl", "parataxis"})
_ASIDE = frozenset({"relcl", "acl", "advcl"})
_WAITED = re.compile(
    r"\b(?:until|till|pending an?) (?:(?!on |in |at )[\w’'-]+ ){1,4}(?:(?:set )?(?:on|in|at|for) )?$", re.I
)
"""Before the day of what is waited for: "until sentencing on 4 May"."""


def _has_aday_of(d: Draft) -> bool:
    """Acts have a day; a label that is merely held, or an office that is merely named, has none."""
    if d.type == "RECOGNITION":
        return d.stand.mode == "performed"
    return d.type in TIMED or (d.type == "MANDATE" and d.sub in {"appointed", "removed"})


def set_time(d: Draft, found: Sequence[FoundTime], article: Article, anchor: date | None) -> None:
    """The time nearest to the trigger in its own clause, else no later than publication (CODEBOOK §8.13)."""
    if not _has_aday_of(d):
        return
    if d.rule in {"release.member", "clemency.member"}:
        found = ()  # "X, held since 2020, is one of the freed": the years are not the release's
    here = d.sentence[d.trigger].start - d.sentence.start
    lo, hi = _clause_bounds(d)
    near = [t for t in found if not t.adjectival and lo <= t.start < hi and not _elsewhere(d, t)]
    if near:
        best = _done_by(d, min(near, key=lambda t: (_distance(t.start, here), t.start)), anchor)
        empty = best.time.start is None and best.time.end is None
        vague = d.stand.mode == "performed" and empty and article.published
        d.time = _bounded(article.published, best) if vague and article.published else best.time
        if d.type in {"DETAIN", "SENTENCE"}:
            d.time = _began(d.time)
    elif d.type not in _OPEN or d.stand.mode == "performed":
        past = d.stand.mode in {"performed", "background", "denied"}
        d.time = bound(article.published) if article.published and past else None


def _done_by(d: Draft, found: FoundTime, anchor: date | None) -> FoundTime:
    """A deed that is done was not after its report: "walked out on Saturday and had to be added".

    What else the sentence speaks of may lie ahead; so the day's own words are read alone.
    """
    start = found.time.start
    past = d.type in OF_PEOPLE or d.sentence[d.trigger].tag == "VBD"  # "held talks on Monday and will meet"
    if not past or not _is_over(d) or start is None or anchor is None:
        return found
    if start <= anchor.isoformat():
        return found
    told = found.time.text or ""
    alone = times(told, anchor=anchor) or times(f"in {told}", anchor=anchor)  # "May" by itself is no month
    before = alone[0].time if len(alone) == 1 else found.time
    done = before.start is not None and before.start <= anchor.isoformat()
    return msgspec.structs.replace(found, time=before) if done else found


def _is_over(d: Draft) -> bool:
    """Is it told as done, or as something that did not come about: "would not board the May flight"?"""
    ahead = any(k.low in {"will", "wo", "shall"} for k in d.sentence.kids(d.trigger, "aux"))
    return d.stand.mode == "performed" or (d.stand.mode == "denied" and not ahead)


def _began(time: Time) -> Time:
    """ "jailed since 2021": the state lasts, the arrest was in that year."""
    if time.start is None or not (time.text or "").lower().startswith("since "):
        return time
    if time.precision not in {"year", "month", "day"}:
        return time
    first = day_of(time.start)
    last = {"year": 12, "month": first.month}.get(time.precision)
    end = first if last is None else first.replace(month=last, day=monthrange(first.year, last)[1])
    return msgspec.structs.replace(time, end=end.isoformat())


def _distance(start: int, here: int) -> int:
    """Characters between a time and the trigger; a time before it counts as further away."""
    return start - here if start > here else here - start + 12


def _elsewhere(d: Draft, t: FoundTime) -> bool:
    """Does the time stand in a clause about somebody: "X, who led the strike of 2019, was freed"?"""
    s = d.sentence
    words = s.at(s.start + t.start, s.start + t.end)
    if not words:
        return False
    waited = _WAITED.search(s.text[: t.start])
    if waited is not None and not s.start + waited.start() < s[d.trigger].start < s.start + t.start:
        return True
    above = {d.trigger, *(u.i for u in s.up(d.trigger))}
    path = [s[words[0]], *s.up(words[0])]
    for w in path:
        if w.i in above:
            return _past_the_noun(d, w, words[0])
        if w.low == "over" and w.dep == "prep" and t.time.precision in {"year", "decade"}:
            return True  # "freed in a swap for X, jailed over killings in the 1980s"
        if w.dep == "acl" and _dates_the_act(d, w):
            continue
        if w.dep == "pcomp" and w.tag == "VBG" and path[2].i > w.i and path[2].tag in {"NN", "NNS"}:
            return True  # "walked out after serving time for a protest in 2013": the year of the protest
        if w.dep in {"relcl", "acl"} or (w.dep == "appos" and d.trigger not in s.subtree(w.i)):
            return True
    return False


def _dates_the_act(d: Draft, w: Word) -> bool:
    """ "pardoned under an order dated 6 May", "by a decree signed on Friday": the day of the act itself."""
    noun = d.sentence[w.head]
    papers = d.mentions.lex["nouns.grace"] | {"order"}
    return d.type == "CLEMENCY" and w.low in {"dated", "signed", "issued", "of"} and noun.lemma in papers


def _past_the_noun(d: Draft, w: Word, time: int) -> bool:
    """Is ``w``, that the time hangs on, outside the clause about a noun that the trigger stands in?

    "X, who freed nine, spoke on Monday"; a participle's time is only taken for another's where the
    verb between them takes it: "nine miners freed by Norway *met* the bishop on Monday".
    """
    s = d.sentence
    top = next((u for u in (s[d.trigger], *s.up(d.trigger)) if u.dep in {"relcl", "acl"}), None)
    if top is None or w.i in s.subtree(top.i) or time <= top.head <= time + 3:
        return False  # "in September, when nine were freed"
    return top.dep == "relcl" or (top.tag == "VBN" and d.trigger < w.i < time)


def _bounded(published: str, found: FoundTime) -> Time:
    return msgspec.structs.replace(bound(published), text=found.time.text)


def _clause_bounds(d: Draft) -> tuple[int, int]:
    """Characters of the sentence in which a time belongs to this trigger."""
    s = d.sentence
    lo, hi = s[d.lo].start - s.start, s[d.hi].end - s.start
    left = max((s[w.i].end - s.start for w in s.words if w.i < d.lo and _breaks(s, w.i, d)), default=0)
    right = min(
        (s[w.i].start - s.start for w in s.words if w.i > d.hi and _breaks(s, w.i, d)), default=len(s.text)
    )
    return min(left, lo), max(right, hi)


def _breaks(s: Sentence, i: int, d: Draft) -> bool:
    """Does another clause begin or end at this word?"""
    w = s[i]
    if w.tag in {":", ";"}:
        return w.text == ";"
    if not w.tag.startswith("V") or w.dep not in _CLAUSES or i == d.trigger:
        return False
    if w.dep == "acl" and _dates_the_act(d, w):
        return False
    apart = i not in s.subtree(d.trigger) and d.trigger not in s.subtree(i)
    return apart or w.dep in _ASIDE


def day_of(text: str) -> date:
    """The day of an ISO date, be it with a time."""
    return date.fromisoformat(text[:10])
