"""What a scenario is called, how long it runs, and how work comes to it, as a table of rows."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, Final

from flowsim.domain.arrivals import (
    Arrivals,
    ByPeriod,
    Fixed,
    Group,
    Interval,
    Period,
    Poisson,
    Saturated,
    mean_size,
)
from flowsim.domain.constraints import MAX_CARDS
from flowsim.domain.distributions import Exponential
from flowsim.domain.interventions import SetBacklogLimit
from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.scenario import (
    ExplicitCard,
    Scenario,
)
from flowsim.domain.units import PER
from flowsim.domain.working_calendar import WorkingCalendar
from flowsim.session import edit_commands
from flowsim.session.scenario_edits import Edit
from flowsim.session.session import Session
from flowsim.ui.panels.column_rows import units_of
from flowsim.ui.panels.form import Row, Section
from flowsim.ui.style.theme import Theme
from flowsim.ui.text.language import shown, tr
from flowsim.ui.widgets.card_list_field import CardListField
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.count_field import CountField
from flowsim.ui.widgets.date_field import DateField
from flowsim.ui.widgets.distribution_field import DistributionField
from flowsim.ui.widgets.number_field import NumberField
from flowsim.ui.widgets.periods_field import PeriodsField, periods_of, text_of
from flowsim.ui.widgets.text_area import TextArea
from flowsim.ui.widgets.text_field import TextField

MOST_SEED: Final = 999_999_999
LISTED: Final = "listed"


def scenario_sections(theme: Theme, scenario: Scenario) -> list[Section]:
    """Texts, time, and arrivals."""
    return [
        Section(tr("Name and text"), [*_texts()], opened=False, about="how-to/build-your-board"),
        Section(tr("Time and randomness"), [*_time(theme, scenario)], opened=False, about="model/figures"),
        Section(tr("Arrivals"), [*_arrivals(theme, scenario)], opened=False, about="model/arrivals"),
    ]


def _setting(name: str, words: Phrase) -> tuple[Callable[[Session], Any], Callable[[Session, Any], Edit]]:
    """How a setting of the scenario itself is read and changed."""

    def get(session: Session) -> Any:
        return getattr(session.history.scenario, name)

    def make(session: Session, value: Any) -> Edit:
        return edit_commands.setting_changed(session, words, **{name: value})

    return get, make


def _texts() -> Iterator[Row]:
    label = tr("Name of the board")
    yield Row(label, tr("What this board is called."), TextField(label), *_setting("name", phrase("name of the board")))
    label = tr("Text")
    hint = tr("What the room reads beside the board; Markdown: # heading, **bold**, - list.")
    area = TextArea(label, tr("What is this board about? What shall people try?"))
    yield Row(label, hint, area, *_setting("description", phrase("text beside the board")))


def _time(theme: Theme, scenario: Scenario) -> Iterator[Row]:
    units = units_of(scenario)
    label = tr("Time unit")
    choice = ChoiceField(
        label,
        [("minute", tr("minutes")), ("hour", tr("hours")), ("day", tr("days")), ("week", tr("weeks"))],
    )
    hint = tr("What one unit of time is called; the numbers stay as they are.")
    yield Row(label, hint, choice, *_setting("time_unit", phrase("time unit")))
    label = tr("The run ends at")
    hint = tr("When the run stops by itself; empty: it goes on until somebody stops it.")
    field = NumberField(label, units, above=True, none=tr("no end"))
    yield Row(label, hint, field, *_setting("horizon", phrase("end of the run")))
    label = tr("Warm-up")
    hint = tr("Figures are taken after this time, when the empty board of the beginning is forgotten.")
    yield Row(label, hint, NumberField(label, units), *_setting("warm_up", phrase("warm-up")))
    yield from _calendar(scenario)
    label = tr("Seed")
    hint = tr("The same seed brings the same cards, the same work and the same luck.")
    count = CountField(theme, label, minimum=0, maximum=MOST_SEED)
    yield Row(label, hint, count, *_setting("seed", phrase("seed")), structural=True)


WEEK: Final = (1, 1, 1, 1, 1, 0, 0)
"""Monday to Friday."""


def _weeks(scenario: Scenario) -> list[tuple[tuple[int, ...], str]]:
    """Which days of a week people may work on; any other choice comes from a file, and stands there by its days."""
    found: list[tuple[tuple[int, ...], str]] = [
        (WEEK, tr("Monday to Friday")), ((*WEEK[:5], 1, 0), tr("Monday to Saturday")), ((1,) * 7, tr("every day")),
    ]  # fmt: skip
    days = WEEK if scenario.calendar is None else scenario.calendar.days
    if days in dict(found):
        return found
    names = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))
    return [*found, (days, ", ".join(name for name, works in zip(names, days, strict=True) if works))]


def _calendar(scenario: Scenario) -> Iterator[Row]:
    label = tr("Dates begin on")
    hint = tr("The date of time 0: the board's time is working time, and dates stand on axes and forecasts.")
    yield Row(
        label, hint, DateField(label), lambda session: its.start if (its := _dates(session)) else "",
        lambda session, text: _with_dates(session, start=text),
    )  # fmt: skip
    label = tr("Working days")
    yield Row(
        label, tr("On which days of the week people work; a file may say it for each day, and for holidays."),
        ChoiceField(label, _weeks(scenario)), lambda session: its.days if (its := _dates(session)) else WEEK,
        lambda session, days: _with_dates(session, days=days),
        lambda session: _dates(session) is not None,
    )  # fmt: skip
    label = tr("Hours in a working day")
    yield Row(
        label, tr("How many hours a working day has."),
        NumberField(label, (tr("hour"), tr("hours")), maximum=24.0, above=True),
        lambda session: its.hours if (its := _dates(session)) else 8.0,
        lambda session, hours: _with_dates(session, hours=hours), lambda session: _dates(session) is not None,
    )  # fmt: skip


def _dates(session: Session) -> WorkingCalendar | None:
    return session.history.scenario.calendar


def _with_dates(session: Session, **settings: Any) -> Edit:
    """The board with a calendar like this; without one where it begins on no date."""
    its = _dates(session)
    if settings.get("start") == "":
        calendar = None
    else:
        calendar = WorkingCalendar(**settings) if its is None else replace(its, **settings)
    return edit_commands.setting_changed(session, phrase("calendar"), calendar=calendar)


def _arrivals(theme: Theme, scenario: Scenario) -> Iterator[Row]:
    units = units_of(scenario)
    label = tr("Pattern")
    options = [
        ("poisson", tr("at random")), ("interval", tr("with a gap")), ("fixed", tr("all at once")),
        ("by_period", tr("by period")), ("saturated", tr("without end")), (LISTED, tr("as listed")),
    ]  # fmt: skip
    hint = tr("How work arrives in the backlog.")
    yield Row(label, hint, ChoiceField(label, options), _kind, _turn, structural=True)
    label, per = tr("On average"), shown(PER[scenario.time_unit])
    yield Row(
        label, tr("How many arrivals there are in one unit of time, on average."),
        NumberField(label, (per, per), above=True), partial(_of_arrivals, "rate"), partial(_set, "rate"),
        partial(_is, Poisson), structural=True, path="arrivals.rate",
    )  # fmt: skip
    label = tr("Gap between arrivals")
    yield Row(
        label, tr("How long it is from one arrival to the next."),
        DistributionField(theme, label, units, above=True), partial(_of_arrivals, "gap"), partial(_set, "gap"),
        partial(_is, Interval), structural=True,
    )  # fmt: skip
    label = tr("Arrivals")
    yield Row(
        label, tr("How many arrivals there are at the beginning; nothing comes later."),
        CountField(theme, label, maximum=MAX_CARDS), partial(_of_arrivals, "count"), partial(_set, "count"),
        partial(_is, Fixed), structural=True,
    )  # fmt: skip
    yield from _periods()
    yield from _groups(theme)
    label = tr("Room in the backlog")
    yield Row(
        label, tr("How many cards may wait in the backlog; what arrives beyond that is turned away."),
        CountField(theme, label, minimum=0, none=tr("any number")),
        lambda session: session.view.conditions.backlog_limit, lambda _, value: SetBacklogLimit(at=0.0, value=value),
        lambda session: not session.history.scenario.saturated, path="backlog_limit",
    )  # fmt: skip
    hint = tr("Every card with its arrival, class, family, title and work, one a line.")
    field = CardListField(theme, tr("Edit the list of cards …"))
    yield Row("", hint, field, _board, edit_commands.cards_listed, _is_listed, structural=True)


def _periods() -> Iterator[Row]:
    label = tr("Periods")
    hint = tr("How long each lasts, and how many arrive in a unit of time: 5: 2, 2: 0 is a week with its weekend.")
    yield Row(
        label, hint, PeriodsField(label), lambda session: text_of(_of_arrivals("periods", session)),
        lambda session, text: _set("periods", session, periods_of(text)), partial(_is, ByPeriod), structural=True,
    )  # fmt: skip
    label = tr("After the last period")
    yield Row(
        label, tr("Whether the periods begin again after the last one, or its rate goes on."),
        ChoiceField(label, [(True, tr("begin again")), (False, tr("its rate goes on"))]),
        partial(_of_arrivals, "repeat"), partial(_set, "repeat"), partial(_is, ByPeriod), structural=True,
    )  # fmt: skip


def _groups(theme: Theme) -> Iterator[Row]:
    label = tr("Size of an arrival")
    yield Row(
        label, tr("Whether each arrival brings as many cards, or now more and now fewer."),
        ChoiceField(label, [(False, tr("always the same")), (True, tr("it varies"))]),
        lambda session: session.history.scenario.groups_vary,
        lambda session, varies: _set("group", session, _group_like(_of_arrivals("group", session), varies=varies)),
        _comes_in_groups, structural=True,
    )  # fmt: skip
    label = tr("Cards per arrival")
    yield Row(
        label, tr("How many cards each arrival brings at once."), CountField(theme, label, maximum=10_000),
        partial(_of_arrivals, "group"), partial(_set, "group"),
        lambda session: _comes_in_groups(session) and not session.history.scenario.groups_vary, structural=True,
    )  # fmt: skip
    label = tr("Cards in an arrival")
    yield Row(
        label, tr("How many cards an arrival brings; each number is rounded, and one comes at least."),
        DistributionField(theme, label, (tr("card"), tr("cards")), above=True),
        partial(_of_arrivals, "group"), partial(_set, "group"),
        lambda session: _comes_in_groups(session) and session.history.scenario.groups_vary, structural=True,
    )  # fmt: skip


def _group_like(group: Group, *, varies: bool) -> Group:
    """A group as large, of a size that varies or one that does not."""
    return Exponential(mean=max(mean_size(group), 1.0)) if varies else max(round(mean_size(group)), 1)


def _kind(session: Session) -> str:
    scenario = session.history.scenario
    return LISTED if scenario.explicit else scenario.arrivals.kind


def _turn(session: Session, kind: str) -> Edit:
    scenario = session.history.scenario
    if kind == LISTED:
        work = {column.id: column.service.mean for column in scenario.columns if not column.is_queue}
        first, family = scenario.classes[0].id, scenario.families[0].id
        cards = [
            ExplicitCard(class_=first, family=family, title=tr("Card {0}").format(n), service=work)
            for n in range(1, 11)
        ]
        return edit_commands.cards_listed(session, cards)
    rate = _rate(scenario.arrivals)
    made: dict[str, Arrivals] = {
        "poisson": Poisson(rate=rate), "interval": Interval(gap=Exponential(mean=1 / rate)), "fixed": Fixed(count=20),
        "by_period": ByPeriod(periods=(Period(lasts=5.0, rate=round(1.4 * rate, 3)), Period(lasts=2.0, rate=0.0))),
        "saturated": Saturated(),
    }  # fmt: skip
    edit = edit_commands.arrivals_changed(session, made[kind])
    return replace(edit, after=replace(edit.after, cards=()))


def _rate(arrivals: Arrivals) -> float:
    """How often cards come, so that they come as often in another way."""
    match arrivals:
        case Poisson(rate=rate):
            return rate
        case Interval(gap=gap) if gap.mean > 0:
            return 1 / gap.mean
        case ByPeriod(mean_rate=rate) if rate > 0:
            return rate
        case _:
            return 0.5


def _of_arrivals(setting: str, session: Session) -> Any:
    return getattr(session.history.scenario.arrivals, setting)


def _set(setting: str, session: Session, value: Any) -> Edit:
    return edit_commands.arrivals_changed(session, replace(session.history.scenario.arrivals, **{setting: value}))


def _is(kind: type, session: Session) -> bool:
    return not _is_listed(session) and isinstance(session.history.scenario.arrivals, kind)


def _comes_in_groups(session: Session) -> bool:
    return not _is_listed(session) and not isinstance(session.history.scenario.arrivals, Saturated)


def _is_listed(session: Session) -> bool:
    return session.history.scenario.explicit


def _board(session: Session) -> Scenario:
    return session.history.scenario
