"""Names that a sentence gives for people told before: "one of the four, Ada Orlu", "they are X and Y"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import PROPER, Sentence
from detente.reading.shapes.rolls import first_verb, list_behind, name_of, runs
from detente.records import FREED, TypeName

_ROLL = (
    "roster_part", "roster_among", "roster_all", "roster_apposed", "roster_behind", "roster_named",
    "roster_identified", "roster_names", "roster_aside", "roster_include", "roster_one", "roster_he",
    "roster_best", "roster_best_is", "roster_from", "roster_such", "roster_dashed", "roster_few",
    "roster_verbless",
)  # fmt: skip
_WHOLE = frozenset({"roster_named", "roster_identified", "roster_names"})
_BARE = frozenset({"roster_few", "roster_verbless"})
_SINGLE = frozenset({"roster_one", "roster_he", "roster_best", "roster_best_is"})
_EVERY = frozenset({"roster_all", "roster_apposed", "roster_dashed"})
_OTHERS = frozenset({"include", "other", "others"})
_NAMELESS = frozenset({"them", "they", "these", "those", "both", "whom", "their"})
_GATHERED = frozenset({"group", "list"})
_ASIDE = frozenset({"relcl", "acl", "poss", "prep", "advcl"})
_WITHIN = frozenset({"compound", "poss", "nmod", "amod"})
_STOPS = frozenset({"MD", "WP", "WDT", "WP$", "WRB", ":"})
_DEEDS: tuple[tuple[str, frozenset[TypeName]], ...] = (
    ("pardon", frozenset({"CLEMENCY"})),
    ("clemency", frozenset({"CLEMENCY"})),
    ("amnest", frozenset({"CLEMENCY"})),
    ("freed", FREED),
    ("released", FREED),
    ("arrested", frozenset({"DETAIN"})),
    ("detained", frozenset({"DETAIN"})),
)
_REST = re.compile(r"\b(?:others?|remaining|rest)\b", re.IGNORECASE)
_THOSE = re.compile(r"th(?:os|es)e (?=\w)", re.IGNORECASE)
_TAKEN: tuple[tuple[str, frozenset[TypeName]], ...] = (
    ("(?:arrested|detained|seized|taken|captured|kidnapped|abducted)", frozenset({"DETAIN"})),
    ("(?:convicted|sentenced|jailed|charged)", frozenset({"SENTENCE"})),
    ("(?:missing|held)", frozenset({"CUSTODY_STATE"})),
    ("(?:deported|expelled|extradited|moved|transferred|handed over|turned over)", frozenset({"TRANSFER"})),
    ("(?:sent|flown)(?: (?:home|back|north|south|east|west|abroad|out))?", frozenset({"TRANSFER"})),
    ("(?:delisted|cleared|removed|taken off|struck off)", frozenset({"SANCTION_EASE"})),
    ("(?:listed|sanctioned|designated|blacklisted|targeted|hit)", frozenset({"SANCTION_IMPOSE"})),
)
_TITLE = 8
"""So many words stand between the comma and the name."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Names with the words that say of which people they are.

    Attributes:
        sentence: its index in the document.
        start: where the words that point to the people stand in the text.
        names: in order.
        number: how many the whole is told to be ("one of the *four*"); none where it is not counted.
        noun: what the whole is called; empty for "them".
        every: are these the names of all?
        next: can they only be of those whom the sentence before tells of?
        state: of which nation the whole is told to be: "the three *Danes*".
        deed: the types of what befell them, where the words say so: "the others *pardoned* are Ada Orlu".
        part: are they those of a kind among a counted group: "*those from the army* are Ada Orlu and …"?
        apart: does only what their own sentence tells befall them: "*the other two*, X and Y, died"?
        rest: are they those of a group whom nothing named before: "*the others*: X and Y"?
        called: does somebody say who those of the group are: "police named *the suspects* as X and Y"?
        stays: does their sentence tell that they are held yet, so that nobody freed further on is of them?
    """

    sentence: int
    start: int
    names: tuple[str, ...]
    number: int | None
    noun: str
    every: bool = False
    next: bool = False
    part: bool = False
    state: str | None = None
    deed: frozenset[TypeName] = frozenset()
    apart: bool = False
    rest: bool = False
    called: bool = False
    stays: bool = False


def all_told(page: Iterable[tuple[Sentence, Mentions]], lexicon: Lexicon) -> Iterator[Roster]:
    """The names that the sentences of a page give for people told before."""
    before = ""
    for number, (s, ms) in enumerate(page):
        others = lexicon.pattern("told_of_others").search(before) is not None
        for name in _ROLL:
            for match in lexicon.pattern(name).finditer(s.text):
                found = _roster(number, s, ms, match, name)
                if found is not None:
                    stays = lexicon.pattern("told_of_others").search(s.text) is not None
                    yield replace(found, next=found.next or (others and not found.noun), stays=stays)
        before = s.text


def _roster(number: int, s: Sentence, ms: Mentions, match: re.Match[str], name: str) -> Roster | None:
    if name == "roster_verbless" and first_verb(s) is not None:
        return None  # "among them the poet X was the best known"
    if name == "roster_behind":
        people = _before(s, ms, match.start())
    elif name in _SINGLE:
        return _by_one(number, s, ms, match, name)
    elif match.group("then").strip()[:1].isalpha():
        people = _said_to_be(s, ms, match.end())
        people += _run_on(s, ms, match.end(), people) if people or name == "roster_include" else []
    else:
        people = _apposed(s, ms, match.end())
        people += _run_on(s, ms, match.end(), people) if name == "roster_verbless" else []
        if name in _BARE and any(_told_beside(s, ms, m) for m in people):
            return None
    part, whole = match.groupdict().get("part"), match.group("ref")
    most, wanted = _number(ms, match, "ref"), _number(ms, match, "part") if part else None
    every = name in _EVERY
    whole_given = name in _WHOLE and not part and not _OTHERS & {w.lemma for w in s.words}
    if wanted == 1 and name in {"roster_part", "roster_few"}:
        people = people[:1]
    most = None if name == "roster_few" else most  # "*two*, X and Y, …": of how many, it does not say
    if every:
        wanted = most
    if name == "roster_among" and ms.lex.pattern("told_of_others").search(match.group(0)):
        return None  # "Among the best known behind bars is X"
    if name == "roster_such" and not _some_came_out(s, ms, match):
        return None  # "others (such as X) were not"
    if not people or (wanted is not None and len(people) != wanted) or (every and len(people) < 2):
        return None
    start = s.start + match.start("ref")
    names = tuple(dict.fromkeys(ms.names.whole(m.name) for m in people))
    if name == "roster_such":
        return Roster(number, start, names, None, "", deed=FREED)
    if whole.lower().startswith("the others") or (name == "roster_dashed" and "other" in whole.lower()):
        return _of_the_rest(number, s, ms, match, names)
    if name == "roster_all" and _REST.search(whole):
        return _those_left(number, s, ms, match, names)
    apart = _REST.search(whole) is not None and not _told_free(ms, s.text)
    those = _THOSE.match(whole)
    deed: frozenset[TypeName] = frozenset()
    if those is not None and not ms.lex.pattern("those_told").match(whole[those.end() :]):
        types = (t for word, t in _TAKEN if re.search(rf"\b{word}$", whole, re.IGNORECASE))
        deed = next(types, frozenset())
        if not deed:
            return None  # "those feared dead", "those responsible", "those it refuses to free"
    noun = _called(s, match, whole)
    if (every or whole_given) and most is None and noun in ms.lex["nouns.anybody nouns.in_question"]:
        most, noun = len(names), ""  # "the men, X, Y and Z": so many as were told
    elif name == "roster_among" and most is None and noun in ms.lex["nouns.in_question"]:
        noun = ""  # "among the returnees are X and Y"
    every = every or whole_given or most == len(names)
    last = ms.at(s.at(start, s.start + match.end("ref"))[-1]) if noun else None
    state = last.state if last is not None else None
    after = name == "roster_few" or (name == "roster_include" and not noun and whole.lower() == "they")
    return Roster(
        number, start, names, most, noun, every=every, next=after, part=name == "roster_from", state=state,
        deed=deed, apart=apart, called=name in _WHOLE,
    )  # fmt: skip


def _told_free(ms: Mentions, text: str) -> bool:
    """Do the words themselves say that people came out, and not that they are to, or stayed?"""
    said = ms.lex.pattern("told_free").search(text) is not None
    return said and not any(ms.lex.pattern(x).search(text) for x in ("told_of_others", "not_told_free"))


def _some_came_out(s: Sentence, ms: Mentions, match: re.Match[str]) -> bool:
    """ "others (such as X) later", "some (such as X) went home": no others (such as X) who "wept"."""
    close = s.text.find(")", match.end())
    behind = re.split(r"[.;]", s.text[close + 1 :])[0] if close >= 0 else ""
    if close < 0 or ms.lex.pattern("not_of_the_told").search(s.text[match.end() :]):
        return False
    told = any(s[i].tag[:1] == "V" for i in s.at(s.start + close + 1, s.start + close + 1 + len(behind)))
    return _told_free(ms, match.group(0) + behind if told else s.text)


def _of_the_rest(
    number: int, s: Sentence, ms: Mentions, match: re.Match[str], names: tuple[str, ...]
) -> Roster | None:
    """ "The others pardoned are X and Y", "the other two — X and Y — ": no more of a group than they are."""
    said = match.group(0).lower()
    deed: frozenset[TypeName] = next((types for word, types in _DEEDS if word in said), frozenset())
    counted = _number(ms, match, "ref") == len(names)
    if any(ms.lex.pattern(x).search(s.text) for x in ("told_of_others", "not_told_free")):
        return None
    if not (deed or counted):
        return Roster(number, s.start + match.start("ref"), names, None, "", rest=True)
    if not deed and not _told_free(ms, s.text):
        deed = frozenset({"DETAIN", "SENTENCE"})  # whoever they are, they are not told to be free
    return Roster(number, s.start + match.start("ref"), names, None, "", part=counted, deed=deed)


def _those_left(
    number: int, s: Sentence, ms: Mentions, match: re.Match[str], names: tuple[str, ...]
) -> Roster | None:
    """ "One is Ada Orlu. *The other two are* X and Y": no more than who they are, of those told before."""
    if any(ms.lex.pattern(x).search(s.text) for x in ("told_of_others", "not_told_free")):
        return None
    return Roster(number, s.start + match.start("ref"), names, None, "", rest=True)


def _by_one(number: int, s: Sentence, ms: Mentions, match: re.Match[str], name: str) -> Roster | None:
    """ "One is Ada Orlu; the other, a Dane named Ben Roth", "He is Ada Orlu": one after another."""
    verb = s.at(s.start + match.start("then"), s.start + match.end("then"))[0]
    found = runs(s, verb + 1, len(s) - 1, ms.lex, ms.names)
    both = name == "roster_one" and re.search(r"[;,] (?:and )?the other\b", s.text) is not None
    last = s.words[verb + 1 : found[0].lo] if found else []
    if not found or any(w.tag[:1] == "V" or w.tag in {",", ":"} for w in last):
        return None
    names = tuple(
        ms.names.whole(name_of(s, r)) for r in found[: {"roster_best": None}.get(name, 2 if both else 1)]
    )
    one, start = name == "roster_he", s.start + match.start("ref")
    return Roster(number, start, names, 1 if one else None, "", every=one or len(names) == 2, next=one)


def _number(ms: Mentions, match: re.Match[str], group: str) -> int | None:
    """The exact number that stands in a part of the words found."""
    lo, hi = match.span(group)
    found = [n.quantity for n in ms.numbers if n.kind == "count" and n.start < hi and n.end > lo]
    exact = [q.lo for q in found if q.lo is not None and q.lo == q.hi]
    return int(exact[0]) if len(exact) == 1 else None


def _called(s: Sentence, match: re.Match[str], whole: str) -> str:
    """The noun at the end of the words for the whole; none for "them" and for a bare number."""
    lo, hi = match.span("ref")
    hi -= len(whole) - len(re.sub(r" (?:in|on|of|from) the (?:group|list)$", "", whole))
    last = s.at(s.start + lo, s.start + hi)[-1]
    bare = s.text[lo:hi].lower().split()[-1] in _NAMELESS | _GATHERED or s[last].tag[:2] != "NN"
    return "" if bare else s[last].lemma


def named_person(s: Sentence, ms: Mentions, i: int) -> Mention | None:
    """A person by name, also where the small model takes the name, in a list of people, for a body's."""
    m = ms.at(i) if s[i].tag in PROPER and s[i].dep not in _WITHIN else None
    if m is None or m.head != i or m.anaphor is not None:
        return None
    unknown = m.kind == "organisation" and m.hit is None and m.state is None
    named = unknown and 2 <= len(m.name.split()) <= 3 and m.name == m.text and m.name[:1].isupper()
    return m if m.kind == "person" or (named and s[i].lemma not in ms.lex["nouns.body"]) else None


