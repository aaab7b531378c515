"""The languages the window speaks: English, and every one that lies in `resources/translations`.

A language is known by its two letters. Its words are Qt's: `flowsim_de.qm` is made of `flowsim_de.ts`, in which people
translate. Qt's own words (buttons of dialogs, menus of text fields) come with Qt.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from flowsim.storage.resources import resources

SYSTEM: Final = "system"
ENGLISH: Final = "en"


def languages() -> Sequence[str]:
    """The languages there are, English first."""
    return ENGLISH, *sorted(file.stem.removeprefix("flowsim_") for file in _translations().glob("flowsim_*.qm"))


def name_of(language: str) -> str:
    """What a language calls itself: "Deutsch"."""
    return QLocale(language).nativeLanguageName().title() if language != ENGLISH else "English"


def spoken(choice: str) -> str:
    """The language for what somebody has chosen: that one, or for `system` the first of the system's that there is."""
    there = languages()
    wished = [choice] if choice != SYSTEM else [name[:2] for name in QLocale.system().uiLanguages()]
    return next((language for language in wished if language in there), ENGLISH)


def speak(app: QCoreApplication, language: str) -> None:
    """Speak this language from now on: what is made later has its words, its numbers and its dates."""
    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.deleteLater()
    QLocale.setDefault(QLocale(language))
    if language == ENGLISH:
        return
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", qt), (f"flowsim_{language}", str(_translations()))):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)


def _translations() -> Path:
    return resources() / "translations"
