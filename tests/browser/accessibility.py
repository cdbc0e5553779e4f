"""What axe-core says of the demo, as the table in docs/accessibility.md: `python -m tests.browser.accessibility`."""

import sys
import tempfile
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from tests.browser import kinds, places

OPTIONS = {
    "preload": False,  # which would fetch the style sheets again: that the policy forbids
    "rules": {"target-size": {"enabled": True}},  # WCAG 2.2's own, which axe leaves out unless asked
}
LOOKS = [(width, scheme) for width in ("desk", "phone") for scheme in ("light", "dark")]


def main() -> None:
    """Build the demo and print the table."""
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        site = Path(made, "site")
        places.build(places.ROOT, site)
        browser = playwright.chromium.launch(executable_path=places.chromium(), args=places.arguments())
        head = " | ".join(f"{width}, {scheme}" for width, scheme in LOOKS)
        lines = [f"| page | {head} |", "|---" * (len(LOOKS) + 1) + "|"]
        for kind, path in kinds.pages(site).items():
            cells = [_cell(browser, f"{site.as_uri()}/{path}", width, scheme) for width, scheme in LOOKS]
            lines.append(f"| {kind} | {' | '.join(cells)} |")
        sys.stdout.write("\n".join(lines) + "\n")


def _cell(browser: Browser, address: str, width: str, scheme: str) -> str:
    """How many rules found something, of those that had something to look at, and what axe leaves to a person."""
    wide, high = places.WIDTHS[width]
    page = browser.new_page(
        viewport={"width": wide, "height": high},
        color_scheme=scheme,
        is_mobile=width == "phone",
        reduced_motion="reduce",
    )
    page.goto(address)
    if page.locator("#chart-frame").count():
        page.wait_for_selector("#chart-frame.answers")
        page.locator("#chart-frame").dispatch_event("focusin")
        page.wait_for_selector("#chart-frame.drawn")
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
    found = Axe().run(page, options=OPTIONS).response
    page.close()
    wrong, right, open_ = (len(found[part]) for part in ("violations", "passes", "incomplete"))
    return f"{wrong} of {wrong + right}{f', {open_} to look at' if open_ else ''}"


if __name__ == "__main__":
    main()
