"""Holds what flowsim is made with against known holes, without a network: `make audit`.

The locks say what is installed here and in the packages; the floors in pyproject.toml what a user's own installation
may hold. Both must be at least the versions in `advisories.toml`.
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ \\;]+)", re.MULTILINE)
FixedIn = Mapping[str, Mapping[str, str]]
"""By package and advisory, the version from which on the hole is mended."""


def known_holes() -> FixedIn:
    """What `advisories.toml` lists."""
    listed: FixedIn = tomllib.loads((ROOT / "packaging" / "advisories.toml").read_text(encoding="utf-8"))["fixed_in"]
    return listed


def holes_in_lock(text: str, fixed_in: FixedIn) -> Iterator[str]:
    """What is pinned at a version with a known hole."""
    for name, version in PINNED.findall(text):
        yield from _holes(f"{name} {version}", name, Version(version), fixed_in)


def holes_admitted(requirements: Iterable[str], fixed_in: FixedIn) -> Iterator[str]:
    """What may be installed at a version with a known hole."""
    for each in map(Requirement, requirements):
        floors = [
            Version(its.version.removesuffix(".*")) for its in each.specifier if its.operator in (">=", "==", "~=")
        ]
        yield from _holes(str(each), each.name, max(floors, default=Version("0")), fixed_in)


def _holes(what: str, name: str, version: Version, fixed_in: FixedIn) -> Iterator[str]:
    for advisory, fixed in fixed_in.get(canonicalize_name(name), {}).items():
        if version < Version(fixed):
            yield f"{what}: {advisory}, mended in {fixed}"


def requirements_of(project: Mapping[str, Any]) -> list[str]:
    """Everything that pyproject.toml asks for."""
    groups = [
        project["build-system"]["requires"],
        project["project"]["dependencies"],
        *project["project"]["optional-dependencies"].values(),
        *project["dependency-groups"].values(),
    ]
    return [each for group in groups for each in group if isinstance(each, str)]


def audit() -> list[str]:
    """Every known hole, with the file that lets it in."""
    fixed_in = known_holes()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = [f"pyproject.toml: {hole}" for hole in holes_admitted(requirements_of(project), fixed_in)]
    for lock in sorted(ROOT.glob("requirements*.lock")):
        found += [f"{lock.name}: {hole}" for hole in holes_in_lock(lock.read_text(encoding="utf-8"), fixed_in)]
    return found


if __name__ == "__main__":
    holes = audit()
    print("\n".join(holes) or "no known holes")
    sys.exit(bool(holes))
