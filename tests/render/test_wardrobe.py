"""Themes: each a look of its own, laid over the shipped files, below the project's own."""

from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import TemplateError

from tests.render import sample
from timeline import gather, render
from timeline.render.wardrobe import worn

LOOKS = ("ledger", "spine")


def _site(theme, name):
    return render.site(sample.RECENT, sample.ANALYSES, replace(sample.SETTINGS, theme=name), theme).files


@pytest.mark.parametrize("look", LOOKS)
def test_a_theme_is_worn_by_every_page(theme, look):
    files = _site(theme, look)
    assert files["assets/theme.css"] == theme.assets[f"themes/{look}/assets/theme.css"]
    for path, body in files.items():
        if path.endswith(".html") and path != "404.html":
            assert body.index(b"assets/site.css") < body.index(b"assets/theme.css"), path
    assert not any(path.startswith("themes/") for path in files)


def test_the_usual_look_loads_no_other(theme):
    assert "assets/theme.css" not in _site(theme, "paper")


def test_the_scripts_are_one_file_without_their_comments(theme):
    """What a string or a pattern holds is no comment."""
    own = b'var told = "/* words */"; // aside\nvar sign = /[/*]"/u; /* aside */ var text = `a // b`;\n'
    told = worn(replace(theme, assets={**theme.assets, "assets/map.js": own}), "paper")
    whole = told.assets["assets/timeline.js"]
    assert b'var told="/* words */";' in whole
    assert b'var sign=/[/*]"/u;' in whole
    assert b"`a // b`" in whole
    assert b"aside" not in whole
    parts = [body for path, body in theme.assets.items() if path.endswith(".js")]
    assert len(whole) < 0.8 * sum(map(len, parts))


def _rules(css):
    """What a theme sets besides colours: property names by selector, outside `:root`."""
    return css.partition("}")[2].count(": ")


@pytest.mark.parametrize("look", LOOKS)
def test_a_theme_differs_in_more_than_colour(theme, look):
    css = theme.assets[f"themes/{look}/assets/theme.css"].decode()
    assert _rules(css) > 60
    assert "grid-template-columns" in css or "border-radius" in css
    assert "url(" not in css
    assert "@import" not in css


@pytest.mark.parametrize("look", LOOKS)
def test_a_theme_names_each_colour_for_both_schemes(theme, look):
    def colours(css):
        return {line.split(":")[0].strip() for line in css.splitlines() if "light-dark(" in line}

    css = theme.assets[f"themes/{look}/assets/theme.css"].decode()
    assert colours(css) == colours(theme.assets["assets/site.css"].decode())


def test_an_unknown_theme_names_the_nearest(theme):
    with pytest.raises(TemplateError, match="no such theme; did you mean 'ledger'"):
        worn(theme, "leger")
    with pytest.raises(TemplateError, match="there are ledger, paper, spine"):
        worn(theme, "qq")


def test_a_project_stands_above_any_theme(tmp_path: Path):
    """File by file: its own style, its own theme, and a page that fills one block of the shipped one."""
    own = tmp_path / "site_templates"
    (own / "assets").mkdir(parents=True)
    (own / "assets/own.css").write_text("h1 { color: teal }")
    (own / "event.html").write_text(
        '{% extends "shipped/event.html" %}{% block correction %}Write to us.{% endblock %}'
    )
    (own / "themes/mine/assets").mkdir(parents=True)
    (own / "themes/mine/assets/theme.css").write_text("h2 { color: teal }")
    theme = gather.theme(gather.project(tmp_path))
    files = _site(theme, "mine")
    page = files["events/2005-06-17-east-basin.html"].decode()
    assert "Write to us." in page
    assert 'id="correct"' not in page
    assert "In the words of the source" in page
    assert page.index("site.css") < page.index("theme.css") < page.index("own.css")
    (own / "assets/theme.css").write_text("h3 { color: teal }")
    files = _site(gather.theme(gather.project(tmp_path)), "ledger")
    assert files["assets/theme.css"] == b"h3 { color: teal }"
