"""Which claim tells which gold event: one text, one to one, best pairs first.

A claim and an event can meet when their types agree and both touch one sentence. Among the pairs
that can meet those come first that agree on mode and count (two points each), on people, agent and
destination (one each). A further claim that tells again an event already found, and contradicts
nothing in it, *retells*: it counts neither way.

The words of the comparison (which codebook type stands for which gold type, which roles act) follow
the conventions of ``gold/README.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from detente.evaluation.gold import GoldCount, GoldEvent, GoldText, in_order
from detente.evaluation.names import Names
from detente.language.scripts import even
from detente.records import Claim, Quantity, Span

TYPES = ("RELEASE", "TRANSFER", "DETAIN", "SENTENCE", "SANCTION_IMPOSE", "SANCTION_EASE", "TALKS")
"""What is scored."""
STANDS_FOR = {"CLEMENCY": "RELEASE", "SANCTION_KEEP": "SANCTION_IMPOSE", "CALL": "RELEASE"}
MODES = {
    "asserted": "asserted", "performed": "asserted", "announced": "asserted",
    "agreed": "planned", "promised": "planned", "intended": "planned",
    "conditional": "conditional", "hypothetical": "conditional",
    "denied": "denied", "demanded": "called_for", "background": "past_background",
}  # fmt: skip
"""The codebook's modes as gold has them; an evaluation tells no event."""
HAPPENED = frozenset(("asserted", "past_background"))
UNDONE = frozenset(("denied", "called_for", "planned", "conditional"))
AGENTS = ("releaser", "granter", "detainer", "authority", "mover", "committer", "participants", "participant",
          "agent", "holder", "actor", "imposer")  # fmt: skip
PEOPLE = ("person", "persons", "group", "members", "participants", "participant", "target")
FREED = ("person", "persons", "group", "members")

_BREAK = re.compile(r"(?<=[.!?…])[\"'”»)]*\s+(?=[\"'“«(]?[A-ZА-ЯЁІЇЄЎ0-9])|\n+")


def sentence_ends(text: str) -> list[int]:
    """Where each sentence ends: a coarse rule that never changes, so that scores stay comparable.

    >>> sentence_ends("One was freed. Two were not.")
    [15, 29]
    """
    return [*(found.end() for found in _BREAK.finditer(text)), len(text) + 1]


def touched(ends: Sequence[int], where: tuple[int, int] | None) -> frozenset[int]:
    """The numbers of the sentences that a stretch of text touches."""
    if where is None:
        return frozenset()
    starts = (0, *ends)
    return frozenset(n for n, end in enumerate(ends) if where[0] < end and where[1] > starts[n])


def locate(text: str, quote: str, at: Span | None = None) -> tuple[int, int] | None:
    """Where a quote stands: by its offsets where they hold its words, else by its words.

    >>> locate("Osmia’s  envoy left.", "osmia's envoy")
    (0, 14)
    """
    if not quote.strip():
        return None
    if at is not None and text[at.start : at.end] == quote:
        return at.start, at.end
    pattern = r"\s+".join(re.escape(word) for word in even(quote).split())
    found = re.search(pattern, even(text), re.IGNORECASE)
    return found.span() if found else None


def count_right(told: Quantity | None, wanted: GoldCount | None) -> bool | None:
    """Do the bounds say what gold says? None where gold has no number.

    >>> [count_right(Quantity(26, None), GoldCount(25, kind)) for kind in ("min", "exact", "approx")]
    [True, False, True]
    """
    if wanted is None or not isinstance(wanted.value, int | float):
        return None
    value, lo, hi = wanted.value, told.lo if told else None, told.hi if told else None
    if wanted.kind == "exact":
        return lo == hi == value
    if wanted.kind == "min":
        return lo is not None and value <= lo <= value + 1 and (hi is None or hi > lo)
    if wanted.kind == "max":
        return hi is not None and value - 1 <= hi <= value
    return lo is not None and lo <= value * 1.1 and (hi is None or hi >= value * 0.9)


def mode_of(claim: Claim) -> str | None:
    """The claim's mode as gold has it; a happened event with polarity ``-`` is denied."""
    mode = MODES.get(claim.mode)
    return "denied" if mode in HAPPENED and claim.polarity == "-" else mode


@dataclass(frozen=True)
class Wanted:
    """A gold event in its sentences."""

    event: GoldEvent
    type: str
    optional: bool
    at: frozenset[int]

    @property
    def mode(self) -> str:
        """The event's modality."""
        return self.event.modality


@dataclass(frozen=True)
class Told:
    """A claim in its sentences, in gold's terms."""

    claim: Claim
    type: str
    mode: str
    at: frozenset[int]

    @property
    def quantity(self) -> Quantity | None:
        """How many; of a sentence, how long where it says so."""
        claim = self.claim
        return (claim.penalty or claim.quantity) if self.type == "SENTENCE" else claim.quantity


