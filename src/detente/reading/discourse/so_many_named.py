"""The one list of so many names in a report is of the so many whom it tells of elsewhere: always inferred.

"Rebels freed two nurses. (…) Ada Orlu and Ira Dann were captured in May." "It is the case of two other
Danes, Ola Roth and Ben Krag. (…) Both men are to be freed."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from detente.language.gazetteer import gazetteer
from detente.reading.clauses.draft import Draft, by_sentence
from detente.reading.discourse.antecedents import BESIDE, OF_CUSTODY, acting_in, together
from detente.reading.discourse.rosters import as_many_twice, keeps
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention, surname
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.reading.shapes.rolls import first_verb, list_behind, name_of, runs
from detente.records import FREED, Filler

_MOST = 12
_DOUBT = 0.1
_SOON = 2
_IN_A_LIST = frozenset({",", "CC", "CD", "-LRB-", "-RRB-"})
_TAKEN = frozenset({"DETAIN", "SENTENCE"})
_LOOSE = "nouns.anybody nouns.in_question nouns.everybody nouns.two nouns.three nouns.citizen"
"""Nouns that people of every calling are called by."""


_HELD_OR_DEAD = frozenset({"hold", "keep", "execute", "behead"})
"""What befalls others than those who were just told to be out, or taken."""


@dataclass(frozen=True, slots=True)
class _List:
    """Names told together, in which sentence, and by which of its drafts."""

    names: tuple[str, ...]
    at: int
    drafts: tuple[Draft, ...]

    @property
    def known(self) -> frozenset[str]:
        return frozenset(map(surname, self.names))


def so_many_named(
    page: Sequence[tuple[Sentence, Mentions]], drafts: Sequence[Draft], lexicon: Lexicon
) -> None:
    """Let a counted group nobody is named of have the names of the one list of as many people in custody.

    Only where the report has one such list, and all groups of that number in it can be the same people.

    Args:
        page: sentences in order.
        drafts: all of the document, with their roles.
        lexicon: word classes.
    """
    told = [d for d in drafts if d.type in OF_CUSTODY]
    wanted = [
        (d, m, many) for d in told if (m := _unnamed(d, lexicon)) is not None and (many := _many(m, lexicon))
    ]
    if not wanted:
        return
    places = {id(s): n for n, (s, _) in enumerate(page)}
    near = [(places[id(d.sentence)], m, many) for d, m, many in wanted if id(d.sentence) in places]
    found = (*_lists(page, told, lexicon), *_opened(page, near, lexicon))
    lists = [x for x in found if not _act(x, drafts)]
    held = {surname(x) for d in drafts if keeps(d) for x in d.names("person")}
    for d, m, many in wanted:
        mine = [x for x in lists if len(x.names) == many]
        if as_many_twice(d, many):
            continue  # "freed two monks and tried two more. The two, X and Y, …"
        if len({x.known for x in mine}) != 1 or not _one_people(told, many, lexicon):
            continue
        first, here = mine[0], places.get(id(d.sentence), -1)
        later = here > first.at
        back = later and not (_points(m, lexicon) or _of_their_nation(m, page[: first.at + 1], many, lexicon))
        if back or (not later and m.definite and here != first.at):
            continue
        if any(_jars(d, x, held, lexicon) for x in mine):
            continue
        same = [x for x in told if not x.names("person") and x.names("group") == d.names("group")]
        for x in same if first.names else ():
            x.add("person", *(Filler(name, "person", None, True) for name in first.names))
            x.doubt += _DOUBT


def _unnamed(d: Draft, lexicon: Lexicon) -> Mention | None:
    """The group that a draft is told of alone, where it names nobody of it."""
    people = d.slots.get("people", ())
    m = people[0] if len(people) == 1 and not d.names("person") else None
    if m is None or m.kind != "group" or not m.human or m.whole is not None or m.negative:
        return None
    words = {w.lemma for w in d.sentence.words[m.lo : m.hi + 1]} if m.hi < len(d.sentence) else set[str]()
    return m if not words & (lexicon["nouns.of_more"] | {"others", "remaining", "first", "last"}) else None


def _many(m: Mention, lexicon: Lexicon) -> int | None:
    if m.noun == "both" or m.noun in lexicon["nouns.two"]:
        return 2
    q = m.quantity
    exact = q.lo if q is not None and q.exact and q.lo == q.hi and q.lo is not None else 0
    return int(exact) if 2 <= exact <= _MOST else None


def _lists(
    page: Sequence[tuple[Sentence, Mentions]], told: Sequence[Draft], lexicon: Lexicon
) -> Iterator[_List]:
    """Names told together of whom custody is told, or that stand behind a group of as many."""
    by = by_sentence(told)
    custody = {surname(f.name) for d in told for f in d.roles.get("person", ())}
    for n, (s, ms) in enumerate(page):
        loose = [x.names for x in together(s, ms, n)] + [_people_of(d) for d in by.get(id(s), ())]
        called = [(_behind(s, ms, g, lexicon), g) for g in _groups(s, ms, lexicon)]
        for party, group in [*called, *((x, None) for x in loose)]:
            names = tuple(dict.fromkeys(ms.names.whole(x) for x in party))
            known = {surname(x) for x in names}
            if names and len(known) == len(names) and (known <= custody or group is not None):
                mine = (d for d in by.get(id(s), ()) if known & set(map(surname, d.names("person"))))
                yield _List(names, n, tuple(mine))


def _opened(
    page: Sequence[tuple[Sentence, Mentions]], wanted: Sequence[tuple[int, Mention, int]], lexicon: Lexicon
) -> Iterator[_List]:
    """ "Two welders were freed. *Ola Krag and Ben Roth* are in good health": new names of as many, told next.

    They open one of the next two sentences, with nothing beside them, and tell of no deed of theirs: they
    are well, were accused, came home.
    """
    for n, (s, ms) in enumerate(page):
        near = {many for at, m, many in wanted if 0 < n - at <= _SOON and not _points(m, lexicon)}
        v = first_verb(s) if near else None
        if v is None or not _is_undergone(s, v, lexicon):
            continue
        found = runs(s, 0, v - 1, lexicon, ms.names)
        names = tuple(name_of(s, r) for r in found)
        inside = {i for r in found for i in range(r.lo, r.hi + 1)}
        alone = all(w.i in inside or w.tag in _IN_A_LIST for w in s.words[:v])
        before = {w.low for x, _ in page[:n] for w in x.words}
        new = all(surname(x) not in before and " " in x for x in names)
        persons = all((m := ms.at(r.hi)) is not None and m.kind == "person" for r in found)
        if len(names) in near and alone and new and persons:
            yield _List(names, n, ())


def _is_undergone(s: Sentence, v: int, lexicon: Lexicon) -> bool:
    """ "Are well", "were accused", "came home": what those go through who are held or get out, and no more.

    Others are robbed, thanked or on duty, and arrive to meet them.
    """
    main = s[s[v].head] if s[v].dep in {"aux", "auxpass"} else s[v]
    if any(k.dep == "auxpass" for k in s.kids(main.i)):
        now = main.lemma in _HELD_OR_DEAD and s.kid(main.i, "aux") is None  # "X and Y were held elsewhere"
        return not now and main.lemma in lexicon["verbs.undergoing lemmas.done_to_persons"]
    if main.lemma == "be":
        said = [*s.kids(main.i, "acomp", "advmod"), *(s[i] for i in s.objects(main.i, {"in", "at"}))]
        return any(w.lemma in lexicon["nouns.faring"] for w in said)
    aimed = any(k.low == "to" for w in s.kids(main.i, "advcl", "xcomp") for k in s.kids(w.i, "aux"))
    return main.lemma in lexicon["verbs.coming_home"] and not aimed


def _behind(s: Sentence, ms: Mentions, m: Mention, lexicon: Lexicon) -> tuple[str, ...]:
    """The names apposed to a counted group: "two other Danes, the welder Ola Roth and Ben Krag"."""
    if m.hi + 2 >= len(s) or s[m.hi + 1].tag not in {",", ":", "-LRB-"} or s[m.hi + 2].tag == "CC":
        return ()
    start = m.hi + 2
    found = runs(s, start, list_behind(s, start, lexicon), lexicon, ms.names)
    names = tuple(name_of(s, r) for r in found)
    return names if len(names) == _many(m, lexicon) else ()


def _people_of(d: Draft) -> tuple[str, ...]:
    """The persons of a draft that is told of them alone, in their order; the parse may tie them apart."""
    people = d.slots.get("people", ())
    named = sorted((m for m in people if m.kind == "person" and m.anaphor is None), key=lambda m: m.lo)
    return tuple(m.name for m in named) if len(named) == len(people) > 1 else ()


def _groups(s: Sentence, ms: Mentions, lexicon: Lexicon) -> Iterator[Mention]:
    """People told by their number, none of them acting beside those held."""
    for w in s.words:
        m = ms.at(w.i) if w.dep != "nummod" else None
        if m is None or m.head != w.i or m.kind != "group" or not m.human or m.whole is not None:
            continue
        if _many(m, lexicon) is not None and not any(m.noun in lexicon[x] for x in BESIDE):
            yield m


def _one_people(told: Sequence[Draft], many: int, lexicon: Lexicon) -> bool:
    """Can all groups of that number be the same people, by noun, by nation and by what befell them?"""
    loose, groups = lexicon[_LOOSE], list[Mention]()
    stays, freed = False, False
    for d in told:
        mine = [m for m in d.slots.get("people", ()) if m.kind == "group" and _many(m, lexicon) == many]
        groups += mine
        new = any(not _points(m, lexicon) for m in mine)
        stays = stays or (new and keeps(d))
        freed = freed or (new and d.type in FREED and d.stand.mode == "performed")
    nations = {m.state for m in groups} - {None}
    nouns = {m.noun for m in groups if m.noun not in loose and m.anaphor is None and not _nation(m)}
    return len(nations) < 2 and len(nouns) < 2 and not (stays and freed)


def _nation(m: Mention) -> bool:
    """ "Two Danes": is the noun itself that of a nation?"""
    word = m.text.split()[-1]
    return m.state is not None and any(h.end - h.start == len(word) for h in gazetteer().find(word))


def _points(m: Mention, lexicon: Lexicon) -> bool:
    """Does a group told behind the names point back at them: "the two", "both men"?"""
    pointing = m.anaphor not in {None, "number"}  # "two were held": they may be anybody
    return m.definite or pointing or m.noun in lexicon["nouns.everybody nouns.two"]


def _of_their_nation(
    m: Mention, before: Sequence[tuple[Sentence, Mentions]], many: int, lexicon: Lexicon
) -> bool:
    """ "The three Danes are: X, Y and Z. (…) Three *Danish citizens* were let go"."""
    told = (g for s, ms in before for g in _groups(s, ms, lexicon) if _many(g, lexicon) == many)
    return m.state is not None and any(g.state == m.state for g in told)


def _act(x: _List, drafts: Sequence[Draft]) -> bool:
    return any(x.known & {surname(name) for name in acting_in(d) if name} for d in drafts)


def _jars(d: Draft, x: _List, held: set[str], lexicon: Lexicon) -> bool:
    """Is it told of others than the list: of another calling, held yet, newly taken, in other hands?"""
    if d.type in FREED and d.stand.mode != "denied" and x.known & held:
        return True
    own = {m.noun for m in d.slots.get("people", ())} | lexicon[_LOOSE]
    called = [m for y in x.drafts for m in y.slots.get("people", ()) if m.kind == "group" and m.plural]
    if any(m.noun not in own and m.anaphor is None for m in called):
        return True
    if any(_acts_beside(y, own, lexicon) for y in x.drafts):
        return True
    types = {y.type for y in x.drafts}
    done = {y.type for y in x.drafts if y.stand.mode == "performed"}
    if d.stand.mode == "performed" and d.type in FREED and done & _TAKEN and not types & FREED:
        return True
    if d.stand.mode == "performed" and d.type in _TAKEN and types & FREED:
        return True
    mine = _lawless(d, lexicon)
    return any(
        mine is not None and theirs is not None and mine != theirs
        for theirs in (_lawless(y, lexicon) for y in x.drafts)
    )


def _acts_beside(y: Draft, own: Set[str], lexicon: Lexicon) -> bool:
    """ "Rebels X and Y", "the bandits who …, X and Y" were seized, where nurses were freed: none of them."""
    people = y.slots.get("people", ())
    named = [m for m in people if m.kind == "person" and m.anaphor is None]
    if any(m.kind == "group" and m.noun in lexicon[name] for m in people for name in BESIDE):
        return bool(named)
    first = min((m.lo for m in named), default=0)
    nouns = {w.lemma for w in y.sentence.words[max(0, first - 1) : first + 1]} - own
    return bool(named) and any(nouns & lexicon[name] for name in BESIDE)


def _lawless(d: Draft, lexicon: Lexicon) -> bool | None:
    """Do captors act, or a state and its bodies? Whoever is tried is in no gang's hands; else None."""
    acting = [
        m for r in ("releaser", "granter", "detainer", "authority", "mover") for m in d.slots.get(r, ())
    ]
    if any(m.noun in lexicon["nouns.rebel nouns.lawless"] for m in acting):
        return True
    return False if acting or d.type == "SENTENCE" or d.names("offence") else None
