"""Whom *he*, *they* and *both* mean where somebody is held, tried, freed or moved."""

from __future__ import annotations

from collections.abc import Set

from detente.reading.clauses.draft import Draft
from detente.reading.discourse.memory import Memory, Party
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.reading.nouns.mentions import Mentions
from detente.reading.nouns.pronouns import is_pronoun
from detente.reading.parsing.words import PROPER, SUBJECTS, Sentence, Word, in_a_list
from detente.reading.shapes.rolls import name_of, runs
from detente.records import LET_GO, Filler, FillerKind, Quantity

OF_CUSTODY = frozenset({"RELEASE", "CLEMENCY", "DETAIN", "SENTENCE", "CUSTODY_STATE", "TRANSFER", "HARM"})
"""Types that tell what is done to people, not what they do."""
_AGENTS = ("releaser", "granter", "detainer", "authority", "mover", "holder", "alleged_actor")
BESIDE = (
    "nouns.official", "nouns.office", "nouns.attending", "nouns.captor", "nouns.go_between", "nouns.kinship",
    "nouns.witness", "nouns.speaker", "nouns.gaoler", "nouns.keeper",
)  # fmt: skip
"""Nouns of those who stand or act beside somebody held."""
_EVERYBODY = frozenset({"all", "everyone", "everybody"})
_NOBODY = frozenset({"he", "him", "his", "she", "her", "hers"})
_SOON = 3
_TWO, _THREE = Quantity(2, 2, exact=True, cue="both"), Quantity(3, 3, exact=True, cue="trio")
_CAUSES = frozenset({"have", "get", "see"})
_POINT = frozenset({"he", "she", "they", "who", "it", "i", "country"})
_TOLD_MORE = frozenset({"prep", "relcl", "acl", "appos", "conj"})
_SET_APART = frozenset({"relcl", "acl"})  # behind a comma they do not say which one is meant
_RANKED = frozenset({"JJS", "JJR", "RBS", "CD", "NNP"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OFFICE_OF = frozenset({"office", "spokesman", "spokeswoman", "spokesperson", "press-service", "chancellery"})
_FRONTED = frozenset({"prep", "advcl", "npadvmod"})


def acting_in(d: Draft) -> frozenset[str]:
    """Those whom the draft tells as acting on others: no pronoun for the others means them."""
    return frozenset(m.name for r in _AGENTS for m in d.slots.get(r, ()) if m.anaphor is None)


def people_meant(d: Draft, m: Mention, memory: Memory, number: int, others: Set[str]) -> list[Filler]:
    """Fillers for a pronoun or a pointing word; none where it means nobody told.

    Args:
        d: the draft it stands in; it gets the count of those meant, where it has none.
        m: the word that points.
        memory: what the text told before.
        number: which sentence of the document it is.
        others: who acts on those meant.
    """
    if d.type not in OF_CUSTODY:
        return []
    if d.sentence[m.head].tag == "WP$":
        return _whose(d, m, memory)
    bound = _bound(d, m) if m.anaphor in {"he", "she", "they"} else None
    if bound is not None:
        named = (memory.names.whole(bound.name) if bound.kind == "person" else bound.name,)
        return _party(d, Party(number, named, bound.kind, bound.quantity))
    if m.anaphor in {"he", "she"}:
        pronoun = m.anaphor if d.sentence[m.head].tag in {"PRP", "PRP$"} else "one"
        name = memory.patient(number, pronoun, others, {a.name for a in d.attribution})
        return [Filler(memory.names.whole(name), "person", None, True)] if name else []
    if m.anaphor == "they":
        if (same := _pointed_at(d, m)) is not None:
            return [Filler(same.name, "group")]
        party = memory.patients(number, others)
        if party is None:  # whoever they are, they are not those who laid hands on others
            return [Filler(m.text, "group")] if memory.takers else []
        d.quantity = d.quantity or _called_so_many(party, memory)
        return _party(d, party) + _by_name(party, memory, number)
    return []


def _pointed_at(d: Draft, m: Mention) -> Mention | None:
    """The pointing word of the clause before: "both were led away, and nobody has heard from *them*"."""
    s = d.sentence
    clause = next((w for w in (s[m.head], *s.up(m.head)) if w.dep == "conj"), None)
    subject = s.kid(clause.head, *SUBJECTS) if clause is not None else None
    before = d.mentions.at(subject.i) if subject is not None else None
    return before if before is not None and before.anaphor in {"all", "number"} else None


def named_ones(d: Draft, m: Mention, memory: Memory, number: int) -> list[Filler]:
    """By name, whom "both", "the two" or "all three" mean: as many as were named together of late."""
    pair = d.mentions.lex["nouns.two nouns.three"]
    points = (m.anaphor in {"all", "number"} or m.noun in pair) and (
        m.definite or m.text.lower().startswith("all")
    )
    if d.type not in OF_CUSTODY or not points or m.whole is not None:
        return []
    lex = d.mentions.lex
    q = _TWO if m.noun == "both" or m.noun in lex["nouns.two"] else m.quantity
    q = _THREE if m.noun in lex["nouns.three"] else q
    party = memory.named(number, int(q.lo)) if q is not None and q.exact and q.lo is not None else None
    names = party.names if party is not None else memory.so_many_held(q)
    if names:
        d.quantity = d.quantity or q
    return [Filler(name, "person", None, True) for name in names]


def described(d: Draft, m: Mention, memory: Memory, number: int) -> Filler | None:
    """ "The green campaigner is still inside": the only one told by that noun, else the one just named.

    Not where more is said of whom it means ("the campaigner who …"), nor of another ("the third prisoner").
    """
    s, lex = d.sentence, d.mentions.lex
    titled = m.lo == m.head and s[m.head].tag in PROPER and m.noun in lex["nouns.title"]  # "Father was freed"
    one = m.kind == "group" and m.human and not m.plural and (titled or (m.definite and s[m.lo].low == "the"))
    if d.type not in OF_CUSTODY or not one or m.anaphor is not None or m.whole is not None:
        return None
    bodies = lex["nouns.official nouns.collective"]
    more = [k for k in s.kids(m.head) if k.dep in _TOLD_MORE]
    if m.noun in bodies or any(k.dep not in _SET_APART or s[s.subtree(k.i)[0] - 1].tag != "," for k in more):
        return None
    several = lex["closed.ordinal closed.of_several"]
    if any(w.tag in _RANKED or w.low in several for w in s.words[m.lo : m.head]):
        return _from_there(d, m, memory, number)
    known = memory.so_called(m.noun)
    name = next(iter(known)) if len(known) == 1 else None
    unique = lex["nouns.office nouns.kinship"]  # "the mayor" needs nobody told before
    lasts = d.type == "CUSTODY_STATE"  # who is only now arrested or freed may well be somebody new
    if lasts and not known and m.noun not in unique and s[m.head].dep in SUBJECTS:
        name = memory.undescribed(number)
    if not known and name is None and m.noun in lex["nouns.human"]:
        name = _epithet(d, m, memory, number)
    return Filler(name, "person", None, True) if name is not None else None


def _from_there(d: Draft, m: Mention, memory: Memory, number: int) -> Filler | None:
    """ "In jail is Ben Roth. *The Dorn man* was arrested in May": the one held whom the report just named.

    By a noun of a calling ("the Dorn activist") also whoever alone was named in the sentence before.
    """
    s, lex = d.sentence, d.mentions.lex
    home = s.words[m.lo + 1 : m.head]
    hits = [hit for w in home if (hit := d.mentions.hit_at(w.i)) is not None]
    places = all(w.tag == "NNP" and not memory.names.knows(w.text) for w in home)
    if not 0 < len(home) < 3 or not places or any(hit.kind == "body" for hit in hits):
        return None
    yet = any(k.low == "still" for k in s.kids(d.trigger, "advmod"))  # who is held yet is none just freed
    calling = m.noun in lex["nouns.human"] and not any(m.noun in lex[name] for name in BESIDE)
    if yet or not (calling or m.noun in lex["nouns.from_there"]):
        return None
    name = memory.only_one(number, held=True) or (memory.undescribed(number) if calling else None)
    return Filler(name, "person", None, True) if name is not None else None


def _epithet(d: Draft, m: Mention, memory: Memory, number: int) -> str | None:
    """ "Pastor Baek was jailed in May. Togo freed *the Korean missionary*": a new noun for the one held.

    Who is tried may well be somebody else: there nobody else is named near, nor may the noun be that of a
    judge, a lawyer, a relative or a captor. Who is only now arrested is somebody new.
    """
    if m.noun in memory.nouns or m.lo + (1 if m.state is None else 2) < m.head:
        return None
    if d.type == "DETAIN":
        return None
    freed = d.type in LET_GO
    if not freed and any(m.noun in d.mentions.lex[name] for name in BESIDE):
        return None
    pointing = m.noun in d.mentions.lex["nouns.held"]  # "the hostage" says nothing of anybody named
    return memory.only_one(number, held=not freed or pointing)


def count_meant(d: Draft, m: Mention, memory: Memory, number: int, others: Set[str]) -> None:
    """ "All are safe", "the prisoners were flown out": as many as were told before (CODEBOOK §5)."""
    if d.type not in OF_CUSTODY or d.quantity is not None or m.quantity is not None or m.negative:
        return
    s, lex = d.sentence, d.mentions.lex
    if m.hi + 2 < len(s) and s[m.hi + 1].low in lex["closed.except_all"] and s[m.hi + 2].tag == "CD":
        return  # "all but two": what is left of them is told by their own words
    if m.noun in _EVERYBODY and m.whole is None:
        party = memory.patients(number, others)
        whole = party.quantity if party is not None else None
        d.quantity = whole if whole is not None and whole.exact and whole.lo else None
    elif m.kind == "group" and m.plural and m.definite and m.anaphor is None and m.lo >= m.head - 1:
        joined = [*s.conjuncts(m.head), s[m.head].head if s[m.head].dep == "conj" else m.head]
        alone = not any(s[i].tag == "NNS" for i in joined if i != m.head)  # "the men and women"
        d.quantity = memory.counted(m.noun) if alone else None


def _whose(d: Draft, m: Mention, memory: Memory) -> list[Filler]:
    """ "the lawyer X, whose arrest …": X's."""
    clause = next((w for w in d.sentence.up(m.head) if w.dep == "relcl"), None)
    found = d.mentions.at(clause.head) if clause is not None else None
    if found is None or not found.human or found.anaphor is not None:
        return []
    person = found.kind == "person"
    name = memory.names.whole(found.name) if person else found.name
    return [Filler(name, "person" if person else "group")]


def _by_name(party: Party, memory: Memory, number: int) -> list[Filler]:
    """The names of a group that was told by as many names as it is counted: "three monks: X, Y and Z"."""
    q = party.quantity
    named = memory.named(number, int(q.lo)) if q is not None and q.exact and q.lo is not None else None
    if named is None or party.kind == "person" or not (party.definite or named.sentence == party.sentence):
        return []
    return [Filler(name, "person", None, True) for name in named.names]


def _called_so_many(party: Party, memory: Memory) -> Quantity | None:
    """The number beside the names: "he named *the three monks* as X, Y and Z. They were freed"."""
    beside = [g.quantity for g in memory.groups if g.sentence == party.sentence and g.kind == "group"]
    same = (q for q in beside if q is not None and q.exact and q.lo == q.hi == len(party.names))
    return next(same, None) if party.kind == "person" else None


def _party(d: Draft, party: Party) -> list[Filler]:
    if d.quantity is None and party.quantity is not None and party.quantity.exact:
        d.quantity = party.quantity
    kind: FillerKind = "person" if party.kind == "person" else "group"
    return [Filler(name, kind, None, True) for name in party.names]


def _bound(d: Draft, m: Mention) -> Mention | None:
    """Whom grammar alone gives: "nine had *their* terms cut"; "after *his* release, X flew home"."""
    s, w = d.sentence, d.sentence[m.head]
    if w.tag == "PRP$":
        verb = s.verb_of(w.i)
        up: Word | None = s[verb] if verb is not None else None
        while up is not None and up.lemma not in _CAUSES and up.dep in {"ccomp", "acl", "xcomp"}:
            up = s[up.head]
        subject = s.kid(up.i, *SUBJECTS) if up is not None and up.lemma in _CAUSES else None
        if subject is not None and subject.i < w.i:
            return _fits(d.mentions, subject.i, m)
    return _client(s, d.mentions, m) or _ahead(s, d.mentions, m)


def _client(s: Sentence, ms: Mentions, m: Mention) -> Mention | None:
    """ "Ada Orlu's lawyer said she was free", "the wife of Ben Roth, X, said he was": whose they are."""
    verb = s[s[m.head].head]
    says = s[verb.head]
    if s[m.head].dep not in SUBJECTS or verb.dep != "ccomp" or says.lemma not in ms.lex["verbs.report"]:
        return None
    teller = s.kid(says.i, "nsubj")
    if teller is None or teller.lemma not in ms.lex["nouns.kinship nouns.witness"]:
        return None
    whose = [*s.kids(teller.i, "poss"), *(s[i] for i in s.objects(teller.i, {"of"}))]
    return _fits(ms, whose[0].i, m) if len(whose) == 1 else None


def chief_of(d: Draft, m: Mention) -> Mention | None:
    """ "The president's office said *he* had pardoned her": he whose office it is, and nobody told before."""
    s, ms = d.sentence, d.mentions
    verb = s[s[m.head].head]
    if m.anaphor not in {"he", "she"} or s[m.head].dep not in SUBJECTS or verb.dep != "ccomp":
        return None
    teller = s.kid(verb.head, "nsubj") if s[verb.head].lemma in ms.lex["verbs.report"] else None
    if teller is None or teller.i > m.head or teller.lemma not in _OFFICE_OF:
        return None
    whose = [*s.kids(teller.i, "poss"), *(s[i] for i in s.objects(teller.i, {"of"}))]
    found = ms.at(whose[0].i) if len(whose) == 1 else None
    return found if found is not None and found.kind != "state" and not found.plural else None


def _ahead(s: Sentence, ms: Mentions, m: Mention) -> Mention | None:
    """The subject of the main clause, behind a phrase in front of it that holds the pronoun."""
    above = [s[m.head], *s.up(m.head)]
    front = next((w for w in above if s[w.head].dep == "ROOT" and w.dep in _FRONTED), None)
    subject = s.kid(front.head, *SUBJECTS) if front is not None else None
    if subject is None or not m.head < subject.i or (front is not None and _given_for(s, front, ms)):
        return None
    return _fits(ms, subject.i, m)


def _given_for(s: Sentence, front: Word, ms: Mentions) -> bool:
    """ "In exchange for their release, the girls were freed": who is given for others is not the others."""
    in_return = front.low == "in" and any(k.low in {"exchange", "return"} for k in s.kids(front.i, "pobj"))
    lets_go = any(r.type == "RELEASE" for r in ms.lex.by_verb.get(s[front.head].lemma, ()))
    return in_return and lets_go and s.kid(front.head, "nsubjpass") is not None


def _fits(ms: Mentions, i: int, m: Mention) -> Mention | None:
    found = ms.at(i)
    if found is None or found.anaphor in _POINT or not found.human:
        return None
    one = found.kind == "person"
    return found if one == (m.anaphor in {"he", "she"}) else None


def named_later(d: Draft, number: int, memory: Memory) -> None:
    """ "The court freed him at noon. … Organiser X had barely sat down": whom a report names only then."""
    people = d.roles.get("person", [])
    nobody = [f for f in people if f.name.lower() in _NOBODY and not f.inferred]
    if d.type not in OF_CUSTODY or not nobody:
        return
    busy = memory.officers | {name for _, name, _ in memory.said}
    later = [p for p in memory.persons if number < p[0] <= number + _SOON and p[2] and p[1] not in busy]
    if later:
        name = memory.names.whole(later[0][1])
        d.roles["person"] = [f for f in people if f not in nobody] + [Filler(name, "person", None, True)]


def call_nobody(d: Draft, lexicon: Lexicon) -> None:
    """ "We demand", "they exchanged me": whom the text leaves a pronoun has no name that others share."""
    for role, fillers in d.roles.items():
        if any(f.kind == "person" and is_pronoun(f.name, lexicon) for f in fillers):
            d.roles[role] = [
                Filler(f.name, "group", None, f.inferred) if is_pronoun(f.name, lexicon) else f
                for f in fillers
            ]


def together(s: Sentence, ms: Mentions, number: int) -> list[Party]:
    """Persons whom a sentence names in one list: "Ada Orlu, Ben Roth and Ira Dann"."""
    out = _in_one_line(s, ms, number)
    if out or all(w.dep != "conj" for w in s.words):
        return out
    for w in s.words:
        apposed = w.dep == "appos" and {w.tag, s[w.head].tag} <= PROPER
        if not w.kids or w.tag[:2] != "NN" or w.dep in {"conj", "compound"} or apposed:
            continue
        found = [ms.at(i) for i in in_a_list(s, w.i)]
        names = tuple(x.name for x in found if x is not None and x.kind == "person" and x.anaphor is None)
        if len(names) > 1 and len(names) == len(found):
            out.append(Party(number, names, "person"))
    return out


def _in_one_line(s: Sentence, ms: Mentions, number: int) -> list[Party]:
    """ "Ada Orlu, born in 1967, governor of Dorn, and Ben Roth, a judge.": a line of names without a verb."""
    if any(w.tag in _FINITE for w in s.words) or all(w.low != "and" for w in s.words):
        return []
    names = tuple(ms.names.whole(name_of(s, r)) for r in runs(s, 0, len(s) - 1, ms.lex, ms.names))
    return [Party(number, names, "person")] if len(names) > 1 else []
