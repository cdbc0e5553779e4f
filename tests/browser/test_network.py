"""No page asks the network for anything, from the disk or below a sub-path, and nothing in it goes wrong."""

import pytest

from tests.browser import kinds
from tests.browser.reader import Setting, anywhere

pytestmark = pytest.mark.browser


@anywhere
@pytest.mark.parametrize("name", ["demo", "observatory"])
def test_no_kind_of_page_asks_for_anything_but_its_own_files(read, site, name, setting):
    reader = read(name, setting)
    for path in kinds.pages(site(name)).values():
        reader.open(path)
    assert reader.strangers == []
    assert reader.complaints == []


def test_an_asking_page_would_be_noticed(opened, outside, site):
    """What the others rely on: a request is seen, and goes nowhere, even one made before any script runs."""
    (site("observatory") / "asking.html").write_text(
        '<!DOCTYPE html><img src="http://example.org/pixel.gif"><link rel="stylesheet" href="//example.net/a.css">'
    )
    reader = opened("observatory", Setting("web"))
    try:
        reader.page.goto(f"{reader.home}asking.html")
        assert reader.strangers == ["http://example.org/pixel.gif", "http://example.net/a.css"]
        assert reader.complaints
        assert outside[1] == []
        reader.context.unroute_all()
        reader.page.goto(f"{reader.home}asking.html")
        assert "GET http://example.org/pixel.gif" in outside[1]
    finally:
        reader.context.close()
        outside[1].clear()
        (site("observatory") / "asking.html").unlink()
