"""`flowsim report` and `flowsim verify`: the report to take home without a window, and whether one can be believed."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from flowsim.charts.picture import Picture
from flowsim.cli_progress import Progress
from flowsim.reports.contents import Contents, contents_of
from flowsim.reports.page import report_page
from flowsim.reports.verifying import differences
from flowsim.storage import Document, load_document
from flowsim.storage.atomic import write_atomically
from flowsim.storage.document import content_of

ENDINGS: Final = (".html", ".pdf")
Say = Callable[[str], None]


def write_report(file: Path, out: Path) -> bool:
    """Write the report of the session in `file` to `out`; whether it was written, and not interrupted.

    Raises:
        ScenarioProblems: the file cannot be used.
        OSError: the place cannot be written.
    """
    document = load_document(file)
    share = 0.0

    def pause(done: float) -> bool:
        nonlocal share
        share = done
        return progress.look()

    with Progress(lambda: share) as progress:
        contents = contents_of(document, pause)
        if contents is None:
            return False
        write_atomically(out, report_bytes(document, contents, out.suffix.lower()))
    return True


def report_bytes(document: Document, contents: Contents, ending: str) -> bytes:
    """The report as a file with this ending holds it, made today; charts are drawn without a screen."""
    from flowsim.ui.charts.chart_command import drawing

    made = datetime.now(UTC).astimezone().strftime("%Y-%m-%d")
    with drawing():
        if ending == ".pdf":
            from flowsim.reports.paper import report_pdf
            from flowsim.ui.charts.chart_export import image

            return report_pdf(contents, made, image)
        from flowsim.ui.charts.chart_export import svg_bytes

        def draw(picture: Picture, run: str) -> bytes:
            return svg_bytes(picture, run)

        return report_page(document, contents, made, draw).encode("utf-8", "replace")


def verify(file: Path, say: Say, complain: Say) -> int | None:
    """Play the session inside a report again, and compare: 0 where all of it is so, 1 with what differs.

    None if it was interrupted.

    Raises:
        ScenarioProblems: it is no report.
    """
    share = 0.0

    def pause(done: float) -> bool:
        nonlocal share
        share = done
        return progress.look()

    with Progress(lambda: share) as progress:
        told = differences(content_of(file), pause)
    if told is None:
        return None
    for line in told:
        complain(f"{file}: {line}")
    if not told:
        say(f"{file}: every figure is what its session gives")
    return 1 if told else 0
