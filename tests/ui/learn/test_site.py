"""The website of the manual, as a browser sees it from a folder: every page, every link, the search, and nothing that
is asked of elsewhere.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import manual
import pytest

from tests.audience.browser import CHROMIUM, NO_BROWSER, Page, browser


@pytest.fixture(scope="module")
def site() -> Path:
    """Built as `make docs` builds it; warnings are faults."""
    assert manual.build() == 0
    return manual.SITE


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    with browser(tmp_path) as its:
        yield its.phone()


def test_the_pages_are_what_the_program_gives() -> None:
    assert manual.main(["--check"]) == 0


def test_a_page_that_is_out_of_date_is_found() -> None:
    text = "<!-- =mmc 0.9 1 1 .0f -->11<!-- / -->"
    assert manual.filled(text) == "<!-- =mmc 0.9 1 1 .0f -->10<!-- / -->"
    assert manual.given("run software-team 180 finished .0f") == "135"


@pytest.mark.skipif(CHROMIUM is None, reason=NO_BROWSER)
@pytest.mark.timeout(300)
def test_every_page_opens_every_link_leads_somewhere_and_nothing_is_asked_of_elsewhere(site: Path, page: Page) -> None:
    seen, left = set(), [(site / "index.html").as_uri()]
    while left:
        address = left.pop().partition("#")[0]
        if address in seen:
            continue
        seen.add(address)
        page.open(address)
        links: list[str] = page.js("[...document.querySelectorAll('a[href]')].map(one => one.href)")
        broken = [link for link in links if link.partition("#")[0] == address and not _is_place(page, link)]
        assert broken == [], address
        assert [link for link in links if not link.startswith("file:")] == [], address
        pictures = page.js("[...document.images].filter(one => one.complete && !one.naturalWidth).map(one => one.src)")
        assert pictures == [], address
        left += [link for link in links if link.partition("#")[0] not in seen]
    assert len(seen) >= len(list(manual.DOCS.rglob("*.md")))
    assert all(Path(address.removeprefix("file://")).is_file() for address in seen)
    assert requests_to_elsewhere(page) == []


@pytest.mark.skipif(CHROMIUM is None, reason=NO_BROWSER)
def test_the_search_finds_from_a_folder(site: Path, page: Page) -> None:
    page.open((site / "search.html").as_uri() + "?q=flow+efficiency")
    page.until(lambda: page.js("document.querySelectorAll('#search-results li').length"))
    assert "Read the figures beside the board" in page.text
    assert requests_to_elsewhere(page) == []


def test_no_address_of_elsewhere_is_linked_or_loaded(site: Path) -> None:
    found = [
        file.relative_to(site)
        for file in site.rglob("*.html")
        if any(word in file.read_text(encoding="utf-8") for word in ('href="http', 'src="http', 'href="//', 'src="//'))
    ]
    assert found == []


def test_a_link_to_nowhere_ends_the_build(tmp_path: Path) -> None:
    for name in ("index.md", "contents.json"):
        (tmp_path / name).write_text((manual.DOCS / name).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "index.md").write_text("# Welcome\n\n[nowhere](nowhere.md)\n", encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-n", "-b", "html", "-c", str(manual.CONFIGURATION)]
    done = subprocess.run([*command, str(tmp_path), str(tmp_path / "out")], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "nowhere.md" in done.stderr


def _is_place(page: Page, link: str) -> bool:
    _, _, name = link.partition("#")
    return not name or bool(page.js(f"!!document.getElementById(decodeURIComponent({name!r}))"))


def requests_to_elsewhere(page: Page) -> list[str]:
    """What the browser was asked to fetch that is no file."""
    return [url for url in page.asked_for if not url.startswith(("file:", "data:"))]
