"""The settings dialog, made from the table of settings; what is chosen is in force at once."""

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from flowsim.ui.main_window.settings import SETTINGS, Settings, SettingSpec
from flowsim.ui.style.theme import SPACE_1, SPACE_3, SPACE_4, SPACE_6, px
from flowsim.ui.text.language import shown
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.dialog_size import within
from flowsim.ui.widgets.quiet_scroll_area import QuietScrollArea


class Preferences(QDialog):
    """Signal: `chosen` (a setting of the table), after it has been remembered."""

    chosen = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Settings"))
        self.fields: dict[str, ChoiceField] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_6)
        grid.setVerticalSpacing(SPACE_1)
        grid.setColumnStretch(0, 1)
        for place, spec in enumerate(SETTINGS):
            self._add(grid, 2 * place, spec)
        widest = max(px(180), *(field.sizeHint().width() + SPACE_3 for field in self.fields.values()))
        for field in self.fields.values():
            field.setFixedWidth(widest)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        column.setSpacing(SPACE_4)
        listed = QWidget()
        listed.setLayout(grid)
        grid.setContentsMargins(0, 0, SPACE_3, 0)
        column.addWidget(QuietScrollArea(listed), 1)
        column.addWidget(buttons)
        whole = listed.sizeHint().grownBy(QMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4 + SPACE_4))
        size = whole + QSize(SPACE_3, buttons.sizeHint().height())
        self.resize(within(parent, size))

    def _add(self, grid: QGridLayout, row: int, spec: SettingSpec) -> None:
        label, hint = QLabel(shown(spec.label)), QLabel(shown(spec.hint))
        label.setObjectName("title")
        label.setContentsMargins(0, SPACE_3, 0, 0)
        hint.setObjectName("small")
        hint.setWordWrap(True)
        hint.setMinimumWidth(px(300))
        hint.setMinimumHeight(hint.heightForWidth(px(300)))
        field = self.fields[spec.key] = ChoiceField(
            shown(spec.label), [(value, shown(words)) for value, words in spec.choices]
        )
        field.show_value(self._settings.get(spec))
        field.asked.connect(lambda value: self._choose(spec, value))
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(hint, row + 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, row, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)

    def _choose(self, spec: SettingSpec, value: object) -> None:
        self._settings.put(spec, value)
        self.chosen.emit(spec)
