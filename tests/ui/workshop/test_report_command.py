"""`flowsim report` draws its charts without a window, and `flowsim verify` believes it."""

from pathlib import Path

import pytest

from flowsim.storage import save_document
from tests.cli.program import RANDOM, flowsim, write
from tests.reports.workshops import held


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("workshop")
    save_document(made / "held.flowsim", held().file.document)
    return made


def test_a_report_is_written_and_believed(folder: Path) -> None:
    done = flowsim(folder, "report", "held.flowsim", "--out", "held.html")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    verified = flowsim(folder, "verify", "held.html")
    assert (verified.returncode, verified.stderr) == (0, "")
    assert "every figure is what its session gives" in verified.stdout


def test_one_changed_digit_ends_with_1_and_says_where(folder: Path) -> None:
    flowsim(folder, "report", "held.flowsim", "--out", "whole.html")
    text = (folder / "whole.html").read_text(encoding="utf-8")
    at = text.index('data-figure="0.finished">') + len('data-figure="0.finished">')
    (folder / "forged.html").write_text(f"{text[:at]}9{text[at + 1 :]}", encoding="utf-8")
    done = flowsim(folder, "verify", "forged.html")
    assert done.returncode == 1
    assert "forged.html: figure 0.finished: 9" in done.stderr


def test_a_report_as_pdf(folder: Path) -> None:
    done = flowsim(folder, "report", "held.flowsim", "--out", "held.pdf")
    assert (done.returncode, done.stderr) == (0, "")
    assert (folder / "held.pdf").read_bytes().startswith(b"%PDF")


def test_a_board_that_was_never_played_has_a_report_too(tmp_path: Path) -> None:
    name = write(tmp_path, RANDOM)
    assert flowsim(tmp_path, "report", name, "--out", "out.html").returncode == 0
    assert flowsim(tmp_path, "verify", "out.html").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("report", "held.flowsim", "--out", "held.txt"), "a file ending in .html or .pdf"),
        (("report", "missing.flowsim", "--out", "x.html"), "missing.flowsim: cannot be read"),
        (("report", "held.flowsim", "--out", "no/such/x.html"), "cannot be written"),
        (("verify", "held.flowsim"), "no session inside"),
        (("verify", "missing.html"), "missing.html: cannot be read"),
    ],
)
def test_what_cannot_be_done_is_said(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    done = flowsim(folder, *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
