"""`flowsim chart`: the data of a chart needs no window library; what cannot be drawn is told in words."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from flowsim import cli
from flowsim.charts.catalogue import CHARTS
from tests.cli.program import SMALL, Raw, write


def chart(folder: Path, raw: Raw, out: str) -> int:
    return cli.main(["chart", str(folder / write(folder, raw)), "--chart", "flow", "--out", str(folder / out)])


def test_the_data_of_the_flow_ends_with_every_card_finished(tmp_path: Path) -> None:
    assert chart(tmp_path, SMALL, "flow.csv") == 0
    header, *rows = (tmp_path / "flow.csv").read_text(encoding="utf-8").splitlines()
    assert header == "time,arrived,Development,Test,finished"
    assert rows[-1].split(",")[1:] == ["2", "2", "2", "2"]


@pytest.mark.parametrize("name", CHARTS)
def test_the_data_of_every_chart_is_a_table_of_its_own(tmp_path: Path, name: str) -> None:
    file, out = write(tmp_path, SMALL), tmp_path / "data.csv"
    assert cli.main(["chart", str(tmp_path / file), "--chart", name, "--out", str(out)]) == 0
    header, *rows = csv.reader(StringIO(out.read_text(encoding="utf-8")))
    assert len(header) >= 2
    if name == "aging":
        assert rows == []  # no card is left on the board to be old
        return
    assert {len(row) for row in rows} == {len(header)}
    assert any(value.replace(".", "").isdigit() for row in rows for value in row)


def test_a_column_called_like_a_formula_is_marked_as_text(tmp_path: Path) -> None:
    assert chart(tmp_path, {**SMALL, "columns": [{"id": "dev", "name": "=1+1"}, {"id": "test"}]}, "flow.csv") == 0
    assert ",'=1+1," in (tmp_path / "flow.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("out", ["flow", "flow.gif", "flow.csv.exe"])
def test_a_picture_of_another_kind_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], out: str) -> None:
    assert chart(tmp_path, SMALL, out) == 2
    assert capsys.readouterr().err.endswith(f"{out}: a file ending in .png, .svg, .pdf or .csv\n")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert chart(tmp_path, SMALL, "none/flow.csv") == 2
    assert "cannot be written (No such file or directory)" in capsys.readouterr().err


def test_an_unknown_chart_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["chart", "x", "--chart", "pie", "--out", "x.csv"])
    assert left.value.code == 2
    assert "--chart" in capsys.readouterr().err
