"""Who speaks: on a site in another language the words of the templates say that they are English, and nothing else does.

The project `library` is Serbian, in Cyrillic, so its words and ours are told apart by their letters; one of its documents is English.
"""

import re

import pytest

from tests.browser import kinds
from tests.browser.reader import Setting

pytestmark = pytest.mark.browser

# every text that is there to be read, with the language it is said to be in; `pre` is a file's text, for programs
SAID = """() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, parent = node.parentElement;
    if (node.data.trim() && !parent.closest("script, pre, code, [aria-hidden=true], .address"))
      found.push([node.data.trim(), parent.closest("[lang]").getAttribute("lang")]);
  }
  return found;
}"""
LATIN, CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[\u0400-\u04ff]")


def wrong(said):
    """Words in the one script under the language of the other. A sentence of ours may hold a date or a name."""
    latin = [
        (words, lang)
        for words, lang in said
        if LATIN.search(words) and not CYRILLIC.search(words) and lang != "en"
    ]
    told = [
        (words, lang)
        for words, lang in said
        if CYRILLIC.search(words) and not LATIN.search(words) and lang != "sr"
    ]
    return latin + told


@pytest.mark.parametrize("script", [True, False], ids=["scripts", "plain"])
def test_our_words_are_english_and_no_title_is(read, site, script):
    reader = read("library", Setting(script=script))
    folder = site("library")
    seen = 0
    paths = {
        *kinds.pages(folder).values(),
        *(p.relative_to(folder).as_posix() for p in folder.glob("*s/*.html")),
    }
    for path in sorted(paths):
        page = reader.open(path)
        assert page.evaluate("document.documentElement.lang") == "sr", path
        said = page.evaluate(SAID)
        assert wrong(said) == [], path
        seen += len(said)
    assert len(paths) > 15
    assert seen > 500
    reader.open("sources/notes-md.html")
    assert reader.page.evaluate("document.querySelector('#document').lang") == "en"


def test_what_scripts_write_says_it_too(read):
    reader = read("library")
    page = reader.open()
    page.fill("#filter-text", "библиотек")
    reader.until("document.querySelectorAll('#found .event').length === 2")
    said = page.evaluate(SAID)
    assert wrong(said) == []
    assert ["Општина је отворила прву библиотеку у Брезовцу", "sr"] in said
    page.fill("#filter-text", "council")
    reader.until("document.querySelectorAll('#found .event').length === 1")
    assert wrong(page.evaluate(SAID)) == []
    page.click("#filter-reset")
    page.locator(
        "#chart-lanes label", has_text="Source"
    ).click()  # a lane's name is said in its document's language
    reader.until("document.querySelector('#chart-lane-names').textContent.includes('Notes of a visitor')")
    assert wrong(page.evaluate(SAID)) == []
    page.locator("#chart-lanes label", has_text="Tag").click()
    for name in (
        "catalogue",
        "1969-04-14-council-repaired-library",
        "1924-05-12-opstina-je-otvorila-prvu-biblioteku",
    ):
        page.focus(f"#chart-labels a[data-event='{name}']")
        reader.until(f"document.querySelector('#chart-card').dataset.event === '{name}'")
        assert wrong(page.evaluate(SAID)) == [], name
