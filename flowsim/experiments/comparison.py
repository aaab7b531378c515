"""Two ways to run a board against each other: how they differ, why, and what each change contributes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from flowsim.domain.problems import ScenarioProblems
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.experiments.answer import Answer, Follower
from flowsim.experiments.dispatcher import Pool
from flowsim.experiments.experiment import Experiment
from flowsim.experiments.known_runs import KnownRuns
from flowsim.experiments.plan import Candidate, Plan
from flowsim.experiments.questions import FIGURES, FIRST_AND_LAST, horizon_for, playable
from flowsim.experiments.shares import MOST_CHANGES, Share, shares_of
from flowsim.storage.settings import Settings, with_settings


@dataclass(frozen=True, eq=False)
class Comparison:
    """How it stands; `shares` sum to the difference of the mean lead times, where there are two to five changes.

    `why_no_shares` is the problem that some of the changes have without the others, if they have one.
    """

    answer: Answer
    shares: Sequence[Share] = ()
    why_no_shares: str = ""


def plan_of_comparison(one: Scenario, settings: Settings, names: tuple[str, str], replications: int) -> Plan:
    """The plan that plays the board `one` as it is, and with other settings, on the same luck.

    Raises:
        ScenarioProblems: the board would not be one with these settings.
    """
    board = playable(one)
    with_settings(board, settings)
    end = None if board.ends_by_itself else horizon_for(board)
    figures = ("lead_time.mean", *FIRST_AND_LAST, "cycle_time.mean") if board.ends_by_itself else FIGURES
    compare = Candidate(names[0], {}), Candidate(names[1], settings)
    return Plan(board, None, "start", board.seed, replications, end, "auto", (), compare, None, figures, None, None)


def comparisons(
    plan: Plan, pool: Pool, stopped: Callable[[], bool], clock: Callable[[], float], every: Time, known: KnownRuns
) -> Iterator[Comparison]:
    """How it stands while the runs come in; behind them, what each change contributes."""
    experiment = Experiment(plan, pool, stopped, known)
    changes = tuple(plan.compare[1].settings)
    answer: Answer | None = None
    for answer in Follower(experiment, clock, every).answers():
        yield Comparison(answer)
    if answer is None or stopped() or not 1 < len(changes) <= MOST_CHANGES or not answer.replications:
        return
    warm_up = 0.0 if answer.warm_up is None else answer.warm_up.time
    shorter = replace(plan, replications=answer.replications)
    try:
        shares = shares_of(shorter, {}, plan.compare[1].settings, "lead_time.mean", warm_up, pool, stopped)
    except ScenarioProblems as found:
        yield Comparison(answer, why_no_shares=str(found.problems[0]))
        return
    yield Comparison(answer, shares)
