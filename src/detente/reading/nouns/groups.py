"""Groups of people with their counts: "hundreds of prisoners", "two of the five", "the others"."""

from __future__ import annotations

from collections.abc import Sequence

from detente.language.numbers import FoundQuantity
from detente.reading.nouns.mention import Mention, without_article
from detente.reading.nouns.phrases import Phrases
from detente.reading.parsing.words import Sentence, Word
from detente.records import Quantity

_JOINING = frozenset({"and", "with", "plus"})
_ONE = frozenset({"a", "an", "another", "one"})
_DEFINITE = frozenset({"the", "those", "these", "all", "his", "her", "their", "both"})
_NONE = frozenset({"no", "none", "neither"})
_ALL = frozenset({"all", "every", "everyone", "everybody", "both"})
_COUNTED_TAGS = frozenset({"CD", "DT", "NN", "NNS", "JJ", "PDT", "NNP"})
_POINTERS = {
    "other": "others", "others": "others", "some": "others", "rest": "rest", "none": "none",
    "nobody": "none", "former": "former", "latter": "latter", "more": "others",
}  # fmt: skip
_FREED_ON = frozenset({"bail", "parole", "ground", "grounds", "charge", "charges", "condition", "suspicion"})
_SUMS = frozenset({"number", "total", "tally", "count"})
_ENDS = frozenset({"last", "first", "latest", "youngest", "oldest", "eldest", "remainder"})
_TAKEN = frozenset({
    "freed", "released", "detained", "jailed", "pardoned", "amnestied", "imprisoned", "abducted", "kidnapped",
    "captured", "exiled", "deported", "expelled", "arrested", "disappeared", "condemned", "convicted",
    "accused",
})  # fmt: skip
ANYBODY = frozenset({"anyone", "anybody", "someone", "somebody"})
"""Of whom only a denial tells anything: "denied that anyone was set free"."""
_POINTED = frozenset({
    "other", "others", "everyone", "everybody", "all", "both", "those", "some", "none", "nobody", "one",
    "each", "former", "latter", "rest", *ANYBODY,
}) | _TAKEN  # fmt: skip


def group(p: Phrases, w: Word, lo: int, hi: int, text: str, *, state: str | None, plural: bool) -> Mention:
    """People by a noun, with their count: "two jailed teachers", "all prisoners", "an editor"."""
    found = _part(p, lo, hi) or p.number_in(lo, hi)
    first = p.s[lo]
    quantity = people_count(found)
    if found is not None and quantity is not None and (more := _one_and(p, lo, found)) is not None:
        quantity = more
    if not plural and quantity is None and first.low in _ONE:
        quantity = Quantity(1, 1, exact=True, cue=first.text)
    if plural and quantity is None and w.dep == "pobj" and p.s[w.head].low == "of":
        above = p.s[p.s[w.head].head]  # "the number of prisoners freed stands at 640"
        quantity = _brought_to(p, above) if above.lemma in _SUMS else None
    if quantity is None and lo + 1 >= w.i:
        quantity = _by_its_noun(p, w, first)
    m = Mention(
        w.i, lo, hi, "group", without_article(text), text, w.lemma, human=True, plural=plural, state=state,
        quantity=quantity, definite=first.low in _DEFINITE or _definite(found),
        negative=first.low in _NONE and not _at_least(p, lo),
    )  # fmt: skip
    if quantity is None and first.low in _ALL:
        m.anaphor = "all"
    return m


def _by_its_noun(p: Phrases, w: Word, first: Word) -> Quantity | None:
    """ "Both nuns", "the couple": two; "the crew of twelve": twelve."""
    behind = p.s.objects(w.i, frozenset({"of"}))
    if w.lemma in p.lex["nouns.aboard"] and len(behind) == 1 and p.s[behind[0]].tag == "CD":
        return people_count(p.number_in(behind[0], behind[0]))
    two = (first.low == "both" and p.s.kid(w.i, "conj") is None) or (
        w.lemma in p.lex["nouns.two"] and w.tag == "NN" and not behind
    )
    return Quantity(2, 2, exact=True, cue=first.text if first.low == "both" else w.text) if two else None


