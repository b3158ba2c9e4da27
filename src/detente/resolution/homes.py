"""The state whose affairs a report tells when it names none: its dateline's, else its publisher's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.language.gazetteer import gazetteer
from detente.language.scripts import fold
from detente.records import Article, Claim
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


def homes(claims: Sequence[Claim], articles: Iterable[Article]) -> dict[str, str]:
    """Document → its home, for those that have one; a title that names other states tells of theirs."""
    texts = {a.document.sha256: a for a in articles}
    publishers = {c.document.sha256: c.document.publisher for c in claims}
    out: dict[str, str] = {}
    for sha, publisher in publishers.items():
        text = texts.get(sha)
        state = home(text.dateline_place if text else None, publisher)
        titled = states_in(text.title) if text and text.title else ()
        if state is not None and (not titled or state in titled):
            out[sha] = state
    return out


def heads(claims: Iterable[Claim]) -> frozenset[str]:
    """Persons called "the president", "the prime minister" and no more: of which state is not said."""
    offices = (c for c in claims if c.type == "ATTRIBUTE" and c.sub == "office")
    bare = (c for c in offices if any(fold(v) in lexicon()["heads"] for v in c.names("value")))
    return frozenset(person for c in bare for person in c.names("subject"))
