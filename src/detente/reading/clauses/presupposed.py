"""What is said of a deed that took place, or has yet to: opposed, a hope fulfilled, set for Friday."""

from __future__ import annotations

from detente.reading.clauses.auxiliaries import told_past
from detente.reading.clauses.stand import Stand
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import SUBJECTS, Sentence, Word

_TAKING = frozenset({"DETAIN", "SENTENCE"})
_AFTER = frozenset({"after", "following", "since", "upon"})
_PRESENT = frozenset({"VBZ", "VBP"})
_AHEAD_OF_IT = frozenset({"announce", "report"})
_BUT_COPULA = frozenset({"be", "remain", "stay", "seem", "look"})


def own_day(s: Sentence, n: int, lexicon: Lexicon) -> bool:
    """ "The release on Monday", "the release, which came on Monday": has a deed a past day of its own?

    Args:
        s: the sentence.
        n: the noun that the deed is.
        lexicon: word classes and the pattern ``own_week``.
    """
    near = [k for k in s.kids(n, "prep", "npadvmod") if not s.kids(k.i, "pcomp")]
    on = [k for k in near if k.dep == "npadvmod" or _of_the_calendar(s, k, lexicon)]
    if any(lexicon.pattern("own_week").search(s.span_text(k.i, max(s.subtree(k.i)))) for k in on):
        return True
    came = [s[i] for i in s.subtree(n) if s[i].dep == "relcl" and s[i].lemma in lexicon["verbs.happening"]]
    return any(told_past(s, w) and s.kid(w.i, "neg") is None and _came_off(s, w, lexicon) for w in came)


def dates_a_noun(s: Sentence, prep: Word) -> bool:
    """ "The status of the pact *following* her release is unclear": the pact's, not the release's."""
    return prep.low in _AFTER and prep.dep == "prep" and s[prep.head].tag.startswith("NN")


def _of_the_calendar(s: Sentence, prep: Word, lexicon: Lexicon) -> bool:
    return any(p.lemma in lexicon["nouns.calendar"] for p in s.kids(prep.i, "pobj"))


def _came_off(s: Sentence, verb: Word, lexicon: Lexicon) -> bool:
    """ "Which came on Monday", "which took place", and not "which took years", "which came under fire"."""
    if verb.lemma == "take":
        return any(k.low == "place" for k in s.kids(verb.i))
    dated = any(_of_the_calendar(s, k, lexicon) for k in s.kids(verb.i, "prep"))
    return dated or all(k.dep not in {"prep", "prt", "acomp", "dobj", "xcomp"} for k in s.kids(verb.i))


def put_off(s: Sentence, verb: Word, lexicon: Lexicon) -> bool:
    """ "The lifting will be delayed by 180 days", "was postponed for a week": it is to come later.

    Args:
        s: the sentence.
        verb: the verb above the deed.
        lexicon: word classes.
    """
    by = [k for k in s.kids(verb.i, "prep", "agent") if k.low in {"by", "for"}]
    spans = (o.lemma in lexicon["nouns.span_of_time"] for k in by for o in s.kids(k.i, "pobj"))
    return verb.lemma in {"delay", "postpone", "defer"} and any(spans)


def to_come(s: Sentence, n: int, lexicon: Lexicon, stand: Stand) -> None:
    """ "The release of X, set for Friday", "the pardon, which awaits a signature", "which the court barred".

    Not of one that is then told to have come: "the release, set for Monday, took place on Tuesday". Arrests
    have no date ahead: "the arrest of the poet, expected next week at a fair", is of who was expected there.

    Args:
        s: the sentence.
        n: the noun that the deed is.
        lexicon: word classes and the pattern ``for_a_day``.
        stand: the stand of the deed, to be changed.
    """
    over = s[s[n].head]
    if s[n].dep in SUBJECTS and over.lemma in lexicon["verbs.happening"] and told_past(s, over):
        return
    below, dated = set(s.subtree(n)), not _taken(s, n, lexicon)
    for w in s.words[n + 1 :]:
        comma = s[w.i - 1].text == "," and w.i - 2 in below
        aside = comma or (w.i - 1 in below and (w.head == n or w.head not in below))
        if w.dep == "relcl" and w.i in below and _which_is(s, n, w, lexicon):
            _said_of_it(s, n, w, lexicon, stand)
            continue
        ahead = (dated and _dated_ahead(s, w, lexicon)) or _to_be_passed(s, w, lexicon)
        if aside and ahead and w.dep != "acomp":
            stand.set("intended", w.i)


def _taken(s: Sentence, n: int, lexicon: Lexicon) -> bool:
    """Is the deed an arrest?"""
    return any(rule.type == "DETAIN" for rule in lexicon.by_noun.get(s[n].lemma, ()))


