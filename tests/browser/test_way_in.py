"""How phones come in, changed from the console's own page: walls and phones follow, in real browsers."""

from collections.abc import Iterator

import pytest
import segno
from playwright.sync_api import Browser, Page, expect
from segno.helpers import make_wifi_data

from tests.browser.conftest import NAME, WAIT_MS, Hosted, barriers, faults, phone

SIZES = ((1280, 800), (390, 844), (320, 640))
NETWORK, SECRET = "Chamber Guests; upper floor 2026", 'correct "horse": 42; battery staple'
QUIET = 2


def opened(browser: Browser, hosted: Hosted, name: str, height: int) -> Iterator[Page]:
    """A page of the laptop's that knows the code, closed in the end."""
    page = browser.new_page(viewport={"width": 1280, "height": height})
    page.set_default_timeout(WAIT_MS)
    page.goto(f"{hosted.here}/{name}")
    expect(page.locator("#code")).to_have_text(hosted.code)
    yield page
    page.close()


@pytest.fixture(scope="module")
def console(browser: Browser, hosted: Hosted) -> Iterator[Page]:
    yield from opened(browser, hosted, "console", 800)


@pytest.fixture(scope="module")
def wall(browser: Browser, hosted: Hosted) -> Iterator[Page]:
    yield from opened(browser, hosted, "wall", 720)


def path_of(payload: str) -> str:
    """The dark dots of a code, as the wall draws them."""
    code = segno.make_qr(payload, error="l", encoding=None if payload.isascii() else "utf-8")
    dots = [
        f"M{x + QUIET} {y + QUIET}h1v1h-1z" for y, row in enumerate(code.matrix) for x, dark in enumerate(row) if dark
    ]
    return "".join(dots)


def stroke_of(text: str) -> str:
    """The same of the code that leads into the room, as segno draws it."""
    drawn = segno.make_qr(text, error="m").svg_inline(scale=8, border=2, dark="#2a1b2e", light="#ffffff")
    return drawn.split(' d="')[-1].split('"')[0]


def sound(page: Page) -> None:
    """Nothing is cut off, too small, or out of somebody's reach, at any width."""
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert faults(page) == [], width
        assert barriers(page) == [], width
    page.set_viewport_size({"width": 1280, "height": 800})


def overflowing(wall: Page, within: str) -> list[str]:
    """Texts and codes that do not fit into the box they stand in, or stand over one another."""
    found: list[str] = wall.evaluate(
        """(within) => {
             const shown = [...document.querySelectorAll(within + " :is(h2, p, .qr, .code-of-wifi, button)")]
               .filter((each) => each.getClientRects().length);
             if (shown.length < 7) return ["too little to look at"];
             const wide = (each) => each.scrollWidth > each.clientWidth + 1;
             const outside = (each) => {
               const [a, b] = [each, each.closest(".card, .way, .stack, dialog")]
                 .map((one) => one.getBoundingClientRect());
               return a.left < b.left - 1 || a.right > b.right + 1 || a.top < b.top - 1 || a.bottom > b.bottom + 1;
             };
             const found = shown.filter((each) => wide(each) || outside(each)).map((each) => each.outerHTML);
             const boxes = shown.map((each) => each.getBoundingClientRect());
             boxes.forEach((a, n) => boxes.slice(n + 1).forEach((b, m) => {
               const over = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
               if (over) found.push(shown[n].outerHTML + " over " + shown[n + 1 + m].outerHTML);
             }));
             for (const [n, box] of boxes.entries()) {
               if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1) found.push("off: " + shown[n].outerHTML);
             }
             return found;
           }""",
        within,
    )
    return found


