"""`flowsim import`: a team's export becomes a board, and every row of it is answered for."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from flowsim.experiments.fitting.score import AS_GOOD
from flowsim.storage import load_document
from tests.cli.program import flowsim
from tests.storage.histories.test_against_the_truth import FILES, REFERENCE, TRUTH

MAP = {"zone": TRUTH["zone"], "today": TRUTH["today"]}


def imported(folder: Path, name: str, **choices: Any) -> Any:
    (folder / "map.json").write_text(json.dumps({**MAP, **choices}), encoding="utf-8")
    outs = ("--out", "board.flowsim", "--items", "items.csv", "--problems", "problems.csv", "--fit", "fit.json")
    return flowsim(folder, "import", str(REFERENCE / "files" / name), *outs, "--map", "map.json")


def table(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_an_export_becomes_a_board_items_problems_and_a_fit(tmp_path: Path) -> None:
    done = imported(tmp_path, "08-azure-devops.csv")
    assert (done.returncode, done.stderr) == (0, "")
    board = load_document(tmp_path / "board.flowsim").scenario
    assert [column.name for column in board.columns] == ["In progress"]
    items = table(tmp_path / "items.csv")
    true = FILES["08-azure-devops.csv"]["items"]
    assert list(items[0]) == ["id", "class", "arrived", "Activated Date", "finished"]
    assert [(its["id"], its["Activated Date"], its["finished"]) for its in items] == [
        (its["id"], its["at"][0] or "", its["at"][1] or "") for its in true
    ]
    assert table(tmp_path / "problems.csv") == []
    fit = json.loads((tmp_path / "fit.json").read_text(encoding="utf-8"))
    assert set(fit["board"]) == set(fit["naive"]) == {"cycle_time", "throughput", "wip"}
    assert fit["better_than_naive"] == (AS_GOOD * fit["board"]["cycle_time"] <= fit["naive"]["cycle_time"])


def test_days_without_a_time_are_midnights_of_the_team(tmp_path: Path) -> None:
    assert imported(tmp_path, "01-aa-clean.csv").returncode == 0
    first = table(tmp_path / "items.csv")[0]
    assert (first["Ready"], first["finished"]) == ("2025-01-26T23:00:00Z", "2025-02-10T23:00:00Z")


def test_every_row_that_was_not_used_is_listed_with_its_reason(tmp_path: Path) -> None:
    assert imported(tmp_path, "20-bad-rows.csv").returncode == 0
    problems = table(tmp_path / "problems.csv")
    true = FILES["20-bad-rows.csv"]["rejected"]
    assert [(int(its["row"]), its["id"], its["reason"].split(":")[0]) for its in problems] == [
        (its["row"], its["id"], its["kind"]) for its in true
    ]
    assert problems[0]["reason"] == "end-before-start: End 2025-04-04 is before Start 2025-04-05"


def test_where_two_readings_fit_it_asks_and_takes_the_answer(tmp_path: Path) -> None:
    asked = imported(tmp_path, "05-aa-ambiguous.csv")
    assert asked.returncode == 3
    assert 'Put "dates": "day first" or "dates": "month first" into a map (--map MAP.json).' in asked.stderr
    assert not (tmp_path / "board.flowsim").exists()
    answered = imported(tmp_path, "05-aa-ambiguous.csv", dates="month first")
    assert answered.returncode == 0
    assert "dates month first" in answered.stdout


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("21-empty.csv", "the file is empty"),
        ("22-header-only.csv", "there is a header and nothing under it"),
        ("23-picture.csv", "this is no text, and no workbook of Excel (.xlsx) either"),
        ("13-throughput-weeks.csv", "the file does not say when work began, so no board can be made of it"),
    ],
)
def test_what_gives_no_board_is_refused_with_a_sentence(tmp_path: Path, name: str, sentence: str) -> None:
    done = imported(tmp_path, name)
    assert done.returncode == 2
    assert done.stderr == f"{REFERENCE / 'files' / name}: {sentence}\n"
    assert not (tmp_path / "board.flowsim").exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[]", 'a map is an object of JSON, such as {"dates": "day first"}'),
        ('{"dates": "year first"}', 'dates: "year first": expected one of day first, month first'),
        ('{"zone": "Europe/Nowhere"}', "expected the name of a time zone, such as Europe/Zurich"),
        ('{"colour": 1}', "colour: not known; one of cancelled, columns, dates, order, today, zone"),
    ],
)
def test_a_map_that_cannot_be_used_says_why(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "map.json").write_text(text, encoding="utf-8")
    file = str(REFERENCE / "files" / "01-aa-clean.csv")
    done = flowsim(tmp_path, "import", file, "--out", "board.flowsim", "--map", "map.json")
    assert done.returncode == 2
    assert sentence in done.stderr


def test_a_map_says_what_columns_are(tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text(
        "who,picked up,handed over\n" + "".join(f"a,2025-01-{day:02},2025-02-{day:02}\n" for day in range(1, 20)),
        encoding="utf-8",
    )
    (tmp_path / "map.json").write_text(
        json.dumps({"columns": {"picked up": "start", "handed over": "finish", "who": "ignore"}})
    )
    done = flowsim(tmp_path, "import", "log.csv", "--out", "b.flowsim", "--map", "map.json")
    assert done.returncode == 0
    assert "19 read, 19 finished" in done.stdout


def test_formulas_in_classes_and_ids_are_marked_in_what_is_written(tmp_path: Path) -> None:
    rows = "".join(f"=1+{day},2025-01-{day:02},2025-02-{day:02},=cmd\n" for day in range(1, 20))
    (tmp_path / "log.csv").write_text("Key,Start,End,Type\n" + rows, encoding="utf-8")
    done = flowsim(tmp_path, "import", "log.csv", "--out", "b.flowsim", "--items", "i.csv")
    assert done.returncode == 0
    first = table(tmp_path / "i.csv")[0]
    assert (first["id"], first["class"]) == ("'=1+1", "'=cmd")


def test_what_is_written_replaces_nothing_that_is_read(tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text("Key,Start,End\nA,2025-01-01,2025-01-02\n", encoding="utf-8")
    done = flowsim(tmp_path, "import", "log.csv", "--out", "log.csv")
    assert done.returncode == 2
    assert "the same file is given twice" in done.stderr
