"""Which past a report only recalls: background, and not today's event (READING 13)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from detente.reading.clauses.draft import Draft
from detente.reading.discourse.dating import OF_PEOPLE, day_of
from detente.records import FREED, LET_GO, Article, Time

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
    r"|[A-Z][a-z]{2,} \d{1,2}, |\d{1,2} [A-Z][a-z]{2,} )1[0-8]\d\d\b(?!,\d)|\b\d{1,4} ?(?:BCE?|B\.C\.)"
)
"""A year before 1900: what the paragraph tells behind it is history."""
_IN_THE_WARS = re.compile(
    r"\b(?i:in|since|by|until|of|from|around|about|before|after|between) (?:\w+ )?19[0-5]\d\b(?!,\d)"
    r"|\b(?:First|Second) World War\b|\bWorld War (?:I{1,2}|1|2|One|Two)\b"
)
"""A time of two or three generations ago: what is told behind it, by no day of its own, is of then."""
_IN_PLACE = re.compile(
    r"\bin (?:place|force|effect)(?: for \w+ years)?,? since\b|\bin (?:place|force|effect) from\b"
)
_OLD = 2
"""So many years back, what is told on behind a release is still of its time."""
_NEXT = 3
"""So many characters stand between a sentence and the next."""
_PARAGRAPH = 4000
"""So many characters back a paragraph is looked through."""
_LAST = re.compile(
    r"\blast (?:month|year|spring|summer|autumn|fall|winter)\b|\b(?:years?|months?) ago\b", re.I
)
_YEARS_AGO = re.compile(r"\b(?:years?|months|decades?) ago\b[^.;]{0,60}$", re.I)
_OF_AN_EARLIER = re.compile(
    r"\b(?:in|under|during|by|through) (?:an? |the |two |three |several )?(?:earlier|previous|prior|past)"
    r" (?:\w+ )?(?:deals?|exchanges?|swaps?|truces?|ceasefires?|agreements?|rounds?|releases?|amnesties)\b"
)
_OPENS_AGO = re.compile(r"\W*(?:\w+ ){1,3}(?:years?|months|decades?) ago\b", re.I)
_TODAY = re.compile(r"\b(?:today|yesterday|tonight|this (?:morning|afternoon|evening)|\w+day)\b", re.I)
"""A day as today's news names it, and not a date."""
_IN_ALL = re.compile(r"\b(?:in all|so far|to date|altogether|in total|over the years)\b", re.I)
"""What has come about since: a total over time, and nothing that happened today (CODEBOOK §5, cumulative)."""
_ANEW = re.compile(
    r"\bha(?:ve|s) (?:since |now |also |just |meanwhile )?(?:been )?(?:arrested|detained|seized|charged"
    r"|remanded|taken away|taken into custody|placed under (?:house )?arrest)\b"
    r"(?![^.;]*\b(?:since|so far|for (?:\w+ ){0,3}?(?:years?|months?|weeks?|days?|decades?))\b)"
    r"|\balso (?:been )?(?:arrested|detained|seized|charged|jailed|sentenced)\b"
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
_AS_OF_NOW = frozenset({"have", "has", "is", "are", "'s", "’s"})
_SINCE = frozenset({"since", "for", "ago", "times", "already", "previously", "before"})
_WITHIN_HOURS = re.compile(
    r"\b(?:after|within|for) (?:about |nearly |almost |some |under |over )?(?:the |an |a few |several |\w+ )?"
    r"(?:hours?|minutes)\b|\b(?:hours?|minutes) later\b|\bthe same (?:day|evening|night|afternoon)\b",
    re.I,
)
_RECENTLY = re.compile(r"\bin recent (?:weeks|months|years)\b", re.I)
_BEFORE = frozenset({"DETAIN", "SENTENCE", "SANCTION_IMPOSE"})
"""What comes before a release or an easing: told beside it, or in passing, it is past."""
_BEFORE_NOW = frozenset({"before", "previously"})
_TOLD_BACK = LET_GO | {"TALKS"}


def _holds_from(d: Draft) -> bool:
    """ "banned imports from 1 July": since when it holds, not when it was decided."""
    text = d.time.text if d.time is not None else None
    if not text:
        return False
    return re.search(r"\bfrom\s+" + re.escape(text.rstrip(".")), d.sentence.text) is not None


def set_background(d: Draft, article: Article, anchor: date | None, drafts: Sequence[Draft]) -> None:
    """An act of the past that the report only recalls is background, not today's event (READING 13)."""
    if d.stand.mode != "performed" or not (d.type in PAST or d.sub == "renewed"):
        return
    since = d.time is not None and (d.time.text or "").lower().startswith("since ")
    if d.type == "SANCTION_EASE" and since and _IN_PLACE.search(d.sentence.text):
        d.time = None  # "lifted its ban, in place since 2012": it is the ban's
    if _is_history(d, article.text) or _is_past(d, anchor, drafts):
        d.stand.mode = "background"


def _is_history(d: Draft, text: str) -> bool:
    nearest = max(0, d.sentence.start - _PARAGRAPH)
    start = max(nearest, text.rfind("\n", nearest, d.sentence.start) + 1)
    if _LONG_AGO.search(text, start, d.sentence.end) is not None:
        return True
    undated = d.time is None or d.time.basis not in {"stated", "anchored"}
    plain = d.nominal or not {k.low for k in d.sentence.kids(d.trigger, "aux", "auxpass")} & _AS_OF_NOW
    return undated and plain and _IN_THE_WARS.search(text, start, d.sentence.end) is not None


def _is_past(d: Draft, anchor: date | None, drafts: Sequence[Draft]) -> bool:
    if d.source is not None and d.source.background:
        return True
    if d.time is not None and (d.time.text or "").lower().startswith("since "):
        return True
    if d.type == "SANCTION_IMPOSE" and _holds_from(d):
        return False
    if d.type in _BEFORE and (d.stand.modifier or d.stand.perfect):
        return not _of_late(d, anchor)
    if _OPENS_AGO.match(d.sentence.text) or _in_passing(d, drafts) or _of_an_earlier(d):
        return True
    if d.time is not None and d.time.basis in {"stated", "anchored"}:
        dated = _dated_past(d, d.time, anchor) if anchor is not None else _undated_past(d, d.time, drafts)
        if dated and anchor is not None and _opens_with_last_month(d, d.time, anchor, drafts):
            return False
        if dated is not None:
            return dated
    return _told_as_past(d, drafts) or _before_the_past(d, drafts) or _told_on(d, anchor, drafts)


def _of_an_earlier(d: Draft) -> bool:
    """ "148 came home in earlier deals and eight were rescued": behind its verb, or before its *and*."""
    s, verb = d.sentence.text, d.sentence[d.trigger]
    if verb.tag != "VBG" and d.time is not None and d.time.basis in {"stated", "anchored"}:
        return False  # "freed 30 on Friday under an earlier deal"
    here = verb.start - d.sentence.start
    for match in _OF_AN_EARLIER.finditer(s):
        between = s[here : match.start()] if match.start() > here else s[match.end() : here]
        joined = match.start() > here or re.search(r"\band\b", between) is not None
        if joined and not re.search(r"[,.;:]|\b(?:after|when|who|that|which)\b", between):
            return True
    return False


def _before_the_past(d: Draft, drafts: Sequence[Draft]) -> bool:
    """ "In 1979 the last of them walked free. Thirty *had been* released": what was before it is past too.

    Behind "he said that" the same *had* is only the speech of another.
    """
    dated = _dated(d)
    if not d.stand.perfect or d.nominal or dated or d.attribution or d.type not in LET_GO:
        return False
    before = [x for x in drafts if x.type in LET_GO and x.sentence.start < d.sentence.start]
    last = max(before, key=lambda x: (x.sentence.start, x.trigger), default=None)
    near = last is not None and d.sentence.start - last.sentence.end <= _NEXT
    return last is not None and near and last.stand.mode == "background"


def _told_on(d: Draft, anchor: date | None, drafts: Sequence[Draft]) -> bool:
    """ "In 1958 he was let out. He came home": what is told on, undated, in a report of nobody freed since.

    Not what *has* come about since, and not behind a release that stands two years back or less.
    """
    lively = any(k.low in {"has", "have"} for k in d.sentence.kids(d.trigger, "aux")) or d.stand.present
    if d.type not in LET_GO or lively or d.nominal or _dated(d):
        return False
    before = [x for x in drafts if x.type in LET_GO and x.sentence.start < d.sentence.start]
    if not before or any(x.stand.mode != "background" for x in before):
        return False
    near = d.sentence.start - max(x.sentence.end for x in before) <= _NEXT
    old = f"{anchor.year - _OLD}" if anchor is not None else "9999"
    times = [x.time for x in before if x.time is not None and x.time.precision != "day"]
    return near and any((t.end or "9999")[:4] < old for t in times)


def _of_late(d: Draft, anchor: date | None) -> bool:
    """ "two whom police had arrested on Sunday", told on Monday: that is news too."""
    end = d.time.end if d.time is not None and _is_day(d) else None
    return end is not None and anchor is not None and day_of(end) >= anchor - timedelta(days=1)


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
    return d.type in LET_GO and any(set(x.names("person")) & set(d.names("person")) for x in again)


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
    dated = _is_day(d) and not _TODAY.search(time.text or "") and d.type in OF_PEOPLE | {"TALKS"}
    if dated and any(_tells_today(x) for x in drafts if x is not d):
        return True
    if not _is_day(d) or time.end is None or not days:
        return None
    latest = max((day for day in days if day is not None), default=None)
    return latest is None or day_of(time.end) < day_of(latest) - timedelta(days=NEWS_DAYS)


def _tells_today(d: Draft) -> bool:
    """Is it an act of the day the report names as a day of the week, or as today?"""
    text = d.time.text if d.time is not None else None
    return d.type in LET_GO and d.stand.mode == "performed" and bool(text and _TODAY.search(text))


def _dated(d: Draft) -> bool:
    return d.time is not None and d.time.basis in {"stated", "anchored"}


def _is_day(d: Draft) -> bool:
    return d.time is not None and d.time.precision == "day" and d.time.basis in {"stated", "anchored"}


def _dated_past(d: Draft, time: Time, anchor: date) -> bool | None:
    """What its date says, seen from the day of publication; None where it says nothing."""
    yesterday = (anchor - timedelta(days=1)).isoformat()
    passing = d.stand.modifier and not _lets_go(d)
    if passing and d.type in LET_GO and time.end is not None and time.end < yesterday:
        return True
    end = time.end or time.start
    coarse = time.precision in {"month", "season", "year"}
    if end is not None and (
        (coarse and end[:7] < anchor.isoformat()[:7]) or day_of(end) < anchor - timedelta(days=NEWS_DAYS)
    ):
        return True
    if (
        time.end is None
        and time.start is not None
        and day_of(time.start) < anchor - timedelta(days=BEGUN_DAYS)
    ):
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


def _told_as_past(d: Draft, drafts: Sequence[Draft]) -> bool:
    """What its words say: "had already been freed", "jailed for …" beside a release of today."""
    stand, text = d.stand, d.sentence.span_text(d.lo, min(d.hi + 3, len(d.sentence) - 1))
    if stand.perfect and (_EARLIER.search(text) or _whoever_had(d)):
        return True
    before = d.sentence.text[: d.sentence[d.trigger].end - d.sentence.start]
    have = any(k.low in {"have", "has"} for k in d.sentence.kids(d.trigger, "aux"))
    behind = d.sentence.text[d.sentence[d.trigger].end - d.sentence.start :]
    if d.type in LET_GO and _IN_ITS_COURSE.search(behind):
        return True
    if stand.perfect and d.type == "TALKS" and _main_clause(d) and not _BY_THEN.search(d.sentence.text):
        return True
    if have and any(k.low in _BEFORE_NOW for k in d.sentence.kids(d.trigger, "advmod")):
        return True  # "have before been flown home": not these
    if _YEARS_AGO.search(before) or (have and _IN_ALL.search(before)):
        return True
    anew = d.sub in {"add_term", "appeal"} or _ANEW.search(d.sentence.text) is not None
    anew = anew or _just_now(d) or _for_hours(d, drafts)
    if d.type in {"DETAIN", "SENTENCE"} and not anew:
        news = _is_news(d)
        if any(_freed_again(d, x) and (not news or _are_the_same(d, x)) for x in drafts):
            return True
    lately = d.time is not None and d.time.text and _RECENTLY.search(d.time.text)
    return bool(lately) and d.type in LET_GO


def _just_now(d: Draft) -> bool:
    """ "A court has placed him under house arrest": what *has* been done, and not for long, is news."""
    s, v = d.sentence, d.trigger
    has = any(k.low in {"has", "have"} for k in s.kids(v, "aux"))
    long = any(k.low in _SINCE for k in (*s.kids(v, "prep", "mark"), *s.words[v + 1 : v + 12]))
    return has and not (d.stand.modifier or d.nominal or long or _IN_ALL.search(s.text))


def _for_hours(d: Draft, drafts: Sequence[Draft]) -> bool:
    """ "Police detained two and let them go within the hour": taken and let go on one day of the news."""
    freed = [x for x in drafts if x.sentence is d.sentence and x.type == "RELEASE" and x.trigger > d.trigger]
    joined = any(x.trigger in d.sentence.conjuncts(d.trigger) for x in freed)
    return joined and not d.stand.modifier and _WITHIN_HOURS.search(d.sentence.text) is not None


def _is_news(d: Draft) -> bool:
    """ "Police arrested nine on Wednesday", "73 have been detained": told for itself, and of these days."""
    if d.stand.modifier or d.stand.perfect or d.nominal:
        return False
    return _is_day(d) and d.time is not None and _TODAY.search(d.time.text or "") is not None


def _in_court(d: Draft, x: Draft) -> bool:
    """Is a term told of others beside a release by a court: one hearing, and nobody's past?"""
    courts = d.mentions.lex["nouns.court"]
    told = d.type == "SENTENCE" and not (d.stand.modifier or d.stand.perfect) and not d.stand.present
    free = (m.noun in courts for m in x.slots.get("releaser", ()))
    return told and bool(d.names("person")) and any(free)


def _are_the_same(d: Draft, x: Draft) -> bool:
    """Are those taken the very ones let go: by name, by number, or in one sentence?"""
    number = d.quantity is not None and x.quantity is not None and d.quantity.lo == x.quantity.lo
    return number or d.sentence is x.sentence or bool(set(d.names("person")) & set(x.names("person")))


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
    if x.type not in FREED or x.stand.mode != "performed":
        return False
    person, freed = set(d.names("person")), set(x.names("person"))
    if _in_court(d, x) and not person & freed:
        return False  # "the court freed nine of them; the skipper got six months"
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
