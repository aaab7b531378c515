"""Builds everything people can install, then tries it: `make package`.

    dist/flowsim-X.Y.Z-linux-x86_64.tar.xz     the stand-alone app (Windows, macOS: a .zip)
    dist/flowsim_X.Y.Z_amd64.deb               the same for Debian and what is made from it
    dist/flowsim-X.Y.Z-py3-none-any.whl        for people with a Python of their own
    dist/flowsim-X.Y.Z.tar.gz                  the source

Runs in the environment .venv-package, which holds what the program needs, what builds it, and nothing else. With
--no-smoke it only builds; with --note the figures of the trial are written to packaging/RESULTS.md.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Final

import debian
import notices
import product
import tools

MOST_UNPACKED: Final = 200 * product.MEBIBYTE
MOST_PACKED: Final = 60 * product.MEBIBYTE

NETWORK: Final = ("libssl", "libcrypto", "_ssl.", "qt6network", "qtnetwork", "plugins/tls")
"""Pieces of the names that Qt's network part and OpenSSL have on one system or another."""

UNTOUCHED: Final = ("numpy", "numpy.libs", "scipy", "scipy.libs")
"""Packages whose libraries come with their run path rewritten: `strip` would move their segments off their pages."""


def main(arguments: list[str]) -> int:
    """Build, check, try; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--no-smoke", action="store_true", help="only build")
    parser.add_argument("--note", action="store_true", help="write the figures to packaging/RESULTS.md")
    options = parser.parse_args(arguments)
    shutil.rmtree(product.DIST, ignore_errors=True)
    product.DIST.mkdir()
    say("The wheel and the source.")
    tools.run(sys.executable, "-m", "hatchling", "build", "--directory", product.FOR_PIP)
    say("The stand-alone app.")
    app = freeze()
    archive = packed(app)
    refuse_if_large(app, archive)
    if product.ON_LINUX and shutil.which("dpkg-deb"):
        say("The Debian package.")
        package = debian.build(app)
        debian.check(package)
        refuse_if_large(app, package)
    if product.ON_WINDOWS:
        installer(app)
    if not options.no_smoke:
        import smoke

        say("What was built is tried.")
        return smoke.main(["--note"] if options.note else [])
    return 0


def freeze() -> Path:
    """Have PyInstaller put the program, Python and all it needs in one folder, with the notices; return the folder."""
    work = product.BUILD / "work"
    tools.run(
        sys.executable, "-m", "PyInstaller", product.PACKAGING / "flowsim.spec", "--noconfirm", "--log-level", "WARN",
        "--distpath", product.BUILD, "--workpath", work,
    )  # fmt: skip
    app = product.BUILD / (f"{product.NAME}.app" if product.ON_MACOS else product.NAME)
    inside = app / "Contents" / "Resources" if product.ON_MACOS else app
    parts = notices.collect(work / product.NAME, inside / "licences")
    say(f"{len(parts)} parts, each with its notice.")
    refuse_network(app)
    if product.ON_LINUX:
        tidy(app)
    if product.ON_MACOS:  # PyInstaller has sealed the app already, without its notices
        tools.run("codesign", "--force", "--deep", "--sign", "-", app)
        tools.run("codesign", "--verify", "--deep", "--strict", app)
    return app


def refuse_network(app: Path) -> None:
    """SECURITY.md says that the app holds nothing that speaks to a network.

    Raises:
        SystemExit: it does.
    """
    names = [str(file.relative_to(app)) for file in app.rglob("*")]
    if found := [name for name in names if any(word in name.lower() for word in NETWORK)]:
        raise SystemExit(f"Parts that speak to a network are inside: {', '.join(found)}")


def tidy(app: Path) -> None:
    """Take out of the libraries what only a debugger reads, most of Python's, and what only this machine has.

    A Python that was built here may look for libraries in its old place first; in the app it must not look outside.
    """
    inside = app / "_internal"
    for library in sorted(inside.rglob("*.so*")):
        if not library.is_symlink() and library.relative_to(inside).parts[0] not in UNTOUCHED:
            tools.run("strip", "--strip-unneeded", library)
            places = ":".join(tools.linker_fields(library, "RUNPATH", "RPATH")).split(":")
            if any(Path(place).is_absolute() for place in places):
                tools.run("chrpath", "--delete", library)


def packed(app: Path) -> Path:
    """The app as one file to download."""
    stem = f"{product.NAME}-{product.version()}-{product.system()}"
    if product.ON_LINUX:
        archive = product.DIST / f"{stem}.tar.xz"
        with tarfile.open(archive, "w:xz", preset=6) as tar:
            tar.add(app, arcname=f"{product.NAME}-{product.version()}", filter=nobodys)
        return archive
    archive = product.DIST / f"{stem}.zip"
    if product.ON_MACOS:
        tools.run("ditto", "-c", "-k", "--keepParent", app, archive)  # zipfile would turn the app's links into copies
        return archive
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as opened:
        for file in sorted(app.rglob("*")):
            opened.write(file, f"{product.NAME}-{product.version()}/{file.relative_to(app).as_posix()}")
    return archive


def installer(app: Path) -> None:
    """Windows: fill in the installer's script and, where Inno Setup is at hand, build it."""
    script = product.PACKAGING / "windows" / "flowsim.iss"
    filled = product.fill(script, product.BUILD / script.name, app=str(app), output=str(product.DIST))
    if compiler := shutil.which("iscc"):
        say("The installer.")
        tools.run(compiler, "/Q", filled)
    else:
        say(f"NOT BUILT: the installer, because there is no Inno Setup. Its script is {filled}.")


def nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """An entry without the name of who packed it."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def refuse_if_large(app: Path, archive: Path) -> None:
    """Say how large both are.

    Raises:
        SystemExit: one is larger than it may be.
    """
    unpacked, small = sum(product.sizes(app).values()), archive.stat().st_size
    say(f"{archive.name}: {small / product.MEBIBYTE:.1f} MiB, unpacked {unpacked / product.MEBIBYTE:.1f} MiB.")
    if unpacked > MOST_UNPACKED or small > MOST_PACKED:
        most = f"{MOST_PACKED // product.MEBIBYTE} MiB, or {MOST_UNPACKED // product.MEBIBYTE} MiB unpacked"
        raise SystemExit(f"That is more than {most}.")


def say(text: str) -> None:
    """Tell the person at the terminal, in order with what the commands print."""
    print(f"flowsim package: {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
