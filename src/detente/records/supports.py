"""How well a value is supported, in the open: Vote, Backing, Support."""

from __future__ import annotations

from detente.records.base import Field, Record
from detente.records.views import Credibility, Verdict


class Vote(Field, frozen=True):
    """One origin group behind a value: one vote, whatever the number of its copies."""

    group: str
    name: str  # whose word it is
    reason: str  # what makes its claims one voice
    grade: str  # the desk's letter of its best claim
    reliability: float  # what the letter stands for
    confidence: float  # of the reader, for that claim
    weight: float  # reliability × confidence
    interest: bool  # a party to the act speaks of it
    claims: tuple[str, ...]
    documents: tuple[str, ...]


class Backing(Field, frozen=True):
    """One value that is told, and its votes."""

    value: str
    votes: tuple[Vote, ...]
    score: float
    probability: float  # among the told values and one unseen
    decisive: bool = False  # the instrument itself speaks


class Support(Record, frozen=True, kw_only=True):
    """What stands behind one value of a record, and what against it."""

    where: str  # "released", "persons_freed[2]"
    verdict: Verdict
    credibility: Credibility
    rule: str  # which rule gave the word
    told: Backing
    against: tuple[Backing, ...] = ()
