"""More clauses that the small model ties wrongly: orders in the present, times, asides, names in pieces."""

from __future__ import annotations

from detente.reading.parsing.mended import attach, own, swap_heads
from detente.reading.parsing.mends import Row
from detente.reading.parsing.words import ONE_AND_ALL, PROPER, SUBJECTS, WEEKDAYS, Word, hangs_on

_SPANS = frozenset(
    {
        "hour",
        "morning",
        "afternoon",
        "evening",
        "night",
        "day",
        "week",
        "month",
        "spring",
        "summer",
        "autumn",
        "winter",
        "year",
    }
)
_ABOVE = frozenset({"ccomp", "csubj", "parataxis", "advcl"})
_BEHIND = frozenset({"conj", "ccomp", "dep"})
_JOINED = frozenset({"cc", "conj", "compound", "det", "amod", "nummod"})
_TIMES = frozenset({"before", "after", "by", "until", "since", "during"})
_CLAUSE_TIMES = frozenset({"before", "after", "until", "since"})
_TELLING = frozenset({"order", "urge", "force", "ask", "allow"})


def _orders_somebody(words: list[Word], w: Word) -> None:
    """ "The court orders police to free them": what the model takes for a noun before a noun is the verb."""
    whom = words[w.head]
    verb = words[whom.head]
    if w.dep != "compound" or w.tag not in {"VBZ", "NNS"} or whom.i != w.i + 1 or not w.low.endswith("s"):
        return
    if w.lemma not in _TELLING or whom.dep != "nsubj" or verb.tag != "VB":
        return
    if not any(k.head == verb.i and k.low == "to" and k.dep == "aux" for k in words):
        return
    named = [k for k in words[: w.i] if k.head in {whom.i, w.i} and k.tag[:2] in {"NN", "PR"}]
    if not named:
        return
    subject = named[-1]
    w.tag = "VBZ"
    w.head, w.dep = (w.i if verb.head == verb.i else verb.head), verb.dep
    for k in words[: w.i]:
        if k.head in {whom.i, w.i} and k.i != subject.i:
            k.head = subject.i
    subject.head, subject.dep = w.i, "nsubj"
    whom.head, whom.dep = w.i, "dobj"
    verb.head, verb.dep = w.i, "xcomp"


def _orders_the_guards(words: list[Word], w: Word) -> None:
    """ "The court orders the guards to free them": no kind of orders, but who orders whom to do what."""
    if w.tag not in {"NNS", "VBZ"} or w.lemma not in _TELLING or not w.low.endswith("s"):
        return
    who = next((k for k in words[: w.i] if k.head == w.i and k.dep == "compound" and k.i == w.i - 1), None)
    whom = next((k for k in words[w.i :] if k.head == w.i and k.dep in {"appos", "dobj"}), None)
    if who is None or whom is None or whom.tag[:2] != "NN":
        return
    told = (k for k in words[whom.i :] if k.head in {w.i, whom.i} and k.tag == "VB")
    verb = next((k for k in told if any(t.head == k.i and t.low == "to" for t in words[whom.i : k.i])), None)
    if verb is None:
        return
    w.tag = "VBZ"
    for k in words[: w.i]:
        if k.head == w.i and k.i != who.i:
            k.head = who.i
    who.head, who.dep = w.i, "nsubj"
    whom.head, whom.dep = w.i, "dobj"
    verb.head, verb.dep = w.i, "xcomp"


def _instructed_to(words: list[Word], w: Word) -> None:
    """ "The court instructs the guards to free them": what they are to do, and not what for it instructs."""
    up = words[w.head]
    if w.dep != "advcl" or w.tag != "VB" or up.lemma not in {"instruct", "order", "command", "tell"}:
        return
    to = next((k for k in words if k.head == w.i and k.low == "to" and k.dep == "aux"), None)
    whom = next((k for k in words if k.head == up.i and k.dep == "dobj"), None)
    if to is not None and whom is not None and up.i < whom.i == to.i - 1:
        w.dep = "xcomp"


