"""One run of ``detente eval``: score, compare, hold against the gate, write what was asked for."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from detente.errors import InputError
from detente.evaluation import calibrate
from detente.evaluation.agreement import compare
from detente.evaluation.gate import pass_gate
from detente.evaluation.gold import Gold, load_claims
from detente.evaluation.report import tables, write_into
from detente.evaluation.score import Score, score
from detente.records import Claim
from detente.records.base import Record


class Asked(Record, frozen=True, kw_only=True):
    """What somebody wants beside the score; paths as they were given."""

    other: str | None = None  # claims to compare with
    gate: str | None = None
    write: bool = False
    lower_floor: bool = False
    accept_gold: bool = False
    misses: int = 0
    report: str | None = None
    name: str | None = None  # in the report; None: the gold's
    confidence: str | None = None


def evaluate(gold: Gold, claims: Sequence[Claim], asked: Asked) -> Score:
    """Score these claims and do what else was asked.

    Raises:
        InputError: a file cannot be used, or the faults of a sealed set are asked for.
    """
    if gold.sealed and (asked.misses or asked.confidence):
        raise InputError(
            "expected only a score of a sealed set; found --misses or --confidence; leave it out"
        )
    if asked.write and asked.gate is None:
        raise InputError("expected a gate to write; found --write alone; name it with --gate FILE")
    found = score(gold, claims)
    agreement = compare(gold, claims, load_claims(asked.other)) if asked.other is not None else None
    failed = () if asked.gate is None else _gate(asked.gate, found, asked)
    shown = msgspec.structs.replace(
        found, misses=found.misses[: asked.misses], agreement=agreement, failed=failed
    )
    if asked.report is not None:
        name = asked.name or gold.name
        write_into(asked.report, name, tables(shown, name=name))
    if asked.confidence is not None:
        calibrate.write(asked.confidence, gold, claims)
    return shown


def _gate(path: str, found: Score, asked: Asked) -> tuple[str, ...]:
    return pass_gate(
        path, found, write=asked.write, lower_floor=asked.lower_floor, accept_gold=asked.accept_gold
    )
