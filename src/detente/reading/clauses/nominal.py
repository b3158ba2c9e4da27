"""Modes of events told as nouns: "the release of X is near", "do more for the release of X"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from detente.reading.clauses.arguments import is_passive
from detente.reading.clauses.auxiliaries import told_past
from detente.reading.clauses.false_reports import by_mistake
from detente.reading.clauses.presupposed import (
    dates_a_noun,
    governs_no_more,
    lifted,
    made_good,
    only_judged,
    own_day,
    presupposes,
    put_off,
    to_come,
    unhindered,
)
from detente.reading.clauses.stand import AIMED, BY_WEIGHT, Stand
from detente.reading.clauses.unfulfilled import died_first, of_noun, to_do
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import Sentence, Word
from detente.records import Mode

Tables = Mapping[str, Mapping[str, frozenset[str]]]
_WHOLE = frozenset({"the", "whole", "entire", "main", "very", "sole", "only", "first", "last", "next", "key"})
_IN_TURN = frozenset({"first", "second", "third", "last", "latest", "next", "only"})
_AT_ONCE = frozenset({"immediate", "unconditional"})
_INTO_ACCOUNT = re.compile(r"take\w* (?:\w+ ){0,9}?into (?:account|consideration)\b", re.I)
_TAKING = frozenset({"arrest", "capture", "detention", "apprehension", "conviction"})
_SOUGHT = re.compile(
    r"\b(?:(?:rewards?|bount(?:y|ies)) (?:[\w$€£.,-]+ ){0,7}?(?:for|on)"
    r"|information (?:leading|that leads) to) (?:(?:the|his|her|their) )?\w+$",
    re.I,
)
""" "A reward for the arrest", "information leading to their capture": whoever is sought is not taken yet."""
_COPULAS = frozenset({"be", "remain", "seem", "appear", "look", "prove", "stay"})


class OfVerb(Protocol):
    """What reads verbs."""

    def of_verb(self, s: Sentence, v: int) -> Stand:
        """The stand of a verb."""

    def phrasal(self, s: Sentence, v: Word) -> str:
        """The lemma with its particle."""

    def effect(self, s: Sentence, v: Word, prep: str = "") -> Mode | None:
        """What a verb says of its object, or of what its preposition carries."""


def nominal_stand(s: Sentence, n: int, lexicon: Lexicon, tables: Tables, verbs: OfVerb) -> Stand:
    """The stand of an event told as a noun, without its hedges.

    Args:
        s: the sentence.
        n: the noun.
        lexicon: word classes.
        tables: the tables of ``modes.toml``.
        verbs: reads the verb above it.
    """
    stand = Stand()
    for k in s.kids(n, "amod", "nmod", "compound", "det", "nummod"):
        for mode in ("hypothetical", "intended", "denied", "background"):
            if k.low == "conditional" and s[n].lemma in lexicon["nouns.freed_by"]:
                continue  # "a conditional release": on licence, not if something comes to pass
            if k.low in {"new", "additional", "further"} and s[n].lemma in lexicon["nouns.listing"]:
                continue  # "forty new designations": beside those made before
            if k.low in tables["modifiers"].get(mode, ()) and not (
                k.low in _AT_ONCE and _ordered(s, n, lexicon)
            ):
                stand.set(mode, k.i)
        if k.low == "no":
            stand.set("denied", k.i)
    to_come(s, n, lexicon, stand)
    if s[n].lemma in _TAKING and _SOUGHT.search(s.span_text(0, n)):
        return Stand("hypothetical")
    cur = s[n]
    for _ in range(8):
        if cur.head == cur.i or dates_a_noun(s, cur):
            break
        head = s[cur.head]
        if head.tag.startswith(("V", "MD")) and not (head.dep == "prep" and cur.dep == "pobj"):
            _under_verb(s, n, cur, head, stand, lexicon, tables, verbs)
            break
        if head.low == "contrary":
            stand.set("denied", head.i)
        if head.tag.startswith("JJ") and cur.dep == "prep":
            _take(tables["adjective_governors"], head.low, head.i, stand)  # "is optimistic about the release"
        if head.tag.startswith("NN"):
            of_noun(s, cur, head, lexicon, stand)
        if _long_ago(s, cur, head, lexicon):
            stand.set("background", head.i)
        below = head.tag.startswith("NN") and cur.dep in {"prep", "pobj", "compound"}
        if below and not governs_no_more(s, n, head, lexicon):
            over = Stand()
            _take_noun(s, tables, head, cur.low if cur.dep == "prep" else "", over)
            bar_lifted = over.mode == "denied" and lifted(s, head, lexicon)
            stand.set("hypothetical" if bar_lifted else over.mode, head.i)
        cur = head
    return _beside_a_denied_tie(s, n, lexicon) or stand if stand.mode == "denied" else stand


def _long_ago(s: Sentence, cur: Word, head: Word, lex: Lexicon) -> bool:
    """ "30 years since the release", "the anniversary of her release"."""
    if head.low == "since" and cur.dep == "pobj":
        over = s[head.head]
        near = (over, *s.kids(over.i, "dobj", "attr", "npadvmod", "nsubj"), *s.kids(head.i, "npadvmod"))
        return any(k.lemma in lex["nouns.span_of_time"] for k in near)
    return head.lemma in lex["nouns.anniversary"] and cur.low == "of"


def _never_began(s: Sentence, failing: Word, lex: Lexicon) -> bool:
    """ "The talks failed to start": not those that failed to bring a deal."""
    return any(k.lemma in lex["lemmas.getting_started"] for k in s.kids(failing.i, "xcomp"))


def _beside_a_denied_tie(s: Sentence, n: int, lexicon: Lexicon) -> Stand | None:
    """ "Denied any link between the licence and the release", "paid no ransom for the release": it was.

    What is denied is the tie, or the payment. With "did not free X in return for the lifting" it is open.
    """
    open_ = None
    cur = s[n]
    for head in s.up(n):
        if head.tag[:2] == "NN" and cur.dep == "prep" and head.lemma in lexicon["nouns.tie"]:
            return Stand()
        price = head.tag[:2] == "NN" and head.lemma in lexicon["nouns.price"] and cur.low == "for"
        paid = head.lemma in lexicon["verbs.rewarding"] and (cur.low == "for" or in_return(s, cur))
        if cur.dep == "prep" and (price or paid):
            return Stand()
        if in_return(s, cur):
            open_ = Stand("hypothetical")
        if head.tag[:1] == "V":
            break
        cur = head
    return open_


def _ordered(s: Sentence, n: int, lexicon: Lexicon) -> bool:
    """ "A judge ordered her immediate release": at once, and not merely one day."""
    above = s[s[n].head]
    return s[n].dep in {"dobj", "nsubjpass"} and above.lemma in lexicon["lemmas.releasing"]


def infinitive_of_noun(s: Sentence, cur: Word, head: Word, tables: Tables, stand: Stand) -> None:
    """ "it is time to lift them", "no grounds to ban it", "his intent to free them": not yet done.

    Args:
        s: the sentence.
        cur: the verb of the clause.
        head: the noun it hangs on, if it does.
        tables: the tables of ``modes.toml``.
        stand: that of the verb, to be changed.
    """
    verb = s[head.head]
    if not to_do(s, cur) or not head.tag.startswith("NN"):
        return
    none = any(k.low in {"no", "nor"} or k.dep == "neg" for k in (*s.kids(head.i, "det"), *s.kids(verb.i)))
    if none and s.kid(verb.i, "expl") is not None and head.lemma in tables["noun_governors"]["performed"]:
        stand.set("denied", head.i)  # "nor was there any directive to expel them"
    for mode in BY_WEIGHT:
        if head.lemma in tables["infinitive_governors"].get(mode, ()):
            stand.set("denied" if none else mode, head.i)
    turn = [k for k in s.words[s.np(head.i)[0] : head.i] if k.tag in {"JJS", "RBS"} or k.low in _IN_TURN]
    if cur.tag == "VBN" and is_passive(s, cur.i) and not turn:
        stand.set("intended", head.i)  # "the measures to be lifted"; not "the first to be lifted"


def _take(table: Mapping[str, frozenset[str]], word: str, at: int, stand: Stand) -> None:
    for mode in BY_WEIGHT:
        if word in table.get(mode, ()):
            stand.set(mode, at)


def _take_noun(s: Sentence, tables: Tables, noun: Word, prep: str, stand: Stand) -> None:
    """ "plans for the release", "a decision on the release": a noun, alone or with its preposition."""
    whole = f"{noun.lemma}-{prep}"
    known = any(whole in words for words in tables["noun_governors"].values())
    _take(tables["noun_governors"], whole if known else noun.lemma, noun.i, stand)


def _under_verb(
    s: Sentence, n: int, cur: Word, head: Word, stand: Stand, lex: Lexicon, tables: Tables, verbs: OfVerb
) -> None:
    lemma = verbs.phrasal(s, head)
    prep = cur.low if cur.dep in {"prep", "agent"} else ""
    direct = cur.dep in {"dobj", "nsubjpass", "conj", "attr"}
    inner = verbs.of_verb(s, head.i)
    mode = verbs.effect(s, head, prep) if prep or direct else None
    if mode is not None and presupposes(s, n, head, stand, lex):
        return
    mode = "intended" if mode == "denied" and direct and put_off(s, head, lex) else mode
    issue = direct and head.lemma in lex["verbs.taking_issue verbs.appealing"]
    idle = s[head.head].low == "nothing" and head.dep in {"acl", "relcl"}  # "did nothing to stop it"
    if (inner.mode == "denied" or idle) and (mode == "denied" or issue):
        unhindered(s, n, head, stand, lex)
        return
    if mode is not None:
        stand.set(mode, head.i)
    for k in s.kids(head.i, "dobj", "nsubjpass") if prep in AIMED else ():
        _take_noun(s, tables, k, prep, stand)  # "named a price for the release", "a deal was reached on it"
    instead = prep == "of" and cur.i > 0 and s[cur.i - 1].low == "instead"
    if (
        (prep == "without" and not _word_of_it(s, cur, lex))
        or instead
        or (
            cur.dep == "nsubj"
            and lemma in lex["lemmas.failing"]
            and (cur.lemma not in lex["nouns.held_though_failed"] or _never_began(s, head, lex))
        )
    ):
        stand.set("denied", head.i)
    if prep == "of" and any(k.low in {"nothing", "nobody", "none"} for k in s.kids(head.i, "nsubj", "dobj")):
        stand.set("denied", head.i)  # "nothing came of the release"
    _predicate(s, n, cur, head, stand, lex, tables)
    _of_its_subject(s, n, cur, head, stand, lex, tables)
    if cur.dep in {"nsubj", "nsubjpass"}:
        _of_what_it_is_to_do(s, head, stand, lex, verbs)
    nominal(s, cur, head, lex, tables, stand)
    if lemma == "take" and _INTO_ACCOUNT.search(s.span_text(head.i, len(s) - 1)):
        return  # "will take into account the release": it is presupposed
    if stand.mode == "agreed" and inner.mode == "denied" and lemma in tables["verbs"]["agreed"]:
        stand.mode = "performed"
        stand.set("denied", inner.governor)  # "failed to agree on the release"
    if prep == "before" and died_first(s, cur, head, lex):
        stand.set("intended", head.i)
    if prep == "before" and inner.mode != "performed":
        stand.set("intended", head.i)  # "before the release, talks must be held"
    carried = cur.dep in {"dobj", "nsubjpass", "nsubj", "conj", "attr"}
    carried = carried or prep in {"for", "towards", "toward"}
    carried = carried or (prep in {"in", "to", "with"} and lemma in lex["verbs.result"])
    carried = carried or cur.tag == "RBR" or in_return(s, cur) or (prep == "to" and lemma == "see")
    any_at_all = prep in AIMED and any(_indefinite(s, p) for p in s.kids(cur.i, "pobj"))
    carried = carried or (inner.mode == "denied" and any_at_all)  # "will not hear of a pardon"
    any_such = cur.dep == "dobj" and _indefinite(s, cur)
    any_such = any_such or (cur.lemma in lex["nouns.mercy"] and head.lemma != "confirm")
    unneeded = cur.dep == "nsubj" and lemma in lex["verbs.waiting_on"]  # "requires no comment"
    carried = carried and not (inner.mode == "denied" and (unneeded or cur.lemma in lex["nouns.detail"]))
    done_by_saying = any_such and head.lemma in lex["lemmas.pardoning"]  # "did not announce an amnesty"
    told = head.lemma in lex["verbs.report"] and not any_at_all
    carried = carried and not (inner.mode == "denied" and only_judged(s, n, head, lex))
    ahead = cur.dep == "dobj" and lemma == "announce" and inner.mode in {"promised", "intended"}
    if inner.mode != "performed" and carried and (done_by_saying or ahead or not told):
        stand.set(inner.mode, inner.governor)
        stand.condition = stand.condition or inner.condition


def _indefinite(s: Sentence, noun: Word) -> bool:
    return any(k.low in {"a", "an", "any"} for k in s.kids(noun.i, "det"))


def _word_of_it(s: Sentence, prep: Word, lex: Lexicon) -> bool:
    """ "Without details of their release": what lacks is the word, not the deed."""
    return any(k.lemma in lex["nouns.detail"] for k in s.kids(prep.i, "pobj"))


def _of_its_subject(
    s: Sentence, n: int, cur: Word, head: Word, stand: Stand, lex: Lexicon, tables: Tables
) -> None:
    """ "The release depends on a signature", "is nearing", "is out of the question", "is what they want"."""
    if cur.dep == "nsubj":
        past = own_day(s, n, lex) or s.kid(head.i, "dobj") is None
        _take(tables["verbs_below"], head.lemma, head.i, stand)
        if head.tag == "VBZ" and head.lemma in lex["verbs.waiting_on"] and not past:
            stand.set("hypothetical", head.i)  # "the release requires a signature"
        for k in s.kids(head.i, "prep") if head.lemma in {"be", "remain"} else ():
            if lex.pattern("shut_out").match(s.span_text(k.i, max(s.subtree(k.i)))):
                stand.set("denied", k.i)
        for k in s.kids(head.i, "ccomp") if head.lemma == "be" else ():
            if any(x.low == "what" for x in s.kids(k.i, "dobj")):
                _take(tables["verbs"], k.lemma, k.i, stand)


def _of_what_it_is_to_do(s: Sentence, head: Word, stand: Stand, lex: Lexicon, verbs: OfVerb) -> None:
    """ "The release is to take place", "was meant to follow", "ought to come": of its infinitive's stand.

    "Is to be welcomed" and "was meant to calm them" are said of one that took place.
    """
    for k in s.kids(head.i, "xcomp"):
        to = any(x.low == "to" for x in s.kids(k.i, "aux"))
        if head.lemma == "be" and to and k.lemma not in lex["verbs.judging"]:
            stand.set("intended", k.i)
        elif to and k.lemma in lex["verbs.happening"] and not is_passive(s, k.i):
            stand.take(verbs.of_verb(s, k.i))
            if head.tag == "VBN":
                stand.set("intended", head.i)  # "was supposed to follow"


def _predicate(
    s: Sentence, n: int, cur: Word, head: Word, stand: Stand, lex: Lexicon, tables: Tables
) -> None:
    """ "The release is near", "the aim is the release", "made the release a condition"."""
    if cur.dep in {"nsubj", "nsubjpass"}:
        below = s.kids(head.i, "xcomp")  # "proved to be a hoax", "was thought to be near"
        copulas = [w for w in (head, *below) if w.lemma in _COPULAS]
        for k in (k for w in copulas for k in s.kids(w.i, "acomp", "attr", "oprd", "prep", "advmod")):
            one_of = k.dep == "prep" or k.low in {"one", "among", "part"}
            within = [p for x in (k, *s.kids(k.i, "prep")) for p in s.kids(x.i, "pobj") if one_of]
            for x in (k, *within):
                begun = x.low == "off" and any(p.low == "to" for p in s.kids(x.i, "prep"))
                begun = begun or (x.lemma == "point" and not _talked_about(s, x))
                if not begun and not made_good(s, n, x, head, lex):  # "is off to a good start"
                    _take(tables["predicates"], x.lemma, x.i, stand)
    if head.lemma == "be" and cur.dep == "attr":
        for k in s.kids(head.i, "csubj"):
            _take(tables["verbs"], k.lemma, k.i, stand)  # "what they want is the release"
        for k in s.kids(head.i, "nsubj"):
            _take(tables["noun_governors"], k.lemma, k.i, stand)
            _take(tables["predicates"], k.lemma, k.i, stand)
    elif head.lemma in {"make", "set", "name", "state", "cite", "list", "lay", "put"}:
        as_what = (s[i] for j in (head.i, cur.i) for i in s.objects(j, {"as"}))  # "set it as a condition"
        for k in (*s.kids(head.i, "oprd", "ccomp", "dobj"), *s.kids(cur.i, "appos"), *as_what):
            _take(tables["predicates"], k.lemma, k.i, stand)


def _talked_about(s: Sentence, point: Word) -> bool:
    """ "Was the (whole) point of the talks", "the last on the agenda"; not "a point of honour"."""
    whole = all(k.low in _WHOLE for k in s.kids(point.i, "amod", "compound", "nummod", "det", "poss"))
    of = [o for k in s.kids(point.i, "prep") if k.low in {"of", "on"} for o in s.kids(k.i, "pobj", "pcomp")]
    named = [k for o in of for k in s.kids(o.i, "det", "poss")]
    return whole and (any(k.low != "no" for k in named) or any(o.tag == "VBG" for o in of))


def nominal(s: Sentence, cur: Word, verb: Word, lexicon: Lexicon, tables: Tables, stand: Stand) -> None:
    """What a verb says of a deed told as a noun: "stopped short of a pardon", "is a long way off".

    Args:
        s: the sentence.
        cur: the noun, or what carries it, right below the verb.
        verb: the verb.
        lexicon: word classes.
        tables: the tables of ``modes.toml``.
        stand: the stand of the deed, to be changed.
    """
    if cur.low == "short" and verb.lemma in {"stop", "fall"}:
        stand.set("denied", verb.i)
    yet = any(k.low == "yet" for k in s.kids(verb.i)) and verb.lemma in {"have", "be"}
    if yet and cur.dep == "nsubj" and s.kid(verb.i, "xcomp", "ccomp") is not None:
        stand.set("denied", verb.i)  # "has yet to happen"
    _unconfirmed(s, cur, verb, lexicon, stand)
    if cur.dep == "nsubjpass" and by_mistake(s, verb, lexicon):
        stand.set("denied", verb.i)
    away = [k.i for k in s.kids(verb.i, "advmod") if k.low in {"off", "away"}]
    if verb.lemma == "be" and cur.dep == "nsubj" and any(s.kid(i, "npadvmod", "advmod") for i in away):
        stand.set("hypothetical", verb.i)
    dated = cur.dep == "nsubjpass" and verb.lemma in lexicon["verbs.dating"]
    if dated and lexicon.pattern("for_a_day").match(s.span_text(verb.i + 1, len(s) - 1)):
        stand.set("intended", verb.i)
    _laid_down(s, cur, verb, lexicon, tables, stand)


def _unconfirmed(s: Sentence, cur: Word, verb: Word, lexicon: Lexicon, stand: Stand) -> None:
    """ "Nobody has confirmed the release", "has years to go before it", "is held until it"."""
    nobody = any(
        k.low in lexicon["closed.none"] or any(x.low == "no" for x in s.kids(k.i, "det"))
        for k in s.kids(verb.i, "nsubj")
    )
    never = any(k.dep == "neg" or k.low in lexicon["closed.negation"] for k in s.kids(verb.i))
    if verb.lemma in lexicon["lemmas.confirming"] and cur.dep in {"dobj", "nsubjpass"} and (nobody or never):
        stand.set("hypothetical", verb.i)
    times = lexicon["nouns.span_of_time nouns.moment"]
    counted = verb.lemma not in {"spend", "serve"} and any(k.lemma in times for k in s.kids(verb.i, "dobj"))
    if cur.low in {"until", "pending"} and (counted or not told_past(s, verb)):
        stand.set("intended", verb.i)  # "will be held until his release"
    ahead = verb.low == "go" and any(k.low == "to" for k in s.kids(verb.i, "aux"))
    if ahead and cur.low == "before":
        stand.set("intended", verb.i)


def in_return(s: Sentence, cur: Word) -> bool:
    """ "would free them in return for the lifting": what is taken stands as what is given.

    Args:
        s: the sentence.
        cur: what carries the deed, right below the verb.
    """
    return cur.low == "in" and any(k.low in {"return", "exchange"} for k in s.kids(cur.i, "pobj"))


def _laid_down(s: Sentence, cur: Word, verb: Word, lexicon: Lexicon, tables: Tables, stand: Stand) -> None:
    """ "The accord provides for the release", "the plan includes the release": it is written down."""
    provides = verb.lemma == "provide" and cur.low == "for"
    includes = verb.lemma in lexicon["verbs.laying_down"] and cur.dep == "dobj"
    if not provides and not (includes and verb.tag in {"VBZ", "VBP", "VB"}):
        return
    for k in s.kids(verb.i, "nsubj"):
        text = s[verb.head] if k.tag in {"WDT", "WP"} and verb.dep == "relcl" else k
        mode: Mode = "agreed" if text.lemma in tables["noun_governors"]["agreed"] else "intended"
        if mode == "agreed" or text.lemma in lexicon["nouns.laid_down_in"]:
            stand.set(mode, verb.i)
