"""Names that one sentence gives for people whom another tells as a group: "One of the four, Ada Orlu, …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from detente.reading.antecedents import OF_CUSTODY
from detente.reading.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.mention import Mention, surname
from detente.reading.mentions import Mentions
from detente.reading.rolls import list_behind, name_of, runs
from detente.reading.words import PROPER, Sentence, Word
from detente.records import Filler

_ROLL = (
    "roster_part", "roster_among", "roster_all", "roster_apposed", "roster_behind", "roster_named",
    "roster_identified", "roster_names", "roster_aside", "roster_include", "roster_one", "roster_he",
    "roster_best",
)  # fmt: skip
_WHOLE = frozenset({"roster_named", "roster_identified", "roster_names"})
_SINGLE = frozenset({"roster_one", "roster_he", "roster_best"})
_OTHERS = frozenset({"include", "other", "others"})
_NAMELESS = frozenset({"them", "they", "these", "those", "both", "whom", "their"})
_GATHERED = frozenset({"group", "list"})
_FREED = frozenset({"RELEASE", "CLEMENCY"})
_ASIDE = frozenset({"relcl", "acl", "poss", "prep", "advcl"})
_WITHIN = frozenset({"compound", "poss", "nmod", "amod"})
_STOPS = frozenset({"MD", "WP", "WDT", "WP$", "WRB", ":"})
_FAR, _TITLE = 3, 8
"""So many sentences back "them" still points; so many words stand between the comma and the name."""


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
    """

    sentence: int
    start: int
    names: tuple[str, ...]
    number: int | None
    noun: str
    every: bool = False
    next: bool = False


def rosters(
    page: Sequence[tuple[Sentence, Mentions]],
    drafts: Sequence[Draft],
    lexicon: Lexicon,
    listed: Sequence[Roster] = (),
) -> None:
    """Let groups have the members whom other sentences name: always inferred.

    Whom the text tells as held yet is no member of the freed, whatever group he was of.

    Args:
        page: sentences in order.
        drafts: all of the document, in order.
        lexicon: patterns and word classes.
        listed: names that stand one a line.
    """
    told = [d for d in drafts if d.type in OF_CUSTODY]
    groups = [d for d in told if _group(d) is not None]
    places = {id(s): n for n, (s, _) in enumerate(page)} if told else {}
    held = {surname(x) for d in drafts if keeps(d) for x in d.names("person")}
    for d in told:
        for r in _the_one(page, d, places):
            enter(d, r, held, own=True)
    if not groups:
        return
    for r in (*_in_full(groups, places), *_all_told(page, lexicon), *listed):
        first = _whose(r, groups, places)
        for d in groups if first is not None else ():
            if d is first or (first is not None and same_group(d, first)) or _part_of(d, r):
                enter(d, r, held, own=d is first)


def keeps(d: Draft, *beside: str) -> bool:
    """Does it tell people as held to this day, or a draft of these types that it befell them?"""
    denied = d.stand.mode == "denied"
    return denied if d.type in _FREED else d.type in {"CUSTODY_STATE", *beside} and not denied


def enter(d: Draft, r: Roster, held: set[str], *, own: bool) -> None:
    """Add the names to a draft's people, as far as it is told of all of the group."""
    if d.type == "TRANSFER" and not own and not r.every:
        return  # where a group went is not where each of another telling went
    freed = d.type in _FREED and d.stand.mode != "denied"
    have = {surname(name) for name in d.names("person")}
    new = [x for x in r.names if surname(x) not in have and not (freed and surname(x) in held)]
    q = d.quantity
    if not new or (q is not None and q.hi is not None and len(have) + len(new) > q.hi):
        return
    d.add("person", *(Filler(name, "person", None, True) for name in new))
    if d.exhaustive is None and not r.every:
        d.exhaustive = False


# ── which group ──
def _group(d: Draft) -> Mention | None:
    """The group that a draft is told of, where it is one of several people."""
    found = (m for m in d.slots.get("people", ()) if m.kind == "group" or m.anaphor == "they")
    return next((m for m in found if m.plural or m.quantity is not None or m.anaphor == "they"), None)


