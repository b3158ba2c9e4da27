"""API and pages as one application, in its shield. What a server runs and what tests drive."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.telemetry import TelemetryConfig
from starlette.types import ASGIApp

from detente.views.api import application as api
from detente.views.serving import Desk, Jobs
from detente.views.serving.metrics import Metrics
from detente.views.serving.shield import Shield
from detente.views.web import pages

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""The names of this machine: without accounts, nobody else is served."""


SILENT: TelemetryConfig = {"auto_configure": False, "tracing": False, "metrics": False, "logs": False}
"""Nothing leaves this machine, whatever its environment says of collectors."""


def application(desk: Desk, *, hosts: Sequence[str] = LOOPBACK) -> ASGIApp:
    """The whole desk: an ASGI application.

    Args:
        desk: who answers; it is closed when the application ends.
        hosts: names under which it may be called.
    """
    metrics, jobs = Metrics(), Jobs(desk)
    app = inside(desk, jobs, metrics)
    return Shield(app, limit=desk.settings.limit, hosts=hosts, metrics=metrics, clock=time.perf_counter)


def inside(desk: Desk, jobs: Jobs, metrics: Metrics) -> FastAPI:
    """The routes, without the shield."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()

    app = FastAPI(
        title="Detente", description=api.ABOUT, lifespan=lifespan,
        telemetry=SILENT, docs_url=None, redoc_url=None, redirect_slashes=False,
    )  # fmt: skip
    api.add_to(app, desk, jobs, metrics)
    pages.add_to(app, desk)
    return app
