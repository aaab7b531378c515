"""Hypothesis strategies: valid scenarios, what people may do to them, and whole documents.

`scenarios(playable=True)` gives only what the engine plays, on boards small enough to be run to time 30 in
milliseconds. `interventions(scenario)` fit a scenario by name; the board may still refuse them when they are played.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from flowsim.domain.arrivals import (
    Arrivals,
    Fixed,
    Interval,
    Poisson,
    Saturated,
)
from flowsim.domain.checks import problems_of, session_problems_of
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
from flowsim.domain.exercises import (
    Callout,
    Condition,
    Exercise,
    ExerciseStep,
    ExpectedNumber,
    RoundPlan,
    Variant,
)
from flowsim.domain.interventions import (
    AddCard,
    BlockCard,
    DeliverCard,
    DropCard,
    Intervention,
    MoveCard,
    ReturnCard,
    SetSharedLimit,
    UnblockCard,
)
from flowsim.domain.policies import Blockers, Rework, Rules, Setup
from flowsim.domain.predictions import (
    NUMBERS_OF_A_GUESS,
    ChoiceQuestion,
    Claim,
    NumberQuestion,
    Option,
    PointQuestion,
    Prediction,
    Question,
)
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import CardClass, Column, ExplicitCard, Family, Person, Scenario, SharedLimit
from flowsim.domain.workshop import Round, RoundUnderWay, Workshop
from flowsim.storage import Document

modest = settings(
    max_examples=60,
    deadline=None,  # a busy machine is no failure
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""A property as it is tested every time; `thorough` looks further, in tests marked as slow."""

thorough = settings(modest, max_examples=1_000, derandomize=False)

Draw = Callable[[st.SearchStrategy[Any]], Any]

UNTIL = 30.0
"""The time up to which a playable scenario is cheap to run."""

_characters = st.characters(codec="utf-8")
_odd_names = st.text(_characters, min_size=1, max_size=8)
names = st.sampled_from(["dev", "test", "In test", "Prüfung", "=1+1", "a,b", 'say "hi"', "x_", "[key]"]) | _odd_names
"""Identifiers, plain and odd; none with half a character, which no file can hold."""

short_texts = st.sampled_from(["", "Login page"]) | st.text(_characters, max_size=20)
quarters = st.integers(0, 4 * 8).map(lambda quarter: quarter / 4)
"""Few different times, so that things happen at the same instant."""

# Strategies are made once, here and in cached functions: making them takes longer than drawing from them.
playable_durations = st.integers(1, 20).map(lambda quarter: quarter / 4) | st.floats(0.25, 5)
durations = playable_durations | st.floats(1e-300, 1e12)  # below, a mean may be 0, which is no work
moments = quarters | st.floats(0, UNTIL)

shares = st.just(0.0) | st.floats(0, 0.99)
weights = st.just(1.0) | st.floats(0.1, 5)
limits = st.none() | st.integers(1, 6)
few, small, flags = st.integers(1, 3), st.integers(1, 6), st.booleans()
enforcements = st.sampled_from(["block", "warn"])


@cache
def distributions(positive: st.SearchStrategy[float], *, idle: bool = True) -> st.SearchStrategy[Distribution]:
    """Every kind, with parameters from `positive`; `idle` allows those that never take any time."""
    least = st.just(0.0) if idle else positive
    cv = st.sampled_from([0.2, 0.5, 1.0, 2.0]) | st.floats(0.05, 2)
    return st.one_of(
        st.builds(Constant, value=positive | least),
        st.tuples(st.just(0.0) | positive, positive).map(lambda ends: Uniform(low=min(ends), high=max(ends))),
        st.lists(positive, min_size=3, max_size=3).map(sorted).map(_triangular),
        st.builds(Exponential, mean=positive),
        st.builds(Gamma, mean=positive, cv=cv),
        st.builds(Lognormal, mean=positive, cv=cv),
        st.builds(Weibull, scale=positive, shape=st.floats(0.5, 4)),
        st.lists(positive, min_size=1, max_size=5).map(lambda values: Empirical(values=tuple(values))),
    )


def _triangular(corners: list[float]) -> Triangular:
    low, mode, high = corners
    return Triangular(low=low, mode=mode, high=high)


@cache
def arrivals(*, playable: bool) -> st.SearchStrategy[Arrivals]:
    """Every way in which cards come by themselves."""
    group = st.integers(1, 3)
    gap = distributions(playable_durations if playable else durations, idle=False)
    return st.one_of(
        st.builds(Poisson, rate=st.floats(0.05, 2) if playable else st.floats(1e-6, 1e6), group=group),
        st.builds(Interval, gap=gap, group=group),
        st.builds(Fixed, count=st.integers(1, 12), group=group),
        st.just(Saturated()),
    )


