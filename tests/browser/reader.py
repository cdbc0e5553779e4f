"""Somebody who reads a site in a browser, and notes whatever it asks for and complains about."""

import re
from dataclasses import dataclass, field
from itertools import product

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

WAYS = ("file", "web")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and how a site is read: from the disk or below a sub-path, wide or narrow, with scripts or without."""

    way: str = "file"
    width: str = "desk"
    script: bool = True
    scheme: str = "light"

    def __str__(self) -> str:
        return "-".join((self.way, self.width, *(() if self.script else ("plain",)), *self._dark))

    @property
    def _dark(self) -> tuple[str, ...]:
        return ("dark",) if self.scheme == "dark" else ()

    @property
    def touch(self) -> bool:
        """Whether it is read with a finger."""
        return self.width == "phone"


USUAL = Setting()
ANYWHERE = [Setting(way, width) for way, width in product(WAYS, ("desk", "phone"))]
anywhere = pytest.mark.parametrize("setting", ANYWHERE, ids=str)


@dataclass
class Reader:
    """A page of a site's at `home`, an address that ends in a slash.

    `asked` are the addresses of all requests; `complaints` what stands in the console and every error of a script.
    """

    context: BrowserContext
    home: str
    setting: Setting
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        # nothing is let out; what would have gone out stands in `asked`
        self.context.route(re.compile(f"^(?!{re.escape(self.home)}|data:)"), lambda route: route.abort())
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.context.on("console", self._listen)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(30_000)

    @property
    def strangers(self) -> list[str]:
        """What was asked of anybody but the site itself."""
        return [url for url in self.asked if not url.startswith((self.home, "data:"))]

    @property
    def place(self) -> str:
        """The site path that is being read, with its fragment."""
        return self.page.url.removeprefix(self.home)

    def open(self, path: str = "index.html") -> Page:
        """Open a page of the site and wait until it is as it will stay, once somebody reaches for the timeline."""
        if self.page.url.partition("#")[0] == self.home + path.partition("#")[0]:
            self.page.goto(
                "about:blank"
            )  # an address that differs by a fragment only would not be loaded anew
        self.page.goto(self.home + path)
        if self.setting.script and path.startswith("index.html"):
            self.reach()
        return self.page

    def reach(self) -> None:
        """Reach for the timeline, and wait until Plotly has come for that."""
        self.page.wait_for_selector("#chart-frame.answers")
        self.page.locator("#chart-frame").dispatch_event("focusin")
        self.page.wait_for_selector("#chart-frame.drawn")

    def unfold(self) -> None:
        """Have the filters shown besides the search."""
        if self.page.locator("#filter-more").get_attribute("aria-expanded") == "false":
            self.page.locator("#filter-more").click()

    def until(self, claim: str) -> None:
        """Wait until an expression holds in the page. Playwright's own waiting needs eval, which the policy forbids."""
        for _ in range(600):
            if self.page.evaluate(claim):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"never came true: {claim}")

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.text} ({message.location.get('url', '')})")
