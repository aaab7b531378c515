"""What SECURITY.md says of a run without a window and of what is handed to the desktop."""

import ast
import json
import subprocess
import sys
from pathlib import Path

from tests.cli.program import ENVIRONMENT, RANDOM, write
from tests.release.test_security import calls_of, imported, trees

QT = {"QtCore", "QtGui", "QtSvg", "QtWidgets"}
"""Modules of Qt that the program uses: none of them opens a connection."""

WATCHED = ("socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "pickle.", "urllib.")
"""What Python reports to those who watch it: connections, other programs, objects made from bytes."""


def test_of_qt_only_what_draws_is_imported() -> None:
    names = {name for _, tree in trees() for name in imported(tree) if name.startswith("PySide6.")}
    assert {name.split(".")[1] for name in names} <= QT


def test_only_the_log_and_the_licences_are_handed_to_the_desktop() -> None:
    assert calls_of("openUrl") == [("messages.py", "QUrl.fromLocalFile(str(path))")]
    assert set(calls_of("open_outside")) == {("application_commands.py", "self._journal.path")}
    [bare] = [
        ast.unparse(node.args[0])
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open_outside"
    ]
    assert bare == "folder", "the notices; see licences() in flowsim/storage/resources.py"


def test_a_check_and_a_run_open_no_connection_start_no_program_and_write_only_what_was_asked_for(
    tmp_path: Path,
) -> None:
    file = write(tmp_path, RANDOM)
    watched = f"""
import json, sys
seen = []
sys.addaudithook(lambda event, _: seen.append(event) if event.startswith({WATCHED!r}) else None)
from flowsim import cli
codes = [cli.main(["check", {file!r}]), cli.main(["run", {file!r}, "--trace", "t.csv", "--summary", "s.json"])]
sys.stderr.write(json.dumps([codes, seen]))
"""
    its = subprocess.run(
        [sys.executable, "-c", watched], cwd=tmp_path, capture_output=True, text=True, timeout=60, env=ENVIRONMENT,
        check=False,
    )  # fmt: skip
    assert json.loads(its.stderr) == [[0, 0], []]
    assert {path.name for path in tmp_path.iterdir()} == {file, "t.csv", "s.json"}
