"""``detente claim``: claims of one's own, corrections, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

import msgspec
import typer

from detente.errors import InputError
from detente.views.cli.guard import shows
from detente.views.cli.options import Json, KnownBy, Ledger
from detente.views.cli.printing import json_lines, sections
from detente.views.cli.room import room

if TYPE_CHECKING:
    from detente.records import Coding
    from detente.workspace import Workspace

Action = Literal["add", "correct", "reject", "confirm", "list"]


@shows(
    'detente claim add --type RELEASE --role releaser=Osmia --role "person=Lena Marr" --note call.txt',
    "detente claim correct clm_04bcbd --set quantity=68 --reason 'the ministry counts them twice'",
    "detente claim reject clm_04bcbd --reason 'a film was released'",
    "detente claim list --ledger news.detente                    what people said, and where it stands",
)
def claim(
    action: Annotated[Action, typer.Argument(help="What to do.")],
    wanted: Annotated[str | None, typer.Argument(metavar="[ID]", help="Of a claim.")] = None,
    ledger: Ledger = None,
    type_: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="As in the codebook.")] = None,
    role: Annotated[
        list[str] | None,
        typer.Option("--role", metavar="ROLE=NAME", help="Who or what; may be repeated."),
    ] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="A field of the claim, in words or JSON."),
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="FILE", help="The note it rests on; - is standard input.")
    ] = None,
    document: Annotated[
        str | None,
        typer.Option("--document", metavar="ID", help="Of a report, instead of a note."),
    ] = None,
    quote: Annotated[str | None, typer.Option("--quote", help="The words that say so.")] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="Of a note: known from this day.")
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why, for those who review it.")] = "",
    author: Annotated[
        str | None, typer.Option("--author", metavar="NAME", help="Instead of the settings'.")
    ] = None,
    known_by: KnownBy = None,
    json: Json = False,
) -> None:
    """Add a claim of your own, correct or reject a reader's, or list what people said.

    A note of an interview or a call becomes a document. A correction outranks the reader's claim on the
    same words and replaces nothing: both stay in the ledger, and `detente retract` undoes it.
    """
    given = _Given(_fields(type_, role or (), set_ or ()), document, quote, published, author, reason)
    with room(ledger, create=action == "add") as workspace:
        if action == "list":
            _list(workspace, known_by, json)
        elif action == "add":
            _tell(_added(workspace, given, note), json)
        else:
            _tell(_said(workspace, action, _id(wanted), given), json)


class _Given(NamedTuple):
    """What the options say."""

    fields: dict[str, Any]
    document: str | None
    quote: str | None
    published: str | None
    author: str | None
    reason: str


def _added(workspace: Workspace, given: _Given, note: str | None) -> Coding:
    return workspace.add_claim(
        given.fields, note=None if note is None else _note(note), document=given.document, quote=given.quote,
        published=given.published, author=given.author, reason=given.reason,
    )  # fmt: skip


def _said(workspace: Workspace, action: Action, wanted: str, given: _Given) -> Coding:
    if action == "correct":
        return workspace.correct_claim(wanted, given.fields, author=given.author, reason=given.reason)
    say = workspace.reject_claim if action == "reject" else workspace.confirm_claim
    return say(wanted, author=given.author, reason=given.reason)


def _id(wanted: str | None) -> str:
    if wanted is None:
        raise InputError("expected the id of a claim; found none; `detente show` prints ids")
    return wanted


def _note(path: str) -> str:
    if path == "-":
        return typer.get_text_stream("stdin").read()
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: expected a text in UTF-8; found: {error}; check the path") from error


def _fields(type_: str | None, roles: Iterable[str], fields: Iterable[str]) -> dict[str, Any]:
    out: dict[str, Any] = {} if type_ is None else {"type": type_.upper().replace("-", "_")}
    for text in fields:
        name, value = _pair("--set", text)
        out[name] = _value(value)
    for text in roles:
        name, value = _pair("--role", text)
        held = out.setdefault("roles", {}).setdefault(name, [])
        held += [value] if value else []
    return out


def _pair(option: str, text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise InputError(f"{option}: expected a name, = and a value; found {text!r}")
    return name.strip(), value.strip()


def _value(text: str) -> Any:
    """What is written as JSON is JSON; numbers stay words, so that their words are kept.

    >>> _value("null"), _value("68"), _value('["possibly"]')
    (None, '68', ['possibly'])
    """
    try:
        found = msgspec.json.decode(text)
    except msgspec.DecodeError:
        return text
    return text if isinstance(found, int | float) and not isinstance(found, bool) else found


def _tell(coding: Coding, json: bool) -> None:
    if json:
        json_lines([coding])
        return
    done = {"own": "added", "correction": "corrected", "rejection": "rejected", "confirmation": "confirmed"}
    claim = coding.claim or coding.was
    assert claim is not None
    words = " ".join(claim.span.exact.split())
    typer.echo(f"{done[coding.kind]} {claim.id}: {claim.type} “{words}” ({coding.id})")


def _list(workspace: Workspace, known_by: str | None, json: bool) -> None:
    from detente.views.dossier.codings import of_codings

    placed = workspace.codings(known_by=known_by)
    if json:
        json_lines(placed)
    else:
        sections([of_codings(placed)])
