"""Boards that are large in a way that once took minutes: each must be through in a moment.

Nothing is measured here; the judge breaks off what takes far longer than it should.
"""

import json
import signal
from pathlib import Path
from typing import Any, Final

import pytest

from tests.fuzz.verdict import Judge

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "setitimer"), reason="this system has no clock that breaks off what takes too long"
)

FAR_TOO_LONG: Final = 3.0
"""Seconds of the processor; each of these takes a small part of that, and took more."""

BATCHES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
NAMES = [f"c{number}" for number in range(100)]
PEOPLE = [{"name": f"p{number}", "skills": dict.fromkeys(NAMES, 1)} for number in range(1_000)]

LARGE: dict[str, dict[str, Any]] = {
    "batches of every size under a hundred limits": {
        "columns": [{"id": name, "transfer_batch": BATCHES[place % 15]} for place, name in enumerate(NAMES)],
        "shared_limits": [{"columns": NAMES, "limit": 10_000 + number} for number in range(100)],
    },
    "batches beyond all arithmetic under a hundred limits": {
        "columns": [{"id": name, "transfer_batch": 10**300 + 7 * place} for place, name in enumerate(NAMES)],
        "shared_limits": [{"columns": NAMES, "limit": 10**400 + number} for number in range(100)],
    },
    "a thousand people who can do everything": {"columns": [{"id": name} for name in NAMES], "people": PEOPLE},
    "a thousand people, one of them sent home twenty thousand times": {
        "columns": [{"id": "c0"}],
        "people": [{"name": f"p{number}", "skills": {"c0": 1}} for number in range(1_000)],
        "session": {
            "time": 9, "interventions": [{"at": 1, "do": "set_person", "person": "p999", "value": False}] * 20_000
        },
    },
}  # fmt: skip


@pytest.mark.parametrize("large", LARGE.values(), ids=LARGE)
def test_a_board_that_is_large_is_through_in_a_moment(tmp_path: Path, large: dict[str, Any]) -> None:
    content = json.dumps({"format": "flowsim", "version": 1, "name": "Large", **large}).encode()
    found = Judge(tmp_path, FAR_TOO_LONG).verdict(content)
    assert found.reason == ""
    assert found.outcome == "loaded"
