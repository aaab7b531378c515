"""The program as people start it: a process of its own, in a folder of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import flowsim as flowsim_package

Raw = dict[str, Any]

SMALL: Raw = {
    "format": "flowsim",
    "version": 1,
    "name": "Two steps",
    "horizon": None,
    "columns": [
        {"id": "dev", "name": "Development", "workers": 2, "wip_limit": 3},
        {"id": "test", "name": "Test", "service": {"kind": "constant", "value": 2}},
    ],
    "cards": [{"arrives": 0.1, "service": {"dev": 0.2, "test": 2}}, {"arrives": 0.5, "service": {"test": 1}}],
}
"""Two listed cards: nothing is random, and the run ends by itself."""

RANDOM: Raw = {
    **{key: SMALL[key] for key in ("format", "version", "columns")},
    "name": "By chance",
    "horizon": 40,
    "arrivals": {"kind": "poisson", "rate": 0.4},
}


ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(flowsim_package.__file__).parents[1])}
"""What a process needs to start the very flowsim that is tested here."""


def write(folder: Path, raw: Raw, name: str = "board.flowsim") -> str:
    """Write a scenario into `folder`; the file's name, as typed there."""
    (folder / name).write_text(json.dumps(raw), encoding="utf-8")
    return name


def flowsim(folder: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """What `flowsim ARGUMENTS` does in `folder`."""
    return subprocess.run(
        [sys.executable, "-m", "flowsim", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**ENVIRONMENT, **environment},
    )
