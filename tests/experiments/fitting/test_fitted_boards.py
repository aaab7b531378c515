"""Boards fitted to histories: the known ones lie within the bands of their truth, and what is not known is said."""

from dataclasses import replace
from datetime import date, timedelta
from math import isnan
from typing import Any, Final

import numpy as np
import pytest

from flowsim.domain.arrivals import ByPeriod, Poisson
from flowsim.domain.checks import problems_of
from flowsim.domain.editing import free_ids
from flowsim.domain.scenario import Scenario
from flowsim.domain.team_history import HistoryColumn, HistoryItem, Moment, TeamHistory
from flowsim.engine import Simulation
from flowsim.experiments.fitting import CannotBeFitted, choice, choosing, chosen, fitted, scored
from flowsim.experiments.fitting.choice import MOST_OFF
from flowsim.experiments.fitting.lived import lived, until
from flowsim.experiments.fitting.replay import replayed
from flowsim.experiments.fitting.score import RUNS, Distances, Score, standard_error, wasserstein
from flowsim.metrics.first_entries import first_entries
from flowsim.storage.histories import Choices, read_history_file
from tests.storage.histories.test_against_the_truth import CHOICES, FILES, REFERENCE, TRUTH, read

KNOWN: Final[dict[str, Any]] = TRUTH["known_boards"]
DAYS: Final = 400.0


def known(name: str) -> TeamHistory:
    return read_history_file(REFERENCE / "known-board" / f"{name}.csv", Choices(zone="UTC", today=date(2025, 10, 1)))


def figures(board: Scenario, seed: int) -> dict[str, float]:
    """What one run shows, by the names and definitions of the truth."""
    run = Simulation(board.with_seed(seed))
    run.advance_to(DAYS)
    rows = run.trace.rows()
    entered, own = first_entries(rows, len(board.columns))
    came, went = entered[:, 0], entered[:, -1]
    started = np.isfinite(came)
    cycle_times = (went - came)[np.isfinite(went)]
    passed = own[:, :-1] & np.isfinite(entered[:, 1:])
    stays = [(entered[mask, at + 1] - entered[mask, at]).mean() for at, mask in enumerate(passed.T)]
    times = {f"time_in.{column.id}": float(stay) for column, stay in zip(board.columns, stays, strict=True)}
    return {
        "arrivals": float(started.sum()), "arrival_rate": float(started.sum()) / DAYS,
        "finished": float(len(cycle_times)), "throughput": len(cycle_times) / DAYS,
        "cycle_time_mean": float(cycle_times.mean()),
        "cycle_time_p50": float(np.quantile(cycle_times, 0.5, method="inverted_cdf")),
        "cycle_time_p85": float(np.quantile(cycle_times, 0.85, method="inverted_cdf")),
        "wip": float((np.minimum(went, DAYS) - came)[started].sum()) / DAYS, **times,
    }  # fmt: skip


@pytest.mark.parametrize("name", KNOWN)
def test_a_board_fitted_to_a_known_one_behaves_like_it(name: str) -> None:
    bands = KNOWN[name]["replications"]["bands"]
    found = chosen(known(name))
    assert found is not None
    for board in (found.board, *found.as_good):
        runs = [figures(board.scenario, seed) for seed in range(2001, 2021)]
        means = {key: float(np.mean([run[key] for run in runs])) for key in runs[0]}
        outside = {key: (means[key], bands[key]["fit"]) for key in means
                   if not bands[key]["fit"][0] <= means[key] <= bands[key]["fit"][1]}  # fmt: skip
        assert not outside


@pytest.mark.parametrize("name", KNOWN)
def test_a_known_board_says_no_less_of_what_comes_than_the_naive_guess(name: str) -> None:
    """And where it says no more, that is told: a team that goes on as it went leaves little to know better."""
    found = chosen(known(name))
    assert found is not None
    assert found.score is not None
    assert found.score.board.cycle_time <= found.score.naive.cycle_time
    assert ("better than the naive guess: do not trust it" in str(found.verdict)) is not found.score.better


def test_the_columns_of_a_known_board_have_its_names_and_the_limits_that_were_lived() -> None:
    board = fitted(known("plain"))
    assert [column.id for column in board.scenario.columns] == ["ready", "analysis", "development", "test"]
    assert [column.wip_limit for column in board.scenario.columns] == [None, 4, 6, 4]  # the limits of the true board
    assert board.scenario.calendar is not None
    first = min(moment.day for item in known("plain").items if (moment := item.entered[0]) is not None)
    assert board.scenario.calendar.start == first.isoformat()


