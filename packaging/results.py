"""Writes packaging/RESULTS.md: how large the packages are, and how quickly the stand-alone app is there."""

from __future__ import annotations

import os
import platform
import statistics
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import product

RESULTS: Final = product.PACKAGING / "RESULTS.md"
LARGEST: Final = 12

TEXT: Final = """\
# What is built, measured

By `make package ARGS=--note`, version {version}, {day}: {machine}.

| File | Size |
| --- | ---: |
{files}

The stand-alone app unpacked: **{unpacked:.1f} MiB** in {count} files. At most 200 MiB, and 60 MiB packed. The largest:

| File in the app | MiB |
| --- | ---: |
{largest}

## Seconds from the command to the first window, drawn

{starts}

The window is the first page with its exercises, on an X server of 1280 x 720 pixels without a window manager; it
counts from when its picture can be read from the server. Warm: the files are in memory. Cold: the system was told to
forget all files before ({cold}). At most 1 s warm and 3 s cold.
"""


def write(starts: dict[str, list[float]]) -> None:
    """Write the page anew, from what lies in dist/ and build/ and the measured starts."""
    app = product.BUILD / product.NAME
    sizes = product.sizes(app)
    RESULTS.write_text(
        TEXT.format(
            version=product.version(),
            day=datetime.now(UTC).date().isoformat(),
            machine=machine(),
            files="\n".join(
                f"| {file.name} | {file.stat().st_size / product.MEBIBYTE:.1f} MiB |"
                for file in sorted(product.DIST.iterdir())
            ),
            unpacked=sum(sizes.values()) / product.MEBIBYTE,
            count=len(sizes),
            largest="\n".join(
                f"| {file.relative_to(app)} | {size / product.MEBIBYTE:.1f} |"
                for file, size in list(sizes.items())[:LARGEST]
            ),
            starts="\n".join(line(kind, seconds) for kind, seconds in starts.items()),
            cold="`/proc/sys/vm/drop_caches`" if os.geteuid() == 0 else "`posix_fadvise`, file by file",
        ),
        encoding="utf-8",
    )


def line(kind: str, seconds: list[float]) -> str:
    """One kind of start: median, least and most."""
    middle = statistics.median(seconds)
    return f"- {kind}: **{middle:.2f}** ({min(seconds):.2f} to {max(seconds):.2f}, n = {len(seconds)})"


def machine() -> str:
    """What it ran on: processor, cores, Python."""
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
        names = [text.partition(":")[2].strip() for text in told.splitlines() if text.startswith("model name")]
    except OSError:
        names = []
    processor = names[0] if names else platform.machine()
    return f"{processor}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"
