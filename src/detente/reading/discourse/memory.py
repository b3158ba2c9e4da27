"""What the document has told so far: who *he*, *the group*, *the 52* and *the country* are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field

from detente.reading.nouns.mention import Mention
from detente.reading.nouns.seen_names import Names
from detente.records import AgentKind, Filler, FillerKind, Quantity

_KIND = frozenset({
    "person", "state", "organisation", "place", "facility", "group", "event", "topic", "sector", "office",
    "outlet",
})  # fmt: skip

_HEARD = 3
"""So many sentences after speaking, a speaker is still meant by a pronoun that speaks."""


_LATELY = 2
"""So many sentences further on, a pronoun still means whom they name before anybody else."""


_IN_IT = 3
"""So much more is somebody meant who is named in the pronoun's own sentence."""


@dataclass(frozen=True, slots=True)
class Party:
    """People told together: a group by its noun, or persons by their names."""

    sentence: int
    names: tuple[str, ...]
    kind: str = "group"
    quantity: Quantity | None = None
    noun: str = ""
    official: bool = False
    subject: bool = False
    definite: bool = False  # "the three": told by their number alone, of people named before


@dataclass(frozen=True, slots=True)
class Sides:
    """Two or more that are the subject of one verb: "Chad and Togo signed"."""

    sentence: int
    verb: int
    names: tuple[Filler, ...]
    alone: bool  # no group and no body stands beside them, of which it may go on