def _time_before_is(words: list[Word], w: Word) -> None:
    """ "An amnesty before Easter is not planned": the feast is when, and the noun before it the subject."""
    noun = words[w.head]
    mark = next((k for k in words if k.head == w.i and k.dep == "mark" and k.low in _TIMES), None)
    if w.dep != "advcl" or noun.tag not in {"NN", "NNS"} or noun.i > w.i or mark is None:
        return
    when = next((k for k in words if k.head == w.i and k.dep in SUBJECTS), None)
    if when is None or when.tag != "NNP" or when.i != mark.i + 1 or mark.i < noun.i:
        return
    if noun.dep in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return
    above, dep = noun.head, noun.dep
    w.head, w.dep = (w.i if above == noun.i else above), "ROOT" if above == noun.i else "ccomp"
    if dep == "ROOT":
        w.dep = "ROOT"
    mark.head, mark.dep = noun.i, "prep"
    when.head, when.dep = mark.i, "pobj"
    attach(words, noun.i, w.i, "nsubjpass" if own(words, w.i, frozenset({"auxpass"})) else "nsubj")


def _clause_behind_after(words: list[Word], w: Word) -> None:
    """ "announced after 19 prisoners left the camp": who left, and no noun of the preposition."""
    who = words[w.i - 1]
    prep = words[who.head]
    if w.tag not in {"VBD", "VBZ", "VBP"} or w.i < 2 or who.dep != "pobj":
        return
    if prep.low not in _CLAUSE_TIMES:
        return
    if w.low.endswith("ed") and not own(words, w.i, frozenset({"dobj"})):
        return  # "after the miners freed in May had left"
    if prep.head == w.head and prep.i < who.i and not own(words, w.i, SUBJECTS | {"mark"}):
        prep.head, prep.dep = w.i, "mark"
        passive = own(words, w.i, frozenset({"auxpass"}))
        attach(words, who.i, w.i, "nsubjpass" if passive else "nsubj")


def _time_no_object(words: list[Word], w: Word) -> None:
    """ "arrested on Friday and released the same evening": when it was, and nothing that was released."""
    if w.dep != "dobj" or w.lemma not in _SPANS:
        return
    kids = [k for k in words if k.head == w.i and k.i < w.i]
    if not any(k.low in {"same", "next", "following"} for k in kids) and not any(
        k.low == "that" for k in kids
    ):
        return
    w.dep = "npadvmod"
    verb = words[w.head]
    first = words[verb.head]
    if verb.tag == "VBD" and verb.dep == "conj" and first.tag == "VBN" and not own(words, verb.i, SUBJECTS):
        verb.tag = "VBN"


def _of_behind_bail(words: list[Word], w: Word) -> None:
    """ "the freeing on parole of six bakers": the *of* belongs to the noun before the bail."""
    head = words[w.head]
    if w.low != "of" or head.low not in {"bail", "parole", "licence"} or head.dep != "pobj":
        return
    noun = words[words[head.head].head]
    if noun.tag in {"NN", "NNS"} and noun.i < head.i:
        attach(words, w.i, noun.i, "prep")


def _verb_behind_plural(words: list[Word], w: Word) -> None:
    """ "Two of them benefit from the pardon": what has a plural subject and no article is the verb."""
    if w.dep != "ROOT" or w.tag != "NN" or own(words, w.i, frozenset({"det", "amod", "compound", "poss"})):
        return
    if any(k.head == w.i and k.dep == "nsubj" and k.tag in {"NNS", "NNPS"} for k in words):
        w.tag = "VBP"


def _names_behind_people(words: list[Word], w: Word) -> None:
    """ "to remove two persons, Ada Orlu and Bo Lind, from the annex": the names say who the persons are."""
    verb = words[w.head]
    first = min([w.i, *(k.i for k in words if k.head == w.i and k.i < w.i and k.dep == "compound")])
    if w.dep not in {"npadvmod", "dep"} or w.tag != "NNP" or first < 2 or words[first - 1].tag != ",":
        return
    noun = words[first - 2]
    if noun.tag != "NNS" or noun.dep != "dobj" or not verb.tag.startswith("V") or w.ent != "PERSON":
        return
    attach(words, w.i, noun.i, "appos")
    for k in words[w.i + 1 :]:
        if k.dep == "prep" and words[k.i - 1].tag == "," and words[k.head].tag == "NNP":
            attach(words, k.i, noun.head, "prep")


