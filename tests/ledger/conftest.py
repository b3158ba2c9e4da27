"""Every store of the ledger goes through the same tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.ledger import Journal, open_journal
from tests.fakes import MemoryJournal
from tests.ledger.samples import ticking


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journal]:
    """An empty journal of each kind, whose clock moves on by a second an append."""
    if request.param == "memory":
        opened: Journal = MemoryJournal(ticking())
    elif request.param == "sqlite":
        opened = open_journal(tmp_path / "l", now=ticking())
    else:
        opened = open_journal(request.getfixturevalue("server").fresh(), now=ticking())
    with opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a ledger may be made."""
    return tmp_path / "news.detente"
