"""A report in the making: each clause with the claim that a reader would give for it."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from detente.records import Claim, DocumentRef, Linkage, Quantity, ReaderRef, Span, TypeName, claim_id

READER = ReaderRef("world", "1", "none")
SYLLABLES = re.findall("..", "babebodadofahajakalolamimananopararisasotatuvavevizizokelodormarnenu")


@dataclass
class Draft:
    """A report on its way: words so far and claims at them."""

    ref: DocumentRef
    day: date
    chance: random.Random
    text: str = ""
    claims: list[Claim] = field(default_factory=list)

    def _own(self, words: str) -> str:
        """The clause as this reporter puts it: a word of their own after every second one."""
        told = words.split()
        for at in range(len(told), 1, -2):
            told.insert(at, "".join(self.chance.choices(SYLLABLES, k=3)))
        return " ".join(told)

    def say(self, type_: TypeName, words: str, **fields: Any) -> Claim:
        """One clause and its claim."""
        start = len(self.text)
        words = self._own(words)
        self.text += words + ". "
        span = Span(start, start + len(words), words)
        roles = {k: tuple(v) for k, v in fields.pop("roles", {}).items()}
        mode, polarity = fields.get("mode", "performed"), fields.get("polarity", "+")
        said, number, sub = fields.get("attribution", ()), fields.get("quantity"), fields.pop("sub", None)
        id_ = claim_id(self.ref.sha256, span, type_, sub, roles, number, mode, polarity, said, READER)
        claim = Claim(
            id=id_,
            type=type_,
            sub=sub,
            roles=roles,
            span=span,
            document=self.ref,
            reader=READER,
            confidence=0.8,
            rule="world",
            **fields,
        )
        self.claims.append(claim)
        return claim


def count(number: int) -> Quantity:
    """Just so many people."""
    return Quantity(number, number, exact=True, cue=str(number), unit="people")


def pointing(claim: Claim, ids: dict[str, str]) -> Claim:
    """The claim of a copy, tied to the claims of the copy."""
    if claim.linkage is None:
        return claim
    link = Linkage(
        claim.linkage.class_,
        claim.linkage.cue,
        claim.linkage.direction,
        tuple(ids[i] for i in claim.linkage.to),
    )
    return Claim(**{f: getattr(claim, f) for f in claim.__struct_fields__} | {"linkage": link})
