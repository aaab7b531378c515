"""Settings and staffing folded act by act are those made at once, whatever was asked before."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.column_settings import SetWipLimit, SetWorkers
from flowsim.domain.conditions import ConditionsOverTime, changed, conditions
from flowsim.domain.interventions import Intervention, SetPerson, SetSkill
from flowsim.domain.scenario import Column, Person, Scenario
from flowsim.metrics import Staffing

SCENARIO = Scenario(
    name="a board", columns=(Column(id="a"), Column(id="b")), people=(Person(name="Ada", skills={"a": 1.0}),)
)
COLUMNS = st.sampled_from(["a", "b"])
ACTS = st.lists(
    st.one_of(
        st.builds(SetWipLimit, at=st.just(1.0), column=COLUMNS, value=st.integers(1, 5)),
        st.builds(SetWorkers, at=st.just(2.0), column=COLUMNS, value=st.integers(0, 4)),
        st.builds(SetPerson, at=st.just(3.0), person=st.just("Ada"), value=st.booleans()),
        st.builds(SetSkill, at=st.just(4.0), person=st.just("Ada"), column=COLUMNS, value=st.sampled_from([None, 2.0])),
    ),
    max_size=8,
)


@given(st.lists(st.tuples(ACTS, st.integers(0, 8)), max_size=5))
def test_settings_are_those_made_at_once(asked: list[tuple[list[Intervention], int]]) -> None:
    over_time = ConditionsOverTime(SCENARIO)
    before: Sequence[Intervention] = ()
    for acts, kept in asked:
        before = (*before[:kept], *acts)  # some of what there was is taken back, and something else is done
        assert over_time.after(before) == conditions(SCENARIO, before)


@given(ACTS)
def test_staffing_is_the_one_made_at_once(acts: list[Intervention]) -> None:
    now, staffing = conditions(SCENARIO, ()), Staffing.of(SCENARIO)
    for act in acts:
        now = changed(SCENARIO, now, act)
        staffing = staffing.changed_by(act, now)
    assert staffing == Staffing.of(SCENARIO, acts)
    for column, steps in enumerate(staffing.steps):
        assert staffing.never_left[column] == frozenset.intersection(*(frozenset(who) for _, who in steps))
