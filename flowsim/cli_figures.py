"""The figures of a run as `flowsim run` prints them: tables that a person reads, and what is known of each card."""

import math
from collections.abc import Iterable, Sequence

from flowsim.domain.problems import one_line
from flowsim.domain.scenario import Scenario
from flowsim.domain.trace import Trace
from flowsim.domain.working_calendar import moment_of
from flowsim.metrics import Figures, Flow, Staffing, people_of
from flowsim.metrics.card_catalogue import CardCatalogue, class_at_rows
from flowsim.metrics.class_figures import ClassFigures


def figures_table(scenario: Scenario, figures: Figures) -> str:
    """The figures as a person reads them, with units."""
    unit = scenario.time_unit
    rows = [
        ("window", f"{figures.start:g} to {figures.end:g} {unit}s{_dates(scenario, figures)}"),
        ("finished", f"{figures.finished} cards ({figures.unfinished} unfinished)"),
        ("throughput", f"{_figure(figures.throughput)} cards/{unit}"),
        ("work in progress", f"{_figure(figures.wip)} cards"),
    ]
    if scenario.backlog_limit is not None or figures.lost:
        rows.insert(2, ("turned away", f"{figures.lost} cards, at a full backlog"))
    for name, times in (("cycle time", figures.cycle_time), ("lead time", figures.lead_time)):
        words = f"mean {times.mean:.4g}, 50 % {times.p50:.4g}, 85 % {times.p85:.4g}, 95 % {times.p95:.4g} {unit}s"
        rows.append((name, words if times.n else "no card finished"))
    rows.append(("flow efficiency", _share(figures.flow_efficiency) if figures.finished else "no card finished"))
    lines = [f"{one_line(scenario.name)} (seed {scenario.seed})", *(f"  {name:<18}{value}" for name, value in rows), ""]
    lines.append(f"  {'column':<22}{'WIP':>9}{'queue':>10}{'busy':>8}{'set-up':>8}{'blocked':>8}{'starved':>8}")
    for column, its in zip(scenario.columns, figures.columns, strict=True):
        cells = "".join(f"{_share(share):>8}" for share in (its.utilisation, its.setup, its.blocked, its.starved))
        lines.append(f"  {one_line(column.title)[:21]:<22}{_figure(its.wip, 3):>9}{_figure(its.queue, 3):>10}{cells}")
    return "\n".join(lines)


def _dates(scenario: Scenario, figures: Figures) -> str:
    """The dates of the window, where the board has a calendar."""
    if scenario.calendar is None:
        return ""
    first = moment_of(scenario.calendar, scenario.time_unit, figures.start)
    last = moment_of(scenario.calendar, scenario.time_unit, figures.end, ends=True)
    if first is None or last is None:
        return ""
    return f" of working time, {first:%Y-%m-%d} to {last:%Y-%m-%d}"


def classes_table(scenario: Scenario, classes: Sequence[ClassFigures]) -> str:
    """A line for each class of service: how many cards, their times, and how many kept the target."""
    lines = [f"\n  {'class':<22}{'finished':>9}{'cycle':>10}{'lead':>10}{'lead 85 %':>11}{'in target':>11}"]
    for its, class_ in zip(classes, scenario.classes, strict=True):
        times = (its.cycle_time.mean, its.lead_time.mean, its.lead_time.p85)
        cells = "".join(f"{_figure(time):>{width}}" for time, width in zip(times, (10, 10, 11), strict=True))
        lines.append(f"  {one_line(class_.title)[:21]:<22}{its.finished:>9}{cells}{_share(its.target_met):>11}")
    return "\n".join(lines)


def people_table(flow: Flow, staffing: Staffing) -> str:
    """A line for each named person; empty where nobody is named."""
    people = people_of(flow, staffing)
    if not people:
        return ""
    lines = [f"\n  {'person':<41}{'busy':>8}{'set-up':>8}{'blocked':>8}{'free':>8}"]
    for its in people:
        cells = "".join(f"{_share(share):>8}" for share in (its.utilisation, its.setup, its.blocked, its.starved))
        lines.append(f"  {one_line(its.name)[:40]:<41}{cells}")
    return "\n".join(lines)


def kinds_of_cards(scenario: Scenario, trace: Trace, cards: CardCatalogue) -> dict[str, Iterable[object]]:
    """By row of a trace, the id of the class its card is in then and, where there are several, that of its family."""
    rows = trace.rows()
    classes = [its.id for its in scenario.classes]
    kinds: dict[str, Iterable[object]] = {"class": (classes[place] for place in class_at_rows(cards, rows).tolist())}
    if len(scenario.families) > 1:
        families = [its.id for its in scenario.families]
        kinds["family"] = (families[cards.family_of(card)] for card in rows["card"].tolist())
    return kinds


def _figure(value: float, digits: int = 4) -> str:
    return f"{value:.{digits}g}" if math.isfinite(value) else "–"


def _share(share: float) -> str:
    return f"{share:.1%}" if math.isfinite(share) else "–"
