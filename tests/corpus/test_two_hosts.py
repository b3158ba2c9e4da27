"""A scheduler and workers on other hosts: network namespaces of their own, with addresses of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from detente.corpus import read_corpus
from tests.corpus.samples import files
from tests.corpus.test_run import clock, same

NET = f"10.213.{os.getpid() % 250}"
NAMES = tuple(f"dt{os.getpid()}{letter}" for letter in "ab")


def ip(*words: str) -> None:
    """One change to the network."""
    subprocess.run(["ip", *words], check=True, capture_output=True)


@contextmanager
def bridge() -> Iterator[None]:
    """A wire between the namespaces and this one."""
    name = f"{NAMES[0]}w"
    ip("link", "add", name, "type", "bridge")
    try:
        ip("addr", "add", f"{NET}.1/24", "dev", name)
        ip("link", "set", name, "up")
        yield
    finally:
        ip("link", "del", name)


@contextmanager
def host(name: str, address: str) -> Iterator[None]:
    """A network namespace with this address."""
    ip("netns", "add", name)
    try:
        ip("link", "add", f"{name}o", "type", "veth", "peer", "name", f"{name}i")
        ip("link", "set", f"{name}o", "master", f"{NAMES[0]}w", "up")
        ip("link", "set", f"{name}i", "netns", name)
        inside = ("netns", "exec", name, "ip")
        ip(*inside, "addr", "add", address + "/24", "dev", f"{name}i")
        ip(*inside, "link", "set", f"{name}i", "up")
        ip(*inside, "link", "set", "lo", "up")
        yield
    finally:
        ip("netns", "del", name)


@pytest.fixture(scope="module")
def hosts() -> Iterator[dict[str, str]]:
    """Two hosts beside this one, by name; skipped where the system allows none."""
    if shutil.which("ip") is None or os.geteuid() != 0:
        pytest.skip("making a network takes root and iproute2: the engine is tested on loopback instead")
    with ExitStack() as stack:
        made = {name: f"{NET}.{n}" for n, name in enumerate(NAMES, 2)}
        try:
            stack.enter_context(bridge())
            for name, address in made.items():
                stack.enter_context(host(name, address))
        except subprocess.CalledProcessError as error:
            pytest.skip(
                f"no network namespaces here: {error.stderr!r}; the engine is tested on loopback instead"
            )
        yield made


@contextmanager
def running(name: str, module: str, *words: str) -> Iterator[None]:
    """A program of Dask's on a host."""
    call = ["ip", "netns", "exec", name, sys.executable, "-m", f"distributed.cli.{module}", *words]
    process = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


def test_workers_on_two_hosts_give_what_one_process_gives(hosts: dict[str, str], tmp_path: Path) -> None:
    """The scheduler on one, a worker on each, the driver here: the same tables."""
    from distributed import Client

    paths = files(tmp_path / "in", 8)
    read_corpus(paths, tmp_path / "whole", now=clock, workers=0)
    (first, second), (one, other) = hosts, hosts.values()
    scheduler = f"tcp://{one}:8786"
    options = ("--nworkers", "1", "--nthreads", "1", "--no-dashboard", "--local-directory", str(tmp_path))
    with ExitStack() as stack:
        stack.enter_context(
            running(first, "dask_scheduler", "--host", one, "--port", "8786", "--no-dashboard")
        )
        stack.enter_context(running(first, "dask_worker", scheduler, "--host", one, *options))
        stack.enter_context(running(second, "dask_worker", scheduler, "--host", other, *options))
        with Client(scheduler, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            workers = client.scheduler_info(n_workers=-1)["workers"].values()
            assert {worker["host"] for worker in workers} == {one, other}
        report = read_corpus(paths, tmp_path / "out", now=clock, scheduler=scheduler)
    assert (report.done, report.broken) == (8, ())
    assert same(tmp_path / "out", tmp_path / "whole")
