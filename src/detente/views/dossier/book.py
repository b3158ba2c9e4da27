"""A state opened at its claims: the words and the speakers behind every id."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from detente.records import Alternative, Claim, DocumentRef, Event, State
from detente.views.dossier import words
from detente.views.dossier.lines import Line, Mark

_HASHED = re.compile(r"\bdoc_[0-9a-f]{16}\b")


class Book:
    """Looks up what ids mean while a dossier is written."""

    def __init__(self, state: State | Callable[[], State], *, quote: int) -> None:
        self._whole = state
        self.quote = quote

    @cached_property
    def state(self) -> State:
        """What is looked into."""
        return self._whole() if callable(self._whole) else self._whole

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.state.claims}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Entity → the name by which the ledger knows it."""
        return {entity.id: entity.name for entity in self.state.entities}

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Claim → the happening it tells."""
        return {claim: event for event in self.state.events for claim in event.claims}

    def of(self, ids: Iterable[str]) -> tuple[Claim, ...]:
        """The claims with these ids, in order, each once."""
        return tuple(self.claims[i] for i in dict.fromkeys(ids) if i in self.claims)

    def sources(self, ids: Iterable[str]) -> str:
        """Who says so, each once."""
        return "; ".join(dict.fromkeys(words.said_by(c) for c in self.of(ids)))

    def sources_of(self, one: Alternative) -> str:
        """Who states this value."""
        return self.sources(one.claims) or self.plain(", ".join(one.sources))

    def plain(self, text: str) -> str:
        """The text with reports called by their file where it calls them by an id made of a hash."""
        return _HASHED.sub(lambda found: self._title(found[0]), text)

    def _title(self, document: str) -> str:
        known = self.documents.get(document)
        return words.title_of(known) if known is not None else "a report without publisher"

    @cached_property
    def documents(self) -> Mapping[str, DocumentRef]:
        """Reports by id."""
        return {claim.document.id: claim.document for claim in self.state.claims}

    def told(self, claims: Iterable[Claim], *, level: int = 0, lead: str = "", mark: Mark = "plain") -> Line:
        """A happening as a line: its first words, all who tell it, all its claims."""
        found = tuple(claims)
        text = f"{lead}{words.how(found[0])}{words.telling(found, self.quote)}"
        return Line(text=text, claims=tuple(c.id for c in found), level=level, mark=mark)
