"""A phone in a real browser: through a whole session by touch, by keys, at 320 pixels, and after its page was lost."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import WAIT_MS, Console, Hosted, barriers, faults, in_phase, phone

WIDTHS = (320, 390, 1280)


@pytest.fixture(scope="module")
def ana(browser: Browser, hosted: Hosted, console: Console) -> Page:
    console.do("settings", pace=12, parts=True)
    return phone(browser, hosted, "Ana")


def sound(page: Page) -> None:
    """Nothing is cut off, too small, or out of somebody's reach, at any width."""
    size = page.viewport_size
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        assert faults(page) == [], width
    assert barriers(page) == []
    page.set_viewport_size(size or {"width": 390, "height": 844})


def test_the_door_fits_and_can_be_read_by_everybody(browser: Browser, hosted: Hosted) -> None:
    page = browser.new_page()
    page.goto(f"{hosted.phones}/j/{hosted.code.lower()}")
    page.wait_for_selector("#name")
    assert page.input_value("#code").upper() == hosted.code
    sound(page)


def test_the_page_asks_for_nothing_from_anywhere_else_and_is_small(browser: Browser, hosted: Hosted) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{hosted.phones}/")
    page.wait_for_selector("#name")
    assert all(url.startswith((hosted.phones, "data:")) for url in asked)
    assert len([url for url in asked if not url.startswith("data:")]) <= 5
    size = page.evaluate(
        "performance.getEntriesByType('resource').reduce((sum, each) => sum + each.decodedBodySize, 0)"
    )
    assert size < 100_000


def test_a_wrong_code_is_told_and_nothing_typed_is_lost(browser: Browser, hosted: Hosted) -> None:
    page = browser.new_page()
    page.goto(hosted.phones)
    page.fill("#name", "Zoë")
    page.fill("#code", "WRNG")
    page.click("text=Come in")
    page.wait_for_selector("text=isn't the code")
    assert page.input_value("#name") == "Zoë"


def test_markup_in_a_name_is_text(browser: Browser, hosted: Hosted) -> None:
    page = phone(browser, hosted, "<img src=x onerror=")
    assert page.locator("#who").inner_text() == "<img src=x onerror="
    assert page.locator("main img").count() == 0
    page.context.close()


def test_a_reloaded_phone_has_its_seat_again_without_a_word(ana: Page) -> None:
    ana.reload()
    expect(ana.locator("#who")).to_have_text("Ana")
    assert ana.locator("#name").count() == 0


def test_a_second_page_takes_the_seat_over_and_the_first_says_so(ana: Page, hosted: Hosted) -> None:
    first = ana.context.new_page()
    first.goto(hosted.phones)
    ana.wait_for_selector("text=open on another phone")
    ana.click("text=Use this phone")
    first.wait_for_selector("text=open on another phone")
    first.close()


