"""The cumulative flow diagram."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from flowsim.charts.options import ChartOptions, over_time
from flowsim.charts.picture import Axis, Floats, Label, Picture, Shape, Steps, Table, Values, staircase
from flowsim.charts.ticks import nice_ceiling
from flowsim.domain import units
from flowsim.domain.phrases import Phrase, counted, digits, phrase
from flowsim.domain.words import Time, TimeUnit
from flowsim.metrics import CumulativeFlow, RunView


def picture(run: RunView, options: ChartOptions) -> Picture:
    """For each column, the number of cards that have ever entered it or a later one, drawn as bands.

    With `options.without_done` the lines count only unfinished cards, and the lowest band is the right-most column.
    When only a part of the run is on view, the y axis covers just the counts in that part: in a long run the bands
    would otherwise be too thin to see.
    """
    lines = CumulativeFlow.of(run.flow)
    start, end = options.within(run)
    titles = [phrase("Backlog"), *(column.title for column in run.scenario.columns), phrase("Done")]
    colours = options.column_colours(run)
    drawn = _unfinished(lines, start, end, options) if options.without_done else _all(lines, start, end, options)
    bands = list(zip(titles, colours, drawn, strict=False))
    shapes: list[Shape] = [Steps(x, y, colour, base=0.0, name=title) for title, colour, (x, y) in bands]
    edges = pairwise([*(float(y[-1]) for _, _, (_, y) in bands), 0.0])
    labels = tuple(
        Label(title, colour, (above + below) / 2, band=(below, above))
        for (title, colour, _), (above, below) in zip(bands, edges, strict=True)
    )
    pins = [] if options.without_done else _pinned(run, options)

    def read_off(time: Time) -> Values:
        counts = lines.counts(np.array([time]))[:, 0].tolist()
        held = [after - before for after, before in pairwise(counts)]
        return [*zip(titles[:-1], map(str, held), strict=True), (titles[-1], str(counts[-1]))]

    def table() -> Table:
        header, rows = lines.as_table(titles[1:-1])
        return header, [list(row) for row in rows]

    return over_time(
        run, options,
        reading=phrase("A band's height is the work in that column; its width is about how long a card stays there."),
        note=_note(run),
        y=_height(drawn, pins, lines, options), shapes=[*shapes, *pins], table=table, labels=labels,
        empty=phrase("Press Space to play: the diagram draws itself as cards flow."), read_off=read_off,
    )  # fmt: skip


def _note(run: RunView) -> Phrase:
    """How many are finished and open, and that a line never falls: who was discarded stays in the band they were in."""
    done, lost = len(run.flow.lines[-1]), len(run.flow.lost)
    discarded = int(np.count_nonzero(run.flow.dropped)) - lost
    note = phrase("{0} finished, {1} open", digits(done, ","), digits(run.flow.unfinished, ","))
    if lost:
        note = phrase("{0}, {1} turned away at a full backlog", note, digits(lost, ","))
    if not discarded:
        return note
    return counted(
        "{0}; {1} discarded cards still count in the bands they were in",
        "{0}; {1} discarded card still counts in the band it was in", discarded, note, digits(discarded, ","),
    )  # fmt: skip


def _all(lines: CumulativeFlow, start: Time, end: Time, options: ChartOptions) -> list[tuple[Floats, Floats]]:
    return [staircase(times, start, end, options.pixels) for times in lines.times]


def _unfinished(lines: CumulativeFlow, start: Time, end: Time, options: ChartOptions) -> list[tuple[Floats, Floats]]:
    """For each line but the last, return edges and counts less the finished cards; all lines share the edges."""
    inside = [times[slice(*np.searchsorted(times, (start, end), side="right"))] for times in lines.times]
    exact = sum(map(len, inside)) <= options.pixels
    moments = np.unique(np.concatenate(inside)) if exact else np.linspace(start, end, options.pixels + 1)[1:]
    edges = np.concatenate(([start], moments))
    counts = lines.counts(edges).astype(np.float64)
    return [(np.append(edges, end), count - counts[-1]) for count in counts[:-1]]


def _pinned(run: RunView, options: ChartOptions) -> list[Steps]:
    """The lines of started and of finished cards of each pinned run."""
    shapes: list[Steps] = []
    for pin in options.pins_for(run):
        until = min(options.right(run), pin.run.now)
        if until > options.start:
            shapes += [
                Steps(*staircase(line, options.start, until, options.pixels), pin.colour, dashed=True, name=pin.name)
                for line in (pin.run.flow.lines[1], pin.run.flow.lines[-1])
            ]
    return shapes


def _height(
    drawn: Sequence[tuple[Floats, Floats]], pins: Sequence[Steps], lines: CumulativeFlow, options: ChartOptions
) -> Axis:
    top = max([float(drawn[0][1].max()), *(float(pin.y.max()) for pin in pins)])
    unit = phrase("cards")
    if options.without_done or (options.start <= 0 and options.end is None):
        return Axis(0.0, nice_ceiling(max(top, 4)), unit, whole=True)
    low = min([float(drawn[-1][1][0]), *(float(pin.y[0]) for pin in pins)])
    room = max(0.04 * (top - low), 1.0)
    return Axis(max(low - room, 0.0), max(top + room, low + 4), unit, whole=True)


def between(run: RunView, since: Time, until: Time) -> Values:
    """Return what the diagram shows between two times: arrivals, departures, WIP at `until`, approximate cycle time.

    The cycle time is the horizontal distance between the lines of started and finished cards, at the number of cards
    finished by `until` (Vacanti). It is approximate because cards need not finish in the order in which they started.
    """
    unit, arrived, started, finished = run.scenario.time_unit, run.flow.lines[0], run.flow.lines[1], run.flow.lines[-1]
    done = int(np.searchsorted(finished, until, side="right"))
    begun = int(np.searchsorted(started, until, side="right"))
    values: Values = [
        (phrase("Arrivals"), _with_rate(arrived, since, until, unit)),
        (phrase("Departures"), _with_rate(finished, since, until, unit)),
        (phrase("Work in progress"), counted("{0} cards", "{0} card", int(begun - done))),
    ]
    if done:
        values.append((phrase("Cycle time, about"), units.spell_out(until - float(started[done - 1]), unit)))
    return values


def _with_rate(times: Floats, since: Time, until: Time, unit: TimeUnit) -> Phrase:
    """How many of `times` lie in (since, until], and how many that is a unit of time."""
    first, last = np.searchsorted(times, (since, until), side="right").tolist()
    count = counted("{0} cards", "{0} card", int(last - first))
    if until <= since:
        return count
    return phrase("{0}, {1} {2}", count, units.rounded((last - first) / (until - since)), units.PER[unit])
