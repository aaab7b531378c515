"""What is set in a column for one class of service, as a table of rows: its limit, its work, whether it passes by."""

from collections.abc import Iterator, Mapping
from typing import Any

from flowsim.domain.column_settings import SetLimitsByClass, SetServiceByClass, SetSkip
from flowsim.domain.distributions import Distribution
from flowsim.domain.scenario import CardClass, Column, Scenario
from flowsim.session.session import Session
from flowsim.ui.panels.form import Row, Section
from flowsim.ui.style.theme import Theme
from flowsim.ui.text.language import tr
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.count_field import CountField
from flowsim.ui.widgets.distribution_field import DistributionField
from flowsim.ui.widgets.number_field import NumberField


class ByClassRows:
    """Makes the rows of column `index` that differ by class."""

    def __init__(self, theme: Theme, scenario: Scenario, index: int, units: tuple[str, str]) -> None:
        self._theme = theme
        self._scenario = scenario
        self._index = index
        self._id = scenario.columns[index].id
        self._units = units

    def section(self) -> list[Section]:
        """One section, where there are several classes."""
        if len(self._scenario.classes) < 2:
            return []
        its = self._scenario.columns[self._index]
        rows = [row for class_ in self._scenario.classes for row in self._of_class(class_, its)]
        in_use = bool(its.limits_by_class or its.service_by_class or isinstance(its.skip, Mapping))
        return [Section(tr("By class"), rows, in_use, about="model/classes")]

    def _now(self, session: Session) -> Column:
        return session.view.conditions.columns[self._index]

    def _of_class(self, class_: CardClass, its: Column) -> Iterator[Row]:
        yield self._limit(class_)
        if not self._scenario.explicit:
            yield self._skip(class_)
            if not its.is_queue:
                yield from self._work(class_)

    def _limit(self, class_: CardClass) -> Row:
        def make(session: Session, value: int | None) -> SetLimitsByClass:
            limits = _with(self._now(session).limits_by_class, class_.id, value)
            return SetLimitsByClass(at=0.0, column=self._id, value=limits)

        label = tr("{0}: limit").format(class_.title)
        return Row(
            label, tr("The most cards of this class that may be here at once; the WIP limit holds besides."),
            CountField(self._theme, label, none=tr("none")),
            lambda session: self._now(session).limits_by_class.get(class_.id), make,
            path=f"columns.{self._id}.limits_by_class.{class_.id}",
        )  # fmt: skip

    def _skip(self, class_: CardClass) -> Row:
        def make(session: Session, value: float) -> SetSkip:
            shares = {its.id: self._now(session).skip_of(its.id) for its in self._scenario.classes} | {class_.id: value}
            alike = len(set(shares.values())) == 1
            used = {id_: share for id_, share in shares.items() if share}
            return SetSkip(at=0.0, column=self._id, value=value if alike else used)

        label = tr("{0}: pass by").format(class_.title)
        return Row(
            label, tr("How many cards of this class pass this column by."),
            NumberField(label, ("%", "%"), scale=100, maximum=1.0),
            lambda session: self._now(session).skip_of(class_.id), make,
        )  # fmt: skip

    def _work(self, class_: CardClass) -> Iterator[Row]:
        def make(session: Session, work: Distribution | None) -> SetServiceByClass:
            works = _with(self._now(session).service_by_class, class_.id, work)
            return SetServiceByClass(at=0.0, column=self._id, value=works)

        label = tr("{0}: work").format(class_.title)
        yield Row(
            label, tr("Whether cards of this class bring work of their own here."),
            ChoiceField(label, [(False, tr("as above")), (True, tr("its own"))]),
            lambda session: class_.id in self._now(session).service_by_class,
            lambda session, own: make(session, self._now(session).work_of(class_.id) if own else None),
        )  # fmt: skip
        label = tr("Work on a card of {0}").format(class_.title)
        yield Row(
            label, tr("How long somebody works on a card of this class here."),
            DistributionField(self._theme, label, self._units),
            lambda session: self._now(session).work_of(class_.id), make,
            lambda session: class_.id in self._now(session).service_by_class,
        )  # fmt: skip


def _with(by_class: Mapping[str, Any], class_: str, value: Any) -> dict[str, Any]:
    """The same settings with another one for one class; None: without it."""
    others = {id_: its for id_, its in by_class.items() if id_ != class_}
    return others if value is None else {**others, class_: value}
