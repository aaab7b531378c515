"""Running the tools of the build. One that fails has said why, and stops it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import product


def run(*command: str | Path, cwd: Path = product.ROOT) -> None:
    """Run a tool; what it says goes to the terminal.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    subprocess.run(command, cwd=cwd, stdin=subprocess.DEVNULL, check=True)


def output(*command: str | Path, cwd: Path = product.ROOT) -> str:
    """Run a tool; return what it says.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    told = subprocess.run(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, check=True)
    return told.stdout.strip()


def linker_fields(library: str | Path, *names: str) -> list[str]:
    """What a Linux library tells the linker under these names, such as NEEDED or RUNPATH."""
    lines = [line.split() for line in output("objdump", "-p", library).splitlines()]
    return [line[1] for line in lines if len(line) > 1 and line[0] in names]
