"""What tests of several folders share."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.ledger.server import Server, programs, running

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # So it is of what a shell starts in the background, and of all that it starts: none would hear Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Speed is a benchmark, never a timed test; a failing example is the same one wherever the tests run.
settings.register_profile(
    "detente", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("detente")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server of our own; where there is none, what needs it is left out and says so."""
    where = programs()
    if where is None:
        pytest.skip("expected a PostgreSQL server; found none: `make test-postgres` installs it")
    with running(where) as server:
        yield server
