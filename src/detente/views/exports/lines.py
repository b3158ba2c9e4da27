"""One claim per line of JSON: the shape of ``detente claims --json``, entities filled in."""

from __future__ import annotations

from collections.abc import Iterator

from detente.records import State, to_json


def claims_as_jsonl(state: State) -> Iterator[str]:
    """Each claim as one line of JSON."""
    for claim in state.claims:
        yield to_json(claim).decode() + "\n"