def _whose(r: Roster, groups: Sequence[Draft], places: dict[int, int]) -> Draft | None:
    """The draft whose group the names are told to be of: the latest that fits."""
    told = [d for d in groups if places[id(d.sentence)] <= r.sentence and _starts(d) <= r.start]
    if r.next:
        told = [d for d in told if places[id(d.sentence)] >= r.sentence - 1]
    if r.number is not None:
        loose = told if r.noun in groups[0].mentions.lex["nouns.in_question"] else []
        told = [d for d in told if _counts(d, r) or _part_of(d, r)]
        near = [d for d in loose if r.sentence - _FAR <= places[id(d.sentence)]]
        told = told or [d for d in near if d.quantity is not None and not d.quantity.exact]
    elif r.noun:
        told = [d for d in told if _noun(d) == r.noun]
    else:
        told = [d for d in told if r.sentence - _FAR <= places[id(d.sentence)] and _ends(d) < r.start]
        told = [d for d in told if d.type != "TRANSFER" or (r.every and _as_many(d, r))]
        last = [d for d in told if d.sentence is told[-1].sentence]
        told = last if all(same_group(d, last[0]) for d in last) else []
    return told[-1] if told else None


def _starts(d: Draft) -> int:
    return d.sentence[d.lo].start


def _ends(d: Draft) -> int:
    m = _group(d)
    return d.sentence[m.hi if m is not None else d.hi].end


def _counts(d: Draft, r: Roster) -> bool:
    """Are they so many, called by the same noun where both have one?"""
    q = d.quantity
    if q is None or not q.lo == r.number == q.hi:
        return False
    return not r.noun or _noun(d) in {r.noun, ""} or r.noun in _words(d)


def _part_of(d: Draft, r: Roster) -> bool:
    """Are so many of them told apart in its own sentence: "forty were freed, *nine of them* soldiers"?"""
    s = d.sentence
    parts = (
        n for n in d.mentions.numbers if n.kind == "count" and n.quantity.lo == r.number == n.quantity.hi
    )
    return any(re.match(r" of (?:them|whom)\b", s.text[n.end :]) for n in parts)


def _as_many(d: Draft, r: Roster) -> bool:
    q = d.quantity
    return q is not None and q.lo == len(r.names) == q.hi


def _noun(d: Draft) -> str:
    m = _group(d)
    return m.noun if m is not None and m.anaphor is None else ""


def _words(d: Draft) -> set[str]:
    m = _group(d)
    return {d.sentence[i].lemma for i in range(m.lo, m.hi + 1)} if m is not None else set()


def same_group(left: Draft, right: Draft) -> bool:
    """One group: by one name, or by one noun and one exact number."""
    if set(left.names("group")) & set(right.names("group")):
        return left.quantity is None or right.quantity is None or left.quantity == right.quantity
    counted = left.quantity is not None and left.quantity.exact and left.quantity == right.quantity
    return counted and bool(_noun(left)) and _noun(left) == _noun(right)


# ── which names ──
def _in_full(groups: Iterable[Draft], places: dict[int, int]) -> Iterator[Roster]:
    """Groups of whom their own sentence names as many as it counts."""
    for d in groups:
        names, q = [f.name for f in d.roles.get("person", ()) if not f.inferred], d.quantity
        if q is not None and q.exact and q.lo == len(names) > 1:
            yield Roster(
                places[id(d.sentence)], _starts(d) + 1, tuple(names), len(names), _noun(d), every=True
            )


def _all_told(page: Iterable[tuple[Sentence, Mentions]], lexicon: Lexicon) -> Iterator[Roster]:
    """The names that the sentences of a page give for people told before."""
    before = ""
    for number, (s, ms) in enumerate(page):
        others = lexicon.pattern("told_of_others").search(before) is not None
        before = s.text
        for name in _ROLL:
            for match in lexicon.pattern(name).finditer(s.text):
                found = _roster(number, s, ms, match, name)
                if found is not None:
                    yield replace(found, next=found.next or (others and not found.noun))


