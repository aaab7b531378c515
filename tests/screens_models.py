"""Pictures of what a team's board has: classes in rows of their own, a plan of changes, dates, people together."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from flowsim.ui.main_window.actions import Act

if TYPE_CHECKING:
    from tests.ui.visitor import Visitor

TEAM: Final = {
    "format": "flowsim", "version": 1, "name": "A team and its calendar", "time_unit": "day", "seed": 7,
    "horizon": 120,
    "calendar": {"start": "2026-01-05", "closed": ["2026-04-03/2026-04-06"]},
    "arrivals": {
        "kind": "by_period", "repeat": True,
        "periods": [{"lasts": 5, "rate": 1.2}, {"lasts": 5, "rate": 0.6}],
    },
    "backlog_limit": 12,
    "columns": [
        {"id": "dev", "name": "Development", "wip_limit": 6, "workers": 3, "workers_per_card": 2, "swarm_gain": 0.8,
         "limits_by_class": {"urgent": 1}, "service": {"kind": "gamma", "mean": 2.4, "cv": 0.7}},
        {"id": "review", "name": "Review", "wip_limit": 3, "workers": 1, "skip": {"urgent": 0.5},
         "service": {"kind": "gamma", "mean": 0.8, "cv": 0.7}},
        {"id": "test", "name": "Test", "wip_limit": 4, "workers": 2,
         "service": {"kind": "gamma", "mean": 1.5, "cv": 0.7}},
    ],
    "classes": [
        {"id": "standard", "name": "Standard", "share": 0.75, "colour": "#2F78C4"},
        {"id": "urgent", "name": "Urgent", "share": 0.1, "priority": 1, "colour": "#C2410C"},
        {"id": "upkeep", "name": "Upkeep", "share": 0.15, "colour": "#6B7280"},
    ],
    "plan": [
        {"at": 30, "do": "set_workers", "column": "dev", "value": 4},
        {"at": 10, "every": 20, "until": 110, "do": "set_workers", "column": "test", "value": 1},
        {"at": 12, "every": 20, "until": 110, "do": "set_workers", "column": "test", "value": 2},
    ],
}  # fmt: skip


def models(visitor: "Visitor", folder: Path) -> None:
    """A team's board in one list and in rows, with its plan and its dates, and the rules of a column by class."""
    window = visitor.window
    team = folder / "team.flowsim"
    team.write_text(json.dumps(TEAM), encoding="utf-8")
    window.opening.open_file(team)
    visitor.play_until(60.0)
    visitor.shot("team-plan-and-calendar")
    window.menu_actions[Act.TOGGLE_CLASSES].trigger()
    visitor.still()
    visitor.shot("team-classes-in-rows")
    visitor.page.board.choose_column(1)
    visitor.still()
    visitor.shot("team-column-by-class")
    window.menu_actions[Act.TOGGLE_CLASSES].trigger()
    visitor.session.file.mark_saved()
