"""An experiment on a real Dask scheduler with two worker processes on this machine."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from flowsim.experiments.executors import Cluster, OneProcess
from flowsim.experiments.experiment import Experiment
from flowsim.experiments.replication import RunResult
from tests.cli.program import ENVIRONMENT, flowsim
from tests.experiments.plans import SWEEP, plan, write_plan

pytest.importorskip("distributed", reason="the extra flowsim[cluster] is not installed here")
PATIENCE = 60.0


def until_it_is_there(path: Path, process: "subprocess.Popen[bytes]") -> None:
    give_up = time.monotonic() + PATIENCE
    while not path.exists() or not path.read_text(encoding="utf-8").strip():
        assert process.poll() is None
        assert time.monotonic() < give_up
        time.sleep(0.05)


@contextmanager
def started(module: str, *arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", f"distributed.cli.{module}", *arguments]
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


class TwoWorkers:
    """A scheduler at `address`, and the processes of its workers."""

    def __init__(self, address: str, workers: list["subprocess.Popen[bytes]"]) -> None:
        self.address = address
        self.workers = workers


@pytest.fixture
def two_workers(tmp_path: Path) -> Iterator[TwoWorkers]:
    file = tmp_path / "scheduler.json"
    with ExitStack() as stack:
        scheduler = stack.enter_context(
            started("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file),
                    "--no-dashboard")
        )  # fmt: skip
        until_it_is_there(file, scheduler)
        address = json.loads(file.read_text(encoding="utf-8"))["address"]
        workers = [
            stack.enter_context(
                started("dask_worker", address, "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny",
                        "--no-dashboard", "--local-directory", str(tmp_path / name))
            )
            for name in ("one", "two")
        ]  # fmt: skip
        yield TwoWorkers(address, workers)


def seen(results: list[RunResult]) -> list[tuple[int, int, tuple[float, ...]]]:
    return [(each.job.cell, each.job.replication, each.figures) for each in results]


def test_a_killed_worker_loses_nothing_and_doubles_nothing(two_workers: TwoWorkers) -> None:
    asked = plan(**SWEEP, replications=120, horizon=200)
    expected = seen(list(Experiment(asked, OneProcess()).play()))
    cluster = Cluster(two_workers.address)
    try:
        cluster._client.wait_for_workers(2, timeout=PATIENCE)
        assert cluster.workers == 2
        came: list[RunResult] = []
        for result in Experiment(asked, cluster).play():
            came.append(result)
            if len(came) == 100:
                two_workers.workers[0].send_signal(signal.SIGKILL)
        assert two_workers.workers[0].wait(PATIENCE) == -signal.SIGKILL
    finally:
        cluster.leave()
    assert seen(came) == expected


def test_the_command_line_plays_there_with_the_same_bytes(two_workers: TwoWorkers, tmp_path: Path) -> None:
    write_plan(tmp_path, **SWEEP)
    there = flowsim(tmp_path, "experiment", "plan.json", "--out", "there", "--cluster", two_workers.address)
    assert there.returncode == 0, there.stderr
    assert flowsim(tmp_path, "experiment", "plan.json", "--out", "here", "--workers", "1").returncode == 0
    assert (tmp_path / "there" / "runs.csv").read_bytes() == (tmp_path / "here" / "runs.csv").read_bytes()


def test_where_no_scheduler_answers_it_is_said_in_one_line(tmp_path: Path) -> None:
    write_plan(tmp_path, **SWEEP)
    done = flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--cluster", "tcp://127.0.0.1:9")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "no Dask scheduler answers there" in done.stderr
