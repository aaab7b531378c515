"""The page that an experiment leaves behind: one file, nothing from elsewhere, charts as SVG."""

import html
from collections.abc import Sequence
from math import inf, isfinite, nan
from typing import Final

import numpy as np

import flowsim
from flowsim.experiments.experiment import Experiment
from flowsim.experiments.findings import findings_of, warnings_of
from flowsim.experiments.forecast import QUANTILES, with_confidence
from flowsim.experiments.plan import Cell, ForecastGoal
from flowsim.experiments.results_folder import why_table
from flowsim.experiments.statistics import Interval
from flowsim.experiments.theory import theory_of
from flowsim.storage.settings import with_settings

WIDTH, ROW, LEFT = 720, 26, 260
MARGIN: Final = 16
TALL, BARS, APART = 220, 40, 40
MOST_DRAWN: Final = 60
"""Cells that a chart shows; a page with thousands of them helps nobody."""

ABOUT: Final = {"exact": "", "approximate": "about ", "at least": "at least ", "at most": "at most "}

TEMPLATE: Final = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{ name }} – experiment</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { font: 15px/1.5 Inter, system-ui, sans-serif; color: #1a1f27; background: #f5f6f8; margin: 0; }
main { max-width: 820px; margin: 24px auto; background: #fff; border: 1px solid #e1e5ea; border-radius: 12px;
  padding: 24px 32px; }
h1 { font-size: 22px; margin: 0 0 4px; } h2 { font-size: 16px; margin: 28px 0 8px; }
p.quiet { color: #5c6675; margin: 0; }
table { border-collapse: collapse; width: 100%; font-size: 13px; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: 5px 8px; border-bottom: 1px solid #e1e5ea; }
th:first-child, td:first-child { text-align: left; } th { color: #5c6675; font-weight: 500; }
li { margin: 4px 0; } .warn li { color: #a34a05; } svg text { font: 12px Inter, system-ui, sans-serif; fill: #1a1f27; }
svg { max-width: 100%; height: auto; }
</style></head><body><main>
<h1>{{ name }}</h1>
<p class="quiet">{{ runs }} runs of {{ cells }}, seed {{ seed }}, {{ window }}. flowsim {{ version }}.
 Replication r plays the same random numbers in every setting.</p>
{% if findings %}<h2>Found</h2><ul>{% for each in findings %}<li>{{ each }}</li>{% endfor %}</ul>{% endif %}
{% if warnings %}<h2>To be careful about</h2><ul class="warn">
{% for each in warnings %}<li>{{ each }}</li>{% endfor %}</ul>{% endif %}
{% for chart in forecasts %}<h2>{{ chart.title }}</h2>{{ chart.svg | safe }}{% endfor %}
{% for chart in charts %}<h2>{{ chart.title }}</h2>{{ chart.svg | safe }}{% endfor %}
<h2>All figures</h2>
<table><tr><th>setting</th><th>figure</th><th>n</th><th>mean</th><th>95 % interval</th></tr>
{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>
{% if why %}<h2>Why mean lead times differ</h2>
<table><tr><th>pair</th><th>where</th><th>cause</th><th>mean</th><th>95 % interval</th></tr>
{% for row in why %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>{% endif %}
{% if theory %}<h2>Theory beside it</h2>
<table><tr><th>setting</th><th>figure</th><th>theory</th><th>value</th><th>simulated</th><th>assumes</th></tr>
{% for row in theory %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>{% endif %}
<p class="quiet">Means and Student-t intervals over independent replications; differences are paired.
 A percentile is that of each run (nearest rank), averaged over the runs; below it stands that of all cards of all
 runs together.</p>
</main></body></html>
"""


def report_page(experiment: Experiment) -> str:
    """The page as HTML; every text of the plan stands in it as text."""
    from jinja2 import Environment

    plan = experiment.plan
    warm_up = experiment.warm_up.time if experiment.warm_up is not None else 0.0
    endless = "until the forecast's goal is reached" if plan.forecast else "until all work is done"
    window = f"until {plan.horizon:g} {plan.scenario.time_unit}s" if plan.horizon else endless
    if warm_up:
        window += f", figures from {warm_up:g} on"
    page = Environment(autoescape=True).from_string(TEMPLATE)
    return page.render(
        name=plan.scenario.name, runs=f"{experiment.runs:,}", cells=settings_in_words(experiment), seed=plan.seed,
        window=window, version=flowsim.__version__, findings=findings_of(experiment), warnings=warnings_of(experiment),
        forecasts=_forecasts(experiment),
        charts=[{"title": name, "svg": interval_chart(experiment, place)} for place, name in enumerate(plan.figures)],
        theory=_theory(experiment), rows=_rows(experiment), why=_why(experiment),
    )  # fmt: skip


def settings_in_words(experiment: Experiment) -> str:
    """How many settings were played: "one setting", "12 settings"."""
    many = len(experiment.cells)
    return "one setting" if many == 1 else f"{many:,} settings"


def _forecasts(experiment: Experiment) -> list[dict[str, str]]:
    goal, unit = experiment.plan.forecast, experiment.plan.scenario.time_unit
    if goal is None:
        return []
    asked = f"{goal.cards} cards, by {unit}" if goal.cards is not None else f"Cards finished by {unit} {goal.by:g}"
    several = len(experiment.cells) > 1
    return [
        {"title": f"{asked}: {cell.name}" if several else asked, "svg": forecast_chart(goal, outcomes)}
        for cell, outcomes in zip(experiment.cells, experiment.outcomes, strict=True)
        if outcomes
    ]


def forecast_chart(goal: ForecastGoal, outcomes: Sequence[float]) -> str:
    """How often each outcome came, as bars, and a line for each quantile; an SVG."""
    known = np.array([value for value in outcomes if isfinite(value)])
    if not len(known):
        return "<p>Not reached in any run.</p>"
    counts, edges = np.histogram(known, bins=min(BARS, max(len(np.unique(known)), 1)))
    low, width = edges[0], (edges[-1] - edges[0]) or 1.0
    scale, floor = (WIDTH - 2 * MARGIN) / width, TALL - 24
    parts = []
    for count, left, right in zip(counts, edges, edges[1:], strict=False):
        x, height = MARGIN + (left - low) * scale, (floor - 44) * count / counts.max()
        parts.append(f'<rect x="{x:.1f}" y="{floor - height:.1f}" width="{max((right - left) * scale - 1, 1):.1f}" '
                     f'height="{height:.1f}" fill="#2563eb" opacity="0.35"/>')  # fmt: skip
    parts.append(f'<line x1="{MARGIN}" x2="{WIDTH - MARGIN}" y1="{floor}" y2="{floor}" stroke="#c9cfd6"/>')
    last = -inf
    for share in QUANTILES:
        value = with_confidence(goal, outcomes, share)
        if not isfinite(value):
            continue
        x = MARGIN + (value - low) * scale
        parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="40" y2="{floor}" stroke="#1a1f27" stroke-width="1.5"/>')
        if abs(x - last) > APART:  # names of quantiles that are close together would lie over each other
            parts.append(f'<text x="{x:.1f}" y="32" text-anchor="middle">{100 * share:g} %</text>')
            parts.append(f'<text x="{x:.1f}" y="{TALL - 6}" text-anchor="middle">{_short(value)}</text>')
            last = x
    return f'<svg viewBox="0 0 {WIDTH} {TALL}" width="{WIDTH}" role="img">{"".join(parts)}</svg>'


def _rows(experiment: Experiment) -> list[Sequence[object]]:
    rows: list[Sequence[object]] = []
    for cell in experiment.cells:
        for place, figure in enumerate(experiment.figures):
            its = experiment.tallies[cell.index].interval(place)
            rows.append((cell.name, figure, its.n, _short(its.mean), _between(its)))
            rows += _pooled_row(experiment, cell, figure)
    return rows


def _pooled_row(experiment: Experiment, cell: Cell, figure: str) -> list[Sequence[object]]:
    """A percentile of all cards of all runs together, where it is known."""
    kind, _, share = figure.partition(".p")
    pooled = experiment.pooled[cell.index].get(kind)
    value = nan if pooled is None or not share.isdecimal() else pooled.percentile(int(share) / 100)
    if pooled is None or not isfinite(value):
        return []
    return [(cell.name, f"{figure}, all cards of all runs together", f"{pooled.n:,} cards", _short(value), "")]


def _why(experiment: Experiment) -> list[Sequence[object]]:
    return [
        (pair, column, cause, _short(float(str(mean) or "nan")), f"{_text(low)} to {_text(high)}")
        for pair, column, cause, mean, low, high in (why_table(experiment)[1] if experiment.pairs else [])
    ]


def _theory(experiment: Experiment) -> list[Sequence[object]]:
    """What formulas say of the boards they apply to, where runs begin as the formulas think, and are long enough."""
    plan = experiment.plan
    if plan.session is not None:
        return []
    rows: list[Sequence[object]] = []
    for cell in experiment.cells[:MOST_DRAWN]:
        for said in theory_of(with_settings(plan.scenario, cell.settings)):
            if said.figure not in plan.figures:
                continue
            its = experiment.tallies[cell.index].interval(plan.figures.index(said.figure))
            value = f"{ABOUT[said.kind]}{_short(said.value)}" if isfinite(said.value) else "grows without end"
            assumes = "; ".join(each for each in (said.assumptions, said.differs) if each)
            rows.append((cell.name, said.figure, said.theory, value, _between(its), assumes))
    return rows


def interval_chart(experiment: Experiment, place: int) -> str:
    """Mean and interval of one figure in every cell, as an SVG."""
    cells = experiment.cells[:MOST_DRAWN]
    intervals = [experiment.tallies[cell.index].interval(place) for cell in cells]
    ends = [value for its in intervals for value in (its.low, its.mean, its.high) if isfinite(value)]
    if not ends:
        return "<p>Nothing was finished.</p>"
    low, high = min(ends), max(ends)
    spread = (high - low) or abs(high) or 1.0
    scale = (WIDTH - LEFT - 110) / spread
    parts = []
    for row, (cell, its) in enumerate(zip(cells, intervals, strict=True)):
        middle = MARGIN + ROW * row + ROW / 2
        parts.append(f'<text x="{LEFT - 12}" y="{middle + 4}" text-anchor="end">{html.escape(_cut(cell.name))}</text>')
        if not isfinite(its.mean):
            continue
        x = LEFT + (its.mean - low) * scale
        if isfinite(its.low):
            first, last = LEFT + (its.low - low) * scale, LEFT + (its.high - low) * scale
            parts.append(f'<line x1="{first:.1f}" x2="{last:.1f}" y1="{middle}" y2="{middle}" '
                         'stroke="#2563eb" stroke-width="3" stroke-linecap="round" opacity="0.45"/>')  # fmt: skip
        parts.append(f'<circle cx="{x:.1f}" cy="{middle}" r="4.5" fill="#2563eb"/>')
        parts.append(f'<text x="{WIDTH - 8}" y="{middle + 4}" text-anchor="end">{_short(its.mean)}</text>')
    height = 2 * MARGIN + ROW * len(cells)
    return f'<svg viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" role="img">{"".join(parts)}</svg>'


def _cut(name: str) -> str:
    return name if len(name) <= 36 else name[:35] + "…"


def _short(value: float) -> str:
    return f"{value:.4g}" if isfinite(value) else "–"


def _text(cell: object) -> str:
    return _short(float(str(cell))) if cell else "–"


def _between(its: Interval) -> str:
    return f"{_short(its.low)} to {_short(its.high)}" if isfinite(its.low) else "–"
