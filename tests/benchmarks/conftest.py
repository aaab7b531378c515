"""Gathers what the benchmarks measured; their section of `RESULTS.md` is written at the end of `make bench`.

Who measures only some of them sees the figures, and the section stays: it is of one run on an idle machine.
"""

import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.benchmarks.machine import machine, spread
from tests.benchmarks.results import write_section
from tests.benchmarks.yardsticks import THERE, Floor, measured


class Results:
    """Figures measured in this run, each with its goal; those with a floor fail the benchmark when they miss it."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str]] = []

    def note(self, what: str, value: str, goal: str) -> None:
        """A figure that is told, not judged."""
        self.rows.append((what, value, goal))
        print(f"\n{what}: {value} (goal: {goal})")

    def judge(self, what: str, values: Sequence[float], floor: Floor) -> None:
        """The median of `values` must not be above `floor`."""
        found = statistics.median(values)
        self.note(what, spread(values), f"at most {floor.goal:g}; here {floor.limit:.3g}")
        assert found <= floor.limit, f"{what}: {found:.3g}, allowed here {floor.limit:.3g}"


def are_all(config: pytest.Config) -> bool:
    """Whether all benchmarks are asked for, and not some by name or by path."""
    asked = [Path(path).resolve() for path in config.args]
    return asked == [Path(__file__).parent] and not config.option.keyword


@pytest.fixture(scope="session")
def results(pytestconfig: pytest.Config) -> Iterator[Results]:
    gathered = Results()
    yield gathered
    if not are_all(pytestconfig):
        return
    lines = ["| what | measured: median (range) | goal |", "| --- | --- | --- |"]
    lines += [f"| {what} | {value} | {goal} |" for what, value, goal in gathered.rows]
    taken = [f"{name} {ms:.3g} ms ({THERE[name]:g} where goals were set)" for name, ms in measured().items()]
    about = (
        "Written by `make bench`; offscreen, nothing else asked of the machine. A floor is a multiple of yardsticks "
        f"taken in the same run: {', '.join(taken)}. *Here* is what that allows on this machine.\n\n"
    )
    write_section("Benchmarks", f"{about}Machine: {machine()}.\n\n" + "\n".join(lines))
