"""Gathers what the benchmarks measured; their section of `RESULTS.md` is written at the end of `make bench`."""

from collections.abc import Iterator

import pytest

from tests.benchmarks.machine import machine
from tests.benchmarks.results import write_section


class Results:
    """Figures measured in this run, each with its goal."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str]] = []

    def note(self, what: str, measured: str, goal: str) -> None:
        self.rows.append((what, measured, goal))
        print(f"\n{what}: {measured} (goal: {goal})")


@pytest.fixture(scope="session")
def results() -> Iterator[Results]:
    gathered = Results()
    yield gathered
    lines = ["| what | measured: median (range) | goal |", "| --- | --- | --- |"]
    lines += [f"| {what} | {measured} | {goal} |" for what, measured, goal in gathered.rows]
    about = "Written by `make bench`; offscreen, nothing else asked of the machine.\n\n"
    write_section("Benchmarks", f"{about}Machine: {machine()}.\n\n" + "\n".join(lines))
