"""Detente: a sourced ledger of detentions, releases, sanctions and talks, read from the news.

>>> import detente
>>> detente.__version__
'0.1.0'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.client import Client

__version__ = "0.1.0"


def connect(url: str, *, token: str | None = None, timeout: float = 60.0) -> Client:
    """A client of the desk at this address, with the methods of the workspace.

    Args:
        url: as ``detente serve`` printed it.
        token: of an account, where the desk has accounts.
        timeout: seconds to wait for an answer.

    Raises:
        InputError: nothing answers there.
    """
    from detente import client

    return client.connect(url, token=token, timeout=timeout)
