"""What chance deals: the right distribution, and the n-th card's share whatever else happens."""

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest

from flowsim.domain.arrivals import (
    Fixed,
    Interval,
    Poisson,
)
from flowsim.domain.column_settings import SetService
from flowsim.domain.distributions import (
    Constant,
    Distribution,
    Empirical,
    Exponential,
    Gamma,
    Lognormal,
    Triangular,
    Uniform,
    Weibull,
)
from flowsim.domain.interventions import AddCard, BlockCard, UnblockCard
from flowsim.domain.policies import Blockers, Rules, Setup
from flowsim.domain.scenario import CardClass, Column, Person, Scenario
from flowsim.domain.words import CardState
from flowsim.engine import Simulation
from flowsim.engine.streams import Stream

Floats = npt.NDArray[np.float64]
KINDS: tuple[Distribution, ...] = (
    Uniform(low=1.0, high=4.0),
    Uniform(low=0.0, high=1.0),
    Triangular(low=1.0, mode=2.0, high=5.0),
    Triangular(low=0.0, mode=0.0, high=3.0),
    Triangular(low=1.0, mode=3.0, high=3.0),
    Exponential(mean=2.5),
    Gamma(mean=2.0, cv=0.5),
    Gamma(mean=1.0, cv=math.sqrt(2)),
    Lognormal(mean=2.0, cv=0.7),
    Weibull(scale=2.0, shape=1.5),
    Weibull(scale=1.0, shape=0.8),
    Empirical(values=(1.0, 1.0, 2.0, 5.0)),
)
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.kind}-{kind.mean:.2f}-{kind.cv:.2f}")


def service_times(kind: Distribution, cards: int, seed: int = 1, *, change: float | None = None) -> Floats:
    """How long each of `cards` cards is worked on, all at once and all from 0, so that no digit is lost."""
    columns = (Column(id="a", workers=1000, service=kind),)
    simulation = Simulation(Scenario(name="", columns=columns, seed=seed, arrivals=Fixed(count=cards), horizon=None))
    if change is not None:
        simulation.do(SetService(at=change, column="a", value=kind))
    simulation.run()
    rows = simulation.trace.rows()
    began, ended = (rows[rows["state"] == state] for state in (CardState.WORKING, CardState.READY))
    times = np.empty(cards)
    times[ended["card"]] = ended["time"]
    times[began["card"]] -= began["time"]
    return times


@each_kind
def test_mean_and_variance_are_those_of_the_distribution(kind: Distribution) -> None:
    times = np.concatenate([service_times(kind, 1000, seed) for seed in range(20)])
    n, deviation = len(times), kind.mean * kind.cv
    assert abs(times.mean() - kind.mean) < 4 * deviation / math.sqrt(n)
    fourth = float(((times - times.mean()) ** 4).mean())
    assert abs(times.var(ddof=1) - deviation**2) < 4 * math.sqrt(max(fourth - deviation**4, 1e-12) / n)


@each_kind
def test_every_duration_is_one_the_distribution_allows(kind: Distribution) -> None:
    times = service_times(kind, 1000)
    assert (times >= 0).all()
    if isinstance(kind, Uniform | Triangular):
        assert times.min() >= kind.low
        assert times.max() <= kind.high
    elif isinstance(kind, Empirical):
        assert set(times) == set(kind.values)


@each_kind
@pytest.mark.parametrize("cards", [1, 64, 65, 193])
def test_what_the_nth_card_brings_does_not_depend_on_how_many_come(kind: Distribution, cards: int) -> None:
    assert (service_times(kind, cards) == service_times(kind, 1000)[:cards]).all()


@each_kind
def test_work_changed_to_the_same_changes_nothing_for_later_cards(kind: Distribution) -> None:
    """A change deals again in blocks of other sizes."""

    def worked(change: float | None) -> dict[int, float]:
        columns = (Column(id="a", workers=1000, service=kind),)
        gap = Interval(gap=Constant(value=0.125), group=3)
        simulation = Simulation(Scenario(name="", columns=columns, arrivals=gap, horizon=40.0))
        if change is not None:
            simulation.do(SetService(at=change, column="a", value=kind))
        simulation.run()
        rows = simulation.trace.rows()
        return {n: (t, s) for t, n, _, s, _ in rows.tolist() if s in (CardState.WORKING, CardState.READY)}  # type: ignore[misc]  # compared only

    reference = worked(None)
    for change in (0.0, 2.0, 10.25, 30.1):
        assert worked(change) == reference


