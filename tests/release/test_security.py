"""What SECURITY.md says the program has no code for, it has no code for."""

import ast
from collections.abc import Iterator
from pathlib import Path

import contents
import product

NETWORK = {
    "asyncio", "ftplib", "http", "imaplib", "poplib", "requests", "smtplib", "socket", "socketserver", "ssl",
    "telnetlib", "urllib", "webbrowser", "xmlrpc",
}  # fmt: skip
CODE_FROM_DATA = {"code", "ctypes", "dill", "marshal", "pickle", "runpy", "shelve", "subprocess", "yaml"}
RUNS_TEXT = {"eval", "exec", "compile", "__import__"}


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted((product.ROOT / "flowsim").rglob("*.py")):
        yield file, ast.parse(file.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def importers(forbidden: set[str]) -> list[str]:
    return [
        f"{file.name}: {name}" for file, tree in trees() for name in imported(tree) if name.split(".")[0] in forbidden
    ]


def test_no_part_of_the_program_can_speak_to_a_network() -> None:
    assert importers(NETWORK) == []
    assert [name for _, tree in trees() for name in imported(tree) if name.startswith("PySide6.QtNetwork")] == []


def test_no_part_of_the_program_makes_code_of_what_it_reads_or_starts_programs() -> None:
    assert importers(CODE_FROM_DATA) == []
    called = [
        f"{file.name}:{node.lineno}"
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RUNS_TEXT
    ]
    assert called == []


def test_the_stand_alone_app_is_told_to_leave_network_and_tls_out() -> None:
    assert {"ssl", "_ssl", "PySide6.QtNetwork"} <= set(contents.UNUSED_MODULES)
    assert not contents.is_used_binary("PySide6/Qt/plugins/networkinformation/libqnetworkmanager.so")