def _confirmed(s: Sentence, n: int, lexicon: Lexicon) -> bool:
    """ "The arrest, which the ministry denied for a week, was confirmed": is it owned to after all?"""
    verb = s[s[n].head]
    done = verb.lemma in lexicon["lemmas.confirming"] - _AHEAD_OF_IT and told_past(s, verb)
    return done and s[n].dep in {"nsubjpass", "dobj"} and s.kid(verb.i, "neg") is None


def _dated_ahead(s: Sentence, w: Word, lexicon: Lexicon) -> bool:
    """ "Set for Friday", "due in May", "expected next week", with no auxiliary of its own."""
    after = s.span_text(w.i + 1, len(s) - 1) if w.i + 1 < len(s) else ""
    if s.kid(w.i, "aux", "auxpass", "nsubj", "nsubjpass") is not None:
        return False
    if w.low in {"due", "expected"}:
        return lexicon.pattern("day_ahead").match(after) is not None
    dated = w.tag == "VBN" and w.lemma in lexicon["verbs.dating"]
    return dated and lexicon.pattern("for_a_day").match(after) is not None


def _to_be_passed(s: Sentence, w: Word, lexicon: Lexicon) -> bool:
    """ "To be voted on", "still to be approved": is the deed left to those who decide on it?"""
    be = w.i + 1 + (w.low == "still")
    if w.low not in {"to", "still"} or be + 1 >= len(s) or s[be].low != "be":
        return False
    return s[be + 1].lemma in lexicon["verbs.adopting verbs.enacting verbs.deciding"]


def _which_is(s: Sentence, n: int, clause: Word, lexicon: Lexicon) -> bool:
    """Is a clause with *which* told of the deed, and not of the people or the thing named behind it?"""
    which = any(k.low == "which" for k in s.kids(clause.i))
    near = s[clause.head]
    if near.i == n or not which:
        return near.i == n
    between = near.dep == "pobj" and s[near.head].dep == "prep" and s[near.head].head == n
    who = near.tag in {"NNP", "NNPS", "CD"} or near.lemma in lexicon["nouns.human nouns.held"]
    passed = clause.lemma in lexicon["verbs.adopting verbs.enacting verbs.deciding"]
    one = near.tag == "NNS" and clause.tag == "VBZ"
    return between and (who or one or passed)  # "the easing of the curbs, which awaits …"


def _said_of_it(s: Sentence, n: int, w: Word, lexicon: Lexicon, stand: Stand) -> None:
    """What a clause with *which* says of a deed: it awaits something, it never came, a court barred it.

    An arrest that requires an inquiry took place, and so did one that nears a year or rests on a lie.
    """
    ahead = {k.low for k in s.kids(w.i, "aux")} & lexicon["closed.future closed.possible closed.must"]
    happens = w.lemma in lexicon["verbs.happening"]
    signed = w.lemma in lexicon["verbs.adopting verbs.enacting verbs.deciding"]
    barred = w.lemma in lexicon["verbs.barring"] and told_past(s, w)
    which = s.kid(w.i, "dobj", "nsubjpass")
    unsure = which is not None and w.lemma in lexicon["lemmas.confirming"] and not _confirmed(s, n, lexicon)
    taken = _taken(s, n, lexicon)
    below = {"await"} if taken else set().union(*lexicon.modes["verbs_below"].values())
    seen_to = taken and any(o.lemma in lexicon["nouns.looking_into"] for o in s.kids(w.i, "dobj"))
    waiting = w.lemma in lexicon["verbs.waiting_on"] | below and not seen_to
    if (w.tag in _PRESENT and waiting) or (ahead and (happens or signed)):
        stand.set("hypothetical", w.i)
    elif s.kid(w.i, "neg") is not None:
        stand.set("denied" if happens else "hypothetical" if unsure else stand.mode, w.i)
    elif w.lemma == "deny" and which is not None and which.low == "which" and not _confirmed(s, n, lexicon):
        stand.set("hypothetical", w.i)
    elif barred and which is not None and which.low == "which":
        stand.set("denied", w.i)


def presupposes(s: Sentence, n: int, verb: Word, stand: Stand, lexicon: Lexicon) -> bool:
    """ "Objected to the arrest", "supported the release on Monday": does the verb judge what was done?

    Whoever objects to an arrest takes it for done, and so is a release with a past day of its own. Whoever
    opposes or backs an arrest may do so before it. Told in the present it may be a rule that is objected to.

    Args:
        s: the sentence.
        n: the noun that the deed is.
        verb: the verb above it.
        stand: the stand of the deed, to be changed.
        lexicon: word classes, rules by noun and the pattern ``own_week``.
    """
    types = {rule.type for rule in lexicon.by_noun.get(s[n].lemma, ())}
    if "TALKS" in types and verb.lemma in lexicon["verbs.troubling"]:
        return True  # "complicated the talks"
    if types & _TAKING and verb.lemma == "rule" and s.kid(verb.i, "oprd", "acomp") is not None:
        return True  # "was ruled unlawful"
    if verb.lemma not in lexicon["verbs.taking_issue"]:
        return False
    told = told_past(s, verb) and s.kid(verb.i, "neg") is None
    if own_day(s, n, lexicon) and told:
        return True
    if types & _TAKING and (verb.lemma not in lexicon["verbs.looking_back"] or not told):
        stand.set("hypothetical", verb.i)
    return bool(types & _TAKING)


