"""Whether a window can be shown here at all: asked before Qt is loaded, which aborts the process where it cannot.

Only Linux and its like need asking: there the display is a server that may not be running. It is asked for by its
socket; a display on another machine is believed to be there.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

SOCKETS: Final = Path("/proc/net/unix")
X_SOCKET: Final = "/tmp/.X11-unix/X"  # noqa: S108 - where X servers listen, not a file of ours


def why_no_window(environment: Mapping[str, str] = os.environ) -> str:
    """Why no window can be shown, in half a sentence; empty if one can, or if people have chosen Qt's platform."""
    if sys.platform in ("win32", "darwin") or environment.get("QT_QPA_PLATFORM") or _has_wayland(environment):
        return ""
    display = environment.get("DISPLAY", "")
    if not display:
        return "neither DISPLAY nor WAYLAND_DISPLAY is set"
    return "" if _x_listens(display) else f"the display {display} does not answer"


def _has_wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and (Path(environment.get("XDG_RUNTIME_DIR", "/nowhere")) / name).exists()


def _x_listens(display: str) -> bool:
    """Whether a server of this machine listens for `display`, ":0" or ":0.1"; True where it is another machine's."""
    host, _, number = display.rpartition(":")
    socket = f"{X_SOCKET}{number.split('.')[0]}"
    return host not in ("", "unix") or Path(socket).exists() or _is_listed(f"@{socket}")


def _is_listed(socket: str) -> bool:
    """Whether Linux knows a socket of this name that lies in no folder."""
    try:
        return any(line.endswith(socket) for line in SOCKETS.read_text(encoding="utf-8").splitlines())
    except OSError:
        return False