def _part(p: Phrases, lo: int, hi: int) -> FoundQuantity | None:
    """ "198 of 1,140 beneficiaries": the part, which the model takes for a word of the number behind it."""
    start, end = p.s[lo].start - p.s.start, p.s[hi].end - p.s.start
    inside = [q for q in p.numbers if q.kind == "count" and start <= q.start and q.end <= end]
    if len(inside) == 2 and p.s.text[inside[0].end : inside[1].start].strip() == "of":
        return inside[0]
    return None


def _one_and(p: Phrases, lo: int, found: FoundQuantity) -> Quantity | None:
    """ "A Dane and two other people", in one phrase: three."""
    q, at = found.quantity, p.s.at(p.s.start + found.start, p.s.start + found.end)
    if p.s[lo].low not in {"a", "an"} or not q.exact or q.lo is None or at[0] - 1 <= lo:
        return None
    if p.s[at[0] - 1].low != "and":
        return None
    many = int(q.lo) + 1
    return Quantity(many, many, exact=True, cue=p.s.span_text(lo, at[-1]))


def people_count(found: FoundQuantity | None) -> Quantity | None:
    """The quantity of a count; None for a ratio."""
    if found is None or found.kind == "ratio":
        return None
    return found.quantity


def _definite(found: FoundQuantity | None) -> bool:
    return bool(found and getattr(found, "definite", False))


def is_counted(p: Phrases, w: Word) -> bool:
    """Is the head itself a number, or a noun that gathers others: "61", "dozens", "a group"?"""
    number = p.number_in(w.i, w.i)
    return w.lemma in p.lex["nouns.collective"] or number is not None


def _at_least(p: Phrases, lo: int) -> bool:
    """ "no fewer than nine": the *no* denies nothing."""
    return lo + 1 < len(p.s) and p.s[lo + 1].low in {"fewer", "less", "more"}


def is_ordinal(p: Phrases, w: Word, lo: int) -> bool:
    """ "A fourth is still held": an ordinal that names no noun behind it."""
    alone = lo == w.i - 1 and p.s[lo].low in {"a", "the"}
    return (
        alone and w.low in p.lex["closed.ordinal"] and w.dep in {"nsubj", "nsubjpass", "dobj", "pobj", "conj"}
    )


def one_more(p: Phrases, w: Word, lo: int, hi: int) -> Mention:
    """One more of those told before: "a fourth"."""
    text = p.text(lo, hi)
    return Mention(
        w.i, lo, hi, "group", without_article(text), text, w.low, human=True, anaphor="number",
        quantity=Quantity(1, 1, exact=True, cue=p.s[lo].text),
    )  # fmt: skip


def is_end(p: Phrases, w: Word, lo: int) -> bool:
    """ "The last of the hostages", "the first of the 150": an end of people told, of no noun of its own."""
    of = p.of(w)
    people = of is not None and (of.human or of.anaphor is not None)
    return (
        people and lo == w.i - 1 and p.s[lo].low == "the" and w.low in _ENDS and w.dep not in {"amod", "det"}
    )


def end(p: Phrases, w: Word, lo: int) -> Mention:
    """Those at one end of people told: "the last of the hostages"; how many is not said."""
    of = p.of(w)
    hi = of.hi if of is not None else w.i
    text = p.text(lo, hi)
    return Mention(
        w.i, lo, hi, "group", without_article(text), text, of.noun if of is not None else w.low, human=True,
        plural=True, state=of.state if of is not None else None, definite=True,
        whole=of.head if of is not None else None,
    )  # fmt: skip


