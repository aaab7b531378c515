"""What goes into the stand-alone app and what stays out; read by flowsim.spec.

The program draws with Qt's own raster painter into windows of X11, Wayland, Windows or macOS. It uses no network, no
sound and no foreign image formats but films of the manual. Two modules of OpenGL are in it because
pyqtgraph imports them when it starts; nothing is drawn with them.
"""

from __future__ import annotations

import plistlib
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import Any, Final

import product
import tools

SCIPY_UNUSED: Final = (
    "cluster", "constants", "datasets", "differentiate", "fft", "fftpack", "integrate", "interpolate", "io", "linalg",
    "misc", "ndimage", "odr", "optimize", "signal", "sparse", "spatial", "stats",
)  # fmt: skip
UNUSED_MODULES: Final = [
    # Brought by numpy, pydantic and the standard library for what the program does not do.
    # (scipy.special asks numpy for every module that it has: f2py, testing, ctypeslib, and with them unittest.)
    *("numpy._pyinstaller", "numpy.distutils", "numpy._core._simd"),
    # Of scipy special functions alone are used, which load nothing of the rest.
    *(f"scipy.{part}" for part in SCIPY_UNUSED),
    *(f"numpy._core.{part}_tests" for part in ("_multiarray", "_umath", "_rational", "_struct_ufunc", "_operand_flag")),
    *("PIL", "setuptools", "pip", "packaging", "tkinter", "curses", "readline", "doctest"),
    *("lib2to3", "pdb", "test", "xmlrpc", "ftplib", "smtplib", "imaplib", "poplib"),
    # Without these hashlib uses Python's own sums, and OpenSSL stays out: nothing here speaks to a network.
    *("_ssl", "ssl", "_hashlib"),
    *("PySide6.QtNetwork", "PySide6.QtDBus"),
    # Of pyqtgraph: what the charts are not drawn with.
    *(f"pyqtgraph.{part}" for part in ("opengl", "flowchart", "dockarea", "examples", "jupyter", "console")),
]

IMPORTED_BY_NAME: Final = ["PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"]
"""What pyqtgraph imports by names that it puts together, and that no reader of its code can know of."""

QT_PLUGINS: Final = {
    "platforms": ("xcb", "wayland", "offscreen", "windows", "cocoa"),
    "platforminputcontexts": ("compose", "ibus"),
    "platformthemes": ("xdgdesktopportal",),
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "styles": (),
    "imageformats": ("gif",),
}
"""Folder of plugins, and those of it that are kept: a window, a keyboard with accents, the system's colours and file
dialogs, the films of the manual. All others (other image formats, TLS, OpenGL, touch screens without a desktop …) are
not used."""

OF_THE_SYSTEM: Final = (
    *("libX11", "libX11-xcb", "libXau", "libXdmcp", "libXext", "libXrender", "libxcb", "libICE", "libSM"),
    *("libwayland-client", "libwayland-cursor", "libwayland-egl"),
    *("libfontconfig", "libfreetype", "libexpat", "libpng16", "libharfbuzz", "libgraphite2", "libfribidi"),
    *("libglib-2.0", "libgthread-2.0", "libgobject-2.0", "libgio-2.0", "libpcre2-8", "libdbus-1"),
    *("libstdc++", "libgcc_s", "libz", "libuuid", "libcom_err"),
)
"""Linux: what every desktop has and keeps safe. Copies of it in here would only grow old, and quarrel with the fonts
and the display of the system they come to. A Debian package names what it needs of it as its dependencies."""


QT_WORDS: Final = tuple(
    f"qtbase_{file.stem.removeprefix('flowsim_')}.qm"
    for file in sorted((product.ROOT / "resources" / "translations").glob("*.qm"))
)
"""Qt's buttons and menus in the languages that the program speaks."""

Entry = tuple[str, str, str]
"""What PyInstaller calls a thing of the folder: its place there, where it comes from (a link: its target), its kind."""


def is_used_data(target: str) -> bool:
    """Whether a file that is not code belongs in, told by its place in the folder.

    Of Qt's own words only those of the languages that the program speaks.
    """
    parts = PurePath(target).parts
    if "PySide6" in parts and "translations" in parts and parts[-1] not in QT_WORDS:
        return False
    return parts[-1] not in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json")


