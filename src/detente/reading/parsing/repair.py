"""Mends what the small model is known to get wrong, by rules of English grammar alone."""

from __future__ import annotations

from detente.reading.parsing.apposed_mends import APPOSED
from detente.reading.parsing.counted_mends import COUNTED
from detente.reading.parsing.journey_mends import JOURNEYS
from detente.reading.parsing.measure_mends import MEASURES
from detente.reading.parsing.mended import CLAUSES, attach, own
from detente.reading.parsing.mends import Mends
from detente.reading.parsing.named_ties import NAMED
from detente.reading.parsing.orders import ORDERS
from detente.reading.parsing.participles import PARTICIPLES
from detente.reading.parsing.phrasal import PHRASAL
from detente.reading.parsing.state_mends import STATES
from detente.reading.parsing.teller_mends import TELLERS
from detente.reading.parsing.words import PROPER, SUBJECTS, Word, hangs_on

_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "dobj"})
_STATES = frozenset({"be", "remain", "stay"})
_SPEAKING = frozenset({
    "appeal", "ask", "call", "condemn", "criticise", "criticize", "demand", "invite", "plead", "press",
    "request", "thank", "urge", "warn", "welcome",
})  # fmt: skip
_MOVED = SUBJECTS | {"aux", "auxpass", "neg", "advmod", "mark", "agent"}


def repaired(words: list[Word]) -> list[Word]:
    """The words with their heads mended; the same list."""
    _part_of_the_whole(words)
    _calling_before_name(words)
    for w in words:
        MENDS.at(words, w)
    return words


def _part_of_the_whole(words: list[Word]) -> None:
    """ "Of the 71, fifty-four went to X": the number is the subject of the verb behind it."""
    if len(words) < 6 or words[0].low != "of":
        return
    comma = next((w.i for w in words[1:7] if w.tag == ","), None)
    if comma is None or not any(w.tag == "CD" for w in words[1:comma]):
        return
    last = comma
    while last + 1 < len(words) and words[last + 1].tag in {"CD", "HYPH"}:
        last += 1
    if last == comma or last + 1 >= len(words) or not words[last + 1].tag.startswith("V"):
        return
    verb = words[last + 1]
    passive = verb.lemma == "be" and last + 2 < len(words) and words[last + 2].tag == "VBN"
    main = words[last + 2] if passive else verb
    if main.tag.startswith("V") and not own(words, main.i, SUBJECTS):
        attach(words, last, main.i, "nsubjpass" if passive else "nsubj")


def _noun_behind_whom(words: list[Word], w: Word) -> None:
    """ "people whom aid groups call hostages": a plural noun between *whom* and another noun is no verb."""
    if w.tag != "NNS" or w.dep not in _CLAUSES or not 1 < w.i < len(words) - 2:
        return
    before, whom, noun, verb = words[w.i - 2], words[w.i - 1], words[w.i + 1], words[w.i + 2]
    if whom.low != "whom" or noun.tag[:2] != "NN" or verb.tag not in {"VBP", "VBZ", "VBD"}:
        return
    if before.tag[:2] != "NN" or not attach(words, verb.i, before.i, "relcl"):
        return
    for k in words:
        if k.head == w.i and k.i > verb.i:
            attach(words, k.i, verb.i, k.dep)
    attach(words, noun.i, verb.i, "nsubj")
    attach(words, w.i, noun.i, "compound")
    attach(words, whom.i, verb.i, "dobj")


def _second_apposition(words: list[Word], w: Word) -> None:
    """ "His brother Omar, a lawyer held since 2021": what stands behind the name is said of the name."""
    calling = words[w.head]
    if w.dep != "appos" or w.tag != "NN" or calling.tag != "NN" or words[w.i - 1].tag == ",":
        return
    names = [k for k in words[calling.i + 1 : w.i] if k.head == calling.i and k.dep == "appos"]
    if len(names) == 1 and names[0].tag in PROPER and any(k.tag == "," for k in words[names[0].i + 1 : w.i]):
        attach(words, w.i, names[0].i, "appos")


def _name_of_the_nearer(words: list[Word], w: Word) -> None:
    """ "the brother of editor Ada Orlu": the name stands right behind its own noun, and is of no other."""
    first = w.i
    while first and words[first - 1].tag in PROPER and words[first - 1].head == w.i:
        first -= 1
    noun, above = words[first - 1], words[w.head]
    of = words[noun.head]
    bare = noun.tag == "NN" and noun.dep == "pobj" and not own(words, noun.i, frozenset({"det", "poss"}))
    behind = of.low == "of" and of.head == above.i and above.tag == "NN" and above.i < noun.i
    if w.tag in PROPER and first and bare and behind:
        attach(words, w.i, noun.i, "appos")


