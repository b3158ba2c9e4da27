"""Every page in a browser: nothing red in the console, nothing from elsewhere, readable by everybody.

They need Chromium (Debian's package, or what DETENTE_CHROMIUM names); where there is none they are
skipped, but never in CI.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from detente.settings import load_settings
from detente.views.application import application
from detente.views.serving import Desk
from tests.views.desks import examples_ledger

CHROMIUM = os.environ.get("DETENTE_CHROMIUM") or shutil.which("chromium") or ""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update"]  # fmt: skip
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
if not CHROMIUM and not os.environ.get("CI"):
    pytest.skip("no Chromium here: `apt-get install chromium`, or name one in DETENTE_CHROMIUM",
                allow_module_level=True)  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a desk over the examples answers."""
    ledger = examples_ledger(tmp_path_factory.mktemp("browser"))
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(application(Desk(ledger, load_settings())), log_level="error", lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


class Watched:
    """A page whose console and requests are kept."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.address = address
        self.said: list[str] = []
        self.elsewhere: list[str] = []
        self.page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", self._requested)

    def _requested(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.elsewhere.append(request.url)

    def open(self, path: str) -> Page:
        """Go there."""
        self.page.goto(self.address + path)
        return self.page


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Watched]:
    """A page of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Watched(context, address)
    context.close()


def paths(address: str) -> dict[str, str]:
    """Every page, by what is on it."""

    def first(collection: str, key: str) -> str:
        return str(held(collection)[0][key])

    def held(collection: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = httpx.get(f"{address}/{collection}").json()
        return found

    freed = next(p for p in held("people") if p["tracks"]["custody"]["state"] == "released")

    return {
        "overview": "/", "people": "/desk/people", "measures": "/desk/measures", "map": "/desk/map",
        "network": "/desk/network", "timeline": "/desk/timeline", "reports": "/desk/reports",
        "conflicts": "/desk/conflicts", "changes": "/desk/changes", "search": "/desk/search?q=prisoners",
        "review": "/desk/review", "deal": f"/desk/deal/{first('deals', 'id')}",
        "person": f"/desk/person/{freed['entity']}",
        "report": f"/desk/report/{first('documents', 'sha256')}",
        "evidence": f"/desk/evidence?ids={first('claims', 'id')}", "then": "/?known_by=2026-03-15",
        "questions": "/desk/ask", "released": "/desk/ask/released", "sheet": "/desk/export?to=html",
        "moved": "/desk/measures?since=2026-03-14", "export": "/desk/export",
    }  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_every_page_is_quiet_whole_and_readable(
    browser: Browser, address: str, size: str, scheme: Any
) -> None:
    """No console error, no request off the host, nothing wider than the screen, no serious finding of axe."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    watched, found = Watched(context, address), list[str]()
    for name, path in paths(address).items():
        page = watched.open(path)
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        found += [f"{name}: {wide} pixels too wide"] if wide > 0 else []
        result = Axe().run(page).response
        found += [
            f"{name}: {one['id']} ({one['impact']}): {one['nodes'][0]['html'][:120]}"
            for one in result["violations"] if one["impact"] in ("serious", "critical")
        ]  # fmt: skip
    context.close()
    assert (found, watched.said, watched.elsewhere) == ([], [], [])


def test_a_printed_page_says_its_days_and_is_no_wider_than_the_paper(watched: Watched) -> None:
    """On A4: no fields nobody can fill in, both clocks in words, no table cut off."""
    watched.page.set_viewport_size({"width": 794, "height": 1123})
    watched.page.emulate_media(media="print")
    found = []
    for name, path in paths(watched.address).items():
        page = watched.open(path)
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        found += [f"{name}: {wide} pixels too wide"] if wide > 0 else []
        if name != "review":
            found += [] if page.get_by_text("As of ", exact=False).first.is_visible() else [f"{name}: no day"]
            found += [f"{name}: a field"] if page.locator("input[type=date]:visible").count() else []
    assert found == []


def test_a_figure_opens_its_evidence_beside_it_and_escape_goes_back(watched: Watched) -> None:
    """By keyboard alone: walk to a figure, open it, read it, close it, and be where one was."""
    page = watched.open(paths(watched.address)["deal"])
    page.keyboard.press("j")
    text = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_selector("#evidence .claim mark")
    assert page.url.endswith(paths(watched.address)["deal"])
    assert page.evaluate("document.activeElement.closest('#evidence') !== null")
    page.keyboard.press("Escape")
    assert page.locator("#evidence .claim").count() == 0
    assert page.evaluate("document.activeElement.textContent") == text
    assert (watched.said, watched.elsewhere) == ([], [])


def test_a_report_is_walked_from_claim_to_claim(watched: Watched) -> None:
    """``j`` goes from mark to mark, in the order of the text."""
    page = watched.open(paths(watched.address)["report"])
    seen = []
    for _ in range(3):
        page.keyboard.press("j")
        seen.append(
            page.evaluate("[...document.querySelectorAll('[data-stop]')].indexOf(document.activeElement)")
        )
    assert seen == [0, 1, 2]
    assert page.evaluate("document.activeElement.classList.contains('read')")


def test_a_review_needs_no_mouse(watched: Watched) -> None:
    """A reason and a word by its key: kept, shown with its author, and what was judged comes no more."""
    page = watched.open("/desk/review")
    while page.locator("text=Does the text say this?").count() == 0:
        with page.expect_navigation():
            page.keyboard.press("n")
    before = page.locator("input[name=key]").get_attribute("value")
    page.get_by_label("Why (kept with your word)").focus()
    page.keyboard.type("seen by both")
    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.keyboard.press("a")
    assert page.locator("tr", has_text="confirmation").filter(has_text="seen by both").count() == 1
    assert page.locator(f"input[name=key][value='{before}']").count() == 0
    assert watched.said == []


def test_the_slider_moves_the_day_of_the_measures(watched: Watched) -> None:
    """Left is earlier; the address keeps the day, so that it can be sent."""
    page = watched.open("/desk/measures")
    page.locator("#slide").focus()
    with page.expect_navigation():
        page.keyboard.press("Home")
    assert "as_of=2026-03-14" in page.url


def test_pages_read_without_javascript(browser: Browser, address: str) -> None:
    """Every figure is a link to a page of its own, and forms are forms."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + paths(address)["deal"])
    with page.expect_navigation():
        page.locator("a.fig").first.click()
    assert "/desk/evidence" in page.url
    assert page.locator("mark").count() > 0
    page.goto(address + "/")
    page.locator("[role=search] input[type=search]").fill("prisoners")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".hits li").count() > 3
    context.close()


@pytest.mark.skipif(not os.environ.get("UPDATE_PICTURES"), reason="pictures are made when they are asked for")
def test_pictures_for_the_documents(browser: Browser, address: str) -> None:
    """``UPDATE_PICTURES=1`` takes the pictures of docs/desk.md anew."""
    folder = Path(__file__).parent.parent.parent.parent / "docs" / "pictures"
    folder.mkdir(exist_ok=True)
    context = browser.new_context(viewport={"width": 1100, "height": 760})
    page = context.new_page()
    for name, path in paths(address).items():
        if name in (
            "overview",
            "deal",
            "person",
            "measures",
            "report",
            "map",
            "timeline",
            "review",
            "search",
        ):
            page.goto(address + path)
            if name == "report":
                page.locator("a.read").nth(2).click()
                page.wait_for_selector("#evidence .claim")
            page.screenshot(path=folder / f"{name}.png")
    context.close()