SCALED: tuple[tuple[Callable[[float], Distribution], float], ...] = (
    (lambda mean: Constant(value=mean), 0.0),
    (lambda mean: Uniform(low=mean / 2, high=3 * mean / 2), 0.0),
    (lambda mean: Triangular(low=0.0, mode=mean, high=2 * mean), 1e-12),
    (lambda mean: Exponential(mean=mean), 0.0),
    (lambda mean: Gamma(mean=mean, cv=0.5), 1e-12),
    (lambda mean: Lognormal(mean=mean, cv=0.5), 1e-12),
    (lambda mean: Weibull(scale=mean, shape=1.5), 0.0),
    (lambda mean: Empirical(values=(mean, 3 * mean)), 0.0),
)


@pytest.mark.parametrize(("with_mean", "slack"), SCALED, ids=lambda each: getattr(each, "__name__", ""))
def test_a_changed_mean_scales_the_same_draws(with_mean: Callable[[float], Distribution], slack: float) -> None:
    small, large = service_times(with_mean(1.0), 500), service_times(with_mean(4.0), 500)
    assert np.allclose(large, 4 * small, rtol=slack, atol=0.0)


def test_cards_that_have_come_keep_their_luck_when_the_mean_is_changed() -> None:
    columns = (Column(id="a", workers=1000, service=Exponential(mean=1.0)),)
    scenario = Scenario(name="", columns=columns, arrivals=Fixed(count=300), horizon=None)
    slow = Scenario(name="", columns=(Column(id="z", service=Constant(value=5.0)), *columns), arrivals=Fixed(count=3))
    simulation = Simulation(slow)
    simulation.do(SetService(at=1.0, column="a", value=Exponential(mean=2.0)))
    simulation.run(float("inf"))
    rows = simulation.trace.rows().tolist()
    began = {row[1]: row[0] for row in rows if row[2:4] == (1, CardState.WORKING)}
    ended = {row[1]: row[0] for row in rows if row[2:4] == (1, CardState.READY)}
    luck = service_times(Exponential(mean=1.0), 3)
    assert scenario.columns[0].id == slow.columns[1].id
    for card in range(3):
        assert ended[card] - began[card] == pytest.approx(2 * luck[card], abs=1e-9)


def test_columns_and_seeds_have_luck_of_their_own() -> None:
    draws = [service_times(Uniform(low=0.0, high=1.0), 1000, seed) for seed in range(4)]
    correlations = np.asarray(np.corrcoef(draws))[np.triu_indices(4, 1)]
    assert (np.abs(correlations) < 4 / math.sqrt(1000)).all()
    columns = tuple(Column(id=name, workers=1000, service=Uniform(low=0.0, high=1.0)) for name in "ab")
    simulation = Simulation(Scenario(name="", columns=columns, arrivals=Fixed(count=1000), horizon=None))
    simulation.run()
    times = np.zeros((1000, 2, 2))
    for time, card, column, state, _ in simulation.trace.rows().tolist():
        if state in (CardState.WORKING, CardState.READY):
            times[card, column, int(state == CardState.READY)] = time
    spent = times[:, :, 1] - times[:, :, 0]
    assert abs(np.asarray(np.corrcoef(spent.T))[0, 1]) < 4 / math.sqrt(1000)


def test_classes_come_in_their_shares() -> None:
    classes = (CardClass(id="a", share=1.0), CardClass(id="b", share=0.0), CardClass(id="c", share=3.0))
    scenario = Scenario(name="", columns=(Column(id="x"),), classes=classes, arrivals=Fixed(count=4000))
    simulation = Simulation(scenario)
    counts = np.bincount([simulation.class_of(card) for card in range(4000)], minlength=3)
    assert counts[1] == 0
    assert abs(counts[0] / 4000 - 0.25) < 4 * math.sqrt(0.25 * 0.75 / 4000)


