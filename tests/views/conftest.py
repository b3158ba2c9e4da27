"""One ledger of the examples for all tests that only read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.views.desks import desk_over, examples_ledger


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger with the three example reports."""
    return examples_ledger(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="session")
def desk(ledger: str) -> Iterator[TestClient]:
    """A client of a desk over it; nobody writes to it."""
    with desk_over(ledger) as client:
        yield client


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    """A client of a desk over a ledger of one's own, with nothing in it."""
    from detente.workspace import open_workspace

    path = str(tmp_path / "own.detente")
    open_workspace(path).close()
    with desk_over(path) as client:
        yield client
