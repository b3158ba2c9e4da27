"""The state whose affairs a report tells when it names none: its dateline's, else its publisher's."""

from __future__ import annotations

from collections.abc import Iterable

from detente.language.gazetteer import gazetteer
from detente.language.scripts import fold
from detente.records import Article, Claim, DocumentRef
from detente.resolution.keys import lexicon
from detente.resolution.states import states_in


def home(dateline: str | None, publisher: str | None) -> str | None:
    """The one state of the dateline's capital, else of the place in the publisher's name.

    >>> home("Minsk", "The Post"), home(None, "Kigali Evening News"), home(None, "The Post")
    ('Belarus', 'Rwanda', None)
    """
    return _state(dateline) or _state(publisher)


def _state(name: str | None) -> str | None:
    hits = gazetteer().find(name) if name else []
    named = {h.actor or h.name for h in hits if h.kind in ("capital", "state", "demonym")}
    states = {s.name for n in named if (s := gazetteer().state(n)) is not None}
    return states.pop() if len(states) == 1 else None


def home_of(document: DocumentRef, article: Article | None) -> str | None:
    """The home of one report; a title that names other states tells of theirs."""
    state = home(article.dateline_place if article else None, document.publisher)
    titled = states_in(article.title) if article and article.title else ()
    return state if not titled or state in titled else None


def heads(claims: Iterable[Claim]) -> frozenset[str]:
    """Persons called "the president", "the prime minister" and no more: of which state is not said."""
    offices = (c for c in claims if c.type == "ATTRIBUTE" and c.sub == "office")
    bare = (c for c in offices if any(fold(v) in lexicon()["heads"] for v in c.names("value")))
    return frozenset(person for c in bare for person in c.names("subject"))
