"""The report as one HTML file: nothing from elsewhere, nothing that runs, every text a text, the session inside.

Every figure stands in an element with `data-figure`, its key; `flowsim.reports.verifying` finds it there again.
"""

import base64
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import flowsim
from flowsim.charts.picture import Picture
from flowsim.reports.contents import Contents, Play
from flowsim.storage import Document
from flowsim.storage.report_file import session_link

Draw = Callable[[Picture, str], bytes]
"""Draws a chart of what is called so, as SVG."""

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""What a browser may do with the page: show it. Nothing is fetched, nothing runs."""

STYLE: Final = """
body { font: 15px/1.5 Inter, system-ui, sans-serif; color: #1a1f27; background: #f5f6f8; margin: 0; }
main { max-width: 960px; margin: 24px auto; background: #fff; border: 1px solid #e1e5ea; border-radius: 12px;
  padding: 24px 32px; }
h1 { font-size: 24px; margin: 0 0 4px; } h2 { font-size: 18px; margin: 32px 0 8px; }
h3 { font-size: 15px; margin: 16px 0 4px; } p { margin: 4px 0; } p.quiet, figcaption, dt { color: #5c6675; }
p.learned { white-space: pre-wrap; border-left: 3px solid #2563eb; padding: 2px 12px; }
p.text { white-space: pre-wrap; } table { border-collapse: collapse; width: 100%; font-size: 13px; margin: 8px 0;
  font-variant-numeric: tabular-nums; } th, td { text-align: right; padding: 5px 8px; border-bottom: 1px solid #e1e5ea;
  vertical-align: top; } table.figures { max-width: 420px; }
th:first-child, td:first-child, td.text, th.text { text-align: left; }
th { color: #5c6675; font-weight: 500; } figure { margin: 12px 0; } figure img { max-width: 100%; height: auto; }
a#session { display: inline-block; background: #2563eb; color: #fff; border-radius: 8px; padding: 8px 14px;
  text-decoration: none; font-weight: 600; margin: 8px 0; } dd { margin: 0 0 6px; } li { margin: 2px 0; }
@media print { body { background: #fff; } main { border: none; margin: 0; padding: 0; } a#session { color: #1a1f27;
  background: none; padding: 0; } }
"""

TEMPLATE: Final = """{% macro drawn(chart, of) %}<figure><img alt="{{ chart.title }}: {{ of }}" src="{{ chart.src }}"
 data-sha256="{{ chart.hash }}" width="960" height="540"></figure>{% endmacro %}<!DOCTYPE html>
<html lang="en" data-flowsim="{{ version }}" data-made="{{ made }}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{ policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ c.title }} – flowsim</title><style>{{ style | safe }}</style></head><body><main>
<h1>{{ c.title }}</h1>
<p class="quiet">Made on {{ made }} with flowsim {{ version }}. Board: {{ c.board }}, seed {{ c.seed }}; times in
 {{ c.unit }}s.</p>
{% if link %}<p><a id="session" download="{{ file }}" href="{{ link }}">Open in flowsim</a></p>
<p class="quiet">The button saves the session that is inside this page; flowsim opens it, or this page itself, and
 plays it again. “flowsim verify” compares every figure here with what comes out then.</p>{% endif %}
<h2>The board at the start</h2>{% if c.description %}<p class="text">{{ c.description }}</p>{% endif %}
<table><tr><th>Column</th><th class="text">People</th><th>WIP limit</th><th class="text">Work on a card</th>
<th>Handed on together</th></tr>
{% for row in c.columns %}<tr><td>{{ row[0] }}</td><td class="text">{{ row[1] }}</td><td>{{ row[2] }}</td>
<td class="text">{{ row[3] }}</td><td>{{ row[4] }}</td></tr>{% endfor %}</table>
{% if c.plays | length > 1 %}<h2>Rounds side by side</h2>
<table><tr><th>Round</th><th class="text">What differs</th>{% for head in c.heads %}<th>{{ head }}</th>{% endfor %}</tr>
{% for play in c.plays %}<tr><td>{{ play.name }}</td><td class="text">{{ play.differs }}</td>
{% for its in side_by_side(play) %}<td data-figure="table.{{ its.key }}">{{ its.text }}</td>{% endfor %}</tr>
{% endfor %}</table>
{% for chart in overview %}{{ drawn(chart, "rounds") }}{% endfor %}{% endif %}
{% if c.room %}<h2>The room</h2>{% for line in c.room %}<p>{{ line }}</p>{% endfor %}{% endif %}
{% for play in c.plays %}<h2>{{ play.name }}</h2>
<p class="quiet">{{ play.differs }}; ended at {{ play.ended }}.</p>
<table class="figures">{% for its in play.figures %}<tr><td>{{ its.name }}</td>
<td data-figure="{{ its.key }}">{{ its.text }}</td></tr>
{% endfor %}</table>
{% if play.guesses %}<h3>Predicted, and what came</h3>
<table><tr><th>Question</th><th class="text">Guess</th><th class="text">Outcome</th></tr>
{% for its in play.guesses %}<tr><td>{{ its.question }}<br><span>{{ its.sentence }}</span>
{% if its.room %}<br><span data-figure="{{ its.room.key }}">{{ its.room.text }}</span>{% endif %}</td>
<td class="text" data-figure="{{ its.guess.key }}">{{ its.guess.text }}</td>
<td class="text" data-figure="{{ its.outcome.key }}">{{ its.outcome.text }}</td></tr>{% endfor %}</table>{% endif %}
{% if play.learned %}<h3>What we learned</h3><p class="learned">{{ play.learned }}</p>{% endif %}
{% if play.acts %}<h3>What people did</h3><ul>{% for act in play.acts %}<li>{{ act }}</li>{% endfor %}</ul>{% endif %}
{% for chart in charts(play) %}{{ drawn(chart, play.name) }}{% endfor %}
{% endfor %}
{% if c.debrief %}<h2>To talk about</h2><ul>{% for each in c.debrief %}<li>{{ each }}</li>{% endfor %}</ul>{% endif %}
<h2>What the figures mean</h2>
<dl>{% for term, meaning in c.definitions %}<dt>{{ term }}</dt><dd>{{ meaning }}</dd>{% endfor %}</dl>
<p class="quiet">These are runs of a model with the random numbers of one seed: they show how such a board behaves, and
 not what your team will do.</p>
</main></body></html>
"""


@dataclass(frozen=True)
class Chart:
    """A chart in the page: its title, its address, and the hash of its bytes."""

    title: str
    src: str
    hash: str


def report_page(
    document: Document, contents: Contents, made: str, draw: Draw | None, version: str = flowsim.__version__
) -> str:
    """The page as HTML, made on the day `made`; without `draw` it has no charts."""
    from jinja2 import Environment

    def charts(play: Play) -> list[Chart]:
        return [] if draw is None else [_chart(draw(picture, play.name), title) for title, picture in play.charts]

    whole = contents.overview
    overview = [] if draw is None or whole is None else [_chart(draw(whole, contents.title), whole.title)]
    page = Environment(autoescape=True).from_string(TEMPLATE)
    return page.render(
        c=contents, made=made, version=version, policy=POLICY, style=STYLE, charts=charts, overview=overview,
        link=session_link(document), file=f"{file_name(contents.title)}.flowsim", side_by_side=side_by_side(contents),
    )  # fmt: skip


def file_name(title: str) -> str:
    """`title` as the name of a file on any machine."""
    kept = "".join(character if character.isalnum() or character in " -_" else "_" for character in title).strip()
    return kept[:60] or "session"


def side_by_side(contents: Contents) -> Callable[[Play], Sequence[object]]:
    """What gives the figures of a round in the order of the table that has all rounds."""

    def figures(play: Play) -> Sequence[object]:
        by_name = {figure.name: figure for figure in play.figures}
        return [by_name[head] for head in contents.heads]

    return figures


def _chart(svg: bytes, title: str) -> Chart:
    address = "data:image/svg+xml;base64," + base64.b64encode(svg).decode("ascii")
    return Chart(str(title), address, hashlib.sha256(svg).hexdigest())
