"""The machine a figure was measured on, and how figures are told."""

import platform
import statistics
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import PySide6


def machine() -> str:
    """Processor, cores and versions, in a line."""
    cpu = "unknown processor"
    listed = Path("/proc/cpuinfo")
    if listed.exists():
        names = [
            line.split(":", 1)[1].strip() for line in listed.read_text().splitlines() if line.startswith("model name")
        ]
        cpu = f"{names[0]}, {len(names)} cores" if names else cpu
    return f"{cpu}; Python {platform.python_version()}, PySide6 {PySide6.__version__}, numpy {np.__version__}"


def spread(values: Sequence[float]) -> str:
    """Median and range."""
    return f"{statistics.median(values):.3g} ({min(values):.3g} to {max(values):.3g}, n = {len(values)})"
