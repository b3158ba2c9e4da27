"""A claim in the making: mutable, with word indices still at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from detente.reading.clauses.arguments import Arguments
from detente.reading.clauses.stand import Stand
from detente.reading.lexicon import Rule
from detente.reading.nouns.mention import Mention
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.records import Attribution, Filler, Linkage, Quantity, Stance, Step, Time, TypeName


@dataclass(slots=True)
class Draft:
    """What a frame found in one sentence; the document pass completes it.

    ``lo`` and ``hi`` are the first and last word of the span; ``slots`` the mentions that fill each role,
    before pronouns and names are resolved into ``roles``; ``content`` the drafts this one points to.
    """

    rule: str
    type: TypeName
    sentence: Sentence
    mentions: Mentions
    trigger: int
    lo: int
    hi: int
    sub: str | None = None
    alt_type: TypeName | None = None
    source: Rule | None = None
    stand: Stand = field(default_factory=Stand)
    roles: dict[str, list[Filler]] = field(default_factory=dict)
    slots: dict[str, list[Mention]] = field(default_factory=dict)
    args: Arguments | None = None
    quantity: Quantity | None = None
    penalty: Quantity | None = None
    money: Quantity | None = None
    time: Time | None = None
    as_of: str | None = None
    content: list[Draft] = field(default_factory=list)
    step: Step | None = None
    stance: Stance | None = None
    label: str | None = None
    topic: str | None = None
    duration: str | None = None
    voluntariness: str | None = None
    exhaustive: bool | None = None
    attribution: list[Attribution] = field(default_factory=list)
    scope_certain: bool = True
    linkage: Linkage | None = None
    links: list[Draft] = field(default_factory=list)
    hedges: list[str] = field(default_factory=list)
    happening: int | None = None
    doubt: float = 0.0  # taken from the confidence
    dropped: str | None = None  # why the document pass gave it up
    nominal: bool = False
    own_words: bool = False  # a tie that is of class L3 where an official of a side says it as *we*
    speaks_for: frozenset[str] = frozenset()  # states whose official ties acts told elsewhere
    points_back: bool = False  # its measure was named before: "agreed to lift *them*"
    names_all: int = 0  # "They are X, Y and Z": so many, all of those told before
    recalls: bool = False  # it points back: "they include X" says what was said of *them*
    whole: Mention | None = None  # the group that its people are told to be members of
    kind: str = "body"

    def add(self, role: str, *fillers: Filler) -> None:
        """Fill a role, each name once."""
        have = self.roles.setdefault(role, [])
        have += [f for f in fillers if all(f.name != g.name for g in have)]

    def put(self, role: str, *mentions: Mention) -> None:
        """Let mentions fill a role; the span reaches those of this sentence."""
        self.slots.setdefault(role, []).extend(mentions)

    def names(self, *roles: str) -> list[str]:
        """Names in these roles."""
        return [f.name for r in roles for f in self.roles.get(r, ())]

    def widen(self, *words: int) -> None:
        """Let the span reach these words."""
        self.lo, self.hi = min((self.lo, *words)), max((self.hi, *words))


def by_sentence(drafts: Iterable[Draft]) -> dict[int, list[Draft]]:
    """Drafts by the ``id`` of their sentence, each in its order: what one sentence tells is found at once."""
    out: dict[int, list[Draft]] = {}
    for d in drafts:
        out.setdefault(id(d.sentence), []).append(d)
    return out