def _hyphen_in_name(words: list[Word], w: Word) -> None:
    """ "Astou Sarr-Diagne", cut in three: the last piece is the name, the first belongs to it."""
    if w.text != "-" or w.tag not in {*PROPER, "HYPH"} or w.i < 1 or w.i + 1 >= len(words):
        return
    left, right = words[w.i - 1], words[w.i + 1]
    if left.tag not in PROPER or right.tag not in PROPER or left.end != w.start or w.end != right.start:
        return
    w.tag = "HYPH"
    above, dep = left.head, left.dep
    if left.dep == "compound" or hangs_on(words, above, {w.i, right.i}):
        return
    right.head, right.dep = (right.i if above == left.i else above), dep
    for k in words:
        if k.head == left.i and k.i not in {left.i, right.i}:
            k.head = right.i
    left.head, left.dep, w.head, w.dep = right.i, "compound", right.i, "punct"


def _name_in_a_row(words: list[Word], w: Word) -> None:
    """ "Cheikh Ould Bounena": pieces of a name with no comma between them are one name."""
    head = words[w.head]
    if w.dep != "appos" or w.tag not in PROPER or head.tag not in PROPER or head.i >= w.i:
        return
    between = words[head.i + 1 : w.i]
    if any(k.head != w.i or k.dep != "compound" for k in between) or "GPE" in {head.ent, w.ent}:
        return
    root = head.head == head.i
    w.head, w.dep = (w.i if root else head.head), head.dep
    for k in words:
        if k.head == head.i and k.i not in {head.i, w.i}:
            k.head = w.i
    head.head, head.dep = w.i, "compound"