def test_a_wifi_typed_in_the_console_is_a_code_on_the_wall_that_phones_understand(console: Page, wall: Page) -> None:
    expect(wall.locator(".code-of-wifi")).to_have_count(0)
    console.fill("#wifi-name", NETWORK)
    console.fill("#wifi-password", "short")
    console.click("#wifi button[type=submit]")
    expect(console.locator("#said")).to_contain_text("at least 8 characters")
    assert console.input_value("#wifi-name") == NETWORK and console.input_value("#wifi-password") == "short"
    console.fill("#wifi-password", SECRET)
    console.click("#wifi button[type=submit]")
    code = wall.locator(".lobby .code-of-wifi path").last
    expect(code).to_have_attribute("d", path_of(make_wifi_data(NETWORK, SECRET, "WPA")))
    expect(wall.locator(".lobby")).to_contain_text("1. Wi-Fi")
    expect(wall.locator(".lobby")).to_contain_text("2. Come in")
    expect(wall.locator(".lobby")).to_contain_text(NETWORK)
    assert SECRET not in wall.content() and SECRET not in console.content()
    assert console.input_value("#wifi-password") == ""


def test_the_password_in_letters_and_the_whole_of_it_can_be_shown_and_hidden(console: Page, wall: Page) -> None:
    console.check("#wifi-spelled")
    expect(wall.locator(".lobby")).to_contain_text(SECRET)
    console.uncheck("#wifi-on_wall")
    expect(wall.locator(".code-of-wifi")).to_have_count(0)
    expect(wall.locator("main")).not_to_contain_text(NETWORK)
    console.check("#wifi-on_wall")
    expect(wall.locator(".lobby .code-of-wifi")).to_be_visible()


def test_console_and_wall_fit_and_bar_nobody_with_a_wifi(console: Page, wall: Page) -> None:
    sound(console)
    for width, height in ((1280, 720), (1024, 768), (1920, 1080), (800, 600), (390, 844), (320, 640)):
        wall.set_viewport_size({"width": width, "height": height})
        wall.wait_for_timeout(600)
        assert overflowing(wall, ".lobby") == [], width
    wall.set_viewport_size({"width": 1280, "height": 720})
    assert barriers(wall) == []
    wall.keyboard.press("q")
    expect(wall.locator("#large .code-of-wifi")).to_be_visible()
    for width, height in ((1280, 720), (800, 600), (390, 844), (320, 640)):
        wall.set_viewport_size({"width": width, "height": height})
        assert overflowing(wall, "#large") == [], width
    wall.set_viewport_size({"width": 1280, "height": 720})
    assert barriers(wall) == []
    wall.keyboard.press("q")


def test_a_wall_on_another_device_shows_the_wifi_only_when_the_console_was_let_in_there(
    browser: Browser, hosted: Hosted
) -> None:
    device = browser.new_context()
    page = device.new_page()
    page.set_default_timeout(WAIT_MS)
    page.goto(f"{hosted.phones}/wall")
    expect(page.locator(".lobby")).to_contain_text(hosted.code)
    page.wait_for_timeout(600)
    assert NETWORK not in page.content() and page.locator(".code-of-wifi").count() == 0
    page.goto(f"{hosted.phones}/console")
    page.fill("#pin", hosted.pin)
    page.click("#gate button")
    expect(page.locator("#code")).to_have_text(hosted.code)
    page.goto(f"{hosted.phones}/wall")
    expect(page.locator(".lobby .code-of-wifi")).to_be_visible()
    device.close()


def test_another_address_is_on_wall_and_code_at_once_and_a_phone_stays_in(
    browser: Browser, hosted: Hosted, console: Page, wall: Page
) -> None:
    ana = phone(browser, hosted, "Ana")
    console.fill("#door-address", "two words")
    console.click("#door-typed button")
    expect(console.locator("#said")).to_contain_text("A phone can't call that")
    assert console.input_value("#door-address") == "two words"
    console.fill("#door-address", "room.local:9000")
    console.click("#door-typed button")
    expect(console.locator("#url")).to_have_text("http://room.local:9000")
    expect(wall.locator("#url")).to_have_text("room.local:9000")
    code = wall.locator(".lobby .qr path").last
    expect(code).to_have_attribute("d", stroke_of(f"HTTP://ROOM.LOCAL:9000/J/{hosted.code}"))
    expect(ana.locator("#who")).to_have_text("Ana")
    expect(wall.locator("main")).to_contain_text("Ana")
    sound(console)


