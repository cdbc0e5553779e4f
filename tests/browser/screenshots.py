"""Pictures of every kind of page of the demo, wide and narrow, light and dark: `screenshots.py FOLDER`.

`docs/screenshot.png` stands in the README: the index as it opens on a desk.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser import kinds, places

SCHEMES = ("light", "dark")
COVER = (1280, 800)


def main(folder: Path) -> None:
    """Build the demo and save its pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        site = Path(made, "site")
        places.build(places.ROOT, site)
        browser = playwright.chromium.launch(executable_path=places.chromium(), args=places.arguments())
        for kind, path in kinds.pages(site).items():
            for width, size in places.WIDTHS.items():
                for scheme in SCHEMES:
                    _save(
                        browser,
                        f"{site.as_uri()}/{path}",
                        folder / f"{kind}-{width}-{scheme}.png",
                        size,
                        scheme,
                    )
        _save(
            browser,
            f"{site.as_uri()}/index.html",
            folder.parent / "screenshot.png",
            COVER,
            "light",
            whole=False,
        )


def _save(
    browser: Browser, address: str, file: Path, size: tuple[int, int], scheme: str, *, whole: bool = True
) -> None:
    phone = size[0] < 600
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        device_scale_factor=2 if phone or not whole else 1,
        is_mobile=phone,
        has_touch=phone,
    )
    page.goto(address)
    if page.locator("#chart-frame").count():
        page.wait_for_selector("#chart-frame.answers")
    page.screenshot(path=file, full_page=whole, animations="disabled")
    page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
