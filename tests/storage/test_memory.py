"""How much memory a file takes while it is read: ordinary cards at most ten times what they take on the disk.

Cards that say no more than when they arrive take up to nineteen times theirs: an object of Python is larger than the
few letters it is made of.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

resource = pytest.importorskip("resource", reason="the system does not tell how much memory a process has used")

READ = """
import resource, sys
from flowsim.storage.reading import read_document
from flowsim.storage.record import FileRecord, adapter_of
adapter_of(FileRecord)
content = open(sys.argv[1], "rb").read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
read_document(content)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
BYTES_OF_A_UNIT = 1 if sys.platform == "darwin" else 1024


@pytest.mark.parametrize(("ordinary", "times"), [(True, 10.0), (False, 19.0)])
def test_reading_takes_a_few_times_the_file(tmp_path: Path, ordinary: bool, times: float) -> None:
    cards = [
        {"arrives": number * 0.5, "class": "standard", "title": f"To do, number {number}", "service": {"a": 2.5}}
        if ordinary
        else {"arrives": number}
        for number in range(100_000)
    ]  # fmt: skip
    board = {
        "format": "flowsim", "version": 1, "name": "many", "cards": cards,
        "columns": [{"id": "a", "service": {"kind": "constant", "value": 1}}],
    }  # fmt: skip
    file = tmp_path / "many.flowsim"
    file.write_text(json.dumps(board), encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", READ, file], capture_output=True, text=True, timeout=100, check=True)
    assert int(done.stdout) * BYTES_OF_A_UNIT <= times * file.stat().st_size
