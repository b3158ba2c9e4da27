"""Lists of persons told word by word, where the parse loses some: "Suharyo, a farmer, and Wulandari, 20"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from detente.language.gazetteer import gazetteer
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.seen_names import PARTICLES, Names, is_title
from detente.reading.parsing.words import PROPER, Sentence, Word

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"WP", "WDT", "WP$", "WRB"})
_CLAUSE = frozenset(
    {"that", "after", "while", "when", "because", "if", "since", "until", "though", "as", "before"}
)
_WHEN = frozenset({"since", "until", "after", "before"})
_QUOTES = frozenset({"``", "''"})
_NOUNS = frozenset({"NN", "NNS"})
_NAMING = frozenset({"named", "identified"})
_PARTS = frozenset({"DT", "JJ", "NN", "NNS", "PRP$", "CD", "HYPH", "VBN", "NNP", "NNPS"})
_MOST = 5
"""Words of a name."""


@dataclass(frozen=True, slots=True)
class Run:
    """A name in a list: its first and last word, and whether the words around show it to be somebody's."""

    lo: int
    hi: int
    shown: bool
    kin: int = -1
    """The surname that another name gives: "*Ada* and Ben Orlu"."""


def name_of(s: Sentence, r: Run) -> str:
    """The name as written, with the surname that it shares with the next."""
    return s.span_text(r.lo, r.hi) + (f" {s[r.kin].text}" if r.kin >= 0 else "")


def runs(s: Sentence, lo: int, hi: int, lex: Lexicon, names: Names | None = None) -> list[Run]:
    """The persons named from word ``lo`` to word ``hi``, where nothing but a list of people stands.

    No owner ("Orlu's lawyer"), nobody behind a preposition ("editor of Zaman", "son of Ben Roth") or
    inside a relative clause, no second name of the same person ("alias Keo"), and no body or place.

    Args:
        s: the sentence.
        lo: where the list begins.
        hi: its last word.
        lex: word classes.
        names: those whom the document names in full: they may stand by one word.
    """
    out: list[Run] = []
    barred, last = False, -2
    inside = relative_clauses(s)
    for run in _names(s, lo, hi, lex, names):
        before = s[run.lo - 1] if run.lo else None
        if before is not None and before.tag in {";", ":"}:
            barred = False
        first = _phrase_start(s, run.lo, lo, lex)
        joint = s[first - 1] if first > lo else None
        called = joint is not None and _is_of_those(s, joint.i, lex)
        if joint is not None and joint.tag in {"IN", "TO"} and joint.low != "including" and not called:
            barred = not _calls_one(s, first - 2, lo, lex) or barred
            last = run.hi
            continue
        if joint is not None and joint.low == "not":
            barred, last = True, run.hi
            continue  # "freed X, not Y or Z"
        if joint is not None and joint.low == "and" and joint.i == last + 1:
            last = run.hi
            continue  # "at the house of Orlu and Roth"
        if barred and joint is not None and joint.low in {"and", ",", "or"}:
            continue
        if is_byname(s, run.lo):
            continue
        same = before is not None and before.low in lex["nouns.by_name"] and s[before.i - 1].tag not in _NOUNS
        owner = run.hi + 1 < len(s) and s[run.hi + 1].tag == "POS"
        if not (same or owner or run.lo in inside):
            out.append(run)
    return out


def is_byname(s: Sentence, lo: int) -> bool:
    """ "the medic Ada Orlu (“Bird”)", "the rapper Ada Orlu “Bird”": another name of hers, in quotes."""
    return lo > 1 and s[lo - 1].tag in _QUOTES and (s[lo - 2].tag == "-LRB-" or lo - 1 in _bynames(s))


def _bynames(s: Sentence) -> dict[int, int]:
    """The quotes around another name right behind a name: where they open → where they close."""
    quotes = [w.i for w in s.words if w.tag in _QUOTES]
    return {
        k: j
        for k, j in pairwise(quotes)
        if k and s[k - 1].tag in PROPER and k + 1 < j <= k + 4
        and all(w.text[:1].isupper() or w.low in PARTICLES for w in s.words[k + 1 : j])
    }  # fmt: skip


