"""What a report says, made from a document alone: every figure is read off a run that is played here.

Nothing of it depends on who makes it, or when: so a report can be made again from the session inside, and compared.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from math import inf
from typing import Final

from flowsim.charts import rounds_chart
from flowsim.charts.catalogue import CHARTS, paper_picture
from flowsim.charts.colours import LIGHT
from flowsim.charts.picture import Picture
from flowsim.domain.conditions import conditions
from flowsim.domain.intervention_words import in_words, limit_word, work_in_words
from flowsim.domain.interventions import Intervention, Setting
from flowsim.domain.phrases import phrase
from flowsim.domain.predictions import Prediction
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import Scenario
from flowsim.domain.terms import TERMS
from flowsim.domain.units import NO_VALUE, at, briefly
from flowsim.domain.workshop import Round, Workshop
from flowsim.metrics import RunView
from flowsim.session.outcome_words import guess_in_words, in_a_sentence, outcome_in_words
from flowsim.session.outcomes import Outcome, figure_of
from flowsim.session.room_answers import score_of
from flowsim.session.room_pictures import room_picture
from flowsim.session.room_words import beside_its_members, of_the_middle_half, over_the_rounds, said_by_room
from flowsim.session.round_runs import RoundRuns
from flowsim.session.round_table import FIGURES, figure_in_words, figure_name_in_words, outcomes_of, what_differs
from flowsim.storage import Document

MOST_CHARTS: Final = 24
"""Charts of a report; a page with hundreds of them nobody reads."""

CHARTS_OF_A_ROUND: Final = ("flow", "cycle-time")
MOST_ACTS: Final = 60

DETAILS: Final = (
    "lead_time.mean", "lead_time.p85", "throughput", "cycle_time.mean", "cycle_time.p85", "wip", "flow_efficiency",
    "finished", "unfinished", "cost",
)  # fmt: skip

DEFINED: Final = (
    "Lead time", "Cycle time", "Throughput", "Work in progress", "Flow efficiency", "Percentile", "Cost of delay",
    "Bottleneck", "WIP limit", "Seed",
)  # fmt: skip
"""Terms of the field that the figures are made of."""


@dataclass(frozen=True)
class Figure:
    """A figure: its `key` in the page, what it is called, and how it reads."""

    key: str
    name: str
    text: str


@dataclass(frozen=True)
class Guess:
    """A prediction: what was asked, guessed, and what came; `room` tells what everybody said, where a room answered."""

    question: str
    guess: Figure
    outcome: Figure
    sentence: str
    room: Figure | None


@dataclass(frozen=True)
class Play:
    """One run of the report; `charts` are titles and pictures."""

    name: str
    differs: str
    ended: str
    figures: Sequence[Figure]
    guesses: Sequence[Guess]
    learned: str
    acts: Sequence[str]
    charts: Sequence[tuple[str, Picture]]


@dataclass(frozen=True)
class Contents:
    """All that a report says, in the order of the page."""

    title: str
    board: str
    description: str
    seed: int
    unit: str
    columns: Sequence[Sequence[str]]
    heads: Sequence[str]
    plays: Sequence[Play]
    overview: Picture | None
    room: Sequence[str]
    debrief: Sequence[str]
    definitions: Sequence[tuple[str, str]]


def contents_of(document: Document, pause: Callable[[float], bool] | None = None) -> Contents | None:
    """What the report of `document` says; None if `pause`, which is told how far it is (0 to 1), says to stop."""
    rounds, runs = rounds_of(document), RoundRuns()
    runs.want(rounds)
    if not runs.go_on(None if pause is None else lambda: pause(1 - runs.missing / max(len(rounds), 1))):
        return None
    return contents_from(document, rounds, runs)


def contents_from(document: Document, rounds: Sequence[Round], runs: RoundRuns) -> Contents:
    """What the report of `document` says, whose `rounds` (`rounds_of`) have been played in `runs`."""
    session = document.session or SavedSession()
    played = {place: run for place, its in enumerate(rounds) if (run := runs.run_of(its)) is not None}
    workshop = Workshop(rounds=tuple(rounds))
    told = replace(workshop, votes=session.workshop.votes)
    board, exercise = (rounds[0].scenario if rounds else document.scenario), session.workshop.exercise
    costs = any(each.cost_of_delay for its in rounds for each in its.scenario.classes)
    return Contents(
        title=board.name if exercise is None else exercise.name,
        board=board.name,
        description=board.description,
        seed=board.seed,
        unit=board.time_unit,
        columns=_columns(board),
        heads=[_capital(figure_name_in_words(name, board)) for name in FIGURES if costs or name != "cost"],
        plays=[_play(workshop, place, played, runs.refused(its), costs=costs) for place, its in enumerate(rounds)],
        overview=_overview(rounds, played, board),
        room=[str(line) for line in over_the_rounds(told, _outcomes(workshop, played))],
        debrief=() if exercise is None else exercise.debrief,
        definitions=[(str(term), str(meaning)) for term, meaning in TERMS if term in DEFINED],
    )


def rounds_of(document: Document) -> tuple[Round, ...]:
    """The rounds that were kept, and the run of the document where it is none of them."""
    session = document.session or SavedSession()
    kept, scenario = session.workshop.rounds, document.scenario
    end = session.time or (scenario.horizon or (inf if scenario.ends_by_itself else 0.0))
    its = session.workshop.under_way
    if its is not None and (not its.locked or its.conceals):
        its = None  # nothing is told of what was not played, or must not be seen yet
        if kept:
            return kept
    now = Round(
        name="The run" if its is None else its.name, scenario=scenario, time=end, interventions=session.interventions,
        predictions=() if its is None else its.predictions, learned="" if its is None else its.learned,
    )  # fmt: skip
    same = any(
        (one.scenario, one.interventions, one.time) == (now.scenario, now.interventions, now.time) for one in kept
    )
    return kept if same or (kept and not session.time) else (*kept, now)


def _play(workshop: Workshop, place: int, runs: dict[int, RunView], refused: Set[int], *, costs: bool) -> Play:
    its, run = workshop.rounds[place], runs[place]
    board, unit = its.scenario, its.scenario.time_unit
    names = [name for name in DETAILS if costs or name != "cost"]
    drawn = CHARTS_OF_A_ROUND if len(workshop.rounds) * len(CHARTS_OF_A_ROUND) <= MOST_CHARTS else ()
    own = [(CHARTS[name].title, paper_picture(name, run)) for name in drawn]
    return Play(
        name=its.name,
        differs=_capital(what_differs(workshop, place)),
        ended=at(briefly(run.now), unit),
        figures=[
            Figure(f"{place}.{name}", _capital(figure_name_in_words(name, board)), _text(name, run)) for name in names
        ],
        guesses=_guesses(workshop, place, runs),
        learned=its.learned,
        acts=_acts(board, [act for number, act in enumerate(its.interventions) if number not in refused]),
        charts=[*own, *_of_the_room(workshop, place, runs)],
    )


def _outcomes(workshop: Workshop, runs: dict[int, RunView]) -> dict[int, list[Outcome]]:
    return {place: outcomes_of(workshop, place, runs) for place in runs}


def _overview(rounds: Sequence[Round], runs: Mapping[int, RunView], board: Scenario) -> Picture | None:
    """All rounds in one picture, where there are several."""
    lines = [rounds_chart.line_of(its.name, runs[place].flow.lines[-1], its.time) for place, its in enumerate(rounds)]
    return rounds_chart.picture(lines, None, board.time_unit, LIGHT) if len(lines) > 1 else None


def _text(name: str, run: RunView) -> str:
    return str(figure_in_words(name, figure_of(run, name), run.scenario.time_unit))


def _guesses(workshop: Workshop, place: int, runs: dict[int, RunView]) -> list[Guess]:
    its = workshop.rounds[place]
    told = []
    outcomes = outcomes_of(workshop, place, runs)
    for number, (prediction, outcome) in enumerate(zip(its.predictions, outcomes, strict=True)):
        key = f"{place}.prediction.{number}"
        told.append(Guess(
            prediction.question.text,
            Figure(f"{key}.guess", "", str(guess_in_words(prediction, its.scenario))),
            Figure(f"{key}.outcome", "", str(outcome_in_words(prediction, outcome, its.scenario))),
            str(in_a_sentence(prediction, outcome, its.scenario)),
            _room(prediction, outcome, its.scenario, key),
        ))  # fmt: skip
    return told


def _room(prediction: Prediction, outcome: Outcome, board: Scenario, key: str) -> Figure | None:
    if not prediction.room:
        return None
    lines: list[str] = [phrase("The room: {0}.", said_by_room(prediction, board))]
    if (score := score_of(prediction, outcome)) is not None:
        lines += [beside_its_members(score), of_the_middle_half(score)]
    return Figure(f"{key}.room", "", " ".join(map(str, lines)))


def _of_the_room(workshop: Workshop, place: int, runs: dict[int, RunView]) -> list[tuple[str, Picture]]:
    """What the room said of each number and each choice, beside what came."""
    its = workshop.rounds[place]
    outcomes = zip(its.predictions, outcomes_of(workshop, place, runs), strict=True)
    return [
        (each.question.text, room_picture(each, outcome, its.scenario, None, LIGHT))
        for each, outcome in outcomes
        if each.room and each.question.kind != "point"
    ]


def _acts(board: Scenario, acts: Sequence[Intervention]) -> list[str]:
    """What people did, one line each, as many as a page holds."""
    told = []
    for place, act in enumerate(acts[:MOST_ACTS]):
        now = conditions(board, (one for one in acts[:place] if isinstance(one, Setting)))
        when = _capital(at(briefly(act.at), board.time_unit))
        told.append(f"{when}: {in_words(board, (act,), now)}")
    if len(acts) > MOST_ACTS:
        told.append(f"and {len(acts) - MOST_ACTS:,} more")
    return told


def _columns(board: Scenario) -> list[list[str]]:
    rows = []
    for column in board.columns:
        people = [person.name for person in board.people if column.id in person.skills]
        who = ", ".join(people) if board.people else str(column.workers)
        work = NO_VALUE if column.is_queue or board.explicit else str(work_in_words(column.service, board.time_unit))
        rows.append([
            column.title, NO_VALUE if column.is_queue else who or NO_VALUE, str(limit_word(column.wip_limit)), work,
            str(column.transfer_batch),
        ])  # fmt: skip
    return rows


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