@st.composite
def scenarios(draw: Draw, *, playable: bool = False) -> Scenario:
    """A valid scenario; with `playable`, one that the engine plays, and cheaply up to `UNTIL`."""
    ids = draw(st.lists(names, min_size=1, max_size=6, unique=True))
    come = draw(st.none() | arrivals(playable=playable))
    saturated = isinstance(come, Saturated)
    columns = [_column(draw, place, ids, playable=playable, idle=not saturated) for place in range(len(ids))]
    if saturated and all(column.is_queue for column in columns):
        columns[0] = Column(id=ids[0])
    for place in range(_leading_queues(columns) + 1 if saturated and columns[0].is_queue else 0):
        columns[place] = replace(columns[place], wip_limit=draw(st.integers(1, 4)))
    classes, families = _classes(draw, playable=playable), _families(draw)
    warm_up = draw(st.just(0.0) | st.floats(0, 10))
    scenario = Scenario(
        name=draw(short_texts),
        columns=tuple(columns),
        description=draw(short_texts),
        time_unit=draw(st.sampled_from(["minute", "hour", "day", "week"])),
        seed=draw(st.integers(0, 99) | st.integers(0, 2**63 - 1)),
        horizon=draw(st.none() | st.floats(UNTIL, 2 * UNTIL)),
        warm_up=warm_up,
        arrivals=come or Poisson(rate=0.5),
        shared_limits=_shared_limits(draw, ids),
        people=() if playable else _people(draw, columns),
        classes=classes,
        families=families,
        rules=_rules(draw, playable=playable),
        cards=() if come else _cards(draw, ids, classes, families),
    )
    if not playable:
        scenario = _with_batches(draw, scenario)
    assert problems_of(scenario) == []
    return scenario


def _leading_queues(columns: list[Column]) -> int:
    return next(place for place, column in enumerate(columns) if not column.is_queue)


def _column(draw: Draw, place: int, ids: list[str], *, playable: bool, idle: bool) -> Column:
    plain = Column(
        id=ids[place],
        name=draw(short_texts),
        wip_limit=draw(limits),
        enforcement=draw(enforcements),
    )
    if draw(st.integers(0, 4)) == 0:
        return replace(plain, kind="queue")
    work = replace(
        plain,
        workers=draw(st.integers(1, 3)),
        limit_counts=draw(st.sampled_from(["all", "all", "doing"])),
        service=draw(distributions(playable_durations if playable else durations, idle=idle)),
    )
    return work if playable else _with_troubles(draw, work, ids[:place])


maybe_durations = st.none() | durations
durations_or_none_at_all = st.just(0.0) | durations
setup_rules = st.sampled_from(["none", "per_batch", "family"])
setups = st.builds(Setup, rule=setup_rules, time=durations_or_none_at_all, batch=st.integers(1, 9))
blockers = st.builds(Blockers, probability=shares, duration=distributions(durations), worker_waits=flags)


def _with_troubles(draw: Draw, column: Column, earlier: list[str]) -> Column:
    to = st.none() | st.sampled_from(earlier) if earlier else st.none()
    return replace(
        column,
        setup=draw(setups),
        transfer_timeout=draw(maybe_durations),
        move_time=draw(durations_or_none_at_all),
        rework=Rework(probability=draw(shares), to=draw(to)),
        blockers=draw(blockers),
    )


def _with_batches(draw: Draw, scenario: Scenario) -> Scenario:
    """Transfer batches that pass every limit on their way."""
    columns = list(scenario.columns)
    for place, column in enumerate(columns):
        way = columns[place : place + 2]
        ids = {passed.id for passed in way}
        limits = [passed.wip_limit for passed in way if passed.wip_limit is not None]
        limits += [shared.limit for shared in scenario.shared_limits if ids & set(shared.columns)]
        columns[place] = replace(column, transfer_batch=draw(st.integers(1, min(limits, default=9))))
    return replace(scenario, columns=tuple(columns))


def _shared_limits(draw: Draw, ids: list[str]) -> tuple[SharedLimit, ...]:
    shared = []
    for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
        first = draw(st.integers(0, len(ids) - 1))
        last = draw(st.integers(first, len(ids) - 1))
        shared.append(SharedLimit(columns=tuple(ids[first : last + 1]), limit=draw(st.integers(1, 6))))
    return tuple(shared)


def _people(draw: Draw, columns: list[Column]) -> tuple[Person, ...]:
    work = [column.id for column in columns if not column.is_queue]
    if not work or draw(st.booleans()):
        return ()
    skills = st.dictionaries(st.sampled_from(work), st.floats(0.01, 10), min_size=1, max_size=3)
    called = draw(st.lists(names, max_size=4, unique=True))
    return tuple(Person(name=name, skills=draw(skills)) for name in called)


