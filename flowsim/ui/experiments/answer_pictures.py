"""From the answer of an experiment to what is drawn and said of it."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np

from flowsim.charts import settings_chart, warm_up_chart
from flowsim.charts.colours import Theme
from flowsim.charts.picture import Floats, Picture
from flowsim.domain import units
from flowsim.domain.phrases import Phrase, counted, digits, phrase
from flowsim.domain.scenario import Scenario
from flowsim.experiments.answer import Answer
from flowsim.experiments.answer_words import FIGURE_WORDS
from flowsim.experiments.landmarks import Landmark, landmarks
from flowsim.experiments.questions import Question
from flowsim.experiments.theory_curve import theory_curves
from flowsim.ui.text.language import said, shown

Theory: TypeAlias = Mapping[str, Sequence[tuple[str, Floats, str, str]]]
"""By figure: each formula's name, its values over the settings, what it assumes, where it differs."""


def theory_beside(scenario: Scenario, asked: Sequence[Question]) -> Theory:
    """What theory says of the settings of one question; nothing where two vary at once."""
    if len(asked) > 1:
        return {}
    settings = [each.settings for each in asked[0].choices]
    return {figure: theory_curves(scenario, settings, figure) for figure in asked[0].figures}


def names_of(asked: Sequence[Question]) -> list[str]:
    """What the settings are called, in the order of the cells; pairs where two vary."""
    if len(asked) == 1:
        return [shown(each.name) for each in asked[0].choices]
    return [f"{shown(one.name)} × {shown(other.name)}" for one in asked[0].choices for other in asked[1].choices]


def picture(answer: Answer, figure: str, asked: Sequence[Question], theory: Theory, theme: Theme) -> Picture:
    """A figure over one setting, or as a heat map over two."""
    its = _settings(answer, figure, asked, theory)
    if len(asked) == 1:
        return settings_chart.picture(its, theme)
    across, down = ([shown(each.name) for each in question.choices] for question in asked)
    return settings_chart.heat_map(its, across, down, asked[1].axis, theme)


def _settings(answer: Answer, figure: str, asked: Sequence[Question], theory: Theory) -> settings_chart.Settings:
    first, words, intervals = asked[0], FIGURE_WORDS[figure], answer.intervals(figure)
    best = answer.best(figure) if figure == answer.figures[0] else None
    said = best if best is not None and best.others else None
    return settings_chart.Settings(
        words.head, first.axis, words.unit(answer.plan.scenario.time_unit), answer.names, answer.of(figure),
        means=np.array([each.mean for each in intervals]), lows=np.array([each.low for each in intervals]),
        highs=np.array([each.high for each in intervals]), marked=None if said is None else said.smallest,
        level=() if said is None else said.level, now=first.now if len(asked) == 1 else None,
        theory=tuple((name, values) for name, values, _, _ in theory.get(figure, [])),
        landmarks=tuple((its.place, shown(its.name)) for its in _landmarks(answer, figure, asked)),
    )  # fmt: skip


def _landmarks(answer: Answer, figure: str, asked: Sequence[Question]) -> list[Landmark]:
    """What is known of the settings before any run, for this figure; nothing where two settings vary."""
    listed = landmarks(answer.plan.scenario, asked[0]) if len(asked) == 1 else []
    return [its for its in listed if not its.figures or figure in its.figures]


def warm_up_picture(answer: Answer, pilot: Floats, theme: Theme) -> Picture:
    """The number of cards over a run, and the warm-up."""
    plan = answer.plan
    assert plan.horizon is not None
    start = 0.0 if answer.warm_up is None else answer.warm_up.time
    return warm_up_chart.picture(answer.names, pilot, plan.horizon, plan.scenario.time_unit, start, theme)


def details(answer: Answer, theory: Theory, asked: Sequence[Question]) -> list[Phrase]:
    """What the answer rests on, and what theory assumes."""
    unit, plan = answer.plan.scenario.time_unit, answer.plan
    rests = counted("{0} runs of each setting on the same luck", "{0} run of each setting", answer.replications,
                    said(answer.replications, ","))  # fmt: skip
    if plan.horizon is None:
        lines = [phrase("{0}, each until all work is done.", rests)]
    elif answer.warm_up is None or not answer.warm_up.time:
        lines = [phrase("{0}, each {1} long.", rests, units.spell_out(plan.horizon, unit))]
    else:
        start = units.at(digits(answer.warm_up.time, ",.3g"), unit)
        long = units.spell_out(plan.horizon, unit)
        found = plan.warm_up == "auto"
        how = phrase("warm-up by MSER-5") if found else phrase("as somebody chose")
        lines = [phrase("{0}, each {1} long, counted from {2} on ({3}).", rests, long, start, how)]
    for name, _, assumed, differs in theory.get(answer.figures[0], []):
        lines.append(phrase("{0}: {1}.", name, f"{assumed}; {differs}" if differs else assumed))
    known = landmarks(answer.plan.scenario, asked[0]) if len(asked) == 1 else []
    lines += [phrase("{0}: {1}.", its.name, its.assumes) for its in known]
    return lines
