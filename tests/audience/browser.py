"""A real browser for tests: headless Chromium, spoken to over the pipe of its debugging protocol."""

import base64
import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NO_BROWSER: Final = "needs a browser, such as the chromium of the distribution, which is not installed here"
FLAGS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--lang=en",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-pipe",
)  # fmt: skip
PATIENCE: Final = 20.0


class Browser:
    """One browser, with a page for each phone."""

    def __init__(self, profile: Path, before: Sequence[str] = ()) -> None:
        assert CHROMIUM is not None
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        command = [*before, "bash", "-c", f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}', "bash", CHROMIUM, *FLAGS]
        self._process = subprocess.Popen(
            [*command, f"--user-data-dir={profile}"], pass_fds=(theirs_in, theirs_out), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(theirs_in)
        os.close(theirs_out)
        self._number = 0
        self._left = b""
        self.events: list[dict[str, Any]] = []

    def ask(self, method: str, session: str = "", **parameters: Any) -> dict[str, Any]:
        """Do a command of the protocol, and wait for its answer."""
        self._number += 1
        said: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if session:
            said["sessionId"] = session
        os.write(self._out, json.dumps(said).encode() + b"\0")
        while True:
            its = self._next()
            if its.get("id") == self._number:
                assert "error" not in its, its
                return dict(its["result"])
            self.events.append(its)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            part = os.read(self._in, 1 << 16)
            assert part, "the browser has ended"
            self._left += part
        one, _, self._left = self._left.partition(b"\0")
        return dict(json.loads(one))

    def phone(self, *, dark: bool = False, language: str = "en") -> "Page":
        """A page of its own, with a storage of its own."""
        context = self.ask("Target.createBrowserContext")["browserContextId"]
        target = self.ask("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Page(self, str(session), dark=dark, language=language)

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(20)
        os.close(self._out)
        os.close(self._in)


class Page:
    """A page of a phone: 390 by 844 pixels, touched with a finger."""

    def __init__(self, browser: Browser, session: str, *, dark: bool, language: str) -> None:
        self._browser = browser
        self._session = session
        self.ask("Page.enable")
        self.ask("Runtime.enable")
        self.ask("Network.enable")
        self.ask("Log.enable")
        self.ask("Emulation.setDeviceMetricsOverride", width=390, height=844, deviceScaleFactor=2, mobile=True)
        self.ask("Emulation.setTouchEmulationEnabled", enabled=True)
        self.ask("Emulation.setLocaleOverride", locale=language)
        self.ask("Network.setUserAgentOverride", userAgent="a phone", acceptLanguage=language)
        scheme = "dark" if dark else "light"
        self.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """A command about this page."""
        return self._browser.ask(method, self._session, **parameters)

    def open(self, address: str) -> None:
        """Go there."""
        self.ask("Page.navigate", url=address)
        self.until(lambda: self.js("document.readyState") == "complete")

    def js(self, expression: str) -> Any:
        """What an expression gives in the page."""
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    @property
    def text(self) -> str:
        """What people read."""
        return str(self.js("document.body ? document.body.innerText : ''"))  # a page that is being loaded has none yet

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until it holds."""
        ends = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < ends, self.text
            time.sleep(0.05)

    def until_text(self, words: str) -> None:
        """Wait until people read this."""
        self.until(lambda: words in self.text)

    def tap(self, selector: str, number: int = 0) -> None:
        """Touch the middle of an element."""
        where = f"document.querySelectorAll({json.dumps(selector)})[{number}]"
        self.js(f"{where}.scrollIntoView({{block: 'center'}})")
        x, y = self.js(f"(box => [box.x + box.width / 2, box.y + box.height / 2])({where}.getBoundingClientRect())")
        self.tap_at(x, y)

    def tap_at(self, x: float, y: float) -> None:
        """Touch a point."""
        self.ask("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.ask("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        self.ask("Input.insertText", text=text)

    def asleep(self, asleep: bool) -> None:
        """The network is gone, as when a phone sleeps or changes it; or is there again."""
        as_usual = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        self.ask("Network.emulateNetworkConditions", offline=asleep, **as_usual)

    def picture(self, path: Path) -> None:
        """What the phone shows, as a PNG."""
        path.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"]))

    @property
    def asked_for(self) -> list[str]:
        """Every address that the page has asked for."""
        return [
            event["params"]["request"]["url"]
            for event in self._browser.events
            if event.get("method") == "Network.requestWillBeSent" and event.get("sessionId") == self._session
        ]

    @property
    def complaints(self) -> list[Any]:
        """Errors that the page or the browser has reported, but for a network that was gone on purpose."""
        return [
            event
            for event in self._browser.events
            if event.get("sessionId") == self._session
            and (
                event.get("method") == "Runtime.exceptionThrown"
                or (event.get("method") == "Log.entryAdded" and event["params"]["entry"]["source"] == "security")
            )
        ]


@contextmanager
def browser(folder: Path, before: Sequence[str] = ()) -> Iterator[Browser]:
    """A browser that ends with the block; `before` stands before its command."""
    its = Browser(folder / "profile", before)
    try:
        yield its
    finally:
        its.close()
