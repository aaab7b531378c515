"""Every sentence the laboratory can say, with what it rests on: none claims more than the data."""

from collections.abc import Sequence

import numpy as np
import pytest

from flowsim.domain.working_calendar import WorkingCalendar
from flowsim.experiments.answer import Answer, Part
from flowsim.experiments.answer_words import (
    best_sentence,
    between,
    difference_sentence,
    share_sentence,
    warnings,
    why_sentence,
)
from flowsim.experiments.experiment import WarmUp
from flowsim.experiments.forecast_words import (
    alone_sentence,
    by_days,
    chance_sentence,
    how_many_sentence,
    when_sentence,
)
from flowsim.experiments.shares import Share
from flowsim.experiments.statistics import interval_of
from tests.experiments.plans import plan

NAN, INF = float("nan"), float("inf")
LEAD = "lead_time.mean"
WOBBLE = np.array([0.3, -0.2, 0.1, -0.4, 0.2, 0.0, -0.1, 0.1, 0.25, -0.25])


def answer(columns: Sequence[Sequence[float]], names: str = "2 3 4 5", **changes: object) -> Answer:
    """An answer about lead times, a list of runs for each setting."""
    values = np.array(columns, dtype=np.float64).T[:, :, None]
    count = len(columns)
    made = {
        "plan": plan(), "names": tuple(names.split()[:count]), "figures": (LEAD,), "values": values,
        "runs": values.size, "at_most": values.size, "warm_up": WarmUp(0.0), "done": True,
        "finished": np.full(count, 100.0), "unfinished": np.full(count, 3.0), "few": (), "parts": (), "pilot": None,
    }  # fmt: skip
    return Answer(**{**made, **changes})  # type: ignore[arg-type]


def around(mean: float, wobble: float = 1.0) -> list[float]:
    return [mean + wobble * float(each) for each in WOBBLE]


SAME = around(5.0)
BEST = [
    ([SAME, SAME, SAME], "No setting can be told from another (95 %)."),
    ([around(9.0, 2.0), SAME, SAME], "3 and 4 cannot be told apart; 2 costs 3.8 to 4.2 days of lead time (95 %)."),
    ([around(9.0, 2.0), SAME, around(9.0, -2.0)],
     "3 is best; the next one, 2, costs 3.8 to 4.2 days of lead time (95 %)."),
    ([[4.0] * 5, [2.0] * 5], "3: best; 2 costs 2 days of lead time, in every run."),
    ([SAME[:2], SAME[:2]], "Too few runs to compare."),
    ([[NAN] * 5, [NAN] * 5], "Nothing was finished, so nothing can be compared."),
]  # fmt: skip


@pytest.mark.parametrize(("columns", "said"), BEST, ids=[said for _, said in BEST])
def test_the_best_setting_is_told_with_what_cannot_be_told_apart(columns: list[list[float]], said: str) -> None:
    assert best_sentence(answer(columns), LEAD) == said


def test_many_settings_that_are_level_are_counted_and_a_row_of_numbers_is_told_from_its_ends() -> None:
    row = [around(9.0, 2.0), *([SAME] * 3)]
    assert best_sentence(answer(row), LEAD).startswith("3 to 5 cannot be told apart; 2 costs ")
    named = answer([*row, *([SAME] * 2)], "a b c d e f")
    assert best_sentence(named, LEAD).startswith("b and 4 others cannot be told apart; a costs ")


DIFFERENCES = [
    ([around(9.0, 2.0), SAME], "Lead time is 3.8 to 4.2 days shorter (95 %), better in 10 of 10 runs."),
    ([SAME, around(9.0, 2.0)], "Lead time is 3.8 to 4.2 days longer (95 %), better in 0 of 10 runs."),
    ([SAME, around(5.0, -1.0)], "Lead time: no difference can be told: at most 0.33 days shorter, "
                                "at most 0.33 days longer (95 %); better in 5 of 10 runs."),
    ([SAME, SAME], "Lead time is the same in every run."),
    ([[3.0] * 4, [5.0] * 4], "Lead time is 2 days longer, in every run."),
    ([[3.0] * 2, [5.0] * 2], "Lead time: too few runs to compare."),
]  # fmt: skip


@pytest.mark.parametrize(("columns", "said"), DIFFERENCES, ids=[said for _, said in DIFFERENCES])
def test_a_difference_is_an_interval_and_a_number_of_runs(columns: list[list[float]], said: str) -> None:
    assert difference_sentence(answer(columns), LEAD) == said


