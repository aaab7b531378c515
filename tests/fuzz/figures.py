"""What was measured while many files were tried."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.fuzz.made import file_number
from tests.fuzz.workers import Tried

FAILURES: Final = Path("build/fuzz")


class Figures:
    """Counts, and the worst of every kind."""

    def __init__(self, seed: int | None) -> None:
        self.seed = seed
        self.files = 0
        self.outcomes: Counter[str] = Counter()
        self.failures: list[Tried] = []
        self._slowest: Tried | None = None
        self._largest: Tried | None = None

    def add(self, tried: Tried) -> None:
        """Count one more."""
        self.files += 1
        self.outcomes[tried.verdict.outcome] += 1
        if tried.verdict.outcome == "failed":
            self.failures.append(tried)
        self._slowest = max(self._slowest or tried, tried, key=lambda one: one.verdict.seconds)
        self._largest = max(self._largest or tried, tried, key=lambda one: one.memory)

    def rows(self) -> list[tuple[str, str]]:
        """Every figure with its name."""
        slowest, largest = self._slowest, self._largest
        assert slowest is not None
        assert largest is not None
        loads = self.outcomes["loaded"] + self.outcomes["stopped"] + self.outcomes["endless"]
        return [
            ("files", f"{self.files:,}"),
            ("refused, every problem in a line", f"{self.outcomes['refused']:,}"),
            ("loaded, saved and loaded again, equal", f"{loads:,}"),
            ("of these, boards that must stop, or move cards without end", f"{loads - self.outcomes['loaded']:,}"),
            (
                "slowest step, ms of the processor",
                f"{1000 * slowest.verdict.seconds:.0f} ({slowest.verdict.step}, a file of {slowest.length:,} bytes)",
            ),
            ("most memory for one file, MiB", f"{largest.memory / 2**20:.1f} (a file of {largest.length:,} bytes)"),
            ("failures", f"{len(self.failures):,}"),
        ]

    def text(self) -> str:
        """The figures, a line each."""
        return "\n".join(f"{what}: {measured}" for what, measured in self.rows())

    def note(self) -> None:
        """Write them among the figures of the benchmarks."""
        from tests.benchmarks.machine import machine
        from tests.benchmarks.results import write_section

        table = ["| what | measured |", "| --- | --- |", *(f"| {what} | {it} |" for what, it in self.rows())]
        about = "Written by `make fuzz`: files broken or made up at random; a step may take 1 s, a file 200 MiB.\n\n"
        write_section("Broken files", f"{about}Seed {self.seed}. Machine: {machine()}.\n\n" + "\n".join(table))

    def keep(self, tried: Tried, corpus: Sequence[bytes]) -> Path:
        """Write a file that failed, and why beside it, where they can be looked at; the file's path."""
        assert self.seed is not None
        FAILURES.mkdir(parents=True, exist_ok=True)
        path = FAILURES / f"{self.seed}-{tried.index}.flowsim"
        path.write_bytes(file_number(tried.index, self.seed, corpus))
        path.with_suffix(".txt").write_text(tried.verdict.reason, encoding="utf-8")
        return path
