"""What the scenario format has and the engine does not play yet; such a scenario is refused by name."""

from collections.abc import Iterator

from flowsim.domain.problems import Problem
from flowsim.domain.scenario import Column, Scenario

NOT_YET = "not yet played by this version; leave it out"


def unplayed(scenario: Scenario) -> list[Problem]:
    """Every part of `scenario` that would be ignored, and must not be."""
    problems = [problem for index, column in enumerate(scenario.columns) for problem in _column(index, column)]
    if scenario.people:
        problems.append(Problem("people", f"{len(scenario.people)} people", NOT_YET))
    for index, card_class in enumerate(scenario.classes):
        if card_class.may_exceed:
            problems.append(Problem(f"classes[{index}].may_exceed", str(card_class.may_exceed), NOT_YET))
        if card_class.preempts:
            problems.append(Problem(f"classes[{index}].preempts", "true", NOT_YET))
    rules = scenario.rules
    if rules.work_rule != "rightmost":
        problems.append(Problem("rules.work_rule", f'"{rules.work_rule}"', NOT_YET))
    if rules.replenish_every is not None:
        problems.append(Problem("rules.replenish_every", f"{rules.replenish_every:g}", NOT_YET))
    if rules.deliver_every is not None:
        problems.append(Problem("rules.deliver_every", f"{rules.deliver_every:g}", NOT_YET))
    if rules.context_switch_tax:
        problems.append(Problem("rules.context_switch_tax", f"{rules.context_switch_tax:g}", NOT_YET))
    return problems


def _column(index: int, column: Column) -> Iterator[Problem]:
    where = f"columns[{index}]"
    if column.setup.rule != "none":
        yield Problem(f"{where}.setup.rule", f'"{column.setup.rule}"', NOT_YET)
    if column.transfer_batch > 1:
        yield Problem(f"{where}.transfer_batch", str(column.transfer_batch), NOT_YET)
    if column.transfer_timeout is not None:
        yield Problem(f"{where}.transfer_timeout", f"{column.transfer_timeout:g}", NOT_YET)
    if column.move_time:
        yield Problem(f"{where}.move_time", f"{column.move_time:g}", NOT_YET)
    if column.rework.probability:
        yield Problem(f"{where}.rework.probability", f"{column.rework.probability:g}", NOT_YET)
    if column.blockers.probability:
        yield Problem(f"{where}.blockers.probability", f"{column.blockers.probability:g}", NOT_YET)
