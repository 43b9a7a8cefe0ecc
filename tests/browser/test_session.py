"""Ten phones, the wall and the console in real browsers: a whole session, led from the console alone."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import WAIT_MS, Hosted, barriers, faults, in_phase, phone

PHONES = 10
SIZES = ((1280, 800), (390, 844), (320, 640))


def opened(browser: Browser, hosted: Hosted, path: str, width: int, height: int) -> Page:
    """A page on this machine that has been told of the workshop."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_default_timeout(WAIT_MS)
    page.goto(f"{hosted.here}/{path}")
    expect(page.locator("#code")).to_have_text(hosted.code)
    return page


@pytest.fixture(scope="module")
def wall(browser: Browser, hosted: Hosted) -> Page:
    return opened(browser, hosted, "wall", 1024, 768)


@pytest.fixture(scope="module")
def console(browser: Browser, hosted: Hosted) -> Page:
    return opened(browser, hosted, "console", 1280, 800)


@pytest.fixture(scope="module")
def phones(browser: Browser, hosted: Hosted, wall: Page, console: Page) -> list[Page]:
    return [phone(browser, hosted, f"Guest {number}") for number in range(PHONES)]


def go_on(console: Page, *, sure: bool = False) -> None:
    """The next step or phase, by the key; where it asks back, whether one is sure, yes."""
    console.locator("body").press("n")
    if sure:
        console.locator("dialog[open] button", has_text="Yes").click()


def fits(wall: Page, console: Page) -> None:
    """Nothing on wall or console is cut off or out of reach."""
    assert barriers(wall) == []
    assert wall.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for width, height in SIZES:
        console.set_viewport_size({"width": width, "height": height})
        assert faults(console) == [], width
    assert barriers(console) == []
    console.set_viewport_size({"width": 1280, "height": 800})


def shows(wall: Page, phones: list[Page], phase: str) -> None:
    """Wall and phones have come to a phase."""
    expect(wall.locator("#phase")).to_have_text(phase, timeout=WAIT_MS)
    for page in phones:
        in_phase(page, phase.lower())


def test_everybody_who_has_come_in_stands_on_the_wall(phones: list[Page], wall: Page, console: Page) -> None:
    for number in range(PHONES):
        expect(wall.locator("main")).to_contain_text(f"Guest {number}")
        expect(console.locator("main")).to_contain_text(f"Guest {number}")
    fits(wall, console)


def test_a_session_is_led_from_the_console_from_the_first_question_to_the_plan(
    phones: list[Page], wall: Page, console: Page
) -> None:
    for phase in ("First question", "Prediction"):
        go_on(console)
        shows(wall, phones, phase)
        for page in phones:
            page.locator("main button").first.click()
        expect(wall.locator("main")).to_contain_text(str(PHONES))
        fits(wall, console)
    go_on(console)
    shows(wall, phones, "Evening")
    for page in phones:
        page.locator("[data-part=near] button").first.click()
    wall.wait_for_timeout(3000)
    fits(wall, console)
    _stop_and_go(phones, wall, console)
    for phase in ("Decisions", "Follow-up"):
        go_on(console, sure=phase == "Decisions")  # an evening that is not over yet
        shows(wall, phones, phase)
        fits(wall, console)
    for page in phones:
        page.locator("section").first.locator("button").first.click()
        page.locator("section").nth(1).locator("button").nth(1).click()
    expect(wall.locator("main")).to_contain_text(f"{PHONES} of {PHONES}")
    go_on(console)
    shows(wall, phones, "Weeks")
    fits(wall, console)
    go_on(console)
    shows(wall, phones, "Reveal")
    for _ in range(4):
        fits(wall, console)
        go_on(console)
    for page in phones:
        expect(page.locator("main")).to_contain_text("Three things to try", timeout=60_000)
    go_on(console)
    shows(wall, phones, "Debrief")
    for _ in range(5):
        fits(wall, console)
        go_on(console)
    for page in phones:
        page.fill("#plan", "When I come in, I will ask.")
        page.click("text=Keep it")
    expect(wall.locator("main")).to_contain_text(f"{PHONES} of {PHONES}")


def _stop_and_go(phones: list[Page], wall: Page, console: Page) -> None:
    """One key stops every phone and the wall, and the same key lets them go on."""
    console.locator("body").press("Space")
    expect(wall.locator("#stop")).to_be_visible()
    for page in phones:
        expect(page.locator("#stop")).to_be_visible()
    console.locator("body").press("Space")
    for page in phones:
        expect(page.locator("#stop")).to_be_hidden()


def test_the_export_can_be_fetched_on_this_machine_and_nowhere_else(console: Page, hosted: Hosted) -> None:
    console.get_by_role("button", name="Export").click()
    link = console.get_by_role("link", name="people.csv")
    expect(link).to_be_visible()
    assert link.get_attribute("download") is not None
    address = f"{hosted.here}{link.get_attribute('href')}"
    assert "When I come in, I will ask." in console.context.request.get(address).text()
    elsewhere = console.context.request.get(address, headers={"Host": "10.0.0.9"})
    assert elsewhere.status == 404


def test_another_device_needs_the_pin(browser: Browser, hosted: Hosted) -> None:
    page = browser.new_page()
    page.set_default_timeout(WAIT_MS)
    page.goto(f"{hosted.phones}/console")
    field = page.locator("input").first
    field.fill("000000" if hosted.pin != "000000" else "111111")
    field.press("Enter")
    expect(page.locator("body")).to_contain_text("isn't the PIN")
    page.locator("input").first.fill(hosted.pin)
    page.locator("input").first.press("Enter")
    expect(page.locator("#code")).to_have_text(hosted.code, timeout=WAIT_MS)
    page.reload()
    expect(page.locator("#code")).to_have_text(hosted.code, timeout=WAIT_MS)
    assert hosted.pin not in page.url


def test_the_check_page_says_that_this_device_reaches_the_laptop(browser: Browser, hosted: Hosted) -> None:
    page = browser.new_page()
    page.goto(f"{hosted.phones}/check")
    expect(page.locator("#result")).to_contain_text("reaches the laptop", timeout=WAIT_MS)
    assert barriers(page) == []


def test_the_code_can_be_made_large_by_a_key_at_any_time(wall: Page) -> None:
    wall.keyboard.press("q")
    expect(wall.locator("#large")).to_be_visible()
    assert wall.locator("#large svg").count() == 1
    wall.keyboard.press("q")
    expect(wall.locator("#large")).to_be_hidden()


def test_the_look_for_barriers_finds_one(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<html lang=en><title>x</title><main><img src=x><button></button></main>")
    assert {each.split(":")[0] for each in barriers(page)} == {"image-alt", "button-name"}
