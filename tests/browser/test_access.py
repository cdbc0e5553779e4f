"""What axe-core finds on every kind of page, in every theme and both colour schemes, wide and narrow: nothing."""

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import kinds, places
from tests.browser.chart import Chart
from tests.browser.reader import Setting

pytestmark = pytest.mark.browser

SETTINGS = [
    Setting(width=width, scheme=scheme) for width in ("desk", "phone") for scheme in ("light", "dark")
]


def faults(page):
    # without preload, which would fetch the style sheets again: that the policy forbids
    options = {
        "resultTypes": ["violations"],
        "preload": False,
        "rules": {"target-size": {"enabled": True}},  # WCAG 2.2's own, which axe leaves out unless asked
    }
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def looked_at(reader, pages):
    """What is wrong with each of some pages, everything on them unfolded."""
    found = {}
    for kind, path in pages.items():
        page = reader.open(path)
        page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
        found[kind] = faults(page)
    return {kind: wrong for kind, wrong in found.items() if wrong}


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_axe_finds_nothing_on_any_kind_of_page(read, site, setting):
    pages = kinds.pages(site("observatory"))
    assert {"index", "event", "source", "sources", "tag", "tags", "names", "data", "embed", "404"} <= set(
        pages
    )
    assert looked_at(read("observatory", setting), pages) == {}


def test_axe_finds_nothing_where_the_list_needs_several_pages(read, site):
    pages = {kind: kinds.pages(site("many"))[kind] for kind in ("index", "period", "periods")}
    assert looked_at(read("many", Setting(width="phone", scheme="dark")), pages) == {}
    assert looked_at(read("many"), pages) == {}


@pytest.fixture(scope="module", params=["ledger", "spine"])
def themed(request, tmp_path_factory):
    """The observatory in another theme."""
    project = tmp_path_factory.mktemp("themes") / request.param
    shutil.copytree(places.PROJECTS["observatory"], project)
    edited = project / "events.yaml"
    edited.write_text(
        edited.read_text("utf-8").replace("site:\n", f"site:\n  theme: {request.param}\n", 1), "utf-8"
    )
    places.PROJECTS[project.name] = project
    yield project.name
    del places.PROJECTS[project.name]


@pytest.mark.parametrize("setting", [Setting(scheme="light"), Setting(width="phone", scheme="dark")], ids=str)
def test_axe_finds_nothing_in_any_theme(read, site, themed, setting):
    pages = {kind: path for kind, path in kinds.pages(site(themed)).items() if kind in {"index", "event"}}
    assert b"theme.css" in (site(themed) / "index.html").read_bytes()
    reader = read(themed, setting)
    assert looked_at(reader, pages) == {}
    assert reader.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_text_may_be_set_twice_as_large_and_wider(read, site):
    """WCAG 1.4.4, 1.4.10 and 1.4.12: nothing is cut off sideways."""
    reader = read("observatory")
    reader.page.set_viewport_size({"width": 640, "height": 400})  # 1280 pixels at 200 %
    wide = {}
    for kind, path in kinds.pages(site("observatory")).items():
        page = reader.open(path)
        page.evaluate(
            """document.querySelectorAll("p, li, dd, h1, h2, h3, td, a, span").forEach(e => {
                 Object.assign(e.style, {lineHeight: "1.5", letterSpacing: "0.12em", wordSpacing: "0.16em"}); })"""
        )
        wide[kind] = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
    assert {kind: pixels for kind, pixels in wide.items() if pixels > 0} == {}


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
