"""Desks for tests: over a ledger of the examples, in this process or at an address."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from detente.settings import Settings, load_settings
from detente.views.application import application
from detente.views.serving import Desk
from detente.workspace import open_workspace

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = sorted(str(path) for path in (ROOT / "examples").glob("*.txt"))
BASE = "http://127.0.0.1:8740"


def examples_ledger(folder: Path) -> str:
    """A ledger that holds the three example reports."""
    path = str(folder / "news.detente")
    with open_workspace(path) as workspace:
        workspace.read(EXAMPLES)
    return path


@contextmanager
def desk_over(ledger: str | None, *, settings: Settings | None = None) -> Iterator[TestClient]:
    """A client of a desk in this process."""
    desk = Desk(ledger, settings or load_settings())
    with TestClient(application(desk), base_url=BASE) as client:
        yield client
