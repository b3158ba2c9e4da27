"""What beside or above a deed says that it did not come to pass, or has not yet (CODEBOOK §3)."""

from __future__ import annotations

from collections.abc import Mapping, Set

from detente.reading.clauses.arguments import is_passive
from detente.reading.clauses.auxiliaries import bare, not_enacted, of_others, opens
from detente.reading.clauses.false_reports import by_mistake, deed_mistaken, false_report
from detente.reading.clauses.stand import Stand
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import SUBJECTS, Sentence, Word

Tables = Mapping[str, Mapping[str, frozenset[str]]]
_BEHIND = frozenset({"at", "on", "over", "about", "with", "from", "in"})
_TEMPORAL = frozenset({"when", "once", "after", "before", "until", "whenever"})
_HAVE_TIME = frozenset({"have", "get", "give", "need", "leave"})
_HAVING = frozenset({"have", "get", "receive", "await"})
_SMALL = frozenset({"see", "get", "have", "find"})


def beside(s: Sentence, v: int, lexicon: Lexicon, stand: Stand) -> None:
    """What the clause of a verb itself says: "were almost freed", "asked that they be freed".

    Args:
        s: the sentence.
        v: the verb.
        lexicon: word classes.
        stand: the stand of the verb, to be changed.
    """
    w, head = s[v], s[s[v].head]
    if any(k.low in lexicon["closed.nearly"] and _touches(s, k.i, v) for k in s.kids(v, "advmod")):
        stand.set("denied", v)
    if v > 1 and (s[v - 2].low, s[v - 1].low) == ("all", "but"):
        stand.set("denied", v)  # "had all but freed them"
    if w.dep == "conj" and any(k.low == "nor" and head.i < k.i < v for k in s.kids(head.i, "cc")):
        stand.set("denied", v)  # "neither heard them nor freed them"
    unsure = lexicon["verbs.uncertain verbs.assess lemmas.confirming verbs.proving"]
    subjects = [s[head.head]] if head.dep in {"acl", "relcl"} else s.kids(head.i, "nsubj")
    doubted = w.dep == "ccomp" and head.lemma in unsure
    who = [x for k in subjects for x in (k, *s.kids(k.i, "det", "advmod", "amod"))] if doubted else []
    if any(x.low in lexicon["closed.nobody closed.next_to_nobody"] for x in who):
        stand.set("hypothetical", head.i)  # "nobody believed that they had been freed"
    if _told_to(s, w):
        stand.set("demanded", v)
    if _subjunctive(s, w) and head.lemma not in lexicon["verbs.implicate"]:
        stand.set("demanded", head.i)
    _of_a_date(s, w, lexicon, stand)
    if w.dep == "relcl" and head.low == "time" and any(k.low == "that" for k in s.kids(v)):
        stand.set("demanded", head.i)  # "it is time that they were freed"
    thought = w.dep == "csubj" and w.tag == "VBG" and head.lemma in lexicon["verbs.pondering"]
    if thought and head.tag in {"VBZ", "VBP"}:
        stand.set("hypothetical", head.i)  # "freeing them is the only way out"


def fronted(s: Sentence, v: int, never: Set[str]) -> bool:
    """ "At no time were they freed", "Nor were they freed": what stands before the verb denies it.

    Args:
        s: the sentence.
        v: the verb.
        never: the nouns of "at no time", "in no way".
    """
    heads = [v, *(k.i for k in s.kids(v, "aux", "auxpass"))]
    who = s.kids(v, *SUBJECTS)
    noun = s[s[v].head]
    if s[v].dep == "relcl" and not heads[1:] and s[noun.head].lemma == "be" and noun.dep in SUBJECTS:
        heads, who = [v, noun.head], [noun]  # "Nor was the miner X freed", as the model ties it
    if not who or not any(i < who[0].i for i in heads[1:]):
        return False  # "in no time they were freed"
    before = [k for i in heads for k in s.kids(i, "prep", "cc") if k.i < v]
    if any(k.low == "nor" and k.i == 0 for k in before):
        return True
    nouns = [p for k in before for p in s.kids(k.i, "pobj") if p.lemma in never]
    return any(x.low == "no" for p in nouns for x in s.kids(p.i, "det"))


