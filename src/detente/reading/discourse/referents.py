"""Mentions → fillers: pronouns, places and speakers of a draft resolved against what was told before it."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from detente.language.gazetteer import Hit
from detente.reading.clauses.draft import Draft
from detente.reading.discourse.antecedents import (
    OF_CUSTODY,
    acting_in,
    chief_of,
    count_meant,
    described,
    named_ones,
    people_meant,
    together,
)
from detente.reading.discourse.genders import called_within, opens_with_pronoun
from detente.reading.discourse.memory import Memory
from detente.reading.discourse.one_subject import both_sides_of, see_sides
from detente.reading.frames.whose_state import state_of
from detente.reading.nouns.mention import Mention
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import PROPER, SUBJECTS, Sentence, Word
from detente.records import Attribution, Filler

_AGENTS = ("authority", "releaser", "committer", "granter")
_HANDS = frozenset({"custody", "detention", "captivity"})
_ALONE = frozenset({"i", "me", "my", "mine", "myself"})
_ACTING = frozenset({"releaser", "granter", "detainer", "holder", "mover", "authority"})
_OF_OTHERS = frozenset({"people", "to", "from", "place", "target"})
_OF = re.compile(r" (?:of|for|to|in|at)\b")
_PARTS = frozenset({"compound", "amod", "nummod", "det"})
_ONES = {"he": "he", "him": "he", "she": "she", "her": "she"}
_OWNERS = {"his": "he", "her": "she"}


def fill_roles(d: Draft, memory: Memory, number: int) -> None:
    """Turn the mentions in a draft's slots into fillers, and name its speakers.

    Args:
        d: the draft; its ``slots`` are read, its ``roles`` and ``attribution`` are filled.
        memory: what the sentences before told.
        number: which sentence of the document it is.
    """
    agent = next((m.name for r in _AGENTS for m in d.slots.get(r, ())), None)
    here = memory.copy()
    _remember_before(here, number, d)
    d.attribution = [
        named(a, memory, memory if _speaks_behind(d, a) else here, number) for a in d.attribution
    ]
    speaker = d.attribution[-1] if d.own_words and d.attribution else None
    official = speaker is not None and (speaker.kind == "official" or memory.acts(speaker.name))
    if official and d.linkage is not None and d.linkage.class_ == "L2":
        d.linkage = msgspec.structs.replace(d.linkage, class_="L3")
    acting = acting_in(d)
    for role, mentions in d.slots.items():
        for m in mentions:
            if role == "people":
                d.add("person", *named_ones(d, m, here, number))
                one = described(d, m, here, number)
                if one is not None:
                    d.add("person", one)
                    if d.sentence[m.head].dep in SUBJECTS:
                        memory.persons.append((number, one.name, True))  # "The Dorn man says he was beaten"
                    continue
                count_meant(d, m, here, number, acting)
                told = people_meant(d, m, here, number, acting)
                if told:
                    for f in told:
                        d.add("person" if f.kind == "person" else "group", f)
                    continue
                if m.anaphor == "they" and d.type in OF_CUSTODY:
                    d.add("group", Filler(m.text, "group"))  # nobody told fits: not those who hold them
                    continue
            if m.anaphor == "i" and d.attribution:
                _add(d, role, m, _speaking(d, d.attribution[-1], alone=d.sentence[m.head].low in _ALONE))
                continue
            if m.anaphor in {"it", "they"} and (own := _speaks_of_itself(d, m, memory)) is not None:
                d.add(role, own)
                continue
            if (
                m.anaphor == "they"
                and role not in _OF_OTHERS
                and (both := both_sides_of(d, role, m, here, number))
            ):
                d.add(role, *both)
                continue
            others = memory.reached if role == "from" else _set_apart(d, m)  # nobody leaves where he went
            who = chief_of(d, m) or m
            filler = _in_office(d, role, m, here) or here.filler(number, who, agent=agent, others=others)
            if (
                role == "target"
                and m.text == "it"
                and filler is not None
                and (filler.name in d.names("authority") or _beside_another_it(d, m))
            ):
                continue  # "It has never imposed sanctions on it", "It asked Chad to take it off its list"
            if filler is not None:
                _add(d, role, m, filler)
            if role in _ACTING and (whose := _whose_men(d, m, here, number)) is not None:
                d.add(role, whose)
    _not_by_themselves(d)
    _not_by_outlets(d)
    memory.reached.update(f.name for f in d.roles.get("to", ()) if f.kind == "state")
    if d.type in OF_CUSTODY:
        memory.held.update(d.names("person", "group"))
        memory.takers.update(acting)
    if d.type == "DETAIN":
        memory.taken(number, d.slots.get("people", ()))


def _speaks_behind(d: Draft, a: Attribution) -> bool:
    """ "Roth freed nine, he said": whom a clause tells of by name is not who says it behind it."""
    words = d.sentence.words
    return any(
        w.low == a.name.lower() and w.dep == "nsubj" and words[w.head].text == a.cue
        for w in words[d.trigger + 1 :]
    )


def _beside_another_it(d: Draft, m: Mention) -> bool:
    """Does *it* also act before, in the same sentence? Then the two are not one."""
    return any(w.low == "it" and w.dep in SUBJECTS for w in d.sentence.words[: m.head])


def _in_office(d: Draft, role: str, m: Mention, here: Memory) -> Filler | None:
    """ "The president's meeting with X": the only one whom the report has called so."""
    points = m.definite or d.sentence[m.lo].low == "the"
    if role != "participants" or not points or m.plural or m.state is not None or m.kind == "person":
        return None
    holder = _holder(here, m.noun) if m.noun in d.mentions.lex["nouns.office"] else None
    return Filler(holder, "person", None, True) if holder is not None else None


def _set_apart(d: Draft, m: Mention) -> set[str]:
    """ "Rebels freed nine policemen and soldiers *they* had held": of whom a clause tells, they are not."""
    s = d.sentence
    clause = next((w for w in s.up(m.head) if w.dep == "relcl"), None) if m.anaphor == "they" else None
    head = s[clause.head] if clause is not None else None
    while head is not None and head.dep == "conj":
        head = s[head.head]
    listed = s.conjuncts(head.i) if head is not None else []
    listed += [j for i in listed for o in s.objects(i, {"of"}) for j in s.conjuncts(o)]  # "a group of nine"
    return {x.name for x in (d.mentions.at(i) for i in listed) if x is not None}


def _whose_men(d: Draft, m: Mention, here: Memory, number: int) -> Filler | None:
    """ "Its fighters seized them", "the Front's gunmen freed them": whose men they are acts by them."""
    s, lex = d.sentence, d.mentions.lex
    if m.noun not in lex["nouns.rebel"] or m.state is not None:
        return None
    owner = next((k.i for k in s.kids(m.head, "poss")), None)
    whose = d.mentions.at(owner) if owner is not None else None
    if whose is None or s[whose.head].low in {"whose", "his", "her", "my", "our"}:
        return None
    body = here.filler(number, whose)
    if body is None or body.kind not in {"organisation", "group"}:
        return None
    return Filler(body.name, body.kind, body.entity, True)


def _not_by_themselves(d: Draft) -> None:
    """ "ending their captivity", "ten soldiers whom they had held": nobody does it to themselves."""
    freed = set(d.names("person", "group"))
    for role in sorted(_ACTING):
        told = {f.name for f in d.roles.get(role, ()) if not f.inferred and f.kind != "unstated"}
        for whom in ("person", "group") if told & freed else ():
            guessed = [f for f in d.roles.get(whom, ()) if f.inferred and f.name in told]
            d.roles[whom] = [f for f in d.roles.get(whom, ()) if f not in guessed]
            freed -= {f.name for f in guessed}  # "pirates seized them": not the pirates
        if freed & set(d.names(role)):
            d.roles[role] = [f for f in d.roles[role] if f.name not in freed]
            d.slots[role] = [m for m in d.slots.get(role, ()) if m.name not in freed]


def _not_by_outlets(d: Draft) -> None:
    """ "The daily Lantern reported the decision to free them": whose decision it was, it does not say."""
    telling = {a.name for a in d.attribution if a.kind == "outlet"}
    for role in _ACTING & d.slots.keys() if telling and d.type in OF_CUSTODY else ():
        kept = [m for m in d.slots[role] if m.name not in telling]
        d.roles[role] = [f for f in d.roles.get(role, ()) if f.name not in telling]
        d.slots[role] = kept


def _speaks_of_itself(d: Draft, m: Mention, memory: Memory) -> Filler | None:
    """ "France said it would not lift the ban", "the police say they arrested two": who says so."""
    s = d.sentence
    inner = d.attribution[-1] if d.attribution else None
    if (
        inner is None
        or inner.kind not in {"official", "organisation", "ngo", "party"}
        or not (inner.name[:1].isupper() or m.anaphor == "they")
    ):
        return None
    subject = s[m.head].dep in {"nsubj", "nsubjpass"}
    spoken = any(
        w.dep == "nsubj" and w.i < m.head and d.mentions.at(w.i) is not None and s[w.head].text == inner.cue
        for w in s.words
        if m.anaphor == "it" or w.tag == "NNS"
    )
    if not (subject and spoken):
        return None
    return Filler(
        inner.name, "state" if inner.name in _state_names(d) | set(memory.states) else "organisation"
    )


def _state_names(d: Draft) -> set[str]:
    found = (d.mentions.at(w.i) for w in d.sentence.words if w.tag in {"NNP", "NNPS"})
    return {x.name for x in found if x is not None and x.kind == "state"}


def _speaking(d: Draft, a: Attribution, *, alone: bool) -> Filler:
    """Whom *we* and *I* mean: who is quoted; no body says *I*, and whoever is named beside is a person."""
    beside = (m for w in d.sentence.words if (m := d.mentions.at(w.i)) is not None and m.kind == "person")
    person = alone or a.kind == "person" or any(m.name == a.name for m in beside)
    return Filler(a.name, "person" if person else "organisation", None, True)


def _add(d: Draft, role: str, m: Mention, f: Filler) -> None:
    if m.state is not None and m.noun in d.mentions.lex["nouns.sided"] and not m.plural:
        f = Filler(m.state, "state")  # "the Kyrgyz side"
    if role == "people":
        d.add("person" if f.kind == "person" else "group", f)
    elif role in {"to", "from", "place"}:
        _add_place(d, role, m, f)
    else:
        d.add(role, f)


def _add_place(d: Draft, role: str, m: Mention, f: Filler) -> None:
    """A city is itself, and where people move also its state, inferred."""
    if m.noun in _HANDS and m.state is not None:
        d.add(role, Filler(m.state, "state"))  # "freed from Finnish custody": no place, but whose hands
        return
    hit = m.hit
    named = m.city and hit is not None and hit.kind in {"capital", "city"} and not _longer(m, hit)
    d.add(role, Filler(hit.name, "place") if named and hit is not None else f)
    inside = named or (m.kind in {"place", "facility", "organisation"} and m.state is not None)
    state = state_of(m) if inside else None
    if state is not None and role in {"to", "from"}:
        d.add(role, Filler(state, "state", None, True))


def _longer(m: Mention, hit: Hit) -> bool:
    """ "Las Palmas", "Port Salem": a name that only ends like a city's is another's."""
    before = m.text[: len(m.text) - (hit.end - hit.start)].split()
    return bool(before) and before[-1][:1].isupper() and before[-1].isalpha()


def named(a: Attribution, memory: Memory, here: Memory, number: int) -> Attribution:
    """The speaker by name: *he*, *they* and *it* resolved, a bare surname made whole.

    Args:
        a: the link as the sentence has it.
        memory: what the sentences before told.
        here: that, and what this sentence tells before the deed.
        number: which sentence of the document it is.
    """
    low = a.name.lower()
    name: str | None
    if low in _ONES:
        low = _ONES[low]  # "according to her"
        name = memory.speaker(number, low) or here.person(number, low)
        kind = memory.kinds.get(name or "", a.kind)
        return msgspec.structs.replace(a, name=name, kind=kind, named=True) if name else a
    if low == "they":
        name = memory.speaker(number, low) or here.group()
    elif low in {"it", "its"}:
        name = memory.speaker(number, low) or (here.bodies[-1] if here.bodies else None)
    elif low == a.name and not _of_theirs(a) and (holder := _holder(memory, low)) is not None:
        return msgspec.structs.replace(a, name=holder, named=True)
    else:
        bare = a.kind in {"person", "official"} and a.name.istitle() and " " not in a.name
        name = here.names.full.get(a.name.casefold()) if bare else None
    return msgspec.structs.replace(a, name=name) if name else a


def _of_theirs(a: Attribution) -> bool:
    """ "his lawyer", "her doctor": somebody of one's own, and not the lawyer or doctor told of before."""
    return a.kind == "witness" and a.name.split()[0].lower() in {"his", "her", "their"}


