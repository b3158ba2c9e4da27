"""What the document has told so far: who *he*, *the group*, *the 52* and *the country* are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.reading.mention import Mention
from detente.reading.seen_names import Names
from detente.records import AgentKind, Filler

_KIND = frozenset({
    "person", "state", "organisation", "place", "facility", "group", "event", "topic", "sector", "office",
    "outlet",
})  # fmt: skip

_HEARD = 3
"""So many sentences after speaking, a speaker is still meant by a pronoun that speaks."""


@dataclass
class Memory:
    """Referents in the order of the text; a pronoun takes the nearest that fits."""

    names: Names
    persons: list[tuple[int, str, bool]] = field(default_factory=list)  # sentence, name, was subject
    groups: list[tuple[int, str]] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    acting: list[str] = field(default_factory=list)  # states that stood as subjects, in order
    pronouns: Mapping[str, str] = field(default_factory=dict)  # "widow" → "she", "bishop" has none
    called: dict[str, str] = field(default_factory=dict)  # name → the pronoun that fits it, where told
    offices: dict[str, set[str]] = field(default_factory=dict)  # "envoy" → those called so before
    said: list[tuple[int, str, str]] = field(default_factory=list)  # sentence, speaker, how many
    kinds: dict[str, AgentKind] = field(default_factory=dict)  # what kind of speaker each was

    def copy(self) -> Memory:
        """What is remembered so far, to be added to without changing this one."""
        return Memory(
            self.names, list(self.persons), list(self.groups), list(self.states), list(self.bodies),
            list(self.acting), self.pronouns, dict(self.called),
            {k: set(v) for k, v in self.offices.items()}, list(self.said), self.kinds,
        )  # fmt: skip

    def see(self, sentence: int, m: Mention, *, subject: bool) -> None:
        """Remember a mention."""
        if m.anaphor is not None:
            return
        if m.kind == "person":
            self.persons.append((sentence, m.name, subject))
            for title in m.titles:
                self.offices.setdefault(title.lower(), set()).add(self.names.whole(m.name))
                if title.lower() in self.pronouns:
                    self.called[m.name] = self.pronouns[title.lower()]
        elif m.kind == "group" and m.human and (m.plural or (m.quantity is not None and m.quantity.hi != 1)):
            self.groups.append((sentence, m.name))
        elif m.kind == "state":
            self.states.append(m.name)
            if subject:
                self.acting.append(m.name)
        elif m.kind == "organisation":
            self.bodies.append(m.name)

    def person(self, sentence: int, pronoun: str) -> str | None:
        """Whom *he* or *she* means: the latest subject of these sentences, else the latest person.

        A widow is no *he* and a brother no *she*; whom the text calls neither may be either.
        """
        fitting = [p for p in self.persons if self.called.get(p[1], pronoun) == pronoun]
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
            if kind == fits and 0 <= sentence - n <= _HEARD and self.called.get(name, pronoun) == pronoun
        ]
        if not told:
            return None
        last, name = told[-1]
        since = [
            p for p in self.persons if p[2] and p[0] > last and self.called.get(p[1], pronoun) == pronoun
        ]
        return name if fits != "one" or not since else None

    def group(self, sentence: int) -> str | None:
        """Whom *they*, *all* or *the 52* mean."""
        return self.groups[-1][1] if self.groups else None

    def country(self, other_than: str | None) -> str | None:
        """Which state *the country* is: the latest that is not the one who acts."""
        told = [s for s in self.states if s != other_than]
        acting = [s for s in self.acting if s != other_than]
        return acting[0] if acting else told[-1] if told else None

    def filler(self, sentence: int, m: Mention, *, agent: str | None = None) -> Filler | None:
        """The filler a mention gives; None where it points to nothing known."""
        if m.anaphor in {"he", "she"}:
            name = self.person(sentence, m.anaphor)
            return Filler(name, "person", None, True) if name else Filler(m.text, "person")
        if m.anaphor in {"they"}:
            name = self.group(sentence)
            return Filler(name, "group", None, True) if name else Filler(m.text, "group")
        if m.anaphor == "country":
            name = self.country(agent)
            return Filler(name, "state", None, True) if name else Filler(m.name, "state")
        if m.anaphor in {"who"}:
            return None
        if m.anaphor == "i":
            return Filler(m.text, "person")
        if m.anaphor == "it":
            name = self.bodies[-1] if self.bodies else None
            return Filler(name, "organisation", None, True) if name else None
        if m.kind == "person":
            return Filler(self.names.whole(m.name), "person")
        return Filler(m.name, m.kind if m.kind in _KIND else "topic")
