"""The ledger in a PostgreSQL database, for desks that share one. Loaded only when such a ledger is named.

The same words, the same chain and the same promises as in SQLite: one append is one transaction, writers
wait for each other on one advisory lock, and what two of them bring is there once. Whoever listens is told of
each append (``NOTIFY detente``). ``schema.sql`` is the database, ``roles.sql`` who may do what in it.
"""

from detente.ledger.postgres.opening import open_postgres

__all__ = ["open_postgres"]
