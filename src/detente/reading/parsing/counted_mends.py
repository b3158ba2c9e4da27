"""Numbers that the small model hangs on the wrong word: "since March 188 people were freed"."""

from __future__ import annotations

from detente.reading.parsing.mended import attach, own
from detente.reading.parsing.mends import Row
from detente.reading.parsing.words import PROPER, SUBJECTS, Word

_FINITE = frozenset({"VBP", "VBZ", "VBD", "MD"})
_PRISONS = frozenset({"prison", "jail", "custody", "detention", "captivity", "gaol"})
_WHICH = frozenset({"other", "second", "third", "fourth", "last", "remaining"})
_MONTH_BEHIND = frozenset({"in", "during", "throughout"})
_NOMINAL = SUBJECTS | {"appos", "attr", "conj", "dobj", "pobj"}


def _part_behind_time(words: list[Word], w: Word) -> None:
    """ "At dawn thirty of the nuns were across": the number is who crossed, and counts no nightfalls."""
    if w.dep != "nummod" or w.head != w.i - 1 or w.i + 1 >= len(words) or words[w.i + 1].low != "of":
        return
    time = words[w.head]
    if time.dep not in {"pobj", "npadvmod"} or words[w.i + 1].head not in {w.i, time.i}:
        return
    verb = words[words[time.head].head] if time.dep == "pobj" else words[time.head]
    if verb.i < w.i or not verb.tag.startswith("V") or own(words, verb.i, SUBJECTS):
        return
    attach(words, w.i, verb.i, "nsubjpass" if own(words, verb.i, frozenset({"auxpass"})) else "nsubj")
    attach(words, w.i + 1, w.i, "prep")


def _month_of_may(words: list[Word], w: Word) -> None:
    """ "Two men seized on 2 May have been freed": a month behind its day, and no verb."""
    day = words[w.i - 1] if w.i else w
    if w.tag == "MD" and w.text == "May" and day.tag == "CD" and day.text.isdigit() and day.dep != "nummod":
        w.tag = "NNP"
        attach(words, w.i, day.head, day.dep)
        attach(words, day.i, w.i, "nummod")


def _count_behind_time(words: list[Word], w: Word) -> None:
    """ "Since March 188 people have been freed": the number counts the people, no month and no year."""
    if w.dep != "nummod" or w.head != w.i - 1 or w.tag != "CD" or not w.text.isdigit() or len(w.text) > 3:
        return
    time = words[w.head]
    month = words[time.head].low in _MONTH_BEHIND
    day = len(w.text) < 3 and time.tag in PROPER and not month  # "by March 18 people": a day, as it seems
    noun = next((k for k in words[w.i + 1 : w.i + 4] if k.dep in SUBJECTS), None)
    if time.dep != "pobj" or day or noun is None or noun.tag not in {"NNS", "NNPS"}:
        return
    if all(k.head == noun.i and k.tag != "DT" for k in words[w.i + 1 : noun.i]):
        attach(words, w.i, noun.i, "nummod")


def _counted_nation(words: list[Word], w: Word) -> None:
    """ "four Danes, several Congolese", "an American and two others": a nation's name that is counted."""
    if w.tag != "JJ" or not w.text[:1].isupper() or w.dep not in _NOMINAL or not w.i:
        return
    count = words[w.i - 1]
    if count.head == w.i and (count.tag == "CD" or count.low in {"several", "many", "some"}):
        w.tag = "NNPS"
    if (
        count.head == w.i
        and count.low in {"a", "an"}
        and words[w.i + 1 : w.i + 2]
        and words[w.i + 1].low == "and"
    ):
        w.tag = "NNP"


def _number_before_verb(words: list[Word], w: Word) -> None:
    """ "On our list 97 remain inside": a number right before a verb that has no subject is its subject."""
    if not w.i or w.tag != "CD" or w.i + 1 >= len(words):
        return
    noun, verb = words[w.i - 1], words[w.i + 1]
    if (
        w.head != (noun.i if w.dep == "nummod" else noun.head)
        or noun.dep != "pobj"
        or verb.tag not in _FINITE
        or (w.text.isdigit() and 1800 < int(w.text) < 2100)
    ):
        return
    main = words[verb.head] if verb.dep in {"aux", "auxpass"} else verb
    if main.i < verb.i or own(words, main.i, SUBJECTS):
        return
    attach(words, w.i, main.i, "nsubjpass" if own(words, main.i, frozenset({"auxpass"})) else "nsubj")


