"""The table of actions: everything that can be asked for stands in it once, and something does it."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QSettings, Qt

from flowsim.ui.main_window.actions import ACTIONS, Act
from flowsim.ui.main_window.settings import MOST_RECENT, Settings
from tests.ui.visitor import Visitor


def test_every_act_stands_in_the_menus_once() -> None:
    assert Counter(spec.act for spec in ACTIONS if spec.act is not None) == Counter(Act)


def test_every_act_has_its_action_in_the_window(visitor: Visitor) -> None:
    assert set(visitor.window.menu_actions) == set(Act)


def test_no_two_actions_have_the_same_keys() -> None:
    keys = Counter(key for spec in ACTIONS for key in spec.keys)
    assert max(keys.values()) == 1


def kept_in(path: Path) -> Settings:
    return Settings(QSettings(str(path), QSettings.Format.IniFormat))


def test_recent_files_are_remembered_whatever_their_names(tmp_path: Path) -> None:
    paths = [
        tmp_path / name for name in ("two\nlines.flowsim", "[list].flowsim", 'quoted"; x=1.flowsim', "Übung.flowsim")
    ]
    settings = kept_in(tmp_path / "settings.ini")
    for path in reversed(paths):
        settings.remember(path)
    settings._store.sync()
    assert kept_in(tmp_path / "settings.ini").recent == paths


def test_only_so_many_recent_files_are_remembered(tmp_path: Path) -> None:
    settings = kept_in(tmp_path / "settings.ini")
    for number in range(MOST_RECENT + 3):
        settings.remember(tmp_path / f"{number}.flowsim")
    assert [path.stem for path in settings.recent] == [str(number) for number in range(MOST_RECENT + 2, 2, -1)]


def test_recent_files_as_the_first_version_wrote_them_are_read(tmp_path: Path) -> None:
    settings = kept_in(tmp_path / "settings.ini")
    settings._store.setValue("files/recent", "/boards/a.flowsim\n/boards/b.flowsim")
    assert settings.recent == [Path("/boards/a.flowsim"), Path("/boards/b.flowsim")]


def test_a_broken_list_of_recent_files_is_an_empty_one(tmp_path: Path) -> None:
    settings = kept_in(tmp_path / "settings.ini")
    for broken in ("[", "[1, 2]", '[["a"]]'):
        settings._store.setValue("files/recent", broken)
        assert settings.recent == []


def test_every_menu_has_a_letter_of_its_own_and_f10_leads_to_the_first(visitor: Visitor) -> None:
    bar = visitor.window.menuBar()
    titles = [action.text() for action in bar.actions()]
    assert all(title.startswith("&") for title in titles)
    assert len({title[1] for title in titles}) == len(titles)
    visitor.key(Qt.Key.Key_F10)
    assert bar.activeAction() is bar.actions()[0]
    visitor.key(Qt.Key.Key_Escape)
