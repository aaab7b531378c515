"""How a problem is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.problems import Problem, ScenarioProblems, one_line
from tests.strategies import modest


def test_a_problem_says_where_what_was_given_and_what_is_expected() -> None:
    problem = Problem("columns[2].wip_limit", "0", "a whole number of at least 1, or null")
    assert str(problem) == "columns[2].wip_limit: 0: a whole number of at least 1, or null"


def test_a_problem_of_the_file_as_a_whole_has_no_place() -> None:
    assert str(Problem("", "[]", "an object in braces")) == "[]: an object in braces"


def test_problems_come_a_line_each() -> None:
    problems = ScenarioProblems([Problem("a", "1", "2"), Problem("b", "3", "4\n")])
    assert str(problems) == "a: 1: 2\nb: 3: 4\\n"


@pytest.mark.parametrize("text", ["", "Größe", "日本 😀", "a b", "👩‍💻", "e\u0301"])
def test_a_text_that_shows_in_a_line_is_left_alone(text: str) -> None:
    assert one_line(text) == text


def test_what_does_not_show_is_spelled_out() -> None:
    assert one_line("a\r\n\t\x1b[2J\x9b\u2028\ud800") == "a\\r\\n\\t\\x1b[2J\\x9b\\u2028\\ud800"


@modest
@given(st.text(st.characters()))
def test_any_text_becomes_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
