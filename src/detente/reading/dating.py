"""When it was, and which past is only background."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from detente.language.dates import FoundTime, bound, times
from detente.reading.draft import Draft
from detente.reading.words import Sentence, Word
from detente.records import Article, Time

TIMED = frozenset({
    "RELEASE", "CLEMENCY", "TRANSFER", "DETAIN", "SENTENCE", "HARM", "CUSTODY_STATE", "SANCTION_IMPOSE",
    "SANCTION_EASE", "SANCTION_KEEP", "TALKS", "DIPLOMATIC_STEP", "COMMIT", "DEMAND", "RECOGNITION",
})  # fmt: skip
PAST = frozenset({
    "RELEASE", "CLEMENCY", "TRANSFER", "DETAIN", "SENTENCE", "SANCTION_IMPOSE", "SANCTION_EASE", "TALKS",
    "HARM",
})  # fmt: skip
NEWS_DAYS = 20  # an act further back than this many days before publication is background
BEGUN_DAYS = 30  # and one that began further back than this and has not ended
_EARLIER = re.compile(
    r"\b(?:already|previously|earlier|before|once|last (?:year|month|week)|in recent (?:weeks|months)"
    r"|the (?:previous|month before|year before))\b",
    re.I,
)
_LONG_AGO = re.compile(
    r"\b(?:(?i:in|since|by|until|of|from|around|about|before|after) (?:\w+ )?"
    r"|[A-Z][a-z]{2,} \d{1,2}, |\d{1,2} [A-Z][a-z]{2,} )1[0-8]\d\d\b(?!,\d)"
)
"""A year before 1900: what the paragraph tells behind it is history."""
_IN_PLACE = re.compile(
    r"\bin (?:place|force|effect)(?: for \w+ years)?,? since\b|\bin (?:place|force|effect) from\b"
)
_PARAGRAPH = 4000
"""So many characters back a paragraph is looked through."""
_LAST = re.compile(
    r"\blast (?:month|year|spring|summer|autumn|fall|winter)\b|\b(?:years?|months?) ago\b", re.I
)
_YEARS_AGO = re.compile(r"\b(?:years?|months|decades?) ago\b[^.;]{0,60}$", re.I)
_OPENS_AGO = re.compile(r"\W*(?:\w+ ){1,3}(?:years?|months|decades?) ago\b", re.I)
_TODAY = re.compile(r"\b(?:today|yesterday|tonight|this (?:morning|afternoon|evening)|\w+day)\b", re.I)
"""A day as today's news names it, and not a date."""
_IN_ALL = re.compile(r"\b(?:in all|so far|to date|altogether|in total|over the years)\b", re.I)
"""What has come about since: a total over time, and nothing that happened today (CODEBOOK §5, cumulative)."""
_ANEW = re.compile(
    r"\bha(?:ve|s) (?:since |now |also |meanwhile )?(?:arrested|detained|seized)\b"
    r"|\bre-?arrest|\b(?:arrested|detained|seized|taken) (?:again|anew)\b"
    r"|\b(?:hours|minutes|a day|days) (?:after|later)\b|\bmeanwhile\b|\bbesides\b|\bin addition to\b",
    re.I,
)
"""An arrest told beside a release as news of its own, and not as what the release ends."""
_IN_ITS_COURSE = re.compile(
    r"^\W*(?:\w+\W+){0,4}?(?:on day \w+|(?:on|in|during) the (?:first|second|third|fourth|fifth|\w+th)"
    r" (?:day|night|morning|evening|week|month)|within days)\b",
    re.I,
)
"""When it was in the course of what the report looks back on."""
_BY_THEN = re.compile(r"\bby \w+|\bwhen\b|\bbefore\b|\buntil\b", re.I)
_RECENTLY = re.compile(r"\bin recent (?:weeks|months|years)\b", re.I)
_BEFORE = frozenset({"DETAIN", "SENTENCE", "SANCTION_IMPOSE"})
"""What comes before a release or an easing: told beside it, or in passing, it is past."""
_BEFORE_NOW = frozenset({"before", "previously"})
_MAIN_STATES = frozenset({"RELEASE", "CLEMENCY", "TRANSFER"})
_TOLD_BACK = _MAIN_STATES | {"TALKS"}
_OF_PEOPLE = _MAIN_STATES | {"DETAIN", "SENTENCE"}
_OPEN = frozenset({"COMMIT", "DEMAND", "CUSTODY_STATE", "SANCTION_KEEP"})
_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "relcl", "advcl", "acl", "parataxis"})
_ASIDE = frozenset({"relcl", "acl", "advcl"})


# ── times ──
def _has_a_day(d: Draft) -> bool:
    """Acts have a day; a label that is merely held, or an office that is merely named, has none."""
    if d.type == "RECOGNITION":
        return d.stand.mode == "performed"
    return d.type in TIMED or (d.type == "MANDATE" and d.sub in {"appointed", "removed"})