def _calling_before_name(words: list[Word]) -> None:
    """ "The goalkeeper Tom Hale was freed": a calling right before its name is no sentence of its own."""
    root = next((w for w in words if w.dep == "ROOT"), None)
    if root is None or root.tag != "NN":
        return
    for verb in words[root.i + 1 :]:
        if verb.dep != "relcl" or verb.head != root.i:
            continue
        name = next((k for k in words[root.i + 1 : verb.i] if k.head == verb.i and k.dep in SUBJECTS), None)
        if name is None or name.tag not in PROPER:
            return
        if any(k.head != name.i or k.dep != "compound" for k in words[root.i + 1 : name.i]):
            return
        verb.head, verb.dep = verb.i, "ROOT"
        for k in words:
            if k.head == root.i and k.i != root.i:
                k.head = name.i if k.i < root.i else verb.i
        root.head, root.dep = name.i, "compound"
        return


def _noun_in_ed(_: list[Word], w: Word) -> None:
    """ "eight accused", "the wounded": a participle that is a noun is no form of its verb."""
    if w.tag in {"NN", "NNS"} and w.low.endswith("ed"):
        w.lemma = w.low


def _name_for_preposition(words: list[Word], w: Word) -> None:
    """ "pardoned the poet Abdul Karimi": a first name is no preposition."""
    if w.tag not in PROPER or w.dep != "prep" or not 0 < w.i < len(words) - 1:
        return
    calling, name = words[w.i - 1], words[w.i + 1]
    if name.tag in PROPER and name.head == w.i and calling.tag == "NN":
        attach(words, name.i, calling.i, "appos")
        attach(words, w.i, name.i, "compound")


def _verb_with_object(words: list[Word], w: Word) -> None:
    """ "a decree pardoning thirty-one prisoners": what has an object is no noun."""
    if w.tag == "NN" and w.low.endswith("ing") and own(words, w.i, frozenset({"dobj"})):
        w.tag = "VBG"


def _second_subject(words: list[Word], w: Word) -> None:
    """ "Norway freed Lena Marr, who …": of two subjects the one behind the verb is its object."""
    head = words[w.head]
    if w.dep != "nsubj" or w.i < head.i or not head.tag.startswith("V"):
        return
    first = any(k.head == head.i and k.i < head.i and k.dep == "nsubj" for k in words)
    if first and not own(words, head.i, frozenset({"dobj", "attr", "ccomp", "xcomp"})):
        w.dep = "dobj"


def _joined_subjects(words: list[Word], w: Word) -> None:
    """ "Two nurses and a doctor were freed": of two subjects with *and* between them the second is joined."""
    first = next(
        (k for k in words[: w.i] if k.head == w.head and k.dep == w.dep and k.i < w.i < w.head), None
    )
    joins = first and any(k.dep == "cc" and k.head == first.i and first.i < k.i < w.i for k in words)
    if first and joins and w.tag[:2] == "NN" and not own(words, first.i, frozenset({"conj"})):
        attach(words, w.i, first.i, "conj")


def _of_behind_time(words: list[Word], w: Word) -> None:
    """ "the release today of 29 people": an *of* behind a bare time belongs to the noun before the time."""
    if w.low != "of" or w.dep != "prep" or w.i < 2 or not words[w.head].tag.startswith("V"):
        return
    time, noun = words[w.i - 1], words[w.i - 2]
    left = words[noun.head]
    if noun.dep == "pobj" and left.low == "from" and words[left.head].tag == "NN":
        noun = words[left.head]  # "the release from prison today of two bloggers"
    if (
        time.dep == "npadvmod"
        and noun.tag in {"NN", "NNS"}
        and noun.dep in {"dobj", "nsubj", "nsubjpass", "pobj"}
    ):
        attach(words, w.i, noun.i, "prep")


def _counted_participle(words: list[Word], w: Word) -> None:
    """ "The six left, each of them a student, were let out": the number is who they are."""
    number = words[w.i - 1] if w.i else w
    if w.low not in {"remaining", "freed", "released"} or number.tag != "CD" or number.head != w.i:
        return
    if w.dep not in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return
    number.head, number.dep = w.head, w.dep
    for k in words:
        if k.head == w.i and k.i != number.i and k.i < number.i:
            k.head = number.i
    w.head, w.dep, w.tag = number.i, "acl", w.tag if w.tag.startswith("V") else "VBG"