def test_a_long_name_of_the_laptop_fits_too(console: Page, wall: Page) -> None:
    console.fill("#door-address", "laptop-of-the-chamber.conference-hotel.example:8000")
    console.click("#door-typed button")
    expect(wall.locator("#url")).to_contain_text("conference-hotel")
    for width, height in ((1280, 720), (1024, 768), (390, 844), (320, 640)):
        wall.set_viewport_size({"width": width, "height": height})
        wall.wait_for_timeout(600)
        assert overflowing(wall, ".lobby") == [], width
        assert wall.evaluate("document.documentElement.scrollWidth <= innerWidth")
        header = (
            "[...document.querySelectorAll('.top *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)"
        )
        assert wall.evaluate(f"{header}.map((each) => each.outerHTML)") == [], width
    wall.set_viewport_size({"width": 1280, "height": 720})
    sound(console)
    console.fill("#door-address", "room.local:9000")
    console.click("#door-typed button")
    expect(console.locator("#url")).to_have_text("http://room.local:9000")


def test_the_check_page_says_where_phones_are_sent_now_and_why_they_may_not_get_here(
    browser: Browser, hosted: Hosted
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.set_default_timeout(WAIT_MS)
    page.goto(f"{hosted.here}/check")
    expect(page.locator("#told")).to_contain_text("http://room.local:9000/check")
    expect(page.locator("#result")).to_contain_text("No other device")
    for reason in ("keeps devices apart", "mobile data", "VPN", "firewall"):
        expect(page.locator("#reasons")).to_contain_text(reason)
    sound(page)
    page.goto(f"{hosted.phones}/check")
    expect(page.locator("#result")).to_contain_text("reaches the laptop")
    expect(page.locator("#told")).to_contain_text("another address now")
    expect(page.locator("#why")).to_be_hidden()
    sound(page)
    page.close()


def test_a_device_that_came_by_the_address_phones_are_told_is_sent_nowhere_else(
    browser: Browser, hosted: Hosted, console: Page
) -> None:
    console.fill("#door-address", f"{NAME}:{hosted.port}")
    console.click("#door-typed button")
    expect(console.locator("#url")).to_have_text(hosted.phones)
    page = browser.new_page()
    page.goto(f"{hosted.phones}/check")
    expect(page.locator("#result")).to_contain_text("reaches the laptop", timeout=WAIT_MS)
    expect(page.locator("#told")).to_be_hidden()
    page.close()


def test_with_a_new_code_the_old_one_lets_nobody_in_and_whoever_is_in_stays(
    browser: Browser, hosted: Hosted, console: Page, wall: Page
) -> None:
    bo = phone(browser, hosted, "Bo")
    console.click("#new-code")
    expect(console.locator("#code")).not_to_have_text(hosted.code)
    code = console.locator("#code").inner_text()
    expect(wall.locator("#code")).to_have_text(code)
    drawn = wall.locator(".lobby .qr path").last
    expect(drawn).to_have_attribute("d", stroke_of(f"{hosted.phones}/j/{code}".upper()))
    late = browser.new_context().new_page()
    late.set_default_timeout(WAIT_MS)
    late.goto(f"{hosted.phones}/j/{hosted.code}")
    late.fill("#name", "Cem")
    late.click("text=Come in")
    expect(late.locator("body")).to_contain_text("isn't the code")
    late.fill("#code", code)
    late.click("text=Come in")
    expect(late.locator("#who")).to_have_text("Cem")
    bo.reload()
    expect(bo.locator("#who")).to_have_text("Bo")
    console.click("#undo")
    expect(console.locator("#code")).to_have_text(hosted.code)
    expect(late.locator("#who")).to_have_text("Cem")
