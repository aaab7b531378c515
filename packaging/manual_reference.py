"""Tables for the manual that are made of the code: keys, terms, commands, and what may stand in files."""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from flowsim.cli import parser
from flowsim.domain.figure_names import CAUSES, KNOWN
from flowsim.domain.terms import TERMS
from flowsim.experiments.plan_file import KEYS
from flowsim.storage.schema import exercise_schema_text, schema_text
from flowsim.ui.dialogs.reference import keys_on_the_board
from flowsim.ui.main_window.actions import ACTIONS

Homes: TypeAlias = Mapping[str, tuple[str, str]]

PAGES: Final = {"scenario": "scenario-file.md", "session": "scenario-file.md", "exercise": "exercise-file.md"}
MANY_KINDS: Final = 5
"""More kinds than these are not all named in a cell: they stand one below the other on the page."""


def keys() -> str:
    """Every key and what it does, menu by menu."""
    parts = ["## On the board\n\n" + table(("Key", "What it does"), keys_on_the_board())]
    menus = dict.fromkeys(spec.menu for spec in ACTIONS)
    for menu in menus:
        rows = [
            (" / ".join(spec.keys), str(spec.text).replace(" …", ""))
            for spec in ACTIONS
            if spec.menu == menu and spec.keys
        ]
        if rows:
            parts.append(f"## {menu}\n\n" + table(("Key", "What it does"), rows))
    return _block(parts)


def terms() -> str:
    """Every term and what it means."""
    return _block([f"**{term}.** {meaning}" for term, meaning in TERMS])


def commands() -> str:
    """Every command with what it takes."""
    groups = [action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)]
    [group] = groups
    about = {choice.dest: choice.help for choice in group._choices_actions}
    return _block([_command(name, one, str(about[name])) for name, one in group.choices.items()])


def plan_keys() -> str:
    """The keys of a plan, the figures and the causes that it may name."""
    listed = ", ".join(f"`{key}`" for key in KEYS)
    causes = ", ".join(f"`{cause}`" for cause in CAUSES)
    return _block([f"Keys: {listed}.", f"Figures: {KNOWN}.", f"Causes of waiting: {causes}."])


def schema(kind: str) -> str:
    """What may stand in a file: `scenario`, `session` or `exercise`, record by record; each record stands once."""
    homes = _homes()
    page = PAGES[kind]
    whole = json.loads(exercise_schema_text() if kind == "exercise" else schema_text())
    parts = [] if kind == "session" else [_record("The file", whole, page, homes)]
    names = [name for name, (home, part) in homes.items() if part == kind]
    return _block([*parts, *(_record(name, whole["$defs"][name], page, homes) for name in names)])


def _homes() -> dict[str, tuple[str, str]]:
    """On which page each record stands, and in which part of it."""
    scenario, exercise = json.loads(schema_text()), json.loads(exercise_schema_text())
    of_board = [each for name, each in scenario["properties"].items() if name != "session"]
    of_exercise = [each for name, each in exercise["properties"].items() if name != "boards"]
    found: dict[str, tuple[str, str]] = {}
    for part, records, shapes in (
        ("scenario", scenario["$defs"], of_board),
        ("exercise", exercise["$defs"], of_exercise),
        ("session", scenario["$defs"], [scenario["properties"]["session"]]),
    ):
        for name in _reached(records, shapes):
            if name not in ("Scenario", "Exercise"):
                found.setdefault(name, (PAGES[part], part))
    return found


def _command(name: str, one: argparse.ArgumentParser, about: str) -> str:
    usage = " ".join(one.format_usage().removeprefix("usage: ").split())
    rows = [
        (", ".join(f"`{flag}`" for flag in action.option_strings) or f"`{action.metavar}`", action.help or "")
        for action in one._actions
        if not isinstance(action, argparse._HelpAction)
    ]
    return f"## {name}\n\n{about[:1].upper()}{about[1:]}.\n\n```text\n{usage}\n```\n\n" + table(
        ("Argument", "What it is"), rows
    )


