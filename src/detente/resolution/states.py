"""States by any of their names, and the state that an office or a seat of government acts for."""

from __future__ import annotations

from functools import lru_cache

from detente.language.gazetteer import gazetteer
from detente.language.scripts import fold
from detente.resolution.keys import lexicon


@lru_cache(maxsize=4096)
def canonical(name: str) -> str:
    """The English name of the state a name stands for; a name that is no state's stays as it is.

    >>> canonical("the U.S."), canonical("Polish custody"), canonical("Hamas")
    ('United States', 'Poland', 'Hamas')
    """
    state = gazetteer().state(name)
    if state is not None:
        return state.name
    named = states_in(name)
    return named[0] if len(named) == 1 else name


def organ_of(name: str, kind: str) -> str | None:
    """The one state that a body, office or group of officials is an organ of, by its own name.

    >>> organ_of("Polish authorities", "group"), organ_of("Polish exiles", "group")
    ('Poland', None)
    """
    words = fold(name).split()
    if kind not in ("organisation", "office", "group") or not words:
        return None
    if kind == "group" and words[-1] not in lexicon()["officials"]:
        return None
    states = states_in(name)
    return states[0] if len(states) == 1 and states[0] != name else None


@lru_cache(maxsize=4096)
def states_in(wording: str) -> tuple[str, ...]:
    """The states that an office or a body is of, by the wording of it.

    >>> states_in("Polish foreign ministry"), states_in("special envoy"), states_in("European nations")
    (('Poland',), (), ())
    """
    found: dict[str, None] = {}
    for hit in gazetteer().find(wording):
        name = hit.actor or (hit.name if hit.kind in ("state", "demonym", "people") else None)
        state = gazetteer().state(name) if name else None
        if state is not None:
            found[state.name] = None
        elif hit.actor:  # a union or a movement that acts like one; a continent's people are no state
            found[hit.actor] = None
    return tuple(found)
