"""Where on the board's page a part of the window is that an exercise names: a button, a lane's head, a chart."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flowsim.ui.main_window.board_page import BoardPage


def place_of(page: "BoardPage", name: str) -> QRect | None:
    """The part with this name, in coordinates of the page; None while it is not on view."""
    part = _part(page, name)
    if part is None or not part.isVisible():
        return None
    seen = part.visibleRegion().boundingRect()  # what a scroll area cuts off is not outlined
    return None if seen.isEmpty() else QRect(part.mapTo(page, seen.topLeft()), seen.size())


def _part(page: "BoardPage", name: str) -> "QWidget | None":
    controls = page.controls
    parts: dict[str, QWidget] = {
        "play": controls.play, "step": controls.step, "restart": controls.restart, "speed": controls.speed,
        "seed": controls.seed, "pin": controls.pin, "timeline": page.timeline, "figures": page.figures,
        "bottleneck": page.bottleneck, "inspector": page.inspector, "chart": page.chart,
    }  # fmt: skip
    if name in parts:
        return parts[name]
    heads = page.board.heads.all
    kind, _, rest = name.partition(".")
    if kind == "charts":
        return page.chart.head.tabs.tab(rest) or page.chart
    columns = page.session.scenario.column_index
    if kind == "columns" and rest in columns and columns[rest] + 1 < len(heads):
        return heads[columns[rest] + 1]
    if name == "limit":
        return page.board.heads.brackets[0].limit if page.board.heads.brackets else None
    return {"backlog": heads[0], "done": heads[-1]}.get(name)