def collective(p: Phrases, w: Word, lo: int, hi: int) -> Mention:
    """ "hundreds of prisoners", "114 of the freed", "a group of twelve Christians", "61", "the 52"."""
    number = p.number_in(w.i, w.i)
    quantity = people_count(number if number is not None else p.number_in(lo, hi))
    if quantity is None and p.s[lo].low == "the":
        quantity = _by_its_noun(p, w, p.s[lo])
    of = p.of(w)
    text = p.text(lo, hi)
    if w.lemma == "list":
        return Mention(w.i, lo, hi, "topic", without_article(text), text, w.lemma)
    if quantity is None and w.lemma in _SUMS:
        quantity = _brought_to(p, w)
    if of is not None:
        return _part_of(p, w, lo, of, number, quantity)
    if w.lemma in {"total", "number", "majority"} and quantity is None:
        return Mention(w.i, lo, hi, "topic", without_article(text), text, w.lemma)
    human = w.tag in _COUNTED_TAGS and w.dep not in {"npadvmod", "nummod", "compound"}
    anaphor = "rest" if w.lemma in {"rest", "remainder"} else "group" if w.lemma == "group" else "number"
    return Mention(
        w.i, lo, hi, "group", without_article(text), text, w.lemma, human=human, plural=True,
        quantity=quantity, anaphor=anaphor,
        definite=p.s[lo].low in {"the", "these", "those"} or _definite(number),
    )  # fmt: skip


def _brought_to(p: Phrases, w: Word) -> Quantity | None:
    """ "Brings to 640 the number freed", "the number freed stands at 640": what a sum comes to."""
    if w.dep not in {"dobj", "nsubj", "nsubjpass"}:
        return None
    verb = p.s[w.head]
    if any(k.tag in {"MD", "TO"} or k.dep == "neg" for k in p.s.kids(verb.i)):
        return None  # "would bring to 640", "did not reach 640"
    over = w.dep != "nsubj" and verb.lemma in p.lex["verbs.sum_up"]
    if not over and not (w.dep == "nsubj" and verb.lemma in p.lex["verbs.amount"]):
        return None
    told = [k.i for k in p.s.words[verb.i + 1 :] if k.dep == "pobj" and p.s[k.head].low in {"to", "at"}]
    for i in (*told, *(k.i for k in p.s.kids(verb.i, "attr", "dobj"))):
        found = p.number_in(i, i) if i != w.i and p.s[i].tag == "CD" else None
        if found is not None and found.kind == "count":
            return found.quantity
    return None


def _part_of(
    p: Phrases, w: Word, lo: int, of: Mention, number: FoundQuantity | None, quantity: Quantity | None
) -> Mention:
    part = of.definite and quantity is not None
    text = p.text(lo, of.hi)
    if quantity is None and of.quantity is not None and not of.definite:
        quantity = of.quantity
    m = Mention(
        w.i, lo, of.hi, "group", without_article(text), text, of.noun,
        human=of.human or of.anaphor is not None, plural=True, quantity=quantity, state=of.state,
        whole=of.head if part else None,
    )  # fmt: skip
    if number is not None and number.kind == "ratio":
        m.anaphor, m.quantity = "ratio", _share(number.quantity, of.quantity)
    return m


def _share(ratio: Quantity, whole: Quantity | None) -> Quantity | None:
    """ "half of the 30": the ratio of an exact whole; nothing where the whole is not told."""
    if whole is None or not whole.exact or whole.lo is None or ratio.lo is None or ratio.hi is None:
        return None
    lo, hi = ratio.lo * whole.lo, ratio.hi * whole.lo
    if ratio.lo == ratio.hi and float(lo).is_integer():
        return Quantity(int(lo), int(lo), cue=ratio.cue, soft_lo=True, soft_hi=True)
    return Quantity(int(lo), int(hi), soft_lo=True, soft_hi=True, cue=ratio.cue)


def is_pointing(p: Phrases, w: Word) -> bool:
    """Does the word stand for people told before: "the others", "those", "the freed"?"""
    if w.low == "more" and w.tag in {"JJR", "NN"} and w.dep in {"dobj", "nsubjpass"}:
        return _more_people(p, w)
    return w.tag == "DT" or w.lemma in _POINTED or (w.low in _TAKEN and w.tag[:2] in {"NN", "JJ", "VB"})


