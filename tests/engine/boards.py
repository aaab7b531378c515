"""Random boards that this version plays, and what a person might do to them.

Times and constant durations are halves of small whole numbers, so that much happens at one instant.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from hypothesis import strategies as st

from flowsim.domain.arrivals import (
    Arrivals,
    Fixed,
    Interval,
    Poisson,
    Saturated,
)
from flowsim.domain.checks import problems_of
from flowsim.domain.column_settings import SetService, SetWipLimit, SetWorkers
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
from flowsim.domain.interventions import (
    AddCard,
    BlockCard,
    DeliverCard,
    DropCard,
    Intervention,
    JoinCard,
    LeaveCard,
    MoveCard,
    ReturnCard,
    SetSharedLimit,
    UnblockCard,
)
from flowsim.domain.policies import Blockers, Rules
from flowsim.domain.scenario import CardClass, Column, ExplicitCard, Scenario, SharedLimit

CLASSES = (
    CardClass(id="standard", name="Standard", share=3.0),
    CardClass(id="expedite", name="Expedite", share=1.0, priority=2),
    CardClass(id="someday", name="Some day", share=1.0, priority=-1),
)
COLUMN_IDS = tuple(f"c{index}" for index in range(6))
halves = st.integers(0, 8).map(lambda count: count / 2)
some_time = st.integers(1, 8).map(lambda count: count / 2)


def distributions() -> st.SearchStrategy[Distribution]:
    """Every kind, with means from 0 to about 4; a constant more often than not."""
    spans = st.tuples(halves, halves, halves).map(sorted)
    means = st.sampled_from([0.5, 1.0, 2.0])
    return st.one_of(
        halves.map(lambda value: Constant(value=value)),
        some_time.map(lambda value: Constant(value=value)),
        st.just(Constant(value=1.0)),
        spans.map(lambda corners: Uniform(low=corners[0], high=corners[2])),
        spans.map(lambda corners: Triangular(low=corners[0], mode=corners[1], high=corners[2])),
        means.map(lambda mean: Exponential(mean=mean)),
        st.builds(Gamma, mean=means, cv=st.sampled_from([0.5, 1.5])),
        st.builds(Lognormal, mean=means, cv=st.sampled_from([0.5, 1.5])),
        st.builds(Weibull, scale=means, shape=st.sampled_from([0.7, 2.0])),
        st.lists(halves, min_size=1, max_size=4).map(lambda values: Empirical(values=tuple(values))),
    )


def constants() -> st.SearchStrategy[Distribution]:
    """Constant durations only."""
    return halves.map(lambda value: Constant(value=value))


@st.composite
def columns(draw: st.DrawFn, index: int, service: st.SearchStrategy[Distribution]) -> Column:
    """One column: usually work, sometimes a queue."""
    queue = draw(st.integers(0, 5)) == 0
    limit = draw(st.one_of(st.none(), st.integers(1, 4)))
    enforcement: Literal["block", "warn"] = "warn" if draw(st.booleans()) else "block"
    if queue:
        return Column(id=COLUMN_IDS[index], kind="queue", wip_limit=limit, enforcement=enforcement)
    return Column(
        id=COLUMN_IDS[index],
        workers=draw(st.integers(1, 3)),
        wip_limit=limit,
        enforcement=enforcement,
        limit_counts=draw(st.sampled_from(["all", "all", "doing"])),
        service=draw(service),
        blockers=Blockers(worker_waits=draw(st.booleans())),
    )


def arrivals() -> st.SearchStrategy[Arrivals]:
    """Every kind, at most about 4 cards a time unit."""
    groups = st.sampled_from([1, 1, 2, 3])
    gaps = st.one_of(
        some_time.map(lambda gap: Constant(value=gap)),
        st.just(Uniform(low=0.0, high=2.0)),
        st.just(Exponential(mean=1.0)),
        st.just(Empirical(values=(0.0, 0.5, 3.0))),
    )
    return st.one_of(
        st.builds(Poisson, rate=st.sampled_from([0.5, 1.0, 2.0]), group=groups),
        st.builds(Interval, gap=gaps, group=groups),
        st.builds(Fixed, count=st.integers(1, 12), group=groups),
        st.just(Saturated()),
    )


def listed_cards(count: int) -> st.SearchStrategy[tuple[ExplicitCard, ...]]:
    """Cards with ties in arrival and work, some with nothing to do in a column."""
    work = st.fixed_dictionaries({}, optional={COLUMN_IDS[index]: halves for index in range(count)})
    card = st.builds(ExplicitCard, arrives=halves, class_=st.sampled_from([each.id for each in CLASSES]), service=work)
    return st.lists(card, min_size=1, max_size=14).map(tuple)


def shared_limits(count: int) -> st.SearchStrategy[tuple[SharedLimit, ...]]:
    """Up to two groups of neighbours, which may overlap."""
    bounds = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).map(sorted)
    group = st.builds(
        lambda ends, limit: SharedLimit(columns=COLUMN_IDS[ends[0] : ends[1] + 1], limit=limit),
        bounds,
        st.integers(1, 5),
    )
    return st.one_of(st.just(()), st.lists(group, min_size=1, max_size=2).map(tuple))


@st.composite
def scenarios(
    draw: st.DrawFn,
    *,
    service: st.SearchStrategy[Distribution] | None = None,
    explicit: bool | None = None,
    finite: bool = False,
    auto_pull: bool | None = None,
    endless: bool = False,
) -> Scenario:
    """A scenario that passes every check and is played by this version; `finite` ones end by themselves."""
    count = draw(st.integers(1, 6))
    if endless:
        explicit, service = (
            False,
            st.one_of(
                st.just(Constant(value=0.5)), st.just(Uniform(low=0.5, high=2.0)), st.just(Exponential(mean=1.0))
            ),
        )
    steps = tuple(draw(columns(index, distributions() if service is None else service)) for index in range(count))
    if endless and steps[0].is_queue:
        steps = (Column(id=COLUMN_IDS[0]), *steps[1:])
    listed = draw(st.booleans()) if explicit is None else explicit
    pulls = draw(st.integers(0, 4)) > 0 if auto_pull is None else auto_pull
    fixed = st.builds(Fixed, count=st.integers(1, 12))
    scenario = Scenario(
        name="random",
        columns=steps,
        seed=draw(st.integers(0, 1000)),
        horizon=draw(st.sampled_from([6.0, 12.0, 20.0])),
        arrivals=Poisson(rate=0.5)
        if listed
        else draw(st.just(Saturated()) if endless else fixed if finite else arrivals()),
        cards=draw(listed_cards(count)) if listed else (),
        shared_limits=draw(shared_limits(count)),
        classes=CLASSES if listed or draw(st.booleans()) else CLASSES[:1],
        rules=Rules(blocking=draw(st.sampled_from(["slot", "server"])), auto_pull=pulls),
    )
    return _without_endless_instants(scenario)


def _without_endless_instants(scenario: Scenario) -> Scenario:
    """In front of an endless backlog stands work that takes time, or else the backlog ends."""
    if scenario.saturated and (scenario.columns[0].is_queue or not always_takes_time(scenario.columns[0].service)):
        scenario = replace(scenario, arrivals=Fixed(count=8))
    assert not problems_of(scenario), problems_of(scenario)
    return scenario


def always_takes_time(work: Distribution) -> bool:
    """Whether no card is ever done in no time."""
    match work:
        case Constant(value=least) | Uniform(low=least) | Triangular(low=least):
            return least > 0
        case Empirical(values=values):
            return min(values) > 0
        case _:
            return True


CARDS = st.integers(0, 15)


def hand_moves(ids: Sequence[str]) -> st.SearchStrategy[Intervention]:
    """What a person does to a card, at time 0."""
    cards = {"at": st.just(0.0), "card": CARDS}
    return st.one_of(
        st.builds(MoveCard, column=st.sampled_from(ids), **cards),
        st.builds(MoveCard, column=st.sampled_from(ids), **cards),
        st.builds(DeliverCard, **cards),
        st.builds(ReturnCard, **cards),
        st.builds(DropCard, **cards),
        st.builds(BlockCard, **cards),
        st.builds(UnblockCard, **cards),
        st.builds(JoinCard, leaving=st.none() | CARDS, **cards),
        st.builds(LeaveCard, **cards),
    )


def settings_of_work(ids: Sequence[str]) -> st.SearchStrategy[Intervention]:
    """What a person changes about the work, at time 0."""
    now = st.just(0.0)
    names = st.sampled_from(ids)
    return st.one_of(
        st.builds(AddCard, at=now, class_=st.sampled_from([None, "standard"]), title=st.sampled_from(["", "more"])),
        st.builds(SetService, at=now, column=names, value=distributions()),
        policies(ids),
    )


def policies(ids: Sequence[str]) -> st.SearchStrategy[Intervention]:
    """What changes how the board plays, and nothing about the work, at time 0."""
    now, names = st.just(0.0), st.sampled_from(ids)
    return st.one_of(
        st.builds(SetWipLimit, at=now, column=names, value=st.one_of(st.none(), st.integers(1, 4))),
        st.builds(SetSharedLimit, at=now, group=st.integers(0, 1), value=st.integers(1, 5)),
        st.builds(SetWorkers, at=now, column=names, value=st.integers(0, 4)),
    )


def interventions(scenario: Scenario) -> st.SearchStrategy[Intervention]:
    """Everything a person may try, also what the board will refuse, at time 0."""
    ids = [column.id for column in scenario.columns]
    every = st.one_of(hand_moves(ids), hand_moves(ids), settings_of_work(ids))
    return every.filter(lambda act: not (scenario.saturated and _makes_an_instant_endless(act, ids)))


def _makes_an_instant_endless(act: Intervention, ids: Sequence[str]) -> bool:
    return isinstance(act, SetService) and act.column == ids[0] and not always_takes_time(act.value)


def at_times(
    kinds: st.SearchStrategy[Intervention], *, most: int = 12, until: int = 12
) -> st.SearchStrategy[list[Intervention]]:
    """Up to `most` of `kinds`, in order of time, many at moments when other things happen too."""
    times = st.one_of(st.integers(0, 2 * until).map(lambda count: count / 2), st.floats(0, until, width=32))
    timed = st.tuples(times, kinds).map(lambda pair: with_time(pair[1], pair[0]))
    return st.lists(timed, max_size=most).map(lambda listed: sorted(listed, key=lambda each: each.at))


def with_time(intervention: Intervention, at: float) -> Intervention:
    """The same act at another time."""
    return replace(intervention, at=at)


@st.composite
def sessions(
    draw: st.DrawFn,
    *,
    service: st.SearchStrategy[Distribution] | None = None,
    explicit: bool | None = None,
    finite: bool = False,
    auto_pull: bool | None = None,
) -> tuple[Scenario, list[Intervention]]:
    """A board and what people try on it."""
    scenario = draw(scenarios(service=service, explicit=explicit, finite=finite, auto_pull=auto_pull))
    return scenario, draw(at_times(interventions(scenario)))