def set_time(d: Draft, found: Sequence[FoundTime], article: Article, anchor: date | None) -> None:
    """The time nearest to the trigger in its own clause, else no later than publication (CODEBOOK §8.13)."""
    if not _has_a_day(d):
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
    if d.type not in _OF_PEOPLE or not _is_over(d) or start is None or anchor is None:
        return found
    if start <= anchor.isoformat():
        return found
    alone = times(found.time.text or "", anchor=anchor)
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
    first = _day(time.start)
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
    above = {d.trigger, *(u.i for u in s.up(d.trigger))}
    path = [s[words[0]], *s.up(words[0])]
    for w in path:
        if w.i in above:
            return _past_the_noun(d, w, words[0])
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


# ── what is only background ──
def _holds_from(d: Draft) -> bool:
    """ "banned imports from 1 July": since when it holds, not when it was decided."""
    text = d.time.text if d.time is not None else None
    if not text:
        return False
    return re.search(r"\bfrom\s+" + re.escape(text.rstrip(".")), d.sentence.text) is not None


def set_background(d: Draft, article: Article, anchor: date | None, drafts: Sequence[Draft]) -> None:
    """An act of the past that the report only recalls is background, not today's event (READING 13)."""
    if d.type not in PAST or d.stand.mode != "performed":
        return
    since = d.time is not None and (d.time.text or "").lower().startswith("since ")
    if d.type == "SANCTION_EASE" and since and _IN_PLACE.search(d.sentence.text):
        d.time = None  # "lifted its ban, in place since 2012": it is the ban's
    if _is_history(d, article.text) or _is_past(d, anchor, drafts):
        d.stand.mode = "background"


def _is_history(d: Draft, text: str) -> bool:
    nearest = max(0, d.sentence.start - _PARAGRAPH)
    start = max(nearest, text.rfind("\n", nearest, d.sentence.start) + 1)
    return _LONG_AGO.search(text, start, d.sentence.end) is not None


def _is_past(d: Draft, anchor: date | None, drafts: Sequence[Draft]) -> bool:
    if d.source is not None and d.source.background:
        return True
    if d.time is not None and (d.time.text or "").lower().startswith("since "):
        return True
    if d.type == "SANCTION_IMPOSE" and _holds_from(d):
        return False
    if d.type in _BEFORE and (d.stand.modifier or d.stand.perfect):
        return True
    if _OPENS_AGO.match(d.sentence.text) or _in_passing(d, drafts):
        return True
    if d.time is not None and d.time.basis in {"stated", "anchored"}:
        dated = _dated_past(d, d.time, anchor) if anchor is not None else _undated_past(d, d.time, drafts)
        if dated and anchor is not None and _opens_with_last_month(d, d.time, anchor, drafts):
            return False
        if dated is not None:
            return dated
    return _told_as_past(d, drafts)


def _opens_with_last_month(d: Draft, time: Time, anchor: date, drafts: Sequence[Draft]) -> bool:
    """ "Seventeen persons were detained in February": what a report of March counts first is its news."""
    before = (anchor.replace(day=1) - timedelta(days=1)).isoformat()[:7]
    last_month = time.precision == "month" and (time.end or time.start or "")[:7] == before
    counted = d.quantity is not None and d.quantity.exact and (d.quantity.lo or 0) > 1
    if not last_month or not counted or d.stand.modifier or d.stand.perfect:
        return False
    return all(x.sentence.start >= d.sentence.start for x in drafts if x.type in PAST) and not any(
        x is not d and x.type in PAST and x.stand.mode == "performed" and _is_day(x) for x in drafts
    )


def _in_passing(d: Draft, drafts: Sequence[Draft]) -> bool:
    """ "X, freed in the first hour, was arrested again"; "Varland, which hosted the talks, was thanked"."""
    if not d.stand.modifier:
        return False
    if d.type == "TALKS" and d.sentence[d.trigger].dep == "relcl":
        return d.time is None or d.time.basis not in {"stated", "anchored"}
    again = [x for x in drafts if x.type == "DETAIN" and x.sentence is d.sentence and not x.stand.modifier]
    return d.type in _MAIN_STATES and any(set(x.names("person")) & set(d.names("person")) for x in again)


def _undated_past(d: Draft, time: Time, drafts: Sequence[Draft]) -> bool | None:
    """What its date says in a report that has none: today's news is told by the day, and opens the report.

    "In July, 18 came out", "jailed in 2012" look back; so does a full date in a report that tells of Monday.
    """
    if d.stand.present:
        return None
    if time.precision == "year" or _LAST.search(time.text or ""):
        return True
    first = min((x.sentence.start for x in drafts if x.type in PAST), default=d.sentence.start)
    if d.sentence.start == first:
        return None
    if time.precision in {"month", "season", "year", "decade"}:
        return True
    days = {x.time.end for x in drafts if x is not d and x.type in PAST and x.time is not None and _is_day(x)}
    dated = _is_day(d) and not _TODAY.search(time.text or "") and d.type in _OF_PEOPLE
    if dated and any(_tells_today(x) for x in drafts if x is not d):
        return True
    if not _is_day(d) or time.end is None or not days:
        return None
    latest = max((day for day in days if day is not None), default=None)
    return latest is None or _day(time.end) < _day(latest) - timedelta(days=NEWS_DAYS)


