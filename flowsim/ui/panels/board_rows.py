"""The rules of the whole board, its shared limits and its people, as a table of rows."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from flowsim.domain.interventions import SetPerson, SetRules, SetSharedLimit
from flowsim.domain.scenario import Scenario, SharedLimit
from flowsim.session import edit_commands
from flowsim.session.scenario_edits import Edit
from flowsim.session.session import Session
from flowsim.ui.panels.class_rows import class_rows
from flowsim.ui.panels.column_rows import units_of
from flowsim.ui.panels.form import Row, Section, nothing
from flowsim.ui.panels.plan_rows import plan_rows
from flowsim.ui.panels.scenario_rows import scenario_sections
from flowsim.ui.style.theme import Theme
from flowsim.ui.text.language import tr
from flowsim.ui.widgets.button_field import ButtonField
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.count_field import CountField
from flowsim.ui.widgets.number_field import NumberField
from flowsim.ui.widgets.text_field import TextField


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


def board_sections(theme: Theme, scenario: Scenario) -> list[Section]:
    """Every setting that is not of one column."""
    several = len(scenario.classes) > 1
    return [
        *scenario_sections(theme, scenario),
        Section(
            tr("People"), [*_people(scenario)], bool(scenario.people), about="how-to/people#named-people-with-skills"
        ),
        Section(tr("Limits together"), [*_shared_limits(theme, scenario)], about="model/time-and-pull#limits"),
        Section(tr("Rules"), [*_rules(scenario)], about="model/time-and-pull#pull-push-by-hand"),
        Section(tr("Plan of changes"), [*plan_rows(scenario, units_of(scenario))], about="model/plans-and-dates"),
        Section(tr("Classes of service"), [*_classes(theme, scenario)], several, about="model/classes"),
        Section(tr("Families"), [*_families(scenario)], len(scenario.families) > 1, about="model/batches#set-ups"),
    ]


def _people(scenario: Scenario) -> Iterator[Row]:
    names = [person.name for person in scenario.people]
    for index, person in enumerate(scenario.people):
        yield Row(
            person.name, tr("Whether this person is here. Who leaves finishes the card at hand first."),
            ChoiceField(person.name, [(True, tr("here")), (False, tr("away"))]),
            partial(_is_here, person.name),
            partial(_let_come, person.name),
        )  # fmt: skip
        label = tr("Name of {0}").format(person.name)
        yield Row(
            label, tr("What people call this person."), TextField(label, taken=names), partial(_person_name, index),
            partial(_rename_person, index), structural=True,
        )  # fmt: skip
        yield Row(
            "", tr("Take this person off the board for good."), ButtonField(tr("Remove {0}").format(person.name)),
            nothing, partial(_remove_person, index), structural=True,
        )  # fmt: skip
    hint = tr("With named people the columns have no workers of their own; who can do what is set in each column.")
    yield Row("", hint, ButtonField(tr("Add a person")), nothing, _add_person, structural=True)


def _person_name(index: int, session: Session) -> str:
    return session.history.scenario.people[index].name


def _rename_person(index: int, session: Session, name: str) -> Edit:
    return edit_commands.person_renamed(session, index, name)


def _remove_person(index: int, session: Session, _: Any) -> Edit:
    return edit_commands.person_removed(session, index)


def _add_person(session: Session, _: Any) -> Edit:
    return edit_commands.person_added(session, tr("Somebody"))


def _shared_limits(theme: Theme, scenario: Scenario) -> Iterator[Row]:
    for group, shared in enumerate(scenario.shared_limits):
        label = group_title(scenario, shared)
        yield Row(
            tr("Limit of {0}").format(label), tr("The most cards that may be in these columns together."),
            CountField(theme, label), partial(_shared_limit, group), partial(_set_shared_limit, group),
            path=f"shared_limits.{group}.limit",
        )  # fmt: skip
        yield Row(
            "", tr("These columns have no limit together any more."), ButtonField(tr("Remove this limit")),
            nothing, partial(_unshare, group), structural=True,
        )  # fmt: skip


def _unshare(group: int, session: Session, _: Any) -> Edit:
    return edit_commands.limit_not_shared(session, group)


def group_title(scenario: Scenario, shared: SharedLimit) -> str:
    """What people call a shared limit: by the columns it is over."""
    titles = [column.title for column in scenario.columns if column.id in shared.columns]
    return tr("Whole board") if len(titles) == len(scenario.columns) else " + ".join(titles)


def _families(scenario: Scenario) -> Iterator[Row]:
    for index, family in enumerate(scenario.families if len(scenario.families) > 1 else ()):
        label = tr("Share of family {0}").format(family.id)
        yield Row(
            label, tr("How many of the cards belong to it, in proportion to the other shares."),
            NumberField(label, ("", ""), maximum=1e6), partial(_family_share, index),
            partial(_set_family_share, index), structural=True,
        )  # fmt: skip
        yield Row(
            "", tr("Remove this family from the board."),
            ButtonField(tr("Remove family {0}").format(family.id)), nothing,
            partial(_remove_family, index), structural=True,
        )  # fmt: skip
    hint = tr("Cards of one family need no set-up between them.")
    yield Row("", hint, ButtonField(tr("Add a family")), nothing, _add_family, structural=True)


def _family_share(index: int, session: Session) -> float:
    return session.history.scenario.families[index].share


def _set_family_share(index: int, session: Session, share: float) -> Edit:
    return edit_commands.family_share(session, index, share)


def _remove_family(index: int, session: Session, _: Any) -> Edit:
    return edit_commands.family_removed(session, index)


def _add_family(session: Session, _: Any) -> Edit:
    return edit_commands.family_added(session)


def _classes(theme: Theme, scenario: Scenario) -> Iterator[Row]:
    for index in range(len(scenario.classes)):
        yield from class_rows(theme, scenario, index)
    hint = tr("Cards of another class may go first, be let in over limits, or cost more when they wait.")
    yield Row("", hint, ButtonField(tr("Add a class")), nothing, _add_class, structural=True)


def _add_class(session: Session, _: Any) -> Edit:
    return edit_commands.class_added(session, tr("New class"))


def _rules(scenario: Scenario) -> Iterator[Row]:
    units = units_of(scenario)
    label = tr("Cards move")
    yield Row(
        label, tr("Whether a card goes on the instant there is room, or people drag every card."),
        ChoiceField(label, [(True, tr("by themselves")), (False, tr("by hand"))]),
        lambda session: session.view.conditions.rules.auto_pull,
        lambda session, value: change(session, auto_pull=value),
    )  # fmt: skip
    label = tr("Next column full: person")
    yield Row(
        label, tr("Whether somebody who is done, but cannot hand the card on, is free for another one."),
        ChoiceField(label, [("slot", tr("is free")), ("server", tr("waits"))]),
        lambda session: session.view.conditions.rules.blocking, lambda session, value: change(session, blocking=value),
    )  # fmt: skip
    label = tr("People serve first")
    yield Row(
        label, tr("From which column a free person who can work in several takes the next card."),
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
