"""Every page and dialog in another language, small and large: `python -m tests.screens_language FOLDER [LANGUAGE …]`.

What is too long for its place is best seen by eye; tests/ui/text/test_translations.py finds most of it.
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SIZES = (100, 150)


def main(folder: Path, wanted: list[str]) -> int:
    """The pictures of these languages, of all but English without any."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSettings
    from PySide6.QtTest import QTest

    from flowsim.app import Program, make_window
    from flowsim.ui.main_window.settings import TEXT_SIZE, Settings
    from flowsim.ui.text.spoken import ENGLISH, languages, speak
    from tests.ui.text.every_page import cut_off, every_page
    from tests.ui.visitor import Visitor

    app = Program([])
    for language in wanted or [one for one in languages() if one != ENGLISH]:
        speak(app, language)
        for size in SIZES:
            to = folder / f"{language}-{size}"
            to.mkdir(parents=True, exist_ok=True)

            def look(name: str, on_view: "QWidget", to: Path = to) -> None:
                QTest.qWait(150)
                on_view.grab().save(str(to / f"{name}.png"))
                for text in cut_off(on_view):
                    print(f"{to.name}/{name}: {text}")

            with tempfile.TemporaryDirectory() as temporary:
                settings = Settings(QSettings(str(Path(temporary) / "settings.ini"), QSettings.Format.IniFormat))
                settings.theme = "light"
                settings.put(TEXT_SIZE, size)
                window = make_window(app, settings)
                window.resize(1280, 720)
                window.show()
                every_page(Visitor(window), look)
                window.laboratory.leave()
                assert window.page is not None
                window.page.session.file.mark_saved()
                window.page.session.history.done.clear()
                window.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2:]))
