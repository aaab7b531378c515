"""Keeps the translations of the window up to date: what can be said, and what is said in each language.

    python packaging/strings.py            # new texts into resources/translations/*.ts, and *.qm from them
    python packaging/strings.py pt         # begins one more language
    python packaging/strings.py --check    # exit code 1 if a text has no translation, or a .qm is not made of its .ts

The texts of the code are found by Qt's lupdate: tr("…") in the window, phrase("…") and counted("…", "…", n) below it.
The texts of the program's own exercises and boards come from their files and stand in a context of their own.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from product import ROOT

sys.path.insert(0, str(ROOT))
from flowsim.domain.retelling import texts_of
from flowsim.storage.document import load_scenario
from flowsim.storage.exercise_file import load_exercise
from flowsim.storage.resources import exercises, resources, templates

EXERCISES: Final = "exercises"
"""As flowsim/ui/text/language.py has it."""
TOOLS: Final = Path(sys.executable).parent
FOLDER: Final = resources() / "translations"


def main(arguments: list[str]) -> int:
    """What the module's docstring says; the exit code."""
    if arguments == ["--check"]:
        found = [problem for file in sorted(FOLDER.glob("*.ts")) for problem in problems_of(file)]
        print(*found, sep="\n", end="\n" if found else "")
        return 1 if found else 0
    FOLDER.mkdir(exist_ok=True)
    for language in arguments:
        (FOLDER / f"flowsim_{language}.ts").touch()
    for file in sorted(FOLDER.glob("*.ts")):
        renew(file)
        release(file, file.with_suffix(".qm"))
        left = sum(1 for message in _messages(file) if _is_open(message))
        print(f"{file.name}: {len(list(_messages(file)))} texts, {left} not translated yet")
    return 0


def renew(file: Path) -> None:
    """Bring the texts in a translation up to date; translations of texts that are gone are gone too."""
    sources = [str(source) for source in sorted((ROOT / "flowsim").rglob("*.py"))]
    before = _exercise_translations(file)
    if not file.read_text(encoding="utf-8"):
        file.unlink()
    subprocess.run(
        [TOOLS / "pyside6-lupdate", "-tr-function-alias", "tr+=phrase,tr+=counted", "-no-obsolete", "-locations",
         "none", "-target-language", file.stem.removeprefix("flowsim_"), *sources, "-ts", str(file)],
        check=True, capture_output=True,
    )  # fmt: skip
    tree = ET.parse(file)
    root = tree.getroot()
    for context in root.findall("context"):
        if context.findtext("name") == EXERCISES:
            root.remove(context)
    root.append(_exercise_context(before))
    ET.indent(tree, "    ")
    body = ET.tostring(root, encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def release(file: Path, to: Path) -> None:
    """Make what the program reads: `to`, a .qm, out of a .ts."""
    subprocess.run([TOOLS / "pyside6-lrelease", "-silent", str(file), "-qm", str(to)], check=True)


def problems_of(file: Path) -> Iterator[str]:
    """What is wrong with a translation: texts that are missing, or a .qm that is not made of it."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / file.name
        fresh.write_bytes(file.read_bytes())
        renew(fresh)
        for message in _messages(fresh):
            if _is_open(message):
                yield f"{file.name}: not translated: {message.findtext('source')}"
            if message.find("comment") is not None and not message.get("numerus"):
                yield f"{file.name}: lupdate takes a part for a comment: {message.findtext('source')}"
        if fresh.read_bytes() != file.read_bytes():
            yield f"{file.name}: not up to date; call make strings"
        release(file, Path(folder) / "made.qm")
        if (Path(folder) / "made.qm").read_bytes() != file.with_suffix(".qm").read_bytes():
            yield f"{file.with_suffix('.qm').name}: not made of {file.name}; call make strings"


def exercise_texts() -> list[str]:
    """Every text of the program's own exercises and boards, once, in their order."""
    found: dict[str, None] = {}
    for entry in exercises():
        for text in (entry.name, entry.sentence, *texts_of(load_scenario(entry.path))):
            found[text] = None
        found.update(dict.fromkeys(texts_of(load_exercise(entry.story))))
    for path, name in templates():
        found.update(dict.fromkeys([name, *texts_of(load_scenario(path))]))
    return list(found)


def _exercise_context(before: dict[str, str]) -> ET.Element:
    context = ET.Element("context")
    ET.SubElement(context, "name").text = EXERCISES
    for text in exercise_texts():
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        if text in before:
            translation.text = before[text]
        else:
            translation.set("type", "unfinished")
    return context


def _exercise_translations(file: Path) -> dict[str, str]:
    if not file.read_text(encoding="utf-8"):
        return {}
    contexts = [each for each in ET.parse(file).getroot().findall("context") if each.findtext("name") == EXERCISES]
    messages = [message for context in contexts for message in context.findall("message") if not _is_open(message)]
    return {str(message.findtext("source")): str(message.findtext("translation")) for message in messages}


def _messages(file: Path) -> Iterator[ET.Element]:
    yield from ET.parse(file).getroot().iter("message")


def _is_open(message: ET.Element) -> bool:
    translation = message.find("translation")
    return translation is None or translation.get("type") == "unfinished"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
