"""Who did what to whom, by grammar: the subject, objects and complements of a trigger."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.reading.clauses.asked import asked_by_noun
from detente.reading.clauses.relatives import antecedent, counted_with, is_subject, of_the_speaker
from detente.reading.parsing.words import DAYS, NEVER_PASSIVE, ONE_AND_ALL, SUBJECTS, Sentence, Word

_FATES = frozenset({"fate", "lot", "destiny"})
OBJECT_CONTROL = frozenset({
    "allow", "urge", "ask", "permit", "force", "order", "enable", "want", "expect", "let", "help", "tell",
    "call", "get", "require", "demand", "press", "implore", "beg", "persuade", "convince", "request",
    "instruct", "authorise", "authorize", "lead", "see", "cause", "encourage", "invite", "advise", "exhort",
    "appeal", "plead", "push", "compel", "challenge", "dare",
})  # fmt: skip
"""Verbs whose object does what the infinitive says: a closed class of grammar, no lexicon of the subject."""
_CREDITING = frozenset({
    "thank", "praise", "commend", "applaud", "hail", "laud", "salute", "congratulate", "accuse", "blame",
    "condemn", "denounce", "criticise", "criticize", "castigate", "rebuke", "slam", "lambast", "lambaste",
    "blast", "berate", "censure", "assail", "chide", "fault", "reproach", "upbraid",
})  # fmt: skip
"""Verbs that hold a deed for or against their object: "thanked Oman for freeing them", "accused it of"."""

_SMALL_CLAUSE = frozenset({
    "let", "set", "see", "make", "leave", "have", "keep", "find", "hold", "allow", "permit", "enable",
})  # fmt: skip
"""Verbs whose object may stand as the subject of a small clause: "allowed ten men to go free"."""


_GIVEN_TO = frozenset({"give", "hand", "award", "deal", "deny", "refuse"})
"""Verbs that keep an object in the passive: what is given to whom they befall."""


_TAKEN_UP = frozenset({"those", "all", "both", "most", "each", "none"})
"""What takes a subject up again behind a comma."""


@dataclass(slots=True)
class Arguments:
    """Word indices of a trigger's arguments.

    ``agent`` and ``patient`` hold heads with their conjuncts; ``preps`` maps a preposition to the
    heads of its objects; ``after`` is the text of the clause behind the trigger.
    """

    trigger: int
    agent: list[int] = field(default_factory=list)
    patient: list[int] = field(default_factory=list)
    preps: dict[str, list[int]] = field(default_factory=dict)
    after: str = ""
    before: str = ""
    passive: bool = False
    used: set[int] = field(default_factory=set)
    end: int = 0  # last word of the clause
    shared: bool = False  # the subject stands in another clause


def is_verb(w: Word) -> bool:
    """Does this word stand as a verb (participles before a noun do not)?"""
    return w.tag.startswith("V") and w.dep not in {"amod", "compound", "nmod", "npadvmod", "pobj"}


def clause(s: Sentence, v: int, *, keep_ccomp: bool = True) -> list[int]:
    """Words of the clause of ``v``: its subtree without clauses that stand for themselves."""
    out, todo = [v], [v]
    while todo:
        for k in s.kids(todo.pop()):
            small = k.dep == "advcl" and k.tag.startswith("JJ")
            if (k.dep in {"advcl", "relcl", "parataxis"} and not small) or (
                k.dep == "conj" and k.tag.startswith("V")
            ):
                continue
            if k.dep == "ccomp" and (not keep_ccomp or k.i < v):
                continue
            out.append(k.i)
            todo.append(k.i)
    return sorted(out)


def arguments(s: Sentence, v: int) -> Arguments:
    """The arguments of the verb ``v``."""
    words = clause(s, v)
    a = Arguments(v, passive=is_passive(s, v))
    a.end = _clause_end(s, v, words)
    a.after = s.span_text(v + 1, a.end) if a.end > v else ""
    a.before = s.span_text(words[0], v - 1) if words[0] < v else ""
    subjects, a.shared = subject(s, v)
    objects = _objects(s, v)
    if a.passive:
        a.patient = subjects or objects
        a.agent = _by(s, v)
        if not a.agent and s[v].dep == "conj" and s.kid(v, "nsubjpass") is None and is_passive(s, s[v].head):
            a.agent = _by(s, s[v].head)
        if not subjects and objects and not a.agent:
            a.patient = objects
    else:
        a.agent, a.patient = subjects, objects
        if not a.patient:
            a.patient = _relative_object(s, v)
    _collect_preps(s, v, a)
    a.used = {v, *(k.i for k in s.kids(v, "prt", "neg", "aux", "auxpass"))}
    return a


def _clause_end(s: Sentence, v: int, words: list[int]) -> int:
    end = v
    inside = set(words)
    for i in range(v + 1, len(s)):
        if i in inside:
            end = i
        elif s[i].tag not in {",", ":", "''", "``", "-LRB-", "-RRB-"} and not (
            s[i].dep == "relcl" or _under_relcl(s, i)
        ):
            break
    return end


def _under_relcl(s: Sentence, i: int) -> bool:
    return any(w.dep == "relcl" for w in s.up(i)) or s[i].dep == "relcl"


def is_passive(s: Sentence, v: int) -> bool:
    """Passive by its own words, as a reduced relative, or shared with the verb it is joined to."""
    w = s[v]
    if s.kid(v, "nsubjpass", "auxpass", "csubjpass") is not None:
        return True
    if w.lemma in NEVER_PASSIVE and (w.dep == "conj" or s.kid(v, "nsubj") is not None):
        return False  # "were freed and headed home", "only five crossed"
    if w.tag == "VBN" and w.lemma in _GIVEN_TO and s.kid(v, "nsubj", "aux") is None:
        return w.dep == "acl" or (w.dep == "conj" and is_passive(s, w.head))  # "a poet given nine years"
    if w.tag not in {"VBN", "VBD", "VBP", "VB"} or s.kid(v, "dobj") is not None:
        return False
    if w.lemma == "let":
        aside = w.dep == "acl" and w.i > 0 and s[w.i - 1].tag == ","  # "nine women, let go in May"
        return s.kid(v, "ccomp") is None and (aside or bool(_by(s, v)))
    if w.tag in {"VBP", "VB"}:
        return False
    own = s.kid(v, "nsubj")
    if own is not None and (
        (w.dep == "acl" and w.tag == "VBD")
        or (w.dep == "relcl" and any(k.low in {"that", "which"} and k.i < own.i for k in s.kids(v)))
    ):
        return False  # "cards that the hostages swapped", "an amnesty that the emir signed"
    if w.dep == "acl" or (w.tag == "VBN" and s.kid(v, "aux") is None and w.dep != "conj"):
        return True
    if w.dep == "conj" and s.kid(v, *SUBJECTS, "aux") is None and s[w.head].tag.startswith("V"):
        return is_passive(s, w.head)
    return w.dep == "conj" and w.tag == "VBN" and s.kid(v, "aux") is None and is_passive(s, w.head)


def subject(s: Sentence, v: int) -> tuple[list[int], bool]:
    """Heads of the subject with their conjuncts; and whether it stands in another clause."""
    subjects = s.kids(v, "nsubj", "nsubjpass", "csubj")
    if subjects:
        aside = s.words[subjects[0].i + 1 : subjects[-1].i]
        counted = subjects[0].tag == "CD" and any(w.tag == "," for w in aside)
        taken_up = (
            subjects[-1].low in _TAKEN_UP and s[subjects[-1].i - 1].tag == ","
        )  # "six, those from Dorn, flew"
        told = subjects[0] if counted or taken_up else subjects[-1]  # "the last 18, Chadians to a man, left"
        return antecedent(s, told.i, v), False
    w = s[v]
    if w.dep == "acl":
        head = s[w.head]
        each = s[v - 1] if v else w
        if each.low in ONE_AND_ALL and each.dep == "appos" and w.tag in {"VBN", "VBD"}:
            names = s.conjuncts(each.head)  # "A and B, both jailed for life"
            return names[-2:] if each.low == "both" else names, False
        if w.tag == "VBG" and head.dep == "pobj" and s[head.head].low == "with":
            return s.conjuncts(head.i), False  # "met, with officials saying that nine were freed"
        if w.tag in {"VBN", "VBD"} or (w.tag == "VBG" and w.lemma in NEVER_PASSIVE):
            return counted_with(s, head), False  # "we met four men going home": they go
        if w.tag == "VB" and (doers := asked_by_noun(s, head, v)):
            return doers, True
        owner = s.kid(head.i, "poss") if w.tag == "VB" else None
        if owner is not None and owner.tag != "PRP$":  # "Varland's promise to free"
            return s.conjuncts(owner.i), True
        above = s.verb_of(head.i)
        above = None if above is not None and head.dep == "pobj" and is_passive(s, above) else above
        return (subject(s, above)[0], True) if above is not None and above != v else ([], True)
    if w.dep == "relcl":
        return ([w.head], False) if is_passive(s, v) or s.kid(v, "dobj") else ([], False)
    if w.dep == "ccomp" and any(k.low != "to" for k in s.kids(v, "aux", "auxpass")):
        return [], False
    if w.dep in {"xcomp", "ccomp"} and s[w.head].tag.startswith(("V", "JJ", "NN")):
        return _controlled(s, v)
    if w.dep == "conj" and s[w.head].tag.startswith(("V", "MD")):
        if w.tag == "VBG" and s[w.head].i < v and is_subject(s, v):
            return [], False  # "and jailing her again is cruel": the gerund is what is cruel
        return subject(s, w.head)[0], True
    if w.dep in {"advcl", "pcomp", "prep", "acomp", "parataxis", "dep"}:
        if w.dep == "pcomp" and s[s[w.head].head].lemma in _MISGIVINGS:
            return [], False  # "has concerns over freeing them": who has them frees nobody
        above = s.verb_of(v)
        if above is not None and _in_return(s, w) and s[above].lemma not in _GETTING:
            return [], False  # "freed them in exchange for lifting it": the other side lifts it
        if w.dep == "advcl" and w.tag == "VB" and (doers := _called_on(s, w)):
            return doers, True
        if above is not None and w.dep == "pcomp" and (doers := credited(s, v) or _kept_from(s, v)):
            return doers, True
        if above is not None and (speaker := of_the_speaker(s, w, s[above])):
            return speaker, True
        if above is not None and (w.tag != "VBD" or w.dep != "parataxis"):
            return _fate_of(s, above) or subject(s, above)[0], True
    return [], False


def credited(s: Sentence, v: int) -> list[int]:
    """ "thanked Oman for freeing them", "was accused of deporting them": whose deed that is."""
    prep = s[s[v].head]
    above = s[prep.head]
    if prep.low not in {"for", "of", "on", "over"} or above.lemma not in _CREDITING or prep.dep != "prep":
        return []
    passive = s.kid(above.i, "nsubjpass")
    return s.conjuncts(passive.i) if passive is not None else _objects(s, above.i)


def _kept_from(s: Sentence, v: int) -> list[int]:
    """ "stopped Oman from freeing them", "was barred from freeing them": whose deed it would be."""
    prep = s[s[v].head]
    above = s[prep.head]
    if prep.low != "from" or above.lemma not in _KEEPING:
        return []
    passive = s.kid(above.i, "nsubjpass")
    return s.conjuncts(passive.i) if passive is not None else _objects(s, above.i)


_KEEPING = frozenset({"stop", "prevent", "bar", "ban", "keep", "deter", "dissuade", "discourage", "restrain"})
_MISGIVINGS = frozenset({
    "concern", "doubt", "fear", "worry", "reservation", "misgiving", "question", "qualm", "unease",
    "objection", "opposition", "anger", "outrage", "debate", "discussion", "row", "dispute",
})  # fmt: skip
_GETTING = frozenset({"get", "receive", "gain", "obtain", "win", "secure", "take", "demand", "seek", "want"})


def _in_return(s: Sentence, w: Word) -> bool:
    up = s[w.head]
    return w.dep == "pcomp" and up.low == "for" and s[up.head].low in {"exchange", "return"}


def _fate_of(s: Sentence, v: int) -> list[int]:
    """ "Freed and deported: that was the *fate of* nine nuns": whom the clause before it befell."""
    points = any(k.low in {"that", "this", "such"} for k in s.kids(v, "nsubj"))
    fates = [k for k in s.kids(v, "attr") if k.low in _FATES] if points and s[v].lemma == "be" else []
    return [j for k in fates for j in s.objects(k.i, {"of"})]


def _controlled(s: Sentence, v: int) -> tuple[list[int], bool]:
    head = s[s[v].head]
    if head.lemma in OBJECT_CONTROL:
        objects = _objects(s, head.i)
        passive = s.kid(head.i, "nsubjpass")
        if passive is not None:
            return s.conjuncts(passive.i), True
        if objects:
            return objects, True
        on = _called_on(s, s[v])
        if on:
            return on, True
    if head.tag.startswith("V"):
        return subject(s, head.i)[0], True
    above = s.verb_of(head.i)
    own = s.kid(head.i, "nsubj")
    if own is not None:
        return s.conjuncts(own.i), True
    return (subject(s, above)[0], True) if above is not None else ([], True)


def _called_on(s: Sentence, w: Word) -> list[int]:
    """ "called on Chad to free them", "pleaded with the rebels to free them": they are to do it."""
    head = s[w.head]
    for asked in s.kids(head.i, "dobj"):
        if doers := asked_by_noun(s, asked, w.i):
            return doers
    if head.lemma not in OBJECT_CONTROL or s.kid(head.i, "dobj") is not None:
        return []
    preps = [k for k in s.kids(head.i, "prep") if k.low in {"on", "upon", "to", "with"} and k.i < w.i]
    return [p.i for k in preps for p in s.kids(k.i, "pobj")]


def _objects(s: Sentence, v: int) -> list[int]:
    own = s.kids(v, "dobj", "dative", "oprd")
    own = [k for k in own if k.dep != "oprd" or not s.kids(v, "dobj")]
    direct = [k for k in own if k.dep == "dobj"] or [k for k in own if k.tag != "IN"]
    if direct:
        found: list[int] = []
        for k in direct:
            relative = k.tag in {"WP", "WDT"} or (k.low == "that" and k.tag == "IN")
            found += antecedent(s, k.i, v) if relative else s.conjuncts(k.i)
        return found
    inner = s.kid(v, "ccomp", "xcomp")
    if inner is not None and s[v].lemma in _SMALL_CLAUSE:
        small = s.kid(inner.i, "nsubj", "nsubjpass")
        if small is not None:
            return s.conjuncts(small.i)
        of = [p.i for k in s.kids(inner.i, "prep") if k.low == "of" for p in s.kids(k.i, "pobj")]
        deep = [
            j
            for k in s.kids(inner.i, "dobj", "npadvmod", "attr")
            if k.tag.startswith("NN") and not (k.dep == "npadvmod" and k.ent in {"DATE", "TIME"})
            for j in s.conjuncts(k.i)
        ]
        if of or deep:
            return [j for i in of for j in s.conjuncts(i)] or deep
    counted = _behind_hedge(s, v)
    if counted:
        return counted
    for k in s.kids(v, "conj"):
        if k.tag.startswith("V") and s.kid(k.i, *SUBJECTS) is None and k.i > v and s[v].tag != "VBG":
            later = s.kids(k.i, "dobj")
            if later and later[0].i - v < 8:
                return [j for d in later for j in s.conjuncts(d.i)]
    return []


_HEDGES = frozenset({"over", "under", "about", "around", "above", "below"})


def _behind_hedge(s: Sentence, v: int) -> list[int]:
    """ "freed over 300 prisoners": the model takes the hedge of a number for a preposition."""
    for k in s.kids(v, "prep"):
        if k.i == v + 1 and k.low in _HEDGES and k.i + 1 < len(s) and s[k.i + 1].tag == "CD":
            return [j for p in s.kids(k.i, "pobj") for j in s.conjuncts(p.i)]
    return []


def _relative_object(s: Sentence, v: int) -> list[int]:
    """ "the 52 prisoners Varland freed": the head of a relative clause that lacks its object."""
    w = s[v]
    up: Word | None = w
    while up is not None and up.dep in {"xcomp", "conj", "ccomp"} and up.head != up.i:
        up = s[up.head]
    if up is not None and up.dep == "relcl":
        subjects = s.kids(up.i, "nsubj", "nsubjpass")
        if any(k.tag not in {"WP", "WDT"} for k in subjects):
            return [up.head]
    return []


def _by(s: Sentence, v: int) -> list[int]:
    places = [v, *(k.i for k in s.kids(v, "xcomp", "prt", "dobj", "oprd", "acomp", "advmod", "ccomp"))]
    for place in places:
        for k in s.kids(place, "agent", "prep"):
            if k.low == "by":
                for p in s.kids(k.i, "pobj"):
                    if p.tag != "VBG" and not _is_day(s, p):
                        bare = p.tag == "NN" and not s.kids(p.i, "det", "poss", "amod", "compound")
                        same = [j for j in s.conjuncts(p.i) if s.kid(j, "det") is None]
                        return same if bare else s.conjuncts(p.i)  # "by plane and the rebels by bus"
    return []


def _is_day(s: Sentence, w: Word) -> bool:
    """ "Was ordered to leave by 7 March": until then, and nobody."""
    return w.low in DAYS and s.kid(w.i, "compound") is None


_WAYS = frozenset({
    "home", "back", "there", "abroad", "over", "out", "away", "across", "aboard", "late", "early",
})  # fmt: skip


def _collect_preps(s: Sentence, v: int, a: Arguments) -> None:
    todo = [
        v,
        *(
            k.i
            for k in s.kids(v, "prt", "advmod", "xcomp", "ccomp", "acomp", "npadvmod", "oprd")
            if k.tag[:1] != "V" or k.lemma in {"go", "leave", "walk", "return", "come"}
        ),
        *_nearby(s, v, a),
    ]
    seen: set[int] = set()
    while todo:
        i = todo.pop(0)
        if i in seen:
            continue
        seen.add(i)
        for k in s.kids(i):
            counted = k.i - 1 > v + 1 and s[k.i - 1].tag == "CD" and s[k.i - 1].dep not in {"nummod", "pobj"}
            if k.dep == "prep" and counted:
                continue  # "went to Norway, nine to Finland": the place of another count
            if (k.dep in {"prep", "agent", "dative"} and k.tag in {"IN", "TO", "VBG", "RP"}) or (
                k.dep == "prep"
            ):
                for p in s.kids(k.i, "pobj", "pcomp"):
                    whom = antecedent(s, p.i, v) if p.tag in {"WP", "WDT"} else s.conjuncts(p.i)
                    a.preps.setdefault(k.low, []).extend(j for j in whom if j not in a.preps.get(k.low, []))
                    if not p.tag.startswith("V"):
                        todo.append(p.i)
                todo.append(k.i)
            elif k.dep in {"advmod", "npadvmod"} and k.low in _WAYS:
                todo.append(k.i)


def _nearby(s: Sentence, v: int, a: Arguments) -> list[int]:
    """Objects of the verb: the small model often hangs "to X" on them."""
    return [i for i in (a.patient if not a.passive else []) if i > v]
