"""Which run a chart shows, in a line for paper: seed, moment, and the limits as they stand then."""

from flowsim.domain import units
from flowsim.domain.intervention_words import limit_word
from flowsim.domain.phrases import digits, joined, phrase
from flowsim.metrics import RunView


def run_facts(run: RunView) -> str:
    """Seed, moment and limits of a run; limits that were changed as they are at that moment."""
    scenario, now = run.scenario, run.conditions
    parts: list[str] = [
        phrase("seed {0}", scenario.seed), units.at(digits(run.now, ",.4g"), scenario.time_unit),
    ]  # fmt: skip
    limits = [
        phrase("{0} {1}", column.title, limit_word(its.wip_limit))
        for column, its in zip(scenario.columns, now.columns, strict=True)
    ]
    titles = {column.id: column.title for column in scenario.columns}
    for group, limit in zip(scenario.shared_limits, now.shared_limits, strict=True):
        whole = len(group.columns) == len(scenario.columns)
        together = phrase("board") if whole else joined(" + ", [titles[column] for column in group.columns])
        limits.append(phrase("{0} {1}", together, limit))
    return joined(" · ", [*parts, phrase("WIP limits: {0}", joined(", ", limits))])
