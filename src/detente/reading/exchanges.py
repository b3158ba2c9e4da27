"""Two that exchange people: who they are, and that each gives the other its own."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.draft import Draft
from detente.reading.nations import nations, nations_told
from detente.records import Filler

HANDING = frozenset({"release.hand_over", "release.turn_over"})
_UNDONE = frozenset({"denied", "hypothetical"})
_SIDES = frozenset({"state", "organisation"})


def exchangers(drafts: Sequence[Draft]) -> dict[str, str]:
    """The two that alone exchange people here, states or bands, with what they are."""
    swaps = [d for d in drafts if d.sub == "swap_release" and d.stand.mode not in _UNDONE]
    told = {f.name: f.kind for d in swaps for f in d.roles.get("releaser", ()) if f.kind in _SIDES}
    return dict(told) if len(told) == 2 else {}


def exchanging(drafts: Sequence[Draft]) -> set[str]:
    """The two states that alone exchange people here; none where there are more, or fewer."""
    parties = exchangers(drafts)
    return set(parties) if set(parties.values()) == {"state"} else set()


def to_the_other_side(drafts: Sequence[Draft]) -> None:
    """Of two states that exchange people, whom the one frees for it or gives back goes to the other.

    "Finland and Norway exchanged spies. Oslo handed over Ben Roth": so told where people change hands, or
    where the other side's own are freed; always inferred.
    """
    parties, known = exchangers(drafts), nations_told(drafts)
    sides = set(parties)
    for d in drafts if sides else ():
        by = set(d.names("releaser")) & sides
        if d.type != "RELEASE" or d.names("to") or not by or d.stand.mode in _UNDONE:
            continue
        over = sides if by == sides else sides - by
        home = all(parties[name] == "state" for name in over)
        if home and (d.sub == "swap_release" or d.rule in HANDING or nations(d, known) == over):
            d.add("to", *(Filler(name, "state", None, True) for name in sorted(over)))
