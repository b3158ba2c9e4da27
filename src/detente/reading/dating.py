"""When it was, and which past is only background."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from detente.language.dates import FoundTime, bound
from detente.reading.draft import Draft
from detente.reading.words import Sentence
from detente.records import Article, Time

TIMED = frozenset({
    "RELEASE", "CLEMENCY", "TRANSFER", "DETAIN", "SENTENCE", "HARM", "CUSTODY_STATE", "SANCTION_IMPOSE", "SANCTION_EASE",
    "SANCTION_KEEP", "TALKS", "DIPLOMATIC_STEP", "COMMIT", "DEMAND", "RECOGNITION",
})  # fmt: skip


PAST = frozenset(
    {
        "RELEASE",
        "CLEMENCY",
        "TRANSFER",
        "DETAIN",
        "SENTENCE",
        "SANCTION_IMPOSE",
        "SANCTION_EASE",
        "TALKS",
        "HARM",
    }
)


NEWS_DAYS = 20


_EARLIER = re.compile(
    r"\b(?:already|previously|earlier|before|once|last (?:year|month|week)|in recent (?:weeks|months)|the (?:previous|month before|year before))\b",
    re.I,
)


_MAIN_STATES = frozenset({"RELEASE", "CLEMENCY", "TRANSFER"})


# ── times ──
def _has_a_day(d: Draft) -> bool:
    """Acts have a day; a label that is merely held, or an office that is merely named, has none."""
    if d.type == "RECOGNITION":
        return d.stand.mode == "performed"
    return d.type in TIMED or (d.type == "MANDATE" and d.sub in {"appointed", "removed"})


def set_time(d: Draft, found: Sequence[FoundTime], article: Article, anchor: date | None) -> None:
    if not _has_a_day(d):
        return
    if d.rule == "release.member":
        found = ()  # "X, held since 2020, is one of the freed": the years are not the release's
    s = d.sentence
    here = s[d.trigger].start - s.start
    lo, hi = _clause_bounds(d)
    near = [t for t in found if not t.adjectival and lo <= t.start < hi and not _elsewhere(d, t)]
    if near:
        best = min(
            near, key=lambda t: (abs(t.start - here) if t.start > here else abs(here - t.start) + 12, t.start)
        )
        d.time = best.time
        if (
            d.stand.mode in {"performed"}
            and best.time.start is None
            and best.time.end is None
            and article.published
        ):
            d.time = _bounded(article.published, best)
    elif d.type not in {"COMMIT", "DEMAND", "CUSTODY_STATE", "SANCTION_KEEP"} or d.stand.mode == "performed":
        d.time = (
            bound(article.published)
            if article.published and d.stand.mode in {"performed", "background", "denied"}
            else None
        )


def _elsewhere(d: Draft, t: FoundTime) -> bool:
    """Does the time stand in a clause about somebody: "X, who led the strike of 2019, was freed"?"""
    s = d.sentence
    words = s.at(s.start + t.start, s.start + t.end)
    if not words:
        return False
    above = {d.trigger, *(u.i for u in s.up(d.trigger))}
    path = [s[words[0]], *s.up(words[0])]
    for w in path:
        if w.i in above:
            return False
        if w.dep in {"relcl", "acl"} or (w.dep == "appos" and d.trigger not in s.subtree(w.i)):
            return True
    return False


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
    w = s[i]
    if w.tag in {":", ";"}:
        return w.text == ";"
    if (
        w.tag.startswith("V")
        and w.dep in {"ROOT", "conj", "ccomp", "relcl", "advcl", "acl", "parataxis"}
        and i != d.trigger
    ):
        return (i not in s.subtree(d.trigger) and d.trigger not in s.subtree(i)) or w.dep in {
            "relcl",
            "acl",
            "advcl",
        }
    return False


# ── what is only background ──
def _holds_from(d: Draft) -> bool:
    """"banned imports from 1 July": since when it holds, not when it was decided."""
    text = d.time.text if d.time is not None else None
    if not text:
        return False
    return re.search(r"\bfrom\s+" + re.escape(text.rstrip(".")), d.sentence.text) is not None


def set_background(d: Draft, anchor: date | None, drafts: Sequence[Draft]) -> None:
    if d.type not in PAST or d.stand.mode != "performed":
        return
    rule = d.source
    if rule is not None and rule.background and d.type != "SANCTION_IMPOSE":
        d.stand.mode = "background"
        return
    if rule is not None and rule.background:
        d.stand.mode = "background"
        return
    if d.time is not None and (d.time.text or "").lower().startswith("since "):
        d.stand.mode = "background"
        return
    if d.type == "SANCTION_IMPOSE" and _holds_from(d):
        return
    if d.time is not None and d.time.basis in {"stated", "anchored"} and anchor is not None:
        if (
            d.stand.modifier
            and d.type in _MAIN_STATES
            and d.time.end is not None
            and d.time.end < (anchor - timedelta(days=1)).isoformat()
        ):
            d.stand.mode = "background"
            return
        end = d.time.end or d.time.start
        start = d.time.start
        earlier = (
            d.time.precision in {"month", "season", "year"}
            and end is not None
            and end[:7] < anchor.isoformat()[:7]
        )
        if earlier or (end is not None and date.fromisoformat(end[:10]) < anchor - timedelta(days=NEWS_DAYS)):
            d.stand.mode = "background"
            return
        if (
            d.time.end is None
            and start is not None
            and date.fromisoformat(start[:10]) < anchor - timedelta(days=30)
        ):
            d.stand.mode = "background"
            return
        if end is not None and d.time.precision in {"day", "instant"}:
            return
    text = d.sentence.span_text(d.lo, min(d.hi + 3, len(d.sentence) - 1))
    if (
        (d.stand.perfect and _EARLIER.search(text))
        or (
            d.type in {"DETAIN", "SENTENCE"}
            and (
                d.stand.modifier
                or d.stand.perfect
                or any(x.type in {"RELEASE", "CLEMENCY"} and x.stand.mode == "performed" for x in drafts)
            )
        )
        or (d.type == "SANCTION_IMPOSE" and (d.stand.modifier or d.stand.perfect))
        or (
            d.time is not None
            and d.time.text
            and re.search(r"\bin recent (?:weeks|months|years)\b", d.time.text, re.I)
            and d.type in _MAIN_STATES
        )
    ):
        d.stand.mode = "background"


def set_state_date(d: Draft, article: Article) -> None:
    if d.type == "CUSTODY_STATE" or d.type == "SANCTION_KEEP":
        if d.stand.mode == "performed" and d.sub != "renewed":
            d.stand.mode = "asserted"
        stated = d.time is not None and d.time.basis != "publication_bound" and (d.time.end or d.time.start)
        d.as_of = (d.time.end or d.time.start) if stated and d.time is not None else article.published
        if not stated:
            d.time = None
