"""An editor's Markdown: what is kept, and what never reaches a page."""

import markdown
import nh3
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.render import prose, summary

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
    first = summary.html("A `word`.", kept)
    assert kept
    assert summary.html("A `word`.", summary.Converted(kept)) == first
    assert (
        summary.html("A `word`.", summary.Converted({"A `word`.": "<p>A <script>x</script></p>"}))
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


_WORDS = (
    *(
        "The",
        "1",
        "12.",
        "٣.",
        "é",
        "日本",
        "ab_c",
        "don't",
        "1's",
        "'s",
        "a-b",
        "-",
        "--",
        "…",
        "...",
        "“",
        "”",
    ),
    *(
        ",",
        ".",
        ";",
        ":",
        "!",
        "/",
        "(",
        ")",
        "*",
        "**",
        "*a*",
        "*a b*",
        "(*a*)",
        "**b c**",
        "***a***",
        "[*x*](http://a.bc)",
    ),
    *(
        "[x](http://a.bc)",
        "[x y](https://a-b.org/x_y/z_1.html)",
        "[x](/y)",
        "[x]",
        "](",
        "http://a.bc/",
        "**[x](http://a.bc)**",
    ),
)


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6), st.sampled_from(["", " "]))
@example(["The", "*a b*", ",", " ", "**b c**", ".", " ", "[x](http://a.bc)"], "")
@example(["The", "don't", "[x y](https://a-b.org/x_y/z_1.html)", "(*a*)"], " ")
def test_what_is_written_without_the_parser_is_what_that_makes_of_it(words, between):
    line = between.join(words)
    found = prose.html(line)
    whole = nh3.clean(ASKED.reset().convert(line), tags=summary._TAGS, attributes=summary._ATTRIBUTES).strip()
    assert found in (None, whole)


@pytest.mark.parametrize(
    "usual",
    [
        "The *mill* had been talked of for 12 years; **Tor** paid for it. See the [papers of Tor](https://example.org/tor/1).",
        "The council’s “white” bridge – 3.5 km, 40%, the longest (by far) – isn't open: it's closed!",
    ],
)
def test_usual_prose_needs_no_parser(usual):
    assert prose.html(usual)


@pytest.mark.parametrize(
    "line", ["*" * 20_000, "a *" * 20_000, "[a " * 20_000, "a" * 100_000 + "<", "*a" * 20_000]
)
def test_no_line_takes_long_to_be_known_as_no_prose(line):
    assert prose.html(line) is None


@given(
    st.text("ab1 \n\r\t*_`[]()<>&;!\\.-'\"#|:/+>=é", max_size=30),
    st.sampled_from(["", " [x]: http://a.b", "&amp;", "<b>"]),
)
@example("1\t\r1", "")
def test_patterns_that_are_not_tried_would_not_have_matched(text, more):
    whole = f"{text}{more}"
    assert summary._converter(whole).reset().convert(whole) == ASKED.reset().convert(whole)
