"""Tries what `make package` built, as the people do who get it: every kind is installed, visited, and let go again.

    the stand-alone app     its archive unpacked in a folder of another name
    the Debian package      installed by apt, removed afterwards; by root only, or where CI says nobody can be asked
    the wheel, the source   installed by pip into an empty environment

On Linux each is used by mouse and keyboard on a screen of its own (packaging/visit.py), and the start of the
stand-alone app is timed. Elsewhere only the commands without a window are tried. With --note the figures are written to
packaging/RESULTS.md.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import product
import results
import tools
from screen import Screen, until
from visit import Installed, Visit, without_a_window

STARTS: Final = 9
MOST_SECONDS: Final = {"warm": 1.0, "cold": 3.0}
PYTHON: Final = f"python{sys.version_info.major}.{sys.version_info.minor}"
DROP_CACHES: Final = Path("/proc/sys/vm/drop_caches")


def main(arguments: list[str]) -> int:
    """Try everything; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--note", action="store_true", help="write the figures to packaging/RESULTS.md")
    options = parser.parse_args(arguments)
    starts: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory(prefix="flowsim smoke ") as name:
        folder = Path(name)
        with unpacked(folder) as app:
            try_out(app, folder)
            if product.ON_LINUX:
                starts = timed(app, folder)
        for kind in (installed_by_apt, wheel, source):
            with kind(folder) as program:
                if program is not None:
                    try_out(program, folder)
    say("All of it works.")
    if options.note and starts:
        results.write(starts)
    return 0


def try_out(program: Installed, folder: Path) -> None:
    """The commands without a window, and on Linux a visit."""
    home = folder / f"home {program.called}"
    without_a_window(program, home / "commands")
    if product.ON_LINUX:
        with Screen(folder / "screen") as screen:
            visit = Visit(program, screen, home / "visit")
            try:
                visit.at_the_board()
            finally:
                visit.kill()
                if (last := home / "visit" / "last.png").exists():
                    shutil.copyfile(last, product.BUILD / f"{program.called}.png")
    say(f"{program.called}: works.")


def timed(program: Installed, folder: Path) -> dict[str, list[float]]:
    """Seconds until the first window is drawn: with the files in memory, and with none of them there."""
    starts: dict[str, list[float]] = {"warm": [], "cold": []}
    with Screen(folder / "screen") as screen:
        for kind in ["warm"] * (STARTS + 1) + ["cold"] * STARTS:
            if kind == "cold":
                forget(program.command.parent)
            visit = Visit(program, screen, folder / "home timed")
            starts[kind].append(visit.until_window())
            visit.close()
            until(lambda: not screen.windows(), "an empty screen")
    starts["warm"] = starts["warm"][1:]  # the first one read the files
    for kind, seconds in starts.items():
        middle = statistics.median(seconds)
        # A figure, and no verdict: on a busy machine the same app is several times as slow.
        verdict = "as it should be" if middle <= MOST_SECONDS[kind] else f"MORE than {MOST_SECONDS[kind]:g} s"
        say(f"First window, {kind}: {middle:.2f} s ({min(seconds):.2f} to {max(seconds):.2f}), {verdict}.")
    return starts


def forget(folder: Path) -> None:
    """Have the system drop what it holds of files in memory: of all where it lets us, else of those in a folder."""
    os.sync()
    try:
        DROP_CACHES.write_text("3")
    except OSError:
        for file in folder.rglob("*"):
            if file.is_file():
                opened = os.open(file, os.O_RDONLY)
                os.posix_fadvise(opened, 0, 0, os.POSIX_FADV_DONTNEED)
                os.close(opened)


@contextmanager
def unpacked(folder: Path) -> Iterator[Installed]:
    """The stand-alone app, in a folder it has never seen and whose name has a space."""
    place = folder / "some where"
    stem = f"{product.NAME}-{product.version()}"
    archive = product.DIST / f"{stem}-{product.system()}.{'tar.xz' if product.ON_LINUX else 'zip'}"
    if product.ON_LINUX:
        with tarfile.open(archive) as tar:
            tar.extractall(place, filter="data")
    elif product.ON_MACOS:
        tools.run("ditto", "-x", "-k", archive, place)
    else:
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(place)
    if product.ON_MACOS:
        inside = place / f"{product.NAME}.app" / "Contents"
        yield Installed("app", inside / "MacOS" / product.NAME, inside / "Resources" / product.NAME / "resources")
    else:
        command = place / stem / (f"{product.NAME}-cli.exe" if product.ON_WINDOWS else product.NAME)
        yield Installed("app", command, place / stem / "_internal" / product.NAME / "resources")
    shutil.rmtree(place)


@contextmanager
def installed_by_apt(_: Path) -> Iterator[Installed | None]:
    """The Debian package; None where there is none, or nobody may install it."""
    packages = sorted(product.DIST.glob("*.deb"))
    if not packages:
        yield None
        return
    if reason := why_not_install():
        say(f"NOT TRIED: {packages[0].name}, because {reason}.")
        yield None
        return
    as_root("apt-get", "install", "--yes", "--reinstall", "--no-install-recommends", str(packages[0]), loud=True)
    try:
        known = Path("/usr/share/mime/globs2")
        if known.exists() and product.MIME_TYPE not in known.read_text(encoding="utf-8"):
            raise AssertionError(f"{known}: .flowsim files are not known after the installation")
        library = Path("/usr/lib") / product.NAME / "_internal" / product.NAME
        yield Installed("deb", Path("/usr/bin") / product.NAME, library / "resources")
    finally:
        as_root("apt-get", "remove", "--yes", product.NAME, loud=True)


@contextmanager
def wheel(folder: Path) -> Iterator[Installed]:
    """The wheel in an environment with nothing else."""
    yield from _by_pip("wheel", next(product.FOR_PIP.glob("*.whl")), folder)


@contextmanager
def source(folder: Path) -> Iterator[Installed]:
    """The source, built and installed by pip."""
    yield from _by_pip("source", next(product.FOR_PIP.glob("*.tar.gz")), folder)


def _by_pip(called: str, file: Path, folder: Path) -> Iterator[Installed]:
    place = folder / called
    tools.run(sys.executable, "-m", "venv", place)
    programs = place / ("Scripts" if product.ON_WINDOWS else "bin")
    pip = ("-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check")
    tools.run(programs / "python", *pip, file, cwd=folder)
    packages = place / "Lib" if product.ON_WINDOWS else place / "lib" / PYTHON
    resources = packages / "site-packages" / product.NAME / "resources"
    yield Installed(called, programs / (f"{product.NAME}.exe" if product.ON_WINDOWS else product.NAME), resources)
    shutil.rmtree(place)


def why_not_install() -> str:
    """Why the Debian package is not installed on this machine; empty if it may be."""
    if (Path("/usr/bin") / product.NAME).exists():
        return "a flowsim is installed already, which stays as it is"
    if os.geteuid() == 0:
        return ""
    if "CI" not in os.environ:
        return "only root installs here"
    return "" if as_root("true").returncode == 0 else "only root may install"


def as_root(*command: str, loud: bool = False) -> subprocess.CompletedProcess[bytes]:
    """Run a command with root's rights, without asking anybody; `loud`: it must succeed.

    Raises:
        subprocess.CalledProcessError: it had to succeed, and failed.
    """
    sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(
        [*sudo, *command], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=loud
    )


def say(text: str) -> None:
    """Tell the person at the terminal, in order with what the commands print."""
    print(f"flowsim smoke: {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
