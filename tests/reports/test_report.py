"""A report says what its session says, holds it, and can do nothing; one changed digit is found."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest
from typing_extensions import override

from flowsim.domain.interventions import MoveCard
from flowsim.domain.problems import ScenarioProblems
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.units import rounded
from flowsim.domain.workshop import Round, Workshop
from flowsim.metrics import figures_of
from flowsim.reports.contents import contents_of
from flowsim.reports.page import POLICY, report_page
from flowsim.reports.verifying import differences
from flowsim.session import rounds
from flowsim.session.round_runs import run_of_round
from flowsim.storage import Document
from flowsim.storage.report_file import document_in
from tests.reports.workshops import HOSTILE, PLAN, held
from tests.session.boards import BY_HAND

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'


@cache
def document(title: str = "Software team") -> Document:
    return held(title).file.document


@cache
def page(title: str = "Software team") -> str:
    contents = contents_of(document(title))
    assert contents is not None
    return report_page(document(title), contents, "2026-03-01", lambda _picture, _run: SVG)


class Tags(HTMLParser):
    """Every element of a page with its attributes, and the figures by key."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.figures: dict[str, str] = {}
        self._key: str | None = None
        self.feed(text)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._key = dict(attrs).get("data-figure")

    @override
    def handle_data(self, data: str) -> None:
        if self._key is not None:
            self.figures[self._key] = self.figures.get(self._key, "") + data

    @override
    def handle_endtag(self, tag: str) -> None:
        self._key = None


def test_the_room_is_told_with_what_it_said_and_wanted() -> None:
    figures = Tags(page()).figures
    assert figures["0.prediction.0.room"].startswith(
        "The room: 4 answers, in the middle 7 days, the middle half from 4.8 days to 9.8 days. "
    )
    assert figures["0.prediction.1.room"] == "The room: 2 of 3 said “Test”."
    assert "The room was asked “What next?”: a smaller limit 3, Software team 1." in page()
    assert "From round to round the room&#39;s middle was off by" in page()


def test_every_figure_is_the_sessions() -> None:
    session = document().session
    assert session is not None
    figures = Tags(page()).figures
    for place, its in enumerate(session.workshop.rounds):
        run = run_of_round(its)
        expected = figures_of(run.flow, run.staffing)
        assert figures[f"{place}.lead_time.mean"] == f"{rounded(expected.lead_time.mean).removesuffix('.0')} days"
        assert figures[f"{place}.throughput"] == f"{rounded(expected.throughput)} / day"
        assert figures[f"{place}.finished"] == f"{expected.finished}"
        assert figures[f"{place}.prediction.0.outcome"] == figures[f"{place}.lead_time.mean"]
        assert figures[f"table.{place}.wip"] == rounded(expected.wip)


def test_the_session_inside_is_the_session() -> None:
    assert document_in(page().encode()) == document()


def test_what_is_so_is_found_to_be_so() -> None:
    assert differences(page().encode()) == []


def told(page: bytes) -> list[str]:
    found = differences(page)
    assert found is not None, "nobody asked to stop"
    return found


@pytest.mark.parametrize("key", sorted(Tags(page()).figures))
def test_one_changed_digit_of_a_figure_is_found(key: str) -> None:
    start = page().index(f'data-figure="{key}"')
    digit = re.compile(r">[^<0-9]*([0-9])").search(page(), start)
    end = page().index("</td>", start)
    if digit is None or digit.start(1) > end:
        changed = page()[: start + len(f'data-figure="{key}">')] + "x" + page()[start + len(f'data-figure="{key}">') :]
    else:
        other = str((int(digit[1]) + 1) % 10)
        changed = page()[: digit.start(1)] + other + page()[digit.end(1) :]
    assert any(key in line for line in told(changed.encode()))


def test_a_changed_word_a_changed_chart_and_a_changed_session_are_found() -> None:
    assert differences(page().replace("What we learned", "What we earned").encode())
    chart = re.search(r"svg\+xml;base64,([^\"]+)", page())
    assert chart is not None
    assert "not as it was drawn" in told(page().replace(chart[1], chart[1][:-8] + "AAAAAAA=").encode())[0]
    other = held("Software team").file.document
    assert other.session is not None
    shorter = Document(other.scenario.with_seed(12), replace(other.session, workshop=other.session.workshop))
    contents = contents_of(shorter)
    assert contents is not None
    link = re.search(r'href="(data:application/json;base64,[^"]+)"', page())
    assert link is not None
    its = report_page(shorter, contents, "2026-03-01", None)
    theirs = re.search(r'href="(data:application/json;base64,[^"]+)"', its)
    assert theirs is not None
    assert differences(page().replace(link[1], theirs[1]).encode())


