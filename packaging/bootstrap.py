"""Makes a fresh machine ready: what the system lacks, then the Python environments with the locked packages.

Runs before anything is installed, so it knows the standard library only. `make` calls it every time; when nothing
has changed since the last time it says nothing and is gone after some hundredths of a second.

    python3 packaging/bootstrap.py .venv .venv-headless

Exit codes: 0 ready; 1 an environment could not be made; 2 the system lacks something this user may not install (the
line to type has been printed). This folder must never become a package: pytest needs the real `packaging`.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)

LOCKS = {
    ".venv": "requirements.lock",
    ".venv-headless": "requirements-headless.lock",
    ".venv-package": "requirements-package.lock",
}
"""The environments and what goes into each: all of it; all but Qt, to show that the core runs without; and what is in
a package together with what builds one."""

BUILDERS = ".venv-package"
PROGRAMS = {
    "the stand-alone app is put together with": {"binutils": "objdump", "chrpath": "chrpath"},
    "the Debian package is built and looked at with": {
        "dpkg-dev": "dpkg-shlibdeps",
        "lintian": "lintian",
        "desktop-file-utils": "desktop-file-validate",
        "appstream": "appstreamcli",
    },
    "what was built is tried with": {
        "xvfb": "Xvfb",
        "xdotool": "xdotool",
        "shared-mime-info": "update-mime-database",
    },
}
"""Why, Debian package, program: what else is needed to build packages on Linux."""

TESTERS = ".venv-headless"
TEST_PROGRAMS = {"the tests draw SVG files a second time with": {"librsvg2-bin": "rsvg-convert"}}
"""What the tests need besides; `make run` does without, so this goes with the environment that only tests use."""

BUILDERS_LIBRARIES = {
    "the stand-alone app opens windows under Wayland with": {
        "libwayland-client0": "libwayland-client.so.0",
        "libwayland-cursor0": "libwayland-cursor.so.0",
    }
}

LIBRARIES = {
    "Qt itself cannot be loaded without": {
        "libglib2.0-0": "libgthread-2.0.so.0",
        "libdbus-1-3": "libdbus-1.so.3",
        "libstdc++6": "libstdc++.so.6",
        "zlib1g": "libz.so.1",
        "libzstd1": "libzstd.so.1",
    },
    "Qt draws pictures and text with": {
        "libgl1": "libGL.so.1",
        "libegl1": "libEGL.so.1",
        "libfontconfig1": "libfontconfig.so.1",
        "libfreetype6": "libfreetype.so.6",
    },
    "Qt reads the keyboard with": {
        "libxkbcommon0": "libxkbcommon.so.0",
        "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
        "libxcb-keysyms1": "libxcb-keysyms.so.1",
        "libxcb-xkb1": "libxcb-xkb.so.1",
    },
    "Qt opens windows on the desktop with": {
        "libx11-6": "libX11.so.6",
        "libx11-xcb1": "libX11-xcb.so.1",
        "libxcb1": "libxcb.so.1",
        "libxcb-cursor0": "libxcb-cursor.so.0",
        "libxcb-glx0": "libxcb-glx.so.0",
        "libxcb-icccm4": "libxcb-icccm.so.4",
        "libxcb-image0": "libxcb-image.so.0",
        "libxcb-randr0": "libxcb-randr.so.0",
        "libxcb-render0": "libxcb-render.so.0",
        "libxcb-render-util0": "libxcb-render-util.so.0",
        "libxcb-shape0": "libxcb-shape.so.0",
        "libxcb-shm0": "libxcb-shm.so.0",
        "libxcb-sync1": "libxcb-sync.so.1",
        "libxcb-util1": "libxcb-util.so.1",
        "libxcb-xfixes0": "libxcb-xfixes.so.0",
    },
}
"""Why, Debian package, library: all that Qt's X11, offscreen and OpenGL parts name as needed (`readelf -d`)."""


