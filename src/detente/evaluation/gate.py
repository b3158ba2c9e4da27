"""Floors beside a hash of the gold: a score may rise; it falls only when somebody says so.

The file is TOML: ``[gold]`` says what was measured, ``[floors]`` what must be reached, ``[ceilings]``
what must not be passed. A rise is written with ``write``; a fall needs ``lower_floor`` too, and other
gold ``accept_gold``.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterator, Mapping
from math import ceil, floor
from pathlib import Path

import msgspec

from detente.errors import InputError
from detente.evaluation.score import Score
from detente.records.base import Field, Record

_HEAD = """# What a reader must reach on this gold. Written by `detente eval GOLD --gate FILE --write`:
# floors rise by themselves; lowering one needs --lower-floor, other gold --accept-gold.

"""
_SLACK = 1e-9


class Measured(Field, frozen=True):
    """Which gold the floors are for."""

    name: str
    sha256: str
    texts: int
    language: str = ""  # empty: all


class Gate(Record, frozen=True, kw_only=True):
    """Floors and ceilings, by the name of the figure."""

    gold: Measured
    floors: dict[str, float]
    ceilings: dict[str, float]


def floors_of(score: Score) -> dict[str, float]:
    """The figures that should be high, cut to three decimals: ``events.f1``, ``fields.mode`` …"""
    return {name: floor(value * 1000 + _SLACK) / 1000 for name, value in _high(score)}


def _high(score: Score) -> Iterator[tuple[str, float]]:
    yield from (("events.precision", score.events.precision), ("events.recall", score.events.recall))
    yield "events.f1", score.events.f1
    for name, tally in score.types.items():
        if tally.found + tally.missed:
            yield f"types.{name}.f1", tally.f1
    for name, share in score.fields.items():
        yield f"fields.{name}", share.share or 0.0
    if score.factuality.macro_f1 is not None:
        yield "factuality.macro_f1", score.factuality.macro_f1


def ceilings_of(score: Score) -> dict[str, float]:
    """The figures that should be low: things told that are not so, and the calibration error."""
    return {
        "told_as_done": score.told_as_done.n,
        "held_as_freed": score.held_as_freed.n,
        "false_alarms": score.false_alarms.n,
        "spans_not_in_text": score.spans_not_in_text,
        "calibration.error": ceil(score.calibration.error * 1000 - _SLACK) / 1000,
    }


def check(gate: Gate, score: Score) -> tuple[str, ...]:
    """What the score fails, a line each; nothing where it passes.

    A figure that the score no longer has (no such events are found) counts as zero.
    """
    high, low = floors_of(score), ceilings_of(score)
    under = [
        f"{name}: expected at least {least}; found {high.get(name, 0.0)}"
        for name, least in gate.floors.items()
        if high.get(name, 0.0) < least - _SLACK
    ]
    over = [
        f"{name}: expected at most {most}; found {low[name]}"
        for name, most in gate.ceilings.items()
        if low.get(name, 0.0) > most + _SLACK
    ]
    return (*under, *over)


def gate_of(score: Score, gate: Gate | None = None) -> Gate:
    """The gate that this score passes exactly; with a gate given, none of its floors is lowered."""
    high, low = floors_of(score), ceilings_of(score)
    if gate is not None:
        high = _kept(high, gate.floors, max)
        low = _kept(low, gate.ceilings, min)
    measured = Measured(score.gold, score.sha256, score.texts, score.language or "")
    return Gate(gold=measured, floors=high, ceilings=low)


def _kept(
    new: Mapping[str, float], old: Mapping[str, float], better: Callable[[float, float], float]
) -> dict[str, float]:
    """The better of both; a figure that only one has stays as it is."""
    both = {name: better(value, old.get(name, value)) for name, value in new.items()}
    return both | {name: value for name, value in old.items() if name not in new}


def load_gate(path: str | Path) -> Gate:
    """The gate in this file.

    Raises:
        InputError: there is none, or it is not in the format.
    """
    try:
        return msgspec.convert(tomllib.loads(Path(path).read_text(encoding="utf-8")), Gate)
    except OSError as error:
        raise InputError(f"expected a gate at {path}; found {error.strerror}; --write makes one") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(f"expected a gate in {path}; found: {error}; mend it") from error


def pass_gate(
    path: str | Path,
    score: Score,
    *,
    write: bool = False,
    lower_floor: bool = False,
    accept_gold: bool = False,
) -> tuple[str, ...]:
    """Hold a score against a gate file, and with ``write`` raise its floors.

    Args:
        path: the file; with ``write`` it is made where there is none.
        score: what was reached.
        write: raise floors to what was reached; nothing is written where the gate is not passed.
        lower_floor: with ``write``, take what was reached as the floors, be it lower.
        accept_gold: with ``write``, take this gold's hash.

    Returns:
        what fails, a line each.

    Raises:
        InputError: no such file, or a flag that writes without ``write``.
    """
    if (lower_floor or accept_gold) and not write:
        raise InputError("expected --write with --lower-floor or --accept-gold; found no --write; add it")
    if write and not Path(path).exists():
        _save(path, gate_of(score))
        return ()
    gate = load_gate(path)
    if gate.gold.sha256 != score.sha256 and not accept_gold:
        return (_changed(gate, score),)
    failed = () if lower_floor else check(gate, score)
    if write and not failed:
        _save(path, gate_of(score, None if lower_floor else gate))
    return failed


def _changed(gate: Gate, score: Score) -> str:
    return (
        f"gold: expected the hash {gate.gold.sha256[:12]} that the floors were measured on; found "
        f"{score.sha256[:12]} ({score.texts} texts); --write --accept-gold takes it"
    )


def _save(path: str | Path, gate: Gate) -> None:
    """Write beside it and move it there, so that a gate is never half written."""
    beside = Path(f"{path}.new")
    try:
        beside.write_text(_HEAD + as_toml(gate), encoding="utf-8")
        os.replace(beside, path)
    except OSError as error:
        raise InputError(
            f"expected to write the gate {path}; found {error.strerror}; give another path"
        ) from error


def as_toml(gate: Gate) -> str:
    """The gate as its file has it."""
    gold = gate.gold
    lines = ["[gold]", f'name = "{gold.name}"', f'sha256 = "{gold.sha256}"', f"texts = {gold.texts}"]
    lines.append(f'language = "{gold.language}"')
    for title, figures in (("floors", gate.floors), ("ceilings", gate.ceilings)):
        lines += ["", f"[{title}]", *(f'"{name}" = {value:g}' for name, value in figures.items())]
    return "\n".join(lines) + "\n"
