"""Where no window can be shown the program says so in a line, and how to go on; Qt is not asked, which would abort."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from flowsim.ui.display import why_no_window
from tests.systems import on_linux

HIDDEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
BARE = {name: value for name, value in os.environ.items() if name not in HIDDEN}


def flowsim(**more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "flowsim"]
    return subprocess.run(command, env={**BARE, **more}, capture_output=True, text=True, timeout=60, check=False)


@on_linux
def test_without_a_display_the_program_says_why_and_what_works() -> None:
    done = flowsim()
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        "flowsim: no window can be shown: neither DISPLAY nor WAYLAND_DISPLAY is set; "
        "`flowsim --help` lists what works without one\n"
    )


@on_linux
def test_a_display_that_does_not_answer_is_named() -> None:
    assert flowsim(DISPLAY=":4711").stderr.startswith(
        "flowsim: no window can be shown: the display :4711 does not answer; "
    )


@on_linux
@pytest.mark.parametrize("display", [":4712", "unix:4712", ":4712.0"])
def test_a_server_that_listens_is_a_display(display: str) -> None:
    assert why_no_window({"DISPLAY": display})
    folder = Path("/tmp/.X11-unix")
    folder.mkdir(exist_ok=True)
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(folder / "X4712"))
    try:
        server.listen()
        assert why_no_window({"DISPLAY": display}) == ""
    finally:
        server.close()
        (folder / "X4712").unlink()


def test_a_display_of_another_machine_is_believed_to_be_there() -> None:
    assert why_no_window({"DISPLAY": "localhost:10.0"}) == ""


@on_linux
def test_a_wayland_socket_is_a_display(tmp_path: Path) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert why_no_window(environment)
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(tmp_path / "wayland-7"))
    try:
        assert why_no_window(environment) == ""
    finally:
        server.close()


@pytest.mark.parametrize("platform", ["offscreen", "minimal"])
def test_a_platform_that_people_have_chosen_is_believed(platform: str) -> None:
    assert why_no_window({"QT_QPA_PLATFORM": platform}) == ""
