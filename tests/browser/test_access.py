"""What axe-core finds on every kind of page, in both colour schemes, wide and narrow: nothing."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import kinds
from tests.browser.chart import Chart
from tests.browser.reader import Setting

pytestmark = pytest.mark.browser

SETTINGS = [
    Setting(width=width, scheme=scheme) for width in ("desk", "phone") for scheme in ("light", "dark")
]


def faults(page):
    # without preload, which would fetch the style sheets again: that the policy forbids
    found = Axe().run(page, options={"resultTypes": ["violations"], "preload": False}).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
@pytest.mark.parametrize("kind", ["index", "event", "source", "sources", "tag", "tags", "404"])
def test_axe_finds_nothing(read, site, kind, setting):
    page = read("observatory", setting).open(kinds.pages(site("observatory"))[kind])
    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_a_card_open_and_other_kinds_shown(read, scheme):
    reader = read("demo", Setting(scheme=scheme))
    page = reader.open()
    for box in page.locator("#chart-kinds label").all():
        if not box.locator("input").is_checked():
            box.click()
    chart = Chart(reader)
    chart.point_at(chart.links[0])
    assert faults(page) == []


def test_axe_would_find_something(read):
    page = read("observatory").open()
    page.evaluate("document.querySelector('.lead, h1').style.color = '#ddd'")
    assert any(fault.startswith("color-contrast") for fault in faults(page))
