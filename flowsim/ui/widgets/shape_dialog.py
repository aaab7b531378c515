"""Choosing a distribution by its shape and its numbers."""

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from flowsim.domain.checks import distribution_problems
from flowsim.domain.distributions import (
    Distribution,
    Empirical,
    Gamma,
)
from flowsim.domain.shapes import SHAPES, Parameter, Shape, like, shape_of
from flowsim.ui.style.theme import SPACE_2, SPACE_3, SPACE_4, Theme, px
from flowsim.ui.text.language import said, shown
from flowsim.ui.widgets.distribution_preview import DistributionPreview
from flowsim.ui.widgets.number_field import NumberField

MOST_VALUES: Final = 100_000


class ShapeDialog(QDialog):
    """Every shape as a picture, the numbers of the one that is chosen, and what comes of them."""

    def __init__(
        self, theme: Theme, name: str, units: tuple[str, str], shape: Distribution, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.shape = shape
        self._units = units
        self._theme = theme
        self._as_shown = ""
        self._fields: dict[str, NumberField] = {}
        self.setWindowTitle(self.tr("How long: {0}").format(name))
        self._kinds = QButtonGroup(self)
        self._meaning = QLabel()
        self._meaning.setObjectName("quiet")
        self._meaning.setWordWrap(True)
        self._sketch = DistributionPreview(theme)
        self._sketch.setFixedHeight(px(132))
        self._sum = QLabel()
        self._sum.setTextFormat(Qt.TextFormat.PlainText)
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._numbers = QWidget()
        self._values = QPlainTextEdit()
        self._values.setAccessibleName(self.tr("Durations"))
        self._values.setPlaceholderText(self.tr("One duration after the other, for example: 1.5  2  2  7"))
        self._values.setFixedHeight(px(88))
        self._values.textChanged.connect(self._take_values)
        buttons = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._arrange()
        self._show_kind(shape_of(shape))

    def kind_button(self, kind: str) -> QPushButton:
        """The button of one kind."""
        button = self._kinds.button([shape.kind for shape in SHAPES].index(kind))
        assert isinstance(button, QPushButton)
        return button

    def field(self, parameter: str) -> NumberField:
        """The field of one parameter of the kind on view."""
        return self._fields[parameter]

    @property
    def values(self) -> QPlainTextEdit:
        """Where a team's own record is typed."""
        return self._values

    def _arrange(self) -> None:
        kinds = QGridLayout()
        kinds.setSpacing(SPACE_2)
        for place, shape in enumerate(SHAPES):
            button = _KindButton(self._theme, shape)
            self._kinds.addButton(button, place)
            kinds.addWidget(button, place // 4, place % 4)
        self._kinds.idClicked.connect(lambda place: self._choose(SHAPES[place]))
        self._grid = QGridLayout(self._numbers)
        self._grid.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_3)
        column.addLayout(kinds)
        for part in (self._meaning, self._sketch, self._sum, self._numbers, self._values, self._problem, self._buttons):
            column.addWidget(part)

    def _choose(self, shape: Shape) -> None:
        self.shape = like(shape.kind, self.shape)
        self._show_kind(shape)

    def _show_kind(self, shape: Shape) -> None:
        self.kind_button(shape.kind).setChecked(True)
        self._meaning.setText(shown(shape.meaning))
        for field in self._fields.values():
            field.hide()
            field.deleteLater()
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._fields = {}
        for row, parameter in enumerate(shape.parameters):
            self._add(row, parameter)
        self._values.setVisible(not shape.parameters)
        if isinstance(self.shape, Empirical):
            self._as_shown = "  ".join(f"{value!r}".removesuffix(".0") for value in self.shape.values)
            self._values.setPlainText(self._as_shown)
        self._show_shape()

    def _add(self, row: int, parameter: Parameter) -> None:
        words = shown(parameter.label)
        units = self._units if parameter.timed else ("", "")
        field = NumberField(words, units, above=parameter.above, minimum=parameter.least, maximum=parameter.most)
        field.show_value(getattr(self.shape, parameter.name))
        field.asked.connect(lambda value: self._take(parameter.name, value))
        field.textChanged.connect(lambda _: self._take_live(parameter.name, field))
        label = QLabel(words)
        label.setObjectName("quiet")
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignRight)
        self._fields[parameter.name] = field

    def _take_live(self, name: str, field: NumberField) -> None:
        """The picture follows while a number is being typed; what cannot be is said at once."""
        if (value := field.typed) is None:
            self._complain(field.allowed)
        elif name in self._fields:
            self._take(name, value)

    def _take(self, name: str, value: float) -> None:
        shape = shape_of(self.shape)
        numbers = {one.name: getattr(self.shape, one.name) for one in shape.parameters}
        self.shape = shape.make(**{**numbers, name: value})
        self._show_shape()

    def _take_values(self) -> None:
        if self._values.toPlainText() == self._as_shown:
            return
        words = re.split(r"[\s;]+", self._values.toPlainText().strip())
        try:
            values = tuple(float(word.replace(",", ".")) for word in words if word)
        except ValueError:
            self._complain(self.tr("only numbers, with blanks between them"))
            return
        if not values or not all(0 <= value < 1e9 for value in values) or len(values) > MOST_VALUES:
            self._complain(self.tr("at least one number, none below 0, at most {0}").format(said(MOST_VALUES, ",")))
            return
        self.shape = Empirical(values=values)
        self._show_shape()

    def _show_shape(self) -> None:
        problem = next(distribution_problems("", self.shape), None)
        if problem is not None:
            self._complain(problem.expected)
            return
        self._complain("")
        self._sketch.show_shape(self.shape, self._units[1])
        words = self.tr("On average {0} {1}; coefficient of variation {2}")
        self._sum.setText(words.format(said(self.shape.mean, ".3g"), self._units[1], said(self.shape.cv, ".2f")))

    def _complain(self, problem: str) -> None:
        self._problem.setText(self.tr("Allowed is {0}.").format(problem) if problem else "")
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not problem)


class _KindButton(QPushButton):
    """A kind as a small picture over its name."""

    def __init__(self, theme: Theme, shape: Shape) -> None:
        super().__init__()
        self.setObjectName("kind")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFixedSize(px(128), px(72))
        self.setAccessibleName(shown(shape.title))
        self.setToolTip(shown(shape.meaning))
        picture = DistributionPreview(theme, small=True)
        picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        picture.show_shape(like(shape.kind, Gamma(mean=1.0, cv=0.5)))
        name = QLabel(shown(shape.title))
        name.setObjectName("small")
        name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(2)
        column.addWidget(picture, 1)
        column.addWidget(name)
