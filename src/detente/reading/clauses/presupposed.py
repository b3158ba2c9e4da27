"""What is said of a deed that took place: opposed, questioned, a hope fulfilled, not held up."""

from __future__ import annotations

from detente.reading.clauses.auxiliaries import told_past
from detente.reading.clauses.stand import Stand
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import Sentence, Word

_TAKING = frozenset({"DETAIN", "SENTENCE"})
_PRESENT = frozenset({"VBZ", "VBP"})


def own_day(s: Sentence, n: int, lexicon: Lexicon) -> bool:
    """ "The release on Monday", "the release, which came on Monday": has a deed a past day of its own?

    Args:
        s: the sentence.
        n: the noun that the deed is.
        lexicon: word classes and the pattern ``own_week``.
    """
    near = [k for k in s.kids(n, "prep", "npadvmod") if not s.kids(k.i, "pcomp")]
    on = [
        k
        for k in near
        if k.dep == "npadvmod" or any(p.lemma in lexicon["nouns.calendar"] for p in s.kids(k.i))
    ]
    if any(lexicon.pattern("own_week").search(s.span_text(k.i, max(s.subtree(k.i)))) for k in on):
        return True
    came = [s[i] for i in s.subtree(n) if s[i].dep == "relcl" and s[i].lemma in lexicon["verbs.happening"]]
    return any(told_past(s, w) and s.kid(w.i, "neg") is None for w in came)


def presupposes(s: Sentence, n: int, verb: Word, stand: Stand, lexicon: Lexicon) -> bool:
    """ "Objected to the arrest", "supported the release on Monday": does the verb judge what was done?

    Whoever objects to an arrest takes it for done; a release only where it has a day of its own. Told
    in the present it may be a rule that is objected to.

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
    if verb.lemma not in lexicon["verbs.taking_issue"]:
        return False
    if types & _TAKING and not told_past(s, verb):
        stand.set("hypothetical", verb.i)
    return bool(types & _TAKING) or own_day(s, n, lexicon)


def unhindered(s: Sentence, verb: Word, stand: Stand, lexicon: Lexicon) -> None:
    """ "Nobody opposed the release", "did not hold it up": it stays as told.

    What somebody will not oppose, or did not rule out, is still open.

    Args:
        s: the sentence.
        verb: the verb that is denied.
        stand: the stand of the deed, to be changed.
        lexicon: word classes.
    """
    lows = {k.low for k in s.kids(verb.i, "aux")}
    ahead = lows & (lexicon["closed.future closed.possible closed.must"] | {"do", "does"})
    if ahead or (verb.tag in _PRESENT and not lows) or verb.lemma not in lexicon["verbs.hindering"]:
        stand.set("hypothetical", verb.i)


def made_good(s: Sentence, n: int, said: Word, verb: Word, lexicon: Lexicon) -> bool:
    """ "Was the price they paid", "was a hope fulfilled": is it no more to be hoped or paid for?

    Args:
        s: the sentence.
        n: the noun that the deed is.
        said: what is said of it.
        verb: the copula.
        lexicon: word classes and the pattern ``own_week``.
    """
    if said.lemma not in lexicon["nouns.granted"] or verb.tag != "VBD":
        return False
    kept = [k for k in s.kids(said.i, "acl", "relcl") if k.lemma in lexicon["verbs.making_good"]]
    return own_day(s, n, lexicon) or any(told_past(s, k) or k.tag == "VBN" for k in kept)


def governs_no_more(s: Sentence, n: int, noun: Word, lexicon: Lexicon) -> bool:
    """ "The decision on the release was carried out", "the timing of the release on Monday".

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
    return noun.lemma in lexicon["nouns.timing"] and own_day(s, n, lexicon)


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