def is_used_binary(target: str) -> bool:
    """Whether a library or plugin belongs in, told by its place in the folder."""
    path = PurePath(target)
    if "plugins" in path.parts:
        kind = path.parts[path.parts.index("plugins") + 1]
        stem = path.name.removeprefix("lib").split(".")[0].removeprefix("q")
        return any(stem == kept or stem.startswith(f"{kept}platform") for kept in QT_PLUGINS.get(kind, ()))
    return not (product.ON_LINUX and path.name.split(".so")[0] in OF_THE_SYSTEM)


def used_links(data: Iterable[Entry], binaries: Iterable[Entry]) -> list[Entry]:
    """The data, without links to libraries that were left out; macOS' frameworks keep the links they are made of."""
    here = {PurePath(entry[0]).name for entry in binaries}

    def stays(entry: Entry) -> bool:
        return entry[2] != "SYMLINK" or ".framework/" in entry[0] or PurePath(entry[1]).name in here

    return [entry for entry in data if stays(entry)]


def linked(binaries: Iterable[Entry]) -> list[Entry]:
    """The binaries that are loaded by name, and those that one of these is linked to, however far down."""
    by_name: dict[str, list[Entry]] = {}
    for entry in binaries:
        by_name.setdefault(PurePath(entry[0]).name, []).append(entry)
    reached = [entry for entries in by_name.values() for entry in entries if is_loaded_by_name(entry)]
    names = {PurePath(entry[0]).name for entry in reached}
    for _, file, kind in reached:  # which grows meanwhile
        for name in sorted(needs(file) - names) if kind != "SYMLINK" else ():
            names.add(name)
            reached += by_name.get(name, [])
    return reached


def once(binaries: Iterable[Entry]) -> list[Entry]:
    """The binaries, those that two packages bring alike only once: numpy and scipy have the same run-time libraries.

    The later one becomes a link to the first. Windows has no links that everybody may make, so nothing changes there.
    """
    listed = sorted(binaries)
    if product.ON_WINDOWS:
        return listed
    first: dict[tuple[str, bytes], str] = {}
    found = []
    for target, file, kind in listed:
        place = PurePath(target)
        if not place.parts[0].endswith(".libs") or kind == "SYMLINK":
            found.append((target, file, kind))
            continue
        known = first.setdefault((place.name, Path(file).read_bytes()), target)
        found.append((target, file, kind) if known == target else (target, f"../{known}", "SYMLINK"))
    return found


def needs(file: str) -> set[str]:
    """The names of the libraries that a binary names itself; of Linux' linker one would hear of theirs as well."""
    if product.ON_LINUX:
        return set(tools.linker_fields(file, "NEEDED"))
    from PyInstaller.depend.bindepend import get_imports

    return {PurePath(library).name for library, _ in get_imports(file)}


def is_loaded_by_name(entry: Entry) -> bool:
    """Whether Python or Qt loads this itself: Python, its extension modules, Qt's plugins, Windows' own runtime."""
    target, _, kind = entry
    name = PurePath(target).name.lower()
    return (
        kind == "EXTENSION"
        or "plugins" in PurePath(target).parts
        or name.startswith(("libpython", "python3", "vcruntime", "msvcp", "ucrtbase", "api-ms-win"))
        or name == "python"
    )


def windows_version(program: str) -> Any:
    """What Windows shows of an executable in its properties."""
    from PyInstaller.utils.win32 import versioninfo as info

    numbers = (*map(int, product.version().split(".")), 0)
    words = {
        "CompanyName": product.AUTHORS,
        "FileDescription": product.SUMMARY,
        "FileVersion": product.version(),
        "LegalCopyright": f"{product.AUTHORS}; MIT licence",
        "OriginalFilename": f"{program}.exe",
        "ProductName": product.NAME,
        "ProductVersion": product.version(),
    }
    table = info.StringTable("040904B0", [info.StringStruct(key, word) for key, word in words.items()])
    return info.VSVersionInfo(
        ffi=info.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[info.StringFileInfo([table]), info.VarFileInfo([info.VarStruct("Translation", [0x0409, 1200])])],
    )


def info_plist() -> dict[str, Any]:
    """What macOS wants to know of the app: its version, and that it opens .flowsim files."""
    text = product.filled(product.PACKAGING / "macos" / "Info.plist")
    return dict(plistlib.loads(text.encode()))