def _calls_one(s: Sentence, i: int, lo: int, lex: Lexicon) -> bool:
    """ "X, a graduate of Oxford, Y": who one is; not "the sons of X, Y", "at the request of X, Y"."""
    if i < lo or s[i].tag != "NN":
        return False
    first = _phrase_start(s, i, lo, lex)
    return s[i].lemma in lex["nouns.human nouns.office nouns.kinship"] or (
        first > lo and s[first - 1].tag == ","
    )


def _only_name(s: Sentence, i: int, lex: Lexicon) -> bool:
    """ "a cook known as Don Lucho", "a boy named only as Kim": the name of whom nothing else names."""
    while i and (s[i].low == "as" or s[i].tag == "RB"):
        i -= 1
    return i > 0 and s[i].low in lex["nouns.by_name"] | _NAMING and s[i - 1].tag in {*_NOUNS, "JJ"}


def _is_of_those(s: Sentence, i: int, lex: Lexicon) -> bool:
    """ "such as X", "detainees like X", "In addition to X, Y and Z were freed": X is one of them."""
    before, opens = s[i - 1] if i else s[i], lex.pattern("besides").match(s.text)
    if s[i].low == "like":
        return before.tag == "NNS" and before.lemma in lex["nouns.human nouns.held"]
    as_one = s[i].low == "as" and (before.low in {"such", "well"} or _only_name(s, i, lex))
    return as_one or (opens is not None and s[i].end == s.start + opens.end() - 1)


def relative_clauses(s: Sentence) -> frozenset[int]:
    """The words of relative clauses, each up to the comma behind its verb."""
    out: set[int] = set()
    inside, told = False, False
    for w in s.words:
        if w.tag in _RELATIVE and w.i and s[w.i - 1].tag[:2] in {"NN", "CD", ",", "IN", "-R", "-L"}:
            inside, told = True, False
        elif inside and told and (w.tag in {",", ":", "-RRB-"} or _goes_on_above(s, w.i)):
            inside = False
        told = told or w.tag[:1] == "V"
        if inside:
            out.add(w.i)
    return frozenset(out)


def first_verb(s: Sentence) -> int | None:
    """The verb of the first clause, behind what relative clauses tell of its subject."""
    inside = relative_clauses(s)
    verbs = (w for w in s.words if w.tag in _FINITE and w.i not in inside and w.i)
    return next((w.i for w in verbs if s[w.i - 1].tag != "," or not _is_aside(s, w.i)), None)


def _is_aside(s: Sentence, i: int) -> bool:
    """ "Orlu, arrested in May, …": a participle between two commas, which the model takes for a past."""
    closes = next((w for w in s.words[i + 1 :] if w.tag in {",", ";", *_FINITE}), None)
    like = s[i].low.endswith("ed") or s[i].low in {"held", "kept"}
    return s[i].tag == "VBD" and like and closes is not None and closes.tag == ","


def _goes_on_above(s: Sentence, i: int) -> bool:
    """ "those who were seized in Dorn *included*": a second verb without a subject of its own."""
    before = s[i - 1].tag
    if s[i - 1].low == "not" and s[i].lemma == "be":
        return s[i - 2].tag in _FINITE  # "those who should have come and did not *are*"
    return s[i].tag in _FINITE and before[:1] not in {"V", "P", "M", "R", "W"} and before not in {"CC", "TO"}


