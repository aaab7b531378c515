"""The list of cards in a form: how many there are, and the way to them."""

from PySide6.QtCore import Qt
from typing_extensions import override

from flowsim.domain.scenario import Scenario
from flowsim.ui.style.theme import Theme
from flowsim.ui.widgets.button_field import ButtonField
from flowsim.ui.widgets.card_list_dialog import CardListDialog


class CardListField(ButtonField):
    """A button that opens the list; asks for the cards as they shall be."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self._scenario: Scenario | None = None
        self.dialog: CardListDialog | None = None

    @override
    def show_value(self, value: Scenario) -> None:
        self._scenario = value

    @override
    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    @override
    def press(self) -> None:
        assert self._scenario is not None
        dialog = self.dialog = CardListDialog(self._theme, self._scenario, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.asked.emit(dialog.cards))
        dialog.open()
