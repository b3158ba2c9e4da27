"""``detente serve``: the desk: pages and API over a ledger, for one person or for a team."""

from __future__ import annotations

import contextlib
import gc
import ipaddress
import socket
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.errors import InputError
from detente.views.cli.guard import shows
from detente.views.cli.options import Ledger, PathsInstead
from detente.views.cli.room import settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from detente.settings import Settings
    from detente.views.serving import Desk

HOST = "127.0.0.1"
TURN = 0.0002
"""Seconds after which a settle gives way to who waits for a page; Python's own is 25 times that."""
Port = Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="0: one that is free.")]
Host = Annotated[
    str, typer.Option("--host", metavar="ADDRESS", help="Another address of this machine; needs --team.")
]
Name = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="HOST", help="A name under which it is called.", show_default=False),
]
Pem = Annotated[str | None, typer.Option(metavar="FILE", help="For TLS, as PEM.", show_default=False)]

RUBBISH = (20_000, 20, 100)
"""How seldom memory is looked through: a look at all of it keeps every page waiting."""


@shows(
    "detente serve --ledger news.detente              then open the address that it prints",
    "detente serve examples/*.txt --port 8080         no ledger needed: what is read is forgotten at the end",
    "detente serve --ledger news.detente --team       with the accounts of `detente team`",
    "detente serve --ledger news.detente --team --host 0.0.0.0 --name desk.example --cert c.pem --key k.pem",
)
def serve(
    paths: PathsInstead = None,
    ledger: Ledger = None,
    port: Port = 8740,
    team: Annotated[bool, typer.Option("--team", help="Ask everybody to sign in.")] = False,
    host: Host = HOST,
    name: Name = None,
    cert: Pem = None,
    key: Pem = None,
) -> None:
    """Open the ledger in a browser: pages, and the API, on this machine alone.

    Nothing leaves the machine and nobody else can reach it. Ctrl-C ends it. With --team everybody signs in,
    sees what their role may see, and another address may be given, with a certificate.
    """
    chosen = settings()
    kept = None if paths else (ledger or chosen.ledger or None)
    _checked(paths, kept, team=team, host=host, named=bool(name), tls=bool(cert and key))
    with contextlib.closing(bound(host, port)) as listener:
        if team:
            made = _team(kept or "", chosen, name or [], tls=bool(cert))
        else:
            made = _alone(kept, chosen, tuple(paths or ()), name)
        listener.listen(128)  # who opens the address at once waits, and is not turned away
        scheme = "https" if cert else "http"
        typer.echo(f"detente: {scheme}://{host}:{listener.getsockname()[1]}/  (Ctrl-C ends it)", err=True)
        run(made, listener, ssl_certfile=cert, ssl_keyfile=key)


def _checked(
    paths: list[str] | None, ledger: str | None, *, team: bool, host: str, named: bool, tls: bool
) -> None:
    """Refuse what would be open to others unasked.

    Raises:
        InputError: nothing to serve, or others could reach it without signing in, or unencrypted.
    """
    if not paths and ledger is None:
        raise InputError(
            "expected a ledger (--ledger FILE) or paths to read; found neither; give one of them"
        )
    if team and ledger is None:
        raise InputError("--team: expected a ledger; found paths; read them into one first")
    if _is_loopback(host):
        return
    if not team:
        raise InputError(f"--host {host}: others could reach it and nobody would sign in; add --team")
    if not tls:
        raise InputError(
            f"--host {host}: passwords would cross the network for all to read; add --cert and --key, "
            "or leave it on this machine behind a server that speaks TLS, and give its --name"
        )
    if not named:
        raise InputError(f"--host {host}: expected the --name by which others call it; found none; give it")


def _is_loopback(host: str) -> bool:
    """
    >>> _is_loopback("127.0.0.1"), _is_loopback("::1"), _is_loopback("0.0.0.0"), _is_loopback("desk")
    (True, True, False, False)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _alone(ledger: str | None, chosen: Settings, paths: tuple[str, ...], names: list[str] | None) -> ASGIApp:
    from detente.views.application import LOOPBACK, application
    from detente.views.serving import Desk

    if names:
        raise InputError("--name: expected --team with it; found one person's desk; leave it out")
    desk = Desk(ledger, chosen, paths=paths)
    desk.view()  # a ledger that cannot be used is told before anybody is asked in
    return application(desk, hosts=LOOPBACK)


def _team(ledger: str, chosen: Settings, names: list[str], *, tls: bool) -> ASGIApp:
    from detente.views.application import LOOPBACK, application
    from detente.views.cli.team import accounts_of
    from detente.views.serving import Team
    from detente.views.serving.rules import CLEARANCE

    accounts = accounts_of(ledger)
    if not accounts.names():
        raise InputError(
            "--team: expected an account; found none; `detente team add NAME --role admin` makes one"
        )
    desks = {level: _desk(ledger, chosen, level) for level in sorted(set(CLEARANCE.values()))}
    hosts = (*LOOPBACK, *(name.lower() for name in names))
    return application(desks["sealed"], hosts=hosts, team=Team(desks, accounts), secure=tls or bool(names))


def _desk(ledger: str, chosen: Settings, level: str) -> Desk:
    from detente.views.serving import Desk

    desk = Desk(ledger, chosen, clearance=level)
    desk.view()
    return desk


def bound(host: str, port: int) -> socket.socket:
    """A socket on this address.

    Raises:
        InputError: the port is taken, or the address is none of this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or asyncio lets small answers wait for the acknowledgement of what was sent before: 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise InputError(
            f"--port: expected a free port; found {port} taken ({error.strerror}); give another, or 0"
        ) from error
    return listener


def run(app: ASGIApp, listener: socket.socket, **tls: Any) -> None:
    """Serve until Ctrl-C."""
    import uvicorn

    sys.setswitchinterval(TURN)
    gc.freeze()  # what was settled stays, and is not looked through for rubbish while pages wait
    gc.set_threshold(*RUBBISH)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="on",
        proxy_headers=False,
        **tls,
    )
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])