def _holder(memory: Memory, office: str) -> str | None:
    """ "The colonel": the only one whom the text has called so."""
    holders = memory.offices.get(office.split()[-1], set())
    return next(iter(holders)) if len(holders) == 1 and " and " not in office else None


def remember_office(memory: Memory, d: Draft) -> None:
    """Remember who holds an office, so that "the envoy" is known when he speaks; and who is a poet."""
    told = {"office": memory.offices, "description": memory.described}.get(d.sub or "")
    if d.type == "ATTRIBUTE" and told is not None:
        for value in d.names("value"):
            head = _OF.split(value.lower())[0].split()
            for who in d.names("subject") if head else ():
                told.setdefault(head[-1], set()).add(memory.names.whole(who))


def remember_speaker(memory: Memory, number: int, m: Mention, link: Attribution) -> None:
    """Remember who spoke, and which pronoun may mean him."""
    known = named(link, memory, memory, number)
    low = link.name.lower()
    if low in {"we", "i", "you"}:
        return
    if m.plural or low == "they" or link.parts:
        fits = "many"
    elif m.kind == "person" or low in {"he", "she"} or (m.kind == "group" and m.human):
        fits = "one"
    else:
        fits = "body"
    memory.said.append((number, known.name, fits))
    memory.kinds.setdefault(known.name, known.kind)


