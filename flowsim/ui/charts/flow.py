"""The cumulative flow diagram."""

from itertools import pairwise

import numpy as np

from flowsim.domain import units
from flowsim.domain.phrases import phrase
from flowsim.domain.words import Time
from flowsim.metrics import CumulativeFlow
from flowsim.session.moment import Moment
from flowsim.ui.charts.look import Look, over_time
from flowsim.ui.charts.picture import Axis, Label, Picture, Shape, Steps, Table, Words, staircase
from flowsim.ui.scales import nice_ceiling


def picture(moment: Moment, look: Look) -> Picture:
    """Cards that have ever entered each column or a later one; bands from the top down to zero."""
    start, end = look.within(moment)
    lines = CumulativeFlow.of(moment.flow)
    titles = [phrase("Backlog"), *(column.title for column in moment.scenario.columns), phrase("Done")]
    colours = look.column_colours(moment)
    shapes: list[Shape] = [
        Steps(*staircase(times, start, end, look.pixels), colour, base=0.0)
        for times, colour in zip(lines.times, colours, strict=True)
    ]
    top = len(lines.times[0])
    for pin in look.ghosts(moment):
        flow = pin.moment.flow
        to = min(look.right(moment), pin.moment.now)
        ghosts = (flow.lines[1], flow.lines[-1]) if to > look.start else ()
        shapes += [Steps(*staircase(line, look.start, to, look.pixels), pin.colour, dashed=True) for line in ghosts]
        top = max(top, len(flow.lines[1]))
    at_end = [*lines.counts(np.array([end]))[:, 0].tolist(), 0]
    labels = tuple(
        Label(title, colour, (at_end[index] + at_end[index + 1]) / 2)
        for index, (title, colour) in enumerate(zip(titles, colours, strict=True))
    )

    def read_off(time: Time) -> Words:
        counts = lines.counts(np.array([time]))[:, 0].tolist()
        held = [after - before for after, before in pairwise(counts)]
        return [*zip(titles[:-1], map(str, held), strict=True), (titles[-1], str(counts[-1]))]

    def table() -> Table:
        header, rows = lines.as_table(titles[1:-1])
        return header, [list(row) for row in rows]

    return over_time(
        moment, look, name="flow", title=phrase("Cumulative flow"),
        reading=phrase("A band's height is the work in that column; its width is about how long a card stays there."),
        note=phrase("{0} finished, {1} not", f"{len(lines.times[-1]):,}", f"{moment.flow.unfinished:,}"),
        y=Axis(0.0, nice_ceiling(max(top, 4)), phrase("cards"), whole=True), shapes=shapes, table=table, labels=labels,
        empty=phrase("Press Space to play: the diagram draws itself as cards flow."), read_off=read_off,
    )  # fmt: skip


def between(moment: Moment, since: Time, until: Time) -> Words:
    """Read off between two moments: WIP at the end, throughput, and the approximate average cycle time.

    The cycle time is the horizontal distance, at the height of what was finished until the later moment, between the
    lines of started and finished cards (Vacanti): approximate, because cards need not finish in the order they started.
    """
    flow, unit = moment.flow, moment.scenario.time_unit
    started, finished = flow.lines[1], flow.lines[-1]
    done = int(np.searchsorted(finished, until, side="right"))
    begun = int(np.searchsorted(started, until, side="right"))
    lately = done - int(np.searchsorted(finished, since, side="right"))
    words: Words = [(phrase("Work in progress"), phrase("{0} cards", f"{begun - done:,}"))]
    if until > since:
        pace = f"{lately / (until - since):.3g}"
        words.append((phrase("Throughput"), phrase("{0} {1}", pace, units.PER[unit])))
    if done:
        took = f"{until - float(started[done - 1]):.3g}"
        words.append((phrase("Cycle time, about"), units.lasting_many(took, unit)))
    return words
