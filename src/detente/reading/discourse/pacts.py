"""Who are told as free under a pact of two states were held by the one whose people they are not."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.records import Filler


def pact_sides(drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """ "Danes released under a deal between their government and Chad came home": out of Chad's custody.

    Args:
        drafts: all of the document, with what each clause itself tells.
        lexicon: word classes.
    """
    for d in drafts:
        if d.type != "RELEASE" or d.stand.mode == "denied" or d.names("from", "releaser"):
            continue
        people = d.slots.get("people", ())
        nations = {m.state for m in people if m.kind == "group" and m.state is not None}
        others = _partners(d, lexicon) - nations
        if len(nations) == 1 and len(others) == 1:
            d.add("from", Filler(others.pop(), "state", None, True))


def _partners(d: Draft, lexicon: Lexicon) -> set[str]:
    """The states of a pact between two parties that the sentence names."""
    s = d.sentence
    for w in s.words:
        if w.lemma not in lexicon.modes["noun_governors"]["agreed"]:
            continue
        parties = [m for i in s.objects(w.i, {"between"}) if (m := d.mentions.at(i)) is not None]
        if len(parties) == 2:
            return {m.state for m in parties if m.state is not None}
    return set()
