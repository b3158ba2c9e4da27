"""The state whose affairs a report tells when it names none: its dateline's, else its publisher's."""

from __future__ import annotations

from collections.abc import Iterable

from detente.language.gazetteer import gazetteer
from detente.language.scripts import fold
from detente.records import Article, Claim, DocumentRef
from detente.resolution.keys import lexicon


def home(dateline: str | None, publisher: str | None) -> str | None:
    """The one state of the dateline's town, else of the place in the publisher's name.

    >>> home("Minsk", "The Post"), home(None, "Douala Evening News"), home(None, "The Post")
    ('Belarus', 'Cameroon', None)
    """
    return _one(dateline) or _one(publisher)


def _one(words: str | None) -> str | None:
    found = _states(words)
    return next(iter(found)) if len(found) == 1 else None


_PLACES = frozenset(("capital", "city", "state"))


def _states(words: str | None, kinds: frozenset[str] = _PLACES | {"demonym"}) -> frozenset[str]:
    """The states of all places that are named, and of adjectives; a union of states is none.

    >>> sorted(_states("Two Swedish clerks were flown from Sfax to Brussels, the EU said"))
    ['Belgium', 'Sweden', 'Tunisia']
    """
    hits = gazetteer().find(words) if words else []
    codes = (h.code for h in hits if h.kind in kinds)
    return frozenset(s.name for c in codes if (s := gazetteer().state(c)) is not None)


def home_of(document: DocumentRef, article: Article | None) -> str | None:
    """The home of one report; a title or a text that names other states' places and not its own is theirs.

    Freed people are called after the state they come from: an adjective in the text makes no other home.
    """
    state = home(article.dateline_place if article else None, document.publisher)
    if article is None or state is None:
        return state
    titled, places, named = _states(article.title), _states(article.text, _PLACES), _states(article.text)
    at_home = not titled or state in titled | places
    return state if at_home and (not places or state in named) else None


def named_in(article: Article | None) -> frozenset[str]:
    """Every state of which a report names a place, or which an adjective means."""
    return _states(f"{article.title or ''}\n{article.text}") if article else frozenset()


def heads(claims: Iterable[Claim]) -> frozenset[str]:
    """Persons called "the president", "the prime minister" and no more: of which state is not said."""
    offices = (c for c in claims if c.type == "ATTRIBUTE" and c.sub == "office")
    bare = (c for c in offices if any(fold(v) in lexicon()["heads"] for v in c.names("value")))
    return frozenset(person for c in bare for person in c.names("subject"))
