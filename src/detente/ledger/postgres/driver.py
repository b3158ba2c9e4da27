"""What Core has no words for: COPY, and the server's errors in words that say what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from detente.errors import LedgerBusyError, LedgerError

try:
    import psycopg
    import sqlalchemy as sa
    from sqlalchemy.engine.interfaces import IsolationLevel as Level
except ImportError as error:
    raise LedgerError(
        f"expected the packages of a shared ledger; found none ({error.name}); install detente[postgres]"
    ) from error

__all__ = ["ANEW", "Level", "copy_in", "driver_of", "faults", "sa", "state_of", "translated"]

faults = (sa.exc.DBAPIError, psycopg.Error)
"""What goes wrong between us and the server."""

_ADVICE = {
    "53100": "the server's disk is full; nothing of this append was kept; make room and try again",
    "42501": "this login may not do that; the ledger's owner gives it a role (`detente ledger roles`)",
    "28P01": "the password is not the login's",
    "28000": "the server does not let this login in",
    "3D000": "there is no such database; its owner makes it with `createdb`",
    "25006": "the server takes no writes (it is a copy); name the one that does",
    "57P01": "the server is shutting down; nothing of this append was kept; try again",
}
_GONE = (
    "the server cannot be reached, or went away; nothing half-done was kept; see that it runs, then try again"
)
ANEW = ("23505", "40001", "40P01")
"""After these an append is begun anew: unique violation, serialization failure, deadlock."""


def driver_of(connection: sa.Connection) -> psycopg.Connection[Any]:
    """The driver's own connection: for COPY and LISTEN, which Core has not."""
    found = connection.connection.driver_connection
    assert isinstance(found, psycopg.Connection)
    return found


def copy_in(
    connection: sa.Connection, table: str, columns: tuple[str, ...], rows: Iterable[Sequence[object]]
) -> None:
    """Add these rows to a table by COPY, the quickest way in; triggers hold as for an INSERT."""
    command = f"COPY detente.{table} ({', '.join(columns)}) FROM STDIN"
    with driver_of(connection).cursor() as cursor, cursor.copy(command.encode()) as copy:
        for row in rows:
            copy.write_row(row)


def _cause(error: sa.exc.DBAPIError | psycopg.Error) -> psycopg.Error | BaseException | None:
    """What the driver said: Core wraps it, COPY does not."""
    return error.orig if isinstance(error, sa.exc.DBAPIError) else error


def state_of(error: sa.exc.DBAPIError | psycopg.Error) -> str:
    """The five letters by which PostgreSQL names what went wrong."""
    return str(getattr(_cause(error), "sqlstate", None) or "")


@contextmanager
def translated(name: str, timeout: float) -> Iterator[None]:
    """The driver's errors as ours, with what to do and without the address."""
    try:
        yield
    except faults as error:
        state = state_of(error)
        if state == "55P03":
            raise LedgerBusyError(
                f"{name}: expected the write lock within {timeout:g} s; another desk holds it; "
                "wait until it is done, then try again"
            ) from None
        told = getattr(getattr(_cause(error), "diag", None), "message_primary", None)
        advice = _ADVICE.get(state) or told or _GONE
        raise LedgerError(f"{name}: {advice}" + (f" ({told})" if told and told != advice else "")) from None
