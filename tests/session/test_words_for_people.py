"""Whatever is said to people below the window is a phrase, down to its last part: translators get to see all of it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise
from typing import Final, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.charts.timeline_marks import TimelineMarks
from flowsim.domain.advice import sentences
from flowsim.domain.arrivals import (
    Fixed,
    Poisson,
)
from flowsim.domain.column_settings import (
    SetBlockers,
    SetEnforcement,
    SetLimitCounts,
    SetLimitsByClass,
    SetMoveTime,
    SetRework,
    SetService,
    SetServiceByClass,
    SetSetup,
    SetSkip,
    SetSwarmGain,
    SetTransferBatch,
    SetTransferTimeout,
    SetWipLimit,
    SetWorkers,
    SetWorkersPerCard,
)
from flowsim.domain.conditions import changed, conditions
from flowsim.domain.deadlock import stoppages
from flowsim.domain.distributions import Constant, Exponential, Lognormal
from flowsim.domain.feasibility import feasibility
from flowsim.domain.intervention_words import in_words
from flowsim.domain.interventions import (
    AddCard,
    BlockCard,
    DeliverCard,
    DropCard,
    Intervention,
    JoinCard,
    LeaveCard,
    MoveCard,
    ReclassCard,
    ReturnCard,
    SetBacklogLimit,
    SetBoardLimitsByClass,
    SetClass,
    SetPerson,
    SetRules,
    SetSharedLimit,
    SetSkill,
    UnblockCard,
)
from flowsim.domain.phrases import Phrase
from flowsim.domain.policies import Blockers, Rework, Rules, Setup
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import CardClass, Column, Person, Scenario, SharedLimit
from flowsim.engine import Simulation
from tests.strategies import interventions, scenarios

RICH = Scenario(
    name="rich",
    columns=(Column(id="a", name="Analysis"), Column(id="b", name="Build"), Column(id="t", name="Test")),
    people=(Person(name="Ada", skills={"a": 1.0, "b": 2.0, "t": 1.0}),),
    classes=(CardClass(id="plain", name="Plain"), CardClass(id="urgent", name="Urgent", colour="#ff0000")),
    shared_limits=(SharedLimit(columns=("a", "b"), limit=5),),
    arrivals=Poisson(rate=1.0),
    horizon=None,
)

FULL = Scenario(
    name="full",
    columns=(
        Column(id="a", name="Analysis", service=Constant(value=1.0)),
        Column(id="b", name="Build", service=Constant(value=1.0)),
        Column(id="q", name="Store", kind="queue", wip_limit=1),
        Column(id="z", name="Test", service=Constant(value=500.0), wip_limit=1),
    ),
    shared_limits=(SharedLimit(columns=("a", "b"), limit=2),),
    arrivals=Fixed(count=20),
    horizon=None,
)
"""From day 3 on a card is in Test, one in the Store before it, and two in Analysis and Build have no room."""

NOBODYS: Final = re.compile(r"A-\d+|[^A-Za-z]*|\d[\d.,]*e[+-]\d+|inf")
"""Names of cards, numbers, signs."""

ACTS: tuple[Intervention, ...] = (
    AddCard(at=0.0), AddCard(at=0.0, title="Login"), ReclassCard(at=0.0, card=1, class_="urgent"),
    JoinCard(at=0.0, card=1), JoinCard(at=0.0, card=1, leaving=0), JoinCard(at=0.0, card=1, person="Ada"),
    LeaveCard(at=0.0, card=1), LeaveCard(at=0.0, card=1, person="Ada"),
    SetPerson(at=0.0, person="Ada", value=False), SetPerson(at=0.0, person="Ada", value=True),
    SetSkill(at=0.0, person="Ada", column="a", value=None), SetSkill(at=0.0, person="Ada", column="a", value=0.5),
    SetClass(at=0.0, class_="urgent", may_exceed=2, preempts=False),
    SetClass(at=0.0, class_="urgent", may_exceed=2, preempts=True),
    SetClass(at=0.0, class_="urgent", may_exceed=2, preempts=False),
    SetService(at=0.0, column="a", value=Exponential(mean=1.0)),
    SetService(at=0.0, column="a", value=Lognormal(mean=2.5, cv=2.0)),
    SetServiceByClass(at=0.0, column="a", value={"standard": Lognormal(mean=2.5, cv=2.0)}),
    SetServiceByClass(at=0.0, column="a", value={}),
    SetSkip(at=0.0, column="a", value=0.2), SetSkip(at=0.0, column="a", value={"standard": 1.0}),
    SetLimitsByClass(at=0.0, column="a", value={"standard": 2}), SetLimitsByClass(at=0.0, column="a", value={}),
    SetBoardLimitsByClass(at=0.0, value={"standard": 2}), SetBoardLimitsByClass(at=0.0, value={}),
    SetWorkersPerCard(at=0.0, column="a", value=2), SetSwarmGain(at=0.0, column="a", value=0.8),
    SetBacklogLimit(at=0.0, value=3), SetBacklogLimit(at=0.0, value=None),
    SetRework(at=0.0, column="b", value=Rework(probability=0.2, to={"a": 1.0, "b": 3.0})),
    SetSetup(at=0.0, column="a", value=Setup(rule="per_batch", time=2.0, batch=1)),
    SetSetup(at=0.0, column="a", value=Setup(rule="per_batch", time=1.0, batch=5)),
    SetSetup(at=0.0, column="a", value=Setup(rule="family", time=1.0)), SetSetup(at=0.0, column="a", value=Setup()),
    SetSetup(at=0.0, column="a", value=Setup(rule="family", time=Exponential(mean=2.0))),
    SetBlockers(at=0.0, column="b", value=Blockers(rate=0.3)),
    SetRework(at=0.0, column="b", value=Rework(probability=0.2)),
    SetRework(at=0.0, column="b", value=Rework(probability=0.2, to="a")),
    SetRework(at=0.0, column="b", value=Rework(probability=0.2)),
    SetBlockers(at=0.0, column="b", value=Blockers(probability=0.3)),
    SetBlockers(at=0.0, column="b", value=Blockers(probability=0.3, worker_waits=True)),
    SetBlockers(at=0.0, column="b", value=Blockers(probability=0.3, worker_waits=False)),
    SetBlockers(at=0.0, column="b", value=Blockers(probability=0.3, worker_waits=False, duration=Constant(value=9.0))),
    SetTransferBatch(at=0.0, column="b", value=3), SetTransferTimeout(at=0.0, column="b", value=2.0),
    SetTransferTimeout(at=0.0, column="b", value=None), SetMoveTime(at=0.0, column="b", value=0.5),
    SetEnforcement(at=0.0, column="b", value="warn"), SetEnforcement(at=0.0, column="b", value="block"),
    SetLimitCounts(at=0.0, column="b", value="doing"), SetLimitCounts(at=0.0, column="b", value="all"),
    SetRules(at=0.0, value=Rules(blocking="server", auto_pull=False, work_rule="longest_queue", replenish_every=2.0,
                                 deliver_every=1.0, context_switch_tax=0.1)),
    SetRules(at=0.0, value=Rules()), SetRules(at=0.0, value=Rules()),
    MoveCard(at=0.0, card=1, column="b"), DeliverCard(at=0.0, card=1), ReturnCard(at=0.0, card=1),
    DropCard(at=0.0, card=1), BlockCard(at=0.0, card=1), UnblockCard(at=0.0, card=1),
    SetWipLimit(at=0.0, column="a", value=3), SetWipLimit(at=0.0, column="a", value=None),
    SetWorkers(at=0.0, column="a", value=2), SetSharedLimit(at=0.0, group=0, value=2),
)  # fmt: skip


def own_words(scenario: Scenario) -> set[str]:
    """What the author of a scenario wrote."""
    words = {text for column in scenario.columns for text in (column.id, column.title)}
    words |= {text for each in scenario.classes for text in (each.id, each.title)}
    return words | {person.name for person in scenario.people}


def leaves(text: object) -> Iterator[str]:
    """The texts in a phrase that no translator sees; the whole text, if it is no phrase."""
    if not isinstance(text, Phrase):
        yield str(text)
    else:
        for part in text.parts:
            yield from leaves(part)


def lost(text: object, own: set[str]) -> list[str]:
    """What nobody could translate of a text, but for numbers, names of cards and people's own words."""
    return [leaf for leaf in leaves(text) if leaf not in own and not NOBODYS.fullmatch(leaf)]


