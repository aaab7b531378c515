"""The page of an exercise for whoever leads it, made of the exercise: nothing in it can differ from what is played."""

from collections.abc import Iterator

from manual_reference import table

from flowsim.domain.exercises import Exercise
from flowsim.reports.lead_sheet import about_step, promised
from flowsim.storage.exercise_file import load_exercise
from flowsim.storage.resources import exercises


def exercise_page(name: str) -> str:
    """All that whoever leads the built-in exercise of this name needs, as Markdown below a heading."""
    entry = next(each for each in exercises() if each.path.stem == name)
    return "\n" + "\n\n".join(_parts(load_exercise(entry.story), entry.sentence)) + "\n"


def _parts(exercise: Exercise, sentence: str) -> Iterator[str]:
    yield f"*{sentence}*"
    yield exercise.teaches
    if exercise.notes:
        yield exercise.notes
    if exercise.variants:
        places = {step.id: place for place, step in enumerate(exercise.steps, 1)}
        rows = [
            (str(its.minutes), ", ".join(str(places[step]) for step in its.steps), _line(its.notes))
            for its in exercise.variants
        ]
        yield "## In how much time\n\n" + table(("Minutes", "Steps", "How"), rows)
    for place, step in enumerate(exercise.steps, 1):
        yield f"## {place}. {step.title}"
        if about := about_step(exercise, step):
            yield f"*{about}*"
        if step.text:
            yield "\n".join(f"> {line}".rstrip() for line in step.text.splitlines())
        if step.round is not None:
            yield "\n".join(f"- {_line(question.text)}" for question in step.round.questions)
        if step.notes:
            yield f"**For you:** {step.notes}"
    if exercise.expected:
        numbers = [tuple(map(_line, promised(exercise, its))) for its in exercise.expected]
        yield "## What comes out\n\n" + table(("Figure", "With"), numbers)
    if exercise.debrief:
        yield "## To talk about\n\n" + "\n".join(f"- {_line(each)}" for each in exercise.debrief)


def _line(text: str) -> str:
    """A text for a cell or a list: in one line."""
    return " ".join(text.split()).replace("|", "\\|")