def list_before(s: Sentence, end: int, lex: Lexicon) -> int:
    """Where the list begins that stands before word ``end``: behind the clause or the aside before it."""
    inside, named = relative_clauses(s), {i for pair in _bynames(s).items() for i in pair}
    i = end - 1
    while i >= 0:
        w = s[i]
        if (
            i not in inside
            and i not in named
            and (
                (_is_finite(s, i, lex) and not _told_of_one(s, i, lex))
                or w.tag in _QUOTES
                or w.text == ":"
                or _opens_clause(s, i)
                or (w.tag == "VBG" and s[i + 1].tag not in {"NN", "NNS"})
            )
        ):
            break
        i -= 1
    says = i >= 0 and s[i].tag in _FINITE and s[i].lemma in lex["verbs.report"]
    if says and (teller := next((k.i for k in s.kids(i, "nsubj") if k.i > i), None)) is not None:
        ends = (k for k in range(teller + 1, end) if k not in inside and s[k].tag in {",", "CC", ":"})
        return next(ends, i) + 1  # "…, said X, and Y and Z were freed"
    if i < 0 or says or s[i].low == "that" or s[i].text == ":" or s[i].tag in _QUOTES:
        return i + 1
    comma = next((k for k in range(i + 1, end) if s[k].tag in {",", ":"}), end)
    return comma + 1


def _is_finite(s: Sentence, i: int, lex: Lexicon) -> bool:
    """A verb with a subject; "defenders Ada Orlu" is a noun taken for one, ", wanted for" no past."""
    if s[i].tag == "VBD" and s[i].dep == "acl" and s.kid(i, "nsubj") is None:
        return False
    people = s[i].tag == "VBZ" and i + 1 < len(s) and s[i + 1].tag in PROPER
    return s[i].tag in _FINITE and not (people and s[i].lemma in lex["nouns.human nouns.held"])


def _told_of_one(s: Sentence, i: int, lex: Lexicon) -> bool:
    """ "Orlu, arrested in May, and …": what is told of one in the list, which the model takes for a past."""
    aside = i > 0 and s[i - 1].tag == "," and s[i].tag == "VBD"
    return aside and (s[i].low.endswith("ed") or s[i].low == "held") and s[i].lemma not in lex["verbs.report"]


def list_behind(s: Sentence, start: int, lex: Lexicon) -> int:
    """The last word of the list that begins at ``start``; the subject of a verb behind it is none of it."""
    inside, named = relative_clauses(s), {i for pair in _bynames(s).items() for i in pair}
    for w in s.words[start:]:
        if w.i in inside or (_is_aside(s, w.i) and s[w.i - 1].tag == ","):
            continue
        if _is_finite(s, w.i, lex):
            says = s[w.i - 1].tag == "," and any(k.i > w.i for k in s.kids(w.i, "nsubj"))  # "X and Y, said Z"
            return w.i - 2 if says else _before_subject(s, start, w.i, lex)
        if w.tag in _QUOTES and (s[w.i - 1].tag == "-LRB-" or s[min(w.i + 1, len(s) - 1)].tag == "-RRB-"):
            continue  # a byname: "Orlu ("Bird")"
        if w.i in named:
            continue
        if w.tag in _QUOTES or w.text == ":" or _opens_clause(s, w.i):
            return w.i - 1
        if w.tag == "VBN" and s[w.i - 1].low in {"and", "but"} and s[min(w.i + 1, len(s) - 1)].tag == "IN":
            return w.i - 2  # "arrested along with X and charged with insulting Y"
        if (w.tag == "VBG" and s[w.i - 1].tag == ",") or w.low in {"according", "but"}:
            return w.i - 1
    return len(s) - 1


def in_another_clause(s: Sentence, verb: int, i: int, lex: Lexicon) -> bool:
    """Stands the word behind a semicolon that its verb is not told beyond: "arrested two; a third fled"?"""
    opens = next((k for k in range(i, verb, -1) if s[k].text == ";"), None)
    if opens is None:
        return False
    closes = next((k for k in range(i, len(s)) if s[k].text == ";"), len(s))
    inside = relative_clauses(s)
    aside = next((k for k in range(i, closes) if s[k].low in _CLAUSE), closes)
    told = (s[k] for k in range(i, aside) if s[k].tag in _FINITE and k not in inside)
    apposed = s[_phrase_start(s, i, 0, lex) - 1].tag == ","  # "a third man, X, escaped"; "X, jailed in May"
    return any(apposed or s[w.i - 1].tag != "," for w in told)


