"""Where one name ends and the next begins, where the small model cuts one in two or takes two for one."""

from __future__ import annotations

from detente.reading.parsing.mended import attach
from detente.reading.parsing.mends import Row
from detente.reading.parsing.words import PROPER, Word, hangs_on

_CLAUSE = {"dep": "ccomp", "nsubj": "ccomp", "dobj": "ccomp"}
"""What a clause is of the verb above it, by what its object was taken for."""


def _name_in_a_name(words: list[Word], w: Word) -> None:
    """ "Gina Paola Uribe Villar", cut in two names: no comma and no *and* stands between them."""
    up = words[w.head]
    top = words[up.head]
    run = words[w.i : top.i + 1]
    called = w.ent == "ORG" and w.i > 0 and words[w.i - 1].tag == "NN"  # "engineer Gina Paola Uribe Villar"
    named = called or w.ent == "PERSON"
    one = all(k.tag in PROPER and k.ent == w.ent for k in run)
    if up.dep == "compound" and w.i < up.i < top.i and named and one:
        for k in run[:-1]:
            k.head, k.ent_id = top.i, top.ent_id


def _name_cut_in_two(words: list[Word], w: Word) -> None:
    """ "Sani Mahamane Oumarou", found as two people: no comma and no *and* stands between them."""
    before = words[w.i - 1] if w.i else w
    if w.tag not in PROPER or w.ent != "PERSON" or before.ent != "PERSON" or before.ent_id == w.ent_id:
        return
    first = w.i
    while first > 0 and words[first - 1].ent_id == before.ent_id and words[first - 1].tag in PROPER:
        first -= 1
    if all(k.head == w.i and k.dep == "compound" for k in words[first : w.i]):
        for k in words[first : w.i]:
            k.ent_id = w.ent_id


def _names_in_a_list(words: list[Word], w: Word) -> None:
    """ "Ada Orlu, Ben Roth and two nurses": another person behind a comma is the next of a list."""
    first, lo = words[w.head], w.i
    while lo > 0 and words[lo - 1].head == w.i and words[lo - 1].tag != ",":
        lo -= 1
    comma = words[lo - 1] if lo else w
    both = first.ent == w.ent == "PERSON" and first.ent_id != w.ent_id and first.i < lo
    listed = any(k.head == w.i and k.dep == "cc" and k.i > w.i for k in words)
    if both and listed and comma.tag == "," and first.tag in PROPER and w.tag in PROPER:
        w.dep = "conj"


def _called_in_a_list(words: list[Word], w: Word) -> None:
    """ "Ada Orlu, the envoy Ben Roth and two nurses": behind a comma the envoy is the next, not Orlu."""
    first = words[w.head]
    name = next((k for k in words[w.i + 1 :] if k.head == w.i and k.dep == "appos"), None)
    if w.tag != "NN" or first.ent != "PERSON" or name is None or name.ent != "PERSON":
        return
    comma = any(k.tag == "," for k in words[first.i + 1 : w.i])
    close = all(k.tag != "," for k in words[w.i + 1 : name.i])
    listed = any(k.head == name.i and k.dep == "cc" for k in words[name.i + 1 :])
    if comma and close and listed and first.tag in PROPER and name.tag in PROPER:
        w.dep = "conj"


def _body_with_its_aim(words: list[Word], w: Word) -> None:
    """ "the Mechanism for the Recognition of Captives": a noun with a capital is a name."""
    if not 0 < w.i < len(words) - 2 or not w.text[:1].isupper() or words[w.i - 1].low != "the":
        return
    aim = words[w.i + 2] if words[w.i + 2].low != "the" or w.i + 3 >= len(words) else words[w.i + 3]
    if words[w.i + 1].low in {"for", "of", "on"} and aim.text[:1].isupper():
        w.tag = "NNP"


def _to_free_before_name(words: list[Word], w: Word) -> None:
    """ "urged Chad to free journalist Ada Orlu": behind *to* or *must*, before a name, it is a verb."""
    name, first = words[w.head], w.i - 1
    while first > 0 and words[first].tag == "RB":
        first -= 1
    to = words[max(first, 0)]
    if w.dep != "amod" or name.i < w.i:
        return
    while name.dep in {"compound", "amod"} and name.head > name.i:
        name = words[name.head]
    helped = any(k.head == w.i and k.dep == "aux" and k.i < w.i for k in words)
    asked = to.low == "to" and (to.dep, name.head) == ("prep", to.i)
    if name.tag not in PROPER or not (helped or asked):
        return
    if asked:
        w.head, w.dep = to.head, "xcomp"
        to.head, to.dep = w.i, "aux"
    else:
        w.head, w.dep = (w.i if name.head == name.i else name.head), _CLAUSE.get(name.dep, name.dep)
    w.tag = "VB"
    for k in words[w.i + 1 : name.i]:
        if k.head == w.i:
            k.head = name.i
    name.head, name.dep = w.i, "dobj"


