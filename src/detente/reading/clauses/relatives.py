"""Of whom a relative clause or a participle behind a noun tells: "the poets and editors who were held"."""

from __future__ import annotations

from detente.reading.parsing.words import PROPER, SUBJECTS, Sentence, Word, in_a_list

_CALLING = frozenset({"call", "describe", "add", "cite", "hail", "praise", "warn", "note", "stress", "say"})
"""Participles that go on with what a speaker says."""


_COUNTING = frozenset({"hundred", "thousand", "dozen", "score", "million", "handful"})


def antecedent(s: Sentence, i: int, v: int) -> list[int]:
    """Whom or what a word means in the clause of a verb: itself with those joined to it, or who *who* is.

    Args:
        s: the sentence.
        i: the word, a relative pronoun or not.
        v: the verb.
    """
    if s[i].tag in {"WP", "WDT", "WP$"} or (s[i].low in {"who", "that", "which"} and s[i].tag != "DT"):
        if s[v].dep == "csubj":
            return _is_it(s, s[v])
        up: Word | None = s[v]
        while up is not None and up.dep not in {"relcl", "acl"}:
            if up.dep not in {"conj", "xcomp", "ccomp", "advcl"} or up.head == up.i:
                return []
            up = s[up.head]
        return _all_who(s, up) if up is not None else []
    return s.conjuncts(i)


def _is_it(s: Sentence, clause: Word) -> list[int]:
    """ "What Varland gave up is *the poet Ada Orlu*": who or what is told to be it."""
    verb = s[clause.head]
    if verb.lemma != "be" or s.kid(verb.i, "neg") is not None or verb.i < clause.i:
        return []
    return [j for k in s.kids(verb.i, "attr", "nsubj") if k.i > verb.i for j in s.conjuncts(k.i)]


def _all_who(s: Sentence, clause: Word) -> list[int]:
    """The head of a relative clause; "X and Y, who *were* held": of joined names all, or the last alone.

    Where the verb does not tell how many there are, "X and Y, who had been held", it is said of Y at least.
    """
    top = s[clause.head]
    part = top.dep == "pobj" and s[top.head].low == "of" and s.kid(top.i, "nummod") is None
    counted = s[s[top.head].head] if part else top
    opens = min((k.i for k in s.kids(clause.i) if k.tag in {"WP", "WDT", "WP$"}), default=0)
    if counted.tag == "CD" and counted.low != "one" and s[opens - 1].tag == ",":
        return [counted.i]  # "nine of its sailors, whom they freed": the nine
    while top.dep == "conj" and top.head != top.i:
        top = s[top.head]
    names = [i for i in in_a_list(s, top.i) if i < opens or not opens]
    verbs = [clause, *s.kids(clause.i, "aux", "auxpass")]
    several = any(w.tag == "VBP" or w.low in {"were", "are", "have"} for w in verbs)
    joined = len(names) > 1 and clause.head in names and all(s[i].tag in PROPER for i in names)
    of = s[top.head]
    joined = joined and not (top.dep == "pobj" and s[of.head].tag == "NNS")  # "officials of X and Y, who …"
    if joined and not several and "," in {s[names[-1] + 1].tag, s[opens - 1].tag}:
        return names[-1:]
    who = any(k.low in {"who", "whom"} for k in s.kids(clause.i))
    if who and (called := _called_so(s, s[clause.head])) is not None:
        return [called.i]
    return names if several and joined else counted_with(s, s[clause.head])


def _called_so(s: Sentence, noun: Word) -> Word | None:
    """ "Ada Orlu is a poet who was held": told of the poet, it is told of her."""
    verb = s[noun.head]
    if noun.dep != "attr" or noun.tag != "NN" or verb.lemma != "be" or s.kid(noun.i, "det") is None:
        return None
    if s.kid(verb.i, "neg", "aux", "mark") is not None or any(k.low == "no" for k in s.kids(noun.i, "det")):
        return None
    names = [k for k in s.kids(verb.i, "nsubj") if k.tag in PROPER or k.low in {"he", "she"}]
    return names[0] if names else None


def counted_with(s: Sentence, w: Word) -> list[int]:
    """ "The 75 poets and *editors* jailed in May": with the noun before, which one number counts."""
    top, first = s[w.head], s.np(w.i)[0]
    many = s[top.head]
    if w.dep == "pobj" and top.low == "of" and many.lemma in _COUNTING and many.i == top.i - 1:
        return [many.i]  # "hundreds of prisoners released in May"
    bare = w.dep == "conj" and w.tag == "NNS" and not s.kids(w.i, "det", "nummod", "poss")
    counted = bare and top.tag == "NNS" and s.kid(top.i, "nummod") is not None and s[first - 1].low == "and"
    return [top.i, w.i] if counted else [w.i]


def of_the_speaker(s: Sentence, w: Word, above: Word) -> list[int]:
    """ "X reported that nine were freed, calling it a start": behind the comma it is X who calls it so."""
    if w.tag != "VBG" or w.lemma not in _CALLING or above.dep != "ccomp" or s[w.i - 1].tag != ",":
        return []
    return [j for k in s.kids(above.head, "nsubj") for j in s.conjuncts(k.i)] if above.head < w.i else []


def is_subject(s: Sentence, v: int) -> bool:
    """ "Sentencing her to two more years is cruel": does the gerund stand where a subject would?"""
    after = next((w for w in s.words[max(s.subtree(v)) + 1 :] if w.tag not in {",", "RB"}), None)
    return after is not None and after.lemma == "be" and s.kid(after.i, *SUBJECTS) is None
