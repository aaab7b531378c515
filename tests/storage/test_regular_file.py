"""Files that are none: whoever reads them is told at once, and waits for nobody."""

import os
from pathlib import Path

import pytest

from flowsim.domain.problems import ScenarioProblems
from flowsim.storage import load_document
from flowsim.storage.regular_file import is_regular_or_missing, read_regular


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    made = tmp_path / "pipe.flowsim"
    os.mkfifo(made)
    return made


def test_a_pipe_is_no_scenario(pipe: Path) -> None:
    with pytest.raises(ScenarioProblems, match="not a regular file"):
        load_document(pipe)


def test_a_device_is_no_scenario(tmp_path: Path) -> None:
    link = tmp_path / "zeros.flowsim"
    link.symlink_to("/dev/zero")
    with pytest.raises(ScenarioProblems, match="not a regular file"):
        load_document(link)


def test_a_folder_is_no_scenario(tmp_path: Path) -> None:
    with pytest.raises(ScenarioProblems, match="Is a directory"):
        load_document(tmp_path)


def test_no_more_is_read_than_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "long"
    path.write_bytes(b"x" * 1000)
    assert read_regular(path, 10) == b"x" * 10
    assert read_regular(path, 2000) == b"x" * 1000


def test_a_log_may_be_a_file_or_not_be_there_yet(tmp_path: Path, pipe: Path) -> None:
    assert is_regular_or_missing(tmp_path / "new")
    (tmp_path / "old").write_text("")
    assert is_regular_or_missing(tmp_path / "old")
    assert not is_regular_or_missing(pipe)
    assert not is_regular_or_missing(tmp_path)
