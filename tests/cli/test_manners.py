"""How the command line behaves among other programs: pipes, terminals, interrupts, words it does not know."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from flowsim.cli import safe_for_terminals
from flowsim.cli_progress import Progress, bar
from flowsim.storage.resources import exercises

EXERCISE = str(exercises()[0].path)
LONG = """{"format": "flowsim", "version": 1, "name": "x", "horizon": null, "columns": [{"id": "a"}],
"arrivals": {"kind": "interval", "gap": {"kind": "constant", "value": 1e-9}}%s}"""


def flowsim(*arguments: str, **how: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "flowsim", *arguments]
    return subprocess.run(command, capture_output="stdout" not in how, text=True, check=False, **how)  # type: ignore[call-overload,no-any-return]  # whatever a process may be started with


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    path = tmp_path / "endless.flowsim"
    path.write_text(LONG % "")
    return path


@pytest.mark.parametrize(("word", "near"), [("chekc", "`flowsim check`"), ("rnu", "`flowsim run`"), ("xyz", "--help")])
def test_a_word_that_is_neither_a_command_nor_a_file_is_said_to_be_neither(word: str, near: str) -> None:
    done = flowsim(word)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{word} is neither a command nor a file" in done.stderr
    assert near in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_scenario_is_not_replaced_by_its_own_trace(tmp_path: Path) -> None:
    board = tmp_path / "board.flowsim"
    board.write_bytes(Path(EXERCISE).read_bytes())
    link = tmp_path / "link.csv"
    link.symlink_to(board)
    for out in (("--trace", str(board)), ("--summary", str(link)), ("--trace", "x.csv", "--summary", "x.csv")):
        done = flowsim("run", str(board), "--until", "5", *out, cwd=tmp_path)
        assert done.returncode == 2
        assert "the same file is given twice" in done.stderr
    assert flowsim("chart", str(board), "--chart", "flow", "--out", str(link)).returncode == 2
    assert board.read_bytes() == Path(EXERCISE).read_bytes()


def test_a_reader_that_has_enough_ends_the_command_quietly() -> None:
    command = f"{sys.executable} -m flowsim run {EXERCISE!r} --until 2000 --trace /dev/stdout | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("time,card,column,state,worker\n", "")
    assert done.returncode == 0


def test_what_is_wrong_is_found_out_also_for_a_reader_who_has_gone(tmp_path: Path) -> None:
    (tmp_path / "bad.flowsim").write_text("{}")
    here, there = os.pipe()
    os.close(here)
    with os.fdopen(there, "w") as unread:
        for files in ((EXERCISE, "bad.flowsim"), ("bad.flowsim", EXERCISE)):
            done = flowsim("check", *files, stdout=unread, stderr=subprocess.PIPE, cwd=tmp_path)
            assert done.returncode == 2
            assert done.stderr.startswith("bad.flowsim: format: nothing")
            assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["--version"], ["run", EXERCISE, "--until", "5"], ["check", EXERCISE]])
def test_what_cannot_be_said_is_an_error(arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = flowsim(*arguments, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr == "standard output: cannot be written (No space left on device)\n"


@pytest.mark.parametrize("where", ["2>/dev/full", "2>&-", ">&-", ">&- 2>&-"])
def test_the_exit_code_is_right_also_where_nobody_can_be_told(tmp_path: Path, where: str) -> None:
    command = f"{sys.executable} -m flowsim check {tmp_path / 'nothing'} {where}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_saved_session_is_checked_for_no_longer_than_a_moment(tmp_path: Path) -> None:
    path = tmp_path / "long.flowsim"
    path.write_text(LONG % ', "session": {"time": 5, "interventions": [{"do": "add", "at": 4}]}')
    done = flowsim("check", str(path), timeout=60)
    assert done.returncode == 0
    assert "a long session: played up to 0.0" in done.stdout


def test_an_interrupted_run_tells_what_it_has(endless: Path) -> None:
    here, there = pty.openpty()
    command = [sys.executable, "-m", "flowsim", "run", str(endless), "--until", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=there, text=True) as running:
        os.close(there)
        shown = b""
        while b"s left" not in shown:  # the progress bar: the run has been going on for a second
            shown += os.read(here, 1000)
        running.send_signal(signal.SIGINT)
        out, _ = running.communicate(timeout=60)
        while b"interrupted at day" not in shown:
            shown += os.read(here, 1000)
    os.close(here)
    assert running.returncode == 130
    assert "throughput" in out
    assert b"%" in shown
    assert b"Traceback" not in shown


def test_a_terminal_that_goes_away_does_not_end_the_run(endless: Path) -> None:
    here, there = pty.openpty()
    command = [sys.executable, "-m", "flowsim", "run", str(endless), "--until", "0.0003"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=there, text=True) as running:
        os.close(there)
        shown = b""
        while b"s left" not in shown:
            shown += os.read(here, 1000)
        os.close(here)
        out, _ = running.communicate(timeout=100)
    assert running.returncode == 0
    assert "throughput" in out


def test_no_progress_is_shown_where_nobody_looks(endless: Path) -> None:
    command = [sys.executable, "-m", "flowsim", "run", str(endless), "--until", "0.0005"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=100)
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("plain Übung …", "plain Übung …"), ("two\nlines", "two\nlines"), ("a\u202eb", "a\\u202eb"),
        ("a\x1b[31mb", "a\\u001b[31mb"), ("a\u200bb", "a\\u200bb"), ("a\rb", "a\\u000db"), ("a\x9bb", "a\\u009bb"),
    ],
)  # fmt: skip
def test_a_terminal_is_told_nothing_that_it_would_obey(text: str, said: str) -> None:
    assert safe_for_terminals(text) == said


def test_a_bar_says_how_far_how_long_and_how_long_still() -> None:
    assert bar(0.25, 10.0) == "[######..................]  25%  10 s  30 s left"
    assert bar(0.0, 1.0) == "[........................]   0%  1 s  …"
    assert bar(7.0, 1.0).startswith("[########################] 100%")


def test_a_command_in_the_background_goes_on_when_another_is_interrupted() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Progress(lambda: 0.5) as progress:
            signal.raise_signal(signal.SIGINT)
            assert not progress.look()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
