"""What the simple present sets for a day: "talks reopen on 3 June" (CODEBOOK §3, intended)."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from detente.language.dates import times
from detente.reading.clauses.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import Word
from detente.records import FREED, Time

_SET_FOR = frozenset({"TALKS", "TRANSFER", "SANCTION_EASE", "SANCTION_IMPOSE", "DIPLOMATIC_STEP"})
_ANNOUNCING = frozenset({"announce", "proclaim", "unveil"})
_MADE_LAW = frozenset({"sign", "enact", "promulgate", "carry"})
_TO_COME = re.compile(r"\b(?:tomorrow|next|coming)\b", re.IGNORECASE)
_COME = re.compile(r"\b(?:today|yesterday|tonight|last|ago|since|this|(?:19|20)\d\d)\b", re.I)
"""A time that has come, or that tells its year: its date alone says whether it lies ahead."""


def set_scheduled(d: Draft, anchor: date | None, lexicon: Lexicon) -> None:
    """An act that a verb in the simple present sets for a day to come is intended, and not done.

    Args:
        d: the draft, its time told.
        anchor: the day of publication, where it is known.
        lexicon: the verbs that a calendar uses ("resume", "take place", "expire").
    """
    if d.stand.mode != "performed" or d.time is None:
        return
    if d.time.basis not in {"stated", "anchored"} or not d.time.text:
        return
    to_come = (
        anchor is not None and _TO_COME.search(d.time.text) and (d.time.start or "") > anchor.isoformat()
    )
    if to_come and d.type == "TALKS" and d.nominal:
        d.stand.set("intended", d.trigger)  # whatever the verb: "will chair a summit tomorrow"
    if d.type not in _SET_FOR or d.stand.mode != "performed":
        return
    verb = _verb(d)
    if verb is None or verb.lemma not in lexicon["verbs.scheduled"] or not _in_the_simple_present(d, verb):
        return
    ahead = anchor is not None and (d.time.start or "") > anchor.isoformat()
    named = d.time.precision == "day" and not _COME.search(d.time.text)
    if ahead or named:
        d.stand.set("intended", verb.i)
        if anchor is not None and not ahead:
            d.time = _next(d.time, anchor)


def set_announced(d: Draft) -> None:
    """ "The palace announced a pardon": an act of grace told as announced is not yet told as granted."""
    verb = d.sentence[d.sentence[d.trigger].head]
    told = d.nominal and d.type == "CLEMENCY" and d.stand.mode == "performed"
    if told and d.sentence[d.trigger].dep in {"dobj", "nsubjpass"} and verb.lemma in _ANNOUNCING:
        d.stand.mode = "announced"


def set_drafted(d: Draft, lexicon: Lexicon) -> None:
    """ "blocked a bill that lifted the ban": what a bill does is not done until it is passed or signed."""
    s = d.sentence
    noun = s[s[d.trigger].head]
    if s[d.trigger].dep != "relcl" or noun.lemma not in lexicon["nouns.bill"]:
        return
    verb = s[noun.head] if noun.dep in {"dobj", "nsubj", "nsubjpass"} else noun
    if verb.lemma in lexicon.modes["verbs"]["denied"]:
        d.stand.set("denied", verb.i)
    elif verb.lemma not in lexicon["verbs.voting"] | _MADE_LAW:
        d.stand.set("intended", verb.i)


def set_covered(drafts: list[Draft]) -> list[Draft]:
    """ "The amnesty covers 340 people, who are to be released on Friday": they are yet to be let go.

    What covers them is the same amnesty: it is told once.
    """
    out = list(drafts)
    for d in (d for d in drafts if d.rule == "clemency.covers" and d.stand.mode == "performed"):
        beside = [x for x in drafts if x is not d and x.sentence is d.sentence]
        own = d.sentence.kids(d.trigger, "nsubj")
        again = [x for x in beside if x.rule == "clemency.member" and x.names("group") == d.names("group")]
        noun = [*again, *(x for x in beside if x.nominal and any(x.trigger == k.i for k in own))]
        out = [x for x in out if all(x is not y for y in noun)]
        ahead = [x for x in beside if x.type in FREED and x.trigger > d.trigger]
        if ahead and all(x.stand.mode in {"intended", "promised"} for x in ahead):
            d.stand.set("intended", ahead[0].trigger)
    return out


def _next(time: Time, anchor: date) -> Time:
    """The next day of that name: "resume on 11 September" is no day of last year."""
    found = times(f"will be on {time.text}", anchor=anchor)
    return msgspec.structs.replace(found[0].time, text=time.text) if len(found) == 1 else time


def _in_the_simple_present(d: Draft, verb: Word) -> bool:
    """ "expire" beside a plural subject is at times tagged as the bare verb."""
    alone = d.sentence.kid(verb.i, "aux", "auxpass") is None
    bare = verb.tag == "VB" and verb.dep == "ROOT" and d.sentence.kid(verb.i, "nsubj") is not None
    return alone and (verb.tag in {"VBZ", "VBP"} or bare)


def _verb(d: Draft) -> Word | None:
    """The trigger, or the verb that its noun is the subject of: "the next round of talks takes place"."""
    for w in (d.sentence[d.trigger], *d.sentence.up(d.trigger)):
        if w.tag.startswith("V"):
            return w
        if w.dep not in {"nsubj", "pobj", "prep", "compound", "ROOT"}:
            return None
    return None