def _relative_of_whole(words: list[Word], w: Word) -> None:
    """ "one of 44 prisoners whom X let go": the clause tells of the whole that it stands next to."""
    whom = next((k for k in words[: w.i] if k.head == w.i and k.low == "whom"), None)
    if w.dep == "ccomp" and whom is not None and whom.i and words[whom.i - 1].tag in {"NNS", "NNPS"}:
        attach(words, w.i, whom.i - 1, "relcl")
        return
    head = words[w.head]
    if w.dep != "relcl" or head.tag not in {"CD", "DT", "NN"}:
        return
    for k in words[head.i + 1 : w.i]:
        if (
            k.dep == "pobj"
            and words[k.head].low == "of"
            and words[k.head].head == head.i
            and k.tag in {"NNS", "NNPS"}
        ):
            behind = words[k.i + 1 : k.i + 3]  # "three of the seven nuns to whom it granted clemency"
            who = behind[1:] if behind and behind[0].tag in {"IN", "TO"} else behind[:1]
            if who and who[0].tag in {"WP", "WDT"}:
                attach(words, w.i, k.i, "relcl")
            return


def _join_like_tenses(words: list[Word], w: Word) -> None:
    """ "X stressed that hundreds remain … and called for pressure": a past verb without a subject joins
    the past verb of the main clause, not the present one of the clause below it."""
    head = words[w.head]
    above = words[head.head]
    if w.dep != "conj" or w.tag != "VBD" or head.dep != "ccomp" or above.tag != "VBD":
        return
    unlike = head.tag in {"VBP", "VBZ", "VB"} or _is_said_behind_state(words, w, head)
    if unlike and not own(words, w.i, SUBJECTS):
        attach(words, w.i, above.i, w.dep)


def _is_said_behind_state(words: list[Word], w: Word, head: Word) -> bool:
    """ "X said that forty remained inside, and called on Y": who said so calls, not who remained."""
    state = head.lemma in _STATES or own(words, head.i, frozenset({"auxpass"}))
    joined = w.i > 1 and words[w.i - 1].tag == "CC" and words[w.i - 2].tag == ","
    return state and joined and w.lemma in _SPEAKING


def _let_governs_go(words: list[Word], w: Word) -> None:
    """ "X lets go of Y", "those let go by Y": *let* governs *go*, whatever the model says."""
    if (
        w.low not in {"let", "lets"}
        or w.i + 1 >= len(words)
        or words[w.i + 1].low not in {"go", "out", "leave"}
    ):
        return
    go = words[w.i + 1]
    if w.head != go.i or w.dep not in {"aux", "nsubj", "csubj", "amod", "compound"}:
        return
    w.head, w.dep = (w.i if go.head == go.i else go.head), go.dep
    w.tag = "VBZ" if w.low == "lets" else w.tag if w.tag.startswith("V") else "VBD"
    go.head, go.dep, go.tag = w.i, "xcomp", "VB"
    for k in words:
        if k.head == go.i and k.i < w.i and k.dep in _MOVED:
            k.head = w.i


def _participle_behind_noun(words: list[Word], w: Word) -> None:
    """ "the detainees freed.", "Alena M., detained in 2020, …": a bare participle right behind a noun,
    or behind a noun and a comma, says something of that noun."""
    if (
        w.tag != "VBN"
        or w.dep != "advcl"
        or w.i < 1
        or own(words, w.i, SUBJECTS | {"aux", "auxpass", "mark"})
    ):
        return
    before = words[w.i - 1]
    if before.tag == "," and w.i > 1:
        before = words[w.i - 2]
    if before.tag in {"NN", "NNS", "NNP", "NNPS"} and before.i != w.i and words[before.head].i != w.i:
        attach(words, w.i, before.i, "acl")


def _name_behind_hyphen(words: list[Word], w: Word) -> None:
    """ "Han Ji-woo": the small letter behind the hyphen is of the name."""
    if w.i > 1 and w.ent == "PERSON" and words[w.i - 1].tag == "HYPH" and words[w.i - 2].tag in PROPER:
        w.tag = "NNP" if w.tag[:2] in {"NN", "JJ"} else w.tag


def _participle_before_passive(words: list[Word], w: Word) -> None:
    """ "Ministers ousted in May were freed": the first participle tells of the noun."""
    first = words[w.head]
    if w.dep != "conj" or w.tag != "VBN" or first.tag != "VBN" or first.i >= w.i or first.i < 1:
        return
    if not own(words, w.i, frozenset({"auxpass"})) or own(words, w.i, SUBJECTS):
        return
    if own(words, first.i, frozenset({"aux", "auxpass", "cc", "dobj"})):
        return
    noun = words[first.i - 1]
    subjects = [k for k in words if k.head == first.i and k.dep in SUBJECTS and k.i < first.i]
    if not subjects or noun.tag[:2] != "NN":
        return
    w.head, w.dep = (w.i if first.head == first.i else first.head), first.dep
    for k in subjects:
        k.head, k.dep = w.i, "nsubjpass"
    first.head, first.dep = noun.i, "acl"


