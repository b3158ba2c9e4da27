"""``detente eval``: how well a reader reads, on annotated texts."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Annotated

import typer

from detente.views.cli.guard import FAILED, shows
from detente.views.cli.options import Json, Reader
from detente.views.cli.printing import json_lines, lines
from detente.views.cli.room import complain, room_in_memory

if TYPE_CHECKING:
    from detente.evaluation import Gold, Score
    from detente.records import Claim


@shows(
    "detente eval gold/stories --misses 20              the open stories, with what went wrong",
    "detente eval gold/stories --gate gold/floors.toml  fails where a floor is not reached",
    "detente eval gold/stories --claims mine.jsonl --other yours.jsonl    two coders",
)
def eval(  # noqa: A001
    gold: Annotated[str, typer.Argument(metavar="GOLD", help="A folder with gold.jsonl and texts/.")],
    claims: Annotated[
        str | None, typer.Option("--claims", metavar="FILE", help="Score these claims instead of reading.")
    ] = None,
    other: Annotated[
        str | None, typer.Option("--other", metavar="FILE", help="Compare with these: Krippendorff's alpha.")
    ] = None,
    reader: Reader = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="TAG", help="Only texts in this language.")
    ] = None,
    gate: Annotated[
        str | None,
        typer.Option("--gate", metavar="FILE", help="Floors to hold; exit code 1 where one is not."),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Raise the gate's floors to what is reached.")
    ] = False,
    lower_floor: Annotated[
        bool, typer.Option("--lower-floor", help="With --write: lower floors too, on purpose.")
    ] = False,
    accept_gold: Annotated[
        bool, typer.Option("--accept-gold", help="With --write: the gold was changed on purpose.")
    ] = False,
    misses: Annotated[int, typer.Option("--misses", metavar="N", help="Tell this many faults.", min=0)] = 0,
    report: Annotated[
        str | None, typer.Option("--report", metavar="FILE", help="Put the tables into this page.")
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", help="The tables' name in the page; else the folder's."),
    ] = None,
    confidence: Annotated[
        str | None,
        typer.Option("--confidence", metavar="FILE", help="Fit the reader's confidences, write them."),
    ] = None,
    sealed: Annotated[bool, typer.Option("--sealed", help="Leave to score the sealed set.")] = False,
    json: Json = False,
) -> None:
    """Score a reader, or claims, against annotated texts.

    Events found, fields right, what was told as done and was not, calibration. A sealed set is
    scored only with --sealed, and its faults are not told.
    """
    from detente.evaluation import load_claims, load_gold
    from detente.evaluation.session import Asked, evaluate

    texts = load_gold(gold, language=language, sealed=sealed)
    asked = Asked(
        other=other, gate=gate, write=write, lower_floor=lower_floor, accept_gold=accept_gold,
        misses=misses, report=report, name=name, confidence=confidence,
    )  # fmt: skip
    found = load_claims(claims) if claims is not None else _read(texts, reader)
    _show(evaluate(texts, found, asked), name, json=json)


def _read(gold: Gold, reader: str | None) -> tuple[Claim, ...]:
    """What the reader makes of the gold's texts; one that it cannot read gives no claim."""
    from detente.evaluation import as_lines

    found: list[Claim] = []
    with room_in_memory() as workspace:
        for result in workspace.look(["-"], reader=reader, stdin=io.BytesIO(as_lines(gold))):
            complain(result.issues)
            found += () if result.reading is None else result.reading.claims
    return tuple(found)


def _show(score: Score, name: str | None, *, json: bool) -> None:
    from detente.evaluation.report import misses, tables

    if json:
        json_lines([score])
    else:
        lines([tables(score, name=name), *(f"{line}\n" for line in misses(score))])
    for line in score.failed:
        typer.echo(f"detente: {line}", err=True)
    if score.failed:
        raise typer.Exit(FAILED)
