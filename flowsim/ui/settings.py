"""What the program remembers between starts; every value is read with its type, because files hold only text."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

MOST_RECENT: Final = 8


class Settings:
    """Theme, motion, window, recent files and last folder, kept in a `QSettings`."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def theme(self) -> str:
        """`light`, `dark`, or `system`."""
        return str(self._store.value("look/theme", "system", str))

    @theme.setter
    def theme(self, theme: str) -> None:
        self._store.setValue("look/theme", theme)

    @property
    def reduced_motion(self) -> bool:
        """Whether things jump instead of gliding."""
        return bool(self._store.value("look/reduced_motion", False, bool))

    @reduced_motion.setter
    def reduced_motion(self, reduced: bool) -> None:
        self._store.setValue("look/reduced_motion", reduced)

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window, as Qt saves them."""
        stored = self._store.value("window/geometry", QByteArray(), QByteArray)
        return stored if isinstance(stored, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)

    @property
    def folder(self) -> str:
        """Where files were opened or saved last."""
        return str(self._store.value("files/folder", "", str))

    @property
    def recent(self) -> list[Path]:
        """The files used last, the latest first."""
        listed = str(self._store.value("files/recent", "", str))
        return [Path(line) for line in listed.splitlines() if line]

    def remember(self, path: Path) -> None:
        """`path` has been opened or saved."""
        path = path.absolute()
        others = [other for other in self.recent if other != path]
        self._store.setValue("files/recent", "\n".join(map(str, [path, *others][:MOST_RECENT])))
        self._store.setValue("files/folder", str(path.parent))

    def forget(self, path: Path) -> None:
        """`path` is no more."""
        others = (str(other) for other in self.recent if other != path.absolute())
        self._store.setValue("files/recent", "\n".join(others))
