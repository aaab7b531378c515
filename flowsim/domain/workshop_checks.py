"""What the parts of a workshop in a saved session must be to one another."""

from collections.abc import Iterator

from flowsim.domain.checks import acts_problems, problems_of
from flowsim.domain.exercise_checks import exercise_problems, guess_problems
from flowsim.domain.phrases import phrase
from flowsim.domain.predictions import Prediction
from flowsim.domain.problem_parts import beneath
from flowsim.domain.problems import Problem
from flowsim.domain.workshop import Round, Workshop


def workshop_problems(workshop: Workshop) -> Iterator[Problem]:
    """Every problem of a saved workshop that shows without playing anything."""
    where = "session.workshop"
    if (exercise := workshop.exercise) is not None:
        yield from beneath(f"{where}.exercise", exercise_problems(exercise))
        last = len(exercise.told_in(workshop.minutes)) - 1
        if workshop.step > last:
            yield Problem(f"{where}.step", str(workshop.step), phrase("the place of a step, from 0 to {0}", last))
        if workshop.minutes is not None and workshop.minutes not in {each.minutes for each in exercise.variants}:
            yield Problem(f"{where}.minutes", str(workshop.minutes), phrase("the minutes of one of the variants"))
    for index, played in enumerate(workshop.rounds):
        yield from _round(played, f"{where}.rounds[{index}]")
    for index, vote in enumerate(workshop.votes):
        if len(vote.votes) != len(vote.options):
            given, expected = str(len(vote.votes)), phrase("a number for each of the {0} options", len(vote.options))
            yield Problem(f"{where}.votes[{index}].votes", given, expected)
    if (its := workshop.under_way) is not None:
        yield from _predictions(its.predictions, f"{where}.under_way")
        if its.revealed and not its.locked:
            yield Problem(f"{where}.under_way.revealed", "true", phrase("false, because nothing is locked"))


def _round(played: Round, where: str) -> Iterator[Problem]:
    problems = [*beneath(f"{where}.scenario", problems_of(played.scenario))]
    yield from problems
    if not problems:
        yield from acts_problems(played.scenario, played.interventions, played.time, where)
        yield from _predictions(played.predictions, where)


def _predictions(predictions: tuple[Prediction, ...], where: str) -> Iterator[Problem]:
    """Guesses that are no answers. A question may name what the board has lost since: it stays open then."""
    for index, prediction in enumerate(predictions):
        yield from guess_problems(prediction, f"{where}.predictions[{index}]")