def _classes(draw: Draw, *, playable: bool) -> tuple[CardClass, ...]:
    others = names.filter(lambda name: name != "standard")  # hypothesis knows the texts of our sources
    ids = ["standard", *draw(st.lists(others, max_size=2, unique=True))]
    colour = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
    classes = [
        CardClass(
            id=id_,
            name=draw(short_texts),
            share=draw(weights),
            priority=draw(st.integers(-2, 2)),
            colour=draw(colour),
            target=draw(maybe_durations),
            cost_of_delay=draw(durations_or_none_at_all),
        )
        for id_ in ids
    ]
    if not playable:
        classes = [replace(one, may_exceed=draw(st.integers(0, 3)), preempts=draw(st.booleans())) for one in classes]
    return tuple(classes)


def _families(draw: Draw) -> tuple[Family, ...]:
    ids = ["a", *(f"family {number}" for number in range(draw(st.integers(0, 2))))]
    return tuple(Family(id=id_, share=draw(weights)) for id_ in ids)


def _rules(draw: Draw, *, playable: bool) -> Rules:
    rules = Rules(blocking=draw(st.sampled_from(["slot", "server"])), auto_pull=draw(st.integers(0, 4)) > 0)
    if playable:
        return rules
    return replace(
        rules,
        work_rule=draw(st.sampled_from(["rightmost", "longest_queue"])),
        replenish_every=draw(st.none() | durations),
        deliver_every=draw(st.none() | durations),
        context_switch_tax=draw(st.just(0.0) | st.floats(0, 2)),
    )


def _cards(
    draw: Draw, ids: list[str], classes: tuple[CardClass, ...], families: tuple[Family, ...]
) -> tuple[ExplicitCard, ...]:
    card = st.builds(
        ExplicitCard,
        arrives=moments,
        class_=st.sampled_from([one.id for one in classes]),
        family=st.sampled_from([one.id for one in families]),
        title=short_texts,
        service=st.dictionaries(st.sampled_from(ids), quarters | st.floats(0, 5), max_size=6),
    )
    return tuple(draw(st.lists(card, min_size=1, max_size=10)))


def interventions(
    scenario: Scenario, *, until: float = UNTIL, most: int = 8
) -> st.SearchStrategy[tuple[Intervention, ...]]:
    """What people may try to do to `scenario` up to `until`, in order of time; at most `most` things."""
    at, card = quarters.filter(lambda time: time <= until) | st.floats(0, until), st.integers(0, 15)
    column = st.sampled_from([column.id for column in scenario.columns])
    limit = st.integers(1, 6)
    kinds: list[st.SearchStrategy[Intervention]] = [
        st.builds(MoveCard, at=at, card=card, column=column),
        st.builds(DeliverCard, at=at, card=card),
        st.builds(ReturnCard, at=at, card=card),
        st.builds(AddCard, at=at, title=short_texts, class_=st.none() | st.sampled_from(sorted(scenario.class_index))),
        st.builds(DropCard, at=at, card=card),
        st.builds(BlockCard, at=at, card=card),
        st.builds(UnblockCard, at=at, card=card),
        st.builds(SetWipLimit, at=at, column=column, value=st.none() | limit),
    ]
    if scenario.shared_limits:
        group = st.integers(0, len(scenario.shared_limits) - 1)
        kinds.append(st.builds(SetSharedLimit, at=at, group=group, value=limit))
    if work := [column.id for column in scenario.columns if not column.is_queue]:
        kinds.append(st.builds(SetWorkers, at=at, column=st.sampled_from(work), value=st.integers(0, 4)))
        service = distributions(playable_durations, idle=False)
        kinds.append(st.builds(SetService, at=at, column=st.sampled_from(work), value=service))
    return st.lists(st.one_of(kinds), max_size=most).map(lambda done: tuple(sorted(done, key=lambda one: one.at)))


@st.composite
def saved_sessions(draw: Draw, scenario: Scenario, *, until: float = UNTIL) -> SavedSession:
    """A session of `scenario` as a file holds it: valid by name, in order, over at or after the last intervention."""
    done = draw(interventions(scenario, until=until))
    last = done[-1].at if done else 0.0
    workshop = draw(workshops(scenario)) if draw(st.integers(0, 5)) == 5 else Workshop()
    time = draw(st.just(last) | st.floats(last, 2 * UNTIL))
    session = SavedSession(time=time, interventions=done, workshop=workshop)
    assert session_problems_of(scenario, session) == []
    return session


