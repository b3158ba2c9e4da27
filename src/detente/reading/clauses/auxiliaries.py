"""What stands right beside a verb: its auxiliaries, a bare imperative, a *yet*."""

from __future__ import annotations

from collections.abc import Set

from detente.reading.clauses.arguments import is_passive
from detente.reading.clauses.awaited import opened_by_should, shared
from detente.reading.clauses.stand import Stand
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import SUBJECTS, Sentence, Word


def yet(s: Sentence, head: Word, cur: Word) -> bool:
    """ "has yet to free": it is not done."""
    return any(k.low == "yet" for k in (*s.kids(head.i), *s.kids(cur.i)))


def auxiliaries(s: Sentence, v: int) -> set[str]:
    """The auxiliaries of a verb: its own, or those it shares with the verb it is joined to."""
    w, head = s[v], s[s[v].head]
    lows = {
        "would" if w.low == w.lemma and k.low in {"'d", "’d"} else k.low for k in s.kids(v, "aux", "auxpass")
    }
    if shared(s, v, lows):
        return lows | auxiliaries(s, head.i)
    if lows or w.dep != "conj" or not head.tag.startswith("V"):
        return lows
    gapped = is_passive(s, v) and s.kid(v, "nsubj", "nsubjpass") is not None
    return {k.low for k in s.kids(head.i, "aux")} if gapped or w.tag in {"VB", "VBN"} else lows


def called_upon(s: Sentence, v: int, calling: Set[str]) -> Word | None:
    """ "calls upon X to speak", "calls for X to be freed": the clause the model hangs on the preposition."""
    if s[v].lemma not in calling:
        return None
    for k in s.kids(v, "advcl"):
        marks = {x.low for x in s.kids(k.i, "mark")}
        own = s.kid(k.i, "nsubj", "nsubjpass")
        if (
            marks & {"for", "on", "upon"}
            and own is not None
            and any(x.low == "to" for x in s.kids(k.i, "aux"))
        ):
            return k
    return None


def participle(s: Sentence, v: int) -> bool:
    """ "the bans imposed end if …": it tells of its noun, and no condition of the main clause is its own."""
    return s[v].dep == "relcl" or (s[v].dep == "acl" and s[v].tag in {"VBN", "VBG"})


def told_past(s: Sentence, w: Word) -> bool:
    """Is it told as past: "freed", "was freed", "has freed"?"""
    helpers = s.kids(w.i, "aux", "auxpass")
    finite = bool(helpers) and all(k.tag in {"VBD", "VBN", "VBZ", "VBP"} for k in helpers)
    return w.tag == "VBD" or (finite and w.tag == "VBN")


def came_to_it(s: Sentence, cur: Word, head: Word, lexicon: Lexicon) -> bool:
    """ "Went on to free them", "went so far as to", "chose to", "lived to be freed": it was done.

    Not "went on strike to free them", "proceeded home to", "combined forces to"; "lives to free them", "chose
    to be freed later".

    Args:
        s: the sentence.
        cur: the infinitive.
        head: the verb above it.
        lexicon: word classes and the pattern ``in_no_time``.
    """
    if head.low == "far" and {"as"} <= {k.low for k in s.kids(cur.i, "mark")} and not s.kids(cur.i, "neg"):
        going = s[head.head]
        return going.lemma == "go" and s.kid(going.i, "neg", "aux") is None
    if head.lemma in lexicon["verbs.living_on"]:
        return told_past(s, head) and (is_passive(s, cur.i) or cur.lemma == "see")
    if head.lemma in lexicon["verbs.choosing"]:
        yet = head.tag != "VBD" and s.kid(cur.i, "dobj") is None  # who "have chosen to go" are still here
        if yet or is_passive(s, cur.i) or not told_past(s, head):
            return False
    to = next((k.i for k in s.kids(cur.i, "aux") if k.low == "to"), head.i)
    if head.lemma not in lexicon["verbs.going_on"] or head.tag == "VBG" or to < head.i:
        return False
    on = head.lemma != "go" or (s[head.i + 1].low == "on" and s[head.i + 2].dep != "pobj")
    near = lexicon.pattern("in_no_time").match(s.span_text(head.i + 1, to - 1))
    return on and near is not None and s.kid(head.i, "auxpass") is None


def beside_it(s: Sentence, v: int) -> bool:
    """Is it a clause of its own, with a subject, joined to the one before?"""
    return s[v].dep == "conj" and s.kid(v, *SUBJECTS) is not None


def bare(s: Sentence, w: Word) -> bool:
    """Has the verb neither auxiliary nor subject?"""
    return s.kid(w.i, "aux", "auxpass", "nsubj", "nsubjpass") is None


def opens(s: Sentence, v: int) -> bool:
    """Does the verb open the sentence or a quotation: an imperative?"""
    before = [w for w in s.words[:v] if w.tag not in {"``", "''", "UH", "RB", ":", ","}]
    return not before or s[v - 1].tag == "``"


def of_others(s: Sentence, cur: Word, head: Word, lemma: str) -> bool:
    """ "wants Y to free them", "wants them freed", "they need to be freed": who acts is not who wants."""
    if lemma == "need" and is_passive(s, cur.i):
        return True
    own = s.kid(cur.i, "nsubj", "nsubjpass") or s.kid(head.i, "dobj")
    return own is not None and head.i < own.i < cur.i


_FIRST = frozenset({"first", "last", "latest", "only", "second", "third", "next", "few"})


