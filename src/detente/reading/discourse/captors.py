"""Rebels, gangs and kidnappers: who holds people and is no state, wherever the report names them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from detente.reading.clauses.draft import Draft
from detente.reading.discourse.in_their_hands import in_their_hands
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import PROPER, Sentence, Word
from detente.records import UNSTATED, Filler

_ROLE = {"RELEASE": "releaser", "DETAIN": "detainer", "CUSTODY_STATE": "holder"}
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w'-]*")
_TOLD_BEFORE = frozenset({"they", "he", "she", "number"})
_AHEAD = frozenset({"promised", "intended", "agreed"})
_UNDONE = frozenset({"denied", "hypothetical", "conditional"})
_UNNAMED = frozenset({"they", "it", "who", "i"})


def captors(
    drafts: Sequence[Draft], page: Sequence[tuple[Sentence, Mentions]], lexicon: Lexicon
) -> frozenset[str]:
    """Say who took and who frees hostages, where another sentence names them: always inferred.

    Returns:
        The names of those who hold people and are no state.
    """
    keepers = in_their_hands(drafts, lexicon) | _fronts(drafts)
    named = [f for s, ms in page for f in _bands(s, ms, lexicon)]
    told = [(d, f) for d in drafts for f in _holding(d, lexicon, named)]
    unsaid = [d for d in drafts if d.sub == "abduct" and d.stand.mode not in _UNDONE and not _acts(d)]
    unsaid = [d for d in unsaid if not _in_all(d)]
    if unsaid:
        whom = {m.noun for m in unsaid[0].slots.get("people", ())} | lexicon["nouns.in_question"]
        told += [
            (unsaid[0], f) for s, ms in page for f in (*_takers(s, ms, whom, lexicon), *_so_called(s, ms))
        ]
    if unsaid and not told and not named:
        told = [(unsaid[0], f) for f in _the_bandits(page, lexicon)]
    if not told:
        return keepers | {f.name for f in _the_bandits(page, lexicon)}
    proper = {f.name for f in named}
    one = _the_one(named, [f for _, f in told])
    if one is not None:
        known = proper | {f.name for _, f in told}
        theirs = [d for d in drafts if known & set(d.names(_ROLE.get(d.type, "")))]
        _spread(one, drafts, theirs)
    return keepers | proper | {f.name for _, f in told}


def _fronts(drafts: Sequence[Draft]) -> frozenset[str]:
    """Known bodies of no state that free or take people: "the Houthis freed ten"."""
    acting = (m for d in drafts for r in ("releaser", "detainer", "holder") for m in d.slots.get(r, ()))
    return frozenset(m.name for m in acting if m.hit is not None and m.hit.kind == "body" and not m.hit.code)


def hostage_takers(
    drafts: Sequence[Draft], page: Sequence[tuple[Sentence, Mentions]], lexicon: Lexicon
) -> None:
    """Let the one body that fights, or has a truce, free the hostages whom nobody is told to free."""
    told = [d for d in drafts if d.type == "RELEASE" and d.names("releaser") in ([], [UNSTATED])]
    taken = {name for d in drafts if d.sub == "abduct" for name in d.names("person")}
    hostages = [d for d in told if taken & set(d.names("person")) or _are_hostages(d, lexicon)]
    sides = [f for s, ms in page for f in _fighting(s, ms, lexicon)] if hostages else []
    fullest = sorted({f.name: f for f in sides}.values(), key=lambda f: (-len(f.name), f.name))
    if fullest and all(_same(f.name, fullest[0].name) for f in fullest):
        for d in hostages:
            d.roles["releaser"] = [fullest[0]]


def _are_hostages(d: Draft, lexicon: Lexicon) -> bool:
    whole = [d.whole] if d.whole is not None else []
    return any(m.noun in lexicon["nouns.hostage"] for m in (*_people(d), *whole))


def _fighting(s: Sentence, ms: Mentions, lexicon: Lexicon) -> Iterator[Filler]:
    """Bodies of no state that have fighters, or with whom there is a truce: "a ceasefire with the Front"."""
    for w in s.words:
        m = ms.at(w.i)
        if w.lemma in lexicon["nouns.rebel"] and m is not None and m.head == w.i and m.state is None:
            hits = [h for i in range(m.lo, m.hi + 1) if (h := ms.hit_at(i)) is not None]
            if any(h.kind == "body" and not h.code for h in hits):
                yield Filler(hits[0].name, "organisation", None, True)
        if {w.lemma, *(k.low for k in s.kids(w.i, "compound"))} & lexicon["nouns.truce"]:
            for i in s.objects(w.i, {"with", "between"}):
                side = ms.at(i)
                if side is not None and _is_no_state(side, lexicon):
                    yield Filler(side.name, "organisation", None, True)
    yield from _bands(s, ms, lexicon)


def _is_no_state(m: Mention, lexicon: Lexicon) -> bool:
    official = m.noun in lexicon["nouns.official"] or (m.hit is not None and bool(m.hit.code))
    return m.kind == "organisation" and m.state is None and m.anaphor is None and not official


def was_handed_over(d: Draft, holder: str, drafts: Sequence[Draft]) -> bool:
    """ "He was handed to the Lebanese army. He was released on Monday": by others than who held him first."""
    people = set(d.names("person", "group"))
    before = [x for x in drafts if x.sub == "handover" and x.sentence.start < d.sentence.start]
    return d.type == "RELEASE" and any(
        people & set(x.names("person", "group"))
        and x.stand.mode == "performed"
        and any(m.kind in {"state", "organisation"} for m in x.slots.get("to", ()))
        and holder not in x.names("to")
        for x in before
    )


def _spread(one: Filler, drafts: Sequence[Draft], theirs: Sequence[Draft]) -> None:
    """Let the one band hold and free whom nobody else does, and stand by name beside "the rebels"."""
    mine = {id(d) for d in theirs}
    others = {name for d in drafts if id(d) not in mine and _acts(d) for name in d.names("person")}
    swapped = any(d.sub == "swap_release" for d in drafts)
    alone = not swapped and all(
        _by_it_alone(d, one, mine) for d in drafts if d.type == "RELEASE" and _acts(d)
    )
    own = {
        name
        for d in drafts
        if d.type == "ATTRIBUTE" and any(_same(value, one.name) for value in d.names("value"))
        for name in d.names("subject")
    }
    for d in (x for x in drafts if x.type in _ROLE):
        if d.rule == "release.swap_other_side" or any(_same(m.name, one.name) for m in _people(d)):
            continue  # its own men, and who are given for its hostages, were in other hands
        if _in_all(d) or (d.stand.mode in _AHEAD and not _CAPITAL.search(one.name)):
            continue  # nor is what "the bandits" will do told by what they did
        if own & set(d.names("person")):
            continue  # "X, a Front commander, was released"
        took = any(x.sub == "abduct" for x in theirs) and not _CAPITAL.search(one.name)
        if d.sub == "abduct" and took and not _the_very(d, theirs):
            continue  # those whom "gunmen" took once are not whoever took others
        if d.rule == "release.rescue":
            continue  # who is rescued is freed by others than those who hold them
        if was_handed_over(d, one.name, drafts):
            continue
        if id(d) in mine:
            if not any(_same(name, one.name) for name in d.names(_ROLE[d.type])):
                d.add(_ROLE[d.type], one)
            continue
        whose = _taken(d, theirs) or (alone and d.type == "RELEASE" and not d.names("from"))
        if whose and not _acts(d) and not others & set(d.names("person")):
            d.roles[_ROLE[d.type]] = [one]


def _by_it_alone(d: Draft, one: Filler, mine: Set[int]) -> bool:
    """ "The coalition and the rebels freed hundreds": of two that free, neither frees all the others."""
    return id(d) in mine and all(
        f.name in {UNSTATED, one.name} or _same(f.name, one.name) for f in d.roles["releaser"]
    )


def _bands(s: Sentence, ms: Mentions, lexicon: Lexicon) -> Iterator[Filler]:
    """Rebels and gangs by their proper names: "the Orlu gang", "fighters of the Mountain Front"."""
    for w in s.words:
        m = ms.at(w.i) if w.lemma in lexicon["nouns.rebel"] else None
        if m is not None and m.head == w.i and m.kind in {"organisation", "group"}:
            words = [s[i] for i in range(m.lo, m.hi + 1) if s[i].tag in PROPER]
            hits = [ms.hit_at(x.i) for x in words]
            bodies = (hit for hit in hits if hit is not None and hit.kind == "body" and not hit.code)
            known = next(bodies, None)
            if known is not None:
                yield Filler(known.name, "organisation", None, True)
            elif None in hits:
                yield Filler(m.name, m.kind, None, True)


def _takers(s: Sentence, ms: Mentions, nouns: Set[str], lexicon: Lexicon) -> Iterator[Filler]:
    """ "The Orlu gang, which had taken *the two*": who is told to have laid hands on those told before.

    Not "may have taken them", "asked whether it took them", "took them home", "had taken the children".
    """
    for w in s.words if not any(k.dep == "neg" or k.text == "?" for k in s.words) else ():
        off = w.lemma in lexicon["verbs.carrying_off"]
        if not (off or w.lemma in lexicon["verbs.laying_hands"]) or s.kid(w.i, "auxpass") is not None:
            continue
        led = off and (s.objects(w.i, {"to"}) or s.kid(w.i, "prt", "advmod") is not None)
        if led or w.dep == "ccomp" or any(k.tag == "MD" or k.dep == "mark" for k in s.kids(w.i)):
            continue
        whom = [m for k in s.kids(w.i, "dobj") if (m := ms.at(k.i)) is not None]
        theirs = [m for m in whom if m.kind == "group" and m.definite and m.human and m.noun in nouns]
        if not theirs and not any(m.anaphor in _TOLD_BEFORE for m in whom):
            continue
        heads = [
            s[w.head] if k.tag in {"WP", "WDT"} and w.dep == "relcl" else k for k in s.kids(w.i, "nsubj")
        ]
        for m in (ms.at(k.i) for k in heads):
            if m is not None and _is_armed(s, m, lexicon):
                yield Filler(m.name, m.kind, None, True)


def _in_all(d: Draft) -> bool:
    """ "800 pupils have been abducted in the north *since* May": by whomever, and not in one raid."""
    return d.sub == "abduct" and any(w.low == "since" for w in d.sentence.words[d.trigger :])


def _the_bandits(page: Sequence[tuple[Sentence, Mentions]], lexicon: Lexicon) -> list[Filler]:
    """ "The bandits wanted fuel", "nothing was paid to the pirates": of an abduction, those who took them.

    Where the report speaks of no other armed men, of none of them by their number, and says no more of them.
    """
    found = [(s, m) for s, ms in page for w in s.words if (m := _armed_at(w, ms, lexicon)) is not None]
    bare = all(m.quantity is None and s.kid(m.head, "relcl", "acl", "prep", "amod") is None for s, m in found)
    one = len({m.noun for _, m in found}) == 1 and bare and all(m.plural for _, m in found)
    called = (m for _, m in found if m.definite and m.noun in lexicon["nouns.abductor"])
    first = next(called, None) if one else None
    return [Filler(first.name, "group", None, True)] if first is not None else []


def _armed_at(w: Word, ms: Mentions, lexicon: Lexicon) -> Mention | None:
    m = ms.at(w.i) if w.lemma in lexicon["nouns.rebel nouns.abductor"] else None
    return m if m is not None and m.head == w.i and m.kind == "group" else None


def _is_armed(s: Sentence, m: Mention, lexicon: Lexicon) -> bool:
    """A gang, or rebels: by the noun or by that of whom they are ("fighters of the Mountain Front")."""
    words = {w.lemma for w in s.words[m.lo : m.hi + 1]}
    return m.anaphor is None and m.state is None and m.hit is None and bool(words & lexicon["nouns.rebel"])


def _so_called(s: Sentence, ms: Mentions) -> Iterator[Filler]:
    """ "The kidnappers, the Sons of Orlu", "her captors, from the Orlu Front": who they are, by name."""
    for w in s.words:
        if w.lemma not in ms.lex["nouns.abductor"] or (m := ms.at(w.i)) is None or not m.definite:
            continue
        called = [
            *s.kids(w.i, "appos"),
            *(o for p in s.kids(w.i, "prep") if p.low == "from" for o in s.kids(p.i, "pobj")),
        ]
        for x in (ms.at(k.i) for k in called):
            if (
                x is not None
                and x.kind in {"organisation", "group"}
                and x.state is None
                and x.hit is None
                and _CAPITAL.search(x.name)
            ):
                yield Filler(x.name, x.kind, None, True)


def _holding(d: Draft, lexicon: Lexicon, named: Sequence[Filler]) -> Iterator[Filler]:
    """Those whom a draft tells as holding or freeing people, where they are no state."""
    for m in d.slots.get(_ROLE.get(d.type, ""), ()):
        band = {m.noun, *(w.removesuffix("s") for w in m.text.lower().split())} & lexicon["nouns.rebel"]
        if m.anaphor in _UNNAMED or m.kind in {"state", "person"}:
            continue
        if band or any(_same(m.name, f.name) for f in named) or _abducts(d, m, lexicon):
            yield Filler(m.name, m.kind, None, True)


def _abducts(d: Draft, m: Mention, lexicon: Lexicon) -> bool:
    words = {m.noun, *m.text.lower().split()}
    return d.sub == "abduct" and m.state is None and not words & lexicon["nouns.official nouns.arm_of_state"]


def _the_one(named: Sequence[Filler], told: Sequence[Filler]) -> Filler | None:
    """The only band of the report: by its proper name where it has one."""
    fullest = sorted({f.name: f for f in named}.values(), key=lambda f: -len(f.name))
    if fullest:
        return fullest[0] if all(_same(f.name, fullest[0].name) for f in fullest) else None
    return told[0] if len({f.name for f in told}) == 1 else None


def _same(left: str, right: str) -> bool:
    """Do two names share a word that begins with a capital letter?"""
    a, b = (set(_CAPITAL.findall(name)) for name in (left, right))
    return bool(a & b)


def _acts(d: Draft) -> bool:
    """Does it say who holds or frees?"""
    role = _ROLE.get(d.type)
    return role is not None and bool(set(d.names(role)) - {UNSTATED})


def _taken(d: Draft, theirs: Sequence[Draft]) -> bool:
    """Abducted, or the very people, or more of those, whom they are told to hold or free."""
    return d.sub == "abduct" or _the_very(d, theirs)


def _the_very(d: Draft, theirs: Sequence[Draft]) -> bool:
    people, nouns = set(d.names("person", "group")), _nouns(d)
    return any(people & set(x.names("person", "group")) or nouns & _nouns(x) for x in theirs)


def _people(d: Draft) -> Sequence[Mention]:
    return d.slots.get("people", ())


def _nouns(d: Draft) -> set[str]:
    return {m.noun for m in _people(d) if m.kind == "group" and m.anaphor is None}