def test_fewer_people_do_quicker_work_and_keep_items_as_long() -> None:
    busy, waiting = fitted(known("plain"), 1.0), fitted(known("plain"), 0.5)
    for much, little in zip(busy.columns, waiting.columns, strict=True):
        assert little.people <= much.people
        assert little.work.mean < much.work.mean
    means = [
        np.mean([figures(its.scenario, seed)["cycle_time_mean"] for seed in range(1, 9)]) for its in (busy, waiting)
    ]
    assert means[0] == pytest.approx(means[1], rel=0.15)


@pytest.mark.parametrize("name", [name for name, its in FILES.items() if len(its["columns"]) > 1])
def test_every_team_gets_a_board_that_can_be_played(name: str) -> None:
    board = fitted(read(name)).scenario
    assert not problems_of(board)
    run = Simulation(board)
    run.advance_to(50.0)
    assert len(run.trace) > 0


# Made-up histories

COLUMNS: Final = (HistoryColumn("To do", "start"), HistoryColumn("Build", "stage"), HistoryColumn("Done", "finish"))
MONDAY: Final = date(2024, 1, 1)


def made(entries: list[tuple[int, int | None, int | None]], classes: list[str] | None = None) -> TeamHistory:
    """A history of items by the days on which they entered the three columns."""

    def moment(day: int | None) -> Moment | None:
        return None if day is None else Moment(MONDAY + timedelta(days=day))

    items = tuple(
        HistoryItem(
            row, f"T-{row}", None, classes[row] if classes else None, (moment(one), moment(two), moment(three)),
            finished=three is not None, cycle_time=None if three is None else float(three - one),
        )
        for row, (one, two, three) in enumerate(entries)
    )  # fmt: skip
    return TeamHistory("actionable-agile", COLUMNS, items, (), (), date(2026, 1, 1))


def test_what_was_lived_by_hand() -> None:
    """Three items: one waits a day and is built in two, one is passed on at once, one is still at work."""
    its = lived(made([(0, 1, 3), (1, 1, 4), (2, 3, None)]))
    assert its.days == 5
    assert [stays.ended.tolist() for stays in its.stays] == [[1.0, 0.0, 1.0], [2.0, 3.0]]
    assert [stays.going_on.tolist() for stays in its.stays] == [[], [1.0]]
    assert its.present.tolist() == [[1, 0, 1, 0, 0], [0, 2, 2, 2, 1]]
    assert its.largest.tolist() == [1, 2]
    assert its.arrivals.tolist() == [1, 1, 1, 0, 0]


def test_a_history_as_it_was_known_before() -> None:
    before = until(made([(0, 1, 3), (1, 1, 4), (4, 5, 6)]), MONDAY + timedelta(days=3))
    assert [item.finished for item in before.items] == [True, False]
    assert before.items[1].entered[-1] is None


def test_items_that_come_on_working_days_alone_come_so_on_the_board() -> None:
    days = [day for day in range(140) if day % 7 < 5]
    board = fitted(made([(day, day + 1, day + 2) for day in days])).scenario
    assert isinstance(board.arrivals, ByPeriod)
    assert [period.rate for period in board.arrivals.periods] == pytest.approx([1.0] * 5 + [0.0] * 2)


def test_items_that_come_many_at_once_come_in_groups() -> None:
    rng = np.random.default_rng(1)
    days = np.repeat(np.sort(rng.integers(0, 200, 40)), 6)
    board = fitted(made([(int(day), int(day) + 1, int(day) + 3) for day in days])).scenario
    assert isinstance(board.arrivals, Poisson)
    assert isinstance(board.arrivals.group, int)
    assert 4 <= board.arrivals.group <= 9
    assert board.arrivals.rate * board.arrivals.group == pytest.approx(240 / (days.max() - days.min() + 4), rel=0.02)


def test_columns_that_are_passed_by_are_passed_by_on_the_board() -> None:
    history = made([(day, day, day + 2) for day in range(60)])
    items = tuple(
        replace(item, skipped=(0,)) if row % 3 == 0 else item for row, item in enumerate(history.items)
    )  # fmt: skip
    board = fitted(replace(history, items=items)).scenario
    assert board.columns[0].skip == pytest.approx(1 / 3, abs=0.01)


