"""What is open is written down beside the user's files, and offered once when its program is gone."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given

from flowsim.storage import Document
from flowsim.storage.recovery import MOST_SESSIONS, Recovery
from flowsim.storage.writing import document_text
from tests.session.boards import BUSY
from tests.strategies import documents, modest

CHILD = """
import sys
from pathlib import Path
from flowsim.storage import Document
from flowsim.storage.recovery import Recovery
from tests.session.boards import BUSY
lifeline = Recovery(Path(sys.argv[1])).begin()
lifeline.write(Document(BUSY), Path("/some/where.flowsim"))
print("written", flush=True)
sys.stdin.read()
"""


def a_program_with_an_open_session(folder: Path) -> "subprocess.Popen[str]":
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "written\n"
    return child


def end(child: "subprocess.Popen[str]") -> None:
    child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        assert pipe is not None
        pipe.close()


def test_a_session_of_a_running_program_is_not_offered(tmp_path: Path) -> None:
    child = a_program_with_an_open_session(tmp_path)
    try:
        assert Recovery(tmp_path).left_behind() == []
    finally:
        end(child)


def test_a_session_of_a_killed_program_is_offered_once(tmp_path: Path) -> None:
    end(a_program_with_an_open_session(tmp_path))
    [left] = Recovery(tmp_path).left_behind()
    assert (left.document, left.file) == (Document(BUSY), Path("/some/where.flowsim"))
    assert Recovery(tmp_path).left_behind() == []
    left.lifeline.close()
    assert list(tmp_path.iterdir()) == []


def test_a_session_nobody_took_is_offered_again_next_time(tmp_path: Path) -> None:
    end(a_program_with_an_open_session(tmp_path))
    for left in Recovery(tmp_path).left_behind():
        left.lifeline.leave()
    assert len(Recovery(tmp_path).left_behind()) == 1


def test_two_windows_write_two_files(tmp_path: Path) -> None:
    first, second = Recovery(tmp_path).begin(), Recovery(tmp_path).begin()
    first.write(Document(BUSY), None)
    second.write(Document(BUSY), None)
    second.close()
    assert first.path.exists()
    assert not second.path.exists()
    first.close()


def test_a_session_closed_as_it_should_be_leaves_nothing(tmp_path: Path) -> None:
    lifeline = Recovery(tmp_path).begin()
    lifeline.write(Document(BUSY), None)
    lifeline.close()
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_read_is_set_aside_and_the_rest_is_offered(tmp_path: Path) -> None:
    for name, content in {"a": b"", "b": b"{}", "c": b'{"document": 7}', "d": b"\xff\x00", "e": b"[" * 99}.items():
        (tmp_path / f"{name}.session").write_bytes(content)
    end(a_program_with_an_open_session(tmp_path))
    assert len(Recovery(tmp_path).left_behind()) == 1
    assert {path.stem for path in tmp_path.glob("*.broken")} == set("abcde")


def test_what_cannot_be_read_today_stays_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.session").mkdir()  # the operating system refuses to read it
    newer = Recovery(tmp_path).begin()
    newer.write(Document(BUSY), None)
    newer.path.write_text(newer.path.read_text().replace('\\"version\\": 1', '\\"version\\": 9'))
    newer.leave()
    before = newer.path.read_bytes()
    assert b'"version\\": 9' in before
    end(a_program_with_an_open_session(tmp_path))
    assert len(Recovery(tmp_path).left_behind()) == 1
    assert newer.path.read_bytes() == before
    assert (tmp_path / "a.session").is_dir()
    assert list(tmp_path.glob("*.broken")) == []


def test_a_text_without_latin_letters_takes_no_more_room_than_its_document(tmp_path: Path) -> None:
    lifeline = Recovery(tmp_path).begin()
    board = replace(BUSY, description="流" * 10_000)
    lifeline.write(Document(board), None)
    assert lifeline.path.stat().st_size < 1.2 * len(document_text(board, None).encode())
    lifeline.leave()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_session_of_a_file_whose_name_is_no_text_is_offered_without_its_file(tmp_path: Path) -> None:
    lifeline = Recovery(tmp_path).begin()
    lifeline.write(Document(BUSY), Path(os.fsdecode(b"board\xff.flowsim")))
    lifeline.leave()
    [left] = Recovery(tmp_path).left_behind()
    assert (left.document, left.file) == (Document(BUSY), None)
    left.lifeline.leave()


def test_many_broken_files_hide_no_session(tmp_path: Path) -> None:
    for number in range(3 * MOST_SESSIONS):
        (tmp_path / f"{number:04}.session").write_bytes(b"{}")
    end(a_program_with_an_open_session(tmp_path))
    assert len(Recovery(tmp_path).left_behind()) == 1


@pytest.mark.parametrize(
    "odd",
    [
        {"when": "2026-01-01T00:00:00"}, {"when": "0001-01-01T00:00:00+00:00"}, {"when": "9999-12-31T23:59:59-23:59"},
        {"when": "yesterday"}, {"when": None}, {"file": "a\0b"}, {"file": 7}, {"file": ["x"]},
    ],
    ids=str,
)  # fmt: skip
def test_an_odd_session_is_offered_and_stands_in_nobodys_way(tmp_path: Path, odd: dict[str, object]) -> None:
    for changes in ({}, odd):
        lifeline = Recovery(tmp_path).begin()
        lifeline.write(Document(BUSY), Path("board.flowsim"))
        body = json.loads(lifeline.path.read_text())
        lifeline.path.write_text(json.dumps(body | changes))
        lifeline.leave()
    found = Recovery(tmp_path).left_behind()
    assert [left.document.scenario for left in found] == [BUSY, BUSY]
    assert all(abs(left.when - datetime.now(UTC)) < timedelta(days=366) for left in found)
    for left in found:
        left.lifeline.leave()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_pipe_among_the_sessions_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.session")
    end(a_program_with_an_open_session(tmp_path))
    assert len(Recovery(tmp_path).left_behind()) == 1


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert Recovery(tmp_path / "nowhere").left_behind() == []


@modest
@given(documents())
def test_what_is_written_down_is_what_was_open(document: Document) -> None:
    with tempfile.TemporaryDirectory() as folder:
        lifeline = Recovery(Path(folder)).begin()
        lifeline.write(document, None)
        lifeline.leave()
        [left] = Recovery(Path(folder)).left_behind()
        assert left.document == document
        left.lifeline.close()