def test_a_whole_session_can_be_played_by_touch(ana: Page, console: Console) -> None:
    sound(ana)
    console.do("go", phase="first question")
    in_phase(ana, "first question")
    ana.locator("main button").first.click()
    ana.wait_for_selector("button[aria-pressed=true]")
    sound(ana)
    console.do("go", phase="prediction")
    in_phase(ana, "prediction")
    ana.locator("main button").nth(1).click()
    ana.wait_for_selector("button[aria-pressed=true]")
    console.do("go", phase="evening")
    in_phase(ana, "evening")
    _talk(ana)
    sound(ana)
    console.do("stop", how="frozen")
    ana.wait_for_selector("#stop:not([hidden])")
    console.do("stop", how="")
    ana.wait_for_selector("#stop", state="hidden")
    console.do("go", phase="decisions")
    in_phase(ana, "decisions")
    ana.wait_for_selector("text=hear from again")
    ana.locator("button:has-text('A friend')").first.click()
    ana.wait_for_selector("button[aria-pressed=true]:has-text('A friend')")
    sound(ana)
    console.do("go", phase="follow-up")
    in_phase(ana, "follow-up")
    ana.locator("section").first.locator("button").first.click()
    ana.locator("section").nth(1).locator("button").first.click()
    expect(ana.locator("button[aria-pressed=true]")).to_have_count(2)
    sound(ana)
    console.do("go", phase="weeks")
    in_phase(ana, "weeks")
    _write_to_somebody(ana)
    sound(ana)
    console.do("go", phase="reveal")
    in_phase(ana, "reveal")
    ana.wait_for_selector("text=Yours alone")
    assert ana.locator("text=Relationships").count() == 0  # not before the wall shows them
    for _ in range(4):
        console.do("step", by=1)
    ana.wait_for_selector("text=Three things to try")
    sound(ana)
    console.do("go", phase="debrief")
    in_phase(ana, "debrief")
    ana.fill("#plan", "When I meet somebody, I will ask.")
    console.do("step", by=1)  # the page is drawn anew, and what is being typed stays
    ana.locator("main button").first.click()
    expect(ana.locator("button[aria-pressed=true]")).to_have_count(1)
    assert ana.input_value("#plan") == "When I meet somebody, I will ask."
    ana.click("text=Keep it")
    ana.wait_for_selector("text=Kept.")
    sound(ana)
    with ana.expect_download() as saved:
        ana.click("text=Save this page")
    text = saved.value.path().read_text(encoding="utf-8")
    assert "When I meet somebody, I will ask." in text
    assert "<script" not in text


def _talk(page: Page) -> None:
    """Walk up to the nearest until a circle is found, and say the first thing."""
    for _ in range(20):
        near = page.locator("[data-part=near] button")
        if near.count():
            near.first.click()
        try:
            page.wait_for_selector("[data-part=talk] button", timeout=4000)
        except Exception:  # they have walked on: the next one
            continue
        page.locator("[data-part=talk] button").first.click()
        page.wait_for_selector("[data-part=talk] p.mine")
        return
    pytest.fail("nobody could be talked to")


def _write_to_somebody(page: Page) -> None:
    """On the feed: open somebody one knows, and do the first thing that can be done."""
    expect(page.locator("[data-part=hour]")).to_contain_text("Followers")
    page.locator("[data-part=people] summary").tap()
    page.locator("[data-part=people] button").first.tap()
    choice = page.locator("[data-part=open] button[data-key]").first
    choice.wait_for()
    sound(page)
    choice.tap()
    expect(page.locator(".caption p")).not_to_be_empty(timeout=WAIT_MS)
    expect(page.locator("[data-part=open] h2")).to_have_count(0)
    expect(page.locator("article.mine").first).to_be_visible(timeout=WAIT_MS)


def test_keys_choose_what_to_say(browser: Browser, hosted: Hosted, console: Console) -> None:
    console.do("go", phase="evening", again=True)
    page = phone(browser, hosted, "Kit")
    _talk(page)
    page.wait_for_selector("[data-part=talk] button", timeout=60_000)
    heard = page.locator("[data-part=talk] p").count()
    page.keyboard.press("l")
    page.wait_for_timeout(500)
    assert page.locator("[data-part=talk] p").count() >= heard
    console.do("go", phase="weeks")
    in_phase(page, "weeks")
    _post_by_keys(page)
    page.context.close()


def _post_by_keys(page: Page) -> None:
    """On the feed, without a finger: open somebody and go back, then say something to everybody."""
    page.locator("[data-part=people] summary").press("Enter")
    known = page.locator("[data-part=people] button").first
    name = known.inner_text()
    known.press("Enter")
    expect(page.locator("[data-part=open] h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-part=people] button", has_text=name)).to_be_focused()
    page.locator("[data-part=everybody] button").press("Enter")
    words = page.locator("[data-part=open] button[data-key] small").first.inner_text()
    page.keyboard.press("1")
    expect(page.locator("article.mine").first).to_contain_text(words, timeout=WAIT_MS)
