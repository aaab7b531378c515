"""The licence notices of everything that is inside the stand-alone app, collected from what PyInstaller put there.

Every module and library of the app belongs to a Python package, to Python, or to the system it was built on; each
brings its notice along. A thing whose notice is not found stops the build: nothing goes out without one.
"""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Final, NamedTuple

import product
import tools

QT: Final = ("pyside6_essentials", "shiboken6")
"""Packages without a notice of their own: the licence is the LGPL, whose text lies in packaging/licences."""

LOADER: Final = "pyinstaller"
"""The package whose own code starts the app."""

QT_NOTICE: Final = """\
Qt {version} and Qt for Python {version}, (C) The Qt Company Ltd. and other contributors.

Used under the GNU Lesser General Public License, version 3 (LGPL-3.txt, with GPL-3.txt, in this folder), unchanged, as
published in the packages PySide6-Essentials and shiboken6 on PyPI. They are shared libraries in their own files, in the
folder PySide6 of this program: you may replace them by versions of your own. Their source code: download.qt.io.

Qt contains parts by others under licences that ask for their notice to be kept, and comes with ICU (Unicode licence):
they are in Qt-third-party.txt.
"""


class Part(NamedTuple):
    """Something inside with one licence: its name, its version, and the files that hold its notice."""

    name: str
    version: str
    licence: str
    notices: tuple[Path, ...]
    lists: tuple[Path, ...] = ()
    """Lists (CycloneDX) of what is compiled into it."""


class MissingNoticeError(LookupError):
    """Something is inside of which no licence notice was found."""


def collect(work: Path, target: Path) -> list[Part]:
    """Write the notices of all that PyInstaller's working folder `work` tells of into `target`; return the parts."""
    parts = [_flowsim(), _inter(), _python(), *_packages(_modules(work)), *_of_the_system(_files(work))]
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for part in parts:
        _write(part, target)
    for text in sorted((product.PACKAGING / "licences").iterdir()):
        shutil.copyfile(text, target / f"{text.stem if text.suffix == '.txt' else text.name}.txt")
    lines = [f"{f'{part.name} {part.version}'.strip()}: {part.licence}" for part in parts]
    words = "What is inside this program, each with its notice in a file of its name in this folder:"
    (target / "README.txt").write_text("\n".join([words, "", *lines, ""]), encoding="utf-8")
    return parts


def _write(part: Part, target: Path) -> None:
    if part.name.lower().replace("-", "_") in QT:
        text = QT_NOTICE.format(version=part.version)
    elif part.notices:
        text = "\n\n".join(file.read_text(encoding="utf-8", errors="replace") for file in part.notices)
    else:
        raise MissingNoticeError(f"{part.name} {part.version}: is inside, and has no licence notice")
    components = [line for file in part.lists for line in _components(file)]
    if components:
        text += "\n\nCompiled into it, as its makers list it:\n\n" + "\n".join(components) + "\n"
    (target / f"{part.name}.txt").write_text(text, encoding="utf-8")


def _components(listed: Path) -> list[str]:
    """A line for each component of a CycloneDX list: name, version, licence."""
    told = json.loads(listed.read_text(encoding="utf-8"))
    lines = []
    for each in told.get("components", ()):
        known = [
            entry.get("expression") or entry.get("license", {}).get("id", "") for entry in each.get("licenses", ())
        ]
        lines.append(f"{each['name']} {each.get('version', '')}: {', '.join(filter(None, known)) or 'not told'}")
    return lines


def _flowsim() -> Part:
    return Part(product.NAME, product.version(), "MIT", (product.ROOT / "LICENSE",))


def _inter() -> Part:
    return Part("Inter", "", "SIL Open Font License 1.1", (product.ROOT / "resources" / "fonts" / "OFL.txt",))


def _python() -> Part:
    library = Path(sysconfig.get_path("stdlib"))
    places = [folder / "LICENSE.txt" for folder in (library, library.parent, library.parent.parent)]
    found = [file for file in places if file.exists()]
    found += Path("/usr/share/doc").glob(f"python{sys.version_info.major}.{sys.version_info.minor}/copyright")
    return Part("Python", sys.version.split()[0], "PSF-2.0", tuple(found[:1]))


