"""What SECURITY.md says the program has no code for, it has no code for."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import contents
import product

NETWORK = {
    "asyncio", "ftplib", "http", "imaplib", "poplib", "requests", "smtplib", "socket", "socketserver", "ssl",
    "telnetlib", "urllib", "webbrowser", "xmlrpc",
}  # fmt: skip
CODE_FROM_DATA = {
    "code", "ctypes", "dill", "marshal", "multiprocessing", "pickle", "runpy", "shelve", "subprocess", "yaml",
}  # fmt: skip
RUNS_TEXT = {"eval", "exec", "compile", "__import__"}
STARTS_PROGRAMS = {"system", "popen", "startfile", "startDetached", "posix_spawn", "fork", "QProcess"}
WORKERS = {
    "__main__.py: multiprocessing.freeze_support",
    "executors.py: multiprocessing.context.SpawnProcess",
    "executors.py: multiprocessing.context.SpawnContext",
    "executors.py: multiprocessing.parent_process",
    "audience.py: multiprocessing.get_context",
    "audience.py: multiprocessing.connection.Connection",
    "audience.py: multiprocessing.context.SpawnProcess",
    "server.py: multiprocessing.connection.Connection",
}
"""The processes of an experiment and of the room's phones: they run this program and nothing else."""
STARTS_PROGRAMS |= {
    f"{kind}{how}" for kind in ("exec", "spawn") for how in ("l", "le", "lp", "lpe", "v", "ve", "vp", "vpe")
}


@cache
def trees() -> list[tuple[Path, ast.Module]]:
    files = sorted((product.ROOT / "flowsim").rglob("*.py"))
    return [(file, ast.parse(file.read_text(encoding="utf-8"))) for file in files]


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


def test_only_the_audience_listens_and_only_by_what_serves_its_page() -> None:
    listening = {file.parent.name for file, tree in trees() for name in imported(tree) if name.startswith("waitress")}
    assert listening == {"audience"}
    assert set(importers({"waitress", "ifaddr"})) == {
        "server.py: waitress.adjustments.Adjustments",
        "server.py: waitress.channel.HTTPChannel",
        "server.py: waitress.server.TcpWSGIServer",
        "joining.py: ifaddr",
    }


def test_only_an_experiment_on_a_cluster_loads_what_speaks_to_one() -> None:
    assert set(importers({"distributed", "dask"})) == {
        "executors.py: distributed.Client",
        "executors.py: distributed.KilledWorker",
    }


def test_no_part_of_the_program_makes_code_of_what_it_reads_or_starts_programs() -> None:
    assert set(importers(CODE_FROM_DATA)) == WORKERS
    called = [
        f"{file.name}:{node.lineno}"
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RUNS_TEXT
    ]
    assert called == []
    used = [node for _, tree in trees() for node in ast.walk(tree)]
    names = {
        node.attr
        for node in used
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) not in ("platform", "QLocale")
    }
    names |= {node.id for node in used if isinstance(node, ast.Name) and node.id == "QProcess"}
    assert names & STARTS_PROGRAMS == set()


def calls_of(name: str) -> list[tuple[str, str]]:
    """Where a method of this name is called, and with what in the first place."""
    return [
        (file.name, ast.unparse(node.args[0]))
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name
    ]


def test_what_is_imported_by_name_is_the_program_s_own() -> None:
    assert [name for _, name in calls_of("import_module") if not name.startswith("'flowsim.")] == []


def test_the_stand_alone_app_is_told_to_leave_network_and_tls_out() -> None:
    assert {"ssl", "_ssl", "PySide6.QtNetwork"} <= set(contents.UNUSED_MODULES)
    assert not contents.is_used_binary("PySide6/Qt/plugins/networkinformation/libqnetworkmanager.so")
