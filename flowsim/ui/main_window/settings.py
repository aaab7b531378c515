"""What the program remembers between starts: a table of settings, and the state of the window.

Every value is read with its type, because files hold only text.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QByteArray, QSettings

from flowsim.domain.phrases import Phrase, digits, phrase
from flowsim.ui.text.spoken import SYSTEM, languages, name_of

MOST_RECENT: Final = 8
BYTES_A_ROW: Final = 70
"""As `flowsim.session.player` has it, which is not imported before the first session opens."""


@dataclass(frozen=True)
class SettingSpec:
    """One setting a person can choose: where it is kept, what it is called, what it does, and what it may be."""

    key: str
    label: Phrase
    hint: Phrase
    default: Any
    choices: tuple[tuple[Any, str], ...]


THEME: Final = SettingSpec(
    "look/theme",
    phrase("Colours"),
    phrase("Light for a bright room, dark for a dim one."),
    "system",
    (("system", phrase("follow the system")), ("light", phrase("light")), ("dark", phrase("dark"))),
)
TEXT_SIZE: Final = SettingSpec(
    "look/text_size",
    phrase("Text size"),
    phrase("Larger for the back of the room: texts, cards and charts grow together."),
    100,
    tuple((size, phrase("{0} %", size)) for size in (100, 110, 125, 150, 175, 200)),
)
LANGUAGE: Final = SettingSpec(
    "look/language",
    phrase("Language"),
    phrase("Of the window, its numbers and its exercises; files and boards of your own stay as they are."),
    SYSTEM,
    ((SYSTEM, phrase("as the system")), *((language, name_of(language)) for language in languages())),
)
REDUCED_MOTION: Final = SettingSpec(
    "look/reduced_motion",
    phrase("Motion"),
    phrase("Whether cards glide to their places, or are there at once."),
    False,
    ((False, phrase("cards glide")), (True, phrase("reduced: cards jump"))),
)
KEEP_SPEED: Final = SettingSpec(
    "run/keep_speed",
    phrase("Speed of a new board"),
    phrase("Whether a file that is opened runs as fast as the board before, seen by its own work; exercises do not."),
    True,
    ((True, phrase("as the last one")), (False, phrase("always the usual one"))),
)
WARN_WRITTEN: Final = SettingSpec(
    "files/watch",
    phrase("File changed by others"),
    phrase("Whether a line tells when another program changes the file that is open."),
    True,
    ((True, phrase("tell me")), (False, phrase("say nothing"))),
)
HOLD_TIME: Final = SettingSpec(
    "run/hold_time",
    phrase("Time during a drag"),
    phrase("Whether the run stands while cards are in somebody's hand."),
    True,
    ((True, phrase("stands still")), (False, phrase("goes on"))),
)
ROWS_ALLOWED: Final = (10_000_000, 50_000_000, 200_000_000)
LONGEST_RUN: Final = SettingSpec(
    "run/most_rows",
    phrase("Longest run"),
    phrase("How much memory a run may take before it stands: the longer it goes on, the more it takes."),
    50_000_000,
    tuple(
        (rows, phrase("about {0} GB", digits(rows * BYTES_A_ROW / 1e9, ".2g")))
        for rows in (10_000_000, 50_000_000, 200_000_000)
    ),
)
SETTINGS: Final = (LANGUAGE, THEME, TEXT_SIZE, REDUCED_MOTION, KEEP_SPEED, HOLD_TIME, LONGEST_RUN, WARN_WRITTEN)


class Settings:
    """Kept in a `QSettings`."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def get(self, spec: SettingSpec) -> Any:
        """What was chosen; the default if that is none of the choices any more."""
        stored = self._store.value(spec.key, spec.default, type(spec.default))
        return stored if any(stored == value for value, _ in spec.choices) else spec.default

    def put(self, spec: SettingSpec, value: Any) -> None:
        """Remember a choice."""
        self._store.setValue(spec.key, value)

    @property
    def theme(self) -> str:
        """`light`, `dark`, or `system`."""
        return str(self.get(THEME))

    @theme.setter
    def theme(self, theme: str) -> None:
        self.put(THEME, theme)

    @property
    def reduced_motion(self) -> bool:
        """Whether things jump instead of gliding."""
        return bool(self.get(REDUCED_MOTION))

    @reduced_motion.setter
    def reduced_motion(self, reduced: bool) -> None:
        self.put(REDUCED_MOTION, reduced)

    @property
    def text_scale(self) -> float:
        """How many times its usual size everything written is."""
        return float(self.get(TEXT_SIZE)) / 100

    @property
    def pace(self) -> float:
        """The remembered speed, as a multiple of a board's first speed; inf for as fast as it can, 1 if not kept."""
        if not self.get(KEEP_SPEED):
            return 1.0
        try:
            pace = float(str(self._store.value("run/pace", 1.0)))
        except ValueError:
            return 1.0
        return pace if pace > 0 else 1.0  # what is no number is not above 0 either

    @pace.setter
    def pace(self, pace: float) -> None:
        self._store.setValue("run/pace", pace)

    def keep_pace(self, pace: float) -> None:
        """Remember how fast the board runs, seen by its own work."""
        self.pace = pace

    @property
    def chart(self) -> str:
        """The chart that was on view."""
        return str(self._store.value("window/chart", "flow", str))

    @chart.setter
    def chart(self, name: str) -> None:
        self._store.setValue("window/chart", name)

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window, as Qt saves them."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)

    @property
    def splitter(self) -> QByteArray:
        """How board and charts share the height, as Qt saves it."""
        return self._bytes("window/splitter")

    @splitter.setter
    def splitter(self, splitter: QByteArray) -> None:
        self._store.setValue("window/splitter", splitter)

    @property
    def folder(self) -> str:
        """Where files were opened or saved last."""
        return str(self._store.value("files/folder", "", str))

    @property
    def recent(self) -> list[Path]:
        """The files used last, the latest first."""
        listed = str(self._store.value("files/recent", "", str))
        if not listed.startswith("["):  # as version 0.1.0 wrote it
            return [Path(line) for line in listed.splitlines() if line]
        try:
            return [Path(name) for name in json.loads(listed)]
        except (ValueError, TypeError):
            return []

    def _keep_recent(self, paths: Iterable[Path]) -> None:
        self._store.setValue("files/recent", json.dumps([str(path) for path in paths][:MOST_RECENT]))

    def remember(self, path: Path) -> None:
        """`path` has been opened or saved."""
        path = path.absolute()
        others = [other for other in self.recent if other != path]
        self._keep_recent([path, *others])
        self._store.setValue("files/folder", str(path.parent))

    def forget(self, path: Path) -> None:
        """`path` is no more."""
        self._keep_recent(other for other in self.recent if other != path.absolute())

    def _bytes(self, key: str) -> QByteArray:
        stored = self._store.value(key, QByteArray(), QByteArray)
        return stored if isinstance(stored, QByteArray) else QByteArray()
