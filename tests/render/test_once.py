"""What is the same on all pages of a folder is written once, and no page gets what is another's."""

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from timeline.render.environment import environment, written
from timeline.render.here import Here
from timeline.render.links import relative

PAGES = (
    "index.html",
    "data.html",
    "events/a.html",
    "events/b.html",
    "tags/index.html",
    "tags/a.html",
    "events/a.html",
)
VERSIONS = {"assets/site.css": "1", "data/a.js": "2"}


class _Calls:
    def __init__(self) -> None:
        self.pages: list[str] = []

    def page(self, page: str) -> str:
        self.pages.append(page)
        return ""


def _written(text: str, calls: _Calls) -> dict[str, tuple[str, set[str]]]:
    here = Here(VERSIONS, {"data/a.js"})
    jinja = environment(DictLoader({"page": text}), None, here)
    jinja.globals["called"] = calls.page
    found = {}
    for page in PAGES:
        here.at(page)
        here.loaded.clear()
        found[page] = jinja.get_template("page").render(page=page), set(here.loaded)
    return found


def test_once_is_for_each_folder_and_for_each_page_that_stands_for_one():
    calls = _Calls()
    inside = "{{ called(page) }}{{ link('index.html') }} {{ asset('assets/site.css') }}{% if page == 'data.html' %}!{% endif %}"
    once = _written(f"{{% once %}}{inside}{{% endonce %}} {{{{ page }}}}", calls)
    assert calls.pages == ["index.html", "data.html", "events/a.html", "tags/index.html", "tags/a.html"]
    assert once == _written(f"{inside} {{{{ page }}}}", _Calls())


def test_two_places_are_not_taken_for_one():
    found = _written("{% once %}a{% endonce %}{% once %}b{% endonce %}", _Calls())
    assert {text for text, _ in found.values()} == {"ab"}


def test_every_page_names_the_data_that_its_folder_names():
    found = _written("{% once %}{{ asset('data/a.js') }}{% endonce %}", _Calls())
    assert all(loaded == {"data/a.js"} for _, loaded in found.values())
    assert len(found) == len(set(PAGES))


@pytest.mark.parametrize(
    "target",
    ["events/a.html#rivals", "events/b.html", "sources/a.html#m-1-2", "index.html#q=ä", "tags/a.html#a b"],
)
def test_a_link_that_is_remembered_is_the_one_that_the_page_would_have(target):
    here = Here({}, ())
    for page in (*PAGES, *PAGES):
        here.at(page)
        assert here.link(target) == relative(target, page)


def test_what_is_written_is_escaped_as_jinja_does():
    values = ("a<b>&\"'", Markup("<b>"), 12, None, "\U0001f600 <")
    text = (
        "{% for value in values %}{{ value }}|{% endfor %}"
        "{% macro of(value) %}{{ value }}{% endmacro %}{{ of('<') }}|{{ 'a<' ~ '<b>'|safe }}"
    )
    ours = environment(DictLoader({"page": text}), None, Here({}, ()))
    theirs = Environment(autoescape=True)
    found = ours.get_template("page").render(values=values)
    assert found == theirs.from_string(text).render(values=values)
    assert found.startswith("a&lt;b&gt;&amp;&#34;&#39;|<b>|12|None|")
    assert written(Markup("<i>")) == "<i>"
