"""Those whose service of prisons tells that they were let go: always inferred."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.language.gazetteer import gazetteer
from detente.reading.clauses.draft import Draft
from detente.records import Filler

_GAOLERS = re.compile(r"\b(?:prisons?|penitentiary|correction(?:s|al)|penal|jails?) ", re.I)


def told_by_gaolers(drafts: Sequence[Draft]) -> None:
    """ "Nine were released, Cyprus's prison service said": they were held by whose service it is."""
    for d in drafts:
        if d.type != "RELEASE" or d.names("from") or d.names("releaser"):
            continue
        for a in d.attribution[-1:]:
            hits = gazetteer().find(a.name) if _GAOLERS.search(a.name) else []
            states = {h.actor or h.name for h in hits if h.kind in {"state", "demonym"}}
            if len(states) == 1:
                d.add("from", Filler(states.pop(), "state", None, True))
