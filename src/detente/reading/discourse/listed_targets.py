"""Whom a measure is aimed at, named behind it: "six officials. They include the judge Ada Orlu": inferred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.discourse.antecedents import OF_CUSTODY
from detente.reading.discourse.line_rosters import names_below
from detente.reading.discourse.roster_names import Roster, all_told
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention, surname
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence, Word
from detente.records import MEASURES, Filler

_FAR = 3
"""So many sentences back "they" are still those whom the measure is aimed at."""
_LOOSE = "nouns.anybody nouns.in_question nouns.citizen nouns.target"


def listed_targets(
    text: str, page: Sequence[tuple[Sentence, Mentions]], drafts: Sequence[Draft], lexicon: Lexicon
) -> None:
    """Let a measure against a group have the names that the next sentences, or the lines below, give of it.

    Args:
        text: of the article.
        page: its sentences in order.
        drafts: all of the document, with their roles.
        lexicon: patterns and word classes.
    """
    places = {id(s): n for n, (s, _) in enumerate(page)}
    measures = [(d, m) for d in drafts if d.type in MEASURES and (m := _group(d)) is not None]
    if not measures:
        return
    named = [d for d in drafts if d.type in MEASURES and _named_of_a_group(d)]
    custody = [places[id(d.sentence)] for d in drafts if d.type in OF_CUSTODY and d.names("group")]
    for r in (*all_told(page, lexicon), *_below(text, page, measures, places, lexicon)):
        told = [(d, m) for d, m in measures if 0 <= r.sentence - places[id(d.sentence)] <= _FAR]
        told = [(d, m) for d, m in told if (not r.deed or d.type in r.deed) and _fits(d, m, r, lexicon)]
        if not told or r.apart or r.rest:
            continue
        d, _ = told[-1]
        if any(d.sentence.end < x.sentence.start < page[r.sentence][0].start for x in named):
            continue  # those of the measure told last, of which some were named there
        if any(places[id(d.sentence)] < n <= r.sentence for n in custody):
            continue  # "they" are the last who were told to be held or freed
        if not r.noun and _others_since(page[places[id(d.sentence)] : r.sentence], told[-1][1], r):
            continue
        have = {surname(name) for name in d.names("target")}
        new = (name for name in r.names if surname(name) not in have)
        d.add("target", *(Filler(name, "person", None, True) for name in new))


def _group(d: Draft) -> Mention | None:
    """The people a measure is aimed at, where it is several of them and none by name."""
    found = [m for m in d.slots.get("target", ()) if m.kind == "group" and m.human and m.plural]
    named = any(m.kind == "person" for m in d.slots.get("target", ()))
    return found[0] if found and not named and d.stand.mode != "denied" else None


def _named_of_a_group(d: Draft) -> bool:
    """ "Eleven officials, including the president": some have their names there."""
    kinds = {m.kind for m in d.slots.get("target", ())}
    return kinds >= {"group", "person"}


def _fits(d: Draft, m: Mention, r: Roster, lexicon: Lexicon) -> bool:
    """Can the names be of this group, by its number and its noun?"""
    many = m.quantity.lo if m.quantity is not None and m.quantity.exact else None
    words = {w.lemma for w in d.sentence.words[m.lo : m.hi + 1]} | lexicon[_LOOSE]
    if r.number is not None and many is not None and r.number != many:
        return False
    return (many is None or len(r.names) <= many) and (not r.noun or r.noun in words)


def _others_since(between: Sequence[tuple[Sentence, Mentions]], target: Mention, r: Roster) -> bool:
    """Can "they" be others: "judges who jailed poets. *They* are …", "The victims were two. *They* …"?"""
    for n, (s, ms) in enumerate(between):
        for w in s.words[target.hi + 1 :] if n == 0 else s.words:
            m = ms.at(w.i)
            if m is None or m.head != w.i or m.kind != "group" or not m.human or m.noun == target.noun:
                continue
            counted = m.quantity is not None and m.quantity.exact and m.quantity.lo == len(r.names)
            if m.plural and m.anaphor is None and (counted or (n > 0 and _is_told_of(s, w))):
                return True
    return False


def _is_told_of(s: Sentence, w: Word) -> bool:
    """ "The victims were nine", "the poets were beaten": and not "officials gave their names"."""
    return w.dep == "nsubjpass" or (w.dep == "nsubj" and s[w.head].lemma == "be")


def _below(
    text: str,
    page: Sequence[tuple[Sentence, Mentions]],
    measures: Sequence[tuple[Draft, Mention]],
    places: dict[int, int],
    lexicon: Lexicon,
) -> Iterator[Roster]:
    """The names one a line under the sentence of a measure that ends in a colon."""
    for d, _ in measures:
        if d.sentence.text.rstrip().endswith(":"):
            at = places[id(d.sentence)]
            names = tuple(names_below(text, page, at, lexicon))
            if names:
                yield Roster(at, d.sentence.end, names, None, "")