def _packages(modules: Iterable[str]) -> list[Part]:
    """The Python packages that any of the modules belongs to; PyInstaller itself, whose loader starts the app."""
    owners = metadata.packages_distributions()
    names = {owner for module in modules for owner in owners.get(module.partition(".")[0], ())}
    names -= {product.NAME}
    return [_package(name) for name in sorted(names | {LOADER}, key=str.lower)]


def _field(told: metadata.Distribution, name: str) -> str:
    """A field of a package's metadata; not every reader of it answers for a field that is not there."""
    found = told.metadata.get_all(name)
    return str(found[0]) if found else ""


def _package(name: str) -> Part:
    told = metadata.distribution(name)
    files = [file for file in told.files or () if _is_notice(Path(str(file)))]
    licence = _field(told, "License-Expression") or _field(told, "License")
    if not licence.strip() or "\n" in licence:
        kinds = [line for line in told.metadata.get_all("Classifier") or () if line.startswith("License ::")]
        licence = kinds[0].rpartition(" :: ")[2] if kinds else "see its notice"
    return Part(
        told.metadata["Name"],
        told.version,
        licence,
        tuple(Path(str(told.locate_file(file))) for file in files),
        tuple(Path(str(told.locate_file(file))) for file in told.files or () if Path(str(file)).parent.name == "sboms"),
    )


def _is_notice(file: Path) -> bool:
    """Whether a file of a package is its licence or a notice, told by its name and place."""
    word = any(word in file.name.upper() for word in ("LICENSE", "LICENCE", "COPYING", "NOTICE"))
    return word and file.suffix in ("", ".txt", ".md", ".rst") and any(".dist-info" in part for part in file.parts)


def _of_the_system(files: Iterable[str]) -> list[Part]:
    """Libraries of the system the app was built on; on Debian each belongs to a package with a copyright file."""
    library = Path(sysconfig.get_path("stdlib")).resolve()
    pythons = {str(sysconfig.get_config_var(name)) for name in ("INSTSONAME", "LDLIBRARY", "PY3LIBRARY")}
    ours = (Path(sys.prefix).resolve(), product.ROOT, library)
    found: dict[str, Part] = {}
    for file in sorted({Path(file).resolve() for file in files if Path(file).is_absolute()}):
        if file.name in pythons or any(file.is_relative_to(folder) for folder in ours):
            continue
        if not product.ON_LINUX:  # where Python brings its libraries itself, and lies in one folder
            if file.is_relative_to(Path(sys.base_prefix).resolve()):
                continue
            raise MissingNoticeError(f"{file}: is inside, and nobody knows its licence")
        package = _package_of(str(file))
        name = package.partition(":")[0]
        version = tools.output("dpkg-query", "--showformat=${Version}", "--show", package)
        notice = Path("/usr/share/doc") / name / "copyright"
        found[name] = Part(name, version, "see its notice", (notice,) if notice.exists() else ())
    return list(found.values())


def _package_of(file: str) -> str:
    # Where /lib is a link to /usr/lib, dpkg may know a file by either name.
    for name in (file, file.removeprefix("/usr")) if shutil.which("dpkg") else ():
        told = subprocess.run(["dpkg", "--search", name], capture_output=True, text=True, check=False)
        if told.returncode == 0:
            return told.stdout.strip().rpartition(": ")[0].partition(",")[0]
    raise MissingNoticeError(f"{file}: is inside, and no package of the system knows it")


def _modules(work: Path) -> set[str]:
    """The names of all Python modules inside, extension modules included."""
    return {name for name, _, _ in _table(work / "PYZ-00.toc")} | {
        Path(place).parts[0].partition(".")[0]
        for place, _, kind in _table(work / "COLLECT-00.toc")
        if kind == "EXTENSION"
    }


def _files(work: Path) -> set[str]:
    """Where every library inside comes from."""
    return {source for _, source, kind in _table(work / "COLLECT-00.toc") if kind in ("BINARY", "EXTENSION")}


def _table(file: Path) -> list[tuple[str, str, str]]:
    """The first table of one of PyInstaller's notes about its work."""
    told = ast.literal_eval(file.read_text(encoding="utf-8"))
    return [entry[:3] for entry in next(part for part in told if isinstance(part, list))]