def test_a_cause_that_the_runs_do_not_tell_is_not_named() -> None:
    sure = Part(1, "capacity", interval_of(around(-2.0)))
    unsure = Part(0, "capacity", interval_of([3.0, -9.0, 2.0, -4.0]))
    assert why_sentence(answer([SAME, SAME], parts=(sure,))) == "Of 2 days, 2 days come from b: waiting for a person."
    said = why_sentence(answer([SAME, SAME], parts=(unsure,)))
    assert said == "No single cause stands out from the luck of the runs."
    assert why_sentence(answer([SAME, SAME])) == ""


def test_a_share_that_the_runs_do_not_tell_is_none() -> None:
    its = answer([SAME, SAME])
    told = share_sentence(Share("columns.b.workers", interval_of(around(-2.0))), its)
    assert told == "People in b: its share is 2 days less."
    assert share_sentence(Share("columns.b.workers", interval_of([3.0, -3.0])), its) == (
        "People in b: no contribution can be told."
    )


def test_what_distorts_an_answer_is_said_at_its_end() -> None:
    its = answer([SAME, SAME], warm_up=WarmUp(0.0, sound=False), unfinished=np.array([80.0, 3.0]), few=(LEAD,))
    settles, survivors, few = warnings(its)
    assert settles.startswith("No warm-up was found")
    assert survivors.startswith("2: many cards are not finished at the end (up to 80 beside 100 that are)")
    assert few == "Fewer than 10 runs of figures with a long tail (lead time): their intervals are too narrow."
    assert warnings(answer([SAME, SAME])) == []
    assert warnings(answer([SAME, SAME], done=False, few=(LEAD,))) == []


def test_few_runs_of_many_settings_are_said_to_tell_little() -> None:
    its = answer([SAME[:5]] * 12, " ".join(map(str, range(12))))
    assert warnings(its) == ["5 runs of each tell little of 12 settings apart. Extend it."]


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(1.23, 4.56, "1.2 to 4.6 days"), (0.418, 0.693, "0.42 to 0.69 days"), (12.3, 145.0, "12 to 145 days"),
     (0.004, 4.6, "up to 4.6 days"), (0.0042, 0.0125, "0.004 to 0.013 days")],
)  # fmt: skip
def test_a_range_has_as_many_digits_as_mean_something(low: float, high: float, said: str) -> None:
    assert between(low, high, LEAD, "day") == said


def test_no_day_of_a_forecast_is_named_too_early_and_none_that_was_not_played() -> None:
    reached = np.array([20.0, 20.1, 21.0, 22.9, 23.0, 23.5, 24.0, 30.0, INF, INF])
    said = when_sentence(3, reached, "day", 40.0)
    assert said == "3 more cards: 50 % by day 23, 70 % by day 24, 85 and 95 % later than day 40."
    assert by_days([1.01, 2.0, 3.0, 4.0], "day", 9.0).startswith("50 % by day 1.1, 70 % by day 2")


@pytest.mark.parametrize(
    ("share", "said"), [(1.0, "> 95 %"), (0.96, "> 95 %"), (0.9, "90 %"), (0.0, "< 5 %"), (0.5, "50 %")]
)  # fmt: skip
def test_no_forecast_is_certain_while_work_remains(share: float, said: str) -> None:
    finished = np.where(np.arange(100) < 100 * share, 5.0, 4.0)
    assert chance_sentence(5, 60.0, finished, "day") == f"5 more cards by day 60: {said}."
    assert "100 %" not in how_many_sentence(60.0, finished, "day")


def test_throughput_alone_says_what_it_does_not_know() -> None:
    assert alone_sentence(None, "day") == "Throughput so far says nothing yet."
    said = alone_sentence([10.0, 11.0, 12.0, 13.0], "day")
    assert "knows nothing of the board as it stands" in said
    assert said.endswith("50 % by day 10, 70 % by day 11, 85 % by day 12, 95 % by day 13.")


def test_a_forecast_on_a_board_with_a_calendar_names_dates() -> None:
    calendar = WorkingCalendar(start="2026-01-05")
    said = by_days([10.0, 12.0, 13.0, 14.2], "day", 20.0, calendar)
    assert said == (
        "50 % by day 10 (16 Jan 2026), 70 % by day 12 (20 Jan 2026), 85 % by day 13 (21 Jan 2026), "
        "95 % by day 15 (23 Jan 2026)"
    )
