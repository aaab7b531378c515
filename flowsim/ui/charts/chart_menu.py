"""The menus of a chart: what can be saved, what a click with the right button offers, and how to read the chart."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWhatsThis, QWidget

from flowsim.charts.picture import Picture
from flowsim.domain.phrases import phrase
from flowsim.domain.words import Time, TimeUnit
from flowsim.ui.text.language import plain, shown, tr

FORMATS: Final = (
    ("PNG", "png", 2.0), (phrase("PNG, small (1×)"), "png", 1.0), (phrase("PNG, large (4×)"), "png", 4.0),
    ("SVG", "svg", 1.0), ("PDF", "pdf", 1.0), ("CSV", "csv", 1.0),
)  # fmt: skip
"""What a chart can be saved as: name, ending, pixels a logical pixel."""

LAST: Final[dict[TimeUnit, tuple[Time, str]]] = {
    "minute": (60.0, phrase("Last 60 minutes")), "hour": (24.0, phrase("Last 24 hours")),
    "day": (30.0, phrase("Last 30 days")), "week": (12.0, phrase("Last 12 weeks")),
}  # fmt: skip
"""How much of a run is its latest part, by the unit of time, and what that is called."""


@dataclass(frozen=True)
class ChartActs:
    """What can be asked of a chart; `unit` is the run's, None where the chart is not over time."""

    view_all: Callable[[], None]
    view_last: Callable[[Time], None]
    leave_out_done: Callable[[bool], None] | None
    without_done: bool
    export: Callable[[str, float], None]
    export_all: Callable[[], None]
    copy: Callable[[], None]
    explain: Callable[[], None]
    unit: TimeUnit | None


def fill_export_menu(menu: QMenu, export: Callable[[str, float], None], export_all: Callable[[], None]) -> None:
    """Every kind of file."""
    for name, ending, scale in FORMATS:
        menu.addAction(shown(name), partial(export, ending, scale))
    menu.addSeparator()
    menu.addAction(tr("All charts as PDF"), export_all)


def chart_menu(parent: QWidget, acts: ChartActs) -> QMenu:
    """What a click with the right button on a chart offers."""
    menu = QMenu(parent)
    menu.addAction(tr("View all"), acts.view_all)
    if acts.unit is not None:
        length, words = LAST[acts.unit]
        menu.addAction(shown(words), partial(acts.view_last, length))
    if acts.leave_out_done is not None:
        without = menu.addAction(tr("Without Done"))
        without.setCheckable(True)
        without.setChecked(acts.without_done)
        without.toggled.connect(acts.leave_out_done)
    menu.addSeparator()
    fill_export_menu(menu.addMenu(tr("Export")), acts.export, acts.export_all)
    menu.addAction(tr("Copy"), acts.copy)
    menu.addSeparator()
    menu.addAction(tr("How to read this"), acts.explain)
    return menu


def explain(chart: QWidget, picture: Picture | None) -> None:
    """How to read a chart, and what can be done in it, in a box that goes with the next click."""
    if picture is None:
        return
    acts = phrase(
        "Scroll to zoom in time, Ctrl and scroll in height; drag to move, drag with the right button to zoom a box, "
        "double click to see all."
    )
    words = [shown(text) for text in (picture.reading, picture.note, acts) if text]
    at = chart.mapToGlobal(chart.rect().center() - QPoint(chart.width() // 4, 0))
    QWhatsThis.showText(at, plain("\n\n".join(words)), chart)
