"""Whose custody political prisoners leave: their own state's, where the report tells of no other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.nouns.mention import Mention

_OF_THEM = frozenset({"RELEASE", "CLEMENCY", "TRANSFER", "CUSTODY_STATE"})
_POLITICAL = re.compile(r"\bpolitical (?:prisoner|detainee|inmate)", re.I)
_HELD = frozenset({"prisoner", "detainee", "inmate"})


def own_prisoners(drafts: Sequence[Draft]) -> str | None:
    """The one state whose political prisoners a report tells of; None beside a swap, or where there are more.

    "Nine political prisoners came out. The number of Osmian prisoners freed is now 40": Osmia held them.

    Args:
        drafts: all of the document.
    """
    if any(d.sub in {"swap_release", "abduct"} for d in drafts):
        return None
    called = [d for d in drafts if d.type == "RECOGNITION" and d.stand.mode != "denied"]
    if not any(_POLITICAL.search(d.sentence.span_text(d.lo, d.hi)) for d in called):
        return None
    people = [m for d in drafts if d.type in _OF_THEM for m in _people(d)]
    states = {m.state for m in people if m.noun in _HELD and m.kind == "group" and m.state is not None}
    states |= {p.state for d in called for p in _where(d) if p.state is not None}
    return next(iter(states)) if len(states) == 1 else None


def _where(d: Draft) -> list[Mention]:
    """ "As long as there is a political prisoner in Chad": where they are called so."""
    s = d.sentence
    heads = [i for i in range(d.lo, d.hi + 1) if s[i].lemma in _HELD]
    found = (d.mentions.at(j) for i in heads for j in s.objects(i, {"in"}))
    return [p for p in found if p is not None and p.kind == "state"]


def _people(d: Draft) -> list[Mention]:
    return [*d.slots.get("people", ()), *([d.whole] if d.whole is not None else [])]