def test_every_kind_of_act_is_among_those_that_are_told() -> None:
    kinds = get_args(get_args(Intervention)[0])
    assert {type(act) for act in ACTS} == set(kinds)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.do)
def test_every_kind_of_act_is_told_as_a_phrase(act: Intervention) -> None:
    old = conditions(RICH, ())
    for before in ACTS[: ACTS.index(act)]:
        old = changed(RICH, old, before)
    assert lost(in_words(RICH, (act,), old), {*own_words(RICH), "Login"}) == []
    assert lost(in_words(RICH, (act, act), old), {*own_words(RICH), "Login"}) == []


def test_acts_of_one_moment_are_marked_with_a_phrase() -> None:
    (mark,) = TimelineMarks().of(RICH, ACTS[:2])
    assert mark.text == "card added …"
    assert lost(mark.text, own_words(RICH)) == []


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (MoveCard(at=9.0, card=9, column="q"), "Store is full: 1 of 1"),
        (MoveCard(at=9.0, card=9, column="a"), "Analysis + Build are full: 2 of 2"),
        (MoveCard(at=9.0, card=1, column="q"), "the card is already in Store"),
        (MoveCard(at=9.0, card=30, column="q"), "no such card yet"),
        (MoveCard(at=9.0, card=9, column="x"), 'there is no column "x" on this board'),
        (ReturnCard(at=9.0, card=9), "the card is already in the backlog"),
        (ReclassCard(at=9.0, card=9, class_="standard"), "the card is Standard already"),
        (AddCard(at=9.0, class_="x"), 'there is no class "x" on this board'),
        (BlockCard(at=9.0, card=9), "the card has not started yet, so nothing can block it"),
        (UnblockCard(at=9.0, card=0), "the card is not blocked"),
        (SetWorkers(at=9.0, column="q", value=1), "nobody works in Store; it is a queue"),
        (SetWorkers(at=9.0, column="a", value=99_999), "at most 1,000 people can work in a column"),
        (SetSharedLimit(at=9.0, group=3, value=1), "there is no such shared limit on this board"),
        (SetPerson(at=9.0, person="Ada", value=True), 'there is nobody called "Ada" on this board'),
        (
            SetTransferBatch(at=9.0, column="b", value=3),
            "a batch of 3 does not fit: at most 1, the limit of Store, which the batch must pass",
        ),
    ],
)
def test_every_kind_of_refusal_is_a_phrase(act: Intervention, said: str) -> None:
    simulation = Simulation(FULL)
    simulation.advance_to(9.0)
    reason = simulation.why_not(act)
    assert reason == said
    assert lost(reason, {*own_words(FULL), "x", "Ada"}) == []