@dataclass(frozen=True)
class Matched:
    """One text with its gold events and the claims made of it, paired; make it with :func:`match`."""

    gold: GoldText
    names: Names
    ends: tuple[int, ...]
    wanted: tuple[Wanted, ...]
    told: tuple[Told, ...]
    pairs: dict[int, int] = field(default_factory=dict)  # index into wanted → index into told

    def told_as_done(self) -> Iterator[tuple[int, frozenset[int]]]:
        """For each event that did not happen, the claims that say it did."""
        for i, want in enumerate(self.wanted):
            if want.mode in UNDONE:
                yield i, frozenset(j for j, told in enumerate(self.told) if self._says_done(i, want, j, told))

    def _says_done(self, i: int, want: Wanted, j: int, told: Told) -> bool:
        if told.mode != "asserted" or told.type != want.type or not told.at & want.at:
            return False
        return self.pairs.get(i) == j or not self.happened(want.type, want.at)

    def happened(self, type_: str, at: frozenset[int]) -> bool:
        """Does gold tell such an event as happened in these sentences?"""
        return any(w.type == type_ and w.mode in HAPPENED and w.at & at for w in self.wanted)

    def retells(self, j: int) -> bool:
        """Does the claim tell again an event that another claim found?"""
        return any(self._tells_again(self.told[j], self.wanted[i]) for i in self.pairs)

    def _tells_again(self, told: Told, want: Wanted) -> bool:
        if told.type != want.type or (told.mode, want.mode) not in (
            (want.mode,) * 2,
            ("planned", "asserted"),
        ):
            return False
        right = count_right(told.quantity, want.event.count) if told.quantity is not None else None
        if right is False:
            return False
        return bool(told.at & want.at) or bool(right) or self.shares_people(told, want)

    def shares_people(self, told: Told, want: Wanted) -> bool:
        """Is one of the event's persons among the claim's?"""
        return self.names.any_alike(told.claim.names(*PEOPLE), want.event.persons)

    def words_of(self, want: Wanted) -> str:
        """The sentences that an event stands in."""
        starts = (0, *self.ends)
        return " ".join(self.gold.text[starts[n] : self.ends[n]] for n in sorted(want.at))


def match(gold: GoldText, claims: Sequence[Claim]) -> Matched:
    """Pair the claims of a text with its events; the order of the claims plays no part."""
    ends = tuple(sentence_ends(gold.text))
    told = [_told(gold.text, ends, claim) for claim in sorted(claims, key=in_order)]
    wanted = tuple(_wanted(gold.text, ends, event) for event in gold.events if _is_scored(event))
    names = Names(gold.named_persons)
    matched = Matched(gold, names, ends, wanted, tuple(t for t in told if t is not None))
    matched.pairs.update(_pair(matched))
    return matched


def _is_scored(event: GoldEvent) -> bool:
    return event.type in TYPES or event.type == "CALL"


def _wanted(text: str, ends: Sequence[int], event: GoldEvent) -> Wanted:
    at = touched(ends, locate(text, event.evidence or ""))
    return Wanted(event, STANDS_FOR.get(event.type, event.type), event.alt or event.type == "CALL", at)


def _told(text: str, ends: Sequence[int], claim: Claim) -> Told | None:
    type_, mode = STANDS_FOR.get(claim.type, claim.type), mode_of(claim)
    if (claim.type, claim.sub) == ("SANCTION_KEEP", "refused"):
        type_, mode = "SANCTION_EASE", "denied"
    if (claim.type, claim.sub) == ("TRANSFER", "refuse_to_leave") and mode == "asserted":
        mode = "denied"  # who would not go did not go
    if type_ not in TYPES or mode is None:
        return None
    return Told(claim, type_, mode, touched(ends, locate(text, claim.span.exact, claim.span)))


def _pair(matched: Matched) -> dict[int, int]:
    """Greedy, the best first; ties go to what is not optional, then to what stands first."""
    scored = sorted(
        (-_points(matched, want, told), want.optional, i, j)
        for i, want in enumerate(matched.wanted)
        for j, told in enumerate(matched.told)
        if told.type == want.type and told.at & want.at
    )
    pairs: dict[int, int] = {}
    for _, _, i, j in scored:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _points(matched: Matched, want: Wanted, told: Told) -> int:
    event, claim, alike = want.event, told.claim, matched.names.any_alike
    points = 2 * (told.mode == want.mode) + 2 * bool(count_right(told.quantity, event.count))
    points += matched.shares_people(told, want)
    points += event.agent is not None and alike(claim.names(*AGENTS), [event.agent.name])
    return points + (event.to is not None and alike(claim.names("to"), [event.to]))