def _touches(s: Sentence, i: int, v: int) -> bool:
    """ "were almost freed", and not "freed almost all"."""
    return i < v and all(s[k].dep in {"aux", "auxpass", "advmod", "neg"} for k in range(i + 1, v))


def _told_to(s: Sentence, w: Word) -> bool:
    """ "I stay here, arrest me": a bare verb behind a comma, which shares nothing with the verb before it."""
    head = s[w.head]
    if w.tag != "VB" or w.dep not in {"conj", "ccomp", "parataxis"} or not 0 < w.i < len(s) - 1:
        return False
    joined = any(k.tag == "CC" or k.low == "to" for k in s.words[head.i : w.i])
    helped = any(k.tag == "MD" or k.lemma == "do" for k in s.kids(head.i, "aux"))
    alone = bare(s, w) and s[w.i - 1].tag in {",", ":"} and s[w.i + 1].low in {"me", "us"}
    return alone and head.i < w.i and head.tag != "VB" and not joined and not helped


def _subjunctive(s: Sentence, w: Word) -> bool:
    """ "recommended that they be freed": a bare *be* below *that*."""
    be = s.kid(w.i, "auxpass")
    bare = be is not None and be.low == "be" and s.kid(w.i, "aux") is None
    return bare and any(k.low == "that" for k in s.kids(w.i, "mark"))


def _of_a_date(s: Sentence, w: Word, lexicon: Lexicon, stand: Stand) -> None:
    """ "When she is freed, she wants to write", "the day they are freed, the bells will ring"."""
    head = s[w.head]
    moments = [head] if w.dep == "relcl" else s.kids(w.i, "npadvmod") if w.dep == "ccomp" else []
    day = any(k.lemma in lexicon["nouns.moment"] and k.dep == "npadvmod" and k.i < w.i for k in moments)
    head = s[head.head] if day and w.dep == "relcl" else head
    when = w.dep == "advcl" and any(k.low in _TEMPORAL for k in s.kids(w.i, "advmod", "mark"))
    waited = w.dep == "relcl" and head.lemma in lexicon["nouns.moment"]
    if waited and s.kids(w.i, "auxpass") and _still_ahead(s, w):
        stand.set("intended", head.i)  # "waits for the day he is freed"
    was = {k.low for k in s.kids(head.i, "aux", "auxpass")} & {"was", "were"} or head.tag == "VBD"
    are = {k.low for k in s.kids(w.i, "auxpass")} & {"is", "are"} and not s.kids(w.i, "aux")
    if when and was and are:
        stand.set("intended", head.i)  # "a fund was set up to feed them once they are freed"
    if (day or when) and _still_ahead(s, w) and _looks_ahead(s, head, lexicon):
        stand.set("intended", head.i)


def _still_ahead(s: Sentence, w: Word) -> bool:
    """Is it told in the present, or by a bare participle: "once freed"?"""
    helpers = s.kids(w.i, "aux", "auxpass")
    if not helpers:
        return w.tag in {"VBN", "VBZ", "VBP"}
    return all(k.low in {"is", "are", "has", "have", "been", "'s", "’s"} for k in helpers)


def _looks_ahead(s: Sentence, head: Word, lexicon: Lexicon) -> bool:
    lows = {k.low for k in s.kids(head.i, "aux")}
    if head.tag == "VB" and head.dep in {"advcl", "xcomp", "acl", "ccomp"}:
        return True  # "to help them find work once they are freed"
    wishes = lexicon["verbs.intend verbs.hope verbs.promise"]
    return bool(lows & lexicon["closed.future"]) or (head.lemma in wishes and head.tag in {"VBZ", "VBP"})