def _opens_clause(s: Sentence, i: int) -> bool:
    """A word that opens a clause; "named only as Kim" is none, nor "held since May", "jailed as a spy"."""
    as_one = s[i].low == "as" and s[i].dep == "prep"
    if as_one or (s[i].low in _WHEN and i and s[i - 1].tag in {"VBN", "VBD"}):
        ends = next((w.i for w in s.words[i + 1 :] if w.tag in {",", ":", "."}), len(s))
        if all(w.tag[:1] not in {"V", "M"} for w in s.words[i + 1 : ends]):
            return False
    known = i + 1 < len(s) and (s[i + 1].tag in PROPER or s[i - 1].low in {"such", "well"})
    named = s[i].low == "as" and known
    return s[i].low in _CLAUSE and s[i].tag in {"IN", "WRB"} and not named


def _before_subject(s: Sentence, start: int, verb: int, lex: Lexicon) -> int:
    """The last word before the clause of this verb: before the semicolon, the *and* or the comma."""
    semicolon = next((k for k in range(verb - 1, start, -1) if s[k].text == ";"), None)
    if semicolon is not None:
        return semicolon - 1
    heads = s.kids(s[verb].head if s[verb].dep in {"aux", "auxpass"} else verb, "nsubj", "nsubjpass")
    firsts = [s.np(k.i)[0] for k in heads if start < k.i < verb]
    own = [i for i in firsts if i > start + 2]
    if own and s[own[0] - 1].low == "and" and s[own[0] - 2].tag == ",":
        return own[0] - 3  # "freed X, and Y and Z were told"
    if firsts and firsts[0] > start and s[firsts[0] - 1].tag == "," and s[verb].lemma in lex["verbs.report"]:
        return firsts[0] - 2  # "freed X, the lawyer Y, of Kell Watch, said"
    last = next((k for k in range(verb - 1, start, -1) if s[k].tag in {",", "CC"} and k < verb - 1), start)
    return last - 1


def _phrase_start(s: Sentence, i: int, lo: int, lex: Lexicon) -> int:
    """Where the phrase of a name begins; a day before it is none of it: "On Friday Ada Orlu".

    Nor is the body of an office: "the League of Greens chair Ada Orlu" is not "of Ada Orlu".
    """
    office = False
    while i > lo and s[i - 1].tag in _PARTS and s[i - 1].low not in lex["nouns.calendar"]:
        if office and s[i - 1].tag in PROPER:
            break
        office = office or (s[i - 1].tag == "NN" and s[i - 1].lemma in lex["nouns.human nouns.office"])
        i -= 1
    return i


# ── names ──
def _names(s: Sentence, lo: int, hi: int, lex: Lexicon, names: Names | None) -> Iterator[Run]:
    i, quoted = lo, _bynames(s)
    while i <= hi:
        if not _begins(s[i]):
            i += 1
            continue
        end = i
        while end < hi and (_goes_on(s, end + 1, hi) or end + 1 in quoted):
            last = quoted.get(end + 1, end)  # 'Ada "Bird" Orlu'
            if end + 1 in quoted and not (last < hi and _begins(s[last + 1])):
                break
            end = last + 1
        first = _own_start(s, i, end, lex)
        if first is not None and _is_name(s, first, end, lex):
            shown = _described(s, i, first, end, lex)
            known = names is not None and first == end and names.knows(s[end].text)
            kin = _shared(s, end, hi) if end == first and not known else -1
            if end > first or shown or known or kin >= 0:
                yield Run(first, end, shown, kin)
        i = end + 1


def _shared(s: Sentence, i: int, hi: int) -> int:
    """ "Ada and Ben Orlu": the surname of a first name that *and* joins to a whole name; -1 for none."""
    last = i + 2
    while last < hi and s[last + 1].tag in PROPER:
        last += 1
    whole = last > i + 2 and last <= hi and all(s[k].tag in PROPER for k in range(i + 2, last + 1))
    return last if whole and s[i + 1].low == "and" and s[i].tag == "NNP" else -1


