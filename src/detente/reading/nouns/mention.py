"""What one noun phrase speaks of, as a value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from detente.language.gazetteer import Hit
from detente.records import FillerKind, Quantity

_ARTICLE = re.compile(r"(?:the|a|an|this|that|these|those|its|their|his|her)\s+", re.IGNORECASE)


@dataclass(slots=True)
class Mention:
    """What one noun phrase speaks of.

    Attributes:
        head, lo, hi: word indices of the head and of the phrase around it.
        name: the filler's name: canonical for states, without titles for persons.
        text: the phrase as written.
        anaphor: how it points back, where it does: ``he``, ``they``, ``number``, ``rest``,
            ``others``, ``all``, ``group``, ``country``, ``it``.
        whole: index of the head of the phrase it is a part of ("two of *the five*").
    """

    head: int
    lo: int
    hi: int
    kind: FillerKind
    name: str
    text: str
    noun: str
    human: bool = False
    plural: bool = False
    definite: bool = False
    negative: bool = False
    quantity: Quantity | None = None
    state: str | None = None
    anaphor: str | None = None
    whole: int | None = None
    titles: tuple[str, ...] = ()
    city: bool = False
    hit: Hit | None = None


def without_article(text: str) -> str:
    """The phrase as a name: without the article or pointer before it.

    Example:
        >>> without_article("The Union of Clerks")
        'Union of Clerks'
    """
    article = _ARTICLE.match(text)
    return text[article.end() :] if article else text


def surname(name: str) -> str:
    """The last word of a name, folded: what one article calls a person by.

    Example:
        >>> surname("Ada Orlu")
        'orlu'
    """
    return name.split()[-1].casefold()


def shared_surnames(names: Iterable[str]) -> set[str]:
    """The surnames that more than one of these people bear.

    >>> sorted(shared_surnames(["Ada Orlu", "Tom Orlu", "Ben Roth", "Roth"]))
    ['orlu']
    """
    whole: dict[str, set[str]] = {}
    for name in names:
        if " " in name:
            whole.setdefault(surname(name), set()).add(name)
    return {x for x, found in whole.items() if len(found) > 1}
