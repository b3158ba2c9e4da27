"""A report that opens with a release of long ago tells of that time: days of remembrance, obituaries."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.lexicon import Lexicon

_GONE = frozenset({"RELEASE", "TRANSFER"})
_NOW = frozenset({"have", "has", "is", "are", "'s", "’s"})


def looking_back(drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """ "Thirty years ago today the nine were freed. They were flown to Oslo.": the flight is as old.

    Only where no release or journey is told by a day of this week, or as of now.

    Args:
        drafts: all of the document in their order.
        lexicon: the pattern ``years_back``.
    """
    told = [d for d in drafts if d.type in _GONE and d.stand.mode in {"performed", "background"}]
    first = next((d for d in told if d.type == "RELEASE"), None)
    if first is None or first.stand.mode != "background":
        return
    if not lexicon.pattern("years_back").search(first.sentence.text):
        return
    rest = [d for d in told if d.stand.mode == "performed"]
    if any(_of_today(d, lexicon) for d in rest):
        return
    for d in rest:
        d.stand.mode = "background"


def _of_today(d: Draft, lexicon: Lexicon) -> bool:
    """Told by a day of the week, as of today, or in the present and its perfect."""
    helpers = {k.low for k in d.sentence.kids(d.trigger, "aux", "auxpass")}
    return bool(helpers & _NOW) or lexicon.pattern("this_week").search(d.sentence.text) is not None
