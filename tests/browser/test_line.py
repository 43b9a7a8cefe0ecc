"""A line that dies: half open, cut off, and with the laptop killed; the page is back by itself, and knows its seat."""

import signal
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.conftest import Console, begin, end, in_phase, phone

NOTICED_MS = 10_000  # six seconds by what the page is written to do, and a busy machine
BACK_MS = 15_000


def test_a_line_that_is_open_and_dead_is_noticed_and_comes_back(browser: Browser, tmp_path: Path) -> None:
    hosted = begin(tmp_path, "--new", "--port", "0")
    page = phone(browser, hosted, "Ana")
    hosted.process.send_signal(signal.SIGSTOP)
    try:
        expect(page.locator("#line")).to_be_visible(timeout=NOTICED_MS)
    finally:
        hosted.process.send_signal(signal.SIGCONT)
    expect(page.locator("#line")).to_be_hidden(timeout=BACK_MS)
    expect(page.locator("#who")).to_have_text("Ana")
    page.context.close()
    end(hosted)


def test_phones_and_wall_are_back_by_themselves_after_the_laptop_was_killed(browser: Browser, tmp_path: Path) -> None:
    hosted = begin(tmp_path, "--new", "--port", "0")
    console = Console(browser, hosted)
    phones = [phone(browser, hosted, f"Guest {number}") for number in range(3)]
    wall = browser.new_page()
    wall.goto(f"{hosted.here}/wall")
    console.do("go", phase="first question")
    for page in phones:
        in_phase(page, "first question")
        page.locator("main button").nth(1).click()
        expect(page.locator("button[aria-pressed=true]")).to_have_count(1)
    end(hosted)
    again = begin(tmp_path, "--port", str(hosted.port))
    assert (again.port, again.code, again.pin) == (hosted.port, hosted.code, hosted.pin)
    for number, page in enumerate(phones):
        expect(page.locator("#stop")).to_contain_text("Paused", timeout=BACK_MS)
        expect(page.locator("#who")).to_have_text(f"Guest {number}")
        expect(page.locator("button[aria-pressed=true]")).to_have_count(1)
        page.context.close()
    expect(wall.locator("#stop")).to_contain_text("Paused", timeout=BACK_MS)
    wall.close()
    end(again)
