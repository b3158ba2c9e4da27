"""How many were asked and how long they waited, in the text format of Prometheus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from threading import Lock

BOUNDS = (0.005, 0.025, 0.1, 0.25, 1.0, 5.0)
"""Seconds: the upper ends of the buckets."""


class Metrics:
    """Counts by route and status; never by address, so that no id is kept."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._buckets: Counter[float] = Counter()
        self._seconds = 0.0

    def count(self, route: str, status: int, seconds: float) -> None:
        """One more answer."""
        with self._lock:
            self._requests[route, status] += 1
            self._seconds += seconds
            for bound in BOUNDS:
                self._buckets[bound] += seconds <= bound

    def text(self) -> str:
        """All of it.

        >>> metrics = Metrics()
        >>> metrics.count("/deals", 200, 0.02)
        >>> metrics.text().splitlines()[1]
        'detente_requests_total{route="/deals",status="200"} 1'
        """
        with self._lock:
            return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield "# TYPE detente_requests_total counter"
        for (route, status), number in sorted(self._requests.items()):
            yield f'detente_requests_total{{route="{route}",status="{status}"}} {number}'
        total = self._requests.total()
        yield "# TYPE detente_request_seconds histogram"
        for bound in BOUNDS:
            yield f'detente_request_seconds_bucket{{le="{bound}"}} {self._buckets[bound]}'
        yield f'detente_request_seconds_bucket{{le="+Inf"}} {total}'
        yield f"detente_request_seconds_sum {self._seconds:.6f}"
        yield f"detente_request_seconds_count {total}"
