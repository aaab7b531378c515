"""The sheet to print for whoever leads an exercise: its times, every step with its notes, the numbers it promises.

It gives the answers away; it is not for the room. Texts are somebody else's: they are printed as words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from flowsim.domain.board_differences import differences
from flowsim.domain.exercises import Exercise, ExerciseStep, ExpectedNumber
from flowsim.domain.phrases import counted, joined, phrase
from flowsim.domain.units import at, briefly
from flowsim.reports.paper import TABLE, Paper, plain_text, printed
from flowsim.session.round_table import figure_in_words, figure_name_in_words
from flowsim.storage.settings import with_settings

TEMPLATE: Final = """<html><head><style>
h1 { font-size: 18pt; font-weight: 600; } h2 { font-size: 13pt; font-weight: 600; }
p.quiet { color: #5c6675; } p.said { white-space: pre-wrap; } p.notes { white-space: pre-wrap; margin-left: 16px; }
td, th { padding: 3px 6px; } th { color: #5c6675; text-align: left; font-weight: 500; }
</style></head><body>
<h1>{{ name }}</h1>{% if teaches %}<p>{{ teaches }}</p>{% endif %}
<p class="quiet">For whoever leads it: the answers are on this sheet.</p>
{% if notes %}<p class="said">{{ notes }}</p>{% endif %}
{% if variants %}<h2>In how much time</h2>{{ table | safe }}<tr><th>Minutes</th><th>Steps</th><th>How</th></tr>
{% for its in variants %}<tr><td>{{ its.minutes }}</td><td>{{ its.steps }}</td><td>{{ its.notes }}</td></tr>
{% endfor %}</table>{% endif %}
{% for step in steps %}<h2>{{ loop.index }}. {{ step.title }}</h2>
{% if step.about %}<p class="quiet">{{ step.about }}</p>{% endif %}
{% if step.text %}<p class="said">{{ step.text }}</p>{% endif %}
{% if step.questions %}<ul>{% for each in step.questions %}<li>{{ each }}</li>{% endfor %}</ul>{% endif %}
{% if step.notes %}<p class="notes">{{ step.notes }}</p>{% endif %}{% endfor %}
{% if numbers %}<h2>What comes out</h2>{{ table | safe }}<tr><th>Figure</th><th>With</th></tr>
{% for row in numbers %}<tr><td>{{ row[0] }}</td><td>{{ row[1] }}</td></tr>{% endfor %}</table>
{% endif %}
{% if debrief %}<h2>To talk about</h2><ul>{% for each in debrief %}<li>{{ each }}</li>{% endfor %}</ul>{% endif %}
</body></html>
"""


@dataclass(frozen=True)
class SheetStep:
    """A step as it stands on the sheet."""

    title: str
    about: str
    text: str
    questions: Sequence[str]
    notes: str


@dataclass(frozen=True)
class SheetVariant:
    """A variant as it stands on the sheet: the numbers of its steps in their order."""

    minutes: int
    steps: str
    notes: str


def sheet_pdf(exercise: Exercise) -> bytes:
    """The sheet of `exercise` as the bytes of a PDF on A4."""
    return printed(Paper(), sheet_page(exercise), exercise.name)


def sheet_page(exercise: Exercise) -> str:
    """The sheet as HTML to print."""
    from jinja2 import Environment

    places = {step.id: place for place, step in enumerate(exercise.steps, 1)}
    variants = [
        SheetVariant(its.minutes, ", ".join(str(places[step]) for step in its.steps), plain_text(its.notes))
        for its in exercise.variants
    ]
    return Environment(autoescape=True).from_string(TEMPLATE).render(
        name=exercise.name, teaches=exercise.teaches, notes=plain_text(exercise.notes), variants=variants, table=TABLE,
        steps=[_step(exercise, step) for step in exercise.steps], debrief=exercise.debrief,
        numbers=[promised(exercise, its) for its in exercise.expected],
    )  # fmt: skip


def about_step(exercise: Exercise, step: ExerciseStep) -> str:
    """How long a step takes, and where its round ends."""
    about: list[str] = [] if step.minutes is None else [counted("{0} minutes", "{0} minute", round(step.minutes))]
    if (its := step.round) is not None:
        about.append(phrase("round: {0}", its.name))
        if its.until is not None:
            unit = exercise.boards[exercise.board_of(step)].time_unit
            about.append(phrase("ends at {0}", at(briefly(its.until), unit)))
        if its.hidden:
            about.append(phrase("results hidden until they are revealed"))
    return joined("; ", about)


def _step(exercise: Exercise, step: ExerciseStep) -> SheetStep:
    questions = [] if step.round is None else [question.text for question in step.round.questions]
    return SheetStep(step.title, about_step(exercise, step), plain_text(step.text), questions, plain_text(step.notes))


def promised(exercise: Exercise, its: ExpectedNumber) -> tuple[str, str]:
    """A figure with its value; the board, where there are several, and the settings it holds with."""
    board = exercise.boards[its.board]
    name = figure_name_in_words(its.figure, with_settings(board, its.set_))
    value = figure_in_words(its.figure, its.value, board.time_unit)
    differs = differences(board, with_settings(board, its.set_))
    settings: list[str] = [phrase("another board")] if differs is None else [*differs]
    if its.dice:
        settings.append(phrase("dice with {0}", joined(", ", map(str, its.dice))))
    told = [board.name, *settings] if len(exercise.boards) > 1 else settings
    return phrase("{0}: {1}", name, value), joined("; ", told) if told else phrase("the board as it is")
