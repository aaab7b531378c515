"""The manual holds together: its pages, their links, their pictures; and questions find the page that answers."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.manual.html import as_html
from flowsim.manual.pages import FIRST, Manual, Page, slug, target
from flowsim.manual.search import ManualIndex
from flowsim.storage.resources import manual_folder

MANUAL = Manual(manual_folder())
PAGES = list(MANUAL.pages.values())


@pytest.fixture(scope="module")
def index() -> Iterator[ManualIndex]:
    made = ManualIndex(MANUAL)
    yield made
    made.close()


def links(page: Page) -> list[str]:
    text = re.sub(r"^```.*?^```", "", page.text, flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)\)", text)


def test_every_page_in_the_folder_is_listed_once() -> None:
    written = {file.relative_to(MANUAL.folder).with_suffix("").as_posix() for file in MANUAL.folder.rglob("*.md")}
    listed = [page.name for pages in MANUAL.sections.values() for page in pages]
    assert len(listed) == len(set(listed))
    assert set(listed) == written
    assert listed[0] == FIRST


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_to_a_place_in_the_manual(page: Page) -> None:
    assert [link for link in links(page) if (target(page.name, link) or "") not in MANUAL] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_picture_of_a_page_is_there_and_has_words_for_who_cannot_see_it(page: Page) -> None:
    for words, picture in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.text):
        assert (MANUAL.folder / page.name).parent.joinpath(picture).is_file(), picture
        assert len(words) > 10


def test_every_picture_is_on_a_page() -> None:
    shown = {
        ((MANUAL.folder / page.name).parent / picture).resolve()
        for page in PAGES
        for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page.text)
    }
    there = {file.resolve() for file in (MANUAL.folder / "pictures").iterdir() if not file.stem.endswith("-dark")}
    assert there <= shown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_has_one_title_and_no_heading_twice(page: Page) -> None:
    assert [part.anchor for part in page.parts].count("") == 1
    assert len(set(page.anchors)) == len(page.anchors)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_html_of_a_page_has_a_place_for_every_heading(page: Page) -> None:
    html = as_html(page, lambda _: 100)
    assert [anchor for anchor in page.anchors if f'id="{anchor}"' not in html] == []


def test_comments_for_those_who_write_a_page_are_not_on_it() -> None:
    assert [page.name for page in PAGES if "<!--" in page.text] == []
    [page] = [page for page in PAGES if page.name == "read/little"]
    assert re.search(r"throughput 0\.\d\d a day", page.text.replace("\n", " "))


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("what is flow efficiency?", "read/figures#what-is-flow-efficiency"),
        ("how do I stop cards entering Test?", "how-to/act-in-a-run#stop-cards-entering-a-column"),
        ("what does the dashed line mean?", "read/flow#what-does-the-dashed-line-mean"),
        ("how sure is 85 %?", "how-to/forecast#how-sure-is-85-"),
        ("how do I add a person?", "how-to/people"),
    ],
)
def test_a_question_finds_its_answer_among_the_first_three(asked: str, place: str, index: ManualIndex) -> None:
    assert place in [found.place.removesuffix("#one-more-person-in-a-column") for found in index.find(asked)[:3]]


def test_a_word_is_found_in_all_its_forms_while_it_is_being_typed(index: ManualIndex) -> None:
    assert [found.place for found in index.find("forec")][:1] == [found.place for found in index.find("forecasts")][:1]
    assert index.find("xyzzy") == []
    assert index.find("  ?! ") == []


def test_a_question_of_thousands_of_words_is_cut(index: ManualIndex) -> None:
    assert index.find("limit " * 20_000) == index.find(("limit " * 40)[:200])
    assert index.find("limit \ud800") == index.find("limit")


@given(st.text(st.characters(), max_size=60))
def test_whatever_is_typed_is_only_looked_for(asked: str) -> None:
    made = ManualIndex(MANUAL)
    assert all(found.place in MANUAL for found in made.find(asked))
    made.close()


@pytest.mark.parametrize(
    ("page", "link", "leads"),
    [
        ("read/flow", "little.md", "read/little"),
        ("read/flow", "../how-to/forecast.md#ask", "how-to/forecast#ask"),
        ("read/flow", "#read-it", "read/flow#read-it"),
        ("read/flow", "https://example.org/x.md", None),
        ("read/flow", "../../secret.txt", None),
        ("read/flow", "/etc/passwd.md", None),
    ],
)
def test_a_link_leads_within_the_manual_or_nowhere(page: str, link: str, leads: str | None) -> None:
    assert target(page, link) == leads


def test_a_heading_is_called_as_on_github() -> None:
    assert slug("What 85 % means") == "what-85--means"
    assert slug("The `plan` of *changes*") == "the-plan-of-changes"


def test_a_folder_without_a_manual_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"contents\.json"):
        Manual(tmp_path)


def test_a_mark_at_the_end_of_a_line_does_not_join_words(tmp_path: Path) -> None:
    (tmp_path / "contents.json").write_text('[{"title": "Begin", "pages": ["index"]}]', encoding="utf-8")
    (tmp_path / "index.md").write_text(
        "# One\n\n<!-- =x -->11<!-- / -->\ndays\n\n<!-- alone -->\nend\n", encoding="utf-8"
    )
    assert Manual(tmp_path).pages["index"].text == "# One\n\n11\ndays\n\nend\n"
