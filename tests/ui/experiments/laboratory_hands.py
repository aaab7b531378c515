"""What people do on the page of experiments, for its tests."""

from PySide6.QtCore import Qt

from flowsim.ui.experiments.laboratory_page import LaboratoryPage
from tests.ui.visitor import Visitor


def page(visitor: Visitor) -> LaboratoryPage:
    its = visitor.window.laboratory.page
    assert its is not None
    return its


def go_to_experiments(visitor: Visitor, question: int = 0) -> LaboratoryPage:
    visitor.key(Qt.Key.Key_2)
    its = page(visitor)
    assert its.isVisible()
    if question:
        visitor.click(its.tabs.button(question))
    return its


def done(visitor: Visitor) -> None:
    its = page(visitor).laboratory
    visitor.until(lambda: not its.experiments.busy and not its.forecasts.busy)


def few_runs(visitor: Visitor) -> None:
    """Short and few, so that a test need not wait."""
    its = page(visitor).which_limit
    its.runs.show_value(3)
    its.length.show_value(60.0)


def run_a_few(visitor: Visitor) -> None:
    few_runs(visitor)
    visitor.click(page(visitor).which_limit.run_button)
    done(visitor)