def only_judged(s: Sentence, n: int, verb: Word, lexicon: Lexicon) -> bool:
    """ "The arrest was no accident", "the release was not a surprise": what is denied is not the deed.

    Args:
        s: the sentence.
        n: the noun that the deed is.
        verb: the copula that is denied.
        lexicon: word classes and rules by noun.
    """
    said = any(k.lemma in lexicon["nouns.chance"] for k in s.kids(verb.i, "attr"))
    return verb.lemma == "be" and said and (_taken(s, n, lexicon) or told_past(s, verb))


def comes_after(s: Sentence, deed: Word, cur: Word) -> bool:
    """ "Leaving after being freed": does a verb stand behind what was done before it?

    Args:
        s: the sentence.
        deed: the verb of the deed.
        cur: the verb that may stand before *after*.
    """
    tie = s[deed.head]
    return deed.dep == "pcomp" and tie.low in {"after", "since", "following"} and tie.head == cur.i


def unhindered(s: Sentence, n: int, verb: Word, stand: Stand, lexicon: Lexicon) -> None:
    """ "Nobody opposed the release", "did not hold it up": it is open, save with a past day of its own.

    Args:
        s: the sentence.
        n: the noun that the deed is.
        verb: the verb that is denied.
        stand: the stand of the deed, to be changed.
        lexicon: word classes and the pattern ``own_week``.
    """
    once = verb.tag == "VBD" or any(k.low == "did" for k in s.kids(verb.i, "aux"))
    if not once or verb.lemma not in lexicon["verbs.hindering"] or not own_day(s, n, lexicon):
        stand.set("hypothetical", verb.i)


def made_good(s: Sentence, n: int, said: Word, verb: Word, lexicon: Lexicon) -> bool:
    """ "Was the price they paid", "is a hope fulfilled": is it no more to be hoped or paid for?

    Args:
        s: the sentence.
        n: the noun that the deed is.
        said: what is said of it.
        verb: the copula.
        lexicon: word classes and the pattern ``own_week``.
    """
    if said.lemma not in lexicon["nouns.granted"]:
        return False
    behind = s.kids(said.i, "acl", "relcl")
    good = [k for k in behind if k.lemma == "make" and s[min(k.i + 1, len(s) - 1)].low == "good"]
    kept = [*good, *(k for k in behind if k.lemma in lexicon["verbs.making_good"])]
    if any(s.kid(k.i, "neg", "aux") or (k not in good and s.kid(k.i, "acomp", "oprd")) for k in behind):
        return False  # "the price to be paid", "a wish never granted", "a hope kept alive"
    if verb.tag != "VBD":
        return any(k.dep == "acl" and k.tag == "VBN" for k in kept)  # "is a promise kept"
    return own_day(s, n, lexicon) or any(told_past(s, k) or k.tag == "VBN" for k in kept)


def governs_no_more(s: Sentence, n: int, noun: Word, lexicon: Lexicon) -> bool:
    """ "The decision on the release was carried out", "the timing of the release on Monday surprised them".

    Args:
        s: the sentence.
        n: the noun that the deed is.
        noun: the noun above it.
        lexicon: word classes and the pattern ``own_week``.
    """
    verb = s[noun.head]
    out = noun.dep == "nsubjpass" and verb.lemma in lexicon["verbs.carrying_out"] and told_past(s, verb)
    if out and s.kid(verb.i, "neg") is None:
        return True
    told = noun.dep in SUBJECTS and verb.tag == "VBD" and verb.lemma not in _BUT_COPULA
    return told and noun.lemma in lexicon["nouns.timing"] and own_day(s, n, lexicon)


def lifted(s: Sentence, bar: Word, lexicon: Lexicon) -> bool:
    """ "The ban on the release was lifted": is what stood in its way gone?

    Args:
        s: the sentence.
        bar: the noun of what stood in its way.
        lexicon: rules by verb.
    """
    verb = s[bar.head]
    eases = any(rule.type == "SANCTION_EASE" for rule in lexicon.by_verb.get(verb.lemma, ()))
    return bar.dep in {"dobj", "nsubjpass"} and eases
