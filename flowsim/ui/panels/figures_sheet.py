"""The sheets at the right: the figures of the run, and the bottleneck with its evidence."""

from math import isfinite, nan

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from flowsim.domain import units
from flowsim.domain.scenario import Scenario
from flowsim.metrics import Figures
from flowsim.ui.style.theme import SPACE_1, SPACE_2, SPACE_3, SPACE_4, px
from flowsim.ui.text.language import plain, sentence, shown, unbroken
from flowsim.ui.text.number_format import NO_VALUE, percent, rate, rounded, short_time
from flowsim.ui.widgets.small_controls import ElidedLabel


class FiguresSheet(QFrame):
    """Cycle time, throughput, work in progress and flow efficiency, large enough for the back of a room."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._cycle = _Figure(
            self.tr("Cycle time, 85 %"),
            self.tr("85 % of the finished cards took this long or less from entering the first column to Done"),
        )
        self._throughput = _Figure(
            self.tr("Throughput"), self.tr("Finished cards per time unit, over the run after its warm-up")
        )
        self._wip = _Figure(
            self.tr("Work in progress"), self.tr("Cards started and not finished: now, and on average over the run")
        )
        self._efficiency = _Figure(
            self.tr("Flow efficiency"),
            self.tr("Share of the finished cards' cycle time in which somebody worked on them; the rest was waiting"),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        grid.setHorizontalSpacing(SPACE_3)
        grid.setVerticalSpacing(SPACE_3)
        for place, figure in enumerate((self._cycle, self._throughput, self._wip, self._efficiency)):
            grid.addWidget(figure, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)

    def show_figures(self, scenario: Scenario, figures: Figures, wip_now: int) -> None:
        """Show `figures` with their units, and what they rest on."""
        unit = scenario.time_unit
        n, many = figures.cycle_time.n, shown(units.MANY[unit])
        self._cycle.show_value(
            rounded(figures.cycle_time.p85),
            many if n else "",
            self.tr("{0} done, {1} not").format(f"{n:,}", f"{figures.unfinished:,}"),
        )
        mean_lead = shown(short_time(figures.lead_time.mean, unit)) if figures.finished else NO_VALUE
        throughput, per = rate(figures.throughput, unit) if figures.finished else (NO_VALUE, "")
        self._throughput.show_value(
            throughput,
            shown(per),
            self.tr("lead time {0}").format(mean_lead) if figures.finished else self.tr("none finished yet"),
        )
        self._wip.show_value(
            f"{wip_now:,}",
            self.tr("card") if wip_now == 1 else self.tr("cards"),
            self.tr("{0} on average").format(rounded(figures.wip)),
        )
        waited = self.tr("the rest is waiting") if figures.flow_efficiency < 0.995 else self.tr("nobody had to wait")
        note = waited if n else self.tr("none finished yet")
        window = shown(units.from_to(f"{figures.start:g}", f"{figures.end:,.4g}", unit))
        cards = self.tr("n = {0} finished cards, {1} not finished").format(f"{n:,}", f"{figures.unfinished:,}")
        for figure, its_unit in (
            (self._cycle, many), (self._throughput, self.tr("cards / {0}").format(shown(units.ONE[unit]))),
            (self._wip, self.tr("cards")), (self._efficiency, "%"),
        ):  # fmt: skip
            figure.show_basis(self.tr("In {0}; window: {1}; {2}").format(its_unit, window, cards))
        self._efficiency.show_value(percent(figures.flow_efficiency), "%" if n else "", note)

    def show_differences(self, name: str | None, now: Figures, then: Figures | None) -> None:
        """What each figure is more or less than in the run pinned as `name`; nothing if there is none."""
        every = (self._cycle, self._throughput, self._wip, self._efficiency)
        befores = (nan,) * 4 if then is None else _compared(then)
        better = (False, True, False, True)
        for figure, value, before, more_is_better in zip(every, _compared(now), befores, better, strict=True):
            if not isfinite(value) or not isfinite(before):
                figure.show_difference("", good=None)
                continue
            change = value - before
            same = abs(change) < 0.005 * max(abs(before), 1e-9)
            sign = "▲" if change > 0 else "▼"
            text = self.tr("as in {0}") if same else self.tr("{1} {2} vs {0}")
            text = text.format(shown(name or ""), sign, rounded(abs(change)))
            figure.show_difference(text, good=None if same else (change > 0) == more_is_better)


def _compared(figures: Figures) -> tuple[float, ...]:
    """The four figures in the order in which they are shown."""
    return figures.cycle_time.p85, figures.throughput, figures.wip, 100 * figures.flow_efficiency


class BottleneckSheet(QFrame):
    """Which column holds up the others, and why we say so."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._title = QLabel()
        self._title.setObjectName("title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._evidence = QLabel()
        self._evidence.setObjectName("quiet")
        self._evidence.setTextFormat(Qt.TextFormat.PlainText)
        self._evidence.setWordWrap(True)
        self._evidence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._evidence.setMinimumHeight(px(52))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        column.setSpacing(SPACE_2)
        column.addWidget(self._title)
        column.addWidget(self._evidence)

    def show_bottleneck(self, title: str, evidence: str) -> None:
        """Name it; without a title nothing is one."""
        self._title.setText(self.tr("Bottleneck: {0}").format(title) if title else self.tr("No bottleneck yet"))
        self._evidence.setToolTip("")
        nothing = self.tr("None stands out: no column has been busy for most of its time, or it is too early to tell.")
        self._evidence.setText(unbroken(evidence) or nothing)

    def show_busiest(self, name: str, words: str) -> None:
        """Nothing but a person's time is short."""
        self._title.setText(self.tr("Busiest: {0}").format(name))
        self._evidence.setToolTip("")
        self._evidence.setText(unbroken(words))

    def show_standstill(self, what_to_do: str, reasons: str) -> None:
        """Nothing moves any more: say so instead; the tooltip has all the reasons."""
        self._title.setText(self.tr("The board stands still"))
        self._evidence.setText(what_to_do)
        self._evidence.setToolTip(plain(shown(reasons)))


class _Figure(QWidget):
    """A caption, a large value with its small unit, and a quiet line below."""

    def __init__(self, caption: str, meaning: str) -> None:
        super().__init__()
        self._meaning = meaning
        self.setToolTip(meaning)
        self.setAccessibleName(caption)
        name = QLabel(caption)
        name.setObjectName("small")
        self._value = QLabel(NO_VALUE)
        self._value.setObjectName("figure")
        self._unit = QLabel()
        self._unit.setObjectName("quiet")
        self._note = ElidedLabel()
        self._note.setObjectName("small")
        self._difference = QLabel()
        self._difference.setObjectName("small")
        self._difference.setTextFormat(Qt.TextFormat.PlainText)
        self._difference.hide()
        line = QHBoxLayout()
        line.setSpacing(SPACE_1 + 2)
        line.addWidget(self._value)
        line.addWidget(self._unit, 1, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(name)
        column.addLayout(line)
        column.addWidget(self._note)
        column.addWidget(self._difference)

    def show_basis(self, basis: str) -> None:
        self.setToolTip(plain(f"{sentence(self._meaning)}\n{sentence(basis)}"))

    def show_difference(self, text: str, *, good: bool | None) -> None:
        self._difference.setText(text)
        self._difference.setVisible(bool(text))
        name = {None: "small", True: "better", False: "worse"}[good]
        if self._difference.objectName() != name:
            self._difference.setObjectName(name)
            self._difference.style().unpolish(self._difference)
            self._difference.style().polish(self._difference)

    def show_value(self, value: str, unit: str, note: str) -> None:
        self._value.setText(value)
        self._unit.setText(unit)
        self._note.setText(note)
        self.setAccessibleDescription(self.tr("{0} {1}, {2}").format(value, unit, note))