@given(st.data())
def test_whatever_the_board_refuses_is_told_as_a_phrase(data: st.DataObject) -> None:
    scenario = data.draw(scenarios(playable=True))
    simulation = Simulation(scenario)
    own = own_words(scenario)
    for act in data.draw(interventions(scenario, until=6.0)):
        simulation.advance_to(act.at)
        reason = simulation.why_not(replace(act, at=simulation.now))
        assert reason is None or lost(reason, own) == []
        with suppress(Refused):
            simulation.do(act)
    if simulation.standstill is not None:
        assert lost(simulation.standstill.reasons, own) == []


@given(scenarios())
def test_whatever_is_said_of_a_board_before_it_runs_is_a_phrase(scenario: Scenario) -> None:
    own = own_words(scenario)
    said = [*sentences(scenario), feasibility(scenario).limited_by]
    said += [text for problem in stoppages(scenario) for text in (problem.given, problem.expected)]
    assert [left for text in said for left in lost(text, own)] == []


def test_a_part_that_is_glued_together_is_lost() -> None:
    glued = Phrase("{0} is full", Phrase("{0}", "Test" + " and more"))
    assert lost(glued, {"Test"}) == ["Test and more"]
    assert all(lost(after, {"Test"}) == [] for _, after in pairwise([glued, Phrase("{0} is full", "Test")]))


def test_a_step_that_sets_a_number_and_shares_by_class_is_told() -> None:
    board = Scenario(name="", columns=(Column(id="a"),), classes=(CardClass(id="s"),))
    step = (SetWipLimit(at=1.0, column="a", value=2), SetLimitsByClass(at=1.0, column="a", value={"s": 1}))
    assert str(in_words(board, step, conditions(board, ()))).endswith("and 1 more")
