"""The tables that ship with the package: written as TOML, read as what the build made of it.

``hatch_build.py`` parses every table once and puts what it holds into ``tables.bin``, under a digest of the
table's bytes. So a table that was changed since, or a package that was never built, is parsed anew: what is
read is always what the TOML says, and only sooner where the build has seen it.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any

import msgspec


def parsed(data: bytes) -> dict[str, Any]:
    """What a table holds.

    Args:
        data: the bytes of the file.

    Raises:
        ValueError: they are no TOML.

    Example:
        >>> parsed(b'name = "Dorn"')
        {'name': 'Dorn'}
    """
    made = _compiled().get(digest(data))
    if made is not None:
        found: dict[str, Any] = msgspec.msgpack.decode(made)
        return found
    import tomllib

    return tomllib.loads(data.decode())


def digest(data: bytes) -> bytes:
    """What a table is kept under: other bytes, another table."""
    return blake2b(data, digest_size=16).digest()


@cache
def _compiled() -> dict[bytes, msgspec.Raw]:
    try:
        made = files("detente").joinpath("tables.bin").read_bytes()
        return msgspec.msgpack.decode(made, type=dict[bytes, msgspec.Raw])
    except (OSError, msgspec.MsgspecError):
        return {}
