"""Light or dark: as the system prefers, or as the reader chose, on every page and without a flash."""

import pytest

from tests.browser import kinds
from tests.browser.reader import Setting

pytestmark = pytest.mark.browser

PAPER = {"light": "rgb(251, 250, 247)", "dark": "rgb(21, 22, 24)"}
_PAPER = "getComputedStyle(document.body).backgroundColor"


def painted(page):
    """The colours in which the chart draws, whatever draws it."""
    return page.evaluate(
        """() => Array.from(document.querySelectorAll('#chart-plot path'))
            .map(e => e.style.fill + e.style.stroke).filter(Boolean).slice(0, 12)"""
    )


@pytest.mark.parametrize(("way", "prefers", "chosen"), [("file", "light", "dark"), ("web", "dark", "light")])
def test_a_choice_goes_before_the_preference_and_stays(read, site, way, prefers, chosen):
    reader = read("observatory", Setting(way, scheme=prefers))
    page = reader.open()
    assert page.evaluate(_PAPER) == PAPER[prefers]
    before = painted(page)
    page.get_by_label(chosen.capitalize(), exact=True).check(force=True)
    assert page.evaluate(_PAPER) == PAPER[chosen]
    reader.until(f"getComputedStyle(document.body).backgroundColor === '{PAPER[chosen]}'")
    assert painted(page) != before
    assert painted(page)
    for path in (kinds.pages(site("observatory"))["event"], "data.html"):
        reader.open(path)
        assert page.evaluate(_PAPER) == PAPER[chosen]
        assert page.get_by_label(chosen.capitalize(), exact=True).is_checked()
    page.get_by_label("Auto", exact=True).check(force=True)
    reader.open()
    assert page.evaluate(_PAPER) == PAPER[prefers]


def test_nothing_is_painted_before_the_choice_is_known(site):
    """The script that knows it stands in the head, before the body, and waits for nothing; so no page flashes."""
    for path in kinds.pages(site("observatory")).values():
        if path == "404.html":
            continue
        head = (site("observatory") / path).read_text("utf-8").partition("<body")[0]
        scripts = [line for line in head.splitlines() if "assets/scheme.js" in line]
        assert len(scripts) == 1, path
        assert "defer" not in scripts[0]
        assert "async" not in scripts[0]


def test_paper_is_light_whatever_was_chosen(read):
    reader = read("observatory", Setting(scheme="dark"))
    page = reader.open()
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(_PAPER) == "rgb(255, 255, 255)"
    assert not page.locator("#scheme").is_visible()
