"""What a worker of a Dask scheduler is told before it gets our jobs."""

from __future__ import annotations

from distributed import Worker, WorkerPlugin


class Unsampled(WorkerPlugin):
    """No samples of a worker's stack are taken.

    Dask takes one every 10 ms for its own page of figures. Reading is deep Python: they cost a tenth of it.
    """

    name = "detente-unsampled"
    idempotent = True

    def setup(self, worker: Worker) -> None:
        """Stop the sampling of one worker, be it here already or still to come."""
        for told in ("profile", "profile-cycle"):
            sampling = worker.periodic_callbacks.get(told)
            if sampling is not None:
                sampling.stop()
