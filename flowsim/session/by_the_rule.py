"""By hand against the rule: the work of a session played again under pull policies, paired with what people did.

The same scenario and seed bring the same cards with the same work at the same times, so the difference is the policy's
alone. Settings that people changed are changed again; what they did to single cards is not.
"""

from collections.abc import Sequence
from dataclasses import replace

from flowsim.domain.checks import problems_of
from flowsim.domain.deadlock import stoppages
from flowsim.domain.interventions import Setting
from flowsim.domain.phrases import phrase
from flowsim.domain.scenario import Scenario
from flowsim.domain.workshop import Round


def rounds_by_the_rule(hand: Round) -> Sequence[Round]:
    """The work of the round `hand` under each rule that its board can be played by."""
    acts = tuple(act for act in hand.interventions if isinstance(act, Setting))
    return [
        replace(hand, name=name, scenario=board, interventions=acts, predictions=(), learned="", step="", rule=True)
        for name, board in _rules(hand.scenario)
        if not problems_of(board) and not stoppages(board)
    ]


def _rules(board: Scenario) -> Sequence[tuple[str, Scenario]]:
    pull = replace(board.rules, auto_pull=True)
    as_it_is = replace(board, rules=pull)
    listed = [(phrase("Rule: pull with the board's limits"), as_it_is)]
    if any(column.wip_limit is not None for column in board.columns) or board.shared_limits:
        free = tuple(replace(column, wip_limit=None) for column in board.columns)
        listed.append((phrase("Rule: no limits"), replace(as_it_is, columns=free, shared_limits=())))
    tight = tuple(replace(column, wip_limit=_tight(board, place)) for place, column in enumerate(board.columns))
    if tight != board.columns and not board.people:
        listed.append((phrase("Rule: one card for each person"), replace(as_it_is, columns=tight)))
    if len(board.people) > 1:
        longest = replace(pull, work_rule="longest_queue")
        listed.append((phrase("Rule: people go to the longest queue"), replace(board, rules=longest)))
    return listed


def _tight(board: Scenario, place: int) -> int | None:
    """As many cards as there are people in a column; no batch may be larger."""
    column = board.columns[place]
    if column.is_queue:
        return column.wip_limit
    batches = (each.transfer_batch for each in board.columns[max(place - 1, 0) : place + 1])
    return max(column.workers, *batches)
