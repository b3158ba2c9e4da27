"""``detente team``: the accounts of a desk that several share."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Annotated

import typer

from detente.errors import InputError
from detente.views.cli.guard import shows
from detente.views.cli.options import Json, Ledger
from detente.views.cli.printing import json_lines, lines
from detente.views.cli.room import settings

if TYPE_CHECKING:
    from detente.views.serving.accounts import Accounts

Who = Annotated[str, typer.Argument(metavar="NAME", help="Of the account.")]
Role = Annotated[str, typer.Option("--role", metavar="ROLE", help="reader, analyst, reviewer or admin.")]
Scope = Annotated[
    list[str],
    typer.Option("--scope", metavar="SCOPE", help="read, upload, review or admin; may be repeated."),
]


def accounts_of(ledger: str | None) -> Accounts:
    """The accounts that stand beside this ledger, else beside the settings'.

    Raises:
        InputError: there is no ledger.
    """
    from detente.views.serving.accounts import Accounts

    path = ledger or settings().ledger
    if not path:
        raise InputError("expected a ledger (--ledger FILE), beside which accounts are kept; found none")
    return Accounts("detente.team" if "://" in path else f"{path}.team", now=time.time)


@shows("detente team add ira --role admin --ledger news.detente", "pass show desk | detente team add ira")
def add(name: Who, role: Role = "reader", ledger: Ledger = None) -> None:
    """Make an account, or give one another role and password.

    The password is asked for, or read from standard input; it is never an option, which others could see.
    """
    if sys.stdin.isatty():
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    accounts_of(ledger).add(name, role, password)
    typer.echo(f"{name} is {role}")


@shows("detente team list --ledger news.detente", "detente team list --json")
def list_(ledger: Ledger = None, json: Json = False) -> None:
    """List the accounts with their roles."""
    found = accounts_of(ledger).names()
    if json:
        json_lines({"name": name, "role": role} for name, role in found)
    else:
        lines(f"{name}  {role}\n" for name, role in found)


@shows("detente team remove ira --ledger news.detente")
def remove(name: Who, ledger: Ledger = None) -> None:
    """End an account, its sessions and its tokens. What it did stays in the book."""
    accounts_of(ledger).remove(name)
    typer.echo(f"{name} is gone")


@shows("detente team token ira --scope read --ledger news.detente      for `detente.connect(url, token=…)`")
def token(name: Who, scope: Scope, ledger: Ledger = None) -> None:
    """Make a token with which a program may do what the account may, within its scopes. It is shown once."""
    typer.echo(accounts_of(ledger).token(name, tuple(scope)))


@shows("detente team audit --ledger news.detente", "detente team audit --json")
def audit(ledger: Ledger = None, json: Json = False) -> None:
    """Print the book: every write, every read of what is at risk, every sign-in and refusal."""
    found = accounts_of(ledger).notes()
    if json:
        json_lines(note._asdict() for note in found)
    else:
        lines(f"{_time(n.at)}  {n.name}  {n.what}  {n.route}  {n.target}  {n.status}\n" for n in found)


def _time(seconds: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


list_.__name__ = "list"
COMMANDS = (add, list_, remove, token, audit)
