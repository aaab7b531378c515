"""The report as a PDF: the same words on A4, charts as pictures; and what is printed at all. Needs Qt."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, QUrl
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from typing_extensions import override

import flowsim
from flowsim.charts.picture import Picture
from flowsim.reports.contents import Contents, Play
from flowsim.reports.page import side_by_side

DrawImage = Callable[[Picture, str], QImage]
"""Draws a chart of what is called so."""

DPI: Final = 96
MARGIN: Final = 15.0
"""Millimetres around the text."""

CHART_WIDTH: Final = 620
BODY_POINTS: Final = 9

TABLE: Final = (
    '<table border="1" cellspacing="0" width="100%" style="border-collapse: collapse; border-color: #e1e5ea">'
)

TEMPLATE: Final = """<html><head><style>
h1 { font-size: 18pt; font-weight: 600; } h2 { font-size: 13pt; font-weight: 600; } h3, span.term { font-weight: 600; }
p.quiet { color: #5c6675; }
td, th { padding: 3px 6px; } th { color: #5c6675; text-align: left; font-weight: 500; }
</style></head><body>
<h1>{{ c.title }}</h1>
<p class="quiet">Made on {{ made }} with flowsim {{ version }}. Board: {{ c.board }}, seed {{ c.seed }}; times in
 {{ c.unit }}s.</p>
{% if c.description %}<p>{{ c.description }}</p>{% endif %}
{{ table | safe }}<tr><th>Column</th><th>People</th><th>WIP limit</th>
<th>Work on a card</th><th>Handed on together</th></tr>
{% for row in c.columns %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>
{% if c.plays | length > 1 %}<h2>Rounds side by side</h2>
{{ table | safe }}<tr><th>Round</th><th>What differs</th>{% for head in c.heads %}<th>{{ head }}</th>{% endfor %}</tr>
{% for play in c.plays %}<tr><td>{{ play.name }}</td><td>{{ play.differs }}</td>
{% for its in side_by_side(play) %}<td>{{ its.text }}</td>{% endfor %}</tr>{% endfor %}</table>
{% for name in overview %}<p><img src="{{ name }}" width="{{ width }}"></p>{% endfor %}{% endif %}
{% for play in c.plays %}<h2>{{ play.name }}</h2>
<p class="quiet">{{ play.differs }}; ended at {{ play.ended }}.</p>
{{ table | safe }}{% for its in play.figures %}<tr><td>{{ its.name }}</td>
<td>{{ its.text }}</td></tr>{% endfor %}</table>
{% if play.guesses %}<h3>Predicted, and what came</h3>{{ table | safe }}
<tr><th>Question</th><th>Guess</th><th>Outcome</th></tr>
{% for its in play.guesses %}<tr><td>{{ its.question }}
{% if its.room %}<br>{{ its.room.text }}{% endif %}</td><td>{{ its.guess.text }}</td>
<td>{{ its.outcome.text }}</td></tr>{% endfor %}</table>{% endif %}
{% if play.learned %}<h3>What we learned</h3><p>{{ play.learned }}</p>{% endif %}
{% if play.acts %}<h3>What people did</h3><ul>{% for act in play.acts %}<li>{{ act }}</li>{% endfor %}</ul>{% endif %}
{% for name in charts(play) %}<p><img src="{{ name }}" width="{{ width }}"></p>{% endfor %}
{% endfor %}
{% if c.room %}<h2>The room</h2>{% for line in c.room %}<p>{{ line }}</p>{% endfor %}{% endif %}
{% if c.debrief %}<h2>To talk about</h2><ul>{% for each in c.debrief %}<li>{{ each }}</li>{% endfor %}</ul>{% endif %}
<h2>What the figures mean</h2>
{% for term, meaning in c.definitions %}<p><span class="term">{{ term }}</span>: {{ meaning }}</p>{% endfor %}
</body></html>
"""


class Paper(QTextDocument):
    """A text whose `pictures` are those it was given: nothing is fetched, whatever stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures: dict[str, QImage] = {}

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return self.pictures.get(name.toString() if isinstance(name, QUrl) else name)


def report_pdf(contents: Contents, made: str, draw: DrawImage) -> bytes:
    """The report as the bytes of a PDF."""
    from jinja2 import Environment

    paper = Paper()

    def drawn(picture: Picture, of: str) -> str:
        name = f"chart-{len(paper.pictures)}.png"
        paper.pictures[name] = draw(picture, of)
        return name

    def charts(play: Play) -> list[str]:
        return [drawn(picture, play.name) for _, picture in play.charts]

    page = Environment(autoescape=True).from_string(TEMPLATE)
    text = page.render(
        c=contents, made=made, version=flowsim.__version__, charts=charts, width=CHART_WIDTH, table=TABLE,
        side_by_side=side_by_side(contents),
        overview=[drawn(contents.overview, contents.title)] if contents.overview is not None else [],
    )  # fmt: skip
    return printed(paper, text, contents.title)


def printed(paper: Paper, text: str, title: str) -> bytes:
    """HTML on A4, as the bytes of a PDF."""
    body = QFont("Inter")
    body.setPointSize(BODY_POINTS)
    body.setFeature(QFont.Tag("calt"), 0)  # a PDF then gives its words back as they stand
    paper.setDefaultFont(body)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(DPI)
    writer.setPageLayout(QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
        QPageLayout.Unit.Millimeter,
    ))  # fmt: skip
    paper.setPageSize(QSizeF(writer.width(), writer.height()))
    paper.setHtml(text)
    paper.print_(writer)
    return bytes(buffer.data().data())


def plain_text(markdown: str) -> str:
    """The words of a text in Markdown: a sheet does without emphasis, links and pictures."""
    features = QTextDocument.MarkdownFeature
    document = QTextDocument()
    document.setMarkdown(markdown, features.MarkdownDialectCommonMark | features.MarkdownNoHTML)
    return document.toPlainText().replace("\ufffc", "")
