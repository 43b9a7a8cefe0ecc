"""The scenario editor in a real browser: people, plan, faults and the way back, by hand and by keys."""

import difflib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, WAIT_MS, barriers
from tests.scenario.files import SOUND

PLAN = """\
venue:
  plan: |
    ##D#######
    #........#
    #........#
    #..t.....#
    #......B.#
    ##########

evening: {minutes: 30}   # long enough
"""
NEW = 3  # the place of a fourth person


@dataclass
class Edited:
    """A scenario file, and the program that serves its editor."""

    file: Path
    home: Path

    def start(self) -> str:
        """Start the editor; where its page is."""
        command = [sys.executable, "main.py", "edit", str(self.file), "--no-browser"]
        environment = os.environ | {"WORK_THE_ROOM_HOME": str(self.home), "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/\w+/", self.process.stdout.readline())
        assert found
        return found[0]

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self.process.communicate()

    def changed(self) -> list[str]:
        """The lines in which the file differs from how it was."""
        now = self.file.read_text(encoding="utf-8").splitlines()
        lines = difflib.unified_diff((SOUND + PLAN).splitlines(), now, lineterm="", n=0)
        return [line for line in lines if line[:2] not in ("--", "++", "@@")]


@pytest.fixture
def edited(tmp_path: Path) -> Iterator[Edited]:
    file = tmp_path / "mine" / "scenario.yaml"
    file.parent.mkdir()
    file.write_text(SOUND + PLAN, encoding="utf-8")
    found = Edited(file, tmp_path / "home")
    yield found
    found.kill()


@pytest.fixture
def page(browser: Browser, edited: Edited) -> Page:
    opened = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    opened.set_default_timeout(WAIT_MS)
    opened.goto(edited.start())
    opened.wait_for_selector('[data-section="people"]')
    return opened


def field(path: str) -> str:
    """The control of a value."""
    return f"[id='f:{path}']"


def section(page: Page, name: str) -> None:
    page.click(f'[data-section="{name}"]')


def kept(page: Page) -> None:
    """Everything typed has been answered."""
    expect(page.locator("#kept")).not_to_have_text("Not saved yet", timeout=WAIT_MS)


def saved(page: Page) -> None:
    page.keyboard.press("Control+s")
    expect(page.locator("#kept")).to_have_text("Saved", timeout=WAIT_MS)


def test_a_scenario_is_changed_by_form_and_the_file_differs_only_there(page: Page, edited: Edited) -> None:
    section(page, "people")
    page.click("[id='p:add']")
    page.locator(field(f"attendees/{NEW}/name")).press_sequentially("Lena Vogt", delay=5)
    page.fill(field(f"attendees/{NEW}/work"), "tunes pianos, mostly on Tuesdays")
    section(page, "room")
    page.click("[id='cell:1:1']")
    page.locator("[id='cell:2:5']").focus()
    page.keyboard.press("#")
    expect(page.locator("[id='cell:2:5']")).to_have_text("#")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("p")
    section(page, "start")
    page.fill(field("evening/minutes"), "half an hour")
    expect(page.locator("#problems li")).to_contain_text('line 21: minutes: expected a whole number, got "half an')
    expect(page.locator(field("evening/minutes"))).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#gutter b")).to_have_text("▲ 21")
    page.fill(field("evening/minutes"), "25")
    expect(page.locator("#problems")).to_have_text("Nothing to mend.")
    page.fill(field("about"), "A slip of the hand.")
    kept(page)
    page.keyboard.press("Control+z")
    expect(page.locator(field("about"))).to_have_value("")
    saved(page)
    assert edited.changed() == [
        "+  - name: Lena Vogt",
        "+    work: tunes pianos, mostly on Tuesdays",
        "-    #........#",
        "-    #........#",
        "+    ##.......#",
        "+    #...p#...#",
        "-evening: {minutes: 30}   # long enough",
        "+evening: {minutes: 25}   # long enough",
    ]


def test_form_and_text_are_one(page: Page) -> None:
    text = page.locator("#text")
    page.fill(field("title"), "From the Form")
    expect(text).to_have_value(re.compile("title: From the Form\n"))
    text.evaluate("area => area.setSelectionRange(7, 20)")
    text.press_sequentially("From the Text")
    expect(page.locator(field("title"))).to_have_value("From the Text")
    text.fill("title: [")
    expect(page.locator("#form")).to_contain_text("Mend line")
    page.keyboard.press("Control+z")  # what was typed in one go is taken back in one
    expect(page.locator(field("title"))).to_have_value("From the Form")


def test_a_problem_leads_to_its_field(page: Page) -> None:
    page.locator("#text").fill((SOUND + PLAN).replace("- name: Bo Park", "- {name: Bo Park, manner: icy}"))
    page.locator("#problems button").click()
    expect(page.locator(field("attendees/1/manner"))).to_be_focused()
    page.select_option(field("attendees/1/manner"), "dry")
    expect(page.locator("#text")).to_have_value(re.compile("{name: Bo Park, manner: dry}"))


def test_the_program_is_killed_in_the_middle_and_nothing_typed_is_lost(page: Page, edited: Edited) -> None:
    page.fill(field("title"), "Before the Power Cut")
    kept(page)
    edited.kill()
    page.fill(field("about"), "Typed while nobody was listening.")
    expect(page.locator("#status")).to_contain_text("The program is not answering")
    assert edited.changed() == []
    assert edited.start() == page.url
    kept(page)
    expect(page.locator(field("title"))).to_have_value("Before the Power Cut")
    expect(page.locator(field("about"))).to_have_value("Typed while nobody was listening.")
    saved(page)
    assert edited.changed() == [
        "-title: The Test Mixer",
        "+title: Before the Power Cut",
        "+about: Typed while nobody was listening.",
    ]


def test_a_page_that_dies_takes_nothing_with_it_and_two_pages_stay_in_step(page: Page, browser: Browser) -> None:
    page.fill(field("title"), "Typed on One")
    kept(page)
    other = browser.new_context().new_page()
    other.goto(page.url)
    expect(other.locator(field("title"))).to_have_value("Typed on One")
    expect(page.locator("#notices")).to_contain_text("open in 2 windows")
    other.fill(field("title"), "Typed on Two")
    expect(page.locator(field("title"))).to_have_value("Typed on Two")
    page.close()
    expect(other.locator("#notices")).not_to_contain_text("open in")


def test_a_talk_is_tried_out_on_the_spot(page: Page) -> None:
    page.select_option("[id='try:one']", "Ann Lee")
    page.select_option("[id='try:two']", "Bo Park")
    page.click("[id='try:go']")
    expect(page.locator("#told dt").first).to_have_text(re.compile("Ann Lee|Bo Park"), timeout=WAIT_MS)
    expect(page.locator("#told")).to_contain_text("seconds")


def test_everything_can_be_reached_by_keys_alone(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.locator('[data-section="room"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator(".plan")).to_be_visible()
    expect(page.locator('[data-section="room"]')).to_be_focused()
    page.locator('.plan [tabindex="0"]').focus()
    for key in ("ArrowDown", "ArrowRight", "t"):
        page.keyboard.press(key)
    expect(page.locator("[id='cell:1:1']")).to_have_text("t")
    expect(page.locator("[id='cell:1:1']")).to_be_focused()


def test_no_part_has_barriers_or_spills_over(page: Page) -> None:
    for name in ("start", "people", "room", "topics", "online", "debrief", "expect"):
        section(page, name)
        expect(page.locator("#form h2")).to_be_visible()
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
