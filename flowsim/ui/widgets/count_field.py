"""A whole number in a form."""

from PySide6.QtGui import QWheelEvent
from typing_extensions import override

from flowsim.ui.style.theme import Theme, px
from flowsim.ui.widgets.field_size import FIELD_HEIGHT, FIELD_WIDTH
from flowsim.ui.widgets.step_field import Look, StepField


class CountField(StepField):
    """A whole number in a form, its ends always on view; `none` is what it shows where there is no number."""

    def __init__(
        self, theme: Theme, name: str, *, minimum: int = 1, maximum: int = 999_999, none: str | None = None
    ) -> None:
        super().__init__(theme, name, minimum=minimum, maximum=maximum, may_be_none=none is not None)
        self._none = none or ""
        self.shows_steps = True
        self.setFixedSize(px(FIELD_WIDTH), px(FIELD_HEIGHT))

    @property
    def allowed(self) -> str:
        """What may be typed."""
        return self._allowed()

    @override
    def show_value(
        self, value: int | None, idle_text: str = "", look: Look = "plain", *, brief: str = "",
        at_present: int | None = None,
    ) -> None:  # fmt: skip
        super().show_value(value, self._none if value is None else str(value))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # who turns the wheel over a form wants to scroll it

    @override
    def step(self, by: int) -> None:
        if self._value is None:
            self.asked.emit(max(self._minimum, 1))
        else:
            super().step(by)