def _number_left_prison(words: list[Word], w: Word) -> None:
    """ "All 312 left prison by noon": they went out of it; no prison was left."""
    noun, number = words[w.head], words[w.i - 1]
    if w.dep != "amod" or w.head != w.i + 1 or noun.low not in _PRISONS or w.i < 1:
        return
    if number.tag != "CD" or number.head != noun.i:
        return
    w.tag, w.head, w.dep = "VBD", noun.head if noun.head != noun.i else w.i, noun.dep
    for k in words:
        if k.head == noun.i and k.i != noun.i and k.i != w.i:
            k.head = w.i if k.i > noun.i or k.i == number.i else number.i
    noun.head, noun.dep, number.dep = w.i, "dobj", "nsubj"


def _counted_object(words: list[Word], w: Word) -> None:
    """ "Handed over two Danes, Chad three Kenyans": who is counted right behind the verb is its object."""
    if w.i < 2 or w.i + 3 >= len(words) or w.head <= w.i:
        return
    next_, before = words[w.i + 1 : w.i + 4], words[w.i - 2]
    if next_[0].tag != "," and not (
        next_[0].low == "and" and next_[1].tag in PROPER and next_[2].tag == "CD"
    ):
        return
    verb = words[before.head] if before.dep == "prt" else before
    counted = words[w.i - 1].tag == "CD" and words[w.i - 1].head == w.i
    last = words[w.head]
    if counted and w.tag in {"NNS", "NNPS"} and verb.tag in _FINITE and last.head == verb.i:
        last.dep = "dep" if attach(words, w.i, verb.i, "dobj") and last.dep == "dobj" else last.dep


def _so_many_more(words: list[Word], w: Word) -> None:
    """ "Freeing 40 more", "letting go ten more": the number is who is freed."""
    number, verb = words[w.i - 1], words[w.head]
    if w.i < 1 or number.tag != "CD" or number.head != w.i or verb.tag[:1] != "V":
        return
    whom = w.dep == "dobj" or (w.dep == "advmod" and not own(words, verb.i, frozenset({"dobj"})))
    if whom and attach(words, number.i, verb.i, "dobj"):
        w.head, w.dep = number.i, "amod"


def _more_were_too(words: list[Word], w: Word) -> None:
    """ "Two were freed, and three more, among them X, were let go": the second clause has its own subject."""
    first = words[w.head]
    main = words[first.head]
    passive = frozenset({"auxpass"})
    if w.dep != "conj" or first.dep != "ccomp" or not first.i < w.i < main.i or main.tag != "VBN":
        return
    if not own(words, first.i, passive) or not own(words, main.i, passive) or own(words, main.i, SUBJECTS):
        return
    number = words[w.i - 1]
    counted = number.tag == "CD" and number.head == w.i
    joined = any(k.dep == "cc" and k.head == first.i and first.i < k.i < w.i for k in words)
    if not counted or not joined or any(k.tag in _FINITE for k in words[first.i + 1 : w.i]):
        return
    subject = number if w.low == "more" else w
    first.dep, first.head = main.dep, first.i if main.head == main.i else main.head
    main.dep, main.head = "conj", first.i
    subject.dep, subject.head = "nsubjpass", main.i
    if subject is number:
        for k in words:
            k.head = number.i if k.head == w.i and k is not number else k.head
        w.dep, w.head = "amod", number.i


def _accused_is_a_noun(words: list[Word], w: Word) -> None:
    """ "The other accused, Omar Lind, remains inside": who is accused, and no verb."""
    verb, before = words[w.head], words[max(0, w.i - 1)]
    first = words[w.i - 2] if before.low in _WHICH and w.i > 1 else before
    if w.dep not in {"advcl", "csubj", "ccomp", "nsubj"} or first.low not in {"the", "another"}:
        return
    if w.i >= len(words) - 1 or words[w.i + 1].tag != "," or verb.i < w.i:
        return
    if any(k.dep in SUBJECTS and k.head == verb.i and k.i != w.i for k in words):
        return
    w.tag, w.dep = "NN", "nsubj"
    for k in words:
        if k.head == w.i and k.i < w.i:
            k.dep = "det" if k.i == first.i else "amod"
        elif k.head == w.i and k.dep in {"npadvmod", "dobj", "dep"}:
            k.dep = "appos"
    first.head, first.dep = w.i, "det"


_HAVING_DONE = frozenset({
    "consider", "declare", "feel", "find", "get", "have", "hear", "keep", "leave", "make", "need", "order",
    "report", "see", "want", "watch",
})  # fmt: skip
"""Verbs that have something done, or see it done, to their object."""


def _said_of_the_counted(words: list[Word], w: Word) -> None:
    """ "Ada Orlu and two clerks convicted over a plot": right behind a counted noun it is said of those."""
    noun = words[w.i - 1] if w.i else w
    counted = any(k.tag == "CD" and k.head == noun.i for k in words[max(0, noun.i - 4) : noun.i])
    if w.dep == "xcomp" and words[w.head].lemma in _HAVING_DONE:
        return  # "wants Ada Orlu and two clerks freed"
    if w.tag in {"VBN", "VBD"} and noun.tag == "NNS" and noun.dep == "conj" and w.head < noun.i and counted:
        attach(words, w.i, noun.i, "acl")