@st.composite
def documents(draw: Draw, *, playable: bool = False) -> Document:
    """What one file may hold: a scenario, now and then with a session."""
    scenario = draw(scenarios(playable=playable))
    return Document(scenario, draw(st.none() | saved_sessions(scenario)))


def questions(scenario: Scenario) -> st.SearchStrategy[Question]:
    """What a run of `scenario` can answer."""
    column = st.sampled_from([column.id for column in scenario.columns])
    figure = st.sampled_from(["lead_time.p85", "finished", "cost"]) | column.map("columns.{}.wip".format)
    curve = st.sampled_from(["finished", "wip"]) | column.map("columns.{}.queue".format)
    claims = st.builds(Claim, figure=figure, above=st.floats(-9, 9)) | st.builds(Claim, bottleneck=column)
    options = st.lists(st.builds(Option, text=short_texts, holds=st.none() | claims), min_size=2, max_size=3)
    return st.one_of(
        st.builds(NumberQuestion, text=short_texts, figure=figure),
        st.builds(PointQuestion, text=short_texts, curve=curve),
        st.builds(ChoiceQuestion, text=short_texts, options=options.map(tuple)),
    )


@st.composite
def predictions(draw: Draw, scenario: Scenario) -> Prediction:
    """A question, now and then with a guess that answers it."""
    question = draw(questions(scenario))
    if isinstance(question, ChoiceQuestion):
        guess = (float(draw(st.integers(0, len(question.options) - 1))),)
    else:
        guess = tuple(draw(st.floats(0, 99)) for _ in range(NUMBERS_OF_A_GUESS[question.kind]))
    return Prediction(question=question, guess=draw(st.just(()) | st.just(guess)))


PLAIN_BOARD = Scenario(name="Plain", columns=(Column(id="a"), Column(id="b", name="Build")))
"""Drawing a board takes long; where any will do, this one does."""


@st.composite
def exercises(draw: Draw) -> Exercise:
    """A sound exercise of a few steps on two boards."""
    boards = {"plain": PLAIN_BOARD, "drawn": draw(scenarios(playable=True))}
    board = boards["plain"]
    steps: list[ExerciseStep] = []
    for number in range(draw(st.integers(1, 3))):
        own = draw(st.sampled_from([None, "plain", "drawn"]))
        board = boards[own] if own else board
        column = board.columns[-1].id
        what = draw(st.sampled_from(["queue", "wip", "finished"]))
        when = Condition(what=what, above=3, column=column if what == "queue" else None)
        plan = RoundPlan(
            name=draw(short_texts), until=draw(moments.map(lambda time: time + 1)), hidden=draw(st.booleans()),
            questions=tuple(draw(st.lists(questions(board), max_size=1))),
        )  # fmt: skip
        steps.append(ExerciseStep(
            id=f"step {number}", title=draw(short_texts), text=draw(short_texts), board=own,
            minutes=draw(st.none() | st.floats(0, 90)), outline=draw(st.sampled_from([None, "play", "charts.flow"])),
            round=draw(st.none() | st.just(plan)),
            callouts=(Callout(when=when, text="Look"),) if what == "queue" else (),
        ))  # fmt: skip
    variant = Variant(minutes=draw(st.integers(1, 90)), steps=(steps[0].id,), notes=draw(short_texts))
    promised = ExpectedNumber(board="drawn", figure="throughput", value=draw(st.floats(-9, 9)), within=1.0)
    return Exercise(
        name=draw(short_texts), teaches=draw(short_texts), boards=boards, steps=tuple(steps),
        variants=draw(st.sampled_from([(), (variant,)])), debrief=("Why?",),
        expected=draw(st.sampled_from([(), (promised,)])),
    )  # fmt: skip


PLAIN_EXERCISE = Exercise(
    name="Plain", boards={"plain": PLAIN_BOARD}, steps=(ExerciseStep(id="one", title="One", board="plain"),)
)


@st.composite
def workshops(draw: Draw, scenario: Scenario) -> Workshop:
    """A workshop on `scenario`: an exercise, a round of before and one under way, or less."""
    played = Round(
        name=draw(short_texts), scenario=scenario, time=draw(moments), learned=draw(short_texts),
        predictions=(draw(predictions(scenario)),), rule=draw(st.booleans()),
    )  # fmt: skip
    locked = draw(st.booleans())
    under_way = RoundUnderWay(
        name=draw(short_texts), until=draw(maybe_durations), locked=locked, hidden=draw(st.booleans()),
        predictions=played.predictions, revealed=locked and draw(st.booleans()),
    )  # fmt: skip
    return Workshop(
        exercise=draw(st.sampled_from([None, PLAIN_EXERCISE])), rounds=draw(st.sampled_from([(), (played,)])),
        under_way=draw(st.sampled_from([None, under_way])),
    )  # fmt: skip
