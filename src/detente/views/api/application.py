"""The API's routes on one application, with their description."""

from __future__ import annotations

from fastapi import FastAPI

from detente.views.api.looking import looking
from detente.views.api.problems import tell_problems
from detente.views.api.routes import reading
from detente.views.api.schema import describe
from detente.views.api.uploads import watching, writing
from detente.views.api.words import wording
from detente.views.serving import Alone, Desk, Gate, Jobs
from detente.views.serving.metrics import Metrics

ABOUT = (
    "Every record of the ledger and every question that can be put to it. Each list and record takes "
    "`as_of` (what held on a day) and `known_by` (what could be known by then)."
)


def add_to(app: FastAPI, gate: Gate, jobs: Jobs, metrics: Metrics) -> None:
    """Give an application the API."""
    tell_problems(app)
    app.include_router(reading(gate))
    app.include_router(wording(gate))
    app.include_router(writing(jobs))
    app.include_router(looking(gate, jobs))
    app.include_router(watching(gate, metrics))
    describe(app)


def described(desk: Desk) -> FastAPI:
    """An application that is the API alone."""
    app = FastAPI(title="Detente", description=ABOUT)
    add_to(app, Alone(desk), Jobs(desk), Metrics())
    return app