def _reached(records: dict[str, Any], shapes: Sequence[Any]) -> list[str]:
    """The names of the records that these shapes lead to, in the order in which they are met."""
    found: dict[str, None] = {}

    def walk(shape: Any) -> None:
        if isinstance(shape, dict):
            if "$ref" in shape:
                name = shape["$ref"].rsplit("/", 1)[1]
                if name not in found:
                    found[name] = None
                    walk(records[name].get("properties", {}))
            for key, inner in shape.items():
                if key not in ("default", "discriminator"):
                    walk(inner)
        elif isinstance(shape, list):
            for inner in shape:
                walk(inner)

    walk(list(shapes))
    return list(found)


def _record(name: str, record: dict[str, Any], page: str, homes: Homes) -> str:
    needed = record.get("required", ())
    rows = [
        (f"`{key}`", words(shape, page, homes), "needed" if key in needed else _default(shape))
        for key, shape in record.get("properties", {}).items()
    ]
    about = record.get("description", "").replace("\n\n", " ").replace("\n", " ")
    head = f"### {name}\n\n{about}" if about else f"### {name}"
    return head + ("\n\n" + table(("Key", "What may stand there", "Without it"), rows) if rows else "")


def words(shape: dict[str, Any], page: str, homes: Homes) -> str:
    """What a value may be, in words, with links to the records that are described elsewhere."""
    if "$ref" in shape:
        return _link(shape["$ref"].rsplit("/", 1)[1], page, homes)
    if "const" in shape:
        return f"`{json.dumps(shape['const'])}`"
    if "enum" in shape:
        return ", ".join(f"`{json.dumps(value)}`" for value in shape["enum"])
    if several := shape.get("anyOf") or shape.get("oneOf"):
        return _one_of(several, page, homes)
    return _plain(shape, page, homes)


def _one_of(several: Sequence[dict[str, Any]], page: str, homes: Homes) -> str:
    told = [words(one, page, homes) for one in several]
    records = [text for one, text in zip(several, told, strict=True) if "$ref" in one]
    if len(records) > MANY_KINDS:
        others = [text for text in told if text not in records]
        told = [*others, f"{records[0]} or another of its {len(records)} kinds"]
    return " or ".join(told)


def _plain(shape: dict[str, Any], page: str, homes: Homes) -> str:
    match shape.get("type"):
        case "array":
            inner = shape.get("items")
            return "a list: " + (words(inner, page, homes) if isinstance(inner, dict) else "values")
        case "object":
            inner = shape.get("additionalProperties")
            return "by name: " + (words(inner, page, homes) if isinstance(inner, dict) and inner else "values")
        case "null":
            return "null"
        case "boolean":
            return "true or false"
        case "integer" | "number" as kind:
            return ("a whole number" if kind == "integer" else "a number") + _bounds(shape)
        case "string":
            return "a text" + (f" of at most {shape['maxLength']:,} characters" if "maxLength" in shape else "")
    return "any value"


def _link(name: str, page: str, homes: Homes) -> str:
    if name not in homes:
        return {"Scenario": "[a board](scenario-file.md)", "Exercise": "[an exercise](exercise-file.md)"}[name]
    home, _ = homes[name]
    return f"[{name}]({'' if home == page else home}#{name.lower()})"


def _bounds(shape: dict[str, Any]) -> str:
    if "exclusiveMinimum" in shape:
        return f" above {shape['exclusiveMinimum']:,g}"
    if "minimum" in shape and "maximum" in shape:
        return f" from {shape['minimum']:,g} to {shape['maximum']:,}"
    return f" of at least {shape['minimum']:,g}" if "minimum" in shape else ""


def _default(shape: dict[str, Any]) -> str:
    if "default" not in shape:
        return "nothing"
    text = json.dumps(shape["default"], ensure_ascii=False)
    return f"`{text}`" if len(text) <= 40 else "its defaults"


def table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A table of Markdown; what stands in a cell stands in one line."""
    lines: Iterator[Sequence[str]] = iter([heads, ["---"] * len(heads), *rows])
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |" for cells in lines)


def _block(parts: Sequence[str]) -> str:
    return "\n" + "\n\n".join(parts) + "\n"