def never_came(s: Sentence, n: int, lexicon: Lexicon) -> bool:
    """ "The release was no surprise, but it never came"; not "it did not come as a surprise".

    Args:
        s: the sentence.
        n: the noun that the deed is.
        lexicon: word classes.
    """
    behind = s.kids(s[n].head, "conj") if s[n].dep in SUBJECTS else []
    its = [k for k in behind if any(x.low == "it" for x in s.kids(k.i, *SUBJECTS))]
    not_so = [k for k in its if any(x.dep == "neg" or x.low == "never" for x in s.kids(k.i))]
    bare = [k for k in not_so if not s.kids(k.i, "prep", "acomp", "xcomp", "advcl", "npadvmod")]
    return any(k.lemma in lexicon["verbs.happening"] for k in bare)


def died_first(s: Sentence, cur: Word, verb: Word, lexicon: Lexicon) -> bool:
    """ "Ada Orlu died days before her release": she never came out; "her mother died before her release".

    Args:
        s: the sentence.
        cur: what carries the release, right below the verb.
        verb: the verb.
        lexicon: word classes.
    """
    near = (cur, *s.kids(cur.i, "pobj"))
    owned = any(k.tag == "PRP$" for w in near for k in s.kids(w.i))
    who = s.kid(verb.i, "nsubj")
    if verb.lemma != "die" or not owned or who is None:
        return False
    return s.kid(who.i, "poss") is None or who.lemma in lexicon["nouns.held"]


def above(s: Sentence, cur: Word, head: Word, lexicon: Lexicon, stand: Stand) -> None:
    """What one step up says of a deed: "the order to free them was never carried out".

    Args:
        s: the sentence.
        cur: the word that the walk has come to.
        head: the word it hangs on.
        lexicon: word classes.
        stand: the stand of the deed, to be changed.
    """
    if cur.dep == "ccomp" and head.lemma == "be" and s.kid(cur.i, "mark") is not None:
        judged = {k.low for k in s.kids(head.i, "acomp")}  # not "it was wrong that he was jailed": he was
        if judged & lexicon["closed.untrue"]:
            stand.set("denied", head.i)  # "it is untrue that they were freed"
        elif judged & lexicon["closed.likely"]:
            stand.set("hypothetical", head.i)
    wanted = cur.dep == "acl" and cur.tag == "VBN" and head.dep == "dobj" and not s.kids(cur.i, "auxpass")
    if wanted and s[head.head].lemma in lexicon["verbs.want"] and s.kid(head.head, "ccomp", "oprd") is None:
        stand.set("demanded", head.head)  # "prosecutors want them jailed"
    asked = cur.dep == "acl" and head.dep == "pobj" and s[head.head].low == "for"
    if asked and s.kids(cur.i, "auxpass") and any(k.low == "to" for k in s.kids(cur.i, "aux")):
        verb = s[s[head.head].head]
        if verb.lemma in lexicon["verbs.demand verbs.calling"]:
            stand.set("demanded", verb.i)  # "asked for the curbs, in force since May, to be lifted"
    permits = cur.dep in {"ccomp", "xcomp"} and head.lemma in lexicon["verbs.permitting verbs.implicate"]
    permits = permits and head.tag == "VBZ" and of_others(s, cur, head, head.lemma)
    laws = lexicon["nouns.statute nouns.agreement"]
    if permits and any(k.lemma in laws for k in s.kids(head.i, "nsubj")):
        stand.set("hypothetical", head.i)  # "the law lets police detain them", "forces them to"
    if cur.dep == "advcl" and head.low == "soon" and _still_ahead(s, cur):
        stand.set("intended", head.i)  # "as soon as they are freed"
    if cur.dep == "ccomp" and head.low == "let" and head.tag == "VB" and cur.tag == "VB" and bids(s, head):
        stand.set("demanded", head.i)  # "Let Chad free them"
    if head.low == "contrary" and cur.low == "to":
        stand.set("denied", head.i)
    if head.low == "order" and s[head.head].low == "in" and cur.dep in {"acl", "relcl"}:
        stand.set("intended", head.i)  # "in order to secure their release"
    if cur.dep == "xcomp" and any(k.low == "too" for k in s.kids(head.i, "advmod")):
        stand.set("denied", head.i)  # "too early to lift them"
    how = cur.dep == "ccomp" and any(k.low == "how" for k in s.kids(cur.i, "advmod"))
    if how and head.lemma in lexicon["verbs.recalling"]:
        stand.set("background", head.i)  # "recalled how 20 sailors were interned"
    if head.lemma == "ought":
        stand.set("demanded", head.i)
    if told_of(s, cur.i) and not of_this_week(s, cur.i, lexicon):
        stand.set("background", head.i)  # an exhibition tells of what is long past
    if cur.low == "about" and cur.dep == "prep" and head.lemma in lexicon["verbs.musing"]:
        stand.set("hypothetical", head.i)  # "was asked about freeing them"
    if cur.low in _BEHIND and cur.dep == "prep" and s.kid(cur.i, "pcomp") is not None:
        _behind_preposition(s, head, lexicon, stand)
    if head.tag.startswith("NN"):
        of_noun(s, cur, head, lexicon, stand)
    told = cur.dep in {"xcomp", "oprd"} or (cur.dep == "ccomp" and not deed_mistaken(s, cur, lexicon))
    if told and by_mistake(s, head, lexicon):
        stand.set("denied", head.i)  # "was wrongly said to have been freed", "was reported freed in error"
    if cur.dep == "ccomp" and head.lemma in lexicon["verbs.report"]:
        subjects = [x for k in s.kids(head.i, "nsubj") for x in s.kids(k.i, "amod")]
        if any(x.low in lexicon["closed.unconfirmed"] for x in subjects):
            stand.set("hypothetical", head.i)
        if any(k.lemma in lexicon["nouns.hoax"] for k in s.kids(head.i, "nsubj")):
            stand.set("denied", head.i)


