"""Memory a delivered card takes, in a process of its own: `python -m tests.benchmarks.memory` prints the bytes."""

import resource
from dataclasses import replace
from pathlib import Path

from flowsim.engine import Simulation
from tests.benchmarks.test_engine_speed import LINE


def resident() -> int:
    """Memory of this process that is really there; what has been asked for and not used does not count."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def main() -> float:
    """Bytes a delivered card on six columns."""
    columns = tuple(replace(LINE.columns[0], id=f"c{index}") for index in range(6))
    simulation = Simulation(replace(LINE, columns=columns))
    simulation.advance_to(100.0)
    before = resident()
    simulation.advance_to(30_000.0)
    simulation.trace.tidy()
    return (resident() - before) / simulation.finished


if __name__ == "__main__":
    print(main())