def remember(memory: Memory, number: int, s: Sentence, ms: Mentions, drafts: Iterable[Draft]) -> None:
    """Remember all that a sentence mentions, and whom its drafts tell of together."""
    opens_with_pronoun(memory, number, s)
    for w in s.words:
        if w.tag[:2] in {"NN", "CD", "DT"} and w.dep not in _PARTS:
            main = s[w.head].dep in {"ROOT", "ccomp", "conj"}
            memory.nouns.add(w.lemma)
            _see(memory, number, ms, w, subject=w.dep in {"nsubj", "nsubjpass"} and main)
    memory.groups += together(s, ms, number)
    for d in drafts:
        if d.type in OF_CUSTODY and d.quantity is None:
            people = (f for f in d.roles.get("person", ()) if not f.inferred)
            memory.named_together(number, tuple(f.name for f in people))
    called_within(memory, s, ms)
    see_sides(memory, number, s, ms, len(s))


def _remember_before(memory: Memory, number: int, d: Draft) -> None:
    for w in d.sentence.words[: d.trigger]:
        if w.tag[:2] in {"NN", "CD"} and w.dep not in _PARTS:
            _see(memory, number, d.mentions, w, subject=w.dep in {"nsubj", "nsubjpass"})
    told = d.sentence.span_text(0, d.trigger - 1) if d.trigger else ""
    parties = together(d.sentence, d.mentions, number)
    memory.groups += [p for p in parties if all(name in told for name in p.names)]
    see_sides(memory, number, d.sentence, d.mentions, d.trigger)


