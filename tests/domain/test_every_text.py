"""No text for people escapes translation: looked for in the source, without running it."""

import ast
import re
from fnmatch import fnmatch
from typing import Final

import pytest

from tests.texts import Text, escaping, sources, templates

ALLOWED: Final = (
    ("*/__init__.py", r"\w+", "names that a room exports"),
    ("domain/problems.py", "Cc|Cs|Zl|Zp", "Unicode categories"),
    ("domain/scenario.py", "Standard", "the class that a file has when it names none, as if it were written there"),
    ("engine/arrivals.py", "work of added cards", "the name of a stream of random numbers"),
    ("engine/service.py", "blocker's time", "the name of a stream of random numbers"),
    ("engine/streams.py", "{}, first", "the name of a stream of random numbers"),
    ("engine/clock.py", "Card", "a type"),
    ("session/tables.py", ".*", "headings in CSV and XLSX files: a public contract"),
    ("ui/charts/*.py", r".*\({}s\)|stands out|spent on", "headings in CSV files: a public contract"),
    ("ui/charts/little.py", "L − λ · W|λ · W", "symbols of a formula"),
    ("ui/messages.py", "<table cellspacing=4>", "markup"),
    ("ui/messages.py", "flowsim {}, Qt {}, Python {}", "names of programs"),
    ("ui/theme.py", r"\n.*{.*}.*|Theme|Inter|Fusion", "style sheets, a type, a font, a style"),
)
"""Module, text, and why it is not translated."""

NOT_YET: Final = frozenset(
    {
        "app.py", "domain/editing.py", "session/history.py", "session/session.py", "ui/actions.py",
        "ui/board/header.py", "ui/files.py", "ui/on_board.py", "ui/panels/form.py", "ui/panels/scenario_rows.py",
        "ui/window.py",
    }
)  # fmt: skip
"""Modules whose texts do not all go through translation yet."""


def _is_allowed(text: Text) -> bool:
    return any(fnmatch(text.module, module) and re.fullmatch(said, text.said, re.DOTALL) for module, said, _ in ALLOWED)


def test_every_text_that_looks_like_words_for_people_can_be_translated() -> None:
    found = [text for module, tree in sources() for text in escaping(module, tree)]
    assert [text for text in found if not _is_allowed(text) and text.module not in NOT_YET] == []


def test_everything_allowed_is_there() -> None:
    found = [text for module, tree in sources() for text in escaping(module, tree)]
    for module, said, reason in ALLOWED:
        its = [text for text in found if fnmatch(text.module, module) and re.fullmatch(said, text.said, re.DOTALL)]
        assert its, f"{module}: nothing says {said} any more ({reason})"


def test_every_template_is_written_out_where_translators_look_for_it() -> None:
    hidden = [
        (module, call.lineno) for module, tree in sources() for _, template, call in templates(tree) if template is None
    ]
    passed_on = {"ui/language.py"}
    assert [spot for spot in hidden if spot[0] not in NOT_YET | passed_on] == []


def test_there_is_one_way_to_the_translator() -> None:
    own = [
        (module, node.lineno)
        for module, tree in sources()
        for node in ast.walk(tree)
        if (isinstance(node, ast.FunctionDef) and node.name == "tr")
        or (isinstance(node, ast.Attribute) and ast.unparse(node) == "QCoreApplication.translate")
    ]
    assert [spot for spot in own if spot[0] not in NOT_YET | {"ui/language.py"}] == []


@pytest.mark.parametrize(
    "line",
    [
        'label.setText("Play")', 'raise Refused(f"{title} is full")', 'say("no room" if full else "")',
        'return {"a": "many words"}', 'def said(how="all at once"): ...', 'phrase("{0} is {1}", x, "very full")',
        'label.setText(f"{phrase("a b")} and so on")',
    ],
)  # fmt: skip
def test_a_text_that_escapes_is_found(line: str) -> None:
    assert len(list(escaping("it.py", ast.parse(line.replace('{phrase("a b")}', "{phrase('a b')}"))))) == 1


@pytest.mark.parametrize(
    "line",
    [
        '"""A docstring with words."""', 'label.setText(self.tr("Play"))', 'phrase("{0} is full", title)',
        'raise ValueError("a mistake of ours")', 'assert x, "a mistake of ours"', 'def f(x: "A type") -> "A type": ...',
        'f"{a} {b}"', 'settings["horizon"]',
    ],
)  # fmt: skip
def test_what_is_not_for_people_is_not_found(line: str) -> None:
    assert list(escaping("it.py", ast.parse(line))) == []
