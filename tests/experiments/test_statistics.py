"""Statistics of replications against published numbers (tests/reference/statistics.json)."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.experiments import statistics as s

REFERENCE = json.loads((Path(__file__).parents[1] / "reference" / "statistics.json").read_text(encoding="utf-8"))
BANK = np.array(REFERENCE["t_interval"]["data"])


def test_the_bank_of_law_and_kelton() -> None:
    published = REFERENCE["t_interval"]
    found = s.interval_of(BANK, published["confidence"])
    assert found.mean == pytest.approx(published["mean"], abs=5e-4)
    assert found.deviation**2 == pytest.approx(published["variance"], abs=5e-5)
    assert found.half_width == pytest.approx(published["half_width"], abs=5e-5)
    assert s.replications_needed(BANK, absolute=0.25, confidence=0.9) == published["replications_for_absolute_0.25"]
    assert (
        s.replications_needed(BANK, relative=0.10, confidence=0.9)
        == published["replications_for_relative_0.10_with_gamma_over_1_plus_gamma"]
    )


def test_too_few_values_have_no_interval() -> None:
    assert s.interval_of([]).n == 0
    assert np.isnan(s.interval_of([1.0]).low)
    assert s.interval_of([np.nan, 2.0, 4.0]).mean == 3.0


@pytest.mark.parametrize("case", REFERENCE["replications_algorithm"]["look_ahead_positions"])
def test_a_figure_is_precise_where_it_stays_so(case: dict[str, object]) -> None:
    stretch = s.PreciseStretch(case["threshold"], case["look_ahead"])  # type: ignore[arg-type]
    for deviation in case["deviations"]:  # type: ignore[attr-defined]
        stretch.take(deviation)
    found = stretch.found
    assert found == case["position"]


def test_the_look_ahead_is_whole() -> None:
    assert [s.look_ahead(5, n) for n in (3, 100, 120, 580)] == [5, 5, 6, 29]
    assert s.look_ahead(29, 100) == 29  # floating point gives 28


def test_deviations_grow_with_the_values() -> None:
    running = s.RunningDeviation(relative=None, absolute=1.0, confidence=0.9)
    for value in BANK:
        running.add(value)
    assert running.history[:2] == [None, None]
    assert running.history[-1] == pytest.approx(REFERENCE["t_interval"]["half_width"], abs=5e-5)


def series_of(name: str) -> np.ndarray:
    if name.startswith("x_i"):
        found = np.array([((7919 * i) % 101) / 101 for i in range(1000)])
        found[:100] += 5
        return found
    if name.startswith("0,1"):
        noise = np.random.RandomState(12345)
        return np.concatenate([np.arange(10.0), 10 + noise.uniform(-0.5, 0.5, 90)])
    return np.arange(100.0)


@pytest.mark.parametrize("case", REFERENCE["mser5"], ids=lambda case: case["series"][:12])
def test_mser5_cuts_where_it_was_computed(case: dict[str, object]) -> None:
    series = series_of(str(case["series"]))
    found = s.mser5(series)
    assert found.start == case["truncate"]
    assert found.sound is ("verdict" not in case)
    if "mean" in case:
        assert series[found.start :].mean() == pytest.approx(case["mean"], abs=5e-9)


@given(st.lists(st.floats(-100, 100), min_size=40, max_size=300))
def test_mser5_is_the_least_of_all_cuts(series: list[float]) -> None:
    found = s.mser5(series)
    many = len(series) // 5
    batches = np.array(series[: many * 5]).reshape(many, 5).mean(axis=1)
    spread = [((batches[cut:] - batches[cut:].mean()) ** 2).sum() / (many - cut) ** 2 for cut in range(many - 5)]
    assert spread[found.start // 5] <= min(spread) + 1e-9


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=40), st.floats(0.01, 1))
def test_the_nearest_rank_is_numpys_inverted_cdf(values: list[float], share: float) -> None:
    assert s.nearest_rank(np.array(values), share) == np.quantile(values, share, method="inverted_cdf")


def test_pairs_that_move_together_differ_by_little() -> None:
    rng = np.random.default_rng(3)
    luck = rng.normal(size=50)
    one, other = 10 + luck, 11 + luck + 0.1 * rng.normal(size=50)
    paired, unpaired = s.paired_difference(one, other), s.welch_difference(one, other)
    assert paired.half_width < unpaired.half_width / 3
    assert paired.mean == pytest.approx(unpaired.mean)


def test_figures_of_few_finished_cards_mislead() -> None:
    assert s.survivors_mislead(10, 5)
    assert not s.survivors_mislead(100, 5)


@pytest.mark.parametrize("length", [175, 250, 333, 365, 500, 777])
@pytest.mark.parametrize("value", [7.0, 1 / 3, 1e-9, 1e12, 0.0])
def test_a_series_that_never_changes_has_no_warm_up(length: int, value: float) -> None:
    noise = np.random.default_rng(length).choice([-1, 0, 1], length) * np.spacing(value)
    assert s.mser5(np.full(length, value) + noise) == s.Truncation(0, sound=True)


def test_a_replication_without_the_figure_does_not_hold_a_precise_one_up() -> None:
    with_gap, without = (s.RunningDeviation(relative=0.1, absolute=None) for _ in range(2))
    values = np.random.default_rng(1).normal(10, 1, 60)
    for number, value in enumerate(values):
        with_gap.add(value)
        without.add(value)
        if number == 20:
            with_gap.add(float("nan"))
    assert with_gap.history[-1] == without.history[-1]