def told_of(s: Sentence, v: int) -> bool:
    """ "The exhibition tells of spies who were swapped", "tells of 1961, when nine were held".

    Args:
        s: the sentence.
        v: the verb of the deed.
    """
    w, head = s[v], s[s[v].head]
    if w.dep not in {"relcl", "acl", "advcl"}:
        return False
    if w.dep == "advcl" and not any(k.low == "when" for k in s.kids(v, "advmod")):
        return False
    verb = s[s[head.head].head] if head.dep == "pobj" and s[head.head].low == "of" else head
    of = any(k.low == "of" for k in s.kids(verb.i, "prep"))
    return of and verb.lemma == "tell" and verb.tag in {"VBZ", "VBP"}


def of_this_week(s: Sentence, v: int, lexicon: Lexicon) -> bool:
    """ "Who were freed on Monday": has the clause of a verb a day of the report's own week?"""
    below = s.subtree(v)
    return lexicon.pattern("own_week").search(s.span_text(below[0], below[-1])) is not None


def bids(s: Sentence, let: Word) -> bool:
    """Is it a wish, with nobody told to do it: "Let them go", "Give him back, let him come home"?"""
    alone = s.kid(let.i, "nsubj", "aux", "mark") is None
    beside = let.dep in {"conj", "ccomp", "dep"} and s[let.head].tag not in {"VBD", "VBZ"}
    return opens(s, let.i) or (alone and (let.dep == "ROOT" or beside))