@dataclass
class Memory:
    """Referents in the order of the text; a pronoun takes the nearest that fits."""

    names: Names
    persons: list[tuple[int, str, bool]] = field(default_factory=list)  # sentence, name, was subject
    groups: list[Party] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    acting: list[str] = field(default_factory=list)  # states that stood as subjects, in order
    pronouns: Mapping[str, str] = field(default_factory=dict)  # "widow" → "she", "bishop" has none
    called: dict[str, str] = field(default_factory=dict)  # name → the pronoun that fits it, where told
    pronoun_of: dict[str, str] = field(default_factory=dict)  # name → *he* or *she*, by its own sentence
    offices: dict[str, set[str]] = field(default_factory=dict)  # "envoy" → those called so before
    described: dict[str, set[str]] = field(default_factory=dict)  # the same, with "poet" and "welder"
    said: list[tuple[int, str, str]] = field(default_factory=list)  # sentence, speaker, how many
    kinds: dict[str, AgentKind] = field(default_factory=dict)  # what kind of speaker each was
    official: frozenset[str] = frozenset()  # nouns of those who act for a state
    officers: set[str] = field(default_factory=set)  # persons whom a title tells as acting for one
    aides: set[str] = field(default_factory=set)  # somebody's lawyer or doctor: "his lawyer, Ada Orlu"
    actors: list[tuple[int, str, FillerKind]] = field(default_factory=list)  # states, bodies as subjects
    held: set[str] = field(default_factory=set)  # whom the text has told as held, tried, freed or moved
    takers: set[str] = field(default_factory=set)  # whom it has told as taking, holding or freeing others
    reached: set[str] = field(default_factory=set)  # states to which it has told people to go
    nouns: set[str] = field(default_factory=set)  # by which nouns it has told of people
    sides: list[Sides] = field(default_factory=list)  # "Chad and Togo", as subjects
    counts: set[float] = field(default_factory=set)  # how many people it has counted, told by no *the*

    def copy(self) -> Memory:
        """What is remembered so far, to be added to without changing this one."""
        return Memory(
            self.names, list(self.persons), list(self.groups), list(self.states), list(self.bodies),
            list(self.acting), self.pronouns, dict(self.called), dict(self.pronoun_of),
            {k: set(v) for k, v in self.offices.items()}, {k: set(v) for k, v in self.described.items()},
            list(self.said), self.kinds, self.official,
            set(self.officers), set(self.aides), list(self.actors), self.held, self.takers,
            self.reached, self.nouns, list(self.sides), set(self.counts),
        )  # fmt: skip

    def see(self, sentence: int, m: Mention, *, subject: bool) -> None:
        """Remember a mention."""
        q = m.quantity
        people = (m.kind == "group" and m.human) or m.anaphor == "number"
        if people and q is not None and q.lo is not None and not m.definite and m.whole is None:
            self.counts.add(q.lo)
        if m.anaphor == "number" and subject and m.quantity is not None:
            self.groups.append(
                Party(sentence, (m.name,), "group", m.quantity, m.noun, subject=True, definite=m.definite)
            )
        if m.anaphor is not None:
            return
        if subject and m.kind in {"state", "organisation"}:
            self.actors.append((sentence, m.name, m.kind))
        many = m.plural and m.name[:1].islower()  # "several countries" are no *it*
        if m.kind == "person":
            self.persons.append((sentence, m.name, subject))
            for title in m.titles:
                self.offices.setdefault(title.lower(), set()).add(self.names.whole(m.name))
                if title.lower() in self.pronouns:
                    self.called[m.name] = self.pronouns[title.lower()]
                if title.lower() in self.official:
                    self.officers.add(m.name)
        elif m.kind == "group" and m.human and (m.plural or (m.quantity is not None and m.quantity.hi != 1)):
            official = m.noun in self.official
            self.groups.append(Party(sentence, (m.name,), "group", m.quantity, m.noun, official, subject))
        elif m.kind == "state":
            self.states.append(m.name)
            if subject:
                self.acting.append(m.name)
        elif m.kind == "organisation" and not many:
            self.bodies.append(m.name)

    def named_together(self, sentence: int, names: tuple[str, ...]) -> None:
        """Remember persons whom one deed befell: "MP X and the nurses Y and Z were taken. They …"."""
        if len(names) > 1:
            self.groups = [g for g in self.groups if g.sentence != sentence or not set(g.names) <= set(names)]
            self.groups.append(Party(sentence, names, "person"))

    def taken(self, sentence: int, people: Iterable[Mention]) -> None:
        """Remember those told by their number alone: "rangers arrested *three*. They were freed"."""
        for m in people:
            if m.anaphor == "number" and m.quantity is not None and m.whole is None and not m.definite:
                self.groups.append(Party(sentence, (m.name,), "group", m.quantity, m.noun))

    def _may_be(self, name: str, pronoun: str) -> bool:
        """A widow is no *he*, nor is who "went to her lawyer"; "the mum" ("one") says nothing of either."""
        if pronoun == "one":
            return self.called.get(name, "he") == "he"
        return self.called.get(name, self.pronoun_of.get(name, pronoun)) == pronoun

    def person(self, sentence: int, pronoun: str) -> str | None:
        """Whom *he* or *she* means: the latest subject of these sentences, else the latest person.

        A widow is no *he* and a brother no *she*; whom the text calls neither may be either.
        """
        fitting = [p for p in self.persons if self._may_be(p[1], pronoun)]
        recent = [p for p in fitting if sentence - p[0] <= 2]
        subjects = [p for p in recent if p[2]]
        told = subjects or recent or fitting
        return told[-1][1] if told else None

    def speaker(self, sentence: int, pronoun: str) -> str | None:
        """Whom *he*, *she*, *it* or *they* means as one who says something: who spoke before.

        A person who has become the subject of a later sentence comes before an earlier speaker.
        """
        fits = {"it": "body", "they": "many"}.get(pronoun, "one")
        told = [
            (n, name)
            for n, name, kind in self.said
            if kind == fits and 0 <= sentence - n <= _HEARD and self._may_be(name, pronoun)
        ]
        if not told:
            return None
        last, name = told[-1]
        since = [p for p in self.persons if p[2] and p[0] > last and self._may_be(p[1], pronoun)]
        return name if fits != "one" or not since else None

    def group(self, others: Set[str] = frozenset()) -> str | None:
        """Whom *they* means as those who act or speak: not those whom they hold, or act on."""
        held = self.held | others
        told = [g for g in self.groups if g.kind == "group" and not held & set(g.names)]
        told = [g for g in told if not any(h.endswith(f" of {n}") for n in g.names for h in held)]
        return told[-1].names[0] if told else None

    def patient(self, sentence: int, pronoun: str, acting: Set[str], saying: Set[str]) -> str | None:
        """Whom *he* or *she* means as one who is held, tried, freed or moved.

        Not who does it, nor, where anybody else is told, somebody of office or a speaker; a subject comes
        before others, whom the text has told as held before new names, and the near before the far.
        """
        fitting = [p for p in self.persons if self._may_be(p[1], pronoun) and p[1] not in acting]
        aides = self.aides if any(self._was_held(p[1]) for p in fitting) else set[str]()
        busy = (self.officers | aides | saying | {name for _, name, _ in self.said}) - self.held
        free = [p for p in fitting if self.names.whole(p[1]) not in busy and p[1] not in busy]
        recent = [p for p in free if sentence - p[0] <= _LATELY]

        def weight(p: tuple[int, str, bool]) -> float:
            far = 2 * (sentence - p[0]) if sentence > p[0] else -_IN_IT
            return 2 * self._was_held(p[1]) + 1.5 * p[2] - far

        if recent:
            return max(reversed(recent), key=weight)[1]
        known = [p for p in free if self._was_held(p[1])]
        told = known or free or fitting
        return told[-1][1] if told else None

    def acts(self, name: str) -> bool:
        """Has the text told them as acting for a state: "the Danish envoy, Ola Roth", then "Roth said"?"""
        offices = (noun for noun, names in self.offices.items() if name in names)
        return name in self.officers or any(noun in self.official for noun in offices)

    def so_called(self, noun: str) -> set[str]:
        """Those whom the text has told by this noun, be it an office or a description."""
        return self.offices.get(noun, set()) | self.described.get(noun, set())

    def undescribed(self, sentence: int) -> str | None:
        """The one person named in the sentence before, whom no noun has told anything of; None now named."""
        near = {self.names.whole(name): n for n, name, _ in self.persons if sentence - n <= 1}
        if len(near) != 1 or sentence in near.values():
            return None
        (name,) = near
        nouns = (names for told in (self.offices, self.described) for names in told.values())
        busy = self.officers | {who for _, who, _ in self.said} | {*self.called}
        return None if name in busy or any(name in names for names in nouns) else name

    def only_one(self, sentence: int, *, held: bool) -> str | None:
        """The one person of the text who can be meant by a noun not heard before.

        Args:
            sentence: where the noun stands.
            held: is somebody told as held wanted, with nobody else named near? Else one held, or the one
                named at all, is enough.
        """
        busy = (self.officers | {who for _, who, _ in self.said} | {*self.called}) - self.held
        told = {self.names.whole(name): n for n, name, _ in self.persons}
        near = {name for name, n in told.items() if sentence - n <= 1}
        known = [name for name in told if self._was_held(name)]
        if held or known:
            fit = near if held else set(known)
            return (
                next(iter(fit))
                if len(fit) == 1 and fit <= set(known) and sentence - told[known[0]] <= _LATELY
                else None
            )
        (one,) = near if len(near) == len(told) == 1 else (None,)
        return one if one not in busy else None

    def _was_held(self, name: str) -> bool:
        return name in self.held or self.names.whole(name) in self.held

    def patients(self, sentence: int, acting: Set[str]) -> Party | None:
        """Whom *they* means as those who are held, tried, freed or moved."""
        others = acting | (self.takers - self.held)
        fitting = [g for g in self.groups if not any(_is_of(name, x) for name in g.names for x in others)]
        said = {name for _, name, _ in self.said} - self.held
        free = [g for g in fitting if not said & set(g.names) and not g.official]
        recent = [g for g in free if sentence - g.sentence <= _LATELY]

        def weight(g: Party) -> float:
            return 2 * bool(self.held & set(g.names)) + g.subject - 1.5 * (sentence - g.sentence)

        if recent:
            return max(reversed(recent), key=weight)
        known = [g for g in free if self.held & set(g.names)]
        told = known or free or fitting
        return told[-1] if told else None

    def both(self, sentence: int) -> Sides | None:
        """Those of late who were one subject, where nobody else has been told to act since."""
        last = self.sides[-1] if self.sides else None
        if last is None or sentence - last.sentence > 1:
            return None
        since = (g for g in self.groups if g.kind == "group" and g.sentence >= last.sentence)
        return None if any(g.sentence > last.sentence or g.subject for g in since) else last

    def counted(self, noun: str) -> Quantity | None:
        """How many "the prisoners" are, where the text has counted prisoners once."""
        told = {g.quantity.cue: g.quantity for g in self.groups if g.noun == noun and g.quantity is not None}
        one = next(iter(told.values())) if len(told) == 1 else None
        return one if one is not None and one.exact else None

    def named(self, sentence: int, number: int) -> Party | None:
        """The persons named together of late whom *both* or *the three* can mean: as many as that."""
        told = [g for g in self.groups if g.kind == "person" and 0 <= sentence - g.sentence <= _LATELY]
        return told[-1] if told and len(told[-1].names) == number else None

    def so_many_held(self, quantity: Quantity | None) -> tuple[str, ...]:
        """All whom the text has told as held or tried by name, where *the three* are just as many.

        None where it has counted as many others, for they may be meant.
        """
        told = dict.fromkeys(self.names.whole(name) for _, name, _ in self.persons if self._was_held(name))
        fits = quantity is not None and quantity.exact and quantity.lo == len(told) == quantity.hi
        return tuple(told) if fits and len(told) not in self.counts and len(told) > 1 else ()

    def country(self, other_than: Set[str | None]) -> str | None:
        """Which state *the country* is: the latest that is none of these."""
        told = [s for s in self.states if s not in other_than]
        acting = [s for s in self.acting if s not in other_than]
        return acting[0] if acting else told[-1] if told else None

    def _it(self, sentence: int, other_than: str | None) -> Filler | None:
        """What *it* means: the latest subject near by that is not the one who acts, else the latest body."""
        near = [a for a in self.actors if sentence - a[0] <= 1 and a[1] != other_than]
        if near:
            return Filler(near[-1][1], near[-1][2], None, True)
        return Filler(self.bodies[-1], "organisation", None, True) if self.bodies else None

    def filler(
        self, sentence: int, m: Mention, *, agent: str | None = None, others: Set[str] = frozenset()
    ) -> Filler | None:
        """The filler a mention gives; None where it points to nothing known.

        Args:
            sentence: which one of the document it stands in.
            m: the mention.
            agent: who acts there, whom *it* and "the country" do not mean.
            others: whom *they* and "the country" do not mean.
        """
        if m.anaphor in {"he", "she"}:
            name = self.person(sentence, m.anaphor)
            return Filler(name, "person", None, True) if name else Filler(m.text, "person")
        if m.anaphor in {"they"}:
            name = self.group(others)
            return Filler(name, "group", None, True) if name else Filler(m.text, "group")
        if m.anaphor == "country":
            name = self.country({agent, *others})
            return Filler(name, "state", None, True) if name else Filler(m.name, "state")
        if m.anaphor in {"who"}:
            return None
        if m.anaphor == "i":
            return Filler(m.text, "person")
        if m.anaphor == "it":
            return self._it(sentence, agent if m.text == "it" else None)
        if m.kind == "person":
            return Filler(self.names.whole(m.name), "person")
        return Filler(m.name, m.kind if m.kind in _KIND else "topic")


def _is_of(name: str, acting: str) -> bool:
    """Is it the one who acts, or whose men they are: "the fighters of *the Mountain Front*"?"""
    return name == acting or name.endswith(f" of the {acting}")
