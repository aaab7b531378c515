"""`python -m tests.fuzz --files 100000 --seed 1 --processes 2`: does any broken file do more than be refused?

`python -m tests.fuzz FILE…` tries these files alone. Exit code 1 where something failed.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.fuzz.corpus import sound_files
from tests.fuzz.figures import FAILURES, Figures
from tests.fuzz.verdict import Judge
from tests.fuzz.workers import judged, tried


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("paths", nargs="*", type=Path, metavar="FILE", help="try these files alone, in this process")
    parser.add_argument("--files", type=int, default=100_000, help="how many files are made (100,000)")
    parser.add_argument("--seed", type=int, default=1, help="other seeds make other files")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--note", action="store_true", help="write the figures to tests/benchmarks/RESULTS.md")
    options = parser.parse_args(arguments)
    figures = _these(options.paths) if options.paths else _made(options.files, options.seed, options.processes)
    print(figures.text())
    if options.note:
        figures.note()
    return 1 if figures.failures else 0


def _these(paths: list[Path]) -> Figures:
    figures = Figures(seed=None)
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(Path(folder))
        for index, path in enumerate(paths):
            answer = judged(judge, index, path.read_bytes())
            print(f"{path}: {answer.verdict.outcome} {answer.verdict.reason}".rstrip())
            figures.add(answer)
    return figures


def _made(files: int, seed: int, processes: int) -> Figures:
    corpus = sound_files(seed)
    figures = Figures(seed)
    for answer in tried(files, seed, corpus, processes):
        figures.add(answer)
        if answer.verdict.outcome == "failed":
            kept = figures.keep(answer, corpus)
            print(f"{kept}: {answer.verdict.reason.strip().splitlines()[-1][:200]}", flush=True)
        if figures.files % 5_000 == 0:
            print(f"{figures.files:,} files, {len(figures.failures)} failures", flush=True)
    if figures.failures:
        print(f"the files that failed are in {FAILURES}")
    return figures


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