def _participle_joined_to_participle(words: list[Word], w: Word) -> None:
    """ "a teacher held since 2021 and freed on Monday": a transitive form without subject or object
    joins the participle before it."""
    if (
        w.dep != "conj"
        or w.tag not in {"VBD", "VBN"}
        or own(words, w.i, SUBJECTS | {"dobj", "aux", "auxpass", "ccomp", "xcomp", "prt"})
    ):
        return
    if w.i < 1 or words[w.i - 1].low not in {"and", "then", "later"}:
        return
    head = words[w.head]
    for k in reversed(words[head.i + 1 : w.i]):
        if k.tag == "VBN" and k.dep in {"acl", "relcl"}:
            if attach(words, w.i, k.i, w.dep):
                w.tag = "VBN"
            return


def _said_between(words: list[Word], w: Word) -> None:
    """ "freed the cook and, the radio added, his son": who says so stands between what is joined."""
    told = next((k for k in words[: w.i] if k.head == w.i and k.dep == "ccomp"), words[w.head])
    who = next((k for k in words[: w.i] if k.head == w.i and k.dep == "nsubj"), None)
    what = next((k for k in words[w.i + 1 :] if k.head == w.i and k.dep in {"dobj", "npadvmod"}), None)
    if w.tag[:1] != "V" or who is None or what is None or told.i >= w.i or words[w.i + 1].tag != ",":
        return
    first = min([who.i, *(k.i for k in words if k.head == who.i)])
    clause = {told.i, *(k.i for k in words if k.head == told.i and k.dep == "xcomp")}
    thing = next((k for k in words[told.i : first] if k.head in clause and k.dep == "dobj"), None)
    if thing is None or words[first - 1].tag != "," or words[first - 2].low != "and":
        return
    if told.head == w.i:
        told.head, told.dep, w.head = (told.i if w.head == w.i else w.head), w.dep, told.i
    w.dep = "parataxis"
    attach(words, what.i, thing.i, "conj")
    attach(words, first - 2, thing.i, "cc")


def _name_taken_for_verb(words: list[Word], w: Word) -> None:
    """ "met President Abdi Yusuf Guled on Sunday": no verb begins with a capital inside a person's name."""
    before = words[w.i - 1]
    inside = w.i > 0 and w.ent == before.ent == "PERSON" and before.tag in PROPER and w.text.istitle()
    up = before.head
    if not inside or w.head == before.i or not before.text.istitle() or hangs_on(words, up, {w.i, before.i}):
        return
    w.tag, w.lemma = "NNP", w.text
    for k in words:
        if k.head == w.i and k.i != w.i:
            k.head = up  # "on Sunday" tells when they met
        elif k.head == before.i and k.i < before.i:
            k.head = w.i
    w.head, w.dep, before.head, before.dep = up, before.dep, w.i, "compound"


def _counted_behind_receiver(words: list[Word], w: Word) -> None:
    """ "handed over to Kenya two activists": whom it was stands behind to whom, and is not Kenya's."""
    prep = words[w.head]
    if w.tag != "NNS" or prep.low != "to" or prep.i >= w.i or not words[prep.head].tag.startswith("V"):
        return
    number = next(
        (k for k in words[prep.i + 2 : w.i] if k.tag == "CD" and words[k.i - 1].tag in PROPER), None
    )
    verb = prep.head
    if number is None or number.head != w.i or own(words, verb, frozenset({"dobj", "nsubjpass"})):
        return
    name = number.i - 1
    if not attach(words, name, prep.i, "pobj"):
        return
    for k in words[prep.i + 1 : name]:
        k.head = name if k.head == w.i else k.head
    attach(words, w.i, verb, "dobj")


MENDS = Mends(
    ("VBD VBN VBZ VBP VB VBG", _name_taken_for_verb),
    *PHRASAL,
    *JOURNEYS,
    *MEASURES,
    ("NN NNS", _noun_in_ed),
    ("NN NNS NNPS JJ JJR JJS", _name_behind_hyphen),
    *COUNTED,
    ("relcl advcl ccomp dobj", _noun_behind_whom),
    ("appos", _second_apposition),
    ("appos", _name_of_the_nearer),
    ("prep", _name_for_preposition),
    ("conj", _participle_before_passive),
    ("NN", _verb_with_object),
    ("nsubj", _second_subject),
    ("nsubj nsubjpass", _joined_subjects),
    ("=of", _of_behind_time),
    ("=let =lets", _let_governs_go),
    ("=remaining =freed =released", _counted_participle),
    ("relcl ccomp", _relative_of_whole),
    ("conj", _join_like_tenses),
    ("advcl", _participle_behind_noun),
    ("conj", _participle_joined_to_participle),
    ("conj ROOT", _said_between),
    ("pobj", _counted_behind_receiver),
    *STATES,
    *CLAUSES,
    *NAMED,
    *APPOSED,
    *TELLERS,
    *PARTICIPLES,
    *ORDERS,
)
