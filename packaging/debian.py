"""The Debian package of the frozen app: its place in the system, and the checks of Debian's own tools.

/usr/lib/flowsim/            the app, as PyInstaller made it; /usr/bin/flowsim is a link into it
/usr/share/…                 what makes it a part of the desktop: entry, icons, file type, metainfo, man page
/usr/share/doc/flowsim/      copyright, changelog, and the notices of all that is inside
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Final

import icons
import product
import tools

LINUX: Final = product.PACKAGING / "linux"
WORK: Final = product.BUILD / "deb"
TREE: Final = WORK / "debian" / product.NAME
"""What will be the root of the system it is installed on; lies where dpkg's tools look for it."""


def build(app: Path) -> Path:
    """Make the package of the frozen app in `app`; return the .deb file."""
    shutil.rmtree(WORK, ignore_errors=True)
    (TREE / "DEBIAN").mkdir(parents=True)
    library = TREE / "usr" / "lib" / product.NAME
    shutil.copytree(app, library, symlinks=True)
    _put_in_place(TREE, library)
    _set_rights(TREE)
    _write_control(TREE, library)
    architecture = tools.output("dpkg", "--print-architecture")
    package = product.DIST / f"{product.NAME}_{product.version()}_{architecture}.deb"
    tools.run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", TREE, package)
    return package


def check(package: Path) -> None:
    """Have the desktop's and Debian's own tools look at the package and what is in it.

    Raises:
        subprocess.CalledProcessError: one of them found an error, and printed it.
    """
    share = TREE / "usr" / "share"
    tools.run("desktop-file-validate", "--warn-kde", share / "applications" / f"{product.NAME}.desktop")
    tools.run("appstreamcli", "validate", "--no-net", "--explain", share / "metainfo" / f"{product.ID}.metainfo.xml")
    tools.run("lintian", "--fail-on", "error", "--tag-display-limit", "0", package)


def _put_in_place(tree: Path, library: Path) -> None:
    share = tree / "usr" / "share"
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / product.NAME).symlink_to(f"../lib/{product.NAME}/{product.NAME}")
    product.fill(LINUX / "flowsim.desktop", share / "applications" / f"{product.NAME}.desktop")
    product.fill(LINUX / "metainfo.xml", share / "metainfo" / f"{product.ID}.metainfo.xml")
    product.fill(LINUX / "mime.xml", share / "mime" / "packages" / f"{product.NAME}.xml")
    product.fill(LINUX / "lintian-overrides", share / "lintian" / "overrides" / product.NAME)
    _put_icons(share / "icons" / "hicolor")
    manual = share / "man" / "man1" / f"{product.NAME}.1.gz"
    _compress(manual_page(library / product.NAME), manual)
    _put_documents(share / "doc" / product.NAME, library)


def _put_icons(theme: Path) -> None:
    file_icon, called = product.ICONS / icons.FILE_ICON, product.MIME_TYPE.replace("/", "-")
    for size in icons.SIZES:
        place = theme / f"{size}x{size}"
        icons.copy(icons.png(size), place / "apps" / f"{product.NAME}.png")
        icons.draw(file_icon, size, place / "mimetypes" / f"{called}.png")
    icons.copy(product.ICONS / "flowsim.svg", theme / "scalable" / "apps" / f"{product.NAME}.svg")
    icons.copy(file_icon, theme / "scalable" / "mimetypes" / f"{called}.svg")


def _put_documents(place: Path, library: Path) -> None:
    licence = (product.ROOT / "LICENSE").read_text(encoding="utf-8").partition("\n\n")[2]
    lines = [f" {line}" if line.strip() else " ." for line in licence.partition("\n\n")[2].strip().splitlines()]
    product.fill(LINUX / "copyright", place / "copyright", licence="\n".join(lines))
    shutil.move(library / "licences", place / "licences")
    (library / "licences").symlink_to(os.path.relpath(place / "licences", library))
    _compress((product.ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), place / "NEWS.gz")
    day = datetime.fromisoformat(product.released()).replace(tzinfo=UTC)
    entry = f"{product.NAME} ({product.version()}) unstable; urgency=medium\n\n  * What is new: NEWS.gz.\n\n"
    _compress(f"{entry} -- {product.MAINTAINER}  {format_datetime(day)}\n", place / "changelog.gz")


def manual_page(program: Path) -> str:
    """The man page, with the names of the charts as the program itself tells them."""
    told = tools.output(program, "chart", "--help")
    found = re.search(r"--chart NAME\s+([a-z,\s-]+?)\n\s+--", told)
    if not found:
        raise LookupError("flowsim chart --help: no list of charts")
    *first, last = [name.strip().replace("-", r"\-") for name in found[1].split(",")]
    return product.filled(LINUX / "flowsim.1", charts_but_last=' ", " '.join(first), last_chart=last)


def _write_control(tree: Path, library: Path) -> None:
    control = tree / "DEBIAN" / "control"
    kibibytes = sum(file.lstat().st_size for file in tree.rglob("*")) // 1024
    product.fill(
        LINUX / "control", control,
        architecture=tools.output("dpkg", "--print-architecture"),
        kibibytes=str(kibibytes),
        depends=dependencies(library),
    )  # fmt: skip
    files = sorted(file for file in (tree / "usr").rglob("*") if file.is_file() and not file.is_symlink())
    sums = [f"{_md5(file)}  {file.relative_to(tree)}\n" for file in files]
    (tree / "DEBIAN" / "md5sums").write_text("".join(sums), encoding="utf-8")


def dependencies(library: Path) -> str:
    """The packages that hold what the app needs of the system, as Debian's own tool finds them in its libraries."""
    stub = f"Source: {product.NAME}\n\nPackage: {product.NAME}\nArchitecture: any\n"
    (WORK / "debian" / "control").write_text(stub, encoding="utf-8")
    binaries = [file for file in sorted(library.rglob("*")) if _is_linked(file)]
    own = [f"-l{folder}" for folder in sorted({str(file.parent) for file in binaries})]
    # Of the libraries inside no package is known, and none is needed.
    told = tools.output("dpkg-shlibdeps", "--warnings=0", "--ignore-missing-info", "-O", *own, *binaries, cwd=WORK)
    return told.partition("shlibs:Depends=")[2]


def _is_linked(file: Path) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def _set_rights(tree: Path) -> None:
    """What Debian expects: folders that can be entered, files that cannot be run, and the program, which can."""
    for file in [tree, *tree.rglob("*")]:
        if file.is_symlink():
            continue
        runs = file.is_dir() or (file.name == product.NAME and file.parent.name == product.NAME)
        file.chmod(0o755 if runs else 0o644)


def _compress(text: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def _md5(file: Path) -> str:
    return hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()