def pointing(p: Phrases, w: Word, lo: int, hi: int) -> Mention | None:
    """ "the others", "all of them", "the freed", "both": people told before."""
    if w.dep in {"det", "predet", "amod"}:
        return None
    of = p.of(w)
    if of is not None:
        hi = of.hi
    text = p.text(lo, hi)
    if w.lemma in {"this", "that", "it", "these"}:
        return Mention(w.i, lo, hi, "event", text, text, w.lemma, anaphor="it")
    if w.low in _TAKEN and p.s[lo].low not in {"the", "those"}:
        return None
    anaphor = _POINTERS.get(w.lemma, "all")
    return Mention(
        w.i, lo, hi, "group", without_article(text), text, w.lemma,
        human=of is None or of.human or of.anaphor is not None, plural=True, anaphor=anaphor, definite=True,
        negative=anaphor == "none", state=of.state if of else None,
        quantity=_pointed_count(p, w, lo, hi, anaphor),
    )  # fmt: skip


def _more_people(p: Phrases, w: Word) -> bool:
    """ "Will free more on Monday", and not "released more on its website", "… about the deal"."""
    verb = p.s[w.head]
    behind = [k for i in p.s.subtree(verb.i) if i > w.i for k in [p.s[i]] if k.dep == "prep"]
    on = [o for k in behind if k.low == "on" and k.head in {w.i, verb.i} for o in p.s.kids(k.i, "pobj")]
    told = any(k.low == "about" for k in behind) or any(
        o.lemma not in p.lex["nouns.calendar"] and o.lemma not in _FREED_ON for o in on
    )
    return verb.lemma in p.lex["verbs.custody"] and not told


def _pointed_count(p: Phrases, w: Word, lo: int, hi: int, anaphor: str) -> Quantity | None:
    found = p.number_in(lo, hi)
    if found is not None:
        return _one_and(p, lo, found) or people_count(found)
    several = anaphor == "others" and w.low not in {"other", "more"}  # "the other was freed"
    return Quantity(2, None, soft_lo=True, cue=w.text) if several else None


def together(s: Sentence, people: Sequence[Mention]) -> Quantity | None:
    """ "Ana Dorn and two colleagues" are three: names beside one counted group that is joined to them.

    "A nun and her driver" are two.
    """
    named = [m for m in people if m.kind == "person" and m.anaphor in {None, "he", "she"}]
    groups = [m for m in people if m.kind == "group"]
    names = {m.name for m in named}
    if len(people) == len(groups) == 2 and _joined(s, groups[1]) and groups[1].quantity is None:
        first, more = groups[0].quantity, _one_more(s, groups[1])
        if first is None or more is None or first.lo is None or first.lo != first.hi:
            return None
        return _sum(s, people, int(first.lo) + 1)
    if not named or len(groups) != 1 or len(named) + 1 != len(people):
        return None
    group = groups[0]
    last = all(m.head < group.lo for m in named) and _joined(s, group)
    beside = s[max(0, named[0].lo - 2)].low in {"along", "together"}  # "eight pupils, along with X": eight
    leads = len(names) == 1 and group.hi < named[0].lo and s[named[0].lo - 1].low in _JOINING and not beside
    more = group.quantity or _one_more(s, group)
    if not (last or leads) or more is None or more.lo is None or more.lo != more.hi:
        return None
    return _sum(s, people, int(more.lo) + len(names))


def _sum(s: Sentence, people: Sequence[Mention], many: int) -> Quantity:
    lo, hi = min(m.lo for m in people), max(m.hi for m in people)
    return Quantity(many, many, exact=True, cue=s.span_text(lo, hi))


def _joined(s: Sentence, m: Mention) -> bool:
    """ "and two nuns", "and, the radio added, “two nuns”"."""
    said = s[m.head].dep == "conj" and s[m.lo - 1].tag in {",", "``"}
    opening = s.kids(s[m.head].head, "cc") if said else []
    return s[m.lo - 1].low in _JOINING or any(k.low in _JOINING and k.i < m.lo for k in opening)


def _one_more(s: Sentence, m: Mention) -> Quantity | None:
    """ "and his driver", "and a second Dane": one more by the noun."""
    one = not m.plural and m.anaphor is None and s[m.head].tag in {"NN", "NNP"}
    return Quantity(1, 1, exact=True, cue=s.span_text(m.lo, m.hi)) if one else None