@pytest.mark.parametrize("group", [1, 3])
def test_poisson_arrivals_come_at_their_rate_with_exponential_gaps(group: int) -> None:
    scenario = Scenario(name="", columns=(Column(id="x", workers=50),), arrivals=Poisson(rate=2.0, group=group))
    simulation = Simulation(scenario)
    simulation.run(2000.0)
    rows = simulation.trace.rows()
    arrived = rows["time"][rows["state"] == CardState.BACKLOG]
    moments, sizes = np.unique(arrived, return_counts=True)
    assert set(sizes.tolist()) == {group}
    assert abs(len(moments) - 4000) < 4 * math.sqrt(4000)
    gaps = np.diff(moments)
    assert abs(gaps.std() / gaps.mean() - 1.0) < 4 / math.sqrt(len(gaps)) * math.sqrt(2)


def test_the_luck_of_added_cards_is_their_own_and_the_same_for_the_same_seed() -> None:
    columns = (Column(id="a", workers=10, service=Exponential(mean=1.0)),)
    scenario = Scenario(name="", columns=columns, arrivals=Fixed(count=1))

    def added() -> list[tuple[float, ...]]:
        simulation = Simulation(scenario)
        simulation.do(AddCard(at=0.0))
        simulation.do(AddCard(at=0.0))
        simulation.run()
        return [row for row in simulation.trace.rows().tolist() if row[3] == CardState.READY]

    assert added() == added()
    assert len({row[0] for row in added()}) == 3


EXTREME: tuple[Distribution, ...] = (
    Triangular(low=0.0, mode=1e308, high=1.7e308),
    Triangular(low=0.0, mode=5e-324, high=5e-324),
    Uniform(low=0.0, high=1.7e308),
    Exponential(mean=1.7e308),
    Gamma(mean=1.7e308, cv=1000.0),
    Lognormal(mean=1.7e308, cv=1000.0),
    Weibull(scale=1.7e308, shape=0.1),
)


@pytest.mark.parametrize("kind", EXTREME, ids=lambda kind: kind.kind)
def test_durations_at_the_end_of_all_numbers_are_numbers(kind: Distribution) -> None:
    durations = Stream(kind, 1, "work").take(5_000)
    assert np.isfinite(durations).all()
    assert (durations >= 0).all()


@pytest.mark.parametrize("kind", EXTREME, ids=lambda kind: kind.kind)
@pytest.mark.parametrize("speed", [5e-324, 1.7e308])
def test_work_at_the_end_of_all_numbers_stops_no_clock(kind: Distribution, speed: float) -> None:
    """Infinity less infinity, and nothing times infinity, would be no time: the clock's queue falls apart."""
    vast = Column(id="a", service=kind, blockers=Blockers(probability=0.9, duration=kind, worker_waits=False))
    none = Column(id="b", service=Constant(value=0.0), setup=Setup(rule="per_batch", time=1.0))
    people = tuple(Person(name=name, skills={"a": speed, "b": speed}) for name in ("Ada", "Bob", "Cy"))
    scenario = Scenario(
        name="", columns=(none, vast), people=people, arrivals=Fixed(count=20), horizon=None,
        rules=Rules(context_switch_tax=1e308, work_rule="longest_queue"),
    )  # fmt: skip
    simulation = Simulation(scenario)
    for at, card in enumerate((0, 1, 2, 0, 1, 2), start=30):
        simulation.advance_to(float(at))
        act = (BlockCard if at < 33 else UnblockCard)(at=float(at), card=card)
        if simulation.why_not(act) is None:
            simulation.do(act)
    simulation.run()
    assert np.isfinite(simulation.trace.rows()["time"]).all()
    assert not any(math.isnan(event[0]) for event in simulation._clock.queue)


def test_durations_near_the_end_of_all_numbers_keep_their_shape() -> None:
    small, large = (Triangular(low=0.0, mode=1.0 * unit, high=4.0 * unit) for unit in (1.0, 2.0**1020))
    assert (Stream(large, 1, "work").take(1_000) == Stream(small, 1, "work").take(1_000) * 2.0**1020).all()
