"""What a window does with keys and with files dropped on it, whatever it shows."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override

from flowsim.ui.main_window.file_commands import files_in
from flowsim.ui.widgets.focus_keys import belongs_to_focus, pressed_by


class WindowEvents(QMainWindow):
    """Keys go first to what has the focus. Signal: `dropped` (the path of the one file that was dropped)."""

    dropped = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and belongs_to_focus(event):
            event.accept()  # a key for what has the focus, and not for the whole window
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (button := pressed_by(event)) is not None:
            button.click()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(files_in(event.mimeData())) == 1:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = files_in(event.mimeData())
        if len(files) != 1:
            return
        event.acceptProposedAction()
        self.dropped.emit(files[0])