def with_ways_back(history: TeamHistory, back: list[tuple[int, int]]) -> TeamHistory:
    """Every third item goes back like this, on the day on which it came to the second column."""
    items = tuple(
        replace(item, back=tuple((*way, Moment(MONDAY)) for way in back)) if row % 3 == 0 else item
        for row, item in enumerate(history.items)
    )  # fmt: skip
    return replace(history, items=items)


def test_work_that_went_back_goes_back_on_the_board_as_often() -> None:
    """30 items, of which 10 go back from the second column: of its 40 passes every fourth ends so."""
    board = fitted(with_ways_back(made([(day, day + 1, day + 3) for day in range(30)]), [(1, 0)]))
    assert [its.back.passes for its in board.columns] == [pytest.approx(40 / 30)] * 2
    assert board.scenario.columns[0].rework.probability == 0
    rework = board.scenario.columns[1].rework
    assert rework.probability == 0.25
    assert rework.shares(board.scenario.columns[1].id) == {board.scenario.columns[0].id: 1.0}
    assert board.off < 0.05


def test_what_was_reopened_goes_back_from_the_last_column() -> None:
    its = lived(with_ways_back(made([(day, day + 1, day + 3) for day in range(30)]), [(2, 1), (2, 0)]))
    assert its.back[1].to == {1: 10, 0: 10}
    assert its.back[1].share == pytest.approx(20 / 50)
    assert its.back[0].passes == pytest.approx(40 / 30)


def test_a_way_back_counts_from_a_column_that_was_not_passed_by() -> None:
    """Nobody came to the second of the columns of work, so all that was reopened goes back from the first."""
    columns = (HistoryColumn("Doing", "start"), HistoryColumn("Review", "stage"), HistoryColumn("Done", "finish"))
    history = with_ways_back(made([(day, day + 2, day + 2) for day in range(40)]), [(2, 0)])
    items = tuple(replace(item, skipped=(1,)) for item in history.items)
    board = fitted(replace(history, columns=columns, items=items))
    assert [round(its.back.share, 4) for its in board.columns] == [round(14 / 54, 4), 0.0]
    assert not problems_of(board.scenario)
    brought = [sum(card.service.values()) for card in replayed(history, board).cards]
    assert 1 < np.mean(brought) < 4


def test_a_way_back_that_came_later_was_not_known() -> None:
    history = with_ways_back(made([(0, 1, 3)] * 3), [(1, 0)])
    assert until(history, MONDAY).items[0].back
    assert not until(history, MONDAY - timedelta(days=1)).items


def test_a_replay_brings_the_work_of_all_passes() -> None:
    """Work for 4/3 of the passes of an item is 4/3 of the work of one."""
    history = with_ways_back(made([(day, day + 1, day + 3) for day in range(300)]), [(1, 0)])
    board = fitted(history)
    brought = [card.service[board.scenario.columns[1].id] for card in replayed(history, board).cards]
    assert np.mean(brought) == pytest.approx(board.columns[1].work.mean * 4 / 3, rel=0.1)


def test_classes_that_are_seen_often_are_on_the_board() -> None:
    classes = ["Story", "Story", "Bug"] * 20
    board = fitted(made([(day, day, day + 2) for day in range(60)], classes)).scenario
    assert [(its.title, its.share) for its in board.classes] == [("Story", 0.6667), ("Bug", 0.3333)]


def test_no_board_is_made_of_too_little() -> None:
    with pytest.raises(CannotBeFitted, match="4 items were finished: too few for a board"):
        fitted(made([(day, day, day + 2) for day in range(4)]))
    for name in ("13-throughput-weeks.csv", "17-decimal-commas.csv"):
        with pytest.raises(CannotBeFitted, match="does not say when work began"):
            fitted(read(name))


def test_what_is_not_on_the_board_is_told() -> None:
    told = [str(one) for one in fitted(read("07-jira-transitions.csv", CHOICES)).left_out]
    assert told == [
        "4 items were cancelled and are left out",
    ]
    assert "the time before Started is not on the board" in map(str, fitted(read("10-linear.csv")).left_out)


