"""Small plans for tests, as values of a file."""

import json
from pathlib import Path
from typing import Any

from flowsim.experiments.plan import Plan
from flowsim.experiments.plan_file import plan_of
from flowsim.storage import load_scenario
from flowsim.storage.resources import GalleryEntry, exercises

Raw = dict[str, Any]

THREE_COLUMNS: Raw = {
    "format": "flowsim", "version": 1, "name": "Three columns", "horizon": 60.0,
    "arrivals": {"kind": "poisson", "rate": 0.5},
    "columns": [{"id": name, "service": {"kind": "exponential", "mean": 1.0}} for name in "abc"],
}  # fmt: skip


def raw_plan(**changes: Any) -> Raw:
    return {
        "format": "flowsim-experiment", "version": 1, "scenario": THREE_COLUMNS, "replications": 6, "warm_up": 0,
        "seed": 5, **changes,
    }  # fmt: skip


def plan(**changes: Any) -> Plan:
    return plan_of(raw_plan(**changes), Path())


def write_plan(folder: Path, name: str = "plan.json", **changes: Any) -> Path:
    path = folder / name
    path.write_text(json.dumps(raw_plan(**changes)), encoding="utf-8")
    return path


SWEEP: Raw = {"vary": [{"path": "columns.b.wip_limit", "values": [1, 2, None]}]}
COMPARE: Raw = {
    "compare": [{"name": "today", "set": {}}, {"name": "two in b", "set": {"columns.b.workers": 2}}],
    "figures": ["lead_time.mean", "cycle_time.mean", "throughput"],
}


def by_themselves() -> list[GalleryEntry]:
    """The exercises whose cards move without anybody's hand: those of the others never finish alone."""
    return [its for its in exercises() if load_scenario(its.path).rules.auto_pull]
