"""By hand against the rule: the work of a session played again under pull policies, paired with what people did.

The same scenario and seed bring the same cards with the same work at the same times, so the difference is the policy's
alone. Settings that people changed are changed again, unless the rule is about them; what they did to single cards is
not done, but for cards that they added.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from flowsim.domain.checks import problems_of
from flowsim.domain.column_settings import SetWipLimit
from flowsim.domain.deadlock import stoppages
from flowsim.domain.interventions import AddCard, Intervention, SetRules, SetSharedLimit, Setting
from flowsim.domain.phrases import phrase
from flowsim.domain.scenario import Scenario
from flowsim.domain.workshop import Round


@dataclass(frozen=True)
class _Rule:
    """A policy: its name, the board under it, and how it takes what people set within the run; None: not at all."""

    name: str
    board: Scenario
    takes: Callable[[Intervention], Intervention | None]


def rounds_by_the_rule(hand: Round) -> Sequence[Round]:
    """The work of the round `hand` under each rule that its board can be played by."""
    return [
        replace(
            hand, name=rule.name, scenario=rule.board, predictions=(), learned="", step="", exercise="", rule=True,
            interventions=tuple(taken for act in hand.interventions if (taken := rule.takes(act)) is not None),
        )
        for rule in _rules(hand.scenario)
        if not problems_of(rule.board) and not stoppages(rule.board)
    ]  # fmt: skip


def _rules(board: Scenario) -> Sequence[_Rule]:
    pull = replace(board.rules, auto_pull=True)
    as_it_is = replace(board, rules=pull)
    listed = [_Rule(phrase("Rule: pull with the board's limits"), as_it_is, _settings)]
    if any(column.wip_limit is not None for column in board.columns) or board.shared_limits:
        free = tuple(replace(column, wip_limit=None) for column in board.columns)
        free_board = replace(as_it_is, columns=free, shared_limits=())
        listed.append(_Rule(phrase("Rule: no limits"), free_board, _but_limits))
    tight = tuple(replace(column, wip_limit=_tight(board, place)) for place, column in enumerate(board.columns))
    if tight != board.columns and not board.people:
        listed.append(_Rule(phrase("Rule: one card for each person"), replace(as_it_is, columns=tight), _but_limits))
    if len(board.people) > 1:
        longest = replace(board, rules=replace(pull, work_rule="longest_queue"))
        listed.append(_Rule(phrase("Rule: people go to the longest queue"), longest, _to_the_longest_queue))
    return listed


def _settings(act: Intervention) -> Intervention | None:
    """Settings are changed again, and cards that people added are work like any other; moves by hand are not done."""
    if isinstance(act, SetRules):
        return replace(act, value=replace(act.value, auto_pull=True))
    return act if isinstance(act, Setting | AddCard) else None


def _but_limits(act: Intervention) -> Intervention | None:
    return None if isinstance(act, SetWipLimit | SetSharedLimit) else _settings(act)


def _to_the_longest_queue(act: Intervention) -> Intervention | None:
    taken = _settings(act)
    return (
        replace(taken, value=replace(taken.value, work_rule="longest_queue")) if isinstance(taken, SetRules) else taken
    )


def _tight(board: Scenario, place: int) -> int | None:
    """As many cards as there are people in a column; no batch may be larger."""
    column = board.columns[place]
    if column.is_queue:
        return column.wip_limit
    batches = (each.transfer_batch for each in board.columns[max(place - 1, 0) : place + 1])
    return max(column.workers, *batches)
