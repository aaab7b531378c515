"""The commands of the README that draw."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.release.test_documents import commands, write_samples


@pytest.mark.parametrize("command", [command for command in commands("flowsim") if " chart " in command])
def test_a_command_of_the_documents_draws_what_it_says(command: str, tmp_path: Path) -> None:
    write_samples(tmp_path)
    words = shlex.split(command)
    done = subprocess.run([sys.executable, "-m", *words], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / words[words.index("--out") + 1]).stat().st_size > 0


def test_the_command_line_speaks_english_wherever_it_is(tmp_path: Path) -> None:
    write_samples(tmp_path)
    drawn = []
    for locale in ("C.UTF-8", "de_DE.UTF-8"):
        words = ["flowsim", "chart", "board.flowsim", "--chart", "histogram", "--out"]
        subprocess.run(
            [sys.executable, "-m", *words, f"{locale}.svg"], cwd=tmp_path, check=True,
            env={**os.environ, "LC_ALL": locale, "LANG": locale},
        )  # fmt: skip
        drawn.append((tmp_path / f"{locale}.svg").read_text(encoding="utf-8"))
    assert drawn[0] == drawn[1]