def bidden(s: Sentence, w: Word) -> bool:
    """ "Free them", "says the same thing: free them", "Open the gates, free them all": is it an order?"""
    if s[w.i - 1].text == ":" and w.tag == "VB":
        return s.kid(w.i, "aux", "auxpass") is None
    if not bare(s, w):
        return False
    head = s[w.head]
    listed = w.dep in {"conj", "dep"} and head.i < w.i
    alone = w.tag == "VB" and (opens(s, w.i) or (w.low == "let" and bids(s, w)))
    behind = listed and s[head.i - 1].text == ":" and s.kid(head.i, "nsubj") is None
    return alone or behind or (listed and head.tag == "VB" and bidden(s, head))


def _behind_preposition(s: Sentence, head: Word, lexicon: Lexicon, stand: Stand) -> None:
    """ "No deal had been made with Chad on lifting them"."""
    for k in s.kids(head.i, "nsubjpass", "dobj"):
        if k.lemma in lexicon["nouns.agreement"] and head.tag[:1] == "V":
            none = [*s.kids(head.i, "neg"), *(x for x in s.kids(k.i, "det") if x.low == "no")]
            stand.set("denied" if none else "agreed", head.i)


def _has_them(s: Sentence, noun: Word, verb: Word) -> bool:
    """ "have orders to arrest", "under orders to arrest", "received instructions to arrest"."""
    under = noun.dep == "pobj" and verb.low in {"under", "with"}
    return under or (noun.dep == "dobj" and verb.lemma in _HAVING)


def of_noun(s: Sentence, cur: Word, noun: Word, lexicon: Lexicon, stand: Stand) -> None:
    """What a noun above says of a deed: "no decision on lifting them", "a bill to free them".

    Args:
        s: the sentence.
        cur: the word below the noun that the deed is, or that carries it.
        noun: the noun.
        lexicon: word classes.
        stand: the stand of the deed, to be changed.
    """
    verb = s[noun.head]
    if cur.tag == "VB" and noun.lemma in lexicon["nouns.orders"] and _has_them(s, noun, verb):
        stand.set("intended", noun.i)
    failed = any(k.tag == "VBD" and k.lemma in lexicon["lemmas.failing"] for k in s.kids(noun.i, "acl"))
    if false_report(s, noun, lexicon) or (to_do(s, cur) and failed):
        stand.set("denied", noun.i)
    if cur.low == "of" and noun.dep == "pobj" and verb.low == "within":
        stand.set("denied", verb.i)  # "came within an hour of being freed"
    if cur.low == "for" and noun.lemma in {"case", "warrant"}:
        stand.set("demanded", noun.i)  # "a warrant for his arrest", "the case for freeing them"
    to = to_do(s, cur)
    if to and noun.lemma in lexicon["nouns.span_of_time"] and verb.lemma in _HAVE_TIME:
        stand.set("hypothetical", noun.i)  # "has 30 days to sign it"
    told = to or (cur.dep == "acl" and cur.tag == "VBG") or cur.low in {"on", "for", "of"}
    enacted = lexicon["verbs.enacting"] | (lexicon["verbs.adopting"] if noun.lemma == "resolution" else set())
    done = verb.lemma in enacted and not not_enacted(s, verb, lexicon)
    if told and _only_drafted(s, noun, lexicon) and not done:
        stand.set("intended", noun.i)
        if verb.low == "against":
            stand.set("denied", verb.i)
    none = any(k.low == "no" for k in s.kids(noun.i, "det"))
    if none and noun.lemma in lexicon["nouns.truth"]:
        stand.set("denied", noun.i)  # "there is no truth in reports that they were freed"
    if none and noun.lemma in lexicon["nouns.evidence"]:
        stand.set("hypothetical", noun.i)  # "no confirmation that they were freed"
    if cur.low in {"of", "about"} and noun.low in lexicon["closed.none"]:
        stand.set("hypothetical", noun.i)  # "said nothing about pardoning them"
    if told and noun.lemma in lexicon["nouns.ruling"]:
        _ruling(s, noun, lexicon, stand)


def to_do(s: Sentence, cur: Word) -> bool:
    """ "an attempt to free them": does an infinitive hang on the noun?"""
    return cur.dep in {"acl", "relcl"} and any(k.low == "to" for k in s.kids(cur.i, "aux"))