def _apposed(s: Sentence, ms: Mentions, at: int) -> list[Mention]:
    """ "…, Ada Orlu, 31, and the poet Ben Roth, were …": names up to the next verb."""
    out: list[Mention] = []
    last: int | None = None
    for w in s.words:
        if w.end <= s.start + at:
            continue
        last = w.i if last is None else last
        if w.tag in _STOPS or (w.tag[:1] == "V" and w.tag not in {"VBN", "VBG"}) or w.i - last > _TITLE:
            break
        if w.tag in {"VBN", "VBG"} and out:
            break
        m = named_person(s, ms, w.i)
        if m is not None:
            out.append(m)
        if m is not None or w.tag in {",", "CC"}:
            last = w.i
    return out


def _said_to_be(s: Sentence, ms: Mentions, at: int) -> list[Mention]:
    """ "… are Ada Orlu, 31, arrested in May, and Ben Roth": names behind the verb, none of an aside."""
    verb = next((w.i for w in reversed(s.words) if w.end <= s.start + at), None)
    out: list[Mention] = []
    for w in s.words[verb + 1 :] if verb is not None else ():
        m = named_person(s, ms, w.i)
        aside = any(u.dep in _ASIDE and verb is not None and u.i > verb for u in (w, *s.up(w.i)))
        if m is not None and not aside:
            out.append(m)
        if not out and w.tag[:1] == "V":
            return []  # "are held in Orlu"
    return out


