"""Nothing that flowsim is made with, or admits, has a hole that is known (packaging/advisories.toml)."""

import audit
import pytest
from packaging.version import Version

FIXED_IN = {"filelock": {"CVE-2026-22701": "3.20.3"}}


def test_no_known_hole_is_locked_or_admitted() -> None:
    assert audit.audit() == []


@pytest.mark.parametrize("requirement", ["filelock>=3.16", "filelock", "Filelock<4,>=3.20.2", "filelock==3.20.*"])
def test_a_floor_that_admits_a_hole_is_told(requirement: str) -> None:
    (told,) = audit.holes_admitted([requirement], FIXED_IN)
    assert told.endswith("CVE-2026-22701, mended in 3.20.3")


def test_a_floor_above_it_is_not() -> None:
    assert list(audit.holes_admitted(["filelock>=3.20.3", "another>=1"], FIXED_IN)) == []


def test_a_pinned_version_with_a_hole_is_told() -> None:
    lock = "filelock==3.20.2 \\\n    --hash=sha256:0\nzict==3.0.0 ; python_version < '4'\n"
    assert list(audit.holes_in_lock(lock, FIXED_IN)) == ["filelock 3.20.2: CVE-2026-22701, mended in 3.20.3"]


def test_every_line_of_the_list_can_be_compared() -> None:
    for advisories in audit.known_holes().values():
        for advisory, fixed in advisories.items():
            assert advisory.startswith("CVE-")
            assert str(Version(fixed)) == fixed
