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
    ("domain/exercise_checks.py", ".*columns.ID.*", "names of curves, as files have them"),
    ("domain/figure_names.py", r".*(columns|classes)\.ID.*", "names of figures, as files have them"),
    ("domain/scenario.py", "Standard", "the class that a file has when it names none, as if it were written there"),
    ("engine/deck.py", "work of added cards", "the name of a stream of random numbers"),
    ("engine/service.py", "blocker's time", "the name of a stream of random numbers"),
    ("engine/streams.py", "{}, first", "the name of a stream of random numbers"),
    ("session/run_tables.py", ".*", "headings in CSV and XLSX files: a public contract"),
    (
        "charts/*.py",
        r".*\({}s\)|stands out|spent on|at least, {} %|finished on the board",
        "headings in CSV files: a public contract",
    ),
    ("charts/littles_law.py", "L − λ · W|λ · W", "symbols of a formula"),
    ("domain/editing.py", r" \\d\+\$", "a pattern"),
    (
        "ui/main_window/actions.py",
        r"((Ctrl|Shift|Alt)\+)*(Ctrl|Shift|Alt|[A-Z0-9,=+-]|F\d|Space|Home|End|Del|Left|Right|PgUp|PgDown)",
        "keys; Qt shows them in the language on view",
    ),
    ("ui/histories/*.py", "(day|month) first", "answers, as a map has them"),
    ("ui/main_window/history_files.py", r"{} - {}\.csv", "the name of a file"),
    ("ui/charts/chart_export.py", "Helvetica.*|font-family=.*", "fonts that an SVG file names"),
    ("ui/dialogs/file_dialogs.py", r"flowsim \(.*\)", "names of file formats"),
    ("ui/recovery/error_log.py", ".*", "the log is written for whoever mends a fault"),
    ("ui/recovery/safety.py", "recovery {}", "the subject of a notice"),
    ("ui/learn/manual_view.py", r"Alt\+(Left|Right)", "keys"),
    ("ui/widgets/help_place.py", r"[A-Z]\w+", "names of classes"),
    ("ui/learn/manual_browser.py", r"\n.*{.*}.*| ?<span .*|<h1>.*|<p class.*", "a style sheet, markup around texts"),
    ("ui/text/spoken.py", "English", "what the language calls itself"),
    ("ui/text/language.py", "<span .*</span>", "markup around somebody else's text"),
    (
        "ui/text/messages.py",
        r"<p style=.*>flowsim</p>(<p>{}</p>)+",
        "markup around the program's name and translated sentences",
    ),
    ("ui/display.py", ".*", "told on the terminal, where nothing is translated"),
    ("ui/main_window/main_window.py", r"{}\[\*\] – flowsim", "a name and the name of the program"),
    ("ui/style/theme.py", r"\n.*{.*}.*|Theme|Inter|Fusion|font-size: .*", "style sheets, a type, a font, a style"),
)
"""Module, text, and why it is not translated."""


def _is_allowed(text: Text) -> bool:
    return any(fnmatch(text.module, module) and re.fullmatch(said, text.said, re.DOTALL) for module, said, _ in ALLOWED)


def test_every_text_that_looks_like_words_for_people_can_be_translated() -> None:
    found = [text for module, tree in sources() for text in escaping(module, tree)]
    assert [text for text in found if not _is_allowed(text)] == []


def test_everything_allowed_is_there() -> None:
    found = [text for module, tree in sources() for text in escaping(module, tree)]
    for module, said, reason in ALLOWED:
        its = [text for text in found if fnmatch(text.module, module) and re.fullmatch(said, text.said, re.DOTALL)]
        assert its, f"{module}: nothing says {said} any more ({reason})"


def test_every_template_is_written_out_where_translators_look_for_it() -> None:
    hidden = [
        (module, call.lineno) for module, tree in sources() for _, template, call in templates(tree) if template is None
    ]
    assert [spot for spot in hidden if spot[0] != "ui/text/language.py"] == []


def test_no_part_of_a_phrase_is_taken_for_a_remark_to_translators() -> None:
    taken = [
        (module, node.lineno)
        for module, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "phrase" and len(node.args) > 1
        if re.match("f?['\"]", ast.unparse(node.args[1]))
    ]
    assert taken == [], "lupdate takes a literal there for one, and the phrase is then never found"


def test_there_is_one_way_to_the_translator() -> None:
    own = [
        (module, node.lineno)
        for module, tree in sources()
        for node in ast.walk(tree)
        if (isinstance(node, ast.FunctionDef) and node.name == "tr")
        or (isinstance(node, ast.Attribute) and ast.unparse(node) == "QCoreApplication.translate")
    ]
    assert [spot for spot in own if spot[0] != "ui/text/language.py"] == []


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


def test_a_template_says_where_a_part_goes_and_not_how_it_is_written() -> None:
    formed = [
        (module, template)
        for module, tree in sources()
        for _, template, _ in templates(tree)
        if template is not None and re.search(r"{\d*[:!]", template)
    ]
    assert formed == [], "numbers are written by digits(), so that a language can write them its own way"
