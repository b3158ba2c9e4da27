"""``docs/api.md`` out of the routes: ``python -m detente.views.api.document``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

HEAD = """# The API

Written by `make docs` from the routes; change the words there. `detente serve` prints the address; the
whole description, with the shape of every record, is at `/openapi.json` (OpenAPI 3.1).

- **Both clocks everywhere**: `as_of` is what held on a day, `known_by` only what could be known by then.
- **Formats**: lists come as `application/json`, `text/csv` or `application/x-ndjson`, as `Accept` asks.
- **Pages**: `limit` and `cursor`; the header `Detente-Next` (and `Link`) has the next cursor,
  `Detente-Total` the number in all. A cursor holds for one state of the ledger; when it has grown, the
  answer is 410: begin again.
- **ETags**: send `If-None-Match` and what did not change is not sent again.
- **Problems** are `application/problem+json`: what was expected, what was found, what to do.

```python
import detente

with detente.connect("http://127.0.0.1:8740") as desk:
    desk.read(["report.txt"])                      # sent once, however often
    deals = desk.state(known_by="2026-03-15").deals
    answer = desk.ask("released", country="Burundi")
```
"""


def page(document: dict[str, Any]) -> Iterator[str]:
    """The page, part by part."""
    yield HEAD
    group = None
    for path, method, route in _routes(document):
        tag = route["tags"][0]
        if tag != group:
            group = tag
            yield f"\n## {tag.capitalize()}\n"
        yield f"\n### {method.upper()} {path}\n\n{route['summary']}\n"
        yield from _parameters(route)
        yield from _answers(route)


def _routes(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """By tag in the order in which tags come, then as they were written."""
    found = [(p, m, r) for p, methods in document["paths"].items() for m, r in methods.items()]
    tags = list(dict.fromkeys(route["tags"][0] for _, _, route in found))
    yield from sorted(found, key=lambda one: tags.index(one[2]["tags"][0]))


def _parameters(route: dict[str, Any]) -> Iterator[str]:
    told = [p for p in route.get("parameters", ()) if p["in"] != "header"]
    if told:
        yield "\n" + "".join(
            f"- `{p['name']}`{f': {d}' if (d := p.get('description')) else ''}"
            f"{' (in the path)' if p['in'] == 'path' else ''}\n"
            for p in told
        )


def _answers(route: dict[str, Any]) -> Iterator[str]:
    good = {c: r for c, r in route["responses"].items() if c.startswith("2")}
    for code, answer in good.items():
        kinds = ", ".join(f"`{kind}`" for kind in answer.get("content", {}))
        yield f"\nAnswers {code} with {_what(answer)} as {kinds}"
    others = ", ".join(code for code in route["responses"] if code not in good)
    yield f"; else {others}.\n" if others else ".\n"


def _what(answer: dict[str, Any]) -> str:
    contents: list[dict[str, Any]] = list(answer.get("content", {}).values())
    schema = contents[0].get("schema", {}) if contents else {}
    name = str(schema.get("$ref", "") or schema.get("items", {}).get("$ref", "")).rpartition("/")[2]
    if not name:
        return (
            "a list"
            if schema.get("type") == "array"
            else "text"
            if schema.get("type") == "string"
            else "an object"
        )
    return f"a list of {name}" if schema.get("type") == "array" else f"{name}"


def written() -> str:
    """The page as it should be."""
    from detente.settings import load_settings
    from detente.views.api.application import described
    from detente.views.serving import Desk

    return "".join(page(described(Desk(None, load_settings())).openapi()))


if __name__ == "__main__":
    sys.stdout.write(written())