def _see(memory: Memory, number: int, ms: Mentions, w: Word, *, subject: bool) -> None:
    m = ms.at(w.i)
    part = ms.at(ms.s[ms.s[w.i].head].head) if w.dep == "pobj" else None
    if part is not None and part.whole == w.i:
        return  # "thirteen of the 23": those spoken of on are the thirteen
    inside = w.dep == "pobj" and ms.s[w.head].low == "in" and m is not None and not m.titles
    if inside and m is not None and m.kind == "person" and m.lo == m.head - 1:
        return  # "at Camp 6 in Long An": a town, whatever it looks like
    drafted = w.dep == "npadvmod" and ms.s.text[w.end - ms.s.start :][:1] == "-"  # "a US-drafted resolution"
    if m is not None and m.head == w.i and not drafted:
        memory.see(number, m, subject=subject)
        _called(memory, ms, m, number)


def _called(memory: Memory, ms: Mentions, m: Mention, number: int) -> None:
    """ "Ana Dorn, wife of …", "his wife Ana Dorn": by which nouns and which pronoun she is spoken of."""
    if m.kind != "person" or m.anaphor is not None:
        return
    s = ms.s
    beside = [k for k in s.kids(m.head, "appos") if _same_person(ms, k.i, m)]
    before = [w for w in s.words[max(0, m.lo - 1) : m.head] if w.tag == "NN"]
    up = s[s[m.head].head]
    above = [up] if s[m.head].dep == "appos" and up.i < m.lo else []  # "his wife, Ana Dorn"
    if above and up.tag in PROPER and up.dep == "pobj" and s[up.head].low == "of":
        above = [s[s[up.head].head]]  # "the wife of Ben Roth, Ana Dorn"
    for noun in (*before, *(k for k in (*beside, *above) if k.tag == "NN")):
        memory.described.setdefault(noun.low, set()).add(memory.names.whole(m.name))
    for noun in (s[m.head], *beside, *above):
        if noun.tag == "NN" and noun.lemma in memory.pronouns:
            memory.called[m.name] = memory.pronouns[noun.lemma]
    for noun in (s[m.head], *before, *beside, *above):
        owner = next((w for w in s.words[s.np(noun.i)[0] : noun.i] if w.tag in {"PRP$", "POS"}), None)
        if owner is not None and noun.lemma in ms.lex["nouns.attending"]:
            memory.aides.add(m.name)
        elif owner is not None and owner.tag == "PRP$" and noun.lemma in ms.lex["nouns.kinship"]:
            _owner_is(memory, owner.low, m, number)


def _owner_is(memory: Memory, low: str, m: Mention, number: int) -> None:
    """ "Ben Roth was seized with *his* wife, Ana Dorn": the one who was the subject is a he."""
    told = {name for n, name, subject in memory.persons if n == number and subject and name != m.name}
    if len(told) == 1 and low in _OWNERS:
        memory.called.setdefault(told.pop(), _OWNERS[low])


def _same_person(ms: Mentions, i: int, m: Mention) -> bool:
    other = ms.at(i)
    return other is None or other.kind != "person" or other.name in m.name
