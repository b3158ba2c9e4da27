"""What one matched text adds to a score: found, false, missed; fields right and wrong; overclaims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from detente.evaluation.calibration import Judged
from detente.evaluation.matching import AGENTS, FREED, PEOPLE, Matched, Told, Wanted, count_right
from detente.records.base import Field

ALARMING = ("RELEASE", "TRANSFER", "SANCTION_EASE")
"""What must not be told of a text in which nothing happened."""
FACTS = {
    "asserted": "done", "past_background": "done", "denied": "not done",
    "planned": "open", "conditional": "open", "called_for": "open",
}  # fmt: skip
"""Factuality as far as gold's modalities tell it."""
ROLES = {"agent": AGENTS, "from": ("from", "from_place"), "to": ("to",)}
SECTORS = ("sector", "target", "scope")


class Miss(Field, frozen=True):
    """Something a person should look at: ``missed``, ``false``, ``as done`` or ``wrong <field>``."""

    kind: str
    text: str
    type: str
    mode: str
    words: str


@dataclass
class Sheet:
    """Marks of one text."""

    tallies: Counter[tuple[str, str, str]] = field(default_factory=Counter)  # (table, row, column) → n
    marks: Counter[tuple[str, bool]] = field(default_factory=Counter)  # (field, right) → n
    judged: list[Judged] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)
    unlocated: int = 0

    def mark(self, key: str, right: bool) -> None:
        """One more that is right, or wrong."""
        self.marks[key, right] += 1

    def add(self, table: str, row: str, column: str, n: int = 1) -> None:
        """So many more found, false or missed."""
        self.tallies[table, row, column] += n


def sheet(matched: Matched) -> Sheet:
    """Everything that one text adds."""
    out = Sheet(unlocated=sum(not told.at for told in matched.told))
    done = dict(matched.told_as_done())
    for i, hits in done.items():
        out.mark("told as done", bool(hits))
        if hits:
            out.misses.append(_lost("as done", matched, matched.wanted[i]))
    for i, want in enumerate(matched.wanted):
        if not want.optional:
            _event(out, matched, i, want)
    _held(out, matched)
    _claims(out, matched, frozenset().union(*done.values()))
    return out


def _lost(kind: str, matched: Matched, want: Wanted) -> Miss:
    return Miss(kind, matched.gold.id, want.type, want.mode, want.event.evidence or "")


def _event(out: Sheet, matched: Matched, i: int, want: Wanted) -> None:
    if i not in matched.pairs:
        out.add("type", want.type, "missed")
        out.misses.append(_lost("missed", matched, want))
        return
    told = matched.told[matched.pairs[i]]
    out.add("type", want.type, "found")
    before = out.marks.copy()
    _mode(out, told, want)
    _count(out, told, want)
    for role in ROLES:
        _role(out, matched, told, want, role)
    _sector(out, matched, told, want)
    _persons(out, matched, told, want)
    _attribution(out, matched, told, want)
    wrong = sorted({key for (key, right), n in out.marks.items() if not right and n > before[key, right]})
    out.misses += [_lost(f"wrong {key}", matched, want) for key in wrong]


def mode_right(told: Told, want: Wanted) -> bool:
    """The same mode; "agreed to lift" may be told as planned where gold asserts the easing."""
    agreed = (told.type, told.mode, want.mode) == ("SANCTION_EASE", "planned", "asserted")
    return told.mode == want.mode or agreed


def _mode(out: Sheet, told: Told, want: Wanted) -> None:
    right = mode_right(told, want)
    out.mark("mode", right)
    wanted, got = FACTS[want.mode], FACTS[want.mode if right else told.mode]
    if wanted == got:
        out.add("fact", wanted, "found")
    else:
        out.add("fact", wanted, "missed")
        out.add("fact", got, "false")


def _counted(told: Told, want: Wanted) -> bool | None:
    """Is the count right? None where gold has none, or got it by arithmetic."""
    derived = want.event.count is not None and "derived" in (want.event.count.unit or "")
    return None if derived else count_right(told.quantity, want.event.count)


def _count(out: Sheet, told: Told, want: Wanted) -> None:
    right = _counted(told, want)
    if right is not None:
        out.mark("count", right)


