from timeline.model.problem import Problem, Severity, described


def caret(source: str, column: int) -> tuple[str, str]:
    lines = described(Problem(Severity.ERROR, "k", "m", "f", 1, column, source)).split("\n")
    return lines[1], lines[2]


def test_a_problem_says_where_what_and_how_to_mend_it() -> None:
    problem = Problem(Severity.WARNING, "k", "is odd", "a/b.yaml", 3, 5, "key: value", "write it so")
    assert (
        described(problem)
        == "a/b.yaml:3:5: warning: is odd\n    key: value\n        ^\n    hint: write it so"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert described(Problem(Severity.NOTE, "k", "all is well")) == "note: all is well"
    assert described(Problem(Severity.ERROR, "k", "m", "f", 3)) == "f:3: error: m"


def test_the_caret_lines_up_with_tabs_wide_and_combining_characters() -> None:
    assert caret("\tx: 1", 2) == ("    \tx: 1", "    \t^")
    assert caret("日本: x", 5) == ("    日本: x", "          ^")
    assert caret("e\u0301a", 3) == ("    e\u0301a", "     ^")


def test_a_long_line_is_shown_around_its_column() -> None:
    line, mark = caret("a" * 500 + "X" + "b" * 500, 501)
    assert len(line) < 120
    assert line[mark.index("^")] == "X"
    assert line.strip().startswith("…")
    assert line.endswith("…")


def test_nothing_steers_the_terminal() -> None:
    text = described(Problem(Severity.ERROR, "k", "a\x1b[2Jb\u202ec", "f", 1, 2, "x\x1by\r"))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\r" not in text
