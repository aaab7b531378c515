"""Forecasts: from throughput alone to the digit, and from futures of the board."""

import json
from math import inf
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.problems import ScenarioProblems
from flowsim.experiments.executors import OneProcess
from flowsim.experiments.experiment import Experiment, WarmUp
from flowsim.experiments.findings import findings_of
from flowsim.experiments.forecast import (
    at_least,
    chance_of,
    days_for,
    finished_by_day,
    outcome,
    resampled,
    with_confidence,
)
from flowsim.experiments.plan import ForecastGoal
from flowsim.experiments.replication import Past, Player, board_of
from tests.experiments.plans import plan

NUMBERS = json.loads((Path(__file__).parents[1] / "reference" / "statistics.json").read_text(encoding="utf-8"))
REFERENCE = NUMBERS["throughput_forecast"]
DAILY = np.array(REFERENCE["daily"])


@pytest.mark.parametrize(("share", "cards"), REFERENCE["at_least"].items())
def test_so_many_are_finished_at_least(share: str, cards: int) -> None:
    assert at_least(DAILY, REFERENCE["days"], int(share) / 100) == cards


def test_chances_are_those_of_the_convolution() -> None:
    for words, chance in REFERENCE["exact"].items():
        cards = int(words.removeprefix("P(>=").removesuffix(")"))
        assert chance_of(DAILY, cards, REFERENCE["days"]) == pytest.approx(chance, abs=5e-7)
    for day, chance in REFERENCE["done_by_day"].items():
        assert chance_of(DAILY, REFERENCE["items"], int(day)) == pytest.approx(chance, abs=5e-7)


@given(
    daily=st.lists(st.integers(0, 4), min_size=1, max_size=8).filter(any),
    cards=st.integers(1, 30),
    share=st.sampled_from([0.5, 0.7, 0.85, 0.95]),
)
def test_the_day_is_the_first_one_that_is_sure_enough(daily: list[int], cards: int, share: float) -> None:
    counts = np.array(daily)
    day = int(days_for(counts, cards, share))
    assert chance_of(counts, cards, day) >= share - 1e-9
    assert chance_of(counts, cards, day - 1) < share + 1e-9
    assert at_least(counts, day, share) >= cards


def test_days_without_a_delivery_count() -> None:
    assert finished_by_day(np.array([0.0, 0.5, 1.0, 3.2, 6.5]), 6.7).tolist() == [3, 0, 0, 1, 0, 0]


def test_a_share_of_the_futures_is_literally_a_share() -> None:
    outcomes = [float(number) for number in range(1, 101)]
    assert with_confidence(ForecastGoal(30, None), outcomes, 0.85) == 85.0
    assert sum(each <= 85.0 for each in outcomes) == 85
    by = with_confidence(ForecastGoal(None, 60.0), outcomes, 0.85)
    assert sum(each >= by for each in outcomes) == 85


def test_what_is_found_has_the_dates_of_a_calendar() -> None:
    """30 working days from Monday, 5 January on are six weeks; a day by the end of which something is done."""
    board = {
        "format": "flowsim", "version": 1, "name": "One a day", "arrivals": {"kind": "saturated"},
        "calendar": {"start": "2026-01-05"},
        "columns": [{"id": "a", "wip_limit": 1, "service": {"kind": "constant", "value": 1.0}}],
    }  # fmt: skip
    experiment = Experiment(plan(scenario=board, horizon=None, forecast={"cards": 30}), OneProcess())
    assert len(list(experiment.play())) == 6
    day = "day 30 (13 Feb 2026)"
    assert findings_of(experiment) == [f"30 cards: 50 % by {day}, 70 % by {day}, 85 % by {day}, 95 % by {day}."]


def test_from_the_start_of_constant_work_the_day_is_arithmetic() -> None:
    board = {
        "format": "flowsim", "version": 1, "name": "One a day", "arrivals": {"kind": "saturated"},
        "columns": [{"id": "a", "wip_limit": 1, "service": {"kind": "constant", "value": 1.0}}],
    }  # fmt: skip
    experiment = Experiment(plan(scenario=board, horizon=None, forecast={"cards": 30}), OneProcess())
    assert len(list(experiment.play())) == 6
    assert list(experiment.outcomes[0]) == [30.0] * 6
    assert findings_of(experiment) == ["30 cards: 50 % by day 30, 70 % by day 30, 85 % by day 30, 95 % by day 30."]
    by = Experiment(plan(scenario=board, horizon=None, forecast={"by": 12.5}), OneProcess())
    list(by.play())
    assert list(by.outcomes[0]) == [12.0] * 6


def running(**changes: Any) -> Any:
    """A board at day 20.5 with a card a day, and one column that takes a day."""
    return {
        "format": "flowsim", "version": 1, "name": "One a day",
        "arrivals": {"kind": "interval", "gap": {"kind": "constant", "value": 1.0}},
        "columns": [{"id": "a", "workers": 1, "service": {"kind": "constant", "value": 2.0}}],
        "session": {"time": 20.5, "interventions": []}, **changes,
    }  # fmt: skip


