"""What an export of happenings holds: what is told as done, or as coming, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from detente.codebook import codebook
from detente.records import Claim, Mode, TypeName

BOUND: Final[frozenset[Mode]] = frozenset(("announced", "agreed", "promised"))
"""Modes of what is made known as coming: never mixed with what is done."""
SPOKEN: Final[dict[TypeName, Mode]] = {"DEMAND": "demanded", "STATEMENT": "evaluated"}
"""Who demands or judges has done so: the mode is that of what is said."""


def standing(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims of the sixteen event types that say that it was done, or made known as coming.

    What is denied, demanded, intended, conditional or imagined is left out, and so is what was
    agreed or promised where the act of agreeing points to it: that act is there.

    Example:
        >>> standing([])
        ()
    """
    told = tuple(claim for claim in claims if _stands(claim))
    held = {i for claim in told if claim.type == "COMMIT" for i in claim.content}
    return tuple(claim for claim in told if told_as(claim) not in BOUND or claim.id not in held)


def told_as(claim: Claim) -> Mode:
    """The mode of a claim, or its step where that says less: what is announced or agreed is no step taken."""
    if codebook().modes[claim.mode].done and (claim.step == "announced" or claim.step == "agreed"):
        return claim.step
    return claim.mode


def is_done(claim: Claim) -> bool:
    """Does it say that it has happened?"""
    mode = told_as(claim)
    return codebook().modes[mode].done or mode == SPOKEN.get(claim.type)


def _stands(claim: Claim) -> bool:
    if claim.polarity == "-" or codebook().types[claim.type].group == "R":
        return False
    return is_done(claim) or told_as(claim) in BOUND