class Missing(NamedTuple):
    """One thing the system lacks."""

    package: str
    """Debian's name of what brings it."""
    thing: str
    """What was looked for and not found."""
    why: str


def main(names: list[str]) -> int:
    """Make the environments of these names ready; return the exit code."""
    stale = [name for name in names or LOCKS if not is_ready(name)]
    if not stale:
        return 0
    if sys.version_info < OLDEST_PYTHON:
        needed, have = ".".join(map(str, OLDEST_PYTHON)), ".".join(map(str, sys.version_info[:2]))
        return refuse(f"Python {needed} or newer is needed, this is {have}. Choose it: make PYTHON=python{needed}")
    if (lacking := missing(stale)) and not supply(lacking, stale):
        return 2
    try:
        for name in stale:
            make_ready(name)
    except subprocess.CalledProcessError as failure:
        command = " ".join(map(str, failure.cmd))
        say(f"This failed, for the reason above it: {command}")
        return 1
    return 0


def missing(names: list[str]) -> list[Missing]:
    """Everything the system lacks for the environments of these names, in the order of this file."""
    found = []
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        found.append(Missing(package, "ensurepip", "Python makes an environment of its own with"))
    if sys.platform == "linux":
        if not has_certificates():
            found.append(Missing("ca-certificates", "certificates", "pip trusts the servers it downloads from through"))
        libraries_by_use = LIBRARIES | (BUILDERS_LIBRARIES if BUILDERS in names else {})
        for why, libraries in libraries_by_use.items():
            found += [Missing(package, file, why) for package, file in libraries.items() if not is_loadable(file)]
        programs_by_use = (PROGRAMS if BUILDERS in names else {}) | (TEST_PROGRAMS if TESTERS in names else {})
        for why, programs in programs_by_use.items():
            found += [Missing(package, name, why) for package, name in programs.items() if shutil.which(name) is None]
    return found


def has_certificates() -> bool:
    """Whether Python finds any certificate authority to trust."""
    import ssl

    defaults = ssl.get_default_verify_paths()
    return bool(defaults.cafile) or (bool(defaults.capath) and any(Path(defaults.capath).iterdir()))


def is_loadable(library: str) -> bool:
    """Whether the system's own linker, which Qt relies on too, finds the library."""
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def supply(lacking: list[Missing], names: list[str]) -> bool:
    """Install what is lacking where that is allowed, else tell how; return whether all of it is here now."""
    report(lacking)
    if shutil.which("apt-get") is None:
        files = " ".join(item.thing for item in lacking)
        refuse(f"These are Debian's names. Install what holds the following on your system, then try again: {files}")
        return False
    if (rights := rights_to_install()) is not None:
        install(lacking, rights)
        lacking = missing(names)
    if lacking:
        refuse(f"Type this, then try again:\n\n{apt_line(lacking)}\n")
    return not lacking


def report(lacking: list[Missing]) -> None:
    """Say what is lacking, grouped by why it is needed."""
    say("This system lacks:")
    for why in dict.fromkeys(item.why for item in lacking):
        print(f"  {why}: {' '.join(item.package for item in lacking if item.why == why)}", flush=True)


def rights_to_install() -> list[str] | None:
    """What goes before a command that installs; None where a person must be asked first.

    Root installs as it is. Machines of continuous integration give their user a sudo without a password, live for one
    run, and have nobody who could type the line.
    """
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    if "CI" not in os.environ or shutil.which("sudo") is None:
        return None
    return sudo if subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode == 0 else None


def install(lacking: list[Missing], rights: list[str]) -> None:
    """Have apt install it; whether that went well is for the caller to look at."""
    say("Installing it with apt-get.")
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"]
    packages = [item.package for item in lacking]
    # A failing update need not stop us: the lists already here may do. Another apt-get at work is waited for.
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        subprocess.run([*apt, *command], stdin=subprocess.DEVNULL, check=False)
    importlib.invalidate_caches()