def test_a_board_that_is_no_better_than_the_naive_guess_says_so() -> None:
    """A team that doubles its pace: what was before says as little as any board of it."""
    slow = [(day, day + 10, day + 20) for day in range(100)]
    found = chosen(made([*slow, *((day, day + 1, day + 2) for day in range(100, 160))]))
    assert found is not None
    assert found.score is not None
    assert not found.score.better
    assert "do not trust" in str(found.verdict)


def test_boards_that_cannot_be_told_apart_are_told() -> None:
    found = chosen(read("07-jira-transitions.csv", CHOICES))
    assert found is not None
    assert len(found.as_good) > 1
    assert any(str(one).startswith("dates cannot tell slow work from long waits") for one in found.told)


def test_items_of_a_single_day_get_a_board_and_no_score() -> None:
    found = chosen(made([(0, 0, 0)] * 6))
    assert found is not None
    assert found.score is None


def test_long_stays_of_a_short_history_are_not_taken_for_longer() -> None:
    """Items stay 20 days, and half of those that came within 40 days are still there: no work is longer than that."""
    column = fitted(made([(day, day, day + 20 if day < 20 else None) for day in range(40)])).columns[1]
    assert column.stay.mean == pytest.approx(20, rel=0.05)
    assert column.work.mean < 21


def test_columns_that_are_called_alike_have_ids_of_their_own() -> None:
    assert len({*free_ids(["Review", "review", "Review!", "***", ""])}) == 5


def test_of_boards_that_fit_the_simplest_is_shown() -> None:
    """On a board on which all is work nothing waits; one with fewer people must be nearer by more than luck."""
    found = chosen(read("02-aa-skipped-dmy.csv"))
    assert found is not None
    assert [board.busy for board in found.as_good] == sorted((board.busy for board in found.as_good), reverse=True)
    assert found.board is found.as_good[0]


@pytest.mark.parametrize(
    ("board", "naive", "better", "worse"), [(1.0, 1.05, False, False), (1.0, 1.1, True, False), (2.0, 1.4, False, True)]
)
def test_a_board_is_better_by_a_tenth_and_worse_by_more_than_its_error(
    board: float, naive: float, better: bool, worse: bool
) -> None:
    its = Score(Distances(board, 0.0, 0.0), Distances(naive, 0.0, 0.0), days=30, error=0.5)
    assert (its.better, its.worse) == (better, worse)


def test_a_board_that_keeps_items_otherwise_than_the_team_did_is_not_told_to_fit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its stays are off by so much of theirs: nothing passes where that must be less than it is."""
    history = read("07-jira-transitions.csv", CHOICES)
    found = chosen(history)
    assert found is not None
    largest = max(board.off for board in found.as_good)
    assert 0 < largest <= MOST_OFF
    monkeypatch.setattr(choice, "MOST_OFF", largest * 0.99)
    fewer = chosen(history)
    assert fewer is not None
    assert len(fewer.as_good) == len(found.as_good) - 1


def test_the_standard_error_of_a_distance_is_that_of_a_mean() -> None:
    """From a point mass below all, the distance is a mean: its error is the deviation over the root of the number."""
    sample = np.random.default_rng(1).exponential(10.0, 100)
    assert standard_error(np.zeros(1), sample) == pytest.approx(np.std(sample) / 10, rel=0.15)


def test_boards_with_the_same_people_are_one() -> None:
    found = chosen(read("07-jira-transitions.csv", CHOICES))
    assert found is not None
    people = [tuple(column.people for column in board.columns) for board in found.as_good]
    assert len(people) == len(set(people)) > 1


def test_choosing_pauses_after_every_run() -> None:
    """So that who cancels never waits for more than one."""
    told = [share for share in choosing(known("plain"), (1.0,)) if isinstance(share, float)]
    assert len(told) > 2 * RUNS
    assert told == sorted(told)


def test_choosing_can_be_stopped() -> None:
    assert chosen(known("plain"), pause=lambda share: share > 0.2) is None


def test_too_little_to_judge_is_no_score() -> None:
    assert scored(made([(day, day, day + 2) for day in range(6)]), 1.0) is None


def test_wassersteins_distance_by_hand() -> None:
    """2, 4 and 3, 7: 1 and 3 apart, 2 on average."""
    assert wasserstein(np.array([4.0, 2.0]), np.array([3.0, 7.0])) == pytest.approx(2.0)
    assert isnan(wasserstein(np.zeros(0), np.ones(2)))
