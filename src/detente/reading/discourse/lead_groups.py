"""Whom a report opens with by their number: "Two nuns were freed. Ada Orlu and Ira Dann, 34, flew home"."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.clauses.draft import Draft, by_sentence
from detente.reading.discourse.antecedents import OF_CUSTODY
from detente.reading.discourse.lead_names import of_one
from detente.reading.discourse.rosters import as_many_twice
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import surname
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.reading.shapes.rolls import first_verb, name_of, runs
from detente.records import FREED, Filler

_OPENS, _NEXT, _MOST = 3, 3, 12
"""A report opens with its first sentences; the names stand in one of the next; lists are no longer."""
_DOUBT = 0.1
_OTHERS = "nouns.office nouns.official nouns.attending nouns.captor nouns.go_between"


def lead_groups(
    sentences: Sequence[tuple[Sentence, Mentions]], drafts: Sequence[Draft], lexicon: Lexicon
) -> None:
    """Let a counted group of the opening have the names that are told next, where they are as many.

    Either one sentence opens with all of them as its subject, and tells of custody, of an age or of a way
    home; or the same deed is told next of one after another, until all are named. Always inferred.

    Args:
        sentences: the body of the document in order.
        drafts: all of the document.
        lexicon: patterns and word classes.
    """
    told = by_sentence(drafts)
    for n, (s, _) in enumerate(sentences[:_OPENS]):
        _singly(sentences[n + 1 : n + 1 + _NEXT], told, told.get(id(s), ()))
        for d in told.get(id(s), ()):
            many = _many(d)
            if many is None:
                continue
            behind = sentences[n + 1 : n + 1 + _NEXT]
            names = _in_one_sentence(behind, told, d, many) or _one_by_one(behind, told, d, many)
            d.add("person", *(Filler(name, "person", None, True) for name in names))
            d.doubt += _DOUBT if names else 0.0


def _singly(
    sentences: Sequence[tuple[Sentence, Mentions]], told: dict[int, list[Draft]], drafts: Sequence[Draft]
) -> None:
    """ "A nun and a driver were freed. Ada Orlu and Ben Roth, …": the names in the order of the two."""
    for type_ in dict.fromkeys(d.type for d in drafts if d.type in OF_CUSTODY):
        ones = [d for d in drafts if d.type == type_ and d.stand.mode != "denied"]
        if len(ones) < 2 or not all(of_one(d) for d in ones):
            continue
        names = _in_one_sentence(sentences, told, ones[0], len(ones))
        for d, name in zip(ones, names, strict=False):
            d.add("person", Filler(name, "person", None, True))
            d.doubt += _DOUBT


def _many(d: Draft) -> int | None:
    """How many the group is told to be whom nobody has named yet."""
    people = [m for m in d.slots.get("people", ()) if m.kind == "group" and m.human]
    q = d.quantity
    if d.type not in OF_CUSTODY or d.names("person") or len(people) != 1 or d.stand.mode == "denied":
        return None
    counted = q is not None and q.exact and q.lo == q.hi and q.lo is not None
    if not counted or people[0].anaphor is not None or people[0].definite or q is None or q.lo is None:
        return None
    return int(q.lo) if 2 <= q.lo <= _MOST else None


def _in_one_sentence(
    sentences: Sequence[tuple[Sentence, Mentions]], told: dict[int, list[Draft]], d: Draft, many: int
) -> list[str]:
    """The subjects of the first of the next sentences that opens with names, where they are so many."""
    lexicon = d.mentions.lex
    for s, ms in sentences:
        v = first_verb(s)
        if v is None or lexicon.pattern("another_person").search(s.text):
            return []
        if lexicon.pattern("told_apart").search(s.span_text(0, v - 1) if v else ""):
            return []  # "the bodies of two others, X and Y, are to be returned"
        named = runs(s, 0, v - 1, lexicon)
        names = [ms.names.whole(name_of(s, r)) for r in named]
        if named and any(w.tag == "CD" for w in s.words[: named[0].lo]) and as_many_twice(d, many):
            return []  # "freed two Danes and charged two others. The two, X and Y, face life"
        if names:
            mine = [x for x in told.get(id(s), ()) if x.type in OF_CUSTODY]
            aged = any(lexicon.pattern("with_an_age").match(s.text[s[r.hi].end - s.start :]) for r in named)
            home = any(w.lemma in lexicon["verbs.coming_home"] for w in s.words[v : v + 3])
            fits = len(set(names)) == len(names) == many and not any(
                _jars(x, d, told.get(id(d.sentence), ())) for x in mine
            )
            if not fits or (_beside(s, v, d, lexicon) and not _same_deed(mine, d, names)):
                return []
            return names if aged or home or _of_any(mine, names) else []
    return []


def _beside(s: Sentence, v: int, d: Draft, lexicon: Lexicon) -> bool:
    """ "Ministers X and Y came to greet them", "Rebels X and Y": by their noun no members of the group."""
    if lexicon.pattern("beside_the_freed").search(s.text):
        return True
    own = {m.noun for m in d.slots.get("people", ())} | lexicon["nouns.anybody"]
    others = lexicon[_OTHERS] - own
    words = (w for w in s.words[:v] if w.lemma not in own)
    return any(w.lemma in others or w.low.removesuffix("s") in others for w in words)


def _same_deed(drafts: Sequence[Draft], lead: Draft, names: Sequence[str]) -> bool:
    """ "Two Danes were freed. Ada Orlu, a diplomat, and Ben Roth were let go": of them, whatever they are."""
    alike = [x for x in drafts if x.type == lead.type and x.stand.mode != "denied"]
    return any({surname(n) for n in x.names("person")} == {surname(n) for n in names} for x in alike)


def _of_any(drafts: Sequence[Draft], names: Sequence[str]) -> bool:
    told = {surname(x) for d in drafts for x in d.names("person")}
    return bool(told & {surname(x) for x in names})


def _jars(d: Draft, lead: Draft, beside: Sequence[Draft]) -> bool:
    """Is it told of others than the opening's: held yet, or newly arrested where those are free?"""
    if (d.type == "CUSTODY_STATE" and d.sub != "missing") or d.stand.mode == "denied":
        return lead.type != d.type
    known = any(
        x.type == d.type for x in beside
    )  # "three nuns who were kidnapped are free. X, Y and Z were seized"
    return (
        lead.type in FREED and d.type in {"DETAIN", "SENTENCE"} and d.stand.mode == "performed" and not known
    )


def _one_by_one(
    sentences: Sequence[tuple[Sentence, Mentions]], told: dict[int, list[Draft]], d: Draft, many: int
) -> list[str]:
    """Those of whom the next sentences tell the same deed, where they make up the number."""
    names: dict[str, str] = {}
    for s, _ in sentences:
        mine = [x for x in told.get(id(s), ()) if x.type == d.type and x.sub != "quash"]
        for x in mine:
            if x.names("group") or x.stand.mode not in {d.stand.mode, "performed"}:
                return []
            names.update({surname(name): name for name in x.names("person")})
        if len(names) >= many:
            break
    return list(names.values()) if len(names) == many else []
