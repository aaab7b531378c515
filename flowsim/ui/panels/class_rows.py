"""The settings of one class of service as a table of rows."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from flowsim.domain.editing import CLASS_COLOURS
from flowsim.domain.interventions import SetBoardLimitsByClass, SetClass
from flowsim.domain.scenario import CardClass, Scenario
from flowsim.domain.units import PER
from flowsim.session import edit_commands
from flowsim.session.scenario_edits import Edit
from flowsim.session.session import Session
from flowsim.ui.panels.column_rows import units_of
from flowsim.ui.panels.form import Field, Row, nothing
from flowsim.ui.style.theme import Theme
from flowsim.ui.text.language import shown, tr
from flowsim.ui.widgets.button_field import ButtonField
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.colour_field import ColourField
from flowsim.ui.widgets.count_field import CountField
from flowsim.ui.widgets.number_field import NumberField
from flowsim.ui.widgets.text_field import TextField


def class_rows(theme: Theme, scenario: Scenario, index: int) -> Iterator[Row]:
    """Every setting of class `index`; what only matters beside other classes is shown when there are some."""
    title = scenario.classes[index].title
    yield _own(index, tr("Class"), "name", tr("What people call this class of service."), _name_field(scenario))
    if len(scenario.classes) > 1:
        yield from _beside_others(theme, title, index)
    label = tr("{0}: target").format(title)
    hint = tr("Within what lead time cards of this class are promised; marked in the charts.")
    target = NumberField(label, units_of(scenario), above=True, none=tr("none"))
    yield _own(index, label, "target", hint, target, brief=tr("Target"))
    label, unit = tr("{0} costs").format(title), shown(PER[scenario.time_unit])
    hint = tr("What every unfinished card of this class costs while it waits: cost of delay.")
    yield _own(index, label, "cost_of_delay", hint, NumberField(label, (unit, unit)), brief=tr("Cost"))
    if len(scenario.classes) > 1:
        text = tr("Remove class {0}").format(title)
        yield Row(
            "",
            tr("Remove this class from the board."),
            ButtonField(text),
            nothing,
            partial(_remove, index),
            structural=True,
        )


def _beside_others(theme: Theme, title: str, index: int) -> Iterator[Row]:
    label = tr("Colour of {0}").format(title)
    colour = ColourField(label, theme, _colours())
    yield _own(index, label, "colour", tr("The stripe on its cards."), colour, brief=tr("Colour"))
    label = tr("Share of {0}").format(title)
    hint = tr("How many of the cards are of this class, in proportion to the other shares.")
    share = NumberField(label, ("", ""), maximum=1e6)
    yield _own(index, label, "share", hint, share, structural=True, brief=tr("Share"))
    label = tr("Priority of {0}").format(title)
    hint = tr("Cards of a class with a higher number go first.")
    priority = CountField(theme, label, minimum=-999, maximum=999)
    yield _own(index, label, "priority", hint, priority, structural=True, brief=tr("Priority"))
    label = tr("{0}: on the board at most").format(title)
    yield Row(
        label, tr("The most cards of this class that may be in all columns together."),
        CountField(theme, label, none=tr("none")), partial(_board_limit, index), partial(_set_board_limit, index),
        brief=tr("On the board at most"),
    )  # fmt: skip
    label = tr("{0}: may exceed the limit by").format(title)
    yield Row(
        label, tr("How many cards over a limit the board lets in for this class."),
        CountField(theme, label, minimum=0), partial(_may_exceed, index), partial(_set_may_exceed, index),
        brief=tr("May exceed limits by"),
    )  # fmt: skip
    label = tr("{0}: order").format(title)
    yield Row(
        label, tr("Whether a card of this class waits for somebody to be free, or takes them off another card."),
        ChoiceField(label, [(False, tr("first in, first out")), (True, tr("at once"))]),
        partial(_preempts, index), partial(_set_preempts, index),
        brief=tr("Order"),
    )  # fmt: skip


def _own(
    index: int, label: str, setting: str, hint: str, field: Field, *, structural: bool = False, brief: str = ""
) -> Row:
    get, make = partial(_setting, index, setting), partial(_change, index, setting)
    return Row(label, hint, field, get, make, structural=structural, brief=brief)


def _name_field(scenario: Scenario) -> TextField:
    return TextField(tr("Class"), taken=[its.title for its in scenario.classes])


def _colours() -> list[tuple[str, str]]:
    words = (
        tr("blue"), tr("red"), tr("green"), tr("violet"), tr("ochre"), tr("pink"), tr("teal"), tr("grey"),
    )  # fmt: skip
    return list(zip(CLASS_COLOURS, words, strict=True))


def _its(index: int, session: Session) -> CardClass:
    return session.history.scenario.classes[index]


def _setting(index: int, setting: str, session: Session) -> Any:
    its = _its(index, session)
    return its.title if setting == "name" else getattr(its, setting)


def _change(index: int, setting: str, session: Session, value: Any) -> Edit:
    return edit_commands.class_changed(session, index, **{setting: value})


def _remove(index: int, session: Session, _: Any) -> Edit:
    return edit_commands.class_removed(session, index)


def _board_limit(index: int, session: Session) -> int | None:
    return session.view.conditions.limits_by_class.get(_its(index, session).id)


def _set_board_limit(index: int, session: Session, value: int | None) -> SetBoardLimitsByClass:
    its, limits = _its(index, session).id, session.view.conditions.limits_by_class
    others = {class_: limit for class_, limit in limits.items() if class_ != its}
    return SetBoardLimitsByClass(at=0.0, value=others if value is None else {**others, its: value})


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
