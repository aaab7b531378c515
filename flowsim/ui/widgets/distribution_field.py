"""How long something takes, in a form: by average and a word, with a live picture."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QToolButton,
    QWidget,
)

from flowsim.domain.distributions import (
    Constant,
    Distribution,
    Exponential,
    Gamma,
    Lognormal,
    with_mean,
)
from flowsim.domain.shapes import shape_of
from flowsim.ui.style.theme import SPACE_2, Theme
from flowsim.ui.text.language import shown
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.distribution_preview import DistributionPreview
from flowsim.ui.widgets.number_field import NumberField
from flowsim.ui.widgets.shape_dialog import ShapeDialog

VARIATIONS: Final = (0.0, 0.5, 1.0, 2.0)
"""Coefficients of variation behind "not at all", "a little", "a lot" and "wildly"."""


def work_like(mean: float, cv: float) -> Distribution:
    """Durations with this mean and variation: constant, gamma, exponential or lognormal."""
    if cv == 0 or mean == 0:
        return Constant(value=mean)
    if cv == 1:
        return Exponential(mean=mean)
    return Gamma(mean=mean, cv=cv) if cv < 1 else Lognormal(mean=mean, cv=cv)


def nearest_variation(cv: float) -> float:
    """The variation that is called by the same words."""
    if cv == 0:
        return 0.0
    return 0.5 if cv <= 0.5 else 1.0 if cv <= 1.2 else 2.0


class DistributionField(QWidget):
    """A picture, an average, how much it varies, and a way to every shape. Asks for whole distributions."""

    asked = Signal(object)
    complained = Signal(str)

    def __init__(self, theme: Theme, name: str, units: tuple[str, str], *, above: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._units = units
        self._shape: Distribution = Constant(value=1.0)
        self._dialog: ShapeDialog | None = None
        self.sketch = DistributionPreview(theme)
        self.mean = NumberField(self.tr("Average: {0}").format(name), units, above=above)
        words = (self.tr("not at all"), self.tr("a little"), self.tr("a lot"), self.tr("wildly"))
        self.variation = ChoiceField(
            self.tr("How much it varies: {0}").format(name), list(zip(VARIATIONS, words, strict=True))
        )
        self.more = QToolButton()
        self.more.setObjectName("flat")
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setAccessibleName(self.tr("Shape of {0}").format(name))
        self.more.setToolTip(self.tr("Choose another shape, or your team's own data"))
        self.mean.asked.connect(lambda mean: self.asked.emit(with_mean(self._shape, mean)))
        self.variation.asked.connect(lambda cv: self.asked.emit(work_like(self._shape.mean, cv)))
        self.mean.complained.connect(self.complained)
        self.more.clicked.connect(self.choose_shape)
        self._arrange()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(SPACE_2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.sketch, 0, 0, 1, 2)
        for row, (text, field) in enumerate(
            ((self.tr("On average"), self.mean), (self.tr("It varies"), self.variation)), start=1
        ):
            label = QLabel(text)
            label.setObjectName("quiet")
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.more, 3, 0, 1, 2, Qt.AlignmentFlag.AlignRight)

    def show_value(self, value: Distribution) -> None:
        """Show the distribution in force."""
        self._shape = value
        self.sketch.show_shape(value, self._units[1])
        self.mean.show_value(value.mean)
        self.variation.show_value(nearest_variation(value.cv))
        self.more.setText(self.tr("Shape: {0} …").format(shown(shape_of(value).title)))

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self._theme = theme
        self.sketch.set_theme(theme)

    @property
    def allowed(self) -> str:
        """What may be typed."""
        return self.mean.allowed

    def choose_shape(self) -> None:
        """Let a person choose among all shapes."""
        dialog = self._dialog = ShapeDialog(self._theme, self._name, self._units, self._shape, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.asked.emit(dialog.shape))
        dialog.open()