def _role(out: Sheet, matched: Matched, told: Told, want: Wanted, role: str) -> None:
    agent = want.event.agent.name if want.event.agent is not None else None
    name = {"agent": agent, "from": want.event.from_, "to": want.event.to}[role]
    names = told.claim.names(*ROLES[role])
    if name == "inside":
        return
    right = bool(name) and matched.names.any_alike(names, [name or ""])
    if name:
        near = matched.names.tokens(name) & matched.names.tokens(matched.words_of(want))
        out.mark(role if near else f"{role} (far)", right)
    _one(out, role, right=right, wanted=bool(name), told=bool(names))


def _one(out: Sheet, row: str, *, right: bool, wanted: bool, told: bool) -> None:
    """Precision and recall of something that is there once or not at all."""
    if right:
        out.add("role", row, "found")
        return
    out.add("role", row, "missed", int(wanted))
    out.add("role", row, "false", int(told))


def _sector(out: Sheet, matched: Matched, told: Told, want: Wanted) -> None:
    if want.event.sector:
        out.mark("sector", matched.names.any_alike(told.claim.names(*SECTORS), [want.event.sector]))


def _persons(out: Sheet, matched: Matched, told: Told, want: Wanted) -> None:
    same = [t for t in matched.told if t.type == want.type and t.mode == want.mode]
    said = [name for t in same for name in t.claim.names(*PEOPLE)]
    for person in want.event.persons:
        right = matched.names.any_alike(said, [person])
        out.mark("persons", right)
        out.add("role", "persons", "found" if right else "missed")
    known = [person for w in matched.wanted if w.type == want.type for person in w.event.persons]
    named = [f.name for f in told.claim.roles.get("person", ()) if f.kind == "person"]
    out.add("role", "persons", "false", sum(not matched.names.any_alike([name], known) for name in named))


def _attribution(out: Sheet, matched: Matched, told: Told, want: Wanted) -> None:
    source, said = want.event.attributed_to, [link.name for link in told.claim.attribution]
    right = bool(source) and matched.names.any_alike(said, [source or ""])
    if source:
        out.mark("attribution", right)
    _one(out, "attribution", right=right, wanted=bool(source), told=bool(said))


def _held(out: Sheet, matched: Matched) -> None:
    """People of whom the text says that they were not freed, told as freed."""
    held = {p for w in matched.wanted if _is_held(w) for p in w.event.persons}
    freed = [t.claim for t in matched.told if (t.type, t.mode) == ("RELEASE", "asserted")]
    names = [name for claim in freed for name in claim.names(*FREED)]
    for person in sorted(held):
        out.mark("held as freed", matched.names.any_alike(names, [person]))


def _is_held(want: Wanted) -> bool:
    return want.event.type == "RELEASE" and want.mode == "denied"


def _claims(out: Sheet, matched: Matched, bad: frozenset[int]) -> None:
    event_of = {j: i for i, j in matched.pairs.items()}
    for j, told in enumerate(matched.told):
        false = j not in event_of and (j in bad or not matched.retells(j))
        if false:
            out.add("type", told.type, "false")
            words = told.claim.span.exact
            out.misses.append(Miss("false", matched.gold.id, told.type, told.mode, words))
        want = matched.wanted[event_of[j]] if j in event_of else None
        right = not false and j not in bad and (want is None or _says_it(told, want))
        out.judged.append(Judged(told.claim.type, told.claim.confidence, right))
        if not matched.gold.relevant and _is_alarm(matched, told):
            out.mark("false alarm", True)


def _says_it(told: Told, want: Wanted) -> bool:
    return mode_right(told, want) and _counted(told, want) is not False


def _is_alarm(matched: Matched, told: Told) -> bool:
    happened = matched.happened(told.type, told.at)
    return told.mode == "asserted" and told.type in ALARMING and not happened


def judge(matched: Matched) -> tuple[tuple[Told, Judged], ...]:
    """Each claim that gold can judge, with its judgement: what a calibration is fitted to."""
    return tuple(zip(matched.told, sheet(matched).judged, strict=True))


def total(sheets: Iterable[Sheet]) -> Sheet:
    """All marks of several texts."""
    out = Sheet()
    for one in sheets:
        out.tallies.update(one.tallies)
        out.marks.update(one.marks)
        out.judged += one.judged
        out.misses += one.misses
        out.unlocated += one.unlocated
    return out


def rows(tallies: Counter[tuple[str, str, str]], table: str, order: Sequence[str] = ()) -> Iterator[str]:
    """The rows of a table that hold anything, in this order, then by name."""
    held = {row for (of, row, _), n in tallies.items() if of == table and n}
    yield from (row for row in order if row in held)
    yield from sorted(held - set(order))