def still_to_be(s: Sentence, v: int) -> bool:
    """ "the five to be freed", "Five to be freed": it is not done yet; "the first to be freed" have been."""
    w, own = s[v], s.kid(v, "nsubjpass")
    if (
        w.dep not in {"acl", "ROOT", "ccomp"}
        or not is_passive(s, v)
        or all(k.low != "to" for k in s.kids(v, "aux"))
    ):
        return False
    if w.dep == "ccomp" and (own is None or own.i > w.head):
        return False  # "wants two to be freed" is what is asked
    who = w.head if w.dep == "acl" else own.i if own is not None else v
    near = [s[who], *s.kids(who), *(x for k in s.kids(who, "amod") for x in s.kids(k.i))]
    return all(k.low not in _FIRST and k.tag not in {"JJS", "RBS"} for k in near)


def gapped(s: Sentence, v: int) -> int | None:
    """ "204 are to be freed, 61 freed early": the verb whose *are to be* a bare number shares."""
    who = s.kid(v, "nsubj", "nsubjpass")
    if s[v].tag not in {"VBN", "VBD"} or who is None or who.tag != "CD" or s.kid(v, "aux", "auxpass", "dobj"):
        return None
    return next(
        (w.i for w in reversed(s.words[: who.i]) if w.lemma == s[v].lemma and s.kid(w.i, "aux", "auxpass")),
        None,
    )


def for_purpose(s: Sentence, w: Word) -> bool:
    """ "suspended the warrants so that talks may go on": what is meant to come of it."""
    return any(k.low == "that" and k.i > 0 and s[k.i - 1].low == "so" for k in s.kids(w.i, "mark"))


def turned(s: Sentence, w: Word) -> bool:
    """ "…, should they be held again": an *if* told by the order of the words, behind the main clause."""
    who = s.kid(w.i, "nsubj", "nsubjpass")
    aux = next((k for k in s.kids(w.i, "aux") if k.low == "should"), None)
    behind = w.dep in {"advcl", "conj"} and s[w.head].i < w.i
    return behind and who is not None and aux is not None and aux.i < who.i


def at_least(s: Sentence, i: int) -> bool:
    """ "no fewer than nine" denies nothing."""
    return s[i].low == "no" and i + 1 < len(s) and s[i + 1].low in {"fewer", "less", "more"}


def not_one(s: Sentence, i: int) -> bool:
    """ "not one of them", "not a single miner": and not "not all"."""
    return s[i].low == "not" and i + 1 < len(s) and s[i + 1].low in {"one", "a", "single"}


def determiners(s: Sentence, v: int) -> list[Word]:
    """Subjects and objects of a verb with the words that may deny them: "no miners", "neither X nor Y"."""
    out = []
    for k in s.kids(v, "nsubj", "nsubjpass", "dobj", "attr"):
        out.append(k)
        out += [x for x in s.kids(k.i, "det", "neg", "preconj") if not at_least(s, x.i)]
        out += [c for c in s.kids(k.i, "cc") if c.i < k.i]
    return out


def cleft(s: Sentence, v: int) -> bool:
    """ "That is the term the judge handed her": what the sentence tells stands in its relative clause."""
    noun = s[s[v].head]
    be = s[noun.head]
    points = any(k.low in {"that", "this", "these", "those", "it"} for k in s.kids(be.i, "nsubj"))
    return s[v].dep == "relcl" and noun.dep == "attr" and be.lemma == "be" and points


def counts(s: Sentence, i: int) -> bool:
    """Is it the "No." of a number, as in "prison No. 2"?"""
    after = [s[k].low for k in range(i + 1, min(i + 3, len(s)))]
    return any(word[:1].isdigit() for word in after) and after[:1] in (["."], [after[-1]])


def same_clause(s: Sentence, v: int) -> list[Word]:
    """The verbs above that share its clause."""
    out = []
    for u in s.up(v):
        if s[v].dep not in {"conj", "xcomp", "ccomp"}:
            break
        out.append(u)
        v = u.i
    return out


def inverted(s: Sentence, v: int, stand: Stand) -> None:
    """ "Should X be freed, …", "Had the ransom been paid, …": a condition without its *if*."""
    if any(turned(s, w) for w in (s[v], *same_clause(s, v))):
        stand.mode = "conditional"  # also where it says *not*: "should they not be freed"
        return
    if opened_by_should(s):
        stand.mode = "conditional"
        stand.condition = stand.condition or s.text[: s.text.index(",")]
        return
    first = s[0]
    if first.low == "were" and s[v].tag == "VBN" and v in s.subtree(0) and first.dep != "ROOT":
        if any(k.low == "to" for k in s.kids(v, "aux")):
            stand.mode = "conditional"  # "Were they to be freed, …"
        return
    if first.low not in {"should", "had", "were"} or first.head == 0 or first.dep not in {"aux", "auxpass"}:
        return
    opened = first.head
    if opened == v:
        stand.set("conditional", 0)
        stand.mode = "conditional"
    elif s[opened].dep in {"advcl", "ccomp"} and v in {s[opened].head, *s.conjuncts(s[opened].head)}:
        below = s.subtree(opened)
        stand.set("conditional", opened)
        stand.condition = stand.condition or s.span_text(below[0], below[-1])


def long_after(s: Sentence, w: Word) -> bool:
    """ "four years after police dragged her off": a length of time stands before *after*."""
    mark = next((k.i for k in s.kids(w.i, "mark") if k.low == "after"), None)
    before = s[mark - 1] if mark else None
    return before is not None and before.low in {"years", "months", "weeks", "decades", "year", "decade"}


def not_enacted(s: Sentence, verb: Word, lexicon: Lexicon) -> bool:
    """ "Failed to adopt", "did not sign", "may pass a resolution imposing an embargo"."""
    withheld = verb.dep == "xcomp" and s[verb.head].lemma in lexicon["lemmas.failing verbs.refuse"]
    return withheld or any(k.dep == "neg" or k.tag == "MD" for k in s.kids(verb.i))
