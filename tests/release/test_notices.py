"""Nothing goes out without its notice: what PyInstaller tells of its work is looked through to the last library."""

from pathlib import Path

import notices
import product
import pytest


def told(folder: Path, modules: list[str], libraries: list[str]) -> Path:
    """PyInstaller's notes about an app of these modules and libraries."""
    packed = [(name, f"/somewhere/{name}.py", "PYMODULE") for name in modules]
    beside = [(Path(file).name, file, "BINARY") for file in libraries]
    (folder / "PYZ-00.toc").write_text(repr(("out.pyz", packed)), encoding="utf-8")
    (folder / "COLLECT-00.toc").write_text(repr((beside, "flowsim")), encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def no_loader(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program is not frozen here, so that PyInstaller need not be there."""
    monkeypatch.setattr(notices, "LOADER", "simpy")


def test_a_package_inside_has_its_notice_in_a_file_of_its_name(tmp_path: Path) -> None:
    parts = notices.collect(told(tmp_path, ["simpy.core", "json"], []), tmp_path / "out")
    assert {part.name for part in parts} == {"flowsim", "Inter", "Python", "simpy"}
    assert "MIT" in (tmp_path / "out" / "README.txt").read_text(encoding="utf-8")
    for part in parts:
        assert (tmp_path / "out" / f"{part.name}.txt").stat().st_size > 500


def test_what_is_compiled_into_a_package_is_listed_with_its_notice(tmp_path: Path) -> None:
    """pydantic_core is written in Rust, and its wheel lists the crates inside."""
    notices.collect(told(tmp_path, ["pydantic_core"], []), tmp_path / "out")
    listed = (tmp_path / "out" / "pydantic_core.txt").read_text(encoding="utf-8").splitlines()
    assert any(line.startswith("regex ") and line.endswith(": MIT OR Apache-2.0") for line in listed)


@pytest.mark.skipif(not product.ON_LINUX, reason="elsewhere no package manager knows whose a library is")
def test_a_library_that_nobody_knows_stops_the_build(tmp_path: Path) -> None:
    stray = tmp_path / "libstray.so.1"
    stray.touch()
    with pytest.raises(notices.MissingNoticeError, match=r"libstray\.so\.1: is inside, and no package"):
        notices.collect(told(tmp_path, [], [str(stray)]), tmp_path / "out")


def test_the_texts_that_packages_do_not_bring_are_there(tmp_path: Path) -> None:
    notices.collect(told(tmp_path, [], []), tmp_path / "out")
    names = {file.name for file in (tmp_path / "out").iterdir()}
    assert {"LGPL-3.txt", "GPL-3.txt", "Qt-third-party.txt", "Python-third-party.txt"} <= names
