"""Who stays in custody where others are freed: told as held, and told as not freed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.reading.clauses.draft import Draft
from detente.records import FREED, Filler

_STAYS = re.compile(
    r"\b(?:still|continue[sd]?|sits on|remain(?:s|ed)?|stay(?:s|ed)?|left behind|stuck|yet|left)\b", re.I
)
_DONE = frozenset({"performed", "announced"})
_REMAINING = frozenset(
    {"custody.remain", "custody.member", "custody.left_in", "custody.serving", "custody.still_in"}
)
_OTHERS = frozenset({"number", "others", "rest"})
_ROLES = ("person", "group")


def left_behind(drafts: Sequence[Draft]) -> list[Draft]:
    """Releases denied, for those by name, or so many others, told to *remain* held where some are freed.

    Nothing is inferred from silence: the clause itself says that they are still held.
    """
    if not any(d.type in FREED and d.stand.mode in _DONE for d in drafts):
        return []
    told = {f.name for d in drafts if d.type in FREED for f in d.roles.get("person", ())}
    return [_not_freed(d) for d in drafts if _stays(d) and not {f.name for f in _named(d)} & told]


def _stays(d: Draft) -> bool:
    here = d.sentence.text
    now = d.stand.mode in {"asserted", "performed"} and not d.stand.perfect
    alone = not d.names("group") and d.sub != "missing"  # "a seventh, X, is still held"
    told = d.type == "CUSTODY_STATE" and (d.rule in _REMAINING or alone) and now
    return told and (bool(_named(d)) or _counted_others(d)) and _STAYS.search(here) is not None


def _counted_others(d: Draft) -> bool:
    """ "One was left in the cell", "the six others stay", "two of the nine": so many of those told before."""
    people = d.slots.get("people", ())
    return bool(people) and all(
        (m.anaphor in _OTHERS or m.whole is not None) and m.quantity is not None and m.quantity.exact
        for m in people
    )


def _named(d: Draft) -> list[Filler]:
    return [f for f in d.roles.get("person", ()) if f.name[:1].isupper()]


def _not_freed(d: Draft) -> Draft:
    out = Draft(
        "release.left_behind", "RELEASE", d.sentence, d.mentions, d.trigger, d.lo, d.hi, sub="release",
        stand=d.stand.copy(), attribution=list(d.attribution), scope_certain=d.scope_certain,
    )  # fmt: skip
    out.stand.mode, out.stand.polarity = "denied", "-"
    out.quantity = d.quantity
    for role in _ROLES:
        for f in d.roles.get(role, ()):
            out.add(role, f)
    return out