def test_a_page_that_a_browser_has_saved_again_is_still_believed() -> None:
    again = page().replace("<td>", "<td >").replace("\n", "\n  ").replace('lang="en"', "lang='en'")
    assert differences(again.encode()) == []


def test_what_people_wrote_stays_text() -> None:
    tags = Tags(page(HOSTILE))
    assert not [tag for tag, _ in tags.tags if tag in ("script", "iframe", "object", "embed", "form", "base")]
    assert "&lt;script&gt;" in page(HOSTILE)
    assert "{{ 7 * 7 }}" in page(HOSTILE)
    assert differences(page(HOSTILE).encode()) == []


@pytest.mark.parametrize("title", ["Software team", HOSTILE])
def test_nothing_in_it_asks_an_address_elsewhere(title: str) -> None:
    for tag, its in Tags(page(title)).tags:
        for name in ("src", "href", "action", "data", "poster", "srcset", "background"):
            if (address := its.get(name)) is not None:
                assert address.startswith("data:"), (tag, name, address[:40])
        assert not [name for name in its if name.startswith("on")]
    assert POLICY in [its.get("content") for tag, its in Tags(page(title)).tags if tag == "meta"]
    assert "url(" not in page(title).split("</style>")[0]
    assert "@import" not in page(title)


EMPTY = b'<a id="session" href="data:application/json;base64,e30=">'


@pytest.mark.parametrize("given", [b"", b"<html></html>", b"\xff\xfe", EMPTY])
def test_what_is_no_report_is_said_to_be_none(given: bytes) -> None:
    with pytest.raises(ScenarioProblems):
        differences(given)


def test_garbage_takes_no_time_to_speak_of() -> None:
    for garbage in (
        b'id="session"' * 20_000,
        b'href="data:application/json;base64,AAAA" ' * 10_000,
        b"<a <a " * 50_000,
    ):
        with pytest.raises(ScenarioProblems):
            differences(garbage)


def test_only_the_session_that_people_can_open_counts() -> None:
    link = re.search(r'<a id="session"[^>]*>', page())
    assert link is not None
    with pytest.raises(ScenarioProblems, match="more than one session"):
        differences(page().replace(link[0], link[0] + link[0]).encode())
    hidden = page().replace(link[0], f"<!-- {link[0]} -->")
    with pytest.raises(ScenarioProblems, match="no session"):
        differences(hidden.encode())


@pytest.mark.parametrize(
    "forged",
    [
        lambda text: re.sub(r"<figure>.*?</figure>", "", text, flags=re.DOTALL),
        lambda text: text.replace("</style>", 'td::after { content: "999"; }</style>'),
        lambda text: text.replace("<h1>", '<input value="999"><h1>'),
        lambda text: text.replace('data-figure="0.finished"', 'data-figure="0.finished" hidden'),
        lambda text: text.replace('<img alt="', '<img alt="Better: ', 1),
    ],
)
def test_a_page_that_would_show_something_else_is_found_out(forged: Callable[[str], str]) -> None:
    changed = forged(page())
    assert changed != page()
    assert differences(changed.encode()) != []


def test_a_round_that_was_not_played_or_not_revealed_is_not_told() -> None:
    it = held()
    rounds.begun(it, PLAN)
    rounds.guessed(it, 0, [99.0])
    contents = contents_of(it.file.document)
    assert contents is not None
    assert [play.name for play in contents.plays] == ["Round 1", "Round 2"]


@pytest.mark.parametrize("forged", [
    "<!--> <p>other words</p> -->", "<!-- a --!> <p>other words</p> <!-- -->", "<![CDATA[ > <p>other words</p> ]]>",
    "<!--><xmp>-->", "<?other words>", '<tbody style="display: none">', '<body hidden>',
])  # fmt: skip
def test_what_a_browser_may_read_in_another_way_is_found(forged: str) -> None:
    assert differences(page().encode()) == []
    for place in ("</h1>", "<main>"):
        assert differences(page().replace(place, place + forged, 1).encode()) != []


def test_a_comment_of_the_browser_that_saved_it_says_nothing() -> None:
    saved = page().replace("<html", "<!-- saved from url=(0014)about:internet -->\n<html", 1)
    assert differences(saved.encode()) == []


def test_an_act_that_was_done_is_told_though_its_twin_was_refused() -> None:
    twin = MoveCard(at=1.0, card=0, column="a")
    played = Round(name="by hand", scenario=BY_HAND, time=3.0, interventions=(twin, twin))
    document = Document(BY_HAND, SavedSession(time=3.0, workshop=Workshop(rounds=(played,))))
    contents = contents_of(document)
    assert contents is not None
    [its] = [each for each in contents.plays if each.name == "by hand"]
    assert len(its.acts) == 1