def _said_of_the_list(words: list[Word], w: Word) -> None:
    """ "Ada Orlu and five staff of the Courier, held since May": behind a comma it is said of the people."""
    body, comma = words[w.head], words[w.i - 1] if w.i else w
    of = words[body.head]
    staff = words[of.head]
    counted = any(k.tag == "CD" and k.head == staff.i for k in words[max(0, staff.i - 4) : staff.i])
    theirs = body.tag in PROPER and body.dep == "pobj" and of.low in {"of", "from"}
    if comma.tag == "," and theirs and counted:
        attach(words, w.i, staff.i, "acl")


def _each_of_so_many(words: list[Word], w: Word) -> None:
    """ "the offer to free 1,000 prisoners each was welcome": *each* belongs to the number."""
    noun = words[w.i - 1] if w.i else w
    counted = any(k.tag == "CD" and k.head == noun.i for k in words[max(0, noun.i - 4) : noun.i])
    if noun.tag == "NNS" and counted and _other_subject(words, w) is not None:
        w.head, w.dep = noun.i, "advmod"


def _some_of_them_aside(words: list[Word], w: Word) -> None:
    """ "Nine people, some of them after a strike, were let go": an aside is no second subject."""
    first, of = _other_subject(words, w), words[w.i + 1] if w.i + 1 < len(words) else w
    if (
        first is None
        or of.low != "of"
        or words[w.i - 1].tag != ","
        or first.tag not in {"NNS", "NNP", "NNPS"}
    ):
        return
    last = max(k.i for k in words if k.i == w.i or _below(words, k, w.i))
    if words[last].tag == "," or (last + 1 < len(words) and words[last + 1].tag == ","):
        attach(words, w.i, first.i, "appos")


def _named_aside(words: list[Word], w: Word) -> None:
    """ "Forty clerks, among them the poet X, were held": who is named between commas is no second subject."""
    first = _other_subject(words, w)
    opens = min([w.i, *(k.i for k in words if k.head == w.i and k.i < w.i)])
    among = words[opens - 2] if opens > 2 else w
    if among.low != "among" or words[opens - 1].low not in {"them", "whom"} or words[among.i - 1].tag != ",":
        return
    if first is not None and first.tag in {"NNS", "NNPS"} and first.i < among.i:
        attach(words, w.i, first.i, "appos")


def _other_subject(words: list[Word], w: Word) -> Word | None:
    """The subject that the verb has before this one."""
    if w.dep not in SUBJECTS:
        return None
    return next((k for k in words[: w.i] if k.head == w.head and k.dep in SUBJECTS), None)


def _below(words: list[Word], w: Word, top: int) -> bool:
    while w.head != w.i:
        if w.head == top:
            return True
        w = words[w.head]
    return False


def _participle_of_the_counted(words: list[Word], w: Word) -> None:
    """ "Moved more than 100 released prisoners": a participle between a number and its noun is no verb."""
    count = words[w.i - 1]
    noun = next((k for k in words[w.i + 1 : w.i + 4] if k.head == w.i and k.dep == "dobj"), None)
    if not w.i or count.tag != "CD" or count.dep not in {"dobj", "pobj"} or noun is None:
        return
    if noun.tag not in {"NNS", "NNPS"} or own(words, w.i, SUBJECTS | {"aux", "auxpass"}):
        return
    if any(k.tag not in {"JJ", "NN", "NNP"} for k in words[w.i + 1 : noun.i]):
        return
    noun.head, noun.dep = count.head, count.dep
    for k in words:
        if k.i > noun.i and k.head == w.i:
            k.head = words[count.head].i if words[count.head].tag.startswith("V") else noun.i
    w.tag, w.head, w.dep, count.head, count.dep = "VBN", noun.i, "amod", noun.i, "nummod"


COUNTED: tuple[Row, ...] = (
    ("=each", _each_of_so_many),
    ("nsubj nsubjpass", _named_aside),
    ("=some =most =many =several =all =half =both =one", _some_of_them_aside),
    ("acl xcomp", _said_of_the_counted),
    ("acl", _said_of_the_list),
    ("nummod pobj", _number_before_verb),
    ("=left", _number_left_prison),
    ("=more", _so_many_more),
    ("conj", _more_were_too),
    ("=accused =convicted =detained =condemned", _accused_is_a_noun),
    ("nummod", _part_behind_time),
    ("nummod", _count_behind_time),
    ("=may", _month_of_may),
    ("JJ", _counted_nation),
    ("VBD VBN", _participle_of_the_counted),
    ("nmod compound", _counted_object),
)