def _told_beside(s: Sentence, ms: Mentions, m: Mention) -> bool:
    """ "Among them: praise for Ada Orlu", "Two, Judge Ada Orlu and …": of whom others tell, or in office."""
    lead = s.words[: m.head - len(m.name.split()) + 1]
    start = next((w.i + 1 for w in reversed(lead) if w.tag in {",", ":", "CC", "-LRB-"}), 0)
    words = lead[start:]
    office = ms.lex["nouns.office nouns.keeper nouns.attending"]
    return any(w.tag in {"IN", "TO"} for w in words if w.low != "among") or any(
        w.lemma in office or w.low in office for w in words
    )


def _run_on(s: Sentence, ms: Mentions, at: int, known: Sequence[Mention]) -> list[Mention]:
    """Those of the same list whom the parse hangs on what is told of another."""
    start = next((w.i for w in s.words if w.start >= s.start + at), len(s))
    if start >= len(s):
        return []
    found = runs(s, start, list_behind(s, start, ms.lex), ms.lex, ms.names)
    heads = {m.head for m in known}
    more = [m for r in found if r.hi not in heads and (m := named_person(s, ms, r.hi)) is not None]
    return more if heads & {r.hi for r in found} or not heads else []


def _before(s: Sentence, ms: Mentions, at: int) -> list[Mention]:
    """ "Ada Orlu, 31, *one of the four*": the name that stands just before."""
    words = [w for w in s.words if w.end <= s.start + at]
    while words and words[-1].tag in {",", "CD", "-LRB-", "-RRB-", ":"}:
        words.pop()
    m = named_person(s, ms, words[-1].i) if words else None
    return [m] if m is not None else []
