"""Misuse raises; bad data does not.

The tree of exceptions::

    DetenteError
    ├── InputError        a path or address cannot be read at all
    ├── LedgerError       the ledger cannot be opened, written or trusted
    │   ├── LedgerVersionError   written by a newer version
    │   ├── LedgerBusyError      another process holds the write lock
    │   └── LedgerBrokenError    the hash chain does not hold
    ├── UnknownNameError  no such reader, source, exporter, type, record
    ├── CodebookError     the codebook's data contradict themselves
    └── SettingsError     detente.toml says something impossible

A message says what was expected, what was found, and what to do. Faults of the *data* (an
empty file, a text without a date) are :class:`detente.records.Issue` values, kept and shown.
"""


class DetenteError(Exception):
    """Whatever Detente raises on purpose is one of these."""


class InputError(DetenteError):
    """A path, address or stream cannot be read at all."""


class LedgerError(DetenteError):
    """The ledger cannot be opened, written or trusted."""


class LedgerVersionError(LedgerError):
    """The ledger was written by a newer version of Detente."""


class LedgerBusyError(LedgerError):
    """Another process holds the write lock for longer than we wait."""


class LedgerBrokenError(LedgerError):
    """The hash chain does not hold: an entry was changed, removed or put in."""


class UnknownNameError(DetenteError):
    """A name that no table holds: a reader, a source, an exporter, a type, a record id."""


class CodebookError(DetenteError):
    """The codebook's own data contradict themselves."""


class SettingsError(DetenteError):
    """The settings file says something impossible."""
