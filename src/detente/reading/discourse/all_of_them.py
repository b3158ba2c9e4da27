"""Names of a group that is told in full, wherever the report points back at all of it: always inferred."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.discourse.antecedents import OF_CUSTODY
from detente.reading.discourse.rosters import keeps, same_group
from detente.reading.discourse.told_alone import ToldAlone
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention, surname
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.records import FREED, Filler

_TOLD_MORE = frozenset({"prep", "relcl", "acl", "appos", "conj", "amod", "compound", "poss"})
_UNDONE = frozenset({"denied"})


def all_of_them(page: Sequence[tuple[Sentence, Mentions]], drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """Let "all", "the women", "the group" and "they" have the names of the one group told by name.

    "Five nuns were freed: A, B, C, D and E. All had been sentenced in May." Only where a report names one
    group of so many in full, and for words that say no more of whom they mean.

    Args:
        page: sentences in order.
        drafts: all of the document, in order, with their roles.
        lexicon: word classes.
    """
    told = [d for d in drafts if d.type in OF_CUSTODY]
    alone = ToldAlone(page, told, lexicon)
    for d in told:
        _without_excepted(d, lexicon)
    whole = [d for d in told if _in_full(d) or _named_together(d)]
    held = {surname(x) for d in told if keeps(d) for x in d.names("person")}
    for first in whole:
        still = bool(held & set(map(surname, first.names("person"))))
        for d in told:
            if still and d.type in FREED and d.sentence is not first.sentence:
                continue  # "Iran holds the three Swedes, X, Y and Z. Iraq freed three Swedes"
            if _same(d, first) and not d.names("person") and d.stand.mode not in _UNDONE:
                _add(d, first, alone)
    _the_one_group(told, held, lexicon, alone)
    if len({frozenset(map(surname, d.names("person"))) for d in whole}) != 1:
        return
    first = min(whole, key=lambda d: d.sentence.start)
    groups = {name for d in whole for name in d.names("group")}
    nouns = {m.noun for d in whole for m in d.slots.get("people", ()) if m.kind == "group" and m.plural}
    others = False
    for d in told:
        if d.names("person") or d.sentence.start <= first.sentence.start:
            others = False
        elif _of_others(d, nouns, groups):
            others = True
        if others or d.names("person") or d.stand.mode in _UNDONE or d.sentence.start < first.sentence.start:
            continue
        if (
            d.quantity is not None
            and d.quantity != first.quantity
            and d.quantity.lo != len(first.names("person"))
        ):
            continue
        people = d.slots.get("people", ())
        if any(m.noun == "both" for m in people) and len(first.names("person")) != 2:
            continue
        if len(people) == 1 and _points(d, people[0], nouns, groups, lexicon):
            _add(d, first, alone)
            groups |= set(d.names("group"))  # "The women were freed. They …"


def _without_excepted(d: Draft, lexicon: Lexicon) -> None:
    """ "They were freed, save Ada Orlu": whoever is excepted by name is none of those a pronoun means."""
    people, match = d.slots.get("people", ()), lexicon.pattern("with_exceptions").search(d.sentence.text)
    if match is None or d.stand.mode in _UNDONE or not any(m.anaphor == "they" for m in people):
        return
    named = {w.low for w in d.sentence.words if w.start >= d.sentence.start + match.start()}
    rest = [f for f in d.roles.get("person", ()) if surname(f.name) not in named]
    if rest:
        d.roles["person"] = rest


def _add(d: Draft, first: Draft, alone: ToldAlone) -> None:
    names = first.names("person")
    apart = alone.of(d, names, first.sentence.start)
    d.add("person", *(Filler(name, "person", None, True) for name in names if surname(name) not in apart))


def _the_one_group(told: Sequence[Draft], held: set[str], lexicon: Lexicon, alone: ToldAlone) -> None:
    """Where a report tells of one counted group, whoever is named of it is meant by "the men", "the six".

    "Seventeen miners came home. The men were freed in May. Among them are Ada Orlu and Ben Roth."
    """
    counted = [d for d in told if d.type != "CUSTODY_STATE" and _noun_counted(d, lexicon) is not None]
    counted = [d for d in counted if d.stand.mode not in _UNDONE]
    if not counted or not all(same_group(d, counted[0]) for d in counted):
        return
    first, groups, others = counted[0], set(counted[0].names("group")), False
    nouns = {noun for d in counted if (noun := _noun_counted(d, lexicon)) is not None}
    freed = any(d.type in FREED and d.stand.mode == "performed" for d in counted)
    theirs: list[Draft] = []
    for d in told:
        if _of_the_one(d, first, nouns, groups, lexicon, others=others) and not (freed and _to_be_freed(d)):
            theirs.append(d)
            groups |= set(d.names("group"))
        elif d not in counted and _noun_counted(d, lexicon) is not None:
            others = True
    names: list[str] = []
    for d in theirs:
        names += [name for name in d.names("person") if not _among(name, names)]
    many = first.quantity.lo if first.quantity is not None and first.quantity.lo is not None else 0
    for d in theirs if 0 < len(names) <= many else ():
        if d.type == "TRANSFER" and len(names) < many:
            continue  # where a group went is not where each of some of them went
        kept = held if d.type in FREED else set[str]()
        kept = kept | alone.of(d, names, first.sentence.start)
        new = [x for x in names if not _among(x, d.names("person")) and surname(x) not in kept]
        d.add("person", *(Filler(name, "person", None, True) for name in new))
        if new and d.exhaustive is None and len(names) < many:
            d.exhaustive = False


def _among(name: str, names: Sequence[str]) -> bool:
    """Is somebody of them called so: by the whole name, or by a surname alone; brothers are two."""
    first = name.split()[0]
    alike = [x for x in names if surname(x) == surname(name)]
    return any(first == x.split()[0] or " " not in name or " " not in x for x in alike)


def _noun_counted(d: Draft, lexicon: Lexicon) -> str | None:
    """The noun of a group told with its exact number: "*six clerks*", no "other five" and no "the six"."""
    q = d.quantity
    name = next(iter(d.names("group")), "").split()
    if q is None or not q.exact or q.lo != q.hi or (q.lo or 0) < 2 or not q.cue or len(name) < 2:
        return None
    if not " ".join(name).startswith(q.cue) or any(w in {"other", "more", "of"} for w in name):
        return None
    return lexicon.forms.get(name[-1].lower(), name[-1].lower())


def _to_be_freed(d: Draft) -> bool:
    """ "All must be freed", where those of the group were: it is asked for others."""
    return d.type in FREED and d.stand.mode not in {"performed", "background", "announced"}


def _of_the_one(
    d: Draft, first: Draft, nouns: set[str], groups: set[str], lexicon: Lexicon, *, others: bool
) -> bool:
    """Is it told of all of the group: by its own words, by "the men", "they", "the six"?"""
    if d.stand.mode in _UNDONE or d.sentence.start < first.sentence.start:
        return False
    if same_group(d, first):
        return True
    m = next(iter(d.slots.get("people", ())), None)
    if m is None or m.kind == "person" or not _as_many(d, first):
        return False
    if m.noun == "both" and not (first.quantity is not None and first.quantity.lo == 2):
        return False
    if m.anaphor == "number" and m.whole is None and d.quantity is not None:
        return m.definite
    return (not others or m.anaphor == "they" or m.noun in nouns) and _points(d, m, nouns, groups, lexicon)


def _as_many(d: Draft, first: Draft) -> bool:
    q, whole = d.quantity, first.quantity
    return q is None or (whole is not None and q.lo == whole.lo and q.hi == whole.hi)


def _same(d: Draft, first: Draft) -> bool:
    """ "*Five Danes* freed by Chad came home": the very group, of whom the sentence tells more."""
    return (
        d.quantity is not None
        and d.quantity == first.quantity
        and bool(set(d.names("group")) & set(first.names("group")))
    )


def _in_full(d: Draft) -> bool:
    """Are as many named as are counted?"""
    q, names = d.quantity, d.names("person")
    return q is not None and q.lo == q.hi == len(names) and len(names) > 1 and bool(d.names("group"))


def _named_together(d: Draft) -> bool:
    """ "The journalists Ada Orlu and Ben Roth were freed": their names, and nobody beside them."""
    people = d.slots.get("people", ())
    named, groups = [m for m in people if m.kind == "person"], [m for m in people if m.kind == "group"]
    called = all(any(g.hi + 1 == m.lo for m in named) for g in groups)
    q = d.quantity
    counted = q is None or q.lo == len(named) == q.hi
    return len(named) == len(people) - len(groups) > 1 and counted and called


def _of_others(d: Draft, nouns: set[str], groups: set[str]) -> bool:
    """ "Police seized four kidnappers. The men …": a group told since, which "the men" may be as well."""
    new = [m for m in d.slots.get("people", ()) if m.kind == "group" and m.plural and m.anaphor is None]
    return any(m.noun not in nouns and m.name not in groups and not m.definite for m in new)


def _points(d: Draft, m: Mention, nouns: set[str], groups: set[str], lexicon: Lexicon) -> bool:
    """Does it say nothing of whom it means but that they were told before?"""
    s = d.sentence
    if m.anaphor == "they":
        return bool(groups & set(d.names("group")))
    if m.whole is not None or m.negative or any(k.dep in _TOLD_MORE for k in s.kids(m.head)):
        return False
    if m.noun in lexicon["nouns.everybody"]:
        return True
    if len({lexicon.pronouns.get(noun) for noun in (*nouns, m.noun)} - {None}) > 1:
        return False  # nuns are no men
    known = nouns | lexicon["nouns.anybody nouns.in_question"] | {"group"}
    several = m.noun in known and (m.plural or m.noun == "group")
    return several and m.definite and s[m.lo].low in {"the", "these", "those"}
