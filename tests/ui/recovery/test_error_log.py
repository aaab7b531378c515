"""The log holds little, whatever happens."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from flowsim.ui.recovery.error_log import BYTES, LOG, ErrorLog


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    journal = ErrorLog(tmp_path / "log" / "flowsim.log")
    yield journal.path
    journal.close()


def test_a_log_never_takes_more_than_the_megabyte_that_is_told(log: Path) -> None:
    for number in range(24):
        LOG.error("%s %d", "x" * (BYTES // 8), number)
    assert sum(file.stat().st_size for file in log.parent.iterdir()) <= 2 * BYTES == 1024 * 1024
    assert log.read_text(encoding="utf-8").endswith(" 23\n")
