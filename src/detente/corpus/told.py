"""What a shard's reports tell, as rows: whole, and without claims by the keys that they meet others by."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pyarrow.parquet as pq

from detente.records import Article, Reading
from detente.resolution.agents import said_of
from detente.resolution.happenings import LINK, Telling, score
from detente.resolution.meeting import known_keys, near_keys
from detente.resolution.reports import Told, by_itself, distinct


def reports_of(path: Path) -> dict[str, Told]:
    """What each report of a shard gives to resolution; of one that stands there twice the first reading.

    Args:
        path: the shard's articles.
    """
    table = pq.read_table(path, columns=["sha256", "reading", "article"], filters=[("relevant", "=", True)])
    found: dict[str, Told] = {}
    for row in table.to_pylist():
        reading = msgspec.json.decode(row["reading"], type=Reading)
        article = msgspec.json.decode(row["article"], type=Article)
        claims = found[row["sha256"]].claims if row["sha256"] in found else distinct(reading.claims)
        found[row["sha256"]] = Told(claims, article)
    return found


def said(told: Told) -> list[tuple[str | None, str | None, bool]]:
    """Who acts for which state, as one report says (False) or presumably means (True)."""
    report, guessed = by_itself(told)
    known = said_of(report.acts_for) if report is not None else ()
    return [*((n, s, False) for n, s in known), *((n, s, True) for n, s in said_of(guessed))]


def row_of(telling: Telling) -> dict[str, Any]:
    """A telling whole, with its claims and the mark of what it is compared by."""
    return _row(telling, _slim(telling))


def marks_of(telling: Telling, buckets: int) -> Iterator[dict[str, Any]]:
    """A telling without its claims, once for each bucket of its keys, with those of that bucket.

    Keys of near days go by family and days, so that a telling is in few buckets.

    Args:
        telling: any.
        buckets: how many there are.
    """
    near, known = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    for family, days, key in near_keys(telling):
        slot = _hash((family, telling.status, days))
        near[slot % buckets].append(_hash((slot, key)))
    for other in known_keys(telling):
        number = _hash((telling.status, other))
        known[number % buckets].append(number)
    first, last = (day.toordinal() for day in telling.when) if telling.when else (None, None)
    row = _row(telling, replace(_slim(telling), claims=()))
    row |= {"undated": telling.undated, "first": first, "last": last}
    for bucket in near.keys() | known.keys():
        yield row | {"bucket": bucket, "near": near.get(bucket, []), "known": known.get(bucket, [])}


def _slim(telling: Telling) -> Telling:
    """With no more of its report than it is compared by."""
    return replace(telling, report=replace(telling.report, claims=(), people={}, acts_for={}))


def _row(telling: Telling, kept: Telling) -> dict[str, Any]:
    name = telling.claims[0].id
    mark: Hashable = telling.mark if score(telling, telling) >= LINK else name
    compared = msgspec.json.encode(mark, order="deterministic")
    return {
        "id": name, "mark": hashlib.blake2b(compared, digest_size=16).digest(),
        "telling": msgspec.json.encode(kept, order="deterministic").decode(),
    }  # fmt: skip


def _hash(key: Hashable) -> int:
    return int.from_bytes(hashlib.blake2b(repr(key).encode(), digest_size=8).digest(), "little")
