"""A report in a real browser: its figures are the session's, hostile titles are text, and it asks for nothing."""

import shutil
import subprocess
from pathlib import Path

import pytest

from flowsim.reports.contents import contents_of
from flowsim.reports.page import report_page
from flowsim.reports.verifying import differences
from tests.reports.test_report import SVG, Tags
from tests.reports.workshops import HOSTILE, held

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="needs a browser, such as the chromium of the distribution, which is not installed here"
)


def opened(file: Path, log: Path) -> str:
    """The page as the browser has it when it has loaded everything; what it asked of the network stands in `log`."""
    assert CHROMIUM is not None
    done = subprocess.run(
        [
            CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--no-first-run", f"--user-data-dir={log.parent / 'profile'}", f"--log-net-log={log}", "--dump-dom",
            file.as_uri(),
        ],
        capture_output=True, text=True, encoding="utf-8", timeout=100, check=True,
    )  # fmt: skip
    return done.stdout


@pytest.mark.parametrize("title", ["Software team", HOSTILE])
def test_a_browser_shows_the_sessions_figures_and_fetches_nothing(title: str, tmp_path: Path) -> None:
    document = held(title).file.document
    contents = contents_of(document)
    assert contents is not None
    written = report_page(document, contents, "2026-03-01", lambda _picture, _run: SVG)
    (tmp_path / "report.html").write_text(written, encoding="utf-8")
    dom = opened(tmp_path / "report.html", tmp_path / "network.json")
    assert Tags(dom).figures == Tags(written).figures
    assert differences(dom.encode()) == []
    assert not [tag for tag, _ in Tags(dom).tags if tag == "script"]
    assert "elsewhere.invalid" not in (tmp_path / "network.json").read_text(encoding="utf-8", errors="replace")
