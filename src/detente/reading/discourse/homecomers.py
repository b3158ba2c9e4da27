"""Whom a report shows come out one after another, of a group that it has told as freed: always inferred.

"Six were freed. The first to embrace her people was Ada Orlu. Behind came Ben Roth, then the nurse Ira Dann."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.discourse.roster_names import Roster
from detente.reading.discourse.rosters import enter, keeps, same_group
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import surname
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.reading.shapes.rolls import Run, first_verb, list_behind, name_of, runs
from detente.records import FREED

_FAR = 12
"""So many sentences behind the group they are still shown."""
_DOUBT = 0.15


def homecomers(page: Sequence[tuple[Sentence, Mentions]], drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """Let the freed have the names of those whom the next sentences show come out or come home.

    Only somebody who has not been named before, is no relative ("his wife, Elvira") and holds no office;
    told in turn ("the sixth, X", "behind came X"), or by what only one who comes home does ("knelt and
    kissed the ground").

    Args:
        page: sentences in order.
        drafts: all of the document, with their roles.
        lexicon: patterns and word classes.
    """
    places = {id(s): n for n, (s, _) in enumerate(page)}
    groups = [d for d in drafts if _frees_several(d)]
    held = {surname(x) for d in drafts if keeps(d, "HARM") for x in d.names("person")}
    seen, just_named = set[str](), set[str]()
    for n, (s, ms) in enumerate(page if groups else ()):
        before = [d for d in groups if 0 < n - places[id(d.sentence)] <= _FAR]
        if before:
            named = [d for d in before if just_named & {surname(x) for x in d.names("person")}]
            whose = (named or before)[-1]
            shown = _coming_home(s, lexicon) if _is_part(whose) else _shown(s, lexicon)
            found = (ms.names.whole(name_of(s, r)) for r in shown)
            names = tuple(x for x in dict.fromkeys(found) if surname(x) not in seen)
            for d in (x for x in groups if names and (x is whose or same_group(x, whose))):
                had = len(d.names("person"))
                enter(d, Roster(n, s.start, names, None, ""), held, own=True)
                d.doubt += _DOUBT if len(d.names("person")) > had else 0.0
        people = (m for w in s.words if (m := ms.at(w.i)) is not None and m.kind == "person")
        just_named = {surname(m.name) for m in people}
        seen |= just_named


def _frees_several(d: Draft) -> bool:
    """Does it tell that a group came out, and not by name?"""
    people = [m for m in d.slots.get("people", ()) if m.kind == "group" and m.human and not m.negative]
    several = any(m.plural or m.quantity is not None for m in people)
    other = d.rule == "release.swap_other_side"  # who goes the other way comes home elsewhere
    return d.type in FREED and d.stand.mode == "performed" and several and not other


def _is_part(d: Draft) -> bool:
    """ "Nine of the ten came out": "the tenth, X" may be the one who did not."""
    return any(m.whole is not None for m in d.slots.get("people", ()))


def _shown(s: Sentence, lexicon: Lexicon) -> list[Run]:
    """The names of those whom a sentence shows come out."""
    return [*_in_turn(s, lexicon), *_coming_home(s, lexicon)]


def _in_turn(s: Sentence, lexicon: Lexicon) -> Iterator[Run]:
    """ "Behind came X, then Y and Z", "The last to leave was X", "The sixth, X, left": as they came."""
    match = lexicon.pattern("come_in_turn").match(s.text)
    if match is not None:
        start = s.at(s.start, s.start + match.end())[-1] + 1
        if start < len(s) and not _of_others(s, start, len(s), lexicon):
            yield from runs(s, start, list_behind(s, start, lexicon), lexicon)
        return
    match = lexicon.pattern("the_next_of_them").match(s.text)
    v = first_verb(s) if match is not None else None
    if match is not None and v is not None and not _stays(s, v, lexicon):
        start = s.at(s.start, s.start + match.end())[-1] + 1
        yield from runs(s, start, v - 1, lexicon)[:1]


def _coming_home(s: Sentence, lexicon: Lexicon) -> list[Run]:
    """ "Ada Orlu, 58, knelt and kissed the ground": what one does who has been away."""
    v = first_verb(s)
    if v is None or not lexicon.pattern("comes_home").match(s.text[s[v].start - s.start :]):
        return []
    return [] if _of_others(s, 0, v, lexicon) else runs(s, 0, v - 1, lexicon)


def _stays(s: Sentence, v: int, lexicon: Lexicon) -> bool:
    """ "The youngest, X, did not come out", "The last one, X, is still held"."""
    denied = any(w.low in {"not", "n't", "n’t", "never"} for w in s.words[v : v + 3])
    return denied or lexicon.pattern("told_of_others").search(s.span_text(v, len(s) - 1)) is not None


def _of_others(s: Sentence, lo: int, hi: int, lexicon: Lexicon) -> bool:
    """Is somebody spoken of who stands beside them: "his wife, Elvira", "the minister X", "greeted them"?"""
    if lexicon.pattern("beside_the_freed").search(s.span_text(lo, len(s) - 1)):
        return True
    words = s.words[lo:hi]
    kin = (w for w in words if w.lemma in lexicon["nouns.kinship"] and w.tag == "NN")
    if any(w.i < lo + 3 or w.dep == "appos" for w in kin):
        return True
    office = lexicon["nouns.office nouns.official nouns.go_between"]
    there = lexicon["nouns.attending"]  # "the lawyer X"; "X, a doctor" may be held as well as anybody
    return any(w.lemma in office or (w.lemma in there and s[w.i - 1].low not in {"a", "an"}) for w in words)
