"""The peer of ``benchmarks/names.py``: logic-v2 of nomenklatura, in an environment of its own.

    python -m venv peer && peer/bin/pip install nomenklatura
    python benchmarks/names.py --peer peer/bin/python

In comes a JSON list of pairs of names on standard input; out go the seconds of CPU time (``seconds``: two
entities made and scored for each pair; ``prepared``: scored only) and the scores.
"""

from __future__ import annotations

import json
import sys
import time

from followthemoney import model  # type: ignore[import-not-found,unused-ignore]
from nomenklatura.matching import get_algorithm  # type: ignore[import-not-found,unused-ignore]


def person(name: str, number: int) -> object:
    """An entity of this name."""
    return model.get_proxy({"id": f"p{number}", "schema": "Person", "properties": {"name": [name]}})


def main() -> None:
    """Score the pairs and tell how long it took."""
    pairs = json.load(sys.stdin)
    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()

    def score(a: object, b: object) -> float:
        return float(algorithm.compare(a, b, config).score)

    score(person("Lena Marr", 0), person("Lena Mar", 1))  # tables are loaded by now
    began = time.process_time()
    entities = [(person(a, 2 * i), person(b, 2 * i + 1)) for i, (a, b) in enumerate(pairs)]
    made = time.process_time()
    scores = [score(a, b) for a, b in entities]
    done = time.process_time()
    json.dump({"seconds": done - began, "prepared": done - made, "scores": scores}, sys.stdout)


if __name__ == "__main__":
    main()
