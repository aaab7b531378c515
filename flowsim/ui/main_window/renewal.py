"""Whether a window may be replaced by one in another language at once: only where nothing in it would be lost by that.

A dialog in which somebody types, an export, a file that is being opened, an experiment, an offer that waits for an
answer, phones in the room: with any of these the language changes at the next start instead.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from flowsim.ui.dialogs.preferences import Preferences

if TYPE_CHECKING:
    from flowsim.ui.main_window.main_window import MainWindow


def may_be_renewed(window: "MainWindow") -> bool:
    """Whether nothing that `window` holds would be lost; the settings, where a language is chosen, may be on view."""
    typed_in = [each for each in window.findChildren(QDialog) if each.isVisible() and not isinstance(each, Preferences)]
    opens = window.page is not None and window.page.session.replay is not None
    busy = window.laboratory.page is not None or window.files.works or opens
    shows = window.workshop.presents or window.workshop.notes is not None or window.workshop.audience.is_open
    offers = set(window.notices.lines) - {"language"}
    return not (typed_in or busy or shows or offers)
