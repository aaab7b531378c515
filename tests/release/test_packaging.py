"""The files that desktops, installers and package managers read are whole, and hold what the program itself says."""

import configparser
import plistlib
import re
from pathlib import Path
from xml.etree import ElementTree

import contents
import product
import pytest

import flowsim

TEMPLATES = [
    *sorted((product.PACKAGING / "linux").iterdir()),
    *sorted((product.PACKAGING / "macos").iterdir()),
    *sorted((product.PACKAGING / "windows").iterdir()),
]
GIVEN = {
    name: f"<{name}>"
    for name in ("architecture", "kibibytes", "depends", "licence", "charts_but_last", "last_chart", "app", "output")
}


def desktop_entry() -> configparser.SectionProxy:
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read_string(product.filled(product.PACKAGING / "linux" / "flowsim.desktop"))
    return read["Desktop Entry"]


def metainfo() -> ElementTree.Element:
    return ElementTree.fromstring(product.filled(product.PACKAGING / "linux" / "metainfo.xml").encode())


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_every_gap_of_a_template_is_filled(template: Path) -> None:
    assert not re.findall(r"@[a-z_]+@", product.filled(template, **GIVEN))


def test_the_version_that_packages_tell_is_the_one_of_the_program() -> None:
    assert product.version() == flowsim.__version__
    assert contents.info_plist()["CFBundleShortVersionString"] == flowsim.__version__
    assert [release.get("version") for release in metainfo().iter("release")] == [flowsim.__version__]


def test_the_day_of_the_release_is_the_one_in_the_changelog() -> None:
    changelog = (product.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{flowsim.__version__}] - {product.released()}" in changelog


def test_a_flowsim_file_is_the_same_kind_of_file_to_every_reader() -> None:
    mime = ElementTree.fromstring(product.filled(product.PACKAGING / "linux" / "mime.xml").encode())
    [kind] = list(mime)
    [pattern] = [child.get("pattern") for child in kind if child.tag.endswith("glob")]
    assert (kind.get("type"), pattern) == ("application/x-flowsim", "*.flowsim")
    assert desktop_entry()["MimeType"].rstrip(";") == kind.get("type")
    assert [media.text for media in metainfo().iter("mediatype")] == [kind.get("type")]
    tags = contents.info_plist()["UTExportedTypeDeclarations"][0]["UTTypeTagSpecification"]
    assert tags == {"public.filename-extension": ["flowsim"], "public.mime-type": [kind.get("type")]}


def test_on_macos_it_is_a_program_with_a_window() -> None:
    """PyInstaller would make an app that runs in the background of one with a terminal; what it finds here stays."""
    assert contents.info_plist()["LSBackgroundOnly"] is False


def test_macos_knows_what_it_opens_by_the_type_the_app_declares() -> None:
    told = plistlib.loads(product.filled(product.PACKAGING / "macos" / "Info.plist").encode())
    [opened] = told["CFBundleDocumentTypes"]
    [declared] = told["UTExportedTypeDeclarations"]
    assert opened["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]


def test_the_desktop_finds_the_program_its_windows_and_its_icon() -> None:
    entry = desktop_entry()
    assert entry["Exec"].split() == ["flowsim", "%f"]
    # QApplication.setDesktopFileName: what the compositor looks the window's entry up by.
    assert (entry["Icon"], entry["StartupWMClass"]) == ("flowsim", "flowsim")
    assert [launch.text for launch in metainfo().iter("launchable")] == ["flowsim.desktop"]


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "libpython3.11.so.1.0",
    ],
)
def test_what_the_program_uses_goes_into_the_app(place: str) -> None:
    assert contents.is_used_binary(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/imageformats/libqtiff.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/plugins/platforms/qminimal.dll",
    ],
)
def test_what_the_program_does_not_use_stays_out_of_the_app(place: str) -> None:
    assert not contents.is_used_binary(place)


def test_translations_of_words_the_program_does_not_say_stay_out_of_the_app() -> None:
    assert not contents.is_used_data("PySide6/Qt/translations/qtbase_fi.qm")
    assert not contents.is_used_data("PySide6/Qt/translations/linguist_de.qm")
    assert contents.is_used_data("PySide6/Qt/translations/qtbase_de.qm")
    assert contents.is_used_data("flowsim/resources/translations/flowsim_de.qm")
    assert contents.is_used_data("flowsim/resources/fonts/Inter-Regular.otf")


@pytest.mark.skipif(product.ON_WINDOWS, reason="not everybody may make links there")
def test_what_two_packages_bring_alike_is_there_once(tmp_path: Path) -> None:
    for name, content in (("a", b"one"), ("b", b"one"), ("c", b"other")):
        (tmp_path / name).write_bytes(content)
    brought = [(f"{name}.libs/libx.so", str(tmp_path / name), "BINARY") for name in "abc"]
    assert contents.once(reversed(brought)) == [
        brought[0], ("b.libs/libx.so", "../a.libs/libx.so", "SYMLINK"), brought[2]
    ]  # fmt: skip


def test_a_link_to_a_library_that_was_left_out_is_left_out_too() -> None:
    links = [("libA.so", "PySide6/libA.so", "SYMLINK"), ("libB.so", "PySide6/libB.so", "SYMLINK")]
    assert contents.used_links(links, [("PySide6/libA.so", "/from/libA.so", "BINARY")]) == links[:1]