def _begins(w: Word) -> bool:
    return w.tag in PROPER and w.text[:1].isupper()


def _goes_on(s: Sentence, i: int, hi: int) -> bool:
    """Does the name go on: a capital, a particle or a hyphen before one, or a nickname in quotes?"""
    w, behind = s[i], s[i + 1] if i < hi else None
    if w.tag in PROPER and (w.text[:1].isupper() or s[i - 1].tag == "HYPH"):
        return True  # "Lee Sang-woo"
    if w.tag == "HYPH":
        return behind is not None and behind.tag in PROPER
    return (
        behind is not None and w.low in PARTICLES and (behind.text[:1].isupper() or behind.low in PARTICLES)
    )


def _own_start(s: Sentence, lo: int, hi: int, lex: Lexicon) -> int | None:
    """Where the name itself begins, behind a day, a title, a nation, a calling with a capital."""
    i = lo
    while i <= hi and (
        s[i].low in lex["nouns.calendar"]
        or is_title(s[i], lex)
        or s[i].lemma in lex["nouns.human"]
        or s[i].lemma in lex["nouns.office"]
        or (i < hi and any(h.kind in {"people", "demonym"} for h in gazetteer().find(s[i].text)))
    ):
        i += 1
    return i if i <= hi else None


def _is_name(s: Sentence, lo: int, hi: int, lex: Lexicon) -> bool:
    words = s.words[lo : hi + 1]
    if len(words) > _MOST + 1 or any(w.lemma in lex["nouns.body nouns.airwaves"] for w in words):
        return False
    if all(w.text.isupper() for w in words) or s[lo].low in lex["nouns.calendar"]:
        return False
    if hi + 1 < len(s) and s[hi + 1].tag in {"NN", "NNS"}:
        return False  # "Zaman daily", "Lusk prison"
    text = s.span_text(lo, hi)
    towns = {"city", "region"}
    return all(h.kind in towns and h.end - h.start < len(text) for h in gazetteer().find(text))


def _described(s: Sentence, phrase: int, lo: int, hi: int, lex: Lexicon) -> bool:
    """Do words beside it show a person: an age, "a farmer", "the student X", a title?"""
    human = lex["nouns.human nouns.kinship"]
    if lo > phrase and any(w.low not in lex["nouns.calendar"] for w in s.words[phrase:lo]):
        return True
    if phrase and s[phrase - 1].tag in {"NN", "NNS"} and s[phrase - 1].lemma in human:
        return True
    if hi + 2 < len(s) and s[hi + 1].text in {",", "("}:
        after = s[hi + 2]
        if after.tag == "CD" and after.text.isdigit() and len(after.text) == 2:
            return True
        if after.low in {"a", "an", "the", "her", "his", "their"}:
            noun = next((w for w in s.words[hi + 3 : hi + 8] if w.tag in {"NN", "NNS"}), None)
            while noun is not None and noun.i + 1 < len(s) and s[noun.i + 1].tag == "NN":
                noun = s[noun.i + 1]
            return noun is not None and noun.lemma in human
    return False


def of_neither(s: Sentence, start: int) -> bool:
    """ "*Neither* X nor Y was among them", "*none* of them": said of nobody, with no other clause between."""
    aside = relative_clauses(s)
    before = [w for w in s.words if w.start < s.start + start and w.i not in aside]
    last = max((n for n, w in enumerate(before) if w.low in {"neither", "nor", "none"}), default=len(before))
    return last < len(before) and not any(w.tag in _FINITE for w in before[last:])


_OF_A_CLAUSE = frozenset(
    {"when", "while", "as", "after", "before", "until", "once", "since", "because", "where"}
)


def when_done(s: Sentence, end: int) -> bool:
    """ "In the room *when* they freed Y": the freeing is of another clause, and not of those before it."""
    w = next((w for w in reversed(s.words) if w.end <= end), s[0])
    return any(k.low in _OF_A_CLAUSE for k in s.kids(w.i, "mark", "advmod") if k.i < w.i)
