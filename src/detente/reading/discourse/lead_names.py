"""Whom a report opens with, unnamed: "An Austrian engineer left prison. Klaus Ederer, 58, had been …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.reading.clauses.draft import Draft, by_sentence
from detente.reading.discourse.antecedents import BESIDE, OF_CUSTODY
from detente.reading.discourse.roster_names import named_person
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention, surname
from detente.reading.nouns.mentions import Mentions
from detente.reading.nouns.seen_names import PARTICLES
from detente.reading.parsing.words import PROPER, SUBJECTS, Sentence
from detente.reading.shapes.rolls import first_verb
from detente.records import LET_GO, Filler

_OPENS, _NEXT, _FAR = 2, 2, 4
"""A report opens with its first two sentences; the name stands in one of the next two, of two told apart
in one of the next four."""
_ONE = frozenset({"a", "an"})
_BARE = frozenset({"NN", "JJ"})
_HELD = frozenset({"hostage", "captive"})
_DOUBT = 0.1


def lead_names(
    sentences: Sequence[tuple[Sentence, Mentions]], drafts: Sequence[Draft], lexicon: Lexicon
) -> None:
    """Let the one person whom the opening tells of be the first whom the next sentence names: inferred.

    The name is the subject of its sentence, stands there for the first time, and is told of custody too
    or given with an age; who is told to be held yet, or beside the first ("another"), is somebody else.

    Args:
        sentences: the body of the document in order.
        drafts: all of the document.
        lexicon: patterns and word classes.
    """
    told = by_sentence(drafts)
    _behind_colons(sentences[_OPENS:], told, lexicon)
    for n, (s, _) in enumerate(sentences[:_OPENS]):
        mine = told.get(id(s), ())
        named = next((d.trigger for d in mine if d.names("person")), None)
        leads = [d for d in mine if d.type in OF_CUSTODY and of_one(d) and d.trigger < (named or len(s))]
        if not leads:
            continue
        if any(
            len({m.name for d in leads if d.type == x.type for m in _by_their_article(d)}) > 1 for x in leads
        ):
            _each_by_name(sentences[n + 1 : n + 1 + _FAR], told, leads)
            return  # "a poet and a priest": of which of them the name is, nobody says
        behind = sentences[n : n + 1 + _NEXT]
        if named is not None:
            name = _told_on(mine, leads) or _let_go_by_name(behind[:1], told, leads, lexicon)
        else:
            name = _named_next(behind[1:], drafts, leads, lexicon) or _let_go_by_name(
                behind, told, leads, lexicon
            )
        for d in leads if name is not None else ():
            d.add("person", Filler(name or "", "person", None, True))
            d.doubt += _DOUBT
        return


def _told_on(drafts: Sequence[Draft], leads: Sequence[Draft]) -> str | None:
    """ "Chad freed a singer, and *he* is due in Oslo": who the pronoun is, once the report has named him."""
    if len({g for d in leads for g in d.names("group")}) != 1:
        return None
    others = [d for d in drafts if d.names("person") and d.type in OF_CUSTODY]
    people = [m for d in others for m in d.slots.get("people", ())]
    names = {name for d in others for name in d.names("person")}
    by_pronoun = all(m.anaphor in {"he", "she"} and m.lo > max(d.trigger for d in leads) for m in people)
    return names.pop() if people and by_pronoun and len(names) == 1 else None


def of_one(d: Draft) -> bool:
    """Is it told of one person called by a noun alone: "a Derry man"?"""
    people = _by_their_article(d)
    if len(people) != 1 or d.names("person") or people[0].hi >= len(d.sentence):
        return False  # a corrected figure is told of people of another sentence
    return _indefinite(d.sentence, people[0])


def _by_their_article(d: Draft) -> list[Mention]:
    """ "A former deputy, lawyer and campaigner" is one: only the first noun has an article."""
    s, people = d.sentence, d.slots.get("people", [])
    if not people or people[0].hi >= len(s) or s[s.np(people[0].head)[0]].low not in _ONE:
        return list(people)
    joined = s.conjuncts(people[0].head)
    bare = [m for m in people[1:] if m.head in joined and s[m.head].tag == "NN" and s[m.lo].tag in _BARE]
    return [m for m in people if m not in bare]


def _indefinite(s: Sentence, m: Mention) -> bool:
    one = m.quantity is None or m.quantity.lo == 1 == m.quantity.hi
    first = s[s.np(m.head)[0]].low
    of_some = m.quantity is not None and m.text.lower().startswith("one of ")  # "one of three Danes"
    single = m.kind == "group" and m.human and m.anaphor is None and one
    lo = s.np(m.head)[0]
    owned = s[lo].tag in PROPER and lo + 1 < m.head and s[lo + 1].tag == "POS"  # "Togo's best-known singer"
    return single and (of_some or (not m.plural and (first in _ONE or owned)))


def _behind_colons(
    sentences: Sequence[tuple[Sentence, Mentions]], told: Mapping[int, Sequence[Draft]], lexicon: Lexicon
) -> None:
    """Further down a report, too, one sentence may tell of somebody before its colon, and by name behind."""
    for s, ms in sentences:
        colon = next((w.end for w in s.words if w.text == ":"), None)
        mine = [d for d in told.get(id(s), ()) if d.type in OF_CUSTODY] if colon is not None else []
        leads = [d for d in mine if colon is not None and s[d.trigger].end < colon and of_one(d)]
        if len({g for d in leads for g in d.names("group")}) != 1:
            continue
        name = _let_go_by_name([(s, ms)], told, leads, lexicon)
        for d in leads if name is not None else ():
            d.add("person", Filler(name or "", "person", None, True))
            d.doubt += _DOUBT


def _let_go_by_name(
    sentences: Sequence[tuple[Sentence, Mentions]],
    told: Mapping[int, Sequence[Draft]],
    leads: Sequence[Draft],
    lexicon: Lexicon,
) -> str | None:
    """ "A Dane seized in May is free: the rebels let go Ada Orlu": whom the next clause tells as let go too.

    Not by the other side of an exchange: by others than were said to free the first, or by his own state.
    """
    lead = next((d for d in leads if d.type in LET_GO and d.stand.mode == "performed"), None)
    if lead is None:
        return None
    for s, ms in sentences:
        colon = next((w.end for w in s.words if w.tag == ":"), s.end) if s is lead.sentence else s.start
        if lexicon.pattern("another_person").search(s.text[colon - s.start :]):
            return None
        mine = [d for d in told.get(id(s), ()) if d.type in LET_GO and s[d.trigger].start >= colon]
        if not mine:
            continue
        people, d = mine[0].slots.get("people", ()), mine[0]
        one = people[0] if len(people) == 1 and d.stand.mode == "performed" else None
        if one is None or one.kind != "person" or one.anaphor is not None or len(one.name.split()) < 2:
            return None
        theirs = any(x.tag == "PRP$" for k in s.kids(one.head, "appos") for x in s.kids(k.i))
        return None if theirs or _by_others(d, lead) else ms.names.whole(one.name)
    return None


def _each_by_name(
    sentences: Sequence[tuple[Sentence, Mentions]],
    told: Mapping[int, Sequence[Draft]],
    leads: Sequence[Draft],
) -> None:
    """ "Chad let go a welder and Togo a smuggler. Chad released Ola Krag, Togo Ira Dann": by who lets go."""
    behind = [d for s, _ in sentences for d in told.get(id(s), ()) if d.type in LET_GO]
    for lead in (d for d in leads if d.type in LET_GO and d.stand.mode == "performed"):
        mine = [d for d in behind if _acting(d) & _acting(lead) and d.stand.mode == "performed"]
        named = {name for d in mine for name in d.names("person")}
        others = any(d is not lead and _acting(d) & _acting(lead) for d in leads if d.type == lead.type)
        if len(named) == 1 and not others and not any(d.names("group") for d in mine):
            lead.add("person", *(Filler(name, "person", None, True) for name in named))
            lead.doubt += _DOUBT


def _acting(d: Draft) -> set[str]:
    return {m.name for r in ("releaser", "granter", "mover") for m in d.slots.get(r, ()) if m.anaphor is None}


def _by_others(d: Draft, lead: Draft) -> bool:
    own = {m.state for m in lead.slots.get("people", ()) if m.state is not None}
    by, first = _acting(d), _acting(lead)
    return bool(by & own) or bool(by and first and not by & first)


def _named_next(
    sentences: Sequence[tuple[Sentence, Mentions]],
    drafts: Sequence[Draft],
    leads: Sequence[Draft],
    lexicon: Lexicon,
) -> str | None:
    for s, ms in sentences:
        if lexicon.pattern("another_person").search(s.text):
            return None
        hostage = _called_held(s, ms)
        if hostage is not None and not _stays(s, hostage, drafts):
            return ms.names.whole(hostage.name)
        m = _told_again(s, ms) or (_named_as(s, ms) if s is sentences[0][0] else None)
        if m is not None:
            return ms.names.whole(m.name)
        m = _subject(s, ms)
        if m is None or any(s[k].tag in PROPER for k in s.conjuncts(m.head) if k != m.head):
            continue  # several are no one
        offices = lexicon["nouns.office"] | lexicon["nouns.official"]
        if len(m.name.split()) < 2 or any(t.lower().rstrip(".") in offices for t in m.titles):
            return None
        mine = [d for d in drafts if d.sentence is s and surname(m.name) in map(surname, d.names("person"))]
        custody = [d for d in mine if d.type in OF_CUSTODY]
        if _somebody_else(s, m, mine, leads, told=bool(custody)):
            return None
        held = any(d.type == "CUSTODY_STATE" for d in mine) or any(
            d.type in LET_GO and d.stand.mode == "denied" for d in mine
        )
        aged = lexicon.pattern("with_an_age").match(s.text[s[m.hi].end - s.start :])
        return ms.names.whole(m.name) if not held and (custody or aged) else None
    return None


def _somebody_else(
    s: Sentence, m: Mention, mine: Sequence[Draft], leads: Sequence[Draft], *, told: bool
) -> bool:
    """ "X, her sister", "X, the envoy", "seized with him": who is told beside the first, or freed by others.

    Nor is anybody named who may be the victim of the first: "an agent jailed for kidnapping a student".
    """
    lex = leads[0].mentions.lex
    if lex.pattern("beside_the_first").search(s.text[s[m.hi].end - s.start :]):
        return True
    called = {p.noun for d in leads for p in d.slots.get("people", ())}
    offices = lex[f"nouns.beside_one {' '.join(BESIDE)}"]
    beside = any(k.lemma in offices and k.lemma not in called for k in s.kids(m.head, "appos"))
    taken = {g for d in leads for g in d.names("detainer")} & {g for d in leads for g in d.names("group")}
    by_others = any(_by_others(d, x) for d in mine for x in leads if {d.type, x.type} <= LET_GO)
    return (beside and not told) or bool(taken) or by_others


def _subject(s: Sentence, ms: Mentions) -> Mention | None:
    """The name that the sentence opens with, as a subject; "…, his lawyer said" comes behind it."""
    first = next((w for w in s.words if w.dep in SUBJECTS), None)
    return named_person(s, ms, first.i) if first is not None else None


def _told_again(s: Sentence, ms: Mentions) -> Mention | None:
    """ "The employee, Ada Orlu, …" after "a worker": the opening's one person by another noun.

    Nobody who may act beside him: no lawyer, judge, official, relative or captor; but "the freed Dane, X".
    """
    at = 2 if len(s) > 2 and s[1].low in ms.lex["nouns.in_question"] and s[2].tag != "," else 1
    at = 2 if len(s) > 3 and s[1].tag in {"NN", "JJ"} and s[2].tag == "NN" and s[3].tag == "," else at
    if len(s) < 7 or s[0].low != "the" or s[at + 1].tag != ",":
        return None
    noun, end = s[at], at + 2
    while end < len(s) and s[end].tag in PROPER:
        end += 1
    v = first_verb(s)
    m = named_person(s, ms, end - 1) if at + 2 < end < len(s) and s[end].tag == "," else None
    beside = any(noun.lemma in ms.lex[name] for name in BESIDE)
    human = (noun.tag == "NN" and noun.lemma in ms.lex["nouns.human"]) or (at == 2 and noun.tag == "NNP")
    says = v is not None and s[v].lemma in ms.lex["verbs.report"] and at == 1
    return m if m is not None and human and not beside and not says and not m.titles else None


def _stays(s: Sentence, m: Mention, drafts: Sequence[Draft]) -> bool:
    """Does the sentence tell of them as held yet, or as not let go?"""
    mine = (d for d in drafts if d.sentence is s and surname(m.name) in map(surname, d.names("person")))
    return any(d.type == "CUSTODY_STATE" or (d.type in LET_GO and d.stand.mode != "performed") for d in mine)


def _called_held(s: Sentence, ms: Mentions) -> Mention | None:
    """ "… said that hostage Ada Orlu was well": the one whom the next sentence so calls, before the name."""
    held = [w for w in s.words[:-1] if w.tag == "NN" and w.low in _HELD and s[w.i + 1].tag in PROPER]
    end = held[0].i + 1 if len(held) == 1 else None
    while end is not None and end + 1 < len(s) and (s[end + 1].tag in PROPER or s[end + 1].low in PARTICLES):
        end += 1
    return named_person(s, ms, end) if end is not None and end > held[0].i + 1 else None


def _named_as(s: Sentence, ms: Mentions) -> Mention | None:
    """ "The radio named him as Ada Orlu", "The welder was identified as Ada Orlu"."""
    found = ms.lex.pattern("named_as").search(s.text)
    at = s.at(s.start + found.end(), s.start + found.end() + 1) if found is not None else ()
    if found is None or not at:
        return None
    noun = (found.group("noun") or found.group("noun_") or "").lower()
    if any(noun in ms.lex[name] for name in BESIDE) or (noun and noun not in ms.lex["nouns.human"]):
        return None
    end = at[0]
    while end + 1 < len(s) and s[end + 1].tag in PROPER:
        end += 1
    m = ms.at(end)
    owner = end + 1 < len(s) and s[end + 1].tag == "POS"  # "She is Ada Orlu's sister"
    return m if m is not None and m.kind == "person" and m.anaphor is None and not owner else None
