"""What may be left out of a file is as the scenario format says."""

import json

from flowsim.domain.arrivals import (
    Fixed,
    Interval,
    Poisson,
)
from flowsim.domain.distributions import Constant
from flowsim.domain.policies import Blockers, Rework, Rules, Setup
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import CardClass, Column, ExplicitCard, Family, Scenario
from flowsim.storage.reading import read_document
from tests.storage.files import raw


def read(**changed: object) -> Scenario:
    scenario, _ = read_document(json.dumps(raw(**changed)).encode())
    return scenario


def test_a_scenario_of_a_name_and_columns_has_the_documented_rest() -> None:
    assert read() == Scenario(
        name="Three steps",
        columns=(Column(id="a"), Column(id="b"), Column(id="c")),
        description="",
        time_unit="day",
        seed=1,
        horizon=100.0,
        warm_up=0.0,
        arrivals=Poisson(rate=0.5, group=1),
        shared_limits=(),
        people=(),
        classes=(
            CardClass(
                id="standard", name="Standard", share=1.0, priority=0, colour="#4C78A8", target=None,
                cost_of_delay=0.0, may_exceed=0, preempts=False,
            ),
        ),
        families=(Family(id="a", share=1.0),),
        rules=Rules(
            blocking="slot", auto_pull=True, work_rule="rightmost", replenish_every=None, deliver_every=None,
            context_switch_tax=0.0,
        ),
        cards=(),
    )  # fmt: skip


def test_a_column_of_an_id_has_the_documented_rest() -> None:
    assert read().columns[0] == Column(
        id="a", name="", kind="work", workers=1, wip_limit=None, enforcement="block", limit_counts="all",
        service=Constant(value=1.0), setup=Setup(rule="none", time=0.0, batch=1), transfer_batch=1,
        transfer_timeout=None, move_time=0.0, rework=Rework(probability=0.0, to=None),
        blockers=Blockers(probability=0.0, duration=Constant(value=1.0), worker_waits=True),
    )  # fmt: skip


def test_a_column_without_a_name_is_called_by_its_id() -> None:
    assert read().columns[0].title == "a"


def test_a_listed_card_of_nothing_arrives_at_0_and_needs_no_touch() -> None:
    (card,) = read(cards=[{}]).cards
    assert card == ExplicitCard(arrives=0.0, class_="standard", family="a", title="", service={})


def test_cards_arrive_one_at_once_unless_a_group_is_given() -> None:
    assert read(arrivals={"kind": "fixed", "count": 20}).arrivals == Fixed(count=20, group=1)
    gap = {"kind": "constant", "value": 2}
    assert read(arrivals={"kind": "interval", "gap": gap}).arrivals == Interval(gap=Constant(value=2.0), group=1)


def test_a_file_without_a_session_has_none() -> None:
    _, session = read_document(json.dumps(raw()).encode())
    assert session is None


def test_a_session_of_nothing_is_at_time_0() -> None:
    _, session = read_document(json.dumps(raw(session={})).encode())
    assert session == SavedSession(time=0.0, interventions=())
