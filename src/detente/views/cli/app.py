"""The table of commands, in the order in which a person meets them; each is imported when it is called."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

import typer

from detente import __version__
from detente.views.cli.guard import Command, examples, guarded

COMMANDS = (
    "read",
    "show",
    "ask",
    "dossier",
    "search",
    "serve",
    "trace",
    "claim",
    "retract",
    "expect",
    "review",
    "claims",
    "article",
    "inspect",
    "issues",
    "verify",
    "export",
    "codebook",
    "names",
    "eval",
)
"""Each is the function of its name in the module of its name."""

GROUPS = {
    "corpus": "Read millions of articles into Parquet, and load what matters into a ledger.",
    "ledger": "Look after a ledger: how much is in it, copies, backups, who may do what.",
    "team": "Who may sign in at a desk that several share, and what they did there.",
}
"""Commands of two words: the first, what it is about; those that follow it are in the module of its name."""


def command(name: str) -> Command:
    """The function that a command of one word calls."""
    found: Command = getattr(import_module(f"detente.views.cli.{name}"), name)
    return found


def members(group: str) -> tuple[Command, ...]:
    """The commands that follow the first word of a group."""
    found: tuple[Command, ...] = import_module(f"detente.views.cli.{group}").COMMANDS
    return found


def build(word: str = "") -> typer.Typer:
    """The command line.

    Args:
        word: the first that was typed. Where it names a command, this one alone is made, and the modules of
            the others are not imported; else all are, for the help, or to say what it may have meant.
    """
    app = typer.Typer(
        help=(
            "Read news about detentions, releases, sanctions and talks into a sourced ledger.\n\n"
            "Exit codes: 0 all was done; 1 some inputs failed (the others were read) or none was read; "
            "2 it could not be done as asked; 130 stopped by Ctrl-C."
        ),
        epilog=examples(
            "detente read examples/*.txt                         read three reports, print the dossier",
            "detente read news/ --ledger news.detente            keep what was read",
            "detente show deals --ledger news.detente --json     the deals, one JSON object a line",
        ),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        add_completion=False,
        context_settings={"max_content_width": 100, "help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    known = word in COMMANDS or word in GROUPS
    _add(app, (command(name) for name in COMMANDS if not known or name == word))
    for name in GROUPS:
        if not known or name == word:
            group = typer.Typer(help=GROUPS[name], rich_markup_mode=None, no_args_is_help=True)
            _add(group, members(name))
            app.add_typer(group, name=name)
    return app


def _add(to: typer.Typer, commands: Iterable[Command]) -> None:
    for each in commands:
        to.command(each.__name__, epilog=examples(*each.examples))(guarded(each))


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"detente {__version__}")
        raise typer.Exit


def _root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Say which version this is."
    ),
) -> None:
    return None
