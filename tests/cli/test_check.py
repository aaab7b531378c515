"""`flowsim check`: silent for sound files, a line a problem for others."""

from pathlib import Path

import pytest

from flowsim import cli
from flowsim.storage.resources import resources
from tests.cli.program import SMALL, Raw, flowsim, write

EXERCISES = sorted((resources() / "exercises").glob("*.flowsim"))


def column(**fields: object) -> Raw:
    return {**SMALL, "columns": [{"id": "dev"}, {"id": "test", **fields}]}


def test_of_a_sound_file_check_says_what_its_board_can_do(tmp_path: Path) -> None:
    board = {key: SMALL[key] for key in ("format", "version", "name")}
    columns = [{"id": "dev"}, {"id": "test", "service": {"kind": "constant", "value": 4}}]
    done = flowsim(tmp_path, "check", write(tmp_path, {**board, "columns": columns}))
    assert (done.returncode, done.stderr) == (0, "")
    said = [line.removeprefix("board.flowsim: ") for line in done.stdout.splitlines()]
    assert said == [
        "test is needed 200 % of its time: the backlog will grow without end",
        "the board finishes one card every 4 days, because of test",
    ]


def test_a_board_that_must_stop_is_neither_sound_nor_played(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / write(tmp_path, {**SMALL, "people": [{"name": "Ada", "skills": {"test": 1}}]}))
    expected = 'nobody with the skill "dev": somebody who can work in columns[0], or the board stops there for good'
    for command in ("check", "run"):
        assert cli.main([command, path]) == 2
        assert capsys.readouterr().err == f"{path}: people: {expected}\n"


def test_every_problem_of_every_file_is_a_line_on_standard_error(tmp_path: Path) -> None:
    sound = write(tmp_path, SMALL, "sound.flowsim")
    broken = write(tmp_path, {**column(wip_limit=0), "horizon": 5, "warm_up": 9}, "broken.flowsim")
    done = flowsim(tmp_path, "check", broken, sound, "none.flowsim", ".")
    assert done.returncode == 2
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["sound.flowsim"] * 2
    assert done.stderr.splitlines() == [
        "broken.flowsim: columns[1].wip_limit: 0: a whole number of at least 1, or null",
        "broken.flowsim: horizon: 5: after the warm-up, which ends at 9",
        "none.flowsim: cannot be read (No such file or directory): a file that this user may open",
        ".: cannot be read (Is a directory): a file that this user may open",
    ]


def test_a_problem_that_a_console_cannot_show_is_told_all_the_same(tmp_path: Path) -> None:
    file = write(tmp_path, {**SMALL, "größe": "日本"})
    done = flowsim(tmp_path, "check", file, PYTHONIOENCODING="ascii")
    assert done.returncode == 2
    assert done.stderr.startswith("board.flowsim: gr\\xf6\\xdfe: ")


PLAYED = [
    (column(setup={"rule": "per_batch", "time": 1}), 'columns[1].setup.rule: "per_batch"'),
    (column(setup={"rule": "family", "time": 1}), 'columns[1].setup.rule: "family"'),
    (column(transfer_batch=2), "columns[1].transfer_batch: 2"),
    (column(transfer_timeout=3), "columns[1].transfer_timeout: 3"),
    (column(move_time=0.5), "columns[1].move_time: 0.5"),
    (column(rework={"probability": 0.1}), "columns[1].rework.probability: 0.1"),
    (column(blockers={"probability": 0.2}), "columns[1].blockers.probability: 0.2"),
    ({**SMALL, "people": [{"name": "Ada", "skills": {"dev": 1, "test": 1}}]}, "people: 1 people"),
    ({**SMALL, "classes": [{"id": "standard", "may_exceed": 1}]}, "classes[0].may_exceed: 1"),
    ({**SMALL, "classes": [{"id": "standard", "preempts": True}]}, "classes[0].preempts: true"),
    ({**SMALL, "rules": {"work_rule": "longest_queue"}}, 'rules.work_rule: "longest_queue"'),
    ({**SMALL, "rules": {"replenish_every": 7}}, "rules.replenish_every: 7"),
    ({**SMALL, "rules": {"deliver_every": 14}}, "rules.deliver_every: 14"),
    ({**SMALL, "rules": {"context_switch_tax": 0.1}}, "rules.context_switch_tax: 0.1"),
]


@pytest.mark.parametrize("command", ["check", "run"])
@pytest.mark.parametrize(("raw", "line"), PLAYED, ids=[line for _, line in PLAYED])
def test_every_part_of_the_format_is_checked_and_played(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, raw: Raw, line: str
) -> None:
    path = str(tmp_path / write(tmp_path, raw))
    assert cli.main([command, path]) == 0, line
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_every_exercise_passes(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(path)]) == 0
    assert capsys.readouterr().err == ""