def _only_drafted(s: Sentence, noun: Word, lexicon: Lexicon) -> bool:
    """ "a bill to lift them", "a draft decree pardoning them"."""
    return noun.lemma in lexicon["nouns.bill"] or any(
        k.low in {"draft", "proposed"} for k in s.kids(noun.i, "amod", "compound")
    )


def _ruling(s: Sentence, noun: Word, lexicon: Lexicon, stand: Stand) -> None:
    """ "no decision on lifting them", "the order to free them was never carried out"."""
    if any(k.low == "no" for k in s.kids(noun.i, "det")):
        stand.set("denied", noun.i)
    verb = s[noun.head]
    if noun.dep in {"nsubjpass", "dobj"} and verb.lemma in lexicon["verbs.disobeying"]:
        stand.set("denied", verb.i)  # "the order to free them was ignored"
    if noun.dep not in {"nsubj", "nsubjpass", "dobj"} or verb.lemma not in lexicon["verbs.taking_effect"]:
        return
    lows = {k.low for k in s.kids(verb.i, "aux")}
    if any(k.dep == "neg" or k.low in lexicon["closed.negation"] for k in s.kids(verb.i)):
        stand.set("denied", verb.i)
    elif lows & lexicon["closed.future closed.possible"]:
        stand.set("intended" if lows & lexicon["closed.future"] else "hypothetical", verb.i)


_NAMING = frozenset({"name", "identify", "mention", "list", "specify", "recognise", "recognize", "count"})
"""Verbs that tell who somebody is, not whether a deed befell them."""


def made_so(s: Sentence, v: int) -> int | None:
    """ "would see 40 miners freed", "get them freed": the verb whose small clause a participle is."""
    w, noun = s[v], s[s[v].head]
    if w.dep != "acl" or w.tag != "VBN" or s.kid(v, "aux", "auxpass", "mark") is not None:
        return None
    return noun.head if noun.dep == "dobj" and s[noun.head].lemma in _SMALL and noun.i < v else None


def being_done(s: Sentence, v: int) -> int | None:
    """ "no sign of the nine being freed": the noun of which the participle tells."""
    passive = any(k.low == "being" for k in s.kids(v, "auxpass", "aux"))
    noun = s[s[v].head]
    named = noun.dep == "dobj" and s[noun.head].lemma in _NAMING  # "did not name the men being freed"
    return noun.i if passive and s[v].dep == "acl" and not named else None


def enabled_by_law(s: Sentence, verb: Word, lexicon: Lexicon) -> bool:
    """ "The law allows judges to free them", "repealing it lets them": who may, and not that anybody does.

    "The guards let him go" and "a decree allowed 30 to leave" tell of a deed.
    """
    if verb.tag not in {"VBZ", "VBP", "VB"}:
        return False
    texts = lexicon["nouns.law"]
    return s.kid(verb.i, "csubj") is not None or any(k.lemma in texts for k in s.kids(verb.i, "nsubj"))


def lays_down(s: Sentence, verb: Word, lexicon: Lexicon) -> bool:
    """ "The deal included …", "a pact which involves …": is it a text that says what is to be done?"""
    found = [
        s[verb.head] if k.tag in {"WDT", "WP"} and verb.dep == "relcl" else k for k in s.kids(verb.i, "nsubj")
    ]
    return any(k.lemma in lexicon["nouns.agreement nouns.laid_down_in"] for k in found)


def in_passing(s: Sentence, cur: Word) -> bool:
    """ "in line to be freed": an infinitive of the passive; "only to be freed" tells of what came."""
    to = any(k.low == "to" for k in s.kids(cur.i, "aux"))
    only = any(k.low in {"only", "just"} for k in s.kids(cur.i, "advmod"))
    return to and is_passive(s, cur.i) and not only