def _roster(number: int, s: Sentence, ms: Mentions, match: re.Match[str], name: str) -> Roster | None:
    if name == "roster_behind":
        people = _before(s, ms, match.start())
    elif name in _SINGLE:
        return _by_one(number, s, ms, match, name)
    elif match.group("then").strip()[:1].isalpha():
        people = _said_to_be(s, ms, match.end())
        people += _run_on(s, ms, match.end(), people) if people or name == "roster_include" else []
    else:
        people = _apposed(s, ms, match.end())
    part, whole = match.groupdict().get("part"), match.group("ref")
    most, wanted = _number(ms, match, "ref"), _number(ms, match, "part") if part else None
    every = name in {"roster_all", "roster_apposed"}
    whole_given = name in _WHOLE and not part and not _OTHERS & {w.lemma for w in s.words}
    if wanted == 1 and name == "roster_part":
        people = people[:1]
    if every:
        wanted = most
    if name == "roster_among" and ms.lex.pattern("told_of_others").search(match.group(0)):
        return None  # "Among the best known behind bars is X"
    if not people or (wanted is not None and len(people) != wanted) or (every and len(people) < 2):
        return None
    start = s.start + match.start("ref")
    names = tuple(dict.fromkeys(ms.names.whole(m.name) for m in people))
    noun = _called(s, match, whole)
    if (every or whole_given) and most is None and noun in ms.lex["nouns.anybody nouns.in_question"]:
        most, noun = len(names), ""  # "the men, X, Y and Z": so many as were told
    every = every or whole_given or most == len(names)
    after = name == "roster_include" and not noun and whole.lower() == "they"
    return Roster(number, start, names, most, noun, every=every, next=after)


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


def _the_one(page: Sequence[tuple[Sentence, Mentions]], d: Draft, places: dict[int, int]) -> Iterator[Roster]:
    """ "A poet and two teachers were freed. *The poet, Ada Orlu*, …": the name behind the same noun."""
    m = next((m for m in d.slots.get("people", ()) if m.kind == "group" and m.noun), None)
    if m is None or m.plural or m.noun in d.mentions.lex["nouns.anybody"] or d.names("person"):
        return
    first = places[id(d.sentence)] + 1
    for number, (s, ms) in enumerate(page[first : first + _FAR], first):
        for w in s.words if m.noun in s.text else ():
            if w.lemma == m.noun and w.i and s[w.i - 1].lemma == "the":
                named = _behind(s, ms, w, next_told=number == first and w.i == 1)
                if named is not None:
                    yield Roster(number, w.start, (ms.names.whole(named.name),), 1, m.noun, every=True)
                    return


def _behind(s: Sentence, ms: Mentions, w: Word, *, next_told: bool) -> Mention | None:
    """ "The poet, Ada Orlu, …"; "the poet Ada Orlu" may be new, but where the next sentence opens so.

    No name of who says so ("the poet, Ada Orlu said").
    """
    apart = w.i + 1 < len(s.words) and s[w.i + 1].text == ","
    at = end = w.i + 2 if apart else w.i + 1
    while end < len(s.words) and s[end].tag in PROPER:
        end += 1
    m = named_person(s, ms, end - 1) if end > at else None
    aside = end < len(s.words) and s[end].tag in {",", "-LRB-"}
    return m if m is not None and (aside if apart else next_told) else None


def _number(ms: Mentions, match: re.Match[str], group: str) -> int | None:
    """The exact number that stands in a part of the words found."""
    lo, hi = match.span(group)
    found = [n.quantity for n in ms.numbers if n.kind == "count" and n.start < hi and n.end > lo]
    exact = [q.lo for q in found if q.lo is not None and q.lo == q.hi]
    return int(exact[0]) if len(exact) == 1 else None


def _called(s: Sentence, match: re.Match[str], whole: str) -> str:
    """The noun at the end of the words for the whole; none for "them" and for a bare number."""
    lo, hi = match.span("ref")
    last = s.at(s.start + lo, s.start + hi)[-1]
    bare = whole.lower().split()[-1] in _NAMELESS | _GATHERED or s[last].tag[:2] != "NN"
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
