"""Random boards that use everything the scenario format has, and acts of every kind on them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from flowsim.domain.arrivals import Arrivals, ByPeriod, Fixed, Interval, Period, Poisson, Saturated
from flowsim.domain.checks import problems_of
from flowsim.domain.column_settings import (
    SetBlockers,
    SetEnforcement,
    SetLimitCounts,
    SetLimitsByClass,
    SetMoveTime,
    SetRework,
    SetServiceByClass,
    SetSetup,
    SetSkip,
    SetSwarmGain,
    SetTransferBatch,
    SetTransferTimeout,
    SetWorkersPerCard,
)
from flowsim.domain.distributions import Constant, Distribution, Exponential, Uniform
from flowsim.domain.interventions import (
    Intervention,
    JoinCard,
    LeaveCard,
    ReclassCard,
    SetBacklogLimit,
    SetBoardLimitsByClass,
    SetClass,
    SetPerson,
    SetRules,
    SetSkill,
)
from flowsim.domain.policies import Blockers, Rework, Rules, Setup
from flowsim.domain.scenario import CardClass, Column, ExplicitCard, Family, Person, Scenario
from tests.engine.boards import CARDS, COLUMN_IDS, at_times, hand_moves, settings_of_work, shared_limits

NAMES = ("Ada", "Ben", "Cy")
takes_time: st.SearchStrategy[Distribution] = st.one_of(
    st.sampled_from([0.5, 1.0, 1.5]).map(lambda value: Constant(value=value)),
    st.just(Uniform(low=0.5, high=2.0)),
    st.just(Exponential(mean=1.0)),
)
setups = st.one_of(
    st.just(Setup()),
    st.builds(
        Setup,
        rule=st.sampled_from(["per_batch", "family"]),
        time=st.one_of(st.sampled_from([0.5, 1.0]), takes_time),
        batch=st.integers(1, 3),
    ),
)
blockers = st.one_of(
    st.just(Blockers()),
    st.builds(Blockers, probability=st.sampled_from([0.3, 1.0]), duration=takes_time, worker_waits=st.booleans()),
    st.builds(Blockers, rate=st.sampled_from([0.5, 3.0]), duration=takes_time, worker_waits=st.booleans()),
)
move_times = st.sampled_from([0.0, 0.0, 0.5, 1.0])
rules = st.builds(
    Rules,
    blocking=st.sampled_from(["slot", "server"]),
    work_rule=st.sampled_from(["rightmost", "longest_queue"]),
    replenish_every=st.sampled_from([None, None, 1.5]),
    deliver_every=st.sampled_from([None, None, 2.0]),
    context_switch_tax=st.sampled_from([0.0, 0.0, 0.5]),
)
CLASSES = (
    CardClass(id="standard", share=3.0),
    CardClass(id="expedite", priority=2, may_exceed=1, preempts=True),
    CardClass(id="fixed date", priority=1, preempts=True),
    CardClass(id="someday", priority=-1, may_exceed=2),
)


works_by_class: st.SearchStrategy[dict[str, Distribution]] = st.one_of(
    st.just({}), st.dictionaries(st.sampled_from(["expedite", "someday"]), takes_time, max_size=2)
)


skips = st.one_of(
    st.just(0.0), st.just(0.0), st.sampled_from([0.3, 1.0]),
    st.dictionaries(st.sampled_from(["standard", "expedite"]), st.sampled_from([0.5, 1.0]), max_size=2),
)  # fmt: skip
limits_by_class: st.SearchStrategy[dict[str, int]] = st.one_of(
    st.just({}), st.just({}), st.dictionaries(st.sampled_from(["standard", "expedite"]), st.integers(1, 3), max_size=2)
)


@st.composite
def reworks(draw: st.DrawFn, index: int) -> Rework:
    """Never, in place, to an earlier column, or here and there."""
    shares = st.dictionaries(
        st.sampled_from(COLUMN_IDS[: index + 1]), st.sampled_from([1.0, 2.0]), min_size=1, max_size=3
    )
    to = st.one_of(st.sampled_from([None, *COLUMN_IDS[:index]]), shares)
    return Rework(probability=draw(st.sampled_from([0.0, 0.0, 0.3, 0.6])), to=draw(to))


@st.composite
def full_columns(draw: st.DrawFn, index: int) -> Column:
    """A column with any of its settings."""
    queue = index > 0 and draw(st.integers(0, 6)) == 0
    column = Column(
        id=COLUMN_IDS[index],
        kind="queue" if queue else "work",
        wip_limit=draw(st.one_of(st.none(), st.integers(1, 5))),
        enforcement=draw(st.sampled_from(["block", "warn"])),
        transfer_batch=draw(st.sampled_from([1, 1, 2, 3])),
        transfer_timeout=draw(st.sampled_from([None, None, 1.5])),
        move_time=draw(move_times),
        skip=draw(skips),
        limits_by_class=draw(limits_by_class),
    )
    if queue:
        return column
    return replace(
        column,
        workers=draw(st.integers(1, 3)),
        workers_per_card=draw(st.sampled_from([1, 1, 1, 2, 3])),
        swarm_gain=draw(st.sampled_from([1.0, 0.5])),
        limit_counts=draw(st.sampled_from(["all", "all", "doing"])),
        service=draw(takes_time),
        service_by_class=draw(works_by_class),
        setup=draw(setups),
        rework=draw(reworks(index)),
        blockers=draw(blockers),
    )


@st.composite
def people(draw: st.DrawFn, columns: tuple[Column, ...]) -> tuple[Person, ...]:
    """Nobody named, or up to three, so that every work column has somebody."""
    work = [column.id for column in columns if not column.is_queue]
    if draw(st.booleans()):
        return ()
    speeds = st.sampled_from([0.5, 1.0, 2.0])
    skills = st.dictionaries(st.sampled_from(work), speeds, min_size=1)
    team = [Person(name=name, skills=draw(skills)) for name in NAMES[: draw(st.integers(1, 3))]]
    missing = {column: 1.0 for column in work if not any(column in person.skills for person in team)}
    return (replace(team[0], skills={**team[0].skills, **missing}), *team[1:])


groups = st.one_of(st.integers(1, 2), st.just(Uniform(low=0.0, high=4.0)))
periods = st.lists(
    st.builds(Period, lasts=st.sampled_from([0.5, 2.0]), rate=st.sampled_from([0.0, 1.0, 2.0])), min_size=1, max_size=3
).filter(lambda its: any(period.rate for period in its)).map(tuple)  # fmt: skip


def arrivals() -> st.SearchStrategy[Arrivals]:
    """Every kind."""
    return st.one_of(
        st.builds(Poisson, rate=st.sampled_from([0.5, 1.0]), group=groups),
        st.builds(Interval, gap=takes_time, group=groups),
        st.builds(ByPeriod, periods=periods, repeat=st.booleans(), group=groups),
        st.builds(Fixed, count=st.integers(1, 12)),
        st.just(Saturated()),
    )


@st.composite
def listed_cards(draw: st.DrawFn, count: int) -> tuple[ExplicitCard, ...]:
    """Cards one by one."""
    work = st.fixed_dictionaries({COLUMN_IDS[index]: st.sampled_from([0.5, 1.0, 2.0]) for index in range(count)})
    card = st.builds(
        ExplicitCard,
        arrives=st.integers(0, 8).map(lambda halves: halves / 2),
        class_=st.sampled_from([each.id for each in CLASSES]),
        family=st.sampled_from(["a", "b"]),
        service=work,
    )
    return draw(st.lists(card, min_size=1, max_size=12).map(tuple))


@st.composite
def full_scenarios(draw: st.DrawFn, *, explicit: bool | None = None) -> Scenario:
    """A scenario that may use everything."""
    count = draw(st.integers(1, 5))
    columns = tuple(draw(full_columns(index)) for index in range(count))
    listed = draw(st.integers(0, 3)) == 0 if explicit is None else explicit
    classes = CLASSES if listed or draw(st.booleans()) else CLASSES[:1]
    scenario = Scenario(
        name="everything",
        columns=tuple(of_classes(column, classes) for column in columns),
        seed=draw(st.integers(0, 1000)),
        horizon=draw(st.sampled_from([12.0, 20.0])),
        arrivals=Poisson(rate=0.5) if listed else draw(arrivals()),
        cards=draw(listed_cards(count)) if listed else (),
        shared_limits=draw(shared_limits(count)),
        classes=classes,
        backlog_limit=draw(st.sampled_from([None, None, 0, 2])),
        limits_by_class={"standard": draw(st.integers(1, 6))} if draw(st.integers(0, 4)) == 0 else {},
        families=(Family(id="a"), Family(id="b")),
        people=draw(people(columns)),
        rules=draw(rules),
    )
    return sound(scenario)


def of_classes(column: Column, classes: Sequence[CardClass]) -> Column:
    """`column` with nothing set for classes that the board has not."""
    known = {its.id for its in classes}
    works = {class_: work for class_, work in column.service_by_class.items() if class_ in known}
    limits = {class_: limit for class_, limit in column.limits_by_class.items() if class_ in known}
    skip = column.skip
    if isinstance(skip, Mapping):
        skip = {class_: share for class_, share in skip.items() if class_ in known}
    return replace(column, service_by_class=works, limits_by_class=limits, skip=skip)


def sound(scenario: Scenario) -> Scenario:
    """`scenario` with whatever a check objects to taken out."""
    if scenario.saturated:
        scenario = replace(scenario, backlog_limit=None)
    if any(problem.where.endswith("transfer_batch") for problem in problems_of(scenario)):
        scenario = replace(scenario, columns=tuple(replace(column, transfer_batch=1) for column in scenario.columns))
    if any(problem.where.endswith(("wip_limit", "skip", "arrivals")) for problem in problems_of(scenario)):
        scenario = replace(scenario, arrivals=Fixed(count=8))
    assert not problems_of(scenario), problems_of(scenario)
    return scenario


def settings(scenario: Scenario) -> st.SearchStrategy[Intervention]:
    """What a person may change, besides what `boards.settings_of_work` has, at time 0."""
    now, names = st.just(0.0), st.sampled_from([column.id for column in scenario.columns])
    acts: list[st.SearchStrategy[Intervention]] = [
        st.builds(SetTransferBatch, at=now, column=names, value=st.integers(1, 4)),
        st.builds(SetTransferTimeout, at=now, column=names, value=st.sampled_from([None, 1.0])),
        st.builds(SetMoveTime, at=now, column=names, value=move_times),
        st.builds(SetSetup, at=now, column=names, value=setups),
        st.builds(SetRework, at=now, column=names, value=st.just(Rework(probability=0.4))),
        st.builds(SetBlockers, at=now, column=names, value=blockers),
        st.builds(SetEnforcement, at=now, column=names, value=st.sampled_from(["block", "warn"])),
        st.builds(SetLimitCounts, at=now, column=names, value=st.sampled_from(["all", "doing"])),
        st.builds(SetRules, at=now, value=rules),
        st.builds(
            SetClass,
            at=now,
            class_=st.sampled_from([each.id for each in scenario.classes]),
            may_exceed=st.integers(0, 2),
            preempts=st.booleans(),
        ),
        st.builds(ReclassCard, at=now, card=CARDS, class_=st.sampled_from([each.id for each in scenario.classes])),
    ]
    if scenario.people:
        person = st.sampled_from([person.name for person in scenario.people])
        acts.append(st.builds(SetPerson, at=now, person=person, value=st.booleans()))
        speed = st.sampled_from([None, 0.5, 2.0])
        acts.append(st.builds(SetSkill, at=now, person=person, column=names, value=speed))
        acts.append(st.builds(JoinCard, at=now, card=CARDS, person=person))
        acts.append(st.builds(LeaveCard, at=now, card=CARDS, person=person))
    return st.one_of(acts)


@st.composite
def full_sessions(draw: st.DrawFn) -> tuple[Scenario, list[Intervention]]:
    """A board and what people try on it."""
    scenario = draw(full_scenarios())
    ids = [column.id for column in scenario.columns]
    work = settings_of_work(ids).filter(lambda act: act.do != "set_service")
    return scenario, draw(at_times(st.one_of(hand_moves(ids), settings(scenario), settings_by_class(scenario), work)))


def settings_by_class(scenario: Scenario) -> st.SearchStrategy[Intervention]:
    """What a person may change for some classes alone, at time 0."""
    names = st.sampled_from([column.id for column in scenario.columns])
    works = st.dictionaries(st.sampled_from([its.id for its in scenario.classes]), takes_time, max_size=2)
    classes = [its.id for its in scenario.classes]
    limits = st.dictionaries(st.sampled_from(classes), st.integers(1, 3), max_size=2)
    share = st.sampled_from([0.0, 0.5, 1.0])
    skip = st.one_of(share, st.dictionaries(st.sampled_from(classes), share, max_size=2))
    now = st.just(0.0)
    return st.one_of(
        st.builds(SetServiceByClass, at=now, column=names, value=works),
        st.builds(SetSkip, at=now, column=names, value=skip),
        st.builds(SetLimitsByClass, at=now, column=names, value=limits),
        st.builds(SetBoardLimitsByClass, at=now, value=limits),
        st.builds(SetWorkersPerCard, at=now, column=names, value=st.integers(1, 3)),
        st.builds(SetSwarmGain, at=now, column=names, value=st.sampled_from([0.5, 1.0])),
        st.builds(SetBacklogLimit, at=now, value=st.sampled_from([None, 0, 3])),
    )