def apt_line(lacking: list[Missing]) -> str:
    """The one line that brings everything, for the rights this user has."""
    sudo = "sudo " if os.geteuid() != 0 and shutil.which("sudo") else ""
    packages = " ".join(item.package for item in lacking)
    line = f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {packages}"
    return line if sudo or os.geteuid() == 0 else f"su - -c '{line}'"


def make_ready(name: str) -> None:
    """Make the environment, or bring it up to date, and remember that it is."""
    directory, lock = ROOT / name, ROOT / LOCKS[name]
    if not is_usable(directory):
        say(f"Making {name}.")
        run(sys.executable, "-m", "venv", "--clear", directory)
        (directory / ".gitignore").write_text("*\n")
    made_from = contents(name)  # before pip reads the files: what changes meanwhile is for the next call
    say(f"Installing {lock.name} into {name}.")
    pip = (python_of(directory), "-m", "pip", "--no-input", "--disable-pip-version-check")
    run(*pip, "install", "--require-hashes", "--requirement", lock)
    run(*pip, "install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", ROOT)
    # What an older lock brought and this one does not name must not be what the tests pass by.
    if superfluous := installed(directory) - names_in(lock) - {"flowsim", "pip", "setuptools"}:
        run(*pip, "uninstall", "--yes", *sorted(superfluous))
    stamp(directory).write_text(made_from, encoding="utf-8")


def installed(directory: Path) -> set[str]:
    """The names of the packages in an environment."""
    ask = "import importlib.metadata as here; print(*(each.metadata['Name'] for each in here.distributions()))"
    told = subprocess.run([python_of(directory), "-c", ask], capture_output=True, text=True, check=True).stdout
    return {re.sub(r"[-_.]+", "-", name).lower() for name in told.split()}


def names_in(lock: Path) -> set[str]:
    """The names of the packages that a lock pins."""
    return set(re.findall(r"^([a-z0-9-]+)==", read(lock), re.MULTILINE))


def is_ready(name: str) -> bool:
    """Whether the environment holds what its lock asks for, as far as the last call here could tell."""
    directory = ROOT / name
    return python_of(directory).exists() and read(stamp(directory)) == contents(name)


def is_usable(directory: Path) -> bool:
    """Whether packages can be installed into it: it was made here, and its interpreter still runs."""
    python = python_of(directory)
    moved = stamp(directory).exists() and read(stamp(directory)).split("\n")[0] != str(directory)
    if moved or not python.exists():
        return False
    return subprocess.run([python, "-c", "import pip"], capture_output=True, check=False).returncode == 0


def python_of(directory: Path) -> Path:
    """The interpreter of an environment."""
    return directory / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp(directory: Path) -> Path:
    """Where an environment keeps what it was made from; written last, so that half an installation has none."""
    return directory / ".made-from"


def contents(name: str) -> str:
    """What the environment would be made from now: its place, its interpreter, and a digest of the files that matter.

    The place counts, because the scripts in an environment hold their own address and break when the folder moves.
    """
    directory = ROOT / name
    digest = hashlib.sha256()
    for file in (ROOT / LOCKS[name], ROOT / "pyproject.toml", Path(__file__)):
        digest.update(file.read_bytes())
    return f"{directory}\n{python_of(directory).resolve()}\n{digest.hexdigest()}\n"


def read(file: Path) -> str:
    """The text of a file, empty when there is none."""
    return file.read_text(encoding="utf-8") if file.exists() else ""


def run(*command: str | Path) -> None:
    """Run a command that must not ask questions.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, check=True)


def say(text: str) -> None:
    """Tell the person at the terminal, in order with what the commands themselves print."""
    print(f"flowsim set-up: {text}", flush=True)


def refuse(text: str) -> int:
    """Say why it stops here; return the exit code for that."""
    print(f"flowsim set-up: {text}", file=sys.stderr, flush=True)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
