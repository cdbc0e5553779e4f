"""An editor's Markdown: what is kept, and what never reaches a page."""

import markdown
import nh3
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.render import summary

ASKED = markdown.Markdown(extensions=["sane_lists", "smarty", "tables"], output_format="html")


def test_markdown_is_html():
    assert summary.html("A *word* and [a link](https://example.org).\n\n- one\n- two") == (
        '<p>A <em>word</em> and <a href="https://example.org" rel="noopener noreferrer">a link</a>.</p>\n'
        "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://tracker.example/pixel.png)",
        "<iframe src=https://example.org></iframe>",
        "<style>body{background:url(https://example.org)}</style>",
        "<p onclick=alert(1) style=color:red>x</p>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,1)",
        "<a href='vbscript:x'>x</a>",
        "<svg onload=alert(1)>",
        "<form action=https://example.org><input></form>",
        "<base href=https://example.org>",
        "<link rel=stylesheet href=https://example.org>",
    ],
)
def test_nothing_runs_and_nothing_is_fetched(hostile):
    found = summary.html(f"Before {hostile} after").lower()
    for word in (
        "script",
        "onerror",
        "onclick",
        "onload",
        "style",
        "src=",
        "<iframe",
        "<form",
        "<base",
        "<link",
        "<svg",
        "data:",
    ):
        assert word not in found


def test_no_summary_is_nothing():
    assert summary.html(" \n") == ""


def test_what_was_converted_before_is_sanitised_all_the_same():
    kept = summary.Converted({})
    first = summary.html("A *word*.", kept)
    assert summary.html("A *word*.", summary.Converted(kept)) == first
    assert (
        summary.html("A *word*.", summary.Converted({"A *word*.": "<p>A <script>x</script></p>"}))
        == "<p>A </p>"
    )


def test_quotes_are_set_as_a_printer_would():
    assert summary.html('"It\'s" -- so') == "<p>“It’s” – so</p>"


@pytest.mark.parametrize(
    "odd",
    ["> " * 300_000, "- " * 300_000, "\ud800 x", "a\0b", "[" * 30_000, "|a|b|\n" * 9_000],
    ids=lambda odd: repr(odd[:3]),
)
def test_no_text_is_too_much(odd):
    assert summary.html(odd).startswith("<")
    summary.html(odd).encode()


@given(st.from_regex(summary._PLAIN, fullmatch=True))
def test_a_plain_line_is_what_markdown_makes_of_it(line):
    assert summary.html(line) == nh3.clean(ASKED.reset().convert(line)).strip()


@given(
    st.text("ab1 \n\r\t*_`[]()<>&;!\\.-'\"#|:/+>=é", max_size=30),
    st.sampled_from(["", " [x]: http://a.b", "&amp;", "<b>"]),
)
@example("1\t\r1", "")
def test_patterns_that_are_not_tried_would_not_have_matched(text, more):
    whole = f"{text}{more}"
    assert summary._converter(whole).reset().convert(whole) == ASKED.reset().convert(whole)