def _two_names_taken_for_one(words: list[Word], w: Word) -> None:
    """ "Ada Orlu and Ben Roth", taken for one name that ends in Roth: behind *and* the second begins."""
    top = words[w.head]
    joint = next((k for k in words[w.i + 1 : top.i] if k.head == w.i and k.dep == "cc"), None)
    if w.tag not in PROPER or top.tag not in PROPER or joint is None or joint.low != "and" or joint.ent:
        return
    given = words[joint.i + 1 : top.i]
    before = words[w.i - 1] if w.i else w
    parts = all(k.tag in PROPER and k.head in {w.i, top.i} for k in given)
    if (
        joint.i != w.i + 1
        or not given
        or not parts
        or before.tag not in PROPER
        or before.head not in {w.i, top.i}
    ):
        return
    for k in words[: w.i]:
        if k.head == top.i:
            k.head = w.i
    for k in given:
        k.head, k.dep = top.i, "compound"
    w.head, w.dep = (w.i if top.head == top.i else top.head), top.dep
    top.head, top.dep = w.i, "conj"


_OFFICES = frozenset({
    "ambassador", "bishop", "chair", "chairman", "chairwoman", "chief", "commander", "director", "editor",
    "founder", "governor", "head", "leader", "mayor", "member", "minister", "owner", "president", "publisher",
    "secretary", "spokesman", "spokeswoman",
})  # fmt: skip


def _holder_of_the_office(words: list[Word], w: Word) -> None:
    """ "The head of the union of miners in Dorn, Ada Orlu, was …": who that is, and not what Dorn is."""
    first = w.i
    while first and words[first - 1].head == w.i and words[first - 1].dep == "compound":
        first -= 1
    if (
        w.tag not in PROPER
        or not 1 < first < w.i
        or words[first - 1].tag != ","
        or w.ent not in {"", "PERSON"}
    ):
        return
    office = words[w.head]
    while office.low not in _OFFICES and office.dep in {"pobj", "prep", "appos"} and office.head < office.i:
        office = words[office.head]
    named = any(k.head == office.i and k.dep == "appos" and k.i != w.i for k in words[office.i : first])
    if office.low in _OFFICES and office.dep not in {"pobj", "appos"} and not named and office.i != w.head:
        attach(words, w.i, office.i, "appos")


def _one_by_name(words: list[Word], w: Word) -> None:
    """ "another former Marine, Ada Orlu, and the nurse Ben Roth": who that one is, and no second one."""
    one = words[w.head]
    first = w.i
    while first and words[first - 1].head == w.i and words[first - 1].dep == "compound":
        first -= 1
    indefinite = any(k.head == one.i and k.low in {"a", "an", "another"} for k in words[: one.i])
    aside = w.i + 1 < len(words) and words[w.i + 1].tag == ","
    if w.tag in PROPER and indefinite and aside and first == one.i + 2 and words[one.i + 1].tag == ",":
        w.dep = "appos"
        for k in words[w.i + 1 :]:
            if k.head == w.i and k.dep in {"conj", "cc"}:
                k.head = one.i


def _name_behind_its_noun(words: list[Word], w: Word) -> None:
    """ "freed the clerk Ada Orlu on Friday": a name right behind a noun of the same verb says who that is."""
    lo = w.i
    while lo > 0 and words[lo - 1].head == w.i and words[lo - 1].tag in {*PROPER, "HYPH"}:
        lo -= 1
    noun = words[lo - 1] if lo else w
    same = noun.tag == "NN" and noun.head == w.head and noun.dep in {"dobj", "pobj"}
    if same and w.tag in PROPER and w.ent == "PERSON" and words[w.head].tag[:1] in {"V", "I"}:
        w.head, w.dep = noun.i, "appos"


def _second_half(words: list[Word], w: Word) -> None:
    """ "Lee Sang-woo": behind a hyphen the name goes on with a small letter."""
    if w.i < 3 or w.ent != "PERSON" or words[w.i - 1].tag != "HYPH":
        return
    if words[w.i - 2].tag in PROPER and words[w.i - 2].ent_id == w.ent_id and words[w.i - 2].head == w.i:
        w.tag = "NNP"


def _body_called_by_a_cry(words: list[Word], w: Word) -> None:
    """ "the Bring Back Our Girls movement": a run of capitals before it is its name, verb and all."""
    first = w.i
    while first and words[first - 1].text.istitle() and words[first - 1].low != "the":
        first -= 1
    run = words[first : w.i]
    if len(run) < 2 or not first or words[first - 1].low != "the":
        return
    if all(k.tag in PROPER for k in run):
        return
    inside = {k.i for k in (*run, w)}
    top = next((k for k in (w, *run) if k.head == k.i or not hangs_on(words, k.head, inside)), w)
    w.head, w.dep = (w.i if top.head == top.i else top.head), top.dep
    if top is not w and w.dep in {"ROOT", "ccomp", "nmod", "compound"}:
        w.dep = "nsubj"
    for k in words:
        if k.i in inside - {w.i}:
            k.head, k.dep, k.tag = w.i, "compound", "NNP"
        elif k.head in inside:
            k.head = w.i


NAMES: tuple[Row, ...] = (
    ("=movement =campaign =group =coalition =initiative =alliance =network", _body_called_by_a_cry),
    ("=free", _to_free_before_name),
    ("NN", _second_half),
    ("nmod compound", _two_names_taken_for_one),
    ("npadvmod dobj dep oprd", _name_behind_its_noun),
    ("NN", _body_with_its_aim),
    ("conj", _one_by_name),
    ("appos", _holder_of_the_office),
    ("appos", _called_in_a_list),
    ("compound", _name_in_a_name),
    ("NNP NNPS", _name_cut_in_two),
    ("appos", _names_in_a_list),
)
