"""The rules of the whole board, its shared limits and its people, as a table of rows."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from flowsim.domain.interventions import SetClass, SetPerson, SetRules, SetSharedLimit
from flowsim.domain.scenario import Scenario
from flowsim.session.session import Session
from flowsim.ui.inputs import ChoiceField, CountField, NumberField
from flowsim.ui.panels.column_rows import units_of
from flowsim.ui.panels.form import Row
from flowsim.ui.theme import Theme


def tr(text: str) -> str:
    """`text` in the language on view."""
    return QCoreApplication.translate("board", text)


def change(session: Session, **settings: Any) -> SetRules:
    """The rules in force with some of them changed."""
    return SetRules(at=0.0, value=replace(session.view.conditions.rules, **settings))


def _is_here(name: str, session: Session) -> bool:
    return name not in session.view.conditions.away


def _let_come(name: str, _: Session, value: bool) -> SetPerson:  # noqa: FBT001 - a form gives values by position
    return SetPerson(at=0.0, person=name, value=value)


def _shared_limit(group: int, session: Session) -> int:
    return session.view.conditions.shared_limits[group]


def _set_shared_limit(group: int, _: Session, value: int) -> SetSharedLimit:
    return SetSharedLimit(at=0.0, group=group, value=value)


def _rule(setting: str, session: Session) -> Any:
    return getattr(session.view.conditions.rules, setting)


def _set_rule(setting: str, session: Session, value: Any) -> SetRules:
    return change(session, **{setting: value})


def board_rows(theme: Theme, scenario: Scenario) -> list[Row]:
    """Every setting that is not of one column."""
    return [*_people(scenario), *_shared_limits(theme, scenario), *_rules(scenario), *_classes(theme, scenario)]


def _people(scenario: Scenario) -> Iterator[Row]:
    for person in scenario.people:
        yield Row(
            person.name, tr("Whether this person is here. Who leaves finishes the card at hand first."),
            ChoiceField(person.name, [(True, tr("here")), (False, tr("away"))]),
            partial(_is_here, person.name),
            partial(_let_come, person.name),
        )  # fmt: skip


def _shared_limits(theme: Theme, scenario: Scenario) -> Iterator[Row]:
    for group, shared in enumerate(scenario.shared_limits):
        titles = [column.title for column in scenario.columns if column.id in shared.columns]
        whole_board = len(titles) == len(scenario.columns)
        label = tr("Whole board") if whole_board else " + ".join(titles)
        yield Row(
            tr("Limit of {0}").format(label), tr("The most cards that may be in these columns together."),
            CountField(theme, label), partial(_shared_limit, group), partial(_set_shared_limit, group),
        )  # fmt: skip


def _classes(theme: Theme, scenario: Scenario) -> Iterator[Row]:
    for index, its in enumerate(scenario.classes if len(scenario.classes) > 1 else ()):
        label = tr("{0} may exceed by").format(its.title)
        yield Row(
            label, tr("How many cards over a limit the board lets in for this class."),
            CountField(theme, label, minimum=0), partial(_may_exceed, index), partial(_set_may_exceed, index),
        )  # fmt: skip
        label = tr("{0} comes").format(its.title)
        yield Row(
            label, tr("Whether a card of this class waits for somebody to be free, or takes them off another card."),
            ChoiceField(label, [(False, tr("in turn")), (True, tr("at once"))]),
            partial(_preempts, index), partial(_set_preempts, index),
        )  # fmt: skip


def _may_exceed(index: int, session: Session) -> int:
    return session.view.conditions.classes[index].may_exceed


def _set_may_exceed(index: int, session: Session, value: int) -> SetClass:
    its = session.view.conditions.classes[index]
    return SetClass(at=0.0, class_=its.id, may_exceed=value, preempts=its.preempts)


def _preempts(index: int, session: Session) -> bool:
    return session.view.conditions.classes[index].preempts


def _set_preempts(index: int, session: Session, value: bool) -> SetClass:  # noqa: FBT001 - a form gives values by position
    its = session.view.conditions.classes[index]
    return SetClass(at=0.0, class_=its.id, may_exceed=its.may_exceed, preempts=value)


def _rules(scenario: Scenario) -> Iterator[Row]:
    units = units_of(scenario)
    label = tr("Cards move")
    yield Row(
        label, tr("Whether a card goes on the instant there is room, or people drag every card."),
        ChoiceField(label, [(True, tr("by themselves")), (False, tr("by hand"))]),
        lambda session: session.view.conditions.rules.auto_pull,
        lambda session, value: change(session, auto_pull=value),
    )  # fmt: skip
    label = tr("Done, but no room")
    yield Row(
        label, tr("Whether somebody who is done, but cannot hand the card on, is free for another one."),
        ChoiceField(label, [("slot", tr("person is free")), ("server", tr("person waits"))]),
        lambda session: session.view.conditions.rules.blocking, lambda session, value: change(session, blocking=value),
    )  # fmt: skip
    label = tr("People go first to")
    yield Row(
        label, tr("Where a free person who could work in several columns takes the next card."),
        ChoiceField(label, [("rightmost", tr("right-most card")), ("longest_queue", tr("longest queue"))]),
        lambda session: session.view.conditions.rules.work_rule,
        lambda session, value: change(session, work_rule=value),
        lambda _: bool(scenario.people),
    )  # fmt: skip
    for label, setting, hint in (
        (tr("Replenish"), "replenish_every", tr("Cards start only every so often; empty: at any time.")),
        (tr("Deliver"), "deliver_every", tr("Cards are delivered only every so often; empty: at any time.")),
    ):
        yield Row(
            label, hint, NumberField(label, units, above=True, none=tr("at any time")),
            partial(_rule, setting), partial(_set_rule, setting),
        )  # fmt: skip
    label = tr("Switching costs")
    yield Row(
        label, tr("How much longer work takes for every card more than there are people; 0 % is no cost."),
        NumberField(label, ("%", "%"), scale=100, maximum=10.0),
        lambda session: session.view.conditions.rules.context_switch_tax,
        lambda session, value: change(session, context_switch_tax=value),
    )  # fmt: skip
