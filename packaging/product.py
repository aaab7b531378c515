"""What is told about flowsim outside its window: names, places, version; and the filling of templates with it.

Every file of this folder that a desktop, an installer or a package manager reads is a template; what they share stands
here once. The version stands in `flowsim/__init__.py`.
"""

from __future__ import annotations

import ast
import platform
import string
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGING: Final = ROOT / "packaging"
ICONS: Final = ROOT / "resources" / "icons"
BUILD: Final = ROOT / "build" / "package"
"""What is made on the way; what people get lies in DIST."""
DIST: Final = ROOT / "dist"

MEBIBYTE: Final = 1024 * 1024

ON_LINUX: Final = sys.platform == "linux"
ON_MACOS: Final = sys.platform == "darwin"
ON_WINDOWS: Final = sys.platform == "win32"

FOR_PIP: Final = DIST if ON_LINUX else BUILD / "for pip"
"""Where wheel and source lie: they are the same from every system, and a release has them from one."""

NAME: Final = "flowsim"
ID: Final = "io.github.flowsim.flowsim"
"""The program's name among all programs (AppStream, macOS): the public home of the project, read backwards."""
SUMMARY: Final = "Kanban board over a running simulation of flow"
MIME_TYPE: Final = "application/x-flowsim"
AUTHORS: Final = "The flowsim authors"
MAINTAINER: Final = f"{AUTHORS} <{NAME}@users.noreply.github.com>"


def version() -> str:
    """The version, from the one place where it is written."""
    tree = ast.parse((ROOT / "flowsim" / "__init__.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__version__":
            return str(ast.literal_eval(node.value))
    raise LookupError("flowsim/__init__.py: no __version__")


def released() -> str:
    """The day of this version: the one its entry in the changelog names, else today (ISO 8601)."""
    changelog = ROOT / "CHANGELOG.md"
    for line in changelog.read_text(encoding="utf-8").splitlines() if changelog.exists() else ():
        if line.startswith(f"## [{version()}] - "):
            return line.rpartition(" - ")[2].strip()
    return datetime.now(UTC).date().isoformat()


def sizes(folder: Path) -> dict[Path, int]:
    """Every file below a folder with its bytes, the largest first; links, which hold nothing, are left out."""
    files = [file for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
    return {file: file.stat().st_size for file in sorted(files, key=lambda file: file.stat().st_size, reverse=True)}


def system() -> str:
    """What a package is built for: "linux-x86_64", "windows-amd64", "macos-arm64"."""
    kind = "windows" if ON_WINDOWS else "macos" if ON_MACOS else "linux"
    return f"{kind}-{platform.machine().lower()}"


class _AtSign(string.Template):
    """Templates write @name@, which means nothing in XML, a shell, a man page or a registry."""

    delimiter = "@"
    pattern = r"@(?:(?P<named>[a-z_]+)@|(?P<escaped>@@)|(?P<braced>(?!))|(?P<invalid>(?!)))"  # type: ignore[assignment]


def filled(template: Path, **more: str) -> str:
    """The text of a template with everything of this page in place, and `more`.

    Raises:
        KeyError: the template asks for something that nobody gave.
    """
    known = {
        "name": NAME,
        "id": ID,
        "summary": SUMMARY,
        "mime_type": MIME_TYPE,
        "authors": AUTHORS,
        "maintainer": MAINTAINER,
        "version": version(),
        "released": released(),
    }
    return _AtSign(template.read_text(encoding="utf-8")).substitute(known | more)


def fill(template: Path, target: Path, **more: str) -> Path:
    """Write a filled template to a file, its folders made; return the file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(filled(template, **more), encoding="utf-8", newline="\n")
    return target