def test_from_now_on_the_cards_are_those_that_are_still_to_come() -> None:
    """Cards come at 1, 2 …, and leave at 3, 5, 7 …: nine by day 20.5; a second person ends at 22.5, 24.5 …."""
    asked = plan(
        scenario=running(), horizon=60, **{"from": "now"}, forecast={"cards": 5},
        compare=[{"name": "one", "set": {}}, {"name": "two", "set": {"columns.a.workers": 2}}],
    )  # fmt: skip
    experiment = Experiment(asked, OneProcess())
    list(experiment.play())
    assert [set(each) for each in experiment.outcomes] == [{29.0}, {25.0}]
    assert experiment.warm_up == WarmUp(20.5)
    told = findings_of(experiment)
    assert told[0] == "one: 5 more cards: 50 % by day 29, 70 % by day 29, 85 % by day 29, 95 % by day 29."
    assert told[2].startswith("By throughput so far alone, without a look at the board: 5 more cards: 50 % by day ")


def test_what_cannot_change_in_a_running_board_is_said() -> None:
    with pytest.raises(ScenarioProblems) as found:
        plan(scenario=running(), horizon=60, **{"from": "now"},
             vary=[{"path": "arrivals.gap.value", "values": [1.0, 2.0]}])  # fmt: skip
    assert "cannot change from now on" in str(found.value)


def test_cards_that_never_come_are_never_promised() -> None:
    board = running(arrivals={"kind": "fixed", "count": 7}, session=None)
    experiment = Experiment(plan(scenario=board, horizon=None, forecast={"cards": 8}), OneProcess())
    list(experiment.play())
    assert list(experiment.outcomes[0]) == [inf] * 6
    assert "85 % at no day that was played" in findings_of(experiment)[0]


def test_a_history_of_less_than_a_day_says_nothing_yet() -> None:
    asked = plan(scenario=running(session={"time": 0.5, "interventions": []}), **{"from": "now"}, horizon=60,
                 forecast={"cards": 2})  # fmt: skip
    experiment = Experiment(asked, OneProcess())
    list(experiment.play())
    assert experiment.alone is None
    assert findings_of(experiment)[1].startswith(
        "Throughput so far says nothing of it: no whole unit of time has passed"
    )


def test_a_board_that_is_stuck_for_good_is_not_waited_for() -> None:
    """Its only card is blocked by hand, and nobody will take that away."""
    column = {"id": "a", "workers": 1, "wip_limit": 1, "service": {"kind": "constant", "value": 2.0}}
    block = {"at": 2.5, "do": "block", "card": 0}
    asked = plan(scenario=running(columns=[column], session={"time": 3.5, "interventions": [block]}), horizon=60,
                 **{"from": "now"}, forecast={"cards": 3})  # fmt: skip
    simulation = Player(board_of(asked, asked.cells[0], Past.of(asked)))._begun(1)
    assert outcome(ForecastGoal(3, None), simulation, 0) == inf
    assert len(simulation.trace) < 1000


def test_a_goal_far_away_is_reached_all_the_same() -> None:
    board = running(columns=[{"id": "a", "service": {"kind": "constant", "value": 0.5}}], session=None)
    asked = plan(scenario=board, horizon=10, replications=1, forecast={"cards": 200_000})
    experiment = Experiment(asked, OneProcess())
    list(experiment.play())
    assert list(experiment.outcomes[0]) == [200_000.5]


def test_throughput_alone_does_not_look_too_far() -> None:
    times = np.arange(0.5, 60.0)
    assert resampled(ForecastGoal(20_000, None), times, 60.0) == [20_060.0] * 4
    assert resampled(ForecastGoal(None, 1e12), times, 60.0) is None


@pytest.mark.parametrize("goal", [{"cards": None}, {"by": None}, {"cards": 1, "by": 30.0}, {}])
def test_a_goal_is_either_a_number_of_cards_or_a_time(goal: Any) -> None:
    with pytest.raises(ScenarioProblems) as found:
        plan(forecast=goal)
    assert [each.expected for each in found.value.problems] == ["one of cards and by"]


def test_a_setting_that_the_running_board_refuses_is_a_problem_and_not_left_out_in_silence() -> None:
    people = [{"name": "Ada", "skills": {"a": 1.0}}]
    board = running(people=people, session={"time": 5.0, "interventions": []})
    asked = {"scenario": board, "from": "now", "horizon": 60,
             "compare": [{"name": "x", "set": {}}, {"name": "y", "set": {"columns.a.workers": 5}}]}  # fmt: skip
    with pytest.raises(ScenarioProblems, match="refused"):
        plan(**asked)
