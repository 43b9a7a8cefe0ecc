"""A workshop in a process of its own, and a real browser to look at it with. Without one these tests fail."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python import __file__ as axe_package
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
NAME = "party.test"  # no secure origin, as on a real network: what browsers keep from such pages is missing here, too
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
AXE = Path(str(axe_package)).parent / "axe.min.js"
WAIT_MS = 20_000


@dataclass
class Hosted:
    """A running workshop: where it is, and the words on its wall."""

    process: "subprocess.Popen[str]"
    port: int
    code: str
    pin: str

    @property
    def phones(self) -> str:
        """Where phones come in."""
        return f"http://{NAME}:{self.port}"

    @property
    def here(self) -> str:
        """The same for this machine."""
        return f"http://localhost:{self.port}"


def begin(home: Path, *more: str) -> Hosted:
    """Start a workshop, and wait until it says that it is open."""
    command = [sys.executable, "main.py", "host", "first_five_minutes", "--no-window", "--seed", "4", "--name", NAME]
    environment = os.environ | {"WORK_THE_ROOM_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen([*command, *more], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    said = ""
    assert process.stdout is not None
    for line in process.stdout:
        said += line
        if "Kept in" in line:
            break
    found = re.search(rf"{NAME}:(\d+)\s+code (\w+).*?PIN (\d+)", said, re.DOTALL)
    assert found, said
    return Hosted(process, int(found[1]), found[2], found[3])


def end(hosted: Hosted) -> None:
    """Kill it, as a power cut would."""
    hosted.process.kill()
    hosted.process.communicate()


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    opened = begin(tmp_path_factory.mktemp("home"), "--new", "--port", "0")
    yield opened
    end(opened)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.fail(f"no browser: install one of {', '.join(BROWSERS)}")
    with sync_playwright() as playwright:
        rules = f"--host-resolver-rules=MAP {NAME} 127.0.0.1"
        opened = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage", rules]
        )
        yield opened
        opened.close()


class Console:
    """The facilitator's line, without the page: for tests of other pages."""

    def __init__(self, browser: Browser, hosted: Hosted) -> None:
        self.page = browser.new_page()
        self.page.goto(f"{hosted.here}/check")
        self.page.evaluate(
            """() => new Promise((open) => {
                 window.answers = {}; window.n = 0;
                 window.line = new WebSocket("ws://" + location.host + "/ws");
                 line.onopen = () => line.send(JSON.stringify({t: "hello", role: "console"}));
                 line.onmessage = (event) => {
                   const said = JSON.parse(event.data);
                   if (said.t === "hi") open();
                   if (said.t === "console") window.view = said;
                   if (said.n) answers[said.n] = said;
                 };
               })"""
        )

    def do(self, kind: str, **data: Any) -> str:
        """Do something; "ack", or why not."""
        told: dict[str, Any] = self.page.evaluate(
            """(what) => new Promise((done) => {
                 const n = ++window.n;
                 line.send(JSON.stringify({t: "do", n, ...what}));
                 const look = () => answers[n] ? done(answers[n]) : setTimeout(look, 5);
                 look();
               })""",
            {"kind": kind, **data},
        )
        return str(told["why"]) if told["t"] == "no" else str(told["t"])

    def view(self) -> dict[str, Any]:
        """What the console was shown last."""
        self.page.wait_for_timeout(400)
        seen: dict[str, Any] = self.page.evaluate("() => window.view")
        return seen


@pytest.fixture(scope="module")
def console(browser: Browser, hosted: Hosted) -> Console:
    return Console(browser, hosted)


def phone(browser: Browser, hosted: Hosted, name: str, width: int = 390, height: int = 844) -> Page:
    """A phone that has come in."""
    page = browser.new_context(viewport={"width": width, "height": height}, has_touch=True).new_page()
    page.set_default_timeout(WAIT_MS)
    page.goto(f"{hosted.phones}/j/{hosted.code}")
    page.fill("#name", name)
    page.click("text=Come in")
    expect(page.locator("#who")).not_to_be_empty(timeout=WAIT_MS)
    return page


def in_phase(page: Page, phase: str) -> None:
    """Wait until a phone is in a phase."""
    expect(page.locator(f'body[data-phase="{phase}"]')).to_be_attached(timeout=WAIT_MS)


def faults(page: Page) -> list[str]:
    """What is wrong with how a page lies: anything beyond its edge, and targets too small for a thumb."""
    found: list[str] = page.evaluate(
        """() => {
             const found = [];
             if (document.documentElement.scrollWidth > innerWidth) found.push("wider than the window");
             for (const each of document.querySelectorAll("button, input, textarea, summary, a[href]")) {
               const box = (each.type === "checkbox" ? each.closest("label") : each).getBoundingClientRect();
               if (box.width && (box.height < 44 || box.width < 44)) found.push("small: " + each.outerHTML);
             }
             return found;
           }"""
    )
    return found


def barriers(page: Page) -> list[str]:
    """Serious problems that axe-core finds."""
    page.evaluate(AXE.read_text(encoding="utf-8"))  # as the browser's own tools do it: no policy of the page hinders
    found: list[dict[str, Any]] = page.evaluate("async () => (await axe.run()).violations")
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found if each["impact"] in ("serious", "critical")]
