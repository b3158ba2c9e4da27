"""Whose parliament it is that a report calls by its name alone: "Congress", "the Senate".

Where a report is from another state and never speaks of the United States, it is that state's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from detente.language.gazetteer import Hit, gazetteer
from detente.records import Article

_AMERICA: Final = "US"
_HOUSES: Final = frozenset({"Congress", "Senate", "House of Representatives"})
_PLACES: Final = frozenset({"capital", "city", "state", "demonym"})


def home_of_houses(article: Article) -> tuple[str, str] | None:
    """The state, by code and name, whose houses a report means; None where those of the United States.

    Args:
        article: with its dateline or publisher, one of which names the state.
    """
    if not any(house in article.text for house in _HOUSES):
        return None
    home = _one_state(article.dateline_place) or _one_state(article.publisher)
    if home is None or home[0] == _AMERICA:
        return None
    text = f"{article.title or ''}\n{article.text}"
    american = (h for h in gazetteer().find(text) if h.code == _AMERICA and not _is_bare(h, text))
    return None if next(american, None) is not None else home


def at_home(hits: Sequence[Hit], text: str, home: tuple[str, str] | None) -> Sequence[Hit]:
    """The hits of a sentence, a bare "Congress" being that of the state the report is from."""
    if home is None or not any(_is_bare(h, text) for h in hits):
        return hits
    code, name = home
    return [msgspec.structs.replace(h, code=code, actor=name) if _is_bare(h, text) else h for h in hits]


def _is_bare(hit: Hit, text: str) -> bool:
    """Is it a house by its own name, without a word for its state?"""
    return (
        hit.code == _AMERICA
        and hit.name in _HOUSES
        and text[hit.start : hit.end].endswith(hit.name)
        and (hit.end - hit.start <= len(hit.name) + len("the "))
    )


def _one_state(words: str | None) -> tuple[str, str] | None:
    hits = gazetteer().find(words) if words else []
    codes = {h.code for h in hits if h.kind in _PLACES and h.code}
    state = gazetteer().state(codes.pop()) if len(codes) == 1 else None
    return None if state is None else (state.code, state.name)
