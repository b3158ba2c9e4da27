"""Who was held, is told nowhere as freed, and sets out: that journey is how the report tells the release."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from detente.reading.clauses.draft import Draft, by_sentence
from detente.reading.discourse.inference import Held, were_held
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention, surname
from detente.records import FREED, Quantity

_JOURNEYS = frozenset({
    "transfer.go", "transfer.move", "transfer.cross", "transfer.walk", "transfer.is_in", "transfer.take_off",
})  # fmt: skip
_OWN_WILL = _JOURNEYS - {"transfer.move"}
_DONE = frozenset({"performed", "background"})
_TO_COME = frozenset({"demanded", "promised", "agreed", "intended", "conditional"})
_DOUBT = 0.2


def set_out(drafts: Sequence[Draft], held: Held, lexicon: Lexicon) -> None:
    """Turn into a release the journey of people who were held and whom nothing else tells as freed.

    Args:
        drafts: all of the document.
        held: whom it tells as freed or held.
        lexicon: word classes.
    """
    told = _Told()
    for d in drafts:
        if d.type in FREED and d.stand.mode in _DONE:
            told.add(d)
    for d in drafts:
        journey = (
            d.type == "TRANSFER" and d.rule in _JOURNEYS and d.stand.mode in _DONE | _TO_COME | {"denied"}
        )
        away = journey and not d.slots.get("mover") and _goes_away(d, lexicon) and not _freed(d, lexicon)
        if away and _people(d) and were_held(d, held, lexicon) and not told.has(d):
            d.type, d.alt_type, d.sub = "RELEASE", "TRANSFER", "release"
            d.doubt += _DOUBT
            if d.stand.mode in _DONE:
                told.add(d)


def without_journeys_before(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without journeys of free people: "those who had crossed the border were detained"."""
    out: list[Draft] = []
    for told in by_sentence(drafts).values():
        taken = [x for x in told if x.type == "DETAIN"]
        out += [d for d in told if d.type != "TRANSFER" or not any(_then_taken(d, x) for x in taken)]
    kept = {id(d) for d in out}
    return [d for d in drafts if id(d) in kept]


def free_travellers(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without journeys made before anybody was held: "he had travelled to Osmia in 1999".

    Args:
        drafts: all of the document; where it tells somebody as freed, a journey may be theirs.
    """
    if any(d.type in FREED and d.stand.mode != "denied" for d in drafts):
        return list(drafts)
    news = any(d.type == "DETAIN" and d.stand.mode == "performed" for d in drafts)
    return [
        d
        for d in drafts
        if d.type != "TRANSFER" or d.rule not in _OWN_WILL or not _long_ago(d, arrested=news)
    ]


def _long_ago(d: Draft, *, arrested: bool) -> bool:
    """ "travelled there in 1999"; where an arrest is the news also "had travelled", "to have travelled"."""
    before = d.stand.perfect or any(k.low == "have" for k in d.sentence.kids(d.trigger, "aux"))
    return (before and arrested) or (d.stand.mode == "background" and d.time is not None)


def _then_taken(d: Draft, x: Draft) -> bool:
    above = x.trigger in {u.i for u in d.sentence.up(d.trigger)} and d.stand.modifier and d.stand.perfect
    whom = {m.head for m in x.slots.get("people", ())}
    return above and any(m.head in whom for m in d.slots.get("people", ()))


def freed_otherwise(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without swaps denied of people who are told as freed: "let go, and not traded for spies".

    What is denied is then the exchange, and not that anybody was freed.
    """
    done = [d for d in drafts if d.type in FREED and d.stand.mode in _DONE]
    freed = {surname(n) for d in done for n in d.names("person")}
    swaps = [d for d in drafts if d.sub == "swap_release" and d.stand.mode == "denied"]
    denied = {(id(d.sentence), d.trigger) for d in swaps if freed & {surname(n) for n in d.names("person")}}
    return [
        d
        for d in drafts
        if d.sub != "swap_release" or d.stand.mode != "denied" or (id(d.sentence), d.trigger) not in denied
    ]


@dataclass
class _Told:
    """Who is told as freed, and where first: by name, by noun, by number, or as a group at all."""

    persons: dict[str, int] = field(default_factory=dict)
    groups: dict[str | Quantity | None, int] = field(default_factory=dict)
    anybody: list[int] = field(default_factory=list)
    unnamed: list[int] = field(default_factory=list)

    def add(self, d: Draft) -> None:
        """Remember a release."""
        at, names = d.sentence.start, d.names("person")
        for name in names:
            self.persons.setdefault(surname(name), at)
        for key in (d.quantity, *(m.noun for m in _groups(d))):
            self.groups.setdefault(key, at)
        self.anybody.append(at)
        if not names and d.names("group"):
            self.unnamed.append(at)

    def has(self, d: Draft) -> bool:
        """Is one person of both told, one noun or one number; of people only pointed at, any before them?

        A flight out of nowhere told, of somebody by name, is what the report opens with.
        """
        names, groups = {surname(n) for n in d.names("person")}, _groups(d)
        if names:
            found = [self.persons[n] for n in sorted(names) if n in self.persons]
            found += self.unnamed[:1] if d.stand.mode != "denied" else []
            return any(at <= d.sentence.start or d.names("to") for at in found)
        if not groups or any(_points_back(m) for m in groups):
            return any(at <= d.sentence.start for at in self.anybody[:1])
        return any(key in self.groups for key in (d.quantity, *(m.noun for m in groups)))


def _groups(d: Draft) -> list[Mention]:
    return [m for m in d.slots.get("people", ()) if m.kind == "group"]


def _goes_away(d: Draft, lexicon: Lexicon) -> bool:
    """Home, over a border, aboard a plane, out of a city: not from one prison or town to the next."""
    after = d.args.after if d.args is not None else ""
    home = lexicon.pattern("goes_home").match(after) is not None
    if d.stand.mode == "denied":  # "X did not come back", not "two of them do not want to go home"
        return home and bool(d.names("person")) and d.sentence[d.trigger].dep != "xcomp"
    if d.stand.mode in _TO_COME:
        return home
    lemma = d.sentence[d.trigger].lemma
    leaves = d.rule == "transfer.cross" or (lemma in lexicon["lemmas.leaving_behind"] and "to" in d.slots)
    return d.sub != "facility_move" and (leaves or lexicon.pattern("sets_out").match(after) is not None)


def _freed(d: Draft, lexicon: Lexicon) -> bool:
    """ "The freed nun": told as freed by what she is called."""
    return any(lexicon.pattern("set_free").search(m.text) for m in d.slots.get("people", ()))


def _people(d: Draft) -> list[str]:
    return d.names("person", "group")


def _points_back(m: Mention) -> bool:
    """ "They", "two of the nine", "the men": those of any group before; "the 32 servicemen" are so many."""
    return m.anaphor is not None or m.whole is not None or (m.definite and m.quantity is None)
