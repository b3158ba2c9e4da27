"""``detente serve``: the desk: pages and API over a ledger, on this machine alone."""

from __future__ import annotations

import contextlib
import socket
from typing import TYPE_CHECKING, Annotated

import typer

from detente.errors import InputError
from detente.views.cli.guard import shows
from detente.views.cli.options import Ledger, PathsInstead
from detente.views.cli.room import settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp

HOST = "127.0.0.1"
Port = Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="0: one that is free.")]


@shows(
    "detente serve --ledger news.detente              then open the address that it prints",
    "detente serve examples/*.txt --port 8080         no ledger needed: what is read is forgotten at the end",
)
def serve(paths: PathsInstead = None, ledger: Ledger = None, port: Port = 8740) -> None:
    """Open the ledger in a browser: pages, and the API, on this machine alone.

    Nothing leaves the machine and nobody else can reach it. Ctrl-C ends it.
    """
    from detente.views.application import application
    from detente.views.serving import Desk

    chosen = settings()
    kept = None if paths else (ledger or chosen.ledger or None)
    if not paths and kept is None:
        raise InputError(
            "expected a ledger (--ledger FILE) or paths to read; found neither; give one of them"
        )
    desk = Desk(kept, chosen, paths=tuple(paths or ()))
    with contextlib.closing(bound(port)) as listener:
        desk.view()  # a ledger that cannot be used is told before anybody is asked in
        typer.echo(f"detente: http://{HOST}:{listener.getsockname()[1]}/  (Ctrl-C ends it)", err=True)
        run(application(desk), listener)


def bound(port: int) -> socket.socket:
    """A socket on this machine's own address.

    Raises:
        InputError: the port is taken.
    """
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError as error:
        listener.close()
        raise InputError(
            f"--port: expected a free port; found {port} taken ({error.strerror}); give another, or 0"
        ) from error
    return listener


def run(app: ASGIApp, listener: socket.socket) -> None:
    """Serve until Ctrl-C."""
    import uvicorn

    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="on")
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])