def _tells_today(d: Draft) -> bool:
    """Is it an act of the day the report names as a day of the week, or as today?"""
    text = d.time.text if d.time is not None else None
    return d.type in _MAIN_STATES and d.stand.mode == "performed" and bool(text and _TODAY.search(text))


def _is_day(d: Draft) -> bool:
    return d.time is not None and d.time.precision == "day" and d.time.basis in {"stated", "anchored"}


def _dated_past(d: Draft, time: Time, anchor: date) -> bool | None:
    """What its date says, seen from the day of publication; None where it says nothing."""
    yesterday = (anchor - timedelta(days=1)).isoformat()
    passing = d.stand.modifier and not _lets_go(d)
    if passing and d.type in _MAIN_STATES and time.end is not None and time.end < yesterday:
        return True
    end = time.end or time.start
    coarse = time.precision in {"month", "season", "year"}
    if end is not None and (
        (coarse and end[:7] < anchor.isoformat()[:7]) or _day(end) < anchor - timedelta(days=NEWS_DAYS)
    ):
        return True
    if time.end is None and time.start is not None and _day(time.start) < anchor - timedelta(days=BEGUN_DAYS):
        return True
    return False if end is not None and time.precision in {"day", "instant"} else None


def _lets_go(d: Draft) -> bool:
    """ "The men walked out under a pardon which X gave in June", "one of 40 whom X let go": today's act."""
    s = d.sentence
    noun = s[s[d.trigger].head]
    if s[d.trigger].dep != "relcl" or noun.dep != "pobj":
        return False
    one = s[s[noun.head].head]
    presented = s[noun.head].low == "of" and one.low == "one" and one.dep == "attr"
    return s[noun.head].low in {"under", "by"} or presented


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def _told_as_past(d: Draft, drafts: Sequence[Draft]) -> bool:
    """What its words say: "had already been freed", "jailed for …" beside a release of today."""
    stand, text = d.stand, d.sentence.span_text(d.lo, min(d.hi + 3, len(d.sentence) - 1))
    if stand.perfect and (_EARLIER.search(text) or _whoever_had(d)):
        return True
    before = d.sentence.text[: d.sentence[d.trigger].end - d.sentence.start]
    have = any(k.low in {"have", "has"} for k in d.sentence.kids(d.trigger, "aux"))
    behind = d.sentence.text[d.sentence[d.trigger].end - d.sentence.start :]
    if d.type in _MAIN_STATES and _IN_ITS_COURSE.search(behind):
        return True
    if stand.perfect and d.type in _TOLD_BACK and _main_clause(d) and not _BY_THEN.search(d.sentence.text):
        return True
    if have and any(k.low in _BEFORE_NOW for k in d.sentence.kids(d.trigger, "advmod")):
        return True  # "have before been flown home": not these
    if _YEARS_AGO.search(before) or (have and _IN_ALL.search(before)):
        return True
    anew = d.sub == "add_term" or _ANEW.search(d.sentence.text) is not None
    if d.type in {"DETAIN", "SENTENCE"} and not anew and any(_freed_again(d, x) for x in drafts):
        return True
    lately = d.time is not None and d.time.text and _RECENTLY.search(d.time.text)
    return bool(lately) and d.type in _MAIN_STATES


def _whoever_had(d: Draft) -> bool:
    """ "Nuns who had returned from captivity sang": it says who they are."""
    return d.type in {"RELEASE", "TRANSFER"} and d.sentence[d.trigger].dep == "relcl"


def _main_clause(d: Draft) -> bool:
    """ "Two ministers had met on Thursday": told before the story, with its own day, and by nobody."""
    dated = d.time is not None and d.time.basis in {"stated", "anchored"}
    return dated and not d.nominal and d.sentence[d.trigger].dep == "ROOT"


_COARSE = frozenset({"month", "season", "year"})
_OTHERS = re.compile(r"(?:the |all |an)?(?:other|remaining)\b", re.I)


def _freed_again(d: Draft, x: Draft) -> bool:
    """Is it, as far as the text says, one of those held whom ``x`` tells as freed or pardoned?"""
    if x.type not in {"RELEASE", "CLEMENCY"} or x.stand.mode != "performed":
        return False
    person, freed = set(d.names("person")), set(x.names("person"))
    if person & freed and x.stand.modifier and x.time is not None and x.time.precision in _COARSE:
        return False  # "X, who was let out in March, got four years": let out before
    others = person and freed and not d.names("group") and not x.names("group")
    kin = d.mentions.lex["nouns.kin"]
    for m in d.slots.get("people", ()):
        if m.noun in {"other", "others"} or m.anaphor == "others" or _OTHERS.match(m.text):
            return False
        if m.kind == "group" and m.noun in kin and x.sentence is not d.sentence:
            return False  # "arrested two relatives": kin of those who are held are not held
    return not others or bool(person & freed)