def _aside_with_participle(words: list[Word], w: Word) -> None:
    """ "Ada Lind, seized with her in May, stays behind": between the commas stands who he is."""
    if w.tag not in {"VBN", "VBD"} or own(words, w.i, frozenset({"aux", "auxpass"})):
        return
    subject = next((k for k in words[: w.i] if k.head == w.i and k.dep in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.tag[:2] not in {"NN", "CD"}:
        return
    comma = w.i - 1
    while words[comma].tag == "RB" or words[comma].low in ONE_AND_ALL:
        comma -= 1
    every = comma < w.i - 1 and words[w.i - 1].low in ONE_AND_ALL
    joined = all(
        k.dep in _JOINED or (every and k.tag == ",") or k.low == "of" or words[k.head].low == "of"
        for k in words[subject.i + 1 : comma]
    )
    if comma <= subject.i or words[comma].tag != "," or not joined:
        return
    first = not any(k.tag == "," for k in words[: subject.i])  # no aside before it ends here
    if not first and own(words, w.i, frozenset({"dobj", "cc"})):
        return
    main = next(
        (k for k in words[w.i + 1 :] if k.head == w.i and k.dep in _BEHIND and _resumes(words, w, k, first)),
        None,
    )
    if main is None and w.dep in _ABOVE and w.head > w.i and _resumes(words, w, words[w.head], first):
        main = words[w.head]
    if main is None:
        _of_no_sentence(words, w, subject, first)
        return
    for k in words[: subject.i]:
        if k.head == w.i and k.i != w.i:
            k.head = main.i
    if main.head == w.i:
        swap_heads(words, w, subject, main)
    else:
        subject.head = main.i
        subject.dep = "nsubjpass" if own(words, main.i, frozenset({"auxpass"})) else "nsubj"
        w.head, w.dep, w.tag = subject.i, "acl", "VBN"
    if every:  # "A and B, both jailed in May, were freed"
        words[w.i - 1].head, words[w.i - 1].dep, w.head = subject.i, "appos", w.i - 1


def _resumes(words: list[Word], w: Word, main: Word, first: bool) -> bool:
    """Does the sentence go on with this verb behind the comma that ends the aside?"""
    if not main.tag.startswith("V") or own(words, main.i, SUBJECTS):
        return False
    helps = [k.i for k in words if k.head == main.i and k.dep in {"aux", "auxpass"} and k.i < main.i]
    if not helps and not (first and main.tag in {"VBZ", "VBP", "VBD"}):
        return False
    opens = helps[0] if helps else main.i
    return words[opens - 1].tag == "," and opens - 1 > w.i


def _of_no_sentence(words: list[Word], w: Word, subject: Word, first: bool) -> None:
    """ "Ada Lind, picked up in May that year.": a line of a list, with no verb of its own."""
    if w.head != w.i or not first or any(k.tag in {"VBZ", "VBP", "MD"} for k in words):
        return
    if any(k.tag == "VBD" and k.i != w.i and k.dep not in {"relcl", "advcl"} for k in words):
        return
    subject.head, subject.dep, w.head, w.dep, w.tag = subject.i, "ROOT", subject.i, "acl", "VBN"


def _subject_behind_place(words: list[Word], w: Word) -> None:
    """ "In a valley of Dorn, the Front has let go ten men": who acts stands behind the comma."""
    place = words[w.head]
    first = min(k.i for k in words if k.i == w.i or (k.head == w.i and k.i < w.i))
    if w.dep != "appos" or place.dep != "pobj" or place.i > w.i or words[first - 1].tag != ",":
        return
    behind = [k for k in words if k.i > w.i and k.head != w.i and words[k.head].head != w.i]
    verb = behind[0] if behind else None
    while verb is not None and verb.dep in {"aux", "auxpass", "neg"} and verb.head > verb.i:
        verb = words[verb.head]
    if verb is None or not verb.tag.startswith("V") or own(words, verb.i, SUBJECTS):
        return
    prep = words[place.head]
    while prep.dep == "prep" and words[prep.head].dep == "pobj" and prep.head < prep.i:
        prep = words[words[prep.head].head]
    if prep.dep == "prep" and (prep.i == 0 or words[prep.i - 1].tag in {",", "CC"}) and prep.i < first:
        passive = own(words, verb.i, frozenset({"auxpass"}))
        attach(words, w.i, verb.i, "nsubjpass" if passive else "nsubj")
        attach(words, prep.i, verb.i, "prep")


_OF_A_DAY = frozenset({"morning", "afternoon", "evening", "night"})


def _day_before_subject(words: list[Word], w: Word) -> None:
    """ "On Friday rebel fighters freed nine men": the day is behind *on*, and the fighters free them."""
    noun, prep = words[w.head], words[w.i - 1]
    if w.i and prep.low == "on" and noun.i == w.i + 1 and noun.low in _OF_A_DAY and noun.dep == "compound":
        attach(words, noun.i, prep.i, "pobj")  # "on Friday evening police freed nine"
        return
    if w.i == 0 or prep.low != "on" or noun.head != prep.i or noun.dep != "pobj" or not noun.text.islower():
        return
    verb = words[prep.head]
    if verb.i != noun.i + 1 or verb.tag not in {"VBD", "VBZ", "VBP"}:
        return
    if any(k.head == verb.i and k.dep in SUBJECTS for k in words):
        return
    part = words[w.i + 1]
    if part.low.rstrip("s") in _OF_A_DAY and part.i != noun.i:  # "on Friday evening rebels freed"
        attach(words, part.i, prep.i, "pobj")
        attach(words, w.i, part.i, "compound")
    else:
        attach(words, w.i, prep.i, "pobj")
    attach(words, noun.i, verb.i, "nsubj")


ORDERS: tuple[Row, ...] = (
    (" ".join(f"={day}" for day in sorted(WEEKDAYS)), _day_before_subject),
    ("appos", _subject_behind_place),
    ("ROOT ccomp csubj parataxis advcl conj", _aside_with_participle),
    ("compound", _orders_somebody),
    ("ROOT ccomp", _orders_the_guards),
    ("advcl", _instructed_to),
    ("advcl", _time_before_is),
    ("advcl", _clause_behind_after),
    ("dobj", _time_no_object),
    ("=of", _of_behind_bail),
    ("ROOT", _verb_behind_plural),
    ("npadvmod dep", _names_behind_people),
    ("=-", _hyphen_in_name),
    ("appos", _name_in_a_row),
)
