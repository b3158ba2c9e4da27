"""The table of commands, in the order in which a person meets them."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from detente import __version__
from detente.views.cli import corpus, ledger, team
from detente.views.cli.article import article
from detente.views.cli.ask import ask
from detente.views.cli.claim import claim
from detente.views.cli.claims import claims
from detente.views.cli.codebook import codebook
from detente.views.cli.dossier import dossier
from detente.views.cli.eval import eval as evaluation
from detente.views.cli.expect import expect
from detente.views.cli.export import export
from detente.views.cli.guard import Command, examples, guarded
from detente.views.cli.inspect import inspect
from detente.views.cli.issues import issues
from detente.views.cli.names import names
from detente.views.cli.read import read
from detente.views.cli.retract import retract
from detente.views.cli.review import review
from detente.views.cli.search import search
from detente.views.cli.serve import serve
from detente.views.cli.show import show
from detente.views.cli.trace import trace
from detente.views.cli.verify import verify

COMMANDS = (
    read,
    show,
    ask,
    dossier,
    search,
    serve,
    trace,
    claim,
    retract,
    expect,
    review,
    claims,
    article,
    inspect,
    issues,
    verify,
    export,
    codebook,
    names,
    evaluation,
)

GROUPS: dict[str, tuple[str, tuple[Command, ...]]] = {
    "corpus": (
        "Read millions of articles into Parquet, and load what matters into a ledger.",
        corpus.COMMANDS,
    ),
    "ledger": ("Look after a ledger: how much is in it, copies, backups, who may do what.", ledger.COMMANDS),
    "team": ("Who may sign in at a desk that several share, and what they did there.", team.COMMANDS),
}
"""Commands of two words: the first word, what it is about, and those that follow it."""

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


def _add(to: typer.Typer, commands: Iterable[Command]) -> None:
    for command in commands:
        to.command(command.__name__, epilog=examples(*command.examples))(guarded(command))


_add(app, COMMANDS)
for name, (told, members) in GROUPS.items():
    group = typer.Typer(help=told, rich_markup_mode=None, no_args_is_help=True)
    _add(group, members)
    app.add_typer(group, name=name)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"detente {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Say which version this is."
    ),
) -> None:
    return None
