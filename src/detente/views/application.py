"""API and pages as one application, in its shield. What a server runs and what tests drive."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI
from fastapi.telemetry import TelemetryConfig
from starlette.types import ASGIApp

from detente.views.api import application as api
from detente.views.serving import Alone, Desk, Gate, Jobs, Team
from detente.views.serving.metrics import Metrics
from detente.views.serving.shield import Shield
from detente.views.web import pages

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""The names of this machine: without accounts, nobody else is served."""


SILENT: TelemetryConfig = {"auto_configure": False, "tracing": False, "metrics": False, "logs": False}
"""Nothing leaves this machine, whatever its environment says of collectors."""


def application(
    desk: Desk, *, hosts: Sequence[str] = LOOPBACK, team: Team | None = None, secure: bool = False
) -> ASGIApp:
    """The whole desk: an ASGI application.

    Args:
        desk: who answers, and who takes what is written; it is closed when the application ends.
        hosts: names under which it may be called.
        team: the accounts, where there are any; None: one person, who may do everything.
        secure: cookies go over TLS alone.
    """
    metrics, jobs = Metrics(), Jobs(desk)
    app = inside(team or Alone(desk), jobs, metrics, desk, secure=secure)
    return Shield(app, limit=desk.settings.limit, hosts=hosts, metrics=metrics, clock=time.perf_counter)


def inside(gate: Gate, jobs: Jobs, metrics: Metrics, desk: Desk, *, secure: bool = False) -> FastAPI:
    """The routes behind their gate, without the shield."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        jobs.close()
        gate.close()
        desk.close()

    app = FastAPI(
        title="Detente", description=api.ABOUT, lifespan=lifespan, dependencies=[Depends(gate.admit)],
        telemetry=SILENT, docs_url=None, redoc_url=None, redirect_slashes=False,
    )  # fmt: skip
    api.add_to(app, gate, jobs, metrics)
    pages.add_to(app, gate, secure=secure)
    return app
