"""The plan of a board as a table of rows: when each planned change is made, how often again, and until when."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from flowsim.domain.scenario import Scenario
from flowsim.session.plan_edits import plan_changed, plan_removed, planned_in_words
from flowsim.session.scenario_edits import Edit
from flowsim.session.session import Session
from flowsim.ui.panels.form import Row, nothing
from flowsim.ui.text.language import shown, tr
from flowsim.ui.widgets.button_field import ButtonField
from flowsim.ui.widgets.number_field import NumberField


def plan_rows(scenario: Scenario, units: tuple[str, str]) -> Iterator[Row]:
    """Every planned change, and how one comes into the plan."""
    for index, planned in enumerate(scenario.plan):
        what = shown(planned_in_words(scenario, planned))
        yield Row(
            what, tr("When this change is made for the first time."), NumberField(what, units),
            partial(_setting, index, "at"), partial(_change, index, "at"),
        )  # fmt: skip
        label = tr("{0}: again every").format(what)
        yield Row(
            label, tr("After how long it is made again, and again; empty: it is made once."),
            NumberField(label, units, above=True, none=tr("once")),
            partial(_setting, index, "every"), partial(_change, index, "every"), brief=tr("Again every"),
        )  # fmt: skip
        label = tr("{0}: until").format(what)
        yield Row(
            label, tr("When it is made for the last time; empty: as long as the run goes."),
            NumberField(label, units, none=tr("no end")), partial(_setting, index, "until"),
            partial(_change, index, "until"), partial(_is_repeated, index), brief=tr("Until"),
        )  # fmt: skip
        yield Row(
            "", tr("This change is not made any more."), ButtonField(tr("Take out of the plan")), nothing,
            partial(_remove, index),
        )  # fmt: skip


def _setting(index: int, name: str, session: Session) -> Any:
    plan = session.history.scenario.plan
    return getattr(plan[index], name) if index < len(plan) else None


def _change(index: int, name: str, session: Session, value: float | None) -> Edit:
    return plan_changed(session, index, **{name: value})


def _is_repeated(index: int, session: Session) -> bool:
    plan = session.history.scenario.plan
    return index < len(plan) and plan[index].every is not None


def _remove(index: int, session: Session, _: Any) -> Edit:
    return plan_removed(session, index)
