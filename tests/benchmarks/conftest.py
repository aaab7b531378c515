"""Gathers what the benchmarks measured; `RESULTS.md` is written from it at the end of `make bench`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.machine import machine

RESULTS = Path(__file__).with_name("RESULTS.md")


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
    text = (
        "# Figures\n\nWritten by `make bench`; offscreen, nothing else asked of the machine.\n\n"
        f"Machine: {machine()}.\n\n" + "\n".join(lines) + "\n"
    )
    RESULTS.write_text(text, encoding="utf-8")
